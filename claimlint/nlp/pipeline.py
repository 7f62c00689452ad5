"""The spaCy pipeline of a language: a blank one with our components, in the order that explains the system.

    sentences -> lexicon (mentions and cues) -> quantities

Each component leaves its findings as spans in `Doc.spans` under its own key, with the concept's id in
`kb_id_`, and as exact character offsets in `Doc.user_data["claimlint"]`, from which claims are assembled.
They can be added to any pipeline of the same language: `nlp.add_pipe("claimlint_lexicon")`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from spacy import blank
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.util import registry

from claimlint.lexicon import languages, load_concepts, load_language, load_matcher
from claimlint.nlp.model import BlockAnalysis, Cue, Mention
from claimlint.nlp.quantities import find_quantities
from claimlint.nlp.sentences import find_sentences

KEY = "claimlint"
TEXT = "claimlint_text"
COMPONENTS = ("claimlint_sentences", "claimlint_lexicon", "claimlint_quantities")


@cache
def load_pipeline(code: str, spans: bool = True) -> Pipeline:
    """Return the blank spaCy pipeline of a language, with claimlint's components; `spans` fills `Doc.spans` too.

    Without spans its Docs have no tokens: claimlint reads the text itself, and a tokenizer takes long to set up.
    """
    pipeline = blank(code, config={} if spans else {"nlp": {"tokenizer": {"@tokenizers": "claimlint.text.v1"}}})
    for component in COMPONENTS:
        pipeline.add_pipe(component, config={"spans": spans})
    pipeline.max_length = 50_000_000
    return pipeline


def read_text(text: str, code: str) -> BlockAnalysis:
    """Return what the pipeline of a language finds in a text, without the tokens that claims do not need."""
    return analysis_of(load_pipeline(code, spans=False)(text))


@registry.tokenizers("claimlint.text.v1")  # type: ignore[untyped-decorator]  # catalogue has no types
def _make_untokenized() -> Callable[[Pipeline], Callable[[str], Doc]]:
    """Return what makes Docs that carry their text for `text_of`, and no tokens."""
    return lambda nlp: lambda text: Doc(nlp.vocab, user_data={TEXT: text})


def text_of(doc: Doc) -> str:
    """Return a Doc's text, which spaCy puts together anew each time, as it was when first asked for."""
    text = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return str(text)


def analysis_of(doc: Doc) -> BlockAnalysis:
    """Return what claimlint's components have found in a Doc, in character offsets."""
    found: BlockAnalysis = doc.user_data.get(KEY, BlockAnalysis())
    return found


class _Component:
    """A component that knows its language and whether to leave spans as well."""

    def __init__(self, code: str | None, spans: bool) -> None:
        if code is None or code not in languages():
            raise ValueError(f"claimlint has no lexicon for {code!r}; it has {', '.join(languages())}")
        self.code = code
        self.spans = spans

    def keep(self, doc: Doc, key: str, found: list[tuple[int, int, str, str]]) -> None:
        """Leave character spans (start, end, label, concept) as token spans under `key`."""
        if self.spans:
            doc.spans[key] = [
                span
                for start, end, label, concept in found
                if (span := doc.char_span(start, end, label, kb_id=concept, alignment_mode="expand")) is not None
            ]


@Pipeline.factory("claimlint_sentences", default_config={"spans": True}, retokenizes=False)
def _make_sentences(nlp: Pipeline, name: str, spans: bool) -> Sentences:
    return Sentences(nlp.lang, spans)


@Pipeline.factory("claimlint_lexicon", default_config={"spans": True})
def _make_lexicon(nlp: Pipeline, name: str, spans: bool) -> Lexicon:
    return Lexicon(nlp.lang, spans)


@Pipeline.factory("claimlint_quantities", default_config={"spans": True})
def _make_quantities(nlp: Pipeline, name: str, spans: bool) -> Quantities:
    return Quantities(nlp.lang, spans)


class Sentences(_Component):
    """Finds sentences; leaves them in `Doc.spans["claimlint_sentences"]`."""

    def __call__(self, doc: Doc) -> Doc:
        found = find_sentences(text_of(doc), load_language(self.code))
        doc.user_data[KEY] = replace(analysis_of(doc), sentences=tuple(found))
        self.keep(doc, "claimlint_sentences", [(start, end, "SENTENCE", "") for start, end in found])
        return doc


class Lexicon(_Component):
    """Finds names of concepts and cues; leaves them in `Doc.spans["claimlint_mentions"]` and `["claimlint_cues"]`."""

    def __call__(self, doc: Doc) -> Doc:
        concepts = load_concepts()
        attributes = load_language(self.code).cues
        mentions: list[Mention] = []
        cues: list[Cue] = []
        for hit in load_matcher(self.code).find(text_of(doc)):
            if hit.concept:
                kind = concepts.by_id[hit.concept].type
                mentions.append(Mention(hit.concept, kind, hit.start, hit.end))
            else:
                cue = attributes[hit.cue]
                cues.append(Cue(cue.category, cue.value, hit.start, hit.end, hit.cue))
        doc.user_data[KEY] = replace(analysis_of(doc), mentions=tuple(mentions), cues=tuple(cues))
        self.keep(doc, "claimlint_mentions", [(m.start, m.end, m.type.upper(), m.concept) for m in mentions])
        self.keep(doc, "claimlint_cues", [(c.start, c.end, c.category.upper(), c.value) for c in cues])
        return doc


class Quantities(_Component):
    """Finds amounts, shares, counts and times; leaves them in `Doc.spans["claimlint_quantities"]`."""

    def __call__(self, doc: Doc) -> Doc:
        found = find_quantities(text_of(doc), self.code)
        doc.user_data[KEY] = replace(analysis_of(doc), quantities=tuple(found))
        self.keep(doc, "claimlint_quantities", [(q.start, q.end, q.dimension.upper(), q.unit) for q in found])
        return doc


__all__ = ["COMPONENTS", "Lexicon", "Quantities", "Sentences", "analysis_of", "load_pipeline", "read_text"]
