"""The named questions run on every graph, read no more than they say, give what they promise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from actorgraph.resources import ontology_folder

QUESTIONS = sorted((ontology_folder() / "queries").glob("*.rq"))
EACH = pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)

#: Two documents about Norland: what is so, was, will be, is denied, alleged, quoted and derived.
NEWS = """
@prefix ag: <https://w3id.org/actorgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/> .

:one a ag:Document ; ag:name "one.txt" ; dcterms:date "2026-01-02"^^xsd:date .
:two a ag:Document ; ag:name "two.txt" ; dcterms:date "2026-01-05"^^xsd:date .
:reed a ag:Person ; rdfs:label "Tomas Reed" ; ag:envoyOf :norland ; ag:metWith :dahl .
:dahl a ag:Person ; rdfs:label "Erik Dahl" ; ag:metWith :reed ;
  ag:headOfGovernmentOf :norland ; ag:leads :norland .
:norland a ag:Place ; rdfs:label "Norland" ;
  ag:accused :sudmark ; ag:criticized :sudmark ; ag:opposes :sudmark .
:sudmark a ag:Place ; rdfs:label "Sudmark" .
:institute a ag:Organization ; rdfs:label "Northgate Institute" .
:marsh a ag:Person ; rdfs:label "Lena Marsh" ; ag:worksFor :institute .

"""

CLAIM = """:{graph} {{
  :{id} a ag:Claim ; rdf:subject :{subject} ; rdf:predicate ag:{relation} ; rdf:object :{object_} ;
    ag:polarity ag:{polarity} ; ag:modality ag:{modality} ; ag:confidence {confidence} ;
    ag:method "copula" ; {more}
    prov:wasDerivedFrom :{id}-passage .
  :{id}-passage oa:hasSelector :{id}-quote , :{id}-position .
  :{id}-quote oa:exact "words of {id}" .
  :{id}-position oa:start 0 ; oa:end 9 .
}}
"""


def claim(
    graph: str, name: str, subject: str, relation: str, object_: str, **how: Any
) -> str:
    """A claim with its passage; ``how`` overrides what most claims have in common."""
    usual = {
        "polarity": "Affirmed",
        "modality": "Asserted",
        "confidence": 0.9,
        "more": "",
    }
    parts = {
        "graph": graph,
        "id": name,
        "subject": subject,
        "relation": relation,
        "object_": object_,
    }
    return CLAIM.format(**usual | parts | how)


def quotation(graph: str, name: str, direct: str, passage: str, more: str = "") -> str:
    """A quotation of Dahl's in a passage."""
    return (
        f":{graph} {{ :{name} a ag:Quotation ; ag:speaker :dahl ; ag:direct {direct} ; "
        f"prov:wasDerivedFrom :{passage} {more}}}"
    )


DATASET = NEWS + "".join((
    claim("one", "c1", "norland", "accused", "sudmark"),
    claim("two", "c2", "norland", "accused", "sudmark"),
    claim("two", "c3", "norland", "accused", "sudmark",
          polarity="Denied", more="ag:attributedTo :dahl ;"),
    claim("one", "c4", "reed", "metWith", "dahl"),
    claim("one", "c5", "reed", "metWith", "dahl", modality="Planned"),
    claim("one", "c6", "dahl", "visited", "sudmark", modality="Planned"),
    claim("two", "c7", "dahl", "ministerOf", "norland",
          more='ag:status ag:Former ; ag:validUntil "2019"^^xsd:gYear ;'),
    claim("two", "c8", "sudmark", "attacked", "norland", modality="Alleged", confidence=0.5),
    claim("two", "c9", "reed", "representativeOf", "dahl", more="ag:premise :c2 ;"),
    claim("one", "c10", "marsh", "worksFor", "institute", more="ag:status ag:Former ;"),
    claim("two", "c11", "marsh", "worksFor", "institute"),
    quotation("one", "q1", "true", "c4-passage"),
    quotation("two", "q2", "false", "c2-passage", '; ag:cue "denied" '),
))  # fmt: skip


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    store.load(DATASET, format=ox.RdfFormat.TRIG)
    return store


def ask(store: ox.Store, name: str) -> list[tuple[str, ...]]:
    """Rows of a named question, each cell as plain text, "" where unbound."""
    path = next(path for path in QUESTIONS if path.stem == name)
    rows = store.query(path.read_text(encoding="utf-8"))
    assert isinstance(rows, ox.QuerySolutions)
    return [
        tuple("" if cell is None else str(getattr(cell, "value", cell)) for cell in row)
        for row in rows
    ]


def test_analysts_have_at_least_thirty_questions() -> None:
    assert len(QUESTIONS) >= 30


