"""What is said of percentages, shares and counts."""

from __future__ import annotations

from typing import Any

import pytest

from claimlint.evidence import Context, Database, judge
from claimlint.nlp.model import Measurement, Percentage

from .conftest import claim

CHANGES: list[tuple[str, Percentage, dict[str, Any], str, str | None]] = [
    ("the very figure", Percentage(8, 8, "decrease", "vitamin-c", "common-cold"), {}, "supported", "c-cold"),
    ("inside the interval", Percentage(12, 12, "decrease", "vitamin-c", "common-cold"), {}, "supported", "c-cold"),
    ("beyond the interval", Percentage(50, 50, "decrease", "vitamin-c", "common-cold"), {}, "overstated", "c-cold"),
    ("less than the interval", Percentage(None, 0.2, "decrease", "vitamin-d", "stroke"), {}, "misquoted", "d-stroke"),
    ("the opposite", Percentage(60, 60, "increase", "vitamin-c", "common-cold"), {}, "contradicted", "c-cold"),
    ("cause from an association", Percentage(30, 30, "decrease", "vitamin-d", "stroke"), {}, "overstated", "d-stroke"),
    ("association told as one", Percentage(30, 30, "decrease", "vitamin-d", "stroke"), {"causal": False}, "supported", "d-stroke"),
    ("deaths told as cases", Percentage(13, 13, "decrease", "vitamin-d", "cancer"), {}, "misquoted", "d-cancer-deaths"),
    ("deaths told as deaths", Percentage(13, 13, "decrease", "vitamin-d", "cancer-mortality"), {}, "supported", "d-cancer-deaths"),
    ("a difference that may be chance", Percentage(20, 20, "decrease", "vitamin-d", "depression"), {"causal": False}, "overstated", "d-depression"),
    ("told of less, as it was found", Percentage(25, 25, "increase", "fish-oil", "stroke"), {"causal": False}, "supported", "fish-stroke-100"),
    ("told of more, turned round", Percentage(20, 20, "decrease", "fish-oil", "stroke"), {"causal": False}, "supported", "fish-stroke-100"),
    ("the same step of intake", Percentage(20, 20, "decrease", "fish-oil", "stroke", "0.1 g/day"), {"causal": False}, "supported", "fish-stroke-100"),
    ("another step of intake", Percentage(20, 20, "decrease", "fish-oil", "stroke", "500 mg/day"), {"causal": False}, "not-checkable", "fish-stroke-100"),
    ("the form that was studied", Percentage(33, 33, "decrease", "zinc-gluconate", "common-cold"), {}, "supported", "zinc-cold"),
    ("a form's figure told of all", Percentage(33, 33, "decrease", "zinc", "common-cold"), {}, "overstated", "zinc-cold"),
    ("no figure on record", Percentage(40, 40, "decrease", "curcumin", "arthritis"), {}, "not-checkable", "curcumin-arthritis"),
    ("a figure for no effect", Percentage(40, 40, "decrease", "ginkgo", "dementia"), {}, "overstated", "ginkgo-dementia"),
    ("nothing on record", Percentage(40, 40, "decrease", "ginkgo", "stroke"), {}, "unsupported", None),
    ("nothing on record, a study reported", Percentage(40, 40, "decrease", "ginkgo", "stroke"), {"evidence": "rct"}, "not-checkable", None),
    ("nothing named", Percentage(40, 40, "decrease", None, None), {}, "not-checkable", None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "fields", "more", "status", "record"), CHANGES, ids=[case[0] for case in CHANGES])
def test_change(
    database: Database, case: str, fields: Percentage, more: dict[str, Any], status: str, record: str | None
) -> None:
    verdict = judge(claim(fields, **more), database)
    assert (verdict.status, verdict.record) == (status, record), verdict


@pytest.mark.parametrize(("before", "status"), [((), "overstated"), (("common-cold",), "supported")])
def test_a_figure_of_a_kind_is_no_overstatement_where_the_sentence_before_names_it(
    database: Database, before: tuple[str, ...], status: str
) -> None:
    said = claim(Percentage(8, 8, "decrease", "vitamin-c", "infection"))
    verdict = judge(said, database, context=Context(before=before))
    assert (verdict.status, verdict.record) == (status, "c-cold"), verdict


