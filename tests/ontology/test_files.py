"""Every file of the ontology can be read, by both RDF libraries that the product uses."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from actorgraph.resources import ontology_folder

ONTOLOGY = ontology_folder()
TURTLE = sorted(ONTOLOGY.rglob("*.ttl"))


def test_the_turtle_files_are_there() -> None:
    names = {path.name for path in TURTLE}
    assert {
        "actors.ttl",
        "alignments.ttl",
        "affiliation.ttl",
        "constructions.ttl",
        "cues.ttl",
        "demonyms.ttl",
        "rules.ttl",
        "shapes.ttl",
        "vocabulary.ttl",
    } <= names


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.name)
def test_both_libraries_read_the_same_number_of_triples(path: Path) -> None:
    from rdflib import Graph

    triples = {
        quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    }
    assert len(triples) == len(Graph().parse(path)) > 0


@pytest.mark.parametrize(
    "path", sorted(ONTOLOGY.glob("examples/*/*.trig")), ids=lambda path: path.stem
)
def test_every_example_is_trig_with_a_comment_that_says_what_it_shows(
    path: Path,
) -> None:
    assert list(ox.parse(path=str(path), format=ox.RdfFormat.TRIG))
    assert path.read_text(encoding="utf-8").startswith("# ")
