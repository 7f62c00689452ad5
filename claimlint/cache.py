"""What was worked out before, in one SQLite file that any number of processes may share.

A cache never decides anything: one that is locked, corrupt or out of reach only costs time.
Imports nothing but what Python starts in a few milliseconds, since the shortest run is made of this alone.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from typing import TypeVar

from claimlint import __version__

T = TypeVar("T")

MAX_PAGES = 16_384  # of 4,096 bytes: 64 MiB, then the older half goes
BUSY_SECONDS = 1.0
SUFFIXES = (".py", ".yaml", ".yml", ".json", ".j2")


def cache_folder() -> str:
    """Return the folder for caches: $CLAIMLINT_CACHE_DIR, or the user's cache folder."""
    named = os.environ.get("CLAIMLINT_CACHE_DIR")
    if named:
        return named
    if sys.platform in ("win32", "darwin"):
        from platformdirs import user_cache_dir

        return user_cache_dir("claimlint", appauthor=False)
    base = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.cache"), "claimlint")


def digest(*parts: bytes | str) -> bytes:
    """Return a short digest of the parts, each told from the next."""
    total = blake2b(digest_size=16)
    for part in parts:
        content = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        total.update(len(content).to_bytes(8, "big"))
        total.update(content)
    return total.digest()


def stamp(folders: Iterable[str]) -> bytes:
    """Return a digest of the names, sizes and times of all files of code and data under the folders (or files)."""
    rows: list[str] = [__version__, sys.version]
    for folder in folders:
        rows.extend(sorted(_stamps(folder)))
    return digest("\n".join(rows))


def _stamps(folder: str) -> Iterator[str]:
    if os.path.isfile(folder):
        stat = os.stat(folder)
        yield f"{folder}\0{stat.st_size}\0{stat.st_mtime_ns}"
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path)
            elif entry.name.endswith(SUFFIXES):
                stat = entry.stat()
                yield f"{entry.path}\0{stat.st_size}\0{stat.st_mtime_ns}"


def knowledge(extra: Iterable[str] = ()) -> bytes:
    """Return a digest of claimlint's own code and data, and of a publisher's `extra` folders or files."""
    package = os.path.dirname(os.path.abspath(__file__))
    beside = (os.path.join(os.path.dirname(package), name) for name in ("claims", "rulesets"))
    shipped = os.path.isdir(os.path.join(package, "_knowledge"))
    return stamp((package, *(() if shipped else filter(os.path.isdir, beside)), *extra))


class Cache:
    """Values by key, bounded in size; opened at first use."""

    def __init__(self, folder: str | None = None, name: str = "results.sqlite") -> None:
        self._folder = cache_folder() if folder is None else folder
        self._path = os.path.join(self._folder, name)
        self._connection: sqlite3.Connection | None = None
        self._broken = False

    def get(self, key: bytes) -> bytes | None:
        """Return what is kept under `key`."""
        return self._try(lambda db: self._get(db, key))

    @staticmethod
    def _get(db: sqlite3.Connection, key: bytes) -> bytes | None:
        row = db.execute("SELECT value FROM entry WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def put(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep all entries in one go, and let the oldest go where there are too many."""
        rows = list(entries)
        if rows:
            self._try(lambda db: self._put(db, rows))

    @staticmethod
    def _put(db: sqlite3.Connection, rows: list[tuple[bytes, bytes]]) -> None:
        with db:
            db.executemany("INSERT OR REPLACE INTO entry (key, value) VALUES (?, ?)", rows)
            used = db.execute("PRAGMA page_count").fetchone()[0] - db.execute("PRAGMA freelist_count").fetchone()[0]
            if used > MAX_PAGES:
                db.execute("DELETE FROM entry WHERE id <= (SELECT (min(id) + max(id)) / 2 FROM entry)")

    def close(self) -> None:
        """Let the file go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _try(self, action: Callable[[sqlite3.Connection], T]) -> T | None:
        """Run `action`; a corrupt file is thrown away once, and any other trouble ends the use of the cache."""
        for attempt in range(2):
            if self._broken:
                return None
            try:
                return action(self._open())
            except sqlite3.OperationalError:  # locked, full, read-only
                self._broken = True
            except sqlite3.DatabaseError:  # corrupt
                self._throw_away()
                self._broken = attempt > 0
            except OSError:
                self._broken = True
        return None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            os.makedirs(self._folder, exist_ok=True)
            self._connection = db = sqlite3.connect(self._path, timeout=BUSY_SECONDS)
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'entry'").fetchone():
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, key BLOB UNIQUE, value BLOB)")
            db.execute("PRAGMA synchronous = OFF")
        return self._connection

    def _throw_away(self) -> None:
        self.close()
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                os.unlink(self._path + suffix)
