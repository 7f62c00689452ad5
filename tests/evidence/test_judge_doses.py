"""What is said of amounts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.evidence import Context, Database, judge
from claimlint.nlp.model import Dosage

from .conftest import CONCEPTS as KNOWN
from .conftest import EFFECTS, LIMITS, MEASURES, claim

CASES: list[tuple[str, Dosage, tuple[str, ...], str, str | None]] = [
    ("above", Dosage("vitamin-d", 5000, 5000, "IU", "day", "advice"), ("us",), "exceeds-limit", "d-ul-us"),
    ("at the limit, in another unit", Dosage("vitamin-d", 4000, 4000, "IU", "day", "advice"), ("us",), "supported", "d-ul-us"),
    ("a form", Dosage("vitamin-d3", 5000, 5000, "IU", None, "advice"), ("eu",), "exceeds-limit", "d-ul-eu"),
    ("a law that was not chosen", Dosage("vitamin-d", 5000, 5000, "IU", "day", "advice"), ("cn",), "not-checkable", None),
    ("the lower of two limits", Dosage("zinc", 50, 50, "mg", "day", "advice"), ("us", "eu"), "exceeds-limit", "zinc-ul-eu"),
    ("between two limits", Dosage("zinc", 30, 30, "mg", "day", "advice"), ("us", "eu"), "exceeds-limit", "zinc-ul-eu"),
    ("under the chosen limit", Dosage("zinc", 30, 30, "mg", "day", "advice"), ("us",), "supported", "zinc-ul-us"),
    ("a range that ends above", Dosage("zinc", 30, 50, "mg", "day", "advice"), ("us",), "exceeds-limit", "zinc-ul-us"),
    ("an open end", Dosage("zinc", 50, None, "mg", "day", "limit"), ("us",), "exceeds-limit", "zinc-ul-us"),
    ("another authority's limit, told as a limit", Dosage("zinc", 40, 40, "mg", "day", "limit"), ("us", "eu"), "supported", "zinc-ul-us"),
    ("a limit for children", Dosage("zinc", 30, 30, "mg", "day", "advice", "children"), ("us",), "exceeds-limit", "zinc-ul-us"),
    ("the mass of a salt", Dosage("zinc-gluconate", 200, 200, "mg", "day", "advice"), ("us",), "supported", "zinc-ul-us"),
    ("too much of a salt", Dosage("zinc-gluconate", 400, 400, "mg", "day", "advice"), ("us",), "exceeds-limit", "zinc-ul-us"),
    ("a brand's mass", Dosage("Zincomax", 200, 200, "mg", "day", "advice"), ("us",), "supported", "zinc-ul-us"),
    ("a salt of unknown share", Dosage("zinc-mystery", 200, 200, "mg", "day", "advice"), ("us",), "not-checkable", None),
    ("moles", Dosage("zinc", 1, 1, "mmol", "day", "advice"), ("us",), "exceeds-limit", "zinc-ul-us"),
    ("a week's dose", Dosage("vitamin-d", 14000, 14000, "IU", "week", "advice"), ("us",), "supported", "d-ul-us"),
    ("by body weight", Dosage("zinc", 50, 50, "mg", "kg", "advice"), ("us",), "not-checkable", None),
    ("a form that the limit is for", Dosage("nicotinic-acid", 50, 50, "mg", "day", "advice"), ("eu",), "exceeds-limit", "niacin-ul"),
    ("a form that it is not for", Dosage("nicotinamide", 50, 50, "mg", "day", "advice"), ("eu",), "not-checkable", None),
    ("what a study gave", Dosage("zinc", 150, 150, "mg", "day", "study-dose"), ("us",), "not-checkable", None),
    ("a step of intake", Dosage("zinc", 150, 150, "mg", "day", "intake-increment"), ("us",), "not-checkable", None),
    ("a content", Dosage("zinc", 150, 150, "mg", None, "content"), ("us",), "not-checkable", None),
    ("an unknown substance", Dosage("ginkgo", 240, 240, "mg", "day", "advice"), ("us",), "not-checkable", None),
    ("no substance", Dosage(None, 240, 240, "mg", "day", "advice"), ("us",), "not-checkable", None),
    ("a reference value", Dosage("vitamin-d", 600, 600, "IU", "day", "recommended-intake"), ("us",), "supported", "d-rda"),
    ("a reference value of another age", Dosage("vitamin-d", 20, 20, "ug", "day", "recommended-intake"), ("us",), "supported", "d-rda"),
    ("both sexes", Dosage("zinc", 8, 11, "mg", "day", "recommended-intake"), ("us",), "supported", "zinc-rda"),
    ("among the values", Dosage("zinc", 9, 10, "mg", "day", "recommended-intake"), ("us",), "supported", "zinc-rda"),
    ("no one's value", Dosage("zinc", 25, 25, "mg", "day", "recommended-intake"), ("us",), "misquoted", "zinc-rda"),
    ("a reference above the limit is misquoted", Dosage("zinc", 80, 80, "mg", "day", "recommended-intake"), ("us",), "misquoted", "zinc-rda"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "fields", "laws", "status", "record"), CASES, ids=[case[0] for case in CASES])
def test_dose(
    database: Database, case: str, fields: Dosage, laws: tuple[str, ...], status: str, record: str | None
) -> None:
    verdict = judge(claim(fields), database, jurisdictions=laws)
    assert (verdict.status, verdict.record) == (status, record), verdict


def test_limit_for_supplements_says_nothing_of_food(database: Database) -> None:
    said = claim(Dosage("iron", 60, 60, "mg", "day", "advice"))
    assert judge(said, database, jurisdictions=["us"]).status == "exceeds-limit"
    eaten = judge(said, database, jurisdictions=["us"], context=Context(total_intake=True))
    assert eaten.status == "not-checkable"


def test_reason_names_each_limit_and_the_conversion(database: Database) -> None:
    said = claim(Dosage("vitamin-d", 5000, 5000, "IU", "day", "advice"))
    verdict = judge(said, database, jurisdictions=["us", "eu"])
    assert verdict.reason.startswith("5,000 IU (125 ug of vitamin D) is above")
    assert "US National Academies upper intake level of 100 ug a day" in verdict.reason
    assert "EFSA upper intake level of 100 ug a day" in verdict.reason
    assert verdict.authority == "nasem"


AMOUNT = st.floats(0.1, 10_000)


@given(AMOUNT, AMOUNT)
def test_more_is_never_judged_safer(one: float, other: float) -> None:
    database = Database.of([], [*EFFECTS, *LIMITS], MEASURES, concepts=KNOWN)

    def exceeds(amount: float) -> bool:
        said: Any = claim(Dosage("zinc", amount, amount, "mg", "day", "advice"))
        return judge(said, database, jurisdictions=["us"]).status == "exceeds-limit"

    less, more = sorted((one, other))
    assert exceeds(more) or not exceeds(less)
