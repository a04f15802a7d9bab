"""What do the articles claim about an actor?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actorgraph.analysis.answers import ClaimAnswer
from actorgraph.analysis.network import edges_of
from actorgraph.analysis.questions.quoted_words import QuotedWords, quotations
from actorgraph.analysis.sparql import (
    CLAIM_COLUMNS,
    about_actor,
    claim_pattern,
    select_query,
)
from actorgraph.analysis.wording import Wording
from actorgraph.model import Actor, ActorId, Corpus
from actorgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class RelationAnswer:
    """One edge of an actor.

    Attributes:
        sentence: As in ``ClaimAnswer``, without the claims' reservations.
        outgoing: Whether the actor asked about is its subject.
        other: Id of the actor at the other end; ``other_name`` is its name.
        weight: Number of documents that support it; near-copies of a text count once.
        accepted: Whether at least one of its claims is accepted.
        claims: Sorted by id, at least one.
    """

    sentence: str
    relation: str
    outgoing: bool
    other: ActorId
    other_name: str
    weight: int
    accepted: bool
    claims: tuple[ClaimAnswer, ...]


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """The relations of an actor that belong to one family, the best supported first."""

    family: str
    relations: tuple[RelationAnswer, ...]


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """An actor and all its relations.

    Attributes:
        subtype: Such as ``Country``, or "".
        wikidata: ``Q`` number, or "".
        mentions: Number of passages that refer to the actor.
        documents: Number of documents that mention it.
        notes: What people wrote about it.
        matches: IRIs of the same actor elsewhere, as people decided.
        groups: Sorted by family; empty if no claim relates the actor to another.
        quotations: What the actor said.
    """

    id: ActorId
    name: str
    type: str
    subtype: str
    aliases: tuple[str, ...]
    wikidata: str
    mentions: int
    documents: int
    notes: tuple[str, ...]
    matches: tuple[str, ...]
    groups: tuple[RelationGroup, ...]
    quotations: tuple[QuotedWords, ...]


def profile(
    corpus: Corpus, network: nx.MultiDiGraph, vocabulary: Vocabulary, actor: Actor
) -> ActorProfile:
    """Return an actor with all its relations, grouped by family, with their claims and quotes.

    Within a family, accepted relations come first, then those that more documents support.

    Args:
        network: As ``build_network`` draws it from the corpus.
    """
    return ActorProfile(
        id=actor.id,
        name=actor.name,
        type=actor.type.value,
        subtype=actor.subtype or "",
        aliases=actor.aliases,
        wikidata=actor.wikidata or "",
        mentions=len(actor.mentions),
        documents=len(actor.documents),
        notes=actor.notes,
        matches=actor.matches,
        groups=tuple(_groups(Wording(corpus, vocabulary), network, actor.id)),
        quotations=quotations(corpus, actor),
    )


def profile_query(actor: ActorId, base: str) -> str:
    """Return the SPARQL query for the claims of ``profile``.

    Args:
        base: The base IRI of the data.
    """
    about = about_actor(actor, base)
    where = claim_pattern() + about
    return select_query(CLAIM_COLUMNS, where, "?claim")


def _groups(
    wording: Wording, network: nx.MultiDiGraph, actor: ActorId
) -> Iterator[RelationGroup]:
    families: dict[str, list[RelationAnswer]] = defaultdict(list)
    for subject, object_, data in edges_of(network, actor):
        answer = _relation(wording, actor, (subject, object_), data)
        of_family = families[data["family"]]
        of_family.append(answer)
    for family in sorted(families):
        relations = sorted(families[family], key=_support)
        yield RelationGroup(family, tuple(relations))


def _relation(
    wording: Wording,
    actor: ActorId,
    ends: tuple[ActorId, ActorId],
    data: dict[str, Any],
) -> RelationAnswer:
    subject, object_ = ends
    neighbour = object_ if subject == actor else subject
    if data["symmetric"]:
        subject, object_ = actor, neighbour
    claims = wording.claims_of(data["claims"])
    return RelationAnswer(
        sentence=wording.edge(subject, data["relation"], object_),
        relation=data["relation"],
        outgoing=subject == actor,
        other=neighbour,
        other_name=wording.name(neighbour),
        weight=data["weight"],
        accepted=data["accepted"],
        claims=tuple(map(wording.claim, claims)),
    )


def _support(answer: RelationAnswer) -> tuple[bool, int, str, ActorId]:
    return not answer.accepted, -answer.weight, answer.relation, answer.other
