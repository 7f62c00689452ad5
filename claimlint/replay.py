"""The shortest run of all: the same command over the same files prints what it printed before.

A check depends on its arguments, on claimlint's code and data, and on the files it read. All of them are
compared by content (code and data by size and time) before a kept answer is given: with nothing changed
there is nothing to import. `claimlint.cli` says which runs may be kept.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterable

from claimlint.cache import Cache, digest, knowledge

ENVIRONMENT = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "CLAIMLINT_DEBUG", "LANG", "LC_ALL", "PYTHONUTF8")
PAGE = 500_000  # characters of output that are held at once
MAX_PAGES = 100
MAX_FOLDERS = 2_000


class Recorder:
    """What a run printed, compressed page by page, so that a long output costs little memory."""

    def __init__(self) -> None:
        self._pages: list[bytes] = []
        self._open: list[str] = []
        self._size = 0

    def add(self, text: str) -> None:
        """Add what was printed."""
        self._open.append(text)
        self._size += len(text)
        if self._size > PAGE:
            self._turn()

    def _turn(self) -> None:
        if len(self._pages) <= MAX_PAGES:
            self._pages.append(_packed("".join(self._open)))
        self._open, self._size = [], 0

    def pages(self) -> list[bytes]:
        """Return all pages; more than `MAX_PAGES` where there was too much to keep."""
        self._turn()
        return self._pages


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _unpacked(page: bytes) -> str:
    return zlib.decompress(page).decode("utf-8", "surrogatepass")


def recall(arguments: list[str]) -> int | None:
    """Print what this very command printed before and return its exit code; None where anything has changed."""
    if not arguments or arguments[0] != "check":
        return None
    try:
        store = Cache()
        key = _key(arguments)
        kept = store.get(key)
        if kept is None:
            return None
        answer = json.loads(_unpacked(kept))
        if any(_state(path) != state for path, state in answer["seen"].items()):
            return None
        if knowledge(answer["extra"]).hex() != answer["knowledge"]:
            return None
        pages = [store.get(_page_key(key, number)) for number in range(answer["pages"])]
        store.close()
        if digest(*(page or b"" for page in pages)).hex() != answer["digest"]:
            return None
    except (OSError, ValueError, KeyError, TypeError, zlib.error):
        return None
    sys.stderr.write(answer["err"])
    for page in pages:
        sys.stdout.write(_unpacked(page or b""))
    sys.stdout.flush()
    return int(answer["code"])


def keep(
    arguments: list[str],
    seen: Iterable[str],
    states: dict[str, str],
    extra: Iterable[str],
    *,
    out: Recorder,
    err: str,
    code: int,
) -> None:
    """Keep what a run printed. `seen` are the paths that it looked at, `states` those it read, with their digests.

    `extra` are a publisher's own claims and rulesets. Runs over very many folders, or with a very long output, are not kept.
    """
    pages = out.pages()
    if len(pages) > MAX_PAGES:
        return
    extra = list(extra)
    answer = {
        "seen": {path: _state(path) for path in seen} | states,
        "extra": extra,
        "knowledge": knowledge(extra).hex(),
        "pages": len(pages),
        "digest": digest(*pages).hex(),
        "err": err,
        "code": code,
    }
    key = _key(arguments)
    store = Cache()
    store.put([(_page_key(key, number), page) for number, page in enumerate(pages)])
    store.put([(key, _packed(json.dumps(answer)))])
    store.close()


def _page_key(key: bytes, number: int) -> bytes:
    return digest(key, str(number))


def folders(path: str) -> list[str]:
    """Return a folder and all folders below it, hidden ones left out; raise OverflowError where they are too many."""
    found = [path]
    for folder in found:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    if entry.is_symlink():
                        raise OverflowError
                    found.append(entry.path)
        if len(found) > MAX_FOLDERS:
            raise OverflowError
    return found


def state_of(content: bytes) -> str:
    """Return what is compared of a file: its content, in short."""
    return digest(content).hex()


def _state(path: str) -> str:
    """Return what is compared of a path: a file's content, a folder's names, or that there is nothing."""
    try:
        if os.path.isdir(path):
            return digest("\n".join(sorted(os.listdir(path)))).hex()
        with open(path, "rb") as file:
            return state_of(file.read())
    except OSError:
        return ""


def _key(arguments: list[str]) -> bytes:
    """Return the key of a command: its words, where it stands, and what decides how its output looks."""
    columns = ""
    if sys.stdout.isatty():
        columns = str(os.get_terminal_size(sys.stdout.fileno()).columns)
    around = [os.environ.get(name, "") for name in ENVIRONMENT]
    return digest(b"replay", os.getcwd(), columns, sys.stdout.encoding, *around, *(f"={word}" for word in arguments))
