"""New records: the questions that a guided entry asks, and writing what is answered into the claim files."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from claimlint.data import DataError, DataErrors, parse_yaml, read_yaml, write_atomic
from claimlint.evidence.load import KINDS, Entry, read_file
from claimlint.evidence.model import Effect, Fact, Record, Source
from claimlint.evidence.validate import Problem, validate

FILE_OF = {"limits": "substance", "effects": "subject", "facts": "topic", "authorised": "regulator"}
HELP = {
    "id": "kebab-case and new, as vitamin-d-fractures-2019",
    "substance": "a concept of the lexicon",
    "subject": "a concept of the lexicon",
    "outcome": "a concept of the lexicon",
    "sources": "ids of claims/sources, separated by commas",
    "direction": "of the outcome, with more of the subject",
    "benefit": "whether that is good for people",
    "causal": "yes if people were randomised, so that it can show cause",
    "certainty": "as the source grades it; else your own judgement, said so in the note",
    "value": "a ratio as the source gives it (0.81), a difference with its sign",
    "ci": "95% interval: low, high",
    "statement": "the finding, in a sentence",
    "may_say": "how a careful writer would put it",
    "must_not_say": "the exaggeration that articles make of it",
    "values": "YAML: [{amount: 15, age: [19, null]}]",
}
ASKED: Mapping[str, tuple[str, ...]] = {
    "effects": (
        "outcome_kind",
        "measure",
        "value",
        "ci",
        "exposure",
        "population",
        "participants",
        "statement",
        "note",
    ),
    "facts": ("low", "high", "kind", "concepts", "population", "statement", "phrasings", "note"),
    "limits": ("scope", "form", "basis", "note"),
    "authorised": ("conditions", "entry", "paraphrases", "note"),
}
TEXTS = ("statement", "may_say", "must_not_say", "wording")


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask for a field. `choices` is empty where anything goes."""

    field: str
    help: str
    required: bool
    choices: tuple[str, ...] = ()


def questions(kind: str) -> Iterator[Question]:
    """Yield the questions for a new record of a kind ("limits", "effects", "facts", "authorised")."""
    record = KINDS[kind]
    hints = get_type_hints(record)
    for item in fields(record):
        required = item.default is MISSING and item.default_factory is MISSING
        if required or item.name in ASKED[kind]:
            yield Question(item.name, HELP.get(item.name, ""), required, choices(hints[item.name]))


def choices(hint: Any) -> tuple[str, ...]:
    """Return the words that a field allows."""
    if get_origin(hint) is Literal:
        return tuple(map(str, get_args(hint)))
    return ("true", "false") if hint is bool else ()


def answer(kind: str, name: str, text: str) -> Any:
    """Return what was typed as a field's value. Raises ValueError, saying what is wanted."""
    hint = get_type_hints(KINDS[kind])[name]
    text = text.strip()
    allowed = choices(hint)
    if allowed and text not in allowed:
        raise ValueError(f"one of: {', '.join(allowed)}")
    if hint is str or (allowed and hint is not bool):
        return text
    if name in TEXTS and not text.startswith("{"):
        return {"en": text}
    if get_origin(hint) is list and get_args(hint) == (str,):
        return [part.strip() for part in text.strip("[]").split(",") if part.strip()]
    if plain(hint) is tuple and not text.startswith("["):
        text = f"[{text}]"
    try:
        return parse_yaml(Path("answer"), text).value
    except DataError as error:
        raise ValueError(error.message) from None


def plain(hint: Any) -> Any:
    """Return the type behind a field's hint, without None."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = [one for one in get_args(hint) if one is not type(None)]
        return plain(inner[0])
    return get_origin(hint) or hint


def add(kind: str, record: Mapping[str, Any], folder: Path, *, check: bool = True) -> tuple[Path, list[Problem]]:
    """Write a record into the folder of claims, and return the file with the problems that are now in it.

    Where there is an error the file is left as it was. Raises DataError where the values do not fit the kind.
    """
    errors: list[DataError] = []
    text = yaml.safe_dump({"records": [dict(record)]}, allow_unicode=True, sort_keys=False, width=10_000)
    entries = list(read_file(parse_yaml(folder / kind / "new.yaml", text), errors.append))
    if errors:
        raise DataErrors(tuple(errors))
    path = folder / kind / f"{file_name(entries[0].value)}.yaml"
    return path, write(path, "records:\n", item(dict(record), indent(path)), folder, check=check)


def add_source(source: Mapping[str, Any], folder: Path, name: str) -> tuple[Path, list[Problem]]:
    """Write a source into `sources/NAME.yaml`; see `add`. `source` has its id under `id`."""
    values = {key: value for key, value in source.items() if key != "id"}
    block = yaml.safe_dump({source["id"]: values}, allow_unicode=True, sort_keys=False, width=10_000)
    lines = "".join(f"  {line}" for line in block.splitlines(keepends=True))
    path = folder / "sources" / f"{name}.yaml"
    return path, write(path, "sources:\n", lines, folder)


def add_from_file(file: Path, folder: Path) -> list[tuple[Path, list[Problem]]]:
    """Add every record and source of a YAML file that keeps each kind under its own key; sources first."""
    errors: list[DataError] = []
    yaml_file = read_yaml(file)
    entries: list[Entry] = list(read_file(yaml_file, errors.append))
    if errors:
        raise DataErrors(tuple(errors))
    done = []
    for entry in sorted(entries, key=lambda entry: not isinstance(entry.value, Source)):
        values = plain_values(entry)
        if isinstance(entry.value, Source):
            done.append(add_source(values, folder, file.stem))
        else:
            done.append(add(kind_of(entry.value), values, folder))
    return done


def plain_values(entry: Entry) -> dict[str, Any]:
    """Return what stands in the file for an entry."""
    value = entry.yaml.value
    for step in entry.key:
        value = value[step]
    return dict(value)


def kind_of(record: Record) -> str:
    """Return the folder of a record."""
    return next(name for name, kind in KINDS.items() if isinstance(record, kind))


def file_name(record: Record | Source) -> str:
    """Return the file that a record belongs into, without its ending."""
    match record:
        case Effect():
            return record.subject
        case Fact():
            return record.topic.replace(" ", "-")
        case _:
            return str(getattr(record, FILE_OF[kind_of(record)])) if not isinstance(record, Source) else "other"


def indent(path: Path) -> str:
    """Return how far the records of a file are set in."""
    found = re.search(r"(?m)^( *)- ", path.read_text(encoding="utf-8")) if path.exists() else None
    return found[1] if found else "  "


def item(record: dict[str, Any], margin: str) -> str:
    """Return a record as an item of a block list."""
    lines = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=10_000).splitlines(keepends=True)
    return "".join(margin + ("  " if index else "- ") + line for index, line in enumerate(lines))


def write(path: Path, head: str, block: str, folder: Path, *, check: bool = True) -> list[Problem]:
    """Add a block to a file and return the problems in that file; an error undoes it."""
    before = path.read_text(encoding="utf-8") if path.exists() else None
    text = f"{before.rstrip()}\n\n{block}" if before else head + block
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, text.encode())
    problems = problems_in(path, folder) if check else []
    if any(problem.severity == "error" for problem in problems):
        restore(path, before)
    return problems


def restore(path: Path, before: str | None) -> None:
    """Put a file back as it was."""
    if before is None:
        path.unlink()
    else:
        write_atomic(path, before.encode())


def problems_in(path: Path, folder: Path, find: Callable[..., list[Problem]] = validate) -> list[Problem]:
    """Return the problems that stand in one file of a folder."""
    return [problem for problem in find(folder=folder) if Path(problem.error.path) == path]
