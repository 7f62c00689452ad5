"""Numbers as written: digits with separators, powers of ten, number words, Chinese numerals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_POWER = r"10(?:\^[0-9]{1,2}|[⁰¹²³⁴-⁹]{1,2})(?![0-9])"
_HAN_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5}
_HAN_DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
HAN = "".join((*_HAN_DIGITS, *_HAN_TENS, *_HAN_MYRIADS))
# The first character of a unit (kilogram, per cent) is not the last of a number.
_HAN = r"(?:[零〇一二两兩三四五六七八九十万萬亿億]|千(?![克卡焦米赫瓦])|百(?!分))"
_HAN_MAGNITUDE = r"(?:[十万萬亿億]|千(?![克卡焦米赫瓦])|百(?!分))"
_HAN_MORE = "[多余几餘]"
# Digits beyond this many are no amount but an identifier.
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Number:
    """A number's value and where it ends; `low` and `high` differ in "two or three" written as one (两三)."""

    low: float
    high: float
    text: str
    end: int
    open: bool = False


class NumberReader:
    """Reads the number that begins at a place, as one language writes it."""

    __slots__ = ("_groups", "_magnitudes", "_pattern", "_values", "_word", "pattern")

    def __init__(
        self,
        decimal: str,
        groups: str,
        words: Mapping[str, float],
        magnitudes: Mapping[str, float],
        joiners: tuple[str, ...],
        glued: bool,
    ) -> None:
        self._groups = groups
        self._values = dict(words)
        self._magnitudes = dict(magnitudes)
        point, group = _any(decimal), _any(groups)
        whole = rf"(?:(?!0)[0-9]{{1,3}}(?:{group}[0-9]{{3}})+(?![0-9])(?!{group}[0-9])|[0-9]+)"
        digits = rf"(?:{whole}(?:{point}[0-9]{{1,9}}(?![0-9]))?)"
        if decimal == ".":
            # "5,5": too few digits for a group, so a decimal comma all the same.
            digits = rf"(?:[0-9]+,[0-9]{{1,2}}(?![0-9.,])|{digits})"
        if set(decimal) & set(groups):
            # "1.000" groups, "1.5" does not: the grouped reading comes first and takes three digits only.
            digits = rf"(?:{whole}(?:{point}[0-9]{{1,9}}(?![0-9]))?|[0-9]+)"
        self.pattern = rf"(?:{digits} ?[x×] ?{_POWER}|{_POWER}|[0-9]{{0,3}}[{''.join(_VULGAR)}]|{digits}"
        self.pattern += rf"(?: ?{_HAN_MORE}? ?{_HAN_MAGNITUDE}{{1,3}})?|{_HAN}{{1,12}}"
        worded = self._worded(words, magnitudes, joiners, glued)
        self.pattern += rf"|{worded})" if worded else ")"
        scale = rf"(?: ?(?:{_longest(magnitudes)})(?![^\W\d_]))" if magnitudes else ""
        han = rf"(?: ?(?P<more>{_HAN_MORE})? ?(?P<han>{_HAN_MAGNITUDE}{{1,3}}))"
        scaled = f"(?P<scale>{scale}|{han})?" if scale else f"{han}?(?P<scale>(?!))?"
        self._pattern = re.compile(
            rf"(?P<base>{digits}) ?[x×] ?(?P<power>{_POWER})|(?P<lone>{_POWER})"
            rf"|(?P<int>[0-9]{{0,3}})(?P<vulgar>[{''.join(_VULGAR)}])"
            rf"|(?P<digits>{digits}){scaled}"
            rf"|(?P<numeral>{_HAN}{{1,12}})" + (rf"|(?P<words>{worded})" if worded else "|(?P<words>(?!))")
        )
        self._word = re.compile(_longest([*words, *magnitudes])) if worded else re.compile(r"(?!)")

    def read(self, text: str, at: int) -> Number | None:
        """Return the number that begins at `at`, or None."""
        match = self._pattern.match(text, at)
        if not match:
            return None
        found, end = match[0], match.end()
        if match["power"] or match["lone"]:
            base = self._digits(match["base"]) if match["base"] else 1.0
            value = None if base is None else base * _power(match["power"] or match["lone"])
        elif match["vulgar"]:
            value = float(match["int"] or 0) + _VULGAR[match["vulgar"]]
        elif match["digits"]:
            value = self._digits(match["digits"])
            if value is not None and match["han"]:
                value *= _han(match["han"])
            elif value is not None and match["scale"]:
                value *= self._magnitudes[match["scale"].strip()]
        elif match["numeral"]:
            pair = _neighbours(match["numeral"])
            if pair:
                return Number(*pair, found, end)
            value = _han(match["numeral"])
        else:
            value = self._words(match["words"])
        if value is None:
            return None
        value = round(value, 9)
        return Number(value, value, found, end, bool(match["more"]))

    def value(self, text: str) -> float | None:
        """Return the value of a text that is a number and nothing else."""
        number = self.read(text, 0)
        return number.low if number and number.end == len(text) else None

    def _digits(self, text: str) -> float | None:
        if len(text) > _MOST_DIGITS + 6:
            return None
        for mark in self._groups:
            grouped = re.fullmatch(rf"((?!0)[0-9]{{1,3}}(?:{re.escape(mark)}[0-9]{{3}})+)(\D[0-9]+)?", text)
            if grouped:
                text = re.sub(r"\D", "", grouped[1]) + (grouped[2] or "")
                break
        return float(text.replace(",", "."))

    def _worded(
        self, words: Mapping[str, float], magnitudes: Mapping[str, float], joiners: tuple[str, ...], glued: bool
    ) -> str:
        if not words:
            return ""
        between = "[- ]?" if glued else "[- ]"
        tens = _longest(word for word, value in words.items() if value >= 20)
        ones = _longest(word for word, value in words.items() if value < 10)
        term = rf"(?:(?:{tens}){between}(?:{ones})|{_longest(words)})"
        larger = _longest(magnitudes)
        joined = rf"(?:{between}(?:(?:{_longest(joiners)}) )?{term})?" if joiners else ""
        leading = _longest(word for word, value in magnitudes.items() if value <= 1000)
        tail = rf"(?:{between}(?:{larger}){joined}){{0,4}}"
        return rf"(?:(?:{term}|(?:{leading}){joined}){tail})(?![^\W\d_])"

    def _words(self, text: str) -> float | None:
        total, current = 0.0, 0.0
        for match in self._word.finditer(text):
            word = match[0]
            if word in self._values:
                current += self._values[word]
            elif self._magnitudes[word] == 100:
                current = (current or 1) * 100
            else:
                total += (current or 1) * self._magnitudes[word]
                current = 0.0
        return total + current


