"""How fast documents are read: MB/s of each format, on articles made here, and the largest file that is read.

python benchmarks/documents.py [FOLDER]      FOLDER: a folder of articles to read as well
"""

from __future__ import annotations

import io
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from claimlint.documents import discover, read_document

SENTENCES = {
    "en": "In a trial of {n} people, magnesium improved sleep within {n} weeks.|A dose of {n} mg a day is enough for most.",
    "sv": "I en studie med {n} personer förbättrade magnesium sömnen på {n} veckor.|En dos på {n} mg om dagen räcker för de flesta.",
    "zh": "在一项有{n}人参加的试验中,镁在{n}周内改善了睡眠。|每天{n}毫克对大多数人来说就够了。",
}


def prose(rng: random.Random, language: str) -> str:
    glue = "" if language == "zh" else " "
    return glue.join(rng.choice(SENTENCES[language].split("|")).format(n=rng.randrange(2, 900)) for _ in range(4))


def article(kind: str, rng: random.Random, language: str, paragraphs: int) -> str:
    def say() -> str:
        return prose(rng, language)

    marks = {
        "markdown": lambda: (
            f"## {say()[:30]}\n\n{say()} **{say()}** [{say()}](http://example.org/a_b)\n\n- {say()}\n- {say()}\n\n"
        ),
        "html": lambda: (
            f"<h2>{say()[:30]}</h2>\n<p>{say()} <b>{say()}</b>&nbsp;<a href='x'>{say()}</a></p>\n<ul><li>{say()}</li></ul>\n"
        ),
        "rst": lambda: f"Part\n----\n\n{say()} **{say()}**\n\n- {say()}\n- {say()}\n\n",
        "text": lambda: f"{say()[:30]}\n\n{say()}\n\n  • {say()}\n  • {say()}\n\n",
    }
    return "".join(marks[kind]() for _ in range(paragraphs))


def word_file(rng: random.Random, language: str, paragraphs: int) -> bytes:
    import docx

    made = docx.Document()
    for _ in range(paragraphs):
        made.add_heading(prose(rng, language)[:30], 2)
        made.add_paragraph(prose(rng, language)).add_run(prose(rng, language)).bold = True
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def best(what: Callable[[], object], rounds: int = 3) -> float:
    times: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        what()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    rng = random.Random(7)
    print(f"{'format':10} {'MB/s':>6} {'ms an article':>14} {'largest file':>13} {'seconds':>8}")
    for kind in ("markdown", "html", "text", "rst", "docx"):
        if kind == "docx":
            files = [word_file(rng, language, 12) for language in SENTENCES] * 4
            large = word_file(rng, "en", 3_000)
        else:
            files = [article(kind, rng, language, 12).encode() for language in SENTENCES] * 10
            large = article(kind, rng, "en", 16_000 if kind == "text" else 40_000).encode()[:19_900_000]
        spoken = sum(len(read_document("a", data, format=kind).source.encode()) for data in files)
        taken = best(lambda files=files, kind=kind: [read_document("a", data, format=kind) for data in files])  # type: ignore[misc]
        start = time.process_time()
        try:
            read_document("a", large, format=kind)
            note = f"{time.process_time() - start:8.2f}"
        except Exception as error:
            note = f"  {error}"
        print(
            f"{kind:10} {spoken / taken / 1e6:6.1f} {taken / len(files) * 1e3:14.2f} {len(large) / 1e6:10.1f} MB {note}"
        )
    for folder in sys.argv[1:]:
        paths = discover([Path(folder)])
        size = sum(path.stat().st_size for path in paths)
        taken = best(lambda paths=paths: [read_document(path) for path in paths])  # type: ignore[misc]
        print(f"{folder}: {len(paths)} files, {size / 1e6:.1f} MB, {taken:.2f} s, {size / taken / 1e6:.1f} MB/s")


if __name__ == "__main__":
    main()
