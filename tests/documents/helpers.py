"""What the tests of the readers share."""

from __future__ import annotations

import re

from claimlint.documents import Document, read_document


def read(source: str, kind: str = "markdown", **options: str) -> Document:
    return read_document(f"article.{kind}", source.encode(), format=kind, **options)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def at(document: Document, word: str) -> str:
    """Return the source that the only occurrence of `word` in the prose stands for."""
    places = [(block, block.text.index(word)) for block in document.blocks if word in block.text]
    assert len(places) == 1, f"{word!r} occurs in {len(places)} blocks"
    block, start = places[0]
    low, high = block.source_map.span(start, start + len(word))
    return document.source[low:high]


def plain(text: str) -> str:
    return re.sub(r"\s", " ", re.sub("[\0\ue000]", "\ufffd", text))


def check_maps(document: Document) -> None:
    """Every map covers its prose without gaps, and leads to the characters that the prose was taken from."""
    source = document.source
    for block in document.blocks:
        position = 0
        for segment in block.source_map.segments:
            assert segment.prose == position
            assert segment.prose_length > 0
            position += segment.prose_length
            assert 0 <= segment.source <= segment.source + segment.source_length <= len(source)
            spoken = block.text[segment.prose : position]
            written = source[segment.source : segment.source + segment.source_length]
            if segment.prose_length == segment.source_length and segment.prose_length > 1:
                assert plain(spoken) == plain(written)
            elif spoken == " ":
                assert any(map(str.isspace, written)) or written.startswith(("<", "&"))
        assert position == len(block.text)
        low, high = block.source_map.span(0, len(block.text))
        assert low < high
        for index in (*block.section, *(() if block.lead is None else (block.lead,))):
            assert 0 <= index < len(document.blocks)
        for link in block.links:
            assert 0 <= link.start < link.end <= len(block.text)
