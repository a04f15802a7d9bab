"""The vocabulary holds every relation that others rely on, each complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from actorgraph.resources import ontology_file
from actorgraph.vocabulary import Relation, Vocabulary, load_vocabulary

#: Names that texts, benchmarks and stored graphs use.  One may be added; none may go or change.
RELATIONS = """
    accused advisorTo affiliatedWith agencyOf agreedWith aideTo alliedWith ambassadorOf
    analystAt appointed arrested assists attacked awarded basedIn bornIn bornOn candidateFor
    capitalOf chiefExecutiveOf childOf citizenOf coachOf commanderOf connectedToPlace
    cooperatesWith createdBy criticized defeated demanded deputyOf diedIn diedOn dismissed
    educatedAt envoyOf fought foundedOn founderOf freed gaveAidTo governs headOfGovernmentOf
    headOfStateOf holdsPost hosted institutionOf interactsWith investigated invited killed leads
    livesIn locatedIn mayorOf mediatedBetween memberOf metWith ministerOf ministryOf
    negotiatedWith occupied opposes ownerOf paid parentOf partOf participatedIn playsFor praised
    promised rejected relativeOf representativeOf sanctioned sentenced siblingOf signed
    spokeWith spokespersonOf spouseOf standsFor subsidiaryOf succeeded supports threatened
    visited warned worksFor
""".split()

#: Super-relations whose own classes are narrower than those of the relation below: it implies
#: them only where they fit.
NARROWER_ABOVE = {
    "coachOf", "deputyOf", "founderOf", "hosted", "mediatedBetween", "opposes",
    "representativeOf", "supports",
}  # fmt: skip

FAMILIES = {
    "Affiliation", "Kinship", "Location", "Structure", "Diplomacy", "Support", "Hostility",
    "Event", "Life",
}  # fmt: skip

VOCABULARY = load_vocabulary()
ALL = pytest.mark.parametrize(
    "relation", VOCABULARY.relations.values(), ids=lambda relation: relation.name
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return VOCABULARY


@pytest.mark.parametrize("name", RELATIONS)
def test_relation_is_known(vocabulary: Vocabulary, name: str) -> None:
    assert name in vocabulary.relations


def test_main_types_and_subtypes_are_classes(vocabulary: Vocabulary) -> None:
    for type_ in (
        "Person",
        "Organization",
        "Place",
        "Group",
        "Event",
        "Role",
        "Work",
        "Time",
        "Other",
    ):
        assert vocabulary.classes[type_] == ("Actor",)
    assert vocabulary.is_a("Country", "Place")
    assert vocabulary.is_a("PoliticalParty", "Organization")


@ALL
def test_relation_says_what_it_means(relation: Relation) -> None:
    assert relation.label.islower()
    assert not relation.inverse_label.startswith("inverse of")
    assert relation.definition.startswith("The ")
    assert relation.definition.endswith(".")
    assert relation.example.endswith(".")
    assert not relation.example.startswith(("It ", "He ", "She "))


@ALL
def test_relation_has_a_verb_in_a_sentence(relation: Relation) -> None:
    verb = relation.verb_phrase or relation.label
    if relation.verb_phrase:
        assert verb.startswith(("is ", "was ", "holds "))
        assert verb != relation.label
    else:
        assert verb.startswith("made ") or not verb.endswith(" of")


@ALL
def test_relation_has_a_family_with_a_colour(relation: Relation) -> None:
    assert relation.family in FAMILIES


@ALL
def test_relation_says_whether_it_lasts(relation: Relation) -> None:
    text = ontology_file("actors.ttl").read_text(encoding="utf-8")
    block = text.split(f"\nag:{relation.name} a ag:Relation")[1].split(" .\n")[0]
    assert ("ag:lasting true" in block) == relation.lasting
    assert "ag:lasting" in block


@ALL
def test_symmetric_relation_reads_alike_from_both_ends(relation: Relation) -> None:
    if relation.symmetric:
        assert relation.label == relation.inverse_label
        assert relation.domain == relation.range


@ALL
def test_inverse_points_back(vocabulary: Vocabulary, relation: Relation) -> None:
    if relation.inverse:
        other = vocabulary.relation(relation.inverse)
        assert (other.inverse, other.domain, other.range) == (
            relation.name,
            relation.range,
            relation.domain,
        )


@ALL
def test_super_relation_takes_what_the_relation_takes(
    vocabulary: Vocabulary, relation: Relation
) -> None:
    for parent in map(vocabulary.relation, relation.parents):
        assert all(
            vocabulary.fits(class_, None, parent.domain) for class_ in relation.domain
        )
        fitting = [
            class_
            for class_ in relation.range
            if vocabulary.fits(class_, None, parent.range)
        ]
        assert fitting, f"{relation.name} can never imply {parent.name}"
        assert (len(fitting) < len(relation.range)) == (relation.name in NARROWER_ABOVE)


def test_no_relation_is_above_itself(vocabulary: Vocabulary) -> None:
    for name, relation in vocabulary.relations.items():
        assert all(
            name not in vocabulary.ancestors(parent) for parent in relation.parents
        )


@pytest.mark.parametrize(
    ("relation", "subject", "object_"),
    [("envoyOf", "Place", "Person"), ("bornIn", "Place", "Person"),
     ("holdsPost", "Person", "Place"), ("signed", "Work", "Person"),
     ("governs", "Work", "Place"), ("succeeded", "Person", "Place")],
)  # fmt: skip
def test_direction_is_part_of_the_meaning(
    vocabulary: Vocabulary, relation: str, subject: str, object_: str
) -> None:
    assert vocabulary.objection(relation, subject, object_) is not None


def test_every_alignment_is_about_a_term_of_ours(vocabulary: Vocabulary) -> None:
    from rdflib import Graph

    ours = "https://w3id.org/actorgraph/ontology#"
    terms = {str(s) for s in Graph().parse(ontology_file("actors.ttl")).subjects()}
    aligned = {
        str(s)
        for s in Graph().parse(ontology_file("alignments.ttl")).subjects()
        if str(s).startswith(ours)
    }
    own = {"inverseMatch", "source", "target", "CAMEO", "PLOVER"}
    assert aligned - terms == {ours + name for name in own}


def test_the_relation_added_in_the_readme_loads(tmp_path: Path) -> None:
    readme = ontology_file("README.md").read_text(encoding="utf-8")
    blocks = [part.split("```")[0] for part in readme.split("```turtle\n")[1:]]
    extension = tmp_path / "culture.ttl"
    extension.write_text(
        next(block for block in blocks if "ex:sponsors" in block), encoding="utf-8"
    )
    sponsors = load_vocabulary(extension).relation("sponsors")
    assert (sponsors.parents, sponsors.family, sponsors.lasting) == (
        ("interactsWith",),
        "Support",
        True,
    )
