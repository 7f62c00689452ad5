"""Imports spaCy without its command line.

`import spacy` brings in its command line, for one function, and with that web clients, templates and a project
manager: a third of the time, and nothing that a pipeline uses. It is put off until somebody asks for it.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_CLI, _INFO = "spacy.cli", "spacy.cli.info"


def start() -> None:
    """Import spaCy, unless it is there already; `spacy.cli` can be imported afterwards as ever."""
    if "spacy" in sys.modules:
        return
    package, module = ModuleType(_CLI), ModuleType(_INFO)
    package.__path__ = []
    module.info = _info  # type: ignore[attr-defined]
    sys.modules |= {_CLI: package, _INFO: module}
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules[_CLI], sys.modules[_INFO]


def _info(*arguments: Any, **options: Any) -> Any:
    """Do what `spacy.info` does."""
    from spacy.cli.info import info

    return info(*arguments, **options)
