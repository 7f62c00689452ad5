import pytest

from claimlint.rules.pattern import PatternError, check_regex, expand


def test_alternatives_are_spelled_out() -> None:
    assert expand("(clinically|scientifically) proven") == ["clinically proven", "scientifically proven"]
    assert expand("cure( for all|)") == ["cure", "cure for all"]
    assert expand("supplements?") == ["supplement", "supplements"]
    assert expand("(our )?shop") == ["our shop", "shop"]
    assert expand("a(b|c(d|e))") == ["ab", "acd", "ace"]


@pytest.mark.parametrize("text", ["(a|b", "a)", "(a|b|c|d|e|f)" * 6])
def test_a_term_that_cannot_be_spelled_out_is_refused(text: str) -> None:
    with pytest.raises(PatternError):
        expand(text)


@pytest.mark.parametrize("pattern", ["(a|b)?", "[^。]{0,12}", r"\d{1,3} ?kg\b", "(?=x)", "(?!y)"])
def test_small_expressions_pass(pattern: str) -> None:
    check_regex(pattern)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(", "not a regular expression"),
        ("a+", "open-ended"),
        (".*", "open-ended"),
        ("(a{1,3}){1,9}", "a group that repeats"),
        ("(a|aa){0,30}", "a group that repeats"),
        (r"(a)\1", "back-reference"),
        ("a" * 900, "longer than"),
    ],
)
def test_a_dangerous_expression_is_refused_with_a_reason(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        check_regex(pattern)
