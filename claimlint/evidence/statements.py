"""Sentences that say what the sources of a fact contradict, whether or not they make a claim of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from claimlint.evidence.database import Database
from claimlint.evidence.efficacy import MOST, NAMES, wrong
from claimlint.evidence.match import SAME_WORDING, WORTH_COMPARING, phrasings
from claimlint.evidence.model import Fact, Verdict
from claimlint.nlp.model import Analysis, Claim, Measurement

if TYPE_CHECKING:
    from claimlint.documents.model import Document

DOUBTS = ("negation", "disbelief", "question")
# Characters that may stand between those of a wording written without spaces, and how long it must be for that.
BETWEEN = 2
FEW = 5


def misstatements(document: Document, analysis: Analysis, database: Database) -> Iterator[tuple[Claim, Verdict]]:
    """Yield each stretch that says what a fact's sources contradict, as a claim with its verdict.

    A fact of a substance is looked for only where the block, or its section, speaks of the substance. Sentences that
    ask, deny or disbelieve are passed over, unless the denial is part of the wording.
    """
    for index, block in enumerate(analysis.blocks):
        if not block.sentences:
            continue
        text = document.blocks[index].text
        language = document.blocks[index].language
        named = {mention.concept for mention in block.mentions}
        for heading in document.blocks[index].section:
            named |= {mention.concept for mention in analysis.blocks[heading].mentions}
        suspects = [
            (fact, wordings)
            for fact in facts_of(named, database)
            if (wordings := within_reach(text.casefold(), phrasings(fact.false_phrasings, language)))
        ]
        if not suspects:
            continue
        doubts = [cue for cue in block.cues if cue.category in DOUBTS]
        debunked = {claim.sentence for claim in analysis.claims if claim.block == index and claim.voice == "debunked"}
        for fact, wordings in suspects:
            for start, end in block.sentences:
                found = place(text[start:end], wordings)
                if found is None or (start, end) in debunked:
                    continue
                low, high = start + found[0], start + found[1]
                here = [cue for cue in doubts if start <= cue.start < end]
                if all(low <= cue.start and text[cue.start : cue.end].casefold() in found[2] for cue in here):
                    yield misstated(fact, index, (start, end), low, high, text, language)


def facts_of(named: set[str], database: Database) -> list[Fact]:
    """Return the facts with false phrasings on what is named, and on nothing in particular."""
    above = {parent for concept in named for parent in database.ancestors(concept)} | {""}
    return [fact for fact in false_facts(database) if fact.subject in above]


def false_facts(database: Database) -> list[Fact]:
    """Return the facts that have false phrasings."""
    known: list[Fact] | None = database.memo.get("false facts")
    if known is None:
        facts = (fact for group in database.facts.values() for fact in group)
        known = [fact for fact in facts if fact.false_phrasings and fact.topic != NAMES]
        database.memo["false facts"] = known
    return known


def within_reach(folded: str, wordings: list[str]) -> list[str]:
    """Return the wordings that can stand in a text at all: most of their words, or all characters, are there."""
    letters = set(folded)
    near = []
    for wording in wordings:
        words = wording.casefold().split()
        if len(words) == 1:
            fits = set(words[0]) <= letters
        else:
            fits = sum(word in folded for word in words) >= MOST * len(words)
        if fits:
            near.append(wording)
    return near


def place(sentence: str, wordings: list[str]) -> tuple[int, int, str] | None:
    """Return where one of the wordings stands in a sentence, nearly to the letter, and the wording.

    In scripts without spaces a character is a word or the half of one: all must stand there in order, with few
    others between them. Elsewhere a few letters may differ.
    """
    from rapidfuzz import fuzz

    folded = sentence.casefold()
    for wording in wordings:
        wanted = wording.casefold()
        at = folded.find(wanted)
        if at >= 0:
            return at, at + len(wanted), wanted
        if " " not in wanted and not wanted.isascii():
            spread = spaced(wanted).search(folded) if len(wanted) > FEW and set(wanted) <= set(folded) else None
            if spread and spread.end() - spread.start() <= len(wanted) + BETWEEN:
                return *spread.span(), wanted
        elif WORTH_COMPARING <= len(wanted) <= len(folded):
            best = fuzz.partial_ratio_alignment(wanted, folded, score_cutoff=100 * SAME_WORDING)
            if best:
                return *whole_words(folded, best.dest_start, best.dest_end), wanted
    return None


@lru_cache(maxsize=4096)
def spaced(wording: str) -> re.Pattern[str]:
    """Return the pattern of a wording with few characters between its own."""
    return re.compile(f".{{0,{BETWEEN}}}?".join(map(re.escape, wording)))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to the ends of its words."""
    while start > 0 and text[start].isalpha() and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha() and text[end - 1].isalpha():
        end += 1
    return start, end


def misstated(
    fact: Fact, block: int, sentence: tuple[int, int], start: int, end: int, text: str, language: str
) -> tuple[Claim, Verdict]:
    """Return the claim and the verdict for a stretch that says what a fact's sources contradict."""
    fields = Measurement(fact.what, None, None, "")
    claim = Claim("measurement", block, start, end, sentence, text[start:end], language, fields)
    return claim, wrong(fact)
