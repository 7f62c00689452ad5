"""What the commands over articles share: their options, the articles they name, the results, the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimlint.cli_base import CLEAN, FINDINGS, TROUBLE, suggestion
from claimlint.config import CONTENTS, FILES, JURISDICTIONS, Config, load_config
from claimlint.data import DataError
from claimlint.diagnostics import SEVERITIES, Diagnostic, FileError, FileResult, Run, Severity, Span
from claimlint.engine import STDIN, Article, Options, check_articles, find_articles, given_article, known_rules
from claimlint.replay import Recorder, folders
from claimlint.reports.text_report import PLAIN, Style, closing_text, file_text

if TYPE_CHECKING:
    from claimlint.baseline import Baseline

F = TypeVar("F", bound=Callable[..., Any])
Known = Mapping[str, "tuple[Path, Baseline]"]
WIDEST = 110  # columns; longer lines are hard to read

# Options --------------------------------------------------------------------------------------------------------


def words(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Split values at commas, so that an option may be given often or with a list."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def laws(context: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Split at commas, and refuse a jurisdiction that we do not know."""
    found = words(context, parameter, values)
    for name in found:
        if name not in JURISDICTIONS:
            known = ", ".join(JURISDICTIONS)
            raise click.BadParameter(f"{name!r} is not one of {known}. {suggestion(name, JURISDICTIONS)}".rstrip())
    return found


