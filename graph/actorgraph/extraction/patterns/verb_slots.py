"""The arguments of a verb, by the slots of a frame: subject, object and oblique."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.mentions.arguments import (
    SUBJECTS,
    arguments,
    complements,
    objects,
)
from actorgraph.extraction.modality.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.owned_objects import REACHING, owners_of_objects
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Begins the source of a report, which is no argument of the verb: "according to the bank".
BEFORE_SOURCE = grammar_words("preposition before a source")

#: Introduces who acts in a passive clause.
BEFORE_AGENT = grammar_words("preposition before an agent")

INFINITIVE_MARKERS = grammar_words("infinitive marker")

#: Objects that refer to the subjects themselves.
EACH_OTHER = tuple(sorted(grammar_words("reciprocal pronoun")))

#: Before a noun that then no longer means what it says: "*honorary* doctorate".
HOLLOW = grammar_words("modifier that empties a noun")

#: Verbs that their subjects can do to each other: "Roth and Marsh *met*".
MUTUAL_VERBS = grammar_words("verb of mutual action")

#: Before who does the same to the subject: "talked *with* Roth".
BEFORE_PARTNER = grammar_words("preposition before a partner")

#: Dependencies of objects without preposition.
OBJECTS = ("dobj", "dative")

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
        _add_owners(parsed, verb, frame, slots)
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
        slots["object"] = _direct_objects(parsed, verb) or _actors_wanted(
            parsed, verb, frame
        )
    particles = [] if frame.literal else slots["object"]
    slots["oblique"] = _obliques(parsed, verb, frame, particles)
    _add_owners(parsed, verb, frame, slots)
    return slots


def _add_owners(
    parsed: ParsedText, verb: Token, frame: VerbFrame, slots: Slots
) -> None:
    """Add who is meant by "praised *Roth's* courage" and "critical of *Roth's* plan"."""
    if frame.sense.relation not in REACHING:
        return
    for owner in owners_of_objects(parsed, verb, ("dobj", "nsubjpass")):
        slots["object"].append(owner)
    for governor in _governors(parsed, verb, frame):
        for child in _prepositions(governor, frame):
            slots["oblique"].extend(owners_of_objects(parsed, child, ("pobj",)))


def _direct_objects(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Whom a verb concerns: "accused *Roth*", but the receiver in "promised *Roth* a loan"."""
    receivers = arguments(parsed, verb, ("dative",))
    return receivers or objects(parsed, verb)


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


def is_mutual(parsed: ParsedText, verb: Token, frame: VerbFrame) -> bool:
    """True if the subjects of a symmetric frame are each other's objects: "Roth and Marsh met"."""
    # CASE other sense: "fought *alongside*", where "Roth and Marsh fought" is something else
    prepositions = frame.prepositions
    if prepositions and BEFORE_PARTNER.isdisjoint(prepositions):
        return False
    # CASE third party: "Roth and Marsh met *with* reporters"
    for governor in _governors(parsed, verb, frame):
        if any(_prepositions(governor, frame)):
            return False
    # CASE literal: "held talks", "joined forces"
    if frame.literal:
        return True
    # CASE verb: "met", "discussed the war", but not "met reporters", "worked", "faced a vote"
    has_object = any(child.dep_ in OBJECTS for child in verb.children)
    is_about = bool(prepositions) or not has_object
    return frame.verb in MUTUAL_VERBS and is_about


def has_literal(parsed: ParsedText, verb: Token, frame: VerbFrame) -> bool:
    """True if a frame asks for no literal word ("impose *sanctions* on"), or the verb has it."""
    return not frame.literal or any(_literals(parsed, verb, frame))


def _literals(parsed: ParsedText, verb: Token, frame: VerbFrame) -> Iterator[Token]:
    """Yield the literal words of a frame after the verb, unless their modifier empties them."""
    for token in _followers(verb):
        words = {token.lower_, parsed.lemma(token)}
        if frame.literal.isdisjoint(words):
            continue
        # CASE infinitive: "told Roth *to* go", but not "told Roth of a trip *to* Oslo"
        if token.lower_ in INFINITIVE_MARKERS and token.dep_ != "aux":
            continue
        # CASE hollow: in "an *honorary* doctorate from the university" nobody studied there
        modifiers = {child.lower_ for child in token.children}
        if HOLLOW.isdisjoint(modifiers):
            yield token


