"""The run as a table with a row for each finding."""

from __future__ import annotations

import csv
import io

from claimlint.diagnostics import Run
from claimlint.reports.summary import findings

COLUMNS = (
    "path",
    "language",
    "line",
    "column",
    "severity",
    "rule",
    "text",
    "message",
    "verdict",
    "record",
    "source",
    "authority",
    "authority_url",
    "suggestion",
)


def render(run: Run) -> str:
    """Return CSV (RFC 4180) with a heading; files that could not be examined stand last, as rule `claimlint/unreadable`."""
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(COLUMNS)
    for file, found in findings(run):
        evidence, authority = found.evidence, found.authority
        row = (
            file.path,
            file.language,
            found.span.line,
            found.span.column,
            found.severity,
            found.rule,
            found.text,
            found.message,
            found.verdict or "",
            " ".join(each.record for each in evidence),
            " ".join(each.source.url or each.source.title for each in evidence),
            authority.cite if authority else "",
            authority.url if authority else "",
            found.suggestion,
        )
        writer.writerow(map(_safe, row))
    for error in run.errors:
        cells = {"path": error.path, "severity": "error", "rule": "claimlint/unreadable", "message": error.message}
        writer.writerow(_safe(cells.get(name, "")) for name in COLUMNS)
    return output.getvalue()


def _safe(cell: object) -> object:
    """Keep a spreadsheet from taking words of an article for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
