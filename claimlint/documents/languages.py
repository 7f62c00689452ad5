"""Which language a text is in: by its script, then by its commonest words. Offline and quick."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from claimlint.documents.words import words

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_OTHER = re.compile(
    r"(?P<ja>[\u3041-\u30ff])|(?P<ko>[\uac00-\ud7af\u1100-\u11ff])|(?P<ru>[\u0400-\u04ff])|(?P<ar>[\u0600-\u06ff])"
    r"|(?P<el>[\u0370-\u03ff])|(?P<he>[\u0590-\u05ff])|(?P<hi>[\u0900-\u097f])|(?P<th>[\u0e00-\u0e7f])"
)
_FOREIGN = re.compile(r"[\u0370-\u1fff\u3041-\u30ff\uac00-\ud7af]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_SAMPLE = 300  # characters of a block that are looked at
_TELLING = 3  # votes from which on a language is told by its words
_SHORT = 200  # letters up to which a text may be too short to tell
_FALLBACK = "en"


def normal(code: str) -> str | None:
    """Return the two-letter code of a declared language ("zh-Hant-TW" is "zh"), or None where it is none."""
    found = re.match(r"\s*([A-Za-z]{2,3})(?:[-_].*)?\s*$", code)
    if not found:
        return None
    short = found[1].lower()
    return {"eng": "en", "swe": "sv", "zho": "zh", "chi": "zh", "cmn": "zh", "yue": "zh", "no": "nb"}.get(short, short)


def of_block(votes: Counter[str], usual: str) -> str:
    """Return the language of a block by its `votes`, or `usual`, the document's, where the block does not tell."""
    if not votes:
        return usual
    best, count = votes.most_common(1)[0]
    if best == usual or count <= votes[usual]:
        return usual
    # A few foreign words (a name, a unit, a brand) do not change a block's language.
    enough = count >= 3 if best not in _SCRIPTS and usual not in _SCRIPTS else count >= 2
    return best if enough and count >= 2 * votes[usual] else usual


def of_document(tallies: Iterable[Counter[str]], texts: Iterable[str] = ()) -> str:
    """Return the language of most of the prose, "und" where there is nothing to tell it by.

    One word in common with a language proves little: `texts` of a few words are in a language that is read here.
    """
    votes: Counter[str] = Counter()
    for tally in tallies:
        votes.update(tally)
    best, count = votes.most_common(1)[0] if votes else ("und", 0)
    if count < _TELLING and best not in _SCRIPTS:
        letters = sum(map(len, _LATIN.findall(" ".join(islice(texts, _SHORT)))))
        if 0 < letters < _SHORT:
            return max(words().own, key=lambda code: (votes[code], code == _FALLBACK))
    return best


_SCRIPTS = frozenset({"zh", "ja", "ko", "ru", "ar", "el", "he", "hi", "th"})


def tally(text: str) -> Counter[str]:
    """Count what speaks for each language: a word of Latin script, or two characters of another script, counts one."""
    text = text[:_SAMPLE]
    votes: Counter[str] = Counter()
    if not text.isascii():
        rest = _HAN.sub("", text)
        han = len(text) - len(rest)
        if _FOREIGN.search(rest):
            others = Counter(found.lastgroup or "" for found in _OTHER.finditer(rest))
            if others["el"] < 6:  # Greek letters are symbols in science
                del others["el"]
            if others["ja"] * 10 > han:
                others["ja"] += han
                han = 0
            votes.update({code: (number + 1) // 2 for code, number in others.items() if number >= 2})
        if han >= 2:
            votes["zh"] = (han + 1) // 2
        text = rest
    hits = Counter(map(words().stop_words.get, _LATIN.findall(text.lower())))
    for codes, number in hits.items():
        for code in codes or ():
            votes[code] += number
    return votes
