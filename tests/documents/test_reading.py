"""Encodings, languages, suppressions, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.documents import DocumentError, read_document

from .helpers import read

ZH = "镁有助于改善睡眠质量,缓解焦虑,支持心脏健康。很多人不知道自己缺镁。每天应该摄入足够的镁。"
SV = "Magnesium förbättrar sömnen och är bra för hjärtat, men många får inte i sig tillräckligt av det."
EN = "Magnesium improves sleep and is good for the heart, but many people do not get enough of it."


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (ZH, "utf-8", "utf-8"),
        (ZH, "utf-8-sig", "utf-8"),
        (ZH, "utf-16", "utf-16-le"),
        (EN, "utf-16-le", "utf-16-le"),
        (EN, "utf-16-be", "utf-16-be"),
        (ZH * 3, "gb18030", "gb18030"),
        (ZH * 3, "gbk", "gb18030"),
        (SV * 2, "cp1252", "cp1252"),
        (SV * 2, "iso-8859-1", "cp1252"),
    ],
)
def test_encodings(text: str, encoding: str, told: str) -> None:
    document = read_document("a.txt", text.encode(encoding))
    assert document.source == text
    assert document.encoding == told


def test_a_page_declares_its_encoding() -> None:
    page = f'<meta charset="gbk"><p>{ZH}'
    assert read_document("a.html", page.encode("gbk")).source == page


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\0" * 100, b"\xff\xfe\x00\xd8x"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        read_document("a.txt", data)


def test_a_wrong_declaration_is_an_error_not_a_guess() -> None:
    with pytest.raises(DocumentError, match="utf-8"):
        read_document("a.html", b'<meta charset="utf-8"><p>' + ZH.encode("gbk"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (EN, "en"),
        (ZH, "zh"),
        ("鎂有助於改善睡眠品質,緩解焦慮。", "zh"),
        (SV, "sv"),
        ("Magnesium verbessert den Schlaf und ist gut für das Herz, aber viele haben nicht genug davon.", "de"),
        (
            "Magnesium forbedrer søvnen og er godt for hjertet, men mange får ikke nok af det i deres kost efter jul.",
            "da",
        ),
        ("マグネシウムは睡眠の質を改善します。", "ja"),
        ("Магний улучшает сон и полезен для сердца.", "ru"),
        ("12345", "und"),
        ("Zinc cures cancer.", "en"),
        ("Ta 10 µg D-vitamin per dag.", "sv"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert read(text + "\n").language == language


def test_each_block_has_its_language() -> None:
    document = read(f"{ZH}\n\n{EN}\n\nMagtein 400 mg\n\n{SV}\n")
    assert [block.language for block in document.blocks] == ["zh", "en", "zh", "sv"]


def test_the_language_may_be_given() -> None:
    assert read("Magnesium 400 mg\n", language="sv").blocks[0].language == "sv"
    assert read("<p lang=sv>Magnesium</p><p>Zinc", "html", language="en").blocks[0].language == "sv"


@pytest.mark.parametrize(
    ("kind", "source", "expected"),
    [
        ("markdown", "a\n\n<!-- claimlint-disable-next-line us-fda/disease-claim: quoted -->\n\nb\n", (5, 5)),
        ("markdown", "a <!-- claimlint-disable-line us-fda/disease-claim: quoted --> b\n", (1, 1)),
        ("mdx", "{/* claimlint-disable-next-line us-fda/disease-claim: quoted */}\nb\n", (2, 2)),
        (
            "html",
            "<p>\n<!-- claimlint-disable us-fda/disease-claim: quoted -->\nb\n<!-- claimlint-enable -->\nc",
            (2, 4),
        ),
        ("html", "<p>\n<!-- claimlint-disable us-fda/disease-claim: quoted -->\nb\nc", (2, 4)),
        ("rst", "a\n\n.. claimlint-disable-next-line us-fda/disease-claim: quoted\n\nb\n", (5, 5)),
        ("text", "# claimlint-disable-next-line us-fda/disease-claim: quoted\nb\n", (2, 2)),
        ("markdown", "---\nclaimlint-disable: 'us-fda/disease-claim: quoted'\n---\n\nb\n", (1, 6)),
        ("markdown", "---\nclaimlint-disable: ['us-fda/disease-claim: quoted']\n---\n\nb\n", (1, 6)),
    ],
)
def test_suppressions(kind: str, source: str, expected: tuple[int, int]) -> None:
    document = read(source, kind)
    (found,) = document.suppressions
    assert (found.first, found.last) == expected
    assert (found.rules, found.reason) == (("us-fda/disease-claim",), "quoted")
    assert "claimlint" in document.source[found.start : found.end]
    assert all("claimlint" not in block.text for block in document.blocks)


def test_several_rules_and_an_enable_of_one() -> None:
    document = read("<!-- claimlint-disable a/b, c/* -->\n\nx\n\n<!-- claimlint-enable c/* -->\n\ny\n")
    assert [(s.first, s.last, s.rules) for s in document.suppressions] == [(1, 5, ("a/b", "c/*"))]


def test_lines_and_columns_count_code_points() -> None:
    document = read("\ufeff𝒜 e\u0301 x\r\n\r\n缺镁 **word**\n".removeprefix("\ufeff"))
    block = document.blocks[1]
    assert document.position(block.source_map.span(3, 7)[0]) == (3, 6)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="No such file"):
        read_document(tmp_path / "none.md")
    with pytest.raises(DocumentError, match="format"):
        read_document("a.pdf", b"x")
    with pytest.raises(DocumentError, match="there is no format"):
        read_document("a.md", b"x", format="pdf")
    with pytest.raises(DocumentError, match="larger than"):
        read_document("a.md", b"x" * 20_000_001)


def test_an_empty_file_is_a_document() -> None:
    document = read("")
    assert (document.blocks, document.language) == ((), "und")
