"""The run as one page to read in a browser: self-contained, with filters, and the articles with their findings marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimlint import __version__
from claimlint.diagnostics import SEVERITIES, Diagnostic, FileResult, Run, Severity
from claimlint.reports.summary import findings, summary, total_line


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text: the severity and number of the finding it belongs to, or neither."""

    text: str
    severity: Severity | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A file as the page shows it: findings are numbered through the whole run."""

    file: FileResult
    rows: Sequence[tuple[int, Diagnostic]]
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Table:
    """What the run adds up to, by rule, file or jurisdiction: a name and its counts in each row."""

    heading: Sequence[str]
    rows: Sequence[tuple[str, Sequence[int]]]


def render(run: Run, sources: Mapping[str, str] | None = None, tables: Sequence[Table] = ()) -> str:
    """Return one HTML document. `sources` are the decoded texts of the files whose text is to be shown."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("claimlint.reports", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["weblink"] = lambda url: url if url.startswith(("https://", "http://")) else ""
    template = environment.get_template("report.html.j2")
    return (
        template.render(
            pages=list(pages(run, sources or {})),
            errors=run.errors,
            tables=tables,
            total=total_line(run),
            summary=summary(run),
            rules=Counter(found.rule for _, found in findings(run)).most_common(),
            severities=tuple(reversed(SEVERITIES)),
            version=__version__,
        )
        + "\n"
    )


def pages(run: Run, sources: Mapping[str, str]) -> Iterator[Page]:
    """Yield each file with its numbered findings and its marked text."""
    number = 0
    for file in run.files:
        rows = list(enumerate(file.diagnostics, number + 1))
        number += len(rows)
        yield Page(file, rows, pieces(sources.get(file.path, ""), rows))


def pieces(source: str, rows: Sequence[tuple[int, Diagnostic]]) -> list[Piece]:
    """Return the source cut where findings begin and end; where they overlap the most severe shows."""
    if not source or not rows:
        return []
    cuts = {0, len(source)}
    for _, found in rows:
        cuts.update((found.span.offset, min(found.span.end_offset, len(source))))
    places = sorted(cuts)
    order = sorted(rows, key=lambda row: -SEVERITIES.index(row[1].severity))
    result: list[Piece] = []
    for start, end in pairwise(places):
        hit = next((row for row in order if row[1].span.offset <= start and end <= row[1].span.end_offset), None)
        text = source[start:end]
        result.append(Piece(text, hit[1].severity, hit[0]) if hit else Piece(text))
    return result
