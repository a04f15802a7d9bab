"""Joining, leaving and changing bodies; posts that act nouns give and take; names kept apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from actorgraph.extraction.mentions.names.recognised import RecognisedName, extended
from actorgraph.model import ActorType, Claim, Modality, Reading, Status
from tests.unit.extraction.conftest import Triple

ORGANIZATION, PERSON = ActorType.ORGANIZATION, ActorType.PERSON

#: Text, claim, status.
STATED = [
    # a body whose kind the text does not say
    (
        "Ada Quint joined Norvale Works as a lawyer.",
        ("Ada Quint", "affiliatedWith", "Norvale Works"),
        None,
    ),
    (
        "Ada Quint has been with Norvale Steel since 2012.",
        ("Ada Quint", "affiliatedWith", "Norvale Steel"),
        None,
    ),
    (
        "Ada Quint resigned from the board of Norvale Steel.",
        ("Ada Quint", "affiliatedWith", "Norvale Steel"),
        Status.FORMER,
    ),
    (
        "Ada Quint resigned her membership of the Harbour Union.",
        ("Ada Quint", "memberOf", "Harbour Union"),
        Status.FORMER,
    ),
    (
        "Ada Quint switched from the Harbour Union to the Civic Front.",
        ("Ada Quint", "memberOf", "Harbour Union"),
        Status.FORMER,
    ),
    (
        "Ada Quint switched from the Harbour Union to the Civic Front.",
        ("Ada Quint", "memberOf", "Civic Front"),
        None,
    ),
    (
        "Ada Quint has signed up with the Civic Front.",
        ("Ada Quint", "memberOf", "Civic Front"),
        None,
    ),
    (
        "The Harbour Party expelled Ada Quint in March.",
        ("Ada Quint", "memberOf", "Harbour Party"),
        Status.FORMER,
    ),
    (
        "Ada Quint was employed by Norvale Steel for a year.",
        ("Ada Quint", "worksFor", "Norvale Steel"),
        Status.FORMER,
    ),
    # "for" belongs to the verb, though the parse has it depend on the name
    (
        "Peter Hallam left Norvale Media for Delmore Bank.",
        ("Peter Hallam", "affiliatedWith", "Delmore Bank"),
        None,
    ),
    # nouns that give or take a post
    (
        "The appointment of Ada Quint as mayor of Lisbon came as a surprise.",
        ("Ada Quint", "mayorOf", "Lisbon"),
        Status.CURRENT,
    ),
    (
        "Ada Quint's resignation as head of Delmore Bank came as a surprise.",
        ("Ada Quint", "leads", "Delmore Bank"),
        Status.FORMER,
    ),
    (
        "Peter Hallam demanded the resignation of Ada Quint as head of Delmore Bank.",
        ("Ada Quint", "leads", "Delmore Bank"),
        Status.CURRENT,
    ),
    # what somebody does in a role, and an adjective at its end
    (
        "Ada Quint went to Chad as the special envoy of Norway.",
        ("Ada Quint", "envoyOf", "Norway"),
        Status.CURRENT,
    ),
    (
        "Ada Quint was elected secretary-general of the Harbour League.",
        ("Ada Quint", "leads", "Harbour League"),
        Status.CURRENT,
    ),
]

POSTS = [
    (
        "Ada Quint, minister for women, youth and sport, met Peter Hallam.",
        "minister for women, youth and sport",
    ),
    ("Ambassador-at-Large Ada Quint met Peter Hallam.", "Ambassador-at-Large"),
]

NOT_SAID = [
    (
        "Ada Quint joined the United Nations in condemning Peru.",
        "affiliatedWith",
    ),
    ("Ada Quint will leave the Harbour Union.", "affiliatedWith"),
]


@pytest.mark.parametrize(("text", "triple", "status"), STATED)
def test_memberships_and_posts_have_their_status(
    read: Callable[[str], Reading],
    triples: Callable[[Reading], set[Triple]],
    text: str,
    triple: Triple,
    status: Status | None,
) -> None:
    reading = read(text)
    assert triple in triples(reading)
    names = {actor.id: actor.name for actor in reading.actors}

    def says(claim: Claim) -> bool:
        ends = names[claim.subject], claim.relation, names[claim.object]
        return ends == triple

    assert [claim.status for claim in filter(says, reading.claims)] == [status]


@pytest.mark.parametrize(("text", "post"), POSTS)
def test_posts_keep_all_their_words(
    read: Callable[[str], Reading], text: str, post: str
) -> None:
    assert post in {actor.name for actor in read(text).actors}


@pytest.mark.parametrize(("text", "relation"), NOT_SAID)
def test_a_common_act_or_a_plan_is_no_membership(
    read: Callable[[str], Reading], text: str, relation: str
) -> None:
    assert relation not in {claim.relation for claim in read(text).claims}


def test_a_move_within_a_city_is_still_planned(read: Callable[[str], Reading]) -> None:
    (claim,) = read("Ada Quint will move to Lisbon.").claims
    assert (claim.relation, claim.modality) == ("livesIn", Modality.PLANNED)


def test_a_label_is_no_actor(read: Callable[[str], Reading]) -> None:
    names = {actor.name for actor in read("Breaking News: Ada Quint sang.").actors}
    assert "Breaking News" not in names


def test_a_body_is_typed_by_the_noun_before_for(
    read: Callable[[str], Reading],
) -> None:
    reading = read("The Centre for Law and Order criticised Ada Quint.")
    types = {actor.name: actor.type for actor in reading.actors}
    assert types["Centre for Law and Order"] is ORGANIZATION


def test_a_couple_shares_its_surname(
    read: Callable[[str], Reading], triples: Callable[[Reading], set[Triple]]
) -> None:
    text = "Paul and Diana Harrow run an inn. Mr Harrow accused Ada Quint."
    reading = read(text)
    (claim,) = [claim for claim in reading.claims if claim.relation == "accused"]
    accuser = next(actor for actor in reading.actors if actor.id == claim.subject)
    starts = [mention.start for mention in accuser.mentions]
    assert text.index("Paul") in starts


WORDS = "Delmore Press and Norvale Bank praised Ludo de la Croix".split()
TAGS = "NNP NNP CC NNP NNP VBD NNP NNP NNP NNP".split()


def test_two_names_stay_two_and_a_cut_one_is_joined() -> None:
    doc = Doc(Vocab(), words=WORDS, tags=TAGS)
    names = [(0, 2), (3, 5)]
    bodies: list[RecognisedName] = [(*span, ORGANIZATION) for span in names]
    cut: list[RecognisedName] = [(6, 9, PERSON), (9, 10, ORGANIZATION)]
    alternatives: list[RecognisedName] = [(0, 5, ORGANIZATION), (6, 10, PERSON)]
    assert extended(doc, bodies + cut, alternatives) == [*bodies, (6, 10, PERSON)]


@pytest.mark.parametrize(("last", "is_one"), [("Weller", False), ("and", True)])
def test_names_between_commas_are_two_unless_they_are_partners(
    last: str, *, is_one: bool
) -> None:
    tags = ["NNP", ",", "NNP", "CC" if is_one else "NNP", "NNP"]
    doc = Doc(Vocab(), words=["Dorn", ",", "Hale", last, "Marsh"], tags=tags)
    end = 5 if is_one else 3
    names: list[RecognisedName] = [(0, 1, ORGANIZATION), (2, end, ORGANIZATION)]
    whole: list[RecognisedName] = [(0, 5, ORGANIZATION)]
    assert (extended(doc, names, whole) == whole) is is_one


def test_a_body_before_a_role_has_its_whole_name() -> None:
    words, heads = ["Delmore", "Credit", "boss", "Ada", "left"], [1, 2, 3, 4, 4]
    deps = ["compound", "compound", "compound", "nsubj", "ROOT"]
    tags = ["NNP", "NNP", "NN", "NNP", "VBD"]
    doc = Doc(Vocab(), words=words, tags=tags, heads=heads, deps=deps)
    whole = extended(doc, [(0, 1, ORGANIZATION)], [(0, 2, PERSON)])
    assert whole == [(0, 2, ORGANIZATION)]
