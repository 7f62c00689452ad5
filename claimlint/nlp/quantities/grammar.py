"""How a language writes amounts: its words, read from the lexicon and made ready for lookup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Generic, Literal, TypeVar

from claimlint.data import Key, compiled, nearest, read_yaml
from claimlint.nlp.quantities.numbers import HAN, NumberReader

V = TypeVar("V")
Lead = Literal[
    "about", "min", "max", "plain", "between", "age", "year", "index", "label", "ages_of", "during", "sample"
]

DATA = Path(__file__).parents[2] / "lexicon" / "data"
FALLBACK = "en"


# Signs compared as if they were others: wide forms, and the many dashes, spaces and micro signs.
FORMS = (
    {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    | {"％": "%", "﹪": "%", "／": "/", "．": ".", "＋": "+", "～": "~", "∼": "~", "〜": "~", "＜": "<", "＞": ">"}
    | {"＝": "=", "－": "-", "μ": "µ", "⩽": "≤", "⩾": "≥", "\u2010": "-", "\u2012": "–", "\u2015": "—"}
    | {chr(code): " " for code in (9, 11, 12, 13, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)}
)


@dataclass(frozen=True, slots=True)
class Scaled:
    """A way of writing that stands for a unit times a factor."""

    unit: str
    dimension: str
    factor: float


@dataclass(frozen=True, slots=True)
class Units:
    """units.yaml: what all languages share."""

    units: dict[str, dict[str, list[str]]]
    scaled: dict[str, Scaled]
    fold: dict[str, str]
    people: list[str]
    concentration: list[str]
    doses: list[str]
    noise: list[str]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How numbers are written; see `NumberReader`."""

    decimal: str
    groups: str
    glued: bool
    words: dict[str, float]
    magnitudes: dict[str, float]
    joiners: list[str]
    articles: list[str]
    articled: list[str]
    vague: dict[str, float]
    adverbs: dict[str, float]
    fractions: dict[str, float]
    halves: list[str]
    halves_after: list[str]


@dataclass(frozen=True, slots=True)
class Study:
    """Near one of `words`, what is counted in `units` is counted in `unit`."""

    words: list[str]
    units: list[str]
    unit: str


@dataclass(frozen=True, slots=True)
class Words:
    """quantities.yaml of one language."""

    numbers: NumberWords
    before: dict[Lead, list[str]]
    after: dict[Lead, list[str]]
    more: list[str]
    age_bound: float | None
    bridges: list[str]
    range: list[str]
    between_end: list[str]
    lists: list[str]
    pair: list[str]
    plus_minus: list[str]
    per: dict[str, list[str]]
    per_joins: list[str]
    per_before: dict[str, list[str]]
    units: dict[str, list[str]]
    classifiers: dict[str, str | None]
    people_classifiers: list[str]
    study: Study | None
    not_followed: dict[str, list[str]]
    shares: dict[str, float]
    majority: list[str]
    few: list[str]
    multiples: dict[str, float]
    ratios: list[str]
    ratio_limit: float
    months: list[str]
    dates: list[str]
    decades_of: list[str]
    calendar: list[str]
    halved_only: list[str]
    p_words: list[str]
    confidence: list[str]
    never: list[str]
    breakers: list[str]
    gap: int
    reach: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit's name stands for: `factor` times `id`; `name` is as it is listed."""

    id: str
    dimension: str
    factor: float
    name: str
    not_followed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """A share or multiple written without a number, in percent."""

    low: float | None
    high: float | None
    approximate: bool
    dimension: str