BELOW = "have an intake below the requirement"
SHARES: list[tuple[str, Percentage, str, bool, str, str | None]] = [
    ("inside", Percentage(62, 62, "share", "vitamin-d", None), BELOW, False, "supported", "d-low-intake"),
    ("rounded", Percentage(66.7, 66.7, "share", "vitamin-d", None), BELOW, False, "supported", "d-low-intake"),
    ("too high", Percentage(80, 80, "share", "vitamin-d", None), BELOW, False, "overstated", "d-low-intake"),
    ("far too low", Percentage(10, 10, "share", "vitamin-d", None), BELOW, False, "contradicted", "d-low-intake"),
    ("a range that overlaps", Percentage(50, 63, "share", "vitamin-d", None), BELOW, False, "not-checkable", "d-low-intake"),
    ("low intake told as deficiency", Percentage(64, 64, "share", "vitamin-d", "deficiency"), "are deficient", False, "overstated", "d-low-intake"),
    ("low intake told as a lack", Percentage(64, 64, "share", "vitamin-d", None), "lack it", True, "overstated", "d-low-intake"),
    ("a lack, told by the word", Percentage(33, 33, "share", "iron", None, None, "children"), "lack it", True, "supported", "iron-deficiency-children"),
    ("nothing of a lack", Percentage(33, 33, "share", "iron", None, None, "children"), "eat it", False, "not-checkable", None),
    ("the same number of something else", Percentage(64, 64, "share", "vitamin-d", None), "like it", False, "not-checkable", None),
    ("of another substance", Percentage(62, 62, "share", "zinc", None), BELOW, True, "not-checkable", None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "fields", "text", "lack", "status", "record"), SHARES, ids=[c[0] for c in SHARES])
def test_share(
    database: Database, case: str, fields: Percentage, text: str, lack: bool, status: str, record: str | None
) -> None:
    verdict = judge(claim(fields, f"Of adults, so many {text}"), database, context=Context(lack=lack))
    assert (verdict.status, verdict.record) == (status, record), verdict


COUNTS: list[tuple[str, Measurement, str, tuple[str, ...], str, str | None]] = [
    ("inside", Measurement("enzymes", 300, None, "enzyme"), "", ("zinc", "enzyme"), "supported", "zinc-enzymes"),
    ("plural unit", Measurement("enzymes", 200, 200, "enzymes"), "", ("zinc", "enzyme"), "supported", "zinc-enzymes"),
    ("another right count", Measurement("enzymes", 1000, None, "enzyme"), "", ("zinc", "enzyme"), "supported", "zinc-enzymes"),
    ("far too many", Measurement("enzymes", 5000, None, "enzyme"), "", ("zinc", "enzyme"), "contradicted", "zinc-enzymes"),
    ("two enzymes, told of something else", Measurement("enzymes", 2, 2, "enzyme"), "", ("zinc", "enzyme"), "not-checkable", None),
    ("of another substance", Measurement("enzymes", 5000, None, "enzyme"), "", ("iron", "enzyme"), "not-checkable", None),
    ("of another thing", Measurement("enzymes", 5000, None, "enzyme"), "", ("zinc",), "not-checkable", None),
    ("by its wording, in another unit", Measurement("stores", 3500, 3500, "mg"), "3500 mg, that is 3.5 grams of iron in the body", ("iron",), "supported", "iron-stores"),
    ("by its wording, wrong", Measurement("stores", 40, 40, "g"), "there are 40 grams of iron in the body", ("iron",), "contradicted", "iron-stores"),
    ("of another unit", Measurement("length", 3, 3, "week"), "three weeks", ("iron",), "not-checkable", None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "fields", "text", "named", "status", "record"), COUNTS, ids=[c[0] for c in COUNTS])
def test_count(
    database: Database,
    case: str,
    fields: Measurement,
    text: str,
    named: tuple[str, ...],
    status: str,
    record: str | None,
) -> None:
    verdict = judge(claim(fields, text), database, context=Context(text, concepts=named))
    assert (verdict.status, verdict.record) == (status, record), verdict
