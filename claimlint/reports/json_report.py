"""The run as JSON: the contract that other programs build on. `VERSION` rises when it changes."""

from __future__ import annotations

import json
from typing import Any

from claimlint.diagnostics import Diagnostic, Run
from claimlint.reports.summary import summary

VERSION = 1


def render(run: Run) -> str:
    """Return one JSON object, indented."""
    report = {
        "version": VERSION,
        "files": [
            {
                "path": file.path,
                "language": file.language,
                "sentences": file.sentences,
                "claims": file.claims,
                "checked_claims": file.checked_claims,
                "suppressed": file.suppressed,
                "diagnostics": [_diagnostic(each) for each in file.diagnostics],
            }
            for file in run.files
        ],
        "errors": [{"path": error.path, "message": error.message} for error in run.errors],
        "summary": summary(run),
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


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