class Table(Generic[V]):
    """Phrases looked up at a place in lower-case text, forwards or backwards, the longest first."""

    __slots__ = ("_from_first", "_from_last", "begins", "ends", "entries")

    def __init__(self, entries: Mapping[str, V]) -> None:
        self.entries = dict(entries)
        self._from_first = _lengths((phrase[0], len(phrase)) for phrase in entries)
        self._from_last = _lengths((phrase[-1], len(phrase)) for phrase in entries)
        self.begins = frozenset(self._from_first)  # the characters that any phrase begins with
        self.ends = frozenset(self._from_last)

    def after(self, text: str, at: int) -> tuple[V, int] | None:
        """Return the value of the longest phrase that begins at `at`, and where the phrase ends."""
        for length in self._from_first.get(text[at : at + 1], ()):
            phrase = text[at : at + length]
            if phrase in self.entries and not joined(text, at + len(phrase)):
                return self.entries[phrase], at + len(phrase)
        return None

    def before(self, text: str, at: int, floor: int = 0) -> tuple[V, int] | None:
        """Return the value of the longest phrase that ends at `at`, and where the phrase begins, from `floor` on."""
        for length in self._from_last.get(text[at - 1 : at], ()):
            begin = at - length
            if begin >= floor and text[begin:at] in self.entries and not joined(text, begin):
                return self.entries[text[begin:at]], begin
        return None


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Return for each character the lengths of the phrases that it begins or ends, the longest first."""
    found: dict[str, set[int]] = {}
    for character, length in pairs:
        found.setdefault(character, set()).add(length)
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in found.items()}


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the reader needs of a language."""

    numbers: NumberReader
    articles: frozenset[str]
    articled: frozenset[str]
    vague: Table[float]
    adverbs: Table[float]
    often: Unit
    fractions: Table[float]
    halves: Table[bool]
    halves_after: Table[bool]
    during: frozenset[str]
    between_end: Table[bool]
    lists: Table[bool]
    lead: Table[Lead]
    trail: Table[Lead]
    more: Table[bool]
    bridges: Table[bool]
    age_bound: float | None
    ranges: Table[bool]
    pairs: Table[bool]
    plus_minus: Table[bool]
    per: Table[str]
    per_before: Table[str]
    units: Table[Unit]
    nouns: Table[Unit]
    classifiers: Table[Unit | None]
    people_classifiers: frozenset[str]
    study: Study | None
    shares: Table[Share]
    ratios: tuple[re.Pattern[str], ...]
    ratio_limit: float
    dates: tuple[re.Pattern[str], ...]
    decades: Table[bool]
    calendar: frozenset[str]
    halved_only: frozenset[str]
    p_value: re.Pattern[str]
    confidence: re.Pattern[str]
    never: Table[bool]
    noise: re.Pattern[str]
    breakers: frozenset[str]
    gap: int
    reach: int
    scan: re.Pattern[str]
    special: frozenset[str]
    people: frozenset[str]
    doses: frozenset[str]
    concentration: frozenset[str]
    forms: dict[str, str]


def is_letter(character: str) -> bool:
    """Tell whether the character is a letter of an alphabet, whose words are set apart by spaces."""
    return character.isalpha() and character < "\u2e80"


def joined(text: str, at: int) -> bool:
    """Tell whether a word or number goes on across the place `at`."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    return is_letter(left) and (is_letter(right) or right in "0123456789")


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language ("en", "zh-Hant", ...); English where we know none.

    Raises DataError where a file of the lexicon has a mistake.
    """
    name = re.split("[-_]", language, maxsplit=1)[0].lower()
    path = DATA / name / "quantities.yaml"
    if not name.isalpha() or not path.is_file():
        return grammar(FALLBACK)
    shared = compiled("units", [DATA / "units.yaml"], lambda: read_yaml(DATA / "units.yaml").to(Units), Units)
    words = compiled(f"quantities-{name}", [path, DATA / "units.yaml"], lambda: _checked(path, shared), Words)
    return _build(words, shared)


