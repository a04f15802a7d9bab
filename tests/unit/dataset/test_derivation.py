from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from actorgraph.dataset.derivation import direct_triples
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
    Modality,
    Polarity,
    Reading,
    Status,
)
from actorgraph.vocabulary import Relation, Vocabulary, load_vocabulary

DOCUMENT = Document(DocumentId("d"), "d.txt", "Some words.")
ACTORS = tuple(Actor(ActorId(id_), ActorType.PERSON, id_) for id_ in "abc")
ONTOLOGY = load_vocabulary()


def relation(name: str, **more: Any) -> Relation:
    person = frozenset({"Person"})
    return Relation(
        name, f"https://x.example/{name}", name, name, "", "", person, person, **more
    )


def vocabulary(*relations: Relation) -> Vocabulary:
    return Vocabulary(
        {relation.name: relation for relation in relations}, {"Person": ()}
    )


def claim(subject: str, name: str, object_: str, **more: Any) -> Claim:
    return Claim(
        ClaimId(f"{subject}-{name}-{object_}"),
        ActorId(subject),
        name,
        ActorId(object_),
        (Evidence.of(DOCUMENT, 0, 4),),
        **more,
    )


def triples(terms: Vocabulary, *claims: Claim) -> list[tuple[ActorId, str, ActorId]]:
    corpus = Corpus((Reading(DOCUMENT, claims=claims),), ACTORS)
    return direct_triples(corpus, terms, 0.5)


@pytest.mark.parametrize(
    ("changes", "accepted"),
    [
        ({}, True),
        ({"confidence": 0.5}, True),
        ({"confidence": 0.49}, False),
        ({"polarity": Polarity.DENIED}, False),
        ({"modality": Modality.PLANNED}, False),
        ({"modality": Modality.ALLEGED}, False),
        ({"status": Status.CURRENT}, True),
        ({"status": Status.ACTING}, True),
        ({"status": Status.FORMER}, False),
        ({"status": Status.DESIGNATE}, False),
        ({"attributed_to": "c"}, False),
    ],
)
def test_a_claim_is_accepted_when_it_is_asserted_of_now(
    changes: dict[str, Any], accepted: bool
) -> None:
    one = replace(claim("a", "knows", "b"), **changes)
    assert one.is_accepted(0.5) is accepted
    assert bool(triples(vocabulary(relation("knows")), one)) is accepted


def test_nothing_follows_from_nothing() -> None:
    assert triples(vocabulary(relation("knows"))) == []


def test_super_relations_hold_all_the_way_up() -> None:
    terms = vocabulary(
        relation("kin"),
        relation("parent", parents=("kin",)),
        relation("mother", parents=("parent",)),
    )
    assert triples(terms, claim("a", "mother", "b")) == [
        ("a", "kin", "b"),
        ("a", "mother", "b"),
        ("a", "parent", "b"),
    ]


def test_a_symmetric_relation_holds_both_ways() -> None:
    assert triples(
        vocabulary(relation("met", symmetric=True)), claim("b", "met", "a")
    ) == [
        ("a", "met", "b"),
        ("b", "met", "a"),
    ]


@pytest.mark.parametrize(
    "said", [claim("a", "hires", "b"), claim("b", "worksFor", "a")]
)
def test_an_inverse_that_one_side_declares_holds_from_both(said: Claim) -> None:
    terms = vocabulary(relation("hires", inverse="worksFor"), relation("worksFor"))
    assert triples(terms, said) == [("a", "hires", "b"), ("b", "worksFor", "a")]


def test_symmetry_of_a_super_relation_does_not_turn_the_relation_itself() -> None:
    terms = vocabulary(
        relation("kin", symmetric=True), relation("parent", parents=("kin",))
    )
    assert triples(terms, claim("a", "parent", "b")) == [
        ("a", "kin", "b"),
        ("a", "parent", "b"),
        ("b", "kin", "a"),
    ]


def test_a_transitive_relation_is_left_to_property_paths() -> None:
    terms = vocabulary(relation("within", transitive=True))
    assert ("a", "within", "c") not in triples(
        terms, claim("a", "within", "b"), claim("b", "within", "c")
    )


def test_relations_above_each_other_end() -> None:
    terms = vocabulary(
        relation("a", parents=("b",)), relation("b", parents=("a",), symmetric=True)
    )
    assert terms.implications["a"] == (
        ("a", False),
        ("a", True),
        ("b", False),
        ("b", True),
    )


def saturated(name: str) -> set[tuple[str, str, str]]:
    """What a fact implies, by applying the ontology's statements until nothing is new."""
    facts = {("a", name, "b")}
    while True:
        more = set(facts)
        for subject, relation_name, object_ in facts:
            term = ONTOLOGY.relations[relation_name]
            more |= {(subject, parent, object_) for parent in term.parents}
            more |= {(object_, relation_name, subject)} if term.symmetric else set()
            for other in ONTOLOGY.relations.values():
                if other.inverse == relation_name or term.inverse == other.name:
                    more.add((object_, other.name, subject))
        if more == facts:
            return facts
        facts = more


@pytest.mark.parametrize("name", ONTOLOGY.relations)
def test_a_relation_of_the_ontology_implies_what_its_statements_say(name: str) -> None:
    assert set(ONTOLOGY.implied("a", name, "b")) == saturated(name)


@pytest.mark.parametrize("name", ONTOLOGY.relations)
def test_the_store_states_what_is_implied_and_fits(name: str) -> None:
    term = ONTOLOGY.relations[name]
    for subject, object_ in product(sorted(term.domain), sorted(term.range)):
        classes = {"a": subject, "b": object_}
        types = {end: main_type(class_) for end, class_ in classes.items()}
        actors = tuple(
            Actor(ActorId(end), type_, end, class_ if class_ != type_ else None)
            for end, (type_, class_) in types.items()
        )
        corpus = Corpus((Reading(DOCUMENT, claims=(claim("a", name, "b"),)),), actors)
        expected = {
            fact
            for fact in saturated(name)
            if ONTOLOGY.objection(fact[1], classes[fact[0]], classes[fact[2]]) is None
        }
        assert set(direct_triples(corpus, ONTOLOGY, 0.5)) == expected


def main_type(class_: str) -> tuple[ActorType, str]:
    return next(type_ for type_ in ActorType if ONTOLOGY.is_a(class_, type_)), class_


def test_the_envoy_of_a_person_is_not_affiliated_with_that_person() -> None:
    person, state = (
        {"a": "Person", "b": class_}.__getitem__ for class_ in ("Person", "Country")
    )
    affiliated = ("a", "affiliatedWith", "b")
    assert affiliated in set(ONTOLOGY.implied("a", "envoyOf", "b", state))
    assert affiliated not in set(ONTOLOGY.implied("a", "envoyOf", "b", person))
