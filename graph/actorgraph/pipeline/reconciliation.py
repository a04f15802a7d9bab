"""Actors aligned through a service that speaks the W3C Reconciliation Service API.

Only the names of actors, and the types that the user asks for, are sent to the service.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from actorgraph.errors import ServiceError
from actorgraph.identifiers import match_iris
from actorgraph.judgement import NOBODY
from actorgraph.model import Actor, ActorId, ActorType, Judgement, MentionKind, Verdict
from actorgraph.pipeline.service_client import ServiceClient
from actorgraph.resolution import is_match
from actorgraph.resolution.listed_actors import names_agree

#: Names in one request.
BATCH = 20
#: Candidates that are asked for of each name.
CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Service:
    """A reconciliation service.

    Attributes:
        name: As it calls itself.
        space: What its ids are put behind to make IRIs, or "".
    """

    client: ServiceClient
    name: str
    space: str

    @classmethod
    def at(cls, url: str) -> Service:
        """Ask a service what it is.

        Raises:
            ServiceError: if it does not speak the interface.
            UsageError: if the address is none.
        """
        client = ServiceClient(url)
        manifest = client.ask()
        if not isinstance(manifest, dict) or not isinstance(manifest.get("name"), str):
            raise ServiceError(f"{url} is no reconciliation service: it has no name")
        space = manifest.get("identifierSpace", "")
        return cls(client, manifest["name"], space if isinstance(space, str) else "")


@dataclass(frozen=True, slots=True)
class ServiceCandidate:
    """What a service thinks an actor is.

    Attributes:
        iri: Its IRI, or "" if the service does not say how to make one.
        score: In the unit of the service.
        accepted: Whether it is sure, and no other fits.
    """

    actor: ActorId
    actor_name: str
    id: str
    iri: str
    name: str
    score: float
    accepted: bool
    reason: str


def reconcilable(actors: Iterable[Actor], types: Collection[ActorType]) -> list[Actor]:
    """Return the actors of some types that have a name and are not aligned yet."""
    chosen: list[Actor] = []
    for actor in actors:
        if actor.type not in types or match_iris(actor):
            continue
        is_named = any(item.kind is MentionKind.NAME for item in actor.mentions)
        if is_named:
            chosen.append(actor)
    return chosen


def reconcile(
    service: Service,
    actors: Sequence[Actor],
    types: Mapping[ActorType, str],
    taken: Collection[str] = (),
) -> list[ServiceCandidate]:
    """Return what a service thinks that actors are, the likeliest candidate of each first.

    Args:
        service: Is asked about ``BATCH`` names at a time.
        actors: Whose names are sent.
        types: Type of actors → id of the type in the service; without one, or with "", it is not
            sent.
        taken: IRIs that other actors are aligned to.

    Raises:
        ServiceError: if the service fails.
    """
    candidates = list(_asked(service, actors, types))
    accepted = [item.id for item in candidates if item.accepted]
    counts = Counter(accepted)
    for number, candidate in enumerate(candidates):
        if not candidate.accepted:
            continue
        is_shared = counts[candidate.id] > 1 or candidate.iri in taken
        if is_shared:
            refused = _refused(candidate, "another actor has it too")
            candidates[number] = refused
    return candidates


def _asked(
    service: Service, actors: Sequence[Actor], types: Mapping[ActorType, str]
) -> Iterator[ServiceCandidate]:
    for start in range(0, len(actors), BATCH):
        batch = actors[start : start + BATCH]
        queries = {f"q{n}": _query(actor, types) for n, actor in enumerate(batch)}
        answers = service.client.ask({"queries": json.dumps(queries)})
        if not isinstance(answers, dict):
            raise ServiceError(f"{service.name} does not answer with an object")
        for key, actor in zip(queries, batch, strict=True):
            yield from _candidates(service, actor, answers.get(key))


def alignments(
    candidates: Iterable[ServiceCandidate], service: Service
) -> Iterator[Judgement]:
    """Yield the decisions that keep the accepted candidates.

    Raises:
        ServiceError: if the service does not say how its ids become IRIs.
    """
    for item in candidates:
        if item.accepted and not is_match(item.iri):
            raise ServiceError(
                f"{service.name} names no identifier space that makes IRIs, so nothing is kept"
            )
        if item.accepted:
            why = f"{service.name}: {item.reason}"
            yield Judgement(item.actor, NOBODY, Verdict.ALIGNED, why=why, text=item.iri)


def _query(actor: Actor, types: Mapping[ActorType, str]) -> dict[str, object]:
    query: dict[str, object] = {"query": actor.name, "limit": CANDIDATES}
    type_ = types.get(actor.type)
    if type_:
        query["type"] = type_
    return query


def _candidates(
    service: Service, actor: Actor, answer: object
) -> list[ServiceCandidate]:
    """Return the candidates of one actor."""
    try:
        results = cast("Mapping[str, Any]", answer)["result"]
        candidates = [_candidate(service, actor, result) for result in results]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ServiceError(
            f"{service.name} does not answer as the Reconciliation Service API says"
        ) from error
    return _unrivalled(sorted(candidates, key=lambda item: (-item.score, item.id)))


def _candidate(
    service: Service, actor: Actor, result: Mapping[str, Any]
) -> ServiceCandidate:
    id_, name = str(result["id"]), str(result["name"])
    iri = id_ if is_match(id_) and "/" in id_ else service.space + id_
    agrees = names_agree(actor, name)
    is_sure = result.get("match") is True
    words = [
        "the service is sure" if is_sure else "the service is not sure",
        "the name is the same" if agrees else "the name is another",
    ]
    return ServiceCandidate(
        actor.id,
        actor.name,
        id_,
        iri if service.space or iri == id_ else "",
        name,
        float(result.get("score", 0)),
        is_sure and agrees,
        " and ".join(words),
    )


def _refused(candidate: ServiceCandidate, reason: str) -> ServiceCandidate:
    words = f"{candidate.reason}, but {reason}"
    return replace(candidate, accepted=False, reason=words)


def _unrivalled(candidates: list[ServiceCandidate]) -> list[ServiceCandidate]:
    """Return the candidates of an actor; if several would be accepted, none is."""
    sure = [item for item in candidates if item.accepted]
    if len(sure) < 2:
        return candidates
    return [_refused(item, f"{len(sure)} candidates fit") for item in candidates]
