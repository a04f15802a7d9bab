"""Relations that verbs and nouns of happenings express: "X accused Y", "talks between X and Y"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

from actorgraph.extraction.arguments import arguments
from actorgraph.extraction.candidates import Candidate
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.lexicon import NounFrame, VerbFrame
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.telling import telling
from actorgraph.model import ActorType, MentionKind, Modality, Polarity, Status

if TYPE_CHECKING:
    from spacy.tokens import Token


#: How what simply happened is told.
PLAIN = (Polarity.AFFIRMED, Modality.ASSERTED)

#: Prepositions that make a happening the occasion of what somebody does: "said during talks with …".
OCCASIONS = frozenset({"during", "in", "on", "after", "at", "before"})


#: Begins what tells the source, not what the verb is about: "according to the bank".
SOURCE = "according"

#: Objects that stand for the subjects themselves.
EACH_OTHER = ("each other", "one another")


def verb_candidates(page: Page, knowledge: Knowledge) -> Iterator[Candidate]:
    """Relations of all verbs that the lexicon has a frame for; where no frame admits the actors, what to refuse."""
    for token in page.doc:
        if token.tag_.startswith("V") or (token.tag_ == "JJ" and token.dep_ == "acomp"):
            words = sorted({page.lemma(token), token.lower_})  # passive frames name the participle: "be born in"
            frames = [frame for word in words for frame in knowledge.lexicon.verbs.get(word, ())]
            found = [candidate for frame in frames for candidate in _read_verb(page, token, frame, knowledge)]
            yield from [candidate for candidate in found if candidate.misfit is None] or found[:1]


def _read_verb(page: Page, verb: Token, frame: VerbFrame, knowledge: Knowledge) -> Iterator[Candidate]:
    if not _literal_stands(page, verb, frame):
        return
    if page.lemma(verb) in knowledge.lexicon.cues["leaving"] and telling(page, verb.i, knowledge.lexicon) != PLAIN:
        return  # who never left, or will leave, is no former member
    slots = _slots(page, verb, frame)
    pairs = list(product(slots[frame.subject], slots[frame.object]))
    if not pairs and frame.subject == "subject" and _is_reciprocal(verb, frame):
        pairs = list(permutations(slots["subject"], 2))
    if (
        not pairs
        and knowledge.vocabulary.relation(frame.sense.relation).symmetric
        and not (slots["oblique"] or (slots["object"] and not frame.literal))
    ):
        pairs = list(combinations(slots["subject"], 2))  # "Roth and Marsh met", "held talks"
    for subject, object_ in pairs:
        if subject.actor == object_.actor and subject.actor >= 0:
            continue
        template = "passive" if is_passive(verb) and not frame.passive else "verb"
        word = " ".join([frame.verb, *_used_preposition(verb, frame)])
        status = _status(page, verb, frame, knowledge)
        misfit = _misfit(word, subject, object_, frame, knowledge)
        if misfit is None or all(_is_named_actor(chunk) for chunk in (subject, object_)):
            relation = frame.sense.relation
            yield Candidate(subject, relation, object_, verb.i, template, word, status, verb.i, misfit=misfit)


def _is_reciprocal(verb: Token, frame: VerbFrame) -> bool:
    """Whether the frame's object is "each other" or "one another"."""
    governors = [verb, *(child for child in verb.children if child.lower_ in frame.prepositions)]
    wanted = "dobj" if frame.object == "object" else "pobj"
    words = (child for governor in governors for child in governor.children if child.dep_ == wanted)
    return any(" ".join(part.lower_ for part in word.subtree).startswith(EACH_OTHER) for word in words)


def _misfit(word: str, subject: Chunk, object_: Chunk, frame: VerbFrame, knowledge: Knowledge) -> str | None:
    sense = frame.sense
    if knowledge.fits(subject, sense.subject_types) and knowledge.fits(object_, sense.object_types):
        return None
    relation = knowledge.vocabulary.relation(sense.relation).label
    return f"“{word}” tells no “{relation}” between {subject.type} and {object_.type}"


