"""Write docs/rules/: a page for each ruleset, made from the rules themselves. `--check` only compares."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from claimlint.rules import load_rules
from claimlint.rules.model import Rule

FOLDER = Path(__file__).parent.parent / "docs" / "rules"
NOTE = "Made from the rules by `python tools/docs_rules.py`; not edited by hand."
LANGUAGES = {"en": "English", "zh": "Chinese", "sv": "Swedish"}


def pages() -> dict[str, str]:
    """Return the text of each page, by file name."""
    by_ruleset: dict[str, list[Rule]] = {}
    for rule in load_rules().rules:
        by_ruleset.setdefault(rule.ruleset, []).append(rule)
    found = {f"{ruleset}.md": "\n".join(_page(ruleset, rules)) + "\n" for ruleset, rules in by_ruleset.items()}
    found["README.md"] = "\n".join(_index(by_ruleset)) + "\n"
    return found


def _index(by_ruleset: dict[str, list[Rule]]) -> Iterator[str]:
    yield from ("# Rules", "", NOTE, "", "| rule | severity | law | what it rests on |", "| --- | --- | --- | --- |")
    for ruleset, rules in by_ruleset.items():
        for rule in rules:
            law = "everywhere" if rule.jurisdiction == "any" else rule.jurisdiction.upper()
            yield f"| [{rule.id}]({ruleset}.md#{_name(rule)}) | {rule.severity} | {law} | {rule.authority[0]} |"


def _page(ruleset: str, rules: list[Rule]) -> Iterator[str]:
    yield from (f"# {ruleset}", "", NOTE)
    for rule in rules:
        yield from ("", f"## {_name(rule)}", "", _line(rule.why), "")
        law = "everywhere" if rule.jurisdiction == "any" else rule.jurisdiction.upper()
        yield f"- `{rule.id}`, {rule.severity}, {law}"
        if rule.authority[0]:
            cite, url = rule.authority
            yield f"- rests on [{cite}]({url})" if url else f"- rests on {cite}"
        yield f"- instead: {_line(rule.suggestion.replace('({content})', ''))}"
        for title, examples in (("Reports", rule.examples.bad), ("Lets pass", rule.examples.good)):
            for language, texts in examples.items():
                yield from ("", f"{title}, {LANGUAGES.get(language, language)}:", "")
                yield from (f"- {_quoted(text)}" for text in texts)


def _name(rule: Rule) -> str:
    return rule.id.partition("/")[2]


def _line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    """Return an example as code, whatever marks it holds."""
    line = _line(text)
    fence = "``" if "`" in line else "`"
    return f"{fence}{line}{fence}" if fence == "`" else f"{fence} {line} {fence}"


def main() -> int:
    """Write the pages, or compare them."""
    found = pages()
    if "--check" in sys.argv:
        stale = [name for name, text in found.items() if _current(name) != text]
        for name in stale:
            print(f"{FOLDER / name} is out of date: run python tools/docs_rules.py", file=sys.stderr)
        return int(bool(stale))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in found.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def _current(name: str) -> str:
    path = FOLDER / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


if __name__ == "__main__":
    sys.exit(main())
