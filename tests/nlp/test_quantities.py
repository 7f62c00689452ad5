"""Amounts in prose, in the three languages: what is found, what it says, and what is no amount.

A row is a text and what is found in it, each as "words | low..high unit | dimension", with "per X" and "about"
where they hold. An open end is left out: "5.." is 5 or more.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claimlint.data import DataError
from claimlint.nlp.model import Quantity
from claimlint.nlp.quantities import find_quantities
from claimlint.nlp.quantities import grammar as module

ENGLISH = [
    # Units, numbers and their separators.
    ("200 mcg of iodine", ["200 mcg | 200..200 ug | mass"]),
    ("200 µg", ["200 µg | 200..200 ug | mass"]),
    ("vitamin D3 2,000 IU daily", ["2,000 IU daily | 2000..2000 IU | activity per day"]),
    ("10 000 IU", ["10 000 IU | 10000..10000 IU | activity"]),
    ("0.5 g", ["0.5 g | 0.5..0.5 g | mass"]),
    (
        "50 billion CFU per serving",
        ["50 billion CFU per serving | 50000000000..50000000000 CFU | activity per serving"],
    ),
    ("5×10⁹ CFU", ["5×10⁹ CFU | 5000000000..5000000000 CFU | activity"]),
    ("women over 50, 18 mg", ["over 50 | 50.. years | age", "18 mg | 18..18 mg | mass"]),
    ("½ teaspoon", ["½ teaspoon | 0.5..0.5 teaspoons | unit-count"]),
    ("1/2 teaspoon", ["1/2 teaspoon | 0.5..0.5 teaspoons | unit-count"]),
    ("two and a half hours", ["two and a half hours | 2.5..2.5 hours | time"]),
    ("twenty-five studies", ["twenty-five studies | 25..25 studies | count"]),
    ("one hundred and fifty participants", ["one hundred and fifty participants | 150..150 participants | count"]),
    ("2 million people", ["2 million people | 2000000..2000000 people | count"]),
    ("levels above 50 nmol/L", ["above 50 nmol/L | 50.. nmol/L | concentration"]),
    ("HbA1c of 48 mmol/mol", ["48 mmol/mol | 48..48 mmol/mol | concentration"]),
    ("120/80 mmHg", ["120/80 mmHg | 80..120 mmHg | pressure"]),
    ("2,000 calories a day", ["2,000 calories a day | 2000..2000 kcal | energy per day"]),
    # Ranges and open ends.
    ("about 400–420 mg/day", ["about 400–420 mg/day | 400..420 mg | mass per day about"]),
    ("between 200 and 400 mg", ["between 200 and 400 mg | 200..400 mg | mass"]),
    ("400 mg to 600 mg", ["400 mg to 600 mg | 400..600 mg | mass"]),
    ("100 ± 20 mg", ["100 ± 20 mg | 80..120 mg | mass"]),
    ("10 -20%", ["10 -20% | 10..20 % | share"]),
    ("up to 400 mg", ["up to 400 mg | ..400 mg | mass"]),
    ("at least 150 minutes a week", ["at least 150 minutes a week | 150.. minutes | time per week"]),
    ("should not exceed 350 mg per day", ["should not exceed 350 mg per day | ..350 mg | mass per day"]),
    ("5 mg or less per day", ["5 mg or less per day | ..5 mg | mass per day"]),
    ("300+ enzymes", ["300+ enzymes | 300.. enzymes | count"]),
    ("hundreds of enzymes", ["hundreds of enzymes | 100.. enzymes | count about"]),
    (
        "at doses of 200, 400 and 800 mg per day",
        [
            "200 | 200..200 mg | mass per day",
            "400 | 400..400 mg | mass per day",
            "800 mg per day | 800..800 mg | mass per day",
        ],
    ),
    # What an amount is per.
    ("350 mg zinc citrate per day", ["350 mg | 350..350 mg | mass per day"]),
    (
        "310 mg for women and 400 mg for men per day",
        ["310 mg | 310..310 mg | mass per day", "400 mg | 400..400 mg | mass per day"],
    ),
    (
        "600–800 IU (15–20 mcg) of vitamin D per day",
        ["600–800 IU | 600..800 IU | activity per day", "15–20 mcg | 15..20 ug | mass per day"],
    ),
    ("0.8 g/kg/day", ["0.8 g/kg/day | 0.8..0.8 g | mass per kg/day"]),
    ("19 mg per 100 g", ["19 mg per 100 g | 19..19 mg | mass per 100g"]),
    (
        "Take 1–2 tablets, 2–3 times daily.",
        ["1–2 tablets | 1..2 tablets | unit-count per dose", "2–3 times daily | 2..3 times/day | frequency"],
    ),
    (
        "500 mg twice a day",
        ["500 mg | 500..500 mg | mass per dose", "twice a day | 2..2 times/day | frequency"],
    ),
    # Shares and multiples, in percent.
    ("80 per cent of adults", ["80 per cent | 80..80 % | share"]),
    ("5 percentage points", ["5 percentage points | 5..5 pp | share"]),
    ("25% DV", ["25% DV | 25..25 %DV | share"]),
    ("one in three", ["one in three | 33.3..33.3 % | share"]),
    ("1 in 1000 people", ["1 in 1000 | 0.1..0.1 % | share"]),
    ("nearly two thirds", ["nearly two thirds | 66.7..66.7 % | share about"]),
    ("more than half of them", ["more than half of | 50.. % | share"]),
    ("the majority of adults", ["the majority of | 50.. % | share about"]),
    ("twice as much iron", ["twice as much | 200..200 % | multiple"]),
    ("three times more likely", ["three times more | 300..300 % | multiple"]),
    ("a 1.5-fold rise", ["1.5-fold | 150..150 % | multiple"]),
    # Time, ages, years, dates.
    ("a 12-week trial", ["12-week | 12..12 weeks | time"]),
    ("over 12 weeks", ["12 weeks | 12..12 weeks | time"]),
    ("aged 18 to 65 years", ["aged 18 to 65 years | 18..65 years | age"]),
    ("a 55-year-old", ["55-year-old | 55..55 years | age"]),
    ("people over 60", ["over 60 | 60.. years | age"]),
    ("between 1990 and 2010", ["between 1990 and 2010 | 1990..2010 year | calendar-year"]),
    ("in the 1990s", ["1990s | 1990..1999 year | calendar-year"]),
    ("April 27, 2011", ["April 27, 2011 | 2011..2011 date | date"]),
    # Counts and statistics.
    ("7,216 men and women", ["7,216 men and women | 7216..7216 people | count"]),
    ("13 randomized controlled trials", ["13 randomized controlled trials | 13..13 trials | count"]),
    ("22 large observational studies", ["22 large observational studies | 22..22 studies | count"]),
    ("In a trial of 48 volunteers", ["48 volunteers | 48..48 participants | count"]),
    ("A 2018 meta-analysis of 18 RCTs", ["2018 | 2018..2018 year | calendar-year", "18 RCTs | 18..18 trials | count"]),
    ("may help 5 people", ["5 people | 5..5 people | count"]),
    ("one capsule contains 500 mg", ["one capsule contains 500 mg | 500..500 mg | mass per capsule"]),
    ("a trial (n = 1,342)", ["n = 1,342 | 1342..1342 participants | count"]),
    (
        "RR 0.70, 95% CI 0.60–0.82; p<0.001",
        [
            "RR 0.70 | 0.7..0.7 index | index",
            "95% CI 0.60–0.82 | 0.6..0.82 CI | confidence-interval",
            "p<0.001 | ..0.001 p | p-value",
        ],
    ),
    ("BMI over 30", ["BMI over 30 | 30.. index | index"]),
]

CHINESE = [
    ("每天600–800mg", ["每天600–800mg | 600..800 mg | mass per day"]),
    ("约 300–320 mg/天", ["约 300–320 mg/天 | 300..320 mg | mass per day about"]),
    ("800mg以上", ["800mg以上 | 800.. mg | mass"]),
    ("不得超过350毫克", ["不得超过350毫克 | ..350 mg | mass"]),
    ("２００毫克", ["２００毫克 | 200..200 mg | mass"]),
    ("每天2000国际单位", ["每天2000国际单位 | 2000..2000 IU | activity per day"]),
    ("每份含100亿个活菌", ["每份含100亿个活菌 | 10000000000..10000000000 CFU | activity per serving"]),
    ("介于200和400毫克之间", ["介于200和400毫克之间 | 200..400 mg | mass"]),
    ("每100克含锌19毫克", ["19毫克 | 19..19 mg | mass per 100g"]),
    ("每公斤体重1.2~2.0克", ["每公斤体重1.2~2.0克 | 1.2..2 g | mass per kg"]),
    ("400毫克天然维生素", ["400毫克 | 400..400 mg | mass"]),
    ("三四百毫克", ["三四百毫克 | 300..400 mg | mass about"]),
    (
        "成年女性每日需要18毫克，男性12毫克",
        ["18毫克 | 18..18 mg | mass per day", "12毫克 | 12..12 mg | mass per day"],
    ),
    (
        "每日2次,每次1~2粒",
        ["每日2次 | 2..2 times/day | frequency", "每次1~2粒 | 1..2 capsules | unit-count per dose"],
    ),
    ("把一天的剂量分成2–3次", ["2–3次 | 2..3 times/day | frequency"]),
    ("每周一次", ["每周一次 | 1..1 times/week | frequency"]),
    ("三成患者", ["三成 | 30..30 % | share"]),
    ("三位成年人", ["三位成年人 | 3..3 adults | count"]),
    ("三分之二", ["三分之二 | 66.7..66.7 % | share"]),
    ("百分之五到百分之十", ["百分之五到百分之十 | 5..10 % | share"]),
    ("每3人中有1位", ["每3人中有1位 | 33.3..33.3 % | share"]),
    ("每5个成年人中,就有3个", ["每5个成年人中,就有3个 | 60..60 % | share"]),
    ("几乎半数", ["几乎半数 | 50..50 % | share about"]),
    ("大多数人", ["大多数 | 50.. % | share about"]),
    ("五个百分点", ["五个百分点 | 5..5 pp | share"]),
    ("两倍", ["两倍 | 200..200 % | multiple"]),
    ("最多可降低 40%", ["最多可降低 40% | ..40 % | share"]),
    ("高达64.4%的人", ["高达64.4% | 64.4..64.4 % | share"]),
    ("300 多种酶反应", ["300 多种酶反应 | 300.. reactions | count"]),
    ("数百种酶", ["数百种酶 | 100.. enzymes | count about"]),
    ("一项纳入120名患者的研究", ["120名患者 | 120..120 participants | count"]),
    ("两项研究", ["两项研究 | 2..2 studies | count"]),
    ("超100万参与者", ["超100万参与者 | 1000000.. participants | count"]),
    ("1.2亿成年人", ["1.2亿成年人 | 120000000..120000000 adults | count"]),
    ("10个省份", ["10个省份 | 10..10 provinces | count"]),
    ("73岁", ["73岁 | 73..73 years | age"]),
    ("五六十岁", ["五六十岁 | 50..60 years | age about"]),
    ("1950 年至 2010 年间", ["1950 年至 2010 年间 | 1950..2010 year | calendar-year"]),
    ("患病15年", ["15年 | 15..15 years | time"]),
    ("8小时内", ["8小时内 | ..8 hours | time"]),
    ("两年半", ["两年半 | 2.5..2.5 years | time"]),
    ("69名35–55岁女性", ["69名 | 69..69 women | count", "35–55岁 | 35..55 years | age"]),
    ("共4192名2型糖尿病患者的研究", ["4192名2型糖尿病患者 | 4192..4192 participants | count"]),
    ("约八成人缺锌", ["约八成 | 80..80 % | share about"]),
    ("1天2次", ["1天2次 | 2..2 times/day | frequency"]),
    ("每片含钙600mg、锌5mg", ["600mg | 600..600 mg | mass per tablet", "5mg | 5..5 mg | mass per tablet"]),
    (
        "10微克（400国际单位）/天",
        ["10微克 | 10..10 ug | mass per day", "400国际单位 | 400..400 IU | activity per day"],
    ),
    ("持续一周", ["一周 | 1..1 weeks | time"]),
    ("一周两次", ["一周两次 | 2..2 times/week | frequency"]),
    ("三个半月", ["三个半月 | 3.5..3.5 months | time"]),
    ("半小时", ["半小时 | 0.5..0.5 hours | time"]),
    ("12–16周左右", ["12–16周左右 | 12..16 weeks | time about"]),
    ("2011年4月27日", ["2011年4月27日 | 2011..2011 date | date"]),
    ("HOMA-IR 指数≥2.5", ["HOMA-IR 指数≥2.5 | 2.5.. index | index"]),
    (
        "(RR=0.70,95%CI:0.60-0.82,P<0.001)",
        [
            "RR=0.70 | 0.7..0.7 index | index",
            "95%CI:0.60-0.82 | 0.6..0.82 CI | confidence-interval",
            "P<0.001 | ..0.001 p | p-value",
        ],
    ),
    ("超過300種酶反應", ["超過300種酶反應 | 300.. reactions | count"]),
    ("＜0.75mmol/L", ["＜0.75mmol/L | ..0.75 mmol/L | concentration"]),
]

SWEDISH = [
    ("120 – 973 mg/dag", ["120 – 973 mg/dag | 120..973 mg | mass per day"]),
    ("1,5–2 g", ["1,5–2 g | 1.5..2 g | mass"]),
    ("1.000 mg", ["1.000 mg | 1000..1000 mg | mass"]),
    ("0.75 mmol/l", ["0.75 mmol/l | 0.75..0.75 mmol/L | concentration"]),
    ("10 000 IE", ["10 000 IE | 10000..10000 IU | activity"]),
    ("50 miljarder CFU", ["50 miljarder CFU | 50000000000..50000000000 CFU | activity"]),
    ("högst 350 mg per dag", ["högst 350 mg per dag | ..350 mg | mass per day"]),
    ("mellan 200 och 400 mg", ["mellan 200 och 400 mg | 200..400 mg | mass"]),
    ("350 mg zink per dag", ["350 mg | 350..350 mg | mass per day"]),
    ("0,8 g per kg kroppsvikt och dag", ["0,8 g per kg kroppsvikt och dag | 0.8..0.8 g | mass per kg/day"]),
    (
        "170 mg zink 2ggr per dag",
        ["170 mg | 170..170 mg | mass per dose", "2ggr per dag | 2..2 times/day | frequency"],
    ),
    ("en tablett om dagen", ["en tablett om dagen | 1..1 tablets | unit-count per day"]),
    (
        "dagsbehovet är 9 mg för kvinnor och 11 mg för män",
        ["9 mg | 9..9 mg | mass per day", "11 mg | 11..11 mg | mass per day"],
    ),
    ("etthundrafemtio deltagare", ["etthundrafemtio deltagare | 150..150 participants | count"]),
    ("hundratals enzymer", ["hundratals enzymer | 100.. enzymes | count about"]),
    ("1 200 deltagare", ["1 200 deltagare | 1200..1200 participants | count"]),
    ("51 friska och unga personer", []),
    ("51 friska unga personer", ["51 friska unga personer | 51..51 people | count"]),
    ("30 äldre", ["30 äldre | 30..30 people | count"]),
    ("30 äldre kvinnor", ["30 äldre kvinnor | 30..30 women | count"]),
    ("55 kvinnor och män", ["55 kvinnor och män | 55..55 people | count"]),
    ("1 av 4", ["1 av 4 | 25..25 % | share"]),
    ("en av fyra", ["en av fyra | 25..25 % | share"]),
    ("nästan var tredje svensk", ["nästan var tredje | 33.3..33.3 % | share about"]),
    ("var tredje dag", []),
    ("mer än hälften", ["mer än hälften | 50.. % | share"]),
    ("några få procent", ["några få procent | .. % | share about"]),
    ("merparten", ["merparten | 50.. % | share about"]),
    ("5 procentenheter", ["5 procentenheter | 5..5 pp | share"]),
    ("50 % av RDI", ["50 % av RDI | 50..50 %NRV | share"]),
    ("dubbelt så mycket", ["dubbelt så mycket | 200..200 % | multiple"]),
    ("tre gånger så vanligt", ["tre gånger så vanligt | 300..300 % | multiple"]),
    ("max 24 veckor", ["max 24 veckor | ..24 weeks | time"]),
    ("under 8 veckor", ["8 veckor | 8..8 weeks | time"]),
    ("spädbarn under 12 månader", ["under 12 månader | ..12 months | time"]),
    ("under 65 år", ["under 65 år | ..65 years | age"]),
    ("i åldern 55-80 år", ["i åldern 55-80 år | 55..80 years | age"]),
    ("ca 15h", ["ca 15h | 15..15 hours | time about"]),
    ("på 5år", ["5år | 5..5 years | time"]),
    ("en och en halv timme", ["en och en halv timme | 1.5..1.5 hours | time"]),
    ("under 2016", ["2016 | 2016..2016 year | calendar-year"]),
    ("på 1990-talet", ["1990-talet | 1990..1999 year | calendar-year"]),
    ("den 27 april 2011", ["27 april 2011 | 2011..2011 date | date"]),
    (
        "30 % (95 % KI 0,60–0,82; p=0,001)",
        [
            "30 % | 30..30 % | share",
            "95 % KI 0,60–0,82 | 0.6..0.82 CI | confidence-interval",
            "p=0,001 | 0.001..0.001 p | p-value",
        ],
    ),
]

NONE = [
    ("en", "B12 and Q10, K2, D3, omega-3, B-12, CO2, H2O, PM2.5, IL-6 and CYP3A4"),
    ("en", "25(OH)D and 1,25(OH)₂D"),
    ("en", "type 2 diabetes, a phase 3 trial, stage 3 kidney disease, step 2"),
    ("en", "COVID-19, open 24/7, version 2.0.1"),
    ("en", "J Nutr. 2015;7(9):8199-8226. doi:10.1016/j.neuron.2009.12.026"),
    ("en", "https://example.org/2016/30mg?s=20%25"),
    ("en", "call 1-800-555-1234 at 12:30"),
    ("en", "1. Zinc\n(2) Iron\n3) Iodine"),
    ("en", "one study found that one of the best has a half-life, double-blind"),
    ("en", "a third study"),
    ("en", "9/11, 50/50, 20/20 vision"),
    ("zh", "维生素D3、B12、Q10、欧米伽-3、α-1、5-羟色胺、PM2.5"),
    ("zh", "1,25(OH)₂D，25-羟维生素D，25(OH)D"),
    ("zh", "3月至5月，7月份"),
    ("zh", "2型糖尿病，新冠COVID-19，24/7"),
    ("zh", "第一步，第二阶段，第10天，第3周"),
    ("zh", "一种矿物质，一项研究，一个人，一些，一样，十分重要，双盲"),
    ("zh", "注册号:82021301，电话010-12345678、400-800-1234"),
    ("zh", "1、锌\n2.铁"),
    ("zh", "星期一，二甲双胍，十字花科，一年四季"),
    ("sv", "vitamin B12, K2, Q10, omega-3, Typ2, typ 2-diabetes"),
    ("sv", "25(OH)D, 1,25(OH)₂D och 25-hydroxivitamin D"),
    ("sv", "en studie, ett land, en av dem, dubbelblind, halveringstid"),
    ("sv", "Ring 08-123 45 67 kl. 22.00, 24/7"),
    ("sv", "fas 3-studie, steg 1"),
]


def _told(quantity: Quantity, text: str) -> str:
    low, high = ("" if value is None else f"{value:.12g}" for value in (quantity.low, quantity.high))
    per = f" per {quantity.per}" if quantity.per else ""
    about = " about" if quantity.approximate else ""
    words = text[quantity.start : quantity.end]
    return f"{words} | {low}..{high} {quantity.unit} | {quantity.dimension}{per}{about}"


def _check(text: str, language: str, expected: list[str]) -> None:
    assert [_told(quantity, text) for quantity in find_quantities(text, language)] == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[str]) -> None:
    _check(text, "en", expected)


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_chinese(text: str, expected: list[str]) -> None:
    _check(text, "zh", expected)


@pytest.mark.parametrize(("text", "expected"), SWEDISH)
def test_swedish(text: str, expected: list[str]) -> None:
    _check(text, "sv", expected)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_amount(language: str, text: str) -> None:
    _check(text, language, [])


def test_offsets_in_a_sentence() -> None:
    text = "In 2016, 120 patients took 400 mg\u00a0of zinc per day; one in three felt better after 8 weeks."
    found = find_quantities(text, "en")
    assert [text[quantity.start : quantity.end] for quantity in found] == [
        "2016",
        "120 patients",
        "400 mg",
        "one in three",
        "8 weeks",
    ]
    assert found[2].per == "day"


def test_study_words_make_people_participants() -> None:
    assert find_quantities("3亿人缺锌", "zh")[0].unit == "people"
    assert find_quantities("干预组361人", "zh")[0].unit == "participants"


@pytest.mark.parametrize("language", ["zh-Hant", "zh_CN", "ZH"])
def test_language_with_region(language: str) -> None:
    assert find_quantities("三分之一", language)


def test_unknown_language_reads_as_english() -> None:
    assert find_quantities("three weeks", "xx") == find_quantities("three weeks", "en") != []


def test_an_unknown_unit_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(module.DATA / "units.yaml", tmp_path)
    (tmp_path / "en").mkdir()
    text = (module.DATA / "en" / "quantities.yaml").read_text("utf-8")
    (tmp_path / "en" / "quantities.yaml").write_text(text.replace("\n  capsules: [", "\n  capsuls: ["), "utf-8")
    monkeypatch.setattr(module, "DATA", tmp_path)
    monkeypatch.setenv("CLAIMLINT_CACHE_DIR", str(tmp_path / "cache"))
    module.grammar.cache_clear()
    with pytest.raises(DataError, match=r"quantities\.yaml:\d+: units\.capsuls: .*did you mean 'capsules'"):
        find_quantities("5 mg", "en")


def test_empty() -> None:
    assert find_quantities("", "en") == []
