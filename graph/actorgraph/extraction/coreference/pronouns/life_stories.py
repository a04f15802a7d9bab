"""The subject of an obituary, which is "he" throughout, whoever is named in between.

“*Ilya Hale* died on Monday. Hale was born in Oslo … Ada Quint named him envoy. *He* left in 1990.”
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.verb_wordings import verb_wordings
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.dependents import SUBJECTS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import PAST_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How an obituary begins, and how it sums up a life: "was *born* in", "is *survived* by".
DYING = grammar_words("verb of dying")
OF_LIFE = grammar_words("participle of a life")

#: The death is reported in one of this many sentences at the beginning.
BEGINNING = 2


def dead_of_obituary(entities: Entities) -> int | None:
    """Return the number of the person that an obituary is about, or None for other texts."""
    parsed = entities.parsed
    if not any(_is_of_life(token) for token in parsed.doc):
        return None
    for token in parsed.doc:
        if parsed.sentence_of[token.i] >= BEGINNING:
            return None
        if DYING.isdisjoint(verb_wordings(parsed, token)) or token.tag_ != "VBD":
            continue
        for mention in arguments(parsed, token, SUBJECTS):
            if mention.is_person and mention.is_name:
                return mention.actor
    return None


def _is_of_life(token: Token) -> bool:
    if token.tag_ not in PAST_TAGS:
        return False
    return token.lower_ in OF_LIFE


def goes_on_with(
    parsed: ParsedText, pronoun: TokenMention, dead: int, people: Iterable[TokenMention]
) -> bool:
    """Whether a pronoun that may be that of the dead goes on with them.

    Args:
        dead: The number of the person that the obituary is about.
        people: Possible antecedents in the pronoun's sentence and the one before it.
    """
    sentence = parsed.sentence_of[pronoun.root]
    is_meant = False
    for mention in people:
        noun = parsed.head_of(mention)
        is_here = parsed.sentence_of[mention.root] == sentence
        # CASE another subject: "Hale was praised by Roth. *Marsh* said that *he* …"
        if mention.actor != dead and is_here and noun.dep_ in SUBJECTS:
            return False
        is_meant |= mention.actor == dead and (is_here or noun.dep_ != "poss")
    return is_meant
