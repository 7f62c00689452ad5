"""What an amount is per, where that stands elsewhere in its clause."""

from __future__ import annotations

import re
from dataclasses import replace

from claimlint.nlp.model import Quantity
from claimlint.nlp.quantities.around import CLAUSE_END
from claimlint.nlp.quantities.grammar import Grammar, is_letter

_REACH = 44
# What has all that it contains listed after it: "each tablet provides 600 mg calcium and 125 IU vitamin D".
_CONTENT = frozenset({"serving", "capsule", "tablet", "100g", "100mL"})
_SENTENCE_END = re.compile(r"[.;:!?。；：！？\n]")


def with_clause(words: Grammar, text: str, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities with what the rest of their clause says of them."""
    return _per_shared(words, text, _per_dose(words, text, _per_far(words, text, found)))


def _per_far(words: Grammar, text: str, found: list[Quantity]) -> list[Quantity]:
    """ "350 mg magnesium per day": the words stand after what the dose is of, or before it."""
    result: list[Quantity] = []
    for index, quantity in enumerate(found):
        per = None
        if quantity.per is None and (quantity.dimension in words.doses or quantity.unit == "times"):
            floor = _floor(text, found, index)
            limit = found[index + 1].start if index + 1 < len(found) else len(text)
            per = _per_ahead(words, text, quantity, limit) or _per_behind(words, text, quantity, floor)
        if not per:
            result.append(quantity)
        elif quantity.unit == "times":
            result.append(replace(quantity, unit=f"times/{per}", dimension="frequency"))
        else:
            result.append(replace(quantity, per=per))
    return result


def _floor(text: str, found: list[Quantity], index: int) -> int:
    """Return how far back to look: to the quantity before, or past it where it stands in brackets."""
    while index and text[found[index - 1].end : found[index - 1].end + 1] in (")", "）"):
        index -= 1
    return found[index - 1].end if index else 0


def _per_ahead(words: Grammar, text: str, quantity: Quantity, limit: int) -> str | None:
    ahead = text[quantity.end : min(quantity.end + _REACH, limit)]
    stop = CLAUSE_END.search(ahead)
    for place in range(quantity.end, quantity.end + (stop.start() if stop else len(ahead))):
        if text[place] not in words.per.begins:
            continue
        if (text[place] == "/" and text[place - 1] not in ")）") or (
            is_letter(text[place]) and is_letter(text[place - 1])
        ):
            continue
        hit = words.per.after(text, place)
        if hit and hit[1] <= limit and not hit[0].startswith("/"):
            return hit[0]
    return None


def _per_behind(words: Grammar, text: str, quantity: Quantity, floor: int) -> str | None:
    for place in range(quantity.start, max(floor, quantity.start - words.reach), -1):
        if CLAUSE_END.match(text, place - 1):
            return None
        hit = words.per_before.before(text, place, floor) if text[place - 1] in words.per_before.ends else None
        if hit:
            return hit[0]
    return None


def _per_dose(words: Grammar, text: str, found: list[Quantity]) -> list[Quantity]:
    """Where a dose is followed by how often it is taken, the amount is that of each dose."""
    result = list(found)
    for index, frequency in enumerate(found[1:]):
        dose = found[index]
        if frequency.dimension == "frequency" and dose.per is None and dose.dimension in words.doses:
            between = text[dose.end : frequency.start]
            if len(between) <= _REACH and not _SENTENCE_END.search(between):
                result[index] = replace(dose, per="dose")
    return result


def _per_shared(words: Grammar, text: str, found: list[Quantity]) -> list[Quantity]:
    """ "310 mg for women and 400 mg for men per day": both are per day."""
    result = list(found)
    for index in range(len(found) - 2, -1, -1):
        if _shares(words, text, result[index], result[index + 1]) and result[index].per is None:
            result[index] = replace(result[index], per=result[index + 1].per)
    for index in range(1, len(found)):
        before = result[index - 1]
        if _shares(words, text, before, result[index]) and result[index].per is None and _leads(words, text, before):
            result[index] = replace(result[index], per=before.per)
    return result


def _shares(words: Grammar, text: str, first: Quantity, second: Quantity) -> bool:
    """Tell whether two doses stand so close, in the same unit or one in brackets, that "per day" may go for both."""
    if not {first.dimension, second.dimension} <= words.doses or "dose" in (first.per, second.per):
        return False
    between = text[first.end : second.start]
    if between.strip() in ("(", "（"):
        return True
    return (
        (first.unit == second.unit or first.per in _CONTENT)
        and len(between) <= _REACH
        and not _SENTENCE_END.search(between)
    )


def _leads(words: Grammar, text: str, dose: Quantity) -> bool:
    """Tell whether the words for what the dose is per stand before it."""
    return bool(words.per_before.after(text, dose.start)) or _per_behind(words, text, dose, 0) is not None
