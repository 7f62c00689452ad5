"""Knowledge as data: YAML files read into typed values, checked, and compiled once into a cache.

Every room that keeps knowledge (lexicon, evidence, rules) reads it through here, so that a mistake in a
file is told the same way everywhere: file, line, key, what is wrong, and the nearest valid name.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from claimlint import __version__

T = TypeVar("T")
Key = tuple[str | int, ...]

MAX_BYTES = 4_000_000
MAX_DEPTH = 40
MAX_NODES = 400_000


@dataclass(eq=False)  # an exception is never frozen: Python sets its traceback
class DataError(Exception):
    """A mistake in a knowledge or configuration file, told for the person who will mend it."""

    path: str
    message: str
    line: int | None = None
    key: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        key = f" {self.key}:" if self.key else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}:{key} {self.message}{hint}"


@dataclass(eq=False)  # an exception is never frozen: Python sets its traceback
class DataErrors(Exception):
    """All mistakes found in one go."""

    errors: tuple[DataError, ...]

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


@dataclass(frozen=True, slots=True)
class Yaml:
    """A YAML file's plain value, with the line on which each key or item stands."""

    path: Path
    value: Any
    lines: dict[Key, int]

    def line(self, key: Key) -> int | None:
        """Return the line of `key`, or of its nearest parent that has one."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key)

    def error(self, key: Key, message: str, hint: str | None = None) -> DataError:
        """Return the error for what stands under `key`."""
        return DataError(str(self.path), message, self.line(key), ".".join(map(str, key)) or None, hint)

    def to(self, kind: type[T], key: Key = ()) -> T:
        """Return what stands under `key` as a `kind`; raise DataError where it does not fit."""
        value = self.value
        for step in key:
            value = value[step]
        try:
            return msgspec.convert(value, kind, strict=True)
        except msgspec.ValidationError as error:
            raise self._explained(str(error), key) from None

    def _explained(self, text: str, base: Key) -> DataError:
        message, _, where = text.partition(" - at ")
        steps: list[str | int] = list(base)
        for name, index in re.findall(r"\.(\w[\w-]*)|\[(\d+|\.\.\.)\]", where.strip("`")):
            if name:
                steps.append(name)
            elif index.isdigit():
                steps.append(int(index))
        found = re.search(r"unknown field `([^`]+)`", message)
        if found:
            steps.append(found[1])
        return self.error(tuple(steps), message)


def read_yaml(path: Path) -> Yaml:
    """Read a YAML file safely: no tags beyond the plain ones, no aliases, bounded size and depth.

    Raises DataError where the file cannot be read or is not valid YAML.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError(str(path), f"cannot be read: {error.strerror}") from None
    if len(content) > MAX_BYTES:
        raise DataError(str(path), f"is larger than {MAX_BYTES // 1_000_000} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(str(path), f"is not UTF-8 (byte {error.start})") from None
    return parse_yaml(path, text)


def parse_yaml(path: Path, text: str) -> Yaml:
    """Parse YAML text that stands in `path`; see `read_yaml`."""
    import yaml

    loader = _loader()(text)
    lines: dict[Key, int] = {}
    count = 0

    def build(node: yaml.Node, key: Key) -> Any:
        nonlocal count
        count += 1
        line = node.start_mark.line + 1
        if count > MAX_NODES or len(key) > MAX_DEPTH:
            raise DataError(str(path), "is nested too deeply or has too many entries", line)
        lines.setdefault(key, line)
        if isinstance(node, yaml.MappingNode):
            result: dict[Any, Any] = {}
            for name_node, value_node in node.value:
                name = loader.construct_object(name_node)
                if not isinstance(name, str | int):
                    raise DataError(str(path), "a key must be a word or a number", name_node.start_mark.line + 1)
                here = (*key, name)
                if name in result:
                    raise DataError(str(path), "the key stands twice", name_node.start_mark.line + 1, str(name))
                lines[here] = name_node.start_mark.line + 1
                result[name] = build(value_node, here)
            return result
        if isinstance(node, yaml.SequenceNode):
            return [build(item, (*key, index)) for index, item in enumerate(node.value)]
        return loader.construct_object(node)

    try:
        if re.search(r"(?m)(?:^|[\s\[{,:-])[&*][A-Za-z_][\w-]*\s*$", text):
            for event in yaml.parse(text, Loader=_loader()):
                if isinstance(event, yaml.AliasEvent):
                    place = event.start_mark
                    raise DataError(str(path), "aliases are not allowed", place.line + 1 if place else None)
        root = loader.get_single_node()
        value = build(root, ()) if root is not None else {}
    except yaml.MarkedYAMLError as error:
        mark: yaml.Mark | None = error.problem_mark or error.context_mark
        raise DataError(str(path), error.problem or "is not valid YAML", mark.line + 1 if mark else None) from None
    except yaml.YAMLError as error:
        raise DataError(str(path), f"is not valid YAML: {error}") from None
    except (ValueError, RecursionError) as error:
        raise DataError(str(path), f"is not valid YAML: {error}") from None
    finally:
        loader.dispose()
    return Yaml(path, value, lines)


@cache
def _loader() -> Any:
    """Return a safe loader that reads words as words: only true and false are truth values, dates are text."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    dropped = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    loader: Any = type("_PlainLoader", (base,), {})
    loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in dropped]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
    return loader


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return a hint that names the valid name most like `name`, where one is like it."""
    from rapidfuzz import process

    best = process.extractOne(name, list(known), score_cutoff=70)
    return f"did you mean {best[0]!r}?" if best else None


@cache
def home(name: str) -> Path:
    """Return the folder of a part of the shipped knowledge: "claims" or "rulesets"."""
    package = Path(__file__).parent
    shipped = package / "_knowledge" / name
    return shipped if shipped.is_dir() else package.parent / name


def yaml_files(*folders: Path) -> tuple[Path, ...]:
    """Return the YAML files at or below the folders, in a stable order; a path of a file stands for itself."""
    found: list[Path] = []
    for folder in folders:
        if folder.is_file():
            found.append(folder)
        else:
            files = (*folder.rglob("*.yaml"), *folder.rglob("*.yml"))
            found.extend(sorted(path for path in files if not path.name.startswith(".")))
    return tuple(found)


def fingerprint(paths: Iterable[Path], *more: str) -> str:
    """Return a short digest of files' names and contents, the version of claimlint, and `more`."""
    digest = blake2b(digest_size=16)
    for text in (__version__, *more):
        digest.update(text.encode() + b"\0")
    for path in paths:
        digest.update(str(path).encode() + b"\0")
        digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()


@cache
def code_fingerprint() -> str:
    """Return a digest of claimlint's own modules, so that a change of code never meets an old cache."""
    digest = blake2b(digest_size=16)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        stat = path.stat()
        digest.update(f"{path.name}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def cache_folder() -> Path:
    """Return the folder for caches: $CLAIMLINT_CACHE_DIR, or the user's cache folder."""
    named = os.environ.get("CLAIMLINT_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("claimlint", appauthor=False)


def compiled(name: str, files: Sequence[Path], build: Callable[[], T], kind: type[T], *more: str) -> T:
    """Return `build()`, from the cache where these very files were built before.

    `kind` is the type that `build` returns, made of dataclasses and plain values, so that it can be kept
    as JSON. A cache that cannot be read or written is passed over: it only costs time.
    """
    key = fingerprint(files, code_fingerprint(), *more)
    kept = cache_folder() / f"{name}-{key}.json"
    try:
        return msgspec.json.decode(kept.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        pass
    value = build()
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in kept.parent.glob(f"{name}-*.json"):
            if old.stat().st_mtime < kept.parent.stat().st_mtime - 30 * 86400:
                old.unlink(missing_ok=True)
        write_atomic(kept, msgspec.json.encode(value))
    except OSError:
        pass
    return value


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or an interruption, meets the old content or the new one, never a part."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            Path(temporary).chmod(path.stat().st_mode & 0o7777)
        else:
            Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
