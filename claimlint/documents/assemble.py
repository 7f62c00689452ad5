"""Drafts into blocks: sections, lead-ins, articles, reference lists, languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from claimlint.documents import languages
from claimlint.documents.model import Block
from claimlint.documents.prose import Draft
from claimlint.documents.words import PLAIN, words

_SILENT = ("reference", "byline", "navigation", "footer", "caption", "title", "description")
_COLON = re.compile(r"[:\uff1a][\s\"”」*]*\Z")
# What only a citation has: an identifier, "et al", a year and a volume, a volume and pages.
_CITATION = re.compile(
    r"\bdoi\b|\b10\.\d{4,9}/|\bPMID\b|\bet al\b|https?://|(?:19|20)\d\d\s?;\s?\d|\d\s?\(\d{1,3}\)\s?:\s?\w?\d",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.。!?;\uff01\uff1f\uff1b\uff0e][\"'”’»」』)\uff09\]*†‡\s]*\Z")


def assemble(drafts: Sequence[Draft], language: str | None) -> tuple[tuple[Block, ...], str]:
    """Return the blocks and the document's language; `language` overrides what the prose itself tells."""
    _mark_furniture(drafts)
    _mark_references(drafts)
    tallies = [languages.tally(draft.text) for draft in drafts]
    usual = language or languages.of_document(_spoken(drafts, tallies), (draft.text for draft in drafts))
    articles = _articles(drafts)
    leads = _leads(drafts)
    blocks: list[Block] = []
    section: list[tuple[int, int]] = []  # level and index of the headings above
    for index, draft in enumerate(drafts):
        if index and articles[index] != articles[index - 1]:
            section = []
        above = section
        if draft.kind == "heading":
            above = [(level, place) for level, place in section if level < draft.level]
            section = [*above, (draft.level, index)]
        blocks.append(
            Block(
                draft.kind,
                draft.text,
                languages.of_block(tallies[index], languages.normal(draft.language or "") or usual),
                draft.source_map,
                tuple(place for _, place in above),
                leads[index],
                articles[index],
                draft.level,
                draft.links,
            )
        )
    return tuple(blocks), usual


def _spoken(drafts: Sequence[Draft], tallies: Sequence[Counter[str]]) -> Sequence[Counter[str]]:
    """Return the tallies of the prose, or of everything where there is none."""
    spoken = [tally for draft, tally in zip(drafts, tallies, strict=True) if draft.kind not in _SILENT]
    return spoken if any(spoken) else tallies


def _mark_furniture(drafts: Sequence[Draft]) -> None:
    """Short paragraphs that tell who wrote the text, describe an image, or only lead elsewhere."""
    known = words()
    for draft in drafts:
        if draft.kind not in ("paragraph", "list-item") or len(draft.text) > 400:
            continue
        text = draft.text.translate(PLAIN)
        if draft.kind == "paragraph" and known.captions.match(text):
            draft.kind = "caption"
        elif len(text) > 160:
            continue
        elif any(link.start == 0 and link.end == len(text) for link in draft.links):
            if known.links.match(text) or known.link_tails.match(text) or known.navigation.match(text):
                draft.kind = "navigation"
        elif draft.kind == "paragraph" and known.is_byline(text):
            draft.kind = "byline"
        elif draft.kind == "paragraph" and known.is_navigation(text):
            draft.kind = "navigation"


def _mark_references(drafts: Sequence[Draft]) -> None:
    """References stand in list form under the heading of a reference list, or are footnotes that cite a work."""
    titles = words().reference_titles
    level = 0
    for draft in drafts:
        if draft.kind in ("heading", "paragraph") and _title(draft.text) in titles:
            level = draft.level if draft.kind == "heading" else 7
        elif draft.kind == "heading" and draft.level <= level:
            level = 0
        elif (level and draft.kind == "list-item") or (
            draft.kind == "footnote" and (level or _CITATION.search(draft.text))
        ):
            draft.kind = "reference"
        elif level == 7 and draft.kind == "paragraph":
            level = 0


def _title(text: str) -> str:
    return re.sub(r"^[\W\d]+|[\W]+$", "", text).casefold() if len(text) < 60 else ""


def _articles(drafts: Sequence[Draft]) -> list[int]:
    """Number the articles of a page: a new one starts where a reader says so, or after a reference list.

    After a list of references and what closes the page (a disclaimer, say), another heading of the first one's
    level, with prose and a list of references of its own, opens the next article.
    """
    starts = {index for index, draft in enumerate(drafts) if draft.starts_article}
    top = min((draft.level for draft in drafts if draft.kind == "heading" and draft.level), default=0)
    last_reference = max((index for index, draft in enumerate(drafts) if draft.kind == "reference"), default=-1)
    paragraphs = [*accumulate(draft.kind == "paragraph" for draft in drafts)]
    cited = False
    for index, draft in enumerate(drafts):
        if draft.kind == "reference":
            cited = True
        elif cited and draft.kind == "heading" and draft.level == top:
            if last_reference > index and paragraphs[-1] - paragraphs[index] >= 3:
                starts.add(index)
            cited = False
    numbers: list[int] = []
    number = 0
    spoken = False
    for index, draft in enumerate(drafts):
        number += index in starts and spoken
        spoken = spoken or draft.kind not in _SILENT
        numbers.append(number)
    return numbers


def _leads(drafts: Sequence[Draft]) -> list[int | None]:
    """Find what introduces each list, each item's sublist, and each block after a colon."""
    leads: list[int | None] = []
    for index, draft in enumerate(drafts):
        if draft.lead is not None:
            leads.append(draft.lead)
        elif draft.kind == "list-item":
            leads.append(_item_lead(drafts, leads, index))
        elif draft.kind in ("paragraph", "quote") and index and _COLON.search(drafts[index - 1].text):
            leads.append(index - 1 if drafts[index - 1].kind in ("paragraph", "list-item", "quote") else None)
        else:
            leads.append(None)
    return leads


def _item_lead(drafts: Sequence[Draft], leads: Sequence[int | None], index: int) -> int | None:
    between = 0
    passed = False  # an item of another level
    for place in range(index - 1, -1, -1):
        other = drafts[place]
        if other.kind == "list-item":
            if other.level == drafts[index].level:
                return leads[place]
            if other.level < drafts[index].level:
                return place
            passed = True
        elif other.kind == "heading":
            return place if between == 0 else None
        elif other.lead is not None and drafts[other.lead].kind == "list-item":
            continue  # more of an item
        elif other.kind in ("paragraph", "quote", "table-cell"):
            introduces = between == 0 and not passed
            open_ended = other.kind == "paragraph" and not _ENDED.search(other.text)
            if introduces and (open_ended or _COLON.search(other.text)):
                return place
            between += 1
            if between > 2:
                return None
    return None
