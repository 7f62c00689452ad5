"""What holds for any document at all."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimlint.documents import DocumentError, read_document

from .helpers import check_maps, read

FORMATS = ["markdown", "mdx", "html", "text", "rst"]
LETTERS = "abcXYZåäöé缺镁睡眠ＡＢ𝒜😀e\u0301"
words = st.text(st.sampled_from(LETTERS), min_size=1, max_size=4)


PIECES = [*"ab缺 \t\n\r\\`*_#>-+|[]()!<>/&;:{}%=~^.'\"$1\u00a0\u3000\ue000\0😀"]
PIECES += [
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "<li>",
    "&amp;",
    "```",
    "---\n",
    "\n\n",
    "    ",
    "::\n",
    ".. ",
    "<a ",
    "</a>",
    "](x)",
    "\\|",
]


@st.composite
def tokens(draw: st.DrawFn, count: int) -> list[str]:
    """Words that occur once: each ends in its own number."""
    return [f"{draw(words)}{number:03}q" for number in range(count)]


def wrap(draw: st.DrawFn, marks: list[tuple[str, str]], word: str) -> str:
    before, after = draw(st.sampled_from(marks))
    return f"{before}{word}{after}"


MARKDOWN_INLINE = [
    ("", ""),
    ("**", "**"),
    ("*", "*"),
    ("[", "](http://a.b/c_d)"),
    ("&nbsp;", ""),
    ("", "\\*"),
    ("~~", "~~"),
]
MARKDOWN_INLINE += [
    ("<b>", "</b>"),
    ("***", "***"),
    ("`code` ", ""),
    ("", "<!-- note -->"),
    ("&#8211;", "&amp;"),
    ("", " {{< x >}}"),
]
MARKDOWN_INLINE += [
    ("a_b_", ""),
    ("_", "_"),
    ("![", "](i.png)"),
    ("", "[^1]"),
    ("\\[", "\\]"),
    ("", "  \n"),
    ("", "\n"),
]
MARKDOWN_BLOCK = [
    "{}",
    "# {}",
    "## {} ##",
    "- {}",
    "1. {}",
    "> {}",
    "> > {}",
    "- > {}",
    "- - {}",
    "| {} | b |\n|---|---|\n| c \\| d | e |",
]
MARKDOWN_BLOCK += ["{}\n===", "<p>{}</p>", "[^1]: {}", "* a\n\n  {}", "- [ ] {}"]
HTML_INLINE = [
    ("", ""),
    ("<b>", "</b>"),
    ("<a href='x'>", "</a>"),
    ("&nbsp;", "&#8211;"),
    ("&amp;", ""),
    ("<i><b>", "</b></i>"),
]
HTML_INLINE += [
    ("", "<br>"),
    ("", "\n"),
    ("<!-- c -->", ""),
    ("<code>x</code>", ""),
    ("<span title='t'>", "</span>"),
    ("", " &copy "),
]
HTML_BLOCK = [
    "<p>{}",
    "<h2>{}</h2>",
    "<ul><li>{}</ul>",
    "<blockquote><p>{}</p></blockquote>",
    "<table><tr><td>{}<td>x</table>",
    "<div>{}</div>",
]
HTML_BLOCK += [
    "{}",
    "<script>var a = '<p>';</script>{}",
    "<p>a<ul><li>b<p>{}</ul>",
    "<figure><figcaption>{}</figcaption></figure>",
]
RST_INLINE = [
    ("", ""),
    ("**", "**"),
    ("*", "*"),
    ("`", " <http://a.b>`_"),
    ("", "\\*"),
    ("``code`` ", ""),
    (":sup:`", "`"),
    ("", "\n"),
]
RST_BLOCK = ["{}", "- {}", "1. {}", ".. note:: {}", ".. [1] {}", "Term\n   {}"]


@st.composite
def documents(draw: st.DrawFn, kind: str) -> tuple[str, list[str]]:
    inline, block = {
        "markdown": (MARKDOWN_INLINE, MARKDOWN_BLOCK),
        "html": (HTML_INLINE, HTML_BLOCK),
        "rst": (RST_INLINE, RST_BLOCK),
        "text": ([("", "")], ["{}", "• {}", "1. {}", "  - {}"]),
    }[kind]
    told = draw(tokens(draw(st.integers(1, 12))))
    parts: list[str] = []
    position = 0
    while position < len(told):
        size = draw(st.integers(1, 4))
        line = " ".join(wrap(draw, inline, word) for word in told[position : position + size]).strip()
        frame = draw(st.sampled_from(block))
        if frame != "{}" and kind != "html":
            line = line.replace("\n", " ")
        parts.append(frame.replace("{}", line))
        position += size
    source = "\n\n".join(parts) + "\n"
    if draw(st.booleans()):
        source = source.replace("\n", "\r\n")
    return source, told


@pytest.mark.parametrize("kind", ["markdown", "html", "rst", "text"])
@settings(max_examples=120, deadline=None)
@given(st.data())
def test_every_word_is_found_at_its_very_characters(kind: str, data: st.DataObject) -> None:
    source, told = data.draw(documents(kind))
    document = read(source, kind)
    check_maps(document)
    for block in document.blocks:
        for word in told:
            for found in re.finditer(re.escape(word), block.text):
                low, high = block.source_map.span(*found.span())
                assert document.source[low:high] == word
    prose = "\n".join(block.text for block in document.blocks)
    assert [word for word in told if word not in prose] == []


@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=150, deadline=None)
@given(text=st.lists(st.sampled_from(PIECES) | st.characters(), max_size=60).map("".join))
@example(text="---\n    a")  # a term without words, and its definition
@example(text="\xa0\na")  # a line of a Unicode blank, which the paragraph starts with and does not say
@example(text="> \u3000\n> a")
def test_any_text_is_read_or_refused(kind: str, text: str) -> None:
    try:
        document = read_document("x", text.encode("utf-8", "surrogatepass"), format=kind)
    except DocumentError:
        return
    check_maps(document)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_line_ends_change_nothing_but_offsets(data: st.DataObject) -> None:
    source, _ = data.draw(documents("markdown"))
    plain = source.replace("\r\n", "\n")
    one, two = read(plain), read(plain.replace("\n", "\r\n"))
    assert [(b.kind, b.text) for b in one.blocks] == [(b.kind, b.text) for b in two.blocks]


@given(st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for kind in ("text", "docx"):
        with contextlib.suppress(DocumentError):
            check_maps(read_document("x", data, format=kind))
