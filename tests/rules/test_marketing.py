"""The marketing rules: prose that they must leave alone, evasion, places."""

from __future__ import annotations

import pytest

from claimlint.diagnostics import Diagnostic
from claimlint.documents import read_document
from claimlint.evidence import judge_all, load_database
from claimlint.lexicon import load_concepts
from claimlint.nlp import analyse
from claimlint.rules import check, load_rules
from claimlint.rules.model import Settings

# Ordinary prose with the words that a naive list would report: each paragraph is one that an editor would leave.
PLAIN = {
    "en": """
Magnesium is a mineral that the body needs for muscles and nerves, and the best sources are nuts, beans and whole grains.

The best time to take iron is between meals, and the best way to know whether you need it is a test of ferritin.

The most common side effect of magnesium supplements is loose stools; at best they help people who get too little.

One of the most important minerals in bone is calcium, and vitamin D helps the gut to absorb it.

The largest and most rigorous trial of vitamin D found no effect on fractures.

Pancreatic cancer is among the deadliest cancers, and no supplement prevents it.

No vitamin is a miracle cure, and nobody can guarantee that a supplement works.

Does zinc really work wonders against a cold? The evidence is mixed.

Natural does not mean safe: St John's wort weakens the effect of many medicines.

In the trial, no side effects were reported with 10 mg of zinc a day.

She collapsed at work, and the ambulance reached her before it was too late; the doctors found a very low potassium level.

Severe thiamine deficiency is an emergency: do not wait, call for help.

Talk to your doctor before you take iron, and book an appointment if you feel short of breath.

If you buy vitamins online, check the label for the amount per tablet.

Try to eat fish twice a week, and choose your meals so that they hold beans and vegetables.

Read the [study of magnesium and cramps](https://example.org/study) or order the report from the agency.

The participants said that they slept better, but a wearable sensor showed no difference.

We searched three databases for trials of selenium, and I asked the authors for missing data.

Our bodies cannot make vitamin C, and our stores of iron last for months.

In our experience as reviewers, trials of supplements are seldom blinded well.

The first step is a varied diet; the last step, if any, is a supplement.

People with kidney disease should not take potassium without advice, because the heart may stop.

As we have seen, the evidence on biotin is limited.

Readers often ask us whether they need iodine.

The offer of free folic acid to women planning a pregnancy is part of the national programme.
""",
    "zh": """
镁是人体必需的矿物质，坚果、豆类和全谷物是最好的食物来源。

补铁的最佳时间是两餐之间，最好先到医院查血清铁蛋白。

镁补充剂最常见的不良反应是腹泻。

钙是骨骼中最重要的矿物质之一，维生素D帮助肠道吸收钙。

最近一项最大规模的试验发现，维生素D没有减少骨折。

胰腺癌是死亡率最高的癌症之一，没有补充剂能预防它。

没有哪种维生素是灵丹妙药，也没有人能保证补充剂有效。

锌对感冒真的那么神奇吗？证据并不一致。

天然不等于安全，圣约翰草会减弱多种药物的作用。

试验中，每天服用10毫克锌未见不良反应。

她在工作时突然晕倒，救护车及时赶到，医生发现她血钾很低。

严重缺乏维生素B1是急症，请马上就医。

服用铁剂前请咨询医生，如果气短请预约门诊。

网购维生素时，请看清每片的含量。

可以试着每周吃两次鱼，多吃豆类和蔬菜。

受试者说自己睡得更好，但监测设备没有发现差别。

我们检索了三个数据库中关于硒的试验。

我们的身体不能合成维生素C，铁的储备可以维持数月。

第一步是均衡饮食，最后才考虑补充剂。

肾病患者不要自行补钾，以免危及心脏。

如前所述，关于生物素的证据有限。

保证充足的睡眠，确保每天摄入足够的钙。

糖异生是机体在饥饿时的应急机制，与镁的关系尚不清楚。

国家为备孕妇女免费发放叶酸。

最高法院就该保健品纠纷作出判决。
""",
    "sv": """
Magnesium är ett mineral som kroppen behöver för muskler och nerver, och de bästa källorna är nötter, bönor och fullkorn.

Bästa tiden att ta järn är mellan måltiderna, och bästa sättet att veta om du behöver det är ett prov på ferritin.

Den vanligaste biverkningen av magnesiumtillskott är lös mage; i bästa fall hjälper de den som får för lite.

Ett av de viktigaste mineralerna i skelettet är kalcium, och D-vitamin hjälper tarmen att ta upp det.

Den största och mest noggranna studien av D-vitamin fann ingen effekt på frakturer.

Bukspottkörtelcancer är en av de dödligaste cancersjukdomarna, och inget tillskott förebygger den.

Inget vitamin är ett mirakelmedel, och ingen kan garantera att ett tillskott fungerar.

Gör zink verkligen underverk mot förkylning? Stödet är svagt.

Naturligt betyder inte ofarligt: johannesört försvagar effekten av många läkemedel.

I studien sågs inga biverkningar av 10 mg zink om dagen.

Hon föll ihop på jobbet, och ambulansen kom innan det var för sent; läkarna fann ett mycket lågt kalium.

Svår brist på tiamin är akut: vänta inte, ring efter hjälp.

Tala med din läkare innan du tar järn, och boka tid på vårdcentralen om du blir andfådd.

Den som köper vitaminer på nätet bör läsa på etiketten hur mycket en tablett innehåller.

Försök att äta fisk två gånger i veckan, och välj måltider med bönor och grönsaker.

Läs [studien om magnesium och kramper](https://example.org/study) eller beställ rapporten från myndigheten.

Deltagarna sade att de sov bättre, men mätningarna visade ingen skillnad.

Vi sökte i tre databaser efter studier av selen.

Våra kroppar kan inte bilda C-vitamin, och våra järndepåer räcker i månader.

Första steget är en varierad kost, det sista är ett tillskott.

Den som har njursjukdom ska inte ta kalium utan råd, för hjärtat kan påverkas.

Som vi har sett är stödet för biotin begränsat.

Läsare frågar oss ofta om de behöver jod.

Bäst före-datum står på burken med vitaminer.

Gravida erbjuds folsyra inom mödravården.
""",
}


