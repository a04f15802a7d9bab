"""Candidates to claims, with everything that the text around the trigger adds to the relation."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.claims.evidence_spans import evidence_of, span_of
from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.relation_lists import (
    NATIONAL_OFFICES,
    relation_list,
)
from actorgraph.extraction.knowledge.reliability import (
    DESCRIBED,
    GENERAL,
    PROBABILITY,
    logit,
)
from actorgraph.extraction.learned import PairScores
from actorgraph.extraction.mentions.entities import Entities, local_id
from actorgraph.extraction.modality.dates.time_spans import NO_DATES, Dates
from actorgraph.extraction.modality.departures import is_departure, is_removed
from actorgraph.extraction.modality.factuality.factuality import factuality
from actorgraph.extraction.modality.factuality.unreality import asks_for_apposition
from actorgraph.extraction.modality.factuality.word_cues import JOURNEYS
from actorgraph.extraction.modality.past_roles import opens_in_past
from actorgraph.extraction.modality.validity import lasting_dates, term_of, when
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.extraction.patterns.candidate import Candidate, method_label
from actorgraph.extraction.patterns.roles.posts import POST_FAMILY
from actorgraph.extraction.patterns.template import Pattern
from actorgraph.identifiers import claim_id
from actorgraph.model import (
    Claim,
    ClaimId,
    Document,
    Evidence,
    Modality,
    Polarity,
    Status,
)

LEAST_LEARNED = 0.05

#: Acts done by whatever leads to them: "gave a speech to praise Marsh".
BY_MEANS = relation_list("act done by its means")

#: Relations that nobody can lose: "Roth was the founder of the bank".
ENDLESS = relation_list("bond that cannot end")


class ClaimBuilder:
    """Makes claims about the actors of a document.

    Args:
        pair_scores: How probable the learned reader finds the actors' relations; empty if it did
            not read.
    """

    def __init__(
        self,
        document: Document,
        entities: Entities,
        knowledge: Knowledge,
        pair_scores: PairScores,
    ) -> None:
        self.document = document
        self.entities = entities
        self.knowledge = knowledge
        self.parsed = entities.parsed
        self.pair_scores = pair_scores

    def build(self, candidate: Candidate) -> Claim:
        """Return the claim that a candidate makes; its subject and object must be resolved."""
        polarity, modality = self._factuality(candidate)
        valid_from, valid_until = self._period(candidate)
        probability = self._probability(candidate)
        return Claim(
            id=self._id(candidate),
            subject=local_id(candidate.subject.actor),
            relation=candidate.relation,
            object=local_id(candidate.object.actor),
            evidence=evidence_of(self.document, self.parsed, candidate),
            polarity=polarity,
            modality=modality,
            status=self._status(candidate),
            valid_from=valid_from,
            valid_until=valid_until,
            confidence=self._confidence(candidate, probability),
            method=method_label(candidate.method, probability),
            trigger=self._trigger(candidate),
        )

    def _id(self, candidate: Candidate) -> ClaimId:
        return claim_id(
            self.document.id,
            candidate.relation,
            span_of(self.parsed, candidate.subject),
            span_of(self.parsed, candidate.object),
            candidate.method,
        )

    def _trigger(self, candidate: Candidate) -> Evidence | None:
        """Return the words that express the relation: "special envoy", "accused".

        Of a phrasal verb or a compound noun they are all words that are together.
        """
        token = self._expressed_at(candidate)
        if token is None:
            return None
        words = frozenset(candidate.word.split())
        first = last = token
        while first > 0 and self._is_one_of(first - 1, words):
            first -= 1
        while last + 1 < len(self.parsed.doc) and self._is_one_of(last + 1, words):
            last += 1
        return Evidence.of(self.document, *self.parsed.chars(first, last + 1))

    def _expressed_at(self, candidate: Candidate) -> int | None:
        """Return the token that expresses the relation; None if grammar alone does."""
        if candidate.template.is_background:
            return None
        if candidate.word or candidate.template.pattern is Construction.POST:
            return candidate.trigger
        words = self.knowledge.triggers.get(candidate.relation, frozenset())
        sentence = self.parsed.doc[candidate.trigger].sent
        return next((t.i for t in sentence if self._is_one_of(t.i, words)), None)

    def _is_one_of(self, i: int, words: frozenset[str]) -> bool:
        """Whether a token is one of some words, as it is or in its dictionary form."""
        lemma = self.parsed.lemma(self.parsed.doc[i])
        return self.parsed.lower[i] in words or lemma in words

    def _status(self, candidate: Candidate) -> Status | None:
        """Return the status of a lasting relation; the learned reader overlooks who left."""
        if candidate.status is None:
            return None
        if candidate.relation in ENDLESS:
            return Status.CURRENT
        is_left = candidate.status is Status.CURRENT and self._is_left(candidate)
        return Status.FORMER if is_left else candidate.status

    def _is_left(self, candidate: Candidate) -> bool:
        """Whether the verb between an office and its holder says that the holder leaves it."""
        family = self.knowledge.vocabulary.relation(candidate.relation).family
        if candidate.template.pattern is not Pattern.LEARNED or family != POST_FAMILY:
            return False
        holder, lexicon = self.parsed.head_of(candidate.subject), self.knowledge.lexicon
        is_past = opens_in_past(self.parsed, candidate.object.root)
        if is_past or is_removed(self.parsed, holder, lexicon):
            return True
        for word in self.parsed.head_of(candidate.object).ancestors:
            # CASE holder: "Dana Roth of Delmore Bank resigned" may have left another office
            if word.i == candidate.subject.root:
                return False
            if is_verb_form(word):
                return is_departure(self.parsed, word, lexicon)
        return False

    def _factuality(self, candidate: Candidate) -> tuple[Polarity, Modality]:
        """Return how the text states a relation; "not the head of …" denies it."""
        polarity, modality = Polarity.AFFIRMED, Modality.ASSERTED
        if candidate.stated_by is not None and not self._is_in_phrase(candidate):
            polarity, modality = factuality(
                self.parsed,
                self._stating_word(candidate, candidate.stated_by),
                self.knowledge.lexicon,
                by_means=candidate.relation in BY_MEANS,
            )
            # CASE setting: "At a rally in Oslo, Roth did not praise Marsh"
            if self._is_setting(candidate):
                polarity = Polarity.AFFIRMED
        # CASE question: "Is Roth the mayor of Oslo?"
        elif asks_for_apposition(self.parsed, self.parsed.doc[candidate.trigger]):
            modality = Modality.POSSIBLE
        return (Polarity.DENIED if candidate.negated else polarity), modality

    def _stating_word(self, candidate: Candidate, verb: int) -> int:
        """Return the infinitive of a verb, or a way, if the learned reader's object is its own.

        "Dana Roth is scheduled *to be* in Oslo", "stopped in Bergen on the *way* to Oslo".
        """
        if candidate.template.pattern is not Pattern.LEARNED:
            return verb
        for word in self.parsed.head_of(candidate.object).ancestors:
            is_infinitive = word.dep_ == "xcomp" and word.head.i == verb
            if is_infinitive or word.lower_ in JOURNEYS:
                return int(word.i)
        return verb

    def _is_in_phrase(self, candidate: Candidate) -> bool:
        """Whether the learned reader reads a relation within a noun phrase, which asserts it.

        "The chamber will welcome Dana Roth (of the Meadow Party)."
        """
        is_learned = candidate.template.pattern is Pattern.LEARNED
        if not is_learned or candidate.is_in_clause:
            return False
        relation = self.knowledge.vocabulary.relation(candidate.relation)
        is_below_noun = candidate.stated_by == candidate.object.root
        return relation.lasting or (is_below_noun and not relation.grave)

    def _is_setting(self, candidate: Candidate) -> bool:
        """Whether the object is where something else happens, before the verb that says so."""
        if candidate.template.pattern is not Pattern.LEARNED:
            return False
        verb = candidate.stated_by
        for word in self.parsed.head_of(candidate.object).ancestors:
            if word.head.i == verb:
                return bool(word.dep_ == "prep" and word.i < verb)
        return False

    def _confidence(self, candidate: Candidate, probability: float | None) -> float:
        return self.knowledge.reliability.confidence(
            str(candidate.template),
            candidate.relation,
            candidate.word,
            candidate.signals or dict(self._signals(candidate, probability)),
            references=self._references(candidate),
        )

    def _signals(
        self, candidate: Candidate, probability: float | None
    ) -> Iterator[tuple[str, float]]:
        """Yield what bears on the confidence of a claim that a rule reads, by name."""
        if probability is not None:
            if candidate.relation in NATIONAL_OFFICES:
                probability = max(probability, LEAST_LEARNED)
            general = max(probability, *self._general_probabilities(candidate))
            yield PROBABILITY, logit(probability)
            yield GENERAL, logit(general)
        if self._is_described(candidate):
            yield DESCRIBED, 1.0

    def _is_described(self, candidate: Candidate) -> bool:
        """Whether a rule reads a claim about an actor that the text never names.

        Not if the claim is what describes the actor: "*Norwegian-backed* rebels".
        """
        if candidate.template.pattern is Pattern.COMPOUND:
            return False
        actors = map(self.entities.of, (candidate.subject, candidate.object))
        return any(actor is not None and actor.is_described for actor in actors)

    def _references(self, candidate: Candidate) -> int:
        """Return how many references a claim rests on that may be misread."""
        references = int(self.parsed.in_heading(candidate.trigger))
        for mention in (candidate.subject, candidate.object):
            entity = self.entities.of(mention)
            # CASE reference: "he" or "the mayor", for someone named elsewhere in the text
            if entity is not None and not mention.is_name and entity.has_name:
                references += 1
        return references

    def _probability(self, candidate: Candidate) -> float | None:
        """Return the learned reader's probability of a relation; None where it gives none."""
        if not candidate.is_rated:
            return None
        return max(self._probabilities(candidate, candidate.relation), default=None)

    def _general_probabilities(self, candidate: Candidate) -> Iterator[float]:
        """Yield the probabilities of the relations that a relation implies.

        The network saw few examples of rare offices, but it knows who leads.
        """
        for general in self.knowledge.vocabulary.ancestors(candidate.relation):
            yield from self._probabilities(candidate, general)

    def _probabilities(self, candidate: Candidate, name: str) -> Iterator[float]:
        """Yield the probability of a relation; of a symmetric one, in both directions."""
        relation = self.knowledge.vocabulary.relation(name)
        subject = candidate.subject.actor
        object_ = candidate.object.actor
        pairs = [(subject, object_)]
        if relation.symmetric:
            pairs.append((object_, subject))
        for pair in pairs:
            scores = self.pair_scores.get(pair, {})
            score = scores.get(name)
            if score is not None and score.in_context:
                yield score.probability

    def _period(self, candidate: Candidate) -> Dates:
        """Return when a relation began and ended, as far as its verb or noun says."""
        parsed, published = self.parsed, self.document.date
        lasting = self.knowledge.vocabulary.relation(candidate.relation).lasting
        if candidate.stated_by is None:
            has_term = lasting and candidate.template.is_of_role
            return (
                term_of(parsed, candidate.trigger, published) if has_term else NO_DATES
            )
        dates = when(parsed, candidate.stated_by, published, self.knowledge.lexicon)
        return (
            lasting_dates(dates, over=candidate.status is Status.FORMER)
            if lasting
            else dates
        )
