"""How findings are put into words for the writer of an article."""

from __future__ import annotations

import re

from claimlint.evidence.model import Authorisation, Effect
from claimlint.evidence.units import number

DESIGNS = {
    "meta-analysis": "A review of studies",
    "rct": "A randomised trial",
    "observational": "An observational study",
    "animal": "An animal study",
    "in-vitro": "A cell experiment",
    "case-report": "A case report",
}
EXPOSURES = {
    "diet": "intake from food",
    "total-intake": "total intake",
    "serum-level": "the level in blood",
    "injection": "injection",
    "topical": "use on the skin",
    "food": "the food",
    "supplement": "supplements",
}
LETTER = re.compile(r"^[a-z]\d{0,2}$")
ANY_DEATH = "all-cause-mortality"
LEVEL = {"decrease": "lower", "increase": "higher"}
RISK = {"decrease": "a lower risk of", "increase": "a higher risk of"}
CHANGES = {
    "incidence": RISK,
    "prevalence": RISK,
    "mortality": RISK,
    "severity": {"decrease": "milder", "increase": "worse"},
}
RATIOS = ("rr", "or", "hr")


def words(concept: str) -> str:
    """Write a concept's id as words: "vitamin-b6" is "vitamin B6"."""
    return " ".join(LETTER.sub(lambda found: found[0].upper(), word) for word in concept.split("-"))


def change(ratio: float) -> float:
    """Return a risk, odds or hazard ratio as a change in percent: 0.81 is -19."""
    return round((ratio - 1) * 100, 4)


def finding(record: Effect) -> str:
    """Write what a record found, in a clause without a full stop."""
    text = f"{DESIGNS[record.evidence]} found {result(record)}"
    if not record.causal and record.evidence not in ("animal", "in-vitro", "case-report"):
        text += f", associated with {EXPOSURES[record.exposure]}"
    elif record.exposure in ("injection", "topical"):
        text += f" with {EXPOSURES[record.exposure]}"
    if record.population:
        text += f", in {record.population}"
    return text


def result(record: Effect) -> str:
    """Write what became of a record's outcome."""
    outcome = outcome_words(record)
    if record.direction == "mixed":
        return f"mixed results on {outcome}"
    told = ratio(record) if record.measure in RATIOS and record.value is not None else ""
    if record.direction == "none":
        noticed = told and abs(change(record.value or 1)) >= 1
        covered = [outcome, *map(words, record.also)]  # one review, several outcomes: the reader's is among them
        on = " or ".join(filter(None, (", ".join(covered[:-1]), covered[-1])))
        return f"no sure effect on {on}" + (f" ({told}, which may be chance)" if noticed else "")
    if told:
        chance = ", a difference that may be chance" if record.ci and record.ci[0] < 1 < record.ci[1] else ""
        return f"{told} of {outcome}{chance}"
    text = f"{CHANGES.get(record.outcome_kind, LEVEL)[record.direction]} {outcome}"
    if record.value is not None and record.measure in ("md", "percent"):
        text += f", by {number(abs(record.value))}{'%' if record.measure == 'percent' else f' {record.unit}'.rstrip()}"
    return text


def ratio(record: Effect) -> str:
    """Write a ratio as a change in percent: "19% lower risk per 100 mg/day"; the outcome is left to the caller."""
    percent = change(record.value or 1)
    noun = "odds" if record.measure == "or" else "risk"
    text = f"{number(abs(percent))}% {'lower' if percent < 0 else 'higher'} {noun}"
    if record.per:
        per = f"/{record.per.per}" if record.per.per else ""
        less = " less" if record.per.amount < 0 else ""
        text += f" (per {number(abs(record.per.amount))} {record.per.unit}{per}{less})"
    return text


def outcome_words(record: Effect) -> str:
    """Write a record's outcome: of deaths, as dying of it."""
    outcome = words(record.outcome)
    if record.outcome_kind != "mortality":
        return outcome
    return "dying of any cause" if record.outcome == ANY_DEATH else f"dying of {outcome.removesuffix(' mortality')}"


_DECISIONS = {
    "authorised": "authorises",
    "refused": "refused",
    "on-hold": "has not decided on",
    "withdrawn": "has withdrawn",
}


def ruling(record: Authorisation) -> str:
    """Write what a regulator decided, in a clause without a full stop."""
    wording = record.wording.get("en", "")
    told = f' "{wording}"' if wording else f" a claim about {', '.join(map(words, record.outcomes))}"
    return f"{record.regulator.upper()} {_DECISIONS[record.status]}{told}"


def lower(text: str) -> str:
    """Return a clause for use within a sentence."""
    return text[:1].lower() + text[1:]
