"""The kind `claim`: predicates over a claim's fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimlint.nlp.model import Efficacy, Percentage
from claimlint.rules.finding import Found
from claimlint.rules.model import ClaimCheck, ClaimTest

if TYPE_CHECKING:
    from claimlint.rules.page import Page


def check_claims(page: Page, check: ClaimCheck) -> Iterator[Found]:
    """Yield the claims that meet the check."""
    seen: set[object] = set()
    for index in range(len(page.analysis.claims)):
        if chosen(page, check.when, check.unless, index) and is_first(page, check.once, index, seen):
            yield found(page, index)


def found(page: Page, index: int) -> Found:
    """Return a claim as a finding."""
    claim = page.claim(index)
    fields = claim.fields
    subject = getattr(fields, "subject", None) or getattr(fields, "substance", None) or ""
    outcome = getattr(fields, "outcome", None) or getattr(fields, "what", None) or ""
    words = {"subject": _plain(subject), "outcome": _plain(outcome)}
    return Found(claim.block, claim.start, claim.end, words, claim=index)


def chosen(page: Page, when: Sequence[ClaimTest], unless: Sequence[ClaimTest], index: int) -> bool:
    """Return whether a claim meets one of `when` (where there are any) and none of `unless`."""
    if index not in page.made_claims:
        return False
    if when and not _any_holds(page, when, index):
        return False
    return not _any_holds(page, unless, index)


def _any_holds(page: Page, tests: Sequence[ClaimTest], index: int) -> bool:
    kind = page.claim(index).kind
    # most tests are for claims of another kind
    return any((not test.kind or kind in test.kind) and holds(page, test, index) for test in tests)


def is_first(page: Page, once: str, index: int, seen: set[object]) -> bool:
    """Return whether a claim is the first of its sentence, block or article, and remember it."""
    claim = page.claim(index)
    place: object = index
    if once == "claim":
        place = (claim.block, claim.start, claim.end)
    elif once == "sentence":
        place = (claim.block, claim.sentence)
    elif once == "block":
        place = claim.block
    elif once == "article":
        place = ("article", page.block(claim.block).article)
    if place in seen:
        return False
    seen.add(place)
    return True


def holds(page: Page, test: ClaimTest, index: int) -> bool:
    """Return whether all of a test's predicates hold for a claim."""
    claim = page.claim(index)
    fields = claim.fields
    if test.kind and claim.kind not in test.kind:
        return False
    if (claim.voice == "debunked") if not test.voice else (claim.voice not in test.voice):
        return False
    negated = getattr(fields, "negated", None)
    if negated is None:  # amounts and shares: a negation in the clause speaks for them
        negated = page.negated(claim.block, claim.start, claim.end)
    if test.negated is not None and negated is not test.negated:
        return False
    block = page.block(claim.block).kind
    if (test.blocks and block not in test.blocks) or block in test.not_blocks:
        return False
    if test.causal is not None and claim.causal is not test.causal:
        return False
    if test.brand is not None and claim.brand is not test.brand:
        return False
    if test.evidence and claim.evidence not in test.evidence:
        return False
    return (
        _fields_hold(test, fields)
        and _subject_holds(page, test, fields)
        and _outcome_holds(page, test, claim.outcome_concepts or _outcomes(fields))
        and _authorised_holds(page, test, index)
        and page.all_near(test.near, test.far, claim.block, claim.start, claim.end)
    )


def _fields_hold(test: ClaimTest, fields: object) -> bool:
    for name in ("relation", "outcome_type", "polarity", "direction", "role", "unit"):
        wanted = getattr(test, name)
        if wanted and getattr(fields, name, None) not in wanted:
            return False
    if test.per and (getattr(fields, "per", None) or "none") not in test.per:
        return False
    if not _amount_holds(test, getattr(fields, "low", None), getattr(fields, "high", None)):
        return False
    if test.hedged is not None and getattr(fields, "hedged", None) is not test.hedged:
        return False
    return test.population is None or bool(getattr(fields, "population", None)) is test.population


def _amount_holds(test: ClaimTest, low: float | None, high: float | None) -> bool:
    """Return whether all of an amount, a range or half open, lies above and below what the test asks."""
    least, most = (low if low is not None else high), (high if high is not None else low)
    if test.amount_above is not None and (least is None or least <= test.amount_above):
        return False
    return test.amount_below is None or (most is not None and most < test.amount_below)


def _subject_holds(page: Page, test: ClaimTest, fields: object) -> bool:
    subject = getattr(fields, "subject", None) or getattr(fields, "substance", None)
    if test.subject is not None and bool(subject) is not (test.subject == "named"):
        return False
    concepts = page.concepts
    if test.subject_type and (subject is None or concepts.type(subject) not in test.subject_type):
        return False
    if test.subject_is and (subject is None or not any(concepts.is_a(subject, other) for other in test.subject_is)):
        return False
    if subject is not None and any(concepts.is_a(subject, other) for other in test.subject_not):
        return False
    if test.subject_compound is not None:
        concept = concepts.by_id.get(subject) if subject else None
        share = concept.elemental if concept else None
        return (share is not None and share < 1) is test.subject_compound
    return True


def _outcome_holds(page: Page, test: ClaimTest, outcomes: Sequence[str]) -> bool:
    concepts = page.concepts
    if test.outcome is not None and bool(outcomes and outcomes[0]) is not (test.outcome == "named"):
        return False
    if test.outcome_is and not any(concepts.is_a(one, other) for one in outcomes for other in test.outcome_is):
        return False
    if any(concepts.is_a(one, other) for one in outcomes for other in test.outcome_not):
        return False
    if test.outcome_concept and not any(concepts.type(one) in test.outcome_concept for one in outcomes):
        return False
    if test.outcome_trait or test.outcome_not_trait:
        traits = {trait for one in outcomes for trait in concepts.traits(one)}
        if test.outcome_trait and not traits & set(test.outcome_trait):
            return False
        if traits & set(test.outcome_not_trait):
            return False
    return True


def _outcomes(fields: object) -> tuple[str, ...]:
    if isinstance(fields, Efficacy):
        return (fields.outcome,)
    if isinstance(fields, Percentage) and fields.outcome:
        return (fields.outcome,)
    return ()


def _authorised_holds(page: Page, test: ClaimTest, index: int) -> bool:
    register = page.settings.register
    claim = page.claim(index)
    if not (test.authorised or test.not_authorised):
        return True
    if register is None:
        return not test.authorised
    if test.authorised and not any(register.authorised(claim, one) for one in test.authorised):
        return False
    return not any(register.authorised(claim, one) for one in test.not_authorised)


def _plain(concept: str) -> str:
    return concept.replace("-", " ")
