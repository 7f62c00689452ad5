"""A small database of made-up findings on real substances, for holding the judgement against.

Its sources are fixtures, not publications; only the amounts of limits are the authorities' own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimlint.evidence import Authorisation, Context, Database, Effect, Fact, Limit, Source
from claimlint.evidence.model import Amount, Group, Mass, Measures, Rate
from claimlint.lexicon import Concept, Concepts
from claimlint.nlp.model import Claim, Dosage, Efficacy, Measurement, Percentage


def concept(
    name: str, kind: Any, *parents: str, traits: tuple[str, ...] = (), elemental: float | None = None
) -> Concept:
    return Concept(name, kind, parents, traits=traits, elemental=elemental)


CONCEPTS = Concepts(
    {
        one.id: one
        for one in (
            concept("mineral", "substance"),
            concept("vitamin-d", "substance"),
            concept("vitamin-d3", "substance", "vitamin-d"),
            concept("vitamin-c", "substance"),
            concept("zinc", "substance", "mineral"),
            concept("zinc-oxide", "substance", "zinc", elemental=0.8),
            concept("zinc-mystery", "substance", "zinc"),
            concept("zinc-gluconate", "substance", "zinc", elemental=0.143),
            concept("Zincomax", "brand", "zinc-gluconate"),
            concept("niacin", "substance"),
            concept("nicotinic-acid", "substance", "niacin"),
            concept("nicotinamide", "substance", "niacin"),
            concept("fish-oil", "substance"),
            concept("curcumin", "substance"),
            concept("ginkgo", "substance"),
            concept("iron", "substance", "mineral"),
            concept("stress", "factor"),
            concept("infection", "disease"),
            concept("common-cold", "disease", "infection"),
            concept("influenza", "disease", "infection"),
            concept("cancer", "disease"),
            concept("breast-cancer", "disease", "cancer"),
            concept("cancer-mortality", "mortality"),
            concept("stroke", "disease"),
            concept("depression", "disease"),
            concept("dementia", "disease"),
            concept("arthritis", "disease"),
            concept("symptom", "symptom"),
            concept("fatigue", "symptom", "symptom", traits=("abnormal",)),
            concept("sleep", "function", traits=("good",)),
            concept("sleep-latency", "function", "sleep", traits=("abnormal",)),
            concept("memory", "function", traits=("good",)),
            concept("immune-function", "function", traits=("good",)),
            concept("triglycerides", "biomarker", traits=("abnormal",)),
            concept("muscle-mass", "function", traits=("good",)),
            concept("vision", "function", traits=("good",)),
            concept("all-cause-mortality", "mortality"),
            concept("longevity", "function", traits=("good",)),
            concept("healthy-ageing", "function", "longevity", traits=("good",)),
            concept("gut", "function"),
            concept("bowel-movements", "function", "gut", traits=("good",)),
            concept("constipation", "symptom", "symptom", traits=("abnormal",)),
            concept("side-effects", "symptom", "symptom", traits=("abnormal",)),
            concept("falls", "symptom", "symptom", traits=("abnormal",)),
            concept("deficiency", "disease", traits=("deficiency-disease",)),
            concept("low-intake", "biomarker"),
            concept("enzyme", "function"),
            concept("older-adults", "population"),
            concept("children", "population"),
        )
    }
)


def effect(name: str, subject: str, outcome: str, **fields: Any) -> Effect:
    return replace(
        Effect(
            id=name,
            subject=subject,
            outcome=outcome,
            direction="decrease",
            benefit="benefit",
            evidence="meta-analysis",
            causal=True,
            certainty="moderate",
            sources=["fixture"],
        ),
        **fields,
    )


EFFECTS = [
    effect("c-cold", "vitamin-c", "common-cold", measure="rr", value=0.92, ci=(0.85, 0.98), outcome_kind="incidence"),
    effect("c-cancer", "vitamin-c", "cancer", direction="none", benefit="none", certainty="high"),
    effect("c-flu", "vitamin-c", "influenza", direction="none", benefit="none", certainty="low"),
    effect(
        "d-cancer-deaths",
        "vitamin-d",
        "cancer",
        outcome_kind="mortality",
        measure="rr",
        value=0.87,
        ci=(0.79, 0.96),
        certainty="high",
    ),
    effect(
        "d-stroke",
        "vitamin-d",
        "stroke",
        evidence="observational",
        causal=False,
        certainty="low",
        exposure="serum-level",
        measure="hr",
        value=0.7,
        ci=(0.6, 0.82),
        outcome_kind="incidence",
    ),
    effect(
        "d-depression",
        "vitamin-d",
        "depression",
        evidence="observational",
        causal=False,
        certainty="low",
        exposure="serum-level",
        measure="rr",
        value=0.8,
        ci=(0.5, 1.2),
        direction="none",
        benefit="none",
    ),
    effect("zinc-cold", "zinc-gluconate", "common-cold", evidence="rct", measure="percent", value=-33, ci=(-45, -20)),
    effect("fish-triglycerides", "fish-oil", "triglycerides", certainty="high", outcome_kind="level"),
    effect(
        "fish-stroke-100",
        "fish-oil",
        "stroke",
        measure="rr",
        value=1.25,
        ci=(1.1, 1.4),
        per=Rate(-100, "mg"),
        evidence="observational",
        causal=False,
        exposure="diet",
        outcome_kind="incidence",
    ),
    effect("curcumin-memory", "curcumin", "memory", direction="increase", evidence="animal", certainty="very-low"),
    effect(
        "curcumin-arthritis", "curcumin", "arthritis", evidence="rct", certainty="low", statement={"en": "It helped."}
    ),
    effect("ginkgo-dementia", "ginkgo", "dementia", direction="none", benefit="none", certainty="high"),
    effect("ginkgo-latency", "ginkgo", "sleep-latency", certainty="moderate"),
    effect("iron-fatigue", "iron", "fatigue", lack=False, population_concept="older-adults"),
    effect(
        "iron-infection",
        "iron",
        "infection",
        direction="increase",
        benefit="harm",
        evidence="observational",
        causal=False,
        certainty="low",
    ),
    effect("d-deaths", "vitamin-d", "all-cause-mortality", outcome_kind="mortality", certainty="high"),
    effect("d-bowels", "vitamin-d", "constipation", also=["bowel-movements"], certainty="high"),
    effect("d-falls", "vitamin-d", "falls", direction="none", benefit="none", certainty="high"),
    effect("zinc-falls", "zinc", "falls", direction="increase", benefit="harm"),
    effect("both-falls", "vitamin-d", "falls", given_with=["zinc"], certainty="high", outcome_kind="incidence"),
    effect("d-muscle", "vitamin-d", "muscle-mass", direction="mixed", benefit="unclear", certainty="low"),
]
LIMITS = [
    Limit("d-ul-us", "vitamin-d", "nasem", "us", "ul", "ug", [Amount(100)], ["fixture"]),
    Limit("d-ul-eu", "vitamin-d", "efsa", "eu", "ul", "ug", [Amount(100)], ["fixture"]),
    Limit(
        "d-rda",
        "vitamin-d",
        "nasem",
        "us",
        "rda",
        "ug",
        [Amount(15, age=(1, 71)), Amount(20, age=(71, None))],
        ["fixture"],
    ),
    Limit(
        "zinc-ul-us",
        "zinc",
        "nasem",
        "us",
        "ul",
        "mg",
        [Amount(40, age=(19, None)), Amount(12, age=(4, 9))],
        ["fixture"],
    ),
    Limit("zinc-ul-eu", "zinc", "efsa", "eu", "ul", "mg", [Amount(25)], ["fixture"]),
    Limit(
        "zinc-rda",
        "zinc",
        "nasem",
        "us",
        "rda",
        "mg",
        [Amount(11, sex="male", age=(19, None)), Amount(8, sex="female", age=(19, None))],
        ["fixture"],
    ),
    Limit("iron-ul", "iron", "nasem", "us", "ul", "mg", [Amount(45)], ["fixture"], scope="supplements"),
    Limit("niacin-ul", "niacin", "efsa", "eu", "ul", "mg", [Amount(10)], ["fixture"], form="nicotinic-acid"),
]
FACTS = [
    Fact(
        "d-low-intake",
        "intake",
        "vitamin-d",
        "share with intake below the requirement",
        "%",
        ["fixture"],
        low=60,
        high=65,
        kind="share",
        phrasings={"en": ["intake below the requirement"]},
        statement={"en": "Between 60 and 65% of adults take in less vitamin D than they need."},
    ),
    Fact(
        "iron-deficiency-children",
        "prevalence",
        "iron",
        "share of children who lack iron",
        "%",
        ["fixture"],
        low=20,
        high=40,
        kind="share",
        concepts=["deficiency", "children"],
    ),
    Fact(
        "zinc-enzymes",
        "physiology",
        "zinc",
        "enzymes that need zinc",
        "enzyme",
        ["fixture"],
        low=100,
        high=300,
        also=[(1000, 1000)],
        concepts=["enzyme"],
    ),
    Fact(
        "iron-stores",
        "physiology",
        "iron",
        "iron in the body",
        "g",
        ["fixture"],
        low=3,
        high=4,
        kind="amount",
        phrasings={"en": ["grams of iron in the body"]},
    ),
    Fact(
        "zinc-role",
        "role",
        "zinc",
        "role in vision",
        "",
        ["fixture"],
        kind="statement",
        concepts=["vision"],
        statement={"en": "Zinc takes part in the retina's metabolism."},
    ),
    Fact(
        "iron-false",
        "composition",
        "iron",
        "iron in refined flour",
        "",
        ["fixture"],
        kind="statement",
        statement={"en": "Refined flour is poor in iron."},
        false_phrasings={
            "en": ["refined flour is rich in iron"],
            "zh": ["精制面粉富含铁"],
            "sv": ["vitt mjöl är rikt på järn"],
        },
    ),
]
RULINGS = [
    Authorisation(
        "eu-zinc-immune",
        "eu",
        "function",
        "authorised",
        "zinc",
        ["immune-function"],
        {"en": "Zinc contributes to the normal function of the immune system"},
        ["fixture"],
    ),
    Authorisation(
        "eu-iron-fatigue",
        "eu",
        "function",
        "authorised",
        "iron",
        ["fatigue"],
        {"en": "Iron contributes to the reduction of tiredness and fatigue"},
        ["fixture"],
    ),
    Authorisation(
        "eu-ginkgo-memory",
        "eu",
        "function",
        "refused",
        "ginkgo",
        ["memory"],
        {"en": "Ginkgo helps maintain memory"},
        ["fixture"],
    ),
]
MEASURES = Measures(
    iu={"vitamin-d": Mass(0.025, "ug")},
    molar={"zinc": 65.38},
    groups={"children": Group(age=(4, 9)), "older-adults": Group(age=(71, None))},
    deaths={"longevity": "all-cause-mortality", "cancer-mortality": "cancer"},
    words={"certain": {"en": ["proven"], "sv": ["säkert"], "zh": ["证实"]}, "diet": {"en": ["from food"]}},
)


@pytest.fixture(scope="session")
def database() -> Database:
    source = Source("fixture", "A fixture, not a publication", "2026-01-01")
    return Database.of([source], [*EFFECTS, *LIMITS, *FACTS, *RULINGS], MEASURES, concepts=CONCEPTS)


def claim(fields: Dosage | Percentage | Efficacy | Measurement, text: str = "…", **more: Any) -> Claim:
    outcome = getattr(fields, "outcome", None)
    kind: Any = type(fields).__name__.lower()
    made = Claim(kind, 0, 0, len(text), (0, len(text)), text, "en", fields)
    return replace(made, **{"outcome_concepts": (outcome,) if outcome else ()} | more)


def efficacy(subject: str | None, relation: Any, outcome: str, **fields: Any) -> Efficacy:
    kind = CONCEPTS.type(outcome)
    types: dict[str | None, Any] = {
        "disease": "disease",
        "symptom": "symptom",
        "biomarker": "biomarker",
        "mortality": "mortality",
    }
    made = Efficacy(subject, "benefit", relation, outcome, types.get(kind, "structure-function"), False, False, "none")
    return replace(made, **fields)


__all__ = ["Context"]
