"""Which records speak of a claim: by structure first, by wording among the few that are left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimlint.evidence.database import Database
from claimlint.evidence.model import Effect, Phrasings, Texts

Subject = Literal["same", "general", "form", "other-form"]
Outcome = Literal["same", "also", "narrower", "broader"]

# How closely a record meets a claim, for ranking and for the verdict's score: a record of the very substance and
# outcome comes first; one of the substance in general speaks for its forms; one of a single form, or of a part of
# the outcome, speaks for the claim only in part.
VERY: tuple[Outcome, ...] = ("same", "also")  # the very outcome
SUBJECT_SCORE: dict[Subject, float] = {"same": 1.0, "general": 0.9, "form": 0.7, "other-form": 0.2}
OUTCOME_SCORE: dict[Outcome, float] = {"same": 1.0, "also": 0.9, "narrower": 0.6, "broader": 0.5}
# A record of deaths, for a claim of falling ill (or the other way about), comes after any of the right kind.
UNLIKE_KIND = 0.8
# A wording counts as one that sources contradict, or that a regulator authorised, when nearly all of it stands in
# the text: below this, opposite sentences of the same words begin to meet ("is rich in", "is poor in").
SAME_WORDING = 0.9
SHORTER = 0.8
# A phrasing of fewer characters must stand in the text as it is: of so few, other words share most.
WORTH_COMPARING = 10
# The stronger design comes first when records disagree; certainty decides between equals.
DESIGN_SCORE = {"meta-analysis": 5, "rct": 4, "observational": 3, "case-report": 2, "animal": 1, "in-vitro": 0}
CERTAINTY_SCORE = {"high": 3, "moderate": 2, "low": 1, "very-low": 0}


@dataclass(frozen=True, slots=True)
class Match:
    """A record that speaks of a claim: how its subject and outcome stand to the claim's.

    `subject` "general": the record is of the substance in general, the claim of a form; "form": the other way
    about. `outcome` "also": the record speaks of it among others; "narrower": the record is of a part of what the
    claim speaks of; "broader": of more.
    """

    record: Effect
    subject: Subject
    outcome: Outcome
    fits: bool = True  # whether both speak of dying, or both of something else

    @property
    def closeness(self) -> float:
        """0 to 1, from structure alone."""
        return SUBJECT_SCORE[self.subject] * OUTCOME_SCORE[self.outcome] * (1.0 if self.fits else UNLIKE_KIND)

    @property
    def human(self) -> bool:
        """Whether the finding is of people."""
        return self.record.evidence not in ("animal", "in-vitro")

    def rank(self) -> tuple[float, int, int]:
        """Order: closeness, then the design of the study with its certainty, then its size."""
        design = DESIGN_SCORE[self.record.evidence] + CERTAINTY_SCORE[self.record.certainty]
        return self.closeness, design, self.record.participants or 0


def matches(
    database: Database,
    subject: str | None,
    outcomes: Sequence[str],
    text: str = "",
    language: str = "en",
    *,
    deaths: bool = False,
    beside: Collection[str] = (),
) -> list[Match]:
    """Return the effects that speak of the subject and any of the outcomes, the best first.

    `deaths` tells that the claim is of dying or surviving, `beside` what is taken together with the subject: what was
    found of both together comes before all else, and says nothing of one of them alone. The wording decides among those that structure, design
    and certainty leave equal at the top.
    """
    if subject is None or not outcomes:
        return []
    asked = (subject, tuple(outcomes), deaths)
    found = database.memo.get(asked)
    if found is None:
        found = database.memo[asked] = by_structure(database, *asked)
    together = [match for match in found if match.record.given_with]
    if together:
        fitting = [match for match in together if taken_together(match.record, (subject, *beside), database)]
        of_both = [match for match in fitting if match.fits and match.outcome != "broader"]
        found = of_both or [match for match in found if not match.record.given_with]
    if not found:
        return []
    level = sum(match.rank() == found[0].rank() for match in found)
    if level < 2 or not text:
        return found
    likest = sorted(found[:level], key=lambda match: -similarity(text, texts_of(match.record, language)))
    return likest + found[level:]


def by_structure(database: Database, subject: str, outcomes: Sequence[str], deaths: bool) -> list[Match]:
    """Return the effects that speak of the subject and any of the outcomes, by how closely they do."""
    of_dying = tuple(dict.fromkeys((*outcomes, *(database.measures.deaths.get(o, o) for o in outcomes))))
    found = [
        Match(record, relation, outcome, deaths == fatal)
        for relation, records in by_subject(database, subject)
        for record in records
        for fatal in (of_death(record, database),)
        if (outcome := closest(database, of_dying if fatal else outcomes, (record.outcome, *record.also)))
    ]
    return sorted(found, key=Match.rank, reverse=True)


def taken_together(record: Effect, named: Collection[str], database: Database) -> bool:
    """Return whether all that a record's people took together is named."""
    return all(any(database.is_a(one, part) for one in named) for part in (record.subject, *record.given_with))


