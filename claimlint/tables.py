"""Tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

UNBOUND = 2_000  # columns


def table_text(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows under headings; numbers stand to the right. Piped, the table is as wide as it needs to be."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=UNBOUND)
    rows = list(rows)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for index, heading in enumerate(headings):
        number = bool(rows) and isinstance(rows[0][index], int)
        table.add_column(heading, justify="right" if number else "left", overflow="fold")
    for row in rows:
        table.add_row(*(escape(f"{cell:,}" if isinstance(cell, int) else str(cell)) for cell in row))
    with console.capture() as captured:
        console.print(table)
    lines = [line.rstrip() for line in captured.get().splitlines()]
    return "\n".join(lines).strip("\n") + "\n\n"


def row_table(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows of `extraction` as a table: place, kind, words, and what was understood."""
    return table_text(("place", "kind", "words", "fields"), [_cells(row) for row in rows])


def _cells(row: Mapping[str, Any]) -> tuple[str, str, str, str]:
    known = ("path", "line", "column", "end_line", "end_column", "offset", "end_offset", "text", "kind", "language")
    fields = row.get("fields") or {name: value for name, value in row.items() if name not in known}
    told = "  ".join(f"{name}={value}" for name, value in fields.items() if value not in (None, ""))
    trace = "".join(f"\n· {step}" for step in row.get("trace", ()))
    words = " ".join(str(row["text"]).split())
    return f"{row['path']}:{row['line']}:{row['column']}", str(row["kind"]), words, told + trace
