"""A sentence with all that was found in it: what claims are assembled from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimlint.lexicon import CueAttributes
from claimlint.nlp.model import Cue, Mention, Quantity

SUBJECT_TYPES = frozenset({"substance", "brand", "drug", "factor", "food"})
OUTCOME_TYPES = frozenset({"function", "biomarker", "symptom", "disease", "mortality"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block; all offsets are prose offsets of the block, whose whole prose is `text`."""

    text: str
    start: int
    end: int
    clauses: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    quantities: tuple[Quantity, ...]
    attributes: tuple[CueAttributes, ...]  # of the language's cues, by index
    spaces: bool  # whether the language puts spaces between words

    def of(self, *categories: str, start: int = 0, end: int | None = None) -> Iterator[Cue]:
        """Yield the cues of some categories that lie between two offsets."""
        high = self.end if end is None else end
        for cue in self.cues:
            if cue.category in categories and start <= cue.start and cue.end <= high:
                yield cue

    def named(self, types: frozenset[str], start: int = 0, end: int | None = None) -> Iterator[Mention]:
        """Yield the mentions of some types that lie between two offsets."""
        high = self.end if end is None else end
        for mention in self.mentions:
            if mention.type in types and start <= mention.start and mention.end <= high:
                yield mention

    def clause(self, offset: int) -> int:
        """Return the index of the clause that an offset lies in (or that comes next)."""
        for index, (_, end) in enumerate(self.clauses):
            if offset < end:
                return index
        return len(self.clauses) - 1

    def near(self, left: int, right: int) -> int:
        """Return a distance between two offsets in words, roughly: CJK characters count as half a word."""
        between = self.text[min(left, right) : max(left, right)]
        return len(between.split()) if self.spaces else len(between.strip()) // 2

    @property
    def is_question(self) -> bool:
        """Whether the sentence ends as a question."""
        return self.text[self.start : self.end].rstrip("\"'”’」) ").endswith(("?", "？"))
