"""The command line: check, audit, extract, init, and the commands about rules and records."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from claimlint import __version__
from claimlint.cli_base import CLEAN, FINDINGS, TROUBLE, Commands, fail
from claimlint.cli_claims import claims
from claimlint.cli_rules import explain, rules
from claimlint.cli_session import (
    Printer,
    baselines,
    collect,
    deliver,
    exit_code,
    judging,
    reading,
    remember,
    session,
    sources,
    terminal_style,
)
from claimlint.config import LEVELS
from claimlint.data import DataError, DataErrors
from claimlint.diagnostics import FileError, Run
from claimlint.engine import STDIN
from claimlint.reports import FORMATS, render
from claimlint.reports.text_report import closing_text


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="claimlint")
def command() -> None:
    """Check what health articles claim, against the evidence and the law of the US, the EU and China.

    Reads Markdown, HTML, plain text, reStructuredText and DOCX, in English, Chinese and Swedish.
    """


def main(arguments: Sequence[str]) -> NoReturn:
    """Run the command line and leave the process: 0 clean, 1 findings, 2 a mistake in the call or the configuration."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = command.main(arguments, prog_name="claimlint", standalone_mode=False, obj=list(arguments))
        sys.stdout.flush()
    except click.exceptions.Exit as leave:
        code = leave.exit_code
    except click.ClickException as error:
        error.show()
        code = TROUBLE
    except (DataError, DataErrors) as error:
        fail(error)
        code = TROUBLE
    except BrokenPipeError:  # the reader of our output has gone: nothing is left to say, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CLEAN
    except OSError as error:  # what was printed could not be written
        fail(f"the output could not be written: {error.strerror or error}")
        code = TROUBLE
    except (KeyboardInterrupt, click.Abort):
        code = 130
    sys.exit(code or CLEAN)


# check ----------------------------------------------------------------------------------------------------------


@command.command()
@reading
@click.option(
    "--format", "report_format", type=click.Choice(list(FORMATS)), default="text", help="How findings are told."
)
@click.option("--output", type=click.Path(dir_okay=False), help="Write the report to this file.")
@click.option("--fail-on", type=click.Choice(LEVELS), help="The least severity that makes the exit code 1 (warning).")
@judging
@click.option("--fix", is_flag=True, help="Make the safe changes that findings propose, then tell what is left.")
@click.option("--diff", "show_diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--baseline", type=click.Path(dir_okay=False), help="Leave out the findings that this file knows.")
@click.option("--write-baseline", type=click.Path(dir_okay=False), help="Keep all findings in this file, as known.")
def check(
    paths: Sequence[str],
    report_format: str,
    output: str | None,
    fail_on: str | None,
    fix: bool,
    show_diff: bool,
    baseline: str | None,
    write_baseline: str | None,
    **choices: Any,
) -> int:
    """Lint articles: files, folders, patterns, or '-' for standard input.

    Exit code 0: nothing at or above --fail-on; 1: findings; 2: a mistake in the call, the configuration or a file.
    """
    if fix and STDIN in paths:
        raise click.UsageError("--fix writes files, and standard input is none: use --diff.")
    found = session(paths, **choices)
    printer = Printer()
    if fix or show_diff:
        from claimlint.fixes import fix_articles

        changed = fix_articles(found.articles, printer.write, in_place=not show_diff)
        if show_diff:
            for error in found.missing:
                printer.tell(f"{error.path}: {error.message}")
            return TROUBLE if found.missing else FINDINGS if changed else CLEAN
    stream = report_format == "text" and not (output or write_baseline)
    run = collect(found, printer, {} if write_baseline else baselines(found, baseline), stream=stream)
    if write_baseline:
        return keep_baseline(run, Path(write_baseline))
    if stream:
        printer.write(closing_text(run, terminal_style()))
    else:
        deliver(_rendered(run, report_format, found), run, output, printer)
    code = exit_code(run, found, fail_on)
    if not (output or fix or baseline or STDIN in paths):
        remember(found, printer, code)
    return code


