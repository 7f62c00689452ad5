"""Whole articles in English, marked by hand: a sober one, a sales page, a blog."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.nlp.score import score

ARTICLES = Path(__file__).parents[1] / "articles"
TARGETS = {"dosage": (0.95, 0.95), "percentage": (0.95, 0.95), "measurement": (0.85, 0.90), "efficacy": (0.88, 0.90)}


@pytest.mark.parametrize("kind", TARGETS)
def test_articles_are_read_as_an_editor_reads_them(kind: str) -> None:
    result = score(ARTICLES, kind)
    f1, right = TARGETS[kind]
    assert result.f1 >= f1, f"missed {result.missed}, extra {result.extra}"
    assert result.right(kind) >= right
