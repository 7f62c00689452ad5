"""Reports: a run as text for people, and in the formats that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from claimlint.diagnostics import Run

FORMATS: Mapping[str, str] = {
    "text": "for people",
    "json": "claimlint's own, with everything in it",
    "github": "annotations in a GitHub workflow",
    "sarif": "SARIF 2.1.0, for code scanning",
    "gitlab": "GitLab code quality",
    "junit": "JUnit XML, for test dashboards",
    "html": "one page to read in a browser",
    "csv": "a row for each finding, for a spreadsheet",
}


def render(run: Run, name: str) -> str:
    """Return the whole run in one of `FORMATS`, ending in a line break."""
    if name not in FORMATS:
        raise ValueError(f"no report format is called {name!r}")
    renderer: Callable[[Run], str] = import_module(f"claimlint.reports.{name}_report").render
    return renderer(run)
