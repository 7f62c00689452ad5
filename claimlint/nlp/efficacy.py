"""Efficacy claims: a substance, or its lack, is said to change a function, symptom, condition or risk.

A claim is built around a relation cue (its predicate). Its outcome is what the cue governs, on the side that
the cue's entry names; its subject is the nearest substance that the clause, the sentence or the context gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from claimlint.lexicon import Concepts
from claimlint.nlp.model import Efficacy, Evidence, Mention, OutcomeType, Polarity, Relation
from claimlint.nlp.sentence import OUTCOME_TYPES, SUBJECT_TYPES, Sentence

_MERGE_GAP = 4  # words between a helping verb and the verb that it helps
_LACK_GAP = 3  # words between a substance and the word that says that it lacks
_LIST_GAP = 5  # words between one outcome and the next
_SHORT_ITEM = 5  # words of an item that can only be the name of a sign
_OUTCOME_GAP = 12  # words between a predicate and the outcome that it governs


_EVERYONE = frozenset({"people", "adults"})

# Relations that leave the word to the verb that follows: "helps to improve", "is associated with a lower ...".
_OPENERS = frozenset({"helps", "associated"})


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence inherits from its surroundings."""

    subject: str | None = None  # of the sentence before, for pronouns and sentences without a subject
    topic: str | None = None  # of the headings above
    lead_subject: str | None = None  # of the words that introduce the list
    lead_relation: str | None = None  # of those words, for items that have none
    lead_lack: bool = False
    symptom_list: bool = False  # the block lists signs of a lack
    evidence: Evidence = "none"
    item: bool = False  # an item of a list
    fragment: bool = False  # a heading, list item or caption: may have no subject of its own
    heading: bool = False
    lacking: bool = False  # the claim before this sentence is of a lack
    continues: bool = False  # a sentence before this one stands in the same block


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relation cue at work."""

    start: int
    end: int
    relation: str
    outcome: str
    weak: bool
    causal: bool
    clause: int
    name: str
    stop: int = 0  # where its words end, where that is beyond its outcome
    negated: bool = False  # the words themselves deny the effect: "has no effect on"
    helped: bool = False  # by a verb or hedge before it: "helps to improve", "can improve"


@dataclass(frozen=True, slots=True)
class Found:
    """An efficacy claim in the prose of a block."""

    start: int
    end: int
    fields: Efficacy
    causal: bool
    outcomes: tuple[str, ...]
    brand: bool
    trace: tuple[str, ...]
    subject_at: int = -1
    led: bool = False  # its verb follows a helping verb, which governs the verbs side by side with it, too
    joins: bool = False  # it goes on from the claim before


@dataclass(frozen=True, slots=True)
class _Subject:
    concept: str | None
    start: int
    end: int
    lack: bool
    brand: bool
    origin: str


def find_efficacy(sentence: Sentence, context: Context, concepts: Concepts) -> list[Found]:
    """Return the efficacy claims of a sentence, in order."""
    if sentence.is_question or any(sentence.start == cue.start for cue in sentence.of("pointer")):
        return []
    predicates = _with_clausal_subjects(sentence, concepts, _predicates(sentence, context.heading))
    found: list[Found] = []
    used: set[int] = set()
    for index, predicate in enumerate(predicates):
        left = predicates[index - 1].end if index else sentence.start
        right = predicates[index + 1].start if index + 1 < len(predicates) else sentence.end
        claim = _claim(sentence, context, concepts, predicate, left, right, used, found)
        if claim is not None:
            found.extend(_split(sentence, claim))
            used.add(claim[0].subject_at)
    return _merged(sentence, found) or list(_without_predicate(sentence, context, concepts))


def _predicates(sentence: Sentence, heading: bool) -> list[Predicate]:
    found: list[Predicate] = []
    for cue in sentence.of("relation"):
        attributes = sentence.attributes[cue.index]
        clause = sentence.clause(cue.start)
        low, _ = sentence.clauses[clause]
        if any(sentence.of("goal", start=low, end=cue.start)) or _disclaimed(sentence, cue.start):
            continue
        asked = list(sentence.of("question", start=low, end=cue.start))
        if any(heading or question.value == "whether" for question in asked):
            continue
        covering = [(m.start, m.end) for m in sentence.mentions]
        covering += [(other.start, other.end) for other in sentence.of("lack", "risk")]
        if any(start < cue.end and cue.start < end for start, end in covering):
            continue
        if sentence.text.startswith(tuple(sentence.language.nominal_marks), cue.end) and attributes.outcome != "before":
            continue
        if any(cue.start == other.start and cue.end == other.end for other in found):
            continue  # "improved": the verb, not the adjective
        if any(question.value == "open" for question in asked) and not _told(sentence, low, cue.start):
            continue  # "explored how zinc supports ..." asks; "shows how zinc supports ..." tells
        if (
            attributes.strength == "weak"
            and attributes.outcome == "either"
            and _attributive(sentence, cue.start, found)
        ):
            continue
        beside = tuple(sentence.language.conjunctions) if not sentence.spaces else ()
        if (
            attributes.strength == "weak"
            and attributes.outcome == "after"
            and sentence.text.startswith((*beside, ",", "，", "、"), cue.end)
        ):
            continue  # a noun in a list: "心血管平衡和认知活力"
        found.append(
            Predicate(
                cue.start,
                cue.end,
                cue.value,
                attributes.outcome,
                attributes.strength == "weak",
                attributes.causal,
                clause,
                sentence.text[cue.start : cue.end],
                negated=attributes.negated,
            )
        )
    return _chained(sentence, _without_means(sentence, found))


def _attributive(sentence: Sentence, offset: int, found: list[Predicate]) -> bool:
    """Return whether an adjective tells of what kind a thing is ("a form with higher uptake"), and of no effect."""
    before = any(cue.end == len(sentence.text[:offset].rstrip()) for cue in sentence.of("agent", end=offset))
    return before and sentence.spaces and not (found and sentence.near(found[-1].end, offset) <= _MERGE_GAP)


def _disclaimed(sentence: Sentence, offset: int) -> bool:
    """Return whether words stand under a disclaimer: "is not intended to treat or cure"."""
    denials = [cue.end for cue in sentence.of("disclaimer", end=offset)]
    return bool(denials) and not any(sentence.of("contrast", start=denials[-1], end=offset))


def _told(sentence: Sentence, low: int, high: int) -> bool:
    return any(sentence.of("attribution", start=low, end=high))


def _without_means(sentence: Sentence, predicates: list[Predicate]) -> list[Predicate]:
    """Leave out how an effect comes about ("by raising melatonin"), where the effect itself is told, too."""
    told: list[Predicate] = []
    means: list[Predicate] = []
    for predicate in predicates:
        low, _ = sentence.clauses[predicate.clause]
        behind = any(sentence.of("means", start=low, end=predicate.start))
        (means if behind else told).append(predicate)
    if not means or any(not predicate.weak or predicate.relation == "helps" for predicate in told):
        return told
    return sorted([*told, means[-1]], key=lambda predicate: predicate.start)


def _chained(sentence: Sentence, predicates: list[Predicate]) -> list[Predicate]:
    """Let verbs that stand together act as one ("helps to improve"), and a role take in the verbs it is made of."""
    result: list[Predicate] = []
    for predicate in predicates:
        last = result[-1] if result else None
        if last is None or last.clause != predicate.clause:
            result.append(predicate)
        elif (
            predicate.weak
            and predicate.outcome == "before"
            and last.outcome != "before"
            and _adjacent(sentence, last, predicate)
        ):
            continue  # an adjective of the outcome: "promotes a calmer rhythm"
        elif last.weak and last.outcome == "before" and predicate.outcome == "either" and last.end == predicate.start:
            result[-1] = replace(predicate, start=last.start)  # an adverb of the verb: 更容易 + 升高
        elif predicate.relation == "associated" and last.relation != "associated" and predicate.weak:
            result[-1] = replace(last, causal=False, stop=predicate.end)  # "与...风险降低相关"
        elif last.outcome != "before" and predicate.outcome != "before" and _adjacent(sentence, last, predicate):
            outcome = "after" if predicate.outcome == "either" else predicate.outcome
            weak = predicate.weak and last.weak and last.relation not in _OPENERS
            causal = predicate.causal and last.causal
            if (last.relation == "causes" and predicate.relation in ("raises", "reduces")) or last.relation == "treats":
                relation = last.relation
            else:
                relation = predicate.relation
            result[-1] = replace(
                predicate,
                start=last.start,
                relation=relation,
                helped=last.helped or last.relation == "helps",
                outcome=outcome,
                weak=weak,
                causal=causal,
            )
        elif predicate.relation == "role-in" and predicate.outcome == "before":
            framed = any(sentence.of("frame", start=last.end, end=predicate.start))
            if framed or not predicate.weak:
                while len(result) > 1 and result[-2].clause == predicate.clause:
                    result.pop(-1 if framed else -2)
                result[-1] = replace(result[-1], stop=predicate.end, weak=False)
        elif last.relation == "causes" and (predicate.outcome != "before" or predicate.weak or not sentence.spaces):
            ends = predicate.outcome == "before"
            result[-1] = replace(last, stop=predicate.end) if ends else last  # what is caused is all that follows
        else:
            result.append(predicate)
    return result


def _with_clausal_subjects(sentence: Sentence, concepts: Concepts, predicates: list[Predicate]) -> list[Predicate]:
    """Let a verb phrase that is itself the subject ("keeping magnesium up may support sleep") make no claim of its own."""
    result: list[Predicate] = []
    for predicate in predicates:
        last = result[-1] if result else None
        if last is not None and last.clause == predicate.clause and last.outcome != "before":
            low, _ = sentence.clauses[last.clause]
            own = _candidates(sentence, concepts, low, last.start)
            between = _candidates(sentence, concepts, last.end, predicate.start)
            hinge = (
                any(sentence.of("hedge", "copula", start=last.end, end=predicate.start))
                or predicate.relation == "helps"
                or predicate.helped
            )
            if not own and between and hinge and sentence.bare(low, last.start):
                result[-1] = predicate
                continue
        result.append(predicate)
    return result


def _adjacent(sentence: Sentence, last: Predicate, predicate: Predicate) -> bool:
    gap = _MERGE_GAP if last.relation in _OPENERS else 1
    if last.relation == "helps" and any(sentence.of("frame", start=last.end, end=predicate.start)):
        return True  # "helps, in the course of ageing, to keep ..."
    return (
        sentence.near(last.end, predicate.start) <= gap
        and not any(sentence.named(OUTCOME_TYPES | SUBJECT_TYPES, last.end, predicate.start))
        and not any(sentence.of("negation", start=last.end, end=predicate.start))
    )


def _claim(
    sentence: Sentence,
    context: Context,
    concepts: Concepts,
    predicate: Predicate,
    left: int,
    right: int,
    used: set[int],
    found: list[Found],
) -> tuple[Found, list[Mention]] | None:
    outcomes = _outcomes(sentence, predicate, left, right, found)
    subject = _subject(sentence, context, concepts, predicate, outcomes, found)
    if subject is None or subject.concept is None or (predicate.relation == "becomes" and subject.origin != "agent"):
        return None
    outcomes = [o for o in outcomes if o.start != subject.start]
    if context.heading and (
        subject.origin not in ("clause", "sentence", "claim before")
        or (predicate.relation == "role-in" and predicate.outcome == "before")
    ):
        return None  # "The role of zinc in immunity" names a topic
    if not outcomes and not _open_outcome(sentence, predicate, left, right, subject):
        return None
    low, high = sentence.clauses[predicate.clause]
    start = min([predicate.start, *(o.start for o in outcomes if o.end <= predicate.start)])
    if subject.start >= low and subject.start < start and subject.start not in used:
        start = subject.start
        if subject.lack:
            start = min([start, *(c.start for c in sentence.of("lack", start=low) if c.end == start)])
    end = max([predicate.end, *(o.end for o in outcomes)])
    if not outcomes and predicate.outcome != "before":
        end = min(right, high)
    end = max(end, predicate.stop, subject.end if subject.origin == "agent" else 0)
    end = max(
        [
            end,
            *(
                cue.end
                for cue in sentence.of("risk", start=end)
                if sentence.text[end : cue.start].strip() in ("", "的")
            ),
        ]
    )
    if not outcomes and subject.lack and predicate.outcome != "after":
        start, end = max(low, left), predicate.end
    start, end = _trim(sentence.text, start, end)
    negated = _negated(sentence, predicate)
    relation = _relation(sentence, predicate, outcomes, concepts)
    if subject.lack and relation in ("improves", "supports", "restores") and not negated:
        relation = "reduces"  # a lack makes nothing better
    if relation == "supports" and len(outcomes) == 1 and any(sentence.of("level", start=predicate.end, end=end)):
        relation = "raises"  # "promotes the absorption of iron"
    if predicate.weak and outcomes and all("counters" in concepts.traits(o.concept) for o in outcomes):
        relation = "reduces"  # "has anti-inflammatory properties"
    outcome_type = _outcome_type(sentence, outcomes, start, end)
    if not outcomes and _level(sentence, predicate.end, end):
        outcome_type = "biomarker"
    fields = Efficacy(
        subject=subject.concept,
        polarity=_polarity(relation, outcomes, concepts, subject.lack, negated),
        relation=relation,
        outcome=", ".join(o.concept for o in _heads(sentence, outcomes))
        or sentence.text[predicate.end : end].strip(" ,，、:：")[:80],
        outcome_type=outcome_type,
        hedged=_hedged(sentence, predicate),
        negated=negated,
        evidence=context.evidence,
        population=_population(sentence),
    )
    causal = predicate.causal and not any(sentence.of("association", start=low, end=predicate.end))
    trace = (
        f"predicate {predicate.name!r} -> {predicate.relation}",
        f"subject {subject.concept} ({subject.origin}{', lack' if subject.lack else ''})",
        f"outcome {fields.outcome!r} ({outcome_type})",
    )
    heads = tuple(o.concept for o in outcomes)
    led = (
        predicate.helped
        or predicate.relation == "helps"
        or any(
            sentence.near(cue.end, predicate.start) <= 1
            for cue in sentence.of("hedge", "auxiliary", start=low, end=predicate.start)
        )
    )
    proven = any(cue.value == "proof" for cue in sentence.of("attribution"))
    trial = context.evidence not in ("none", "unspecified", "animal", "in-vitro")
    joins = (subject.origin == "claim before" or subject.start in used) and not trial and not proven
    return Found(start, end, fields, causal, heads, subject.brand, trace, subject.start, led, joins), outcomes


def _split(sentence: Sentence, claim: tuple[Found, list[Mention]]) -> Iterator[Found]:
    """Yield a claim for each of several outcomes, where the language's annotators read them so."""
    whole, outcomes = claim
    if not sentence.language.split_outcomes or len(outcomes) < 2:
        yield whole
        return
    groups: list[list[Mention]] = []
    for outcome in outcomes:
        between = sentence.text[groups[-1][-1].end : outcome.start] if groups else ""
        if groups and not sentence.language.coordinates(between):
            groups[-1].append(outcome)
        else:
            groups.append([outcome])
    for index, group in enumerate(groups):
        start = whole.start if index == 0 else group[0].start
        end = whole.end if index == len(groups) - 1 else max(group[-1].end, start + 1)
        if end <= start:
            start, end = group[0].start, group[-1].end
        start, end = _trim(sentence.text, start, end)
        kind = _outcome_type(sentence, group, whole.start, group[-1].end)
        concepts = tuple(o.concept for o in group)
        fields = replace(whole.fields, outcome=", ".join(concepts), outcome_type=kind)
        yield replace(whole, start=start, end=end, fields=fields, outcomes=concepts)


