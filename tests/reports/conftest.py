"""A run with one of everything that a report must tell."""

from __future__ import annotations

import pytest

from claimlint.diagnostics import (
    Authority,
    Citation,
    Diagnostic,
    Edit,
    Evidence,
    FileError,
    FileResult,
    Fix,
    Run,
    Span,
)

SOURCE = '# 锌\n\nZinc <cures> 𠮷 colds, "always".\n'


def finding(
    rule: str = "us-fda/disease-claim", severity: str = "error", offset: int = 5, text: str = "Zinc <cures>"
) -> Diagnostic:
    """Return a finding on the third line of `SOURCE`."""
    end = offset + len(text)
    return Diagnostic(
        rule=rule,
        severity=severity,  # type: ignore[arg-type]
        message='Says that a product "cures" a disease, 100%,\nplainly.',
        span=Span(offset, end, 3, offset - 4, 3, end - 4),
        text=text,
        verdict="overstated",
        claim="efficacy",
        evidence=(
            Evidence(
                "zinc-colds", "Zinc may shorten colds.", Citation("Zinc & colds", 2013, "https://example.org/z?a=1&b=2")
            ),
        ),
        authority=Authority("21 CFR 101.93(g)", "https://example.org/law"),
        suggestion="Write “supports the immune system”.",
        fix=Fix("Soften the verb", (Edit(offset, end, "Zinc"),)),
    )


@pytest.fixture
def run() -> Run:
    """Return a run over a file with three findings, a clean one and an unreadable one."""
    found = (
        finding(),
        finding("marketing/superlative", "warning", SOURCE.index('"always"'), '"always"'),
        finding("citation/vague", "note"),
    )
    return Run(
        (
            FileResult("a b/锌,1:2.md", "en", tuple(sorted(found, key=Diagnostic.sort_key)), 2, 3, 1, 1),
            FileResult("clean.md", "sv", (), 4, 0, 0),
        ),
        (FileError("broken.md", "is not text"),),
    )
