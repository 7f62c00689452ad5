"""Runs each rule's own examples, through the same pipeline as an article: they are its tests and its documentation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from claimlint.diagnostics import Diagnostic
from claimlint.rules.check import check
from claimlint.rules.model import Rule, RuleBook, Settings

if TYPE_CHECKING:
    from claimlint.evidence import Database

Expected = Literal["bad", "good"]


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """An example of a rule, and whether the rule did with it what it should."""

    rule: str
    language: str
    expected: Expected
    text: str
    passed: bool
    diagnostics: tuple[Diagnostic, ...]


def test_rules(book: RuleBook, names: Sequence[str] = (), settings: Settings | None = None) -> Iterator[ExampleResult]:
    """Yield the result of each example: a bad one must be reported by its rule, a good one must not.

    `names` are rule or ruleset ids; empty stands for all.
    """
    from claimlint.evidence import load_database
    from claimlint.lexicon import load_concepts

    base = load_database((), load_concepts())
    for rule in book.rules:
        if names and rule.id not in names and rule.ruleset not in names:
            continue
        kinds: tuple[tuple[Expected, dict[str, list[str]]], ...]
        kinds = (("bad", rule.examples.bad), ("good", rule.examples.good))
        for expected, texts in kinds:
            for language, examples in texts.items():
                for text in examples:
                    yield _run(book, base, rule, language, expected, text, settings or Settings())


test_rules.__test__ = False  # type: ignore[attr-defined]  # not a test of pytest's


def _run(
    book: RuleBook, base: Database, rule: Rule, language: str, expected: Expected, text: str, settings: Settings
) -> ExampleResult:
    from claimlint.documents import read_document
    from claimlint.evidence import judge_all
    from claimlint.nlp import analyse

    law = rule.jurisdiction if rule.jurisdiction != "any" else "us"
    document = read_document("example.md", text.encode(), language=language)
    analysis = analyse(document)
    judged, verdicts = judge_all(document, analysis, base, (law,))
    settings = replace(
        settings,
        jurisdictions=frozenset({law}),
        select=(rule.id,),
        content=rule.examples.content or settings.content,
        register=base,
    )
    found = tuple(check(document, judged, verdicts, book, settings))
    return ExampleResult(rule.id, language, expected, text, bool(found) is (expected == "bad"), found)
