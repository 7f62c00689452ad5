"""Markdown: structure, kinds, and exact places."""

from __future__ import annotations

import pytest

from claimlint.documents import DocumentError

from .helpers import at, blocks, read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Title ##\n\nText.\n", [("heading", "Title"), ("paragraph", "Text.")]),
        ("Title\n=====\n\nText\nflows\n", [("heading", "Title"), ("paragraph", "Text flows")]),
        ("缺镁会\n失眠\n", [("paragraph", "缺镁会失眠")]),
        ("- a\n  - b\n\n  c\n", [("list-item", "a"), ("list-item", "b"), ("paragraph", "c")]),
        ("> quoted\n> words\n", [("quote", "quoted words")]),
        ("> [!NOTE]\n> Take care\n", [("quote", "Take care")]),
        (
            "| a | b |\n|---|---|\n| 1 \\| 2 | *x* |\n",
            [("table-header", "a"), ("table-header", "b"), ("table-cell", "1 | 2"), ("table-cell", "x")],
        ),
        ("> | a |\n> |---|\n> | b |\n", [("table-header", "a"), ("table-cell", "b")]),
        ("x[^n]\n\n[^n]: Note *text*.\n", [("paragraph", "x"), ("footnote", "Note text.")]),
        ("![An image of *nuts*](a.png)\n", [("caption", "An image of nuts")]),
        ("```\ncode cures\n```\n\n    code\n\n`code` b\n", [("paragraph", "b")]),
        ("<div>\n<p>A &amp; b<br>c</p>\n</div>\n", [("paragraph", "A & b c")]),
        (
            'a {{< figure src="x" >}} b {{ site.x }}\n\n{% highlight py %}\ncure\n{% endhighlight %}\n',
            [("paragraph", "a b")],
        ),
        (":::note\nCare\n:::\n\n## Head {#id}\n", [("paragraph", "Care"), ("heading", "Head")]),
        ("<!-- a comment that cures -->\n\ntext <!-- more --> here\n", [("paragraph", "text here")]),
        ("[a]: http://b.c 'cures'\n\n[text][a]\n", [("paragraph", "text")]),
        ("~~gone~~ **bold*it*** \\*star\n", [("paragraph", "gone boldit *star")]),
        ("<script>\nvar cures = 1;\n</script>\n\nText\n", [("paragraph", "Text")]),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(source)) == expected


def test_mdx_passes_over_code_and_keeps_prose() -> None:
    source = "import X from 'x'\n\nexport const y = {\n  a: 'cures'\n}\n\n# Head\n\n<Note type=\"tip\">\n\nTake {props.dose} mg.\n\n</Note>\n"
    assert blocks(read(source, "mdx")) == [("heading", "Head"), ("paragraph", "Take mg.")]


@pytest.mark.parametrize(
    ("source", "word", "expected"),
    [
        ("Take&nbsp;400&#8239;mg now", "400", "400"),
        ("Take&nbsp;400&#8239;mg now", "400\u202fmg", "400&#8239;mg"),
        ("**Mag**nesium", "Magnesium", "Mag**nesium"),
        ('[deep\r\nsleep](x "t") end', "deep sleep", "deep\r\nsleep"),
        ("1. > - *a* b", "a", "a"),
        ("| a \\| b | c |\n|--|--|\n| d | e |", "| b", "| b"),
        ("𝒜 e\u0301 ＡＢ *word*", "word", "word"),
        ("see <https://a.b/%20c> x", "https://a.b/%20c", "https://a.b/%20c"),
        ("\\*escaped", "*e", "\\*e"),
        ("a {{< x >}} b", "b", "b"),
    ],
)
def test_places(source: str, word: str, expected: str) -> None:
    assert at(read(source), word) == expected


def test_links_are_kept_with_their_targets() -> None:
    block = read("See [the *study*](http://a.b/c) and https://d.e/f.\n").blocks[0]
    assert [(block.text[link.start : link.end], link.target) for link in block.links] == [
        ("the study", "http://a.b/c"),
        ("https://d.e/f", "https://d.e/f"),
    ]


@pytest.mark.parametrize(
    ("front", "title", "place"),
    [
        ('---\ntitle: "It \\"cures\\" all"\n---\n', 'It "cures" all', '\\"cures\\"'),
        ("---\ntitle: 'It''s \"cures\"'\n---\n", 'It\'s "cures"', '"cures"'),
        ('---\ntitle: >-\n  It "cures"\n  all\n---\n', 'It "cures" all', '"cures"'),
        ('---\r\ntitle: 镁 "cures" 你\r\n---\r\n', '镁 "cures" 你', '"cures"'),
        ('+++\ntitle = "It \\"cures\\" all"\n+++\n', 'It "cures" all', '\\"cures\\"'),
    ],
)
def test_front_matter_is_read_in_its_place(front: str, title: str, place: str) -> None:
    document = read(front + "\nText.\n")
    assert blocks(document) == [("title", title), ("paragraph", "Text.")]
    assert at(document, '"cures"') == place
    assert document.front_matter["title"].replace("\n", " ") == title


def test_front_matter_names_the_language() -> None:
    assert read("---\nlang: sv-SE\n---\n\nMagnesium.\n").language == "sv"


@pytest.mark.parametrize("front", ["---\na: *x\n---\n", "---\n: : [\n---\n", "---\n&a [*a]\n---\n", "+++\nx = \n+++\n"])
def test_broken_front_matter_does_not_stop_the_reader(front: str) -> None:
    assert ("paragraph", "Text.") in blocks(read(front + "\nText.\n"))


def test_sections_and_leads() -> None:
    document = read("# A\n\n## B\n\nIt helps:\n\n- one\n  - two\n- three\n\n## C\n\nText.\n")
    assert [(b.text, b.section, b.lead) for b in document.blocks] == [
        ("A", (), None),
        ("B", (0,), None),
        ("It helps:", (0, 1), None),
        ("one", (0, 1), 2),
        ("two", (0, 1), 3),
        ("three", (0, 1), 2),
        ("C", (0,), None),
        ("Text.", (0, 6), None),
    ]


def test_references_are_kept_apart() -> None:
    document = read("# A\n\nText.\n\n## References\n\n1. Smith 2010.\n2. Doe 2011.\n\n## More\n\n- item\n")
    assert [kind for kind, _ in blocks(document)] == [
        "heading",
        "paragraph",
        "heading",
        "reference",
        "reference",
        "heading",
        "list-item",
    ]


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(DocumentError, match="nested"):
        read("> " * 10_000 + "x")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("\u4f5c\u8005\uff1a\u738b\u5c0f\u660e", "byline"),
        ("[Se studien om magnesium](http://a.b)", "navigation"),
        ("[Magnesium s\u00e4nker blodtrycket](http://a.b)", "paragraph"),
        ("*Figure 2: nuts in a bowl*", "caption"),
    ],
)
def test_what_a_short_paragraph_is(source: str, kind: str) -> None:
    assert read(source + "\n").blocks[0].kind == kind


def test_the_mark_of_a_footnote_links_to_it_and_a_footnote_that_cites_a_work_is_a_reference() -> None:
    document = read("Zinc was tried.[^a] More.\n\n[^a]: Doe J, et al. Zinc. Lancet 2019;3:12.\n[^b]: Not so in 2019.\n")
    assert [(link.start, link.end, link.target) for link in document.blocks[0].links] == [(14, 15, "#fn-a")]
    assert [block.kind for block in document.blocks] == ["paragraph", "reference", "footnote"]
