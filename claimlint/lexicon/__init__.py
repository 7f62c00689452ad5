"""The lexicon: concepts, their names, and the cues that carry and colour claims, as data.

Everything here is read from YAML under `data/`: `concepts/` is language-neutral, and each language is one
folder (`names/`, `cues.yaml`, `language.yaml`, `quantities.yaml`). A new language touches no Python.
"""

from claimlint.lexicon.load import languages, load_concepts, load_language
from claimlint.lexicon.matcher import Hit, Matcher, load_matcher
from claimlint.lexicon.model import Concept, Concepts, CueAttributes, Language, Term

__all__ = [
    "Concept",
    "Concepts",
    "CueAttributes",
    "Hit",
    "Language",
    "Matcher",
    "Term",
    "languages",
    "load_concepts",
    "load_language",
    "load_matcher",
]
