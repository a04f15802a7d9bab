"""The shapes accept what is right and refuse each thing that is wrong, in words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from actorgraph.resources import ontology_file, ontology_folder

if TYPE_CHECKING:
    from rdflib import Graph

EXAMPLES = ontology_folder() / "examples"

OWN_RELATION = """
@prefix ag: <https://w3id.org/actorgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/sponsors> a ag:Relation ; rdfs:label "sponsors" ;
  ag:domain ag:Company ; ag:range ag:Place .
"""


@cache
def shapes() -> Graph:
    from rdflib import Graph

    return Graph().parse(ontology_file("shapes.ttl"))


def triples(trig: str) -> str:
    """All triples of a dataset, whatever their graph, as N-Triples."""
    found = {quad.triple for quad in ox.parse(trig, format=ox.RdfFormat.TRIG)}
    return (ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) or b"").decode()


def objections(trig: str, extension: str = "") -> list[str]:
    """What the shapes object to, as messages; none for valid data."""
    import pyshacl
    from rdflib import SH, Graph

    data = (
        Graph()
        .parse(ontology_file("actors.ttl"))
        .parse(data=extension, format="turtle")
    )
    data.parse(data=triples(trig), format="nt")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes())
    messages = sorted(
        str(message) for message in report.objects(None, SH.resultMessage)
    )
    assert conforms == (not messages)
    return messages


def test_a_reasoner_infers_nothing_that_the_shapes_object_to() -> None:
    """Stores reason by RDFS before they check: GraphDB and Stardog do by default."""
    import pyshacl
    from rdflib import Graph

    data = Graph().parse(ontology_file("actors.ttl"))
    data.parse(data=triples(example("valid/derived.trig")), format="nt")

    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes(), inference="rdfs")

    assert conforms, text


def example(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.glob("valid/*.trig")), ids=lambda path: path.stem
)
def test_valid_example_conforms(path: Path) -> None:
    assert objections(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.glob("invalid/*.trig")), ids=lambda path: path.stem
)
def test_invalid_example_is_refused_for_its_reason(path: Path) -> None:
    expected = (
        path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# Refused: ")
    )
    assert any(
        expected in message for message in objections(path.read_text(encoding="utf-8"))
    )


def test_every_message_is_expected_by_an_example() -> None:
    from rdflib import SH

    shown = [
        path.read_text(encoding="utf-8").splitlines()[0]
        for path in EXAMPLES.glob("invalid/*.trig")
    ]
    expected = [line.removeprefix("# Refused: ") for line in shown]
    for message in map(str, shapes().objects(None, SH.message)):
        fixed = [part for part in re.split(r"\{\?\w+\}", message) if len(part) > 5]
        assert any(
            part in text or text in part for part in fixed for text in expected
        ), message


def test_a_message_names_what_was_found_and_what_is_allowed() -> None:
    messages = objections(example("invalid/direction_reversed.trig"))
    assert any(
        "“Norland”, of type place: only person is allowed" in message
        for message in messages
    )
    assert (
        any(
            "The object of “envoy of” is “Tomas Reed”" in message
            for message in messages
        )
        is False
    )


def test_a_relation_of_the_user_is_held_to_its_own_terms() -> None:
    trig = example("valid/envoy.trig").replace(
        "rdf:predicate ag:envoyOf", "rdf:predicate <https://example.org/sponsors>"
    )
    assert any(
        "The subject of “sponsors” is “Tomas Reed”" in message
        for message in objections(trig, OWN_RELATION)
    )
    company = trig.replace(
        "<actor/reed> a ag:Person", "<actor/reed> a ag:Organization , ag:Company"
    )
    assert objections(company, OWN_RELATION) == []


def test_data_that_went_through_the_store_still_conforms() -> None:
    store = ox.Store()
    store.load(example("valid/derived.trig"), format=ox.RdfFormat.TRIG)
    assert objections((store.dump(format=ox.RdfFormat.TRIG) or b"").decode()) == []


@pytest.mark.parametrize(("start", "end", "allowed"), [
    ("2024", "2024-03", True), ("2024-03", "2024", True),
    ("2024-03-05", "2024-03-04", False), ("2024", "2023-12-31", False),
])  # fmt: skip
def test_dates_of_different_precision_are_compared_as_far_as_both_go(
    start: str, end: str, allowed: bool
) -> None:
    kinds = {4: "gYear", 7: "gYearMonth", 10: "date"}
    first = f'ag:validFrom "{start}"^^xsd:{kinds[len(start)]} ;'
    last = f'ag:validUntil "{end}"^^xsd:{kinds[len(end)]} ;'
    dates = f"{first} {last}"
    trig = example("valid/envoy.trig").replace(
        'ag:method "copula" ;', f'ag:method "copula" ; {dates}'
    )
    assert (objections(trig) == []) is allowed
