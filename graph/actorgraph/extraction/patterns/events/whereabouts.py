"""Where described actors are: "hospitals *in Alderfen*", "a trial *in Oslo*"."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate, construction_candidates
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Before the place of a description: "soldiers *in* Alderfen".
BEFORE_PLACE = grammar_words("preposition before whereabouts")
#: Types of those that are somewhere.
PLACED = frozenset({ActorType.EVENT, ActorType.GROUP, ActorType.ORGANIZATION})


def whereabout_candidates(
    parsed: ParsedText, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the places of the events, groups and bodies that a text describes, in text order."""
    for mention in parsed.in_order():
        if not mention.is_description or mention.type not in PLACED:
            continue
        for place in _places(parsed, mention):
            yield from construction_candidates(
                parsed, Construction.DESCRIPTION_IN_PLACE, mention, place, knowledge
            )


def _places(parsed: ParsedText, mention: TokenMention) -> Iterator[TokenMention]:
    """Yield the places that a preposition right after a description introduces."""
    i = mention.end
    if i >= len(parsed.doc) or parsed.lower[i] not in BEFORE_PLACE:
        return
    # CASE verb: in "sent soldiers *to* Alderfen" the place may belong to the verb
    if parsed.doc[i].head.i != mention.root:
        return
    for place in complements(parsed, parsed.doc[i]):
        if place.is_place and not place.demonym:
            yield place
