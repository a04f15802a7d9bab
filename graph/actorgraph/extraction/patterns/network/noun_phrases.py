"""Whether a territory belongs to the noun phrase of a person, as in "the *Norse* painter Roth"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.roles.premodifying_names import SENT
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_GOAL,
    BEING,
    OF_PURPOSE,
    OF_WHOLE,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    ADJECTIVE_TAGS,
    NOUN_TAGS,
    is_noun_form,
    is_verb_form,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependency labels within a noun phrase, and of what a copula says of its subject.
OF_MODIFIERS = frozenset(
    {"amod", "compound", "nmod", "poss", "appos", "prep", "pobj", "attr", "acomp"}
)
#: Dependency labels by which a name belongs to its phrase.
OF_NAMES = frozenset({"amod", "compound", "nmod", "appos"})
SUBJECT = "nsubj"
#: Maximum number of tokens in a title, and tags of its words besides "of".
LONGEST_TITLE = 8
TITLE_TAGS = NOUN_TAGS | ADJECTIVE_TAGS | {"POS", "HYPH"}
RELATIVE_CLAUSE = "relcl"


def share_any_phrase(entities: Entities, actor: int, place: int) -> bool:
    """Whether two entities share a noun phrase in a sentence of the document."""
    parsed = entities.parsed
    places: dict[int, list[TokenMention]] = defaultdict(list)
    for mention in entities.all[place].mentions:
        places[parsed.sentence_of[mention.root]].append(mention)
    for mention in entities.all[actor].mentions:
        for place_mention in places[parsed.sentence_of[mention.root]]:
            if share_phrase(parsed, mention, place_mention):
                return True
    return False


def share_phrase(parsed: ParsedText, person: TokenMention, place: TokenMention) -> bool:
    """Whether a noun phrase, or a copula, connects a person with a place.

    It does in "Dana Roth, a Norwegian painter" and in "Roth is Norwegian", but not in "Roth met
    Norwegian officials", nor between Roth and Sweden in "Norway's Roth, Sweden's Marsh".
    """
    # CASE errand: "Borduria's envoy *to* Norway, Roth,"
    if _is_goal(parsed, parsed.head_of(place)):
        return False
    if _is_title_between(parsed, person, place):
        return True
    governors = set(_governors_of_place(parsed, person, place))
    return not governors.isdisjoint(_governors_of_person(parsed, person))


def _is_goal(parsed: ParsedText, place: Token) -> bool:
    """Whether an actor is sent to a place: "the ambassador *to Norway*", "envoy *for Norway*"."""
    preposition = place.head
    if place.dep_ != "pobj" or preposition.lower_ not in BEFORE_GOAL:
        return False
    noun = preposition.head
    if not is_noun_form(noun):
        return False
    # CASE origin: "the striker *for* Norway" may be Norwegian
    return preposition.lower_ not in OF_PURPOSE or parsed.lemma(noun) in SENT


def _is_title_between(
    parsed: ParsedText, person: TokenMention, place: TokenMention
) -> bool:
    """Whether nothing but a title is between the two: "Norland's *Secretary of State* Roth"."""
    if not 0 <= person.start - place.end <= LONGEST_TITLE:
        return False
    # CASE act: "Norland's trial *of* Roth"
    if parsed.word(person.start - 1) in OF_WHOLE:
        return False
    for i in range(place.end, person.start):
        if parsed.tags[i] not in TITLE_TAGS and parsed.lower[i] not in OF_WHOLE:
            return False
    return True


def _governors_of_place(
    parsed: ParsedText, person: TokenMention, place: TokenMention
) -> Iterator[int]:
    """Yield the words that a territory modifies, up to the person or the end of its phrase."""
    token = parsed.head_of(place)
    yield token.i
    while _leads_up(parsed, token):
        before, token = token, token.head
        if _is_other_person(parsed, token, person):
            return
        if before.dep_ == "prep" and _is_other_body(parsed, token, person):
            return
        yield token.i


def _leads_up(parsed: ParsedText, token: Token) -> bool:
    """Whether what is said of a word is said of its governor too."""
    if token.head is token:
        return False
    # CASE relative clause: "Roth, who *is* Norwegian"
    if token.dep_ == RELATIVE_CLAUSE:
        return parsed.lemma(token) in BEING
    if token.dep_ not in OF_MODIFIERS:
        return False
    # CASE adverbial: "met *in* Norway"
    return token.dep_ != "prep" or not is_verb_form(token.head)


def _governors_of_person(parsed: ParsedText, person: TokenMention) -> Iterator[int]:
    token = parsed.head_of(person)
    yield token.i
    while token.dep_ in OF_NAMES and token.head is not token:
        token = token.head
        yield token.i
    # CASE copula: "*Roth* is a Norwegian painter"
    if token.dep_ == SUBJECT and parsed.lemma(token.head) in BEING:
        yield token.head.i


def _is_other_body(parsed: ParsedText, token: Token, actor: TokenMention) -> bool:
    """Whether a word describes something else: "Delmore lost, a *court* in Norway ruled"."""
    described = parsed.covering(token.i)
    if described is None or not described.is_description:
        return False
    if described.root != token.i:
        return False
    return described.actor not in (-1, actor.actor)


def _is_other_person(parsed: ParsedText, token: Token, person: TokenMention) -> bool:
    """Whether a word belongs to the name of someone else: "Norway's *Roth*, Sweden's Marsh"."""
    name = parsed.name_at(token.i)
    if name is None:
        return False
    return name.is_person and name.actor != person.actor
