"""What is said of claims that something helps or harms."""

from __future__ import annotations

from typing import Any

import pytest

from claimlint.evidence import Context, Database, judge
from claimlint.evidence.model import Source

from .conftest import CONCEPTS, MEASURES, claim, effect, efficacy

HEDGED: dict[str, Any] = {"hedged": True}
LACK: dict[str, Any] = {"polarity": "harm-of-lack"}

CASES: list[tuple[str, tuple[Any, ...], dict[str, Any], dict[str, Any], str, str | None]] = [
    # name, (subject, relation, outcome), fields, claim, status, record
    ("what trials bear out", ("vitamin-c", "reduces", "common-cold"), {}, {}, "supported", "c-cold"),
    ("a form of what trials bear out", ("vitamin-d3", "raises", "muscle-mass"), {}, {}, "overstated", "d-muscle"),
    ("good evidence of no effect", ("vitamin-c", "prevents", "cancer"), {}, {}, "contradicted", "c-cancer"),
    (
        "hedged against good evidence of none",
        ("ginkgo", "treats", "dementia"),
        HEDGED,
        {},
        "overstated",
        "ginkgo-dementia",
    ),
    ("weak evidence of no effect", ("vitamin-c", "prevents", "influenza"), {}, {}, "overstated", "c-flu"),
    (
        "hedged against weak evidence of none",
        ("vitamin-c", "prevents", "influenza"),
        HEDGED,
        {},
        "not-checkable",
        "c-flu",
    ),
    ("the opposite of the finding", ("zinc-gluconate", "raises", "common-cold"), {}, {}, "contradicted", None),
    ("cause from an association", ("vitamin-d", "prevents", "stroke"), {}, {}, "overstated", "d-stroke"),
    ("association told as one", ("vitamin-d", "reduces", "stroke"), {}, {"causal": False}, "supported", "d-stroke"),
    (
        "a cohort's finding reported",
        ("vitamin-d", "reduces", "stroke"),
        {"evidence": "observational"},
        {"causal": False},
        "supported",
        "d-stroke",
    ),
    ("hedged association", ("vitamin-d", "reduces", "stroke"), HEDGED, {}, "supported", "d-stroke"),
    ("animals told as people", ("curcumin", "improves", "memory"), {}, {}, "extrapolated", "curcumin-memory"),
    (
        "animals told as animals",
        ("curcumin", "improves", "memory"),
        {"evidence": "animal"},
        {},
        "supported",
        "curcumin-memory",
    ),
    ("animals with a hedge", ("curcumin", "improves", "memory"), HEDGED, {}, "not-checkable", "curcumin-memory"),
    ("a weak trial told as settled", ("curcumin", "reduces", "arthritis"), {}, {}, "overstated", "curcumin-arthritis"),
    (
        "a weak trial reported",
        ("curcumin", "reduces", "arthritis"),
        {"evidence": "rct"},
        {},
        "supported",
        "curcumin-arthritis",
    ),
    ("deaths told as cases", ("vitamin-d", "prevents", "cancer"), {}, {}, "overstated", "d-cancer-deaths"),
    ("deaths told as deaths", ("vitamin-d", "reduces", "cancer-mortality"), {}, {}, "supported", "d-cancer-deaths"),
    ("a part told as the whole", ("ginkgo", "improves", "sleep"), {}, {}, "overstated", "ginkgo-latency"),
    ("the whole found, a part told", ("vitamin-c", "treats", "breast-cancer"), {}, {}, "not-checkable", "c-cancer"),
    ("a form's finding told of all", ("zinc", "reduces", "common-cold"), {}, {}, "overstated", "zinc-cold"),
    ("the form that was studied", ("zinc-gluconate", "reduces", "common-cold"), {}, {}, "supported", "zinc-cold"),
    ("a brand is what it contains", ("Zincomax", "reduces", "common-cold"), {}, {}, "supported", "zinc-cold"),
    ("another form", ("zinc-oxide", "treats", "common-cold"), {}, {}, "unsupported", "zinc-cold"),
    ("a finding in one group told of all", ("iron", "treats", "fatigue"), {}, {}, "overstated", "iron-fatigue"),
    (
        "a finding told of its group",
        ("iron", "treats", "fatigue"),
        {"population": "older-adults"},
        {},
        "supported",
        "iron-fatigue",
    ),
    ("an authorised function", ("zinc", "supports", "immune-function"), {}, {}, "supported", "eu-zinc-immune"),
    (
        "a form of the authorised substance",
        ("zinc-oxide", "role-in", "immune-function"),
        {},
        {},
        "supported",
        "eu-zinc-immune",
    ),
    ("more than the authorised function", ("zinc", "treats", "immune-function"), {}, {}, "not-checkable", None),
    ("what is bad in itself, reduced", ("iron", "reduces", "fatigue"), {}, {}, "supported", "eu-iron-fatigue"),
    ("a refused claim", ("ginkgo", "improves", "memory"), {}, {}, "unsupported", "eu-ginkgo-memory"),
    ("a known role", ("zinc", "role-in", "vision"), {}, {}, "supported", "zinc-role"),
    ("an unknown role", ("vitamin-c", "role-in", "vision"), {}, {}, "not-checkable", None),
    ("nothing on record, strong", ("curcumin", "treats", "depression"), {}, {}, "unsupported", None),
    ("nothing on record, hedged", ("curcumin", "treats", "depression"), HEDGED, {}, "not-checkable", None),
    (
        "nothing on record, a study reported",
        ("curcumin", "treats", "depression"),
        {"evidence": "rct"},
        {},
        "not-checkable",
        None,
    ),
    (
        "nothing on record, no substance",
        ("stress", "causes", "fatigue"),
        {"polarity": "harm"},
        {},
        "not-checkable",
        None,
    ),
    (
        "a lack, with a finding on levels",
        ("vitamin-d", "causes", "stroke"),
        LACK,
        {"causal": False},
        "supported",
        "d-stroke",
    ),
    ("a lack told as the cause", ("vitamin-d", "causes", "stroke"), LACK, {}, "overstated", "d-stroke"),
    (
        "a lack flatly told as the cause of what no one studied",
        ("zinc", "causes", "stroke"),
        LACK,
        {},
        "unsupported",
        None,
    ),
    (
        "a lack flatly told as the cause, with findings on supplements alone",
        ("vitamin-c", "causes", "common-cold"),
        LACK,
        {},
        "overstated",
        "c-cold",
    ),
    (
        "a lack, hedged, with findings on supplements alone",
        ("vitamin-c", "causes", "common-cold"),
        {**LACK, **HEDGED},
        {},
        "not-checkable",
        None,
    ),
    ("the disease of a lack", ("vitamin-c", "causes", "deficiency"), LACK, {}, "not-checkable", None),
    ("a benefit that lowers what is good", ("vitamin-d", "reduces", "muscle-mass"), {}, {}, "not-checkable", None),
    ("any symptom at all", ("iron", "treats", "symptom"), {"outcome_type": "symptom"}, {}, "not-checkable", None),
    (
        "a warning that the finding speaks against",
        ("vitamin-d", "causes", "stroke"),
        {"polarity": "harm"},
        {},
        "not-checkable",
        "d-stroke",
    ),
    (
        "a warning on weak ground",
        ("iron", "causes", "infection"),
        {"polarity": "harm"},
        {},
        "supported",
        "iron-infection",
    ),
    ("a denial borne out", ("vitamin-c", "prevents", "cancer"), {"negated": True}, {}, "supported", "c-cancer"),
    (
        "a denial of a good finding",
        ("fish-oil", "reduces", "triglycerides"),
        {"negated": True},
        {},
        "contradicted",
        "fish-triglycerides",
    ),
    (
        "no effect told of a good finding",
        ("fish-oil", "reduces", "triglycerides"),
        {"negated": True, "polarity": "none"},
        {},
        "contradicted",
        "fish-triglycerides",
    ),
    ("hedged, and only a part on record", ("ginkgo", "improves", "sleep"), HEDGED, {}, "not-checkable", None),
    (
        "on record beside the point",
        ("ginkgo", "supports", "muscle-mass"),
        {},
        {"outcome_concepts": ("muscle-mass", "sleep-latency")},
        "not-checkable",
        "ginkgo-latency",
    ),
    (
        "a denial on weak ground",
        ("curcumin", "reduces", "arthritis"),
        {"negated": True},
        {},
        "not-checkable",
        "curcumin-arthritis",
    ),
    ("a denial of what is not on record", ("ginkgo", "treats", "stroke"), {"negated": True}, {}, "not-checkable", None),
    (
        "a myth that the text denies",
        ("vitamin-c", "prevents", "cancer"),
        {},
        {"voice": "debunked"},
        "not-checkable",
        None,
    ),
    ("mixed findings", ("vitamin-d", "raises", "muscle-mass"), {}, {}, "overstated", "d-muscle"),
    ("mixed findings, hedged", ("vitamin-d", "raises", "muscle-mass"), HEDGED, {}, "not-checkable", "d-muscle"),
]


