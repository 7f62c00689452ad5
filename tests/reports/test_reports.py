"""Each report holds every finding, survives hostile words, and is what its readers expect."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from claimlint.diagnostics import FileResult, Run
from claimlint.reports import FORMATS, render
from claimlint.reports.html_report import pieces
from claimlint.reports.html_report import render as render_html
from claimlint.reports.text_report import Style, file_text
from tests.reports.conftest import SOURCE, finding

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_findings_and_unreadable_files(run: Run, name: str) -> None:
    report = render(run, name)
    assert report.endswith("\n")
    assert "superlative" in report
    assert "broken.md" in report or name == "text"  # told on stderr as it happens
    assert render(Run(()), name).endswith("\n")


def test_an_unknown_format_is_refused(run: Run) -> None:
    with pytest.raises(ValueError, match="yaml"):
        render(run, "yaml")


def test_text_tells_place_words_reason_sources_and_what_to_write(run: Run) -> None:
    text = render(run, "text")
    assert "a b/锌,1:2.md:3:1: error us-fda/disease-claim" in text
    for part in ("“Zinc <cures>”", "cures", "Zinc & colds (2013)", "21 CFR 101.93(g)", "supports the immune", "--fix"):
        assert part in text
    last = text.splitlines()[-1]
    assert last == (
        "Examined 2 files, 6 sentences, 3 claims (1 met a record): 1 error, 1 warning, 1 note, "
        "1 finding suppressed. 1 file could not be examined."
    )


def test_text_on_a_terminal_is_folded_by_cells(run: Run) -> None:
    wide = replace(finding(), message="维生素D可以治疗感冒。" * 20, text="")
    lines = file_text(FileResult("x.md", "zh", (wide,)), Style(width=60)).splitlines()
    assert "".join(line.strip() for line in lines[1:9]).startswith("维生素D可以治疗感冒。" * 5)
    assert all(len(line) <= 40 for line in lines if "维生素" in line)
    assert "\x1b[31;1merror" in file_text(run.files[0], Style(colour=True))


def test_json_keeps_the_contract(run: Run) -> None:
    report = json.loads(render(run, "json"))
    assert list(report) == ["version", "files", "errors", "summary"]
    assert report["version"] == 1
    found = report["files"][0]["diagnostics"][0]
    assert list(found) == [
        *("rule", "severity", "message", "line", "column", "end_line", "end_column", "offset", "end_offset"),
        *("text", "verdict", "claim", "evidence", "authority", "suggestion", "fix"),
    ]
    assert SOURCE[found["offset"] : found["end_offset"]] == found["text"]
    assert found["evidence"][0] == {
        "record": "zinc-colds",
        "statement": "Zinc may shorten colds.",
        "source": {"title": "Zinc & colds", "year": 2013, "url": "https://example.org/z?a=1&b=2"},
    }
    assert report["errors"] == [{"path": "broken.md", "message": "is not text"}]
    assert report["summary"]["checked_claims"] == 1


def test_sarif_is_valid_against_the_standard_s_schema(run: Run) -> None:
    schema = json.loads((DATA / "sarif-2.1.0.json").read_text("utf-8"))
    log = json.loads(render(run, "sarif"))
    jsonschema.Draft4Validator(schema).validate(log)
    result = log["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%E9%94%8C,1%3A2.md"
    assert len({each["partialFingerprints"]["claimlint/v1"] for each in log["runs"][0]["results"]}) == 3
    jsonschema.Draft4Validator(schema).validate(json.loads(render(Run(()), "sarif")))


def test_github_escapes_and_says_what_it_will_not_show(run: Run) -> None:
    lines = render(run, "github").splitlines()
    assert any(line.startswith("::error file=a b/锌%2C1%3A2.md,line=3,endLine=3,col=1,endColumn=13,") for line in lines)
    assert "100%25, plainly." in "".join(lines)
    many = Run(
        (replace(run.files[0], diagnostics=tuple(finding(severity=s) for s in ("error", "note") for _ in range(15))),)
    )
    lines = render(many, "github").splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::notice ") for line in lines) == 10
    assert "11 more findings" in lines[-1]
    assert sum(line.startswith("a b/") for line in lines) == 11


def test_gitlab_has_what_gitlab_requires(run: Run) -> None:
    rows = json.loads(render(run, "gitlab"))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 4
    assert all(row["severity"] in ("info", "minor", "major", "critical", "blocker") for row in rows)
    assert rows[0]["location"] == {"path": "a b/锌,1:2.md", "lines": {"begin": 3, "end": 3}}


def test_junit_counts_and_survives_control_characters(run: Run) -> None:
    hostile = replace(run.files[0], diagnostics=(finding(text="a\x00b]]>&<c>"),))
    root = ElementTree.fromstring(render(Run((hostile, *run.files), run.errors), "junit"))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("6", "3", "1")
    assert "]]>&<c>" in (root.findtext(".//failure") or "")


def test_csv_is_read_back_and_holds_no_formula(run: Run) -> None:
    bad = replace(run.files[0], diagnostics=(finding(text='=cmd|" /C calc"!A1\nnext'),))
    rows = list(csv.DictReader(io.StringIO(render(Run((bad,), run.errors), "csv"))))
    assert rows[0]["text"] == '\'=cmd|" /C calc"!A1\nnext'
    assert rows[1]["message"] == "is not text"


def test_html_shows_hostile_words_as_words(run: Run) -> None:
    hostile = replace(finding(text="<script>alert(1)</script>"), message="<img src=x onerror=alert(1)>")
    hostile = replace(hostile, evidence=(), authority=replace(hostile.authority, url="javascript:alert(1)"))  # type: ignore[type-var]
    page = render_html(Run((replace(run.files[0], diagnostics=(hostile,)),)), {"a b/锌,1:2.md": SOURCE})
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "javascript:" not in page


def test_html_marks_the_words_in_the_article(run: Run) -> None:
    rows = list(enumerate(run.files[0].diagnostics, 1))
    cut = pieces(SOURCE, rows)
    assert "".join(piece.text for piece in cut) == SOURCE
    assert [(piece.text, piece.severity) for piece in cut if piece.severity] == [
        ("Zinc <cures>", "error"),
        ('"always"', "warning"),
    ]
