"""Which of our claims are right, and which annotated facts they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from itertools import product

from actorgraph.model import ActorId, Claim, Polarity, Reading, Span, Status
from actorgraph.pipeline.evaluation.alignment import align
from actorgraph.pipeline.evaluation.causes import Cause, CauseFinder
from actorgraph.pipeline.evaluation.gold import Fact, GoldArticle, Properties
from actorgraph.vocabulary import Vocabulary

#: Characters on either side of a missed fact that its passage shows.
AROUND = 60


@dataclass(frozen=True, slots=True)
class ScoredFact:
    """A claim that the annotation decides, or an annotated fact.

    Attributes:
        document: Name of the article.
        subject: Name as in the text.
        relation: Local name.
        object: Name as in the text.
        passage: The quote of a claim; around a fact, the text between its closest mentions.
        confidence: Of a claim, 0–1; None for a fact.
        method: How a claim was read; empty for a fact.
        cause: Why it is wrong, or was missed; None if it is right.
        difference: How it is stated otherwise than annotated, such as "asserted, not planned".
    """

    document: str
    subject: str
    relation: str
    object: str
    passage: str
    confidence: float | None = None
    method: str = ""
    cause: Cause | None = None
    difference: str = ""


@dataclass(frozen=True, slots=True)
class ArticleScores:
    """What is right and wrong in one article, or in several.

    Attributes:
        right: Claims that the annotation confirms.
        wrong: Claims that it contradicts.
        recalled: Facts that we claim.
        missed: Facts that we do not claim.
        misstated: Right claims whose modality or status is wrong.
    """

    right: list[ScoredFact] = field(default_factory=list)
    wrong: list[ScoredFact] = field(default_factory=list)
    recalled: list[ScoredFact] = field(default_factory=list)
    missed: list[ScoredFact] = field(default_factory=list)
    misstated: list[ScoredFact] = field(default_factory=list)

    def extend(self, more: ArticleScores) -> None:
        """Add the scores of another article."""
        for group in fields(self):
            getattr(self, group.name).extend(getattr(more, group.name))


def score_article(
    gold: GoldArticle, reading: Reading, covers: frozenset[str], vocabulary: Vocabulary
) -> ArticleScores:
    """Compare a reading with its annotation.

    A claim is judged at its most specific relation that is covered; it is ignored if there is none,
    or if it is denied.  It is right if the annotation, closed under the hierarchy, contains it.  A
    fact is recalled if our claims, closed in the same way, contain it.

    Args:
        gold: The annotation.
        reading: What was read.
        covers: Relations whose facts are all annotated.
        vocabulary: The ontology.
    """
    scorer = _Scorer(gold, reading, vocabulary)
    for claim in scorer.claims:
        terms = _terms_to_judge(claim.relation, covers, vocabulary)
        scorer.score_claim(claim, terms)
    for fact in sorted(gold.facts):
        if fact[1] in covers:
            scorer.score_fact(fact)
    return scorer.scores


class _Scorer:
    """Sorts the claims and facts of one article into its scores."""

    def __init__(
        self, gold: GoldArticle, reading: Reading, vocabulary: Vocabulary
    ) -> None:
        self.gold = gold
        self.reading = reading
        self.aligned = align(gold, reading.actors)
        self.claims = list(_affirmed(reading))
        self.scores = ArticleScores()
        self.true = _closed(gold.facts, vocabulary)
        self.claimed = _closed(map(self._fact, self.claims), vocabulary)
        self.causes = CauseFinder(
            gold, reading, self.aligned, self.true, self.claimed, vocabulary
        )

    def score_claim(self, claim: Claim, terms: frozenset[str]) -> None:
        """Score a claim at some relations; none if nothing covers it."""
        fact = self._fact(claim)
        subject, _, object_ = fact
        scored = self._of_claim(claim)
        is_true = any((subject, term, object_) in self.true for term in terms)
        if is_true:
            self.scores.right.append(scored)
        elif terms:
            cause = self.causes.of_wrong(fact)
            wrong = replace(scored, cause=cause)
            self.scores.wrong.append(wrong)
        stated = self.gold.facts.get(fact, {})
        difference = _difference(claim, stated)
        if difference:
            misstated = replace(scored, cause=Cause.PROPERTY, difference=difference)
            self.scores.misstated.append(misstated)

    def score_fact(self, fact: Fact) -> None:
        """Score an annotated fact."""
        scored = _of_fact(fact, self.gold)
        if fact in self.claimed:
            self.scores.recalled.append(scored)
        else:
            cause = self.causes.of_missed(fact)
            missed = replace(scored, cause=cause)
            self.scores.missed.append(missed)

    def _fact(self, claim: Claim) -> Fact:
        """Return a claim between annotated entities; an actor without one has an id of its own."""
        subject = self._entity(claim.subject)
        object_ = self._entity(claim.object)
        return subject, claim.relation, object_

    def _entity(self, actor: ActorId) -> str:
        return self.aligned.get(actor, f"not annotated: {actor}")

    def _of_claim(self, claim: Claim) -> ScoredFact:
        names = {actor.id: actor.name for actor in self.reading.actors}
        return ScoredFact(
            self.reading.document.name,
            names[claim.subject],
            claim.relation,
            names[claim.object],
            claim.quote,
            claim.confidence,
            claim.method,
        )


def _closed(facts: Iterable[Fact], vocabulary: Vocabulary) -> set[Fact]:
    closed: set[Fact] = set()
    for fact in facts:
        closed.update(vocabulary.implied(*fact))
    return closed


def _difference(claim: Claim, stated: Properties) -> str:
    """Return how a claim is stated otherwise than annotated; empty if it is not."""
    differences: list[str] = []
    for name, expected in stated.items():
        value = getattr(claim, name)
        actual = value or Status.CURRENT
        if actual != expected:
            difference = f"{actual}, not {expected}"
            differences.append(difference)
    return ", ".join(differences)


def _affirmed(reading: Reading) -> Iterator[Claim]:
    """Yield each affirmed statement once, with its most confident claim."""
    done: set[Fact] = set()
    for claim in sorted(
        reading.claims, key=lambda claim: (-claim.confidence, claim.id)
    ):
        if claim.polarity is not Polarity.AFFIRMED:
            continue
        fact = claim.subject, claim.relation, claim.object
        if fact not in done:
            done.add(fact)
            yield claim


def _terms_to_judge(
    relation: str, covers: frozenset[str], vocabulary: Vocabulary
) -> frozenset[str]:
    """Return the most specific relations that are covered and that a relation implies."""
    terms = vocabulary.ancestors(relation) & covers
    general: set[str] = set()
    for term in terms:
        ancestors = vocabulary.ancestors(term)
        general |= ancestors - {term}
    return terms - general


def _of_fact(fact: Fact, gold: GoldArticle) -> ScoredFact:
    subject, relation, object_ = fact
    name = gold.document.name
    text = gold.document.text
    pairs = product(gold.mentions[subject], gold.mentions[object_])
    nearest = min(pairs, key=_nearness, default=None)
    if nearest is None:
        return ScoredFact(name, subject, relation, object_, "")
    (left_start, left_end), (right_start, right_end) = nearest
    start = max(0, min(left_start, right_start) - AROUND)
    end = max(left_end, right_end) + AROUND
    subject_words = text[left_start:left_end]
    object_words = text[right_start:right_end]
    return ScoredFact(name, subject_words, relation, object_words, text[start:end])


def _nearness(pair: tuple[Span, Span]) -> tuple[int, tuple[Span, Span]]:
    (left, _), (right, _) = pair
    return abs(left - right), pair