def _any(characters: str) -> str:
    return "[" + "".join(re.escape(character) for character in characters) + "]"


def _longest(words: Iterable[str]) -> str:
    """Return an alternation of the words, the longer first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _power(text: str) -> float:
    exponent = text[2:].lstrip("^").translate(_SUPERSCRIPTS)
    return float(10 ** min(int(exponent), 30))


def _neighbours(numeral: str) -> tuple[float, float] | None:
    """Return 2 and 3 for 两三, 50 and 60 for 五六十: two digits side by side, the second a little more."""
    if len(numeral) > 2 and all(character in _HAN_DIGITS for character in numeral):
        return None
    for index, (left, right) in enumerate(pairwise(numeral)):
        if left in _HAN_DIGITS and right in _HAN_DIGITS and 0 < _HAN_DIGITS[left] < _HAN_DIGITS[right]:
            if _HAN_DIGITS[right] > _HAN_DIGITS[left] + 2:
                return None
            low, high = (_han(numeral[:index] + digit + numeral[index + 2 :]) for digit in (left, right))
            return low, high
    return None


def _han(numeral: str) -> float:
    """Return the value of a Chinese numeral, positional (二〇二四) or with its magnitudes (一百五十)."""
    if len(numeral) > 1 and all(character in _HAN_DIGITS for character in numeral):
        return float("".join(str(_HAN_DIGITS[character]) for character in numeral))
    total, section, digit = 0, 0, None
    for character in numeral:
        if character in _HAN_DIGITS:
            digit = _HAN_DIGITS[character]
        elif character in _HAN_TENS:
            section += (1 if digit is None else digit or 1) * _HAN_TENS[character]
            digit = None
        else:
            myriad, part = _HAN_MYRIADS[character], section + (digit or 0)
            total = total + (part or 1) * myriad if total > myriad else (total + part or 1) * myriad
            section, digit = 0, None
    return float(total + section + (digit or 0))
