"""Which files to read: folders are walked, .gitignore files and the configuration's patterns honoured."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.documents.formats import FORMATS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NEVER = frozenset({"node_modules", "__pycache__", "site-packages"})


@dataclass(eq=False)  # an exception is never frozen: Python sets its traceback
class DiscoveryError(Exception):
    """A path or a pattern that leads to nothing."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


def discover(
    paths: Sequence[Path | str],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    root: Path | None = None,
    gitignore: bool = True,
) -> list[Path]:
    """Return the files to read, each once, those of a folder in the order of their names.

    A file named in `paths` is always read. In folders, files of a known format are read, or those that `include`
    names; not those that `exclude` or a .gitignore names, nor what is in hidden folders. Patterns are written as in
    a .gitignore and count from `root` (default: the working directory). A path may be a glob pattern.
    Raises DiscoveryError where a path, or a pattern of `include`, leads to no file.
    """
    walk = _Walk(Path(root or Path.cwd()).resolve(), tuple(include), tuple(exclude), gitignore)
    found: dict[Path, None] = {}
    walked = False
    for path in paths:
        for place in _places(path):
            if place.is_dir():
                walked = True
                before = len(found)
                seen = 0
                for file in walk.files(place):
                    seen += 1
                    found.setdefault(file)
                if not seen and len(found) == before:
                    known = ", ".join(sorted(FORMATS))
                    raise DiscoveryError(
                        str(place), f"there is no article in this folder ({known}), or all are excluded"
                    )
            else:
                found.setdefault(place)
    for pattern, used in zip(walk.include, walk.used(), strict=True) if walked else ():
        if not used:
            raise DiscoveryError(pattern, "this pattern of `include` matches no file")
    return list(found)


def _places(path: Path | str) -> list[Path]:
    place = Path(path)
    if place.exists() or place.is_symlink():
        return [place]
    text = str(path)
    if any(mark in text for mark in "*?["):
        import glob

        matches = [Path(match) for match in sorted(glob.glob(text, recursive=True))]  # noqa: PTH207
        if not matches:
            raise DiscoveryError(text, "this pattern matches no file")
        return matches
    raise DiscoveryError(text, "there is no such file or folder")


class _Walk:
    def __init__(self, root: Path, include: tuple[str, ...], exclude: tuple[str, ...], gitignore: bool) -> None:
        self.root = root
        self.include = include
        self._wanted = [_spec((pattern,)) for pattern in include]
        self._used = [False] * len(include)
        self._excluded = _spec(exclude) if exclude else None
        self._gitignore = gitignore

    def used(self) -> list[bool]:
        """Return which patterns of `include` have matched a file."""
        return self._used

    def files(self, folder: Path) -> Iterator[Path]:
        real = folder.resolve()
        above = _above(real) if self._gitignore else ()
        yield from self._folder(folder, real, above, {_identity(real)})

    def _folder(
        self, folder: Path, real: Path, above: tuple[tuple[Path, GitIgnoreSpec], ...], seen: set[tuple[int, int]]
    ) -> Iterator[Path]:
        ignores = above + _own(real) if self._gitignore else ()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            raise DiscoveryError(str(folder), f"cannot be read: {error.strerror}") from None
        for entry in entries:
            place = real / entry.name
            try:
                is_folder = entry.is_dir()
            except OSError:
                is_folder = False
            if is_folder:
                if entry.name.startswith(".") or entry.name in _NEVER or self._left_out(place, ignores, "/"):
                    continue
                identity = _identity(place)
                if identity not in seen:  # a link that leads back to where we have been
                    seen.add(identity)
                    yield from self._folder(folder / entry.name, place, ignores, seen)
            elif self._is_wanted(place) and not self._left_out(place, ignores, ""):
                yield folder / entry.name

    def _is_wanted(self, place: Path) -> bool:
        if not self.include:
            return place.suffix.lower() in FORMATS and not place.name.startswith(".")
        name = self._relative(place)
        wanted = False
        for index, spec in enumerate(self._wanted):
            if spec.match_file(name):
                self._used[index] = wanted = True
        return wanted

    def _left_out(self, place: Path, ignores: tuple[tuple[Path, GitIgnoreSpec], ...], ending: str) -> bool:
        if self._excluded is not None and self._excluded.match_file(self._relative(place) + ending):
            return True
        for base, spec in reversed(ignores):  # the nearest file that speaks of it decides
            verdict = spec.check_file(place.relative_to(base).as_posix() + ending).include
            if verdict is not None:
                return verdict
        return False

    def _relative(self, place: Path) -> str:
        try:
            return place.relative_to(self.root).as_posix()
        except ValueError:  # outside the root, as with a path on the command line
            return place.as_posix().lstrip("/")


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _above(folder: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
    """Return the .gitignore files of the folders above, up to the root of the repository."""
    if (folder / ".git").exists():
        return ()
    chain: list[Path] = []
    for parent in folder.parents:
        chain.append(parent)
        if (parent / ".git").exists():
            return tuple(pair for place in reversed(chain) for pair in _own(place))
    return ()


@cache
def _own(folder: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    return ((folder, _spec(tuple(lines))),)


def _spec(lines: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise DiscoveryError(" ".join(lines)[:80], f"is not a valid pattern: {error}") from None
