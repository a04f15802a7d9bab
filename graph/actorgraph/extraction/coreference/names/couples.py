"""People who share a surname that is written once: "*Paul* and Eva Marsh"."""

from __future__ import annotations

from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.names import fold_name

AND = grammar_words("conjunction that adds")


def shared_surname(entities: Entities, name: TokenMention) -> str:
    """Return the folded surname that a given name shares with the name after "and"; "" if none.

    Not where the text knows someone else by that given name.
    """
    parsed = entities.parsed
    if name.length > 1 or not _is_given_name(entities, name):
        return ""
    conjunction = name.end
    if parsed.lower[conjunction] not in AND:
        return ""
    partner = parsed.covering(conjunction + 1)
    if partner is None or partner.start != conjunction + 1:
        return ""
    if not _is_full_name(partner) or not _is_given_name(entities, partner):
        return ""
    if _has_namesake(entities, name):
        return ""
    _, *surname = fold_name(entities.text(partner)).split()
    return " ".join(surname)


def _is_given_name(entities: Entities, name: TokenMention) -> bool:
    """Whether the name of a person begins with a given name, and does not end the text."""
    parsed = entities.parsed
    if not name.is_person or name.end + 1 >= len(parsed.doc):
        return False
    first = parsed.doc[name.start].text
    return bool(entities.gazetteer.genders(first))


def _is_full_name(name: TokenMention) -> bool:
    if not name.is_named_person:
        return False
    return name.length > 1


def _has_namesake(entities: Entities, name: TokenMention) -> bool:
    """Whether a full name in the text begins with the same given name."""
    doc = entities.parsed.doc
    given_name = doc[name.start].text
    for mention in entities.parsed.mentions:
        if _is_full_name(mention) and doc[mention.start].text == given_name:
            return True
    return False
