"""Where the words of a claim begin and end."""

from __future__ import annotations

_MARKS = " \t、,，:：;；。.*†‡"


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch of text without the spaces and marks at its ends."""
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    return start, end
