"""Finds a statement that the law words, wherever it stands: to the letter, altered, singular or plural."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from claimlint.rules.fold import fold
from claimlint.rules.model import Part, Statement

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from claimlint.rules.page import Page

_ALONE = 90.0  # percent of likeness, from which on one sentence of several counts without the others
_TASTED = 12  # wordings of a statement that are tried first, of the hundreds that it may have
_SPREAD = 25.0  # percent by which its wordings may differ among themselves
_NEARBY = 2  # blocks over which the sentences of one statement may be spread


@dataclass(frozen=True, slots=True)
class Sighting:
    """A statement found in prose offsets of a block. `changes` tells what differs, "" where nothing does."""

    block: int
    start: int
    end: int
    changes: str = ""
    number: Literal["singular", "plural"] | None = None
    symbol: str = ""
    whole: bool = True  # all of it stands in this block


@dataclass(frozen=True, slots=True)
class _Piece:
    block: int
    start: int
    end: int
    wording: str
    number: Literal["singular", "plural"] | None
    likeness: float = 100.0  # percent

    @property
    def exact(self) -> bool:
        return self.likeness == 100.0


@dataclass(frozen=True, slots=True)
class _Skeleton:
    """The letters and digits of a text, with their places: what is left when points and spaces do not count."""

    text: str
    places: tuple[int, ...]


def sightings(page: Page, name: str, article: int) -> list[Sighting]:
    """Return where a statement stands in an article, in order."""
    statement = page.book.statements[name]
    pieces: list[list[_Piece]] = [[] for _ in statement.parts]
    for block in page.blocks_of(article):
        if page.hits(block, f"{name}!anchors") and page.block(block).kind != "reference":
            for index, part in enumerate(statement.parts):
                piece = _find(page, block, part, statement.likeness)
                if piece:
                    pieces[index].append(piece)
    return list(_assemble(page, statement, pieces))


def _assemble(page: Page, statement: Statement, pieces: list[list[_Piece]]) -> Iterator[Sighting]:
    used: set[int] = set()
    for first in pieces[0]:
        group = [first]
        lacking = []
        for part, found in zip(statement.parts[1:], pieces[1:], strict=True):
            near = [piece for piece in found if 0 <= piece.block - first.block <= _NEARBY]
            if near:
                group.append(near[0])
                used.add(id(near[0]))
            else:
                lacking.append(_wordings(part, page.block(first.block).language)[0])
        if len(group) == len(statement.parts) or first.likeness >= _ALONE:
            yield _sighting(page, statement, group, lacking)
    for index, part in enumerate(statement.parts[1:], 1):
        if part.alone:
            for piece in pieces[index]:
                if id(piece) not in used and piece.exact:
                    language = page.block(piece.block).language
                    missing = [_wordings(other, language)[0] for other in statement.parts if other is not part]
                    yield _sighting(page, statement, [piece], missing)


def _sighting(page: Page, statement: Statement, group: list[_Piece], lacking: list[str]) -> Sighting:
    first = group[0]
    here = [piece for piece in group if piece.block == first.block]
    start, end = min(piece.start for piece in here), max(piece.end for piece in here)
    text = page.block(first.block).text
    changes = [
        _changes(piece.wording, page.block(piece.block).text[piece.start : piece.end])
        for piece in group
        if not piece.exact
    ]
    changes += [f"it lacks “{wording}”" for wording in lacking]
    symbol = ""
    for mark in sorted(statement.symbols, key=len, reverse=True):
        if text[:start].rstrip(" \\").endswith(mark) or text[end:].lstrip(" .。\\").startswith(mark):
            symbol = mark
            break
    return Sighting(first.block, start, end, "; ".join(changes), first.number, symbol, len(here) == len(group))


def _find(page: Page, block: int, part: Part, likeness: float) -> _Piece | None:
    """Return a part of a statement in a block: to the letter where it can be, else its nearest version."""
    text = page.block(block).text
    skeleton = _skeleton(text)
    wordings: dict[str, Literal["singular", "plural"] | None] = {}
    groups: list[tuple[str, ...]] = []  # the wordings of one language and number, which are alike
    for language in _languages(page, block, part):
        singular, plural = part.texts.get(language, ()), part.plural.get(language, ())
        groups += [tuple(singular), tuple(plural)]
        for wording in singular:
            wordings.setdefault(wording, "singular" if part.plural else None)
        for wording in plural:
            wordings.setdefault(wording, "plural")
    for wording in (each for group in groups for each in _exact(group, skeleton.text)):
        bones = _bones(wording)
        at = skeleton.text.find(bones)
        start, end = skeleton.places[at], skeleton.places[at + len(bones) - 1] + 1
        while end < len(text) and text[end] in ".。":
            end += 1
        return _Piece(block, start, end, wording, wordings[wording])
    folded = fold(text)
    found = [best for group in groups if (best := _nearest(group, folded.text, likeness))]
    nearest = max(found, key=lambda each: each[0])[1] if found else None
    alignment = _align(fold(nearest).text, folded.text, likeness) if nearest else None
    if nearest is None or alignment is None:
        return None
    start, end = _sentences(page, block, *folded.span(*alignment[1:]))
    return _Piece(block, start, end, nearest, wordings[nearest], min(alignment[0], 99.9))


@lru_cache(maxsize=8192)
def _bones(wording: str) -> str:
    return _skeleton(wording).text


@lru_cache(maxsize=256)
def _automaton(wordings: tuple[str, ...]) -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick([_bones(wording) for wording in wordings])


def _exact(wordings: tuple[str, ...], skeleton: str) -> list[str]:
    """Return the wordings that stand in a skeleton to the letter, the first given first."""
    if not wordings or not _automaton(wordings).find_matches_as_indexes(skeleton):
        return []
    return [wording for wording in wordings if _bones(wording) in skeleton]


@lru_cache(maxsize=256)
def _all_folded(wordings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(wording).text for wording in wordings)


def _nearest(wordings: tuple[str, ...], text: str, likeness: float) -> tuple[float, str] | None:
    """Return the wording most like the text, or like a stretch of it where the text is the longer, with its likeness."""
    from rapidfuzz import fuzz, process

    folded = _all_folded(wordings)
    few = folded[:: max(1, len(folded) // _TASTED)]
    if not any(fuzz.partial_ratio(each, text, score_cutoff=likeness - _SPREAD) for each in few):
        return None
    best: tuple[float, str] | None = None
    pairs = list(zip(wordings, folded, strict=True))
    shorter = {wording: each for wording, each in pairs if len(each) < len(text)}
    longer = {wording: each for wording, each in pairs if len(each) // 2 <= len(text) <= len(each)}
    for choices, scorer in ((shorter, fuzz.partial_ratio), (longer, fuzz.ratio)):
        found = process.extractOne(text, choices, scorer=scorer, score_cutoff=likeness) if choices else None
        if found and (best is None or found[1] > best[0]):
            best = (found[1], found[2])
    return best


def _align(wording: str, text: str, likeness: float) -> tuple[float, int, int] | None:
    from rapidfuzz import fuzz

    if len(text) < len(wording) // 2:
        return None
    if len(text) <= len(wording):
        score = fuzz.ratio(wording, text)
        return (score, 0, len(text)) if score >= likeness else None
    found = fuzz.partial_ratio_alignment(wording, text, score_cutoff=likeness)
    if found is None or found.dest_end <= found.dest_start:
        return None
    return found.score, found.dest_start, found.dest_end


def _sentences(page: Page, block: int, start: int, end: int) -> tuple[int, int]:
    """Widen or narrow a stretch to the sentences that it covers for the most part."""
    covered = []
    for low, high in page.sentences(block):
        shared = min(high, end) - max(low, start)
        if shared > 0 and shared >= 0.5 * min(high - low, end - start):
            covered.append((low, high))
    if covered:
        start, end = covered[0][0], covered[-1][1]
    text = page.block(block).text
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return start, end


def _changes(wording: str, text: str) -> str:
    """Tell what differs between a wording and a text, word by word, or letter by letter where words have no spaces."""
    from rapidfuzz.distance import Levenshtein

    old, new = _units(wording), _units(text)
    glue = " " if " " in wording else ""
    told = []
    for step in Levenshtein.opcodes([u.lower() for u in old], [u.lower() for u in new]):
        was, now = glue.join(old[step.src_start : step.src_end]), glue.join(new[step.dest_start : step.dest_end])
        if step.tag == "replace":
            told.append(f"“{now}” for “{was}”")
        elif step.tag == "delete":
            told.append(f"“{was}” is left out")
        elif step.tag == "insert":
            told.append(f"“{now}” is added")
    return "; ".join(told)


def _units(text: str) -> list[str]:
    if " " in text.strip():
        words = (word.strip(".,;:*†‡()") for word in text.split())
        return [word for word in words if word]
    return [character for character in text if character.isalnum()]


def _skeleton(text: str) -> _Skeleton:
    folded = fold(text)
    letters = [(character, index) for index, character in enumerate(folded.text) if character.isalnum()]
    places = tuple(folded.span(index, index + 1)[0] for _, index in letters)
    return _Skeleton("".join(character for character, _ in letters), places)


def _languages(page: Page, block: int, part: Part) -> list[str]:
    """Return the languages to try: the block's, the document's, and those that any article may use."""
    found = [page.block(block).language, page.document.language, *part.texts]
    return list(dict.fromkeys(language for language in found if language in part.texts))


def _wordings(part: Part, language: str, number: str = "singular") -> list[str]:
    texts = part.plural if number == "plural" and part.plural else part.texts
    return texts.get(language) or texts.get("en") or next(iter(texts.values()))


def wording(statement: Statement, language: str, plural: bool) -> str:
    """Return a statement as it should be written in a language."""
    parts = [_wordings(part, language, "plural" if plural else "singular")[0] for part in statement.parts]
    return "".join(parts) if language == "zh" else " ".join(parts)
