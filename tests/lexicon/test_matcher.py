"""Names and cues are found at word boundaries, inflected and in compounds."""

import pytest

from claimlint.lexicon import load_language, load_matcher


def names(text: str, language: str) -> list[str]:
    return [hit.concept for hit in load_matcher(language).find(text) if hit.concept]


def cues(text: str, language: str) -> list[tuple[str, str]]:
    attributes = load_language(language).cues
    return [
        (attributes[hit.cue].category, text[hit.start : hit.end])
        for hit in load_matcher(language).find(text)
        if hit.cue >= 0
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Zinc and vitamin D", "en", ["zinc", "vitamin-d"]),
        ("Vitamin-D and vitamin B12", "en", ["vitamin-d", "vitamin-b12"]),
        ("An iron will", "en", []),
        ("Iron supports energy", "en", ["iron", "energy"]),
        ("补充维生素 C 和维生素D", "zh", ["vitamin-c", "vitamin-d"]),
        ("乘坐地铁", "zh", []),
        ("補充鈣和鋅", "zh", ["calcium", "zinc"]),
        ("Järnet och D-vitaminet", "sv", ["iron", "vitamin-d"]),
        ("Kalciumtillskott", "sv", ["calcium"]),
    ],
)
def test_names(text: str, language: str, expected: list[str]) -> None:
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Amla and burdock root", "en", ["amla", "burdock"]),
        ("Limosilactobacillus fermentum", "en", ["lactobacillus-fermentum"]),
        ("split ends and puffy eyes", "en", ["damaged-hair", "dark-circles"]),
        ("advanced glycation end products", "en", ["glycation"]),
        ("different ages and all ages", "en", []),
        ("natural gas in mint condition", "en", []),
        ("Jordärtskocka och kvanne", "sv", ["artichoke", "angelica"]),
        ("Trött hy och kluvna toppar", "sv", ["dull-skin", "damaged-hair"]),
        ("till råga på allt", "sv", []),
        ("kokosmatta", "sv", []),
        ("葡萄籽原花青素", "zh", ["grape-seed-extract"]),
        ("面色萎黄、腰膝酸软", "zh", ["dull-skin", "weak-lower-back"]),
        ("青春雙歧桿菌", "zh", ["bifidobacterium-adolescentis"]),
        ("缓解压力", "zh", ["stress"]),
        ("请告知母亲", "zh", []),
        ("解锁阳光心态", "zh", []),
        ("市场附近的大黄鱼", "zh", []),
        ("三高速公路", "zh", []),
        ("鱼胶囊", "zh", []),
        ("柠檬酸调节酸度", "zh", []),
        ("亚健康人群", "zh", ["subhealthy-people"]),
        ("提高反应速度", "zh", ["reaction-time"]),
        ("单元参数说明目的地", "zh", []),
        ("学生津贴", "zh", []),
        ("Women over 40 with a jade roller", "en", ["women-over-40", "dry-brushing"]),
        ("Ribosomer och chipset", "sv", []),
    ],
)
def test_everyday_names_and_their_doubles(text: str, language: str, expected: list[str]) -> None:
    assert names(text, language) == expected


def test_a_compound_gives_the_substance_and_its_lack() -> None:
    assert names("Zinkbristen ökar", "sv") == ["zinc"]
    assert ("lack", "brist") in [(category, text[:5]) for category, text in cues("Zinkbristen ökar", "sv")]


def test_the_longest_name_wins() -> None:
    assert names("柠檬酸钙", "zh") == ["calcium-citrate"]
    assert names("type 2 diabetes", "en") == ["type-2-diabetes"]


def test_no_name_inside_another_word() -> None:
    assert names("The ironing leads on", "en") == []


def test_a_pseudo_negation_is_no_negation() -> None:
    assert "negation" not in [category for category, _ in cues("钙不仅支持骨骼健康", "zh")]
    assert "negation" in [category for category, _ in cues("钙不能治疗糖尿病", "zh")]
