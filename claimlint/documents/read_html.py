"""HTML: whole pages as a CMS exports them, and fragments; prose with its place in the source, told from the furniture.

The standard library's parser gives exact places. Two things of it are made safe here: declarations and comments that
never end (it would look for their end again from each), and nesting without end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html.entities import html5
from html.parser import HTMLParser
from itertools import accumulate

from claimlint.documents.masking import FILLER, mask_html
from claimlint.documents.model import BlockKind
from claimlint.documents.prose import KEPT_SPACES, MAX_BLOCKS, Draft, Prose, Unreadable
from claimlint.documents.words import words

MAX_DEPTH = 256  # of nested elements; real pages have fewer than a hundred
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_MUTE = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "canvas",
        "iframe",
        "object",
        "video",
        "audio",
        "code",
        "pre",
        "textarea",
        "select",
        "datalist",
        "rt",
        "rp",
        "head",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "meter",
        "output",
        "picture",
        "progress",
        "q",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "nobr",
        "acronym",
        "slot",
    ]
)
_FLOWING = _INLINE | _MUTE - {"pre", "textarea", "head"}  # these end no block
_NOTE = re.compile(
    r"<sup\b[^>]{0,200}>\s*(?:<a\b[^>]{0,400}>\s*\[?|\[)[\d\s,–-]{1,12}\]?\s*(?:</a>)?\]?\s*</sup>", re.IGNORECASE
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CLOSES = {  # what an opening tag ends, as browsers do; and where they stop looking
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr", "td", "th"), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "option": (("option",), ("select",)),
}
_ENDS_P = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_FURNITURE: tuple[BlockKind, ...] = ("navigation", "footer", "byline", "caption", "reference")


@dataclass(slots=True)
class _Element:
    tag: str
    language: str | None
    hidden: bool = False
    region: BlockKind | None = None  # what everything inside is, if not prose
    article: int | None = None  # the innermost article element, as a count
    main: bool = False
    first: bool = True  # no block of this list item has been found yet
    item: int | None = None
    cells: int = 0  # of a table's row, so far; of a cell, its column


@dataclass(slots=True)
class _Found:
    """A draft with what tells prose from furniture once the whole page is known."""

    draft: Draft
    article: int | None
    main: bool
    region: BlockKind | None
    linked: bool


@dataclass(slots=True)
class _Page:
    found: list[_Found] = field(default_factory=list)
    has_main: bool = False
    language: str | None = None
    articles: int = 0


def read_page(source: str, start: int = 0, front: Sequence[Draft] = ()) -> tuple[list[Draft], str | None]:
    """Return the blocks of a page or fragment, `front` first, then those from `start`; and the language it declares."""
    page = _parse(source, start, len(source), len(front))
    return [*front, *_settle(page)], page.language


def read_fragment(source: str, low: int, high: int, base: int = 0) -> list[Draft]:
    """Return the blocks of the HTML that stands at `low` to `high` in another format's source; `base` blocks precede."""
    return [found.draft for found in _parse(source, low, high, base).found]


def _parse(source: str, low: int, high: int, base: int = 0) -> _Page:
    text = mask_html(source[low:high])
    reader = _Reader(text, low, base)
    # No tag can end after the last ">": what follows it is text, however many "<" it holds.
    end = text.rfind(">") + 1
    reader.feed(text[:end])
    reader.close()
    reader.finish(text[end:], end)
    return reader.page


