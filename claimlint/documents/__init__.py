"""Documents: a file's bytes become a `Document`, with an exact map back to the source."""

from claimlint.documents.discovery import DiscoveryError, discover
from claimlint.documents.model import Block, Document, DocumentError, Link, Segment, SourceMap, Suppression
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
