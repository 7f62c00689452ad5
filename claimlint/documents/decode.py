"""Bytes into text: by the byte order mark, by what the page declares, by the bytes themselves."""

from __future__ import annotations

import codecs
import re

from claimlint.documents.model import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# What browsers read under these names (WHATWG Encoding Standard, section 4.2).
_READ_AS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-16": "utf-8",  # a page that can be read as far as this declaration is not UTF-16
    "unicode": "utf-8",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(path: str, data: bytes) -> tuple[str, str]:
    """Return the text and the encoding it was in; a byte order mark is kept as no part of the text.

    Raises DocumentError where the bytes are no text, or where no encoding can be told with confidence.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(path, data[len(mark) :], encoding, "its byte order mark says"), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text, encoding = _foreign(path, data, error.start)
        return text, encoding
    if "\0" in text:
        text = _without_mark(path, data)
        return text, _wide(data) or "utf-8"
    declared = _declared(data) if not data.isascii() else None
    if (
        declared
        and declared not in ("utf-8", "utf8")
        and declared.startswith(("gb", "big5", "euc", "shift", "iso-2022"))
    ):
        # Valid UTF-8 of more than a few characters is UTF-8 whatever the page says.
        return text, "utf-8"
    return text, "utf-8"


def _foreign(path: str, data: bytes, where: int) -> tuple[str, str]:
    wide = _wide(data)
    if wide:
        return _strict(path, data, wide, "its zero bytes show"), wide
    declared = _declared(data)
    if declared:
        name = _READ_AS.get(declared, declared)
        try:
            codecs.lookup(name)
        except LookupError:
            raise DocumentError(path, f"declares the encoding {declared!r}, which is not known") from None
        return _strict(path, data, name, "it declares"), name
    if b"\0" in data:
        raise DocumentError(path, "is not a text file (it holds zero bytes)")
    from charset_normalizer import from_bytes

    best = from_bytes(
        data[:200_000],
        cp_isolation=["gb18030", "big5", "cp1252", "iso-8859-1", "shift_jis", "euc_jp", "euc_kr", "cp1251", "cp1250"],
        threshold=0.15,
    ).best()
    if best is None or best.encoding is None:
        raise DocumentError(
            path, f"its encoding cannot be told (byte {where} is not UTF-8); save it as UTF-8, or declare its charset"
        )
    name = _READ_AS.get(best.encoding.replace("_", "-"), best.encoding)
    return _strict(path, data, name, "the bytes look like"), name


def _strict(path: str, data: bytes, encoding: str, because: str) -> str:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        place = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise DocumentError(path, f"is not valid {encoding}, which {because}{place}; save it as UTF-8") from None
    if len(_CONTROL.findall(text[:4000])) > 8:
        raise DocumentError(path, "is not a text file (it holds control characters)")
    return text


def _without_mark(path: str, data: bytes) -> str:
    wide = _wide(data)
    if wide is None:
        raise DocumentError(path, "is not a text file (it holds zero bytes)")
    return _strict(path, data, wide, "its zero bytes show")


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 that bytes without a mark are in, by where their zero bytes stand."""
    head = data[:4096]
    pairs = len(head) // 2
    if pairs < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > pairs // 10 and even < odd // 20 + 1:
        return "utf-16-le"
    if even > pairs // 10 and odd < even // 20 + 1:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2]).decode("ascii", "replace").lower() if found else None
