"""Dates of birth and death in brackets: “Ada Quint (1920–2001)”, “Ada Quint (b. 3 May 1920)”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.roles.role_phrases import HolderPattern, RolePhrase
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.extraction.patterns.roles.posts import is_post
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

BEFORE_BIRTH = grammar_words("word before a date of birth")
BEFORE_DEATH = grammar_words("word before a date of death")

#: Tokens that connect the two dates of a range.
DASHES = frozenset({"-", "–", "—"})

#: Tokens between the two dates where each has a word: "b. 1920*,* d. 2001".
DIVIDERS = frozenset({",", ";"})

#: Number of years between birth and death.  A shorter range is rather a term of office or a career.
SHORTEST_LIFE, LONGEST_LIFE = 25, 115

#: Maximum number of tokens of a date: "May 3, 1920" has four.
LONGEST_DATE = 4

#: Maximum number of tokens in the brackets: two dates and a dash.
LONGEST_RANGE = 2 * LONGEST_DATE + 1


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Tokens ``start`` to ``end`` that are a date with its year."""

    start: int
    end: int
    year: int


#: What a date in brackets is, and the date.
Match = tuple[Construction, DateSpan]


def life_date_candidates(
    entities: Entities, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield when people were born and died, and add these dates to the entities."""
    parsed = entities.parsed
    officials = _officials(roles, knowledge)
    for person in parsed.in_order():
        if person.is_named_person:
            for construction, date in _matches(
                parsed, person, is_official=person in officials
            ):
                mention = _mention(entities, date)
                yield from construction_candidates(
                    parsed, construction, person, mention, knowledge
                )


def _officials(roles: Iterable[RolePhrase], knowledge: Knowledge) -> list[TokenMention]:
    """Names with the title of an office, whose years are rather a term: "King Olav (1957–1991)"."""
    officials: list[TokenMention] = []
    for phrase in roles:
        if is_post(phrase, knowledge):
            for mention, pattern in phrase.holders:
                if pattern is HolderPattern.TITLE:
                    officials.append(mention)
    return officials


def _matches(
    parsed: ParsedText, person: TokenMention, *, is_official: bool
) -> list[Match]:
    """Return the dates in the brackets that follow a name."""
    start = person.end + 1
    end = _closing_bracket(parsed, start)
    if end is None or parsed.lower[person.end] != "(":
        return []
    # CASE worded: "(b. 3 May 1920)", "(born 1920, died 2001)"
    worded = [_match_date(parsed, person, *part) for part in _parts(parsed, start, end)]
    if any(worded):
        return list(filter(None, worded))
    # CASE range: "(1920–2001)", "(3 May 1920 – 4 June 2001)"
    return [] if is_official else _match_range(parsed, start, end)


def _closing_bracket(parsed: ParsedText, start: int) -> int | None:
    """Return the token that closes a short bracket, or None."""
    end = min(start + LONGEST_RANGE + 1, len(parsed.lower))
    for i in range(start, end):
        if parsed.lower[i] == ")":
            return i
    return None


def _parts(parsed: ParsedText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a bracket: each begins with the word that says what its date is."""
    starts = [
        i for i in range(start, end) if parsed.lower[i] in BEFORE_BIRTH | BEFORE_DEATH
    ]
    for first, following in pairwise([*starts, end + 1]):
        is_divided = parsed.word(following - 1) in DIVIDERS
        yield first, following - 1 if is_divided or following > end else following


def _match_date(
    parsed: ParsedText, person: TokenMention, start: int, end: int
) -> Match | None:
    """A date after "b." or "d."; a verb whose subject is the person is read as other verbs are."""
    word, date = parsed.lower[start], _date(parsed, start + 1, end)
    if date is None or person in arguments(parsed, parsed.doc[start], ("nsubjpass",)):
        return None
    if word in BEFORE_BIRTH:
        return Construction.LIFE_DATES, date
    if word in BEFORE_DEATH:
        return Construction.LIFE_DATES_END, date
    return None


def _match_range(parsed: ParsedText, start: int, end: int) -> list[Match]:
    """Two dates with a dash between them, as far apart as birth and death can be."""
    dashes = [i for i in range(start, end) if parsed.lower[i] in DASHES]
    if len(dashes) != 1:
        return []
    (dash,) = dashes
    birth, death = _date(parsed, start, dash), _date(parsed, dash + 1, end)
    if birth is None or death is None:
        return []
    years = death.year - birth.year
    if not SHORTEST_LIFE <= years <= LONGEST_LIFE:
        return []
    return [(Construction.LIFE_DATES, birth), (Construction.LIFE_DATES_END, death)]


def _date(parsed: ParsedText, start: int, end: int) -> DateSpan | None:
    """Return the date that some tokens are, or None: "1920", "May 1920", "3 May 1920"."""
    if not 0 < end - start <= LONGEST_DATE:
        return None
    last = end - 1
    year = parsed.lower[last]
    if not _is_year(year):
        return None
    for token in parsed.doc[start:last]:
        is_day = token.text.isdecimal() and len(token) <= 2
        is_month = token.is_alpha and token.ent_type_ == "DATE"
        if not is_day and not is_month and token.text != ",":
            return None
    return DateSpan(start, end, int(year))


def _is_year(text: str) -> bool:
    """True for four digits.

    >>> [_is_year(text) for text in ("1920", "320", "0920", "14.3")]
    [True, False, False, False]
    """
    if len(text) != 4 or text.startswith("0"):
        return False
    return text.isdecimal()


def _mention(entities: Entities, date: DateSpan) -> TokenMention:
    """Return the mention of a date, adding it and its entity if the text has none like it."""
    parsed = entities.parsed
    covering = parsed.covering(date.start)
    if covering is not None and (covering.start, covering.end) == (
        date.start,
        date.end,
    ):
        return covering
    mention = TokenMention(date.start, date.end, date.end - 1, ActorType.TIME)
    parsed.mentions.append(mention)
    key = parsed.text(date.start, date.end).lower()
    for entity in entities.all:
        if entity.is_time and entity.key == key:
            entities.join(mention, entity)
            return mention
    entities.new(mention, key)
    return mention
