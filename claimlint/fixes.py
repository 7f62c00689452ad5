"""Safe fixes: what they would change, and the change itself."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

from claimlint.data import write_atomic
from claimlint.diagnostics import Diagnostic, Edit, FileError
from claimlint.documents.model import Document
from claimlint.engine import Article, examine_safely, read_safely

MAX_PASSES = 6
UNFIXABLE = ("docx",)
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def fixed(source: str, found: Iterable[Diagnostic]) -> tuple[str, int]:
    """Return the source with the fixes made, and how many were. A fix that overlaps an earlier one waits."""
    taken: list[Edit] = []
    made = 0
    for diagnostic in found:
        fix = diagnostic.fix
        if fix is None or not fix.edits:
            continue
        new = [edit for edit in fix.edits if edit not in taken]
        if any(_clash(edit, other) for edit in new for other in taken):
            continue
        taken.extend(new)
        made += 1
    for edit in sorted(taken, key=lambda each: (each.start, each.end), reverse=True):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source, made


def _clash(one: Edit, other: Edit) -> bool:
    """Tell whether two edits touch the same characters, or insert at the same place."""
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def encoded(document: Document, source: str, before: bytes) -> bytes:
    """Return the source as the file's bytes were: in its encoding, with its byte order mark.

    What the encoding cannot hold becomes a character reference.
    """
    mark = next((mark for mark in MARKS if before.startswith(mark)), b"")
    return mark + source.encode(document.encoding, "xmlcharrefreplace")


def diff(document: Document, source: str) -> Iterator[str]:
    """Yield the lines of the change as a unified diff."""
    before, after = document.source.splitlines(keepends=True), source.splitlines(keepends=True)
    for line in unified_diff(before, after, document.path, document.path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def fix_articles(articles: Iterable[Article], tell: Callable[[str], None], *, in_place: bool) -> int:
    """Make the fixes in each article until none is left to make; return how many articles changed.

    With `in_place` the files are written, else what would change is told as a diff. What cannot be read or
    written is left alone: the check that follows says why.
    """
    return sum(_fix_article(article, tell, in_place=in_place) for article in articles)


def _fix_article(article: Article, tell: Callable[[str], None], *, in_place: bool) -> bool:
    before = read_safely(article)
    if isinstance(before, FileError) or before[0].format in UNFIXABLE:
        return False
    document, data = before[0], article.read()
    source, made = document.source, 0
    for _ in range(MAX_PASSES):
        result = examine_safely(replace(article, data=encoded(document, source, data)))
        if isinstance(result, FileError):
            return False
        source, count = fixed(source, result.diagnostics)
        made += count
        if not count:
            break
    if source == document.source:
        return False
    if not in_place:
        tell("".join(diff(document, source)))
        return True
    try:
        write_atomic(Path(document.path).resolve(), encoded(document, source, data))
    except OSError as error:
        tell(f"{document.path}: cannot be written: {error.strerror}\n")
        return False
    tell(f"{document.path}: {made} {'change' if made == 1 else 'changes'} made\n")
    return True
