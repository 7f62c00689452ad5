import pytest

from claimlint.documents import read_document
from claimlint.evidence.model import Verdict
from claimlint.lexicon import load_concepts
from claimlint.nlp import analyse
from claimlint.rules import RuleBook, Settings, check
from claimlint.rules.page import Page

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
    [("Selenium cures arthritis.\n\nBuy now in our shop.", "error"), ("Selenium cures arthritis.", "warning")],
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


def test_what_the_evidence_bears_out_is_no_matter_of_law_in_an_article_that_sells_nothing(shipped: RuleBook) -> None:
    def laws(text: str, verdict: Verdict) -> set[str]:
        document = read_document("article.md", text.encode(), language="en")
        analysis = analyse(document)
        found = check(document, analysis, [verdict for _ in analysis.claims], shipped)
        return {one.rule for one in found if one.rule.startswith("us-fda/disease")}

    told, borne_out = "Zinc gluconate prevents migraine.", Verdict("supported", "So it is.", "zinc-record")
    assert laws(told, Verdict("unsupported", "Nothing is known.")) == {"us-fda/disease-claim"}
    assert laws(told, borne_out) == set()
    assert laws(f"{told}\n\nBuy now in our shop.", borne_out) == {"us-fda/disease-claim"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This post contains affiliate links."),
        ("en", "Get 15% off with my code ZINC15."),
        ("zh", "评论区留言，我把链接发给你。"),
        ("sv", "Med koden ZINK10 får du 10 % rabatt. Inlägget innehåller annonslänkar."),
    ],
)
def test_a_writer_whom_sales_pay_sells(shipped: RuleBook, language: str, text: str) -> None:
    document = read_document("article.md", text.encode(), language=language)
    page = Page(document, analyse(document), [], shipped, Settings(), load_concepts())
    assert page.content.kind == "commercial"


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Zinc strengthens the heart.", "en", "Authorised for zinc: “Zinc contributes to"),
        ("Zinkcitrat stärker hjärtat.", "sv", "Authorised for zinc: “Zink bidrar till"),
        ("Turmeric supports the liver.", "en", "No authorised claim for turmeric is on record."),
    ],
)
def test_an_eu_claim_is_answered_with_what_may_be_said(
    shipped: RuleBook, lint: Lint, text: str, language: str, told: str
) -> None:
    settings = Settings(select=("eu-nhcr/unauthorised-claim",), jurisdictions=frozenset({"eu"}), content="commercial")
    (found,) = lint(shipped, text, language, claims=True, judged=True, settings=settings)
    assert told in found.suggestion


def test_a_refused_claim_is_cited_with_its_refusal_and_no_study(shipped: RuleBook, lint: Lint) -> None:
    settings = Settings(select=("eu-nhcr/*",), jurisdictions=frozenset({"eu"}), content="commercial")
    (found,) = lint(shipped, "Calcium supports normal blood pressure.", claims=True, judged=True, settings=settings)
    assert [one.record for one in found.evidence] == ["eu-refused-calcium-blood-pressure"]
    assert found.verdict is None
