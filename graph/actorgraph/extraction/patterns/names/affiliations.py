"""People with the body that follows their name: "Dana Roth *of the Civic Party*"."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.roles.complement_ends import closing_bracket
from actorgraph.extraction.parse.closed_classes import (
    AT_PLACE_OR_BODY,
    BODIES_OF_MEMBERS,
    CHANGING_BODIES,
    OF,
    OF_ORIGIN,
    OF_WHOLE,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import POSSESSIVE_TAG
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.grammar import grammar_words

AFFILIATION = grammar_words("preposition of an affiliation")
#: Prepositions that may introduce an affiliation after a comma: "Dana Roth, *from* Delmore Bank,".
AFTER_COMMA = grammar_words("preposition of an affiliation after a comma")
#: Bodies that have a staff: "the Quint *Museum*".
EMPLOYERS = grammar_words("noun for an employer")
#: What ends an affiliation between commas.
ENDS = frozenset({",", ".", ")", "—", "–"})

#: Tags of the words between "of" and the name of an organisation: "the conservative".
ARTICLE_TAGS = frozenset({"CD", "DT", "HYPH", "JJ", "NN", "NNP", POSSESSIVE_TAG})
#: Maximum number of tokens between a person and an organisation: "of the conservative Union".
LONGEST_AFFILIATION = 6


def affiliation_candidates(
    parsed: ParsedText, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the bodies that follow the names of people, in text order."""
    for person in parsed.in_order():
        if person.is_named_person:
            body = _body_after(parsed, person)
            # CASE town: "Dana Roth, from *Bergen*", though a body may be called so too
            if body is not None and not _is_town(parsed, body, knowledge):
                yield from construction_candidates(
                    parsed,
                    _construction(parsed, person, body),
                    person,
                    body,
                    knowledge,
                    word=OF,
                )


def _construction(
    parsed: ParsedText, person: TokenMention, body: TokenMention
) -> Construction:
    """Return what "of" says: whoever is of a museum works there, unlike those of a union."""
    # CASE kind before the name: "of the Norse *airline* Brightwater"
    start = _after_brackets(parsed, person.end)
    words = parsed.lower[start : body.end]
    is_employer = body.subtype is None and not EMPLOYERS.isdisjoint(words)
    if is_employer and BODIES_OF_MEMBERS.isdisjoint(words):
        return Construction.PERSON_OF_EMPLOYER
    return Construction.PERSON_OF_ORGANIZATION


def _body_after(parsed: ParsedText, person: TokenMention) -> TokenMention | None:
    """Return the body after a name: “Dana Roth (left) of the Norse aid group *Brightwater*”."""
    # CASE bracket: "Dana Roth *(of the Harbour Party)*"
    if parsed.tag(person.end) == "-LRB-" and parsed.word(person.end + 1) in OF_WHOLE:
        body = _name_from(parsed, person.end + 2)
        is_closed = body is not None and parsed.tag(body.end) == "-RRB-"
        return body if is_closed and _is_body(body) else None
    i = _after_brackets(parsed, person.end)
    has_comma = parsed.word(i) == ","
    i += has_comma
    if not _introduces(parsed, person, i, AFTER_COMMA if has_comma else AFFILIATION):
        return None
    body = _name_from(parsed, i + 1)
    if body is None or not _is_body(body):
        return None
    if not has_comma:
        return body
    # CASE comma: "Dana Roth, of Delmore Bank, …", but not "Roth, of Delmore Bank fame"
    is_closed = parsed.word(body.end) in ENDS
    # CASE bare word: "Dana Roth, from *Brightshire*, …" may as well be from a place
    is_bare = body.start == i + 1 and body.end == i + 2
    return body if is_closed and not is_bare else None


def _is_body(mention: TokenMention | None) -> bool:
    if mention is None:
        return False
    return mention.is_organisation


def _is_town(parsed: ParsedText, name: TokenMention, knowledge: Knowledge) -> bool:
    text = parsed.mention_text(name)
    return knowledge.gazetteer.country_of(text) is not None


def _introduces(
    parsed: ParsedText, person: TokenMention, i: int, prepositions: frozenset[str]
) -> bool:
    """Whether token ``i`` is a preposition that may introduce the body of a person."""
    if i >= len(parsed.doc):
        return False
    word = parsed.lower[i]
    if word not in prepositions:
        return False
    # CASE former: "hired Roth *from* Delmore Bank"
    verb = parsed.head_of(person).head
    if word in OF_ORIGIN and parsed.lemma(verb) in CHANGING_BODIES:
        return False
    if word not in AT_PLACE_OR_BODY:
        return True
    governor = parsed.doc[i].head.i
    return person.start <= governor < person.end


def _name_from(parsed: ParsedText, i: int) -> TokenMention | None:
    """Return the name that begins at a token, or after articles and adjectives there."""
    for j in range(i, min(i + LONGEST_AFFILIATION, len(parsed.doc))):
        name = parsed.name_at(j)
        if name is not None and not name.demonym:
            return name
        if parsed.tags[j] not in ARTICLE_TAGS:
            return None
    return None


def _after_brackets(parsed: ParsedText, i: int) -> int:
    """Return the token after brackets at a token: "Dana Roth *(left)* of"; without any, itself."""
    closing = closing_bracket(parsed, i)
    if closing is None:
        return i
    return closing + 1
