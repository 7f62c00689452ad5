"""Finds the amounts in a block of prose.

A pattern finds where an amount may begin: a digit or a leading word. From there the reader looks at what
stands around: words before the number, a second number, the unit, what it is per, and words after. All it
knows of a language is in the language's `Grammar`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimlint.nlp.model import Quantity
from claimlint.nlp.quantities.around import Before, after, back, before, noun_after, skip, times_after, unit_after
from claimlint.nlp.quantities.clause import with_clause
from claimlint.nlp.quantities.grammar import Grammar, Lead, Unit, grammar, is_letter
from claimlint.nlp.quantities.numbers import HAN, Number
from claimlint.nlp.quantities.specials import confidence, date, p_value, ratio, share

YEARS = range(1900, 2101)
AGES = range(1, 121)
_NEXT = re.compile(r"[一-鿿]{1,4}[0-9]")  # a number right after a verb, where no spaces part the words
_STUDY_WINDOW = 60
_LONGEST_LIST = 4
# How many of one unit the next holds, for a range that goes from the one to the other: "30 minutes to 1 hour".
_STEPS = {
    ("seconds", "minutes"): 60,
    ("minutes", "hours"): 60,
    ("hours", "days"): 24,
    ("days", "weeks"): 7,
    ("ug", "mg"): 1000,
    ("mg", "g"): 1000,
}
_LISTED = frozenset({"mass", "activity", "substance", "volume"})
_PER_TIME = frozenset({"day", "night", "week", "month", "year", "hour"})
_RUN = re.compile(r"[0-9]+(?:\.[0-9]+)*|.", re.DOTALL)
_SOFT_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_DIGIT = re.compile("[0-9]")
_SOON = re.compile(rf"[^,.;:!?，。；：！？、\n]{{0,6}}[0-9{HAN}]")
_SLASHED = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/])")


@dataclass(frozen=True, slots=True)
class _Core:
    """One number or a range, with its unit where one stands beside it."""

    low: float
    high: float
    end: int
    unit: Unit | None
    number: Number
    open: bool
    approximate: bool
    range: bool


def find_quantities(text: str, language: str) -> list[Quantity]:
    """Return every amount in `text`, in order and without overlap.

    A span takes in the words that belong to the amount ("about", "over"), its unit, and what it is per where
    that stands next to it. Where it stands further off in the clause ("350 mg magnesium per day"), `per` is
    set and the span is left as it is. Offsets are code points of `text`.
    """
    words = grammar(language)
    plain = _plain(text, words.forms)
    found: list[Quantity] = []
    at, floor = 0, 0
    while match := words.scan.search(plain, at):
        quantity, at = _read(words, plain, match.start(), floor)
        if quantity:
            found.append(quantity)
            floor = at
    return with_clause(words, plain, found)


def _plain(text: str, forms: dict[str, str]) -> str:
    """Return the text in lower case and in one form of each sign, each character still at its place."""
    shaped = _SOFT_BREAK.sub(" ", text) if "\n" in text else text
    # Few texts have any of these, and replacing what is there costs less than translating all.
    for odd in forms.keys() & set(shaped):
        shaped = shaped.replace(odd, forms[odd])
    lower = shaped.lower()
    if len(lower) == len(shaped):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in shaped)


def _read(words: Grammar, text: str, at: int, floor: int) -> tuple[Quantity | None, int]:
    """Return the quantity whose number begins at `at`, if it is one, and where to go on."""
    if _inside_name(text, at):
        return None, _run(text, at)
    if text[at].isdigit() or text[at] in words.special:
        for special in (date, p_value, confidence):
            if quantity := special(words, text, at):
                return quantity, quantity.end
    if noise := words.noise.match(text, at):
        return None, max(noise.end(), at + 1)
    if reference := _reference(words, text, at, floor):
        return None, reference
    lead = before(words, text, at, floor)
    if quantity := ratio(words, text, at, lead):
        return quantity, quantity.end
    if skipped := words.never.after(text, at):
        return None, skipped[1]
    quantity, end = _amount(words, text, at, lead, floor)
    if not quantity and (listed := words.shares.after(text, at)):
        quantity = share(words, text, lead, *listed)
        return quantity, quantity.end
    return quantity, end


def _reference(words: Grammar, text: str, at: int, floor: int) -> int | None:
    """Return the end of the words at `at` that tell what a number soon after them is per: "per 100 g", 一周两次."""
    hit = words.per_before.after(text, at)
    if not hit or words.per_before.before(text, at, floor):
        return None
    counts = not text[at].isdigit() and _DIGIT.search(text, at, hit[1])
    return hit[1] if counts or _SOON.match(text, hit[1]) else None


def _inside_name(text: str, at: int) -> bool:
    """Tell whether what begins at `at` is the number of a name (B12, omega-3, COVID-19) or a part of a number."""
    if at == 0 or text[at] not in "0123456789":
        return False
    previous = text[at - 1]
    if is_letter(previous) or previous in "0123456789_":
        return True
    if previous == ".":
        return at == 1 or not text[at - 2].isalpha()
    return previous in "-‑" and at > 1 and text[at - 2].isalpha()


def _run(text: str, at: int) -> int:
    """Return the end of the digits that begin at `at`, or of the one character."""
    run = _RUN.match(text, at)
    return run.end() if run else at + 1


def _amount(words: Grammar, text: str, at: int, lead: Before, floor: int) -> tuple[Quantity | None, int]:
    core = _core(words, text, at, lead)
    if not core:
        return None, _run(text, at)
    failed = core.number.end
    meaning = _meaning(words, text, core, lead)
    if not meaning:
        return None, failed
    dimension, unit = meaning
    start = _start(lead, core, dimension)
    end, trailing = after(words, text, core.end)
    low, high = core.low, core.high
    per: str | None = None
    if dimension == "calendar-year":
        if decade := words.decades.after(text, core.end):
            high, end = low + 9, decade[1]
    elif dimension not in ("age", "index"):
        unit_end = end
        per, end, further = _per(words, text, end)
        trailing |= further
        if dimension == "time" and per not in _PER_TIME:
            per, end = None, unit_end
        if per and per.startswith("/"):
            if dimension in words.concentration:
                unit, dimension = unit + per, "concentration"
            per = None
        if per is None and dimension != "concentration" and unit != "%":
            ahead = words.per_before.before(text, back(text, start, floor), floor)
            per, start = ahead or (None, start)
    single = core.number.text in words.articles and not core.range
    if single and unit not in words.articled and not (unit == "times" and per):
        return None, failed
    if unit == "times" and per:
        unit, dimension, per = f"times/{per}", "frequency", None
    about = core.approximate or "about" in lead.kinds | trailing
    quantity = Quantity(
        *_open(low, high, _bound(lead, core, dimension, trailing)), unit, dimension, per, about, start, end
    )
    return _in_study(words, text, quantity), end


def _core(words: Grammar, text: str, at: int, lead: Before) -> _Core | None:
    """Return the number or range at `at`, with its unit."""
    if fraction := words.fractions.after(text, at):
        unit = unit_after(words, text, fraction[1])
        if unit and unit[0].dimension != "count":
            number = Number(fraction[0], fraction[0], "", fraction[1])
            return _Core(fraction[0], fraction[0], unit[1], unit[0], number, False, False, False)
    if slashed := _slashed(words, text, at):
        return slashed
    if vague := words.vague.after(text, at):
        number = Number(vague[0], vague[0], "", vague[1], True)
        unit = unit_after(words, text, vague[1]) or noun_after(words, text, vague[1])
        return _Core(vague[0], vague[0], unit[1], unit[0], number, True, True, False) if unit else None
    if adverb := words.adverbs.after(text, at):
        number = Number(adverb[0], adverb[0], text[at : adverb[1]], adverb[1])
        unit = times_after(words, text, number)
        return _Core(adverb[0], adverb[0], unit[1], unit[0], number, False, False, False) if unit else None
    first = words.numbers.read(text, at)
    if not first or (first.end < len(text) and text[first.end] in "0123456789"):
        return None
    core = _counted(words, text, _halved(words, text, first), lead)
    of_age = "ages_of" in lead.kinds and lead.bound()  # "women over 50, 18 mg a day"
    if not core.unit and not core.range and not of_age and (listed := _listed(words, text, first)):
        return _scaled(replace(core, unit=listed))
    return core


def _listed(words: Grammar, text: str, number: Number) -> Unit | None:
    """Return the unit at the end of a list that the number begins: "200, 400 and 800 mg"."""
    end = number.end
    for _ in range(_LONGEST_LIST):
        mark = words.lists.after(text, skip(text, end))
        following = words.numbers.read(text, skip(text, mark[1])) if mark else None
        if not following:
            return None
        end = following.end
        if unit := unit_after(words, text, end):
            return unit[0] if unit[0].dimension in _LISTED else None
    return None


def _halved(words: Grammar, text: str, number: Number) -> Number:
    """Return the number with the half that is said after it: "two and a half"."""
    half = words.halves.after(text, number.end)
    return replace(number, low=number.low + 0.5, high=number.high + 0.5, end=half[1]) if half else number


def _counted(words: Grammar, text: str, first: Number, lead: Before) -> _Core:
    """Return the range that begins with the number, or else the number alone, with its unit."""
    more = None
    unit = unit_after(words, text, first.end)
    if not unit and (more := words.more.after(text, skip(text, first.end))):
        unit = unit_after(words, text, more[1])
    if not more and (span := _range(words, text, first, unit, lead)):
        return _scaled(span)
    end = more[1] if more else first.end
    unit = unit or noun_after(words, text, end)
    low, high = first.low, first.high
    if unit and unit[0].dimension == "time" and (half := words.halves_after.after(text, unit[1])):
        low, high, unit = low + 0.5, high + 0.5, (unit[0], half[1])
    is_open = bool(more) or first.open
    end = unit[1] if unit else end
    return _scaled(_Core(low, high, end, unit[0] if unit else None, first, is_open, low != high, False))


def _scaled(core: _Core) -> _Core:
    if not core.unit or core.unit.factor == 1:
        return core
    low, high = (round(value * core.unit.factor, 6) for value in (core.low, core.high))
    return replace(core, low=low, high=high)


def _slashed(words: Grammar, text: str, at: int) -> _Core | None:
    """Return "1/2 teaspoon" as a half, and "120/80 mmHg" as the range of its two values."""
    match = _SLASHED.match(text, at)
    unit = unit_after(words, text, match.end()) if match else None
    if not match or not unit or match[2] == "0":
        return None
    part, whole = float(match[1]), float(match[2])
    if unit[0].dimension == "pressure":
        low, high = min(part, whole), max(part, whole)
    elif unit[0].dimension in words.doses | {"time"} and part < whole:
        low = high = round(part / whole, 3)
    else:
        return None
    return _Core(low, high, unit[1], unit[0], Number(low, high, match[0], match.end()), False, False, low != high)


def _range(words: Grammar, text: str, first: Number, unit: tuple[Unit, int] | None, lead: Before) -> _Core | None:
    """Return the range where a second number follows the first: "5–10", "5 mg to 10 mg", "5 ± 1"."""
    for end in (unit[1], first.end) if unit else (first.end,):
        place = skip(text, end)
        if deviation := words.plus_minus.after(text, place):
            second = words.numbers.read(text, skip(text, deviation[1]))
            if second:
                found = unit_after(words, text, second.end)
                low, high = round(first.low - second.low, 9), round(first.low + second.low, 9)
                known = found or unit
                return _Core(
                    low, high, found[1] if found else second.end, known and known[0], first, False, False, True
                )
        join, pair = words.ranges.after(text, place), words.pairs.after(text, place)
        if not join and not (pair and ("between" in lead.kinds or words.between_end.entries)):
            continue
        begin = skip(text, (join or pair or ("", place))[1])
        about = words.lead.after(text, begin)
        if about and about[0] == "about":
            begin = skip(text, about[1])
        second = words.numbers.read(text, begin)
        if not second or (second.end < len(text) and text[second.end] in "0123456789"):
            continue
        second = _halved(words, text, second)
        more = words.more.after(text, skip(text, second.end))
        found = unit_after(words, text, more[1] if more else second.end)
        step = _STEPS.get((unit[0].id, found[0].id)) if unit and found and join else None
        if step and unit and found and first.low < second.low * step:
            return _Core(first.low, second.high * step, found[1], unit[0], first, False, False, True)
        if second.high <= first.low or (unit and (not found or found[0].id != unit[0].id)):
            continue
        found = found or noun_after(words, text, second.end)
        last = found[1] if found else second.end
        if not join and "between" not in lead.kinds and not words.between_end.after(text, last):
            continue
        is_open = bool(more and found)
        return _Core(first.low, second.high, last, found[0] if found else None, first, is_open, False, True)
    return None


def _per(words: Grammar, text: str, end: int) -> tuple[str | None, int, frozenset[Lead]]:
    """Return what the amount is per, where that follows at once, and the new end."""
    hit = words.per.after(text, end) or words.per.after(text, skip(text, end))
    if not hit:
        return None, end, frozenset()
    phrase = text[end : hit[1]].strip()
    led = words.numbers.read(text, skip(text, hit[1])) or _NEXT.match(text, hit[1])
    if phrase in words.per_before.entries and led:
        # The phrase belongs to the number after it: 60人每日服用300mg.
        return None, end, frozenset()
    last, further = after(words, text, hit[1])
    return hit[0], last, further


def _meaning(words: Grammar, text: str, core: _Core, lead: Before) -> tuple[str, str] | None:
    """Return dimension and unit of the number, or None where it is no quantity."""
    kinds, unit = lead.kinds, core.unit
    if unit:
        if "label" in kinds and unit.dimension in ("count", "time", "share", "unit-count"):
            return None
        if unit.name in words.halved_only and core.low == int(core.low):
            return None
        if unit.id == "years" and unit.name in words.calendar and _is_year(core.low) and _is_year(core.high):
            return "calendar-year", "year"
        if unit.id == "years" and unit.dimension == "time" and _is_age(words, core, kinds):
            return "age", "years"
        return unit.dimension, unit.id
    if "label" in kinds:
        return None
    if core.low in AGES and core.high in AGES:
        if "age" in kinds:
            return "age", "years"
        bounded = core.open or (kinds | after(words, text, core.end)[1]) & {"min", "max", "between"}
        if "ages_of" in kinds and bounded and core.low >= 10:
            return "age", "years"
    if "sample" in kinds:
        return "count", "participants"
    if _is_bare_year(words, text, core):
        return "calendar-year", "year"
    if "index" in kinds or text[lead.start : lead.start + 1] in tuple("<>≤≥"):
        return "index", "index"
    return None


def _is_year(value: float) -> bool:
    return value == int(value) and int(value) in YEARS


def _is_age(words: Grammar, core: _Core, kinds: frozenset[Lead]) -> bool:
    """Tell whether years are an age: after a word for age, or as a bound such as "over 65 years"."""
    if "age" in kinds:
        return True
    bounded = bool(kinds & {"min", "max", "between"})
    return bounded and ("ages_of" in kinds or (words.age_bound is not None and core.low >= words.age_bound))


def _is_bare_year(words: Grammar, text: str, core: _Core) -> bool:
    """Tell whether a number without a unit is a calendar year."""
    if not (_is_year(core.low) and _is_year(core.high)) or len(core.number.text) != 4:
        return False
    begin, end = core.number.end - 4, core.end
    if begin and text[begin - 1] in "$€£¥#/.-:":
        return False
    if words.decades.after(text, end):
        return True
    following = text[end : end + 1]
    if following.isalnum() or (following and following in "%/-‑:;$€£"):
        return False
    return not (following in (".", ",") and text[end + 1 : end + 2].isdigit())


def _start(lead: Before, core: _Core, dimension: str) -> int:
    if lead.during is not None and dimension in ("time", "calendar-year"):
        return lead.during
    if lead.index is not None and dimension != "index":
        return lead.index
    return lead.start if core.range else lead.inner


def _bound(lead: Before, core: _Core, dimension: str, trailing: frozenset[Lead]) -> Lead | None:
    if "min" in trailing or "max" in trailing:
        return "min" if "min" in trailing else "max"
    if lead.bound() and not (lead.during is not None and dimension in ("time", "calendar-year")):
        return lead.bound()
    return "min" if core.open else None


def _open(low: float, high: float, bound: Lead | None) -> tuple[float | None, float | None]:
    """Return the values with the end that the bound leaves open; a range keeps both."""
    if low != high:
        return low, high
    return (None if bound == "max" else low), (None if bound == "min" else high)


def _in_study(words: Grammar, text: str, quantity: Quantity) -> Quantity:
    study = words.study
    if study and quantity.unit in study.units:
        window = text[max(0, quantity.start - _STUDY_WINDOW) : quantity.end + _STUDY_WINDOW]
        if any(word in window for word in study.words):
            return replace(quantity, unit=study.unit)
    return quantity