def _is_named_actor(chunk: Chunk) -> bool:
    return chunk.kind is MentionKind.NAME and chunk.type is not ActorType.TIME


def _status(page: Page, verb: Token, frame: VerbFrame, knowledge: Knowledge) -> Status | None:
    """Former where words beside a verb say so; else what it says of a lasting relation is open.

    As in "previously worked for", "no longer leads", "used to work for", "left", "was based in".
    """
    cues, words = knowledge.lexicon.cues, {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    over = not words.isdisjoint(cues[Status.FORMER] | cues["ended"])
    over |= page.lemma(verb) in cues["leaving"] or (page.lemma(verb) in cues["state"] and _is_past(verb))
    over |= verb.dep_ == "xcomp" and page.lemma(verb.head) in cues["ended"]
    return Status.FORMER if over and knowledge.vocabulary.relation(frame.sense.relation).lasting else None


def _is_past(verb: Token) -> bool:
    """Whether a verb stands in the past tense: "lived", "was based"; not "has lived"."""
    auxiliary = next((child for child in verb.children if child.dep_ in ("aux", "auxpass")), verb)
    return "VBD" in (verb.tag_, auxiliary.tag_)


def _used_preposition(verb: Token, frame: VerbFrame) -> list[str]:
    return sorted({child.lower_ for child in verb.children if child.lower_ in frame.prepositions})[:1]


def _slots(page: Page, verb: Token, frame: VerbFrame) -> dict[str, list[Chunk]]:
    passive = is_passive(verb)
    if verb.tag_ == "JJ":  # "is critical of": the copula has the subject
        return {
            "subject": arguments(page, verb.head, ("nsubj",)) if frame.passive else [],
            "object": [],
            "oblique": _obliques(page, verb, frame, []),
        }
    if frame.passive and not passive:
        return {"subject": [], "object": [], "oblique": []}
    if passive:
        first = arguments(page, verb, ("nsubjpass",))
        agents = [] if frame.passive else _agents(page, verb)
        slots = {"subject": first, "object": []} if frame.passive else {"subject": agents, "object": first}
    else:
        slots = {"subject": arguments(page, verb, ("nsubj",)), "object": arguments(page, verb, ("dobj",))}
    slots["oblique"] = _obliques(page, verb, frame, slots["object"] if not frame.literal else [])
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


def _agents(page: Page, verb: Token) -> list[Chunk]:
    return [
        chunk
        for child in verb.children
        if child.dep_ in ("agent", "prep") and child.lower_ == "by"
        for chunk in _complements(page, child)
    ]


def _obliques(page: Page, verb: Token, frame: VerbFrame, objects: list[Chunk]) -> list[Chunk]:
    found: list[Chunk] = []
    nouns = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "acomp")] if frame.literal else []
    if "Time" in frame.sense.object_types:
        found.extend(
            chunk
            for child in verb.children
            if child.dep_ in ("npadvmod", "dobj", "oprd", "attr") and (chunk := page.covering(child.i))
        )
    inner = (child for child in verb.children if child.dep_ in ("prt", "advmod", "prep") and child.lower_ != SOURCE)
    for head in (verb, *nouns, *inner):
        for child in head.children:
            if child.lower_ in frame.prepositions and child.dep_ in ("prep", "dative", "agent"):
                found.extend(_complements(page, child))
            elif child.lower_ in frame.prepositions and child.dep_ == "prt" and head is verb:
                found.extend(objects)
    return found


def _complements(page: Page, preposition: Token) -> list[Chunk]:
    return arguments(page, preposition, ("pobj",))


def _literal_stands(page: Page, verb: Token, frame: VerbFrame) -> bool:
    if not frame.literal:
        return True
    near = [child for child in verb.children if child.i > verb.i or child.dep_ == "nsubjpass"]
    near += [grand for child in near if child.dep_ in ("xcomp", "ccomp", "prep", "dobj") for grand in child.children]
    return any(token.lower_ in frame.literal or page.lemma(token) in frame.literal for token in near)


