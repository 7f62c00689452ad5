"""A language's files, checked as they are read."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlint.data import DataErrors
from claimlint.lexicon import load


@pytest.fixture
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Copy the lexicon and return the folder of its English."""
    shutil.copytree(load.DATA, tmp_path / "data")
    monkeypatch.setattr(load, "DATA", tmp_path / "data")
    load.load_language.cache_clear()
    yield tmp_path / "data" / "en"
    load.load_language.cache_clear()


def _add(path: Path, opening: str, term: str) -> None:
    text = path.read_text()
    assert opening in text
    path.write_text(text.replace(opening, f'{opening}"{term}", ', 1))


@pytest.mark.parametrize(("file", "opening"), [("cues.yaml", "terms: ["), ("names/foods.yaml", "honey: [")])
def test_a_term_of_too_many_spellings_is_an_error(english: Path, file: str, opening: str) -> None:
    term = "".join(f"({letter}|{letter}{letter}) " for letter in "abcdefgh") + "end"
    _add(english / file, opening, term)
    with pytest.raises(DataErrors) as caught:
        load.load_language("en")
    assert file.rpartition("/")[2] in str(caught.value)
    assert term in str(caught.value)
    assert "256 spellings" in str(caught.value)


def test_all_spellings_of_a_term_are_terms(english: Path) -> None:
    _add(english / "names" / "foods.yaml", "honey: [", "(a|b|c|d|e)(1|2|3|4|5)(v|w|x|y) (fruit|nectar)")
    assert {"a1v fruit", "e5y nectar"} <= {term.text for term in load.load_language("en").terms}
