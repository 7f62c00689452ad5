"""The study that a paragraph tells of: whether it is known, told as it was, and long enough for what is said."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.evidence.database import Database
from claimlint.evidence.match import VERY, Match
from claimlint.evidence.model import Context, Status, Verdict
from claimlint.evidence.reasons import finding
from claimlint.evidence.rulings import MILD
from claimlint.nlp.model import Claim, Efficacy

NOT_HUMAN = ("animal", "in-vitro")
DYING = "dying, not of falling ill"
# From this many participants on, their number alone tells which study a paragraph is about.
LARGE = 100
ENOUGH_OUTCOMES = 2  # named beside its year
LONG = 52  # weeks, from which on a study can speak of an effect that lasts


def told_study(found: Sequence[Match], database: Database, context: Context) -> Match | None:
    """Return the finding of the very study that the paragraph tells of, where that gives enough to know it by.

    A study is known by the number of its participants, if that is large or stands beside its year, and by its year
    alone where the sentence names two of its outcomes.
    """
    for match in found:
        record = match.record
        years = {database.sources[one].year for one in record.sources if one in database.sources} - {None}
        year = any(year in context.numbers for year in years)
        size = record.participants is not None and record.participants in context.numbers
        outcomes = {record.outcome, *record.also} & set(context.concepts)
        known = size and (year or (record.participants or 0) >= LARGE)
        if known or (match.outcome in VERY and year and len(outcomes) >= ENOUGH_OUTCOMES):
            return match
    return None


def misreported(claim: Claim, fields: Efficacy, study: Match, context: Context, database: Database) -> Verdict | None:
    """Return the verdict on a study told other than it was: of people, of falling ill, or as a sure effect."""
    if fields.negated or fields.polarity == "none":
        return None
    what = finding(study.record)
    if not study.human:
        if context.animals or fields.evidence in NOT_HUMAN:
            return None
        return verdict("extrapolated", f"{what}; the text does not say that the study was in animals.", study)
    if study.outcome not in VERY:
        flat = claim.causal and not fields.hedged and fields.relation not in MILD
        text = f"{what}; '{claim.text.strip()}' claims cause."
        return None if study.record.causal or not flat else verdict("overstated", text, study)
    if not study.fits:
        dying = tells_of_death(claim, fields, database)
        return verdict("overstated", f"{what}: of {'falling ill, not of dying' if dying else DYING}.", study)
    if study.record.direction == "none" and study.record.outcome in claim.outcome_concepts[:1] and not fields.hedged:
        return verdict("overstated", f"{what}; the text tells a difference as if it were sure.", study)
    return None


def lasts(context: Context, lead: Match) -> bool:
    """Return whether the text speaks of an effect that stays, and the finding is of a study too short for that."""
    return context.lasting and lead.record.causal and short([lead])


def short(found: Sequence[Match]) -> bool:
    """Return whether the durations of all studies are known, and none is of a year."""
    known = [m.record.duration_weeks for m in found if m.record.duration_weeks is not None]
    return bool(found) and len(known) == len(found) and max(known) < LONG


def weeks(found: Sequence[Match]) -> str:
    """Write how long the longest of the studies was."""
    longest = max(m.record.duration_weeks or 0 for m in found)
    return f"{longest:g} {'week' if longest == 1 else 'weeks'} at most"


def tells_of_death(claim: Claim, fields: Efficacy, database: Database) -> bool:
    """Return whether the claim is of dying or surviving."""
    concepts = (fields.outcome, *claim.outcome_concepts)
    return fields.outcome_type == "mortality" or any(deadly(concept, database) for concept in concepts)


def deadly(concept: str, database: Database) -> bool:
    """Return whether a concept is of dying or surviving, be it of living long."""
    return database.type(concept) == "mortality" or concept in database.measures.deaths


def verdict(status: Status, reason: str, match: Match) -> Verdict:
    """Return a verdict that rests on a match."""
    return Verdict(status, reason, match.record.id, round(match.closeness, 2))
