"""The command line as its users meet it: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Claimlint

BAD = "# Cureall\n\nOrder Cureall capsules now for $20: zinc cures cancer and treats type 2 diabetes.\n"
GOOD = "# Walking\n\nWe walked along the river and came home late.\n"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Return an article that sins."""
    path = tmp_path / "bad.md"
    path.write_text(BAD, "utf-8")
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Return an article without a claim."""
    path = tmp_path / "good.md"
    path.write_text(GOOD, "utf-8")
    return path


# check


def test_findings_are_told_with_place_words_law_and_summary(claimlint: Claimlint, bad: Path) -> None:
    outcome = claimlint("check", bad)
    assert outcome.code == 1
    assert f"{bad}:3:" in outcome.out
    assert "error us-fda/disease-claim" in outcome.out
    assert "21 CFR 101.93" in outcome.out
    assert outcome.out.splitlines()[-1].startswith("Examined 1 file, ")
    assert outcome.err == ""


def test_a_clean_article_says_what_was_examined(claimlint: Claimlint, good: Path) -> None:
    outcome = claimlint("check", good)
    assert outcome.code == 0
    assert outcome.out == "Examined 1 file, 2 sentences, 0 claims (0 met a record): 0 errors, 0 warnings, 0 notes.\n"


def test_json_points_at_the_very_characters(claimlint: Claimlint, bad: Path) -> None:
    report = json.loads(claimlint("check", bad, "--format", "json").out)
    found = report["files"][0]["diagnostics"]
    assert found
    assert all(BAD[each["offset"] : each["end_offset"]] == each["text"] for each in found)
    assert report["files"][0]["path"] == str(bad)
    assert report["summary"]["errors"] > 0


def test_select_ignore_and_jurisdiction(claimlint: Claimlint, bad: Path) -> None:
    def rules(*options: str) -> set[str]:
        report = json.loads(claimlint("check", bad, "--format", "json", *options).out)
        return {each["rule"] for each in report["files"][0]["diagnostics"]}

    assert rules("--select", "us-fda/disease-claim") == {"us-fda/disease-claim"}
    assert "us-fda/disease-claim" not in rules("--ignore", "us-fda,us-ftc")
    assert not any(rule.startswith("us-") for rule in rules("--jurisdiction", "eu"))
    assert any(rule.startswith("eu-") for rule in rules("--jurisdiction", "eu"))


def test_fail_on_decides_the_exit_code(claimlint: Claimlint, bad: Path) -> None:
    assert claimlint("check", bad, "--fail-on", "never").code == 0
    assert claimlint("check", bad, "--fail-on", "note").code == 1


def test_standard_input_has_the_name_it_is_given(claimlint: Claimlint) -> None:
    outcome = claimlint("check", "-", "--stdin-filename", "blog/x.md", stdin=BAD.encode())
    assert "blog/x.md:3:" in outcome.out
    assert claimlint("check", "-", stdin=GOOD.encode()).code == 0


def test_the_report_can_go_to_a_file(claimlint: Claimlint, bad: Path, tmp_path: Path) -> None:
    report = tmp_path / "out.sarif"
    outcome = claimlint("check", bad, "--format", "sarif", "--output", report)
    assert json.loads(report.read_text("utf-8"))["version"] == "2.1.0"
    assert outcome.out.startswith("Examined 1 file")
    assert claimlint("check", bad, "--output", tmp_path / "no" / "where").code == 2


def test_a_baseline_leaves_only_what_is_new(claimlint: Claimlint, bad: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    assert claimlint("check", bad, "--write-baseline", baseline).code == 0
    outcome = claimlint("check", bad, "--baseline", baseline, "--fail-on", "note")
    assert outcome.code == 0
    assert "suppressed" in outcome.out
    bad.write_text("Moved down.\n\n" + BAD + "\nMagnesium cures Alzheimer's disease.\n", "utf-8")
    outcome = claimlint("check", bad, "--baseline", baseline)
    assert outcome.code == 1
    assert "Alzheimer" in outcome.out
    assert "cures cancer" not in outcome.out
    (tmp_path / "claimlint.toml").write_text('baseline = "later.json"\n', "utf-8")
    assert "later.json" in claimlint("check", bad).err
    assert claimlint("check", bad, "--write-baseline", tmp_path / "later.json").code == 0
    assert claimlint("check", bad).code == 0
    baseline.write_text("[]", "utf-8")
    assert "not a baseline" in claimlint("check", bad, "--baseline", baseline).err


def test_a_comment_silences_and_a_needless_one_is_told(claimlint: Claimlint, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(
        "<!-- claimlint-disable-next-line us-fda, us-ftc, evidence, marketing, citation: quoted from a letter -->\n"
        "Zinc cures cancer.\n\n"
        "<!-- claimlint-disable-next-line marketing/miracle: none here -->\n"
        "We walked home.\n",
        "utf-8",
    )
    report = json.loads(claimlint("check", path, "--format", "json").out)
    found = report["files"][0]["diagnostics"]
    assert [each["rule"] for each in found if each["line"] == 2] == []
    unused = [each for each in found if each["rule"] == "claimlint/unused-suppression"]
    assert [each["line"] for each in unused] == [4]
    assert report["summary"]["suppressed"] >= 1


# Mistakes


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("chekc",), "Did you mean 'check'?"),
        (("check", "--fromat", "json"), "--format"),
        (("check", ".", "--select", "us-fda/disease-clam"), "Did you mean 'us-fda/disease-claim'?"),
        (("check", ".", "--jurisdiction", "uk"), "'uk' is not one of us, eu, cn"),
        (("check", ".", "--language", "de"), "en"),
        (("explain", "us-fda/desease-claim"), "Did you mean 'us-fda/disease-claim'?"),
        (("explain", "disease-claim"), "us-fda/disease-claim"),
        (("rules", "lst"), "Did you mean 'list'?"),
        (("claims", "list", "--substance", "magnesum"), "Did you mean 'magnesium'?"),
        (("rules", "test", "no-such-rule"), "neither a file nor a rule"),
        (("check", "--config", "nowhere.toml"), "cannot be read"),
    ],
)
def test_a_mistake_in_the_call_is_helped(
    claimlint: Claimlint, good: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(good.parent)
    outcome = claimlint(*arguments)
    assert outcome.code == 2
    assert says in outcome.err
    assert "Traceback" not in outcome.err


def test_a_file_where_a_command_belongs(claimlint: Claimlint, good: Path) -> None:
    assert f"check {good}" in claimlint(good).err


def test_paths_that_lead_nowhere_are_errors_and_the_rest_is_linted(
    claimlint: Claimlint, bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty-folder").mkdir()
    outcome = claimlint("check", tmp_path / "none.md", tmp_path / "empty-folder", tmp_path / "*.rst", bad)
    assert outcome.code == 2
    assert "us-fda/disease-claim" in outcome.out
    assert [line.split(": ")[1] for line in outcome.err.splitlines()] == [
        str(tmp_path / name) for name in ("none.md", "empty-folder", "*.rst")
    ]
    report = json.loads(claimlint("check", tmp_path / "none.md", "--format", "json").out)
    assert report["errors"] == [{"path": str(tmp_path / "none.md"), "message": "there is no such file or folder"}]


def test_an_unreadable_file_stops_nothing(claimlint: Claimlint, bad: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 not a zip")
    empty = tmp_path / "empty.md"
    empty.write_bytes(b"")
    outcome = claimlint("check", broken, empty, bad)
    assert outcome.code == 2
    assert "us-fda/disease-claim" in outcome.out
    assert f"{broken}: " in outcome.err
    assert f"{empty}: " in outcome.err


def test_a_broken_configuration_is_an_error_for_what_it_governs(claimlint: Claimlint, bad: Path) -> None:
    inner = bad.parent / "site"
    inner.mkdir()
    (inner / "a.md").write_text(BAD, "utf-8")
    config = inner / "claimlint.toml"
    config.write_text("\nignroe = []\n", "utf-8")
    outcome = claimlint("check", inner / "a.md", bad)
    assert outcome.code == 2
    assert f"{config}: line 2: ignroe: " in outcome.err
    assert "'ignore'" in outcome.err
    assert "Examined 1 file, " in outcome.out
    outcome = claimlint("check", bad, "--config", config)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{config}:2: ignroe" in outcome.err


def test_a_broken_ruleset_or_claim_file_names_its_place(claimlint: Claimlint, good: Path) -> None:
    rules = good.parent / "house.yaml"
    rules.write_text("ruleset: house\ntitle: x\nrules:\n  no-x:\n    kind: terms\n", "utf-8")
    config = good.parent / "claimlint.toml"
    config.write_text('rulesets = ["house.yaml"]\n', "utf-8")
    (good.parent / "other.md").write_text(GOOD, "utf-8")
    outcome = claimlint("check", good.parent)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
    assert f"{rules}: line 4" in outcome.err
    records = good.parent / "own"
    records.mkdir()
    (records / "x.yaml").write_text("effects:\n  - id: x\n    sbject: zinc\n", "utf-8")
    config.write_text('claims = ["own"]\n', "utf-8")
    outcome = claimlint("check", good)
    assert outcome.code == 2
    assert "x.yaml: line " in outcome.err
    assert "subject" in outcome.err


# The other commands


def test_alone_it_shows_help(claimlint: Claimlint) -> None:
    outcome = claimlint()
    assert outcome.code == 0
    assert all(name in outcome.out for name in ("check", "audit", "extract", "explain", "rules", "claims", "init"))


def test_extract_speaks_json_lines_in_source_offsets(claimlint: Claimlint, bad: Path) -> None:
    rows = [json.loads(line) for line in claimlint("extract", bad, "--format", "jsonl").out.splitlines()]
    assert {row["kind"] for row in rows} == {"efficacy"}
    assert all(BAD[row["offset"] : row["end_offset"]] == row["text"] for row in rows)
    assert {row["fields"]["subject"] for row in rows} == {"zinc"}
    keys = (
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "offset",
        "end_offset",
        "text",
        "kind",
        "language",
        "fields",
    )
    assert tuple(rows[0]) == keys


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "concept"),
    [
        ("Take 1.5-2 g of magnesium daily.", 1.5, 2, "g", "magnesium"),
        ("每天服用锌15毫克。", 15, 15, "mg", "zinc"),
        ("Ta 10 µg D-vitamin per dag.", 10, 10, "ug", "vitamin-d"),
    ],
)
def test_quantities_and_mentions_of_standard_input(
    claimlint: Claimlint, text: str, low: float, high: float, unit: str, concept: str
) -> None:
    row = json.loads(claimlint("extract", "-", "--quantities", stdin=text.encode()).out)
    assert (row["low"], row["high"], row["unit"], row["per"]) == (low, high, unit, "day")
    assert text[row["offset"] : row["end_offset"]] == row["text"]
    rows = [json.loads(line) for line in claimlint("extract", "-", "--mentions", stdin=text.encode()).out.splitlines()]
    assert concept in {row["concept"] for row in rows}


def test_extract_explains_how_a_claim_was_put_together(claimlint: Claimlint, bad: Path) -> None:
    row = json.loads(claimlint("extract", bad, "--explain", "--format", "jsonl").out.splitlines()[0])
    assert {mention["concept"] for mention in row["mentions"]} >= {"zinc", "cancer"}
    assert row["trace"]
    assert "zinc" in claimlint("extract", bad, "--format", "table").out


def test_audit_adds_up(claimlint: Claimlint, bad: Path, good: Path, tmp_path: Path) -> None:
    outcome = claimlint("audit", tmp_path)
    assert outcome.code == 0
    assert "us-fda/disease-claim" in outcome.out
    report = json.loads(claimlint("audit", tmp_path, "--format", "json").out)
    totals = report["totals"]
    assert sum(row["total"] for row in totals["rules"].values()) == sum(
        row["total"] for row in totals["jurisdictions"].values()
    )
    assert list(totals["files"]) == [str(bad)]
    page = tmp_path / "audit.html"
    claimlint("audit", bad, "--format", "html", "--output", page)
    shown = page.read_text("utf-8")
    assert "<mark" in shown
    assert "<td>us-fda/disease-claim</td>" in shown


def test_claimlint_s_own_rules_are_explained(claimlint: Claimlint) -> None:
    assert "comment" in claimlint("explain", "claimlint/unused-suppression").out


def test_explain_shows_law_and_examples(claimlint: Claimlint) -> None:
    outcome = claimlint("explain", "us-fda/disease-claim")
    assert outcome.code == 0
    assert "21 CFR 101.93" in outcome.out
    assert "Reports:" in outcome.out
    assert "Lets pass:" in outcome.out


def test_rules_are_listed(claimlint: Claimlint) -> None:
    rows = json.loads(claimlint("rules", "list", "--format", "json").out)
    assert {"us-fda/disease-claim", "marketing/superlative"} <= {row["rule"] for row in rows}
    assert "us-fda/disease-claim" in claimlint("rules", "list").out


def test_a_ruleset_of_ones_own_is_tested(claimlint: Claimlint, tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    text = """\
ruleset: house
title: Our house style
rules:
  no-wow:
    kind: term
    severity: warning
    message: '"{text}" is not our tone.'
    why: We do not shout.
    suggestion: Leave it out.
    terms: {en: [wow]}
    examples:
      bad: {en: ["Wow, what a day."]}
      good: {en: ["What a day."]}