def keep_baseline(run: Run, path: Path) -> int:
    """Write the findings of a run as a baseline."""
    from claimlint.baseline import write_baseline

    try:
        count = write_baseline(path, run.files)
    except OSError as error:
        raise DataError(str(path), f"cannot be written: {error.strerror}") from None
    click.echo(f"{path} now knows {count} findings.")
    return TROUBLE if run.errors else CLEAN


# audit ----------------------------------------------------------------------------------------------------------


@command.command()
@reading
@click.option(
    "--format",
    "report_format",
    type=click.Choice(["text", "html", "csv", "json"]),
    default="text",
    show_default=True,
    help="Tables, one page for a browser, a row for each finding, or all of it.",
)
@click.option("--output", type=click.Path(dir_okay=False), help="Write the report to this file.")
@click.option("--fail-on", type=click.Choice(LEVELS), default="never", show_default=True, help="As in check.")
@judging
@click.option("--baseline", type=click.Path(dir_okay=False), help="Leave out the findings that this file knows.")
def audit(
    paths: Sequence[str], report_format: str, output: str | None, fail_on: str, baseline: str | None, **choices: Any
) -> int:
    """Report on a whole collection: totals by rule, file and jurisdiction."""
    from claimlint.audit import as_json, tables, totals, totals_text
    from claimlint.engine import jurisdiction_of

    found = session(paths, **choices)
    printer = Printer()
    run = collect(found, printer, baselines(found, baseline), progress=sys.stderr.isatty())
    sums = totals(run, jurisdiction_of(found.configs))
    if report_format == "text":
        report = totals_text(sums) + closing_text(run)
    elif report_format == "json":
        import json

        whole = json.loads(render(run, "json")) | {"totals": as_json(sums)}
        report = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    elif report_format == "html":
        from claimlint.reports import html_report

        report = html_report.render(run, sources(found), tables(sums))
    else:
        report = render(run, report_format)
    deliver(report, run, output, printer)
    return exit_code(run, found, fail_on)


def _rendered(run: Run, report_format: str, found: Any) -> str:
    if report_format != "html":
        return render(run, report_format)
    from claimlint.reports import html_report

    return html_report.render(run, sources(found))


# extract --------------------------------------------------------------------------------------------------------


@command.command()
@reading
@click.option(
    "--format", "row_format", type=click.Choice(["table", "jsonl"]), help="[default: table on a terminal, else jsonl]"
)
@click.option("--explain", is_flag=True, help="Say of each claim how it was put together.")
@click.option("--quantities", is_flag=True, help="List every quantity instead, claim or not.")
@click.option("--mentions", is_flag=True, help="List every name of a concept instead, claim or not.")
def extract(
    paths: Sequence[str], row_format: str | None, explain: bool, quantities: bool, mentions: bool, **choices: Any
) -> int:
    """List what articles claim, without judging it."""
    import json

    from claimlint import extraction
    from claimlint.engine import read_safely

    found = session(paths, **choices)
    printer = Printer()
    kinds = [extraction.quantity_rows] * quantities + [extraction.mention_rows] * mentions
    kinds = kinds or [extraction.explained_rows if explain else extraction.claim_rows]
    as_table = (row_format or ("table" if sys.stdout.isatty() else "jsonl")) == "table"
    rows: list[dict[str, Any]] = []
    errors = list(found.missing)
    for article in found.articles:
        outcome = read_safely(article)
        if isinstance(outcome, FileError):
            errors.append(outcome)
            continue
        for row in (row for kind in kinds for row in kind(*outcome)):
            if as_table:
                rows.append(row)
            else:
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    if as_table:
        from claimlint.tables import row_table

        sys.stdout.write(row_table(rows))
    for error in errors:
        printer.tell(f"{error.path}: {error.message}")
    return TROUBLE if errors else CLEAN


# init -----------------------------------------------------------------------------------------------------------


@command.command()
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False))
def init(folder: str) -> None:
    """Write a configuration and a pre-commit entry; what is there already stays as it is."""
    from claimlint.starter import write_starter

    for told in write_starter(Path(folder)):
        click.echo(told)


for each in (explain, rules, claims):
    command.add_command(each)
