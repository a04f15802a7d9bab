"""What the articles say that cannot all be so: denials, two holders of a post, impossible dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from operator import attrgetter

from actorgraph.analysis.answers import ClaimAnswer
from actorgraph.analysis.lives import BIRTH, DEATH, Life, lives_of
from actorgraph.analysis.lookup import actors_by_id
from actorgraph.analysis.network import EdgeKey, edge_key, last_day
from actorgraph.analysis.wording import Wording
from actorgraph.body_names import names_body
from actorgraph.grammar import grammar_words, without_article
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    Corpus,
    Polarity,
    Status,
)
from actorgraph.names import fold_name
from actorgraph.vocabulary import Vocabulary

#: Posts with a single holder, as the first words of their names.
_SINGLE_POSTS = tuple(sorted(grammar_words("post of a single holder")))

#: The first and the last day.
Days = tuple[str, str]


class ConflictKind(StrEnum):
    """Why two statements cannot both be so."""

    DENIED = "said and denied"
    TWO_HOLDERS = "two holders of a post"
    DATES = "impossible dates"


@dataclass(frozen=True, slots=True)
class ConflictAnswer:
    """Statements that cannot all be so.

    Attributes:
        kind: Why.
        sentence: What is in conflict, in words.
        left: The best claims of one side.
        right: The same for the other side; empty if a claim contradicts itself.
    """

    kind: ConflictKind
    sentence: str
    left: tuple[ClaimAnswer, ...]
    right: tuple[ClaimAnswer, ...]


def disagreements(
    corpus: Corpus, vocabulary: Vocabulary, actor: Actor | None = None
) -> tuple[ConflictAnswer, ...]:
    """Return what the articles say that cannot all be so, sorted by kind and sentence.

    Args:
        actor: Only conflicts of claims about this actor; None for all.
    """
    finder = _ConflictFinder(corpus, vocabulary)
    conflicts = [
        *finder.denials(),
        *finder.rival_holders(),
        *finder.impossible_dates(),
    ]
    if actor is not None:
        conflicts = [item for item in conflicts if actor.id in item[1]]
    return tuple(item for item, _ in sorted(conflicts, key=_order))


#: A conflict, and the actors that it is about.
_Conflict = tuple[ConflictAnswer, frozenset[ActorId]]


def _order(conflict: _Conflict) -> tuple[int, str, str]:
    answer, _ = conflict
    place = list(ConflictKind).index(answer.kind)
    return place, answer.sentence, answer.left[0].id


class _ConflictFinder:
    """Finds the claims of a corpus that cannot all be so."""

    def __init__(self, corpus: Corpus, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._wording = Wording(corpus, vocabulary)
        self._actors = actors_by_id(corpus)
        self._doubted = set(map(attrgetter("left", "right"), corpus.doubts))
        self._claims = [claim for claim in corpus.claims if not claim.is_background]

    # Said and denied

    def denials(self) -> Iterator[_Conflict]:
        """Yield the relations that one passage affirms and another one denies."""
        edges: dict[EdgeKey, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            key = edge_key(claim, self._vocabulary)
            edges[key].append(claim)
        for key, claims in edges.items():
            affirmed = [c for c in claims if c.polarity is Polarity.AFFIRMED]
            denied = [c for c in claims if c.polarity is Polarity.DENIED]
            if affirmed and denied:
                sentence = self._wording.edge(*key)
                yield self._conflict(ConflictKind.DENIED, sentence, affirmed, denied)

    # Two holders

    def rival_holders(self) -> Iterator[_Conflict]:
        """Yield the holders of a post at one time, if the post has one holder at a time.

        Each pair comes once, though a text may call the same post by several relations.  Those who
        may be one actor are no rivals.
        """
        met = set(self._doubted)
        posts = sorted(self._holders().items())
        for post, holders in posts:
            spans = {id_: self._span(claims) for id_, claims in holders.items()}
            for pair in combinations(sorted(spans), 2):
                left, right = pair
                if pair not in met and _overlap(spans[left], spans[right]):
                    met.add(pair)
                    sentence = self._rivalry(post, pair)
                    sides = holders[left], holders[right]
                    yield self._conflict(ConflictKind.TWO_HOLDERS, sentence, *sides)

    def _rivalry(self, post: tuple[str, ActorId], rivals: Iterable[ActorId]) -> str:
        relation, object_ = post
        label = self._vocabulary.relation(relation).label
        names = " and ".join(map(self._wording.name, rivals))
        post_name = self._wording.name(object_)
        return f"{names}: {label} {post_name}"

    def _holders(self) -> Mapping[tuple[str, ActorId], dict[ActorId, list[Claim]]]:
        """Return the stated present holders of each post, with the claims that say so."""
        posts: dict[tuple[str, ActorId], dict[ActorId, list[Claim]]] = defaultdict(dict)
        for claim in self._claims:
            if not _holds_now(claim):
                continue
            if self._is_single(claim):
                holders = posts[claim.relation, claim.object]
                claims = holders.setdefault(claim.subject, [])
                claims.append(claim)
        return posts

    def _is_single(self, claim: Claim) -> bool:
        ancestors = self._vocabulary.ancestors(claim.relation)
        relations = [self._vocabulary.relations[name] for name in ancestors]
        if any(relation.single_holder for relation in relations):
            return True
        post = self._actors.get(claim.object)
        if post is None or post.type is not ActorType.ROLE:
            return False
        name = self._wording.name(claim.object)
        return _is_single_post(name)

    def _span(self, claims: Iterable[Claim]) -> Days | None:
        """Return the days from which and until which claims call someone a holder."""
        days: list[str] = []
        for claim in claims:
            first = claim.evidence[0]
            document = self._wording.documents[first.document]
            end = claim.valid_until or document.date or ""
            start = claim.valid_from or end
            days += filter(None, (start, end))
        if not days:
            return None
        last = max(days, key=last_day)
        return min(days), last

    # Dates

    def impossible_dates(self) -> Iterator[_Conflict]:
        """Yield what ended before it began, and what someone did before birth or after death."""
        for claim in self._claims:
            start = claim.valid_from
            end = claim.valid_until
            if start and end and start > last_day(end):
                reason = f"it ended ({end}) before it began ({start})"
                sentence = f"{self._sentence(claim)}: {reason}"
                yield self._conflict(ConflictKind.DATES, sentence, [claim], [])
        lives = lives_of(self._claims, self._vocabulary, self._wording)
        for id_, life in lives.items():
            yield from self._contradictory_life(id_, life)
        for claim in self._claims:
            for id_ in (claim.subject, claim.object):
                life = lives.get(id_, {})
                yield from self._outside_life(claim, id_, life)

    def _contradictory_life(self, id_: ActorId, life: Life) -> Iterator[_Conflict]:
        name = self._wording.name(id_)
        for event, verb in ((BIRTH, "was born"), (DEATH, "died")):
            by_year = life[event]
            for first, second in combinations(sorted(by_year), 2):
                sentence = f"{name} {verb} in {first} and in {second}"
                sides = by_year[first], by_year[second]
                yield self._conflict(ConflictKind.DATES, sentence, *sides)
        births = life[BIRTH]
        for death, claims in life[DEATH].items():
            for birth in filter(death.__lt__, births):
                sentence = f"{name} died in {death}, before the birth in {birth}"
                sides = claims, births[birth]
                yield self._conflict(ConflictKind.DATES, sentence, *sides)

    def _outside_life(
        self, claim: Claim, id_: ActorId, life: Life
    ) -> Iterator[_Conflict]:
        """Yield what a dated claim says of someone who was dead, or not yet born, at that time."""
        day = claim.valid_from
        if day is None or not life or not claim.is_plain:
            return
        year = day[:4]
        name = self._wording.name(id_)
        for death, claims in life[DEATH].items():
            if year > death:
                reason = f"after {name} died in {death}"
                yield self._anachronism(claim, reason, claims)
        for birth, claims in life[BIRTH].items():
            if year < birth:
                reason = f"before {name} was born in {birth}"
                yield self._anachronism(claim, reason, claims)

    def _anachronism(
        self, claim: Claim, reason: str, claims: Sequence[Claim]
    ) -> _Conflict:
        sentence = f"{self._sentence(claim)}: {claim.valid_from}, {reason}"
        return self._conflict(ConflictKind.DATES, sentence, [claim], claims)

    # Words

    def _sentence(self, claim: Claim) -> str:
        return self._wording.edge(claim.subject, claim.relation, claim.object)

    def _conflict(
        self,
        kind: ConflictKind,
        sentence: str,
        left: Sequence[Claim],
        right: Sequence[Claim],
    ) -> _Conflict:
        ends: set[ActorId] = set()
        for claim in (*left, *right):
            ends |= {claim.subject, claim.object}
        sides = map(self._wording.best_claims, (left, right))
        answer = ConflictAnswer(kind, sentence, *sides)
        return answer, frozenset(ends)


def _holds_now(claim: Claim) -> bool:
    """Whether a claim plainly says that somebody has a post, and not only for the time being."""
    if not claim.is_plain:
        return False
    return claim.status in (Status.CURRENT, None)


def _is_single_post(name: str) -> bool:
    """Whether a post, of a named body or place, has one holder at a time.

    >>> _is_single_post("the President of Norland"), _is_single_post("president")
    (True, False)
    """
    words = without_article(fold_name(name))
    if not names_body(words):
        return False
    return words.startswith(_SINGLE_POSTS)


def _overlap(left: Days | None, right: Days | None) -> bool:
    if left is None or right is None:
        return False
    left_start, left_end = left
    right_start, right_end = right
    if left_start > last_day(right_end):
        return False
    return right_start <= last_day(left_end)
