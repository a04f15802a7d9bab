"""Who is who in all documents, and what people's judgements did to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from actorgraph.judgement import NOBODY
from actorgraph.model import Actor, ActorId, Doubt, Judgement, Reading
from actorgraph.resolution.actor_judgements import ActorJudgements
from actorgraph.resolution.assembly import Relabelling, relabelled
from actorgraph.resolution.claim_judgements import ClaimJudgements, Locate
from actorgraph.resolution.judgements import remaining
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Effects:
    """What became of the judgements that were not undone, by their ids.

    Attributes:
        concerned: They are about actors or claims that exist.
        deciding: Those of them that no later judgement overrules.
    """

    concerned: frozenset[str]
    deciding: frozenset[str]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which actors of the documents are the same, after people's judgements.

    Attributes:
        locate: Returns the global actor that an id in a judgement means, or None.
        actors: Every global actor by its id, also those that are hidden.
        members: Document and local id → global actor.
        doubts: Pairs of actors that may be the same and are kept apart.
        about_pairs: Ids of the judgements about pairs that have an effect.
        about_actors, about_claims: The other judgements.
        vocabulary: The ontology.
    """

    locate: Locate
    actors: Mapping[ActorId, Actor]
    members: Relabelling
    doubts: tuple[Doubt, ...]
    about_pairs: frozenset[str]
    about_actors: ActorJudgements
    about_claims: ClaimJudgements
    vocabulary: Vocabulary

    @property
    def hidden(self) -> Mapping[ActorId, str]:
        """The ids of the actors that are hidden, each with the reason."""
        return self.about_actors.hidden

    def locates_all(self, judgements: Iterable[Judgement]) -> bool:
        """Whether every actor that judgements are about is among these actors."""
        ids: set[ActorId] = set()
        for judgement in remaining(judgements):
            ids |= {judgement.left, judgement.right}
            change = judgement.correction
            if change is not None:
                ids |= {change.subject or NOBODY, change.object or NOBODY}
        ids.discard(NOBODY)
        return all(self.locate(id_) is not None for id_ in ids)

    def with_others(self, others: Resolution) -> Resolution:
        """Return it with actors that no name joins with its own, and no judgement is about."""
        actors = {**self.actors, **others.actors}
        self.about_claims.actors = actors
        members = {**self.members, **others.members}
        return replace(self, actors=actors, members=members)

    def shown(self) -> tuple[Actor, ...]:
        """Return the actors that are not hidden, sorted by id."""
        ids = sorted(self.actors.keys() - self.hidden.keys())
        return tuple(self.actors[id_] for id_ in ids)

    def applied(self, reading: Reading) -> Reading:
        """Return a reading with global ids, as people decided about its claims.

        Raises:
            InvalidData: if a claim names an actor that its reading lacks.
        """
        return relabelled(reading, self.members, self.vocabulary, self.about_claims)

    def effects(self) -> Effects:
        """Return which judgements had an effect so far; those about claims, when applied."""
        ledgers = self.about_actors.ledger, self.about_claims.ledger
        concerned = self.about_pairs.union(*map(attrgetter("concerned"), ledgers))
        deciding = self.about_pairs.union(*map(attrgetter("deciding"), ledgers))
        return Effects(concerned, deciding)
