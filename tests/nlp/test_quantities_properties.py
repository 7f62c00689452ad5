"""What holds of quantities in any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.nlp.quantities import find_quantities

LANGUAGES = ("en", "zh", "sv")
PIECES = [
    *"0123456789 .,-–~/%(){}一二三十百万亿半每人中有个的多成倍天年月日",
    *(
        "mg",
        "µg",
        " IU",
        " per day",
        "每天",
        "om dagen",
        "about ",
        "约",
        "ca ",
        "over ",
        "超过",
        "över ",
        "up to ",
        "to ",
    ),
    *(
        "between ",
        " and ",
        "mellan ",
        " och ",
        "介于",
        "之间",
        "one",
        "three",
        "hundra",
        "tre",
        "half",
        "hälften",
        "一半",
    ),
    *(
        "twice",
        " times",
        "gånger",
        "次",
        "weeks",
        "周",
        "år",
        "岁",
        "studies",
        "项研究",
        "personer",
        "CI",
        "p<",
        "2016",
        "İ",
        "ß",
    ),
]
AMOUNTS = {
    "en": ("mg", "g", "IU", "mmol", "%", "weeks", "capsules"),
    "zh": ("毫克", "克", "国际单位", "毫摩尔", "%", "周", "粒"),
    "sv": ("mg", "gram", "IE", "mmol", "procent", "veckor", "kapslar"),
}
LEADS = {
    "en": ("", "about ", "at least ", "up to "),
    "zh": ("", "约", "至少", "最多"),
    "sv": ("", "ca ", "minst ", "högst "),
}
PER = {"en": ("", " per day", "/day"), "zh": ("", "/天"), "sv": ("", " per dag", "/dag")}


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60), st.sampled_from(LANGUAGES))
@settings(max_examples=400, deadline=None)
def test_spans_are_in_order_and_inside_the_text(text: str, language: str) -> None:
    end = 0
    for quantity in find_quantities(text, language):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        end = quantity.end


@given(st.data(), st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None)
def test_the_words_of_a_span_say_the_same(data: st.DataObject, language: str) -> None:
    low = data.draw(st.integers(2, 1800))
    high = data.draw(st.none() | st.integers(low + 1, 1899))
    words = data.draw(st.sampled_from(LEADS[language])) + str(low) + (f"–{high}" if high else "")
    words += " " + data.draw(st.sampled_from(AMOUNTS[language])) + data.draw(st.sampled_from(PER[language]))
    before, after = data.draw(st.sampled_from([("", ""), ("(", ")"), ("; ", "."), ("。", "，")]))
    text = before + words + after
    (found,) = find_quantities(text, language)
    assert text[found.start : found.end] == words
    (again,) = find_quantities(words, language)
    assert (again.low, again.high, again.unit, again.per) == (found.low, found.high, found.unit, found.per)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["9", "1,", "1 ", "1-", "1.", "一", "每3人", "one hundred and ", "about over ", "1/2 ", "95% CI "]
)
def test_long_runs_are_no_trouble(piece: str, language: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(quantity.end <= len(text) for quantity in find_quantities(text, language))
