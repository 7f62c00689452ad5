"""Helpers: rulesets of a few lines, and articles held against them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claimlint.diagnostics import Diagnostic
from claimlint.documents import read_document
from claimlint.evidence import judge, load_database, surroundings
from claimlint.lexicon import load_concepts
from claimlint.nlp import Analysis, BlockAnalysis, analyse
from claimlint.rules import RuleBook, Settings, build_rules, check, load_rules

HEAD = """
ruleset: house
title: House style
rules:
  rule:
    severity: warning
    message: "“{text}”"
    why: Because.
    suggestion: Do not.
"""
SHARED = Path(__file__).parents[2] / "rulesets" / "shared.yaml"

Book = Callable[[str], RuleBook]
Lint = Callable[..., list[Diagnostic]]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Return a function that builds the rulebook of one rule, whose checks are given as YAML."""

    def build(checks: str) -> RuleBook:
        path = tmp_path / "house.yaml"
        path.write_text(HEAD + "".join(f"    {line}\n" for line in checks.strip("\n").split("\n")), encoding="utf-8")
        return build_rules([SHARED, path])

    return build


@pytest.fixture(scope="session")
def shipped() -> RuleBook:
    """Return the rules that ship with claimlint."""
    return load_rules()


@pytest.fixture
def lint() -> Lint:
    """Return a function that holds a text against a rulebook; without `claims` it is not read for claims."""

    def run(
        book: RuleBook,
        text: str,
        language: str = "en",
        *,
        settings: Settings | None = None,
        claims: bool = False,
        judged: bool = False,
        path: str = "article.md",
    ) -> list[Diagnostic]:
        document = read_document(path, text.encode(), language=language)
        analysis = analyse(document) if claims else Analysis(tuple(BlockAnalysis() for _ in document.blocks), ())
        if not judged:
            return check(document, analysis, [], book, settings)
        base = load_database((), load_concepts())
        verdicts = [
            judge(claim, base, context=surroundings(document, analysis, claim, base)) for claim in analysis.claims
        ]
        return check(document, analysis, verdicts, book, replace(settings or Settings(), register=base))

    return run
