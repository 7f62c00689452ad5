"""The commands about the claim database: list, show, search, validate, stats, add."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimlint.cli_base import CLEAN, FINDINGS, Commands, config_option, configuration, suggestion

if TYPE_CHECKING:
    from claimlint.evidence import Database, Record

F = TypeVar("F", bound=Callable[..., Any])

KINDS = ("limit", "effect", "fact", "authorisation")


def database(config_file: str | None) -> Database:
    """Return the claim database as the configuration extends it."""
    from claimlint.engine import load_knowledge

    config = configuration(config_file)
    return load_knowledge(config.claims, config.rulesets).database


def filtering(function: F) -> F:
    """Add the options that narrow a list of records."""
    options = (
        click.option("--kind", type=click.Choice(KINDS)),
        click.option("--substance", default="", metavar="CONCEPT"),
        click.option("--outcome", default="", metavar="CONCEPT"),
        click.option("--authority", default="", metavar="NAME", help="Authority, regulator or jurisdiction."),
        click.option("--evidence", default="", metavar="DESIGN", help="meta-analysis, rct, observational, ..."),
        click.option("--status", default="", metavar="STATUS", help="authorised, refused, on-hold, withdrawn."),
        click.option("--source", default="", metavar="ID"),
        click.option(
            "--format", "list_format", type=click.Choice(["table", "json"]), default="table", show_default=True
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


@click.group(cls=Commands)
def claims() -> None:
    """Look into the claim database, check it, and add to it."""


@claims.command("list")
@filtering
@config_option
def list_records(list_format: str, config_file: str | None, **wanted: Any) -> None:
    """List the records, narrowed by their fields."""
    from claimlint.evidence.search import Filter, select

    base = database(config_file)
    _print_records(select(base, Filter(**_known(base, wanted))), list_format)


@claims.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True)
@filtering
@config_option
def search(query: tuple[str, ...], limit: int, list_format: str, config_file: str | None, **wanted: Any) -> None:
    """Find the records that are most like some words, in any language."""
    from claimlint.evidence.search import Filter
    from claimlint.evidence.search import search as find

    base = database(config_file)
    hits = find(base, " ".join(query), Filter(**_known(base, wanted)), limit=limit)
    if not hits and list_format == "table":
        click.echo("No record is like that.", err=True)
    _print_records((hit.record for hit in hits), list_format)


def _known(base: Database, wanted: dict[str, Any]) -> dict[str, Any]:
    """Refuse concepts that do not exist, since a search for one finds nothing and says nothing."""
    if base.concepts:
        for name in ("substance", "outcome"):
            if wanted[name] and wanted[name] not in base.concepts.by_id:
                hint = suggestion(wanted[name], base.concepts.by_id)
                raise click.UsageError(f"--{name}: no concept is called {wanted[name]!r}. {hint}".rstrip())
    return wanted


def _print_records(records: Iterable[Record], list_format: str) -> None:
    from claimlint.evidence.database import statement
    from claimlint.evidence.search import KINDS as NAMES

    rows = [(record.id, NAMES[type(record)], statement(record), ", ".join(record.sources)) for record in records]
    if list_format == "json":
        keys = ("id", "kind", "statement", "sources")
        click.echo(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=1))
        return
    from claimlint.tables import table_text

    click.echo(table_text(("id", "kind", "says", "sources"), rows), nl=False)
    click.echo(f"{len(rows):,} {'record' if len(rows) == 1 else 'records'}")


@claims.command()
@click.argument("record")
@click.option("--language", default="en", show_default=True, metavar="CODE")
@config_option
def show(record: str, language: str, config_file: str | None) -> None:
    """Show one record, with its sources and its place in the files."""
    from claimlint.evidence.search import show as find

    try:
        found = find(database(config_file), record, language)
    except KeyError as error:
        raise click.UsageError(f"{error.args[0]}") from None
    click.echo(f"{found.record.id} ({found.kind}) {found.place}")
    click.echo(found.statement)
    for field in fields(found.record):
        value = getattr(found.record, field.name)
        if field.name not in ("id", "sources") and value not in ("", None, [], {}, ()):
            click.echo(f"  {field.name}: {_shown(value)}")
    for source in found.sources:
        click.echo(
            f"source {source.id}: {source.authors} {source.title}. {source.journal} {source.year or ''}".rstrip()
        )
        places = (source.doi and f"https://doi.org/{source.doi}", source.pmid and f"PMID {source.pmid}", source.url)
        read = f"read ({source.read or 'not said what'}) on {source.checked}"
        click.echo("  " + ", ".join([*filter(None, places), read]))


def _shown(value: object) -> str:
    import msgspec

    return value if isinstance(value, str) else json.dumps(msgspec.to_builtins(value), ensure_ascii=False)


@claims.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--strict", is_flag=True, help="Fail on warnings, too.")
@config_option
def validate(paths: tuple[str, ...], strict: bool, config_file: str | None) -> int:
    """Check every record: its form, sources, units, contradictions, age, twins. PATHS are claims of your own."""
    from claimlint.evidence.validate import validate as check

    config = configuration(config_file)
    problems = check((*config.claims, *map(Path, paths)))
    for problem in problems:
        click.echo(str(problem))
    errors = sum(problem.severity == "error" for problem in problems)
    base = database(config_file) if not errors else None
    examined = f"{len(base.records):,} records and {len(base.sources):,} sources: " if base else ""
    click.echo(f"{examined}{errors} errors, {len(problems) - errors} warnings and notes")
    return FINDINGS if errors or (strict and problems) else CLEAN


@claims.command()
@click.option("--format", "list_format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@config_option
def stats(list_format: str, config_file: str | None) -> None:
    """Tell what the database covers: by substance, authority, regulator and grade of evidence."""
    from claimlint.evidence.search import stats as count

    totals = count(database(config_file))
    if list_format == "json":
        import msgspec

        click.echo(json.dumps(msgspec.to_builtins(totals), ensure_ascii=False, indent=1))
        return
    from claimlint.tables import table_text

    click.echo(
        f"{totals.records:,} records, {totals.sources:,} sources, the oldest check {totals.oldest_check or '-'}\n"
    )
    for title, flat in (("kind", totals.kinds), ("authority", totals.authorities), ("source read as", totals.read)):
        if flat:
            click.echo(table_text((title, "count"), list(flat.items())), nl=False)
    nested = (("regulator", totals.rulings), ("design", totals.grades), ("substance", totals.substances))
    for title, counts in nested:
        columns = sorted({column for row in counts.values() for column in row})
        rows = [(name, *(row.get(column, 0) for column in columns)) for name, row in counts.items()]
        if rows:
            click.echo(table_text((title, *columns), rows), nl=False)


@claims.command()
@click.option("--to", "folder", type=click.Path(file_okay=False), help="The folder of claims to add to.")
@click.option(
    "--from", "source_file", type=click.Path(exists=True, dir_okay=False), help="Take the record from a YAML file."
)
@click.option("--kind", type=click.Choice([*KINDS, "source"]), help="Of what kind the record is.")
@config_option
def add(folder: str | None, source_file: str | None, kind: str | None, config_file: str | None) -> int:
    """Add a record or a source: asked for field by field, or from a file. Only what validates is kept."""
    from claimlint.new_record import add_record, from_file, from_questions

    config = configuration(config_file)
    target = Path(folder) if folder else next((path for path in config.claims if path.is_dir()), None)
    if target is None:
        raise click.UsageError("Say where to: --to FOLDER, or `claims` in the configuration.")
    kind = kind or click.prompt("Kind", type=click.Choice([*KINDS, "source"]))
    value = from_file(Path(source_file)) if source_file else from_questions(kind, click.prompt)
    path, problems = add_record(target, kind, value, config.claims)
    for problem in problems:
        click.echo(str(problem), err=True)
    if any(problem.severity == "error" for problem in problems):
        click.echo("Nothing was written.", err=True)
        return FINDINGS
    click.echo(f"{path} written.")
    return CLEAN
