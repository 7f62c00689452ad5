"""The command line: check, audit, extract, init, and the commands about rules and records."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from claimlint import __version__
from claimlint.cli_base import CLEAN, FINDINGS, TROUBLE, Commands, fail, suggestion
from claimlint.cli_knowledge import explain, rules
from claimlint.config import CONTENTS, FILES, JURISDICTIONS, LEVELS, Config, load_config
from claimlint.data import DataError, DataErrors
from claimlint.diagnostics import SEVERITIES, FileError, FileResult, Run
from claimlint.engine import STDIN, Article, Options, check_articles, find_articles, given_article, known_rules
from claimlint.reports import FORMATS

F = TypeVar("F", bound=Callable[..., Any])


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
    except click.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = TROUBLE
    except (DataError, DataErrors) as error:
        fail(error)
        code = TROUBLE
    except BrokenPipeError:  # the reader of our output has gone: nothing is left to say, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CLEAN
    except KeyboardInterrupt:
        code = 130
    sys.exit(code or CLEAN)


# What the commands over articles share ------------------------------------------------------------------------


def words(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Split values at commas, so that an option may be given often or with a list."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def jurisdictions(context: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Split at commas, and refuse a jurisdiction that we do not know."""
    found = words(context, parameter, values)
    for name in found:
        if name not in JURISDICTIONS:
            hint = suggestion(name, JURISDICTIONS)
            raise click.BadParameter(f"{name!r} is not one of {', '.join(JURISDICTIONS)}. {hint}")
    return found


def reading(function: F) -> F:
    """Add the options that say what is read and how."""
    for option in (
        click.option("--no-cache", is_flag=True, help="Neither use nor keep results of earlier runs."),
        click.option(
            "--config", "config_file", type=click.Path(), help="Use this configuration file for all articles."
        ),
        click.option("--language", metavar="CODE", help="Read every article as being in this language (en, zh, sv)."),
        click.option("--stdin-filename", metavar="NAME", help="The name, and so the format, of what comes by '-'."),
        click.argument("paths", nargs=-1, metavar="[PATHS]..."),
    ):
        function = option(function)
    return function


def judging(function: F) -> F:
    """Add the options that say which rules speak."""
    for option in (
        click.option("--content", type=click.Choice(CONTENTS), help="What the articles are taken for."),
        click.option(
            "--jurisdiction",
            multiple=True,
            callback=jurisdictions,
            metavar="us,eu,cn",
            help="The laws to hold the articles against.  [default: us, and by language sv: eu, zh: cn]",
        ),
        click.option("--ignore", multiple=True, callback=words, metavar="RULES", help="Leave these rules out."),
        click.option(
            "--select", multiple=True, callback=words, metavar="RULES", help="Run these rules or rulesets only."
        ),
    ):
        function = option(function)
    return function


@dataclass(slots=True)
class Session:
    """One run of a command over articles: its options, its articles, and what could not be found."""

    options: Options
    articles: list[Article] = field(default_factory=list)
    missing: list[FileError] = field(default_factory=list)
    arguments: tuple[str, ...] = ()

    @property
    def configs(self) -> list[Config]:
        """The configurations that speak for the articles, each once."""
        return list({id(article.config): article.config for article in self.articles}.values())

    def files(self) -> Iterator[str]:
        """Yield every file and folder, present or not, that could have changed what the run found."""
        from claimlint.replay import folders

        around: set[Path] = set()
        for article in self.articles:
            around.update(Path(article.path).absolute().parents)
        for folder in around:
            yield from (str(folder / name) for name in (*FILES, ".gitignore", ".git/info/exclude"))
        for config in self.configs:
            yield from (str(path) for path in (config.file, config.baseline) if path)
        for folder_argument in {path for path in self.arguments if Path(path).is_dir()}:
            for folder_name in folders(folder_argument):
                yield folder_name
                yield str(Path(folder_name, ".gitignore"))


def session(
    paths: Sequence[str],
    *,
    stdin_filename: str | None,
    language: str | None,
    config_file: str | None,
    no_cache: bool,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    jurisdiction: Sequence[str] = (),
    content: str | None = None,
) -> Session:
    """Find the articles that the command line names; raise DataError, click.UsageError."""
    config = None
    if config_file:
        config = load_config(Path(config_file))
        if config is None:
            raise DataError(config_file, "says nothing of claimlint", hint="a [tool.claimlint] table is missing")
    given = {
        "select": tuple(select),
        "ignore": tuple(ignore),
        "jurisdictions": tuple(jurisdiction),
        "language": language,
        "content": content,
    }
    if language:
        from claimlint.lexicon import languages

        if language not in languages():
            raise click.UsageError(f"--language: {language!r} is not one of {', '.join(sorted(languages()))}.")
    options = Options(config, {name: value for name, value in given.items() if value}, not no_cache, trace={})
    paths = tuple(paths) or (".",)
    articles, missing = find_articles([path for path in paths if path != STDIN], options)
    if STDIN in paths:
        articles.append(given_article(stdin_filename or STDIN, sys.stdin.buffer.read(), options))
    found = Session(options, articles, missing, tuple(paths))
    check_rule_names(found)
    return found