@EACH
def test_question_begins_with_its_title_and_what_it_answers(path: Path) -> None:
    comment = path.read_text(encoding="utf-8").split("\n\n")[0].replace("\n#", "")
    assert re.fullmatch(r"# [A-Z][a-z ]+\. [^\n]+\.", comment)


@EACH
def test_question_runs_on_an_empty_graph(path: Path) -> None:
    assert ask(ox.Store(), path.stem) == []


@EACH
def test_question_gives_the_same_rows_when_the_data_is_loaded_backwards(
    path: Path, store: ox.Store
) -> None:
    backwards = ox.Store()
    for quad in sorted(store, key=str, reverse=True):
        backwards.add(quad)
    assert ask(store, path.stem) == ask(backwards, path.stem)


@EACH
def test_question_is_sparql_for_other_engines_too(path: Path) -> None:
    from rdflib.plugins.sparql import prepareQuery

    prepareQuery(path.read_text(encoding="utf-8"))


@EACH
def test_question_filters_outside_graph_blocks_and_orders_its_rows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for block in re.findall(r"GRAPH \?\w+ (\{(?:[^{}]|\{[^{}]*\})*\})", text):
        assert "FILTER" not in block
    assert "\nORDER BY " in text


@pytest.mark.parametrize(("name", "rows"), [
    ("envoys", [("Tomas Reed", "Norland")]),
    ("heads", [("Norland", "government", "Erik Dahl")]),
    ("leaders", [("Erik Dahl", "Norland")]),
    ("meetings", [("Erik Dahl", "Tomas Reed")]),
    ("employers", [("Northgate Institute", "1", "Lena Marsh")]),
    ("hostile-acts", [("Norland", "accused", "Sudmark"), ("Norland", "criticized", "Sudmark")]),
    ("accusations", [("Norland", "Sudmark", "words of c1", "one.txt"),
                     ("Norland", "Sudmark", "words of c2", "two.txt")]),
    ("denials", [("Norland", "accused", "Sudmark", "words of c3", "two.txt")]),
    ("plans", [("Erik Dahl", "visited", "Sudmark", "words of c6", "one.txt")]),
    ("former", [("Erik Dahl", "ministerOf", "Norland", "words of c7", "two.txt"),
                ("Lena Marsh", "worksFor", "Northgate Institute", "words of c10", "one.txt")]),
    ("allegations", [("Sudmark", "attacked", "Norland", "words of c8", "two.txt")]),
    ("attributed-claims",
     [("Erik Dahl", "Norland", "accused", "Sudmark", "Denied", "words of c3", "two.txt")]),
    ("who-said-what", [("Erik Dahl", "", "true", "words of c4", "one.txt"),
                       ("Erik Dahl", "denied", "false", "words of c2", "two.txt")]),
    ("most-quoted", [("Erik Dahl", "2", "2")]),
    ("doubtful", [("0.5", "Sudmark", "attacked", "Norland", "copula", "words of c8", "two.txt")]),
    ("derived-claims",
     [("Tomas Reed", "representativeOf", "Erik Dahl", "copula", "Norland", "accused", "Sudmark")]),
    ("terms-of-office", [("Erik Dahl", "ministerOf", "Norland", "", "2019", "two.txt")]),
    ("documents", [("one.txt", "2026-01-02", "", "5"), ("two.txt", "2026-01-05", "", "6")]),
])  # fmt: skip
def test_question_gives_its_rows(
    store: ox.Store, name: str, rows: list[tuple[str, ...]]
) -> None:
    assert ask(store, name) == rows


def test_contradictions_put_both_passages_side_by_side(store: ox.Store) -> None:
    assert ask(store, "contradictions") == [
        (
            "Norland",
            "accused",
            "Sudmark",
            "words of c1",
            "one.txt",
            "words of c3",
            "two.txt",
        ),
        (
            "Norland",
            "accused",
            "Sudmark",
            "words of c2",
            "two.txt",
            "words of c3",
            "two.txt",
        ),
    ]


def test_an_edge_is_supported_by_each_document_once_and_not_by_former_claims(
    store: ox.Store,
) -> None:
    best = ask(store, "best-supported")
    assert best[0] == ("Norland", "accused", "Sudmark", "2", "2026-01-02", "2026-01-05")
    assert (
        "Lena Marsh",
        "worksFor",
        "Northgate Institute",
        "1",
        "2026-01-05",
        "2026-01-05",
    ) in best
    assert "words of c10" not in {quote for *_, quote in ask(store, "sources")}


def test_the_most_connected_actor_comes_first(store: ox.Store) -> None:
    assert ask(store, "most-connected")[0] == ("Norland", "3")


def test_claims_of_a_document_are_its_own(store: ox.Store) -> None:
    assert [row[0] for row in ask(store, "claims-of-document")].count("two.txt") == 6
