"""The cache of results: many writers, a bound, and no harm from a broken file."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claimlint import cache as module
from claimlint.cache import Cache, digest, stamp


def test_what_is_put_is_got(tmp_path: Path) -> None:
    store = Cache(str(tmp_path))
    assert store.get(b"a") is None
    store.put([(b"a", b"1"), (b"b", b"2")])
    store.put([(b"a", b"3")])
    assert (Cache(str(tmp_path)).get(b"a"), store.get(b"b")) == (b"3", b"2")


def test_many_writers_lose_nothing(tmp_path: Path) -> None:
    def write(number: int) -> None:
        store = Cache(str(tmp_path))
        store.put([(bytes([number, index]), b"x" * 500) for index in range(20)])
        store.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(16)))
    store = Cache(str(tmp_path))
    assert all(store.get(bytes([number, index])) for number in range(16) for index in range(20))


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\0" + b"\xff" * 3000])
def test_a_corrupt_file_is_thrown_away(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "results.sqlite").write_bytes(content)
    store = Cache(str(tmp_path))
    assert store.get(b"a") is None
    store.put([(b"a", b"1")])
    assert Cache(str(tmp_path)).get(b"a") == b"1"


def test_a_folder_that_cannot_be_used_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    store = Cache(str(tmp_path / "file" / "folder"))
    store.put([(b"a", b"1")])
    assert store.get(b"a") is None


def test_the_oldest_entries_go_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PAGES", 50)
    store = Cache(str(tmp_path))
    for index in range(100):
        store.put([(bytes([index]), b"x" * 8_000)])
    assert store.get(bytes([99])) is not None
    assert store.get(bytes([0])) is None
    store.close()
    with sqlite3.connect(tmp_path / "results.sqlite") as db:
        assert db.execute("PRAGMA page_count").fetchone()[0] < 200
    db.close()


def test_parts_of_a_digest_do_not_run_together() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest(b"\xff", "\udc80") == digest(b"\xff", "\udc80")


def test_a_stamp_changes_with_any_file_of_knowledge(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    rule = tmp_path / "deep" / "rules.yaml"
    rule.write_text("a: 1\n", "utf-8")
    before = stamp([str(tmp_path)])
    (tmp_path / "note.txt").write_text("not knowledge", "utf-8")
    assert stamp([str(tmp_path)]) == before
    rule.write_text("a: 12\n", "utf-8")
    assert stamp([str(tmp_path)]) != before
