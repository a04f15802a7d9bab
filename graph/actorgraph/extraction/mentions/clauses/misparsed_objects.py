"""Direct objects that the parse takes for something else: "beat *Norland* 3-1"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependency labels of what a verb says its object is or becomes.
PREDICATES = ("oprd", "dobj", "attr")


def object_before_score(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the object of a verb where the parse takes it for a measure: "beat *Norland* 3-1"."""
    for child in dependents(verb, "npadvmod"):
        if child.left_edge.i != verb.i + 1:
            continue
        mention = parsed.actor_at(child.i)
        if mention is not None and not mention.is_time:
            return [mention]
    return []


def object_before_predicate(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the object that the parse joins to its predicate: "named *Dana Roth* minister"."""
    mention = parsed.covering(verb.i + 1)
    if mention is None or not mention.is_name:
        return []
    for noun in dependents(verb, *PREDICATES):
        if noun.left_edge.i != mention.start:
            continue
        predicate = parsed.name_at(noun.i)
        if predicate is None:
            return [mention] if mention.is_person else []
    return []
