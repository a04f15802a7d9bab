"""Relations that verbs and nouns of happenings express: "X accused Y", "talks between X and Y"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.mentions.arguments import arguments, complements
from actorgraph.extraction.modality.factuality import factuality
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import ActorType, MentionKind, Modality, Polarity, Status

if TYPE_CHECKING:
    from spacy.tokens import Token


#: How what simply happened is told.
PLAIN = (Polarity.AFFIRMED, Modality.ASSERTED)


#: Begins what tells the source, not what the verb is about: "according to the bank".
SOURCE = "according"

#: Objects that stand for the subjects themselves.
EACH_OTHER = ("each other", "one another")


def verb_candidates(parsed: ParsedText, knowledge: Knowledge) -> Iterator[Candidate]:
    """Relations of all verbs that the lexicon has a frame for; where no frame admits the actors, what to refuse."""
    for token in parsed.doc:
        if token.tag_.startswith("V") or (token.tag_ == "JJ" and token.dep_ == "acomp"):
            words = sorted(
                {parsed.lemma(token), token.lower_}
            )  # passive frames name the participle: "be born in"
            frames = [
                frame
                for word in words
                for frame in knowledge.lexicon.verbs.get(word, ())
            ]
            found = [
                candidate
                for frame in frames
                for candidate in _read_verb(parsed, token, frame, knowledge)
            ]
            yield from [
                candidate for candidate in found if candidate.misfit is None
            ] or found[:1]


def _read_verb(
    parsed: ParsedText, verb: Token, frame: VerbFrame, knowledge: Knowledge
) -> Iterator[Candidate]:
    if not _literal_stands(parsed, verb, frame):
        return
    if (
        parsed.lemma(verb) in knowledge.lexicon.cues["leaving"]
        and factuality(parsed, verb.i, knowledge.lexicon) != PLAIN
    ):
        return  # who never left, or will leave, is no former member
    slots = _slots(parsed, verb, frame)
    pairs = list(product(slots[frame.subject], slots[frame.object]))
    if not pairs and frame.subject == "subject" and _is_reciprocal(verb, frame):
        pairs = list(permutations(slots["subject"], 2))
    if (
        not pairs
        and knowledge.vocabulary.relation(frame.sense.relation).symmetric
        and not (slots["oblique"] or (slots["object"] and not frame.literal))
    ):
        pairs = list(
            combinations(slots["subject"], 2)
        )  # "Roth and Marsh met", "held talks"
    for subject, object_ in pairs:
        if subject.actor == object_.actor and subject.actor >= 0:
            continue
        template = "passive" if is_passive(verb) and not frame.passive else "verb"
        word = " ".join([frame.verb, *_used_preposition(verb, frame)])
        status = _status(parsed, verb, frame, knowledge)
        misfit = _misfit(word, subject, object_, frame, knowledge)
        if misfit is None or all(
            _is_named_actor(mention) for mention in (subject, object_)
        ):
            relation = frame.sense.relation
            yield Candidate(
                subject,
                relation,
                object_,
                verb.i,
                template,
                word,
                status,
                verb.i,
                misfit=misfit,
            )


def _is_reciprocal(verb: Token, frame: VerbFrame) -> bool:
    """Whether the frame's object is "each other" or "one another"."""
    governors = [
        verb,
        *(child for child in verb.children if child.lower_ in frame.prepositions),
    ]
    wanted = "dobj" if frame.object == "object" else "pobj"
    words = (
        child
        for governor in governors
        for child in governor.children
        if child.dep_ == wanted
    )
    return any(
        " ".join(part.lower_ for part in word.subtree).startswith(EACH_OTHER)
        for word in words
    )


def _misfit(
    word: str,
    subject: TokenMention,
    object_: TokenMention,
    frame: VerbFrame,
    knowledge: Knowledge,
) -> str | None:
    sense = frame.sense
    if knowledge.fits(subject, sense.subject_types) and knowledge.fits(
        object_, sense.object_types
    ):
        return None
    relation = knowledge.vocabulary.relation(sense.relation).label
    return f"“{word}” tells no “{relation}” between {subject.type} and {object_.type}"


def _is_named_actor(mention: TokenMention) -> bool:
    return mention.kind is MentionKind.NAME and mention.type is not ActorType.TIME


