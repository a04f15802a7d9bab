"""What has to hold before a graph is acknowledged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from actorgraph.dataset.quads import corpus_lines
from actorgraph.errors import InvalidData
from actorgraph.identifiers import digest
from actorgraph.model import Actor, ActorId, Claim, ClaimId, Corpus, Reading, Refusal
from actorgraph.pipeline.memory import Memory
from actorgraph.pipeline.settings import Settings
from actorgraph.vocabulary import Vocabulary

#: Lines that are held against the shapes at once; each call costs 0.2 s besides.
PORTION = 20_000


def fitting(corpus: Corpus, vocabulary: Vocabulary) -> Corpus:
    """Refuse the claims that no longer fit the ontology, since their actors turned out to be of another class."""
    actors = {actor.id: actor for actor in corpus.actors}
    return replace(corpus, readings=tuple(_fitting(reading, actors, vocabulary) for reading in corpus.readings))


def _fitting(reading: Reading, actors: dict[ActorId, Actor], vocabulary: Vocabulary) -> Reading:
    reasons: dict[ClaimId, str] = {}
    while fresh := [*_objections(reading, actors, vocabulary, reasons)]:
        reasons.update(fresh)
    if not reasons:
        return reading
    refusals = [_refusal(claim, actors, reasons[claim.id]) for claim in reading.claims if claim.id in reasons]
    return replace(
        reading,
        claims=tuple(claim for claim in reading.claims if claim.id not in reasons),
        refusals=(*reading.refusals, *refusals),
    )


def _objections(
    reading: Reading, actors: dict[ActorId, Actor], vocabulary: Vocabulary, known: dict[ClaimId, str]
) -> Iterator[tuple[ClaimId, str]]:
    for claim in reading.claims:
        if claim.id in known:
            continue
        subject, object_ = (_class(actors[end], vocabulary) for end in (claim.subject, claim.object))
        reason = vocabulary.objection(claim.relation, subject, object_)
        if reason is None and not known.keys().isdisjoint(claim.premises):
            reason = "it follows from a claim that was refused"
        if reason is not None:
            yield claim.id, reason


def _class(actor: Actor, vocabulary: Vocabulary) -> str:
    return actor.subtype if actor.subtype and vocabulary.is_a(actor.subtype, actor.type) else actor.type.value


def _refusal(claim: Claim, actors: dict[ActorId, Actor], reason: str) -> Refusal:
    proof, names = claim.evidence[0], (actors[claim.subject].name, actors[claim.object].name)
    return Refusal(proof.document, names[0], claim.relation, names[1], reason, proof.start, proof.end)


def check_shapes(corpus: Corpus, vocabulary: Vocabulary, settings: Settings, memory: Memory) -> None:
    """Hold each document's graph, with the actors that it names, against the SHACL shapes, unless it was found to fit.

    Raises:
        InvalidData: naming the first of what breaks a shape.
    """
    known = memory.checked()
    graphs = {_key(lines, memory): lines for lines in _graphs(corpus, vocabulary, settings)}
    for portion in _portions(lines for key, lines in graphs.items() if key not in known):
        _validate(portion, settings)
    memory.keep_checked(graphs)


def _graphs(corpus: Corpus, vocabulary: Vocabulary, settings: Settings) -> Iterator[list[str]]:
    actors = {actor.id: actor for actor in corpus.actors}
    for reading in corpus.readings:
        named = tuple(actors[id_] for id_ in sorted(set(_named(reading))))
        yield corpus_lines(Corpus((reading,), named), vocabulary, settings.base, settings.threshold)


def _key(lines: list[str], memory: Memory) -> str:
    """What was checked; how often others mention an actor is no reason to check again."""
    return digest(memory.fingerprint, *(line for line in lines if "/ontology#mentionCount> " not in line))


def _named(reading: Reading) -> Iterator[ActorId]:
    ends = chain.from_iterable((claim.subject, claim.object, claim.attributed_to) for claim in reading.claims)
    speakers = (said.speaker for said in reading.attributions)
    yield from (id_ for id_ in chain(ends, speakers) if id_ is not None)


def _portions(graphs: Iterable[list[str]]) -> Iterator[list[str]]:
    portion: list[str] = []
    for lines in graphs:
        portion += lines
        if len(portion) >= PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def _validate(lines: list[str], settings: Settings) -> None:
    from actorgraph.dataset.validation import violations

    if found := violations(lines, settings.extensions):
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise InvalidData(f"the graph breaks a shape, so it was not written: {found[0]}{more}")
