"""What a publisher starts with: a configuration that explains itself, and a pre-commit entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimlint import __version__
from claimlint.config import FILES
from claimlint.data import DataError

CONFIGURATION = """\
# What claimlint checks in this folder and below. Every key may be left out.

# The laws to hold articles against: "us", "eu", "cn". Left out: us, and by language sv -> eu, zh -> cn.
# jurisdictions = ["us", "eu"]

# The least severity that makes `claimlint check` fail: "error", "warning", "note", "never".
fail-on = "warning"

# Rules or rulesets to leave out; `claimlint rules list` shows them all.
ignore = []

# Files to leave out when a folder is searched, as in .gitignore.
exclude = []

# What the articles are taken for: "editorial" or "commercial". Left out: each article tells.
# content = "commercial"

# Other settings for some files.
# [[paths]]
# match = ["cn/**"]
# jurisdictions = ["cn"]
"""

HOOK = f"""\
  - repo: local
    hooks:
      - id: claimlint
        name: claimlint
        language: python
        additional_dependencies: ["claimlint=={__version__}"]
        entry: claimlint check
        types_or: [markdown, html, plain-text, rst]
"""


def write_starter(folder: Path) -> Iterator[str]:
    """Write what is missing in the folder, and yield what was done; raise DataError where nothing can be written."""
    present = next((folder / name for name in FILES[:-1] if (folder / name).exists()), None)
    if present:
        yield f"{present} is there already: left as it is."
    else:
        yield _written(folder / "claimlint.toml", CONFIGURATION)
    hooks = folder / ".pre-commit-config.yaml"
    if not hooks.exists():
        yield _written(hooks, f"repos:\n{HOOK}")
    elif "claimlint" in hooks.read_text("utf-8", "replace"):
        yield f"{hooks} names claimlint already: left as it is."
    else:
        yield f"{hooks} is there already. To run claimlint before each commit, add under `repos:`\n\n{HOOK}"


def _written(path: Path, content: str) -> str:
    try:
        path.write_text(content, "utf-8")
    except OSError as error:
        raise DataError(str(path), f"cannot be written: {error.strerror}") from None
    return f"{path} written."
