"""Who takes part in an event, by its own phrase: "a meeting *with Roth*", "*Roth's* campaign"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.parse.closed_classes import (
    AT_EVENT,
    BEFORE_AGENT,
    BEFORE_PARTIES,
    CONTESTS,
    OF_WHOLE,
    TEAMS,
)
from actorgraph.extraction.parse.dependents import (
    NOUN_MODIFIERS,
    dependents,
    has_dependent,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.events.event_reader import EventReader
from actorgraph.extraction.patterns.events.occasions import FIGHTS, GATHERINGS
from actorgraph.extraction.patterns.nouns.event_owners import owners_of
from actorgraph.extraction.patterns.verbs.owned_objects import ATTACKS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Before whoever takes part in an event besides others: "a meeting *with* Roth".
BEFORE_PARTICIPANT = grammar_words("preposition before a partner in an event")

#: Before an opponent: "the match *against* Norland".
BEFORE_OPPONENT = grammar_words("preposition before an opponent")
#: Nouns of contests in which nobody is opposed in person: "a *vote* against Roth".
IMPERSONAL = grammar_words("noun of an impersonal contest")

#: Nouns of talks and fights that other relations express: "*talks* with Roth".
TALKS = grammar_words("noun of talks")

#: Nouns of events that are named after those who come together: "a *meeting* of ministers".
OF_MEMBERS = grammar_words("noun of an event of its members")

#: Nouns of what its owner does: "Norland's *offensive*", "Roth's *campaign*".
OF_OWNERS = grammar_words("noun of an event of its owner")

#: What an event does with those who take part: "a summit *involving* Roth".
INVOLVING = grammar_words("verb of involving")

#: Open a clause about what happens at an event: "the summit *where* Roth spoke".
RELATIVE_ADVERBS = grammar_words("relative adverb of an event")


def participant_candidates(
    parsed: ParsedText, knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the participants that the phrases of events name, in the order of the events."""
    for event in parsed.mentions:
        if event.type is ActorType.EVENT:
            reader = _PhraseReader(parsed, event, knowledge)
            yield from reader.candidates()


class _PhraseReader(EventReader):
    """Reads who takes part in an event by its phrase."""

    def candidates(self) -> Iterator[Candidate]:
        """Yield all participants that the phrase names."""
        of_phrase = [*self._partners(), *self._involved(), *self._team()]
        yield from self.participation(
            Construction.PARTIES_OF_EVENT, self.noun, of_phrase
        )
        owners = self._owners()
        yield from self.participation(Construction.OWNER_OF_EVENT, self.noun, owners)
        for clause in dependents(self.noun, "relcl"):
            if self._is_at_event(clause):
                actors = arguments(self.parsed, clause, ("nsubj",))
                yield from self.participation(Construction.AT_EVENT, clause, actors)

    def _owners(self) -> list[TokenMention]:
        """Return whose event it is, by name: "*Roth's* rally", "a *Bordurian* offensive"."""
        if not self.is_one_of(OF_OWNERS):
            return []
        owners = owners_of(self.parsed, self.noun)
        return [owner for owner in owners if self._is_owner(owner)]

    def _is_owner(self, mention: TokenMention) -> bool:
        """Whether a modifier names who acts, not the opponent: "anti-*Roth* protests"."""
        if not mention.is_name or self.parsed.word(mention.start - 1) == "-":
            return False
        if not mention.is_place and not mention.demonym:
            return True
        # CASE country: "a *Bordurian* offensive", but "*Bordurian* protests" are against anybody
        return self.is_one_of(ATTACKS | CONTESTS)

    def _partners(self) -> Iterator[TokenMention]:
        """Yield the mentions that a preposition introduces: "a meeting *with Roth*"."""
        before_participants = self._prepositions()
        for child in dependents(self.noun, "prep", "agent"):
            if child.lower_ in before_participants:
                yield from complements(self.parsed, child)

    def _prepositions(self) -> set[str]:
        """Return the prepositions that introduce participants of such an event."""
        prepositions = set(BEFORE_PARTIES)
        # CASE actors: "protests *by* drivers", but not "a killing by Roth", which has its relation
        if self.is_one_of(GATHERINGS):
            prepositions |= BEFORE_AGENT
        is_free = self.words.isdisjoint(TALKS)
        # CASE partner: "a meeting *with* Roth"
        if is_free and self.is_one_of(GATHERINGS | CONTESTS | FIGHTS):
            prepositions |= BEFORE_PARTICIPANT
        # CASE opponent: "a match *against* Norland", but not "a vote against Roth"
        is_personal = is_free and self.words.isdisjoint(IMPERSONAL)
        if is_personal and self.is_one_of(CONTESTS | FIGHTS):
            prepositions |= BEFORE_OPPONENT
        # CASE members: "a meeting *of* ministers", but not "a fight of two hours"
        if self.is_one_of(OF_MEMBERS):
            prepositions |= OF_WHOLE
        return prepositions

    def _involved(self) -> Iterator[TokenMention]:
        """Yield the objects of participles: "a summit *involving Roth*"."""
        for clause in dependents(self.noun, "acl"):
            if clause.tag_ != "VBG":
                continue
            if self.parsed.lemma(clause) in INVOLVING:
                yield from arguments(self.parsed, clause, ("dobj", "pobj"))

    def _team(self) -> list[TokenMention]:
        """Return the team that is named by its contest: "Champions League side *Norvale*"."""
        if self.noun.dep_ not in NOUN_MODIFIERS:
            return []
        end = self.event.end
        if self.parsed.word(end) not in TEAMS:
            return []
        name = self.parsed.name_at(end + 1)
        if name is None or not name.is_organisation:
            return []
        return [name]

    def _is_at_event(self, clause: Token) -> bool:
        """Whether a relative clause says what happens at the event: "*where* Roth spoke"."""
        if has_dependent(clause, RELATIVE_ADVERBS, "advmod"):
            return True
        for preposition in dependents(clause, "prep"):
            pronouns = dependents(preposition, "pobj")
            is_relative = any(word.tag_ == "WDT" for word in pronouns)
            if is_relative and preposition.lower_ in AT_EVENT:
                return True
        return False
