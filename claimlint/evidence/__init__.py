"""The claim database: records and their sources, loaded, checked, searched; and what it says of a claim."""

from claimlint.evidence.database import Database
from claimlint.evidence.judge import judge, judge_all, surroundings
from claimlint.evidence.load import load_database
from claimlint.evidence.model import Authorisation, Context, Effect, Fact, Limit, Record, Source, Verdict
from claimlint.evidence.statements import misstatements

__all__ = [
    "Authorisation",
    "Context",
    "Database",
    "Effect",
    "Fact",
    "Limit",
    "Record",
    "Source",
    "Verdict",
    "judge",
    "judge_all",
    "load_database",
    "misstatements",
    "surroundings",
]
