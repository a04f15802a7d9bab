"""Names before a role noun: "*Delmore Bank* chairman", "*Norwegian* chancellor"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import POSSIBLE_PARTICIPLE_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: "Norwegian-*born* chancellor": the name before it says where someone is from.
ORIGINS = grammar_words("participle of origin")
#: Before a name that one is for or against: "*pro*-Bordurian leader".
STANCE_PREFIXES = grammar_words("prefix of a stance")
#: Roles in a country that is named before them: "the *Borduria* envoy" is sent to Borduria.
SENT = grammar_words("role noun after its destination")


def has_stance(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a name is what someone is for or against: "anti-*Bordurian*"."""
    hyphen = mention.start - 1
    if parsed.word(hyphen) != "-":
        return False
    return parsed.word(hyphen - 1) in STANCE_PREFIXES


def begins_compound(
    parsed: ParsedText, phrase: RolePhrase, mention: TokenMention
) -> bool:
    """Whether a hyphen joins a name to a word before the role, unlike "*NATO*-member state"."""
    after = mention.end + 1
    if parsed.word(mention.end) != "-" or after >= phrase.noun:
        return False
    return parsed.covering(after) is None


def add_premodifier(
    parsed: ParsedText, lexicon: Lexicon, phrase: RolePhrase, mention: TokenMention
) -> None:
    """Add a name before a role noun to its owners, or to what it has nothing to do with."""
    phrase.start = min(phrase.start, mention.start)
    # CASE participle: "*Bordurian*-occupied town", but not "Norwegian-born chancellor"
    # CASE destination: "the *Borduria* envoy", but not "the US envoy"
    if _is_agent(parsed, mention) or _is_destination(parsed, phrase, mention):
        phrase.unrelated.append(mention)
        return
    phrase.owners.append(Owner(mention, _premodifier_mark(lexicon, phrase, mention)))


def _is_agent(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a name is who does what a participle says: "*Bordurian*-backed rebels"."""
    if parsed.word(mention.end) != "-":
        return False
    after_hyphen = mention.end + 1
    if parsed.word(after_hyphen) in ORIGINS:
        return False
    return parsed.tag(after_hyphen) in POSSIBLE_PARTICIPLE_TAGS


def _is_destination(
    parsed: ParsedText, phrase: RolePhrase, mention: TokenMention
) -> bool:
    """Whether the name of a place is where someone is sent; abbreviations such as US are not."""
    if not mention.is_place or mention.demonym:
        return False
    if phrase.word not in SENT:
        return False
    return not parsed.mention_text(mention).isupper()


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
