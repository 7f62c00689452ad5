"""The kind `document`: a statement that an article must have, to the letter, linked to its claims; its references."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.rules import fixes
from claimlint.rules.claim import chosen, found
from claimlint.rules.finding import Found
from claimlint.rules.model import DocumentCheck
from claimlint.rules.statement import Sighting, wording

if TYPE_CHECKING:
    from claimlint.rules.page import Page


def check_document(page: Page, check: DocumentCheck) -> Iterator[Found]:
    """Yield what an article lacks; each article of a page is looked at by itself."""
    articles = sorted({block.article for block in page.document.blocks})
    for article in articles:
        if check.finding == "dangling-reference":
            yield from _dangling(page, article, check.span == "sentence")
        else:
            yield from _Article(page, check, article).findings()


class _Article:
    """An article, with the claims that call for a statement and the places where the statement stands."""

    def __init__(self, page: Page, check: DocumentCheck, article: int) -> None:
        self.page, self.check, self.article = page, check, article
        self.statement = page.book.statements[check.statement]
        self.seen = page.sightings(check.statement, article)
        self._marked: dict[int, list[re.Match[str]]] = {}
        marks = "|".join(re.escape(mark) for mark in sorted(self.statement.symbols, key=len, reverse=True))
        self.mark = (
            re.compile(rf"(?<=[^\s\d\\])(?:{marks})(?![A-Za-z0-9.])|(?<=\d)(?:{marks})(?!\s?\d)") if marks else None
        )

    def findings(self) -> Iterator[Found]:
        finders = {
            "missing": self._missing,
            "altered": self._altered,
            "number": self._number,
            "unlinked": self._unlinked,
            "orphan": self._orphan,
        }
        yield from finders[self.check.finding]()

    def _triggers(self) -> list[int]:
        page, check = self.page, self.check
        return [
            index
            for index, claim in enumerate(page.analysis.claims)
            if page.block(claim.block).article == self.article
            and not self._is_statement(claim.block, claim.start)
            and chosen(page, check.when, check.unless, index)
            and page.all_near(check.near, check.far, claim.block, claim.start, claim.end)
        ]

    def _is_statement(self, block: int, offset: int) -> bool:
        return any(one.block == block and one.start <= offset < one.end for one in self.seen)

    def _missing(self) -> Iterator[Found]:
        triggers = self._triggers()
        if not triggers or self.seen:
            return
        first = self.page.claim(triggers[0])
        language = self.page.block(first.block).language
        symbol = next(iter(self._used()), "")
        text = wording(self.statement, language, plural=len(triggers) > 1)
        fix = fixes.insert_statement(self.page, self.article, text, symbol)
        finding = found(self.page, triggers[0])
        yield Found(
            finding.block, finding.start, finding.end, {**finding.words, "statement": text}, finding.claim, fix=fix
        )

    def _altered(self) -> Iterator[Found]:
        for one in self.seen:
            if one.changes:
                language = self.page.block(one.block).language
                text = wording(self.statement, language, plural=one.number == "plural")
                fix = fixes.replace_statement(self.page, one.block, one.start, one.end, text) if one.whole else None
                words = {"change": one.changes, "statement": text, "text": self._text(one)}
                yield Found(one.block, one.start, one.end, words, fix=fix)

    def _number(self) -> Iterator[Found]:
        count = len({(self.page.claim(i).block, self.page.claim(i).sentence) for i in self._triggers()})
        for one in self.seen:
            wrong = (one.number == "singular" and count > 1) or (one.number == "plural" and count == 1)
            if wrong and not one.changes:
                language = self.page.block(one.block).language
                text = wording(self.statement, language, plural=one.number == "singular")
                fix = fixes.replace_statement(self.page, one.block, one.start, one.end, text) if one.whole else None
                yield Found(one.block, one.start, one.end, {"statement": text, "text": self._text(one)}, fix=fix)

    def _unlinked(self) -> Iterator[Found]:
        used = self._used()
        symbols = [one.symbol for one in self.seen if one.symbol] or sorted(used, key=lambda mark: -used[mark])
        if not symbols or not self.seen:
            return
        done = set()
        for index in self._triggers():
            claim = self.page.claim(index)
            place = (claim.block, claim.sentence[1])
            if place in done or self._is_label(claim.block) or self._is_linked(claim.block, claim.sentence[0]):
                continue
            done.add(place)
            finding = found(self.page, index)
            fix = fixes.add_symbol(self.page, claim.block, claim.sentence, symbols[0])
            words = {**finding.words, "symbol": symbols[0]}
            yield Found(finding.block, finding.start, finding.end, words, index, fix=fix)

    def _is_linked(self, block: int, start: int) -> bool:
        """Return whether a symbol stands in the sentence, later in its paragraph, or later in its list."""
        here = self.page.block(block)
        if self._marks(block, start):
            return True
        for index in range(block + 1, len(self.page.document.blocks)):
            other = self.page.block(index)
            if other.kind != "list-item" or other.article != here.article:
                return False
            below = other.lead == block or here.kind != "list-item"
            if (below or other.lead == here.lead) and self._marks(index, 0):
                return True
        return False

    def _is_label(self, block: int) -> bool:
        """Return whether a block only names what the list below it tells."""
        following = block + 1
        if self.page.block(block).kind != "list-item" or following >= len(self.page.document.blocks):
            return False
        return self.page.block(following).lead == block

    def _marks(self, block: int, start: int) -> list[re.Match[str]]:
        """Return the symbols that stand in a block from an offset on."""
        known = self._marked.get(block)
        if known is None:
            text = self.page.block(block).text
            known = self._marked[block] = list(self.mark.finditer(text)) if self.mark else []
        return known[bisect_left(known, start, key=re.Match.start) :]

    def _used(self) -> dict[str, int]:
        """Count the symbols at the ends of claims."""
        counts: dict[str, int] = {}
        for block in self.page.blocks_of(self.article):
            if self.page.block(block).kind in ("reference", "navigation", "byline", "footer"):
                continue
            for found_mark in self._marks(block, 0):
                if not self._is_statement(block, found_mark.start()) and not self._ends_statement(block, found_mark):
                    counts[found_mark[0]] = counts.get(found_mark[0], 0) + 1
        return counts

    def _ends_statement(self, block: int, mark: re.Match[str]) -> bool:
        return any(one.block == block and 0 <= mark.start() - one.end <= 2 for one in self.seen)

    def _orphan(self) -> Iterator[Found]:
        used = self._used()
        answered = {one.symbol for one in self.seen if one.symbol}
        bare = any(not one.symbol for one in self.seen)
        triggers = {(self.page.claim(index).block, self.page.claim(index).sentence) for index in self._triggers()}
        if not triggers:
            return
        for block, sentence in sorted(triggers):
            for mark in self._marks(block, sentence[0]):
                if mark.start() > sentence[1] or mark[0] in answered or bare or self._footnoted(mark[0]):
                    continue
                yield Found(block, mark.start(), mark.end(), {"symbol": mark[0]})
                return
        for one in self.seen:
            if one.symbol and one.symbol not in used:
                yield Found(one.block, one.start, one.end, {"symbol": one.symbol, "text": self._text(one)})

    def _footnoted(self, symbol: str) -> bool:
        """Return whether some other note answers the symbol ("* Prices include VAT")."""
        for block in self.page.blocks_of(self.article):
            text = self.page.block(block).text.lstrip(" \\")
            if text.startswith(symbol) and not any(one.block == block for one in self.seen):
                return True
        return False

    def _text(self, one: Sighting) -> str:
        return self.page.block(one.block).text[one.start : one.end]


def _dangling(page: Page, article: int, whole: bool) -> Iterator[Found]:
    for block, start, end, number in page.sources.dangling(article):
        low, high = page.sentence(block, start) if whole else (start, end)
        text = page.block(block).text[low:high]
        low += len(text) - len(text.lstrip())
        yield Found(block, low, low + len(text.strip()), {"text": text.strip(), "found": str(number)})
