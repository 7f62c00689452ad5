"""Documents: a file's bytes become a `Document`, with an exact map back to the source."""

from typing import TYPE_CHECKING, Any

from claimlint.documents.discovery import DiscoveryError, discover
from claimlint.documents.model import Block, Document, DocumentError, Link, Segment, SourceMap, Suppression

if TYPE_CHECKING:
    from claimlint.documents.reader import read_document

__all__ = [
    "Block",
    "DiscoveryError",
    "Document",
    "DocumentError",
    "Link",
    "Segment",
    "SourceMap",
    "Suppression",
    "discover",
    "read_document",
]


def __getattr__(name: str) -> Any:
    """Import the reader when it is first asked for: a run that finds all its articles unchanged needs none."""
    if name == "read_document":
        from claimlint.documents.reader import read_document

        return read_document
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
