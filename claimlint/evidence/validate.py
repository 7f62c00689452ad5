"""Whether the records hold together: what `claimlint claims validate` finds.

An error is a record that cannot be right or cannot be checked; a warning is one that a person should look at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from claimlint.data import DataError, DataErrors, Key, home, nearest, yaml_files
from claimlint.evidence.load import Entry, join, read_entries
from claimlint.evidence.model import Amount, Authorisation, Effect, Fact, Limit, Measures, Record, Source
from claimlint.evidence.reasons import RATIOS
from claimlint.evidence.units import base, dimension, grams

if TYPE_CHECKING:
    from claimlint.lexicon import Concepts

Severity = Literal["error", "warning"]
Report = Callable[[Severity, DataError], None]

# A source may have been corrected, or a register changed, since: after this many days it is to be read again.
STALE_DAYS = 730
# Two statements, or two titles, this alike (rapidfuzz, 0-100) are one record written twice; measured on records of
# one substance, whose statements differ in a number or a group of people and reach about 90.
SAME_STATEMENT = 96
SAME_TITLE = 95
STANDARD = "standard"  # the topic of facts on what a claim must rest on
OLDEST_YEAR = 1800
LANGUAGES = ("en", "zh", "sv")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DOI = re.compile(r"10\.\d{4,9}/\S+")
PMID = re.compile(r"[1-9]\d{0,8}")
URL = re.compile(r"https?://[^\s/]+\.[^\s]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a record or a source, at its place in a file."""

    severity: Severity
    error: DataError

    def __str__(self) -> str:
        return f"{self.error} [{self.severity}]"


def validate(
    extra: Sequence[Path] = (),
    concepts: Concepts | None = None,
    *,
    folder: Path | None = None,
    today: date | None = None,
) -> list[Problem]:
    """Return every problem of the records, the shipped ones (or those of `folder`) and a publisher's, by place."""
    if concepts is None:
        from claimlint.lexicon import load_concepts

        concepts = load_concepts()
    found: list[Problem] = []

    def report(severity: Severity, error: DataError) -> None:
        found.append(Problem(severity, error))

    def report_error(error: DataError | DataErrors) -> None:
        for one in error.errors if isinstance(error, DataErrors) else (error,):
            report("error", one)

    shipped, measures = read_entries(yaml_files(folder or home("claims")), report_error)
    own, more = read_entries(yaml_files(*extra), report_error)
    entries = join(shipped, own, report_error)
    measures = measures.joined(more)
    check_measures(measures, concepts, entries, report)
    sources = {entry.value.id: entry for entry in entries if isinstance(entry.value, Source)}
    for entry in entries:
        check_entry(entry, sources, concepts, measures, today or date.today(), report)
    used = {source for entry in entries if not isinstance(entry.value, Source) for source in entry.value.sources}
    for name, entry in sources.items():
        if name not in used:
            report("warning", entry.error("no record rests on this source"))
    check_duplicate_sources(list(sources.values()), report)
    check_contradictions(entries, report)
    check_duplicate_statements(entries, report)
    return sorted(found, key=lambda problem: (problem.error.path, problem.error.line or 0, problem.severity))


def check_entry(
    entry: Entry,
    sources: Iterable[str],
    concepts: Concepts,
    measures: Measures,
    today: date,
    report: Report,
) -> None:
    """Check a record or source by itself."""
    value = entry.value
    if not ID.fullmatch(value.id):
        report("error", entry.error(f"the id {value.id!r} is not kebab-case", "small letters, digits and hyphens"))
    if isinstance(value, Source):
        check_source(entry, value, today, report)
        return
    if not value.sources:
        report("error", entry.error("names no source", key=("sources",)))
    for index, source in enumerate(value.sources):
        if source not in sources:
            hint = nearest(source, sources)
            report("error", entry.error(f"there is no source {source!r}", hint, ("sources", index)))
    for key, concept in named_concepts(value):
        if concept not in concepts.by_id:
            hint = nearest(concept, concepts.by_id)
            report("error", entry.error(f"there is no concept {concept!r}", hint, key))
    match value:
        case Limit():
            check_limit(entry, value, concepts, measures, report)
        case Effect():
            check_effect(entry, value, report)
        case Fact():
            check_fact(entry, value, measures, report)
        case Authorisation():
            check_texts(entry, "wording", value.wording, report)


