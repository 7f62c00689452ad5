"""The terminology rules: what they replace, which amounts they hold impossible, what they leave alone."""

from __future__ import annotations

import pytest

from claimlint.diagnostics import Diagnostic
from claimlint.documents import read_document
from claimlint.evidence import judge_all, load_database
from claimlint.lexicon import load_concepts
from claimlint.nlp import analyse
from claimlint.rules import check, load_rules
from claimlint.rules.model import Settings


def findings(text: str, language: str, rule: str = "terminology") -> list[Diagnostic]:
    """Check a text by the terminology rules alone."""
    document = read_document("article.md", text.encode(), language=language)
    base = load_database((), load_concepts())
    analysis, verdicts = judge_all(document, analyse(document), base, ("us",))
    settings = Settings(jurisdictions=frozenset({"us"}), select=(rule,), register=base)
    return list(check(document, analysis, verdicts, load_rules(), settings))


def fixed(text: str, language: str) -> str:
    """Apply the fixes that the findings bring, from the end to the start."""
    edits = [edit for one in findings(text, language) if one.fix for edit in one.fix.edits]
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("zh", "L-苏氨酸镁与镁的其他盐不同。", "L-苏糖酸镁与镁的其他盐不同。"),
        ("zh", "L-蘇氨酸鎂是一種鎂鹽。", "L-蘇糖酸鎂是一種鎂鹽。"),
        ("zh", "维生素B17来自杏仁。", "苦杏仁苷来自杏仁。"),
        ("en", "Tumeric and vitamin B17.", "Turmeric and amygdalin."),
        ("en", "Magnesium threonine is new.", "Magnesium L-threonate is new."),
        ("sv", "Ta glucosamin och ashwaganda.", "Ta glukosamin och ashwagandha."),
    ],
)
def test_a_wrong_name_is_replaced_once(language: str, before: str, after: str) -> None:
    assert fixed(before, language) == after
    assert fixed(after, language) == after


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "苏氨酸是必需氨基酸，镁是矿物质。"),
        ("zh", "应称L-苏糖酸镁，而非苏氨酸镁。"),
        ("zh", "血肌酐升高提示肾功能下降。"),
        ("en", "Creatinine in the blood tells how the kidneys work."),
        ("en", "Amygdalin, sometimes called vitamin B17, is no vitamin."),
        ("en", "Vitamins B6, B12 and folate lower homocysteine."),
        ("sv", "Kreatinin i blodet visar hur njurarna fungerar."),
        ("sv", "Treonin är en aminosyra och magnesium ett mineral."),
    ],
)
def test_right_names_stay(language: str, text: str) -> None:
    assert findings(text, language, "terminology/wrong-name") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Take 50 mg of vitamin D a day.", True),
        ("Take 50 µg of vitamin D a day.", False),
        ("Take 10 to 20 mg of vitamin D a day.", True),
        ("Take 1 mg of vitamin B12 a day.", False),
        ("Take 1000 mg of vitamin B12 a day.", True),
        ("Take 5 mg of folic acid a day.", False),
        ("Take 200 mg of selenium a day.", True),
        ("Take 200 mg of magnesium a day.", False),
        ("Take 200 µg of magnesium a day.", True),
        ("Take 400 IU of magnesium a day.", True),
        ("Take 400 IU of vitamin E a day.", False),
        ("Calcium was given with 400 IU of vitamin D a day.", False),
        ("Take 300 g of calcium a day.", True),
    ],
)
def test_units_that_cannot_be_meant(text: str, wrong: bool) -> None:
    assert bool(findings(text, "en", "terminology/wrong-unit")) is wrong


def test_an_amount_without_its_substance_is_left_alone() -> None:
    text = "Selenium is a trace element.\n\nA daily dose of 500 mg is common."
    assert findings(text, "en", "terminology/wrong-unit") == []


def test_two_names_are_told_once() -> None:
    text = "柠檬酸钙可以空腹服用。\n\n枸橼酸钙便宜。\n\n枸橼酸钙常见。"
    assert [one.span.line for one in findings(text, "zh", "terminology/inconsistent-name")] == [3]