def _outcomes(sentence: Sentence, predicate: Predicate, left: int, right: int, found: list[Found]) -> list[Mention]:
    """Return the outcome mentions that a predicate governs."""
    low, _ = sentence.clauses[predicate.clause]
    after: list[Mention] = []
    before: list[Mention] = []
    if predicate.outcome in ("after", "either"):
        limit = right
        for clause_low, clause_high in sentence.clauses[predicate.clause :]:
            if clause_low > predicate.end and not _continues(sentence, clause_low, clause_high, right):
                break
            limit = min(right, clause_high)
            for outcome in sentence.named(OUTCOME_TYPES, max(predicate.end, clause_low), limit):
                if after and sentence.near(after[-1].end, outcome.start) > _LIST_GAP:
                    break
                after.append(outcome)
        if after and sentence.near(predicate.end, after[0].start) > _OUTCOME_GAP:
            after = []
    if predicate.outcome in ("before", "either") and not after:
        told = max((claim.end for claim in found), default=low)
        before = list(sentence.named(OUTCOME_TYPES, max(low, left), predicate.start))
        if predicate.outcome == "either" and sentence.text[predicate.end : right].strip(" .!"):
            before = [outcome for outcome in before if outcome.start >= told]  # those are of the claim before
    if not after and not before and predicate.relation == "helps":
        before = _fronted(sentence, predicate)
    return after or before