def check_rule_names(found: Session) -> None:
    """Raise where an option or a configuration names a rule that does not exist."""
    for article in {(a.config.file, a.settings): a for a in found.articles}.values():
        named = (*article.settings.select, *article.settings.ignore, *(name for name, _ in article.settings.severity))
        if not named:
            continue
        known = known_rules(article.config)
        names = {"all", *known, *(name.partition("/")[0] for name in known)}
        for name in named:
            if name.removesuffix("/*") not in names:
                hint = suggestion(name, names) or "claimlint rules list shows them all."
                place = f"{article.config.file}: " if article.config.file and not found.options.forced else ""
                raise click.UsageError(f"{place}no rule or ruleset is called {name!r}. {hint}")


# check ----------------------------------------------------------------------------------------------------------


class Printer:
    """Writes to stdout and stderr, and remembers what it wrote for `replay`."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.err: list[str] = []

    def write(self, text: str) -> None:
        """Write to stdout."""
        self.out.append(text)
        sys.stdout.write(text)

    def tell(self, message: str) -> None:
        """Write a line to stderr."""
        line = f"claimlint: {message}\n"
        self.err.append(line)
        sys.stdout.flush()
        sys.stderr.write(line)


@command.command()
@click.option(
    "--write-baseline", type=click.Path(dir_okay=False), help="Take all findings as known, and keep them in this file."
)
@click.option("--baseline", type=click.Path(dir_okay=False), help="Leave out the findings that this file knows.")
@click.option("--diff", "show_diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--fix", is_flag=True, help="Make the safe changes that findings propose, then tell what is left.")
@click.option("--output", type=click.Path(dir_okay=False), help="Write the report to this file.")
@click.option(
    "--format",
    "report_format",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="How findings are told.  [default: text]",
)
@click.option(
    "--fail-on", type=click.Choice(LEVELS), help="The least severity that makes the exit code 1.  [default: error]"
)
@judging
@reading
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
    run_session = session(paths, **choices)
    printer = Printer()
    if fix or show_diff:
        from claimlint.fixes import fix_articles

        changed = fix_articles(run_session.articles, printer.write, in_place=not show_diff)
        if show_diff:
            return trouble(run_session.missing, printer) or (FINDINGS if changed else CLEAN)
    files, errors = collect(
        run_session, printer, baseline, stream=report_format == "text" and not (output or write_baseline)
    )
    run = Run(tuple(files), tuple(errors))
    if write_baseline:
        from claimlint.baseline import write_baseline as write

        count = write(Path(write_baseline), run.files)
        click.echo(f"{count} findings are now known to {write_baseline}.")
        return trouble(run_session.missing, printer) or (TROUBLE if run.errors else CLEAN)
    close(run, report_format, output, printer)
    code = trouble(run_session.missing, printer) or exit_code(run, run_session, fail_on)
    if not (output or fix or choices["no_cache"] or run_session.missing or STDIN in paths or baseline):
        remember(run_session, printer, code)
    return code


def collect(
    found: Session, printer: Printer, baseline: str | None, *, stream: bool
) -> tuple[list[FileResult], list[FileError]]:
    """Check the articles; with `stream` print each file's findings as they come."""
    from claimlint.baseline import read_baseline, without_known
    from claimlint.reports.text_report import file_text

    style = terminal_style()
    known = {path: read_baseline(path) for path in baselines(found, baseline)}
    configs = {article.path: article.config for article in found.articles}
    files: list[FileResult] = []
    errors: list[FileError] = []
    for result in check_articles(found.articles, found.options):
        if isinstance(result, FileError):
            errors.append(result)
            printer.tell(f"{result.path}: {result.message}")
            continue
        path = Path(baseline) if baseline else configs[result.path].baseline
        file = without_known(path, known[path], result) if path else result
        if not file.sentences and not file.diagnostics:
            printer.tell(f"{file.path}: nothing to read was found in it")
        files.append(file)
        if stream:
            printer.write(file_text(file, style))
    return files, errors


