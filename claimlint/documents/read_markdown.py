"""Markdown: CommonMark with GFM tables and strike-through, footnotes, MDX, and what site builders put into it.

The structure is markdown-it-py's. Its block tokens tell lines; each line of a block's content is the end of its
source line, so its place is known. Its inline state is watched while it runs (`_Watched`), so that every piece of
text carries the offset it was taken from. Nothing is found again by searching.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from claimlint.documents.masking import FILLER, mask_markdown
from claimlint.documents.model import BlockKind
from claimlint.documents.prose import KEPT_SPACES, Draft, Prose, Unreadable

MAX_DEPTH = 80  # levels of the parser, of which a list takes two
# Beyond these, what looks like a paragraph is none, and is read as it stands: the parser takes time by the square of
# the brackets, and a kilobyte of memory for each delimiter.
MAX_BRACKETS = 5_000
MAX_PARAGRAPH = 50_000  # characters
_LINE_END = re.compile(r"\r\n?|\n")
_SPECIAL = re.compile(r"[\\`*_\[\]<>&!~^\ue000]|https?:|www\.")
_BREAK = re.compile(r"[ \t\\]*(?:\r\n?|\n)?")
_TASK = re.compile(r"\[[ xX]\]\s+")
_ALERT = re.compile(r"\[!\w{2,20}\][-+]?\s*")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'()\[\]\u3000-\u303f\uff00-\uffef\ue000]{3,2000}(?<![.,;:!?*])", re.IGNORECASE
)


def read_markdown(source: str, start: int = 0, front: Sequence[Draft] = (), *, mdx: bool = False) -> list[Draft]:
    """Return the blocks of a Markdown source, `front` first, then those from the offset `start`, where it ends."""
    masked = mask_markdown(source[start:], mdx=mdx)
    return _Walk(source, masked, start, front).run()


class _Watched(StateInline):
    """An inline state that notes, in each token's `meta`, the offset in the content where it was found."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self._began = 0

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._began = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta["at"] = self._began
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        at = self.pos
        if ttype == "text" and len(self.tokens) > 1:  # delimiters, one token each, pushed before the state moves on
            before = self.tokens[-2]
            if before.type == "text" and before.meta.get("pushed") == self.pos:
                at = before.meta["at"] + len(before.content)
            token.meta["pushed"] = self.pos
        token.meta["at"] = at
        return token


@cache
def _parser() -> MarkdownIt:
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH}).enable(["table", "strikethrough"])
    footnote_plugin(md, inline=False, move_to_end=False, always_match_refs=True)
    md.core.ruler.disable(["inline", "text_join"], ignoreInvalid=True)
    md.inline.ruler2.disable(["fragments_join"])
    return md


_PASSED = frozenset({"paragraph_open", "paragraph_close", "fence", "code_block", "hr", "tr_close", "tbody_open"})


