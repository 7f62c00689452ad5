"""Careful editorial articles, written for this test: the laws on labels and advertising say nothing of them."""

from pathlib import Path

import pytest

from claimlint.rules import RuleBook, Settings

from .conftest import Lint

ARTICLES = sorted((Path(__file__).parent / "editorial").glob("*.md"))
LAWS = ("us-fda", "us-ftc", "eu-nhcr", "cn-adlaw")
EVERYWHERE = frozenset({"us", "eu", "cn"})


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_careful_articles_are_clean(shipped: RuleBook, lint: Lint, path: Path) -> None:
    text, language = path.read_text(encoding="utf-8"), path.suffixes[0][1:]
    settings = Settings(jurisdictions=EVERYWHERE, select=LAWS)
    found = lint(shipped, text, language, claims=True, judged=True, settings=settings)
    assert [(one.rule, one.text) for one in found] == []


@pytest.mark.parametrize(
    ("text", "language", "rule"),
    [
        ("Selenium prevents cancer. Order now.", "en", "us-fda/disease-claim"),
        ("Selen förebygger cancer. Köp nu.", "sv", "eu-nhcr/disease-claim"),
        ("硒可以预防癌症。立即购买。", "zh", "cn-adlaw/disease-claim"),
    ],
)
def test_the_same_words_are_found_where_something_is_sold(
    shipped: RuleBook, lint: Lint, text: str, language: str, rule: str
) -> None:
    settings = Settings(jurisdictions=EVERYWHERE, select=LAWS)
    assert rule in {one.rule for one in lint(shipped, text, language, claims=True, settings=settings)}
