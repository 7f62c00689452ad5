"""Findings that the author has silenced, and silencers that silence nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claimlint.diagnostics import Diagnostic, Span
from claimlint.documents.model import Document, Suppression

UNUSED = "claimlint/unused-suppression"


def suppress(
    document: Document, found: Iterable[Diagnostic], speaks: Callable[[str], bool]
) -> tuple[list[Diagnostic], int]:
    """Return the findings that stay, joined by one for each needless suppression, and how many were silenced.

    `speaks` tells whether any rule that a pattern names was run: a suppression of a rule that was not run is
    not called unused.
    """
    used = [False] * len(document.suppressions)
    kept: list[Diagnostic] = []
    silenced = 0
    for diagnostic in found:
        hits = [i for i, each in enumerate(document.suppressions) if _covers(each, diagnostic)]
        for index in hits:
            used[index] = True
        if hits:
            silenced += 1
        else:
            kept.append(diagnostic)
    idle = [each for each, hit in zip(document.suppressions, used, strict=True) if not hit]
    kept.extend(
        _unused(document, each) for each in idle if not each.rules or any(speaks(pattern) for pattern in each.rules)
    )
    return kept, silenced


def _covers(suppression: Suppression, diagnostic: Diagnostic) -> bool:
    span = diagnostic.span
    if not (suppression.first <= span.end_line and span.line <= suppression.last):
        return False
    return not suppression.rules or names(suppression.rules, diagnostic.rule)


def names(patterns: Sequence[str], rule: str) -> bool:
    """Tell whether one of the patterns is the rule, its ruleset or "all"."""
    return any(pattern in (rule, "all") or pattern.removesuffix("/*") == rule.partition("/")[0] for pattern in patterns)


def _unused(document: Document, suppression: Suppression) -> Diagnostic:
    what = ", ".join(suppression.rules) or "every rule"
    line, column = document.position(suppression.start)
    end_line, end_column = document.position(suppression.end)
    span = Span(suppression.start, suppression.end, line, column, end_line, end_column)
    return Diagnostic(
        rule=UNUSED,
        severity="warning",
        message=f"This comment silences {what}, which finds nothing here.",
        span=span,
        text=document.source[suppression.start : suppression.end],
        suggestion="Remove the comment, or mend the rule's id.",
    )
