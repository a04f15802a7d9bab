"""What no longer fits when actors are joined is refused, with all that follows from it."""

from dataclasses import replace

from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    Reading,
)
from actorgraph.resolution import resolve
from actorgraph.vocabulary import load_vocabulary

DOCUMENT = Document(DocumentId("d"), "story.txt", "Ann Lee leads Fjord.")
ANN = Actor(ActorId("ann"), ActorType.PERSON, "Ann Lee")
FJORD = Actor(ActorId("fjord"), ActorType.ORGANIZATION, "Fjord")
LEADS = Claim(ClaimId("1"), ANN.id, "leads", FJORD.id, (Evidence.of(DOCUMENT, 0, 19),))


def resolved(*claims: Claim, actors: tuple[Actor, ...] = (ANN, FJORD)) -> Reading:
    (reading,) = resolve(
        [Reading(DOCUMENT, actors, claims)], (), load_vocabulary()
    ).readings
    return reading


def test_a_claim_whose_actors_fit_stays() -> None:
    reading = resolved(LEADS)
    assert [claim.relation for claim in reading.claims] == ["leads"]
    assert reading.refusals == ()


def test_a_claim_whose_actor_turned_out_to_be_of_another_class_is_refused() -> None:
    reading = resolved(LEADS, actors=(ANN, replace(FJORD, type=ActorType.TIME)))
    assert reading.claims == ()
    (refusal,) = reading.refusals
    assert (refusal.subject, refusal.relation, refusal.object) == (
        "Ann Lee",
        "leads",
        "Fjord",
    )
    assert "must be" in refusal.reason


def test_what_follows_from_a_refused_claim_goes_with_it() -> None:
    derived = replace(LEADS, id=ClaimId("2"), relation="memberOf", premises=(LEADS.id,))
    wrong = replace(LEADS, relation="spouseOf")
    reading = resolved(derived, wrong)
    assert reading.claims == ()
    assert {refusal.reason for refusal in reading.refusals} == {
        "it follows from a claim that was refused",
        "the object of “spouse of” must be Person, not Organization",
    }