def _fronted(sentence: Sentence, predicate: Predicate) -> list[Mention]:
    """Return what the clause before names the use for: "for poor sleep, valerian is a good choice"."""
    low, high = sentence.clauses[max(predicate.clause - 1, 0)]
    purposes = list(sentence.of("purpose", start=low, end=high))
    if predicate.clause == 0 or not purposes or purposes[0].start > low + 1:
        return []
    return list(sentence.named(OUTCOME_TYPES, purposes[0].end, high))


def _continues(sentence: Sentence, low: int, high: int, right: int) -> bool:
    """Return whether a clause only goes on with an enumeration: names and no verb of its own."""
    if low >= right:
        return False
    if any(sentence.of("relation", "condition", "contrast", "lack", start=low, end=high)):
        return False
    names = list(sentence.named(OUTCOME_TYPES, low, high))
    return (
        bool(names)
        and sentence.near(low, names[0].start) <= 3
        and not any(sentence.named(SUBJECT_TYPES, low, names[0].start))
    )


def _subject(
    sentence: Sentence,
    context: Context,
    concepts: Concepts,
    predicate: Predicate,
    outcomes: list[Mention],
    found: list[Found],
) -> _Subject | None:
    """Return what a predicate is said of: in its clause, its sentence, or what the context hands down."""
    low, high = sentence.clauses[predicate.clause]
    if predicate.relation == "needs":
        needed = _candidates(sentence, concepts, predicate.end, high)
        near = needed and sentence.near(predicate.end, needed[0].start) <= _LACK_GAP
        return _from_mention(sentence, concepts, needed[0], "clause") if near else None
    own = [m for m in _candidates(sentence, concepts, low, predicate.start) if not _modifies(sentence, m)]
    turns = [cue.end for cue in sentence.of("contrast", start=low, end=predicate.start)]
    own = [m for m in own if turns and m.start >= turns[-1]] or own
    if own:
        return _specific(sentence, context, concepts, own, "clause")
    if _inverted(sentence, low):
        behind = [m for m in _candidates(sentence, concepts, predicate.end, high) if not _modifies(sentence, m)]
        if behind and sentence.near(predicate.end, behind[0].start) <= 1:
            return _from_mention(sentence, concepts, behind[0], "behind the verb")
    earlier = [m for m in _candidates(sentence, concepts, sentence.start, low) if not _modifies(sentence, m)]
    lacking = [m for m in earlier if _lacks(sentence, m)]
    if lacking:
        return _from_mention(sentence, concepts, lacking[-1], "sentence")
    inherited = context.subject or context.topic
    bare_lack = [c for c in sentence.of("lack", start=low, end=predicate.start) if c.value == "noun"]
    if bare_lack and inherited and not _others(sentence, low, predicate.start):
        cue = bare_lack[0]
        return _Subject(inherited, cue.start, cue.end, True, False, "bare lack")
    first = min([predicate.start, *(o.start for o in outcomes)])
    since = max(low, found[-1].end) if found and found[-1].end <= first else low
    bare = sentence.bare(since, first) or any(c.start <= low + 1 for c in sentence.of("copula", start=low, end=first))
    if bare and found and found[-1].end <= predicate.start:
        last = found[-1]
        lack = last.fields.polarity == "harm-of-lack"
        return _Subject(last.fields.subject, -1, -1, lack, last.brand, "claim before")
    pronoun = any(sentence.of("pronoun", start=low, end=predicate.start))
    if earlier and (bare or pronoun or _labels(sentence, earlier[-1]) or (context.evidence != "none" and outcomes)):
        return _specific(sentence, context, concepts, earlier, "sentence")
    later = [
        m
        for agent in sentence.of("agent", start=predicate.end)
        for m in _candidates(sentence, concepts, agent.end, sentence.end)
        if sentence.near(agent.end, m.start) <= _LACK_GAP and sentence.near(predicate.end, agent.start) <= _MERGE_GAP
    ]
    if later:
        return _from_mention(sentence, concepts, later[0], "agent")
    if any(outcome.end <= predicate.start for outcome in outcomes):
        takers = [
            m
            for taking in sentence.of("intake", start=predicate.end)
            for m in _candidates(sentence, concepts, taking.end, sentence.end)
            if sentence.near(taking.end, m.start) <= 1
        ]
        if takers:  # "blood pressure fell in those who took beetroot juice"
            return _from_mention(sentence, concepts, takers[0], "agent")
    if context.fragment and context.lead_subject and (bare or first == sentence.start):
        return _Subject(context.lead_subject, -1, -1, context.lead_lack, False, "list")
    opens = first == sentence.start or sentence.text[:first].rstrip().endswith((":", "："))
    if context.item and inherited and opens and _states(sentence, predicate):
        return _Subject(context.topic or inherited, -1, -1, False, False, "topic")
    taken = any(sentence.of("intake", start=low, end=predicate.start)) and not _others(sentence, low, predicate.start)
    if taken and inherited:
        return _Subject(inherited, -1, -1, False, False, "taken")
    pointing = any(c.start <= low + 1 for c in sentence.of("demonstrative", start=low, end=predicate.start))
    if context.subject and context.continues and pointing:
        return _Subject(context.subject, -1, -1, context.lacking, False, "what was just said")
    if context.subject and pronoun and not _others(sentence, low, first):
        return _Subject(context.subject, -1, -1, False, False, "pronoun")
    alone = not _others(sentence, sentence.start, first)
    if context.continues and context.subject and ((bare and alone) or (context.evidence != "none" and outcomes)):
        return _Subject(context.subject, -1, -1, False, False, "sentence before")
    return None


