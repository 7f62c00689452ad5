"""Write docs/languages.md: what each language covers, counted from the lexicon. `--check` only compares."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from claimlint.lexicon import languages, load_concepts, load_language

TARGET = Path(__file__).parent.parent / "docs" / "languages.md"


def page() -> str:
    """Return the page's text."""
    concepts = load_concepts()
    codes = languages()
    types = sorted({concept.type for concept in concepts.by_id.values()})
    rows = []
    named = {code: {term.concept for term in load_language(code).terms if term.concept} for code in codes}
    total = Counter(concept.type for concept in concepts.by_id.values())
    for kind in types:
        counts = [sum(concepts.by_id[name].type == kind for name in named[code]) for code in codes]
        rows.append(f"| {kind} | {total[kind]} | " + " | ".join(map(str, counts)) + " |")
    terms = [sum(1 for term in load_language(code).terms if term.concept) for code in codes]
    rows.append(f"| **names** | | {' | '.join(map(str, terms))} |")
    cue_rows = []
    categories = sorted({cue.category for code in codes for cue in load_language(code).cues})
    for category in categories:
        counts = []
        for code in codes:
            language = load_language(code)
            counts.append(
                sum(1 for term in language.terms if term.cue >= 0 and language.cues[term.cue].category == category)
            )
        cue_rows.append(f"| {category} | " + " | ".join(map(str, counts)) + " |")
    head = " | ".join(codes)
    line = "---|" * len(codes)
    return "\n".join(
        [
            "# What each language covers",
            "",
            "Counted from the lexicon by `python tools/docs_languages.py`; not edited by hand.",
            "",
            "## Concepts with a name",
            "",
            f"| type | concepts | {head} |",
            f"|---|---|{line}",
            *rows,
            "",
            "## Cues, by what they do",
            "",
            f"| category | {head} |",
            f"|---|{line}",
            *cue_rows,
            "",
        ]
    )


def main() -> int:
    """Write the page, or compare it."""
    text = page()
    if "--check" in sys.argv:
        current = TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""
        if current != text:
            print(f"{TARGET} is out of date: run python tools/docs_languages.py", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
