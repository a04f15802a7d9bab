"""Names of towns that hyphens divide: "Stratford-upon-Avon"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.names.recognised import RecognisedName
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Doc

HYPHEN = "-"
#: Within the name of a town: "Stratford-*upon*-Avon".
WITHIN_TOWN = grammar_words("preposition within a town")
#: Tokens of "-upon-Avon".
LENGTH_AFTER_TOWN = 4


def with_compound_towns(
    doc: Doc, names: Iterable[RecognisedName]
) -> list[RecognisedName]:
    """Return names, those of towns joined that hyphens divide: "Stratford-upon-Avon"."""
    result = []
    for start, end, type_ in names:
        # CASE end alone: "Stratford", "-upon-Avon"
        if doc[start].text == HYPHEN:
            continue
        # CASE hyphen taken along: "Stratford-"
        first_end = end - 1 if doc[end - 1].text == HYPHEN else end
        if _is_compound_town(doc, first_end):
            result.append((start, first_end + LENGTH_AFTER_TOWN, ActorType.PLACE))
        else:
            result.append((start, end, type_))
    return result


def _is_compound_town(doc: Doc, end: int) -> bool:
    """Whether a preposition and a river follow a name between hyphens: "*-upon-Avon*"."""
    following = doc[end : end + LENGTH_AFTER_TOWN]
    if len(following) < LENGTH_AFTER_TOWN or doc[end - 1].whitespace_:
        return False
    hyphen, preposition, second, river = following
    is_divided = {hyphen.text, second.text} == {HYPHEN}
    return is_divided and preposition.lower_ in WITHIN_TOWN and river.is_title
