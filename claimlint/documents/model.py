"""What an article is once it has been read: blocks of prose, each mapped back to the source.

Offsets are 0-based and count Unicode code points, in the prose of a block ("prose offsets") or in the
decoded source of the file ("source offsets").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(eq=False)  # an exception is never frozen: Python sets its traceback
class DocumentError(Exception):
    """A file that cannot be read: what is wrong, and what to do about it."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


BlockKind = Literal[
    "title",  # <title>, or `title` in front matter: what search results show
    "description",  # <meta name=description>, or `description` in front matter
    "heading",
    "paragraph",
    "list-item",
    "table-header",
    "table-cell",
    "quote",
    "caption",  # captions and alternative texts of images
    "footnote",
    "reference",  # an entry of a reference list: read by the citation rules alone
    "byline",  # authors, dates, credits: makes no claims
    "navigation",  # menus, teasers, share buttons: makes no claims
    "footer",  # read for disclaimers and contacts, makes no claims
]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of prose that stands for a run of source.

    Where both lengths agree the mapping is character by character (white space may be of another kind: a line
    break is read as a space); where they differ (an entity, an escape, folded space) the run maps as a whole.
    """

    prose: int
    source: int
    prose_length: int
    source_length: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Maps prose offsets to source offsets, piecewise; segments ascend and cover the prose without gaps."""

    segments: tuple[Segment, ...]

    @staticmethod
    def identity(source: int, length: int) -> SourceMap:
        """Return the map of prose that stands in the source letter by letter, from offset `source`."""
        return SourceMap((Segment(0, source, length, length),) if length else ())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets of the prose from `start` to `end` (end excluded, start < end)."""
        first = self._segment(start)
        last = self._segment(max(start, end - 1))
        low = first.source + (start - first.prose) if first.prose_length == first.source_length else first.source
        if last.prose_length == last.source_length:
            high = last.source + (end - last.prose)
        else:
            high = last.source + last.source_length
        return low, high

    def _segment(self, offset: int) -> Segment:
        index = bisect_right(self.segments, offset, key=lambda segment: segment.prose) - 1
        return self.segments[max(0, index)]


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a block's prose: `target` is its address as written."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of prose of one kind, with what it inherits from its surroundings.

    `section` holds the indices, in `Document.blocks`, of the headings above, the outermost first.
    `lead` is the index of the block that introduces the list that this item belongs to.
    `article` counts the articles of a page that carries several, from 0.
    `level` is a heading's level (1 to 6), a list item's depth or a table cell's column (both from 1).
    """

    kind: BlockKind
    text: str
    language: str
    source_map: SourceMap
    section: tuple[int, ...] = ()
    lead: int | None = None
    article: int = 0
    level: int = 0
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment of the author's that silences rules: for source lines `first` to `last`, 1-based, both included.

    `rules` is empty where it silences all. `line` is where the comment stands (0: front matter).
    """

    first: int
    last: int
    rules: tuple[str, ...]
    reason: str
    line: int
    start: int  # source offsets of the comment itself
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded article. `language` is that of most of its prose ("en", "zh", "sv" or another ISO 639-1 code)."""

    path: str
    source: str
    format: str
    language: str
    blocks: tuple[Block, ...]
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    line_starts: tuple[int, ...] = (0,)
    encoding: str = "utf-8"

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of a source offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def prose(self) -> Iterator[tuple[int, Block]]:
        """Yield the blocks that can make claims, with their index."""
        for index, block in enumerate(self.blocks):
            if block.kind not in ("reference", "byline", "navigation", "footer"):
                yield index, block
