"""From YAML to the claim database: read, check its form, compile into the cache.

    claims/sources/*.yaml      sources: {id: {...}}
    claims/limits/*.yaml       records: [...]      likewise effects/, facts/, authorised/
    claims/measures.yaml       measures: {...}     units and groups of people

The folder tells of which kind the records are. A publisher's own file may also hold several kinds under
their own keys (`sources`, `limits`, `effects`, `facts`, `authorised`), and then lies anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimlint.data import DataError, DataErrors, Key, Yaml, compiled, home, nearest, read_yaml, yaml_files
from claimlint.evidence.database import Database
from claimlint.evidence.model import Amount, Authorisation, Effect, Fact, Limit, Measures, Rate, Record, Source

if TYPE_CHECKING:
    from claimlint.lexicon import Concepts

KINDS: Mapping[str, type[Record]] = {"limits": Limit, "effects": Effect, "facts": Fact, "authorised": Authorisation}
Name = tuple[bool, str]
NESTED: Mapping[type, Mapping[str, type]] = {Limit: {"values": Amount}, Effect: {"per": Rate}}


@dataclass(frozen=True, slots=True)
class Collection:
    """All records and sources, as the cache keeps them, with the file and line of each."""

    sources: list[Source] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    authorised: list[Authorisation] = field(default_factory=list)
    measures: Measures = field(default_factory=Measures)
    places: dict[str, str] = field(default_factory=dict)
    source_places: dict[str, str] = field(default_factory=dict)

    def records(self) -> Iterator[Record]:
        """Yield the records of every kind."""
        yield from self.limits
        yield from self.effects
        yield from self.facts
        yield from self.authorised


@dataclass(frozen=True, slots=True)
class Entry:
    """A record or source as it was read, with its place."""

    value: Record | Source
    yaml: Yaml
    key: Key

    @property
    def name(self) -> Name:
        """What no other may be called: sources and records are named apart."""
        return isinstance(self.value, Source), self.value.id

    @property
    def place(self) -> str:
        """File and line."""
        line = self.yaml.line(self.key)
        return f"{self.yaml.path}:{line}" if line else str(self.yaml.path)

    def error(self, message: str, hint: str | None = None, key: Key = ()) -> DataError:
        """Return the error for this entry, or for what stands under `key` within it."""
        return self.yaml.error((*self.key, *key), message, hint)


def load_database(
    extra: Sequence[Path] = (), concepts: Concepts | None = None, *, folder: Path | None = None
) -> Database:
    """Return the claim database: the shipped records (or those of `folder`), joined by the files of `extra`.

    `concepts` are the lexicon's unless others are given. An extra record replaces a shipped one where it
    `overrides` its id and gives the reason in `note`. Raises DataErrors with every mistake found in the files'
    form. What the records say of one another is checked by `validate`, not here.
    """
    shipped = yaml_files(folder or home("claims"))
    added = yaml_files(*extra)

    def build() -> Collection:
        return collect(shipped, added)

    if concepts is None:
        from claimlint.lexicon import load_concepts

        concepts = load_concepts()
    collection = compiled("claims", (*shipped, *added), build, Collection, str(len(shipped)))
    return Database.of(
        collection.sources, collection.records(), collection.measures, collection.places, concepts=concepts
    )


def collect(shipped: Sequence[Path], added: Sequence[Path] = ()) -> Collection:
    """Read the files into one collection; raise DataErrors where they cannot be."""
    errors: list[DataError] = []
    entries, measures = read_entries(shipped, errors.append)
    own, own_measures = read_entries(added, errors.append)
    result = Collection(measures=measures.joined(own_measures))
    for entry in join(entries, own, errors.append):
        places = result.source_places if isinstance(entry.value, Source) else result.places
        places[entry.value.id] = entry.place
        shelf(result, entry.value).append(entry.value)
    if errors:
        raise DataErrors(tuple(errors))
    return result


def shelf(collection: Collection, value: Record | Source) -> list[Any]:
    """Return the list of the collection that holds values of this kind."""
    match value:
        case Source():
            return collection.sources
        case Limit():
            return collection.limits
        case Effect():
            return collection.effects
        case Fact():
            return collection.facts
        case Authorisation():
            return collection.authorised


def read_entries(files: Sequence[Path], report: Callable[[DataError], None]) -> tuple[list[Entry], Measures]:
    """Return every record and source of the files, and the measures; report what cannot be read."""
    entries: list[Entry] = []
    measures = Measures()
    for path in files:
        try:
            yaml = read_yaml(path)
            measures = measures.joined(yaml.to(Measures, ("measures",)) if has(yaml, "measures") else Measures())
            entries.extend(read_file(yaml, report))
        except DataError as error:
            report(error)
    return entries, measures


def has(yaml: Yaml, name: str) -> bool:
    return isinstance(yaml.value, dict) and name in yaml.value


def read_file(yaml: Yaml, report: Callable[[DataError], None]) -> Iterator[Entry]:
    """Yield the entries of one file."""
    if not isinstance(yaml.value, dict):
        raise yaml.error((), "must be a mapping with the key 'records' or 'sources'")
    for name, value in yaml.value.items():
        if name == "sources":
            yield from read_sources(yaml, value, report)
        elif name == "records" or name in KINDS:
            kind = KINDS.get(name) or next((KINDS[part] for part in reversed(yaml.path.parts) if part in KINDS), None)
            if kind is None:
                raise yaml.error(
                    (name,), "the folder does not tell the records' kind", "use limits, effects, facts or authorised"
                )
            if not isinstance(value, list):
                raise yaml.error((name,), "must be a list of records")
            for index in range(len(value)):
                yield from read_value(yaml, kind, (name, index), report)
        elif name != "measures":
            known = ("sources", "records", "measures", *KINDS)
            report(yaml.error((name,), "is not a key of a claims file", nearest(str(name), known)))


def read_sources(yaml: Yaml, value: Any, report: Callable[[DataError], None]) -> Iterator[Entry]:
    if not isinstance(value, dict):
        raise yaml.error(("sources",), "must be a mapping of id to source")
    for name, source in value.items():
        if isinstance(source, dict):
            source["id"] = str(name)
            for number in ("pmid", "doi"):  # YAML reads an unquoted PMID as a number
                if isinstance(source.get(number), int | float):
                    source[number] = str(source[number])
        yield from read_value(yaml, Source, ("sources", name), report)


def read_value(
    yaml: Yaml, kind: type[Record | Source], key: Key, report: Callable[[DataError], None]
) -> Iterator[Entry]:
    """Yield the entry under `key`; report unknown keys, and what does not fit."""
    value = yaml.value
    for step in key:
        value = value[step]
    for where, message, hint in unknown_keys(value, kind):
        report(yaml.error((*key, *where), message, hint))
    try:
        yield Entry(yaml.to(kind, key), yaml, key)
    except DataError as error:
        report(error)


def unknown_keys(value: Any, kind: type) -> Iterator[tuple[Key, str, str | None]]:
    """Yield the place of each key that `kind` has no field for, with the nearest field as a hint."""
    if not isinstance(value, dict):
        return
    known = [item.name for item in fields(kind)]
    for name in value:
        if name not in known:
            yield (name,), f"is not a field of {article(kind.__name__.lower())}", nearest(str(name), known)
    for name, inner in NESTED.get(kind, {}).items():
        held = value.get(name)
        for index, item in enumerate(held) if isinstance(held, list) else ((None, held),):
            for where, message, hint in unknown_keys(item, inner):
                yield ((name, *where) if index is None else (name, index, *where)), message, hint


def article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def join(shipped: Sequence[Entry], added: Sequence[Entry], report: Callable[[DataError], None]) -> list[Entry]:
    """Return the entries with the publisher's in the place of those that they override; ids must differ."""
    result: dict[Name, Entry] = {}
    for entry in shipped:
        if entry.name in result:
            report(entry.error(f"the id {entry.value.id!r} stands already in {result[entry.name].place}"))
        result[entry.name] = entry
    own: dict[Name, Entry] = {}
    for entry in added:
        problem = unfit(entry, result, own)
        if problem:
            report(problem)
        elif not isinstance(entry.value, Source):
            result.pop((False, entry.value.overrides), None)
        own[entry.name] = entry
    return [*result.values(), *own.values()]


def unfit(entry: Entry, shipped: Mapping[Name, Entry], own: Mapping[Name, Entry]) -> DataError | None:
    """Return why a publisher's entry cannot join the shipped ones, None where it can."""
    value = entry.value
    replaced = "" if isinstance(value, Source) else value.overrides
    if entry.name in own:
        return entry.error(f"the id {value.id!r} stands already in {own[entry.name].place}")
    if entry.name in shipped and replaced != value.id:
        hint = "choose another id" if isinstance(value, Source) else f"say 'overrides: {value.id}' and why in 'note'"
        return entry.error(f"the id {value.id!r} is a shipped one's", hint)
    if replaced and (False, replaced) not in shipped:
        known = [name for is_source, name in shipped if not is_source]
        return entry.error(f"there is no record {replaced!r}", nearest(replaced, known), ("overrides",))
    if replaced and not value.note:
        return entry.error("overrides a shipped record without giving the reason", "give it in 'note'")
    return None
