"""Who stands out among the people that "he" or "she" may refer to."""

from __future__ import annotations

from collections.abc import Sequence

from actorgraph.extraction.mentions.entities import only
from actorgraph.extraction.parse.dependents import SUBJECTS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention


def most_salient(
    parsed: ParsedText, candidates: Sequence[TokenMention], pronoun: TokenMention
) -> int | None:
    """Return the only actor among candidates, or the only one that is a subject; else None.

    What is done to someone in a sentence of its own may be done to either: "Roth met Marsh.
    Soldiers arrested *her*".
    """
    actors = {mention.actor for mention in candidates}
    if len(actors) > 1 and not _is_object_apart(parsed, candidates, pronoun):
        actors = {
            mention.actor
            for mention in candidates
            if parsed.noun_in_clause(mention).dep_ in SUBJECTS
        }
    return only(actors)


def _is_object_apart(
    parsed: ParsedText, candidates: Sequence[TokenMention], pronoun: TokenMention
) -> bool:
    """Whether a pronoun is the object of a verb in another sentence than all candidates."""
    if parsed.head_of(pronoun).dep_ != "dobj":
        return False
    here = parsed.sentence_of[pronoun.root]
    return all(parsed.sentence_of[each.root] != here for each in candidates)
