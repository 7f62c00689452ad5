"""Folding, letter for letter: case, width, dashes and quotes, traditional characters.

Every character becomes exactly one, so that offsets in folded text are offsets in the text itself.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DASHES = "-‐‑‒–—―−﹣－·•"
_QUOTES = {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "「": '"', "」": '"'}


class _Table(dict[int, str]):
    """A translation table that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _DASHES or character.isspace():
            folded = " "
        elif character in _QUOTES:
            folded = _QUOTES[character]
        else:
            folded = unicodedata.normalize("NFKC", character).lower()
            if len(folded) != 1:
                folded = character
            if "㐀" <= folded <= "鿿":
                folded = traditional().get(folded, folded)
            if folded in _DASHES:
                folded = " "
        self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return the text folded, of the same length."""
    if text.isascii():
        return text.lower().replace("-", " ").replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return text.translate(_TABLE)


@lru_cache(maxsize=1)
def traditional() -> dict[str, str]:
    """Return the simplified character for each traditional one, as OpenCC's table of characters gives it."""
    from importlib.resources import files

    table = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in table.splitlines())
    return {pair[0]: pair[1] for pair in pairs if len(pair) >= 2 and len(pair[0]) == len(pair[1]) == 1}
