"""What stands in a source for a site builder or a compiler is covered, character for character, so that offsets stay."""

from __future__ import annotations

import re

FILLER = "\ue000"  # a character of the private use area; readers drop it
_REACH = 3_000  # characters that one construct may take, so that an unfinished one costs little

_TEMPLATE = (
    rf"\{{\{{<[^\n]{{0,{_REACH}}}?>\}}\}}|\{{\{{%[^\n]{{0,{_REACH}}}?%\}}\}}"  # Hugo's shortcodes
    rf"|\{{\{{[^{{}}]{{0,{_REACH}}}\}}\}}|\{{%[^%]{{0,{_REACH}}}%\}}|\{{#[^#\n]{{0,{_REACH}}}#\}}"  # Liquid, Jinja, Twig
)
_SHORTCODE = (  # WordPress: [name key="value"] and [/name]
    r"|\[/[a-z][\w-]{0,40}\]|\[[a-z][\w-]{0,40}(?:\s+[\w-]{1,40}=(?:\"[^\"\]\n]{0,500}\"|'[^'\]\n]{0,500}'|[^\s\[\]\"']{1,500})){1,20}+\s*/?\]"
)
_SERVER = rf"|<\?(?:php\b|=)[\s\S]*?(?:\?>|\Z)|<%[^%]{{0,{_REACH}}}%>"
_ATTRIBUTES = r"|(?<=[ \t])\{[#.:][^{}\n]{0,200}\}(?=[ \t]*$)|^\{:[^{}\n]{0,200}\}|^:{3,}[^\r\n]*$"  # Pandoc, Kramdown
_COMPONENT = (
    r"|^(?:import\b[^\n]{0,500}\bfrom\b[^\n]*|import\s+[\"'][^\n]*|export\s[^\n]*(?:\n(?!\s*\n)[^\n]*)*)$"
    rf"|\{{/\*[^*]{{0,{_REACH}}}\*/\}}|\{{(?:[^{{}}\n]|\{{[^{{}}\n]{{0,300}}\}}){{0,500}}+\}}"
)
_MARKDOWN = re.compile(_TEMPLATE + _SHORTCODE + _ATTRIBUTES, re.MULTILINE)
_MDX = re.compile(_TEMPLATE + _ATTRIBUTES + _COMPONENT, re.MULTILINE)
_HTML = re.compile(_TEMPLATE + _SHORTCODE + _SERVER)
_STARTS = ("{", "[/", ":::", FILLER)
_NAMED = re.compile(r"\[[a-z][\w-]{0,40}\s+[\w-]{1,40}=")
_BLOCK = re.compile(rf"\{{%-?\s*(highlight|raw|comment|capture|schema|javascript|stylesheet)\b[^%]{{0,{_REACH}}}%\}}")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*$", re.MULTILINE)


def mask_markdown(text: str, *, mdx: bool = False) -> str:
    """Cover shortcodes, template tags and attributes; for MDX, imports, exports and expressions too. Fences stay."""
    if not mdx and not any(start in text for start in _STARTS) and not _NAMED.search(text):
        return text
    text = _blocks(text.replace(FILLER, "\ufffd"))
    pattern = _MDX if mdx else _MARKDOWN
    pieces: list[str] = []
    position = 0
    for low, high in _fences(text):
        pieces += [pattern.sub(_cover, text[position:low]), text[low:high]]
        position = high
    pieces.append(pattern.sub(_cover, text[position:]))
    return "".join(pieces)


def mask_html(text: str) -> str:
    """Cover template tags, shortcodes and the code of servers."""
    if not any(start in text for start in ("{", "[", "<?", "<%", FILLER)):
        return text
    return _HTML.sub(_cover, _blocks(text.replace(FILLER, "\ufffd")))


def _cover(found: re.Match[str]) -> str:
    return re.sub(r"[^\r\n]", FILLER, found[0])


def _fences(text: str) -> list[tuple[int, int]]:
    """Return where fenced code stands."""
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence[1].startswith(opened[1]) and not fence[0].strip().strip(opened[1][0]):
            found.append((opened.start(), fence.end()))
            opened = None
    if opened is not None:
        found.append((opened.start(), len(text)))
    return found


def _blocks(text: str) -> str:
    """Cover the tags of Liquid that hold code, with what is between them."""
    if "{%" not in text:
        return text
    pieces: list[str] = []
    position = 0
    endless: set[str] = set()
    for opening in _BLOCK.finditer(text):
        name = opening[1]
        if opening.start() < position or name in endless:
            continue
        closing = re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}").search(text, opening.end())
        if closing is None:
            endless.add(name)
            continue
        pieces += [text[position : opening.start()], re.sub(r"[^\r\n]", FILLER, text[opening.start() : closing.end()])]
        position = closing.end()
    return "".join([*pieces, text[position:]])
