"""The user's ontology files: what is made of them follows the files, and their names may not hide
ours.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph.errors import OntologyError
from actorgraph.vocabulary import load_vocabulary

START = """\
@prefix ag: <https://w3id.org/actorgraph/ontology#> .
@prefix my: <https://my.example/terms#> .
@prefix other: <https://other.example/terms#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


@pytest.fixture
def own(tmp_path: Path) -> Callable[[str], Path]:
    def write(turtle: str) -> Path:
        (tmp_path / "own.ttl").write_text(START + turtle)
        return tmp_path / "own.ttl"

    return write


def test_a_file_that_was_edited_is_read_again(own: Callable[[str], Path]) -> None:
    relation = (
        "my:{} a ag:Relation, owl:ObjectProperty ; "
        "ag:domain ag:Person ; ag:range ag:Person ."
    )
    for name in ("taught", "raised"):
        assert name in load_vocabulary(own(relation.format(name))).relations


def test_a_file_that_was_not_edited_is_not_read_again(
    own: Callable[[str], Path],
) -> None:
    path = own("")
    assert load_vocabulary(path) is load_vocabulary(path)


@pytest.mark.parametrize(
    "turtle",
    ["my:Person a owl:Class .", "my:Choir a owl:Class . other:Choir a owl:Class ."],
)
def test_two_classes_of_one_name_are_refused(
    own: Callable[[str], Path], turtle: str
) -> None:
    with pytest.raises(
        OntologyError,
        match=r"the class (Person|Choir) is defined twice, as http.* and as http",
    ):
        load_vocabulary(own(turtle))


def test_a_class_of_ours_may_be_described_further(own: Callable[[str], Path]) -> None:
    assert (
        "Person"
        in load_vocabulary(
            own("ag:Person a owl:Class ; rdfs:comment 'somebody' .")
        ).classes
    )
