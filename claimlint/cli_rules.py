"""The commands about the rules: explain, rules list, rules test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimlint.cli_base import CLEAN, FINDINGS, Commands, config_option, configuration, fail, suggestion
from claimlint.config import JURISDICTIONS, Config

if TYPE_CHECKING:
    from claimlint.rules.model import Rule, RuleBook


def rule_book(config: Config, extra: Sequence[str] = ()) -> RuleBook:
    """Return all rules: ours, those of the configuration, and those at `extra` paths."""
    from claimlint.rules import load_rules

    return load_rules((*config.rulesets, *map(Path, extra)))


# explain and rules ----------------------------------------------------------------------------------------------


@click.command()
@click.argument("rule")
@config_option
def explain(rule: str, config_file: str | None) -> None:
    """Tell what a rule is for: the law behind it, and examples of what it reports and what it lets pass."""
    from claimlint.engine import OWN_RULES

    if rule in OWN_RULES:
        click.echo(f"{rule}\n\n{OWN_RULES[rule]}")
        return
    book = rule_book(configuration(config_file))
    found = book.rule(rule)
    if found is None:
        same = [each.id for each in book.rules if rule in (each.ruleset, each.id.partition("/")[2])]
        hint = f"Did you mean {' or '.join(same)}?" if same else suggestion(rule, [each.id for each in book.rules])
        raise click.UsageError(f"No rule is called {rule!r}. {hint or '`claimlint rules list` shows them all.'}")
    click.echo("\n".join(_explained(found)))


def _explained(rule: Rule) -> Iterator[str]:
    law = {"any": "everywhere"}.get(rule.jurisdiction, rule.jurisdiction.upper())
    yield f"{rule.id} ({rule.severity}, {law})"
    for title, text in (("", rule.why), ("Message", rule.message), ("Instead", rule.suggestion)):
        if text:
            yield ""
            yield f"{title}: {' '.join(text.split())}" if title else " ".join(text.split())
    if rule.authority[0]:
        yield ""
        yield f"Rests on: {' '.join(filter(None, rule.authority))}"
    for title, examples in (("Reports", rule.examples.bad), ("Lets pass", rule.examples.good)):
        if examples:
            yield ""
            yield f"{title}:"
            for language, texts in examples.items():
                yield from (f"  {language}  {' '.join(text.split())}" for text in texts)
    yield ""
    yield f"To silence it on the next line: <!-- claimlint-disable-next-line {rule.id}: reason -->"


@click.group(cls=Commands)
def rules() -> None:
    """List the rules, and run their examples."""


@rules.command("list")
@click.option("--jurisdiction", type=click.Choice([*JURISDICTIONS, "any"]), help="Only the rules of one jurisdiction.")
@click.option("--format", "list_format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@config_option
def list_rules(jurisdiction: str | None, list_format: str, config_file: str | None) -> None:
    """List the rules, with the law behind each."""
    chosen = [
        rule
        for rule in rule_book(configuration(config_file)).rules
        if jurisdiction is None or rule.jurisdiction == jurisdiction
    ]
    if list_format == "json":
        import json

        rows = [
            {
                "rule": rule.id,
                "severity": rule.severity,
                "jurisdiction": rule.jurisdiction,
                "message": rule.message,
                "authority": {"cite": rule.authority[0], "url": rule.authority[1]},
            }
            for rule in chosen
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    from claimlint.tables import table_text

    cells = [(rule.id, rule.severity, rule.jurisdiction, rule.authority[0] or "-") for rule in chosen]
    click.echo(table_text(("rule", "severity", "jurisdiction", "rests on"), cells), nl=False)


@rules.command("test")
@click.argument("names", nargs=-1, metavar="[PATHS or RULES]...")
@click.option("--verbose", is_flag=True, help="Name the examples that behave, too.")
@config_option
def run_examples(names: Sequence[str], verbose: bool, config_file: str | None) -> int:
    """Run the rules' own examples: each rule must report its bad ones and let its good ones pass.

    Give a path to test a ruleset of your own, or ids to test some rules.
    """
    from claimlint.data import read_yaml, yaml_files
    from claimlint.rules.examples import test_rules

    paths = [name for name in names if Path(name).exists()]
    config = configuration(config_file)
    book = rule_book(config, [path for path in paths if Path(path) not in config.rulesets])
    known = {*(rule.id for rule in book.rules), *(rule.ruleset for rule in book.rules)}
    chosen = [name for name in names if name not in paths]
    for name in chosen:
        if name not in known:
            hint = suggestion(name, known) or "`claimlint rules list` shows them all."
            raise click.UsageError(f"{name!r} is neither a file nor a rule. {hint}")
    chosen += [str(read_yaml(file).value["ruleset"]) for file in yaml_files(*map(Path, paths))]
    outcomes: Counter[bool] = Counter()
    tested: set[str] = set()
    for result in test_rules(book, chosen):
        outcomes[result.passed] += 1
        tested.add(result.rule)
        if verbose or not result.passed:
            state = "ok    " if result.passed else "FAILED"
            why = {"bad": "is not reported", "good": "is reported"}[result.expected] if not result.passed else ""
            click.echo(
                f"{state} {result.rule} {result.language} {result.expected}: {result.text.strip()!r} {why}".rstrip()
            )
    click.echo(
        f"{outcomes.total()} examples of {len(tested)} rules: {outcomes[True]} behave, {outcomes[False]} do not."
    )
    if not outcomes:
        fail("no rule that was chosen has examples")
    return CLEAN if outcomes[True] and not outcomes[False] else FINDINGS
