from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import networkx as nx
import pytest

from actorgraph.analysis import annotate, build_network
from actorgraph.analysis.finding import find_actor
from actorgraph.analysis.questions.community_members import community_members
from actorgraph.analysis.questions.path import PATHS, shortest_paths
from actorgraph.analysis.questions.profile import profile
from actorgraph.analysis.questions.proof import claim_proof, edge_proofs
from actorgraph.analysis.questions.rank import MEASURES, rank_actors
from actorgraph.analysis.questions.refusals import refusals_about
from actorgraph.analysis.wording import Wording
from actorgraph.errors import InvalidData, NotFound, UsageError
from actorgraph.model import (
    ActorId,
    ActorType,
    ClaimId,
    DocumentId,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Refusal,
    Status,
)
from actorgraph.vocabulary import Vocabulary
from tests.unit.analysis.conftest import CorpusBuilder, actor


@pytest.fixture
def ask(corpus: CorpusBuilder, vocabulary: Vocabulary) -> Callable[..., Any]:
    """Call a question on what the builder holds: ask(profile, "ann")."""

    def asked(question: Callable[..., Any], *names: str) -> Any:
        whole = corpus.corpus()
        actors = [find_actor(whole, name) for name in names]
        if question is refusals_about:
            return question(whole.readings, vocabulary, *actors)
        if question is edge_proofs:
            return question(whole, vocabulary, *actors)
        network = annotate(build_network(whole, vocabulary, threshold=0.5))
        return question(whole, network, vocabulary, *actors)

    return asked


