"""DOCX: what writers send. The source is the extracted text, a paragraph on each line.

The parts of the package are read as a stream by expat, which follows no entity here: a part that declares a document
type is refused, and so are packages that unpack to more than an article can be.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from claimlint.documents.model import BlockKind, Link
from claimlint.documents.prose import MAX_BLOCKS, Draft, Unreadable, cut
from claimlint.documents.suppressions import Order, read_order

MAX_PART = 40_000_000  # bytes of one part, unpacked
MAX_PARTS = 5_000
MAX_DEPTH = 256
# Names of Word's built-in styles, which are the same in every language (ECMA-376 part 1, 17.7.4.9).
_STYLES: dict[str, BlockKind] = {
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "list paragraph": "paragraph",
    "list bullet": "list-item",
    "list number": "list-item",
    "bibliography": "reference",
    "toc heading": "navigation",
    "footnote text": "footnote",
    "endnote text": "footnote",
}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "


@dataclass(slots=True)
class _Paragraph:
    kind: BlockKind = "paragraph"
    level: int = 0
    parts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    open_links: list[tuple[int, str]] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # ids of comments
    run_hidden: bool = False

    @property
    def length(self) -> int:
        return sum(map(len, self.parts))


@dataclass(slots=True)
class Extract:
    """The text of a document, its blocks, and the orders of its comments."""

    lines: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    offset: int = 0

    def add(self, text: str, kind: BlockKind, level: int = 0) -> Draft | None:
        """Add a line, and a block for it where it holds words."""
        start = self.offset
        self.lines.append(text)
        self.offset += len(text) + 1
        if not any(map(str.isalnum, text)):
            return None
        if len(self.drafts) >= MAX_BLOCKS:
            raise Unreadable(f"it has more than {MAX_BLOCKS:,} paragraphs")
        draft = cut(text, start, kind, level)
        self.drafts.append(draft)
        return draft

    @property
    def source(self) -> str:
        """Return the extracted text."""
        return "\n".join(self.lines)


def read_docx(data: bytes) -> Extract:
    """Return the text and the blocks of a DOCX package."""
    try:
        with ZipFile(io.BytesIO(data)) as package:
            if len(package.infolist()) > MAX_PARTS:
                raise Unreadable(f"is no DOCX file: it holds more than {MAX_PARTS:,} parts")
            return _read(package)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise Unreadable("is an old .doc file, or one with a password; save it as DOCX without one") from None
        raise Unreadable(f"is no DOCX file: {error}") from None
    except expat.ExpatError as error:
        raise Unreadable(f"is damaged: {error}") from None


def _read(package: ZipFile) -> Extract:
    names = set(package.namelist())
    main = "word/document.xml"
    if main not in names:
        raise Unreadable("is no DOCX file: it holds no word/document.xml")
    styles = _styles(package) if "word/styles.xml" in names else {}
    comments = _comments(package) if "word/comments.xml" in names else {}
    extract = Extract()
    _Body(extract, styles, comments, _targets(package, names, main)).parse(package, main)
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        if name in names:
            _Body(extract, styles, comments, _targets(package, names, name), "footnote").parse(package, name)
    for name in sorted(names):
        if re.fullmatch(r"word/(?:footer|header)\d*\.xml", name):
            kind: BlockKind = "footer" if "footer" in name else "navigation"
            _Body(extract, styles, comments, {}, kind).parse(package, name)
    if any(draft.kind == "heading" and draft.level == 0 for draft in extract.drafts):
        for draft in extract.drafts:
            if draft.kind == "heading":
                draft.level = min(6, draft.level + 1)
    return extract


def _part(package: ZipFile, name: str) -> bytes:
    with package.open(name) as file:
        content = file.read(MAX_PART + 1)
    if len(content) > MAX_PART:
        raise Unreadable(f"unpacks to more than {MAX_PART // 1_000_000} MB")
    return content


class _Part:
    """A part of the package, read as a stream of elements."""

    told: frozenset[str] = frozenset()  # the elements that `start` is told of; empty: of all

    def __init__(self) -> None:
        self.depth = 0

    def parse(self, package: ZipFile, name: str) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = _refuse
        parser.Parse(_part(package, name), True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Unreadable(f"its elements are nested more than {MAX_DEPTH} deep")
        tag = _short(name)
        if not self.told or tag in self.told:
            self.start(tag, {_short(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.end(_short(name))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None: ...

    def end(self, tag: str) -> None: ...

    def text(self, text: str) -> None: ...


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    if name.startswith((_W, _W_STRICT)):
        return "w:" + name.rpartition(" ")[2]
    return name.rpartition(" ")[2]


def _refuse(*_: Any) -> None:
    raise Unreadable("declares a document type, which a DOCX file must not")


class _Body(_Part):
    """Collects paragraphs, list items, cells, captions and notes."""

    def __init__(
        self,
        extract: Extract,
        styles: Mapping[str, tuple[BlockKind, int]],
        comments: Mapping[str, str],
        targets: Mapping[str, str],
        whole: BlockKind | None = None,
    ) -> None:
        super().__init__()
        self.extract = extract
        self.styles = styles
        self.comments = comments
        self.targets = targets
        self.whole = whole
        self.stack: list[_Paragraph] = []
        self.mute = 0  # how many elements are open whose text is not the document's
        self.in_text = False
        self.cells = 0
        self.rows: list[int] = []  # rows begun in each open table
        self.header_row = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        paragraph = self.stack[-1] if self.stack else None
        if tag in ("w:moveFrom", "w:del", "Fallback"):
            self.mute += 1
        elif tag in {"w:footnote", "w:endnote"}:
            self.mute += attributes.get("w:type", "normal") != "normal"
        elif tag == "w:p":
            self.stack.append(
                _Paragraph(kind="table-header" if self.header_row else "table-cell" if self.cells else "paragraph")
            )
        elif tag == "w:tbl":
            self.rows.append(0)
        elif tag == "w:tr" and self.rows:
            self.rows[-1] += 1
            self.header_row = False
        elif tag == "w:tblHeader" and attributes.get("w:val", "1") not in ("0", "false"):
            self.header_row = True
        elif tag == "w:tc":
            self.cells += 1
        elif paragraph is not None:
            self._inside(tag, attributes, paragraph)

    def _inside(self, tag: str, attributes: Mapping[str, str], paragraph: _Paragraph) -> None:
        if tag == "w:pStyle":
            kind, level = self.styles.get(attributes.get("w:val", ""), ("paragraph", 0))
            if kind != "paragraph" and (paragraph.kind == "paragraph" or kind != "list-item"):
                paragraph.kind, paragraph.level = kind, level
        elif tag == "w:outlineLvl" and attributes.get("w:val", "9") in tuple("012345"):
            paragraph.kind, paragraph.level = "heading", int(attributes["w:val"]) + 1
        elif tag == "w:ilvl" and paragraph.kind in ("paragraph", "list-item"):
            depth = attributes.get("w:val", "0")
            paragraph.kind, paragraph.level = "list-item", int(depth) + 1 if depth.isdigit() else 1
        elif tag == "w:r":
            paragraph.run_hidden = False
        elif tag == "w:vanish" and attributes.get("w:val", "1") not in ("0", "false"):
            paragraph.run_hidden = True
        elif tag == "w:t":
            self.in_text = True
        elif tag in ("w:tab", "w:br", "w:cr", "w:ptab"):
            paragraph.parts.append(" ")
        elif tag == "w:noBreakHyphen":
            paragraph.parts.append("\u2011")
        elif tag == "w:hyperlink":
            paragraph.open_links.append((paragraph.length, self.targets.get(attributes.get("id", ""), "")))
        elif tag == "docPr" and attributes.get("descr"):
            paragraph.captions.append(attributes["descr"])
        elif tag in ("w:commentRangeStart", "w:commentReference"):
            note = attributes.get("w:id", "")
            if note not in paragraph.notes:
                paragraph.notes.append(note)

    def end(self, tag: str) -> None:
        if tag in ("w:moveFrom", "w:del", "Fallback"):
            self.mute -= 1
        elif tag in {"w:footnote", "w:endnote"}:
            self.mute = 0
        elif tag == "w:t":
            self.in_text = False
        elif tag == "w:tc":
            self.cells = max(0, self.cells - 1)
        elif tag == "w:tr":
            self.header_row = False
        elif tag == "w:tbl" and self.rows:
            self.rows.pop()
        elif tag == "w:hyperlink" and self.stack and self.stack[-1].open_links:
            paragraph = self.stack[-1]
            start, target = paragraph.open_links.pop()
            if start < paragraph.length:
                paragraph.links.append(Link(start, paragraph.length, target))
        elif tag == "w:p" and self.stack:
            self._finish(self.stack.pop())

    def text(self, text: str) -> None:
        if self.in_text and not self.mute and self.stack and not self.stack[-1].run_hidden:
            self.stack[-1].parts.append(text)

    def _finish(self, paragraph: _Paragraph) -> None:
        if self.mute:
            return
        whole = "".join(paragraph.parts).replace("\n", " ")
        text = whole.strip()
        cut_off = len(whole) - len(whole.lstrip())
        kind = self.whole or paragraph.kind
        start = self.extract.offset
        draft = self.extract.add(text, kind, paragraph.level if kind in ("heading", "list-item") else 0)
        if draft is not None:
            draft.links = tuple(
                Link(max(0, link.start - cut_off), min(len(text), link.end - cut_off), link.target)
                for link in paragraph.links
                if link.start - cut_off < len(text)
            )
        for caption in paragraph.captions:
            self.extract.add(" ".join(caption.split()), "caption")
        for note in paragraph.notes:
            order = read_order(self.comments.get(note, ""), start, start + max(1, len(text)))
            if order is not None:
                self.extract.orders.append(order)


class _StyleSheet(_Part):
    told = frozenset({"w:style", "w:name", "w:basedOn", "w:outlineLvl"})

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, str] = {}
        self.based: dict[str, str] = {}
        self.outline: dict[str, int] = {}
        self.current = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("w:val", "")
        if tag == "w:style":
            self.current = attributes.get("w:styleId", "")
        elif tag == "w:name" and self.current:
            self.names.setdefault(self.current, value.lower())
        elif tag == "w:basedOn" and self.current:
            self.based[self.current] = value
        elif tag == "w:outlineLvl" and self.current and value in tuple("012345"):
            self.outline[self.current] = int(value) + 1

    def end(self, tag: str) -> None:
        if tag == "w:style":
            self.current = ""


def _styles(package: ZipFile) -> dict[str, tuple[BlockKind, int]]:
    """Return what each paragraph style stands for, by its name or by that of the style it is based on."""
    sheet = _StyleSheet()
    sheet.parse(package, "word/styles.xml")
    known: dict[str, tuple[BlockKind, int]] = {}
    for style in sheet.names:
        for ancestor in _ancestors(style, sheet.based):
            name = sheet.names.get(ancestor, "")
            heading = re.fullmatch(r"heading ([1-6])", name)
            if name == "title":
                known[style] = ("heading", 0)  # above the headings of level 1
            elif heading or ancestor in sheet.outline:
                known[style] = ("heading", int(heading[1]) if heading else sheet.outline[ancestor])
            elif re.fullmatch(r"toc \d", name):
                known[style] = ("navigation", 0)
            elif re.fullmatch(r"list (?:bullet|number)(?: \d)?", name):
                known[style] = ("list-item", int(name[-1]) if name[-1].isdigit() else 1)
            elif name in _STYLES:
                known[style] = (_STYLES[name], 1)
            else:
                continue
            break
    return known


def _ancestors(style: str, based: Mapping[str, str]) -> Iterator[str]:
    for _ in range(12):
        yield style
        if style not in based:
            return
        style = based[style]


class _Comments(_Part):
    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self.current = ""
        self.in_text = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "w:comment":
            self.current = attributes.get("w:id", "")
        self.in_text = tag == "w:t"

    def end(self, _tag: str) -> None:
        self.in_text = False

    def text(self, text: str) -> None:
        if self.in_text:
            self.texts[self.current] = self.texts.get(self.current, "") + text


def _comments(package: ZipFile) -> dict[str, str]:
    comments = _Comments()
    comments.parse(package, "word/comments.xml")
    return comments.texts


class _Relations(_Part):
    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship" and attributes.get("Type", "").endswith("/hyperlink"):
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


def _targets(package: ZipFile, names: set[str], part: str) -> dict[str, str]:
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in names:
        return {}
    found = _Relations()
    found.parse(package, relations)
    return found.targets