@pytest.mark.parametrize(("case", "said", "fields", "more", "status", "record"), CASES, ids=[case[0] for case in CASES])
def test_verdict(
    database: Database,
    case: str,
    said: tuple[Any, ...],
    fields: dict[str, Any],
    more: dict[str, Any],
    status: str,
    record: str | None,
) -> None:
    verdict = judge(claim(efficacy(*said, **fields), **more), database)
    assert verdict.status == status, verdict
    if record:
        assert verdict.record == record
    assert verdict.reason.endswith(".")


def test_words_of_certainty_over_weak_evidence(database: Database) -> None:
    said = claim(efficacy("curcumin", "reduces", "arthritis", evidence="rct"), "Curcumin is proven to reduce arthritis")
    assert judge(said, database, context=said.text).status == "overstated"
    assert judge(said, database, context=said.text.replace("proven", "shown")).status == "supported"


def test_reason_names_the_finding_and_the_wording(database: Database) -> None:
    said = claim(efficacy("vitamin-d", "prevents", "stroke"), "can prevent stroke")
    reason = judge(said, database).reason
    assert "30% lower risk of stroke" in reason
    assert "associated with the level in blood" in reason
    assert "'can prevent stroke' claims cause" in reason


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Refined flour is rich in iron", "contradicted"),
        ("zh", "精制面粉富含铁", "contradicted"),
        ("sv", "Vitt mjöl är rikt på järn", "contradicted"),
        ("en", "Refined flour is poor in iron", "not-checkable"),
        ("zh", "精制面粉缺乏铁", "not-checkable"),
    ],
)
def test_wordings_that_the_sources_contradict(database: Database, language: str, text: str, status: str) -> None:
    said = claim(efficacy("iron", "role-in", "vision"), text, language=language)
    assert judge(said, database).status == status


