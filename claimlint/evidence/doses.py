"""Judging amounts: against upper limits, and against the reference values that the text says it quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimlint.evidence.database import Database
from claimlint.evidence.model import Amount, Context, Group, Limit, Verdict
from claimlint.evidence.reasons import words
from claimlint.evidence.units import grams, number, per_day, span
from claimlint.nlp.model import Claim, Dosage

UPPER = ("ul", "safe-level", "guidance-level")
REFERENCE = ("rda", "ai", "ear", "pri", "ar", "rni", "nrv", "dv", "pi-ncd")
NAMES = {
    "ul": "upper intake level",
    "safe-level": "safe level",
    "guidance-level": "guidance level",
    "rda": "recommended dietary allowance",
    "ai": "adequate intake",
    "ear": "average requirement",
    "ar": "average requirement",
    "pri": "reference intake",
    "rni": "recommended intake",
    "nrv": "labelling reference value",
    "dv": "daily value",
    "pi-ncd": "proposed intake",
}
AUTHORITIES = {
    "nasem": "US National Academies",
    "efsa": "EFSA",
    "cns": "Chinese Nutrition Society",
    "fda": "FDA",
    "eu": "EU",
    "evm": "UK expert group",
    "nnr": "Nordic recommendations",
    "samr": "Chinese market regulator's",
}
# A reference value counts as told right within this share of itself: values are rounded, and 400 IU is 10 ug.
ROUNDING = 0.02
# A dose is above a limit only by more than a conversion can be out.
ABOVE = 1.005
# Where no people are named. From 19: the US tables end adolescence with the 18th year, which is not yet adults' row.
ADULTS = Group(age=(19, None))


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose in grams a day of what limits speak of; `low` or `high` None where open."""

    low: float | None
    high: float | None

    @property
    def top(self) -> float:
        """The most that is told; of an open end, what it starts from."""
        return max(end for end in (self.low, self.high) if end is not None)


def judge_dosage(
    claim: Claim, fields: Dosage, database: Database, jurisdictions: Sequence[str], context: Context
) -> Verdict:
    """Judge an amount by the part that it plays in the text.

    Doses that studies gave, steps of intake and contents are not advice, and are not held against a limit.
    """
    if fields.substance is None or (fields.low is None and fields.high is None):
        return Verdict("not-checkable", "The amount, or of what it is, is not told.")
    if fields.role == "study-dose" and claim.voice != "debunked":
        misquoted = judge_study_dose(fields, database, context)
        if misquoted:
            return misquoted
    if claim.voice == "debunked" or fields.role in ("study-dose", "intake-increment", "content"):
        return Verdict("not-checkable", "This amount is reported, not advised.")
    if fields.role == "recommended-intake" and database.elemental(fields.substance) is None:
        return judge_reference(fields, database)  # no authority sets one for a compound: that is a dose of it
    return judge_limit(fields, database, jurisdictions, context)


def judge_study_dose(fields: Dosage, database: Database, context: Context) -> Verdict | None:
    """Return the verdict on a study's dose told other than it was, None where it is right or the study unknown.

    A study is known by its year and the number of its participants, which must both stand in the paragraph.
    """
    assert fields.substance is not None
    for subject in (*database.ancestors(fields.substance), *database.forms(fields.substance)):
        for record in database.effects.get(subject, ()):
            source = database.sources.get(record.sources[0])
            known = source and source.year in context.numbers and record.participants in context.numbers
            if not known or record.dose is None or not record.dose_unit:
                continue
            unit = (database.ancestors(record.subject), database.measures)
            given = [None if end is None else grams(end, record.dose_unit, *unit) for end in record.dose]
            told_ends = [end for end in (fields.low, fields.high) if end is not None]
            doses = [grams(end, fields.unit, *unit) for end in told_ends]
            if given[0] is None or None in doses:
                continue
            most = given[1] or float("inf")
            if all(dose and given[0] * (1 - ROUNDING) <= dose <= most * (1 + ROUNDING) for dose in doses):
                return None
            text = f"In that study ({record.id}) the dose was {span(*record.dose, record.dose_unit)}."
            return Verdict("misquoted", text, record.id, 0.8)
    return None


def quoted_limit(fields: Dosage, database: Database) -> Limit | None:
    """Return the limit, whosever, that the text tells as one: what one authority calls safe may be above another's."""
    assert fields.substance is not None
    for limit in limits_for(fields.substance, UPPER, database):
        most, dose = grams_of(limit, fields, database), dose_of(fields, limit.substance, database)
        if most is not None and dose is not None and same(dose.top, most):
            return limit
    return None