def _checked(path: Path, shared: Units) -> Words:
    """Read a language's file; raise DataError where it names a unit that there is not."""
    yaml = read_yaml(path)
    words = yaml.to(Words)
    known = {unit for listed in shared.units.values() for unit in listed} | set(shared.scaled)
    named: list[tuple[Key, str]] = [(("units", name), name) for name in words.units]
    named += [(("not_followed", name), name) for name in words.not_followed]
    named += [(("numbers", "articled", index), name) for index, name in enumerate(words.numbers.articled)]
    named += [(("classifiers", name), unit) for name, unit in words.classifiers.items() if unit]
    for key, unit in named:
        if unit not in known:
            raise yaml.error(key, f"{unit!r} is no unit of units.yaml", nearest(unit, known))
    return words


def _build(words: Words, shared: Units) -> Grammar:
    numbers = NumberReader(
        words.numbers.decimal,
        words.numbers.groups,
        words.numbers.words,
        words.numbers.magnitudes,
        tuple(words.numbers.joiners),
        words.numbers.glued,
    )
    units = _units(words, shared)
    nouns = {name: unit for name, unit in units.items() if unit.dimension in ("count", "unit-count")}
    shares = {name: Share(value, value, False, "share") for name, value in words.shares.items()}
    shares |= {name: Share(value, value, False, "multiple") for name, value in words.multiples.items()}
    shares |= {name: Share(50.0, None, True, "share") for name in words.majority}
    shares |= {name: Share(None, None, True, "share") for name in words.few}
    per = {name: unit for unit, names in words.per.items() for name in names}
    for name, unit in units.items():
        if unit.dimension == "volume":
            per |= {join.lstrip() + name: f"/{unit.id}" for join in words.per_joins if join.lstrip() + name not in per}
    by_id = {unit.id: unit for unit in units.values()}
    lead = {name: kind for kind, names in words.before.items() if kind != "during" for name in names}
    for name in words.before["index"]:
        lead |= {f"{name}{sign}": "index" for sign in ("=", " =", ":", "：")}
    per_before = {name: unit for unit, names in words.per_before.items() for name in names}
    number = numbers.pattern
    months = {name: index % 12 for index, name in enumerate(words.months)}
    date = {"{month}": f"(?:{_any_of(months)})" if months else "(?!)", "{year}": "(?P<y>(?:19|20)[0-9]{2})(?![0-9])"}
    leads = [*words.numbers.vague, *words.numbers.adverbs]
    leads += [
        *words.numbers.fractions,
        *(name for name in per_before if re.search("[0-9]", name)),
        *shares,
        *words.never,
        *words.confidence,
        *words.months,
        *words.p_words,
    ]
    leads += [ratio[0] for ratio in words.ratios if ratio[0] != "{"]
    number_words = [*words.numbers.words, *(name for name, value in words.numbers.magnitudes.items() if value <= 1000)]
    return Grammar(
        numbers=numbers,
        articles=frozenset(words.numbers.articles),
        articled=frozenset(words.numbers.articled),
        vague=Table(words.numbers.vague),
        adverbs=Table(words.numbers.adverbs),
        often=Unit("times", "count", 1, ""),
        fractions=Table(words.numbers.fractions),
        halves=_set(words.numbers.halves),
        halves_after=_set(words.numbers.halves_after),
        during=frozenset(words.before["during"]),
        between_end=_set(words.between_end),
        lists=_set(words.lists),
        lead=Table(lead),
        trail=Table({name: kind for kind, names in words.after.items() for name in names}),
        more=_set(words.more),
        bridges=_set(words.bridges),
        age_bound=words.age_bound,
        ranges=_set(words.range),
        pairs=_set(words.pair),
        plus_minus=_set(words.plus_minus),
        per=Table(per),
        per_before=Table(per_before),
        units=Table(units),
        nouns=Table(nouns),
        classifiers=Table({name: by_id[unit] if unit else None for name, unit in words.classifiers.items()}),
        people_classifiers=frozenset(words.people_classifiers),
        study=words.study,
        shares=Table(shares),
        ratios=tuple(
            _template(ratio, {"{a}": f"(?P<a>{number})", "{b}": f"(?P<b>{number})"}) for ratio in words.ratios
        ),
        ratio_limit=words.ratio_limit,
        dates=tuple(_template(pattern, date) for pattern in words.dates),
        decades=_set(words.decades_of),
        calendar=frozenset(words.calendar),
        halved_only=frozenset(words.halved_only),
        p_value=re.compile(
            rf"(?:{_any_of(words.p_words)})[ :：=]{{0,3}}(?P<sign>[<>=≤≥]?) {{0,2}}(?P<p>0?[.,][0-9]{{1,6}})(?![0-9])"
        ),
        confidence=_confidence(words, number),
        never=_set(words.never),
        noise=re.compile("|".join(f"(?:{pattern})" for pattern in shared.noise)),
        breakers=frozenset(words.breakers),
        gap=words.gap,
        reach=words.reach,
        scan=_scan(
            leads if words.numbers.glued else [*leads, *number_words], number_words if words.numbers.glued else ()
        ),
        special=frozenset(name[0] for name in (*words.p_words, *words.confidence, *words.months)),
        people=frozenset(shared.people),
        doses=frozenset(shared.doses),
        concentration=frozenset(shared.concentration),
        forms=FORMS | dict(zip(shared.fold["from"], shared.fold["to"], strict=True)),
    )