def of_death(record: Effect, database: Database) -> bool:
    """Return whether a record's finding is of dying or surviving."""
    return record.outcome_kind == "mortality" or database.type(record.outcome) == "mortality"


def by_subject(database: Database, subject: str) -> Iterator[tuple[Subject, Sequence[Effect]]]:
    """Yield the effects of a substance, of what it is a form of, and of its forms.

    A brand is what it contains, so the records of that are the brand's own.
    """
    same = True
    for concept in database.ancestors(subject):
        yield ("same" if same else "general"), database.effects.get(concept, ())
        same = same and database.type(concept) == "brand"
    for form in database.forms(subject):
        yield "form", database.effects.get(form, ())


def of_other_forms(database: Database, subject: str | None, outcomes: Sequence[str]) -> list[Match]:
    """Return the effects of other forms of the substance on the very outcome, for saying that they are others.

    Forms are named after the substance (zinc, zinc-gluconate); what merely belongs to one class is something else.
    """
    if subject is None:
        return []
    own = set(database.ancestors(subject)) | set(database.forms(subject))
    others = {
        form
        for above in database.ancestors(subject)[1:]
        if above in database.subjects and subject.startswith(above)
        for form in database.forms(above)
        if form not in own and form.startswith(above)
    }
    found = [
        Match(record, "other-form", "same")
        for form in sorted(others)
        for record in database.effects.get(form, ())
        if record.outcome in outcomes
    ]
    return sorted(found, key=Match.rank, reverse=True)


def closest(database: Database, claimed: Iterable[str], recorded: Sequence[str]) -> Outcome | None:
    """Return how a record's outcomes, its own first, stand to the claimed ones: the closest relation there is.

    What a record speaks of beside its own outcome is no part of a function, such as that of an organ: a finding that
    tells of bowel movements, too, is none on the gut.
    """
    best: Outcome | None = None
    for outcome in claimed:
        if database.type(outcome) == outcome:
            continue  # "symptom", "disease": everything is one
        for index, other in enumerate(recorded):
            if outcome == other:
                return "also" if index else "same"
            if database.is_a(other, outcome):
                if index and database.type(outcome) == "function":
                    continue
                best = "narrower"
            elif best is None and database.is_a(outcome, other):
                best = "broader"
    return best


def texts_of(record: Effect, language: str) -> list[str]:
    """Return what a record says in a language, in all its wordings."""
    texts: list[Texts] = [record.statement, record.may_say]
    return [t[language] for t in texts if language in t] + phrasings(record.phrasings, language)


def phrasings(phrased: Phrasings, language: str) -> list[str]:
    """Return the phrasings of a language."""
    return phrased.get(language, [])


def similarity(text: str, others: Sequence[str]) -> float:
    """Return how like the text the most similar of the others is, 0 to 1; word order does not count."""
    if not others:
        return 0.0
    from rapidfuzz import fuzz, process

    best = process.extractOne(text, others, scorer=fuzz.token_set_ratio)
    return best[1] / 100 if best else 0.0


def likeness(text: str, others: Sequence[str], cutoff: float) -> float:
    """Return how nearly one of the others stands in the text, 0 to 1; 0 below the cutoff."""
    if not others or not text:
        return 0.0
    from rapidfuzz import fuzz, process

    folded = text.casefold()
    # a short text within a long phrasing is no match for it
    fitting = [other.casefold() for other in others if len(text) >= SHORTER * len(other)]
    if any(other in folded for other in fitting):
        return 1.0
    long = [other for other in fitting if len(other) >= WORTH_COMPARING]
    best = process.extractOne(folded, long, scorer=fuzz.partial_ratio, score_cutoff=cutoff * 100)
    return best[1] / 100 if best else 0.0
