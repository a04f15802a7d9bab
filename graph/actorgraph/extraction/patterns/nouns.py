"""Relations that nouns of events express: "talks between X and Y", "X's visit to Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import Lexicon, NounFrame
from actorgraph.extraction.knowledge.relation_lists import relation_list
from actorgraph.extraction.mentions.arguments import complements
from actorgraph.extraction.modality.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.event_owners import (
    owners_and_goals,
    owners_of,
    without_groups,
)
from actorgraph.extraction.patterns.frame_words import governor_of, measure_of
from actorgraph.extraction.patterns.noun_agents import (
    BEFORE_PARTIES,
    agents_in_clause,
    is_carried,
)
from actorgraph.extraction.patterns.owned_objects import (
    AGAINST_OWNERS,
    owners_of_targets,
)
from actorgraph.extraction.patterns.received_acts import receivers_of
from actorgraph.extraction.patterns.template import Pattern, Template
from actorgraph.grammar import grammar_words
from actorgraph.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions of frames whose object is the matter of the event: "a row *over* the harbour".
BEFORE_MATTER = grammar_words("preposition before a matter")

#: Prepositions that can introduce both parties too: "a meeting *of* Dana Roth and Peter Hallam".
OF_WHOLE = grammar_words("preposition of a whole")

#: Introduces who acts: "the arrest of Roth *by* Marsh".
BEFORE_AGENT = grammar_words("preposition before an agent")

#: Before who gives what another receives: "criticism *from* Marsh", "the backing *of* Marsh".
BEFORE_GIVER = grammar_words("preposition before a giver")

#: Relations that an end undoes, and verbs that say so: "*ended* its support for Marsh".
BONDS = relation_list("bond that can end")
ENDING = grammar_words("verb of ending")

NOUN_TAGS = frozenset({"NN", "NNS", "NNP"})

#: Subject and object of an event.
Pair = tuple[TokenMention, TokenMention]


def noun_candidates(parsed: ParsedText, knowledge: Knowledge) -> Iterator[Candidate]:
    """Yield the relations of all nouns that have a frame."""
    for token in parsed.doc:
        if token.tag_ in NOUN_TAGS:
            for frame in _frames(parsed, token, knowledge.lexicon):
                reader = _NounReader(parsed, token, frame, knowledge)
                yield from reader.candidates()


def _frames(parsed: ParsedText, noun: Token, lexicon: Lexicon) -> Sequence[NounFrame]:
    """Frames of a noun with the word before it ("peace talk"), else of the noun alone."""
    lemma = parsed.lemma(noun)
    compound = f"{parsed.lower[noun.i - 1]} {lemma}" if noun.i else lemma
    return lexicon.nouns.get(compound, ()) or lexicon.nouns.get(lemma, ())


class _NounReader:
    """Reads one frame of a noun."""

    def __init__(
        self, parsed: ParsedText, noun: Token, frame: NounFrame, knowledge: Knowledge
    ) -> None:
        self.parsed = parsed
        self.noun = noun
        self.frame = frame
        self.knowledge = knowledge
        #: Represents the noun in its clause: the *round* in "held a round of talks".
        self.clause_noun = measure_of(noun)

    def candidates(self) -> Iterator[Candidate]:
        """Yield the relation between each subject and each object."""
        # CASE ended: "Norland *ended* its support for Marsh"
        is_ended = self.parsed.lemma(governor_of(self.noun)) in ENDING
        if is_ended and self.frame.sense.relation in BONDS:
            return
        for subject, object_ in self._pairs():
            candidate = self._candidate(subject, object_)
            if not candidate.same_actor and self._fits(subject, object_):
                yield candidate

    def _pairs(self) -> Iterator[Pair]:
        has_parties = not BEFORE_PARTIES.isdisjoint(self.frame.subject_prepositions)
        receivers = [] if has_parties else receivers_of(self.parsed, self.noun)
        givers = self._givers() if receivers else []
        # CASE received: "Roth drew criticism from Marsh", "faces *Bordurian* sanctions"
        if givers:
            yield from product(givers, receivers)
        else:
            yield from self._stated_pairs()

    def _stated_pairs(self) -> Iterator[Pair]:
        frame = self.frame
        subjects = self._marked(frame.subject_prepositions)
        objects = self._marked(frame.object_prepositions) or self._marked_at_verb()
        # CASE suffered by its owner: "Norland's defeat by Roth", "Roth's loss to Norland"
        if self._is_suffered(objects):
            objects = (
                objects or owners_of(self.parsed, self.noun) or self._subjects_of_verb()
            )
            yield from product(subjects, objects)
            return
        # CASE both parties: "talks between Norway and Sweden", "a meeting of Roth and Marsh"
        if not BEFORE_PARTIES.isdisjoint(frame.subject_prepositions):
            parties = subjects
            if not subjects and not objects:
                parties = self._marked(OF_WHOLE)
            parties = without_groups(parties or self._parties_of_verb())
            yield from combinations(parties, 2)
            if len(parties) > 1:
                subjects = []
        # CASE goal before the noun: "Roth's Norland trip"; a matter is never named there
        if (
            not subjects
            and not objects
            and BEFORE_MATTER.isdisjoint(frame.object_prepositions)
        ):
            subjects, objects = owners_and_goals(self.parsed, self.noun)
        # CASE owner, or the subject of a verb: "Roth's invasion of Norland", "Roth held talks with"
        subjects = (
            subjects or owners_of(self.parsed, self.noun) or self._subjects_of_verb()
        )
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
            stated_by=self.noun.i,
        )

    def _fits(self, subject: TokenMention, object_: TokenMention) -> bool:
        return self.knowledge.fits_sense(
            self.parsed, subject, object_, self.frame.sense
        )

    def _marked(self, prepositions: frozenset[str]) -> list[TokenMention]:
        """Complements of the noun that some prepositions introduce."""
        marked: list[TokenMention] = []
        for child in self.noun.children:
            if child.dep_ not in ("prep", "agent"):
                continue
            if child.lower_ in prepositions:
                marked.extend(complements(self.parsed, child))
                # CASE target: "the strikes on *Norwegian* positions"
                if self.frame.sense.relation in AGAINST_OWNERS:
                    marked.extend(owners_of_targets(self.parsed, child, ("pobj",)))
            # CASE nested: "the arrest of Roth *by Marsh*", where "by" depends on the name
            for inner in _prepositions_of_complement(child):
                if self._is_nested(child, inner) and inner.lower_ in prepositions:
                    marked.extend(complements(self.parsed, inner))
        return marked

    def _is_nested(self, outer: Token, inner: Token) -> bool:
        """Whether a preposition below the complement of another belongs to the noun."""
        if inner.lower_ in BEFORE_AGENT:
            return True
        # CASE giver: "support for Roth *from Marsh*", but not "support for refugees from Norland"
        if inner.lower_ in self.frame.subject_prepositions:
            receiver = self.parsed.actor_at(inner.head.i)
            is_object = outer.lower_ in self.frame.object_prepositions
            return is_object and _is_name(receiver)
        # CASE object after the agent: "the attack by Roth's men *on Norland*"
        is_agent = outer.lower_ in BEFORE_AGENT
        return is_agent and outer.lower_ in self.frame.subject_prepositions

    def _givers(self) -> list[TokenMention]:
        """Return who gives what the noun expresses: "drew criticism *from Marsh*"."""
        givers = self._marked(BEFORE_GIVER)
        for child in dependents(governor_of(self.noun), "prep"):
            if not givers and child.i > self.noun.i and child.lower_ in BEFORE_GIVER:
                givers = complements(self.parsed, child)
        return givers or owners_of(self.parsed, self.noun)

    def _is_suffered(self, objects: list[TokenMention]) -> bool:
        """Whether the owner of the noun does not act, but suffers it."""
        of_object = self.frame.object_prepositions
        if not BEFORE_AGENT.isdisjoint(of_object):
            return True
        if objects:
            return False
        # CASE agent: "Roth's arrest *by* Marsh", but not "Roth's remarks by the sea"
        words = {child.lower_ for child in dependents(self.noun, "prep", "agent")}
        is_by_agent = not words.isdisjoint(BEFORE_AGENT)
        return is_by_agent and not OF_WHOLE.isdisjoint(of_object)

    def _parties_of_verb(self) -> list[TokenMention]:
        """Return both parties: "an agreement was signed *between Norway and Sweden*"."""
        parties: list[TokenMention] = []
        if self.clause_noun.dep_ in ("nsubj", "nsubjpass", "dobj"):
            for child in dependents(self.clause_noun.head, "prep"):
                if child.lower_ in BEFORE_PARTIES:
                    parties.extend(complements(self.parsed, child))
        return parties

    def _subjects_of_verb(self) -> list[TokenMention]:
        """Return the subject of a verb for which the noun is only the object or the occasion."""
        lexicon = self.knowledge.lexicon
        return agents_in_clause(self.parsed, self.noun, self.frame, lexicon)

    def _marked_at_verb(self) -> list[TokenMention]:
        """Return what the parse attaches to the carrier: "took action *against Marsh*"."""
        marked: list[TokenMention] = []
        verb = governor_of(self.noun)
        carried = is_carried(self.parsed, self.noun, self.knowledge.lexicon)
        for child in dependents(verb, "prep") if carried else ():
            if child.i > self.noun.i and child.lower_ in self.frame.object_prepositions:
                marked.extend(complements(self.parsed, child))
        return marked


def _prepositions_of_complement(preposition: Token) -> Iterator[Token]:
    for noun in preposition.children:
        if noun.dep_ == "pobj":
            yield from noun.children


def _is_name(mention: TokenMention | None) -> bool:
    return mention is not None and mention.kind is MentionKind.NAME
