"""A baseline: the findings that a publisher has seen and lives with for now, so that only new ones are told.

A finding is known by its file, its rule and its words, not by its line: what moves is not new.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from claimlint.data import DataError, write_atomic
from claimlint.diagnostics import Diagnostic, FileResult

VERSION = 1
Baseline = dict[str, Counter[str]]  # path, relative to the baseline -> fingerprint -> how many


def fingerprint(found: Diagnostic) -> str:
    """Return what tells a finding from others of its file."""
    words = " ".join(found.text.split())
    return f"{found.rule} {blake2b(words.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; raise DataError where there is none, or it is not one of ours."""
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["version"] != VERSION:
            raise DataError(str(path), f"is a baseline of version {content['version']}", hint="write it anew")
        return {
            name: Counter({str(key): int(count) for key, count in rows.items()})
            for name, rows in content["files"].items()
        }
    except OSError as error:
        hint = f"claimlint check --write-baseline {path} writes one"
        raise DataError(str(path), f"cannot be read: {error.strerror}", hint=hint) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise DataError(str(path), "is not a baseline that claimlint wrote") from None


def write_baseline(path: Path, files: Iterable[FileResult]) -> int:
    """Write the findings of the files as the baseline, and return how many they are; raise OSError."""
    rows = {_name(path, file): Counter(map(fingerprint, file.diagnostics)) for file in files if file.diagnostics}
    content = {"version": VERSION, "files": {name: dict(sorted(rows[name].items())) for name in sorted(rows)}}
    write_atomic(path, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass"))
    return sum(map(Counter.total, rows.values()))


def without_known(path: Path, known: Baseline, file: FileResult) -> FileResult:
    """Return the result without the findings that the baseline knows; they count as suppressed."""
    left = Counter(known.get(_name(path, file), {}))
    kept: list[Diagnostic] = []
    for found in file.diagnostics:
        key = fingerprint(found)
        if left[key] > 0:
            left[key] -= 1
        else:
            kept.append(found)
    silenced = len(file.diagnostics) - len(kept)
    return replace(file, diagnostics=tuple(kept), suppressed=file.suppressed + silenced)


def _name(path: Path, file: FileResult) -> str:
    return Path(os.path.relpath(Path(file.path).absolute(), path.absolute().parent)).as_posix()
