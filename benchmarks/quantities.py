"""Measure what finding quantities costs: milliseconds per 1,000 words, and the worst of hostile texts.

Run: python benchmarks/quantities.py
"""

from __future__ import annotations

import time

from claimlint.nlp.quantities import find_quantities

SAMPLES = {
    "en": (
        "In a 12-week trial, 120 adults aged 50 to 65 took 400 mg of zinc per day. Their sleep improved by 15% "
        "(95% CI 4–26%; p = 0.01), and one in three reported fewer cramps. The body needs this mineral for over "
        "300 reactions, yet many of us get too little from what we eat, because soils and habits have changed. "
        "Take it with food and ask a doctor when other medicines are used, for some of them bind to minerals. "
    ),
    "zh": (
        "一项纳入120名成年人的研究中，受试者每天服用400毫克锌，为期12周，睡眠质量提高了15%。"
        "人体超过300种酶促反应需要这种矿物质，约三分之一的人从饮食中摄入不足。"
        "由于土壤和生活习惯的变化，许多人吃得不够好，服用其他药物的人应当先咨询医生。"
    ),
    "sv": (
        "I en studie på 120 vuxna i åldern 50–65 år fick deltagarna 400 mg zink per dag i 12 veckor. Sömnen blev "
        "15 % bättre (95 % KI 4–26 %; p = 0,01) och var tredje fick färre kramper. Kroppen behöver mineralet till "
        "över 300 reaktioner, men många av oss får för lite genom maten, eftersom jordar och vanor har ändrats. "
        "Ta det med mat och fråga en läkare om andra läkemedel används, för en del av dem binder mineraler. "
    ),
}
HOSTILE = ["9" * 50_000, "1," * 25_000, "1 " * 25_000, "1-" * 25_000, "10.1/" * 10_000, "一" * 50_000, "每3人" * 15_000]
HOSTILE += [
    "three hundred and " * 3_000,
    "about over up to " * 3_000,
    "1/2 " * 12_000,
    "最多可降低" * 10_000,
    "95% CI " * 8_000,
]
# A Chinese word is about one and a half characters.
CHARACTERS_A_WORD = 1.5
ROUNDS = 50


def main() -> None:
    """Print the measurements."""
    for language, sample in SAMPLES.items():
        find_quantities(sample, language)
        words = len(sample) / CHARACTERS_A_WORD if language == "zh" else len(sample.split())
        text = sample * max(1, round(1000 / words))
        words *= max(1, round(1000 / words))
        begin = time.perf_counter()
        for _ in range(ROUNDS):
            found = find_quantities(text, language)
        spent = (time.perf_counter() - begin) / ROUNDS * 1000
        print(f"{language}: {spent / words * 1000:.2f} ms per 1,000 words, {len(found) / words * 1000:.0f} quantities")
    for language in SAMPLES:
        worst = max((_seconds(text, language) / len(text) * 1e6, text[:12]) for text in HOSTILE)
        print(f"{language}: worst hostile text {worst[0]:.1f} µs a character ({worst[1]!r}...)")


def _seconds(text: str, language: str) -> float:
    begin = time.perf_counter()
    find_quantities(text, language)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
