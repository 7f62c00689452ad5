"""Claims, quantities and mentions as rows: one JSON object each, in source offsets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from claimlint.documents.model import Document
from claimlint.nlp.model import Analysis, Claim, Dosage, Efficacy, Measurement, Percentage

Row = dict[str, Any]


def claim_rows(document: Document, analysis: Analysis) -> Iterator[Row]:
    """Yield a row for each claim, in reading order."""
    for claim in analysis.claims:
        yield _place(document, claim.block, claim.start, claim.end, claim.kind) | {"fields": claim_fields(claim)}


def explained_rows(document: Document, analysis: Analysis) -> Iterator[Row]:
    """Yield the claims with how each was put together, and the sentence it stands in."""
    for claim, row in zip(analysis.claims, claim_rows(document, analysis), strict=True):
        block = document.blocks[claim.block]
        marks = analysis.blocks[claim.block]
        start, end = claim.sentence
        yield row | {
            "sentence": block.text[start:end],
            "block": block.kind,
            "causal": claim.causal,
            "voice": claim.voice,
            "evidence": claim.evidence,
            "mentions": [
                {"concept": each.concept, "type": each.type, "text": block.text[each.start : each.end]}
                for each in marks.mentions
                if start <= each.start < end
            ],
            "cues": [
                {"category": each.category, "value": each.value, "text": block.text[each.start : each.end]}
                for each in marks.cues
                if start <= each.start < end
            ],
            "trace": list(claim.trace),
        }


def quantity_rows(document: Document, analysis: Analysis) -> Iterator[Row]:
    """Yield a row for each quantity, claim or not; what it says stands in the row and, as for claims, in `fields`."""
    for index, block in enumerate(analysis.blocks):
        for each in block.quantities:
            fields = {
                "low": plain(each.low),
                "high": plain(each.high),
                "unit": each.unit,
                "dimension": each.dimension,
                "per": each.per,
                "approximate": each.approximate,
            }
            yield _place(document, index, each.start, each.end, "quantity") | fields | {"fields": fields}


def mention_rows(document: Document, analysis: Analysis) -> Iterator[Row]:
    """Yield a row for each name of a concept, claim or not; in the row and, as for claims, in `fields`."""
    for index, block in enumerate(analysis.blocks):
        for each in block.mentions:
            fields = {"concept": each.concept, "type": each.type}
            yield _place(document, index, each.start, each.end, "mention") | fields | {"fields": fields}


def claim_fields(claim: Claim) -> Row:
    """Return a claim's fields under the names that the output promises."""
    fields: Dosage | Percentage | Efficacy | Measurement = claim.fields
    return {name: plain(value) for name, value in asdict(fields).items()}


def plain(value: Any) -> Any:
    """Return whole numbers without a decimal point, and everything else as it is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _place(document: Document, block: int, start: int, end: int, kind: str) -> Row:
    offset, end_offset = document.blocks[block].source_map.span(start, end)
    line, column = document.position(offset)
    end_line, end_column = document.position(end_offset)
    return {
        "path": document.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "offset": offset,
        "end_offset": end_offset,
        "text": document.source[offset:end_offset],
        "kind": kind,
        "language": document.blocks[block].language,
    }