def dose_of(fields: Dosage, substance: str, database: Database) -> Dose | None:
    """Return the dose as a mass a day of `substance`, None where that cannot be told.

    The mass of a compound counts by its share of the element; where the lexicon gives none, it is unknown.
    """
    assert fields.substance is not None
    share = element_share(fields.substance, substance, database)
    if share is None:
        return None
    ends: list[float | None] = []
    for end in (fields.low, fields.high):
        daily = None if end is None else per_day(end, fields.per)
        mass = None
        if daily is not None:
            mass = grams(daily, fields.unit, database.ancestors(fields.substance), database.measures)
        if end is not None and mass is None:
            return None
        ends.append(None if mass is None else mass * share)
    return Dose(ends[0], ends[1])


def element_share(substance: str, limited: str, database: Database) -> float | None:
    """Return how much of a substance's mass counts towards a limit for what it is a form of."""
    if substance == limited:
        return 1.0
    own = database.elemental(substance)
    if own is not None:
        return own
    concepts = database.concepts
    has_compounds = concepts is not None and any(
        concept.elemental and limited in concept.parents for concept in concepts.by_id.values()
    )
    return None if has_compounds else 1.0


def judge_limit(fields: Dosage, database: Database, jurisdictions: Sequence[str], context: Context) -> Verdict:
    """Judge a dose that the text advises, or calls a limit."""
    assert fields.substance is not None
    exceeded: list[tuple[float, Limit, Dose]] = []
    kept: list[tuple[float, Limit]] = []
    for limit in limits_for(fields.substance, UPPER, database):
        if limit.jurisdiction != "any" and limit.jurisdiction not in jurisdictions:
            continue
        if not counts(limit, fields.substance, database, context):
            continue
        most = grams_of(limit, fields, database)
        dose = dose_of(fields, limit.substance, database)
        if most is None or dose is None:
            continue
        if dose.top > most * ABOVE:
            exceeded.append((most, limit, dose))
        else:
            kept.append((most, limit))
    if fields.role == "limit" and (quoted := quoted_limit(fields, database)):
        return Verdict("supported", f"It is the {name(quoted)}.", quoted.id, 1.0)
    if exceeded:
        most, limit, dose = min(exceeded, key=lambda item: item[0])
        return Verdict("exceeds-limit", reason_above(fields, exceeded), limit.id, 1.0, limit.authority)
    if kept:
        _, limit = min(kept, key=lambda item: item[0])
        return Verdict("supported", f"Within the {name(limit)} of {told(limit, fields, database)}.", limit.id, 1.0)
    return Verdict("not-checkable", "No upper limit on record covers this dose.")


def reason_above(fields: Dosage, exceeded: Sequence[tuple[float, Limit, Dose]]) -> str:
    """Say which limits a dose is above, and of what they are limits."""
    parts = []
    for most, limit, _ in sorted(exceeded, key=lambda item: item[0]):
        unit = limit.unit
        amount = number(most / scale(unit))
        scope = " from supplements" if limit.scope == "supplements" else ""
        parts.append(f"the {name(limit)} of {amount} {unit} a day{scope}")
    text = span(fields.low, fields.high, fields.unit)
    dose = exceeded[0][2]
    element = exceeded[0][1].substance
    limit_unit = exceeded[0][1].unit
    converted = number(dose.top / scale(limit_unit))
    if (
        converted != number(max(end for end in (fields.low, fields.high) if end is not None))
        or fields.unit != limit_unit
    ):
        text += f" ({converted} {limit_unit} of {words(element)})"
    return f"{text} is above {' and '.join(parts)}."


def scale(unit: str) -> float:
    """Return the grams in a unit of mass."""
    from claimlint.evidence.units import GRAMS, base

    return GRAMS.get(base(unit), 1.0)


def name(limit: Limit) -> str:
    """Name a limit: "US National Academies upper intake level"."""
    return f"{AUTHORITIES.get(limit.authority, limit.authority.upper())} {NAMES[limit.kind]}"


def told(limit: Limit, fields: Dosage, database: Database) -> str:
    """Write a limit's amount."""
    rows = rows_for(limit, group_of(fields.population, database)) or limit.values
    return f"{number(max(row.amount for row in rows))} {limit.unit}"


