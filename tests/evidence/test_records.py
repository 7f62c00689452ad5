"""Records from files: read, joined, checked, found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimlint.data import DataErrors, home
from claimlint.evidence import Database, Effect, load_database
from claimlint.evidence.schema import schemas
from claimlint.evidence.search import Filter, search, select, show, stats
from claimlint.evidence.validate import validate
from claimlint.lexicon import load_concepts

from .conftest import CONCEPTS

SOURCE = """\
sources:
  fixture-2020: {title: A fixture, year: 2020, doi: "10.1000/fixture", pmid: 12345, checked: 2026-01-01, read: abstract}
"""
EFFECT = """\
records:
  - id: vitamin-c-cold
    subject: vitamin-c
    outcome: common-cold
    direction: decrease
    benefit: benefit
    evidence: meta-analysis
    causal: true
    certainty: moderate
    sources: [fixture-2020]
    measure: rr
    value: 0.92
    ci: [0.85, 0.98]
    statement: {en: "Fewer colds with vitamin C.", sv: "Färre förkylningar med C-vitamin."}
"""
TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMLINT_CACHE_DIR", str(tmp_path / "cache"))


def claims(folder: Path, effect: str = EFFECT, source: str = SOURCE, **more: str) -> Path:
    for name, text in {"sources": source, "effects": effect, **more}.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "fixture.yaml").write_text(text, encoding="utf-8")
    return folder


def load(folder: Path, *extra: Path) -> Database:
    return load_database(extra, CONCEPTS, folder=folder)


def problems(folder: Path, *extra: Path) -> list[str]:
    return [str(problem) for problem in validate(extra, CONCEPTS, folder=folder, today=TODAY)]


def test_load(tmp_path: Path) -> None:
    folder = claims(tmp_path / "claims")
    for _ in range(2):  # the second time from the cache
        database = load(folder)
        record = database.records["vitamin-c-cold"]
        assert isinstance(record, Effect)
        assert record.ci == (0.85, 0.98)
        assert database.sources["fixture-2020"].pmid == "12345"
        assert database.places["vitamin-c-cold"].endswith("fixture.yaml:2")
        cited = database.cite("vitamin-c-cold", "sv")
        assert cited.statement == "Färre förkylningar med C-vitamin."
        assert cited.source.url == "https://doi.org/10.1000/fixture"


def test_every_mistake_of_form_is_told_with_its_place(tmp_path: Path) -> None:
    effect = EFFECT.replace("causal: true", "causal: perhaps").replace("certainty", "certanty")
    with pytest.raises(DataErrors) as raised:
        load(claims(tmp_path / "claims", effect, SOURCE.replace("read:", "raed:")))
    told = str(raised.value)
    assert "fixture.yaml:9: records.0.certanty: is not a field of an effect (did you mean 'certainty'?)" in told
    assert "fixture.yaml:2: sources.fixture-2020.raed:" in told
    assert "fixture.yaml:2: records.0" in told or "fixture.yaml:8: records.0.causal" in told


def test_publisher_joins_and_overrides(tmp_path: Path) -> None:
    folder = claims(tmp_path / "claims")
    own = tmp_path / "own.yaml"
    text = EFFECT.replace("records:", "effects:").replace("0.92", "0.95")
    own.write_text(text.replace("vitamin-c-cold", "our-vitamin-c-cold"), encoding="utf-8")
    assert set(load(folder, own).records) == {"vitamin-c-cold", "our-vitamin-c-cold"}

    own.write_text(text, encoding="utf-8")
    with pytest.raises(DataErrors, match="is a shipped one's"):
        load(folder, own)
    own.write_text(f"{text}    overrides: vitamin-c-cold\n", encoding="utf-8")
    with pytest.raises(DataErrors, match="without giving the reason"):
        load(folder, own)
    own.write_text(f"{text}    overrides: vitamin-c-cold\n    note: A later update.\n", encoding="utf-8")
    record = load(folder, own).records["vitamin-c-cold"]
    assert isinstance(record, Effect)
    assert record.value == 0.95
    own.write_text(f"{text}    overrides: vitamin-c-colt\n    note: A later update.\n", encoding="utf-8")
    with pytest.raises(DataErrors):
        load(folder, own)


def test_a_sound_folder_has_no_problems(tmp_path: Path) -> None:
    assert problems(claims(tmp_path / "claims")) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("vitamin-c-cold", "Vitamin_C", "not kebab-case"),
        ("[fixture-2020]", "[fixture-2021]", "no source 'fixture-2021' (did you mean 'fixture-2020'?)"),
        ("common-cold", "comon-cold", "no concept 'comon-cold' (did you mean 'common-cold'?)"),
        ("[0.85, 0.98]", "[0.95, 0.98]", "lies outside of its interval"),
        ("[0.85, 0.98]", "[0.98, 0.85]", "ends before it begins"),
        ("[0.85, 0.98]", "[0.85, 1.2]", "the interval contains 1"),
        ("value: 0.92", "value: -8", "a ratio is above 0"),
        ("measure: rr", "measure: none", "a value without a measure"),
        ("evidence: meta-analysis", "evidence: observational", "cannot show cause"),
        ("measure: rr", "per: {amount: 100, unit: mg}\n    measure: rr", None),
        ("direction: decrease", "per: {amount: 100, unit: mg}\n    direction: increase", "is no increase"),
        ('{en: "Fewer', '{fi: "Fewer', "'fi' is no language"),
    ],
)
def test_problems_of_effects(tmp_path: Path, old: str, new: str, told: str | None) -> None:
    found = problems(claims(tmp_path / "claims", EFFECT.replace(old, new)))
    assert any(told in one for one in found) if told else found == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("10.1000/fixture", "doi.org/10.1000/fixture", "is not a DOI"),
        ("12345", "PMC12345", "is not a PubMed number"),
        ("2026-01-01", "2023-01-01", "read it again"),
        ("2026-01-01", "2027-01-01", "yet to come"),
        ("2026-01-01", '"last week"', "is not a date"),
        ("year: 2020", "year: 20200", "cannot be"),
        ('doi: "10.1000/fixture", pmid: 12345, ', "", "cannot look it up"),
    ],
)
def test_problems_of_sources(tmp_path: Path, old: str, new: str, told: str) -> None:
    found = problems(claims(tmp_path / "claims", source=SOURCE.replace(old, new)))
    assert any(told in one for one in found), found


def test_contradictions_and_duplicates(tmp_path: Path) -> None:
    one = EFFECT.removeprefix("records:\n")
    opposite = one.replace("-cold\n    subject", "-cold-more\n    subject").replace("0.92", "1.1")
    opposite = opposite.replace("[0.85, 0.98]", "[1.05, 1.2]").replace("decrease", "increase")
    found = problems(claims(tmp_path / "claims", EFFECT + opposite))
    assert any("finds the opposite of 'vitamin-c-cold'" in each for each in found)
    explained = EFFECT + "    note: In adults.\n" + opposite + "    note: In children.\n"
    assert not any("opposite" in each for each in problems(claims(tmp_path / "claims", explained)))
    again = EFFECT + one.replace("id: vitamin-c-cold", "id: vitamin-c-cold-again")
    assert any("the same number of the same source" in each for each in problems(claims(tmp_path / "claims", again)))
    twice = SOURCE + SOURCE.splitlines()[1].replace("fixture-2020:", "fixture-2020b:")
    assert any("the same DOI" in each for each in problems(claims(tmp_path / "claims", source=twice)))


LIMIT = """\
records:
  - {id: d-ul, substance: vitamin-d, authority: efsa, jurisdiction: eu, kind: ul, unit: ug, sources: [fixture-2020],
     values: [{amount: 100}]}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{amount: 100}", "{amount: 100}", None),
        ("unit: ug", "unit: drops", "no unit of intake"),
        ("unit: ug", "unit: mmol", "no molar mass"),
        ("{amount: 100}", "{amount: 0}", "not positive"),
        ("{amount: 100}", "{amount: 100, age: [18, 4]}", "ends before it begins"),
        ("{amount: 100}", "{amount: 100}, {amount: 50, age: [60, null]}", "another row says 100"),
    ],
)
def test_problems_of_limits(tmp_path: Path, old: str, new: str, told: str | None) -> None:
    found = problems(claims(tmp_path / "claims", limits=LIMIT.replace(old, new)))
    assert any(told in one for one in found) if told else found == []


