"""Finds the amounts in a block of prose.

A pattern finds where an amount may begin: a digit or a leading word. From there the reader looks at what
stands around: words before the number, a second number, the unit, what it is per, and words after. All it
knows of a language is in the language's `Grammar`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimlint.nlp.model import Quantity
from claimlint.nlp.quantities.grammar import Grammar, Lead, Share, Unit, grammar, is_letter
from claimlint.nlp.quantities.numbers import Number

YEARS = range(1900, 2101)
_LOOK_BACK = 16
_LOOK_AHEAD = 44
_NOUN_GAP = 14
_STUDY_WINDOW = 60
_CLAUSE_END = re.compile(r"[.,;:!?。，；：！？、()（）\n]")
_WORD = re.compile(r"[^\W\d_][\w'’-]{1,24}")
_FORMS = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    | {"％": "%", "﹪": "%", "／": "/", "．": ".", "＋": "+", "～": "~", "∼": "~", "〜": "~", "＜": "<", "＞": ">"}
    | {"＝": "=", "－": "-", "μ": "µ", "⩽": "≤", "⩾": "≥", "\u2010": "-", "\u2012": "–", "\u2015": "—"}
    | {chr(code): " " for code in (9, 10, 11, 12, 13, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)}
)


@dataclass(frozen=True, slots=True)
class _Before:
    """The words before a number: where they begin, and what they say of it."""

    start: int
    kinds: frozenset[Lead]
    inner: int
    """Where they begin without a leading "between"."""

    def bound(self) -> Lead | None:
        """Return "min" or "max" where the words leave the other end open."""
        return "min" if "min" in self.kinds else "max" if "max" in self.kinds else None


def find_quantities(text: str, language: str) -> list[Quantity]:
    """Return every amount in `text`, in order and without overlap.

    A span takes in the words that belong to the amount ("about", "over"), its unit, and what it is per where
    that stands next to it. Where it stands further off in the clause ("350 mg magnesium per day"), `per` is
    set and the span is left as it is. Offsets are code points of `text`.
    """
    words = grammar(language)
    plain = _plain(text)
    found: list[Quantity] = []
    at, floor = 0, 0
    while match := words.scan.search(plain, at):
        quantity, at = _read(words, plain, match.start(), floor)
        if quantity:
            found.append(quantity)
            floor = at
    return _per_dose(plain, _per_far(words, plain, found))


def _plain(text: str) -> str:
    """Return the text in lower case and in one form of each sign, each character still at its place."""
    shaped = text.translate(_FORMS)
    lower = shaped.lower()
    if len(lower) == len(shaped):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in shaped)


def _read(words: Grammar, text: str, at: int, floor: int) -> tuple[Quantity | None, int]:
    """Return the quantity whose number begins at `at`, if it is one, and where to go on."""
    if _inside_name(text, at):
        return None, _end_of_run(text, at)
    if skipped := words.never.after(text, at):
        return None, skipped[1]
    for special in (_date, _p_value, _confidence):
        if quantity := special(words, text, at):
            return quantity, quantity.end
    if noise := words.noise.match(text, at):
        return None, max(noise.end(), at + 1)
    before = _before(words, text, at, floor)
    if share := words.shares.after(text, at):
        quantity = _share(words, text, before, *share)
        return quantity, quantity.end
    if quantity := _ratio(words, text, at, before):
        return quantity, quantity.end
    return _amount(words, text, at, before, floor)


def _inside_name(text: str, at: int) -> bool:
    """Tell whether what begins at `at` is the number of a name: B12, omega-3, COVID-19, 2.5 of PM2.5."""
    if at == 0 or text[at] not in "0123456789":
        return False
    previous = text[at - 1]
    if is_letter(previous) or previous in "0123456789_":
        return True
    if previous in ".,":
        return at > 1 and text[at - 2] in "0123456789"
    return previous in "-‑" and at > 1 and text[at - 2].isalpha()


def _end_of_run(text: str, at: int) -> int:
    """Return the end of the digits, and of decimals, that begin at `at`."""
    run = re.compile(r"[0-9]+(?:[.,][0-9]+)*").match(text, at)
    return run.end() if run else at + 1


def _skip(text: str, at: int, signs: str = " ") -> int:
    """Return the place after at most two of the signs."""
    for _ in range(2):
        if at < len(text) and text[at] in signs:
            at += 1
    return at


def _before(words: Grammar, text: str, at: int, floor: int) -> _Before:
    start = inner = at
    kinds: set[Lead] = set()
    for _ in range(5):
        place = start
        while place > floor and place > start - 2 and text[place - 1] == " ":
            place -= 1
        hit = words.lead.before(text, place, floor)
        if not hit and not kinds & {"min", "max"}:
            hit = _bridged(words, text, place, floor)
        if not hit:
            break
        kind, start = hit
        kinds.add(kind)
        if kind in ("label", "ages_of", "between"):
            break
        inner = start
    return _Before(inner if kinds & {"label", "ages_of"} else start, frozenset(kinds), inner)


def _bridged(words: Grammar, text: str, at: int, floor: int) -> tuple[Lead, int] | None:
    """Return the open bound that stands before a verb before the number: 最多可降低 40%."""
    for _ in range(3):
        bridge = words.bridges.before(text, at, floor)
        if not bridge:
            return None
        at = bridge[1]
        hit = words.lead.before(text, at, floor)
        if hit and hit[0] in ("min", "max"):
            return hit
    return None


def _after(words: Grammar, text: str, at: int) -> tuple[int, frozenset[Lead]]:
    """Return the end of the qualifying words after a number or unit, and what they say."""
    kinds: set[Lead] = set()
    for _ in range(2):
        hit = words.trail.after(text, _skip(text, at))
        if not hit:
            break
        kinds.add(hit[0])
        at = hit[1]
    return at, frozenset(kinds)


def _unit(words: Grammar, text: str, at: int) -> tuple[Unit, int] | None:
    hit = words.units.after(text, at) or words.units.after(text, _skip(text, at, " -‑"))
    if not hit:
        return None
    unit, end = hit
    return None if text.startswith(unit.not_followed, end) and unit.not_followed else hit


def _noun(words: Grammar, text: str, at: int) -> tuple[Unit, int] | None:
    """Return what is counted: its name stands after a classifier, or after a few words that describe it."""
    place = _skip(text, at)
    classifier = words.classifiers.after(text, place)
    if classifier:
        return _classified(words, text, place, classifier)
    for _ in range(words.gap):
        word = _WORD.match(text, place)
        if not word or word[0] in words.breakers or text[word.end() : word.end() + 1] not in (" ", "-"):
            return None
        place = word.end() + 1
        if hit := words.nouns.after(text, place):
            return hit
    return None


def _times(words: Grammar, text: str, number: Number) -> tuple[Unit, int] | None:
    """Return the unit of an adverb ("twice"), where it says how often in what time."""
    if number.text not in words.adverbs.entries or not words.per.after(text, _skip(text, number.end)):
        return None
    return words.often, number.end


def _classified(words: Grammar, text: str, place: int, classifier: tuple[Unit | None, int]) -> tuple[Unit, int] | None:
    default, end = classifier
    of_people = text[place:end] in words.people_classifiers
    for offset in range(end, min(end + _NOUN_GAP, len(text))):
        if _CLAUSE_END.match(text, offset):
            break
        hit = words.nouns.after(text, offset)
        if hit and hit[0].dimension == "count" and len(hit[0].name) > 1 and _follows(hit, text):
            if not of_people or hit[0].id in words.people:
                return hit
    return (default, end) if default else None


def _follows(hit: tuple[Unit, int], text: str) -> bool:
    return not (hit[0].not_followed and text.startswith(hit[0].not_followed, hit[1]))


def _amount(words: Grammar, text: str, at: int, before: _Before, floor: int) -> tuple[Quantity | None, int]:
    number, approximate, is_open = _number(words, text, at)
    adverb = _times(words, text, number) if number else None
    if not number or (number.text in words.adverbs.entries and not adverb):
        return None, _end_of_run(text, at)
    low: float = number.low
    high: float = number.high
    end = number.end
    unit_hit = _unit(words, text, end)
    more = words.more.after(text, _skip(text, end)) if not unit_hit else None
    if more:
        is_open, end = True, more[1]
        unit_hit = _unit(words, text, end)
    span = None if more else _range(words, text, number, unit_hit, before)
    start = before.start
    if span:
        low, high, end, unit_hit, is_open = span
    elif "between" in before.kinds:
        start = before.inner
    failed = number.end
    unit_hit = adverb or unit_hit or _noun(words, text, end)
    single = number.text in words.articles and not span
    if unit_hit and single and unit_hit[0].id not in words.articled:
        return None, failed
    if unit_hit and "label" in before.kinds and unit_hit[0].dimension in ("count", "time", "share"):
        return None, failed
    unit = unit_hit[0] if unit_hit else None
    if unit_hit:
        end = unit_hit[1]
    dimension, unit_id, factor = _meaning(words, text, unit, low, high, number, before, end)
    if dimension is None:
        return None, failed
    if dimension == "calendar-year" and not unit:
        decade = words.decades.after(text, end)
        if decade:
            high, end = low + 9, decade[1]
    per = None
    end, trailing = _after(words, text, end)
    per_hit = words.per.after(text, end) or words.per.after(text, _skip(text, end))
    if per_hit and dimension not in ("calendar-year", "age", "index"):
        per, end = per_hit
        if per.startswith("/"):
            if dimension in ("mass", "activity", "substance", "energy"):
                unit_id, dimension = unit_id + per, "concentration"
            per = None
        end, further = _after(words, text, end)
        trailing |= further
    per_start = _per_before(words, text, start, floor) if dimension not in ("calendar-year", "age", "index") else None
    if per_start and per is None and dimension not in ("share", "concentration"):
        per, start = per_start
    bound = before.bound() or ("min" if is_open or "min" in trailing else "max" if "max" in trailing else None)
    kinds = before.kinds | trailing
    if factor != 1:
        low, high = round(low * factor, 6), round(high * factor, 6)
    if dimension == "count" and unit_id == "times" and per:
        dimension, unit_id, per = "frequency", f"times/{per}", None
    quantity = Quantity(low, high, unit_id, dimension, per, approximate or "about" in kinds, start, end)
    if bound == "min" and not (low != high and not number.open):
        quantity = replace(quantity, high=None)
    elif bound == "max" and low == high:
        quantity = replace(quantity, low=None)
    return _in_study(words, text, quantity), end


def _number(words: Grammar, text: str, at: int) -> tuple[Number | None, bool, bool]:
    """Return the number at `at`, whether it is approximate, and whether it has no upper end."""
    if vague := words.vague.after(text, at):
        return Number(vague[0], vague[0], text[at : vague[1]], vague[1]), True, True
    if adverb := words.adverbs.after(text, at):
        return Number(adverb[0], adverb[0], text[at : adverb[1]], adverb[1]), False, False
    number = words.numbers.read(text, at)
    if not number or (number.end < len(text) and text[number.end] in "0123456789"):
        return None, False, False
    return number, number.low != number.high, number.open


def _range(
    words: Grammar, text: str, first: Number, unit: tuple[Unit, int] | None, before: _Before
) -> tuple[float, float, int, tuple[Unit, int] | None, bool] | None:
    """Return low, high, end, unit and openness where a second number makes a range with the first."""
    for place in (unit[1], first.end) if unit else (first.end,):
        place = _skip(text, place)
        if deviation := words.plus_minus.after(text, place):
            second = words.numbers.read(text, _skip(text, deviation[1]))
            if second:
                found = _unit(words, text, second.end) or unit
                low, high = round(first.low - second.low, 9), round(first.low + second.low, 9)
                return low, high, second.end if not found or found is unit else found[1], found, False
        join = words.ranges.after(text, place)
        if not join and "between" in before.kinds:
            join = words.pairs.after(text, place)
        if not join:
            continue
        begin = _skip(text, join[1])
        lead = words.lead.after(text, begin)
        if lead and lead[0] == "about":
            begin = _skip(text, lead[1])
        second = words.numbers.read(text, begin)
        if not second or second.high <= first.low:
            continue
        end = second.end
        more = words.more.after(text, _skip(text, end))
        found = _unit(words, text, more[1] if more else end)
        if unit and (not found or found[0].id != unit[0].id):
            continue
        return first.low, second.high, more[1] if more and found else end, found, bool(more and found)
    return None


def _meaning(
    words: Grammar,
    text: str,
    unit: Unit | None,
    low: float,
    high: float,
    number: Number,
    before: _Before,
    end: int,
) -> tuple[str | None, str, float]:
    """Return dimension, unit and factor of the number; no dimension where it is not a quantity."""
    kinds = before.kinds
    if unit:
        if unit.id == "years":
            if unit.name in words.calendar and _is_year(low) and _is_year(high):
                return "calendar-year", "year", 1
            bounded = kinds & {"min", "max", "between"}
            if "age" in kinds or (words.age_bound is not None and bounded and low >= words.age_bound):
                return "age", "years", 1
        return unit.dimension, unit.id, unit.factor
    if "label" in kinds:
        return None, "", 1
    if "age" in kinds and high <= 120:
        return "age", "years", 1
    if "ages_of" in kinds and kinds & {"min", "max"} and 10 <= low <= 110:
        return "age", "years", 1
    if _bare_year(text, number, low, high, end, words):
        return "calendar-year", "year", 1
    first = text[before.start : before.start + 1]
    if "index" in kinds or (first and first in "<>≤≥"):
        return "index", "index", 1
    return None, "", 1


def _is_year(value: float) -> bool:
    return value == int(value) and int(value) in YEARS


def _bare_year(text: str, number: Number, low: float, high: float, end: int, words: Grammar) -> bool:
    if not (_is_year(low) and _is_year(high) and len(number.text) == 4 and number.text.isdigit()):
        return False
    before = number.end - len(number.text)
    if before and text[before - 1] in "$€£¥#/.,-:":
        return False
    if end < len(text) and (text[end].isalnum() or text[end] in "%/-‑:;$€£"):
        return bool(words.decades.after(text, end))
    return not (text[end : end + 1] in (".", ",") and text[end + 1 : end + 2].isdigit())


def _per_before(words: Grammar, text: str, start: int, floor: int) -> tuple[str, int] | None:
    place = start
    while place > floor and place > start - 2 and text[place - 1] == " ":
        place -= 1
    return words.per_before.before(text, place, floor)


def _in_study(words: Grammar, text: str, quantity: Quantity) -> Quantity:
    study = words.study
    if study and quantity.unit in study.units:
        window = text[max(0, quantity.start - _STUDY_WINDOW) : quantity.end + _STUDY_WINDOW]
        if any(word in window for word in study.words):
            return replace(quantity, unit=study.unit)
    return quantity


def _share(words: Grammar, text: str, before: _Before, share: Share, end: int) -> Quantity:
    low, high = share.low, share.high
    bound = before.bound()
    end, trailing = _after(words, text, end)
    if low is not None and low == high:
        if bound == "min" or "min" in trailing:
            high = None
        elif bound == "max" or "max" in trailing:
            low = None
    start = before.inner if "between" in before.kinds else before.start
    about = share.approximate or "about" in before.kinds | trailing
    return Quantity(low, high, "%", share.dimension, None, about, start, end)


def _ratio(words: Grammar, text: str, at: int, before: _Before) -> Quantity | None:
    for pattern in words.ratios:
        match = pattern.match(text, at)
        if not match:
            continue
        part, whole = words.numbers.value(match["a"]), words.numbers.value(match["b"])
        if part is None or whole is None or not 0 < part <= whole or whole <= 1:
            continue
        if part != 1 and whole > words.ratio_limit:
            continue
        unit = _unit(words, text, match.end())
        if unit and unit[0].dimension not in ("count",):
            continue
        value = round(part / whole * 100, 1)
        return _share(words, text, before, Share(value, value, False, "share"), match.end())
    return None


def _date(words: Grammar, text: str, at: int) -> Quantity | None:
    for pattern in words.dates:
        if match := pattern.match(text, at):
            year = float(match["y"]) if match.groupdict().get("y") else None
            return Quantity(year, year, "date", "date", None, False, at, match.end())
    return None


def _p_value(words: Grammar, text: str, at: int) -> Quantity | None:
    match = words.p_value.match(text, at)
    if not match:
        return None
    value = float(match["p"].replace(",", "."))
    low = None if match["sign"] in ("<", "≤") and match["sign"] else value
    high = None if match["sign"] in (">", "≥") and match["sign"] else value
    return Quantity(low, high, "p", "p-value", None, False, at, match.end())


def _confidence(words: Grammar, text: str, at: int) -> Quantity | None:
    match = words.confidence.match(text, at)
    if not match or not (match["level"] or match["a"]):
        return None
    low, high = (_signed(words, match[name]) if match[name] else None for name in ("a", "b"))
    return Quantity(low, high, "CI", "confidence-interval", None, False, at, match.end())


def _signed(words: Grammar, text: str) -> float | None:
    value = words.numbers.value(text.lstrip("-−"))
    return -value if value is not None and text[0] in "-−" else value


def _per_far(words: Grammar, text: str, found: list[Quantity]) -> list[Quantity]:
    """Give doses what they are per where it stands elsewhere in their clause."""
    result: list[Quantity] = []
    for index, quantity in enumerate(found):
        wanted = quantity.dimension in words.doses or quantity.unit == "times"
        if quantity.per or not wanted:
            result.append(quantity)
            continue
        floor = found[index - 1].end if index else 0
        limit = found[index + 1].start if index + 1 < len(found) else len(text)
        per = _per_within(words, text, quantity, floor, limit)
        if per and quantity.unit == "times":
            quantity = replace(quantity, unit=f"times/{per}", dimension="frequency")
        elif per:
            quantity = replace(quantity, per=per)
        result.append(quantity)
    return result


def _per_within(words: Grammar, text: str, quantity: Quantity, floor: int, limit: int) -> str | None:
    ahead = text[quantity.end : min(quantity.end + _LOOK_AHEAD, limit)]
    stop = _CLAUSE_END.search(ahead)
    end = quantity.end + (stop.start() if stop else len(ahead))
    for place in range(quantity.end, end):
        if text[place - 1] == " " or not is_letter(text[place]):
            hit = words.per.after(text, place)
            if hit and not hit[0].startswith("/") and (text[place] != "/") and hit[1] - place > 1:
                return hit[0]
    begin = max(floor, quantity.start - _LOOK_BACK)
    for place in range(quantity.start, begin, -1):
        if _CLAUSE_END.match(text, place - 1):
            break
        hit = words.per_before.before(text, place, begin)
        if hit and place - hit[1] > 1:
            return hit[0]
    return None


def _per_dose(text: str, found: list[Quantity]) -> list[Quantity]:
    """Where a dose is followed by how often it is taken, the amount is that of each dose."""
    result = list(found)
    for index, (dose, frequency) in enumerate(zip(found, found[1:], strict=False)):
        if frequency.dimension != "frequency" or dose.per or dose.dimension not in ("mass", "activity", "unit-count"):
            continue
        between = text[dose.end : frequency.start]
        if len(between) <= _LOOK_AHEAD and not re.search(r"[.;:!?。；：！？\n]", between):
            result[index] = replace(dose, per="dose")
    return result