# nouns ----------------------------------------------------------------------------------------------------------


def noun_candidates(page: Page, knowledge: Knowledge) -> Iterator[Candidate]:
    """Relations of all nouns of happenings that the lexicon has a frame for."""
    for token in page.doc:
        if token.tag_ in ("NN", "NNS", "NNP"):
            lemma = page.lemma(token)
            pair = f"{page.lower[token.i - 1]} {lemma}" if token.i else lemma
            for frame in knowledge.lexicon.nouns.get(pair) or knowledge.lexicon.nouns.get(lemma) or ():
                yield from _read_noun(page, token, frame, knowledge)


def _read_noun(page: Page, noun: Token, frame: NounFrame, knowledge: Knowledge) -> Iterator[Candidate]:
    subjects = _marked(page, noun, frame.subject_prepositions)
    objects = _marked(page, noun, frame.object_prepositions)
    if "between" in frame.subject_prepositions:
        together = subjects or _marked(page, noun, frozenset({"of"})) if not objects else subjects
        for left, right in combinations(together, 2):
            yield from _pair(noun, frame, left, right, knowledge)
        subjects = [] if len(together) > 1 else subjects
    if not subjects and not objects and "over" not in frame.object_prepositions:
        subjects, objects = _both_before(page, noun)
    for subject in subjects or _before(page, noun) or _doers(page, noun, knowledge):
        for object_ in objects:
            yield from _pair(noun, frame, subject, object_, knowledge)


def _pair(noun: Token, frame: NounFrame, subject: Chunk, object_: Chunk, knowledge: Knowledge) -> Iterator[Candidate]:
    if subject is object_ or (subject.actor == object_.actor and subject.actor >= 0):
        return
    if knowledge.fits(subject, frame.sense.subject_types) and knowledge.fits(object_, frame.sense.object_types):
        yield Candidate(subject, frame.sense.relation, object_, noun.i, "noun", frame.noun, told_by=noun.i)


def _marked(page: Page, noun: Token, prepositions: frozenset[str]) -> list[Chunk]:
    return [
        chunk
        for child in noun.children
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions
        for chunk in _complements(page, child)
    ]


def _before(page: Page, noun: Token) -> list[Chunk]:
    """Owners before the noun: "Russia's invasion", "the U.S. sanctions", "his visit"."""
    found: list[Chunk] = []
    for child in noun.children:
        if child.i < noun.i and child.dep_ in ("poss", "compound", "amod", "nmod"):
            chunk = page.covering(child.i)
            if chunk is not None and chunk not in found:
                found.append(chunk)
    return found


def _both_before(page: Page, noun: Token) -> tuple[list[Chunk], list[Chunk]]:
    """As in “Roth's Borduria trip”: the possessor acts, and the place just before the noun is the goal."""
    owners = [chunk for child in noun.children if child.dep_ == "poss" and (chunk := page.actor_at(child.i))]
    goals = [
        chunk
        for child in noun.children
        if child.dep_ in ("compound", "nmod") and (chunk := page.covering(child.i)) and chunk.end == noun.i
    ]
    return (owners, goals) if owners and goals else ([], [])


def _doers(page: Page, noun: Token, knowledge: Knowledge) -> list[Chunk]:
    """The subject of a verb that only carries the noun: "Merkel held talks with Putin", "resumed aid to Ukraine"."""
    verb = noun.head
    while verb.dep_ == "conj" and verb.tag_.startswith("N"):
        verb = verb.head
    if verb.tag_.startswith("N") and noun.dep_ == "conj":
        verb = verb.head
    if noun.dep_ == "pobj" and verb.lower_ in OCCASIONS and verb.head.tag_.startswith("V"):
        return arguments(page, verb.head, ("nsubj", "nsubjpass"))
    if noun.dep_ not in ("dobj", "conj") or page.phrasal(verb) not in knowledge.lexicon.cues["carrier"]:
        return []
    return arguments(page, verb, ("nsubj",))
