"""The run as JUnit XML: a suite for each file, a case for each finding. Notes do not fail."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimlint.diagnostics import Diagnostic, FileResult, Run

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def render(run: Run) -> str:
    """Return one XML document."""
    root = Element("testsuites", name="claimlint")
    for file in run.files:
        root.append(_suite(file))
    for error in run.errors:
        suite = SubElement(root, "testsuite", name=_clean(error.path), tests="1", failures="0", errors="1")
        case = SubElement(suite, "testcase", name="readable", classname=_clean(error.path))
        SubElement(case, "error", message=_clean(error.message))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(file: FileResult) -> Element:
    failing = sum(found.severity != "note" for found in file.diagnostics)
    tests = max(1, len(file.diagnostics))
    suite = Element("testsuite", name=_clean(file.path), tests=str(tests), failures=str(failing), errors="0")
    if not file.diagnostics:
        name = f"{file.sentences} sentences, {file.claims} claims: nothing found"
        SubElement(suite, "testcase", name=name, classname=_clean(file.path))
    for found in file.diagnostics:
        suite.append(_case(file, found))
    return suite


def _case(file: FileResult, found: Diagnostic) -> Element:
    place = f"{found.span.line}:{found.span.column}"
    case = Element("testcase", name=f"{found.rule} {place}", classname=_clean(file.path), file=_clean(file.path))
    case.set("line", str(found.span.line))
    body = _clean(
        "\n".join(
            filter(
                None,
                (
                    f"{file.path}:{place}",
                    f"“{found.text}”" if found.text else "",
                    found.message,
                    *(f"{each.statement} {each.source.title} {each.source.url}" for each in found.evidence),
                    f"{found.authority.cite} {found.authority.url}" if found.authority else "",
                    found.suggestion,
                ),
            )
        )
    )
    if found.severity == "note":
        SubElement(case, "system-out").text = body
    else:
        SubElement(case, "failure", type=found.severity, message=_clean(found.message)).text = body
    return case


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
