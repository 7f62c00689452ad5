"""The components work in claimlint's own pipelines and in anybody's."""

from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from claimlint.nlp.pipeline import COMPONENTS, analysis_of, load_pipeline, read_text

TEXTS = {
    "en": ("Zinc lowers the risk of colds by 30%.", "zinc"),
    "zh": ("锌可以降低感冒的风险30%。", "zinc"),
    "sv": ("Zink minskar risken för förkylning med 30 %.", "zinc"),
}


@pytest.mark.parametrize("code", TEXTS)
def test_components_leave_typed_spans(code: str) -> None:
    text, concept = TEXTS[code]
    doc = load_pipeline(code)(text)
    assert [span.kb_id_ for span in doc.spans["claimlint_mentions"]][:1] == [concept]
    assert any(span.label_ == "RELATION" for span in doc.spans["claimlint_cues"])
    assert [span.kb_id_ for span in doc.spans["claimlint_quantities"]] == ["%"]
    assert len(doc.spans["claimlint_sentences"]) == 1


def test_components_join_another_pipeline() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    for component in COMPONENTS:
        pipeline.add_pipe(component)
    doc = pipeline("Iron helps with fatigue. Take 20 mg a day.")
    assert len(list(doc.sents)) == 2
    found = analysis_of(doc)
    assert [mention.concept for mention in found.mentions] == ["iron", "fatigue"]
    assert [(quantity.low, quantity.unit, quantity.per) for quantity in found.quantities] == [(20, "mg", "day")]


def test_a_language_without_a_lexicon_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(ValueError, match=r"en, sv, zh"):
        spacy.blank("de").add_pipe("claimlint_lexicon")


@pytest.mark.parametrize("code", TEXTS)
def test_components_stand_beside_a_trained_model_and_survive_the_disk(code: str, tmp_path: Path) -> None:
    text, concept = TEXTS[code]
    pipeline = spacy.blank(code)
    classifier = pipeline.add_pipe("textcat")
    classifier.add_label("claim")  # type: ignore[attr-defined]
    classifier.add_label("other")  # type: ignore[attr-defined]
    examples = [Example.from_dict(pipeline.make_doc(text), {"cats": {"claim": 1.0, "other": 0.0}})]
    pipeline.initialize(lambda: examples)
    pipeline.update(examples)
    for component in COMPONENTS:
        pipeline.add_pipe(component)
    pipeline.to_disk(tmp_path)
    doc = spacy.load(tmp_path)(text)
    assert set(doc.cats) == {"claim", "other"}
    assert [span.kb_id_ for span in doc.spans["claimlint_mentions"]][:1] == [concept]
    assert analysis_of(doc) == read_text(text, code)
