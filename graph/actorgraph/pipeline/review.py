"""What a person may decide: pairs of actors that may be the same, and doubtful grave claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from actorgraph.analysis.answers import Quote
from actorgraph.analysis.wording import passage
from actorgraph.dataset.statements import Statements
from actorgraph.model import Actor, ActorId, Claim, Doubt, Judgement, Verdict
from actorgraph.pipeline.graph import Graph
from actorgraph.pipeline.judged_claims import judged_claim

#: How many sentences and relations of an actor are shown.
SHOWN = 3
#: Characters of the text on both sides of a name.
AROUND = 90


@dataclass(frozen=True, slots=True)
class ReviewedActor:
    """One actor of a pair.

    Attributes:
        relations: What is claimed about it, such as its posts.
        quotes: Passages that mention it.
    """

    actor: Actor
    relations: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ReviewCase:
    """A question to a person.

    Attributes:
        question: In one line.
        reasons: What speaks for yes.
        sides: The actors of a pair; none for a claim.
        yes, no: The judgement that each answer makes.
    """

    question: str
    reasons: tuple[str, ...]
    sides: tuple[ReviewedActor, ...]
    yes: Judgement
    no: Judgement


def doubtful_pairs(graph: Graph) -> list[Doubt]:
    """Return the pairs of actors that may be the same, those first that matter most.

    These are the most similar pairs whose actors are both mentioned most often.
    """
    statements = Statements(graph.stored.store, graph.base)

    def order(doubt: Doubt) -> tuple[float, ActorId, ActorId]:
        ends = (doubt.left, doubt.right)
        counts = map(statements.mention_count, ends)
        importance = doubt.score * min(counts)
        return -importance, doubt.left, doubt.right

    return sorted(graph.stored.doubts(), key=order)


def pair_case(graph: Graph, doubt: Doubt) -> ReviewCase:
    """Return the question whether two actors are the same."""
    sides = tuple(_side(graph, id_) for id_ in (doubt.left, doubt.right))
    names = " and ".join(f"{side.actor.name} ({side.actor.type})" for side in sides)
    return ReviewCase(
        question=f"Are {names} the same?",
        reasons=(doubt.reason,),
        sides=sides,
        yes=Judgement(doubt.left, doubt.right, Verdict.SAME),
        no=Judgement(doubt.left, doubt.right, Verdict.DIFFERENT),
    )


def doubtful_claims(graph: Graph) -> list[Claim]:
    """Return the grave claims that are stated as facts but not sure enough, the surest first."""
    statements = Statements(graph.stored.store, graph.base)
    claims: list[Claim] = []
    for relation in graph.vocabulary.relations.values():
        if relation.grave:
            least = relation.threshold(graph.stored.manifest.threshold)
            of_relation = statements.of_relation(relation.iri)
            claims += (claim for claim in of_relation if _is_doubtful(claim, least))
    return sorted(claims, key=lambda claim: (-claim.confidence, claim.id))


def claim_case(graph: Graph, claim: Claim) -> ReviewCase:
    """Return the question whether a claim is right."""
    answer = graph.proof(claim.id).claim
    quotes = (f"“{q.text}” ({q.source}, {q.start}–{q.end})" for q in answer.quotes)
    return ReviewCase(
        question=f"Is this right? {answer.sentence}",
        reasons=(*quotes, ", ".join(answer.remarks)),
        sides=(),
        yes=judged_claim(graph, claim.id, Verdict.CONFIRMED),
        no=judged_claim(graph, claim.id, Verdict.REJECTED),
    )


def _is_doubtful(claim: Claim, least: float) -> bool:
    if claim.is_accepted(least):
        return False
    return claim.is_accepted(0.0)


def _side(graph: Graph, id_: ActorId) -> ReviewedActor:
    actor = graph.find_exactly(id_)
    profile = graph.profile(actor)
    relations = [answer for group in profile.groups for answer in group.relations]
    sentences = tuple(answer.sentence for answer in relations[:SHOWN])
    return ReviewedActor(
        actor, sentences, tuple(islice(_mentions(graph, actor), SHOWN))
    )


def _mentions(graph: Graph, actor: Actor) -> Iterator[Quote]:
    """Yield the first passage of each document that mentions an actor."""
    mentioning = graph.stored.documents(actor.documents)
    documents = {document.id: document for document in mentioning}
    for mention in actor.mentions:
        document = documents.pop(mention.document, None)
        if document is not None:
            start = max(0, mention.start - AROUND)
            end = min(len(document.text), mention.end + AROUND)
            yield passage(document, start, end)