def test_supported_only_with_a_record(database: Database) -> None:
    relations = ("treats", "prevents", "reduces", "improves", "supports", "causes", "raises", "restores", "role-in")
    for subject in ("vitamin-c", "curcumin", "zinc", "stress", None):
        for relation in relations:
            for outcome in ("common-cold", "vision", "dementia", "deficiency"):
                for hedged in (False, True):
                    verdict = judge(claim(efficacy(subject, relation, outcome, hedged=hedged)), database)
                    assert verdict.status != "supported" or verdict.record in database.records


def test_a_long_life_is_told_of_dying(database: Database) -> None:
    verdict = judge(claim(efficacy("vitamin-d", "improves", "longevity")), database)
    assert (verdict.status, verdict.record) == ("supported", "d-deaths")
    assert judge(claim(efficacy("vitamin-d", "improves", "healthy-ageing")), database).record is None


def test_what_a_record_tells_beside_its_outcome_is_no_part_of_an_organ(database: Database) -> None:
    assert judge(claim(efficacy("vitamin-d", "improves", "gut")), database).record is None
    assert judge(claim(efficacy("vitamin-d", "improves", "bowel-movements")), database).record == "d-bowels"


@pytest.mark.parametrize(
    ("concepts", "alone", "record"),
    [
        (("vitamin-d", "zinc"), False, "both-falls"),
        (("vitamin-d3", "zinc-gluconate"), False, "both-falls"),
        (("vitamin-d",), False, "d-falls"),
        (("vitamin-d", "zinc"), True, "d-falls"),
    ],
)
def test_what_was_given_together(database: Database, concepts: tuple[str, ...], alone: bool, record: str) -> None:
    for subject in ("vitamin-d", "zinc") if record == "both-falls" else ("vitamin-d",):
        said = claim(efficacy(subject, "reduces", "falls"))
        assert judge(said, database, context=Context(concepts=concepts, alone=alone)).record == record


