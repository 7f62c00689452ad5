"""Amounts in prose: every number with its unit, as a `Quantity` with exact offsets."""

from claimlint.nlp.quantities.reader import find_quantities

__all__ = ["find_quantities"]
