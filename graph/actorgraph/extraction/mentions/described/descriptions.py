"""Mentions that do not name their actor: "a senior Norwegian official", "she"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.knowledge.pronoun_words import (
    FEMININE,
    FIRST_PERSON,
    MASCULINE,
)
from actorgraph.extraction.mentions.described.compound_bodies import (
    add_compound_bodies,
    class_of_body,
)
from actorgraph.extraction.mentions.described.described_bodies import (
    add_described_bodies,
)
from actorgraph.extraction.mentions.roles.described_owners import ends_name_before
from actorgraph.extraction.mentions.roles.joint_names import joins_names
from actorgraph.extraction.mentions.roles.role_modifiers import PARTITIVE_LENGTH
from actorgraph.extraction.mentions.roles.role_phrases import OwnerMark, RolePhrase
from actorgraph.extraction.mentions.roles.role_predicates import by_predicate
from actorgraph.extraction.parse.closed_classes import AGED
from actorgraph.extraction.parse.dependents import (
    ARGUMENTS,
    dependents,
    is_complement_of,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.repairs.days_before_subjects import is_time_of_verb
from actorgraph.extraction.parse.word_tags import (
    NAME_TAGS,
    NOUN_TAGS,
    PLURAL_TAGS,
    POSSESSIVE_TAG,
    may_modify,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind

#: Before a number: "*at least* six people".
LIMITS = grammar_words("words of a limit")

#: Pronouns → the type of the actor that they refer to.
PRONOUNS = {
    **dict.fromkeys(FIRST_PERSON | FEMININE | MASCULINE, ActorType.PERSON),
    **dict.fromkeys(grammar_words("neuter pronoun"), ActorType.ORGANIZATION),
    **dict.fromkeys(grammar_words("plural pronoun"), ActorType.GROUP),
}
PRONOUN_TAGS = ("PRP", POSSESSIVE_TAG)

#: Types of nouns → the type that their plurals describe, where it is another.
PLURALS = {
    ActorType.PERSON: ActorType.GROUP,
    ActorType.ORGANIZATION: ActorType.GROUP,
}

#: Tags of adjectives and participles used as nouns: "*the accused*".
NOMINAL_TAGS = ("JJ", "VBN")

#: Tags of words that begin a noun phrase.
DETERMINER_TAGS = ("DT", POSSESSIVE_TAG)
#: Tags of words with which a description does not begin: "*then* Norwegian official".
NOT_INITIAL_TAGS = ("RB", "CC", "VBG", "HYPH")
#: Nouns that say that something belongs to a country: "*state*-owned".
STATES_AS_OWNERS = grammar_words("noun for a country as an owner")
#: Dependency labels of a noun that belongs to the next word.
OF_NEXT_WORD = ("compound", "npadvmod", "nsubj")
#: Tags after a noun that modifies what follows: "police station".
MODIFIED_TAGS = ("NN", "NNS", "POS", "HYPH")

#: Nouns of what bodies do and of these bodies: "the *campaign* began", "the *campaign* said".
EVENTS_OR_BODIES = grammar_words("noun of an event or a body")
#: Nouns of rules and of those who rule: "a sanctions *regime*", "the *regime* fell".
RULES_OR_RULERS = grammar_words("noun of rules or rulers")
#: What rules are for: "a *sanctions* regime".
REGULATED = grammar_words("noun of what is regulated")
#: A room, or people who plot together: "a terrorist *cell*".
CELLS = grammar_words("noun of conspirators")
#: What makes it people: "a *terrorist* cell".
CONSPIRING = grammar_words("modifier of conspirators")
#: Before an event in which something happens: "*during* the campaign".
WITHIN_EVENT = grammar_words("preposition within an event")

TYPE_NAMES = frozenset(type_.value for type_ in ActorType)


def find_pronouns(parsed: ParsedText) -> None:
    """Add a mention for every personal pronoun."""
    for i, word in enumerate(parsed.lower):
        type_ = PRONOUNS.get(word)
        if type_ is None or parsed.tags[i] not in PRONOUN_TAGS:
            continue
        if parsed.covering(i) is None:
            pronoun = TokenMention(i, i + 1, i, type_, MentionKind.PRONOUN)
            parsed.add(pronoun)


def find_descriptions(
    parsed: ParsedText, lexicon: Lexicon, roles: list[RolePhrase]
) -> None:
    """Add a mention for every description: role phrases without a holder, and actor nouns."""
    for phrase in roles:
        # CASE described subject: "*The writer* is a columnist", whose mention was added before
        if not phrase.holders:
            phrase.holders = by_predicate(parsed, lexicon, phrase)
        if not phrase.holders and _is_of_state(parsed, phrase):
            _let_stand_for_country(parsed, phrase)
        elif not phrase.holders:
            type_ = _described_type(parsed, phrase, lexicon)
            start = _start_of_role(parsed, phrase)
            phrase.nominal = _add(parsed, start, phrase.end, phrase.head, type_)
        # CASE one of several: "Roth is one of *seven poets*", who are a group
        elif phrase.partitive and not _serves_somebody(phrase):
            start = phrase.start + PARTITIVE_LENGTH
            _add(parsed, start, phrase.end, phrase.head, ActorType.GROUP)
    heads = {phrase.head for phrase in roles}
    for i in range(len(parsed.doc)):
        noun_type = _type_of_noun(parsed, lexicon, i)
        if noun_type is not None and i not in heads and _is_free_noun(parsed, i):
            _add(parsed, _first_word(parsed, i), i + 1, i, noun_type)
    add_described_bodies(parsed, roles)
    add_compound_bodies(parsed, roles)


def _is_of_state(parsed: ParsedText, phrase: RolePhrase) -> bool:
    """Whether a noun only says that something is a state's: "*state*-owned", "*state* media"."""
    noun = parsed.doc[phrase.head]
    if noun.lower_ not in STATES_AS_OWNERS or noun.dep_ not in OF_NEXT_WORD:
        return False
    return parsed.tag(phrase.end) in MODIFIED_TAGS


