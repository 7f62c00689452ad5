"""A finding, as every report shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")


@dataclass(frozen=True, slots=True)
class Citation:
    """The source behind a verdict."""

    title: str
    year: int | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record of the claim database that a finding rests on."""

    record: str
    statement: str
    source: Citation


@dataclass(frozen=True, slots=True)
class Authority:
    """The law or standard behind a rule."""

    cite: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the source from `start` to `end` (source offsets) by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe change that resolves a finding."""

    description: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of source: 0-based code point offsets, and 1-based lines and columns; ends excluded."""

    offset: int
    end_offset: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding of a rule, at the very characters of the source."""

    rule: str
    severity: Severity
    message: str
    span: Span
    text: str
    verdict: str | None = None
    claim: str | None = None  # the claim's kind
    evidence: tuple[Evidence, ...] = ()
    authority: Authority | None = None
    suggestion: str = ""
    fix: Fix | None = None

    def sort_key(self) -> tuple[int, int, str]:
        """Order by place, then by rule."""
        return self.span.offset, self.span.end_offset, self.rule


@dataclass(frozen=True, slots=True)
class FileResult:
    """What was found in one file, with what was examined."""

    path: str
    language: str
    diagnostics: tuple[Diagnostic, ...] = ()
    sentences: int = 0
    claims: int = 0
    checked_claims: int = 0  # claims that met a record of the database
    suppressed: int = 0


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be examined, and why."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Run:
    """The whole result of a check."""

    files: tuple[FileResult, ...]
    errors: tuple[FileError, ...] = ()
