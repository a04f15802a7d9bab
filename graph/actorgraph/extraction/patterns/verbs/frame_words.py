"""The words of a frame beside its verb: its literal words, and what its prepositions depend on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.actor_types import PEOPLE
from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.parse.closed_classes import (
    CONTESTS,
    CURRENCIES,
    INFINITIVE_MARKERS,
    OF_COMPANY,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    AFFECTED,
    RELATIVE_CLAUSES,
    dependents,
    has_dependent,
    is_complement_of,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import (
    COMPARATIVE_TAGS,
    NAME_TAGS,
    RELATIVE_TAGS,
    TIME_LABELS,
    is_noun_form,
)
from actorgraph.extraction.patterns.verbs.deeds import participles_of_doing
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Begins the source of a report, which is no argument of the verb: "according to the bank".
BEFORE_SOURCE = grammar_words("preposition before a source")

NOT_NESTED = BEFORE_SOURCE | OF_COMPANY

#: The slot of a direct object in a frame.
OBJECT = "object"

#: Verbs that say something of their subject only where they have no object: "*moved* to Norland",
#: but "moved the money to Norland"; "*lost* to Norland", but "lost a player to Norland".
MOVING = grammar_words("verb that concerns its subject without an object")

#: Nouns that measure another: "a *round* of talks".
MEASURES = grammar_words("noun of a measure")

#: Before what something is full of: "a bag *of* money", "an envelope *with* money".
BEFORE_CONTENTS = grammar_words("preposition before contents")

#: Addressees who are in the place that follows: "told *reporters* in Oslo".
PRESS = grammar_words("noun for the press")

#: Prepositions of a reason or else of a time: "attacked Roth *over* the cuts".
OF_REASON = grammar_words("preposition of a reason or a time")

#: The parser's label of a number that says which.
ORDINAL = "ORDINAL"

#: Means any amount of money in a frame, and the parser's label of one.
MONEY = grammar_words("word for any amount of money")
AMOUNT = "MONEY"

#: Particles that make another verb of a verb: "backed *off* the plan".
OTHER_SENSE = grammar_words("particle of another sense")

#: A placeholder for any object in a frame: "SUBJECT blame *something* on OBJECT".
ANYTHING = grammar_words("word for any object")

#: Before a noun that then no longer means what it says: "*honorary* doctorate".
HOLLOW = grammar_words("modifier that empties a noun")


#: Dependencies of words after a verb below which a literal word may be.
GOVERNING_LITERALS = ("xcomp", "ccomp", "advcl", "prep", "dobj", "dative", "agent")

#: Weapons, and their use: "*missile*", "*airstrike*".
WEAPONS = grammar_words("noun of a weapon")
STRIKES = grammar_words("noun of a strike")


def has_literal(parsed: ParsedText, verb: Token, frame: VerbFrame) -> bool:
    """Whether a frame asks for no literal word ("impose *sanctions* on"), or the verb has it."""
    if _has_other_particle(verb, frame):
        return False
    if not frame.literal:
        return not _moves_another(parsed, verb, frame)
    return any(literals(parsed, verb, frame))


def _moves_another(parsed: ParsedText, verb: Token, frame: VerbFrame) -> bool:
    """Whether an object goes to a place, not the subject: "*returned the ring* to Norland"."""
    is_without_object = OBJECT not in (frame.subject, frame.object)
    if not is_without_object or parsed.lemma(verb) not in MOVING:
        return False
    # CASE measure: "moved *two miles* to Alderfen", "lost *the second leg* to Norland"
    return not all(
        dependents(noun, "nummod") or parsed.lemma(noun) in CONTESTS
        for noun in dependents(verb, "dobj")
    )


def _has_other_particle(verb: Token, frame: VerbFrame) -> bool:
    """Whether a particle makes another verb of it: "backed *off* the plan"."""
    words = frame.prepositions | frame.literal
    # CASE stranded: "the visit was paid *for* by the bank", which paid no visit
    if not _stranded(verb) <= words:
        return True
    return has_dependent(verb, OTHER_SENSE - words, "prt")


def _stranded(verb: Token) -> set[str]:
    """Return the prepositions of a passive verb whose object is its subject: "was paid *for*"."""
    stranded: set[str] = set()
    if not dependents(verb, "nsubjpass"):
        return stranded
    for preposition in dependents(verb, "prep"):
        if not any(preposition.children):
            stranded.add(preposition.lower_)
    return stranded


def literals(parsed: ParsedText, verb: Token, frame: VerbFrame) -> Iterator[Token]:
    """Yield the literal words of a frame after the verb, unless their modifier empties them."""
    for token in (*_weapons(parsed, verb), *_followers(verb)):
        words = {token.lower_, parsed.lemma(token)}
        # CASE amount: "paid Roth *2m euros*"
        if token.ent_type_ == AMOUNT or parsed.lemma(token) in CURRENCIES:
            words |= MONEY
        # CASE any object: "blamed the *attack* on Roth", which the parse may make one phrase
        if token.dep_ in AFFECTED or token.i == verb.head.i:
            words |= ANYTHING
        # CASE object: "identified *the suspect*", while another is "identified as the suspect"
        if frame.literal.isdisjoint(words) or _fills_object(parsed, token, verb):
            continue
        # CASE infinitive: "told Roth *to* go", but not "told Roth of a trip *to* Oslo"
        if token.lower_ in INFINITIVE_MARKERS and token.dep_ != "aux":
            continue
        # CASE source: "reached an *accord*", but not "reached it, *according* to Roth"
        # CASE time: "attacked Norland *over* the weekend"
        if token.lower_ in BEFORE_SOURCE or _is_before_time(token):
            continue
        # CASE hollow: in "an *honorary* doctorate from the university" nobody studied there
        # CASE denied: "found Roth *not* guilty"
        if not has_dependent(token, HOLLOW) and not dependents(token, "neg"):
            yield token


def _is_before_time(preposition: Token) -> bool:
    """Whether a time follows a preposition: "*for* two days", "*for* the third time"."""
    if preposition.lower_ not in OF_REASON:
        return False
    for noun in dependents(preposition, "pobj"):
        numbers = {word.ent_type_ for word in dependents(noun, "amod")}
        if noun.ent_type_ in TIME_LABELS or ORDINAL in numbers:
            return True
    return False


def _fills_object(parsed: ParsedText, token: Token, verb: Token) -> bool:
    """Whether a word describes the only object of a verb."""
    mention = parsed.covering(token.i)
    if mention is None or mention.type not in PEOPLE:
        return False
    return dependents(verb, "dative", "oprd", *AFFECTED) == [token]


def _followers(verb: Token) -> Iterator[Token]:
    """Yield what follows the verb, its passive subject and adverbs, and what depends on these."""
    # CASE noun before its clause: "the *sanctions* imposed on Norland", "the *suit* Roth filed"
    if _modifies_object(verb):
        yield verb.head
        yield from measured(verb.head)
    for child in verb.children:
        # CASE adverb: "*fatally* shot Marsh"
        is_beside = child.dep_ == "advmod" and child.i == verb.i - 1
        if child.i > verb.i or child.dep_ == "nsubjpass" or is_beside:
            yield child
            if child.dep_ in GOVERNING_LITERALS:
                yield from child.children
            if child.dep_ in AFFECTED:
                yield from measured(child)
            # CASE compound: "put Roth on its *sanctions* list"
            if child.dep_ == "prep":
                yield from _compounds(child)


def _weapons(parsed: ParsedText, verb: Token) -> Iterator[Token]:
    """Yield by what something is done, which comes before: "a *missile* hit Oslo"."""
    for noun in dependents(verb, "nsubj"):
        if parsed.lemma(noun) in WEAPONS | STRIKES:
            yield noun


def _compounds(preposition: Token) -> Iterator[Token]:
    """Yield the nouns that modify the complements of a preposition."""
    for noun in preposition.children:
        yield from dependents(noun, "compound")


def _modifies_object(verb: Token) -> bool:
    """Whether a verb modifies the noun that would be its object: "the *sanctions* imposed"."""
    if verb.dep_ not in RELATIVE_CLAUSES or not is_noun_form(verb.head):
        return False
    # CASE pronoun: "the sanctions *that* Norland imposed"
    objects = dependents(verb, "dobj")
    return all(word.tag_ in RELATIVE_TAGS for word in objects)


def measured(noun: Token) -> Iterator[Token]:
    """Yield the nouns that another only measures: "rounds of *talks*", "tons of bags of *rice*"."""
    if noun.lower_ not in MEASURES:
        return
    for preposition in prepositions(noun, BEFORE_CONTENTS):
        for content in preposition.children:
            yield content
            yield from measured(content)


def measure_of(noun: Token) -> Token:
    """Return the noun that measures another, else this: the *round* in "a round of talks"."""
    if not is_complement_of(noun, OF_WHOLE):
        return noun
    measure = noun.head.head
    return measure if measure.lower_ in MEASURES else noun


def governor_of_noun(noun: Token) -> Token:
    """Return the word that governs a noun, through those that it is coordinated with."""
    noun = measure_of(noun)
    governor = noun.head
    while governor.dep_ == "conj" and is_noun_form(governor):
        governor = governor.head
    if is_noun_form(governor) and noun.dep_ == "conj":
        governor = governor.head
    return governor


def prepositions_of(verb: Token, frame: VerbFrame) -> Iterator[Token]:
    """Yield the prepositions and particles of a frame that depend on a word."""
    # CASE of a name: in "met Roth *of* the Harbour Party" it belongs to the name
    words = frame.prepositions
    if verb.tag_ in NAME_TAGS:
        words = words - OF_WHOLE
    for child in verb.children:
        if child.lower_ in words:
            yield child


def governors_of(parsed: ParsedText, verb: Token, frame: VerbFrame) -> Iterator[Token]:
    """Yield the words that a preposition of the frame can depend on, each once."""
    governors = {verb: None}
    # CASE literal: in "imposed sanctions on Norland", "on" depends on "sanctions"
    if frame.literal:
        governors.update(dict.fromkeys(_literal_governors(parsed, verb, frame)))
        governors.update(participles_of_doing(parsed, governors))
    # CASE nested: in "came up with" and "moved back to", the preposition depends on the first word
    for child in verb.children:
        if _is_nested(child) or _is_complete_object(parsed, child):
            governors[child] = None
    yield from governors


def _is_complete_object(parsed: ParsedText, child: Token) -> bool:
    """Whether what follows an object belongs to the verb: "left *Roth* for Marsh"."""
    if child.dep_ != "dobj":
        return False
    # CASE press: "told *reporters* in Oslo"
    if child.lower_ in PRESS:
        return True
    mention = parsed.actor_at(child.i)
    return mention is not None and mention.is_name


def _literal_governors(
    parsed: ParsedText, verb: Token, frame: VerbFrame
) -> Iterator[Token]:
    """Yield the objects of a verb, and the literal words also in "came under *fire* from"."""
    yield from dependents(verb, *AFFECTED)
    yield from literals(parsed, verb, frame)


def _is_nested(child: Token) -> bool:
    """Whether a word beside the verb may govern the preposition.

    "Moved *closer* to" means something else, and in "spoke, *along* with Marsh" Marsh speaks too.
    """
    if child.dep_ not in ("prt", "advmod", "prep"):
        return False
    if child.tag_ in COMPARATIVE_TAGS:
        return False
    return child.lower_ not in NOT_NESTED
