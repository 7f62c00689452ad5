"""DOCX: what writers send, and what attackers send."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from claimlint.documents import Document, DocumentError, read_document

from .helpers import blocks, check_maps

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def read(data: bytes) -> Document:
    return read_document("article.docx", data)


def test_what_word_writes() -> None:
    made = docx.Document()
    made.add_heading("Magnesium", 0)
    made.add_heading("Sleep", 1)
    paragraph = made.add_paragraph("Magnesium ")
    paragraph.add_run("improves").bold = True
    paragraph.add_run(" sleep:")
    made.add_paragraph("First", style="List Bullet")
    made.add_paragraph("Nested", style="List Bullet 2")
    made.add_paragraph("Said", style="Quote")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Dose", "400 mg"
    made.sections[0].footer.paragraphs[0].text = "Not evaluated."
    made.add_heading("References", 1)
    made.add_paragraph("Smith 2010", style="List Number")
    made.add_comment(made.paragraphs[2].runs, text="claimlint-disable-line evidence/*: known")
    out = io.BytesIO()
    made.save(out)
    document = read(out.getvalue())
    check_maps(document)
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 1, "Magnesium"),
        ("heading", 2, "Sleep"),
        ("paragraph", 0, "Magnesium improves sleep:"),
        ("list-item", 1, "First"),
        ("list-item", 2, "Nested"),
        ("quote", 0, "Said"),
        ("table-cell", 0, "Dose"),
        ("table-cell", 0, "400 mg"),
        ("heading", 2, "References"),
        ("reference", 1, "Smith 2010"),
        ("footer", 0, "Not evaluated."),
    ]
    assert [(s.first, s.last, s.rules, s.reason) for s in document.suppressions] == [(3, 3, ("evidence/*",), "known")]
    assert document.position(document.blocks[2].source_map.span(0, 1)[0]) == (3, 1)


def test_footnotes_links_and_what_is_not_read() -> None:
    body = (
        "<w:p><w:r><w:t>A </w:t></w:r><w:del><w:r><w:t>cures</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr>"
        "<w:t>hidden</w:t></w:r><w:r><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>"
    )
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    assert blocks(read(package(body, footnotes=notes))) == [("paragraph", "A b c"), ("footnote", "Note.")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (package("<w:p><w:r><w:t>" + "a" * 50_000_000 + "</w:t></w:r></w:p>"), "unpacks to more"),
        (package("<w:p>" * 10_000 + "</w:p>" * 10_000), "nested"),
        (package("<w:p>"), "damaged"),
        (b"PK\x03\x04 not a package", "no DOCX"),
        (b"\xd0\xcf\x11\xe0 old", r"old \.doc"),
        (b"", "no DOCX"),
    ],
)
def test_hostile_packages_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        read(data)


def test_entities_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>')
    with pytest.raises(DocumentError, match="document type"):
        read(out.getvalue())