def test_a_profile_groups_relations_by_family_with_claims_and_quotes(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.say("Ann", "worksFor", "Bob")
    corpus.say("Cleo", "adviserTo", "Ann")
    corpus.say("Ann", "married", "Dan", by="two")
    answer = ask(profile, "ann")
    assert [group.family for group in answer.groups] == ["Affiliation", "Kinship"]
    assert [one.sentence for one in answer.groups[0].relations] == [
        "Cleo – adviser to → Ann",
        "Ann – works for → Bob",
    ]
    assert [one.outgoing for one in answer.groups[0].relations] == [False, True]
    (kinship,) = answer.groups[1].relations
    assert kinship.claims[0].quotes[0].text == "Ann married Dan."
    assert kinship.claims[0].quotes[0].source == "two.txt"


def test_a_symmetric_relation_is_told_from_the_actor_asked_about_without_an_arrow(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.say("Ann", "metWith", "Zoe")
    (group,) = ask(profile, "zoe").groups
    assert group.relations[0].sentence == "Zoe – met with – Ann"
    assert group.relations[0].outgoing is True


def test_the_best_supported_relation_comes_first_and_refuted_ones_last(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.say("Ann", "adviserTo", "Bob", polarity=Polarity.DENIED)
    corpus.say("Ann", "adviserTo", "Cleo")
    for name in ("one", "two"):
        corpus.say("Ann", "worksFor", "Dan", by=name)
    (group,) = ask(profile, "ann").groups
    assert [one.other_name for one in group.relations] == ["Dan", "Cleo", "Bob"]


def test_an_actor_without_claims_has_an_empty_profile(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.say("Ann", "adviserTo", "Bob", attributed_to="Cleo")
    assert ask(profile, "cleo").groups == ()


def test_a_claim_states_its_reservations(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.say(
        "Ann",
        "adviserTo",
        "Bob",
        polarity=Polarity.DENIED,
        modality=Modality.ALLEGED,
        status=Status.FORMER,
        attributed_to="Cleo",
    )
    (proof,) = ask(edge_proofs, "ann", "bob")
    assert (
        proof.claim.sentence
        == "Ann – adviser to → Bob (denied, alleged, former, according to Cleo)"
    )


def test_a_path_tells_each_step_with_direction_and_quote(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.say("Ann", "adviserTo", "Bob")
    corpus.say("Cleo", "worksFor", "Bob")
    corpus.say("Dan", "metWith", "Cleo")
    ((first, second, third),) = ask(shortest_paths, "ann", "dan")
    assert (first.sentence, first.forward) == ("Ann – adviser to → Bob", True)
    assert (second.sentence, second.forward) == ("Bob ← works for – Cleo", False)
    assert (third.sentence, third.forward) == ("Cleo – met with – Dan", True)
    assert second.quote.text == "Cleo worksFor Bob."


def test_a_path_may_avoid_what_only_says_to_which_place_somebody_belongs(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.know(replace(actor("Norland"), type=ActorType.PLACE))
    for name in ("Ann", "Dan"):
        corpus.say(name, "citizenOf", "Norland")
    elsewhere = partial(shortest_paths, over_places=False)
    with pytest.raises(NotFound, match="no chain of accepted relations"):
        ask(elsewhere, "ann", "dan")
    corpus.say("Ann", "adviserTo", "Bob")
    corpus.say("Bob", "adviserTo", "Cleo")
    corpus.say("Cleo", "adviserTo", "Dan")
    ((*steps,),) = ask(elsewhere, "ann", "dan")
    assert [step.relation for step in steps] == ["adviserTo"] * 3
    ((first, second),) = ask(shortest_paths, "ann", "dan")
    assert (first.relation, second.relation) == ("citizenOf", "citizenOf")


def test_a_step_takes_the_relation_that_most_documents_support_and_names_the_others(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.say("Ann", "adviserTo", "Bob")
    for name in ("one", "two"):
        corpus.say("Bob", "worksFor", "Ann", by=name)
    (((step),),) = ask(shortest_paths, "ann", "bob")
    assert step.sentence == "Ann ← works for – Bob"
    assert step.other_relations == ("adviserTo",)


def test_a_step_quotes_the_surest_claim(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.say(
        "Ann", "adviserTo", "Bob", confidence=0.9, polarity=Polarity.DENIED, by="one"
    )
    corpus.say("Ann", "adviserTo", "Bob", confidence=0.6, by="two")
    corpus.say("Ann", "adviserTo", "Bob", confidence=0.8, by="three")
    ((step,),) = ask(shortest_paths, "ann", "bob")
    assert step.quote.source == "three.txt"


def test_a_path_does_not_lead_over_relations_that_are_not_accepted(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.say("Ann", "adviserTo", "Bob", modality=Modality.POSSIBLE)
    with pytest.raises(NotFound, match="connects Ann and Bob"):
        ask(shortest_paths, "ann", "bob")


def test_at_most_five_of_many_equal_paths_are_told(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    for middle in "cdefghi":
        corpus.say("Ann", "adviserTo", f"Mid{middle}")
        corpus.say(f"Mid{middle}", "adviserTo", "Bob")
    assert len(ask(shortest_paths, "ann", "bob")) == PATHS


def test_a_ranking_sorts_by_value_and_then_by_id(
    corpus: CorpusBuilder, measured: Callable[[], nx.MultiDiGraph]
) -> None:
    for other in ("Bob", "Cleo"):
        corpus.say("Ann", "adviserTo", other)
    ranked = rank_actors(measured(), "degree")
    assert [(one.place, one.name, one.value) for one in ranked] == [
        (1, "Ann", 2),
        (2, "Bob", 1),
        (3, "Cleo", 1),
    ]
    assert [one.id for one in rank_actors(measured(), "betweenness", 1)] == ["ann"]


@pytest.mark.parametrize("measure", MEASURES)
def test_every_ranking_on_offer_works(
    corpus: CorpusBuilder, measured: Callable[[], nx.MultiDiGraph], measure: str
) -> None:
    corpus.say("Ann", "adviserTo", "Bob")
    assert len(rank_actors(measured(), measure)) == 2


def test_an_unknown_measure_is_refused(measured: Callable[[], nx.MultiDiGraph]) -> None:
    with pytest.raises(
        UsageError, match="cannot rank by 'fame'; choose one of pagerank"
    ):
        rank_actors(measured(), "fame")


def test_communities_list_their_members_by_pagerank(
    corpus: CorpusBuilder, measured: Callable[[], nx.MultiDiGraph]
) -> None:
    corpus.say("Ann", "adviserTo", "Bob")
    corpus.say("Cleo", "adviserTo", "Bob")
    corpus.say("Yan", "adviserTo", "Zoe")
    both = community_members(measured())
    assert [[member.name for member in one.members] for one in both] == [
        ["Bob", "Ann", "Cleo"],
        ["Yan", "Zoe"],
    ]
    assert community_members(measured(), 1) == both[1:]
    with pytest.raises(NotFound, match="no community 2"):
        community_members(measured(), 2)


def test_an_edge_is_explained_by_all_claims_in_both_directions(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
) -> None:
    corpus.say("Ann", "adviserTo", "Bob")
    corpus.say("Bob", "worksFor", "Ann", modality=Modality.PLANNED)
    corpus.say("Ann", "worksFor", "Cleo")
    assert [one.claim.relation for one in ask(edge_proofs, "bob", "ann")] == [
        "adviserTo",
        "worksFor",
    ]
    with pytest.raises(
        NotFound,
        match=r"no claim relates Bob and Cleo; .*: actorgraph explain --why-not bob cleo$",
    ):
        ask(edge_proofs, "bob", "cleo")


def test_the_claims_of_an_edge_are_put_in_words_with_one_look_at_the_corpus(
    corpus: CorpusBuilder,
    ask: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for relation in ("adviserTo", "worksFor"):
        corpus.say("Ann", relation, "Bob")
    lookups = []

    def noted(*parts: Any) -> Wording:
        lookups.append(parts)
        return Wording(*parts)

    monkeypatch.setattr("actorgraph.analysis.questions.proof.Wording", noted)
    assert len(ask(edge_proofs, "ann", "bob")) == 2
    assert len(lookups) == 1


def test_the_proof_of_a_derived_claim_holds_its_premises_all_the_way_down(
    corpus: CorpusBuilder, vocabulary: Vocabulary
) -> None:
    ground = corpus.say("Ann", "worksFor", "Bob")
    middle = corpus.say("Ann", "worksFor", "Cleo", premises=(ground.id,))
    top = corpus.say("Ann", "worksFor", "Dan", premises=(middle.id, ground.id))
    proof = claim_proof(corpus.corpus(), vocabulary, top.id)
    assert [one.claim.id for one in proof.premises] == [middle.id, ground.id]
    assert proof.premises[0].premises[0].claim.quotes[0].text == "Ann worksFor Bob."
    assert proof.premises[1].premises == ()


def test_an_unknown_claim_is_not_found(
    corpus: CorpusBuilder, vocabulary: Vocabulary
) -> None:
    with pytest.raises(NotFound, match="no claim 0123"):
        claim_proof(corpus.corpus(), vocabulary, ClaimId("0123"))


@pytest.mark.parametrize(
    ("premise", "complaint"),
    [("gone", "which is missing"), ("loop", "follows from itself")],
)
def test_a_proof_that_does_not_end_is_damage(
    corpus: CorpusBuilder, vocabulary: Vocabulary, premise: str, complaint: str
) -> None:
    corpus.say(
        "Ann", "worksFor", "Bob", id=ClaimId("loop"), premises=(ClaimId(premise),)
    )
    with pytest.raises(InvalidData, match=complaint):
        claim_proof(corpus.corpus(), vocabulary, ClaimId("loop"))


@pytest.fixture
def refused(corpus: CorpusBuilder) -> None:
    """Ann and Bob Stone exist, "she" is Ann, and a relation of "she" and "Mr Stone" was refused."""
    corpus.say("Ann Marsh", "worksFor", "Bob Stone")
    corpus.texts["two"] = "She may advise Mr Stone."
    refusal = Refusal(
        DocumentId("two"),
        "She",
        "adviserTo",
        "Stone",
        "the sentence leaves it open",
        0,
        24,
    )
    corpus.refusals["two"] = [refusal]
    ann = corpus.actors[ActorId("ann-marsh")]
    corpus.know(
        replace(
            ann,
            mentions=(Mention(DocumentId("two"), 0, 3, MentionKind.PRONOUN, "She"),),
        )
    )


@pytest.mark.parametrize(
    "pair", [("ann marsh", "bob stone"), ("bob stone", "ann marsh"), ("bob stone",)]
)
def test_a_refusal_is_found_by_name_and_by_mention_in_any_order(
    refused: None,
    ask: Callable[..., Any],
    pair: tuple[str, ...],
) -> None:
    (answer,) = ask(refusals_about, *pair)
    assert answer.sentence == "She – adviser to → Stone"
    assert answer.reason == "the sentence leaves it open"
    assert answer.quote.text == "She may advise Mr Stone."


def test_a_pronoun_elsewhere_does_not_concern_the_actor(
    corpus: CorpusBuilder,
    refused: None,
    ask: Callable[..., Any],
) -> None:
    corpus.say("Cleo", "worksFor", "Bob Stone")
    corpus.texts["three"] = "She spoke."
    mention = Mention(DocumentId("three"), 0, 3, MentionKind.PRONOUN, "She")
    corpus.know(replace(corpus.actors[ActorId("cleo")], mentions=(mention,)))
    assert ask(refusals_about, "cleo") == ()