class _Reader(HTMLParser):
    """Walks the tags and collects drafts."""

    def __init__(self, text: str, low: int, base: int) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.low = low
        self.base = base
        self.page = _Page()
        self.prose = Prose()
        self.stack: list[_Element] = [_Element("", None)]
        self.open: Counter[str] = Counter()  # of the stack's tags
        self.lists: list[bool] = []
        self.lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self.letters = 0
        self.linked = 0
        self.links = 0
        self.pending: list[tuple[str, str, int]] = []  # attributes that are prose, after the block they stand in
        self.title = 0  # depth of <title>
        self.mute = 0  # how many open elements are mute

    # What the parser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = self._at()
        if tag == "meta":
            self._meta(dict(attrs), at)
        elif tag == "title" and not any(element.tag == "svg" for element in self.stack):
            self._flush()
            self.title = 1
        if tag in _VOID:
            self._void(tag, attrs, at)
            return
        if tag in _ENDS_P:
            self._pop(
                "p", ("li", "td", "th", "div", "section", "article", "main", "blockquote", "body", "button", "dd")
            )
        if tag in _CLOSES:
            closed, limits = _CLOSES[tag]
            for name in closed:
                self._pop(name, limits)
        if tag not in _FLOWING:
            self._flush()
        element = self._element(tag, dict(attrs))
        if tag == "sup" and _NOTE.match(self.text, at):
            element.hidden = True
            if not self.mute:
                self.prose.note("#note")
        if tag in _INLINE:
            if tag == "a" and not self.mute:
                self.links += 1
                self.prose.open_link(dict(attrs).get("href") or "")
            self._attributes(attrs, at)
            top = self.stack[-1]
            if not element.hidden and element.language == top.language and tag != top.tag:
                return  # inline elements only matter where they hide, or speak another language
        else:
            self._attributes(attrs, at)
        if len(self.stack) > MAX_DEPTH:
            raise Unreadable(f"its elements are nested more than {MAX_DEPTH} deep")
        self.mute += element.hidden
        self.open[tag] += 1
        self.stack.append(element)
        if tag in ("ul", "ol", "menu"):
            self.lists.append(tag == "ol")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID or tag in ("svg", "path", "use", "circle"):
            self.handle_starttag(tag, attrs) if tag in _VOID else None
        else:  # browsers take no notice of the slash
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self.title:
            self._flush("title")
            self.title = 0
            return
        if tag == "a":
            self.links = max(0, self.links - 1)
            self.prose.close_link()
        if tag == "br":
            self.prose.space(self.low + self._at(), 5, line_break=True)
        if tag not in _INLINE or self.stack[-1].tag == tag:
            self._pop(tag, ())

    def handle_data(self, data: str) -> None:
        at = self._at()
        if self.mute and not self.title:
            return
        self._say(data, at)

    def handle_entityref(self, _name: str) -> None:
        self._reference()

    def handle_charref(self, _name: str) -> None:
        self._reference()

    def parse_html_declaration(self, i: int) -> int:
        """Skip a comment, a doctype or a marked section; one that does not end reaches to the end."""
        rawdata = self.rawdata
        mark = "-->" if rawdata.startswith("<!--", i) else "]]>" if rawdata.startswith("<![CDATA[", i) else ">"
        if mark == "-->" and rawdata.startswith((">", "->"), i + 4):
            mark = ">"
        end = rawdata.find(mark, i + 2)
        return len(rawdata) if end < 0 else end + len(mark)

    def parse_pi(self, i: int) -> int:
        """Skip a processing instruction."""
        end = self.rawdata.find(">", i + 2)
        return len(self.rawdata) if end < 0 else end + 1

    # Our own

    def finish(self, rest: str, at: int) -> None:
        """Take the text after the last tag and end the page."""
        if not self.mute:
            rest = rest.partition("<!--")[0]  # a comment that does not end
            position = 0
            for found in _REFERENCE.finditer(rest):
                self._say(rest[position : found.start()], at + position)
                self._character(found[0], at + found.start())
                position = found.end()
            self._say(rest[position:], at + position)
        self._flush()

    def _at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def _say(self, text: str, at: int) -> None:
        if FILLER in text:
            for piece in re.finditer(r"[^\ue000]+", text):
                self.prose.folded(piece[0], self.low + at + piece.start())
        else:
            self.prose.folded(text, self.low + at)
        size = len(text) - text.count(" ") - text.count("\n")
        self.letters += size
        self.linked += size if self.links else 0

    def _reference(self) -> None:
        if self.mute and not self.title:
            return
        at = self._at()
        found = _REFERENCE.match(self.text, at)
        if found:
            self._character(found[0], at)
        else:
            self._say(self.text[at : at + 2], at)

    def _character(self, written: str, at: int) -> None:
        text, length = _decoded(written)
        if text.isspace() and text not in KEPT_SPACES:
            self.prose.space(self.low + at, length)
        else:
            self.prose.replaced(text, self.low + at, length)
        if length < len(written):
            self._say(written[length:], at + length)

    def _element(self, tag: str, attrs: dict[str, str | None]) -> _Element:
        above = self.stack[-1]
        language = attrs.get("lang") or attrs.get("xml:lang") or above.language
        if tag == "html" and self.page.language is None:
            self.page.language = language
        hidden = (
            tag in _MUTE
            or "hidden" in attrs
            or (attrs.get("aria-hidden") or "").lower() == "true"
            or bool(_HIDING.search(attrs.get("style") or ""))
        )
        element = _Element(tag, language, hidden, above.region, above.article, above.main)
        if tag in _INLINE:
            return element
        if tag in ("td", "th"):
            above.cells += 1
            element.cells = above.cells
        if tag == "main" or attrs.get("role") == "main":
            element.main, element.region, self.page.has_main = True, None, True
        if tag == "article" and above.article is None and above.region is None:
            element.article = self.page.articles
            self.page.articles += 1
        element.region = element.region or self._region(tag, attrs, element)
        return element

    def _region(self, tag: str, attrs: dict[str, str | None], element: _Element) -> BlockKind | None:
        inside = element.main or element.article is not None
        if tag == "nav":
            return "navigation"
        if tag in ("footer", "address"):
            return "footer" if tag == "footer" else "byline"
        if tag in ("aside", "header", "dialog") and not inside:
            return "navigation"
        if tag in ("figcaption", "caption"):
            return "caption"
        if tag == "button":
            return "navigation"
        if tag in ("html", "body", "main", "article") or tag in _HEADINGS:
            return None
        role = attrs.get("role")
        names = f"{attrs.get('class') or ''} {attrs.get('id') or ''}"
        return _by_name(role or "", names) if role or len(names) > 1 else None

    def _attributes(self, attrs: list[tuple[str, str | None]], at: int) -> None:
        for name, value in attrs:
            if name == "title" and value and not self.mute:
                self.pending.append((name, self.get_starttag_text() or "", at))

    def _void(self, tag: str, attrs: list[tuple[str, str | None]], at: int) -> None:
        if tag in ("br", "wbr", "hr"):
            tag_text = self.get_starttag_text() or ""
            if tag == "br":
                self.prose.space(self.low + at, len(tag_text), line_break=True)
            elif tag == "hr":
                self._flush()
        elif tag == "img" and not self.mute:
            named = dict(attrs)
            if "hidden" not in named and named.get("alt"):
                self.pending.append(("alt", self.get_starttag_text() or "", at))
            self._attributes(attrs, at)
        elif tag == "input":
            self._flush()

    def _meta(self, attrs: dict[str, str | None], at: int) -> None:
        name = (attrs.get("name") or "").lower()
        if name == "description" and attrs.get("content"):
            draft = self._attribute("content", self.get_starttag_text() or "", at, "description")
            if draft is not None:
                self._add(draft, None)
        elif (attrs.get("http-equiv") or "").lower() == "content-language" and not self.page.language:
            self.page.language = attrs.get("content")

    def _attribute(self, name: str, tag_text: str, at: int, kind: BlockKind) -> Draft | None:
        found = re.search(
            rf"""[\s"'/]{name}\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s>"']+))""", tag_text, re.IGNORECASE
        )
        if not found or not found.lastgroup:
            return None
        value, start = found[found.lastgroup], at + found.start(found.lastgroup)
        prose = Prose()
        position = 0
        for reference in _REFERENCE.finditer(value):
            prose.folded(value[position : reference.start()].replace(FILLER, " "), self.low + start + position)
            text, length = _decoded(reference[0])
            prose.replaced(text, self.low + start + reference.start(), length)
            position = reference.start() + length
        prose.folded(value[position:].replace(FILLER, " "), self.low + start + position)
        return prose.draft(kind, 0, self.stack[-1].language)

    def _pop(self, tag: str, limits: Sequence[str]) -> None:
        """End the innermost element of that name, unless one of `limits` stands between."""
        if not self.open[tag]:
            return
        for index in range(len(self.stack) - 1, 0, -1):
            name = self.stack[index].tag
            if name == tag:
                if tag not in _FLOWING:
                    self._flush()
                for element in self.stack[index:]:
                    self.open[element.tag] -= 1
                    self.mute -= element.hidden
                    if element.tag in ("ul", "ol", "menu") and self.lists:
                        self.lists.pop()
                del self.stack[index:]
                return
            if name in limits:
                return

    def _flush(self, kind: BlockKind | None = None) -> None:
        """End the block that is being collected."""
        if self.prose.empty and not self.pending:
            return
        top = self.stack[-1]
        spoken, level = (kind, 0) if kind else self._kind()
        draft = self.prose.draft(spoken, level, top.language)
        linked = bool(self.letters) and self.linked >= 0.9 * self.letters
        self.letters = self.linked = 0
        if draft is not None:
            item = next((element for element in reversed(self.stack) if element.tag in ("li", "dd")), None)
            if spoken == "list-item" and item is not None:
                draft.numbered = bool(self.lists) and self.lists[-1]
                item.first, item.item = False, self.base + len(self.page.found)
            elif item is not None and item.item is not None and spoken == "paragraph":
                draft.lead = item.item
            self._add(draft, None if spoken in ("title", "description") else top.region, linked=linked)
        pending, self.pending = self.pending, []
        for name, tag_text, at in pending:
            extra = self._attribute(name, tag_text, at, "caption")
            if extra is not None and extra.text != (draft.text if draft else None):
                self._add(extra, top.region if top.region != "caption" else None)

    def _add(self, draft: Draft, region: BlockKind | None, *, linked: bool = False) -> None:
        top = self.stack[-1]
        if len(self.page.found) >= MAX_BLOCKS:
            raise Unreadable(f"it has more than {MAX_BLOCKS:,} blocks of prose; split it")
        self.page.found.append(_Found(draft, top.article, top.main, region, linked))

    def _kind(self) -> tuple[BlockKind, int]:
        quoted = False
        for element in reversed(self.stack):
            tag = element.tag
            if tag in _HEADINGS:
                return "heading", _HEADINGS[tag]
            if tag == "li":
                if element.first:
                    return "list-item", max(1, len(self.lists))
                return "paragraph", 0
            if tag == "th":
                return "table-header", element.cells
            if tag == "td":
                return "table-cell", element.cells
            quoted = quoted or tag == "blockquote"
            if quoted:
                return "quote", 0
        return "paragraph", 0