def baselines(found: Session, baseline: str | None) -> set[Path]:
    """Return the baselines that the run needs."""
    return {Path(baseline)} if baseline else {config.baseline for config in found.configs if config.baseline}


def terminal_style() -> Any:
    """Return colours and a width where stdout is a terminal that wants them."""
    from claimlint.reports.text_report import PLAIN, Style

    if os.environ.get("NO_COLOR") or not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        return PLAIN if not sys.stdout.isatty() else Style(width=terminal_width())
    return Style(colour=True, width=terminal_width() if sys.stdout.isatty() else 0)


def terminal_width() -> int:
    """Return how many columns the terminal has, at most what is pleasant to read."""
    import shutil

    return min(shutil.get_terminal_size().columns, 110)


def close(run: Run, report_format: str, output: str | None, printer: Printer) -> None:
    """Print or write what is left of the report."""
    from claimlint.reports import render
    from claimlint.reports.text_report import closing_text

    if output:
        from claimlint.data import write_atomic

        try:
            write_atomic(Path(output), render(run, report_format).encode("utf-8", "surrogatepass"))
        except OSError as error:
            raise DataError(output, f"cannot be written: {error.strerror}") from None
        printer.write(closing_text(run, terminal_style()))
    elif report_format == "text":
        printer.write(closing_text(run, terminal_style()))
    else:
        printer.write(render(run, report_format))


def trouble(missing: Sequence[FileError], printer: Printer) -> int:
    """Tell which paths led nowhere; return the exit code that asks for."""
    for error in missing:
        printer.tell(f"{error.path}: {error.message}")
    return TROUBLE if missing else CLEAN


def exit_code(run: Run, found: Session, fail_on: str | None) -> int:
    """Return 2 where a file could not be examined, 1 where a finding is severe enough, else 0."""
    if run.errors:
        return TROUBLE
    levels = {article.path: fail_on or article.config.fail_on for article in found.articles}
    for file in run.files:
        level = levels[file.path]
        if level != "never" and any(
            SEVERITIES.index(each.severity) >= SEVERITIES.index(level) for each in file.diagnostics
        ):
            return FINDINGS
    return CLEAN


def remember(found: Session, printer: Printer, code: int) -> None:
    """Keep what was printed, so that the same command over unchanged files need not do it again."""
    from claimlint.replay import keep

    if any(mark in path for path in found.arguments for mark in "*?["):
        return
    extra = [str(path) for config in found.configs for path in (*config.claims, *config.rulesets)]
    try:
        seen = set(found.files())
    except OverflowError:
        return
    keep(
        click.get_current_context().obj,
        seen,
        found.options.trace or {},
        extra,
        out="".join(printer.out),
        err="".join(printer.err),
        code=code,
    )


# extract --------------------------------------------------------------------------------------------------------


@command.command()
@click.option("--explain", is_flag=True, help="Say of each claim how it was put together.")
@click.option("--quantities", is_flag=True, help="List every quantity instead, claim or not.")
@click.option("--mentions", is_flag=True, help="List every name of a concept instead, claim or not.")
@click.option(
    "--format", "row_format", type=click.Choice(["table", "jsonl"]), help="[default: table on a terminal, else jsonl]"
)
@reading
def extract(
    paths: Sequence[str],
    row_format: str | None,
    explain: bool,
    quantities: bool,
    mentions: bool,
    **choices: Any,
) -> int:
    """List what articles claim, without judging it."""
    import json

    from claimlint import extraction
    from claimlint.engine import read_safely

    found = session(paths, **choices)
    printer = Printer()
    kinds = [extraction.explained_rows if explain else extraction.claim_rows] if not (quantities or mentions) else []
    kinds += [extraction.quantity_rows] * quantities + [extraction.mention_rows] * mentions
    as_table = (row_format or ("table" if sys.stdout.isatty() else "jsonl")) == "table"
    rows: list[dict[str, Any]] = []
    code = CLEAN
    for article in found.articles:
        outcome = read_safely(article)
        if isinstance(outcome, FileError):
            printer.tell(f"{outcome.path}: {outcome.message}")
            code = TROUBLE
            continue
        for kind in kinds:
            for row in kind(*outcome):
                if as_table:
                    rows.append(row)
                else:
                    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    if as_table:
        from claimlint.tables import row_table

        row_table(rows)
    return trouble(found.missing, printer) or code


# init -----------------------------------------------------------------------------------------------------------


@command.command()
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False))
def init(folder: str) -> int:
    """Write a configuration and a pre-commit entry; what is there already stays as it is."""
    from claimlint.starter import write_starter

    for told in write_starter(Path(folder)):
        click.echo(told)
    return CLEAN


for each in (explain, rules):
    command.add_command(each)
