"""The claim database in memory, with the index through which records are found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from claimlint.diagnostics import Citation, Evidence
from claimlint.evidence.model import Authorisation, Effect, Fact, Limit, Measures, Record, Source

if TYPE_CHECKING:
    from claimlint.lexicon import Concepts
    from claimlint.nlp.model import Claim


T = TypeVar("T")


@dataclass(frozen=True)
class Database:
    """Records and sources by id. Without `concepts` every concept stands alone: no forms, no parents."""

    sources: Mapping[str, Source]
    records: Mapping[str, Record]
    measures: Measures = field(default_factory=Measures)
    places: Mapping[str, str] = field(default_factory=dict)  # the file and line of each id
    concepts: Concepts | None = None

    @classmethod
    def of(
        cls,
        sources: Iterable[Source],
        records: Iterable[Record],
        measures: Measures | None = None,
        places: Mapping[str, str] | None = None,
        *,
        concepts: Concepts | None = None,
    ) -> Database:
        """Return the database of these sources and records."""
        by_id = {record.id: record for record in records}
        return cls({source.id: source for source in sources}, by_id, measures or Measures(), places or {}, concepts)

    @cached_property
    def memo(self) -> dict[Any, Any]:
        """What was worked out before: articles ask the same again and again. Bounded by the lexicon's concepts."""
        return {}

    @cached_property
    def limits(self) -> Mapping[str, Sequence[Limit]]:
        """The limits by substance."""
        return grouped((record.substance, record) for record in self.records.values() if isinstance(record, Limit))

    @cached_property
    def effects(self) -> Mapping[str, Sequence[Effect]]:
        """The effects by subject, those of what was given together by each part."""
        effects = [record for record in self.records.values() if isinstance(record, Effect)]
        return grouped((part, record) for record in effects for part in (record.subject, *record.given_with))

    @cached_property
    def facts(self) -> Mapping[str, Sequence[Fact]]:
        """The facts by subject; those of no subject under ""."""
        return grouped((record.subject, record) for record in self.records.values() if isinstance(record, Fact))

    @cached_property
    def rulings(self) -> Mapping[str, Sequence[Authorisation]]:
        """What regulators have decided, by substance."""
        return grouped((item.substance, item) for item in self.records.values() if isinstance(item, Authorisation))

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The substances that any record is about."""
        return frozenset((*self.limits, *self.effects, *self.rulings))

    @cached_property
    def _forms(self) -> Mapping[str, Sequence[str]]:
        """The subjects of records by each concept above them."""
        return grouped((above, subject) for subject in self.subjects for above in self.ancestors(subject)[1:])

    def ancestors(self, concept: str) -> tuple[str, ...]:
        """Return the concept and all above it, nearest first."""
        return self.concepts.ancestors(concept) if self.concepts else (concept,)

    def is_a(self, concept: str, other: str) -> bool:
        """Return whether `concept` is `other` or a kind of it."""
        return concept == other or other in self.ancestors(concept)

    def type(self, concept: str) -> str | None:
        """Return a concept's type, None where it is not known."""
        return self.concepts.type(concept) if self.concepts else None

    def traits(self, concept: str) -> frozenset[str]:
        """Return a concept's traits, with those of the concepts above it."""
        return frozenset(self.concepts.traits(concept)) if self.concepts else frozenset()

    def elemental(self, concept: str) -> float | None:
        """Return the share of the element in the mass of a compound, or of a brand that is one."""
        if self.concepts is None:
            return None
        found = (self.concepts.by_id.get(above) for above in self.ancestors(concept))
        return next((here.elemental for here in found if here and here.elemental), None)

    def forms(self, concept: str) -> Sequence[str]:
        """Return the kinds of a concept that records are about."""
        return self._forms.get(concept, ())

    def authorised(self, claim: Claim, regulator: str) -> Authorisation | None:
        """Return the claim that a regulator allows and that `claim` is, by its wording or its meaning."""
        from claimlint.evidence.rulings import allowed

        return allowed(claim, self, regulator)

    def refused(self, claim: Claim, regulator: str) -> Authorisation | None:
        """Return the claim that a regulator has refused and that `claim` is, by its meaning."""
        from claimlint.evidence.rulings import refused

        return refused(claim, self, regulator)

    def on_list(self, claim: Claim, regulator: str) -> list[Authorisation]:
        """Return what a regulator allows to be said of a claim's subject, or its kind, what is nearest to the claim first."""
        from claimlint.evidence.rulings import on_list

        return on_list(claim, self, regulator)

    def cite(self, record: str, language: str = "en") -> Evidence:
        """Return what a record says and its first source, for a diagnostic. Raises KeyError for an unknown id."""
        found = self.records[record]
        source = self.sources.get(found.sources[0]) if found.sources else None
        return Evidence(found.id, statement(found, language), citation(source) if source else Citation(""))


def grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    """Return the values by key, in the order in which they come."""
    result: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        result[key].append(value)
    return dict(result)


def citation(source: Source) -> Citation:
    """Return a source as reports show it: by its DOI where it has one."""
    pubmed = f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/" if source.pmid else ""
    return Citation(source.title, source.year, f"https://doi.org/{source.doi}" if source.doi else source.url or pubmed)


def text_in(texts: Mapping[str, str], language: str) -> str:
    """Return the text of a language, of English where there is none, or any."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def statement(record: Record, language: str = "en") -> str:
    """Return what a record says, in a sentence."""
    match record:
        case Effect() | Fact():
            return text_in(record.statement, language) or title(record)
        case Authorisation():
            wording = text_in(record.wording, language)
            allowed = "allowed with this qualification" if record.kind == "qualified" else "authorised"
            decision = allowed if record.status == "authorised" else record.status
            return f"{record.regulator.upper()}, {decision}: “{wording}”" if wording else title(record)
        case Limit():
            return title(record)


def title(record: Record) -> str:
    """Return a short English name of a record."""
    match record:
        case Limit():
            rows = ", ".join(dict.fromkeys(f"{row.amount:g}" for row in record.values if row.age[1] is None))
            return (
                f"{record.authority.upper()} {record.kind.upper()} for {record.substance}, adults: {rows} {record.unit}"
            )
        case Effect():
            return f"{record.subject} and {record.outcome} ({record.evidence}, {record.certainty} certainty)"
        case Fact():
            return f"{record.topic}: {record.what}"
        case Authorisation():
            outcomes = ", ".join(record.outcomes)
            return f"{record.regulator.upper()} {record.kind} {record.status}: {record.substance} and {outcomes}"
