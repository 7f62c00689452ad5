"""What every test stands on: a cache of its own, and the command line called as a user calls it."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def _own_cache() -> Iterator[None]:
    """Keep compiled knowledge for the whole session, apart from the user's own."""
    with tempfile.TemporaryDirectory(prefix="claimlint-tests-") as folder:
        os.environ["CLAIMLINT_CACHE_DIR"] = folder
        yield
        del os.environ["CLAIMLINT_CACHE_DIR"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


Claimlint = Callable[..., Outcome]


@pytest.fixture
def claimlint(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Claimlint:
    """Return a function that runs the command line in this process, without replaying earlier runs."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        from claimlint.cli import main
        from claimlint.config import _config_of

        _config_of.cache_clear()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Outcome(left.value.code, printed.out, printed.err)

    return run
