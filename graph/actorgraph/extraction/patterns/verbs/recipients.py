"""Recipients that no preposition introduces: "awarded *Roth* the prize"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.lexicon import VerbFrame
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import introduced
from actorgraph.extraction.parse.closed_classes import AT_PLACE, OF_WHOLE
from actorgraph.extraction.parse.dependents import AFFECTED, dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "sold a *stake* in Delmore".
SHARES = grammar_words("noun for a share of a body")
#: Before whoever receives something: "awarded the prize *to* Roth".
BEFORE_RECIPIENT = grammar_words("preposition before a recipient")


def with_recipients(
    parsed: ParsedText,
    verb: Token,
    frame: VerbFrame,
    slots: dict[str, list[TokenMention]],
) -> dict[str, list[TokenMention]]:
    """Return slots in which the recipient takes the place that a preposition would give it.

    A frame "SOMEBODY award OBJECT to SUBJECT" also reads "awarded Roth the prize".
    """
    # CASE share: "sold a stake in *Delmore* to Roth"
    if frame.subject == "oblique" and not slots["object"]:
        slots = {**slots, "object": _shared(parsed, verb)}
    gifts = arguments(parsed, verb, ("dobj",))
    if not gifts or frame.prepositions.isdisjoint(BEFORE_RECIPIENT):
        return slots
    recipients = _recipients(parsed, verb)
    if not recipients:
        return slots
    return {**slots, "object": gifts, "oblique": [*slots["oblique"], *recipients]}


def _shared(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return the bodies whose shares change hands: "a stake in *Delmore*"."""
    bodies: list[TokenMention] = []
    for noun in dependents(verb, *AFFECTED):
        if noun.lower_ not in SHARES:
            continue
        bodies += introduced(parsed, noun, OF_WHOLE | AT_PLACE)
    return bodies


def _recipients(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    # CASE passive: "*Roth* was awarded the prize"
    if dependents(verb, "auxpass"):
        return arguments(parsed, verb, ("nsubjpass",))
    # CASE active: "awarded *Roth* the prize"
    return arguments(parsed, verb, ("dative",))
