"""The run as JSON: the contract that other programs build on. `VERSION` rises when it changes."""

from __future__ import annotations

import json
from typing import Any

from claimlint.diagnostics import Diagnostic, FileResult, Run
from claimlint.reports.summary import summary

VERSION = 1


def render(run: Run) -> str:
    """Return one JSON object, indented."""
    errors = [{"path": error.path, "message": error.message} for error in run.errors]
    # A file at a time: of a whole folder the text alone is large enough.
    files = ",\n  ".join(_text(_file(file), 2) for file in run.files)
    files = f"[\n  {files}\n ]" if files else "[]"
    return (
        f'{{\n "version": {VERSION},\n "files": {files},\n'
        f' "errors": {_text(errors, 1)},\n "summary": {_text(summary(run), 1)}\n}}\n'
    )


def _text(value: Any, depth: int) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


def _file(file: FileResult) -> dict[str, Any]:
    return {
        "path": file.path,
        "language": file.language,
        "sentences": file.sentences,
        "claims": file.claims,
        "checked_claims": file.checked_claims,
        "suppressed": file.suppressed,
        "diagnostics": [_diagnostic(each) for each in file.diagnostics],
    }


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    span, authority, fix = found.span, found.authority, found.fix
    return {
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "offset": span.offset,
        "end_offset": span.end_offset,
        "text": found.text,
        "verdict": found.verdict,
        "claim": found.claim,
        "evidence": [
            {
                "record": each.record,
                "statement": each.statement,
                "source": {"title": each.source.title, "year": each.source.year, "url": each.source.url},
            }
            for each in found.evidence
        ],
        "authority": {"cite": authority.cite, "url": authority.url} if authority else None,
        "suggestion": found.suggestion or None,
        "fix": {
            "description": fix.description,
            "edits": [{"offset": edit.start, "end_offset": edit.end, "text": edit.text} for edit in fix.edits],
        }
        if fix
        else None,
    }
