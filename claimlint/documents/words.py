"""What the reader knows of each language's words, from the folder `data`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


# Full-width forms of ASCII: lines are judged by their plain forms, one for one, so that offsets stay.
PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0xFF61: "。"}

_SEPARATOR = re.compile(r"\s*[|·•\uff5c]\s*|\s{2,}")
_DATED = re.compile(  # a date, by form alone
    r"\s*(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{1,2}(?:st|nd|rd|th)?\.? [^\W\d]{3,12}\.?,? \d{4}|[^\W\d]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?!\d)"
)
_STEP = re.compile(r"\s+[>›»/]\s+")


@dataclass(frozen=True, slots=True)
class Language:
    """One language's file; see `data/en.yaml` for what the fields mean."""

    stop_words: str
    reference_titles: tuple[str, ...] = ()
    author_titles: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    navigation: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    link_tails: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    depictions: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    languages: dict[str, Language]
    others: dict[str, str] = field(default_factory=dict)
    html: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """All languages together: a page may mix them."""

    stop_words: dict[str, tuple[str, ...]]  # word -> languages
    own: frozenset[str]  # the languages that have a file of their own
    reference_titles: frozenset[str]
    author_titles: frozenset[str]
    labels: frozenset[str]
    byline: re.Pattern[str]
    navigation: re.Pattern[str]
    links: re.Pattern[str]
    link_tails: re.Pattern[str]
    captions: re.Pattern[str]
    depictions: re.Pattern[str]
    openers: re.Pattern[str]
    roles: dict[str, tuple[str, ...]]  # kind of block -> ARIA roles
    names: dict[str, tuple[str, ...]]  # kind of block -> words of HTML classes and ids

    def is_byline(self, text: str) -> bool:
        """Return whether a line only tells who wrote a text, and when: "By Jane Doe | 3 March 2024"."""
        return all(map(self._tells_who_or_when, _SEPARATOR.split(text)))

    def _tells_who_or_when(self, part: str) -> bool:
        if self.byline.match(part):
            return True
        date = _DATED.match(part)
        return date is not None and (date.end() == len(part) or bool(self.byline.match(part[date.end() :].strip())))

    def is_navigation(self, text: str) -> bool:
        """Return whether a line is a button, an entry of a menu, or the path to a page: "Home > Food > Nuts"."""
        if self.navigation.match(text):
            return True
        steps = _STEP.split(text)
        return len(steps) > 1 and len(text) <= 100 and self.navigation.match(steps[0]) is not None


def _read() -> _Kept:
    from claimlint.data import read_yaml

    files = sorted(_DATA.glob("*.yaml"))
    languages = {path.stem: read_yaml(path).to(Language) for path in files if len(path.stem) == 2}
    others = read_yaml(_DATA / "other.yaml").to(dict[str, str])
    html = read_yaml(_DATA / "html.yaml").to(dict[str, dict[str, tuple[str, ...]]])
    return _Kept(languages, others, html)


@cache
def words() -> Words:
    """Return the word lists of all languages, compiled."""
    from claimlint.data import compiled

    kept = compiled("documents", sorted(_DATA.glob("*.yaml")), _read, _Kept)
    languages = kept.languages.values()
    stop_words: dict[str, tuple[str, ...]] = {}
    listed = {code: language.stop_words for code, language in kept.languages.items()} | kept.others
    for code, text in listed.items():
        for word in text.split():
            stop_words[word] = (*stop_words.get(word, ()), code)

    def titles(lists: list[tuple[str, ...]]) -> frozenset[str]:
        return frozenset(title.casefold() for titles in lists for title in titles)

    def whole_line(lists: list[tuple[str, ...]]) -> re.Pattern[str]:
        patterns = [f"(?:{pattern})" for patterns in lists for pattern in patterns]
        return re.compile(rf"(?:{'|'.join(patterns)})\Z", re.IGNORECASE)

    def any_word(lists: list[tuple[str, ...]]) -> re.Pattern[str]:
        found = sorted({re.escape(word) for words in lists for word in words}, key=len, reverse=True)
        spaced = [word for word in found if word.isascii() or not _HAN.match(word)]
        joined = [word for word in found if word not in spaced]
        return re.compile(rf"\b(?:{'|'.join(spaced)})\b|(?:{'|'.join(joined)})", re.IGNORECASE)

    return Words(
        stop_words,
        frozenset(kept.languages),
        reference_titles=titles([language.reference_titles for language in languages]),
        author_titles=titles([language.author_titles for language in languages]),
        labels=titles([language.labels for language in languages]),
        byline=whole_line([language.byline for language in languages]),
        navigation=whole_line([language.navigation for language in languages]),
        links=whole_line([language.links for language in languages]),
        link_tails=whole_line([language.link_tails for language in languages]),
        captions=whole_line([language.captions for language in languages]),
        depictions=any_word([language.depictions for language in languages]),
        openers=any_word([language.openers for language in languages]),
        roles=kept.html["roles"],
        names=kept.html["names"],
    )


_HAN = re.compile(r"[\u3400-\u9fff]")
