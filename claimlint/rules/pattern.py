"""The little language of terms: alternatives in literals, and small regular expressions next to them."""

from __future__ import annotations

import re
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MAX_EXPANSIONS = 1500
MAX_REGEX = 800
MAX_REPEAT = 80


class PatternError(ValueError):
    """A term or regular expression that cannot be used; the message says why."""


def expand(text: str) -> list[str]:
    """Return the literals that `clinically (proven|tested)` stands for; `(s|)` and `s?` make a part optional.

    Raises PatternError where the brackets do not match or there are too many.
    """
    found, rest = _alternatives(text, 0, nested=False)
    if rest != len(text):
        raise PatternError("a bracket is closed that was not opened")
    return sorted({" ".join(literal.split()) for literal in found} - {""})


def _alternatives(text: str, at: int, nested: bool) -> tuple[list[str], int]:
    done: list[str] = []
    current, shorter = [""], [""]  # what was read, and the same without its last item
    while at < len(text):
        character = text[at]
        if character == "(":
            inner, at = _alternatives(text, at + 1, nested=True)
            if at >= len(text):
                raise PatternError("a bracket is not closed")
            shorter = current
            current = [head + tail for head in current for tail in inner]
        elif character == "?" and at:
            current = current + shorter
        elif character == ")":
            break
        elif character == "|" and nested:
            done += current
            current = shorter = [""]
        else:
            shorter = current
            current = [head + character for head in current]
        at += 1
        if len(done) + len(current) > MAX_EXPANSIONS:
            raise PatternError(f"stands for more than {MAX_EXPANSIONS} literals")
    if nested and at < len(text):
        return done + current, at
    if nested:
        raise PatternError("a bracket is not closed")
    return current, at


def check_regex(pattern: str) -> None:
    """Raise PatternError where a regular expression is wrong, or could take more than linear time.

    Allowed are bounded repeats of single characters and character classes, and optional groups; a group
    that repeats, an open-ended repeat and a back-reference are not.
    """
    if len(pattern) > MAX_REGEX:
        raise PatternError(f"the regular expression is longer than {MAX_REGEX} characters")
    try:
        tree = parser.parse(pattern)
        re.compile(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"not a regular expression: {error}") from None
    _check(tree)


def _check(tree: Any) -> None:
    for code, argument in tree:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, high, inner = argument
            if high > MAX_REPEAT:
                raise PatternError("an open-ended repeat (* or +); write {0,20} instead")
            single = len(inner) == 1 and inner[0][0] in (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY)
            if high > 1 and not single:
                raise PatternError("a group that repeats can take very long; repeat single characters only")
            _check(inner)
        elif code is codes.SUBPATTERN:
            _check(argument[-1])
        elif code is codes.BRANCH:
            for branch in argument[1]:
                _check(branch)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            _check(argument[1])
        elif code in (codes.GROUPREF, codes.GROUPREF_EXISTS):
            raise PatternError("a back-reference is not allowed")
