"""A publisher's choices: which laws apply, which rules speak, which files are read.

They stand in `claimlint.toml`, `.claimlint.yml` or, under `[tool.claimlint]`, in `pyproject.toml`; of all
these files the one nearest above an article decides for it. The command line decides over any file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from claimlint.data import DataError, nearest, parse_yaml
from claimlint.diagnostics import Severity

FILES = ("claimlint.toml", ".claimlint.yml", ".claimlint.yaml", "pyproject.toml")
JURISDICTIONS = ("us", "eu", "cn")
LEVELS = ("error", "warning", "note", "never")
CONTENTS = ("editorial", "commercial")
BY_LANGUAGE: Mapping[str, tuple[str, ...]] = {"sv": ("us", "eu"), "zh": ("us", "cn")}
MAX_BYTES = 1_000_000
Content = Literal["commercial", "editorial"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How one article is checked. `jurisdictions` is None where the article's language decides."""

    jurisdictions: tuple[str, ...] | None = None
    select: tuple[str, ...] = ()  # empty: every rule
    ignore: tuple[str, ...] = ()
    language: str | None = None
    content: Content | None = None
    severity: tuple[tuple[str, Severity], ...] = ()  # by rule, in place of its own

    def laws(self, language: str) -> tuple[str, ...]:
        """Return the jurisdictions that apply to an article in `language`."""
        return BY_LANGUAGE.get(language, ("us",)) if self.jurisdictions is None else self.jurisdictions

    def speaks(self, pattern: str) -> bool:
        """Tell whether any rule that `pattern` names may have been run."""
        ruleset = pattern.partition("/")[0]
        laws = () if self.jurisdictions is None else self.jurisdictions
        if laws and ruleset.partition("-")[0] in set(JURISDICTIONS) - set(laws):
            return False
        return not self.select or any(each.partition("/")[0] in (ruleset, "all") for each in self.select)

    def wants(self, rule: str) -> bool:
        """Tell whether findings of `rule` are to be shown: the more exact of `select` and `ignore` decides."""
        chosen = max((_weight(pattern, rule) for pattern in self.select), default=0) if self.select else 1
        return chosen > max((_weight(pattern, rule) for pattern in self.ignore), default=0)


def _weight(pattern: str, rule: str) -> int:
    """Return how exactly `pattern` ("all", a ruleset or a rule id) names `rule`; 0 where it does not."""
    if pattern == rule:
        return 3
    if pattern.removesuffix("/*") == rule.partition("/")[0]:
        return 2
    return 1 if pattern == "all" else 0


@dataclass(frozen=True, slots=True)
class Override:
    """Settings for the files that match: `given` holds the fields of `Settings` that the entry names."""

    match: tuple[str, ...]
    given: Mapping[str, Any]


@dataclass(frozen=True)
class Config:
    """One configuration file, or the defaults. Paths and patterns are relative to `root`."""

    root: Path
    file: Path | None = None
    settings: Settings = Settings()
    fail_on: str = "warning"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    claims: tuple[Path, ...] = ()
    rulesets: tuple[Path, ...] = ()
    baseline: Path | None = None
    paths: tuple[Override, ...] = ()

    def for_path(self, path: Path) -> Settings:
        """Return the settings of one article: the file's, with those of each override that matches."""
        settings = self.settings
        if self.paths:
            try:
                name = path.absolute().relative_to(self.root.absolute()).as_posix()
            except ValueError:
                name = path.name
            for override, spec in self._overrides:
                if spec(name):
                    settings = replace(settings, **override.given)
        return settings

    @cached_property
    def _overrides(self) -> list[tuple[Override, Callable[[str], bool]]]:
        import pathspec

        return [
            (override, pathspec.PathSpec.from_lines("gitignore", override.match).match_file) for override in self.paths
        ]


# Reading ---------------------------------------------------------------------------------------------------


def find_config(folder: Path) -> Config:
    """Return the configuration nearest above or in `folder`, or the defaults; raise DataError where it is broken."""
    folder = folder.absolute()
    for parent in (folder, *folder.parents):
        config = _config_of(parent)
        if config is not None:
            return config
    return Config(folder)


@cache
def _config_of(folder: Path) -> Config | None:
    for name in FILES:
        path = folder / name
        if path.is_file():
            config = load_config(path)
            if config is not None:
                return config
    return None


