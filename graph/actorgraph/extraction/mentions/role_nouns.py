"""Finds role phrases: the role noun, and what precedes it."""

from __future__ import annotations

from actorgraph.extraction.knowledge.lexicon import COMPASS, Lexicon
from actorgraph.extraction.mentions.arguments import SUBJECTS
from actorgraph.extraction.mentions.role_complements import is_of_part, read_complements
from actorgraph.extraction.mentions.role_phrases import Owner, OwnerMark, RolePhrase
from actorgraph.extraction.mentions.word_tags import (
    NOUN_TAGS,
    PLURAL_TAGS,
    may_modify,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind, Status

#: A modifier or owner is at most this many tokens before its noun.
REACH_BEFORE = 14

#: Returned in place of a token where nothing further to the left belongs to the phrase.
STOP = -1

DETERMINER_TAGS = frozenset({"DT", "PRP$", "CD"})
#: Types of names that may end in a role noun: "the Harbour Commission".
TYPES_NAMED_BY_ROLES = frozenset(
    {ActorType.ORGANIZATION, ActorType.GROUP, ActorType.PLACE}
)
#: Statuses that a word before the noun may give: "former", "acting", "future".
STATUSES = (Status.FORMER, Status.ACTING, Status.DESIGNATE)

#: "Her *old* firm" is one that she left.
OLD = grammar_words("adjective of a body that someone left")

#: "Norwegian-*born* chancellor": the name before it says where someone is from.
ORIGINS = grammar_words("participle of origin")


def find_roles(parsed: ParsedText, lexicon: Lexicon) -> list[RolePhrase]:
    """Return all role phrases in text order, with their owners and without their holders."""
    phrases: list[RolePhrase] = []
    i = 0
    while i < len(parsed.doc):
        phrase = role_noun_at(parsed, lexicon, i)
        if phrase is None:
            i += 1
            continue
        _read_before(parsed, lexicon, phrase)
        _read_old(lexicon, phrase)
        read_complements(parsed, phrase, lambda j: _begins_role(parsed, lexicon, j))
        phrase.partial |= is_of_part(parsed, phrase.end)
        phrases.append(phrase)
        i = phrase.end
    return phrases


def role_noun_at(parsed: ParsedText, lexicon: Lexicon, i: int) -> RolePhrase | None:
    """Return the longest role noun that begins at token ``i``, as a phrase without context."""
    for length in range(min(lexicon.role_length, len(parsed.doc) - i), 0, -1):
        head = i + length - 1
        if not _is_noun(parsed, head):
            continue
        word, plural = _dictionary_form(parsed, lexicon, i, head)
        if _is_role(lexicon, word) and _is_free(parsed, head):
            senses = lexicon.roles.get(word, [])
            return RolePhrase(i, head, head + 1, word, senses, plural, last=head + 1)
    return None


def _is_noun(parsed: ParsedText, i: int) -> bool:
    """Whether a token is a noun, also where the tagger mistakes it: "the former *general* left"."""
    is_adjective = parsed.tags[i] == "JJ"
    is_mistaken = is_adjective and parsed.doc[i].dep_ in SUBJECTS
    return is_mistaken or parsed.tags[i] in NOUN_TAGS


def _begins_role(parsed: ParsedText, lexicon: Lexicon, i: int) -> bool:
    return i < len(parsed.doc) and role_noun_at(parsed, lexicon, i) is not None


def _dictionary_form(
    parsed: ParsedText, lexicon: Lexicon, start: int, head: int
) -> tuple[str, bool]:
    """Return a noun of one or several words as the lexicon writes it, and whether it is plural."""
    words, tag = parsed.lower[start : head + 1], parsed.tags[head]
    written = " ".join(words)
    if written in lexicon.roles or tag not in PLURAL_TAGS:
        return written, tag == "NNPS"
    words[-1] = parsed.lemma(parsed.doc[head])
    return " ".join(words), True


def _is_role(lexicon: Lexicon, word: str) -> bool:
    return word in lexicon.roles or lexicon.actor_nouns.get(word) == ActorType.PERSON


def _is_free(parsed: ParsedText, head: int) -> bool:
    """Whether a role noun is not merely part of a name.

    An organisation whose name ends in the noun counts: "the Harbour Commission" is a commission.
    """
    name = parsed.covering(head)
    if name is None:
        return True
    ends_in_noun = name.end == head + 1 and not name.demonym
    is_named_by_role = (
        name.kind is MentionKind.NAME and name.type in TYPES_NAMED_BY_ROLES
    )
    return ends_in_noun and is_named_by_role


def _read_old(lexicon: Lexicon, phrase: RolePhrase) -> None:
    """Let somebody's "*old* club" be the former one; an "old friend" is a friend."""
    is_body = lexicon.actor_nouns.get(phrase.word) == ActorType.ORGANIZATION
    is_somebodys = any(owner.mark is OwnerMark.POSSESSIVE for owner in phrase.owners)
    if is_body and is_somebodys and not OLD.isdisjoint(phrase.adjectives):
        phrase.status = Status.FORMER


# what precedes the noun -----------------------------------------------------------------


def _read_before(parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase) -> None:
    """Read owners, modifiers and the determiner, from the noun to the left."""
    name = parsed.covering(phrase.head)
    i = (name.start if name else phrase.start) - 1
    while _is_in_reach(parsed, phrase, i):
        i = _read_word_before(parsed, lexicon, phrase, i)


def _is_in_reach(parsed: ParsedText, phrase: RolePhrase, i: int) -> bool:
    is_close = i >= 0 and phrase.head - i < REACH_BEFORE
    return is_close and not parsed.doc[i + 1].is_sent_start


def _read_word_before(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, i: int
) -> int:
    """Read token ``i``, and return the next token to read."""
    mention, tag, word = parsed.covering(i), parsed.tags[i], parsed.lower[i]
    # CASE possessive: "*the bank's* chairman"
    if tag == "POS":
        return _read_possessor(parsed, lexicon, phrase, i - 1)
    # CASE pronoun: "*her* adviser"
    if mention is not None and mention.kind is MentionKind.PRONOUN:
        return _read_possessor(parsed, lexicon, phrase, i)
    # CASE name: "*Delmore Bank* chairman", "*Norwegian* chancellor"
    if mention is not None:
        _add_premodifier(lexicon, phrase, mention)
        return mention.start - 1
    # CASE determiner: "*the* chairman", "*two* advisers"
    if tag in DETERMINER_TAGS and word != "no":
        phrase.determiner, phrase.start = word, i
        return STOP
    # CASE modifier: "*former* chairman", "central *and* eastern"
    joins_directions = tag == "CC" and parsed.lower[i - 1] in COMPASS
    if may_modify(parsed.doc[i]) or joins_directions:
        _add_modifier(lexicon, phrase, word)
        phrase.start = i
        return i - 1
    return STOP


def _read_possessor(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, i: int
) -> int:
    mention = parsed.covering(i) or _described_organisation(parsed, lexicon, i)
    if mention is not None:
        phrase.owners.append(Owner(mention, OwnerMark.POSSESSIVE))
        phrase.determiner, phrase.start = "the", mention.start
    return STOP


def _described_organisation(
    parsed: ParsedText, lexicon: Lexicon, i: int
) -> TokenMention | None:
    """Add a mention for "the party" in "the party's leader"; coreference decides which party."""
    type_ = lexicon.actor_nouns.get(parsed.lower[i])
    if i == 0 or parsed.lower[i - 1] != "the" or type_ != ActorType.ORGANIZATION:
        return None
    return parsed.add(
        TokenMention(i - 1, i + 1, i, ActorType.ORGANIZATION, MentionKind.NOMINAL)
    )


def _add_premodifier(
    lexicon: Lexicon, phrase: RolePhrase, mention: TokenMention
) -> None:
    phrase.owners.append(Owner(mention, _premodifier_mark(lexicon, phrase, mention)))
    phrase.start = min(phrase.start, mention.start)


def _premodifier_mark(
    lexicon: Lexicon, phrase: RolePhrase, mention: TokenMention
) -> OwnerMark:
    """Return how a name before the noun belongs to it."""
    nouns_between = {lexicon.actor_nouns.get(word) for word in phrase.adjectives}
    # CASE origin: "*Norwegian*-born chancellor"
    if not ORIGINS.isdisjoint(phrase.adjectives):
        return OwnerMark.DISTANT
    # CASE people in between: "*Norwegian* rebel leader"
    if ActorType.GROUP in nouns_between:
        return OwnerMark.DISTANT
    # CASE body in between: "*Harbour Party* board member", but "*Norwegian* party leader"
    if ActorType.ORGANIZATION in nouns_between and not mention.demonym:
        return OwnerMark.DISTANT
    return OwnerMark.DEMONYM if mention.demonym else OwnerMark.PREMODIFIER


def _add_modifier(lexicon: Lexicon, phrase: RolePhrase, word: str) -> None:
    phrase.adjectives.append(word)
    phrase.partial |= word in lexicon.cues["partial"]
    for status in STATUSES:
        if word in lexicon.cues[status.value]:
            phrase.status = status