def test_too_much_is_no_benefit(database: Database) -> None:
    said = claim(efficacy("zinc", "reduces", "fatigue", outcome_type="symptom"))
    assert judge(said, database).status == "unsupported"
    assert judge(said, database, context=Context(excess=True)).status == "not-checkable"


def test_the_form_that_the_sentence_names(database: Database) -> None:
    said = claim(efficacy("zinc", "reduces", "common-cold"))
    assert judge(said, database).status == "overstated"
    assert judge(said, database, context=Context(concepts=("zinc", "zinc-gluconate"))).status == "supported"


def test_no_side_effects_whatever(database: Database) -> None:
    denial = {"outcome_type": "symptom", "polarity": "none", "negated": True}
    for subject, record in (("zinc", "zinc-falls"), ("niacin", None)):
        said = claim(efficacy(subject, "causes", "side-effects", **denial))
        verdict = judge(said, database)
        assert (verdict.status, verdict.record) == ("contradicted" if record else "not-checkable", record)
        assert judge(said, database, context=Context(partly=True)).status == "not-checkable"


@pytest.fixture(scope="module")
def others() -> Database:
    """Findings of a course of illness, of what was rubbed in, of what is mixed and of what stands beside."""
    rows = [
        effect("course", "zinc", "common-cold", outcome_kind="severity"),
        effect("rubbed-in", "niacin", "fatigue", exposure="topical"),
        effect("unsure", "ginkgo", "memory", direction="mixed", benefit="unclear", certainty="low"),
        effect("none-beside", "iron", "cancer", direction="none", benefit="none", also=["breast-cancer"]),
    ]
    return Database.of([Source("fixture", "A fixture", "2026-01-01")], rows, MEASURES, concepts=CONCEPTS)


@pytest.mark.parametrize(
    ("said", "fields", "certain", "status"),
    [
        (("zinc", "prevents", "common-cold"), {}, False, "overstated"),
        (("zinc", "treats", "common-cold"), {}, False, "supported"),
        (("zinc", "prevents", "common-cold"), HEDGED, False, "supported"),
        (("niacin", "reduces", "fatigue"), {}, False, "overstated"),
        (("niacin", "reduces", "fatigue"), HEDGED, False, "not-checkable"),
        (("ginkgo", "supports", "memory"), {}, False, "not-checkable"),
        (("ginkgo", "supports", "memory"), {}, True, "overstated"),
        (("iron", "prevents", "breast-cancer"), {}, False, "contradicted"),
    ],
)
def test_bounds(others: Database, said: tuple[Any, ...], fields: dict[str, Any], certain: bool, status: str) -> None:
    verdict = judge(claim(efficacy(*said, **fields)), others, context=Context(certain=certain))
    assert verdict.status == status, verdict


def test_a_text_that_admits_how_little_is_known(others: Database, database: Database) -> None:
    mixed, weak = claim(efficacy("ginkgo", "improves", "memory")), claim(efficacy("curcumin", "reduces", "arthritis"))
    for said, known in ((mixed, others), (weak, database)):
        assert judge(said, known).status == "overstated"
        assert judge(said, known, context=Context(admitted=True)).status != "overstated"


def test_the_disease_named_first(others: Database) -> None:
    said = claim(efficacy("zinc", "treats", "stroke"), outcome_concepts=("stroke", "common-cold"))
    verdict = judge(said, others)
    assert (verdict.status, "stroke" in verdict.reason) == ("unsupported", True)