def _with(options: Sequence[Callable[[F], F]]) -> Callable[[F], F]:
    def add(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return add


reading = _with(
    (
        click.argument("paths", nargs=-1, metavar="[PATHS]..."),
        click.option("--stdin-filename", metavar="NAME", help="The name, and so the format, of what comes by '-'."),
        click.option("--language", metavar="CODE", help="Read every article as being in this language (en, zh, sv)."),
        click.option("--config", "config_file", type=click.Path(), help="Use this configuration for all articles."),
        click.option("--no-cache", is_flag=True, help="Neither use nor keep results of earlier runs."),
    )
)
judging = _with(
    (
        click.option("--select", multiple=True, callback=words, metavar="RULES", help="Only these rules or rulesets."),
        click.option("--ignore", multiple=True, callback=words, metavar="RULES", help="Leave these rules out."),
        click.option(
            "--jurisdiction",
            multiple=True,
            callback=laws,
            metavar="us,eu,cn",
            help="The laws to hold articles against.  [default: us, and by language sv: eu, zh: cn]",
        ),
        click.option("--content", type=click.Choice(CONTENTS), help="What the articles are taken for."),
    )
)


# Articles -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Session:
    """The articles that a command names, the paths that lead to none, and how to examine them."""

    arguments: tuple[str, ...]
    options: Options
    articles: list[Article]
    missing: list[FileError]

    @property
    def configs(self) -> list[Config]:
        """The configurations that speak for the articles, each once."""
        return list({id(article.config): article.config for article in self.articles}.values())


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
    config = load_config(Path(config_file)) if config_file else None
    if config_file and config is None:
        raise DataError(config_file, "says nothing of claimlint", hint="a [tool.claimlint] table is missing")
    if language:
        from claimlint.lexicon import languages

        if language not in languages():
            raise click.UsageError(f"--language: {language!r} is not one of {', '.join(sorted(languages()))}.")
    given = {
        "select": tuple(select),
        "ignore": tuple(ignore),
        "jurisdictions": tuple(jurisdiction),
        "language": language,
        "content": content,
    }
    options = Options(config, {name: value for name, value in given.items() if value}, not no_cache, trace={})
    arguments = tuple(paths) or (".",)
    articles, missing = find_articles([path for path in arguments if path != STDIN], options)
    if STDIN in arguments:
        articles.append(given_article(stdin_filename or STDIN, sys.stdin.buffer.read(), options))
    found = Session(arguments, options, articles, missing)
    _check_rule_names(found, {*select, *ignore})
    return found


def _check_rule_names(found: Session, spoken: set[str]) -> None:
    """Raise where the command line (`spoken`) or a configuration names a rule that does not exist."""
    for article in {(a.config.file, a.settings): a for a in found.articles}.values():
        settings, config = article.settings, article.config
        named = (*settings.select, *settings.ignore, *(name for name, _ in settings.severity))
        if not named:
            continue
        rules = known_rules(config)
        known = {"all", *rules, *(rule.partition("/")[0] for rule in rules)}
        for name in named:
            if name.removesuffix("/*") not in known:
                place = "" if name in spoken or not config.file else f"{config.file}: "
                hint = suggestion(name, known) or "`claimlint rules list` shows them all."
                raise click.UsageError(f"{place}no rule or ruleset is called {name!r}. {hint}")


# Results --------------------------------------------------------------------------------------------------------


class Printer:
    """Writes to stdout and stderr, and remembers what it wrote for `replay`."""

    def __init__(self) -> None:
        self.out = Recorder()
        self.err: list[str] = []

    def write(self, text: str) -> None:
        """Write to stdout."""
        self.out.add(text)
        sys.stdout.write(text)

    def tell(self, message: str) -> None:
        """Write a line to stderr."""
        line = f"claimlint: {message}\n"
        self.err.append(line)
        sys.stdout.flush()
        sys.stderr.write(line)


def collect(found: Session, printer: Printer, known: Known, *, stream: bool = False, progress: bool = False) -> Run:
    """Check the articles; with `stream` print findings as they come and keep only their number, with `progress` show a bar.

    `known` are the baselines whose findings are left out, by the article's path.
    """
    from claimlint.baseline import without_known

    style = terminal_style()
    files: list[FileResult] = []
    errors: list[FileError] = list(found.missing)
    for error in errors:
        printer.tell(f"{error.path}: {error.message}")
    for result in _shown(check_articles(found.articles, found.options), len(found.articles), progress):
        if isinstance(result, FileError):
            errors.append(result)
            printer.tell(f"{result.path}: {result.message}")
            continue
        file = without_known(*known[result.path], result) if result.path in known else result
        if not file.sentences and not file.diagnostics:
            printer.tell(f"{file.path}: nothing to read was found in it")
        if stream:
            printer.write(file_text(file, style))
            file = replace(file, diagnostics=tuple(_bare(each.rule, each.severity) for each in file.diagnostics))
        files.append(file)
    return Run(tuple(files), tuple(errors))


@cache
def _bare(rule: str, severity: Severity) -> Diagnostic:
    """Return what still counts of a finding once it is printed: a run over many articles need not hold the words."""
    return Diagnostic(rule, severity, "", Span(0, 0, 1, 1, 1, 1), "")


def baselines(found: Session, baseline: str | None) -> Known:
    """Return the baseline that speaks for each article: the one named, else its configuration's; raise DataError."""
    from claimlint.baseline import read_baseline

    named = {
        article.path: path
        for article in found.articles
        if (path := Path(baseline) if baseline else article.config.baseline)
    }
    read = {path: read_baseline(path) for path in set(named.values())}
    return {article: (path, read[path]) for article, path in named.items()}


def _shown(results: Iterator[FileResult | FileError], count: int, progress: bool) -> Iterator[FileResult | FileError]:
    if not progress:
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(results, "Examining", count, console=Console(stderr=True), transient=True)


def terminal_style() -> Style:
    """Return colours and a width where stdout is a terminal that wants them."""
    import shutil

    terminal = sys.stdout.isatty()
    colour = (terminal or bool(os.environ.get("FORCE_COLOR"))) and not os.environ.get("NO_COLOR")
    if not (terminal or colour):
        return PLAIN
    return Style(colour, min(shutil.get_terminal_size().columns, WIDEST) if terminal else 0)


def deliver(report: str, run: Run, output: str | None, printer: Printer) -> None:
    """Print the report, or write it to a file and print the closing line; raise DataError."""
    if output is None:
        printer.write(report)
        return
    from claimlint.data import write_atomic

    try:
        write_atomic(Path(output), report.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise DataError(output, f"cannot be written: {error.strerror}") from None
    printer.write(closing_text(run, terminal_style()))


def sources(found: Session, limit: int = 8_000_000) -> dict[str, str]:
    """Return the decoded text of the articles, up to `limit` characters in all."""
    from claimlint.documents import DocumentError, read_document

    texts: dict[str, str] = {}
    for article in found.articles:
        try:
            source = read_document(article.path, article.read()).source
        except (OSError, DocumentError):
            continue
        limit -= len(source)
        if limit < 0:
            break
        texts[article.path] = source
    return texts


def exit_code(run: Run, found: Session, fail_on: str | None) -> int:
    """Return 2 where a path led nowhere or a file could not be examined, 1 where a finding is severe enough, else 0."""
    if run.errors:
        return TROUBLE
    levels = {article.path: fail_on or article.config.fail_on for article in found.articles}
    severe = (
        SEVERITIES.index(each.severity) >= SEVERITIES.index(level)
        for file in run.files
        if (level := levels[file.path]) in SEVERITIES
        for each in file.diagnostics
    )
    return FINDINGS if any(severe) else CLEAN


# Keeping --------------------------------------------------------------------------------------------------------


def remember(found: Session, printer: Printer, code: int) -> None:
    """Keep what was printed, so that the same command over unchanged files need not do it again."""
    from claimlint.replay import keep

    if found.missing or not found.options.cache or any(mark in path for path in found.arguments for mark in "*?["):
        return
    try:
        seen = set(_files(found))
    except OverflowError:
        return
    keep(
        click.get_current_context().obj,
        seen,
        found.options.trace or {},
        [str(path) for config in found.configs for path in (*config.claims, *config.rulesets)],
        out=printer.out,
        err="".join(printer.err),
        code=code,
    )


def _files(found: Session) -> Iterator[str]:
    """Yield every file and folder, present or not, that could have changed what the run found."""
    above = {folder for article in found.articles for folder in Path(article.path).absolute().parents}
    for folder in above:
        yield from (str(folder / name) for name in (*FILES, ".gitignore", ".git/info/exclude"))
    for config in found.configs:
        yield from (str(path) for path in (config.file, config.baseline) if path)
    for argument in found.arguments:
        for name in folders(argument) if Path(argument).is_dir() else ():
            yield name
            yield str(Path(name, ".gitignore"))
