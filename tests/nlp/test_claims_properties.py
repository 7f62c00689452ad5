"""Whatever stands in an article, claims lie where they say and in their order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimlint.documents import read_document
from claimlint.nlp import analyse
from tests.nlp.test_claims import CONSTRUCTIONS

WRAPS = [
    "{}",
    "- {}",
    "1. {}",
    "> {}",
    "## {}",
    "**{}**",
    "*{}*",
    "| {} |\n| --- |\n| {} |",
    "[{}](https://example.org)",
]
ODDITIES = ["", "&nbsp;", "🫀", "-- --", "((", "12,5 %", "。、", "mg/", "\u200b", "’s", "å", "a" * 300]


def _sentences(code: str) -> st.SearchStrategy[str]:
    texts = [texts[code][0] for texts in CONSTRUCTIONS.values()]
    words = sorted({word for text in texts for word in (text.split() if code != "zh" else text)})
    salad = st.lists(st.sampled_from([*words, *ODDITIES]), max_size=14).map((" " if code != "zh" else "").join)
    return st.one_of(st.sampled_from(texts), salad)


@pytest.mark.parametrize("code", ["en", "zh", "sv"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_claims_lie_in_their_blocks_to_the_letter(code: str, data: st.DataObject) -> None:
    parts = data.draw(st.lists(st.tuples(st.sampled_from(WRAPS), _sentences(code)), max_size=8))
    source = "\n\n".join(wrap.replace("{}", text) for wrap, text in parts)
    document = read_document(Path("article.md"), source.encode(), language=code)
    claims = analyse(document).claims
    for claim in claims:
        block = document.blocks[claim.block]
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
        assert block.text[claim.start : claim.end] == claim.text
        start, end = block.source_map.span(claim.start, claim.end)
        assert 0 <= start < end <= len(document.source)
        assert claim.trace
    places = [(claim.block, claim.sentence, claim.start) for claim in claims]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("code", "text"), [("en", "zinc reduces pain, "), ("zh", "锌减轻疼痛,"), ("sv", "zink minskar smärta, ")]
)
def test_a_sentence_without_an_end_is_read_in_parts(code: str, text: str) -> None:
    document = read_document(Path("article.md"), (text * 600).encode(), language=code)
    claims = analyse(document).claims
    assert len(claims) >= 590
    assert max(end - start for start, end in {claim.sentence for claim in claims}) <= 2000