"""
    path.write_text(text, "utf-8")
    outcome = claimlint("rules", "test", path)
    assert outcome.code == 0, outcome.err
    assert "2 examples of 1 rules: 2 behave, 0 do not." in outcome.out
    path.write_text(text.replace("What a day.", "Oh wow."), "utf-8")
    assert claimlint("rules", "test", path).code == 1


def test_claims_are_listed_shown_and_searched(claimlint: Claimlint) -> None:
    rows = json.loads(claimlint("claims", "list", "--kind", "effect", "--format", "json").out)
    assert rows
    assert rows[0]["id"] in claimlint("claims", "show", rows[0]["id"]).out
    assert json.loads(claimlint("claims", "search", "magnesium", "sleep", "--format", "json").out)
    assert json.loads(claimlint("claims", "stats", "--format", "json").out)["records"] >= len(rows)
    assert claimlint("claims", "show", "no-such-record").code == 2


def test_a_claim_is_added_only_where_it_is_valid(claimlint: Claimlint, tmp_path: Path) -> None:
    source = tmp_path / "source.yaml"
    source.write_text(
        "id: own-study\ntitle: A study of ours\nchecked: '2026-01-01'\nyear: 2025\nurl: https://example.org/study\n",
        "utf-8",
    )
    folder = tmp_path / "claims"
    assert claimlint("claims", "add", "--kind", "source", "--from", source, "--to", folder).code == 0
    record = tmp_path / "record.yaml"
    text = (
        "id: own-zinc\ntopic: zinc\nsubject: zinc\nwhat: share of adults below the requirement\nunit: '%'\n"
        "low: 10\nhigh: 12\nkind: share\nsources: [own-study]\nstatement: {en: About one in ten has too little zinc.}\n"
    )
    record.write_text(text.replace("own-study", "no-study"), "utf-8")
    outcome = claimlint("claims", "add", "--kind", "fact", "--from", record, "--to", folder)
    assert outcome.code == 1
    assert not (folder / "facts" / "own-zinc.yaml").exists()
    record.write_text(text, "utf-8")
    outcome = claimlint("claims", "add", "--kind", "fact", "--from", record, "--to", folder)
    assert outcome.code == 0, outcome.err
    assert (folder / "facts" / "own-zinc.yaml").exists()


def test_init_writes_what_check_reads_and_overwrites_nothing(claimlint: Claimlint, tmp_path: Path, good: Path) -> None:
    assert claimlint("init", tmp_path).code == 0
    assert (tmp_path / ".pre-commit-config.yaml").exists()
    assert claimlint("check", good).code == 0
    (tmp_path / "claimlint.toml").write_text('fail-on = "never"\n', "utf-8")
    assert "left as it is" in claimlint("init", tmp_path).out
    assert (tmp_path / "claimlint.toml").read_text("utf-8") == 'fail-on = "never"\n'


# Fixes


def test_a_fix_is_shown_then_made_once(claimlint: Claimlint, tmp_path: Path) -> None:
    path = tmp_path / "label.md"
    path.write_bytes(b"# Zinc\r\n\r\nBuy our zinc capsules for $20. Zinc supports the immune system.\r\n")
    before = path.read_bytes()
    shown = claimlint("check", path, "--diff")
    assert path.read_bytes() == before
    assert shown.code == 1
    assert "+++" in shown.out
    claimlint("check", path, "--fix")
    after = path.read_bytes()
    assert after != before
    assert b"Food and Drug Administration" in after
    again = claimlint("check", path, "--diff")
    assert (again.code, again.out) == (0, "")
    claimlint("check", path, "--fix")
    assert path.read_bytes() == after


# As a process


def test_an_unchanged_article_is_answered_without_spacy(bad: Path) -> None:
    def run(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-X", "importtime", "-m", "claimlint", "check", str(bad), *options]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)

    bad.write_text(BAD + "\nWe came home late.\n", "utf-8")  # words that no other test has had examined
    first = run()
    assert (first.returncode, "spacy" in first.stderr) == (1, True)
    again = run()
    assert (again.returncode, again.stdout) == (1, first.stdout)
    imported = {line.rpartition("|")[2].strip() for line in again.stderr.splitlines() if line.startswith("import time")}
    assert imported.isdisjoint({"spacy", "numpy", "yaml", "click", "rich", "msgspec"})
    other_format = run("--format", "json")
    assert "spacy" not in {line.rpartition("|")[2].strip() for line in other_format.stderr.splitlines()}
    bad.write_text(BAD + "\nMagnesium prevents cancer.\n", "utf-8")
    assert "prevents cancer" in run().stdout


def test_a_closed_pipe_is_no_error(bad: Path) -> None:
    command = f'"{sys.executable}" -m claimlint rules list | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stderr == ""
