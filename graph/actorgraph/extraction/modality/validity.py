"""When something holds or happens: the dates around the word that expresses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.tense import is_ahead
from actorgraph.extraction.modality.time_expressions import resolve
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: First and last date; None where the text gives none. Of a point in time both are the same.
Dates = tuple[str | None, str | None]

NO_DATES: Dates = (None, None)

#: Prepositions that begin a span of time, that end one, and that name a point in it.
SINCE = grammar_words("preposition of a beginning")
UNTIL = grammar_words("preposition of an end")
WITHIN = grammar_words("preposition of a point in time")
TEMPORAL_PREPOSITIONS = SINCE | UNTIL | WITHIN

#: Dependencies of an expression of time without a preposition.
TEMPORAL = frozenset({"npadvmod", "tmod", "advmod", "nmod", "nummod"})

#: A span in a single expression: "2001 to 2010".
SPAN = re.compile(
    r"^(?P<start>.*\d)\s*(?:-|–|{words})\s*(?P<end>.*\d{{4}})$".format(
        words="|".join(sorted(grammar_words("between two dates")))
    )
)


def when(
    parsed: ParsedText, trigger: int, published: str | None, lexicon: Lexicon
) -> Dates:
    """Return from when until when the words around a trigger say that something held.

    Args:
        parsed: The text, with its mentions.
        trigger: Token of the verb or noun that expresses what held.
        published: Day of publication, ``YYYY-MM-DD``; without it, relative dates such as "Monday"
            are left out.
        lexicon: The words that express modality: what is planned is dated after publication.
    """
    token = parsed.doc[trigger]
    ahead = is_ahead(parsed, token, lexicon)
    dates = _DateReader(parsed, published, ahead=ahead).around(token)
    verb = token.head
    # CASE noun: the date may belong to the verb above it: "will hold *talks* on Monday"
    is_noun = not is_verb_form(token) and is_verb_form(verb)
    if dates != NO_DATES or not is_noun:
        return dates
    # CASE announcement: "announced a planned *visit* on Monday" leaves open what was on Monday
    if is_ahead(parsed, verb, lexicon) is not ahead:
        published = None
    return _DateReader(parsed, published, ahead=ahead).around(verb)


class _DateReader:
    """Reads the dates of a text.

    Args:
        parsed: The text.
        published: Day of publication, or None to leave out relative dates.
        ahead: Whether relative dates are after publication.
    """

    def __init__(
        self, parsed: ParsedText, published: str | None, *, ahead: bool
    ) -> None:
        self.parsed = parsed
        self.published = published
        self.ahead = ahead

    def around(self, token: Token) -> Dates:
        """Return the first and the last date that depend on a token."""
        start = end = None
        for child in token.children:
            # CASE without preposition: "met *yesterday*"
            if child.dep_ in TEMPORAL:
                start = end = self._resolve(self._expression(child)) or start
            elif child.dep_ == "prep" and child.lower_ in TEMPORAL_PREPOSITIONS:
                for complement in child.children:
                    first, last = self._span(complement, child.lower_)
                    start, end = first or start, last or end
        return start, end

    def _span(self, token: Token, preposition: str) -> Dates:
        """Return first and last date of an expression, as far as its preposition gives them."""
        first, last = self._ends(token)
        # CASE end only: "*until* 2010"
        if preposition in UNTIL:
            return None, last
        # CASE beginning only: "*since* 2010", but not "*from* 2001 to 2010"
        if preposition in SINCE and first == last:
            return first, None
        return first, last

    def _ends(self, token: Token) -> Dates:
        """Return first and last date of an expression: twice the same unless it is a span."""
        expression = self._expression(token)
        span = SPAN.match(expression)
        if span is None:
            date = self._resolve(expression)
            return date, date
        return self._resolve(span["start"]), self._resolve(span["end"])

    def _resolve(self, expression: str) -> str | None:
        return resolve(expression, self.published, ahead=self.ahead)

    def _expression(self, token: Token) -> str:
        """Return the mention of a time that a token is in; empty if it is in none."""
        mention = self.parsed.covering(token.i)
        if mention is None or mention.type is not ActorType.TIME:
            return ""
        return self.parsed.mention_text(mention)