def _units(words: Words, shared: Units) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for dimension, listed in shared.units.items():
        for unit, symbols in listed.items():
            for name in (*symbols, *words.units.get(unit, ())):
                units[name] = Unit(unit, dimension, 1, name, tuple(words.not_followed.get(unit, ())))
    for key, scaled in shared.scaled.items():
        for name in words.units.get(key, ()):
            banned = tuple(words.not_followed.get(key, ()))
            units[name] = Unit(scaled.unit, scaled.dimension, scaled.factor, name, banned)
    return units


def _confidence(words: Words, number: str) -> re.Pattern[str]:
    """Return the pattern of "95% CI 0.77–0.86" and of the bare "95% CI"."""
    names = _any_of(words.confidence)
    percent = _any_of(name for name in ("%", *words.units.get("%", ())))
    joins = _any_of({*words.range, *words.pair, ",", ";", "，", "；"})
    bounds = rf"[\s:：=,，;(（\[]{{1,3}}(?:{number} ?%[:：,，]? )?(?P<a>[-−]?{number}) ?%? ?(?:{joins}) ?(?P<b>[-−]?{number})"
    level = rf"{number} ?(?:{percent})?[ 的-]?"
    return re.compile(rf"(?P<level>{level})?(?:{names})(?![a-z])(?:{bounds})?")


def _scan(leads: Iterable[str], prefixes: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern that finds where an amount may begin: a digit, or a word or prefix that leads one."""
    by_letter: dict[str, set[str]] = {}
    others = set("0123456789½¼¾⅓⅔⅛" + HAN)
    for lead in leads:
        if is_letter(lead[0]):
            by_letter.setdefault(lead[0], set()).add(re.escape(lead[1:]) + r"(?![^\W\d_])")
        else:
            others.add(lead[0])
    for prefix in prefixes:
        by_letter.setdefault(prefix[0], set()).add(re.escape(prefix[1:]))
    by_letter.setdefault("h", set()).add("ttps?:")
    by_letter.setdefault("w", set()).add(r"ww\.")
    by_letter.setdefault("d", set()).add("oi[: ]")
    by_letter.setdefault("v", set()).add("(?:er(?:sion)?)?[. ]{0,2}[0-9]")
    lettered = "|".join(f"{letter}(?:{'|'.join(sorted(rest))})" for letter, rest in sorted(by_letter.items()))
    single = "".join(re.escape(character) for character in sorted(others))
    return re.compile(rf"[{single}]|(?<![^\W_])(?:{lettered})")


def _template(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern)


def _set(phrases: Iterable[str]) -> Table[bool]:
    return Table(dict.fromkeys(phrases, True))


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
