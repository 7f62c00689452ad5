"""Sentences that say what the sources contradict."""

from __future__ import annotations

import pytest

from claimlint.evidence.statements import place

WORDINGS = ["精制面粉富含铁", "大多数人缺铁", "refined flour is rich in iron", "vitt mjöl är rikt på järn"]


@pytest.mark.parametrize(
    ("sentence", "stretch"),
    [
        ("其实精制面粉富含铁。", "精制面粉富含铁"),
        ("其实精制面粉中富含铁。", "精制面粉中富含铁"),
        ("精制面粉缺乏铁。", None),
        ("精制面粉和其他许多食物富含铁。", None),
        ("They say refined flour is rich in iron.", "refined flour is rich in iron"),
        ("They say refined flours are rich in iron.", None),
        ("They say refined flour was rich in iron.", "refined flour was rich in iron"),
        ("Refined flour is poor in iron.", None),
        ("Vitt mjöl är rikt på järn.", "Vitt mjöl är rikt på järn"),
        ("Flour.", None),
        ("", None),
    ],
)
def test_place(sentence: str, stretch: str | None) -> None:
    found = place(sentence, WORDINGS)
    assert (sentence[found[0] : found[1]] if found else None) == stretch
