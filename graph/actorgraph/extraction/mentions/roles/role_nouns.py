"""Finds role phrases by their nouns."""

from __future__ import annotations

from itertools import takewhile

from actorgraph.extraction.knowledge.actor_types import PARTY
from actorgraph.extraction.knowledge.lexicon import Lexicon, Sense
from actorgraph.extraction.mentions.names.name_evidence import PERSONS_OR_BODIES
from actorgraph.extraction.mentions.roles.former_bodies import read_former_body
from actorgraph.extraction.mentions.roles.owner_types import correct_owner_types
from actorgraph.extraction.mentions.roles.role_complements import read_complements
from actorgraph.extraction.mentions.roles.role_modifiers import DEPUTIES, read_before
from actorgraph.extraction.mentions.roles.role_parts import read_part
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.dependents import MODIFIERS, SUBJECTS
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import (
    NOUN_TAGS,
    PLURAL_TAGS,
    POSSESSIVE_TAGS,
    may_modify,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Types of names that may end in a role noun: "the Harbour Commission".
TYPES_NAMED_BY_ROLES = frozenset(
    {ActorType.ORGANIZATION, ActorType.GROUP, ActorType.PLACE}
)

#: What someone does for a living, with or without a body: "composer".
OCCUPATIONS = grammar_words("occupation")

#: Role nouns that rank an officer of a field: "*chief* compliance officer".
BEFORE_FIELD = grammar_words("role noun before a field")
#: Nouns of those whose field precedes: "chief compliance *officer*".
OFFICERS = grammar_words("role noun after its field")
#: Words of a field, at most: "chief *human resources* officer".
LONGEST_FIELD = 3
PLURAL_ENDING = "s"
#: Role nouns that are adjectives before another noun.
MODIFYING = DEPUTIES | grammar_words("role noun that is also an adjective")


def find_roles(parsed: ParsedText, lexicon: Lexicon) -> list[RolePhrase]:
    """Return all role phrases in text order, with their owners and without their holders."""
    phrases: list[RolePhrase] = []
    i = 0
    while i < len(parsed.doc):
        phrase = role_noun_at(parsed, lexicon, i)
        if phrase is None:
            i += 1
            continue
        if _only_modifies(parsed, lexicon, phrase):
            i += 1
            continue
        read_before(parsed, lexicon, phrase)
        read_former_body(lexicon, phrase)
        read_complements(parsed, phrase, lambda j: _begins_role(parsed, lexicon, j))
        read_part(parsed, phrase)
        correct_owner_types(parsed, phrase)
        phrases.append(phrase)
        i = phrase.end
    return phrases


def _only_modifies(parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase) -> bool:
    """Whether a word belongs to the next: "*deputy* bureau chief", "*international* director"."""
    i = phrase.end
    # CASE field between: "*Chief* Compliance Officer"
    if phrase.word in BEFORE_FIELD:
        following = parsed.doc[i : i + LONGEST_FIELD + 1]
        field = takewhile(may_modify, following)
        if any(noun.lower_ in OFFICERS for noun in field):
            return True
    # CASE longer role: "*deputy commander*-in-chief"
    if phrase.deputy:
        longer = role_noun_at(parsed, lexicon, phrase.noun + 1)
        if longer is not None and longer.end > i:
            return True
    if phrase.word not in MODIFYING or parsed.covering(i) is not None:
        return False
    return parsed.tag(i) in NOUN_TAGS


def role_noun_at(parsed: ParsedText, lexicon: Lexicon, i: int) -> RolePhrase | None:
    """Return the longest role noun that begins at token ``i``, as a phrase without context."""
    for length in range(min(lexicon.role_length, len(parsed.doc) - i), 0, -1):
        head = i + length - 1
        word, plural = _dictionary_form(parsed, lexicon, i, head)
        # the tagger takes the last word of "secretary-general" for an adjective
        if not _is_noun(parsed, head) and "-" not in word:
            continue
        if _is_role(lexicon, word) and _is_free(parsed, i, head):
            senses = _senses(parsed, lexicon, word, head)
            deputy = word.replace("-", " ").split()[0] in DEPUTIES
            return RolePhrase(
                i,
                head,
                head + 1,
                word,
                senses,
                plural,
                last=head + 1,
                deputy=deputy,
                noun=i,
            )
    return None


def _senses(parsed: ParsedText, lexicon: Lexicon, word: str, head: int) -> list[Sense]:
    """Return the senses of a role noun; of "broker" before a person, none that only a body has."""
    senses = lexicon.roles.get(word, [])
    if word not in PERSONS_OR_BODIES:
        return senses
    name = parsed.covering(head + 1)
    if name is None or not name.is_person:
        return senses
    return [sense for sense in senses if ActorType.PERSON in sense.subject_types]


def _is_noun(parsed: ParsedText, i: int) -> bool:
    """Whether a token is a noun, also where the tagger mistakes it: "the former *general* left"."""
    tag = parsed.tags[i]
    if tag in NOUN_TAGS:
        return True
    # CASE verb of the same form: "Norway *striker* Jan Hale"
    if tag == "VBP" and parsed.doc[i].dep_ in MODIFIERS:
        name = parsed.covering(i + 1)
        return name is not None and name.is_person
    if tag != "JJ":
        return False
    return parsed.doc[i].dep_ in SUBJECTS or _is_before_person(parsed, i)


def _is_before_person(parsed: ParsedText, i: int) -> bool:
    """Whether an occupation or someone's role precedes a name: "whose *stepson* Jan Hale"."""
    name = parsed.covering(i + 1)
    if name is None or not name.is_person:
        return False
    is_owned = parsed.tag(i - 1) in POSSESSIVE_TAGS
    return is_owned or parsed.lower[i] in OCCUPATIONS


def _begins_role(parsed: ParsedText, lexicon: Lexicon, i: int) -> bool:
    """Whether someone's role begins at token ``i``, not a kind of body such as "supplier"."""
    if i >= len(parsed.doc):
        return False
    phrase = role_noun_at(parsed, lexicon, i)
    if phrase is None:
        return False
    return not phrase.senses or phrase.is_of_person


def _dictionary_form(
    parsed: ParsedText, lexicon: Lexicon, start: int, head: int
) -> tuple[str, bool]:
    """Return a noun of one or several words as the lexicon writes it, and whether it is plural."""
    words, tag = parsed.lower[start : head + 1], parsed.tags[head]
    written = _joined(words)
    # CASE taken for a name: "*Ministers* Roth and Marsh"
    singular = written.removesuffix(PLURAL_ENDING)
    if tag == "NNP" and singular != written and singular in lexicon.roles:
        return singular, True
    if written in lexicon.roles or tag not in PLURAL_TAGS:
        # CASE part at the end: "Minister of Foreign *Affairs*" is one person
        return written, tag == "NNPS" and OF_WHOLE.isdisjoint(words)
    words[-1] = parsed.lemma(parsed.doc[head])
    return _joined(words), True


def _joined(words: list[str]) -> str:
    """Return tokens as one word or phrase: "vice-president"."""
    return " ".join(words).replace(" - ", "-")


def _is_role(lexicon: Lexicon, word: str) -> bool:
    if word in lexicon.roles:
        return True
    return lexicon.actor_nouns.get(word) == ActorType.PERSON


def _is_free(parsed: ParsedText, start: int, head: int) -> bool:
    """Whether a role noun is not merely part of a name.

    An organisation whose name ends in the noun counts: "the Harbour Commission" is a commission.
    """
    name = parsed.covering(head)
    if name is None:
        return not _begins_with_party(parsed, start, head)
    ends_in_noun = name.end == head + 1
    # CASE name inside the noun: "Minister of *Foreign Affairs*"
    if start < name.start:
        return ends_in_noun
    if not ends_in_noun or name.demonym:
        return False
    # CASE complement: the "State *of the Union*" is no union
    if not OF_WHOLE.isdisjoint(parsed.lower[name.start : start]):
        return False
    return name.is_name and name.type in TYPES_NAMED_BY_ROLES


def _begins_with_party(parsed: ParsedText, start: int, head: int) -> bool:
    """Whether several roles are those of a party's members: "two *Labour* ministers"."""
    party = parsed.covering(start)
    if party is None or party.subtype != PARTY:
        return False
    # CASE post: "Labour *Minister* Dana Roth" may be of any party
    noun = parsed.doc[head]
    return noun.is_lower and parsed.tags[head] in PLURAL_TAGS
