import pytest

from claimlint.rules import RuleBook, Settings

from .conftest import Lint

CLAIM = "Our zinc tablets are new. Zinc supports immune function."


def severities(found: list, rule: str) -> list[str]:  # type: ignore[type-arg]
    return [one.severity for one in found if one.rule == rule]


def test_front_matter_says_what_an_article_is(shipped: RuleBook, lint: Lint) -> None:
    rule = "us-fda/missing-disclaimer"
    commercial = lint(shipped, f"---\ncontent: commercial\n---\n\n{CLAIM}", claims=True)
    editorial = lint(shipped, f"---\ncontent: editorial\n---\n\n{CLAIM}", claims=True)
    assert severities(commercial, rule) == ["error"]
    assert severities(editorial, rule) == []


def test_the_finding_tells_from_what_the_article_was_taken_for_advertising(shipped: RuleBook, lint: Lint) -> None:
    (found,) = [
        one
        for one in lint(shipped, "Zinc supports immune function.\n\nAdd to cart: zinc tablets.", claims=True)
        if one.rule == "us-fda/missing-disclaimer"
    ]
    assert "taken as commercial: “Add to cart”, line 3" in found.suggestion


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Garlic cures arthritis.\n\nBuy now in our shop.", "error"), ("Garlic cures arthritis.", "warning")],
)
def test_an_editorial_article_is_judged_one_step_lower(shipped: RuleBook, lint: Lint, text: str, expected: str) -> None:
    assert severities(lint(shipped, text, claims=True), "us-fda/disease-claim") == [expected]


def test_settings_decide_where_the_article_says_nothing(shipped: RuleBook, lint: Lint) -> None:
    found = lint(shipped, "Garlic cures arthritis.", claims=True, settings=Settings(content="commercial"))
    assert severities(found, "us-fda/disease-claim") == ["error"]


def test_jurisdictions_follow_the_language_and_the_settings(shipped: RuleBook, lint: Lint) -> None:
    def laws(found: list) -> set[str]:  # type: ignore[type-arg]
        return {one.rule.split("/")[0] for one in found}

    text = "Gurkmeja botar artrit."
    assert {"us-fda", "eu-nhcr"} <= laws(lint(shipped, text, "sv", claims=True))
    only = lint(shipped, text, "sv", claims=True, settings=Settings(jurisdictions=frozenset({"eu"})))
    assert "us-fda" not in laws(only) and "eu-nhcr" in laws(only)
