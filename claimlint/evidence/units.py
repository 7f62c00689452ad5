"""Amounts brought to one unit.

Units are UCUM-like; what follows the first word names an equivalence and is not converted ("ug RAE", "mg NE").
"""

from __future__ import annotations

from claimlint.evidence.model import Measures

GRAMS = {"kg": 1e3, "g": 1.0, "mg": 1e-3, "ug": 1e-6, "mcg": 1e-6, "µg": 1e-6, "ng": 1e-9}
MOLES = {"mol": 1.0, "mmol": 1e-3, "umol": 1e-6, "nmol": 1e-9}
ACTIVITY = {"IU": 1.0, "[IU]": 1.0, "[iU]": 1.0, "kIU": 1e3}
DAYS = {"day": 1.0, "d": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
ENERGY = {"kcal": 1.0, "kJ": 1 / 4.184, "MJ": 1000 / 4.184}


def base(unit: str) -> str:
    """Return a unit without the equivalence that it names: "ug" of "ug RAE"."""
    return unit.split(maxsplit=1)[0] if unit.strip() else ""


def dimension(unit: str) -> str:
    """Return what a unit of intake measures: "mass", "substance", "activity", "energy", or the unit itself."""
    name = base(unit)
    if name in GRAMS:
        return "mass"
    if name in MOLES:
        return "substance"
    if name in ACTIVITY:
        return "activity"
    return "energy" if name in ENERGY else name


def grams(amount: float, unit: str, substances: tuple[str, ...], measures: Measures) -> float | None:
    """Return an amount in grams, None where it cannot be told.

    `substances` are the concept and those above it, nearest first: an international unit and a mole are read by
    the first of them that the measures know.
    """
    name = base(unit)
    if name in GRAMS:
        return amount * GRAMS[name]
    if name in MOLES:
        molar = next((measures.molar[concept] for concept in substances if concept in measures.molar), None)
        return None if molar is None else amount * MOLES[name] * molar
    if name in ACTIVITY:
        mass = next((measures.iu[concept] for concept in substances if concept in measures.iu), None)
        return None if mass is None else amount * ACTIVITY[name] * mass.amount * GRAMS[mass.unit]
    return None


def per_day(amount: float, per: str | None) -> float | None:
    """Return an amount a day, None for one by body weight or by what it is contained in.

    One of a dose, a serving or a meal counts as the day's, which is the least that it can be.
    """
    if per in (None, "", "dose", "serving", "meal", "time", "capsule", "tablet"):
        return amount
    return amount / DAYS[per] if per in DAYS else None


def number(value: float) -> str:
    """Write a number for people: 350, 0.75, 1,000."""
    rounded = round(value, 3 if abs(value) < 1 else 1)
    return f"{rounded:,.10g}" if rounded != int(rounded) else f"{int(rounded):,}"


def span(low: float | None, high: float | None, unit: str = "") -> str:
    """Write a range for people: "300-400 mg", "over 800 mg", "up to 10 %"."""
    tail = "%" if unit == "%" else f" {unit}" if unit else ""
    if low is None and high is None:
        return f"an unstated amount{f' in{tail}' if tail else ''}"
    if low is None or high is None:
        return f"up to {number(high)}{tail}" if high is not None else f"over {number(low or 0)}{tail}"
    if number(low) == number(high):
        return f"{number(low)}{tail}"
    return f"{number(low)}-{number(high)}{tail}"
