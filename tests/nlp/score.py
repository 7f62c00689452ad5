"""A small scorer: claims found in an article against those that an editor marked, paired one to one by overlap."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from claimlint.documents import read_document
from claimlint.nlp import analyse

Row = dict[str, Any]
FIELDS = {
    "dosage": ("low", "high", "unit", "substance"),
    "percentage": ("low", "high", "direction"),
    "efficacy": ("subject", "relation", "outcome_type", "hedged", "negated"),
    "measurement": ("low", "high", "unit"),
}


@dataclass(frozen=True, slots=True)
class Score:
    """How well the claims of one kind were found; rows marked `sure: false` may be found or not."""

    hits: tuple[tuple[Row, Row], ...]
    missed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * len(self.hits) / max(2 * len(self.hits) + len(self.missed) + len(self.extra), 1)

    def right(self, kind: str) -> float:
        """Return the share of fields that are right on the claims found."""
        checked: list[bool] = [
            marked[f] == found[f] for marked, found in self.hits for f in FIELDS[kind] if f in marked
        ]
        return sum(checked) / max(len(checked), 1)


def score(folder: Path, kind: str) -> Score:
    """Return how well the claims of a kind are found in a folder's articles, against its claims.jsonl."""
    rows = [json.loads(line) for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    marked = [row for row in rows if row["kind"] == kind]
    found = [claim for name in sorted({row["file"] for row in rows}) for claim in _found(folder / name, kind)]
    pairs = sorted(
        (not gold["sure"], -shared, i, j)
        for i, gold in enumerate(marked)
        for j, claim in enumerate(found)
        if (shared := _overlap(gold, claim)) > 0
    )
    taken: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return Score(
        hits=tuple((marked[i], found[j]) for i, j in taken.items()),
        missed=tuple(gold["quote"] for i, gold in enumerate(marked) if i not in taken and gold["sure"]),
        extra=tuple(claim["text"] for j, claim in enumerate(found) if j not in taken.values()),
    )


def _found(path: Path, kind: str) -> Iterator[Row]:
    document = read_document(path)
    for claim in analyse(document).claims:
        if claim.kind == kind:
            start, end = document.blocks[claim.block].source_map.span(claim.start, claim.end)
            line, _ = document.position(start)
            last, _ = document.position(end - 1)
            text = document.source[start:end]
            yield {"file": path.name, "line": line, "last": last, "text": text} | asdict(claim.fields)


def _overlap(gold: Row, claim: Row) -> int:
    """Return how many characters a marked quote and a claim share; 0 where they stand apart."""
    if gold["file"] != claim["file"] or not claim["line"] <= gold["line"] <= claim["last"]:
        return 0
    quote, text = gold["quote"], claim["text"]
    if quote in text or text in quote:
        return min(len(quote), len(text))
    least = min(len(quote), len(text)) // 5
    for size in range(min(len(quote), len(text)), least, -1):
        if quote.endswith(text[:size]) or text.endswith(quote[:size]):
            return size
    return 0