def _let_stand_for_country(parsed: ParsedText, phrase: RolePhrase) -> None:
    """Let a noun mean the country before it: "*Norway's state*-owned railway"."""
    for owner in phrase.owners:
        country = owner.mention
        is_country = country.is_place or country.demonym
        if is_country and country.end <= phrase.head:
            parsed.assign(phrase.head, country)


def _start_of_role(parsed: ParsedText, phrase: RolePhrase) -> int:
    """Return where a role begins, after a name for more: "the Dana Roth *police* academy"."""
    name = parsed.name_at(phrase.noun - 1)
    if name is None or not name.is_person or not _modifies_next(parsed, phrase.head):
        return phrase.start
    return phrase.noun


def _serves_somebody(phrase: RolePhrase) -> bool:
    """Whether a role is for someone, which says more than the group: "one of *Roth's* aides"."""
    return any(owner.mark is not OwnerMark.DEMONYM for owner in phrase.owners)


def _type_of_noun(parsed: ParsedText, lexicon: Lexicon, i: int) -> ActorType | None:
    """Return the type of the actor that a noun describes; several people are a group."""
    type_name = lexicon.actor_nouns.get(parsed.lower[i])
    # CASE conspirators: "a *terrorist* cell", but not "a prison cell"
    if parsed.lower[i] in CELLS and i and parsed.lower[i - 1] in CONSPIRING:
        return ActorType.ORGANIZATION
    if type_name is not None:
        # CASE rules: "the *ceasefire* regime", which rules no country
        if (
            i
            and parsed.lower[i] in RULES_OR_RULERS
            and parsed.lower[i - 1] in REGULATED
        ):
            return None
        is_event = _is_undertaken(parsed, i)
        return ActorType.EVENT if is_event else ActorType(type_name)
    # CASE name before: "the Quint Trust … the *trust*"
    if ends_name_before(parsed, i):
        return ActorType.ORGANIZATION
    # CASE age: "the 56-*year-old*"
    ending = " ".join(parsed.lower[max(0, i - 2) : i + 1])
    if ending in AGED and parsed.tags[i] == "JJ":
        return ActorType.PERSON
    if parsed.tags[i] not in PLURAL_TAGS:
        return None
    type_name = lexicon.actor_nouns.get(parsed.lemma(parsed.doc[i]))
    return None if type_name is None else _plural_of(ActorType(type_name))


def _is_undertaken(parsed: ParsedText, i: int) -> bool:
    """Whether a noun that can mean a body means what it does: "launched a *campaign*"."""
    noun = parsed.doc[i]
    # CASE name: "heads the Norland *Mission*"
    if noun.lower_ not in EVENTS_OR_BODIES or noun.tag_ in NAME_TAGS:
        return False
    # CASE time: "said *during* the campaign", but not "worked for the campaign"
    is_period = is_complement_of(noun, WITHIN_EVENT)
    return is_period or noun.dep_ == "dobj"


