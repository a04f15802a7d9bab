"""A user's own Turtle file adds relations and words, and is checked as strictly as the ontology."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph.errors import OntologyError, UnknownTerm
from actorgraph.extraction import Reader
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.model import Document, DocumentId, Reading
from actorgraph.settings import ReaderMode
from tests.unit.extraction.conftest import Triple

PREFIXES = """
@prefix ag: <https://w3id.org/actorgraph/ontology#> .
@prefix ex: <https://example.org/sport#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""

SPONSORS = """
ex:sponsors a ag:Relation, owl:ObjectProperty ; rdfs:label "sponsors"@en ;
    ag:domain ag:Person, ag:Organization ; ag:range ag:Organization, ag:Event ; ag:lasting true .
[] a ag:VerbFrame ; ag:frame "SUBJECT sponsor OBJECT" ; ag:expresses ex:sponsors .
[] a ag:NounFrame ; ag:frame "sponsorship by SUBJECT of OBJECT" ; ag:expresses ex:sponsors .
[] a ag:RoleNoun ; ag:word "shirt sponsor" ; ag:expresses ex:sponsors ; ag:preposition "of" .
"""


@pytest.fixture(scope="module")
def sport(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    path = tmp_path_factory.mktemp("extension") / "sport.ttl"
    wide = (
        '[] a ag:VerbFrame ; ag:frame "SUBJECT adopt OBJECT" ; '
        "ag:expresses ex:sponsors ; ag:objectType ag:Place ."
    )
    path.write_text(PREFIXES + SPONSORS + wide, encoding="utf-8")
    return Reader([path], mode=ReaderMode.RULES)


def _read(reader: Reader, text: str) -> Reading:
    return next(reader.read([Document(DocumentId("d"), "d", text)]))


@pytest.fixture
def extension(tmp_path: Path) -> Callable[[str], Path]:
    """Write a Turtle file and give its path."""

    def write(turtle: str) -> Path:
        path = tmp_path / "mine.ttl"
        path.write_text(PREFIXES + turtle, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    "text",
    [
        "Delmore Bank has sponsored Carver Holdings.",
        "Carver Holdings is sponsored by Delmore Bank.",
        "Carver Holdings, sponsored by Delmore Bank, won.",
        "Delmore Bank, the shirt sponsor of Carver Holdings, closed.",
        "Delmore Bank's sponsorship of Carver Holdings ended.",
    ],
)
def test_relation_of_the_user_is_read_in_every_construction(
    sport: Reader, triples: Callable[[Reading], set[Triple]], text: str
) -> None:
    assert triples(_read(sport, text)) == {
        ("Delmore Bank", "sponsors", "Carver Holdings")
    }


def test_relation_of_the_user_is_told_like_any_other(sport: Reader) -> None:
    (claim,) = _read(sport, "Delmore Bank will not sponsor Carver Holdings.").claims

    assert (claim.polarity, claim.modality) == ("denied", "planned")


def test_relations_that_ship_are_read_as_before(
    sport: Reader, triples: Callable[[Reading], set[Triple]]
) -> None:
    assert triples(_read(sport, "Dana Roth praised Ada Quint.")) == {
        ("Dana Roth", "praised", "Ada Quint")
    }


def test_reader_without_the_file_does_not_know_the_relation(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert claims_of("Delmore Bank has sponsored Carver Holdings.") == set()


def test_claim_between_the_wrong_types_is_refused_in_the_words_of_the_ontology(
    sport: Reader,
) -> None:
    reading = _read(sport, "Delmore Bank has adopted Norway.")

    (refusal,) = reading.refusals
    assert reading.claims == ()
    assert (refusal.subject, refusal.relation, refusal.object) == (
        "Delmore Bank",
        "sponsors",
        "Norway",
    )
    assert refusal.reason.startswith(
        "the object of “sponsors” must be Event or Organization, not "
    )


@pytest.mark.parametrize(
    ("turtle", "error", "words"),
    [
        ("this is not Turtle", OntologyError, "mine.ttl is not valid Turtle"),
        (
            "ex:likes a ag:Relation ; ag:domain ag:Person .",
            OntologyError,
            "likes needs both ag:domain and ag:range",
        ),
        (
            "ex:likes a ag:Relation ; ag:domain ag:Person ; ag:range ag:Robot .",
            OntologyError,
            "unknown class Robot",
        ),
        (
            (
                "ex:likes a ag:Relation ; ag:domain ag:Person ; ag:range ag:Person ; "
                "rdfs:subPropertyOf ex:feelsFor ."
            ),
            OntologyError,
            "below an unknown relation feelsFor",
        ),
        (
            "ex:metWith a ag:Relation ; ag:domain ag:Person ; ag:range ag:Person .",
            OntologyError,
            "metWith is defined twice",
        ),
        (
            '[] a ag:VerbFrame ; ag:frame "SUBJECT like OBJECT" .',
            OntologyError,
            "lacks ag:expresses",
        ),
        (
            '[] a ag:Rule ; ag:ruleName "kin" ; ag:derives ag:relativeOf .',
            OntologyError,
            "'kin' of kind ag:Rule lacks ag:from",
        ),
        (
            '[] a ag:ActorNoun ; ag:word "robot" ; ag:actorType ag:Robot .',
            OntologyError,
            "'Robot': ag:actorType must be one of",
        ),
        (
            '[] a ag:RoleNoun ; ag:word "pal" ; ag:expresses ag:metWith ; ag:objectType ag:Robot .',
            OntologyError,
            "the class 'Robot', which the ontology lacks",
        ),
        (
            '[] a ag:VerbFrame ; ag:frame "likes" ; ag:expresses ag:metWith .',
            OntologyError,
            "SUBJECT accuse OBJECT",
        ),
        (
            '[] a ag:VerbFrame ; ag:frame "SUBJECT meet SUBJECT" ; ag:expresses ag:metWith .',
            OntologyError,
            "SUBJECT accuse OBJECT",
        ),
        (
            '[] a ag:NounFrame ; ag:frame "visit" ; ag:expresses ag:visited .',
            OntologyError,
            "visit by SUBJECT to OBJECT",
        ),
        (
            '[] a ag:RoleNoun ; ag:word "pal" ; ag:expresses ag:metWit .',
            UnknownTerm,
            "did you mean metWith",
        ),
    ],
)
def test_file_that_cannot_be_used_says_what_is_wrong(
    extension: Callable[[str], Path],
    turtle: str,
    error: type[OntologyError | UnknownTerm],
    words: str,
) -> None:
    with pytest.raises(error) as raised:
        load_lexicon(extension(turtle))

    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_reader_refuses_what_the_lexicon_refuses(
    extension: Callable[[str], Path],
) -> None:
    with pytest.raises(UnknownTerm, match="no relation 'metWit'"):
        Reader(
            [extension('[] a ag:RoleNoun ; ag:word "pal" ; ag:expresses ag:metWit .')]
        )


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"absent\.ttl"):
        Reader([tmp_path / "absent.ttl"])
