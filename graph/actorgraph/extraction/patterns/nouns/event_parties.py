"""Both parties of an event: "talks between Roth and Marsh", "the Norland-Borduria talks"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import introduced
from actorgraph.extraction.modality.factuality.words_of_others import TELLING_SOMEBODY
from actorgraph.extraction.parse.closed_classes import AT_EVENT, BEFORE_AGENT, OF_WHOLE
from actorgraph.extraction.parse.dependents import (
    DIRECT_ARGUMENTS,
    SUBJECTS,
    dependents,
    has_dependent,
    obliques,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.nouns.event_owners import is_owner
from actorgraph.extraction.patterns.nouns.noun_agents import BETWEEN_PARTIES, is_carried
from actorgraph.extraction.patterns.verbs.both_parties import parties_between
from actorgraph.extraction.patterns.verbs.frame_words import (
    governor_of_noun,
    measure_of,
)
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Before both parties of an event, beside prepositions: "talks *involving* Norway and Sweden".
INVOLVING = grammar_words("participle before parties")

#: Between two parties before a noun: "the Norland*-*Borduria talks".
JOINING = grammar_words("sign between two parties")

#: Before an event that its parties are in: "Norland and Borduria are *in* talks".
WITHIN = grammar_words("preposition before an event")
#: Of what several do together: "in a *joint* statement".
JOINT = grammar_words("adjective of company")
#: Nouns of an event whose parties speak to each other: "in a *meeting*, Roth told Marsh that …".
CONVERSATIONS = grammar_words("noun of a conversation")
#: Verbs that say so: "*are* in talks", "*were locked* in a dispute".
TAKING_PART = grammar_words("verb of being in an event")


def parties_of(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> list[TokenMention]:
    """Return who takes part in an event, where no preposition before a partner says so."""
    return (
        _joined_parties(parsed, noun)
        or _parties_after(parsed, noun)
        or _parties_of_verb(parsed, noun, lexicon)
        or _subjects(parsed, noun, lexicon)
    )


def marked_parties(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return the parties after a noun: "talks *between Norway and Sweden*"."""
    parties: list[TokenMention] = []
    for child in (*dependents(noun, "prep"), *_prepositions_of_part(noun)):
        if child.lower_ in BETWEEN_PARTIES:
            parties.extend(parties_between(parsed, child))
    for child in dependents(noun, "acl"):
        if child.lower_ in INVOLVING:
            parties.extend(arguments(parsed, child, ("dobj",)))
    return parties


def _prepositions_of_part(noun: Token) -> Iterator[Token]:
    """Yield what the parse attaches lower: "a war of words *between* Norway and Sweden"."""
    for part in obliques(noun, OF_WHOLE):
        yield from dependents(part, "prep")


def _joined_parties(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return both parties before a noun, as in "the Norland-Borduria talks", or an empty list."""
    for i in range(noun.left_edge.i + 1, noun.i - 1):
        if parsed.lower[i] not in JOINING:
            continue
        first, second = parsed.covering(i - 1), parsed.covering(i + 1)
        if first is second:
            continue
        if is_owner(first, noun) and is_owner(second, noun):
            return [first, second]
    return []


def _parties_after(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return both parties: "a meeting *of Roth and Marsh*", "a raid *by Norway and Sweden*"."""
    return introduced(parsed, noun, OF_WHOLE | BEFORE_AGENT)


def _parties_of_verb(
    parsed: ParsedText, noun: Token, lexicon: Lexicon
) -> list[TokenMention]:
    """Return both parties: "an agreement was signed *between Norway and Sweden*"."""
    clause_noun = measure_of(noun)
    verb = clause_noun.head
    if clause_noun.dep_ not in DIRECT_ARGUMENTS:
        return []
    agents: list[TokenMention] = []
    # CASE agents: "a joint statement was issued *by Norway and Sweden*"
    is_passive = clause_noun.dep_ == "nsubjpass"
    if is_passive and parsed.phrasal(verb) in lexicon.cues[Cue.CARRIER]:
        agents = introduced(parsed, verb, BEFORE_AGENT)
    return agents or marked_parties(parsed, verb)


def _subjects(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> list[TokenMention]:
    """Return the subjects of a clause that have the event with each other."""
    governor = governor_of_noun(noun)
    # CASE carried: "*Norway and Sweden* had a dispute"
    if is_carried(parsed, noun, lexicon):
        return arguments(parsed, governor, ("nsubj",))
    verb = governor.head
    is_within = governor.dep_ == "prep" and governor.lower_ in WITHIN
    # CASE state: "*Norway and Sweden* are in talks"
    takes_part = parsed.lemma(verb) in TAKING_PART
    # CASE joint: "in a joint statement, *Norway and Sweden* denied it"
    is_joint = has_dependent(noun, JOINT)
    if is_within and (takes_part or is_joint):
        return arguments(parsed, verb, SUBJECTS)
    if governor.lower_ in AT_EVENT and parsed.lemma(noun) in CONVERSATIONS:
        return _speakers(parsed, verb)
    return []


def _speakers(parsed: ParsedText, verb: Token) -> list[TokenMention]:
    """Return who tells whom something in a meeting: "in talks, *Roth* told *Marsh* that …"."""
    if parsed.lemma(verb) not in TELLING_SOMEBODY:
        return []
    addressees = arguments(parsed, verb, ("dobj", "dative"))
    if not addressees or not all(actor.is_person for actor in addressees):
        return []
    return [*arguments(parsed, verb, ("nsubj",)), *addressees]


def without_groups(parties: list[TokenMention]) -> list[TokenMention]:
    """Leave out "states" of "states including Norland": Norland is no party beside them."""
    if not any(party.is_name for party in parties):
        return parties
    return [party for party in parties if party.is_name or not party.is_group]
