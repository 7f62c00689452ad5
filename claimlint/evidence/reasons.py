"""How findings are put into words for the writer of an article."""

from __future__ import annotations

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
ANY_DEATH = "all-cause-mortality"
RATIOS = ("rr", "or", "hr")


def words(concept: str) -> str:
    """Write a concept's id as words."""
    return concept.replace("-", " ")


def change(ratio: float) -> float:
    """Return a risk, odds or hazard ratio as a change in percent: 0.81 is -19."""
    return round((ratio - 1) * 100, 4)


def finding(record: Effect) -> str:
    """Write what a record found, in a clause without a full stop."""
    design = DESIGNS[record.evidence]
    outcome = outcome_words(record)
    if record.measure in RATIOS and record.value is not None:
        percent = change(record.value)
        noun = "odds of" if record.measure == "or" else "risk of"
        text = f"{design} found {number(abs(percent))}% {'lower' if percent < 0 else 'higher'} {noun} {outcome}"
        if record.per:
            step = f"{number(abs(record.per.amount))} {record.per.unit}{f'/{record.per.per}' if record.per.per else ''}"
            text += f" per {step}{' less' if record.per.amount < 0 else ''}"
        if record.ci and record.ci[0] < 1 < record.ci[1]:
            text += ", a difference that may be chance"
    elif record.direction in ("none", "mixed"):
        text = f"{design} found {'no effect' if record.direction == 'none' else 'mixed results'} on {outcome}"
    else:
        text = f"{design} found {'lower' if record.direction == 'decrease' else 'higher'} {outcome}"
        if record.value is not None and record.measure in ("md", "percent"):
            text += (
                f" by {number(abs(record.value))}{'%' if record.measure == 'percent' else f' {record.unit}'.rstrip()}"
            )
    if not record.causal and record.evidence not in ("animal", "in-vitro", "case-report"):
        text += f", associated with {EXPOSURES[record.exposure]}"
    elif record.exposure in ("injection", "topical"):
        text += f" with {EXPOSURES[record.exposure]}"
    if record.population:
        text += f" ({record.population})"
    return text


def outcome_words(record: Effect) -> str:
    """Write a record's outcome: of deaths, as dying of it."""
    outcome = words(record.outcome)
    if record.outcome_kind != "mortality":
        return outcome
    return "dying of any cause" if record.outcome == ANY_DEATH else f"dying of {outcome.removesuffix(' mortality')}"


def ruling(record: Authorisation) -> str:
    """Write what a regulator decided, in a clause without a full stop."""
    wording = record.wording.get("en", "")
    told = f' "{wording}"' if wording else f" a claim about {', '.join(map(words, record.outcomes))}"
    return f"{record.regulator.upper()} {'authorises' if record.status == 'authorised' else 'refused'}{told}"


def lower(text: str) -> str:
    """Return a clause for use within a sentence."""
    return text[:1].lower() + text[1:]
