"""Baselines: what is known stays silent, wherever it moves, and as often as it was known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimlint.baseline import read_baseline, without_known, write_baseline
from claimlint.data import DataError
from claimlint.diagnostics import Diagnostic, FileResult, Span


def found(text: str, line: int = 1) -> Diagnostic:
    """Return a finding of these words on a line."""
    return Diagnostic("us-fda/disease-claim", "error", "m", Span(0, len(text), line, 1, line, 1 + len(text)), text)


def test_a_known_finding_may_move_but_not_multiply(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    file = FileResult(str(tmp_path / "a.md"), "en", (found("cures  cancer"), found("治愈癌症")))
    assert write_baseline(path, [file]) == 2
    known = read_baseline(path)
    moved = replace(file, diagnostics=(found("cures cancer", 9), found("cures cancer", 12), found("治愈癌症", 3)))
    left = without_known(path, known, moved)
    assert [each.span.line for each in left.diagnostics] == [12]
    assert left.suppressed == 2
    other = replace(file, path=str(tmp_path / "b.md"))
    assert without_known(path, known, other) == other


def test_paths_are_kept_relative_to_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    write_baseline(Path("../known.json"), [FileResult("a.md", "en", (found("x"),))])
    monkeypatch.chdir(tmp_path)
    path = Path("known.json")
    assert without_known(path, read_baseline(path), FileResult("sub/a.md", "en", (found("x"),))).diagnostics == ()


@pytest.mark.parametrize("content", ["", "[]", '{"version": 9, "files": {}}', '{"version": 1, "files": {"a": 3}}'])
def test_what_is_no_baseline_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(content, "utf-8")
    with pytest.raises(DataError, match="baseline"):
        read_baseline(path)
    with pytest.raises(DataError, match="--write-baseline"):
        read_baseline(tmp_path / "none.json")
