"""Finds the names and cues that occur in a text, at word boundaries, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from claimlint.lexicon.fold import fold
from claimlint.lexicon.load import load_language
from claimlint.lexicon.model import Language

T = TypeVar("T", str, int)

# Letters and digits of the scripts that space their words.
_SPACED = re.compile(r"[^\W_\u2e80-\ufaff]{2,}")
_CARRIERS = frozenset({"relation", "risk"})
# Cues that mean nothing inside a relation word: the 低 of 降低, the 不 of 不可或缺.
_COLOURS = frozenset({"lack", "excess", "negation", "hedge", "intake", "question", "contrast", "goal"})
_MIN_COMPOUND_HEAD = 5  # letters of a name that may open a compound whose other parts are unknown


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of a concept, or a cue (an index into `Language.cues`), as it stands in a text."""

    start: int
    end: int
    concept: str = ""
    cue: int = -1


class Matcher:
    """One automaton over a language's terms."""

    def __init__(self, language: Language) -> None:
        self.language = language
        by_text: dict[str, list[int]] = {}
        for index, term in enumerate(language.terms):
            by_text.setdefault(term.text, []).append(index)
        texts = list(by_text)
        self._terms = [tuple(by_text[text]) for text in texts]
        self._automaton = AhoCorasick(texts, matchkind=MatchKind.Standard) if texts else None
        self._suffixes = frozenset(language.suffixes)
        self._links = ("", *language.links)
        self._tails = frozenset(language.tails)
        # Cues compete for a place within their category alone; a pseudo-negation competes with a negation.
        self._layers = [cue.category.removeprefix("pseudo_") for cue in language.cues]

    def find(self, text: str, folded: str | None = None) -> list[Hit]:
        """Return the names and cues in `text`, in order.

        Names do not overlap one another, nor do cues; a cue that stands inside a name is dropped, unless it
        ends where the name's compound goes on.
        """
        if self._automaton is None:
            return []
        folded = fold(text) if folded is None else folded
        raw: list[tuple[int, int, int]] = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            raw.append((start, end, pattern))
        if not raw:
            return []
        inside = _insides(folded)
        accepted = [
            hit
            for hit in raw
            if hit[0] not in inside
            and (hit[1] not in inside or folded[hit[1] : _word_end(folded, hit[1])] in self._suffixes)
        ]
        if len(accepted) < len(raw):
            accepted.extend(self._in_compounds(folded, raw, set(accepted)))
        return [self._inflected(folded, hit) for hit in self._resolve(text, accepted)]

    def _inflected(self, folded: str, hit: Hit) -> Hit:
        """Return the hit with the ending that its word takes."""
        end = _word_end(folded, hit.end)
        if end > hit.end and folded[hit.end - 1].isalpha() and folded[hit.end : end] in self._suffixes:
            return Hit(hit.start, end, hit.concept, hit.cue)
        return hit

    def _in_compounds(
        self, folded: str, raw: list[tuple[int, int, int]], taken: set[tuple[int, int, int]]
    ) -> list[tuple[int, int, int]]:
        """Return the hits inside compounds: words that are made of terms, links and known tails."""
        if not self.language.compounds:
            return []
        words: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
        for hit in raw:
            if hit not in taken:
                words.setdefault((_word_start(folded, hit[0]), _word_end(folded, hit[1])), []).append(hit)
        whole = {place for start, end, _ in taken for place in (start, ~end)}
        found: list[tuple[int, int, int]] = []
        for (start, end), hits in words.items():
            if start in whole and any(~near in whole for near in range(max(start, end - 3), end + 1)):
                continue  # the word, but for its ending, is a term by itself
            found.extend(self._split(folded, start, end, hits))
        return found

    def _split(self, folded: str, start: int, end: int, hits: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        at: dict[int, list[tuple[int, int, int]]] = {}
        for hit in hits:
            at.setdefault(hit[0], []).append(hit)
        known: dict[int, list[tuple[int, int, int]] | None] = {}

        def parts(position: int) -> list[tuple[int, int, int]] | None:
            if position in known:
                return known[position]
            known[position] = None
            for hit in sorted(at.get(position, ()), key=lambda hit: -hit[1]):
                for link in self._links:
                    if folded.startswith(link, hit[1]):
                        tail = parts(hit[1] + len(link))
                        if tail is not None:
                            known[position] = [hit, *tail]
                            return known[position]
            rest = folded[position:end]
            if position > start and (not rest or rest in self._suffixes or self._is_tail(rest)):
                known[position] = []
            return known[position]

        whole = parts(start)
        if whole is not None:
            return whole
        openers = [hit for hit in at.get(start, ()) if hit[1] - hit[0] >= _MIN_COMPOUND_HEAD and self._names(hit)]
        return [max(openers, key=lambda hit: hit[1])] if openers else []

    def _names(self, hit: tuple[int, int, int]) -> bool:
        return any(self.language.terms[index].concept for index in self._terms[hit[2]])

    def _is_tail(self, rest: str) -> bool:
        if rest in self._tails:
            return True
        return any(rest.endswith(suffix) and rest[: -len(suffix)] in self._tails for suffix in self._suffixes if suffix)

    def _resolve(self, text: str, raw: list[tuple[int, int, int]]) -> list[Hit]:
        names: list[tuple[int, int, str]] = []
        layers: dict[str, list[tuple[int, int, int]]] = {}
        blocked: list[tuple[int, int, int]] = []
        for start, end, pattern in raw:
            for index in self._terms[pattern]:
                term = self.language.terms[index]
                if term.exact and text[start:end] != term.exact:
                    continue
                if term.cue >= 0:
                    layers.setdefault(self._layers[term.cue], []).append((start, end, term.cue))
                elif term.concept:
                    names.append((start, end, term.concept))
                else:
                    names.append((start, end, ""))
                    blocked.append((start, end, -1))
        kept_names = _longest(_not_begun_inside(names, layers.get("relation", [])))
        kept_cues = [cue for layer in layers.values() for cue in _longest(layer + blocked)]
        hits = [Hit(start, end, concept=concept) for start, end, concept in kept_names if concept]
        named = _places((start, end) for start, end, _ in kept_names)
        carried = _places((start, end) for start, end, cue in kept_cues if cue >= 0 and self._layers[cue] in _CARRIERS)
        for start, end, cue in kept_cues:
            if cue < 0 or _inside(named, start, end):
                continue
            if self._layers[cue] not in _COLOURS or not _inside(carried, start, end):
                hits.append(Hit(start, end, cue=cue))
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        return hits


@cache
def load_matcher(code: str) -> Matcher:
    """Return the matcher of a language that has a folder."""
    return Matcher(load_language(code))


def _not_begun_inside(
    names: list[tuple[int, int, str]], carriers: list[tuple[int, int, int]]
) -> list[tuple[int, int, str]]:
    """Leave out names that begin inside a relation word behind which another name stands.

    Where no spaces part the words, 降低血压 is 降低 + 血压 ("lowers blood pressure"), not 降 + 低血压; and 保护肝脏
    is 保护 + 肝脏 ("protects the liver"), not 保 + 护肝 + 脏.
    """
    reach: dict[int, int] = {}  # where the longest name ends that starts at an offset
    for start, end, _ in names:
        reach[start] = max(end, reach.get(start, end))
    ends: dict[int, list[int]] = {}  # of the relation words that an offset lies inside
    for low, high, _ in carriers:
        for offset in range(low + 1, high):
            ends.setdefault(offset, []).append(high)
    return [
        (start, end, concept)
        for start, end, concept in names
        if not any(reach.get(high, -1) >= end for high in ends.get(start, ()))
    ]


def _insides(folded: str) -> set[int]:
    """Return the offsets across which a word, or a number, goes on, of a script that spaces its words."""
    found: set[int] = set()
    for run in _SPACED.finditer(folded):
        low, high = run.span()
        if run[0].isalpha() or run[0].isdecimal():
            found.update(range(low + 1, high))
        else:
            pairs = pairwise(run[0])
            found.update(at for at, (left, right) in enumerate(pairs, low + 1) if left.isalpha() == right.isalpha())
    return found


def _spaced(character: str) -> bool:
    if character < "\u2e80":
        return character.isalnum()
    return character.isalnum() and character > "\u9fff" and not "豈" <= character <= "\ufaff"


def _word_start(folded: str, offset: int) -> int:
    while offset and _spaced(folded[offset - 1]) and folded[offset - 1].isalpha():
        offset -= 1
    return offset


def _word_end(folded: str, offset: int) -> int:
    while offset < len(folded) and _spaced(folded[offset]) and folded[offset].isalpha():
        offset += 1
    return offset


def _places(spans: Iterable[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Return, for each offset that one of some spans covers, that span."""
    return {offset: span for span in spans for offset in range(*span)}


def _inside(places: dict[int, tuple[int, int]], start: int, end: int) -> bool:
    """Return whether a stretch lies within a wider span."""
    span = places.get(start)
    return span is not None and end <= span[1] and span[1] - span[0] > end - start


def _longest(spans: list[tuple[int, int, T]]) -> list[tuple[int, int, T]]:
    """Return the spans that no longer one (or an equally long one further left) overlaps; equal spans all stay."""
    kept: list[tuple[int, int, T]] = []
    taken: set[tuple[int, int]] = set()
    covered: set[int] = set()
    for span in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        place = span[0], span[1]
        if place in taken or covered.isdisjoint(range(*place)):
            kept.append(span)
            taken.add(place)
            covered.update(range(*place))
    return kept
