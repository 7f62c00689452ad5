"""Fixes: edits that never clash, files that keep their encoding."""

from __future__ import annotations

import codecs
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimlint.diagnostics import Diagnostic, Edit, Fix, Span
from claimlint.documents import read_document
from claimlint.fixes import diff, encoded, fixed

WHERE = Span(0, 1, 1, 1, 1, 2)


def proposing(*edits: Edit) -> Diagnostic:
    """Return a finding that proposes the edits."""
    return Diagnostic("x/y", "error", "m", WHERE, "t", fix=Fix("d", edits))


def test_edits_are_made_at_once_and_clashing_ones_wait() -> None:
    source = "Zinc cures colds."
    found = [proposing(Edit(5, 10, "may ease")), proposing(Edit(5, 16, "is a metal")), proposing(Edit(17, 17, " *"))]
    assert fixed(source, found) == ("Zinc may ease colds. *", 2)


def test_several_findings_may_propose_the_very_same_edit() -> None:
    insertion = Edit(4, 4, "*")
    assert fixed("Zinc.", [proposing(insertion), proposing(insertion)]) == ("Zinc*.", 2)


@given(
    st.text(min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=6),
)
def test_whatever_is_not_edited_stays(source: str, edits: list[tuple[int, int, str]]) -> None:
    found = [
        proposing(Edit(min(start, len(source)), min(start + length, len(source)), text))
        for start, length, text in edits
    ]
    result, made = fixed(source, found)
    touched = {index for each in found if each.fix for edit in each.fix.edits for index in range(edit.start, edit.end)}
    kept = [character for index, character in enumerate(source) if index not in touched]
    position = 0
    for character in kept:  # the untouched characters are still there, in order
        position = result.index(character, position) + 1
    assert made <= len(found)


def test_a_file_keeps_its_encoding_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for encoding, bom in (("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("gb18030", b"")):
        text = "锌可以治疗感冒，每天服用十五毫克。\r\n这是一篇关于锌的文章，介绍它在人体中的作用。\r\n"
        before = bom + text.encode(encoding)
        path.write_bytes(before)
        document = read_document(path)
        after = encoded(document, document.source.replace("治疗", "缓解"), before)
        assert after == bom + text.replace("治疗", "缓解").encode(encoding)


def test_a_diff_is_one_that_patch_reads(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one\ntwo", "utf-8")
    lines = list(diff(read_document(path), "one\nthree"))
    assert lines[0].startswith("--- ")
    assert "-two\n\\ No newline at end of file\n" in lines
    assert "+three\n\\ No newline at end of file\n" in lines
