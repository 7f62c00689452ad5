"""The claim database: records and their sources, loaded, checked, searched; and what it says of a claim."""

from claimlint.evidence.database import Database
from claimlint.evidence.judge import judge, surroundings
from claimlint.evidence.load import load_database
from claimlint.evidence.model import Authorisation, Context, Effect, Fact, Limit, Record, Source, Verdict

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
    "load_database",
    "surroundings",
]