def named_concepts(value: Limit | Effect | Fact | Authorisation) -> Iterator[tuple[Key, str]]:
    """Yield every concept that a record names, with its key."""
    single: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    match value:
        case Limit():
            single = {"substance": value.substance, "form": value.form}
        case Effect():
            single = {
                "subject": value.subject,
                "outcome": value.outcome,
                "population_concept": value.population_concept,
            }
            several = {"also": value.also, "given_with": value.given_with}
        case Fact():
            single, several = {"subject": value.subject}, {"concepts": value.concepts}
        case Authorisation():
            single, several = {"substance": value.substance}, {"outcomes": value.outcomes}
    for name, concept in single.items():
        if concept:
            yield (name,), concept
    for name, held in several.items():
        for index, concept in enumerate(held):
            yield (name, index), concept


def check_source(entry: Entry, source: Source, today: date, report: Report) -> None:
    """Check that a source can be looked up, and was, lately."""
    if source.doi and not DOI.fullmatch(source.doi):
        report("error", entry.error(f"{source.doi!r} is not a DOI", "as in 10.1000/xyz123, no address", ("doi",)))
    if source.pmid and not PMID.fullmatch(source.pmid):
        report("error", entry.error(f"{source.pmid!r} is not a PubMed number", "digits alone", ("pmid",)))
    if source.url and not URL.fullmatch(source.url):
        report("error", entry.error(f"{source.url!r} is not an address", "https://...", ("url",)))
    if not (source.doi or source.pmid or source.url):
        report("warning", entry.error("has neither DOI, PMID nor address: a reader cannot look it up"))
    if source.year is not None and not OLDEST_YEAR <= source.year <= today.year + 1:
        report("error", entry.error(f"the year {source.year} cannot be", key=("year",)))
    try:
        checked = date.fromisoformat(source.checked)
    except ValueError:
        report("error", entry.error(f"{source.checked!r} is not a date", "write YYYY-MM-DD", ("checked",)))
        return
    if checked > today:
        report("error", entry.error(f"was checked on {source.checked}, which is yet to come", key=("checked",)))
    elif (today - checked).days > STALE_DAYS:
        report("warning", entry.error(f"was last checked on {source.checked}: read it again", key=("checked",)))


def check_limit(entry: Entry, limit: Limit, concepts: Concepts, measures: Measures, report: Report) -> None:
    """Check a limit's unit and rows."""
    kind = dimension(limit.unit)
    above = concepts.ancestors(limit.substance)
    if kind not in ("mass", "substance", "activity", "energy", "%"):
        report("error", entry.error(f"{limit.unit!r} is no unit of intake", "mg, ug, g, IU, mmol", ("unit",)))
    elif kind in ("substance", "activity") and grams(1, limit.unit, above, measures) is None:
        text = f"{limit.substance} has no {'molar mass' if kind == 'substance' else 'mass of an IU'} in the measures"
        report("error", entry.error(text, "give the amount as a mass", ("unit",)))
    if not limit.values:
        report("error", entry.error("has no rows", key=("values",)))
    for index, row in enumerate(limit.values):
        key: Key = ("values", index)
        if row.amount <= 0:
            report("error", entry.error(f"the amount {row.amount:g} is not positive", key=(*key, "amount")))
        if row.age[1] is not None and row.age[0] >= row.age[1]:
            report("error", entry.error("the age ends before it begins", "[from, to], to excluded", (*key, "age")))
        for other in limit.values[:index]:
            if overlap(row, other) and row.amount != other.amount:
                text = f"says {row.amount:g} for people of whom another row says {other.amount:g}"
                report("error", entry.error(text, key=key))


def overlap(one: Amount, other: Amount) -> bool:
    """Return whether two rows are for the same people."""
    ages = (one.age[1] is None or other.age[0] < one.age[1]) and (other.age[1] is None or one.age[0] < other.age[1])
    return ages and one.state == other.state and (one.sex == other.sex)


