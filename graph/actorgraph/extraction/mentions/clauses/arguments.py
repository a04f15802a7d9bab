"""Arguments of verbs and prepositions: the mentions that fill their grammatical roles.

They are followed through lists and relative clauses, see ``coordination``, and to the subjects that
infinitives, participles and coordinated verbs share with the words above them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.actor_types import MATTERS
from actorgraph.extraction.mentions.clauses.appointees import appointee_in_place
from actorgraph.extraction.mentions.clauses.coordination import (
    actor_of,
    complements,
    dependent_mentions,
    introduced,
    subject_after_list,
)
from actorgraph.extraction.mentions.clauses.intentions import (
    owners_of_intention,
    verb_of_intention,
)
from actorgraph.extraction.mentions.clauses.relative_pronouns import WHOLES
from actorgraph.extraction.mentions.clauses.subject_sharing import (
    controlling_verb,
    pressure_before,
    takes_subject,
)
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_AGENT,
    FULFILLED,
    ONE_OF_SEVERAL,
)
from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    has_dependent,
    has_subject,
    is_complement_of,
    is_infinitive,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    PARTICIPLE_TAGS,
    is_noun_form,
    is_verb_form,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Before what someone is accused *of*, blamed *for* or kept *from* doing.
CONTROLLING = grammar_words("preposition before what an object does")

#: Before what anyone may do: "a row *over* funding the dam".
OPEN = grammar_words("preposition before what anyone may do")

#: Before the person who is asked to do something: "called *on* Roth to go".
ADDRESSING = grammar_words("preposition before the addressee")
#: Verbs before where somebody goes to do it: "*took* to the airwaves to praise Roth".
RESORTING = grammar_words("verb of resorting")

#: Nouns before what earns them: "*criticism* for supporting Marsh", "on *trial* for lying".
DESERTS = grammar_words("noun of blame or praise")

#: Verbs whose subject is blamed or praised: "*drew* criticism", "*faces* charges".
FACING = grammar_words("verb of facing blame or praise")

#: Verbs whose object serves what their subject does: "*used* the talks to go".
OF_MEANS = grammar_words("verb of means") | grammar_words(
    "verb whose infinitive its subject does"
)

#: Before a text or speech that does what its author does: "*in* a letter accusing Marsh".
BEFORE_WORDS = grammar_words("preposition before words")


def arguments(
    parsed: ParsedText, verb: Token, dependencies: tuple[str, ...]
) -> list[TokenMention]:
    """Return the mentions that are arguments of a verb, including coordinated ones.

    Args:
        verb: A verb, or a preposition.
        dependencies: Which arguments, as dependency labels such as ``nsubj``.

    Returns:
        The mentions in text order.  A relative pronoun is replaced by its antecedent; a verb
        without a subject of its own takes the subject that it shares.  Arguments that are no
        mention of an actor are left out.
    """
    mentions = dependent_mentions(parsed, verb, dependencies)
    if not mentions and not set(SUBJECTS).isdisjoint(dependencies):
        return _shared_subject(parsed, verb)
    return mentions


def owners_of_noun(
    parsed: ParsedText, noun: Token, prepositions: frozenset[str]
) -> list[TokenMention]:
    """Return whose a noun is, by a possessive or a preposition: "*Roth's* letter", "*by Roth*"."""
    owners: list[TokenMention] = []
    for possessor in dependents(noun, "poss"):
        owners += actor_of(parsed, possessor)
    return owners + introduced(parsed, noun, prepositions)


# shared subjects ------------------------------------------------------------------------


def _shared_subject(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the subject that a verb takes from the verb, adjective or noun above it."""
    governor = verb.head
    if has_subject(verb):
        return []
    # CASE clause after a list: "Police held Roth and *soldiers* have been shot"
    subject = subject_after_list(parsed, verb) or appointee_in_place(parsed, verb)
    if subject or governor.i == verb.i:
        return subject
    # CASE infinitive: "Marsh urged *Roth* to resign", "*Roth* is due to resign"
    controlling = pressure_before(parsed, verb) or controlling_verb(parsed, verb)
    if controlling is not None:
        return _controller(parsed, controlling)
    match verb.dep_:
        # CASE participle after a preposition: "accused *Roth* of lying", "*Roth* left after lying"
        case "pcomp":
            return _subject_after_preposition(parsed, governor)
        # CASE rank: "*Roth* was the first woman to go"
        case "acl" | "relcl" if is_infinitive(verb) and _is_ranked(governor):
            return _bearer_of_rank(parsed, governor)
        # CASE infinitive or participle of a noun: "*Roth*, accused by Marsh", "*Roth*'s plan to go"
        case "acl":
            return _subject_of_modifier(parsed, verb, governor)
    return arguments(parsed, governor, SUBJECTS) if takes_subject(parsed, verb) else []