def _inverted(sentence: Sentence, low: int) -> bool:
    """Return whether a clause opens with words that put its subject behind its verb."""
    first = sentence.text[low : sentence.end].split(maxsplit=1)[:1]
    return bool(first) and first[0].lower() in sentence.language.fronts


def _population(sentence: Sentence) -> str | None:
    """Return in whom a sentence tells of an effect: the most particular of the groups that it names."""
    groups = [mention.concept for mention in sentence.named(frozenset({"population"}))]
    return next((group for group in groups if group not in _EVERYONE), None)


def _level(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether the level of a substance is spoken of ("the absorption of iron", 铁含量)."""
    named = list(sentence.named(frozenset({"substance"}), start, end))
    return any(
        min(sentence.near(cue.end, mention.start), sentence.near(mention.end, cue.start)) <= 2
        for cue in sentence.of("level", start=start, end=end)
        for mention in named
    )


def _states(sentence: Sentence, predicate: Predicate) -> bool:
    """Return whether a verb's first word states ("supports") and does not ask for something ("support")."""
    endings = tuple(sentence.language.finite)
    return bool(endings) and predicate.name.split()[0].lower().endswith(endings)


def _candidates(sentence: Sentence, concepts: Concepts, start: int, end: int) -> list[Mention]:
    """Return what may be a subject: substances, foods, drugs, therapies, and levels of a substance."""
    return [
        mention
        for mention in sentence.mentions
        if start <= mention.start
        and mention.end <= end
        and not sentence.text[: mention.start].endswith(tuple(sentence.language.object_marks) or ("\0",))
        and not _cut_down(sentence, mention)
        and (
            (
                mention.type in SUBJECT_TYPES
                and (mention.type != "factor" or "therapy" in concepts.traits(mention.concept))
            )
            or concepts.by_id[mention.concept].of
        )
    ]


def _cut_down(sentence: Sentence, mention: Mention) -> bool:
    """Return whether less of a thing is spoken of ("cutting sugar", "less salt"): what it then does is not its doing."""
    return any(
        cue.value == "reduces" and cue.end <= mention.start and sentence.near(cue.end, mention.start) == 0
        for cue in sentence.of("relation")
    )


def _specific(
    sentence: Sentence, context: Context, concepts: Concepts, mentions: list[Mention], origin: str
) -> _Subject:
    """Return the first of several mentions as the subject, or what makes it more precise.

    "Diuretics (such as thiazides)" speaks of thiazides; "this mineral" of what the text is about.
    """
    chosen = mentions[0]
    for mention in mentions[1:]:
        generic = "generic" in concepts.by_id[chosen.concept].traits
        between = sentence.text[chosen.end : mention.start].strip()
        nearer = mention.concept != chosen.concept and concepts.is_a(mention.concept, chosen.concept)
        if generic or (nearer and (not between or between[0] in "(（,，、")):
            chosen = mention
    subject = _from_mention(sentence, concepts, chosen, origin)
    if "generic" in concepts.by_id[chosen.concept].traits and (context.subject or context.topic):
        return replace(subject, concept=context.subject or context.topic)
    return subject


def _labels(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a mention stands alone before a colon: "Zinc: supports ..."."""
    low, high = sentence.clauses[sentence.clause(mention.start)]
    alone = sentence.bare(low, mention.start) and sentence.bare(mention.end, high)
    return alone and sentence.text[high : high + 2].lstrip(" ")[:1] in (":", "：")


def _others(sentence: Sentence, start: int, end: int) -> bool:
    return any(sentence.named(OUTCOME_TYPES | SUBJECT_TYPES, start, end))


def _modifies(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a mention only tells of what an outcome next to it is: "镁的吸收", "magnesium absorption"."""
    for other in sentence.mentions:
        if other.type in OUTCOME_TYPES and other.start >= mention.end:
            between = sentence.text[mention.end : other.start]
            if sentence.language.compounds and between.isspace():
                return False  # such languages would write one word
            return between.strip() in ("", "的", "'s", "’s") and not _lacks(sentence, mention)
    return False


def _from_mention(sentence: Sentence, concepts: Concepts, mention: Mention, origin: str) -> _Subject:
    concept = mention.concept
    brand = mention.type == "brand"
    here = concepts.by_id[concept]
    if here.of:
        concept = here.of
    elif here.type == "brand" and here.parents:
        concept = here.parents[0]
    return _Subject(concept, mention.start, mention.end, _lacks(sentence, mention), brand, origin)


def _lacks(sentence: Sentence, mention: Mention) -> bool:
    for cue in sentence.of("lack"):
        low, high = (cue.end, mention.start) if cue.end <= mention.start else (mention.end, cue.start)
        if high >= low and sentence.near(low, high) <= _LACK_GAP and sentence.clause(low) == sentence.clause(high):
            return True
    return False


def _open_outcome(sentence: Sentence, predicate: Predicate, left: int, right: int, subject: _Subject) -> bool:
    """Return whether a predicate governs words that the lexicon does not know, enough to be a claim."""
    low, high = sentence.clauses[predicate.clause]
    if any(0 <= q.start - predicate.end <= 3 for q in sentence.quantities):
        return False  # "raised to 600 mg a day" is a dose
    if subject.lack and predicate.outcome != "after" and subject.origin == "sentence":
        return len(sentence.text[max(low, left) : predicate.start].strip()) >= (6 if sentence.spaces else 3)
    listed = subject.origin == "list" and not sentence.text[predicate.end : min(right, high)].strip(" 。.*；;")
    if listed and predicate.outcome != "after":
        return len(sentence.text[max(low, left) : predicate.start].strip()) >= (6 if sentence.spaces else 3)
    if predicate.weak and predicate.relation != "helps":
        named = predicate.relation == "role-in" and predicate.outcome == "before" and subject.origin == "clause"
        return named and any(sentence.of("copula", start=subject.end, end=predicate.start))
    words = sentence.text[predicate.end : min(right, high)].strip(" 、,，:：*")
    if any(sentence.of("question", start=predicate.end, end=high)):
        return False  # "helps to explain why ..."
    nominal = sentence.of("copula", "pseudo_negation", start=predicate.end, end=high)
    if not sentence.spaces and any(not sentence.text[predicate.end : cue.start].strip() for cue in nominal):
        return False  # "the decline is not only ..."
    if predicate.relation == "needs":
        people = any(sentence.of("condition", start=low, end=predicate.start)) or any(
            m.type == "population" for m in sentence.mentions if low <= m.start < predicate.start
        )
        return not people and len(sentence.text[max(low, left) : predicate.start].strip()) >= (
            8 if sentence.spaces else 3
        )
    if predicate.outcome == "before" or predicate.negated:
        return (predicate.relation == "role-in" or predicate.negated) and subject.origin == "clause"
    return len(words) >= (6 if sentence.spaces else 2) and subject.origin in (
        "clause",
        "sentence",
        "list",
        "claim before",
        "pronoun",
        "taken",
    )


def _negated(sentence: Sentence, predicate: Predicate) -> bool:
    if predicate.negated:
        return True
    low, high = sentence.clauses[predicate.clause]
    for cue in sentence.of("negation", start=low, end=high):
        if cue.category == "negation" and cue.end <= predicate.start:
            return True
        if sentence.spaces and cue.start >= predicate.end and sentence.near(predicate.end, cue.start) == 0:
            return True
    return False


def _hedged(sentence: Sentence, predicate: Predicate) -> bool:
    index = predicate.clause
    # "Was shown to be able to ..." leaves no doubt: the ability of a proven thing is no hedge.
    proven = any(cue.value == "proof" for cue in sentence.of("attribution"))
    while True:
        low, high = sentence.clauses[index]
        limit = predicate.start if index == predicate.clause else high
        hedges = list(sentence.of("hedge", start=low, end=limit))
        if any(not proven or sentence.attributes[cue.index].strength == "strong" for cue in hedges):
            return True
        opening = any(sentence.named(SUBJECT_TYPES | OUTCOME_TYPES, low, limit))
        if index == 0 or opening:
            return False
        index -= 1


def _relation(sentence: Sentence, predicate: Predicate, outcomes: list[Mention], concepts: Concepts) -> Relation:
    relation = predicate.relation
    kinds = {o.type for o in outcomes}
    if relation == "helps":
        ills = [o for o in outcomes if o.type == "symptom"]
        meant = any(cue.end <= o.start <= cue.end + 1 for cue in sentence.of("purpose") for o in ills)
        relation = "treats" if "disease" in kinds or meant else "supports"
    elif relation in ("makes", "becomes"):
        relation = "improves" if kinds and kinds <= {"function", "biomarker"} else "causes"
    elif relation == "calms":
        relation = "supports" if kinds == {"function"} else "reduces"
    elif relation in ("associated", "needs"):
        relation = "role-in"
    elif relation == "heightens":
        good = all("good" in concepts.traits(o.concept) and not concepts.by_id[o.concept].of for o in outcomes)
        amounts = not kinds or kinds & {"biomarker", "disease", "symptom", "mortality"}
        relation = "raises" if amounts and not (outcomes and good) else "improves"
    return cast(Relation, relation)


def _outcome_type(sentence: Sentence, outcomes: list[Mention], start: int, end: int) -> OutcomeType:
    kinds = [o.type for o in _heads(sentence, outcomes)]
    died = any(sentence.of("death", start=max(sentence.start, start - 12), end=end)) and "disease" in kinds
    if died or "mortality" in [o.type for o in outcomes]:
        return "mortality"
    if any(sentence.of("risk", start=max(sentence.start, start - 8), end=end)) and {"disease", "symptom"} & set(kinds):
        return "risk"
    if not kinds:
        return "structure-function"
    first = kinds[0]
    return "structure-function" if first == "function" else cast(OutcomeType, first)


def _heads(sentence: Sentence, outcomes: list[Mention]) -> list[Mention]:
    """Return the head of each coordinate outcome: of "大脑的镁水平" the level, of "pain in the knee" the pain."""
    groups: list[list[Mention]] = []
    for outcome in outcomes:
        if groups and not sentence.language.coordinates(sentence.text[groups[-1][-1].end : outcome.start]):
            groups[-1].append(outcome)
        else:
            groups.append([outcome])
    return [group[-1] if sentence.language.head_last else group[0] for group in groups]


def _polarity(relation: Relation, outcomes: list[Mention], concepts: Concepts, lack: bool, negated: bool) -> Polarity:
    if negated:
        return "none"
    if lack:
        return "harm-of-lack"
    if outcomes and all("counters" in concepts.traits(o.concept) for o in outcomes):
        return "benefit"
    if relation == "causes":
        bad = [o for o in outcomes if o.type in ("disease", "symptom") or "abnormal" in concepts.traits(o.concept)]
        return "harm" if bad or not outcomes else "benefit"
    if relation == "raises":
        bad = [
            o
            for o in outcomes
            if o.type in ("disease", "symptom", "mortality") or "abnormal" in concepts.traits(o.concept)
        ]
        return "harm" if bad else "benefit"
    if relation == "reduces":
        good = [o for o in outcomes if o.type == "function" and "abnormal" not in concepts.traits(o.concept)]
        return "harm" if good and len(good) == len(outcomes) else "benefit"
    return "benefit"


def _without_predicate(sentence: Sentence, context: Context, concepts: Concepts) -> Iterator[Found]:
    """Yield claims that no relation word carries: signs of a lack in a list, "X for <outcome>" in a heading."""
    outcomes = list(sentence.named(OUTCOME_TYPES))
    if not outcomes and not (context.symptom_list and context.item and sentence.spaces):
        return
    if context.symptom_list:
        for sign in _listed_signs(sentence, context):
            subject = context.lead_subject or context.topic
            yield _plain(sentence, context, concepts, sign, "causes", subject, True, "listed sign")
        return
    subjects = list(sentence.named(SUBJECT_TYPES))
    lacking = [m for m in subjects if _lacks(sentence, m)]
    signs = [o for o in outcomes if o.type in ("symptom", "disease")]
    if lacking and signs and not context.heading and not any(sentence.of("relation")):
        yield _plain(
            sentence,
            context,
            concepts,
            tuple(signs),
            "causes",
            _from_mention(sentence, concepts, lacking[0], "").concept,
            True,
            "signs and a lack",
        )
        return
    treated = [s for s in signs if any(c.end <= s.start for c in sentence.of("condition"))]
    tried = [
        m
        for m in subjects
        if any(sentence.near(c.end, m.start) <= _LACK_GAP for c in sentence.of("intake", "advice") if c.end <= m.start)
    ]
    if treated and tried and treated[0].end <= tried[-1].start:
        concept = _from_mention(sentence, concepts, tried[-1], "").concept
        yield _plain(sentence, context, concepts, tuple(treated), "improves", concept, False, "if ... take")
        return
    if context.fragment and subjects:
        first = subjects[0]
        for cue in sentence.of("purpose"):
            targets = [o for o in outcomes if cue.end <= o.start and sentence.near(cue.end, o.start) <= _OUTCOME_GAP]
            if targets and (first.end <= cue.start or cue.start < targets[0].start < first.start):
                relation = "treats" if targets[0].type == "disease" else "supports"
                name = _from_mention(sentence, concepts, first, "").concept
                yield _plain(sentence, context, concepts, tuple(targets), relation, name, False, "purpose")
                return
    for outcome in outcomes:
        owner = next((m for m in subjects if m.end <= outcome.start), None)
        if owner and _ascribed(sentence, concepts, owner, outcome):
            who = _from_mention(sentence, concepts, owner, "").concept
            told = _plain(sentence, context, concepts, (outcome,), "reduces", who, False, "property")
            yield replace(told, start=owner.start, end=outcome.end)
            return
    covered = sum(outcome.end - outcome.start for outcome in outcomes)
    mostly = covered * 2 >= sentence.end - sentence.start
    if context.lead_relation and context.lead_subject and context.fragment and mostly:
        yield _plain(
            sentence,
            context,
            concepts,
            tuple(outcomes),
            context.lead_relation,
            context.lead_subject,
            context.lead_lack,
            "list",
        )


def _ascribed(sentence: Sentence, concepts: Concepts, owner: Mention, outcome: Mention) -> bool:
    """Return whether a thing is said to work against something by nature: "curcumin is an anti-inflammatory"."""
    if "counters" not in concepts.traits(outcome.concept):
        return False
    ties = any(sentence.of("copula", start=owner.end, end=outcome.start))
    low, _ = sentence.clauses[sentence.clause(outcome.start)]
    return ties or sentence.near(owner.end, outcome.start) == 0 or sentence.bare(low, outcome.start)


def _listed_signs(sentence: Sentence, context: Context) -> Iterator[tuple[Mention, ...]]:
    """Yield the items of a list of signs: all of them, once most are signs that the lexicon knows."""
    language = sentence.language
    items: list[tuple[Mention, ...]] = []
    known = 0
    for low, high in sentence.items():
        named = tuple(sentence.named(OUTCOME_TYPES, low, high))
        known += any(mention.type in ("symptom", "disease") for mention in named)
        items.append(named or (Mention(sentence.text[low:high], "symptom", low, high),))
    if context.fragment and known and not language.split_outcomes:
        heads = [named[-1] if language.head_last else named[0] for named in items]
        kind = "disease" if heads[0].type == "disease" else "symptom"
        yield (Mention(heads[0].concept, kind, sentence.items()[0][0], sentence.items()[-1][1]),)
        return
    if context.item and not known and len(sentence.text[sentence.start : sentence.end].split()) <= _SHORT_ITEM:
        yield (Mention(sentence.text[sentence.start : sentence.end], "symptom", sentence.start, sentence.end),)
        return
    if known * 2 > len(items) and (len(items) > 2 or context.fragment):
        for (low, high), named in zip(sentence.items(), items, strict=True):
            head = named[-1] if language.head_last else named[0]
            yield (Mention(head.concept, head.type if head.type != "function" else "symptom", low, high),)


def _plain(
    sentence: Sentence,
    context: Context,
    concepts: Concepts,
    outcomes: tuple[Mention, ...],
    relation: str,
    subject: str | None,
    lack: bool,
    how: str,
) -> Found:
    start, end = outcomes[0].start, outcomes[-1].end
    if how in ("signs and a lack", "purpose", "if ... take"):
        start, end = sentence.start, sentence.end
    start, end = _trim(sentence.text, start, end)
    relation = "supports" if relation == "helps" else relation
    fields = Efficacy(
        subject=subject,
        polarity=_polarity(cast(Relation, relation), list(outcomes), concepts, lack, False),
        relation=cast(Relation, relation),
        outcome=", ".join(o.concept for o in outcomes),
        outcome_type=_outcome_type(sentence, list(outcomes), start, end),
        hedged=any(sentence.of("hedge")) or how == "if ... take",
        negated=any(sentence.of("negation")),
        evidence=context.evidence,
        population=_population(sentence),
    )
    return Found(start, end, fields, True, tuple(o.concept for o in outcomes), False, (how,), -1)


def _merged(sentence: Sentence, found: list[Found]) -> list[Found]:
    """Join claims that are one: the links of a chain from a lack to its end, and verbs under one helping verb."""
    result: list[Found] = []
    for claim in found:
        last = result[-1] if result else None
        if last is not None and (_links(sentence, last, claim) or _helped_together(sentence, last, claim)):
            told = claim.fields if last.fields.relation == "role-in" else last.fields  # the effect, not the way to it
            result[-1] = replace(
                last,
                end=max(last.end, claim.end),
                fields=replace(told, outcome=f"{last.fields.outcome}, {claim.fields.outcome}"),
                outcomes=last.outcomes + claim.outcomes,
            )
        else:
            result.append(claim)
    return result


def _links(sentence: Sentence, last: Found, claim: Found) -> bool:
    """Return whether a claim is the next link of a chain: "a lack of zinc slows healing, and so raises the risk ..."."""
    return (
        last.fields.polarity == claim.fields.polarity == "harm-of-lack"
        and claim.fields.relation in ("causes", "raises", "reduces")
        and not any(o.start <= claim.start < o.end for o in sentence.named(OUTCOME_TYPES))
        and sentence.clause(claim.start) != sentence.clause(last.start)
    )


def _helped_together(sentence: Sentence, last: Found, claim: Found) -> bool:
    """Return whether one helping verb governs both: "can support sleep and ease stress", where they are read as one."""
    lack = last.fields.polarity == "harm-of-lack"
    return last.led and claim.joins and not lack and not sentence.language.split_outcomes


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    marks = " \t、,，:：;；。.*†‡"
    while start < end and text[start] in marks:
        start += 1
    while start < end and text[end - 1] in marks:
        end -= 1
    return start, end


__all__ = ["Context", "Found", "find_efficacy"]