def check_effect(entry: Entry, effect: Effect, report: Report) -> None:
    """Check that an effect's numbers, direction and design go together."""
    if effect.ci and effect.ci[0] > effect.ci[1]:
        report("error", entry.error("the interval ends before it begins", "[low, high]", ("ci",)))
    if effect.measure != "none" and effect.value is None:
        report("warning", entry.error(f"has the measure {effect.measure} without a value", key=("measure",)))
    if effect.value is not None and effect.measure == "none":
        report("error", entry.error("has a value without a measure", "rr, or, hr, md, smd, percent", ("value",)))
    if effect.value is not None and effect.ci and not effect.ci[0] <= effect.value <= effect.ci[1]:
        report("error", entry.error(f"the value {effect.value:g} lies outside of its interval", key=("ci",)))
    if effect.measure in RATIOS:
        check_ratio(entry, effect, report)
    if effect.measure == "md" and not effect.unit:
        report("warning", entry.error("a mean difference has no unit", "of a score: points", ("unit",)))
    if effect.dose and not effect.dose_unit:
        report("error", entry.error("the dose has no unit", "dose_unit: mg", ("dose",)))
    if effect.dose_unit and dimension(effect.dose_unit) not in ("mass", "substance", "activity", "energy", "CFU", "ml"):
        report("warning", entry.error(f"{effect.dose_unit!r} is no unit of intake", key=("dose_unit",)))
    if effect.causal and effect.evidence in ("observational", "case-report"):
        report("error", entry.error("an observational study cannot show cause", "causal: false", ("causal",)))
    if (effect.direction == "none") != (effect.benefit == "none") and effect.benefit != "unclear":
        text = f"the direction is {effect.direction}, and the benefit {effect.benefit}"
        report("warning", entry.error(text, key=("direction",)))
    check_texts(entry, "statement", effect.statement, report)
    for name, texts in (("may_say", effect.may_say), ("must_not_say", effect.must_not_say)):
        if texts:
            check_texts(entry, name, texts, report)
    for language, text in effect.may_say.items():
        if text == effect.must_not_say.get(language):
            report("error", entry.error("may be said, and must not be", key=("may_say", language)))


def check_ratio(entry: Entry, effect: Effect, report: Report) -> None:
    """Check a ratio's sign and significance against the direction."""
    values = [number for number in (effect.value, *(effect.ci or ())) if number is not None]
    if any(number <= 0 for number in values):
        report("error", entry.error("a ratio is above 0", "a change in percent has the measure percent", ("value",)))
        return
    if effect.ci and effect.direction in ("decrease", "increase") and effect.ci[0] < 1 < effect.ci[1]:
        text = f"the interval contains 1, and the direction is {effect.direction}"
        report("warning", entry.error(text, "none, unless the source concludes otherwise", ("direction",)))
    if effect.value is None or effect.per is None or effect.per.amount <= 0 or effect.direction in ("none", "mixed"):
        return
    if (effect.value < 1) != (effect.direction == "decrease"):
        text = f"the value {effect.value:g} is no {effect.direction}"
        report("error", entry.error(text, "for a step down write a negative `per`", ("value",)))


def check_fact(entry: Entry, fact: Fact, measures: Measures, report: Report) -> None:
    """Check a fact's ranges, and that it can meet a text at all."""
    if fact.low is not None and fact.high is not None and fact.low > fact.high:
        report("error", entry.error("the range ends before it begins", key=("low",)))
    if fact.kind == "share" and any(end is not None and not 0 <= end <= 100 for end in (fact.low, fact.high)):
        report("error", entry.error("a share is given in percent, 0 to 100", key=("low",)))
    if fact.kind != "statement" and fact.low is None and fact.high is None:
        report("error", entry.error("has no number", "low, high; or kind: statement", ("kind",)))
    for country in fact.countries:
        if country not in measures.countries:
            hint = nearest(country, measures.countries)
            report("error", entry.error(f"the measures know no country {country!r}", hint, ("countries",)))
    if any(not pattern or not all(pattern) for patterns in fact.false_words.values() for pattern in patterns):
        report("error", entry.error("a pattern, or one of its groups, has no words", key=("false_words",)))
    cited = fact.topic == STANDARD or fact.concepts or fact.phrasings  # a standard is cited by rules, and meets no text
    if not (cited or fact.false_phrasings or fact.false_words):
        report("warning", entry.error("can meet no text", "give concepts or phrasings"))
    check_texts(entry, "statement", fact.statement, report)


def check_texts(entry: Entry, name: str, texts: dict[str, str], report: Report) -> None:
    """Check that a text is in English, the language that reasons are given in, and in known languages."""
    for language in texts:
        if language not in LANGUAGES:
            report("error", entry.error(f"{language!r} is no language of ours", ", ".join(LANGUAGES), (name, language)))
    if "en" not in texts:
        report("warning", entry.error(f"has no English {name.replace('_', ' ')}", key=(name,)))


def check_measures(measures: Measures, concepts: Concepts, entries: Sequence[Entry], report: Report) -> None:
    """Check that the measures speak of concepts."""
    if not entries:
        return
    names = [*measures.iu, *measures.molar, *measures.groups, *measures.deaths, *measures.deaths.values()]
    names += [name for substance, diseases in measures.lacks.items() for name in (substance, *diseases)]
    for name in dict.fromkeys(names):
        if name not in concepts.by_id:
            hint = nearest(name, concepts.by_id)
            report("error", DataError("measures", f"there is no concept {name!r}", hint=hint))
    for mass in measures.iu.values():
        if base(mass.unit) != mass.unit or dimension(mass.unit) != "mass":
            report("error", DataError("measures", f"{mass.unit!r} is no unit of mass", key="iu"))


