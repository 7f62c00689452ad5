"""Safe changes: a statement put in or put right, a symbol added. A second run finds nothing left to do."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from claimlint.diagnostics import Edit, Fix

if TYPE_CHECKING:
    from claimlint.rules.page import Page

_HTML_CLOSE = re.compile(
    r"\s*</(?:p|li|ul|ol|td|tr|tbody|table|blockquote|figcaption|figure|h[1-6]|em|strong|b|i|a|span)\s*>"
)
_MARKUP = ("html", "htm", "xhtml")
_FIXED_KINDS = ("reference", "navigation", "byline", "footer")


def insert_statement(page: Page, article: int, statement: str, symbol: str) -> Fix | None:
    """Return the fix that puts a statement below an article, in a paragraph of its own."""
    last = [index for index in page.blocks_of(article) if page.block(index).kind not in _FIXED_KINDS]
    document = page.document
    if document.format == "docx" or not last:
        return None
    source = document.source
    text = f"{symbol}{statement}"
    _, end = _source_end(page, max(last))
    if document.format in _MARKUP:
        while found := _HTML_CLOSE.match(source, end):
            end = found.end()
        new = f"\n<p>{escape(text, quote=False)}</p>"
    else:
        line = source.find("\n", end)
        end = len(source) if line < 0 else line
        new = f"\n\n{_plain(page, text)}" + ("\n" if line < 0 else "")
    return Fix("add the statement below the article", (Edit(end, end, new),))


def replace_statement(page: Page, block: int, start: int, end: int, statement: str) -> Fix | None:
    """Return the fix that writes a statement as the law words it."""
    if page.document.format == "docx":
        return None
    low, high = page.block(block).source_map.span(start, end)
    new = escape(statement, quote=False) if page.document.format in _MARKUP else statement
    return Fix("restore the statement's wording", (Edit(low, high, new),))


def add_symbol(page: Page, block: int, sentence: tuple[int, int], symbol: str) -> Fix | None:
    """Return the fix that links a claim to the statement by its symbol, at the end of the sentence."""
    if page.document.format == "docx" or not symbol:
        return None
    text = page.block(block).text
    end = sentence[1]
    while end > sentence[0] and text[end - 1].isspace():
        end -= 1
    _, place = page.block(block).source_map.span(max(sentence[0], end - 1), end)
    return Fix(f"add “{symbol}” to the claim", (Edit(place, place, _plain(page, symbol)),))


def _plain(page: Page, text: str) -> str:
    """Keep an asterisk from being read as Markdown."""
    return text.replace("*", "\\*") if page.document.format in ("markdown", "md", "mdx") else text


def _source_end(page: Page, block: int) -> tuple[int, int]:
    here = page.block(block)
    return here.source_map.span(max(0, len(here.text) - 1), len(here.text))
