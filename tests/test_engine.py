"""The engine: which articles, in what order, from the cache or examined, alone or in several processes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimlint import engine
from claimlint.config import Settings
from claimlint.diagnostics import FileError, FileResult
from claimlint.engine import Article, Options, check_articles, check_paths, find_articles

Examine = Callable[[Article], FileResult]


def told(article: Article) -> FileResult:
    """Stand for an examination: the article's length is its number of sentences."""
    text = article.read().decode()
    if "disk" in text:
        raise OSError(5, "Input/output error")
    if "bug" in text:
        raise ValueError("out of cheese")
    if "kill" in text and os.getpid() != MAIN:
        os._exit(9)
    return FileResult(article.path, "en", sentences=len(text), claims=os.getpid())


MAIN = os.getpid()


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Replace the examination, and return a folder with a cache of its own beside it."""
    monkeypatch.setattr(engine, "examine", told)
    monkeypatch.setattr(engine, "load_knowledge", lambda *_: None)
    monkeypatch.setenv("CLAIMLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def write(folder: Path, texts: dict[str, str]) -> list[str]:
    """Write the articles and return their paths."""
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return [str(folder / name) for name in texts]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order_whatever_fails(fake: Path, workers: int) -> None:
    texts = {f"{index:03}.md": "x" * index for index in range(40)} | {"disk.md": "disk", "fault.md": "bug"}
    paths = write(fake, texts)
    results = list(check_paths(paths, Options(cache=False, workers=workers)))
    assert [result.path for result in results] == paths
    assert [result.sentences for result in results if isinstance(result, FileResult)] == list(range(40))
    messages = [result.message for result in results if isinstance(result, FileError)]
    assert messages[0] == "cannot be read: Input/output error"
    assert "ValueError: out of cheese" in messages[1]
    processes = {result.claims for result in results if isinstance(result, FileResult)}
    assert len(processes) <= workers + 1  # the first article is examined before the others are forked
    assert (processes == {os.getpid()}) is (workers == 1)


def test_a_killed_process_loses_no_article(fake: Path) -> None:
    paths = write(fake, {f"{index:03}.md": "kill" if index == 20 else "x" for index in range(60)})
    results = list(check_paths(paths, Options(cache=False, workers=2)))
    assert [result.path for result in results] == paths
    assert all(isinstance(result, FileResult) for result in results)


def test_an_unchanged_article_is_not_examined_again(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examined: list[str] = []

    def counting(article: Article) -> FileResult:
        examined.append(Path(article.path).name)
        return told(article)

    monkeypatch.setattr(engine, "examine", counting)
    paths = write(fake, {"a.md": "one", "b.md": "two"})
    first = list(check_paths(paths))
    again = list(check_paths(paths))
    assert first == again
    assert examined == ["a.md", "b.md"]
    (fake / "b.md").write_text("three", "utf-8")
    (fake / "c.md").write_text("one", "utf-8")  # another file of the same words
    results = list(check_paths([*paths, str(fake / "c.md")]))
    assert examined == ["a.md", "b.md", "b.md"]
    assert [result.path for result in results] == [*paths, str(fake / "c.md")]
    list(check_paths(paths, Options(forced={"jurisdictions": ("eu",)})))
    list(check_paths(paths, Options(cache=False)))
    assert len(examined) == 7


def test_errors_are_not_kept(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write(fake, {"a.md": "bug"})
    assert isinstance(next(check_paths(paths)), FileError)
    monkeypatch.setattr(engine, "examine", lambda article: FileResult(article.path, "en"))
    assert isinstance(next(check_paths(paths)), FileResult)


def test_each_article_once_with_the_nearest_configuration(tmp_path: Path) -> None:
    (tmp_path / "claimlint.toml").write_text('jurisdictions = ["us"]\nexclude = ["drafts/"]\n', "utf-8")
    for name in ("a.md", "site/b.md", "drafts/c.md", ".hidden/d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "site" / "claimlint.toml").write_text('jurisdictions = ["eu"]\n', "utf-8")
    articles, missing = find_articles([str(tmp_path / "a.md"), str(tmp_path), str(tmp_path / "*.md")])
    assert missing == []
    found = {Path(each.path).relative_to(tmp_path).as_posix(): each.settings.jurisdictions for each in articles}
    assert found == {"a.md": ("us",), "site/b.md": ("eu",)}
    (draft,), _ = find_articles([str(tmp_path / "drafts" / "c.md")])  # named, so read
    assert draft.path.endswith("c.md")


def test_what_the_caller_forces_beats_every_file(tmp_path: Path) -> None:
    (tmp_path / "claimlint.toml").write_text(
        'ignore = ["marketing"]\n[[paths]]\nmatch = ["*"]\njurisdictions = ["us"]\n', "utf-8"
    )
    (tmp_path / "a.md").write_text("x", "utf-8")
    (article,), _ = find_articles([str(tmp_path / "a.md")], Options(forced={"jurisdictions": ("cn",)}))
    assert article.settings == Settings(jurisdictions=("cn",), ignore=("marketing",))


def test_an_article_of_an_unknown_language_is_named_and_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nlang: fi\n---\n\nSinkki parantaa syövän ja kaikki muutkin sairaudet.\n", "utf-8")
    (result,) = check_articles(find_articles([str(path)])[0])
    assert isinstance(result, FileResult)
    assert [each.rule for each in result.diagnostics] == ["claimlint/unknown-language"]
    assert "fi" in result.diagnostics[0].message
