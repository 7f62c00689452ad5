"""A file into a document: decoded, read by its format, assembled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimlint.documents import languages
from claimlint.documents.assemble import assemble
from claimlint.documents.decode import decode
from claimlint.documents.formats import FORMATS
from claimlint.documents.model import Document, DocumentError
from claimlint.documents.prose import Draft, Unreadable
from claimlint.documents.suppressions import Order, find_orders, hide, suppressions

MAX_BYTES = 20_000_000  # of a file; a long novel has two million
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(slots=True)
class Reading:
    """What a format's reader makes of a source."""

    drafts: list[Draft]
    language: str | None = None
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    source: str | None = None  # where the reader itself makes the text (DOCX)
    orders: list[Order] = field(default_factory=list)  # comments of the author's that stand outside the text


def read_document(
    path: Path | str,
    data: bytes | None = None,
    *,
    language: str | None = None,
    format: str | None = None,  # noqa: A002
) -> Document:
    """Read an article; `data` are its bytes where they are at hand, `language` and `format` override what it tells.

    Raises DocumentError where the file cannot be read, is no text, is too large, or is of no known format.
    """
    name = str(path)
    kind = format or FORMATS.get(Path(name).suffix.lower())
    if kind is None:
        known = ", ".join(sorted(FORMATS))
        raise DocumentError(
            name, f"is of no format that claimlint reads ({known}); name one with --stdin-filename or format"
        )
    if kind not in FORMATS.values():
        raise DocumentError(name, f"there is no format {kind!r}; there are {', '.join(sorted(set(FORMATS.values())))}")
    data = _bytes(name, path) if data is None else data
    if len(data) > MAX_BYTES:
        raise DocumentError(name, f"is larger than {MAX_BYTES // 1_000_000} MB; split it, or exclude it")
    source, encoding = ("", "docx") if kind == "docx" else decode(name, data)
    try:
        reading = _read(kind, source, data)
    except Unreadable as error:
        raise DocumentError(name, str(error)) from None
    source = source if reading.source is None else reading.source
    declared = languages.normal(language or reading.language or "")
    blocks, spoken = assemble(reading.drafts, declared)
    line_starts = (0, *(found.end() for found in _LINE_END.finditer(source)))
    orders = sorted([*find_orders(source, kind), *reading.orders], key=lambda order: order.start)
    silenced = suppressions(orders, source, line_starts, reading.front_matter)
    return Document(name, source, kind, spoken, blocks, reading.front_matter, silenced, line_starts, encoding)


def _bytes(name: str, path: Path | str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DocumentError(name, f"cannot be read: {error.strerror}") from None


def _read(kind: str, source: str, data: bytes) -> Reading:
    if kind in ("markdown", "mdx"):
        from claimlint.documents.front_matter import read_front_matter
        from claimlint.documents.read_markdown import read_markdown

        front = read_front_matter(source)
        drafts = read_markdown(source, front.end, front.drafts, mdx=kind == "mdx")
        return Reading(drafts, front.language, front.values)
    if kind == "html":
        from claimlint.documents.front_matter import read_front_matter
        from claimlint.documents.read_html import read_page

        front = read_front_matter(source)
        drafts, language = read_page(source, front.end, front.drafts)
        return Reading(drafts, front.language or language, front.values)
    if kind == "rst":
        from claimlint.documents.front_matter import read_front_matter
        from claimlint.documents.read_rst import read_rst

        front = read_front_matter(source)
        drafts, fields = read_rst(source, front.end, front.drafts)
        return Reading(
            drafts, front.language or fields.get("lang") or fields.get("language"), {**fields, **front.values}
        )
    if kind == "docx":
        from claimlint.documents.read_docx import read_docx

        extract = read_docx(data)
        return Reading(extract.drafts, source=extract.source, orders=extract.orders)
    from claimlint.documents.read_text import read_text

    return Reading(read_text(hide(source, find_orders(source, kind))))
