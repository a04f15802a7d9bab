from dataclasses import replace

import pytest

from actorgraph.dataset.derivation import closed_relations, direct_triples
from actorgraph.model import (
    Claim,
    Corpus,
    Document,
    Evidence,
    Modality,
    Polarity,
    Reading,
    Status,
)
from actorgraph.vocabulary import Relation, Vocabulary

DOCUMENT = Document("d", "d.txt", "Some words.")


def relation(name: str, **more: object) -> Relation:
    person = frozenset({"Person"})
    return Relation(
        name, f"https://x.example/{name}", name, name, "", "", person, person, **more
    )


def vocabulary(*relations: Relation) -> Vocabulary:
    return Vocabulary(
        {relation.name: relation for relation in relations}, {"Person": ()}
    )


def claim(subject: str, name: str, object_: str, **more: object) -> Claim:
    return Claim(
        f"{subject}-{name}-{object_}",
        subject,
        name,
        object_,
        (Evidence.of(DOCUMENT, 0, 4),),
        **more,
    )


def triples(terms: Vocabulary, *claims: Claim) -> list[tuple[str, str, str]]:
    return direct_triples(Corpus((Reading(DOCUMENT, claims=claims),)), terms, 0.5)


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
    ],
)
def test_a_claim_is_accepted_when_it_is_asserted_of_now(changes, accepted):
    one = replace(claim("a", "knows", "b"), **changes)
    assert one.is_accepted(0.5) is accepted
    assert bool(triples(vocabulary(relation("knows")), one)) is accepted


def test_nothing_follows_from_nothing():
    assert triples(vocabulary(relation("knows"))) == []


def test_super_relations_hold_all_the_way_up():
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


def test_a_symmetric_relation_holds_both_ways():
    assert triples(
        vocabulary(relation("met", symmetric=True)), claim("b", "met", "a")
    ) == [
        ("a", "met", "b"),
        ("b", "met", "a"),
    ]


@pytest.mark.parametrize(
    "said", [claim("a", "hires", "b"), claim("b", "worksFor", "a")]
)
def test_an_inverse_that_one_side_declares_holds_from_both(said):
    terms = vocabulary(relation("hires", inverse="worksFor"), relation("worksFor"))
    assert triples(terms, said) == [("a", "hires", "b"), ("b", "worksFor", "a")]


def test_symmetry_of_a_super_relation_does_not_turn_the_relation_itself():
    terms = vocabulary(
        relation("kin", symmetric=True), relation("parent", parents=("kin",))
    )
    assert triples(terms, claim("a", "parent", "b")) == [
        ("a", "kin", "b"),
        ("a", "parent", "b"),
        ("b", "kin", "a"),
    ]


def test_a_transitive_relation_is_left_to_property_paths():
    terms = vocabulary(relation("within", transitive=True))
    assert ("a", "within", "c") not in triples(
        terms, claim("a", "within", "b"), claim("b", "within", "c")
    )


def test_relations_above_each_other_end():
    terms = vocabulary(
        relation("a", parents=("b",)), relation("b", parents=("a",), symmetric=True)
    )
    assert closed_relations(terms)["a"] == (
        ("a", False),
        ("a", True),
        ("b", False),
        ("b", True),
    )
