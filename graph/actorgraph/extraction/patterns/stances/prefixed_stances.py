"""Support and opposition by a prefix: "the *pro*-Norwegian rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import MATTERS
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.arguments import arguments, owners_of_noun
from actorgraph.extraction.mentions.clauses.coordination import actor_of, examples
from actorgraph.extraction.parse.closed_classes import BEFORE_AGENT
from actorgraph.extraction.parse.dependents import (
    MODIFIERS,
    dependents,
    is_complement_of,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_noun_form
from actorgraph.extraction.patterns.candidate import (
    Candidate,
    construction_candidates,
)
from actorgraph.extraction.patterns.nouns.event_parties import WITHIN
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What the prefix of a compound expresses.
CONSTRUCTIONS = {
    **dict.fromkeys(grammar_words("prefix of support"), Construction.PREFIX_OF_SUPPORT),
    **dict.fromkeys(
        grammar_words("prefix of opposition"), Construction.PREFIX_OF_OPPOSITION
    ),
}

#: How people are at an event that they are for: "*joined* the rally", "*took part* in it".
AT_RALLY = grammar_words("verb of rallying")
PARTICIPATION = grammar_words("word of taking part")


def stance_candidates(parsed: ParsedText, knowledge: Knowledge) -> Iterator[Candidate]:
    """Yield the stances that a prefix of a name or a people expresses, in text order."""
    for mention in parsed.in_order():
        construction = _construction(parsed, mention)
        noun = None if construction is None else _described(parsed, mention)
        if construction is None or noun is None:
            continue
        for actor in _bearers(parsed, noun):
            if not actor.is_place and actor is not mention:
                yield from construction_candidates(
                    parsed, construction, actor, mention, knowledge
                )


def _bearers(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return who has the stance that the prefix of a noun expresses."""
    mention = parsed.actor_at(noun.i)
    # CASE actor: "the pro-Norwegian *rebels*"
    if mention is not None and mention.type not in MATTERS:
        return [*actor_of(parsed, noun), *examples(parsed, noun)]
    # CASE act: "*Roth's* anti-Norwegian speech", "anti-Norwegian protests by *drivers*"
    return owners_of_noun(parsed, noun, BEFORE_AGENT) or _joining(parsed, noun)


def _joining(parsed: ParsedText, event: Token) -> list[TokenMention]:
    """Return who is at an event of their own will: "*Roth* joined the pro-Norwegian rally"."""
    governor = event.head
    # CASE object: "led the rally"
    if event.dep_ == "dobj" and parsed.lemma(governor) in AT_RALLY:
        return arguments(parsed, governor, ("nsubj",))
    if not is_complement_of(event, WITHIN):
        return []
    # CASE part: "took part in the rally"
    noun = governor.head
    words = {parsed.lemma(noun), *map(parsed.lemma, dependents(noun, "dobj"))}
    if PARTICIPATION.isdisjoint(words):
        return []
    verb = noun.head if is_noun_form(noun) else noun
    return arguments(parsed, verb, ("nsubj",))


def _construction(parsed: ParsedText, mention: TokenMention) -> Construction | None:
    """Return what the prefix of a name expresses, None if it has none."""
    hyphen = mention.start - 1
    if not mention.is_name or parsed.word(hyphen) != "-":
        return None
    prefix = parsed.word(hyphen - 1)
    return CONSTRUCTIONS.get(prefix)


def _described(parsed: ParsedText, mention: TokenMention) -> Token | None:
    """Return the noun that a compound modifies: "pro-Norwegian *rebels*", or None."""
    noun = parsed.head_of(mention)
    while noun.dep_ in MODIFIERS and noun.head.i > noun.i:
        noun = noun.head
    if noun.i < mention.end or not is_noun_form(noun):
        return None
    return noun
