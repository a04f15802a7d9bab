"""The arguments of a verb, by the slots of a frame: subject, object and oblique."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.mentions.arguments import arguments, complements
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Begins the source of a report, which is no argument of the verb: "according to the bank".
BEFORE_SOURCE = grammar_words("preposition before a source")

#: Introduces who acts in a passive clause.
BEFORE_AGENT = grammar_words("preposition before an agent")

#: Objects that refer to the subjects themselves.
EACH_OTHER = tuple(sorted(grammar_words("reciprocal pronoun")))

#: Dependencies of participles without auxiliary, which are passive: "the party led by Roth".
REDUCED_CLAUSES = ("acl", "relcl", "advcl", "conj")

#: Dependencies of points in time without preposition: "born 3 May 1920".
BARE_TIMES = ("npadvmod", "dobj", "oprd", "attr")

#: Tags of the participle in a compound: "Bordurian-*backed*".
PARTICIPLE_TAGS = ("VBN", "VBD")

#: Slot → the mentions that fill it.
Slots = dict[str, list[TokenMention]]


def fill_slots(parsed: ParsedText, verb: Token, frame: VerbFrame) -> Slots:
    """Return the mentions in each slot of a frame, empty lists where the verb has none."""
    passive = is_passive(verb)
    slots: Slots = {"subject": [], "object": [], "oblique": []}
    # CASE compound: "the *Bordurian*-backed *rebels*"
    agent = compound_agent(parsed, verb)
    if agent is not None and not frame.passive:
        modified = parsed.actor_at(verb.head.i)
        slots["subject"] = [agent]
        slots["object"] = [] if modified is None else [modified]
        return slots
    # CASE adjective: "Roth is critical of Marsh", where the copula has the subject
    if verb.tag_ == "JJ" and verb.dep_ == "acomp":
        if frame.passive:
            slots["subject"] = arguments(parsed, verb.head, ("nsubj",))
        slots["oblique"] = _obliques(parsed, verb, frame, [])
        return slots
    # CASE frame in the passive: "Roth was born in Oslo"
    if frame.passive:
        if not passive:
            return slots
        slots["subject"] = arguments(parsed, verb, ("nsubjpass",))
    # CASE passive of an active frame: "Marsh was accused by Roth"
    elif passive:
        slots["subject"] = _agents(parsed, verb)
        slots["object"] = arguments(parsed, verb, ("nsubjpass",))
    # CASE active: "Roth accused Marsh"
    else:
        slots["subject"] = arguments(parsed, verb, ("nsubj",))
        slots["object"] = arguments(parsed, verb, ("dobj",))
    objects = [] if frame.literal else slots["object"]
    slots["oblique"] = _obliques(parsed, verb, frame, objects)
    return slots


def compound_agent(parsed: ParsedText, verb: Token) -> TokenMention | None:
    """Return who does what the participle of a compound says: "*Bordurian*-backed rebels"."""
    is_compound = verb.i > 1 and parsed.lower[verb.i - 1] == "-"
    if not is_compound or verb.tag_ not in PARTICIPLE_TAGS or verb.dep_ != "amod":
        return None
    return parsed.covering(verb.i - 2)


def is_passive(verb: Token) -> bool:
    """True if a verb form is passive, reduced clauses ("led by Roth") included."""
    for child in verb.children:
        if child.dep_ in ("auxpass", "nsubjpass"):
            return True
    if verb.tag_ != "VBN" or verb.dep_ not in REDUCED_CLAUSES:
        return False
    return all(child.dep_ != "aux" for child in verb.children)


def is_reciprocal(verb: Token, frame: VerbFrame) -> bool:
    """True if the object of the frame is "each other" or "one another"."""
    wanted = "dobj" if frame.object == "object" else "pobj"
    for governor in (verb, *_prepositions(verb, frame)):
        for child in governor.children:
            if child.dep_ == wanted and _text(child).startswith(EACH_OTHER):
                return True
    return False


def has_literal(parsed: ParsedText, verb: Token, frame: VerbFrame) -> bool:
    """True if a frame asks for no literal word ("impose *sanctions* on"), or the verb has it."""
    if not frame.literal:
        return True
    for token in _followers(verb):
        if token.lower_ in frame.literal or parsed.lemma(token) in frame.literal:
            return True
    return False


def _followers(verb: Token) -> Iterator[Token]:
    """Yield what follows the verb or is its passive subject, and what directly depends on it."""
    for child in verb.children:
        if child.i > verb.i or child.dep_ == "nsubjpass":
            yield child
            if child.dep_ in ("xcomp", "ccomp", "prep", "dobj"):
                yield from child.children


def _prepositions(verb: Token, frame: VerbFrame) -> Iterator[Token]:
    for child in verb.children:
        if child.lower_ in frame.prepositions:
            yield child


def _text(token: Token) -> str:
    """The words of a phrase in lower case."""
    return " ".join(part.lower_ for part in token.subtree)


def _agents(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Who acts in a passive clause: "accused *by Roth*"."""
    agents: list[TokenMention] = []
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ in BEFORE_AGENT:
            agents.extend(complements(parsed, child))
    return agents


def _obliques(
    parsed: ParsedText, verb: Token, frame: VerbFrame, objects: list[TokenMention]
) -> list[TokenMention]:
    """Return the mentions that the prepositions of a frame introduce.

    Args:
        objects: What fills the slot if a preposition of the frame is a particle here.
    """
    obliques: list[TokenMention] = []
    # CASE time without preposition: "born 3 May 1920"
    if ActorType.TIME in frame.sense.object_types:
        obliques.extend(_bare_times(parsed, verb))
    for governor in _governors(verb, frame):
        for child in _prepositions(governor, frame):
            # CASE preposition: "imposed sanctions on Norland"
            if child.dep_ in ("prep", "dative", "agent"):
                obliques.extend(complements(parsed, child))
            # CASE particle: in "took the company over", the object fills the slot of "over"
            elif child.dep_ == "prt" and governor is verb:
                obliques.extend(objects)
    return obliques


def _bare_times(parsed: ParsedText, verb: Token) -> Iterator[TokenMention]:
    for child in verb.children:
        mention = parsed.covering(child.i) if child.dep_ in BARE_TIMES else None
        if mention is not None:
            yield mention


def _governors(verb: Token, frame: VerbFrame) -> Iterator[Token]:
    """Yield the words that a preposition of the frame can depend on."""
    yield verb
    # CASE literal: in "imposed sanctions on Norland", "on" depends on "sanctions"
    if frame.literal:
        for child in verb.children:
            if child.dep_ in ("dobj", "nsubjpass", "acomp"):
                yield child
    # CASE nested: in "came up with" and "moved back to", the preposition depends on the first word
    for child in verb.children:
        nested = child.dep_ in ("prt", "advmod", "prep")
        if nested and child.lower_ not in BEFORE_SOURCE:
            yield child
