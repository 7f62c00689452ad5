"""What holds of every verdict."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from claimlint.evidence import Context, Database, judge
from claimlint.evidence.model import Status
from claimlint.nlp.model import (
    Direction,
    Dosage,
    Efficacy,
    Evidence,
    Measurement,
    OutcomeType,
    Percentage,
    Polarity,
    Relation,
    Role,
    Voice,
)

from .conftest import CONCEPTS, EFFECTS, FACTS, LIMITS, MEASURES, RULINGS, claim

DATABASE = Database.of([], [*EFFECTS, *LIMITS, *FACTS, *RULINGS], MEASURES, concepts=CONCEPTS)
CONCEPT = st.sampled_from([*CONCEPTS.by_id, "no-such-concept"])
MAYBE = st.none() | CONCEPT
AMOUNT = st.none() | st.floats(0, 1e6, allow_nan=False)
UNIT = st.sampled_from(["mg", "ug", "g", "IU", "mmol", "%", "enzyme", "week", "nonsense", ""])


def one_of(kind: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(kind))


FIELDS = st.one_of(
    st.builds(
        Efficacy,
        MAYBE,
        one_of(Polarity),
        one_of(Relation),
        CONCEPT,
        one_of(OutcomeType),
        st.booleans(),
        st.booleans(),
        one_of(Evidence),
        MAYBE,
    ),
    st.builds(Percentage, AMOUNT, AMOUNT, one_of(Direction), MAYBE, MAYBE, st.none() | st.text(max_size=12), MAYBE),
    st.builds(Dosage, MAYBE, AMOUNT, AMOUNT, UNIT, st.sampled_from([None, "day", "week", "kg"]), one_of(Role), MAYBE),
    st.builds(Measurement, st.text(max_size=20), AMOUNT, AMOUNT, UNIT),
)
CONTEXT = st.builds(Context, st.text(max_size=40), st.booleans(), st.booleans(), st.booleans(), st.tuples(CONCEPT))


@given(FIELDS, st.text(max_size=40), one_of(Voice), st.booleans(), CONTEXT)
def test_every_verdict_can_be_read_and_checked(
    fields: Efficacy | Percentage | Dosage | Measurement, text: str, voice: Voice, causal: bool, context: Context
) -> None:
    verdict = judge(claim(fields, text, voice=voice, causal=causal), DATABASE, context=context)
    assert verdict.status in get_args(Status)
    assert verdict.reason.endswith((".", '."'))
    assert verdict.record is None or verdict.record in DATABASE.records
    if verdict.status not in ("unsupported", "not-checkable"):
        assert verdict.record, "a verdict that says something rests on a record"
    if getattr(fields, "hedged", False) and verdict.status == "contradicted":
        assert verdict.score == 1.0, "a hedged claim is contradicted only to the letter"


@given(CONCEPT, one_of(Relation), CONCEPT, st.booleans())
def test_a_hedge_never_makes_the_verdict_harsher(subject: str, relation: Relation, outcome: str, causal: bool) -> None:
    order = ("supported", "not-checkable", "unsupported", "extrapolated", "overstated", "contradicted")
    flat, hedged = (
        judge(
            claim(Efficacy(subject, "benefit", relation, outcome, "disease", hedged, False, "none"), causal=causal),
            DATABASE,
        ).status
        for hedged in (False, True)
    )
    assert order.index(hedged) <= order.index(flat) or (flat, hedged) == ("supported", "not-checkable")
