"""The run for people: a paragraph for each finding, then what was examined and found."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from claimlint.diagnostics import Diagnostic, FileResult, Run
from claimlint.reports.summary import total_line

QUOTE = 100  # characters of the words at fault that are shown
_COLOURS = {"error": "31;1", "warning": "33;1", "note": "36;1", "path": "1", "dim": "2", "good": "32"}


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: in colour or not, and wrapped at `width` columns, or not (0)."""

    colour: bool = False
    width: int = 0

    def paint(self, text: str, colour: str) -> str:
        """Return the text in a colour of `_COLOURS`."""
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self.colour else text

    def wrap(self, label: str, text: str) -> Iterator[str]:
        """Yield the lines of a labelled paragraph, indented under its finding."""
        first = f"    {label:<9}" if label else "    "
        rest = " " * (len(first))
        for index, line in enumerate(_fold(" ".join(text.split()), self.width - len(first)) if self.width else [text]):
            yield (self.paint(first, "dim") if label and index == 0 else rest) + line


PLAIN = Style()


def render(run: Run) -> str:
    """Return the whole run, without colours."""
    return "".join(file_text(file) for file in run.files) + closing_text(run)


def file_text(file: FileResult, style: Style = PLAIN) -> str:
    """Return the findings of one file, an empty line after each; empty where there are none."""
    return "".join("\n".join(_finding(file.path, each, style)) + "\n\n" for each in file.diagnostics)


def closing_text(run: Run, style: Style = PLAIN) -> str:
    """Return the line that closes a run."""
    clean = not run.errors and not any(file.diagnostics for file in run.files)
    return style.paint(total_line(run), "good" if clean else "path") + "\n"


def _finding(path: str, found: Diagnostic, style: Style) -> Iterator[str]:
    place = style.paint(f"{path}:{found.span.line}:{found.span.column}:", "path")
    yield f"{place} {style.paint(found.severity, found.severity)} {found.rule}"
    if found.text:
        yield from style.wrap("", f"“{_shortened(found.text)}”")
    yield from style.wrap("", found.message)
    for each in found.evidence:
        source = each.source
        year = f" ({source.year})" if source.year else ""
        title = f"[{source.title}{year}]" if source.title else ""
        yield from style.wrap("source", " ".join(filter(None, (each.statement, title, source.url))))
    if found.authority:
        yield from style.wrap("law", " ".join(filter(None, (found.authority.cite, found.authority.url))))
    if found.suggestion:
        yield from style.wrap("instead", found.suggestion)
    if found.fix:
        yield from style.wrap("fix", f"{found.fix.description} (--fix does it)")


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTE else f"{flat[: QUOTE - 1]}…"


def _fold(text: str, width: int) -> Iterator[str]:
    """Yield lines of at most `width` terminal cells, broken at spaces or between wide characters."""
    line, cells, gap = "", 0, -1  # gap: where the line may be broken
    for character in text:
        wide = unicodedata.east_asian_width(character) in "WF"
        if cells + 1 + wide > width > 20 and line:
            cut = gap if gap > 0 else len(line)
            yield line[:cut].rstrip()
            line = line[cut:].lstrip()
            cells, gap = sum(1 + (unicodedata.east_asian_width(each) in "WF") for each in line), -1
        if character == " " or wide:
            gap = len(line)
        line += character
        cells += 1 + wide
    yield line