@lru_cache(maxsize=4096)
def _names() -> tuple[dict[str, BlockKind], dict[str, BlockKind]]:
    tables: list[dict[str, BlockKind]] = []
    for table in (words().roles, words().names):
        known: dict[str, BlockKind] = {}
        for kind in _FURNITURE:
            for name in table.get(kind, ()):
                known[name] = kind
        tables.append(known)
    return tables[0], tables[1]


@lru_cache(maxsize=4096)
def _by_name(role: str, names: str) -> BlockKind | None:
    """Return what an element is for, by its role, or by the words of its class and id."""
    roles, known = _names()
    if role in roles:
        return roles[role]
    for name in names.lower().split():
        parts = re.split(r"[-_]+", re.sub(r"^(?:js|c|o|u|is|has)[-_]", "", name))
        if len(parts) > 4:
            continue
        # the last word says what a thing is: "article-footer" is a footer, "nav-open" is something else
        for word in ("-".join(parts), parts[-1], "-".join(parts[-2:]), parts[0] if len(parts) == 2 else ""):
            if word in known:
                return known[word]
    return None


@lru_cache(maxsize=4096)
def _decoded(written: str) -> tuple[str, int]:
    """Return the text of a character reference and how much of what is written belongs to it."""
    if written[1] == "#":
        import html

        return html.unescape(written), len(written)
    name = written[1:]
    if name in html5:
        return html5[name], len(written)
    for size in range(len(name), 1, -1):  # "&ampx" is "&" and "x"
        if name[:size] in html5:
            return html5[name[:size]], size + 1
    return "&", 1