class _Walk:
    """Goes through the block tokens and builds the drafts."""

    def __init__(self, source: str, body: str, start: int, front: Sequence[Draft]) -> None:
        self.source = source
        self.body = body
        self.drafts: list[Draft] = list(front)
        ends = [(found.start(), found.end()) for found in _LINE_END.finditer(body)]
        self.lines = [start, *(start + end for _, end in ends)]
        self.stops = [*(start + low for low, _ in ends), start + len(body)]
        self.start = start
        self.heading = 0
        self.env: dict[str, Any] = {}

    def run(self) -> list[Draft]:
        lists: list[bool] = []  # whether each open list is numbered
        fresh = False  # whether the next block is the first of its list item
        item: int | None = None
        items: list[int | None] = []
        quotes = 0
        note = False
        kind: BlockKind = "paragraph"
        cells: list[tuple[int, str]] = []
        column = 0
        for token in _parser().parse(self.body, self.env):
            name = token.type
            if token.level >= MAX_DEPTH - 1:
                raise Unreadable(f"its quotes and lists are nested more than {MAX_DEPTH // 2} deep")
            if name in _PASSED:
                continue
            if name == "inline":
                if not token.map:
                    continue
                spoken: BlockKind = "footnote" if note else kind
                level = 0
                if kind == "heading" and not (quotes or lists or note):
                    level = self.heading
                elif kind == "heading":
                    spoken = "quote" if quotes else "paragraph"
                elif kind == "paragraph" and not note:
                    if lists and fresh:
                        spoken, level = "list-item", len(lists)
                    elif quotes:
                        spoken = "quote"
                elif kind in ("table-header", "table-cell"):
                    level = column
                places = self._cell(token, cells) if kind in ("table-header", "table-cell") else self._places(token)
                before = len(self.drafts)
                self._inline(token.content, places, spoken, level)
                if len(self.drafts) > before:
                    draft = self.drafts[before]
                    if spoken == "list-item":
                        item = before
                        draft.numbered = lists[-1]
                        fresh = False
                    elif lists and item is not None and spoken == "paragraph":
                        draft.lead = item
            elif name == "heading_open":
                kind, self.heading = "heading", int(token.tag[1:])
            elif name in ("heading_close", "th_close", "td_close"):
                kind = "paragraph"
            elif name in ("th_open", "td_open"):
                kind = "table-header" if name == "th_open" else "table-cell"
                column += 1
            elif name == "tr_open":
                column = 0
                cells = self._cells(token.map[0]) if token.map else []
            elif name in ("bullet_list_open", "ordered_list_open"):
                lists.append(name[0] == "o")
                items.append(item)
            elif name in ("bullet_list_close", "ordered_list_close"):
                lists.pop()
                item = items.pop()
            elif name == "list_item_open":
                fresh = True
            elif name == "list_item_close":
                fresh = False
            elif name == "blockquote_open":
                quotes += 1
            elif name == "blockquote_close":
                quotes -= 1
            elif name == "footnote_reference_open":
                note = True
            elif name == "footnote_reference_close":
                note = False
            elif name == "html_block" and token.map:
                self._html(token.map)
        return self.drafts

    def _line(self, number: int) -> tuple[int, int]:
        """Return the source offsets of a line, its end excluded."""
        if number >= len(self.lines):
            return self.stops[-1], self.stops[-1]
        return self.lines[number], self.stops[number]

    def _text(self, number: int) -> tuple[int, str]:
        low, high = self._line(number)
        return low, self.body[low - self.start : high - self.start]

    def _said(self, number: int) -> str:
        return self._text(number)[1].replace("\0", "\ufffd").rstrip()

    def _places(self, token: Token) -> list[tuple[int, int]]:
        """Return, for each line of a token's content, its offset in the content and in the source."""
        assert token.map
        places: list[tuple[int, int]] = []
        offset = 0
        lines = token.content.split("\n")
        first = lines[0].strip()  # lines of Unicode blanks before it are in the map, but trimmed from the content
        top = next((number for number in range(*token.map) if self._said(number).endswith(first)), token.map[0])
        for number, line in enumerate(lines, top):
            low, text = self._line(number)[0], self._said(number)
            spoken = line.strip()
            lead = len(line) - len(line.lstrip())
            if not text.endswith(spoken):  # the closing hashes of a heading
                text = text.rstrip("#").rstrip()
            places.append((offset, low + len(text) - len(spoken) - lead))
            offset += len(line) + 1
        return places

    def _cells(self, number: int) -> list[tuple[int, str]]:
        """Return the place and the raw text of each cell of a table's row."""
        low, text = self._text(number)
        cells: list[tuple[int, str]] = []
        position = 0
        for bar in re.finditer(r"(?<!\\)\||\Z", text):
            raw = text[position : bar.start()]
            lead = len(raw) - len(raw.lstrip())
            cells.append((low + position + lead, raw.strip()))
            position = bar.end()
        if (
            cells
            and re.fullmatch(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?", cells[0][1]) is not None
            and text.lstrip(" >").startswith("|")
        ):
            cells.pop(0)
        elif cells:  # what stands before the first cell belongs to a quote or a list
            place, raw = cells[0]
            prefix = re.match(r"(?:[\s>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?)", raw)
            cut = prefix.end() if prefix and raw.startswith(">") else 0
            cells[0] = (place + cut, raw[cut:])
        return cells

    def _cell(self, token: Token, cells: list[tuple[int, str]]) -> list[tuple[int, int]]:
        place, raw = cells.pop(0) if cells else (self._line(token.map[0] if token.map else 0)[0], "")
        places = [(0, place)]
        for count, bar in enumerate(re.finditer(r"\\\|", raw)):  # an escaped bar has lost its backslash
            places.append((bar.start() - count, place + bar.start() + 1))
        return places

    def _html(self, lines: Sequence[int]) -> None:
        from claimlint.documents.read_html import read_fragment

        low, high = self._line(lines[0])[0], self._line(lines[1] - 1)[1]
        self.drafts.extend(read_fragment(self.source, low, high, len(self.drafts)))

    def _inline(self, content: str, places: list[tuple[int, int]], kind: BlockKind, level: int) -> None:
        writer = _Writer(self.source, content, places)
        if _SPECIAL.search(content) and _is_paragraph(content):
            state = _Watched(content, _parser(), self.env, [])
            _parser().inline.tokenize(state)
            for rule in _parser().inline.ruler2.getRules(""):
                rule(state)
            writer.tokens(state.tokens)
        else:
            writer.text(0, content)
        draft = writer.prose.draft(kind, level)
        if draft is not None:
            self.drafts.append(draft)
        for at, label in writer.images:
            self._image(label, at, places)

    def _image(self, label: str, at: int, places: list[tuple[int, int]]) -> None:
        inside = [(offset - at, place) for offset, place in places if offset > at]
        self._inline(label, [(0, _source(places, at)), *inside], "caption", 0)


def _is_paragraph(content: str) -> bool:
    return len(content) <= MAX_PARAGRAPH and content.count("[") <= MAX_BRACKETS


def _source(places: list[tuple[int, int]], at: int) -> int:
    offset, place = places[bisect_right(places, at, key=lambda pair: pair[0]) - 1]
    return place + at - offset


class _Writer:
    """Writes inline tokens as prose."""

    def __init__(self, source: str, content: str, places: list[tuple[int, int]]) -> None:
        self.source = source
        self.content = content
        self.places = places
        self.prose = Prose()
        self.images: list[tuple[int, str]] = []
        self.begun = False

    def tokens(self, tokens: list[Token]) -> None:
        hidden = False
        for token in tokens:
            name, at = token.type, token.meta.get("at", 0)
            if name in ("text", "text_special"):
                if not token.content or hidden:
                    continue
                if name == "text_special":
                    self._replaced(token.content, at, len(token.markup))
                elif self.content.startswith(token.content, at):
                    self._linked(at, token.content)
                else:  # an automatic link, as the parser shows it
                    end = self.content.index(">", at)
                    self._linked(at + 1, self.content[at + 1 : end])
            elif name in ("softbreak", "hardbreak"):
                self._break(at)
            elif name == "link_open":
                self.prose.open_link(str(token.attrs.get("href", "")))
            elif name == "link_close":
                self.prose.close_link()
            elif name == "footnote_ref":
                self.prose.note(f"#fn-{token.meta.get('label', '')}")
            elif name == "image":
                self.images.append((at + 2, token.content))
            elif name == "html_inline":
                tag = token.content[1:7].lower()
                if tag.startswith("br"):
                    self._break(at)
                elif re.match(r"(?:script|style)\b", tag):
                    hidden = True
                elif re.match(r"/(?:script|style)", tag):
                    hidden = False

    def text(self, at: int, text: str) -> None:
        """Add text of the content from the offset `at`; it may run over several lines."""
        if not self.begun:
            self.begun = True
            found = _TASK.match(text) or _ALERT.match(text)
            if found and at == 0:
                at, text = found.end(), text[found.end() :]
        for number, line in enumerate(text.split("\n")):
            if number:
                self._break(at - 1)
            place = _source(self.places, at)
            if FILLER in line:
                for piece in re.finditer(r"[^\ue000]+", line):
                    self.prose.folded(piece[0], place + piece.start())
            elif len(self.places) > 1:
                self._pieces(at, line)
            else:
                self.prose.folded(line, place)
            at += len(line) + 1

    def _pieces(self, at: int, line: str) -> None:
        """Add a line whose map may break within it, as a table's cell does at an escaped bar."""
        end = at + len(line)
        first = bisect_right(self.places, at, key=lambda pair: pair[0])
        last = bisect_right(self.places, end - 1, key=lambda pair: pair[0])
        cuts = [at, *(offset for offset, _ in self.places[first:last]), end]
        for low, high in pairwise(cuts):
            self.prose.folded(self.content[low:high], _source(self.places, low))

    def _linked(self, at: int, text: str) -> None:
        """Add text, marking bare addresses as links."""
        position = 0
        for found in _ADDRESS.finditer(text) if "www." in text or "://" in text else ():
            self.text(at + position, text[position : found.start()])
            self.prose.open_link(found[0])
            self.text(at + found.start(), found[0])
            self.prose.close_link()
            position = found.end()
        self.text(at + position, text[position:])

    def _replaced(self, text: str, at: int, length: int) -> None:
        self.begun = True
        low = _source(self.places, at)
        high = _source(self.places, at + length - 1) + 1
        if text.isspace() and text not in KEPT_SPACES:
            self.prose.space(low, high - low)
        else:
            self.prose.replaced(text, low, high - low)

    def _break(self, at: int) -> None:
        place = _source(self.places, at)
        end = _BREAK.match(self.source, place)
        self.prose.space(place, (end.end() if end else place) - place, line_break=True)