def load_config(path: Path) -> Config | None:
    """Read a configuration file; None for a `pyproject.toml` that says nothing of claimlint."""
    try:
        content = path.read_bytes()
        if len(content) > MAX_BYTES:
            raise DataError(str(path), f"is larger than {MAX_BYTES // 1_000_000} MB")
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise DataError(str(path), f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise DataError(str(path), f"is not UTF-8 (byte {error.start})") from None
    if path.suffix in (".yml", ".yaml"):
        yaml = parse_yaml(path, text)
        return _build(path, yaml.value, yaml.line)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        message = f"is not valid TOML: {str(error).partition(' (at ')[0]}"
        raise DataError(str(path), message, int(line[1]) if line else None) from None
    if path.name == "pyproject.toml":
        tool = table.get("tool")
        if not isinstance(tool, dict) or "claimlint" not in tool:
            return None
        table = tool["claimlint"]
    return _build(path, table, lambda key: _toml_line(text, key))


def _toml_line(text: str, key: tuple[str | int, ...]) -> int | None:
    """Return the line on which a key stands. tomllib keeps no places, and a name that we know is easily found."""
    name = next((step for step in reversed(key) if isinstance(step, str)), "")
    found = re.search(rf"(?m)^[^\S\n]*(?:\[+[\w.\s\"-]*)?[\"']?{re.escape(name)}[\"']?\s*[=\]]", text) if name else None
    return text.count("\n", 0, found.start()) + 1 if found else None


Key = tuple[str | int, ...]


def _build(path: Path, table: Any, line: Callable[[Key], int | None]) -> Config:
    def fail(key: Key, message: str, hint: str | None = None) -> DataError:
        return DataError(str(path), message, line(key), ".".join(map(str, key)) or None, hint)

    def texts(key: Key, value: Any) -> tuple[str, ...]:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise fail(key, "must be a text or a list of texts")
        return tuple(items)

    def choice(key: Key, value: Any, allowed: Sequence[str]) -> str:
        if value not in allowed:
            raise fail(key, f"must be one of {', '.join(allowed)}, not {value!r}", nearest(str(value), allowed))
        return str(value)

    def laws(key: Key, value: Any) -> tuple[str, ...]:
        return tuple(choice(key, item, JURISDICTIONS) for item in texts(key, value))

    def text(key: Key, value: Any) -> str:
        if not isinstance(value, str) or not value:
            raise fail(key, "must be a text")
        return value

    def files(key: Key, value: Any) -> tuple[Path, ...]:
        found = tuple(path.parent / item for item in texts(key, value))
        for each in found:
            if not each.exists():
                raise fail(key, f"names {each}, which does not exist")
        return found

    def overrides(key: Key, value: Any) -> tuple[Override, ...]:
        if not isinstance(value, list):
            raise fail(key, "must be a list of tables, each with `match`")
        entries = [read((*key, index), item, per_path) for index, item in enumerate(value)]
        for index, entry in enumerate(entries):
            if not entry.get("match"):
                raise fail((*key, index), "needs `match`: the patterns of the files it speaks of")
        return tuple(Override(entry.pop("match"), entry) for entry in entries)

    def severities(key: Key, value: Any) -> tuple[tuple[str, Any], ...]:
        if not isinstance(value, dict):
            raise fail(key, "must be a table of rule ids and severities")
        return tuple((name, choice((*key, name), level, LEVELS[:3])) for name, level in value.items())

    per_path: dict[str, Callable[[Key, Any], Any]] = {
        "jurisdictions": laws,
        "select": texts,
        "ignore": texts,
        "language": text,
        "content": lambda key, value: choice(key, value, CONTENTS),
        "severity": severities,
    }
    whole = {
        **per_path,
        "fail-on": lambda key, value: choice(key, value, LEVELS),
        "include": texts,
        "exclude": texts,
        "claims": files,
        "rulesets": files,
        "baseline": lambda key, value: path.parent / text(key, value),
        "paths": overrides,
    }
    per_path = {**per_path, "match": texts}

    def read(base: Key, value: Any, keys: Mapping[str, Callable[[Key, Any], Any]]) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise fail(base, "must be a table of keys and values")
        for name in value:
            if name not in keys:
                known = nearest(str(name).replace("_", "-"), keys) or f"the keys are {', '.join(keys)}"
                raise fail((*base, name), "is no key of claimlint's", known)
        return {name: keys[name]((*base, name), each) for name, each in value.items()}

    given = read((), table, whole)
    settings = Settings(**{name: given.pop(name) for name in per_path if name in given})
    if "fail-on" in given:
        given["fail_on"] = given.pop("fail-on")
    return Config(path.parent, path, settings, **given)
