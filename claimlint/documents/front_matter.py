"""Front matter: YAML between `---`, or TOML between `+++`, at the head of a file, with the places of what is prose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimlint.documents.model import BlockKind
from claimlint.documents.prose import Draft, Prose

_FENCED = re.compile(
    r"\A(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)(?P<body>(?:.*(?:\r\n?|\n))*?)(?P=fence)[ \t]*(?:\r\n?|\n|\Z)"
)
_PROSE: dict[str, BlockKind] = {
    "title": "title",
    "seo_title": "title",
    "meta_title": "title",
    "headline": "title",
    "description": "description",
    "meta_description": "description",
    "summary": "description",
    "excerpt": "description",
    "subtitle": "description",
}
_LANGUAGE = ("lang", "language", "locale")
MAX_LENGTH = 100_000  # characters


@dataclass(slots=True)
class FrontMatter:
    """What stands above an article, and where the article itself begins (`end`, a source offset)."""

    values: Mapping[str, Any] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    language: str | None = None
    end: int = 0


def read_front_matter(source: str) -> FrontMatter:
    """Return the front matter; a block that is no valid YAML or TOML is passed over as one without values."""
    if not source.startswith(("---", "+++")):
        return FrontMatter()
    found = _FENCED.match(source, 0, MAX_LENGTH)
    if not found:
        return FrontMatter()
    body, start = found["body"], found.start("body")
    values, places = (_yaml if found["fence"] == "---" else _toml)(body)
    if values is None:
        # `---` may also be a rule above plain Markdown; what is no mapping of values is left to be read
        return FrontMatter() if found["fence"] == "---" and ":" not in body else FrontMatter(end=found.end())
    drafts: list[Draft] = []
    language = None
    for key, value in values.items():
        name = str(key).lower().replace("-", "_")
        if name in _LANGUAGE and isinstance(value, str):
            language = value
        if name in _PROSE and isinstance(value, str) and key in places:
            low, high = places[key]
            draft = _quoted(body[low:high], start + low, value, _PROSE[name])
            if draft is not None:
                drafts.append(draft)
    return FrontMatter(values, drafts, language, found.end())


def _yaml(body: str) -> tuple[dict[str, Any] | None, dict[str, tuple[int, int]]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(body)
    try:
        if re.search(r"(?m)[:\-\[,]\s*\*[\w-]", body):  # aliases may grow without bound
            return {}, {}
        root = loader.get_single_node()
        if not isinstance(root, yaml.MappingNode):
            return None, {}
        values = loader.construct_document(root)
        marks = _offsets(body)
        places = {
            key.value: (marks(value.start_mark), marks(value.end_mark))
            for key, value in root.value
            if isinstance(value, yaml.ScalarNode)
        }
        return values, places
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return None, {}
    finally:
        loader.dispose()


def _offsets(body: str) -> Any:
    # The C scanner counts columns in characters, but its indices in bytes: go by line and column.
    starts = [0, *(found.end() for found in re.finditer(r"\r\n?|\n|\x85|\u2028|\u2029", body))]
    return lambda mark: starts[min(mark.line, len(starts) - 1)] + mark.column


def _toml(body: str) -> tuple[dict[str, Any] | None, dict[str, tuple[int, int]]]:
    import tomllib

    try:
        values = tomllib.loads(body.replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None, {}
    head = re.split(r"(?m)^\s*\[", body, maxsplit=1)[0]
    places = {
        found[1].strip("\"'"): found.span(2)
        for found in re.finditer(
            r"""(?m)^[ \t]*([\w"'-]+)[ \t]*=[ \t]*(\"{3}[\s\S]*?\"{3}|'{3}[\s\S]*?'{3}|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*')""",
            head,
        )
    }
    return values, places


_PIECE = re.compile(
    r"(?P<escape>\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\r\n]))|(?P<twice>'')|(?P<blank>\s+)"
)
_NAMED = {"n": "\n", "t": " ", "r": " ", "0": "", "_": "\u00a0", "N": "\u0085", "L": "\n", "P": "\n"}


def _quoted(raw: str, source: int, value: str, kind: BlockKind) -> Draft | None:
    """Return the prose of a scalar as it stands in the file: plain, quoted, or a block of lines."""
    prose = Prose()
    opening = re.match(r"\"{3}|'{3}|[\"']|[|>][-+\d]*[ \t]*(?:#.*)?(?=[\r\n])", raw)
    low, high = 0, len(raw.rstrip())
    quote = ""
    if opening:
        low = opening.end()
        quote = opening[0][0]
        if quote in "\"'":
            high -= len(opening[0])
    position = low
    for piece in _PIECE.finditer(raw, low, high):
        if (piece["escape"] and quote != '"') or (piece["twice"] and quote != "'"):
            continue
        prose.verbatim(raw[position : piece.start()], source + position)
        size = piece.end() - piece.start()
        if piece["blank"]:
            prose.space(source + piece.start(), size, line_break="\n" in piece[0] or "\r" in piece[0])
        elif piece["twice"]:
            prose.replaced("'", source + piece.start(), 2)
        else:
            _escape(prose, piece[0][1:], source + piece.start(), size)
        position = piece.end()
    prose.verbatim(raw[position:high], source + position)
    return prose.draft(kind) if value.strip() else None


def _escape(prose: Prose, code: str, source: int, size: int) -> None:
    if code[0] in "xuU" and len(code) > 1:
        number = int(code[1:], 16)
        text = chr(number) if number < 0x110000 else "\ufffd"
    else:
        text = _NAMED.get(code, code)
    if text in ("\n", " "):
        prose.space(source, size)
    else:
        prose.replaced(text, source, size)
