"""The claims, edges and actors that a person judges, found by exact names and ids only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from actorgraph.analysis.network import EdgeKey, edge_key
from actorgraph.analysis.wording import Wording
from actorgraph.errors import NotFound, UsageError
from actorgraph.judgement import NOBODY
from actorgraph.model import (
    Actor,
    ActorId,
    Claim,
    ClaimId,
    Correction,
    JudgedPassage,
    Judgement,
    Verdict,
)
from actorgraph.names import fold_name
from actorgraph.pipeline.graph import Graph
from actorgraph.resolution import main_type


def judged_claim(graph: Graph, claim: str, verdict: Verdict) -> Judgement:
    """Return a judgement about one claim.

    Raises:
        NotFound: if there is no claim of this id.
    """
    read = claim_of(graph, claim)
    return _about(read, verdict)


def judged_edge(
    graph: Graph,
    left: str,
    right: str,
    relation: str | None,
    verdict: Verdict,
) -> Judgement:
    """Return a judgement about all claims of a relation between two actors, now and later.

    Args:
        graph: The graph that has them.
        left: The exact name or id of an actor.
        right: That of another one, in either order.
        relation: Name or label of the relation; None if there is only one.
        verdict: Rejected or confirmed.

    Raises:
        NotFound: if a name is not exact, or no such relation is claimed.
        UsageError: if several relations may be meant.
    """
    start = graph.find_exactly(left)
    end = graph.find_exactly(right)
    edges = sorted(_edges(graph, start, end))
    if not edges:
        raise NotFound(f"no claim relates {start.name} and {end.name}")
    relations = {_relation_name(graph, key[1]) for key in edges}
    names = ", ".join(sorted(relations))
    if relation is not None:
        edges = _of_relation(graph, edges, relation, start.id)
    if not edges:
        raise NotFound(f"no such relation; there are {names}")
    if len(edges) > 1:
        raise UsageError(
            f"say which with --relation: {names}; or give the id of a claim"
        )
    subject, name, object_ = edges[0]
    return Judgement(subject, object_, verdict, relation=name)


def corrected_claim(
    graph: Graph, claim: str, correction: Correction, *, swapped: bool = False
) -> Judgement:
    """Return the judgement that corrects a claim.

    Args:
        graph: The graph that has it.
        claim: Its id.
        correction: What it is instead.  Subject and object are exact names or ids, the relation
            its name or label.
        swapped: Whether subject and object change places.

    Raises:
        NotFound: if there is no such claim, or a name is not exact.
        UsageError: if nothing is corrected, or the corrected claim does not fit the ontology.
    """
    read = claim_of(graph, claim)
    resolved = _resolved(graph, correction)
    if swapped:
        resolved = replace(resolved, subject=read.object, object=read.subject)
    if resolved == Correction():
        raise UsageError("say what is wrong: --subject, --relation, --object, --swap …")
    _check_fit(graph, read, resolved)
    return replace(_about(read, Verdict.CORRECTED), correction=resolved)


def judged_actor(graph: Graph, name: str, verdict: Verdict, text: str) -> Judgement:
    """Return a judgement about one actor.

    Args:
        graph: The graph that has it.
        name: Its exact name or id.
        verdict: Renamed, retyped, hidden or noted.
        text: Its new name or class, or a note.

    Raises:
        NotFound: if the name is not exact, or there is no such class.
        UsageError: if the text is missing or changes nothing.
    """
    actor = graph.find_exactly(name)
    words = " ".join(text.split())
    if not words and verdict is not Verdict.HIDDEN:
        raise UsageError("give the text, which is empty here")
    if verdict is Verdict.RENAMED and not fold_name(words):
        raise UsageError(f"{words!r} is no name: letters or digits are needed")
    if verdict is Verdict.RETYPED:
        check_class(graph, words)
    if words in _present(actor, verdict):
        raise UsageError(f"{actor.name} is {words} already")
    return Judgement(actor.id, NOBODY, verdict, text=words)


def check_class(graph: Graph, class_: str) -> None:
    """Check that actors can be of a class.

    Raises:
        NotFound: if they cannot; the message names the nearest classes.
    """
    vocabulary = graph.vocabulary
    if main_type(class_, vocabulary) is not None:
        return
    classes = [name for name in vocabulary.classes if main_type(name, vocabulary)]
    raise NotFound(
        f"no actor can be a {class_!r}; {_offered(class_, classes, 'classes')}"
    )


def claim_of(graph: Graph, id_: str) -> Claim:
    """Return the claim with an id.

    Raises:
        NotFound: if there is none.
    """
    for claim in graph.claim_with_premises(ClaimId(id_)).claims:
        if claim.id == id_:
            return claim
    raise NotFound(
        f"no claim {id_}; to see the ids of the claims between two actors: actorgraph explain A B"
    )


def passage_of(claim: Claim) -> JudgedPassage:
    """Return how a judgement names a claim."""
    proof = claim.evidence[0]
    return JudgedPassage(ClaimId(claim.id), proof.document, proof.start, proof.end)


def _about(claim: Claim, verdict: Verdict) -> Judgement:
    return Judgement(
        claim.subject,
        claim.object,
        verdict,
        relation=claim.relation,
        claim=passage_of(claim),
    )


def _edges(graph: Graph, left: Actor, right: Actor) -> set[EdgeKey]:
    vocabulary = graph.vocabulary
    wording = Wording(graph.about(left), vocabulary)
    claims = wording.claims_between(left.id, right.id)
    keys: set[EdgeKey] = set()
    for claim in claims:
        key = edge_key(claim, vocabulary)
        keys.add(key)
    return keys


def _of_relation(
    graph: Graph, edges: Iterable[EdgeKey], relation: str, subject: ActorId
) -> list[EdgeKey]:
    """Return the edges of a relation; of two directions, the one that was asked for."""
    matches = [key for key in edges if relation in (key[1], _label(graph, key[1]))]
    return [key for key in matches if key[0] == subject] or matches


def _label(graph: Graph, relation: str) -> str:
    term = graph.vocabulary.relation(relation)
    return term.label


def _relation_name(graph: Graph, relation: str) -> str:
    label = _label(graph, relation)
    return f"{relation} ({label})"


def _resolved(graph: Graph, correction: Correction) -> Correction:
    """Return a correction with ids of actors and the name of the relation."""
    subject, object_ = correction.subject, correction.object
    return replace(
        correction,
        subject=subject and graph.find_exactly(subject).id,
        object=object_ and graph.find_exactly(object_).id,
        relation=correction.relation and _relation(graph, correction.relation),
    )


def _relation(graph: Graph, text: str) -> str:
    """Return the name of the relation with a name or a label."""
    relations = graph.vocabulary.relations
    for name, relation in relations.items():
        if text in (name, relation.label):
            return name
    words = [*relations, *_labels(graph)]
    raise NotFound(
        f"no relation is called {text!r}; {_offered(text, words, 'relations')}"
    )


def _offered(text: str, words: list[str], noun: str) -> str:
    """Return the words that are spelt most like a text, or how all are listed."""
    nearest = get_close_matches(text, words)
    if nearest:
        return f"did you mean {', '.join(nearest)}?"
    return f"to see all {noun}: actorgraph relations"


def _labels(graph: Graph) -> Iterator[str]:
    for relation in graph.vocabulary.relations.values():
        yield relation.label


def _check_fit(graph: Graph, read: Claim, correction: Correction) -> None:
    """Refuse a correction that the next build would refuse."""
    subject = correction.subject or read.subject
    object_ = correction.object or read.object
    if subject == object_:
        raise UsageError("a claim cannot relate an actor to itself")
    relation = correction.relation or read.relation
    ends = (subject, object_)
    classes = _classes(graph, ends)
    reason = graph.vocabulary.objection(relation, *classes)
    if reason is not None:
        raise UsageError(f"the corrected claim does not fit: {reason}")


def _classes(graph: Graph, ids: Sequence[ActorId]) -> tuple[str, str]:
    subject, object_ = map(graph.find_exactly, ids)
    return (
        graph.vocabulary.class_of(subject.type, subject.subtype),
        graph.vocabulary.class_of(object_.type, object_.subtype),
    )


def _present(actor: Actor, verdict: Verdict) -> Iterable[str]:
    """Return what a verdict would not change."""
    match verdict:
        case Verdict.RENAMED:
            return (actor.name,)
        case Verdict.RETYPED:
            return (actor.subtype or actor.type.value,)
        case Verdict.NOTED:
            return actor.notes
        case Verdict.ALIGNED:
            return actor.matches
        case _:
            return ()
