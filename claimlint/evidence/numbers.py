"""Judging numbers: percentages against effects, shares and other counts against facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimlint.evidence.database import Database
from claimlint.evidence.efficacy import LACKING, STUDIES, names_form, told
from claimlint.evidence.match import VERY, Match, likeness, matches, phrasings, similarity
from claimlint.evidence.model import Context, Effect, Fact, Status, Verdict
from claimlint.evidence.reasons import RATIOS, change, finding, words
from claimlint.evidence.studies import deadly, verdict
from claimlint.evidence.units import GRAMS, base, dimension, span
from claimlint.nlp.model import Claim, Measurement, Percentage

# A figure is the study's own when it differs by no more than rounding does: a point, or a twentieth of itself
# ("a third" for 32 %, 20 % for 19 %).
POINT = 1.0
SHARE_OF_ITSELF = 0.05
EXACT = 0.001
# A share is contradicted, not merely told too high, when it is off by more than this factor.
FAR_OFF = 1.5
# A measurement meets a fact when its words, or the fact's concepts, are found in the text: below this likeness,
# other counts of the same unit ("11 reactions") would be judged by it.
SAME_COUNT = 0.8

INTAKE = "intake"  # the topic of facts on how many take in too little

Range = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """An effect in percent: its size as a positive number, and the interval of that.

    `turned` where a ratio was turned round so that it points the way that the text tells it.
    """

    point: float
    low: float
    high: float
    turned: bool = False


def judge_percentage(claim: Claim, fields: Percentage, database: Database, context: Context) -> Verdict:
    """Judge a percentage: a change against effects, a share against facts."""
    if claim.voice == "debunked":
        return Verdict("not-checkable", "The text itself denies this claim.")
    if fields.direction in ("decrease", "increase"):
        return judge_change(claim, fields, database, context)
    return judge_number(claim, claim.fields, "%", fields.subject, database, context)


def judge_change(claim: Claim, fields: Percentage, database: Database, context: Context) -> Verdict:
    """Judge that something falls or rises by so many percent."""
    outcomes = claim.outcome_concepts or ((fields.outcome,) if fields.outcome else ())
    claimed = [end for end in (fields.low, fields.high) if end is not None]
    if not outcomes or not claimed or fields.subject is None:
        return Verdict("not-checkable", "What changes, or through what, is not clear.")
    deaths = any(deadly(outcome, database) for outcome in outcomes)
    beside = () if context.alone else context.concepts
    found: list[Match] = []
    for some in (outcomes[:1], outcomes[1:]):
        found = found or matches(
            database, fields.subject, some, claim.text, claim.language, deaths=deaths, beside=beside
        )
    found = [m for m in found if m.outcome != "broader" and m.human]
    figures = [
        (m, figure)
        for m in found
        if (figure := in_percent(m.record, fields.direction)) and same_step(fields.per, m.record)
    ]
    # of a part of the outcome, only the figure as the source gives it: turned round, some record would always fit
    figures = [(m, f) for m, f in figures if m.outcome in VERY or not f.turned]
    exact = [(m, f) for m, f in figures if all(near(end, f.point) for end in claimed)]
    exact.sort(key=lambda pair: (not pair[0].fits, pair[1].turned))  # the source's own way of telling it
    inside = [(m, f) for m, f in figures if all(f.low - POINT <= end <= f.high + POINT for end in claimed)]
    inside = [(m, f) for m, f in inside if m.outcome in VERY]
    chosen = exact or [pair for pair in inside if pair[0].fits and pair[0].outcome in VERY] or inside
    if chosen:
        match, figure = chosen[0]
        if context.course and match.record.outcome_kind == "incidence":
            text = f"{finding(match.record)}: of how many fell ill, not of how long or how badly."
            return verdict("misquoted", text, match)
        return judge_wording(claim, fields, match, figure, bool(exact), database, context)
    fitting = [(m, f) for m, f in figures if m.fits and m.outcome in VERY and along(m.record, fields.direction)]
    if fitting:
        match, figure = fitting[0]
        beyond = max(claimed) > figure.high
        text = f"{finding(match.record)}; the text says {span(fields.low, fields.high, '%')}."
        return verdict("overstated" if beyond else "misquoted", text, match)
    opposed = [m for m, _ in figures if m.fits and m.outcome in VERY]
    if opposed:
        return verdict("contradicted", f"{finding(opposed[0].record)}; the text says the opposite.", opposed[0])
    return without_figure(claim, fields, found, database)


def judge_wording(
    claim: Claim, fields: Percentage, match: Match, figure: Figure, exact: bool, database: Database, context: Context
) -> Verdict:
    """Judge the words around a number that a record bears out."""
    record = match.record
    what = finding(record)
    if not match.fits:
        dying = record.outcome_kind == "mortality"
        text = f"{what}: of dying, not of falling ill." if dying else f"{what}: of falling ill, not of dying."
        return verdict("misquoted", text, match)
    if match.outcome == "narrower" and record.outcome not in (*context.concepts, *context.before):
        return verdict("overstated", f"{what}, not {words(fields.outcome or 'the outcome')} as a whole.", match)
    if figure.low <= 0 or record.direction == "none":
        return verdict("overstated", f"{what}; the text tells it as sure.", match)
    if claim.causal and not record.causal:
        return verdict("overstated", f"{what}; the text tells cause and effect.", match)
    if match.subject == "form" and not names_form(record.subject, context, database):
        text = f"{what} for {words(record.subject)}, not for {words(fields.subject or '')} in general."
        return verdict("overstated", text, match)
    return verdict("supported", f"{what}." if exact else f"{what}; the text's figure lies within the interval.", match)


def without_figure(claim: Claim, fields: Percentage, found: Sequence[Match], database: Database) -> Verdict:
    """Judge a percentage for which no record gives one."""
    null = [m for m in found if m.outcome in VERY and m.record.direction == "none" and m.fits]
    if null and not any(m.record.direction in ("decrease", "increase") for m in found):
        return verdict("overstated", f"{finding(null[0].record)}; no such figure is on record.", null[0])
    if found:
        return verdict("not-checkable", f"{finding(found[0].record)}; no figure in percent is on record.", found[0])
    if claim.evidence in STUDIES or claim.voice == "reported" or not measurable(claim, fields, database):
        return Verdict("not-checkable", "No study of it is on record.")
    text = f"No record gives such a figure for {words(fields.subject or '')} and {words(fields.outcome or '')}."
    return Verdict("unsupported", text)


def measurable(claim: Claim, fields: Percentage, database: Database) -> bool:
    """Return whether the outcome is one that studies count or measure."""
    outcomes = claim.outcome_concepts or ((fields.outcome,) if fields.outcome else ())
    return any(database.type(one) in ("disease", "symptom", "biomarker", "mortality") for one in outcomes)


def in_percent(record: Effect, direction: str) -> Figure | None:
    """Return an effect's size in percent for the direction told, None where it has no such measure.

    A ratio can be told both ways: 1.24 for less is 0.81 for more. It is turned so that it points the way that the
    text tells it.
    """
    if record.value is None:
        return None
    ends = record.ci or (record.value, record.value)
    turned = False
    if record.measure in RATIOS and record.value > 0:
        ratios = [record.value, *ends]
        turned = (record.value < 1) != (direction == "decrease")
        if turned:
            ratios = [1 / ratio if ratio > 0 else float("inf") for ratio in ratios]
        sizes = [change(ratio) for ratio in ratios]
    elif record.measure == "percent":
        sizes = [record.value, *ends]
        if (record.value < 0) != (direction == "decrease"):
            return None
    else:
        return None
    if direction == "decrease":
        sizes = [-size for size in sizes]
    return Figure(sizes[0], min(sizes), max(sizes), turned)


def along(record: Effect, direction: str) -> bool:
    """Return whether a record's finding, with more of the subject, goes the way told."""
    return record.direction in (direction, "none", "mixed")


