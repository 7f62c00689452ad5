"""Comments by which an author silences rules, in the syntax of comments of each format.

    <!-- claimlint-disable-line RULE, RULE: reason -->       this line
    <!-- claimlint-disable-next-line RULE: reason -->        the next line that is not blank
    <!-- claimlint-disable RULE: reason -->                  from here ...
    <!-- claimlint-enable RULE -->                           ... to here, or to the end of the file

Without a rule, all are silenced. A rule may be a pattern such as `us-fda/*`. Front matter: `claimlint-disable`, a
rule or a list of rules, for the whole file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimlint.documents.model import Suppression

_WORD = "claimlint-"
_COMMENTS = {
    "html": r"<!--\s*(?P<html>claimlint-[^\n]*?)\s*-->",
    "mdx": r"\{/\*\s*(?P<mdx>claimlint-[^\n]*?)\s*\*/\}",
    "template": r"\{#\s*(?P<template>claimlint-[^\n]*?)\s*#\}|\{\{</\*\s*(?P<hugo>claimlint-[^\n]*?)\s*\*/>\}\}",
    "rst": r"^[ \t]*\.\.[ \t]+(?P<rst>claimlint-[^\r\n]*?)[ \t]*$",
    "hash": r"^[ \t]*(?:#|//)[ \t]*(?P<hash>claimlint-(?:disable|enable)[^\r\n]*?)[ \t]*$",
}
_SYNTAX = {
    "markdown": ("html", "template"),
    "mdx": ("html", "mdx"),
    "html": ("html", "template"),
    "rst": ("rst",),
    "text": ("html", "hash"),
    "docx": ("html",),
}
_ORDER = re.compile(
    r"claimlint-(?P<order>disable-next-line|disable-line|disable|enable)(?![\w-])"
    r"(?P<rules>(?:[\s,]+[a-z][\w*-]*(?:/[\w*-]+)?(?=[\s,:]|\Z))*)\s*(?::|--|—)?\s*(?P<reason>.*)\Z"
)


@dataclass(frozen=True, slots=True)
class Order:
    """A comment as it stands in the source."""

    order: str
    rules: tuple[str, ...]
    reason: str
    start: int
    end: int


def find_orders(source: str, format: str) -> list[Order]:  # noqa: A002
    """Return the suppression comments of a source, in order."""
    if _WORD not in source:
        return []
    pattern = re.compile("|".join(_COMMENTS[name] for name in _SYNTAX[format]), re.MULTILINE)
    orders: list[Order] = []
    for found in pattern.finditer(source):
        order = read_order(next(group for group in found.groups() if group is not None), *found.span())
        if order is not None:
            orders.append(order)
    return orders


def read_order(comment: str, start: int, end: int) -> Order | None:
    """Return what a comment orders, or None where it is no order; it stands at `start` to `end` in the source."""
    told = _ORDER.match(comment.strip())
    if not told:
        return None
    return Order(told["order"], tuple(re.findall(r"[^\s,]+", told["rules"])), told["reason"].strip(), start, end)


def suppressions(
    orders: Sequence[Order], source: str, line_starts: Sequence[int], front_matter: Mapping[str, Any]
) -> tuple[Suppression, ...]:
    """Return which lines each order silences."""
    last = len(line_starts)
    found: list[Suppression] = []
    whole = front_matter.get("claimlint-disable", front_matter.get("claimlint_disable"))
    if whole is not None and whole is not False:
        named = [whole] if isinstance(whole, str) else whole if isinstance(whole, list) else []
        at = max(0, source.find("claimlint"))
        rules = tuple(str(rule).partition(":")[0].strip() for rule in named)
        reason = "; ".join(str(rule).partition(":")[2].strip() for rule in named if ":" in str(rule))
        found.append(Suppression(1, last, rules, reason, 0, at, at + len("claimlint-disable")))
    for index, order in enumerate(orders):
        line = bisect_right(line_starts, order.start)
        if order.order == "disable-line":
            first, end = line, line
        elif order.order == "disable-next-line":
            first = end = _next_line(source, line_starts, bisect_right(line_starts, order.end))
        elif order.order == "disable":
            first, end = line, _until(orders[index + 1 :], order, line_starts, last)
        else:
            continue
        found.append(Suppression(first, end, order.rules, order.reason, line, order.start, order.end))
    return tuple(found)


def _next_line(source: str, line_starts: Sequence[int], line: int) -> int:
    for number in range(line, len(line_starts)):
        low = line_starts[number]
        high = line_starts[number + 1] if number + 1 < len(line_starts) else len(source)
        if source[low:high].strip():
            return number + 1
    return line + 1


def _until(later: Sequence[Order], order: Order, line_starts: Sequence[int], last: int) -> int:
    for other in later:
        if other.order == "enable" and (not other.rules or set(order.rules) & set(other.rules)):
            return bisect_right(line_starts, other.start)
    return last


def hide(source: str, orders: Sequence[Order]) -> str:
    """Return the source with the comments blanked, offsets unchanged, for formats that know no comments."""
    pieces: list[str] = []
    position = 0
    for order in orders:
        pieces += [source[position : order.start], " " * (order.end - order.start)]
        position = order.end
    return "".join([*pieces, source[position:]])
