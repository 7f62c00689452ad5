"""claimlint: a fact-checker and linter for health content."""

__version__ = "0.1.0"