def same_step(per: str | None, record: Effect) -> bool:
    """Return whether the text's step of intake is the record's; one left out is no other."""
    told_step = re.match(r"\s*-?(\d+(?:\.\d+)?)\s*(\w+)?", per or "")
    if not told_step or record.per is None:
        return True
    amount, unit = float(told_step[1]), told_step[2] or record.per.unit
    if base(unit) in GRAMS and base(record.per.unit) in GRAMS:
        return near(amount * GRAMS[base(unit)], abs(record.per.amount) * GRAMS[base(record.per.unit)], 0)
    return True


def near(told_value: float, value: float, point: float = POINT) -> bool:
    """Return whether two figures differ by no more than rounding."""
    return abs(told_value - value) <= max(point, SHARE_OF_ITSELF * abs(value))


def judge_measurement(claim: Claim, fields: Measurement, database: Database, context: Context) -> Verdict:
    """Judge a count, a level or a length of time against the facts of the same unit."""
    if claim.voice == "debunked":
        return Verdict("not-checkable", "The text itself denies this claim.")
    return judge_number(claim, fields, fields.unit, None, database, context)


def judge_number(
    claim: Claim,
    fields: object,
    unit: str,
    subject: str | None,
    database: Database,
    context: Context,
) -> Verdict:
    """Judge a number of a unit against the facts that speak of the same thing."""
    assert isinstance(fields, Percentage | Measurement)
    ends = [end for end in (fields.low, fields.high) if end is not None]
    if not ends:
        return Verdict("not-checkable", "No number is told.")
    concepts = {*claim.outcome_concepts, *context.concepts, *((subject,) if subject else ())}
    if isinstance(fields, Percentage):
        concepts |= {concept for concept in (fields.outcome, fields.population) if concept}
    candidates = [
        (fact, factor, covered(fact, concepts, claim, context, database))
        for fact in facts_about(concepts, database)
        if (not fact.countries or context.countries.intersection(fact.countries))
        and (factor := conversion(unit, fact.unit)) is not None
    ]
    what = fields.what if isinstance(fields, Measurement) else claim.text
    named = sorted(
        (item for item in candidates if item[2] > 0),
        key=lambda item: (item[2], similarity(what, [item[0].what, item[0].topic])),
        reverse=True,
    )
    for fact, factor, score in named:
        leeway = EXACT if fact.kind == "level" else SHARE_OF_ITSELF
        if fact.kind == "share" and any(spans(fields, factor, scope) for scope in ranges(fact)):
            return Verdict("supported", told(fact), fact.id, round(score, 2))
        if any(within([end * factor for end in ends], scope, leeway) for scope in ranges(fact)):
            return Verdict("supported", told(fact), fact.id, round(score, 2))
    outside = [item for item in named if speaks_outside(item, ends)]
    if outside:
        fact, factor, score = outside[0]
        return judge_outside(fields, fact, [end * factor for end in ends], score)
    return mistaken(fields, ends, candidates, context, database) or Verdict(
        "not-checkable", "Nothing on record speaks of this number."
    )


