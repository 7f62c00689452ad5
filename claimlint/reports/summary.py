"""What a run examined and found, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b

from claimlint.diagnostics import Diagnostic, FileResult, Run


def findings(run: Run) -> Iterator[tuple[FileResult, Diagnostic]]:
    """Yield every finding with its file."""
    for file in run.files:
        for diagnostic in file.diagnostics:
            yield file, diagnostic


def summary(run: Run) -> dict[str, int]:
    """Return the totals; `checked_claims` are the claims that met a record of the database."""
    severities = Counter(diagnostic.severity for _, diagnostic in findings(run))
    return {
        "files": len(run.files),
        "files_with_errors": len(run.errors),
        "sentences": sum(file.sentences for file in run.files),
        "claims": sum(file.claims for file in run.files),
        "checked_claims": sum(file.checked_claims for file in run.files),
        "errors": severities["error"],
        "warnings": severities["warning"],
        "notes": severities["note"],
        "suppressed": sum(file.suppressed for file in run.files),
    }


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def total_line(run: Run) -> str:
    """Return the sentence that closes a run: what was examined, then what was found."""
    numbers = summary(run)
    examined = ", ".join((count(numbers["files"], "file"), count(numbers["sentences"], "sentence")))
    claims = f"{count(numbers['claims'], 'claim')} ({numbers['checked_claims']:,} met a record)"
    found = ", ".join(
        (count(numbers["errors"], "error"), count(numbers["warnings"], "warning"), count(numbers["notes"], "note"))
    )
    more = f", {count(numbers['suppressed'], 'finding')} suppressed" if numbers["suppressed"] else ""
    lost = f" {count(numbers['files_with_errors'], 'file')} could not be examined." if run.errors else ""
    return f"Examined {examined}, {claims}: {found}{more}.{lost}"


def fingerprint(file: FileResult, found: Diagnostic, seen: Counter[str]) -> str:
    """Return what tells a finding from all others of a run, whatever its line; `seen` counts those met before."""
    words = "\0".join((file.path, found.rule, " ".join(found.text.split())))
    base = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    seen[base] += 1
    return base if seen[base] == 1 else f"{base}:{seen[base]}"
