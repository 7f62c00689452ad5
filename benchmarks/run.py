"""Measure claimlint against its budgets:  python benchmarks/run.py [--articles 1000] [--json]

Every run is a process of its own, as a user's is, with a cache folder of its own; the best of three counts where
a run is short. The corpus is made here from templates, the same for the same arguments. Exit code 1 where a
budget is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUDGETS = {  # seconds and MiB, on two cores
    "one changed article of 1,000 words": 1.0,
    "one unchanged article": 0.1,
    "corpus, cold": 10.0,
    "corpus, unchanged": 0.5,
    "memory of the largest process": 200.0,
}
SENTENCES = {
    "en": (
        "In a trial of {n} volunteers, {a} supported sleep within {w} weeks.",
        "Many readers ask whether {a} cures {b}; nobody knows.",
        "Adults should get about {n} mg of {a} a day, more than {c} provides.",
        "According to one review, {a} lowered the risk of {b} by {p}%.",
        "A daily dose of {n} mg prevents {b} in just {w} days!",
        "Walk to work, sleep enough, and eat {c} twice a week.",
    ),
    "zh": (
        "在一项有{n}名志愿者参加的试验中，{a}在{w}周内改善了睡眠。",
        "很多读者问{a}能不能治愈{b}，诚实的回答是没有人知道。",
        "成年人每天大约需要{n}毫克{a}，比{c}提供的更多。",
        "一篇综述显示，{a}使{b}的风险降低了{p}%。",
        "每天{n}毫克，{w}天就能预防{b}！",
        "每天走路上班，睡眠充足，每周吃两次{c}。",
    ),
    "sv": (
        "I en studie med {n} frivilliga förbättrade {a} sömnen inom {w} veckor.",
        "Många läsare undrar om {a} botar {b}, och ingen vet.",
        "Vuxna behöver ungefär {n} mg {a} om dagen, mer än {c} ger.",
        "Enligt en översikt minskade {a} risken för {b} med {p} %.",
        "En daglig dos på {n} mg förebygger {b} på bara {w} dagar!",
        "Gå till jobbet, sov ordentligt och ät {c} två gånger i veckan.",
    ),
}
WORDS = {
    "en": (("magnesium", "zinc", "vitamin D"), ("diabetes", "migraine", "insomnia"), ("salmon", "spinach", "oats")),
    "zh": (("镁", "锌", "维生素D"), ("糖尿病", "偏头痛", "失眠"), ("三文鱼", "菠菜", "燕麦")),
    "sv": (("magnesium", "zink", "D-vitamin"), ("diabetes", "migrän", "sömnlöshet"), ("lax", "spenat", "havre")),
}


def article(language: str, number: int, words: int = 1_000) -> str:
    """Return a Markdown article of about that many words (in Chinese 1.6 characters for a word)."""
    rng = random.Random(f"{language} {number}")
    names = WORDS[language]
    parts = [f"# {rng.choice(names[0])} {number}\n"]
    size = 0.0
    while size < words:
        lines = []
        for _ in range(rng.randint(3, 6)):
            a, b, c = (rng.choice(choices) for choices in names)
            text = rng.choice(SENTENCES[language])
            lines.append(text.format(a=a, b=b, c=c, n=rng.randint(10, 900), w=rng.randint(2, 12), p=rng.randint(3, 70)))
        if rng.random() < 0.2:
            parts.append("\n".join(f"- {line}" for line in lines) + "\n")
        else:
            parts.append(("" if language == "zh" else " ").join(lines) + "\n")
        size += len(parts[-1]) / 1.6 if language == "zh" else len(parts[-1].split())
    return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure beside its budget."""

    what: str
    value: float
    budget: float
    unit: str

    @property
    def met(self) -> bool:
        """Whether the figure is within the budget."""
        return self.value <= self.budget


def run(paths: list[Path], cache: Path) -> float:
    """Return the seconds that one process takes to check the paths."""
    command = [sys.executable, "-m", "claimlint", "check", "--fail-on", "never", *map(str, paths)]
    environment = os.environ | {"CLAIMLINT_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    done = subprocess.run(
        command, env=environment, cwd=cache, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(done.stderr.decode("utf-8", "replace"))
    return seconds


def measure(articles: int) -> list[Measured]:
    """Return every figure."""
    with tempfile.TemporaryDirectory(prefix="claimlint-bench-") as name:
        folder, cache = Path(name, "articles"), Path(name, "cache")
        folder.mkdir()
        cache.mkdir()
        one = Path(name, "one.md")
        one.write_text(article("en", 0), "utf-8")
        run([one], cache)  # compiles the knowledge
        cold: list[float] = []
        warm: list[float] = []
        for number in range(3):
            one.write_text(article("en", number + 1), "utf-8")
            cold.append(run([one], cache))
            warm.extend(run([one], cache) for _ in range(3))
        for number in range(articles):
            language = ("en", "zh", "sv")[number % 3]
            Path(folder, f"{language}-{number:05}.md").write_text(article(language, number), "utf-8")
        whole = run([folder], cache)
        again = min(run([folder], cache) for _ in range(3))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # KiB on Linux
    figures = (min(cold), min(warm), whole, again, memory)
    rows = zip(BUDGETS.items(), figures, strict=True)
    return [
        Measured(
            what.replace("corpus", f"{articles:,} articles"),
            round(value, 3),
            budget,
            "MiB" if "memory" in what else "s",
        )
        for (what, budget), value in rows
    ]


def main() -> None:
    """Print the figures; exit 1 where a budget is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000, help="size of the corpus (default 1000)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    rows = measure(options.articles)
    if options.json:
        print(json.dumps([asdict(row) | {"met": row.met} for row in rows], indent=1))
    else:
        for row in rows:
            verdict = "ok" if row.met else "MISSED"
            print(f"{row.what:40} {row.value:9.3f} {row.unit:4} budget {row.budget:7.2f}  {verdict}")
    sys.exit(0 if all(row.met for row in rows) else 1)


if __name__ == "__main__":
    main()
