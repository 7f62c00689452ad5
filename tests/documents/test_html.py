"""HTML: prose told from markup, the article told from the page."""

from __future__ import annotations

import pytest

from claimlint.documents import DocumentError

from .helpers import at, blocks, read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One<p>Two <b>bold</b>", [("paragraph", "One"), ("paragraph", "Two bold")]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", [("list-item", "a"), ("list-item", "b"), ("list-item", "c")]),
        ("<table><tr><th>H<td>1 mg</table>", [("table-header", "H"), ("table-cell", "1 mg")]),
        ("<p>x<script>cures</script><style>a{}</style> y <code>cures</code>", [("paragraph", "x y")]),
        ("<p hidden>cures</p><p style='display: none'>x</p><p aria-hidden=true>y</p><p>z", [("paragraph", "z")]),
        ("<p><img alt='Nuts &amp; seeds' src=x title='cures'>", [("caption", "Nuts & seeds"), ("caption", "cures")]),
        ("<p>Shown.<sup><a href='#r'>1</a></sup> m<sup>2</sup>", [("paragraph", "Shown. m2")]),
        ("<p>a &lt; b &copy 2 AT&T &unknown; &#x4e2d;", [("paragraph", "a < b © 2 AT&T &unknown; 中")]),
        ("<p>缺镁\n失眠<br>多", [("paragraph", "缺镁失眠多")]),
        ("<p><?php echo 'cures' ?>a {{ cures }} [gallery ids=\"1\"]b", [("paragraph", "a b")]),
        ("<p>a<!-- cures --> b <!-- no end", [("paragraph", "a b")]),
        ("plain text & more <", [("paragraph", "plain text & more <")]),
        ("<blockquote><p>Said</blockquote><figure><figcaption>Cap</figure>", [("quote", "Said"), ("caption", "Cap")]),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(source, "html")) == expected


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("<p>Take&nbsp;<b>400</b> mg", "400 mg", "400</b> mg"),
        ("<p>Take&nbsp;400", "Take\u00a0400", "Take&nbsp;400"),
        ("<p>𝒜 &#8211; e\u0301 &amp;word", "&word", "&amp;word"),
        ("<p>a\r\n   b", "a b", "a\r\n   b"),
        ("<meta name=description content='It &quot;cures&quot;'>", '"cures"', "&quot;cures&quot;"),
        ("<title>It cures\n all</title>", "cures all", "cures\n all"),
        ("<img alt=nuts>", "nuts", "nuts"),
    ],
)
def test_places(source: str, word: str, expected: str) -> None:
    assert at(read(source, "html"), word) == expected


PAGE = """<!doctype html><html lang="sv-SE"><head><title>Om magnesium</title></head><body>
<header><a href=/>Hem</a><nav><a>Butik</a></nav></header>
<div id="cookie-consent">Vi använder kakor.</div>
<main><article><h1>Magnesium</h1><p>Magnesium är bra.</p>
<div class="share-buttons">Dela gärna</div></article></main>
<aside class="related-posts"><h2>Mer</h2><p>Zink botar allt.</p></aside>
<footer><p>Kosttillskott ersätter inte varierad kost.</p></footer></body></html>"""


def test_the_main_content_is_told_from_the_page() -> None:
    document = read(PAGE, "html")
    assert document.language == "sv"
    assert blocks(document) == [
        ("title", "Om magnesium"),
        ("navigation", "Hem"),
        ("navigation", "Butik"),
        ("navigation", "Vi använder kakor."),
        ("heading", "Magnesium"),
        ("paragraph", "Magnesium är bra."),
        ("navigation", "Dela gärna"),
        ("navigation", "Mer"),
        ("navigation", "Zink botar allt."),
        ("footer", "Kosttillskott ersätter inte varierad kost."),
    ]


def test_several_articles_are_split() -> None:
    text = "<p>" + "Magnesium supports sleep. " * 20
    document = read(f"<body><article><h2>A</h2>{text}</article><article><h2>B</h2>{text}</article>", "html")
    assert [block.article for block in document.blocks] == [0, 0, 1, 1]


def test_a_teaser_is_no_article() -> None:
    text = "<p>" + "Magnesium supports sleep. " * 200
    document = read(
        f"<article><h1>A</h1>{text}</article><article class=card><h3>B</h3><p>Zinc cures.</article>", "html"
    )
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "navigation", "navigation"]


@pytest.mark.parametrize("unit", ["<div>", "<span lang=x>", "<ul><li>"])
def test_nesting_without_end_is_refused(unit: str) -> None:
    with pytest.raises(DocumentError, match="nested"):
        read(unit * 10_000, "html")


@pytest.mark.parametrize(
    "unit", ["<![CDATA[>", "<!--", '<a x="', "<a ", "{{", "[x a=", "<?php ", "{% raw %}", "&#x41", "<"]
)
def test_what_never_ends_is_read_in_time(unit: str) -> None:
    document = read(unit * 30_000, "html")  # time by the square of this would not end
    assert document.format == "html"
