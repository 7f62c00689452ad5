"""What a check hands to the linter: a place, the words for the message, and perhaps a fix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimlint.diagnostics import Fix, Severity
from claimlint.evidence.model import Verdict


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in prose offsets. `words` fill the placeholders of the rule's message and suggestion.

    `level` is the severity that the check chose, where it is not the rule's own, `verdict` what the finding says of
    the claim, or of words that are none.
    """

    block: int
    start: int
    end: int
    words: Mapping[str, str] = field(default_factory=dict)
    claim: int | None = None
    level: Severity | None = None
    fix: Fix | None = None
    verdict: Verdict | None = None