def speaks_outside(candidate: tuple[Fact, float, float], ends: Sequence[float]) -> bool:
    """Return whether a number that does not lie in a fact's range is told of the same thing all the same.

    By the concepts alone a number of quite another size is of something else ("two enzymes").
    """
    fact, factor, score = candidate
    if fact.kind == "level":
        return False  # one patient's, or a study's own threshold, is no mistake
    bounds = [bound for scope in ranges(fact) for bound in scope if bound]
    far = not bounds or any(end * factor > 10 * max(bounds) or end * factor < min(bounds) / 10 for end in ends)
    return score >= 1.0 or not far


def facts_about(concepts: Iterable[str], database: Database) -> Iterator[Fact]:
    """Yield the facts of what is named and of what stands above it, and those of no subject."""
    above = dict.fromkeys(a for concept in sorted(concepts) for a in database.ancestors(concept))
    for concept in (*above, ""):
        yield from database.facts.get(concept, ())


def covered(fact: Fact, concepts: Iterable[str], claim: Claim, context: Context, database: Database) -> float:
    """Return how surely a fact speaks of the number, 0 to 1; 0 where it does not.

    All concepts of the fact are named, or one of its phrasings stands in the text. A fact that has neither would
    meet every number of its unit, and meets none.
    """
    wordings = phrasings(fact.phrasings, claim.language)
    worded = likeness(claim.text, wordings, SAME_COUNT) or likeness(context.sentence, wordings, SAME_COUNT)
    named = fact.concepts and all(
        any(database.is_a(concept, wanted) for concept in concepts)
        or (context.lack and LACKING in database.traits(wanted))
        for wanted in fact.concepts
    )
    return max(worded, 0.9 if named else 0.0)


