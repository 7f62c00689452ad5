"""From prose to claims: sentences, quantities, mentions and cues by a spaCy pipeline, then the claims made of them."""

from claimlint.nlp.analyse import analyse
from claimlint.nlp.model import (
    Analysis,
    BlockAnalysis,
    Claim,
    Cue,
    Dosage,
    Efficacy,
    Measurement,
    Mention,
    Percentage,
    Quantity,
)

__all__ = [
    "Analysis",
    "BlockAnalysis",
    "Claim",
    "Cue",
    "Dosage",
    "Efficacy",
    "Measurement",
    "Mention",
    "Percentage",
    "Quantity",
    "analyse",
]