def _plural_of(type_: ActorType) -> ActorType:
    return PLURALS.get(type_, type_)


def _add(
    parsed: ParsedText, start: int, end: int, head: int, type_: ActorType
) -> TokenMention:
    """Add a description; its head refers to it even where a name inside was added before."""
    subtype = None
    if type_ is ActorType.ORGANIZATION:
        subtype = class_of_body(parsed.lower[head])
    mention = TokenMention(start, end, head, type_, MentionKind.NOMINAL, subtype)
    parsed.add(mention)
    parsed.assign(head, mention)
    return mention


def _described_type(
    parsed: ParsedText, phrase: RolePhrase, lexicon: Lexicon
) -> ActorType:
    """Return the type of the actor that a role phrase describes."""
    last_word = phrase.word.split()[-1]
    nouns = lexicon.actor_nouns
    # CASE plural of its own: "the Baltic *states*"
    if parsed.lower[phrase.head] in nouns and phrase.plural:
        return ActorType(nouns[parsed.lower[phrase.head]])
    described = nouns.get(last_word) or nouns.get(phrase.word)
    if described is not None and described != ActorType.PERSON:
        type_ = ActorType(described)
        return _plural_of(type_) if phrase.plural else type_
    subjects = [sense.subject_types for sense in phrase.senses]
    if all(ActorType.PERSON in types for types in subjects):
        return ActorType.GROUP if phrase.plural else ActorType.PERSON
    first = min(subjects[0])
    return ActorType(first) if first in TYPE_NAMES else ActorType.ORGANIZATION


def _is_free_noun(parsed: ParsedText, i: int) -> bool:
    is_noun = _is_noun(parsed, i) and parsed.covering(i) is None
    # CASE named: "a *firm* called Brightwater"
    if parsed.stand_in(i) is not None:
        return False
    return is_noun and not _modifies_next(parsed, i)


def _is_noun(parsed: ParsedText, i: int) -> bool:
    """Whether a token is a noun, or an adjective used as one: "lost *the final*"."""
    tag = parsed.tags[i]
    if tag in NOUN_TAGS:
        return True
    token = parsed.doc[i]
    if tag not in NOMINAL_TAGS or token.dep_ not in ARGUMENTS:
        return False
    return bool(dependents(token, "det", "poss"))


def _modifies_next(parsed: ParsedText, i: int) -> bool:
    """Whether a noun merely modifies another: "police station"."""
    if i + 1 == len(parsed.tags) or parsed.tags[i + 1] not in MODIFIED_TAGS:
        return False
    return bool(parsed.doc[i].dep_ == "compound")


def _first_word(parsed: ParsedText, noun: int) -> int:
    """Return the token with which the phrase of a noun begins."""
    start = _leftmost_modifier(parsed, noun)
    while start < noun and parsed.tags[start] in NOT_INITIAL_TAGS:
        start += 1
    before = max(0, start - 1)
    words = " ".join(parsed.lower[before : start + 1])
    # CASE limit: "at *least* six people" are six people
    return start + 1 if words in LIMITS else start


def _leftmost_modifier(parsed: ParsedText, noun: int) -> int:
    start = noun
    while start > 0 and not parsed.doc[start].is_sent_start:
        before = start - 1
        name = parsed.name_at(before)
        # CASE time: "On *Friday* protesters …" belongs to the verb
        is_named_time = name is not None and name.is_time
        if is_named_time or is_time_of_verb(parsed.doc[before]):
            break
        # CASE name: "*Delmore Bank* clerk"
        if name is not None:
            start = name.start
        # CASE determiner: "*the* clerk", but not "150p-*a*-share bid"
        elif parsed.tags[before] in DETERMINER_TAGS and parsed.word(before - 1) != "-":
            return before
        # CASE modifier: "*senior* clerk"
        elif _may_modify(parsed, before) or joins_names(parsed, before, noun):
            start = before
        else:
            break
    return start


def _may_modify(parsed: ParsedText, i: int) -> bool:
    if may_modify(parsed.doc[i]):
        return True
    # CASE adjectives: "the old *and* new guard"
    return parsed.tags[i] == "CC" and parsed.tag(i - 1) == "JJ"
