"""Folding keeps every character's place."""

from hypothesis import given
from hypothesis import strategies as st

from claimlint.lexicon.fold import fold


@given(st.text())
def test_folding_keeps_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_width_case_dashes_and_traditional_characters_fold() -> None:
    assert fold("Ｌ－蘇糖酸鎂") == "l 苏糖酸镁"
    assert fold("Omega‑3") == fold("omega-3") == "omega 3"
    assert fold("ÖKAD RISK") == "ökad risk"
