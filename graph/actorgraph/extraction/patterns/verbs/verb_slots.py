"""The arguments of a verb, by the slots of a frame: subject, object and oblique."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import (
    actor_of,
    antecedent,
    complements,
)
from actorgraph.extraction.mentions.clauses.direct_objects import objects
from actorgraph.extraction.parse.closed_classes import AT_PLACE, OF_WHOLE
from actorgraph.extraction.parse.dependents import (
    AFFECTED,
    SUBJECTS,
    dependents,
    has_dependent,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import NAME_TAGS, PAST_TAGS, is_noun_form
from actorgraph.extraction.patterns.verbs.both_parties import joint_agents
from actorgraph.extraction.patterns.verbs.clause_arguments import (
    actors_wanted,
    clause_arguments,
    small_clause_subjects,
)
from actorgraph.extraction.patterns.verbs.frame_words import (
    STRIKES,
    governors_of,
    prepositions_of,
)
from actorgraph.extraction.patterns.verbs.free_relatives import (
    doers_in_clause,
    named_by_clause,
)
from actorgraph.extraction.patterns.verbs.instruments import wielders
from actorgraph.extraction.patterns.verbs.owned_objects import (
    ATTACKS,
    JUDGING,
    ON_OWNERS,
    owners_of_literals,
    owners_reached,
)
from actorgraph.extraction.patterns.verbs.recipients import with_recipients
from actorgraph.extraction.patterns.verbs.voice import agents, is_passive
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Mean a place and its preposition: "Oslo, *where* Roth was born"; and those prepositions.
RELATIVE_PLACES = grammar_words("relative adverb of a place")

#: Dependencies of points in time without preposition: "born 3 May 1920".
BARE_TIMES = ("npadvmod", "dobj", "oprd", "attr")

#: Dependencies of an adjective after its noun: "a paper *loyal* to Roth".
AFTER_NOUN = ("amod", "appos")

#: Attacks, of which a clause after their place may tell: "the *raid* on Oslo, which killed ten".
DEEDS = ATTACKS | STRIKES
#: Begins clauses that narrow down a noun: "the revolt *that* failed".
NARROWING = grammar_words("pronoun of a narrowing clause")
#: Labels of a name that is not what a phrase is about: "a revolt against *Roth*".
WITHIN_PHRASE = ("pobj", "conj")
#: Tag of "which" and "that" before a clause about a thing.
THING_TAG = "WDT"

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
    if is_adjective(verb):
        if frame.passive:
            slots["subject"] = _subjects_of_adjective(parsed, verb)
        slots["oblique"] = _obliques(parsed, verb, frame, [])
        _add_owners(parsed, verb, frame, slots)
        return slots
    # CASE frame in the passive: "Roth was born in Oslo", "Roth was awarded the prize"
    if frame.passive:
        if not passive:
            return slots
        slots["subject"] = arguments(parsed, verb, SUBJECTS)
        slots["object"] = arguments(parsed, verb, ("dobj",))
    # CASE passive of an active frame: "Marsh was accused by Roth"
    elif passive:
        relation = frame.sense.relation
        slots["subject"] = agents(parsed, verb) or joint_agents(parsed, verb, relation)
        slots["object"] = arguments(parsed, verb, SUBJECTS)
    # CASE active: "Roth accused Marsh"
    else:
        slots["subject"] = arguments(parsed, verb, ("nsubj",))
        slots["object"] = (
            _direct_objects(parsed, verb)
            or actors_wanted(parsed, verb, frame)
            or small_clause_subjects(parsed, verb, frame)
            or named_by_clause(parsed, verb)
        )
    if not frame.passive:
        relation = frame.sense.relation
        slots["subject"] += wielders(parsed, verb, relation, passive=passive)
    particles = [] if frame.literal else slots["object"]
    slots["oblique"] = _obliques(parsed, verb, frame, particles)
    _add_owners(parsed, verb, frame, slots)
    return with_recipients(parsed, verb, frame, slots)


def is_adjective(word: Token) -> bool:
    """Whether a word is an adjective of something: "is *opposed* to", "a paper *loyal* to"."""
    if word.dep_ == "acomp":
        return True
    is_beside = word.dep_ == "advcl" or follows_its_noun(word)
    return word.tag_ == "JJ" and is_beside


def _subjects_of_adjective(parsed: ParsedText, adjective: Token) -> list[TokenMention]:
    # CASE after its noun: "a *newspaper* critical of Marsh"
    if follows_its_noun(adjective):
        return actor_of(parsed, adjective.head)
    return arguments(parsed, adjective.head, ("nsubj",))


def follows_its_noun(adjective: Token) -> bool:
    """Whether an adjective with a complement modifies the noun before it: "a paper *loyal* to"."""
    noun = adjective.head
    if adjective.dep_ not in AFTER_NOUN or noun.i > adjective.i:
        return False
    if not is_noun_form(noun):
        return False
    return bool(dependents(adjective, "prep"))


def is_loosely_attached(verb: Token) -> bool:
    """Whether it is unclear who does what a verb without a subject of its own says."""
    is_of_another = _tells_of_attack(verb) or _restricts_name(verb)
    return is_of_another or _follows_another_clause(verb)


def _restricts_name(verb: Token) -> bool:
    """Whether "that" follows a name, which no clause narrows: "a revolt led by *Roth* that won"."""
    name = verb.head
    if verb.dep_ != "relcl" or name.tag_ not in NAME_TAGS:
        return False
    is_within = name.dep_ in WITHIN_PHRASE
    return is_within and has_dependent(verb, NARROWING)


def _tells_of_attack(verb: Token) -> bool:
    """Whether a clause can be about an attack: "the attack on *Oslo*, which killed ten"."""
    place = verb.head
    is_of_thing = any(word.tag_ == THING_TAG for word in dependents(verb, "nsubj"))
    is_relative = verb.dep_ == "relcl" and is_of_thing
    return is_relative and place.dep_ == "pobj" and place.head.head.lower_ in DEEDS


def _follows_another_clause(participle: Token) -> bool:
    """Whether another clause is between a participle and the verb whose subject it shares.

    In "Roth left when the tower fell, *killing* Marsh" it is unclear what killed him.
    """
    if participle.dep_ != "advcl" or participle.tag_ != "VBG":
        return False
    between = participle.doc[participle.head.i + 1 : participle.i]
    return any(dependents(word, "nsubj", "nsubjpass") for word in between)


def _add_owners(
    parsed: ParsedText, verb: Token, frame: VerbFrame, slots: Slots
) -> None:
    """Add who is meant by "praised *Roth's* courage" and "critical of *Roth's* plan"."""
    # CASE literal: "demanded *Roth's* resignation", which is "the resignation of Roth"
    if frame.sense.relation in ON_OWNERS and not OF_WHOLE.isdisjoint(
        frame.prepositions
    ):
        slots["oblique"].extend(owners_of_literals(parsed, verb, frame))
    relation = frame.sense.relation
    owners = owners_reached(parsed, verb, AFFECTED, relation)
    slots["object"].extend(owners)
    if relation in JUDGING:
        slots["object"].extend(doers_in_clause(parsed, verb))
    for governor in governors_of(parsed, verb, frame):
        for child in prepositions_of(governor, frame):
            owners = owners_reached(parsed, child, ("pobj",), relation)
            slots["oblique"].extend(owners)
            if relation in JUDGING:
                slots["oblique"].extend(doers_in_clause(parsed, child))


def _direct_objects(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """The object of a verb: "accused *Roth*", but the receiver in "promised *Roth* a loan"."""
    receivers = arguments(parsed, verb, ("dative",))
    if receivers:
        return receivers
    return objects(parsed, verb)


def compound_agent(parsed: ParsedText, verb: Token) -> TokenMention | None:
    """Return who does what the participle of a compound says: "*Bordurian*-backed rebels"."""
    if verb.dep_ != "amod" or verb.tag_ not in PAST_TAGS:
        return None
    hyphen = verb.i - 1
    if hyphen < 1 or parsed.lower[hyphen] != "-":
        return None
    return parsed.covering(hyphen - 1)


def _obliques(
    parsed: ParsedText, verb: Token, frame: VerbFrame, particles: list[TokenMention]
) -> list[TokenMention]:
    """Return the mentions that the prepositions of a frame introduce.

    Args:
        particles: What fills the slot if a preposition of the frame is a particle here.
    """
    obliques: list[TokenMention] = []
    # CASE time without preposition: "born 3 May 1920"
    if ActorType.TIME in frame.sense.object_types:
        obliques.extend(_bare_times(parsed, verb))
    obliques.extend(clause_arguments(parsed, verb, frame))
    obliques.extend(_relative_places(parsed, verb, frame))
    for governor in governors_of(parsed, verb, frame):
        for child in prepositions_of(governor, frame):
            # CASE preposition: "imposed sanctions on Norland"
            introduced = complements(parsed, child) or named_by_clause(parsed, child)
            if introduced or child.dep_ in ("prep", "dative", "agent"):
                obliques.extend(introduced)
            # CASE particle: in "took the company over", the object fills the slot of "over"
            elif child.dep_ == "prt" and governor.i == verb.i:
                obliques.extend(particles)
    return obliques


def _relative_places(
    parsed: ParsedText, verb: Token, frame: VerbFrame
) -> list[TokenMention]:
    """Return the place in "*Oslo*, where Roth was born" and "lives", if the frame asks for one."""
    if AT_PLACE.isdisjoint(frame.prepositions):
        return []
    if not has_dependent(verb, RELATIVE_PLACES, "advmod"):
        return []
    return antecedent(parsed, verb)


def _bare_times(parsed: ParsedText, verb: Token) -> Iterator[TokenMention]:
    for child in verb.children:
        mention = parsed.covering(child.i) if child.dep_ in BARE_TIMES else None
        if mention is not None:
            yield mention