def check_duplicate_sources(sources: Sequence[Entry], report: Report) -> None:
    """Check that no publication stands there twice."""
    from rapidfuzz import fuzz

    for name in ("doi", "pmid"):
        seen: dict[str, Entry] = {}
        for entry in sources:
            number = str(getattr(entry.value, name)).casefold()
            if number and number in seen:
                text = f"is {seen[number].value.id!r} again: the same {name.upper()}"
                report("error", entry.error(text, key=(name,)))
            elif number:
                seen[number] = entry
    by_year: dict[int | None, list[tuple[Entry, Source]]] = {}
    for entry in sources:
        if isinstance(entry.value, Source):
            by_year.setdefault(entry.value.year, []).append((entry, entry.value))
    for group in by_year.values():
        for (_, one), (entry, other) in combinations(group, 2):
            apart = (one.doi and other.doi) or (one.pmid and other.pmid)  # compared above
            if not apart and fuzz.ratio(one.title.casefold(), other.title.casefold()) >= SAME_TITLE:
                report("warning", entry.error(f"has nearly the title of {one.id!r}", key=("title",)))


def check_contradictions(entries: Sequence[Entry], report: Report) -> None:
    """Check that no two records say opposite things of the same without a note that explains it."""
    groups: dict[tuple[object, ...], list[tuple[Entry, Limit | Effect | Authorisation]]] = {}
    for entry in entries:
        if isinstance(entry.value, Limit | Effect | Authorisation):
            groups.setdefault(subject_matter(entry.value), []).append((entry, entry.value))
    for group in groups.values():
        for (_, one), (entry, other) in combinations(group, 2):
            problem = contradiction(entry, one, other)
            if problem:
                report("error", problem)


def subject_matter(record: Limit | Effect | Authorisation) -> tuple[object, ...]:
    """Return what a record is of: two of the same must not contradict each other."""
    match record:
        case Effect():
            people = record.population_concept, record.evidence in ("animal", "in-vitro")
            return (record.subject, record.outcome, record.outcome_kind, record.exposure, record.lack, *people)
        case Limit():
            return record.substance, record.authority, record.kind, record.form, record.scope, record.per
        case Authorisation():
            wording = record.wording.get("en", "").casefold()
            return record.regulator, record.kind, record.substance, tuple(sorted(record.outcomes)), wording


def contradiction(entry: Entry, one: Record, other: Record) -> DataError | None:
    """Return what is wrong with `other`, which is `entry`'s, beside `one` of the same matter."""
    match one, other:
        case Effect(), Effect():
            if {one.direction, other.direction} == {"decrease", "increase"} and not (one.note and other.note):
                text = f"finds the opposite of {one.id!r}, and not both have a note on it"
                return entry.error(text, "say in `note` why they differ", ("direction",))
        case Limit(), Limit():
            if one.values != other.values:
                return entry.error(f"says otherwise than {one.id!r} of the same limit", key=("values",))
        case Authorisation(), Authorisation():
            same = "stands there twice: as" if other.status == one.status else f"is {one.status} by"
            return entry.error(f"the claim {same} {one.id!r}", key=("status",))
    return None


def check_duplicate_statements(entries: Sequence[Entry], report: Report) -> None:
    """Check that no finding stands there twice under two ids."""
    from rapidfuzz import fuzz

    effects = [(entry, entry.value) for entry in entries if isinstance(entry.value, Effect)]
    counts = Counter((effect.subject, effect.outcome) for _, effect in effects)
    several = [(entry, effect) for entry, effect in effects if counts[effect.subject, effect.outcome] > 1]
    for (_, one), (entry, other) in combinations(several, 2):
        if (one.subject, one.outcome) != (other.subject, other.outcome):
            continue
        if one.value is not None and (one.value, one.ci, one.sources) == (other.value, other.ci, other.sources):
            report("error", entry.error(f"is {one.id!r} again: the same number of the same source"))
            continue
        texts = one.statement.get("en", ""), other.statement.get("en", "")
        if all(texts) and one.value == other.value and fuzz.token_sort_ratio(*texts) >= SAME_STATEMENT:
            report("warning", entry.error(f"says nearly what {one.id!r} says", key=("statement",)))
