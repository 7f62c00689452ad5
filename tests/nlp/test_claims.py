"""Each construction that claims are found in, in all three languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimlint.documents import read_document
from claimlint.nlp import Claim, analyse


def claims(text: str, language: str, kind: str = "efficacy") -> list[Claim]:
    document = read_document(Path("article.md"), text.encode(), language=language)
    return [claim for claim in analyse(document).claims if claim.kind == kind]


def fields(text: str, language: str, *names: str, kind: str = "efficacy") -> list[tuple[Any, ...]]:
    return [tuple(getattr(claim.fields, name) for name in names) for claim in claims(text, language, kind)]


CONSTRUCTIONS: dict[str, dict[str, tuple[str, list[tuple[Any, ...]]]]] = {
    # name: language: text, (subject, relation, outcome type, hedged, negated) of each claim
    "plain": {
        "en": ("Zinc supports the immune system.", [("zinc", "supports", "structure-function", False, False)]),
        "zh": ("锌支持免疫系统。", [("zinc", "supports", "structure-function", False, False)]),
        "sv": ("Zink stöder immunförsvaret.", [("zinc", "supports", "structure-function", False, False)]),
    },
    "hedged": {
        "en": ("Iron may reduce fatigue.", [("iron", "reduces", "symptom", True, False)]),
        "zh": ("铁可能减轻疲劳。", [("iron", "reduces", "symptom", True, False)]),
        "sv": ("Järn kan minska trötthet.", [("iron", "reduces", "symptom", True, False)]),
    },
    "negated": {
        "en": ("Vitamin C does not prevent colds.", [("vitamin-c", "prevents", "disease", False, True)]),
        "zh": ("维生素C不能预防感冒。", [("vitamin-c", "prevents", "disease", False, True)]),
        "sv": ("C-vitamin förebygger inte förkylning.", [("vitamin-c", "prevents", "disease", False, True)]),
    },
    "not only": {
        "en": (
            "Calcium not only strengthens bones, it supports muscle function.",
            [
                ("calcium", "improves", "structure-function", False, False),
                ("calcium", "supports", "structure-function", False, False),
            ],
        ),
        "zh": ("钙不仅支持骨骼健康。", [("calcium", "supports", "structure-function", False, False)]),
        "sv": ("Kalcium stöder inte bara skelettet.", [("calcium", "supports", "structure-function", False, False)]),
    },
    "coordinate verbs": {
        "en": (
            "Valerian improves sleep, reduces stress and relieves anxiety.",
            [
                ("valerian", "improves", "structure-function", False, False),
                ("valerian", "reduces", "symptom", False, False),
                ("valerian", "reduces", "disease", False, False),
            ],
        ),
        "zh": (
            "缬草改善睡眠、缓解压力、减轻焦虑。",
            [
                ("valerian", "improves", "structure-function", False, False),
                ("valerian", "reduces", "symptom", False, False),
                ("valerian", "reduces", "disease", False, False),
            ],
        ),
        "sv": (
            "Vänderot förbättrar sömnen, minskar stress och lindrar ångest.",
            [
                ("valerian", "improves", "structure-function", False, False),
                ("valerian", "reduces", "symptom", False, False),
                ("valerian", "reduces", "disease", False, False),
            ],
        ),
    },
    "helping verb": {
        "en": ("Fish oil helps to lower blood pressure.", [("fish-oil", "reduces", "biomarker", False, False)]),
        "zh": ("鱼油有助于降低血压。", [("fish-oil", "reduces", "biomarker", False, False)]),
        "sv": ("Fiskolja hjälper till att sänka blodtrycket.", [("fish-oil", "reduces", "biomarker", False, False)]),
    },
    "lack": {
        "en": ("Vitamin D deficiency causes muscle weakness.", [("vitamin-d", "causes", "symptom", False, False)]),
        "zh": ("缺乏维生素D会导致肌肉无力。", [("vitamin-d", "causes", "symptom", False, False)]),
        "sv": ("Brist på D-vitamin orsakar muskelsvaghet.", [("vitamin-d", "causes", "symptom", False, False)]),
    },
    "risk": {
        "en": ("Folate reduces the risk of stroke.", [("folate", "reduces", "risk", False, False)]),
        "zh": ("叶酸可以降低中风的风险。", [("folic-acid", "reduces", "risk", True, False)]),
        "sv": ("Folat minskar risken för stroke.", [("folate", "reduces", "risk", False, False)]),
    },
    "noun of change": {
        "en": (
            "Selenium was associated with a lower risk of prostate cancer.",
            [("selenium", "reduces", "risk", False, False)],
        ),
        "zh": ("硒与前列腺癌风险降低相关。", [("selenium", "reduces", "risk", False, False)]),
        "sv": (
            "Selen var associerat med minskad risk för prostatacancer.",
            [("selenium", "reduces", "risk", False, False)],
        ),
    },
    "treatment": {
        "en": ("Turmeric cures arthritis.", [("turmeric", "treats", "disease", False, False)]),
        "zh": ("姜黄能治愈关节炎。", [("turmeric", "treats", "disease", False, False)]),
        "sv": ("Gurkmeja botar artrit.", [("turmeric", "treats", "disease", False, False)]),
    },
    "role": {
        "en": (
            "Iodine plays a key role in thyroid function.",
            [("iodine", "role-in", "structure-function", False, False)],
        ),
        "zh": ("碘对甲状腺功能至关重要。", [("iodine", "role-in", "structure-function", False, False)]),
        "sv": (
            "Jod spelar en viktig roll för sköldkörtelns funktion.",
            [("iodine", "role-in", "structure-function", False, False)],
        ),
    },
    "pronoun": {
        "en": (
            "Potassium is a mineral. It lowers blood pressure.",
            [("potassium", "reduces", "biomarker", False, False)],
        ),
        "zh": ("钾是一种矿物质。它能降低血压。", [("potassium", "reduces", "biomarker", False, False)]),
        "sv": ("Kalium är ett mineral. Det sänker blodtrycket.", [("potassium", "reduces", "biomarker", False, False)]),
    },
    "no effect": {
        "en": ("Vitamin E had no effect on dementia.", [("vitamin-e", "improves", "disease", False, True)]),
        "sv": ("E-vitamin hade ingen effekt på demens.", [("vitamin-e", "improves", "disease", False, True)]),
        "zh": ("维生素E对痴呆没有效果。", [("vitamin-e", "role-in", "disease", False, True)]),
    },
    "bare lack": {
        "en": (
            "Iodine is a trace element. A deficiency causes goitre.",
            [("iodine", "causes", "disease", False, False)],
        ),
        "zh": ("碘是一种微量元素。缺乏会导致甲状腺肿。", [("iodine", "causes", "disease", False, False)]),
        "sv": ("Jod är ett spårämne. Brist orsakar struma.", [("iodine", "causes", "disease", False, False)]),
    },
    "passive": {
        "en": ("Blood pressure is lowered by potassium.", [("potassium", "reduces", "biomarker", False, False)]),
        "zh": ("血压可因钾而降低。", [("potassium", "reduces", "biomarker", True, False)]),
        "sv": ("Blodtrycket sänks av kalium.", [("potassium", "reduces", "biomarker", False, False)]),
    },
    "those who took": {
        "en": ("Blood sugar fell in those who took cinnamon.", [("cinnamon", "reduces", "biomarker", False, False)]),
        "zh": ("服用肉桂的人血糖下降。", [("cinnamon", "reduces", "biomarker", False, False)]),
        "sv": ("Blodsockret sjönk hos dem som tog kanel.", [("cinnamon", "reduces", "biomarker", False, False)]),
    },
    "property": {
        "en": (
            "Curcumin is a powerful anti-inflammatory.",
            [("curcumin", "reduces", "structure-function", False, False)],
        ),
        "zh": ("姜黄素具有抗炎作用。", [("curcumin", "reduces", "structure-function", False, False)]),
        "sv": ("Kurkumin är antiinflammatoriskt.", [("curcumin", "reduces", "structure-function", False, False)]),
    },
    "makes you": {
        "en": ("Rhodiola makes you alert.", [("rhodiola", "improves", "structure-function", False, False)]),
        "zh": ("红景天让人清醒。", [("rhodiola", "improves", "structure-function", False, False)]),
        "sv": ("Rosenrot gör dig pigg.", [("rhodiola", "improves", "structure-function", False, False)]),
    },
    "use in front": {
        "en": ("For insomnia, melatonin is a good choice.", [("melatonin", "treats", "disease", False, False)]),
        "zh": ("对于失眠,褪黑素是不错的选择。", [("melatonin", "treats", "disease", False, False)]),
        "sv": ("Vid sömnlöshet är melatonin ett bra val.", [("melatonin", "treats", "disease", False, False)]),
    },
    "the more": {
        "en": (
            "The more fibre you eat, the lower your risk of bowel cancer.",
            [("dietary-fibre", "reduces", "risk", False, False)],
        ),
        "zh": ("膳食纤维吃得越多,肠癌风险越低。", [("dietary-fibre", "reduces", "risk", False, False)]),
        "sv": (
            "Ju mer fibrer du äter, desto lägre blir risken för tarmcancer.",
            [("dietary-fibre", "reduces", "risk", False, False)],
        ),
    },
    "without enough": {
        "en": (
            "Without enough iron, the body cannot make haemoglobin.",
            [("iron", "reduces", "biomarker", False, False)],
        ),
        "zh": ("缺铁时,身体无法合成血红蛋白。", [("iron", "reduces", "biomarker", False, False)]),
        "sv": (
            "Utan tillräckligt med järn kan kroppen inte bilda hemoglobin.",
            [("iron", "reduces", "biomarker", True, False)],
        ),
    },
    "farewell": {
        "en": ("Say goodbye to migraine with feverfew!", [("feverfew", "treats", "disease", False, False)]),
        "zh": ("告别偏头痛,就选小白菊!", [("feverfew", "treats", "disease", False, False)]),
        "sv": ("Slipp migrän med mattram!", [("feverfew", "treats", "disease", False, False)]),
    },
    "change of subject": {
        "en": (
            "Zinc supports immunity while iron reduces fatigue.",
            [("zinc", "supports", "structure-function", False, False), ("iron", "reduces", "symptom", False, False)],
        ),
        "zh": (
            "锌支持免疫力,而铁减轻疲劳。",
            [("zinc", "supports", "structure-function", False, False), ("iron", "reduces", "symptom", False, False)],
        ),
        "sv": (
            "Zink stöder immunförsvaret medan järn minskar trötthet.",
            [("zinc", "supports", "structure-function", False, False), ("iron", "reduces", "symptom", False, False)],
        ),
    },
    "calms": {
        "en": ("Chamomile calms the nervous system.", [("chamomile", "supports", "structure-function", False, False)]),
        "zh": ("洋甘菊安抚神经系统。", [("chamomile", "supports", "structure-function", False, False)]),
        "sv": ("Kamomill lugnar nervsystemet.", [("chamomile", "supports", "structure-function", False, False)]),
    },
    "contributes to an ill": {
        "en": ("Oxalate can contribute to kidney stones.", [("oxalate", "causes", "disease", True, False)]),
        "zh": ("草酸可能导致肾结石。", [("oxalate", "causes", "disease", True, False)]),
        "sv": ("Salt bidrar till högt blodtryck.", [("salt", "causes", "disease", False, False)]),
    },
    "contributes to a good": {
        "en": ("Zinc contributes to normal vision.", [("zinc", "supports", "structure-function", False, False)]),
        "zh": ("锌有助于正常视力。", [("zinc", "supports", "structure-function", False, False)]),
        "sv": ("Zink bidrar till normal syn.", [("zinc", "supports", "structure-function", False, False)]),
    },
    "absorption": {
        "en": (
            "Vitamin C promotes the absorption of iron.",
            [("vitamin-c", "raises", "structure-function", False, False)],
        ),
        "zh": ("维生素C促进铁的吸收。", [("vitamin-c", "raises", "structure-function", False, False)]),
        "sv": ("C-vitamin främjar upptaget av järn.", [("vitamin-c", "raises", "structure-function", False, False)]),
    },
    "tells how": {
        "en": (
            "The study shows how zinc supports immunity.",
            [("zinc", "supports", "structure-function", False, False)],
        ),
        "zh": ("研究显示锌如何支持免疫力。", [("zinc", "supports", "structure-function", False, False)]),
        "sv": (
            "Studien visar hur zink stöder immunförsvaret.",
            [("zinc", "supports", "structure-function", False, False)],
        ),
    },
}
SWEDISH = {
    "gives": ("Ginseng ger energi.", [("ginseng", "improves", "structure-function", False, False)]),
    "gives protection": (
        "Vitlök ger ett visst skydd mot förkylning.",
        [("garlic", "prevents", "disease", False, False)],
    ),
    "got more": (
        "Kvinnor som åt ginseng fick 12 procent högre testosteron.",
        [("ginseng", "raises", "biomarker", False, False)],
    ),
    "a lack, each sign": (
        "Vid jodbrist är trötthet, yrsel och torr hud vanligt.",
        [("iodine", "causes", "symptom", False, False)] * 3,
    ),
    "other signs": (
        "Zinkbrist kan ge håravfall. Andra tecken är torr hud och diarré.",
        [("zinc", "causes", "symptom", True, False), *[("zinc", "causes", "symptom", False, False)] * 2],
    ),
    "where it lacks": ("Saknas jod kan du få struma.", [("iodine", "causes", "disease", True, False)]),
    "low levels": (
        "Jod behövs. Låga nivåer ökar risken för struma.",
        [("iodine", "raises", "risk", False, False)],
    ),
    "depends on": (
        "Kroppens sårläkning är beroende av zink.",
        [("zinc", "role-in", "structure-function", False, False)],
    ),
    "side effects": (
        "Ta koppar till mat. Vanliga biverkningar är illamående och magont.",
        [("copper", "causes", "symptom", False, False)] * 2,
    ),
    "without side effects": (
        "Ingefära lindrar illamående, men utan biverkningar.",
        [("ginger", "reduces", "symptom", False, False), ("ginger", "causes", "symptom", False, True)],
    ),
    "as good as a drug": (
        "Gurkmeja är lika effektivt som ibuprofen mot ledvärk.",
        [("turmeric", "treats", "symptom", False, False)],
    ),
    "neither nor": (
        "Selen minskade i studien varken risken för stroke eller diabetes.",
        [("selenium", "reduces", "risk", False, True)] * 2,
    ),
    "points back": (
        "Kalcium minskar upptaget av järn, medan te hämmar det.",
        [
            ("calcium", "reduces", "structure-function", False, False),
            ("tea", "reduces", "structure-function", False, False),
        ],
    ),
    "needed": (
        "Jod är livsviktigt för ämnesomsättningen.",
        [("iodine", "role-in", "structure-function", False, False)],
    ),
    "keeps": ("Fibrer håller magen i gång.", [("dietary-fibre", "supports", "structure-function", False, False)]),
    "too little": (
        "Äter du för lite fibrer kan du bli förstoppad.",
        [("dietary-fibre", "causes", "symptom", True, False)],
    ),
    "pain relief": ("Gurkmeja ger smärtlindring vid artros.", [("turmeric", "reduces", "symptom", False, False)]),
    "told of a kind": (
        "C-vitamin fungerar som antioxidant. Brist leder till skörbjugg.",
        [
            ("vitamin-c", "reduces", "structure-function", False, False),
            ("vitamin-c", "causes", "disease", False, False),
        ],
    ),
    "goes away": (
        "Mina magproblem försvann efter två veckor med ginseng.",
        [("ginseng", "reduces", "symptom", False, False)],
    ),
    "keeps away": ("Vitlök håller förkylningar borta.", [("garlic", "prevents", "disease", False, False)]),
    "harmless": ("Ginseng är ofarligt för friska.", [("ginseng", "causes", "structure-function", False, True)]),
    "a lack is treated": ("Jodbrist behandlas med jodtabletter.", [("iodine", "treats", "disease", False, False)]),
    "with a food": (
        "Mjölk med D-vitamin stärker skelettet.",
        [("vitamin-d", "supports", "structure-function", False, False)],
    ),
    "told for what": ("Vid ledvärk har ingefära god effekt.", [("ginger", "treats", "symptom", False, False)]),
    "speaks for": (
        "Det mesta talar för att kollagen stärker huden.",
        [("collagen", "supports", "structure-function", True, False)],
    ),
    "leads to more": (
        "Rödbetsjuice leder till ökad uthållighet.",
        [("beetroot", "improves", "structure-function", False, False)],
    ),
    "leads to a level": ("Selen leder till sänkt blodtryck.", [("selenium", "reduces", "biomarker", False, False)]),
    "effective in what people do": (
        "Koffein är effektivt vid sprint.",
        [("caffeine", "improves", "structure-function", False, False)],
    ),
    "used against": (
        "Pepparmynta används ofta mot gaser och diarré.",
        [("peppermint", "treats", "symptom", False, False)] * 2,
    ),
    "used to": (
        "Ginseng har använts inom folkmedicinen för att öka uthålligheten.",
        [("ginseng", "improves", "structure-function", False, False)],
    ),
    "stems from": ("Håravfall kan bero på zinkbrist.", [("zinc", "causes", "symptom", True, False)]),
    "sees to it": (
        "Zink ser till att du somnar fortare.",
        [("zinc", "improves", "structure-function", False, False)],
    ),
    "helps to do faster": (
        "Melatonin hjälper dig att somna fortare.",
        [("melatonin", "improves", "structure-function", False, False)],
    ),
    "property": (
        "Gurkmeja kan ha en antiinflammatorisk effekt.",
        [("turmeric", "reduces", "structure-function", True, False)],
    ),
    "adjectives that act": (
        "Vitlök har en blodtryckssänkande effekt och fläderbär är febernedsättande.",
        [("garlic", "reduces", "biomarker", False, False), ("elderberry", "reduces", "symptom", False, False)],
    ),
    "signs of what lacks": (
        "Jodbrist är vanligt. Symtomen kommer smygande och inkluderar trötthet och förstoppning.",
        [("iodine", "causes", "symptom", False, False)] * 2,
    ),
    "its lack": (
        "Jod styr sköldkörteln. Brist kan ge symtom som trötthet, frusenhet och förstoppning.",
        [
            ("iodine", "role-in", "structure-function", False, False),
            *[("iodine", "causes", "symptom", True, False)] * 3,
        ],
    ),
    "risk of getting": (
        "Kvinnor som tog folsyra hade lägre risk att få barn med ryggmärgsbråck.",
        [("folic-acid", "reduces", "risk", False, False)],
    ),
    "this effect": (
        "Ingefära lindrar illamående. Denna effekt gällde även hos kvinnor med diabetes.",
        [("ginger", "reduces", "symptom", False, False)] * 2,
    ),
    "it is known that": (
        "Det är väl känt att koffein höjer prestationen.",
        [("caffeine", "improves", "structure-function", False, False)],
    ),
    "leads to a good": (
        "L-teanin leder till avslappning.",
        [("l-theanine", "improves", "structure-function", False, False)],
    ),
    "an effect told of before": (
        "Ingefära lindrar illamående. Ingefära är effektivt oavsett ålder.",
        [("ginger", "reduces", "symptom", False, False)] * 2,
    ),
}
CASES = [
    pytest.param(language, text, expected, id=f"{name}-{language}")
    for name, texts in CONSTRUCTIONS.items()
    for language, (text, expected) in texts.items()
]


@pytest.mark.parametrize(("text", "expected"), SWEDISH.values(), ids=SWEDISH)
def test_swedish(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert fields(text, "sv", "subject", "relation", "outcome_type", "hedged", "negated") == expected


def test_fragments_speak_of_the_topic() -> None:
    text = "# Ginseng\n\n## Lindrar illamående\n\nRoten är gul.\n\n- Färre förkylningar\n- Mer energi\n- Fler recept\n"
    expected = [("ginseng", "reduces"), ("ginseng", "reduces"), ("ginseng", "improves")]
    assert fields(text, "sv", "subject", "relation") == expected


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_constructions(language: str, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert fields(text, language, "subject", "relation", "outcome_type", "hedged", "negated") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Does zinc cure cancer?"),
        ("zh", "锌能治愈癌症吗？"),
        ("sv", "Botar zink cancer?"),
        ("en", "Researchers asked whether zinc prevents colds."),
        ("zh", "研究人员想知道锌是否预防感冒。"),
        ("sv", "Forskarna ville veta huruvida zink förebygger förkylning."),
        ("en", "Eat oysters and pumpkin seeds."),
        ("zh", "多吃牡蛎和南瓜籽。"),
        ("sv", "Ät ostron och pumpakärnor."),
        ("en", "The patients had diabetes and high blood pressure."),
        ("zh", "患者患有糖尿病和高血压。"),
        ("sv", "Patienterna hade diabetes och högt blodtryck."),
        ("en", "Cutting sugar improves insulin sensitivity."),
        ("zh", "少吃糖可以改善胰岛素敏感性。"),
        ("sv", "Mindre socker förbättrar insulinkänsligheten."),
        ("en", "Zinc is a mineral. This product is not intended to treat or cure any disease."),
        ("zh", "锌是一种矿物质。本产品不用于治疗任何疾病。"),
        ("sv", "Zink är ett mineral. Produkten är inte avsedd att bota sjukdomar."),
        ("en", "Learn how zinc supports immunity."),
        ("zh", "了解锌如何支持免疫力。"),
        ("sv", "Lär dig hur zink stöder immunförsvaret."),
        ("en", "See the study on zinc and colds."),
        ("sv", "Läs mer om zink och förkylning."),
        ("en", "Those who hope to prevent migraine with zinc may be let down."),
        ("zh", "有人指望锌预防偏头痛。"),
        ("sv", "Den som hoppas slippa migrän genom zink kan bli besviken."),
        ("en", "If zinc lowers the risk of stroke is not yet known."),
        ("zh", "锌能预防中风尚无定论。"),
        ("sv", "Om zink minskar risken för stroke är inte undersökt."),
        ("sv", "De flesta som äter fisk behöver inget tillskott av jod."),
        ("sv", "Den som undviker mjölk och ägg kan välja havre."),
        ("sv", "Patienter som fick jod vid struma följdes i tio år."),
        ("sv", "Mindre än hälften av kroppens zink finns i musklerna."),
        ("sv", "Lästid 4 min om zink."),
        ("sv", "Zink finns i kött. Patienter som fick behandling mot cancer följdes länge."),
        ("sv", "Läs också: Mindre stress med ginseng"),
        ("sv", "Ginseng är en rot. Katten var borta i två dagar."),
        ("sv", "Hon håller koll på blodtrycket med ginseng."),
        ("sv", "Det mesta av zinken vi behöver kommer från maten."),
        ("sv", "En studie undersökte effekten av zink på synen."),
        ("sv", "Zink kan inte bildas av kroppen själv."),
        ("sv", "Prata med din läkare om du har en sjukdom eller tar mediciner."),
        ("sv", "Ett febernedsättande läkemedel köps på apoteket."),
    ],
)
def test_what_makes_no_claim(language: str, text: str) -> None:
    assert claims(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Zinc supports:\n\n- immune function\n- wound healing\n- healthy skin\n"),
        ("zh", "锌有助于：\n\n- 支持免疫系统\n- 促进伤口愈合\n- 维持皮肤健康\n"),
        ("sv", "Zink:\n\n- stöder immunförsvaret\n- främjar sårläkning\n- bevarar huden\n"),
    ],
)
def test_items_of_a_list_take_the_subject_of_its_lead(language: str, text: str) -> None:
    assert [claim.fields.subject for claim in claims(text, language)] == ["zinc"] * 3  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "# Zinc capsules\n\n## Benefits\n\n- Boost immunity\n- Relieve migraine"),
        ("zh", "# 锌软胶囊\n\n## 四大功效\n\n- 增强免疫力\n- 缓解偏头痛"),
        ("sv", "# Zinkkapslar\n\n## Fördelar\n\n- Stärka immunförsvaret\n- Lindra migrän"),
    ],
)
def test_items_under_a_heading_of_benefits_are_said_of_what_the_article_is_about(language: str, text: str) -> None:
    found = fields(text, language, "subject", "outcome")
    assert found == [("zinc", "immune-system"), ("zinc", "migraine")]


def test_a_list_takes_from_the_sentence_that_leads_in_and_not_from_those_before() -> None:
    text = "In mice, ginseng reduced anxiety. Zinc also helps to:\n\n- prevent migraine"
    assert fields(text, "en", "subject", "outcome", "evidence")[-1] == ("zinc", "migraine", "none")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "## Signs of iron deficiency\n\n- Fatigue\n- Headache\n- Brittle nails\n"),
        ("zh", "## 缺铁的症状\n\n- 疲劳\n- 头痛\n- 脱发\n"),
        ("sv", "## Symtom på järnbrist\n\n- Trötthet\n- Huvudvärk\n- Håravfall\n"),
    ],
)
def test_signs_of_a_lack_are_claims_of_harm(language: str, text: str) -> None:
    found = fields(text, language, "subject", "polarity", "relation")
    assert found == [("iron", "harm-of-lack", "causes")] * 3


DOSES: list[tuple[str, str, tuple[Any, ...]]] = [
    ("en", "Take 500 mg of vitamin C a day.", ("vitamin-c", 500, 500, "mg", "day", "advice")),
    ("zh", "建议每天服用500毫克维生素C。", ("vitamin-c", 500, 500, "mg", "day", "advice")),
    ("sv", "Ta 500 mg C-vitamin per dag.", ("vitamin-c", 500, 500, "mg", "day", "advice")),
    (
        "en",
        "The recommended daily allowance of iron is 8–18 mg per day.",
        ("iron", 8, 18, "mg", "day", "recommended-intake"),
    ),
    ("zh", "铁的推荐摄入量为每天8–18毫克。", ("iron", 8, 18, "mg", "day", "recommended-intake")),
    (
        "sv",
        "Rekommenderat dagligt intag av järn är 8–18 mg per dag.",
        ("iron", 8, 18, "mg", "day", "recommended-intake"),
    ),
    ("en", "Do not exceed 40 mg of zinc a day.", ("zinc", None, 40, "mg", "day", "limit")),
    ("zh", "锌每天不超过40毫克。", ("zinc", None, 40, "mg", "day", "limit")),
    ("sv", "Högst 40 mg zink per dag.", ("zinc", None, 40, "mg", "day", "limit")),
]
DOSES += [
    ("zh", "随机试验中，60名受试者每日服用300mg锌。", ("zinc", 300, 300, "mg", "day", "study-dose")),
    ("zh", "建议摄入维生素D 600 U/d。", ("vitamin-d", 600, 600, "IU", "day", "advice")),
    ("zh", "100克菠菜含铁3毫克。", ("iron", 3, 3, "mg", None, "content")),
]
LIMITS = [
    ("en", "The recommended intake of selenium is 60 micrograms a day, the upper limit 400 micrograms a day."),
    ("zh", "硒的推荐摄入量为每天60微克，可耐受最高摄入量为每天400微克。"),
    ("sv", "Rekommenderat intag av selen är 60 mikrogram om dagen, den övre gränsen 400 mikrogram om dagen."),
]


@pytest.mark.parametrize(("language", "text", "expected"), DOSES)
def test_dosages(language: str, text: str, expected: tuple[Any, ...]) -> None:
    names = ("substance", "low", "high", "unit", "per", "role")
    assert fields(text, language, *names, kind="dosage") == [expected]


@pytest.mark.parametrize(("language", "text"), LIMITS)
def test_an_amount_goes_with_the_nearer_of_two_words_for_what_it_is(language: str, text: str) -> None:
    assert fields(text, language, "role", kind="dosage") == [("recommended-intake",), ("limit",)]


PERCENTAGES = [
    ("en", "Omega-3 lowered triglycerides by 25%.", (25, 25, "decrease")),
    ("zh", "欧米伽3使甘油三酯降低了25%。", (25, 25, "decrease")),
    ("sv", "Omega-3 sänkte triglyceriderna med 25 %.", (25, 25, "decrease")),
    ("en", "40% of adults are low in vitamin D.", (40, 40, "share")),
    ("zh", "40%的成年人缺乏维生素D。", (40, 40, "share")),
    ("sv", "40 % av vuxna har brist på D-vitamin.", (40, 40, "share")),
    ("en", "Users had a 30% higher risk of stroke.", (30, 30, "increase")),
    ("zh", "使用者中风风险增加30%。", (30, 30, "increase")),
    ("sv", "Användarna hade 30 % högre risk för stroke.", (30, 30, "increase")),
]


@pytest.mark.parametrize(("language", "text", "expected"), PERCENTAGES)
def test_percentages(language: str, text: str, expected: tuple[Any, ...]) -> None:
    assert fields(text, language, "low", "high", "direction", kind="percentage") == [expected]


@pytest.mark.parametrize("language", ["en", "zh", "sv"])
def test_every_claim_lies_in_its_block_to_the_letter(language: str) -> None:
    texts = [texts[language][0] for texts in CONSTRUCTIONS.values()]
    document = read_document(Path("article.md"), "\n\n".join(texts).encode(), language=language)
    for claim in analyse(document).claims:
        block = document.blocks[claim.block]
        assert block.text[claim.start : claim.end] == claim.text
        start, end = block.source_map.span(claim.start, claim.end)
        assert document.source[start:end] == claim.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In postmenopausal women calcium reduces bone loss."),
        ("zh", "绝经后女性补钙能减少骨质流失。"),
        ("sv", "Hos kvinnor efter klimakteriet minskar kalcium benförlusten."),
    ],
)
def test_in_whom_an_effect_is_told(language: str, text: str) -> None:
    assert fields(text, language, "subject", "outcome", "population") == [
        ("calcium", "bone-loss", "postmenopausal-women")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "# Valerian\n\nNervio® improves sleep."),
        ("zh", "# 缬草\n\nNervio®改善睡眠。"),
        ("sv", "# Vänderot\n\nNervio® förbättrar sömnen."),
    ],
)
def test_a_trade_mark_stands_for_what_the_article_is_about(language: str, text: str) -> None:
    [claim] = claims(text, language)
    assert (claim.fields.subject, claim.brand) == ("valerian", True)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "## CoQ10\n\n- Boosts energy\n- Supports heart health\n"),
        ("sv", "## Q10\n\n- Ökar energin\n- Stöder hjärthälsan\n"),
    ],
)
def test_items_that_state_speak_of_the_topic(language: str, text: str) -> None:
    assert [claim.fields.subject for claim in claims(text, language)] == ["coenzyme-q10"] * 2  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Adults need 600 IU (15 µg) of vitamin D a day."),
        ("zh", "成年人每天需要600 IU(15微克)维生素D。"),
        ("sv", "Vuxna behöver 600 IE (15 µg) D-vitamin per dag."),
    ],
)
def test_an_amount_told_in_two_units_is_one_dosage(language: str, text: str) -> None:
    assert fields(text, language, "low", "unit", kind="dosage") == [(600, "IU")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Psyllium lowered the cholesterol of adults with diabetes by 6%.", ("decrease", "psyllium")),
        ("zh", "车前子壳使糖尿病成人的胆固醇降低了6%。", ("decrease", "psyllium")),
        ("sv", "Psyllium sänkte kolesterolet hos vuxna med diabetes med 6 %.", ("decrease", "psyllium")),
        ("en", "Most people take vitamins.", None),
        ("zh", "大多数人服用维生素。", None),
        ("sv", "De flesta människor tar vitaminer.", None),
    ],
)
def test_what_a_percentage_measures(language: str, text: str, expected: tuple[str, str] | None) -> None:
    assert fields(text, language, "direction", "subject", kind="percentage") == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Did you know that zinc prevents colds?"),
        ("zh", "你知道吗，锌能预防感冒？"),
        ("sv", "Visste du att zink förebygger förkylning?"),
    ],
)
def test_a_question_that_tells_is_a_claim(language: str, text: str) -> None:
    assert fields(text, language, "subject", "outcome") == [("zinc", "common-cold")]


def test_a_claim_on_a_lack_reaches_over_the_word_for_it() -> None:
    assert [claim.text for claim in claims("Low zinc causes migraine.", "en")] == ["Low zinc causes migraine"]
    assert [claim.text for claim in claims("Brist på zink orsakar migrän.", "sv")] == ["Brist på zink orsakar migrän"]


def test_a_dose_a_day_told_without_a_verb_is_advice() -> None:
    assert fields("100 mg of zinc a day.", "en", "role", "per", kind="dosage") == [("advice", "day")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It holds 80 mg of vitamin C. Iron reduces fatigue."),
        ("sv", "Den innehåller 80 mg vitamin C. Järn minskar trötthet."),
    ],
)
def test_the_letter_of_a_vitamin_ends_a_sentence(language: str, text: str) -> None:
    assert [claim.fields.subject for claim in claims(text, language)] == ["iron"]  # type: ignore[union-attr]


def test_a_disease_is_never_lost_in_a_joined_claim() -> None:
    found = fields("锌能提高睾酮,治疗不孕不育。", "zh", "relation", "outcome_type")
    assert found == [("raises", "biomarker"), ("treats", "disease")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A randomised trial gave 60 adults zinc. Iron cures depression."),
        ("zh", "一项随机对照试验给60名成年人服用锌。铁能治愈抑郁症。"),
        ("sv", "En randomiserad studie gav 60 vuxna zink. Järn botar depression."),
    ],
)
def test_a_study_ends_with_what_is_told_of_it(language: str, text: str) -> None:
    assert [claim.fields.evidence for claim in claims(text, language)][-1:] == ["none"]  # type: ignore[union-attr]


def test_a_denial_is_never_joined_with_what_is_claimed() -> None:
    found = fields("锌能够预防流感,但它不能治疗流感。锌不能治疗感冒,但可以支持免疫系统。", "zh", "relation", "negated")
    assert found == [("prevents", False), ("treats", True), ("treats", True), ("supports", False)]


CHINESE = [
    # text, the relation of each claim, the polarity of all
    ("缺铁会降低运动能力，导致疲劳，并损害免疫功能。", ["reduces", "causes", "reduces"], "harm-of-lack"),
    ("缺铁会使红细胞减少，从而导致贫血。", ["reduces"], "harm-of-lack"),
    ("没有碘，甲状腺就无法合成甲状腺激素。", ["reduces"], "harm-of-lack"),
    ("如果体内叶酸不足，红细胞就无法正常成熟。", ["reduces"], "harm-of-lack"),
    ("缺乏维生素A会影响视力。", ["reduces"], "harm-of-lack"),
    ("钾摄入不足时，血压容易升高。", ["raises"], "harm-of-lack"),
    ("维生素C能促进胶原蛋白合成，使皮肤更有弹性。", ["supports", "improves"], "benefit"),
    ("益生菌能让肠道菌群恢复平衡。", ["restores"], "benefit"),
    ("鱼油可减轻压力引起的炎症。", ["reduces"], "benefit"),
    ("硒通过抑制自由基保护甲状腺。", ["supports"], "benefit"),
    ("碘决定了甲状腺能否正常工作。", ["role-in"], "benefit"),
    ("凝血因子的合成，离不开维生素K的参与。", ["role-in"], "benefit"),
    ("维生素K主要参与凝血过程。", ["role-in"], "benefit"),
    ("维生素E对心血管疾病的发生无显著影响。", ["role-in"], "none"),
    ("肌肉依赖钙来产生收缩。", ["role-in"], "benefit"),
    ("酒精会加速锌的流失。", ["reduces"], "harm"),
    ("长期压力会消耗体内的维生素C。", ["reduces"], "harm"),
    ("只有补充足够的维生素D，钙才能被充分吸收。", ["supports"], "benefit"),
    ("锌是免疫系统的守护者。", ["role-in"], "benefit"),
    ("如果你有两种或更多症状，可能长期缺铁。", ["causes"], "harm-of-lack"),
    ("鈣能維持骨骼健康,並促進肌肉收縮。", ["supports", "supports"], "benefit"),
]


@pytest.mark.parametrize(("text", "relations", "polarity"), CHINESE)
def test_chinese_verbs_side_by_side(text: str, relations: list[str], polarity: str) -> None:
    assert fields(text, "zh", "relation", "polarity") == [(relation, polarity) for relation in relations]


@pytest.mark.parametrize(
    "text",
    [
        "我们使用优质鱼油作为原料。",
        "没有处方无法购买该药品。",
        "是否补充钙由您决定。",
        "让孩子远离钙片。",
        "这款鱼油难以购买。",
        "维生素D的研究方案由委员会决定。",
        "请避免过量服用维生素A。",
        "缺锌的土壤中，作物产量降低。",
        "锌作为一种重要辅酶。",
        "检查时血清铁和铁蛋白皆会下降。",
        "两小时后才能服用钙片。",
    ],
)
def test_chinese_words_that_only_look_like_verbs_of_effect(text: str) -> None:
    assert claims(text, "zh") == []


def test_a_label_takes_what_its_explanation_speaks_of() -> None:
    text = "## 膳食\n\n- 改善便秘——膳食纤维可促进肠道蠕动\n- 减轻乳糖不耐受——嗜酸乳杆菌(L. acidophilus)帮助分解乳糖\n"
    found = fields(text, "zh", "subject", "outcome")
    assert ("dietary-fibre", "constipation") in found
    assert ("lactobacillus-acidophilus", "lactose-intolerance") in found


def test_headings_below_an_announcement_of_effects_are_effects() -> None:
    text = "## 锌的三大功效\n\n### 增强免疫力\n\n### 促进伤口愈合\n\n## 服用方法\n\n### 改善吸收\n"
    assert fields(text, "zh", "subject", "outcome") == [("zinc", "immune-system"), ("zinc", "wound-healing")]


def test_what_is_counted_on_the_fingers_is_no_measurement() -> None:
    text = "维生素D要经过两步转化，这两种酶都需要锌。两项研究纳入了三名患者。"
    units = [unit for (unit,) in fields(text, "zh", "unit", kind="measurement")]
    assert units == ["studies", "participants"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "每粒含叶黄素20毫克、山桑子120毫克。", [("lutein", 20, "dose"), ("bilberry", 120, "dose")]),
        (
            "en",
            "Each capsule contains lutein 20 mg and zeaxanthin 2 mg.",
            [("lutein", 20, "dose"), ("zeaxanthin", 2, "dose")],
        ),
        ("en", "Take 500 mg calcium and 20 µg vitamin D.", [("calcium", 500, "dose"), ("vitamin-d", 20, "dose")]),
        ("sv", "# Jod\n\nEtt tillskott med 150 mikrogram om dagen räcker.", [("iodine", 150, "day")]),
    ],
)
def test_an_amount_goes_with_the_name_beside_it(language: str, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert fields(text, language, "substance", "low", "per", kind="dosage") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "成年人对锌的需求量为：\n\n- 男性：每天11毫克\n- 女性：每天8毫克"),
        ("en", "The recommended intake of zinc is:\n\n- men: 11 mg a day\n- women: 8 mg a day"),
        ("sv", "Rekommenderat intag av zink är:\n\n- män: 11 mg om dagen\n- kvinnor: 8 mg om dagen"),
    ],
)
def test_a_list_s_amounts_are_for_what_its_lead_in_says(language: str, text: str) -> None:
    assert fields(text, language, "role", kind="dosage") == [("recommended-intake",)] * 2


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Each serving provides: vitamin B6 2 mg, quercetin 250 mg.", ["serving", "serving"]),
        ("en", "## Supplement Facts\n\nAmount per serving\n\n- Selenium 55 mcg\n- Iron 8 mg", ["serving", "serving"]),
        ("en", "| | Amount Per Serving |\n|---|---|\n| Vitamin C | 90 mg |\n| Zinc | 15 mg |", ["serving", "serving"]),
        ("sv", "Innehåll per dagsdos:\n\n- Zink 10 mg\n- Vitamin B6 1,4 mg", ["day", "day"]),
        ("sv", "Innehåll per kapsel: Zink 10 mg, selen 55 µg.", ["dose", "dose"]),
        ("zh", "每份含量（2粒）：\n\n- 维生素C 90毫克\n- 锌 15毫克", ["serving", "serving"]),
        ("zh", "每粒含：姜黄素 500毫克，胡椒碱 5毫克。", ["dose", "dose"]),
        ("en", "Amount per serving\n\nEat well, sleep well and walk a lot. Oysters hold 16 mg of zinc.", [None]),
    ],
)
def test_amounts_are_in_what_their_label_says(language: str, text: str, expected: list[str | None]) -> None:
    assert [per for (per,) in fields(text, language, "per", kind="dosage")] == expected
