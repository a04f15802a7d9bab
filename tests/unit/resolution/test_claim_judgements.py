"""A person's decisions about claims and actors outrank what was read."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    Corpus,
    Correction,
    Document,
    DocumentId,
    Evidence,
    JudgedPassage,
    Judgement,
    Modality,
    Polarity,
    Reading,
    Verdict,
)
from actorgraph.resolution import effects, judgement_id, resolve
from actorgraph.vocabulary import load_vocabulary

TEXT = "Ann Lee leads Fjord Bank. Ann Lee met Bo Dahl, said Cleo Hart."
DOCUMENT = Document(DocumentId("d"), "story.txt", TEXT)
ANN, BO, CLEO = (
    Actor(ActorId(name[0]), ActorType.PERSON, name)
    for name in ("Ann Lee", "Bo Dahl", "Cleo Hart")
)
BANK = Actor(ActorId("f"), ActorType.ORGANIZATION, "Fjord Bank")
LEADS = Claim(
    ClaimId("1"),
    ANN.id,
    "leads",
    BANK.id,
    (Evidence.of(DOCUMENT, 0, 24),),
    confidence=0.45,
)
MET = Claim(
    ClaimId("2"),
    ANN.id,
    "metWith",
    BO.id,
    (Evidence.of(DOCUMENT, 26, 45),),
    confidence=0.6,
    method="verb: meet",
)
FOLLOWS = replace(
    MET, id=ClaimId("3"), relation="spokeWith", method="rule", premises=(MET.id,)
)
QUOTE = Attribution((53, 62), CLEO.id, (47, 51), ((26, 45),), direct=False)
READING = Reading(DOCUMENT, (ANN, BO, CLEO, BANK), (LEADS, MET, FOLLOWS), (QUOTE,))
VOCABULARY = load_vocabulary()
PLAIN = resolve([READING], (), VOCABULARY)
IDS = {actor.name: actor.id for actor in PLAIN.actors}
NOBODY = ActorId("")
WHERE = JudgedPassage(MET.id, DOCUMENT.id, 26, 45)


def judged(
    *judgements: Judgement, readings: tuple[Reading, ...] = (READING,)
) -> Corpus:
    return resolve(readings, judgements, VOCABULARY)


def about(verdict: Verdict, at: str = "1", **more: object) -> Judgement:
    """A decision about the claim that Ann met Bo."""
    fields = {"relation": "metWith", "claim": WHERE, **more}
    return Judgement(IDS["Ann Lee"], IDS["Bo Dahl"], verdict, at=at, **fields)  # type: ignore[arg-type]


def of_actor(name: str, verdict: Verdict, text: str = "", at: str = "1") -> Judgement:
    return Judgement(IDS[name], NOBODY, verdict, text=text, at=at)


def claims(corpus: Corpus) -> set[str]:
    return {claim.id for claim in corpus.claims}


def reasons(corpus: Corpus) -> dict[str, str]:
    (reading,) = corpus.readings
    return {refusal.relation: refusal.reason for refusal in reading.refusals}


def test_a_rejected_claim_is_refused_with_what_follows_from_it() -> None:
    corpus = judged(about(Verdict.REJECTED, by="Ada", why="a namesake"))
    assert claims(corpus) == {"1"}
    assert reasons(corpus) == {
        "metWith": "rejected by Ada: a namesake",
        "spokeWith": "it follows from a claim that was refused",
    }


def test_a_rejection_holds_for_a_claim_of_the_same_passage_that_is_read_otherwise() -> (
    None
):
    other = replace(MET, id=ClaimId("9"), evidence=(Evidence.of(DOCUMENT, 30, 45),))
    reading = replace(READING, claims=(LEADS, other))
    assert claims(judged(about(Verdict.REJECTED), readings=(reading,))) == {"1"}


def test_a_rejection_of_one_claim_leaves_the_same_relation_elsewhere() -> None:
    text = f"{TEXT} Again Ann Lee met Bo Dahl."
    longer = replace(DOCUMENT, text=text)
    again = replace(MET, id=ClaimId("9"), evidence=(Evidence.of(longer, 69, 88),))
    reading = replace(READING, document=longer, claims=(MET, again))
    assert claims(judged(about(Verdict.REJECTED), readings=(reading,))) == {"9"}
    whole_edge = about(Verdict.REJECTED, claim=None)
    assert claims(judged(whole_edge, readings=(reading,))) == set()


def test_an_edge_without_direction_is_rejected_from_either_end() -> None:
    turned = replace(MET, subject=BO.id, object=ANN.id)
    reading = replace(READING, claims=(turned,))
    edge = about(Verdict.REJECTED, claim=None)
    assert claims(judged(edge, readings=(reading,))) == set()


def test_a_rejection_does_not_reach_the_other_direction_of_a_directed_relation() -> (
    None
):
    warned = replace(MET, relation="warned", subject=BO.id, object=ANN.id)
    reading = replace(READING, claims=(warned,))
    edge = about(Verdict.REJECTED, claim=None, relation="warned")
    assert claims(judged(edge, readings=(reading,))) == {"2"}


def test_a_confirmed_claim_is_certain_and_says_so() -> None:
    corpus = judged(about(Verdict.CONFIRMED))
    (met,) = [claim for claim in corpus.claims if claim.id == "2"]
    assert (met.confidence, met.method) == (1.0, "verb: meet; confirmed")


@pytest.mark.parametrize(
    ("first", "second", "stays"),
    [
        (Verdict.REJECTED, Verdict.CONFIRMED, True),
        (Verdict.CONFIRMED, Verdict.REJECTED, False),
    ],
)
def test_the_later_decision_counts_in_any_order_of_the_lines(
    first: Verdict, second: Verdict, stays: bool
) -> None:
    decisions = about(first, at="1"), about(second, at="2")
    assert ("2" in claims(judged(*decisions))) is stays
    assert judged(*decisions) == judged(*reversed(decisions))


def test_a_corrected_claim_says_what_the_person_says() -> None:
    correction = Correction(
        subject=IDS["Bo Dahl"],
        object=IDS["Cleo Hart"],
        relation="warned",
        polarity=Polarity.DENIED,
        modality=Modality.ALLEGED,
    )
    corpus = judged(about(Verdict.CORRECTED, correction=correction))
    (changed,) = [claim for claim in corpus.claims if claim.id == "2"]
    assert (changed.subject, changed.relation, changed.object) == (
        IDS["Bo Dahl"],
        "warned",
        IDS["Cleo Hart"],
    )
    assert changed.reservations == ("denied", "alleged")
    assert changed.evidence == MET.evidence
    assert changed.method == "verb: meet; corrected"
    assert reasons(corpus) == {
        "spokeWith": "it follows from a claim that was corrected"
    }


@pytest.mark.parametrize(
    ("correction", "reason"),
    [
        (Correction(object=ActorId("gone-00000000")), "no longer in the graph"),
        (Correction(relation="inventedWord"), "relation that the ontology lacks"),
        (Correction(relation="capitalOf"), "must be"),
    ],
)
def test_a_correction_that_became_impossible_refuses_the_claim(
    correction: Correction, reason: str
) -> None:
    corpus = judged(about(Verdict.CORRECTED, correction=correction))
    assert "2" not in claims(corpus)
    assert any(reason in words for words in reasons(corpus).values())


def test_a_renamed_actor_keeps_its_old_name_as_another() -> None:
    corpus = judged(of_actor("Fjord Bank", Verdict.RENAMED, "Fjord Savings"))
    (bank,) = [actor for actor in corpus.actors if actor.id == IDS["Fjord Bank"]]
    assert (bank.name, bank.aliases) == ("Fjord Savings", ("Fjord Bank",))
    assert claims(corpus) == {"1", "2", "3"}


def test_a_retyped_actor_loses_what_does_not_fit_it() -> None:
    corpus = judged(of_actor("Bo Dahl", Verdict.RETYPED, "Country"))
    (place,) = [actor for actor in corpus.actors if actor.name == "Bo Dahl"]
    assert (place.type, place.subtype) == (ActorType.PLACE, "Country")
    as_person = judged(of_actor("Fjord Bank", Verdict.RETYPED, "Time"))
    assert "1" not in claims(as_person)


def test_a_hidden_actor_is_gone_with_its_claims_and_its_words() -> None:
    corpus = judged(of_actor("Bo Dahl", Verdict.HIDDEN))
    assert "Bo Dahl" not in {actor.name for actor in corpus.actors}
    assert claims(corpus) == {"1"}
    assert reasons(corpus)["metWith"] == "hidden by you"
    silent = judged(of_actor("Cleo Hart", Verdict.HIDDEN))
    assert [a.speaker for a in silent.readings[0].attributions] == [None]


def test_what_a_hidden_actor_says_is_no_fact() -> None:
    said = replace(MET, attributed_to=CLEO.id)
    reading = replace(READING, claims=(said,))
    hidden = of_actor("Cleo Hart", Verdict.HIDDEN)
    assert claims(judged(hidden, readings=(reading,))) == set()


def test_an_actor_keeps_all_its_notes() -> None:
    corpus = judged(
        of_actor("Ann Lee", Verdict.NOTED, "second", at="2"),
        of_actor("Ann Lee", Verdict.NOTED, "first"),
    )
    (ann,) = [actor for actor in corpus.actors if actor.name == "Ann Lee"]
    assert ann.notes == ("first", "second")


@pytest.mark.parametrize(
    "decide",
    [
        lambda: about(Verdict.REJECTED),
        lambda: about(Verdict.CONFIRMED, claim=None),
        lambda: of_actor("Ann Lee", Verdict.RENAMED, "Ann B. Lee"),
        lambda: of_actor("Bo Dahl", Verdict.HIDDEN),
        lambda: of_actor("Bo Dahl", Verdict.NOTED, "a note"),
    ],
)
def test_what_is_undone_never_was(decide: Callable[[], Judgement]) -> None:
    decision = decide()
    undoing = Judgement(NOBODY, NOBODY, Verdict.UNDONE, text=judgement_id(decision))
    assert judged(decision) != PLAIN
    assert judged(undoing, decision) == PLAIN


def test_an_overruled_decision_is_told_from_one_about_nothing() -> None:
    first = of_actor("Ann Lee", Verdict.RENAMED, "Anna Lee", at="1")
    second = of_actor("Ann Lee", Verdict.RENAMED, "Anne Lee", at="2")
    lost = Judgement(ActorId("gone-00000000"), NOBODY, Verdict.HIDDEN)
    counted = effects([READING], [first, second, lost], VOCABULARY)
    assert counted.deciding == {judgement_id(second)}
    assert counted.concerned == {judgement_id(first), judgement_id(second)}


def test_a_decision_follows_an_actor_that_was_merged() -> None:
    merging = Judgement(IDS["Ann Lee"], IDS["Cleo Hart"], Verdict.SAME)
    hiding = of_actor("Cleo Hart", Verdict.HIDDEN)
    corpus = judged(merging, hiding)
    assert {actor.name for actor in corpus.actors} == {"Bo Dahl", "Fjord Bank"}
