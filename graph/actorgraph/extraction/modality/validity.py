"""The validity of relations: the dates around the word that expresses one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.dates.time_expressions import resolve
from actorgraph.extraction.modality.dates.time_spans import (
    BETWEEN,
    NO_DATES,
    Dates,
    ends,
    resolve_span,
)
from actorgraph.extraction.modality.factuality.tense import is_ahead
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions that begin a span of time, that end one, and that name a point in it.
SINCE = grammar_words("preposition of a beginning")
UNTIL = grammar_words("preposition of an end")
AT_POINT = grammar_words("preposition of a point in time")
TEMPORAL_PREPOSITIONS = SINCE | UNTIL | AT_POINT

#: Dependencies of an expression of time without a preposition.
TEMPORAL = frozenset({"npadvmod", "tmod", "advmod", "nmod", "nummod"})


def when(
    parsed: ParsedText, trigger: int, published: str | None, lexicon: Lexicon
) -> Dates:
    """Return the beginning and the end that the words around a trigger give.

    Args:
        parsed: The text, with its mentions.
        trigger: Token of the verb or noun that expresses the relation.
        published: Day of publication, ``YYYY-MM-DD``; without it, relative dates such as "Monday"
            are left out.
        lexicon: The words that express modality: what is planned is dated after publication.
    """
    token = parsed.doc[trigger]
    ahead = is_ahead(parsed, token, lexicon)
    reader = _DateReader(parsed, published, ahead=ahead)
    # CASE predicate: the date may belong to it: "was the *mayor* of Oslo from 2010 to 2013"
    stating = [token, *dependents(token, "attr")]
    dates = next(filter(NO_DATES.__ne__, map(reader.around, stating)), NO_DATES)
    verb = token.head
    # CASE noun: the date may belong to the verb above it: "will hold *talks* on Monday"
    is_noun = not is_verb_form(token) and is_verb_form(verb)
    if dates != NO_DATES or not is_noun:
        return dates
    # CASE announcement: "announced a planned *visit* on Monday" leaves open what was on Monday
    if is_ahead(parsed, verb, lexicon) is not ahead:
        published = None
    return _DateReader(parsed, published, ahead=ahead).around(verb)


def term_of(
    parsed: ParsedText, role: int, published: str | None, beside: int = -1
) -> Dates:
    """Return the term of a role, as the words after it give it.

    "The mayor of Oslo *from 2010 to 2013*" gives both; a single day gives neither.

    Args:
        role: The token of the role noun.
        published: As for ``when``.
        beside: A preposition after the role, if the parse may have hung a span on the verb:
            "painted by Dana Roth, mayor of Oslo *from* 2010 to 2013"; -1 for none.
    """
    reader = _DateReader(parsed, published, ahead=False)
    start, end = reader.around(parsed.doc[role])
    if start == end:
        start, end = reader.span_at(beside)
        # CASE end only: "met Roth, the mayor, *until 2013*" dates the meeting
        if not start:
            return NO_DATES
    return NO_DATES if start == end else (start, end)


def lasting_dates(dates: Dates, *, over: bool) -> Dates:
    """Return the period of what lasts: it begins at a point in time, or ends there if over."""
    start, end = dates
    if start != end:
        return dates
    return (None, end) if over else (start, None)


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
        start = end = ""
        for child in token.children:
            # CASE without preposition: "met *yesterday*"
            if child.dep_ in TEMPORAL:
                day = self._known(self._expression(child))
                start = end = day or start
            elif child.dep_ == "prep" and child.lower_ in TEMPORAL_PREPOSITIONS:
                first, last = self._after(child)
                start = first or start
                end = last or end
        return resolve_span(start, end, self.published, ahead=self.ahead)

    def span_at(self, i: int) -> Dates:
        """Return the first and the last date of the span that begins at a token."""
        start = end = ""
        if self.parsed.word(i) in TEMPORAL_PREPOSITIONS:
            start, end = self._after(self.parsed.doc[i])
        return resolve_span(start, end, self.published, ahead=self.ahead)

    def _after(self, preposition: Token) -> tuple[str, str]:
        """Return the expressions of the ends of a span that a preposition introduces."""
        start = end = ""
        for complement in preposition.children:
            first, last = self._span(complement, preposition.lower_)
            start = first or start
            end = last or end
        return start, end

    def _span(self, token: Token, preposition: str) -> tuple[str, str]:
        """Return the expressions of the ends of a span, as far as its preposition gives them."""
        first, last = self._ends(token)
        # CASE end only: "*until* 2010"
        if preposition in UNTIL:
            return "", last
        # CASE beginning only: "*since* 2010", but not "*from* 2001 to 2010"
        if preposition in SINCE and first == last:
            return first, ""
        return first, last

    def _ends(self, token: Token) -> tuple[str, str]:
        """Return the expressions of the ends of a span: twice the same if it is a point."""
        expression = self._expression(token)
        first, last = ends(expression)
        if first != last:
            return first, last
        point = self._known(expression)
        return point, point

    def _known(self, expression: str) -> str:
        """Return an expression of a point in time; empty if it is not known which."""
        if resolve(expression, self.published, ahead=self.ahead) is None:
            return ""
        return expression

    def _expression(self, token: Token) -> str:
        """Return the expression of time that a token is in; empty if it is in none.

        It goes from the first to the last date of a span, which may be two mentions.
        """
        mention = self._mention(token.i)
        if mention is None:
            return ""
        start, end = mention.start, mention.end
        # CASE span: "from *4* to *9 March 2012*"
        if start > 1 and self._joins(start - 1) and self._is_time(start - 2):
            first = self._mention(start - 2)
            start = start - 2 if first is None else first.start
        if self._joins(end) and self._is_time(end + 1):
            last = self._mention(end + 1)
            end = end + 2 if last is None else last.end
        return self.parsed.text(start, end)

    def _mention(self, i: int) -> TokenMention | None:
        mention = self.parsed.covering(i)
        if mention is None or not mention.is_time:
            return None
        return mention

    def _joins(self, i: int) -> bool:
        """Whether a token is between the two dates of a span."""
        if i >= len(self.parsed.doc):
            return False
        return self.parsed.lower[i] in BETWEEN

    def _is_time(self, i: int) -> bool:
        """Whether a token may be one of the two dates of a span."""
        if i >= len(self.parsed.doc):
            return False
        if self.parsed.lower[i].isdigit():
            return True
        return self._mention(i) is not None