def _followers(verb: Token) -> Iterator[Token]:
    """Yield what follows the verb or is its passive subject, and what directly depends on it."""
    for child in verb.children:
        if child.i > verb.i or child.dep_ == "nsubjpass":
            yield child
            if child.dep_ in ("xcomp", "ccomp", "advcl", "prep", "dobj"):
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
    return agents or _nested_agents(parsed, verb)


def _nested_agents(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Who acts, where the parse attaches it lower: "accused of theft *by Roth*"."""
    agents: list[TokenMention] = []
    for preposition in dependents(verb, "prep"):
        for noun in dependents(preposition, "pobj"):
            for child in dependents(noun, "prep"):
                if child.lower_ in BEFORE_AGENT:
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
    # CASE clause: "demanded that *Norland* free Roth", "called for *Roth* to resign"
    for clause in dependents(verb, "ccomp", "advcl", "xcomp"):
        if _begins_with(clause, frame.prepositions):
            obliques.extend(arguments(parsed, clause, SUBJECTS))
    for governor in _governors(parsed, verb, frame):
        for child in _prepositions(governor, frame):
            # CASE preposition: "imposed sanctions on Norland"
            if child.dep_ in ("prep", "dative", "agent"):
                obliques.extend(complements(parsed, child))
            # CASE particle: in "took the company over", the object fills the slot of "over"
            elif child.dep_ == "prt" and governor.i == verb.i:
                obliques.extend(objects)
    return obliques


def _actors_wanted(
    parsed: ParsedText, verb: Token, frame: VerbFrame
) -> list[TokenMention]:
    """Return who shall do something: "wants *Roth* to resign"."""
    if INFINITIVE_MARKERS.isdisjoint(frame.literal):
        return []
    wanted: list[TokenMention] = []
    for clause in dependents(verb, "ccomp", "xcomp"):
        if _begins_with(clause, INFINITIVE_MARKERS):
            wanted.extend(arguments(parsed, clause, SUBJECTS))
    return wanted


def _begins_with(clause: Token, words: frozenset[str]) -> bool:
    """True if one of the words introduces a clause with a subject of its own."""
    introducing = [child.lower_ for child in dependents(clause, "mark", "aux")]
    return bool(dependents(clause, *SUBJECTS)) and not words.isdisjoint(introducing)


def _bare_times(parsed: ParsedText, verb: Token) -> Iterator[TokenMention]:
    for child in verb.children:
        mention = parsed.covering(child.i) if child.dep_ in BARE_TIMES else None
        if mention is not None:
            yield mention


def _governors(parsed: ParsedText, verb: Token, frame: VerbFrame) -> Iterator[Token]:
    """Yield the words that a preposition of the frame can depend on, each once."""
    governors = {verb: None}
    # CASE literal: in "imposed sanctions on Norland", "on" depends on "sanctions"
    if frame.literal:
        governors.update(dict.fromkeys(_literal_governors(parsed, verb, frame)))
    # CASE nested: in "came up with" and "moved back to", the preposition depends on the first word
    for child in verb.children:
        if _is_nested(child):
            governors[child] = None
    yield from governors


def _literal_governors(
    parsed: ParsedText, verb: Token, frame: VerbFrame
) -> Iterator[Token]:
    """Yield the objects of a verb, and the literal words also in "came under *fire* from"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "acomp"):
            yield child
    yield from _literals(parsed, verb, frame)


def _is_nested(child: Token) -> bool:
    """Whether a word beside the verb may govern the preposition; "moved *closer* to" differs."""
    nested = child.dep_ in ("prt", "advmod", "prep")
    compared = child.tag_ in ("JJR", "RBR")
    return nested and not compared and child.lower_ not in BEFORE_SOURCE
