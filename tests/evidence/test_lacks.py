"""A lack told as the cause of a disease, and numbers counted in one country, judged by the shipped records."""

from __future__ import annotations

import pytest

from claimlint.documents import read_document
from claimlint.evidence import load_database
from claimlint.evidence.judge import judge_all
from claimlint.evidence.model import Verdict
from claimlint.nlp import analyse

DATABASE = load_database()


def verdicts(text: str, language: str) -> list[Verdict]:
    document = read_document("a.md", text.encode(), language=language)
    return list(judge_all(document, analyse(document), DATABASE, ("us", "eu", "cn"))[1])


@pytest.mark.parametrize(
    ("language", "text", "statuses"),
    [
        ("en", "Vitamin D deficiency causes cancer, multiple sclerosis and diabetes.", {"overstated"}),
        ("en", "A lack of coenzyme Q10 causes heart failure.", {"overstated"}),
        ("en", "Omega-3 deficiency causes depression.", {"overstated"}),
        ("en", "Magnesium deficiency causes Alzheimer's disease.", {"overstated"}),
        ("en", "Zinc deficiency causes autism.", {"unsupported"}),
        ("zh", "缺乏维生素D会导致多发性硬化和癌症。", {"overstated"}),
        ("zh", "缺乏辅酶Q10会导致心力衰竭。", {"overstated"}),
        ("zh", "缺锌会导致抑郁症。", {"overstated"}),
        ("sv", "Brist på D-vitamin orsakar cancer och diabetes.", {"overstated"}),
        ("sv", "Magnesiumbrist orsakar migrän.", {"overstated"}),
        ("sv", "Brist på zink orsakar autism.", {"unsupported"}),
    ],
)
def test_a_lack_told_as_the_cause_of_a_disease_of_many_causes(language: str, text: str, statuses: set[str]) -> None:
    assert {one.status for one in verdicts(text, language)} == statuses


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Vitamin C deficiency causes scurvy."),
        ("en", "Vitamin D deficiency causes rickets and osteomalacia."),
        ("en", "Iron deficiency causes anaemia."),
        ("en", "Iodine deficiency causes goitre and hypothyroidism."),
        ("en", "Vitamin B12 deficiency causes nerve damage and anaemia."),
        ("en", "Folate deficiency causes neural tube defects."),
        ("en", "Magnesium deficiency causes muscle cramps, tremor and arrhythmia."),
        ("en", "Low vitamin D may be linked to cancer."),
        ("zh", "缺乏维生素A会导致夜盲症。"),
        ("zh", "缺铁会导致贫血。"),
        ("zh", "缺碘会导致甲状腺肿。"),
        ("zh", "缺乏叶酸会导致胎儿神经管畸形。"),
        ("zh", "缺乏维生素D可能与癌症有关。"),
        ("sv", "Järnbrist leder till anemi."),
        ("sv", "D-vitaminbrist orsakar rakit."),
        ("sv", "Folatbrist orsakar ryggmärgsbråck hos foster."),
        ("sv", "Magnesiumbrist kan orsaka diabetes."),
    ],
)
def test_known_and_hedged_effects_of_a_lack_are_left_alone(language: str, text: str) -> None:
    found = verdicts(text, language)
    assert found
    assert {one.status for one in found} <= {"supported", "not-checkable"}


CHINA = "magnesium-low-intake-china"


@pytest.mark.parametrize(
    ("language", "text", "held"),
    [
        ("en", "In China 63% of adults have an inadequate magnesium intake.", True),
        ("en", "# Chinese diets\n\n63% of adults have an inadequate magnesium intake.", True),
        ("en", "The survey was made in China.\n\n63% of adults have an inadequate magnesium intake.", True),
        ("en", "63% of adults have an inadequate magnesium intake.", False),
        ("en", "Tell us more: 63% of adults have an inadequate magnesium intake.", False),
        ("en", "Rice is eaten in China.\n\nIn Sweden 63% of adults have an inadequate magnesium intake.", False),
        ("zh", "我国63%的成年人镁摄入不足。", True),
        ("zh", "63%的成年人镁摄入不足。", False),
        ("zh", "瑞典63%的成年人镁摄入不足。", False),
        ("sv", "I Kina har 63 % av de vuxna ett otillräckligt magnesiumintag.", True),
        ("sv", "63 % av de vuxna har ett otillräckligt magnesiumintag.", False),
        ("sv", "I Sverige har 63 % av de vuxna ett otillräckligt magnesiumintag.", False),
    ],
)
def test_a_number_of_one_country_is_held_against_its_people_alone(language: str, text: str, held: bool) -> None:
    records = {one.record for one in verdicts(text, language)}
    assert records
    assert (CHINA in records) == held