def _subject_after_preposition(
    parsed: ParsedText, preposition: Token
) -> list[TokenMention]:
    """Return who does what a preposition introduces: "blamed *Roth* for closing the port"."""
    word = preposition.lower_
    governor = preposition.head
    if word in OPEN:
        return []
    for noun in (governor, *governor.children):
        is_object = noun.i == governor.i or noun.dep_ == "dobj"
        if is_object and is_noun_form(noun) and parsed.lemma(noun) in DESERTS:
            return _blamed(parsed, noun)
    # CASE attached too low: "*Roth* is accused by prosecutors of lying"
    if word in CONTROLLING and is_complement_of(governor, BEFORE_AGENT):
        return _controller(parsed, governor.head.head)
    # CASE intention: "*Roth*'s goal of buying the bank", "*Roth* has an interest in buying it"
    if is_noun_form(governor):
        return _intending(parsed, governor)
    if word in CONTROLLING:
        return _controller(parsed, governor)
    return arguments(parsed, governor, SUBJECTS)


def _blamed(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return who did what a noun blames or praises them for."""
    governor = noun.head
    # CASE reason: "*Roth* was arrested on suspicion of killing Marsh"
    if noun.dep_ == "pobj" and is_verb_form(governor.head):
        held = dependent_mentions(parsed, governor.head, ("dobj",))
        return held or arguments(parsed, governor.head, SUBJECTS)
    # CASE received: "*Roth* drew criticism for visiting Oslo", but not "Roth brought charges of"
    if noun.dep_ == "dobj" and parsed.lemma(governor) in FACING:
        return arguments(parsed, governor, ("nsubj",))
    return []


def _controller(parsed: ParsedText, governor: Token) -> list[TokenMention]:
    """Return who does what an infinitive expresses.

    Args:
        governor: The verb that controls it, or the preposition after a noun of pressure.
    """
    # CASE pressure: "Marsh used his influence on *Roth* to go"
    if governor.dep_ == "prep":
        return complements(parsed, governor)
    # CASE means: "*Roth* used the talks to go", "*Roth* beat Marsh to become mayor"
    if parsed.lemma(governor) in OF_MEANS:
        return arguments(parsed, governor, SUBJECTS)
    # CASE passive: "*Roth* was sentenced to death for killing Marsh"
    patients = dependent_mentions(parsed, governor, ("nsubjpass",))
    if any(patient.type not in MATTERS for patient in patients):
        return patients
    # CASE object: "urged *Roth* to go"
    if dependents(governor, "dobj"):
        return arguments(parsed, governor, ("dobj",))
    # CASE addressee: "called on *Roth* to go"
    for child in governor.children:
        follows = child.dep_ == "prep" and child.i > governor.i
        is_asked = parsed.lemma(governor) not in RESORTING
        if follows and is_asked and child.lower_ in ADDRESSING:
            return complements(parsed, child)
    # CASE subject: "*Roth* promised to go"
    return arguments(parsed, governor, SUBJECTS)


def _subject_of_modifier(
    parsed: ParsedText, verb: Token, noun: Token
) -> list[TokenMention]:
    """Return who does what a participle or an infinitive beside a noun expresses."""
    if verb.tag_ not in PARTICIPLE_TAGS:
        return _intending(parsed, noun)
    actors = actor_of(parsed, _last_of_list(parsed, verb, noun))
    is_matter = all(actor.type in MATTERS for actor in actors)
    if verb.tag_ != "VBG" or not is_matter:
        return actors
    # CASE instrument: "*Roth* filed a suit accusing Marsh"
    if noun.dep_ == "dobj":
        return arguments(parsed, noun.head, ("nsubj",))
    # CASE words: "*Roth* resigned in a letter accusing Marsh"
    if is_complement_of(noun, BEFORE_WORDS):
        return arguments(parsed, noun.head.head, ("nsubj",))
    return actors


def _last_of_list(parsed: ParsedText, participle: Token, noun: Token) -> Token:
    """Return the body right before a participle: "Norvale and *Delmore*, founded by Roth".

    Of people, and after "both", all are meant.
    """
    names = [each for each in noun.conjuncts if noun.i < each.i < participle.i]
    is_apart = bool(names) and "," in parsed.lower[names[-1].i : participle.i]
    if not is_apart or has_dependent(participle, WHOLES):
        return noun
    person = parsed.actor_at(noun.i)
    return noun if person is not None and person.is_person else names[-1]


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is one of a rank, or of several: "the *first* woman", "*one* of the men"."""
    if noun.lower_ in ONE_OF_SEVERAL or noun.lower_ in FULFILLED:
        return True
    return has_dependent(noun, FULFILLED)


def _bearer_of_rank(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return who is the first, last or only one: "*Roth* was the first", "*Roth*, the first"."""
    if noun.dep_ == "pobj":
        some = noun.head.head
        if some.lower_ in ONE_OF_SEVERAL:
            noun = some
    if noun.dep_ == "attr":
        return arguments(parsed, noun.head, ("nsubj",))
    if noun.dep_ == "appos":
        noun = noun.head
    return actor_of(parsed, noun)


def _intending(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return who intends what an infinitive or a gerund expresses."""
    owners = owners_of_intention(parsed, noun)
    if owners:
        return owners
    verb = verb_of_intention(parsed, noun)
    if verb is None:
        return []
    # CASE subject: "*Roth* made a promise to go", "*Roth* left in a bid to oust Marsh"
    return arguments(parsed, verb, SUBJECTS)
