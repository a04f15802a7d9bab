"""Relations that nouns of events express: "talks between X and Y", "X's visit to Y"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.lexicon import NounFrame
from actorgraph.extraction.knowledge.relation_lists import STANCES, relation_list
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_AGENT,
    BEFORE_GIVER,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    dependents,
    has_dependent,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import CLEAR_NOUN_TAGS
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.nouns.event_clauses import (
    has_infinitive,
)
from actorgraph.extraction.patterns.nouns.event_owners import (
    owners_and_goals,
    owners_of,
)
from actorgraph.extraction.patterns.nouns.event_parties import (
    marked_parties,
    parties_of,
    without_groups,
)
from actorgraph.extraction.patterns.nouns.noun_agents import (
    BETWEEN_PARTIES,
    acting_owners_of,
    agents_in_clause,
    is_carried,
)
from actorgraph.extraction.patterns.nouns.noun_complements import NounComplements
from actorgraph.extraction.patterns.nouns.noun_wordings import frames_of, is_strained
from actorgraph.extraction.patterns.nouns.received_acts import receivers_of
from actorgraph.extraction.patterns.template import Pattern, Template
from actorgraph.extraction.patterns.verbs.both_parties import peoples_of
from actorgraph.extraction.patterns.verbs.frame_words import (
    governor_of_noun,
    measure_of,
)
from actorgraph.grammar import grammar_words
from actorgraph.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions of frames whose object is the matter of the event: "a row *over* the harbour".
BEFORE_MATTER = grammar_words("preposition before a matter")

#: Before those who share a view: "drew criticism *among* teachers".
BEFORE_GIVERS = grammar_words("preposition before many givers")

#: Relations that an end undoes, and verbs that say so: "*ended* its support for Marsh".
BONDS = relation_list("bond that can end")
ENDING = grammar_words("verb of ending")

#: Subject and object of an event.
Pair = tuple[TokenMention, TokenMention]


def noun_candidates(parsed: ParsedText, knowledge: Knowledge) -> Iterator[Candidate]:
    """Yield the relations of all nouns that have a frame."""
    for token in parsed.doc:
        if _is_noun(token):
            for frame in frames_of(parsed, token, knowledge.lexicon):
                reader = _NounReader(parsed, token, frame, knowledge)
                yield from reader.candidates()


def _is_noun(token: Token) -> bool:
    if token.tag_ in CLEAR_NOUN_TAGS:
        return True
    # CASE taken for an adjective: "a counter-*offensive* failed"; CASE gerund: "*fighting* between"
    if token.tag_ not in ("JJ", "VBG") or token.dep_ not in ("nsubj", "dobj", "pobj"):
        return False
    return not dependents(token, "dobj")


class _NounReader:
    """Reads one frame of a noun."""

    def __init__(
        self, parsed: ParsedText, noun: Token, frame: NounFrame, knowledge: Knowledge
    ) -> None:
        self.parsed = parsed
        self.noun = noun
        self.frame = frame
        self.knowledge = knowledge
        self.lexicon = knowledge.lexicon
        self.complements = NounComplements(parsed, noun, frame)
        #: A noun in place of the event noun: the *round* in "held a round of talks".
        self.clause_noun = measure_of(noun)
        #: Whether all parties do the same: "talks *between* Norland and Borduria".
        self.has_parties = not BETWEEN_PARTIES.isdisjoint(frame.subject_prepositions)

    def candidates(self) -> Iterator[Candidate]:
        """Yield the relation between each subject and each object."""
        is_over = self._is_ended() or is_strained(self.parsed, self.noun)
        if is_over and self.frame.sense.relation in BONDS:
            return
        # CASE infinitive: "calls for Roth *to go*", but not "calls for Roth"
        if self.frame.literal and not has_infinitive(self.noun, self.frame.literal):
            return
        for subject, object_ in self._pairs():
            candidate = self._candidate(subject, object_)
            if not candidate.same_actor and self._fits(subject, object_):
                yield candidate

    def _is_ended(self) -> bool:
        return self.parsed.lemma(governor_of_noun(self.noun)) in ENDING

    def _pairs(self) -> Iterator[Pair]:
        relation = self.frame.sense.relation
        receivers = (
            [] if self.has_parties else receivers_of(self.parsed, self.noun, relation)
        )
        givers = self._givers() if receivers else []
        # CASE received: "Roth drew criticism from Marsh", "faces *Bordurian* sanctions"
        if givers:
            yield from product(givers, receivers)
        else:
            yield from self._stated_pairs()

    def _stated_pairs(self) -> Iterator[Pair]:
        frame = self.frame
        objects = (
            self.complements.marked(frame.object_prepositions) or self._marked_at_verb()
        )
        # CASE both parties: "talks between Norway and Sweden", "a meeting of Roth and Marsh"
        if self.has_parties:
            yield from self._stated_parties(objects)
            return
        subjects = self.complements.marked(frame.subject_prepositions)
        # CASE suffered by its owner: "Norland's defeat by Roth", "Roth's loss to Norland"
        if self._is_suffered(objects):
            objects = (
                objects or owners_of(self.parsed, self.noun) or self._subjects_of_verb()
            )
            yield from product(subjects, objects)
            return
        # CASE goal before the noun: "Roth's Norland trip", but not "Roth's election campaign"
        if not subjects and not objects and self._may_precede():
            subjects, objects = owners_and_goals(self.parsed, self.noun)
        yield from self._with_subjects(subjects, objects)

    def _may_precede(self) -> bool:
        """Whether what the noun concerns may be named before it; a matter or a cause never is."""
        frame = self.frame
        if frame.sense.relation in STANCES:
            return False
        return BEFORE_MATTER.isdisjoint(frame.object_prepositions)

    def _stated_parties(self, objects: list[TokenMention]) -> Iterator[Pair]:
        """Yield the parties of an event in pairs, or with those it is said to be with."""
        parties = marked_parties(self.parsed, self.noun)
        owners: list[TokenMention] = []
        if not parties and not objects and not self._has_other_sense():
            owners, objects = owners_and_goals(self.parsed, self.noun)
            if not owners:
                parties = parties_of(self.parsed, self.noun, self.lexicon)
        parties = peoples_of(self.parsed, without_groups(parties))
        pairs = list(combinations(parties, 2))
        if not pairs:
            pairs = list(self._with_subjects([*parties, *owners], objects))
        yield from pairs
        # CASE both ways: in "a feud between Roth and Marsh" each opposes the other
        relation = self.knowledge.vocabulary.relation(self.frame.sense.relation)
        if not relation.symmetric:
            yield from ((second, first) for first, second in pairs)

    def _has_other_sense(self) -> bool:
        """Whether words after the noun belong to another frame: "waged war *on* Norland"."""
        prepositions = dependents(self.noun, "prep")
        # CASE attached to the verb: "waged war *on* Norland"
        for child in dependents(governor_of_noun(self.noun), "prep"):
            if child.i > self.noun.i:
                prepositions.append(child)
        words = {child.lower_ for child in prepositions}
        frames = self.lexicon.nouns[self.frame.noun]
        return any(not words.isdisjoint(frame.object_prepositions) for frame in frames)

    def _with_subjects(
        self, subjects: list[TokenMention], objects: list[TokenMention]
    ) -> Iterator[Pair]:
        # CASE owner, or the subject of a verb: "Roth's raid on Norland", "Roth made a visit to"
        owners = acting_owners_of(self.parsed, self.noun, self.lexicon)
        subjects = subjects or owners or self._subjects_of_verb()
        for subject, object_ in product(subjects, objects):
            if subject is not object_:
                yield subject, object_

    def _candidate(self, subject: TokenMention, object_: TokenMention) -> Candidate:
        return Candidate(
            subject,
            self.frame.sense.relation,
            object_,
            self.noun.i,
            Template(Pattern.NOUN),
            self.frame.noun,
            status=self._status(),
            stated_by=self.noun.i,
        )

    def _status(self) -> Status | None:
        """Return ``FORMER`` of a bond that is over: "the *divorce* of Roth and Marsh"."""
        is_left = self._is_ended() or self.frame.noun in self.lexicon.cues[Cue.LEAVING]
        relation = self.knowledge.vocabulary.relation(self.frame.sense.relation)
        return Status.FORMER if is_left and relation.lasting else None

    def _fits(self, subject: TokenMention, object_: TokenMention) -> bool:
        return self.knowledge.fits_sense(
            self.parsed, subject, object_, self.frame.sense
        )

    def _givers(self) -> list[TokenMention]:
        """Return who gives what the noun expresses: "drew criticism *from Marsh*"."""
        givers = self.complements.marked(BEFORE_GIVER | BEFORE_AGENT)
        verb = governor_of_noun(self.noun)
        for preposition in prepositions(verb, BEFORE_GIVER):
            if not givers and preposition.i > self.noun.i:
                givers = complements(self.parsed, preposition)
        return givers or owners_of(self.parsed, self.noun) or self._givers_among()

    def _givers_among(self) -> list[TokenMention]:
        """Return the people or the body where a view is shared; nobody is in "across Norland"."""
        givers = self.complements.marked(BEFORE_GIVERS)
        verb = governor_of_noun(self.noun)
        for preposition in prepositions(verb, BEFORE_GIVERS):
            if preposition.i == self.noun.i + 1:
                givers += complements(self.parsed, preposition)
        return [giver for giver in givers if not giver.is_place]

    def _is_suffered(self, objects: list[TokenMention]) -> bool:
        """Whether the owner of the noun does not act, but suffers it."""
        of_object = self.frame.object_prepositions
        if not BEFORE_AGENT.isdisjoint(of_object):
            return True
        if objects:
            return False
        # CASE agent: "Roth's arrest *by* Marsh", but not "Roth's remarks by the sea"
        is_by_agent = has_dependent(self.noun, BEFORE_AGENT, "prep", "agent")
        return is_by_agent and not OF_WHOLE.isdisjoint(of_object)

    def _subjects_of_verb(self) -> list[TokenMention]:
        """Return who acts, where only the clause of the noun says so."""
        return agents_in_clause(self.parsed, self.noun, self.frame, self.lexicon)

    def _marked_at_verb(self) -> list[TokenMention]:
        """Return what the parse attaches to the carrier: "took action *against Marsh*"."""
        if not is_carried(self.parsed, self.noun, self.lexicon):
            return []
        marked: list[TokenMention] = []
        carrier = governor_of_noun(self.noun)
        for preposition in prepositions(carrier, self.frame.object_prepositions):
            if preposition.i > self.noun.i:
                marked.extend(complements(self.parsed, preposition))
        return marked
