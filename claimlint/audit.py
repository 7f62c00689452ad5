"""What a whole collection of articles adds up to: findings by rule, by file and by jurisdiction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimlint.diagnostics import SEVERITIES, Run, Severity
from claimlint.reports.html_report import Table
from claimlint.reports.summary import findings

WORST = 20  # files that the table shows


@dataclass(frozen=True, slots=True)
class Row:
    """How many findings of each severity a rule, file or jurisdiction has."""

    name: str
    counts: tuple[tuple[Severity, int], ...]

    @property
    def total(self) -> int:
        """All findings."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Totals:
    """The three tables of an audit, each with the most findings first."""

    rules: tuple[Row, ...]
    files: tuple[Row, ...]
    jurisdictions: tuple[Row, ...]


def totals(run: Run, jurisdiction: Callable[[str], str]) -> Totals:
    """Return what the run adds up to; `jurisdiction` tells whose law a rule serves, "any" where it is no law's."""
    pairs = [(file.path, found.rule, found.severity) for file, found in findings(run)]
    return Totals(
        _rows((rule, severity) for _, rule, severity in pairs),
        _rows((path, severity) for path, _, severity in pairs),
        _rows((jurisdiction(rule), severity) for _, rule, severity in pairs),
    )


def _rows(pairs: Iterable[tuple[str, Severity]]) -> tuple[Row, ...]:
    counted = Counter(pairs)
    names = {name for name, _ in counted}
    order = tuple(reversed(SEVERITIES))
    rows = (Row(name, tuple((severity, counted[name, severity]) for severity in order)) for name in names)
    return tuple(sorted(rows, key=lambda row: (*(-count for _, count in row.counts), row.name)))


def as_json(totals: Totals) -> dict[str, dict[str, dict[str, int]]]:
    """Return the tables as JSON shows them."""
    tables = {"rules": totals.rules, "files": totals.files, "jurisdictions": totals.jurisdictions}
    return {
        title: {row.name: {**{f"{name}s": count for name, count in row.counts}, "total": row.total} for row in rows}
        for title, rows in tables.items()
    }


def tables(totals: Totals, worst: int | None = None) -> list[Table]:
    """Return the tables that are not empty, of files no more than the `worst`."""
    named = (("jurisdiction", totals.jurisdictions), ("rule", totals.rules), ("file", totals.files[:worst]))
    return [
        Table(
            (heading, *(f"{name}s" for name, _ in rows[0].counts), "total"),
            [(row.name, (*(count for _, count in row.counts), row.total)) for row in rows],
        )
        for heading, rows in named
        if rows
    ]


def totals_text(totals: Totals) -> str:
    """Return the tables for people."""
    from claimlint.tables import table_text

    parts = [
        table_text(table.heading, [(name, *counts) for name, counts in table.rows]) for table in tables(totals, WORST)
    ]
    if len(totals.files) > WORST:
        parts.append(f"and {len(totals.files) - WORST} more files with findings\n\n")
    return "".join(parts)