def conversion(unit: str, other: str) -> float | None:
    """Return the factor from one unit to the other, None where they do not measure the same."""
    if unit == other or singular(unit) == singular(other):
        return 1.0
    if dimension(unit) == dimension(other) == "mass":
        return GRAMS[base(unit)] / GRAMS[base(other)]
    return None


def singular(unit: str) -> str:
    return unit[:-1] if len(unit) > 2 and unit.endswith("s") else unit


def ranges(fact: Fact) -> list[Range]:
    """Return every range that is right."""
    first: list[Range] = [] if fact.low is None and fact.high is None else [(fact.low, fact.high)]
    return first + list(fact.also)


def within(ends: Sequence[float], scope: Range, tolerance: float = SHARE_OF_ITSELF) -> bool:
    """Return whether every end told lies in the range, to within rounding."""
    low, high = scope
    return all(
        (low is None or end >= low - tolerance * abs(low)) and (high is None or end <= high + tolerance * abs(high))
        for end in ends
    )


def spans(fields: Percentage | Measurement, factor: float, scope: Range) -> bool:
    """Return whether what is told with an open end ("most of", "less than 5 %") takes in all that is right."""
    low, high = scope
    if (fields.low is None) is (fields.high is None) or low is None or high is None:
        return False
    return low >= fields.low * factor if fields.low is not None else high <= (fields.high or 0.0) * factor


def judge_outside(fields: Percentage | Measurement, fact: Fact, ends: Sequence[float], score: float) -> Verdict:
    """Judge a number that lies outside of what a fact holds right."""
    highs = [high for _, high in ranges(fact) if high is not None]
    lows = [low for low, _ in ranges(fact) if low is not None]
    unit = "%" if isinstance(fields, Percentage) else fields.unit
    text = f"{told(fact)} The text says {span(fields.low, fields.high, unit)}."
    status: Status = "not-checkable"  # where the ranges overlap
    if highs and min(ends) > max(highs):
        status = "contradicted" if min(ends) > FAR_OFF * max(highs) else "overstated"
    elif lows and max(ends) < min(lows):
        status = "contradicted" if max(ends) * FAR_OFF < min(lows) else "misquoted"
    return Verdict(status, text, fact.id, round(score, 2))


def mistaken(
    fields: Percentage | Measurement,
    ends: Sequence[float],
    candidates: Sequence[tuple[Fact, float, float]],
    context: Context,
    database: Database,
) -> Verdict | None:
    """Return the verdict on a share of people who take in too little that is told as a share who lack it."""
    if not isinstance(fields, Percentage) or fields.subject is None or fields.direction != "share":
        return None
    if not (context.lack or (fields.outcome and LACKING in database.traits(fields.outcome))):
        return None
    for fact, factor, _ in candidates:
        own = fact.subject and fact.kind == "share" and fact.topic == INTAKE and not fact.concepts
        if own and any(within([end * factor for end in ends], scope) for scope in ranges(fact)):
            text = f"{told(fact)} The text tells it of people who lack {words(fields.subject)}."
            return Verdict("overstated", text, fact.id, 0.5)
    return None
