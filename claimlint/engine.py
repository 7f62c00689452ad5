"""From paths to results: find the articles, look into the cache, examine the rest, in several processes where it pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from claimlint.cache import Cache, digest, knowledge
from claimlint.config import Config, Settings, find_config
from claimlint.data import DataError, DataErrors
from claimlint.diagnostics import Diagnostic, FileError, FileResult, Span
from claimlint.replay import state_of
from claimlint.suppressions import UNUSED, suppress

if TYPE_CHECKING:
    from claimlint.documents.model import Document
    from claimlint.evidence import Database
    from claimlint.nlp.model import Analysis
    from claimlint.rules import RuleBook

T = TypeVar("T")

STDIN = "-"
MAX_BYTES = 20_000_000  # of an article, as in `claimlint.documents`
WINDOW = 256  # articles whose bytes are held at once
CHUNK = 4  # articles handed to a process at a time
WORTH_FORKING = 8  # articles to examine from which a second process pays for its start
UNKNOWN_LANGUAGE = "claimlint/unknown-language"
MAX_TOLD = 50  # mistakes of one set of files
OWN_RULES: Mapping[str, str] = {
    UNUSED: "A comment that silences a rule is there for a reason. Where the rule finds nothing any more, or its id is "
    "mistyped, the comment only misleads.",
    UNKNOWN_LANGUAGE: "An article in a language without a lexicon is passed over. One note says so, lest the silence "
    "be taken for a clean bill.",
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller decides. Without `config` the file nearest above each article decides."""

    config: Config | None = None
    forced: Mapping[str, Any] = field(default_factory=dict)  # fields of `Settings`
    cache: bool = True
    workers: int | None = None  # None: one for each processor
    trace: dict[str, str] | None = None  # is told what was read: path to a digest of the content


@dataclass(frozen=True, slots=True)
class Article:
    """A file to examine, with the configuration that speaks for it. `data` are its bytes where they are known."""

    path: str
    config: Config
    settings: Settings
    data: bytes | None = None

    def read(self) -> bytes:
        """Return the file's bytes, no more than tell that it is too large; raise OSError."""
        if self.data is not None:
            return self.data
        with Path(self.path).open("rb") as file:
            return file.read(MAX_BYTES + 1)


class NothingFound(Exception):
    """A path or pattern that leads to no article. The message says why."""


# Finding ---------------------------------------------------------------------------------------------------


def find_articles(paths: Sequence[str], options: Options = Options()) -> tuple[list[Article], list[FileError]]:
    """Return the articles at the paths (files, folders, patterns), each once, and the paths that lead to none.

    Files are read whatever their name; folders are searched as their configuration says. A broken configuration
    is an error for what it governs, not for the rest.
    """
    found: dict[str, Article] = {}
    missing: dict[FileError, None] = {}
    for path in paths:
        try:
            for name in _expand(path, options):
                try:
                    found.setdefault(name, _article(name, options))
                except DataError as error:
                    missing[_told(error)] = None
        except NothingFound as error:
            missing[FileError(path, str(error))] = None
        except DataError as error:
            missing[_told(error)] = None
    return list(found.values()), list(missing)


def _told(error: DataError) -> FileError:
    """Return a mistake in a configuration or knowledge file as what it is: a file that could not be used."""
    parts = (f"line {error.line}" if error.line else "", error.key or "", error.message)
    hint = f" ({error.hint})" if error.hint else ""
    return FileError(error.path, ": ".join(filter(None, parts)) + hint)


def _article(name: str, options: Options, data: bytes | None = None) -> Article:
    config = options.config or find_config(Path(name).parent)
    return Article(name, config, replace(config.for_path(Path(name)), **options.forced), data)


def given_article(name: str, data: bytes, options: Options = Options()) -> Article:
    """Return the article whose bytes came by standard input, under the name that it is to be known by."""
    return _article(name, options, data)


def _expand(path: str, options: Options) -> Iterator[str]:
    where = Path(path)
    if where.is_file():  # most paths are; discovery is not worth its imports
        yield where.as_posix()
        return
    from claimlint.documents.discovery import DiscoveryError, discover

    config = options.config or find_config(where if where.is_dir() else Path())
    try:
        for each in discover([path], include=config.include, exclude=config.exclude, root=config.root):
            yield each.as_posix()
    except DiscoveryError as error:
        raise NothingFound(error.message) from None


# Examining -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The claim database and the rules that articles are held against."""

    database: Database
    rules: RuleBook


