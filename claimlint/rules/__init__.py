"""Rulesets: loaded, checked, compiled, and run over a document."""

from claimlint.rules.check import applies, check
from claimlint.rules.load import build_rules, load_rules
from claimlint.rules.model import Register, Rule, RuleBook, Settings

__all__ = ["Register", "Rule", "RuleBook", "Settings", "applies", "build_rules", "check", "load_rules"]