def test_select_and_search(database: Database) -> None:
    found = {record.id for record in select(database, Filter(substance="zinc", kind="limit"))}
    assert found == {"zinc-ul-us", "zinc-ul-eu", "zinc-rda"}
    assert {record.id for record in select(database, Filter(substance="zinc", outcome="infection"))} == {"zinc-cold"}
    assert {record.id for record in select(database, Filter(status="refused"))} == {"eu-ginkgo-memory"}
    assert search(database, "iron in refined flour")[0].record.id == "iron-false"
    assert search(database, "tiredness and fatigue")[0].record.id == "eu-iron-fatigue"
    best = search(database, "zinc", Filter(kind="limit"))[:3]
    assert {hit.record.id for hit in best} == {"zinc-ul-us", "zinc-ul-eu", "zinc-rda"}


def test_show_and_stats(database: Database) -> None:
    shown = show(database, "c-cold")
    assert shown.kind == "effect"
    assert [source.id for source in shown.sources] == ["fixture"]
    with pytest.raises(KeyError, match="did you mean 'c-cold'"):
        show(database, "c-colds")
    counts = stats(database)
    assert sum(counts.kinds.values()) == counts.records == len(database.records)
    assert counts.substances["zinc"]["limit"] == 3
    assert counts.rulings["eu"] == {"authorised": 2, "refused": 1}


def test_schemas_are_up_to_date() -> None:
    for name, text in schemas().items():
        kept = (home("claims") / "schema" / name).read_text(encoding="utf-8")
        assert kept == text, f"run python -m claimlint.evidence.schema: {name} is out of date"


def test_shipped_records_load() -> None:
    assert load_database().records


def test_shipped_records_have_no_errors() -> None:
    found = [str(problem) for problem in validate(concepts=load_concepts()) if problem.severity == "error"]
    assert found == []
