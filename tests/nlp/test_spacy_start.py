"""spaCy starts without its command line, and still has it for those who ask."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from claimlint.nlp import spacy_start
spacy_start.start()
assert "spacy.cli" not in sys.modules and "httpx" not in sys.modules
import spacy
assert spacy.blank("en")("Two words.")[0].text == "Two"
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert spacy.cli.info(silent=True) == spacy.info(silent=True)
spacy_start.start()
assert sys.modules["spacy.cli"] is spacy.cli
"""


def test_spacy_works_as_ever() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True, timeout=120)
