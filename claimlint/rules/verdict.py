"""The kind `verdict`: what the evidence says of a claim, at a severity that the claim's wording sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claimlint.rules.claim import chosen, found, is_first
from claimlint.rules.finding import Found
from claimlint.rules.model import Level, VerdictCheck

if TYPE_CHECKING:
    from claimlint.rules.page import Page


def check_verdicts(page: Page, check: VerdictCheck) -> Iterator[Found]:
    """Yield the claims whose verdict is one of the check's."""
    seen: set[object] = set()
    for index in range(len(page.analysis.claims)):
        verdict = page.verdict(index)
        if verdict is None or verdict.status not in check.status:
            continue
        severity = check.levels.get(strength(page, index))
        if severity == "off" or not chosen(page, check.when, check.unless, index):
            continue
        if is_first(page, check.once, index, seen):
            finding = found(page, index)
            yield replace(finding, words={**finding.words, "reason": verdict.reason}, level=severity)


def strength(page: Page, index: int) -> Level:
    """Return how strongly a claim is worded: flatly, as an association, or with a hedge."""
    claim, verdict = page.claim(index), page.verdict(index)
    if getattr(claim.fields, "hedged", False) and not (verdict and verdict.bold):
        return "hedged"
    return "flat" if claim.causal else "associated"
