"""The run as a GitLab code quality report."""

from __future__ import annotations

import json
from collections import Counter

from claimlint.diagnostics import Run
from claimlint.reports.summary import findings, fingerprint

LEVELS = {"error": "critical", "warning": "major", "note": "info"}


def render(run: Run) -> str:
    """Return a JSON list with an object for each finding, and one for each file that could not be examined."""
    seen: Counter[str] = Counter()
    rows = [
        {
            "description": " ".join(filter(None, (found.message, found.suggestion))),
            "check_name": found.rule,
            "fingerprint": fingerprint(file, found, seen),
            "severity": LEVELS[found.severity],
            "location": {"path": file.path, "lines": {"begin": found.span.line, "end": found.span.end_line}},
        }
        for file, found in findings(run)
    ]
    rows += [
        {
            "description": f"Could not be examined: {error.message}",
            "check_name": "claimlint/unreadable",
            "fingerprint": f"unreadable:{error.path}",
            "severity": "blocker",
            "location": {"path": error.path, "lines": {"begin": 1}},
        }
        for error in run.errors
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