@cache
def load_knowledge(claims: tuple[Path, ...] = (), rulesets: tuple[Path, ...] = ()) -> Knowledge:
    """Return the shipped knowledge joined by a publisher's own; raise DataError or DataErrors where it is broken."""
    from claimlint.evidence import load_database
    from claimlint.lexicon import load_concepts
    from claimlint.rules import load_rules

    return Knowledge(load_database(claims, load_concepts()), load_rules(rulesets))


def known_rules(config: Config) -> list[str]:
    """Return the ids of all rules that a configuration brings, the engine's own among them."""
    rules = load_knowledge(config.claims, config.rulesets).rules
    return [*(rule.id for rule in rules.rules), *OWN_RULES]


def jurisdiction_of(configs: Iterable[Config]) -> Callable[[str], str]:
    """Return what tells whose law a rule serves: "us", "eu", "cn", or "any"."""
    books = [load_knowledge(config.claims, config.rulesets).rules for config in configs]
    known = {rule.id: rule.jurisdiction for book in books for rule in book.rules}
    return lambda rule: known.get(rule, "any")


def read(article: Article) -> tuple[Document, Analysis]:
    """Return the article as read, and what it claims; raise OSError or DocumentError."""
    from claimlint.documents import read_document
    from claimlint.nlp import analyse

    document = read_document(
        article.path,
        article.read(),
        language=article.settings.language,
        format=None if Path(article.path).suffix else "text",
    )
    return document, analyse(document)


def examine(article: Article) -> FileResult:
    """Return what the rules find in one article; raise OSError, DocumentError, DataError."""
    from claimlint import rules
    from claimlint.evidence import judge_all

    known = load_knowledge(article.config.claims, article.config.rulesets)
    settings = article.settings
    document, analysis = read(article)
    laws = settings.laws(document.language)
    base = known.database
    judged, verdicts = judge_all(document, analysis, base, laws)
    chosen = rules.Settings(
        jurisdictions=frozenset(laws or ("any",)),
        select=tuple(rule.id for rule in known.rules.rules if settings.wants(rule.id)),
        content=settings.content,
        severities=dict(settings.severity),
        register=base,
    )
    checked = rules.check(document, judged, verdicts, known.rules, chosen) if chosen.select else []
    found = list(checked)
    found, silenced = suppress(document, found, settings.speaks)
    found.extend(_unknown_language(document))
    found.sort(key=Diagnostic.sort_key)
    return FileResult(
        path=article.path,
        language=document.language,
        diagnostics=tuple(found),
        sentences=sum(len(block.sentences) for block in analysis.blocks),
        claims=len(judged.claims),
        checked_claims=sum(verdict.record is not None for verdict in verdicts),
        suppressed=silenced,
    )


def _unknown_language(document: Document) -> Iterator[Diagnostic]:
    from claimlint.lexicon import languages

    if document.language in languages() or not document.blocks:
        return
    start, end = document.blocks[0].source_map.span(0, len(document.blocks[0].text))
    span = Span(start, end, *document.position(start), *document.position(end))
    yield Diagnostic(
        rule=UNKNOWN_LANGUAGE,
        severity="note",
        message=f"The language of this article ({document.language}) is not one that claimlint reads: it was passed over.",
        span=span,
        text=document.source[start:end],
        suggestion="If this is wrong, say `lang` in the front matter, or use --language.",
    )


def examine_safely(article: Article) -> FileResult | FileError:
    """Return the result for one article, or why there is none; never raises for what an article may hold."""
    return _safely(examine, article)


def read_safely(article: Article) -> tuple[Document, Analysis] | FileError:
    """Return the article as read, and what it claims, or why it could not be read."""
    return _safely(read, article)


def _safely(action: Callable[[Article], T], article: Article) -> T | FileError:
    from claimlint.documents import DocumentError

    try:
        return action(article)
    except OSError as error:
        return FileError(article.path, f"cannot be read: {error.strerror or error}")
    except DocumentError as error:
        return FileError(article.path, error.message)
    except DataError as error:
        return _told(error)
    except DataErrors as error:
        first, *more = error.errors
        told = _told(first)
        return FileError(told.path, "\n".join((told.message, *map(str, more[:MAX_TOLD]))))
    except (RecursionError, MemoryError):
        return FileError(article.path, "is nested too deeply or is too large to be examined")
    except Exception as error:
        if os.environ.get("CLAIMLINT_DEBUG"):
            raise
        fault = f"{type(error).__name__}: {error}"
        return FileError(
            article.path, f"could not be examined, by a fault of claimlint ({fault}); CLAIMLINT_DEBUG=1 shows where"
        )