def limits_for(substance: str, kinds: Sequence[str], database: Database) -> Iterator[Limit]:
    """Yield the limits of these kinds for a substance or for what it is a form of."""
    for concept in database.ancestors(substance):
        for limit in database.limits.get(concept, ()):
            if limit.kind in kinds and limit.per == "day":
                yield limit


def counts(limit: Limit, substance: str, database: Database, context: Context) -> bool:
    """Return whether a dose of the substance counts towards a limit.

    A limit for supplements alone says nothing of all that is eaten; one for a form, nothing of the others.
    """
    if limit.form and not database.is_a(substance, limit.form):
        return False
    if limit.scope == "supplements":
        return not context.total_intake
    if limit.scope in ("total", ""):
        return True
    if limit.scope.startswith("not "):
        return not database.is_a(substance, limit.scope.removeprefix("not "))
    return bool(limit.form) or database.is_a(substance, limit.scope.replace(" ", "-"))


def grams_of(limit: Limit, fields: Dosage, database: Database) -> float | None:
    """Return a limit in grams for the people told of: the most generous row where several fit."""
    rows = rows_for(limit, group_of(fields.population, database))
    if not rows:
        return None
    most = max(row.amount for row in rows)
    return grams(most, limit.unit, database.ancestors(limit.substance), database.measures)


def group_of(population: str | None, database: Database) -> Group:
    """Return the rows that a population names; adults where it names none."""
    if population is None:
        return ADULTS
    known = (database.measures.groups.get(concept) for concept in database.ancestors(population))
    return next((group for group in known if group), ADULTS)


def rows_for(limit: Limit, group: Group) -> list[Amount]:
    """Return a limit's rows that people of a group fall under."""
    return [row for row in limit.values if fits(row, group)]


def fits(row: Amount, group: Group) -> bool:
    """Return whether a row is for people of a group: their ages overlap, and sex and state do not differ."""
    low, high = group.age
    ages = (high is None or row.age[0] < high) and (row.age[1] is None or low < row.age[1])
    sexes = "any" in (row.sex, group.sex) or row.sex == group.sex
    states = row.state == group.state or (row.state == "any" and group.state == "any")
    return ages and sexes and (states or (row.state == "any" and group.state != "any"))


def judge_reference(fields: Dosage, database: Database) -> Verdict:
    """Judge what the text calls a recommended intake: it is some authority's value for such people, or misquoted."""
    assert fields.substance is not None
    limits = list(limits_for(fields.substance, REFERENCE, database))
    dose = dose_of(fields, limits[0].substance, database) if limits else None
    if dose is None:
        return Verdict("not-checkable", "No reference intake on record covers this amount.")
    group = group_of(fields.population, database)
    found = [(value, row, limit) for limit in limits for value, row in values(limit, database)]
    ends = [end for end in (dose.low, dose.high) if end is not None]
    fitting = [(value, limit) for value, row, limit in found if fits(row, group)]
    for pool in (fitting, [(value, limit) for value, _, limit in found]):
        met = [limit for value, limit in pool if same(ends[0], value)]
        if met and all(any(same(end, value) for value, _ in pool) for end in ends):
            return Verdict("supported", f"It is the {name(met[0])}.", met[0].id, 1.0)
    if fitting:
        lowest, highest = min(value for value, _ in fitting), max(value for value, _ in fitting)
        if len(ends) == 2 and lowest * (1 - ROUNDING) <= ends[0] and ends[1] <= highest * (1 + ROUNDING):
            return Verdict("supported", "It lies among the authorities' values.", fitting[0][1].id, 0.8)
        nearest = min(fitting, key=lambda item: abs(item[0] - ends[0]))
        own = [value / scale(nearest[1].unit) for value, limit in fitting if limit is nearest[1]]
        text = (
            f"No authority on record gives {span(fields.low, fields.high, fields.unit)}; "
            f"the {name(nearest[1])} is {span(min(own), max(own), nearest[1].unit)}."
        )
        return Verdict("misquoted", text, nearest[1].id, 0.9)
    return Verdict("not-checkable", "No reference intake on record is for these people.")


def values(limit: Limit, database: Database) -> Iterator[tuple[float, Amount]]:
    """Yield each row of a limit with its amount in grams."""
    for row in limit.values:
        mass = grams(row.amount, limit.unit, database.ancestors(limit.substance), database.measures)
        if mass is not None:
            yield mass, row


def same(told_value: float, value: float) -> bool:
    """Return whether two amounts are the same but for rounding."""
    return abs(told_value - value) <= ROUNDING * value
