"""The run as annotations of a GitHub workflow.

GitHub shows ten annotations of a kind in a step and drops the rest without a word. So only as many are sent
as it shows; the others stand in the log as plain lines, and a last notice says how many they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.diagnostics import Diagnostic, FileResult, Run
from claimlint.reports.summary import count, findings, total_line

SHOWN = 10
KINDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(run: Run) -> str:
    """Return workflow commands, the most severe first, then what there was no room for, then the summary."""
    return "".join(f"{line}\n" for line in _lines(run))


def _lines(run: Run) -> Iterator[str]:
    room = dict.fromkeys(KINDS.values(), SHOWN)
    room["notice"] -= 1  # for the last one
    dropped: list[str] = []
    for error in run.errors:
        if room["error"]:
            room["error"] -= 1
            yield f"::error file={_property(error.path)},title=claimlint::{_data(error.message)}"
        else:
            dropped.append(f"{error.path}: {error.message}")
    order = sorted(findings(run), key=lambda pair: list(KINDS).index(pair[1].severity))
    for file, found in order:
        kind = KINDS[found.severity]
        if room[kind]:
            room[kind] -= 1
            yield _command(kind, file, found)
        else:
            place = f"{file.path}:{found.span.line}:{found.span.column}"
            dropped.append(f"{place}: {found.severity} {found.rule}: {_flat(found)}")
    yield from (line.replace("::", ": :") for line in dropped)
    more = f" {count(len(dropped), 'more finding')} stand in the log: GitHub shows ten of a kind." if dropped else ""
    yield f"::notice title=claimlint::{_data(total_line(run) + more)}"


def _command(kind: str, file: FileResult, found: Diagnostic) -> str:
    span = found.span
    place = f"file={_property(file.path)},line={span.line},endLine={span.end_line}"
    if span.line == span.end_line:  # GitHub takes columns within one line only
        place += f",col={span.column},endColumn={span.end_column}"
    return f"::{kind} {place},title={_property(found.rule)}::{_data(_flat(found))}"


def _flat(found: Diagnostic) -> str:
    law = f"[{found.authority.cite}]" if found.authority else ""
    sources = "; ".join(
        f"{each.source.title} ({each.source.year})" if each.source.year else each.source.title
        for each in found.evidence
    )
    return " ".join(" ".join(part.split()) for part in (found.message, law, sources, found.suggestion) if part)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