# Running ---------------------------------------------------------------------------------------------------


def check_paths(paths: Sequence[str], options: Options = Options()) -> Iterator[FileResult | FileError]:
    """Yield a result for each article at the paths, in their order, and an error for each path without one."""
    articles, missing = find_articles(paths, options)
    yield from missing
    yield from check_articles(articles, options)


def check_articles(articles: Iterable[Article], options: Options = Options()) -> Iterator[FileResult | FileError]:
    """Yield the result for each article, in order, from the cache where nothing that it rests on has changed."""
    store = Cache() if options.cache else None
    told: set[FileError] = set()  # a broken ruleset is told once, not for each article
    with _Workers(options.workers) as workers:
        rest = iter(articles)
        while window := list(islice(rest, WINDOW)):
            for result in _check_window(window, store, workers, options.trace):
                if isinstance(result, FileError):
                    if result in told:
                        continue
                    told.add(result)
                yield result
    if store:
        store.close()


def _check_window(
    window: list[Article], store: Cache | None, workers: _Workers, trace: dict[str, str] | None
) -> Iterator[FileResult | FileError]:
    outcomes: list[FileResult | FileError | None] = []
    misses: list[Article] = []
    keys: list[bytes] = []
    for article in window:
        try:
            data = article.read()
        except OSError as error:
            outcomes.append(FileError(article.path, f"cannot be read: {error.strerror or error}"))
            continue
        if trace is not None:
            trace[article.path] = state_of(data)
        key = _key(article, data) if store else b""
        kept = _decode(store.get(key), article.path) if store else None
        if kept is None:
            misses.append(replace(article, data=data))
            keys.append(key)
        outcomes.append(kept)
    fresh = workers.examine(misses)
    learnt: list[tuple[bytes, bytes]] = []
    pending = iter(keys)
    for outcome in outcomes:
        if outcome is not None:
            yield outcome
            continue
        result = next(fresh)
        key = next(pending)
        if isinstance(result, FileResult):
            learnt.append((key, _encode(result)))
        yield result
    if store:
        store.put(learnt)


def _key(article: Article, data: bytes) -> bytes:
    """Return the key of a result: the content, what tells its format, the settings, and all code and data."""
    config = article.config
    return digest(
        b"result",
        data,
        Path(article.path).suffix.lower(),
        repr(article.settings),
        _knowledge((*config.claims, *config.rulesets)),
    )


@cache
def _knowledge(extra: tuple[Path, ...]) -> bytes:
    return knowledge(map(str, extra))


def _examine_apart(article: Article) -> bytes | FileError:
    """Return what `examine_safely` does, in the form that passes between processes at the least cost."""
    result = examine_safely(article)
    return result if isinstance(result, FileError) else _encode(result)


def _decoded(kept: bytes) -> FileResult:
    import msgspec

    return msgspec.json.decode(kept, type=FileResult)


def _encode(result: FileResult) -> bytes:
    import msgspec

    return msgspec.json.encode(result)


def _decode(kept: bytes | None, path: str) -> FileResult | None:
    if kept is None:
        return None
    import msgspec

    try:
        return replace(_decoded(kept), path=path)
    except msgspec.DecodeError:
        return None


class _Workers:
    """Examines articles here, or in processes forked once all is loaded, where there are enough of them."""

    def __init__(self, count: int | None) -> None:
        available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        self._count = count or available or 1
        self._pool: Any = None

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def examine(self, articles: list[Article]) -> Iterator[FileResult | FileError]:
        """Yield the outcome for each article, in order."""
        if self._pool is None and (self._count < 2 or len(articles) < WORTH_FORKING or not hasattr(os, "fork")):
            yield from map(examine_safely, articles)
            return
        from concurrent.futures.process import BrokenProcessPool

        rest = iter(articles)
        if self._pool is None:
            yield examine_safely(next(rest))  # loads what all articles need, once for all processes
            self._pool = self._fork()
        waiting = list(rest)
        done = 0
        try:
            for result in self._pool.map(_examine_apart, waiting, chunksize=CHUNK):
                done += 1
                yield result if isinstance(result, FileError) else _decoded(result)
        except BrokenProcessPool:  # killed from outside, most likely for want of memory: go on alone
            self._pool, self._count = None, 1
            yield from map(examine_safely, waiting[done:])

    def _fork(self) -> Any:
        import gc
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        gc.freeze()  # what is loaded stays: no process need search it, and all can share it
        return ProcessPoolExecutor(self._count, multiprocessing.get_context("fork"))
