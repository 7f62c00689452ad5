"""A new record or source: asked for, checked against all others, and written to a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from claimlint.data import DataError, read_yaml, write_atomic
from claimlint.evidence.model import Authorisation, Effect, Fact, Limit, Source

if TYPE_CHECKING:
    from claimlint.evidence.validate import Problem

SHELVES: Mapping[str, tuple[str, type]] = {
    "limit": ("limits", Limit),
    "effect": ("effects", Effect),
    "fact": ("facts", Fact),
    "authorisation": ("authorised", Authorisation),
    "source": ("sources", Source),
}
Ask = Callable[..., Any]


def from_file(path: Path) -> dict[str, Any]:
    """Return the one record of a YAML file; raise DataError."""
    yaml = read_yaml(path)
    if not isinstance(yaml.value, dict) or not isinstance(yaml.value.get("id"), str):
        raise yaml.error((), "must be one record: keys and values, with an `id`")
    return yaml.value


def from_questions(kind: str, ask: Ask) -> dict[str, Any]:
    """Return a record whose required fields are asked for; `ask` is called as `click.prompt` is.

    Everything else is easier written in the file than answered.
    """
    import click

    record = SHELVES[kind][1]
    hints = get_type_hints(record)
    value: dict[str, Any] = {}
    for field in fields(record):
        if field.default is not MISSING or field.default_factory is not MISSING:
            continue
        hint = hints[field.name]
        if field.name == "checked":
            value["checked"] = ask("checked (date)", default=date.today().isoformat())
        elif get_origin(hint) is Literal:
            value[field.name] = ask(field.name, type=click.Choice(get_args(hint)))
        elif hint is bool:
            value[field.name] = ask(field.name, type=bool)
        elif hint == list[str]:
            value[field.name] = [word.strip() for word in ask(f"{field.name} (separated by commas)").split(",")]
        elif get_origin(hint) is list:  # the rows of a limit
            value[field.name] = [{"amount": ask("amount for adults", type=float)}]
        elif get_origin(hint) is dict:
            value[field.name] = {"en": ask(f"{field.name} (English)")}
        else:
            value[field.name] = ask(field.name)
    return value


def add_record(
    folder: Path, kind: str, value: dict[str, Any], claims: Sequence[Path] = ()
) -> tuple[Path, list[Problem]]:
    """Write the record below the folder, and return its file with what is wrong; with an error nothing stays written."""
    import yaml

    from claimlint.evidence.validate import validate

    shelf = SHELVES[kind][0]
    name = str(value["id"])
    path = folder / shelf / f"{name}.yaml"
    if path.exists() or not name.replace("-", "").isalnum():
        raise DataError(str(path), "is there already" if path.exists() else f"{name!r} cannot be the name of a file")
    if kind == "source":
        content: dict[str, Any] = {"sources": {name: {key: each for key, each in value.items() if key != "id"}}}
    else:
        content = {"records": [value]}
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, text.encode())
    except OSError as error:
        raise DataError(str(path), f"cannot be written: {error.strerror}") from None
    places = claims if any(folder.resolve().is_relative_to(each.resolve()) for each in claims) else (*claims, folder)
    problems = [problem for problem in validate(places) if problem.error.path == str(path)]
    if any(problem.severity == "error" for problem in problems):
        path.unlink()
    return path, problems
