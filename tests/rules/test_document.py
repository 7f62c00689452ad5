import pytest

from claimlint.diagnostics import Diagnostic
from claimlint.rules import RuleBook, Settings

from .conftest import Lint

EXACT = (
    "These statements have not been evaluated by the Food and Drug Administration. "
    "This product is not intended to diagnose, treat, cure, or prevent any disease."
)
SELLS = "Our zinc tablets are new. Zinc supports immune function. Biotin supports healthy hair."
COMMERCIAL = Settings(content="commercial", jurisdictions=frozenset({"us"}))


def of(found: list[Diagnostic], rule: str) -> list[Diagnostic]:
    return [one for one in found if one.rule == f"us-fda/{rule}"]


def fixed(text: str, found: list[Diagnostic]) -> str:
    edits = sorted((edit for one in found if one.fix for edit in one.fix.edits), key=lambda e: -e.start)
    for edit in edits:
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("altered", "change"),
    [
        (EXACT.replace("evaluated", "assessed"), "“assessed” for “evaluated”"),
        (EXACT.replace("cure, ", ""), "“cure” is left out"),
        (EXACT.replace("cure, ", "cure, mitigate, "), "“mitigate” is added"),
        (EXACT[: EXACT.index("This product")], "it lacks “This product is not intended"),
        (EXACT[EXACT.index("This product") :], "it lacks “This statement has not been evaluated"),
    ],
)
def test_what_was_altered_is_told_and_can_be_restored(shipped: RuleBook, lint: Lint, altered: str, change: str) -> None:
    text = f"{SELLS}\n\n{altered}\n"
    (found,) = of(lint(shipped, text, settings=COMMERCIAL), "altered-disclaimer")
    assert change in found.message
    again = fixed(text, [found])
    assert not of(lint(shipped, again, settings=COMMERCIAL), "altered-disclaimer")


@pytest.mark.parametrize("text", [EXACT, EXACT.upper(), EXACT.replace(" ", "  "), f"**{EXACT}**", f"> \\*{EXACT}"])
def test_case_spaces_and_markup_alter_nothing(shipped: RuleBook, lint: Lint, text: str) -> None:
    assert not of(lint(shipped, text, settings=COMMERCIAL), "altered-disclaimer")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SELLS, "en"),
        ("我们的锌片上市了。锌支持免疫功能。", "zh"),
        ("Våra zinktabletter är nya. Zink stöder immunförsvaret.", "sv"),
    ],
)
def test_a_missing_statement_is_put_in_in_the_language_of_the_article_once(
    shipped: RuleBook, lint: Lint, text: str, language: str
) -> None:
    source = f"# Zn\n\n{text}\n"
    (found,) = of(lint(shipped, source, language, claims=True, settings=COMMERCIAL), "missing-disclaimer")
    once = fixed(source, [found])
    assert once.startswith(source.rstrip("\n"))
    again = lint(shipped, once, language, claims=True, settings=COMMERCIAL)
    assert not of(again, "missing-disclaimer") and not of(again, "altered-disclaimer")


def test_a_missing_statement_goes_into_html_as_a_paragraph(shipped: RuleBook, lint: Lint) -> None:
    source = f"<html><body><article><p>{SELLS}</p></article></body></html>"
    (found,) = of(lint(shipped, source, claims=True, settings=COMMERCIAL, path="article.html"), "missing-disclaimer")
    assert "</p>\n<p>These statements have not been evaluated" in fixed(source, [found])


def test_symbols_link_claims_and_missing_ones_are_added(shipped: RuleBook, lint: Lint) -> None:
    source = f"Zinc supports immune function.\\*\n\nBiotin supports healthy hair.\n\n\\*{EXACT}\n"
    (found,) = of(lint(shipped, source, claims=True, settings=COMMERCIAL), "unlinked-claim")
    assert found.text.startswith("Biotin")
    again = fixed(source, [found])
    assert "Biotin supports healthy hair.\\*" in again
    assert not of(lint(shipped, again, claims=True, settings=COMMERCIAL), "unlinked-claim")


def test_a_symbol_at_the_end_of_a_list_links_its_items(shipped: RuleBook, lint: Lint) -> None:
    source = f"Zinc helps you:\n\n- supports immune function\n- supports healthy hair.\\*\n\n\\*{EXACT}\n"
    assert not of(lint(shipped, source, claims=True, settings=COMMERCIAL), "unlinked-claim")


def test_each_article_of_a_page_needs_its_own_statement(shipped: RuleBook, lint: Lint) -> None:
    found = lint(shipped, f"{SELLS}\n\n{EXACT}\n", claims=True, settings=COMMERCIAL)
    assert not of(found, "missing-disclaimer")


def test_a_remark_in_running_text_is_no_disclaimer(shipped: RuleBook, lint: Lint) -> None:
    text = "Although it is not meant to treat or prevent disease, zinc supports immune function."
    assert not of(lint(shipped, text, settings=COMMERCIAL), "altered-disclaimer")


def test_a_symbol_between_two_sentences_without_a_space_links_the_first(shipped: RuleBook, lint: Lint) -> None:
    said = "这些声明未经美国食品和药物管理局评估。本产品不用于诊断、治疗、治愈或预防任何疾病。"
    source = f"锌支持免疫功能。铁支持能量代谢。*\n\n生物素有助于头发健康。钙是金属。\n\n{said}"
    found = of(lint(shipped, source, "zh", claims=True, settings=COMMERCIAL, path="a.txt"), "unlinked-claim")
    once = fixed(source, found)
    assert "生物素有助于头发健康。*钙是金属。" in once
    assert not of(lint(shipped, once, "zh", claims=True, settings=COMMERCIAL, path="a.txt"), "unlinked-claim")
