from hypothesis import given
from hypothesis import strategies as st

from claimlint.rules.fold import fold


def folded(text: str) -> str:
    return fold(text).text


def test_case_width_and_traditional_characters_fold() -> None:
    assert folded("Ｍiracle") == "miracle"
    assert folded("最好的產品") == "最好的产品"


def test_words_pulled_apart_fold_together() -> None:
    assert folded("m i r a c l e cure") == "miracle cure"
    assert folded("c.u.r.e.s all") == "cures all"
    assert folded("mir*acle") == "miracle"
    assert folded("mira\u200bcle") == "miracle"
    assert folded("最 佳") == folded("最·佳") == folded("最\u200b佳") == "最佳"


def test_ordinary_writing_stays() -> None:
    assert folded("e.g. a low-fat diet, 3*4") == "e.g. a low-fat diet, 3*4"
    assert folded("第一，最后") == "第一,最后"
    assert folded("vitamin B 12 and C") == "vitamin b 12 and c"


def test_places_point_at_the_text() -> None:
    text = "Take Ｍ i r a c l e drops"
    found = fold(text)
    start = found.text.index("miracle")
    low, high = found.span(start, start + len("miracle"))
    assert text[low:high] == "Ｍ i r a c l e"


@given(st.text(max_size=80))
def test_every_folded_character_has_a_place_in_order(text: str) -> None:
    found = fold(text)
    places = [found.span(index, index + 1) for index in range(len(found.text))]
    assert all(0 <= low < high <= len(text) for low, high in places)
    assert [low for low, _ in places] == sorted(low for low, _ in places)


@given(st.text(max_size=80))
def test_folding_twice_changes_no_letter(text: str) -> None:
    once = folded(text)
    assert [c for c in folded(once) if c.isalnum()] == [c for c in once if c.isalnum()] or not once.isascii()