def _settle(page: _Page) -> list[Draft]:
    """Tell the main content from what stands around it, and articles from each other."""
    sizes = [0] * page.articles
    for found in page.found:
        if found.article is not None and found.region is None and found.draft.kind != "caption":
            sizes[found.article] += len(found.draft.text)
    largest = max(sizes, default=0)
    full = {number for number, size in enumerate(sizes) if size * 4 >= largest or size > 1500}
    begun: set[int] = set()
    has_h1 = any(f.draft.kind == "heading" and f.draft.level == 1 and (f.main or not page.has_main) for f in page.found)
    drafts: list[Draft] = []
    for found in page.found:
        draft = found.draft
        if draft.kind not in ("title", "description"):
            if found.region is not None:
                rank = draft.kind == "heading" and draft.level == 1 and not has_h1
                draft.kind = (
                    draft.kind if rank or (found.region == "byline" and len(draft.text) > 200) else found.region
                )
            elif page.has_main and not found.main and found.article is None:
                rank = draft.kind == "heading" and draft.level == 1 and not has_h1
                draft.kind = draft.kind if rank else "navigation"
            elif found.article is not None and found.article not in full:
                draft.kind = "navigation"  # a teaser
        if found.article is not None and found.article in full and len(full) > 1 and found.article not in begun:
            begun.add(found.article)
            draft.starts_article = True
        drafts.append(draft)
    _mark_link_lists(page.found)
    return drafts


def _mark_link_lists(found: Sequence[_Found]) -> None:
    """Three list items in a row that are nothing but links are a menu."""
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and found[end].linked and found[end].draft.kind == "list-item":
            end += 1
        if end - start >= 3:
            for one in found[start:end]:
                one.draft.kind = "navigation"
        start = max(end, start + 1)
