"""reStructuredText, as far as articles use it: sections, lists, quotes, tables, footnotes, directives.

docutils gives lines, not columns, and needs seconds for what is read here in milliseconds; this reader knows the
block structure of the specification and the inline markup, and keeps the place of every character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claimlint.documents.model import BlockKind
from claimlint.documents.prose import MAX_BLOCKS, Draft, Prose, Unreadable

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{1,}\Z")
_BULLET = re.compile(r"(?:[-*+•‣⁃])(?:[ \t]+|\Z)")
_NUMBER = re.compile(r"(?:\(?(?:\d{1,4}|[a-zA-Z]|#|[ivxlcIVXLC]{1,8})[.)])[ \t]+")
_FIELD = re.compile(r":(?P<name>[^:\n]{1,60}):(?:[ \t]+|\Z)")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|\n]{1,80}\|[ \t]+)?(?P<name>[\w:.+-]{1,60}?)[ \t]*::[ \t]*(?P<rest>.*)\Z")
_NOTE = re.compile(r"\.\.[ \t]+\[(?:[#*]?[\w.-]*|\d+)\][ \t]+")
_TARGET = re.compile(r"\.\.[ \t]+_[^\n]*\Z|__[ \t]+\S+\Z")
_GRID = re.compile(r"\+[-=+]{2,}\Z")
_SIMPLE = re.compile(r"=+(?:[ \t]+=+)+\Z")
# What directives of the specification hold: prose of a kind, or nothing to read (everything else that is unknown is prose).
_PROSE_DIRECTIVES: dict[str, BlockKind] = {
    "epigraph": "quote",
    "highlights": "paragraph",
    "pull-quote": "quote",
    "figure": "caption",
    "rubric": "heading",
}
_SILENT_DIRECTIVES = frozenset(
    [
        "code",
        "code-block",
        "sourcecode",
        "highlight",
        "raw",
        "math",
        "image",
        "include",
        "literalinclude",
        "contents",
        "toctree",
        "index",
        "meta",
        "only",
        "default-role",
        "role",
        "replace",
        "unicode",
        "date",
        "csv-table",
        "list-table",
        "graphviz",
        "parsed-literal",
        "prompt",
        "jupyter-execute",
        "plot",
        "tags",
        "sectnum",
    ]
)
_INLINE = re.compile(
    r"``(?P<literal>[^`\n]{0,400}?(?:\n[^`\n]{0,400}?)?)``"
    r"|:[\w:.+-]{1,40}:`(?P<role>[^`]{1,600})`"
    r"|`(?P<link>[^`<]{1,400}?)\s*<(?P<target>[^`>]{1,800})>`__?"
    r"|`(?P<ref>[^`]{1,400})`__?"
    r"|`(?P<default>[^`]{1,400})`"
    r"|\*\*(?P<strong>(?=\S)[^*]{1,800}?(?<=\S))\*\*"
    r"|(?<![\w*])\*(?P<emphasis>(?=\S)[^*\n]{1,800}?(?:\n[^*\n]{1,800}?)?(?<=\S))\*(?![\w*])"
    r"|(?P<note>[ \t]?\[(?:\#[\w.-]*|\*|\d{1,4})\]_)"
    r"|\|(?P<substitution>[^|\s][^|\n]{0,80})\|_{0,2}"
    r"|(?P<escape>\\(?:\s|[^\s]))"
    r"|(?P<address>https?://[^\s<>\"'`)\]]{3,2000})"
    r"|(?<=\w)(?P<tail>__?)(?=[\s.,;:!?)\]'\"-]|\Z)"
)


@dataclass(slots=True)
class _Line:
    start: int  # source offset of its first visible character
    text: str
    indent: int

    @property
    def blank(self) -> bool:
        return not self.text


def read_rst(source: str, start: int = 0, front: Sequence[Draft] = ()) -> tuple[list[Draft], dict[str, str]]:
    """Return the blocks of a source, `front` first, and the fields at its head."""
    lines = _lines(source, start)
    reader = _Reader(list(front))
    reader.read(lines, 0, "paragraph")
    return reader.drafts, reader.fields


def _lines(source: str, start: int) -> list[_Line]:
    lines: list[_Line] = []
    for found in _LINE.finditer(source, start):
        raw = found[0].rstrip()
        text = raw.lstrip()
        if len(lines) > 4 * MAX_BLOCKS:
            raise Unreadable("it has too many lines; split it")
        lines.append(_Line(found.start() + len(raw) - len(text), text, len(raw[: len(raw) - len(text)].expandtabs(8))))
    return lines


class _Reader:
    def __init__(self, drafts: list[Draft]) -> None:
        self.drafts = drafts
        self.fields: dict[str, str] = {}
        self.adornments: list[str] = []  # a section's level is told by the order in which its adornment first occurs
        self.depth = 0

    def read(self, lines: Sequence[_Line], depth: int, kind: BlockKind, item: int | None = None) -> None:
        """Read the lines of a body, all indented alike, as blocks of `kind`."""
        if self.depth > 100:
            raise Unreadable("its blocks are nested more than 100 deep")
        self.depth += 1
        index = 0
        while index < len(lines):
            index = self._block(lines, index, depth, kind, item)
        self.depth -= 1

    def _block(self, lines: Sequence[_Line], index: int, depth: int, kind: BlockKind, item: int | None) -> int:
        line = lines[index]
        if line.blank:
            return index + 1
        base = line.indent
        text = line.text
        after = lines[index + 1] if index + 1 < len(lines) else None
        if text.startswith(".. ") or text == "..":
            return self._explicit(lines, index, depth)
        if _TARGET.match(text):
            return index + 1
        if _GRID.match(text) or _SIMPLE.match(text):
            return self._table(lines, index)
        if _ADORNMENT.match(text):
            title = after
            under = lines[index + 2] if index + 2 < len(lines) else None
            if title and under and not title.blank and under.text == text and _ADORNMENT.match(under.text):
                self._title(title, "over" + text[0])
                return index + 3
            if len(text) >= 4:
                return index + 1  # a transition
        underlined = after is not None and _ADORNMENT.match(after.text) and len(after.text) >= min(3, len(text))
        if after and underlined and not _ADORNMENT.match(text) and after.indent == base and self.depth == 1:
            self._title(line, after.text[0])
            return index + 2
        if _FIELD.match(text):
            return self._field(lines, index)
        if text.startswith(">>> "):
            while index < len(lines) and not lines[index].blank:
                index += 1
            return index
        marker = _BULLET.match(text) or _NUMBER.match(text)
        if marker:
            return self._item(lines, index, marker, depth)
        if text.startswith("| "):
            return self._paragraph(lines, index, kind, item, skip=2)
        return self._paragraph(lines, index, kind, item)

    def _body(self, lines: Sequence[_Line], index: int, base: int) -> int:
        """Return where the lines end that are indented deeper than `base`."""
        end = index
        while end < len(lines) and (lines[end].blank or lines[end].indent > base):
            end += 1
        return end

    def _item(self, lines: Sequence[_Line], index: int, marker: re.Match[str], depth: int) -> int:
        line = lines[index]
        end = self._body(lines, index + 1, line.indent)
        size = marker.end()
        first = _Line(line.start + size, line.text[size:], line.indent + size)
        body = [first, *lines[index + 1 : end]]
        before = len(self.drafts)
        stop = self._paragraph(body, 0, "list-item", None, level=depth + 1) if first.text else 0
        if len(self.drafts) > before:
            self.drafts[before].numbered = not _BULLET.match(line.text)
        self.read(body[stop:], depth + 1, "paragraph", before if len(self.drafts) > before else None)
        return end

    def _paragraph(
        self, lines: Sequence[_Line], index: int, kind: BlockKind, item: int | None, *, level: int = 0, skip: int = 0
    ) -> int:
        base = lines[index].indent
        end = index
        while end < len(lines) and not lines[end].blank and (lines[end].indent == base or end == index or level):
            if end > index and level and (_BULLET.match(lines[end].text) or lines[end].indent < base):
                break
            end += 1
        told = lines[index:end]
        following = end
        while following < len(lines) and lines[following].blank:
            following += 1
        deeper = following < len(lines) and lines[following].indent > base and not level
        literal = told[-1].text.endswith("::")
        if len(told) == 1 and deeper and following == end and not literal and skip == 0:
            # a term, its definition below
            before = len(self.drafts)
            self._say(told, kind, item, level, skip)
            stop = self._body(lines, end, base)
            self.read(lines[end:stop], 0, kind, before if len(self.drafts) > before else item)
            return stop
        self._say(told, kind, item, level, skip)
        if literal:
            return self._body(lines, end, base)
        if deeper:
            stop = self._body(lines, following, base)
            self.read(lines[following:stop], 0, "quote" if kind == "paragraph" else kind, item)
            return stop
        return end

    def _title(self, line: _Line, adornment: str) -> None:
        if adornment not in self.adornments:
            self.adornments.append(adornment)
        self._say([line], "heading", None, min(6, self.adornments.index(adornment) + 1), 0)

    def _field(self, lines: Sequence[_Line], index: int) -> int:
        line = lines[index]
        found = _FIELD.match(line.text)
        end = self._body(lines, index + 1, line.indent)
        if found:
            name = found["name"].strip().lower()
            value = line.text[found.end() :]
            self.fields.setdefault(name, " ".join([value, *(each.text for each in lines[index + 1 : end])]).strip())
            kinds: dict[str, BlockKind] = {"title": "title", "description": "description", "abstract": "paragraph"}
            if name in kinds and value:
                first = _Line(line.start + found.end(), value, line.indent)
                self._say(
                    [first, *(each for each in lines[index + 1 : end] if not each.blank)], kinds[name], None, 0, 0
                )
        return end

    def _explicit(self, lines: Sequence[_Line], index: int, depth: int) -> int:
        line = lines[index]
        end = self._body(lines, index + 1, line.indent)
        note = _NOTE.match(line.text)
        if note:
            size = note.end()
            self.read(
                [_Line(line.start + size, line.text[size:], line.indent + 3), *lines[index + 1 : end]],
                depth,
                "footnote",
            )
            return end
        found = _DIRECTIVE.match(line.text)
        if not found:
            return end  # a comment, a target
        name = found["name"].lower()
        options, body = self._options(lines[index + 1 : end])
        for option in options:
            field = _FIELD.match(option.text)
            if field and field["name"].strip() == "alt":
                self._say([_Line(option.start + field.end(), option.text[field.end() :], 0)], "caption", None, 0, 0)
        if name == "meta":
            for option in options:
                field = _FIELD.match(option.text)
                if field and field["name"].split()[0] == "description":
                    value = _Line(option.start + field.end(), option.text[field.end() :], 0)
                    self._say([value], "description", None, 0, 0)
        if name in _SILENT_DIRECTIVES:
            return end
        kind = _PROSE_DIRECTIVES.get(name, "paragraph")
        if found["rest"] and name != "figure":
            spoken = next((each.indent for each in body if not each.blank), line.indent + 3)
            first = _Line(line.start + found.start("rest"), found["rest"], spoken)
            if kind == "heading":
                self._say([first], kind, None, 2, 0)
            else:
                body = [first, *body]
        self.read(body, depth, kind)
        return end

    def _options(self, lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line]]:
        count = 0
        while count < len(lines) and _FIELD.match(lines[count].text):
            count += 1
        return list(lines[:count]), list(lines[count:])

    def _table(self, lines: Sequence[_Line], index: int) -> int:
        end = index
        while end < len(lines) and not (lines[end].blank and not _SIMPLE.match(lines[index].text)):
            if end > index and _SIMPLE.match(lines[end].text) and (end + 1 >= len(lines) or lines[end + 1].blank):
                end += 1
                break
            end += 1
        rows = lines[index:end]
        if _GRID.match(rows[0].text):
            self._grid(rows)
        else:
            self._simple(rows)
        return end

    def _grid(self, rows: Sequence[_Line]) -> None:
        headed = any(row.text.startswith("+=") for row in rows)
        kind: BlockKind = "table-header" if headed else "table-cell"
        cells: dict[int, list[_Line]] = {}
        for row in rows:
            if row.text.startswith("+"):
                for cell in cells.values():
                    self._say(cell, kind, None, 0, 0)
                cells = {}
                if row.text.startswith("+="):
                    kind = "table-cell"
                continue
            for found in re.finditer(r"[^|\n]+", row.text):
                text = found[0].strip()
                if text:
                    column = row.text.count("|", 0, found.start())
                    at = row.start + found.start() + len(found[0]) - len(found[0].lstrip())
                    cells.setdefault(column, []).append(_Line(at, text, 0))
        for cell in cells.values():
            self._say(cell, kind, None, 0, 0)

    def _simple(self, rows: Sequence[_Line]) -> None:
        columns = [found.span() for found in re.finditer(r"=+", rows[0].text)]
        rules = [number for number, row in enumerate(rows) if _SIMPLE.match(row.text)]
        headed = len(rules) > 2
        for number, row in enumerate(rows):
            if number in rules or row.blank or _ADORNMENT.match(row.text.replace(" ", "")):
                continue
            kind: BlockKind = "table-header" if headed and number < rules[1] else "table-cell"
            shift = row.indent - rows[0].indent
            for place, (low, _) in enumerate(columns):
                high = columns[place + 1][0] if place + 1 < len(columns) else len(row.text) + shift
                raw = row.text[max(0, low - shift) : max(0, high - shift)]
                if raw.strip():
                    at = row.start + max(0, low - shift) + len(raw) - len(raw.lstrip())
                    self._say([_Line(at, raw.strip(), 0)], kind, None, 0, 0)

    def _say(self, lines: Sequence[_Line], kind: BlockKind, item: int | None, level: int, skip: int) -> None:
        """Add a block for the text of these lines."""
        text = "\n".join(line.text[skip:] for line in lines)
        if text.endswith("::"):
            text = text[:-1] if text != "::" else ""
        places: list[tuple[int, int]] = []
        offset = 0
        for line in lines:
            places.append((offset, line.start + skip))
            offset += len(line.text) - skip + 1
        prose = Prose()
        _inline(prose, text, 0, places)
        draft = prose.draft(kind, level)
        if draft is not None:
            if item is not None and kind == "paragraph":
                draft.lead = item
            if len(self.drafts) >= MAX_BLOCKS:
                raise Unreadable(f"it has more than {MAX_BLOCKS:,} blocks of prose; split it")
            self.drafts.append(draft)


def _inline(prose: Prose, text: str, base: int, places: Sequence[tuple[int, int]]) -> None:
    """Write text with inline markup as prose; `base` is its offset in the block's text."""
    position = 0
    for found in _INLINE.finditer(text):
        _plain(prose, text[position : found.start()], base + position, places)
        position = found.end()
        name = found.lastgroup
        if name == "target":
            name = "link"
        if name in ("strong", "emphasis", "role", "ref", "default", "link"):
            target = found["target"] if name == "link" else ""
            inside, at = found[name], found.start(name)
            titled = re.match(r"([^<]+?)\s*<[^>]*>\Z", inside) if name == "role" else None
            if titled:
                inside = titled[1]
            if target:
                prose.open_link(target)
            _plain(prose, inside, base + at, places)
            if target:
                prose.close_link()
        elif name == "address":
            prose.open_link(found["address"])
            _plain(prose, found["address"], base + found.start(), places)
            prose.close_link()
        elif name == "escape" and not found[0][1].isspace():
            low = _place(places, base + found.start())
            prose.replaced(found[0][1], low, _place(places, base + found.end() - 1) + 1 - low)
    _plain(prose, text[position:], base + position, places)


def _plain(prose: Prose, text: str, at: int, places: Sequence[tuple[int, int]]) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            low = _place(places, at - 1)
            prose.space(low, max(0, _place(places, at) - low), line_break=True)
        if line:
            prose.folded(line, _place(places, at))
        at += len(line) + 1


def _place(places: Sequence[tuple[int, int]], at: int) -> int:
    offset, place = places[max(0, bisect_right(places, at, key=lambda pair: pair[0]) - 1)]
    return place + at - offset
