from collections.abc import Callable
from itertools import combinations

import networkx as nx
import pytest

from actorgraph.analysis import simple_projection
from actorgraph.analysis.finding import find_actor
from actorgraph.analysis.questions.brokers import brokers
from actorgraph.analysis.questions.compare import compare_actors
from actorgraph.analysis.questions.delegation import (
    MANDATE,
    PARTICIPANT,
    delegation,
    delegation_relations,
)
from actorgraph.analysis.questions.timeline import timeline
from actorgraph.model import Modality, Polarity
from actorgraph.vocabulary import Vocabulary, load_vocabulary
from tests.unit.analysis.conftest import CorpusBuilder, relation


@pytest.fixture
def vocabulary() -> Vocabulary:
    """With relations of which the ontology says what they mean for a delegation."""
    parts = {
        "adviserTo": "",
        "participatedIn": PARTICIPANT,
        "memberOf": PARTICIPANT,
        "representativeOf": MANDATE,
        "worksFor": MANDATE,
    }
    relations = {
        name: relation(name, name, delegation=part) for name, part in parts.items()
    }
    return Vocabulary(
        {**relations, "metWith": relation("metWith", "met with", symmetric=True)},
        {"Actor": ()},
    )


def test_a_broker_is_who_connects_two_groups_and_its_links_into_each_are_told(
    corpus: CorpusBuilder, measured: Callable[[], nx.MultiDiGraph]
) -> None:
    for group in ("abc", "xyz"):
        for one, other in combinations(group, 2):
            corpus.say(one.upper(), "metWith", other.upper())
    corpus.say("B", "adviserTo", "Y")

    network = measured()
    found = brokers(network)

    assert {one.name for one in found} == {"B", "Y"}
    assert {
        links
        for one in found
        if one.name == "B"
        for links in (group.links for group in one.groups)
    } == {
        ("A", "C"),
        ("Y",),
    }
    expected = nx.betweenness_centrality(simple_projection(network))
    assert found[0].value == pytest.approx(expected[found[0].id])


def test_whom_no_shortest_path_leads_through_is_no_broker(
    corpus: CorpusBuilder, measured: Callable[[], nx.MultiDiGraph]
) -> None:
    for group in ("abc", "xyz", "bdy"):
        for one, other in combinations(group, 2):
            corpus.say(one.upper(), "metWith", other.upper())

    network = measured()
    communities = dict(network.nodes(data="community"))
    assert len(set(communities.values())) > 1
    assert {one.name for one in brokers(network)} == {"B", "Y"}


def test_one_group_has_no_broker(
    corpus: CorpusBuilder, measured: Callable[[], nx.MultiDiGraph]
) -> None:
    corpus.say("Ann", "metWith", "Bob")

    assert brokers(measured()) == ()


def test_a_timeline_prefers_the_day_of_a_claim_to_that_of_its_document(
    corpus: CorpusBuilder, vocabulary: Vocabulary
) -> None:
    corpus.dates["one"] = "2024-06-01"
    corpus.say("Ann", "metWith", "Bob", valid_from="2024-03-05")
    corpus.say("Ann", "worksFor", "Cleo")
    corpus.say("Bob", "worksFor", "Dan", by="undated")

    found = timeline(corpus.corpus(), vocabulary)

    assert [(one.date, one.by_document, one.claim.object) for one in found] == [
        ("2024-03-05", False, "Bob"),
        ("2024-06-01", True, "Cleo"),
    ]


def test_a_timeline_of_one_actor_leaves_the_others_out(
    corpus: CorpusBuilder, vocabulary: Vocabulary
) -> None:
    corpus.dates["one"] = "2024-06-01"
    corpus.say("Ann", "metWith", "Bob")
    corpus.say("Cleo", "metWith", "Dan")

    whole = corpus.corpus()
    found = timeline(whole, vocabulary, find_actor(whole, "Bob"))

    assert [one.claim.subject for one in found] == ["Ann"]


def test_two_actors_are_compared_by_whom_they_share(
    corpus: CorpusBuilder,
    vocabulary: Vocabulary,
    measured: Callable[[], nx.MultiDiGraph],
) -> None:
    corpus.say("Ann", "metWith", "Bob", polarity=Polarity.DENIED)
    corpus.say("Ann", "worksFor", "Cleo")
    corpus.say("Bob", "adviserTo", "Cleo")
    corpus.say("Ann", "metWith", "Dan")
    corpus.say("Bob", "metWith", "Eve", modality=Modality.PLANNED)

    whole, network = corpus.corpus(), measured()
    found = compare_actors(
        whole, network, vocabulary, find_actor(whole, "Ann"), find_actor(whole, "Bob")
    )

    assert [claim.polarity for claim in found.direct] == ["denied"]
    assert [
        (one.name, one.left[0].relation, one.right[0].relation) for one in found.shared
    ] == [("Cleo", "worksFor", "adviserTo")]
    assert (found.only_left, found.only_right) == (
        ("Dan",),
        (),
    )  # what is only planned is no relation yet


def test_a_delegation_tells_for_whom_each_is_there_and_how_it_is_told(
    corpus: CorpusBuilder, vocabulary: Vocabulary
) -> None:
    corpus.say("Ann", "participatedIn", "Summit", modality=Modality.PLANNED)
    corpus.say("Ann", "representativeOf", "Veshta", by="two")
    corpus.say("Bob", "memberOf", "Summit")
    corpus.say("Cleo", "metWith", "Ann")

    whole = corpus.corpus()
    found = delegation(whole, vocabulary, find_actor(whole, "Summit"))

    assert [one.name for one in found] == ["Ann", "Bob"]
    assert [claim.modality for claim in found[0].part] == ["planned"]
    assert [claim.object for claim in found[0].stands_for] == ["Veshta"]
    assert found[1].stands_for == ()


def test_the_ontology_says_which_relations_make_a_delegation() -> None:
    vocabulary = load_vocabulary()
    participants = delegation_relations(vocabulary, PARTICIPANT)
    mandates = delegation_relations(vocabulary, MANDATE)

    assert {"participatedIn", "memberOf", "leads", "hosted"} <= participants
    assert "chiefExecutiveOf" in participants  # it is below "leads"
    assert {"representativeOf", "assists", "worksFor", "citizenOf"} <= mandates
    assert "aideTo" in mandates  # it is below "assists"
    assert "criticized" not in participants | mandates


def test_every_part_in_a_delegation_is_one_that_is_read() -> None:
    relations = load_vocabulary().relations.values()

    assert {term.delegation for term in relations} == {"", PARTICIPANT, MANDATE}
