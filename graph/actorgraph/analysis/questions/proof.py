"""What proves an edge or a claim?"""

from __future__ import annotations

from dataclasses import dataclass

from actorgraph.analysis.answers import ClaimAnswer
from actorgraph.analysis.sparql import (
    CLAIM_COLUMNS,
    actor_term,
    claim_pattern,
    select_query,
)
from actorgraph.analysis.wording import Wording
from actorgraph.errors import InvalidData, NotFound
from actorgraph.identifiers import claim_iri
from actorgraph.model import Actor, ActorId, ClaimId, Corpus
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim, and the claims that it follows from; a claim that was read has no ``premises``."""

    claim: ClaimAnswer
    premises: tuple[Proof, ...] = ()


def edge_proofs(
    corpus: Corpus, vocabulary: Vocabulary, left: Actor, right: Actor
) -> tuple[Proof, ...]:
    """Return the proofs of all claims that relate two actors, accepted or not, sorted by id.

    Both directions count.

    Raises:
        NotFound: if no claim relates them.
        InvalidData: as ``claim_proof``.
    """
    wording = Wording(corpus, vocabulary)
    claims = list(wording.claims_between(left.id, right.id))
    if not claims:
        raise NotFound(
            f"no claim relates {left.name} and {right.name}; to see what was refused: "
            f"actorgraph explain --why-not {left.id} {right.id}"
        )
    return tuple(_proof(wording, claim.id, frozenset()) for claim in claims)


def claim_proof(corpus: Corpus, vocabulary: Vocabulary, id_: ClaimId) -> Proof:
    """Return a claim with its quotes, and the claims that it follows from, as far down as they go.

    Raises:
        NotFound: if there is no such claim.
        InvalidData: if a premise is missing, or a claim follows from itself.
    """
    wording = Wording(corpus, vocabulary)
    if id_ not in wording.claims:
        raise NotFound(f"no claim {id_}; the id of a claim has 16 hexadecimal digits")
    return _proof(wording, id_, frozenset())


def edge_query(left: ActorId, right: ActorId, base: str) -> str:
    """Return the SPARQL query for the claims of ``edge_proofs``."""
    first = actor_term(left, base)
    second = actor_term(right, base)
    values = f"({first} {second}) ({second} {first})"
    ends = f"  VALUES (?subject ?object) {{ {values} }}"
    where = ends + claim_pattern()
    return select_query(CLAIM_COLUMNS, where, "?claim")


def claim_query(claim: ClaimId, base: str) -> str:
    """Return the SPARQL query for a claim and its quotes, as in ``claim_proof``."""
    quotes = "\n    ?claim prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote ."
    iri = claim_iri(claim, base)
    values = f"  VALUES ?claim {{ <{iri}> }}"
    where = values + claim_pattern(more=quotes)
    return select_query(f"{CLAIM_COLUMNS} ?quote", where, "?quote")


def _proof(wording: Wording, id_: ClaimId, above: frozenset[ClaimId]) -> Proof:
    if id_ not in wording.claims:
        raise InvalidData(
            f"a claim follows from {id_}, which is missing; build the graph again"
        )
    if id_ in above:
        raise InvalidData(f"the claim {id_} follows from itself; build the graph again")
    claim = wording.claims[id_]
    below = above | {id_}
    premises = (_proof(wording, premise, below) for premise in claim.premises)
    return Proof(wording.claim(claim), tuple(premises))
