"""reStructuredText."""

from __future__ import annotations

import pytest

from claimlint.documents import DocumentError

from .helpers import at, blocks, read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "=====\nTitle\n=====\n\nPart\n----\n\nText\nflows.\n",
            [("heading", "Title"), ("heading", "Part"), ("paragraph", "Text flows.")],
        ),
        ("- a\n  b\n\n  - c\n\n- d\n", [("list-item", "a b"), ("list-item", "c"), ("list-item", "d")]),
        ("Text.\n\n    Quoted.\n", [("paragraph", "Text."), ("quote", "Quoted.")]),
        (".. code-block:: py\n\n   cures = 1\n\nText::\n\n   cures\n", [("paragraph", "Text:")]),
        (".. note:: Take\n   care.\n\n.. a comment\n   that cures\n", [("paragraph", "Take care.")]),
        (".. figure:: a.png\n   :alt: Nuts\n\n   A caption.\n", [("caption", "Nuts"), ("caption", "A caption.")]),
        (".. [1] A *note*.\n", [("footnote", "A note.")]),
        (
            "+---+---+\n| A | B |\n+===+===+\n| c | d |\n|   | e |\n+---+---+\n",
            [("table-header", "A"), ("table-header", "B"), ("table-cell", "c"), ("table-cell", "d e")],
        ),
        (
            "==  ==\nA   B\n==  ==\nc   d\n==  ==\n",
            [("table-header", "A"), ("table-header", "B"), ("table-cell", "c"), ("table-cell", "d")],
        ),
        (":title: It *cures*\n:lang: en\n\nText.\n", [("title", "It cures"), ("paragraph", "Text.")]),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(source, "rst")) == expected


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("a **bold\nword** b", "bold word b", "bold\nword** b"),
        ("see `the study <http://a.b>`_ now", "study now", "study <http://a.b>`_ now"),
        ("x ``code`` :sup:`two` [1]_ end", "two", "two"),
        ("\\*star 𝒜 *word*", "*star", "\\*star"),
    ],
)
def test_places(source: str, word: str, expected: str) -> None:
    assert at(read(source, "rst"), word) == expected


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(DocumentError, match="nested"):
        read("\n".join("  " * depth + "- a\n" for depth in range(300)), "rst")
