"""The rules' own examples, and what FDA told apart itself."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from claimlint.engine import load_knowledge
from claimlint.evidence import load_database
from claimlint.rules import RuleBook, Settings
from claimlint.rules.examples import ExampleResult, test_rules
from claimlint.rules.model import ClaimCheck, TermCheck

from .conftest import Lint

FDA = yaml.safe_load((Path(__file__).parent / "fda_claims.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def results(shipped: RuleBook) -> list[ExampleResult]:
    return list(test_rules(shipped))


def test_each_rule_reports_its_bad_examples_and_no_good_one(results: list[ExampleResult]) -> None:
    wrong = [f"{one.rule} {one.language} {one.expected}: {one.text!r}" for one in results if not one.passed]
    assert not wrong, "\n".join(wrong)


def test_all_rules_were_run(shipped: RuleBook, results: list[ExampleResult]) -> None:
    assert set(Counter(one.rule for one in results)) == {rule.id for rule in shipped.rules}


def test_verdicts_of_evidence_have_reasons_and_records(shipped: RuleBook) -> None:
    records = load_database().records
    for rule in shipped.rules:
        if rule.ruleset == "evidence":
            assert rule.verdict == rule.id.partition("/")[2]
            assert rule.record in records
        for one in rule.checks:
            if rule.verdict and isinstance(one, TermCheck | ClaimCheck):
                assert one.reason.endswith(".")
                assert not one.record or one.record in records


def test_a_wording_is_found_with_verdict_reason_and_source(shipped: RuleBook, lint: Lint) -> None:
    settings = Settings(select=("evidence/unsupported",), register=load_knowledge().database)
    (found,) = lint(shipped, "Zinc spray is absorbed through the skin.", claims=True, settings=settings)
    assert found.verdict == "unsupported"
    assert "skin" in found.message.removeprefix("No evidence for “absorbed through the skin” is known.")
    assert found.evidence[0].source.url


def test_fda_examples_are_told_apart(shipped: RuleBook, lint: Lint) -> None:
    settings = Settings(content="commercial", jurisdictions=frozenset({"us"}), select=("us-fda/disease-claim",))
    wrong = [
        text
        for kind, texts in FDA.items()
        for text in texts
        if bool(lint(shipped, text, claims=True, settings=settings)) is not (kind == "disease")
    ]
    assert len(wrong) <= 0.05 * sum(map(len, FDA.values())), wrong
