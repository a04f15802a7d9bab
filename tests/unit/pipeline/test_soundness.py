"""What no longer fits when actors are joined is refused, with all that follows from it."""

from dataclasses import replace

from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Reading,
)
from actorgraph.resolution.refit import fitting
from actorgraph.vocabulary import load_vocabulary

DOCUMENT = Document(DocumentId("d"), "story.txt", "Ann Lee leads Fjord.")
ANN = Actor(ActorId("ann"), ActorType.PERSON, "Ann Lee")
FJORD = Actor(ActorId("fjord"), ActorType.ORGANIZATION, "Fjord")
LEADS = Claim(ClaimId("1"), ANN.id, "leads", FJORD.id, (Evidence.of(DOCUMENT, 0, 19),))


def corpus(*claims: Claim, actors: tuple[Actor, ...] = (ANN, FJORD)) -> Corpus:
    return Corpus((Reading(DOCUMENT, claims=claims),), actors)


def test_what_fits_stays():
    assert fitting(corpus(LEADS), load_vocabulary()) == corpus(LEADS)


def test_a_claim_whose_actor_turned_out_to_be_of_another_class_is_refused():
    (reading,) = fitting(
        corpus(LEADS, actors=(ANN, replace(FJORD, type=ActorType.TIME))),
        load_vocabulary(),
    ).readings
    assert reading.claims == ()
    (refusal,) = reading.refusals
    assert (refusal.subject, refusal.relation, refusal.object) == (
        "Ann Lee",
        "leads",
        "Fjord",
    )
    assert "must be" in refusal.reason


def test_what_follows_from_a_refused_claim_goes_with_it():
    derived = replace(LEADS, id=ClaimId("2"), relation="memberOf", premises=(LEADS.id,))
    wrong = replace(LEADS, relation="spouseOf")
    (reading,) = fitting(corpus(derived, wrong), load_vocabulary()).readings
    assert reading.claims == ()
    assert reading.refusals[0].reason == "it follows from a claim that was refused"
