"""Measure what the claim database costs: milliseconds to load it, and to judge a claim and an article's sentences.

Run: python benchmarks/evidence.py
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from claimlint.documents import read_document
from claimlint.evidence import Database, Effect, judge, judge_all, load_database
from claimlint.evidence.load import Collection, collect
from claimlint.lexicon import load_concepts
from claimlint.nlp import analyse
from claimlint.nlp.model import Claim, Dosage, Efficacy, Percentage

RECORDS = 1000  # what a grown database holds; the shipped records are repeated up to it
BUDGET_MS = 50.0
ARTICLE = """\
# Magnesium and vitamin D

Magnesium improves sleep quality and lowers blood pressure by 20%. It is a cofactor of 300 enzymes.
Zinc prevents the common cold, and vitamin C shortens it. Take 5000 IU of vitamin D a day.
Whole grains are rich in minerals, and most adults eat too few of them.
"""


def best(action: Callable[[], object], runs: int = 7) -> float:
    """Return the median time of an action in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def enlarged(database: Database) -> Collection:
    """Return the shipped records, repeated under other ids up to the size that a grown database has."""
    effects = [record for record in database.records.values() if isinstance(record, Effect)]
    copies = [
        replace(effect, id=f"{effect.id}-{number}")
        for number in range(RECORDS // max(1, len(effects)) + 1)
        for effect in effects
    ]
    return Collection(sources=list(database.sources.values()), effects=copies[:RECORDS])


def claims_of(database: Database) -> list[Claim]:
    """Return a claim of each kind for every effect."""
    made: list[Claim] = []
    for record in database.records.values():
        if isinstance(record, Effect):
            subject, outcome = record.subject, record.outcome
            for fields in (
                Efficacy(subject, "benefit", "reduces", outcome, "disease", False, False, "none"),
                Percentage(20, 20, "decrease", subject, outcome),
                Dosage(subject, 400, 400, "mg", "day", "advice"),
            ):
                kind = type(fields).__name__.lower()
                text = f"{subject} lowers {outcome}"
                claim = Claim(kind, 0, 0, len(text), (0, len(text)), text, "en", fields)  # type: ignore[arg-type]
                made.append(replace(claim, outcome_concepts=(outcome,)))
    return made


def main() -> None:
    """Print the figures."""
    import msgspec

    database = load_database()
    print(f"shipped: {len(database.records)} records, {len(database.sources)} sources")
    print(f"load from the cache            {best(load_database):8.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "claims.json"
        kept.write_bytes(msgspec.json.encode(enlarged(database)))
        grown = best(lambda: msgspec.json.decode(kept.read_bytes(), type=Collection))
    print(f"decode {RECORDS} records            {grown:8.1f} ms  (budget {BUDGET_MS:g})")
    files = sorted(Path(place.rpartition(":")[0]) for place in set(database.places.values()))
    print(f"compile from YAML              {best(lambda: collect(list(dict.fromkeys(files))), 1):8.1f} ms")
    claims = claims_of(database)
    start = time.perf_counter()
    for claim in claims:
        judge(claim, database)
    each = (time.perf_counter() - start) / len(claims) * 1e6
    print(f"judge {len(claims)} claims              {each:8.1f} us each")
    document = read_document("article.md", (ARTICLE * 30).encode())
    analysis = analyse(document)
    whole = best(lambda: judge_all(document, analysis, database, ("us", "eu")), 3)
    words = len(ARTICLE.split()) * 30
    print(f"judge an article of {words} words {whole:8.1f} ms, {len(analysis.claims)} claims")
    load_concepts()


if __name__ == "__main__":
    main()