def _status(
    parsed: ParsedText, verb: Token, frame: VerbFrame, knowledge: Knowledge
) -> Status | None:
    """Former where words beside a verb say so; else what it says of a lasting relation is open.

    As in "previously worked for", "no longer leads", "used to work for", "left", "was based in".
    """
    cues, words = (
        knowledge.lexicon.cues,
        {child.lower_ for child in verb.children if child.dep_ == "advmod"},
    )
    over = not words.isdisjoint(cues[Status.FORMER] | cues["ended"])
    over |= parsed.lemma(verb) in cues["leaving"] or (
        parsed.lemma(verb) in cues["state"] and _is_past(verb)
    )
    over |= verb.dep_ == "xcomp" and parsed.lemma(verb.head) in cues["ended"]
    return (
        Status.FORMER
        if over and knowledge.vocabulary.relation(frame.sense.relation).lasting
        else None
    )


def _is_past(verb: Token) -> bool:
    """Whether a verb stands in the past tense: "lived", "was based"; not "has lived"."""
    auxiliary = next(
        (child for child in verb.children if child.dep_ in ("aux", "auxpass")), verb
    )
    return "VBD" in (verb.tag_, auxiliary.tag_)


def _used_preposition(verb: Token, frame: VerbFrame) -> list[str]:
    return sorted(
        {child.lower_ for child in verb.children if child.lower_ in frame.prepositions}
    )[:1]


def _slots(
    parsed: ParsedText, verb: Token, frame: VerbFrame
) -> dict[str, list[TokenMention]]:
    passive = is_passive(verb)
    if verb.tag_ == "JJ":  # "is critical of": the copula has the subject
        return {
            "subject": arguments(parsed, verb.head, ("nsubj",))
            if frame.passive
            else [],
            "object": [],
            "oblique": _obliques(parsed, verb, frame, []),
        }
    if frame.passive and not passive:
        return {"subject": [], "object": [], "oblique": []}
    if passive:
        first = arguments(parsed, verb, ("nsubjpass",))
        agents = [] if frame.passive else _agents(parsed, verb)
        slots = (
            {"subject": first, "object": []}
            if frame.passive
            else {"subject": agents, "object": first}
        )
    else:
        slots = {
            "subject": arguments(parsed, verb, ("nsubj",)),
            "object": arguments(parsed, verb, ("dobj",)),
        }
    slots["oblique"] = _obliques(
        parsed, verb, frame, slots["object"] if not frame.literal else []
    )
    return slots


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive, reduced clauses ("led by Roth") included."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "relcl", "advcl", "conj")
        and not any(c.dep_ == "aux" for c in verb.children)
    )


def _agents(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    return [
        mention
        for child in verb.children
        if child.dep_ in ("agent", "prep") and child.lower_ == "by"
        for mention in complements(parsed, child)
    ]


def _obliques(
    parsed: ParsedText, verb: Token, frame: VerbFrame, objects: list[TokenMention]
) -> list[TokenMention]:
    found: list[TokenMention] = []
    nouns = (
        [
            child
            for child in verb.children
            if child.dep_ in ("dobj", "nsubjpass", "acomp")
        ]
        if frame.literal
        else []
    )
    if "Time" in frame.sense.object_types:
        found.extend(
            mention
            for child in verb.children
            if child.dep_ in ("npadvmod", "dobj", "oprd", "attr")
            and (mention := parsed.covering(child.i))
        )
    inner = (
        child
        for child in verb.children
        if child.dep_ in ("prt", "advmod", "prep") and child.lower_ != SOURCE
    )
    for head in (verb, *nouns, *inner):
        for child in head.children:
            if child.lower_ in frame.prepositions and child.dep_ in (
                "prep",
                "dative",
                "agent",
            ):
                found.extend(complements(parsed, child))
            elif (
                child.lower_ in frame.prepositions
                and child.dep_ == "prt"
                and head is verb
            ):
                found.extend(objects)
    return found


def _literal_stands(parsed: ParsedText, verb: Token, frame: VerbFrame) -> bool:
    if not frame.literal:
        return True
    near = [
        child
        for child in verb.children
        if child.i > verb.i or child.dep_ == "nsubjpass"
    ]
    near += [
        grand
        for child in near
        if child.dep_ in ("xcomp", "ccomp", "prep", "dobj")
        for grand in child.children
    ]
    return any(
        token.lower_ in frame.literal or parsed.lemma(token) in frame.literal
        for token in near
    )


# nouns ----------------------------------------------------------------------------------------------------------