def findings(text: str, language: str) -> list[Diagnostic]:
    """Check a text by the marketing rules alone."""
    document = read_document("article.md", text.encode(), language=language)
    base = load_database((), load_concepts())
    analysis, verdicts = judge_all(document, analyse(document), base, ("us",))
    settings = Settings(jurisdictions=frozenset({"us"}), select=("marketing",), register=base)
    return list(check(document, analysis, verdicts, load_rules(), settings))


@pytest.mark.parametrize("language", sorted(PLAIN))
def test_plain_prose_is_clean(language: str) -> None:
    assert [(one.rule, one.text) for one in findings(PLAIN[language], language)] == []


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("en", "Collagen is a m i r a c l e supplement.", "marketing/miracle"),
        ("en", "Ｏｕｒ ｃｏｌｌａｇｅｎ is 100% natural.", "marketing/natural-safety"),
        ("en", "Lutein is a mir*acle supplement.", "marketing/miracle"),
        ("zh", "這款膠原蛋白保證有效。", "marketing/guarantee"),
        ("zh", "这款胶原蛋白 神 奇 无比。", "marketing/miracle"),
        ("zh", "叶黄素是最·好的补充剂。", "marketing/superlative"),
        ("sv", "Kollagen är ett M I R A K E L för huden, ett tillskott.", "marketing/miracle"),
    ],
)
def test_evasion_does_not_help(language: str, text: str, rule: str) -> None:
    found = findings(text, language)
    assert rule in {one.rule for one in found}
    assert all(text[one.span.offset : one.span.end_offset] == one.text for one in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Zinc helps. There is no doubt: our zinc is without doubt the best supplement."),
        ("sv", "Vårt zink är utan tvekan det bästa tillskottet."),
        ("zh", "这款锌片无疑是最好的补充剂。"),
    ],
)
def test_what_only_stresses_negates_nothing(language: str, text: str) -> None:
    assert "marketing/superlative" in {one.rule for one in findings(text, language)}


def test_a_marked_name_is_told_once_an_article() -> None:
    text = "Krillex® contains krill oil.\n\nKrillex® holds omega-3.\n\nKrillex® is sold in jars with lutein."
    found = [one for one in findings(text, "en") if one.text.endswith("®")]
    assert [one.span.line for one in found] == [1]


def test_findings_are_softer_in_an_editorial_article() -> None:
    plain = findings("Turmeric is a miracle food.", "en")
    selling = findings("Turmeric is a miracle food.\n\nBuy now in our shop.", "en")
    assert [one.severity for one in plain if one.rule == "marketing/miracle"] == ["note"]
    assert [one.severity for one in selling if one.rule == "marketing/miracle"] == ["warning"]
