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

# What parts a doubt that follows from what is said: "it is hardly absorbed, so we do not recommend it".
PAUSE = re.compile("[,，;；]")
FIRST_IDEOGRAPH = "\u2e80"  # where the scripts without spaces begin
ASKING = ("?", "？")
DOUBTS = ("negation", "disbelief", "question")
# Characters that may stand between those of a wording written without spaces, and how long it must be for that.
BETWEEN = 2
FEW = 5
# The most characters between the words of a pattern: farther apart they belong to different thoughts.
APART = 60


def misstatements(document: Document, analysis: Analysis, database: Database) -> Iterator[tuple[Claim, Verdict]]:
    """Yield each stretch that says what a fact's sources contradict, as a claim with its verdict.

    It is known by one of the fact's false wordings, or by its false words. A fact of a substance is looked for only where the block, or its section, speaks of the substance. Sentences that
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
        folded = text.casefold()
        facts = facts_of(named, database)
        suspects = [
            (fact, wordings, fact.false_words.get(language, []))
            for fact in facts
            if (wordings := within_reach(folded, phrasings(fact.false_phrasings, language)))
            or any(first(group, folded) for pattern in fact.false_words.get(language, []) for group in pattern[:1])
        ]
        if not suspects:
            continue
        doubts = [cue for cue in block.cues if cue.category in DOUBTS]
        debunked = {claim.sentence for claim in analysis.claims if claim.block == index and claim.voice == "debunked"}
        for fact, wordings, patterns in suspects:
            for start, end in block.sentences:
                found = place(text[start:end], wordings)
                if found is None and patterns:
                    mentions = [m for m in block.mentions if start <= m.start and m.end <= end]
                    if all(any(database.is_a(m.concept, wanted) for m in mentions) for wanted in fact.false_with):
                        found = together(folded[start:end], patterns)
                if found is None or (start, end) in debunked or text[start:end].rstrip().endswith(ASKING):
                    continue
                low, high = start + found[0], start + found[1]
                here = [cue for cue in doubts if start <= cue.start < end and not PAUSE.search(text, high, cue.start)]
                if all(low <= cue.start and text[cue.start : cue.end].casefold() in found[2] for cue in here):
                    yield misstated(fact, index, (start, end), low, high, text, language)


def facts_of(named: set[str], database: Database) -> list[Fact]:
    """Return the facts with false phrasings on what is named, and on nothing in particular."""
    above = {parent for concept in named for parent in database.ancestors(concept)} | {""}
    return [fact for fact in false_facts(database) if fact.subject in above]


def false_facts(database: Database) -> list[Fact]:
    """Return the facts that have false phrasings, or false words."""
    known: list[Fact] | None = database.memo.get("false facts")
    if known is None:
        facts = (fact for group in database.facts.values() for fact in group)
        known = [fact for fact in facts if (fact.false_phrasings or fact.false_words) and fact.topic != NAMES]
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


def together(folded: str, patterns: list[list[list[str]]]) -> tuple[int, int, str] | None:
    """Return where the words of a pattern stand in a sentence, one of each group in the groups' order and near.

    The third are the words alone: a denial among them is part of the wording, one between them is a denial.
    """
    for pattern in patterns:
        low = at = -1
        told = []
        for group in pattern:
            found = first(group, folded, max(at, 0))
            if found is None or (at >= 0 and found[0] - at > APART):
                break
            low, at = (found[0] if low < 0 else low), found[1]
            told.append(folded[slice(*found)])
        else:
            return *whole_words(folded, low, at), " ".join(told)
    return None


def first(group: list[str], folded: str, start: int = 0) -> tuple[int, int] | None:
    """Return where the first of the words stands from a place on; with spaces between words, at a word's beginning."""
    found = [
        (at, at + len(word))
        for word in group
        for at in occurrences(word, folded, start)
        if not word[:1].isascii() or at == 0 or not folded[at - 1].isalnum()
    ]
    return min(found, default=None)


def occurrences(word: str, folded: str, start: int) -> Iterator[int]:
    """Yield where a word stands in a text, from a place on."""
    at = folded.find(word, start)
    while at >= 0:
        yield at
        at = folded.find(word, at + 1)


@lru_cache(maxsize=4096)
def spaced(wording: str) -> re.Pattern[str]:
    """Return the pattern of a wording with few characters between its own."""
    return re.compile(f".{{0,{BETWEEN}}}?".join(map(re.escape, wording)))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to the ends of its words, where words have ends."""
    while start > 0 and joined(text[start - 1 : start + 1]):
        start -= 1
    while end < len(text) and joined(text[end - 1 : end + 1]):
        end += 1
    return start, end


def joined(pair: str) -> bool:
    """Return whether two characters are letters of one word."""
    return pair.isalpha() and all(character < FIRST_IDEOGRAPH for character in pair)


def misstated(
    fact: Fact, block: int, sentence: tuple[int, int], start: int, end: int, text: str, language: str
) -> tuple[Claim, Verdict]:
    """Return the claim and the verdict for a stretch that says what a fact's sources contradict."""
    fields = Measurement(fact.what, None, None, "")
    claim = Claim("measurement", block, start, end, sentence, text[start:end], language, fields)
    return claim, wrong(fact)
