"""Finding records for people: by words, by structure, and what the database covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from claimlint.evidence.database import Database, statement, title
from claimlint.evidence.model import Authorisation, Effect, Fact, Limit, Record, Source

RecordKind = Literal["limit", "effect", "fact", "authorisation"]
KINDS: Mapping[type[Record], RecordKind] = {
    Limit: "limit",
    Effect: "effect",
    Fact: "fact",
    Authorisation: "authorisation",
}
# Below this likeness (rapidfuzz, 0-100) a record shares no more with the query than common words.
WORTH_SHOWING = 55


@dataclass(frozen=True, slots=True)
class Filter:
    """What records must be like; an empty field asks for nothing. Concepts stand for their kinds, too."""

    kind: RecordKind | None = None
    substance: str = ""
    outcome: str = ""
    authority: str = ""  # authority, regulator or jurisdiction
    evidence: str = ""
    status: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found, with how like the query it is (0 to 100)."""

    record: Record
    score: float


def substance_of(record: Record) -> str:
    """Return what a record is about, "" where that is nothing in particular."""
    return record.subject if isinstance(record, Effect | Fact) else record.substance


def outcomes_of(record: Record) -> tuple[str, ...]:
    """Return the outcomes that a record speaks of."""
    match record:
        case Effect():
            return record.outcome, *record.also
        case Authorisation():
            return tuple(record.outcomes)
        case Fact():
            return tuple(record.concepts)
        case Limit():
            return ()


def authority_of(record: Record) -> tuple[str, ...]:
    """Return the names under which a record's authority is known."""
    match record:
        case Limit():
            return record.authority, record.jurisdiction
        case Authorisation():
            return (record.regulator,)
        case _:
            return ()


def select(database: Database, wanted: Filter = Filter()) -> Iterator[Record]:
    """Yield the records that fit, in the order of their files."""
    for record in database.records.values():
        if wanted.kind and KINDS[type(record)] != wanted.kind:
            continue
        if wanted.substance and not database.is_a(substance_of(record), wanted.substance):
            continue
        if wanted.outcome and not any(database.is_a(one, wanted.outcome) for one in outcomes_of(record)):
            continue
        if wanted.authority and wanted.authority not in authority_of(record):
            continue
        if wanted.evidence and getattr(record, "evidence", "") != wanted.evidence:
            continue
        if wanted.status and getattr(record, "status", "") != wanted.status:
            continue
        if wanted.source and wanted.source not in record.sources:
            continue
        yield record


def search(database: Database, query: str, wanted: Filter = Filter(), *, limit: int = 20) -> list[Hit]:
    """Return the records that are most like the query, in any language, the best first."""
    from rapidfuzz import fuzz, process, utils

    texts: list[str] = []
    owners: list[Record] = []
    for record in select(database, wanted):
        for text in all_texts(record):
            texts.append(text)
            owners.append(record)
    found = process.extract(
        query, texts, scorer=fuzz.WRatio, processor=utils.default_process, limit=5 * limit, score_cutoff=WORTH_SHOWING
    )
    best: dict[str, Hit] = {}
    for _, score, index in found:
        record = owners[index]
        if record.id not in best or best[record.id].score < score:
            best[record.id] = Hit(record, round(score, 1))
    return sorted(best.values(), key=lambda hit: -hit.score)[:limit]


def all_texts(record: Record) -> Iterator[str]:
    """Yield every text by which a record may be found."""
    yield record.id.replace("-", " ")
    yield " ".join((substance_of(record), *outcomes_of(record))).replace("-", " ")
    yield title(record)
    for name in ("statement", "may_say", "must_not_say", "wording"):
        yield from getattr(record, name, {}).values()
    for name in ("phrasings", "false_phrasings", "paraphrases"):
        for phrased in getattr(record, name, {}).values():
            yield from phrased


@dataclass(frozen=True, slots=True)
class Shown:
    """A record with its sources and place, for `claimlint claims show`."""

    record: Record
    kind: RecordKind
    statement: str
    sources: tuple[Source, ...]
    place: str


def show(database: Database, name: str, language: str = "en") -> Shown:
    """Return a record by its id; raise KeyError, with the nearest id, where there is none."""
    record = database.records.get(name)
    if record is None:
        from claimlint.data import nearest

        hint = nearest(name, database.records)
        raise KeyError(f"there is no record {name!r}{f' ({hint})' if hint else ''}")
    sources = tuple(database.sources[source] for source in record.sources if source in database.sources)
    kind = KINDS[type(record)]
    return Shown(record, kind, statement(record, language), sources, database.places.get(name, ""))


@dataclass(frozen=True, slots=True)
class Stats:
    """What the database covers. Each table is a name with its count, the largest first."""

    records: int
    sources: int
    kinds: dict[str, int]
    substances: dict[str, dict[str, int]]  # substance -> kind -> records
    authorities: dict[str, int]
    rulings: dict[str, dict[str, int]]  # regulator -> status -> records
    grades: dict[str, dict[str, int]]  # design -> certainty -> records
    read: dict[str, int]  # what was read of the sources
    oldest_check: str


def stats(database: Database) -> Stats:
    """Return the coverage of the database."""
    records = list(database.records.values())
    effects = [record for record in records if isinstance(record, Effect)]
    ruled = [record for record in records if isinstance(record, Authorisation)]
    return Stats(
        records=len(records),
        sources=len(database.sources),
        kinds=counted(KINDS[type(record)] for record in records),
        substances=table((substance_of(record) or "(none)", KINDS[type(record)]) for record in records),
        authorities=counted(record.authority for record in records if isinstance(record, Limit)),
        rulings=table((record.regulator, record.status) for record in ruled),
        grades=table((record.evidence, record.certainty) for record in effects),
        read=counted(source.read or "(not said)" for source in database.sources.values()),
        oldest_check=min((source.checked for source in database.sources.values()), default=""),
    )


def counted(names: Iterator[str]) -> dict[str, int]:
    """Return each name with its count, the largest first."""
    return dict(Counter(names).most_common())


def table(pairs: Iterator[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """Return counts by two names, the largest total first."""
    result: dict[str, Counter[str]] = {}
    for name, column in pairs:
        result.setdefault(name, Counter())[column] += 1
    return {name: dict(counts) for name, counts in sorted(result.items(), key=lambda item: -item[1].total())}
