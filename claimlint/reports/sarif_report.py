"""The run as SARIF 2.1.0 (OASIS standard), for code scanning services."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from urllib.parse import quote

from claimlint import __version__
from claimlint.diagnostics import Diagnostic, FileResult, Run
from claimlint.reports.summary import findings, fingerprint, summary

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(run: Run) -> str:
    """Return one SARIF log with one run."""
    pairs = list(findings(run))
    rules = {found.rule: found for _, found in reversed(pairs)}
    ids = sorted(rules)
    seen: Counter[str] = Counter()
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "claimlint",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [_rule(rules[name]) for name in ids],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "artifacts": [{"location": {"uri": _uri(file.path)}} for file in run.files],
                "invocations": [
                    {
                        "executionSuccessful": not run.errors,
                        "toolExecutionNotifications": [
                            {
                                "level": "error",
                                "message": {"text": error.message},
                                "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(error.path)}}}],
                            }
                            for error in run.errors
                        ],
                    }
                ],
                "results": [_result(file, found, ids, seen) for file, found in pairs],
                "properties": {"summary": summary(run)},
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(found: Diagnostic) -> dict[str, Any]:
    authority = found.authority
    rule: dict[str, Any] = {"id": found.rule, "properties": {"tags": [found.rule.partition("/")[0]]}}
    if authority:
        rule["help"] = {"text": " ".join(filter(None, (authority.cite, authority.url)))}
        if authority.url:
            rule["helpUri"] = authority.url
    return rule


def _result(file: FileResult, found: Diagnostic, ids: list[str], seen: Counter[str]) -> dict[str, Any]:
    span = found.span
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": ids.index(found.rule),
        "level": found.severity,
        "message": {"text": " ".join(filter(None, (found.message, found.suggestion)))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(file.path)},
                    "region": {
                        "startLine": span.line,
                        "startColumn": span.column,
                        "endLine": span.end_line,
                        "endColumn": span.end_column,
                        "charOffset": span.offset,
                        "charLength": span.end_offset - span.offset,
                        "snippet": {"text": found.text},
                    },
                }
            }
        ],
        "partialFingerprints": {"claimlint/v1": fingerprint(file, found, seen)},
        "properties": {
            "verdict": found.verdict,
            "claim": found.claim,
            "evidence": [
                {"record": each.record, "statement": each.statement, "title": each.source.title, "url": each.source.url}
                for each in found.evidence
            ],
        },
    }
    if found.fix:
        result["fixes"] = [
            {
                "description": {"text": found.fix.description},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": _uri(file.path)},
                        "replacements": [
                            {
                                "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
                                "insertedContent": {"text": edit.text},
                            }
                            for edit in found.fix.edits
                        ],
                    }
                ],
            }
        ]
    return result


def _uri(path: str) -> str:
    name = quote(path.replace("\\", "/"), safe="/~@!$&'()*+,;=-._")
    return f"file://{name}" if name.startswith("/") else name
