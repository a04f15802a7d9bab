"""Direct objects that the parse takes for something else: "beat *Norland* 3-1"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependency labels of what a verb says its object is or becomes.
PREDICATES = ("oprd", "dobj", "attr")


def object_before_score(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the object of a verb where the parse takes it for a measure: "beat *Norland* 3-1"."""
    for child in verb.children:
        mention = parsed.actor_at(child.i) if child.dep_ == "npadvmod" else None
        is_next = child.left_edge.i == verb.i + 1
        if is_next and mention is not None and not mention.is_time:
            return [mention]
    return []


def object_before_predicate(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the object that the parse joins to its predicate: "named *Dana Roth* minister"."""
    for noun in verb.children:
        predicate = parsed.covering(noun.i)
        is_named = predicate is not None and predicate.is_name
        if noun.dep_ not in PREDICATES or is_named:
            continue
        mention = parsed.covering(verb.i + 1)
        is_name = mention is not None and mention.is_name
        is_inside = mention is not None and noun.left_edge.i == mention.start
        if mention is not None and is_name and is_inside:
            return [mention] if mention.is_person else []
    return []
