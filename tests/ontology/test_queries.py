"""The named questions run on every graph, read no more than they say, give what they promise."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from actorgraph.dataset.named_questions import (
    actor_parameter,
    day_parameter,
    named_question,
)
from actorgraph.errors import UsageError
from actorgraph.model import ActorId
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
:marsh ag:ownerOf :group ; ag:memberOf :party ; ag:headOfGovernmentOf :norland .
:reed ag:memberOf :party .
:party a ag:Organization ; rdfs:label "Harbour Party" .
:group a ag:Organization ; rdfs:label "Northgate Group" .
:ferries a ag:Organization ; rdfs:label "Northgate Ferries" ; ag:subsidiaryOf :group .
:rovers a ag:Organization, ag:SportsTeam ; rdfs:label "Norland Rovers" ; ag:defeated :united .
:united a ag:Organization, ag:SportsTeam ; rdfs:label "Sudmark United" .
:fell a ag:Person ; rdfs:label "Una Fell" ; ag:mentionCount 4 .
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
    claim("one", "c12", "sudmark", "fought", "norland", more="ag:attributedTo :dahl ;"),
    claim("two", "c13", "rovers", "defeated", "united", modality="Possible"),
    claim("one", "c14", "marsh", "headOfGovernmentOf", "norland", modality="Possible",
          more='ag:validFrom "2015"^^xsd:gYear ;'),
    claim("two", "c15", "dahl", "headOfGovernmentOf", "norland", modality="Possible",
          more='ag:validFrom "2019"^^xsd:gYear ;'),
    claim("one", "c16", "reed", "memberOf", "party", modality="Possible",
          more="ag:status ag:Current ;"),
    claim("two", "c17", "reed", "memberOf", "party", modality="Possible",
          more="ag:status ag:Former ;"),
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


def test_analysts_have_at_least_fifty_questions() -> None:
    assert len(QUESTIONS) >= 50


@EACH
def test_question_begins_with_its_title_and_what_it_answers(path: Path) -> None:
    comment = path.read_text(encoding="utf-8").split("\n\n")[0]
    assert re.fullmatch(r"# [A-Z][a-z ]+\. [^\n]+\.(\n# [^\n]+\.)*", comment)


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


@pytest.fixture(scope="module")
def elsewhere() -> Any:
    """The same data in rdflib's own memory."""
    from rdflib import Dataset

    dataset = Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset.parse(data=DATASET, format="trig")
    return dataset


@EACH
def test_question_gives_the_same_rows_in_another_engine(
    path: Path, store: ox.Store, elsewhere: Any
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        rows = [
            tuple(map(_text, row)) for row in elsewhere.query(path.read_text("utf-8"))
        ]

    assert sorted(rows) == sorted(ask(store, path.stem))


def _text(term: Any) -> str:
    return "" if term is None else str(term)


@EACH
def test_no_engine_makes_a_product_of_labels(path: Path) -> None:
    """An optional label is looked up for each row, in whatever order an engine joins."""
    _, body = path.read_text(encoding="utf-8").split("WHERE {", 1)
    bare = re.sub(r"OPTIONAL \{[^{}]*\}", "", body)

    loose = re.findall(r"^\s*\?\w+ (?:rdfs:label|ag:name) \?\w+ \.", bare, re.MULTILINE)
    assert loose == []


#: Names of the parameters that questions take.
PARAMETERS = {
    "actor": "<https://example.org/dahl>",
    "day": '"2018"',
    "since": '"2026-01-03"',
}


@EACH
def test_question_says_which_parameters_it_takes_and_runs_with_all_of_them(
    path: Path, store: ox.Store
) -> None:
    question = named_question(path.stem)
    said = set(re.findall(r"--(\w+)", question.help))
    assert said == set(question.parameters)

    terms = {name: PARAMETERS[name] for name in question.parameters}
    rows = store.query(question.asked_of(terms))
    everything = ask(store, path.stem)
    if path.stem not in (
        "best-supported",
        "most-quoted",
        "documents",
        "holders-on-day",
    ):
        assert set(map(tuple, _texts(rows))) <= set(everything)


def _texts(rows: Any) -> list[tuple[str, ...]]:
    return [
        tuple("" if cell is None else str(getattr(cell, "value", cell)) for cell in row)
        for row in rows
    ]


def asked(store: ox.Store, name: str, **terms: str) -> list[tuple[str, ...]]:
    return _texts(store.query(named_question(name).asked_of(terms)))


def test_a_question_can_be_about_one_actor(store: ox.Store) -> None:
    reed = "<https://example.org/reed>"

    assert asked(store, "members", actor=reed) == [("Tomas Reed", "Harbour Party")]
    assert asked(store, "envoys", actor="<https://example.org/marsh>") == []


def test_what_is_new_is_what_no_earlier_document_reports(store: ox.Store) -> None:
    rows = asked(store, "new-since", since='"2026-01-03"')

    assert [row[1:4] for row in rows] == [
        ("Lena Marsh", "worksFor", "Northgate Institute")
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Norland beat Sudmark 3-1", "game"),
        ("Norland beat Sudmark in a World Cup qualifier", "game"),
        ("Norland will play Sudmark", "game"),
        ("Norland beat Sudmark in the quarter-finals", "game"),
        ("Norland beat Sudmark in the 2014 election", "election"),
        ("Norland beat Sudmark in the war of 1914-18", "act"),
        ("Norland fought Sudmark at Cupville", "act"),
    ],
)
def test_a_game_or_an_election_is_no_hostile_act(words: str, kind: str) -> None:
    store = ox.Store()
    fight = claim("one", "f1", "norland", "fought", "sudmark")
    text = NEWS + ":norland ag:fought :sudmark .\n" + fight
    store.load(text.replace("words of f1", words), format=ox.RdfFormat.TRIG)
    norland = "<https://example.org/norland>"

    acts = asked(store, "hostile-acts", actor=norland)
    assert [row[1] for row in acts] == ["fought"] * (kind == "act")
    games = asked(store, "games", actor=norland)
    assert games == [("Norland", "fought", "Sudmark")] * (kind == "game")


def test_a_near_copy_is_no_second_source() -> None:
    store = ox.Store()
    again = claim("three", "c18", "reed", "metWith", "dahl")
    copy = ':three a ag:Document ; ag:name "three.txt" ; ag:copyOf :one .\n'
    store.load(DATASET + copy + again, format=ox.RdfFormat.TRIG)

    assert ask(store, "near-copies") == [("three.txt", "", "one.txt", "2026-01-02")]
    edges = [row[:4] for row in ask(store, "single-source")]
    assert ("Tomas Reed", "metWith", "Erik Dahl", "one.txt") in edges


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2014-12-31", []),
        ("2015", ["Ann"]),
        ("2018-05-05", ["Ann"]),
        ("2019-01-01", ["Bea"]),
    ],
)
def test_a_post_is_held_on_a_day_by_whoever_holds_it_then(
    day: str, holders: list[str]
) -> None:
    store = ox.Store()
    people = ':{0} a ag:Person ; rdfs:label "{1}" .\n'
    terms = (("ann", "2015", "2018"), ("bea", "2019", "2026"))
    claims = [
        claim("one", f"h-{name}", name, "mayorOf", "norland", more=(
            f'ag:validFrom "{start}"^^xsd:gYear ; ag:validUntil "{end}"^^xsd:gYear ;'))
        for name, start, end in terms
    ]  # fmt: skip
    names = people.format("ann", "Ann") + people.format("bea", "Bea")
    store.load(NEWS + names + "".join(claims), format=ox.RdfFormat.TRIG)

    rows = asked(store, "holders-on-day", day=f'"{day}"')

    assert [row[0] for row in rows if row[1] == "mayorOf"] == holders


def test_a_parameter_that_a_question_does_not_take_is_refused() -> None:
    with pytest.raises(UsageError, match="envoys takes no --day; it takes --actor"):
        named_question("envoys").asked_of({"day": '"2018"'})


@pytest.mark.parametrize(
    "day", ["", "soon", '2018" } #', "20", "2018-1-1", "2018-13", "2018-01-01T00"]
)
def test_what_is_no_day_never_reaches_a_query(day: str) -> None:
    with pytest.raises(UsageError, match="is no day"):
        day_parameter(day)


def test_an_actor_reaches_a_query_only_as_an_iri() -> None:
    term = actor_parameter(ActorId("a> } DROP ALL #"), "https://example.org/")

    assert term == "<https://example.org/actor/a%3E%20%7D%20DROP%20ALL%20%23>"


@EACH
def test_question_filters_outside_graph_blocks_and_orders_its_rows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for block in re.findall(r"GRAPH \?\w+ (\{(?:[^{}]|\{[^{}]*\})*\})", text):
        assert "FILTER" not in block
    assert "\nORDER BY " in text


@pytest.mark.parametrize(("name", "rows"), [
    ("envoys", [("Tomas Reed", "Norland")]),
    ("heads", [("Norland", "government", "Erik Dahl"), ("Norland", "government", "Lena Marsh")]),
    ("leaders", [("Erik Dahl", "Norland")]),
    ("meetings", [("Erik Dahl", "Tomas Reed")]),
    ("employers", [("Northgate Institute", "1", "Lena Marsh")]),
    ("hostile-acts", [("Norland", "accused", "Sudmark", "", "one.txt"),
                      ("Norland", "accused", "Sudmark", "", "two.txt"),
                      ("Sudmark", "fought", "Norland", "Erik Dahl", "one.txt")]),
    ("games", [("Norland Rovers", "defeated", "Sudmark United")]),
    ("new-since", [("2026-01-02", "Norland", "accused", "Sudmark", "2"),
                   ("2026-01-02", "Tomas Reed", "metWith", "Erik Dahl", "1"),
                   ("2026-01-05", "Lena Marsh", "worksFor", "Northgate Institute", "1")]),
    ("single-source", [("Lena Marsh", "worksFor", "Northgate Institute", "two.txt", "words of c11"),
                       ("Tomas Reed", "metWith", "Erik Dahl", "one.txt", "words of c4")]),
    ("said-and-denied",
     [(source, "Erik Dahl", "Norland", "accused", "Sudmark", words, "words of c3")
      for source, words in (("one.txt", "words of c1"), ("two.txt", "words of c2"))]),
    ("speaks-about", [("Erik Dahl", "Norland", "accused", "Denied", "1"),
                      ("Erik Dahl", "Norland", "fought", "Affirmed", "1"),
                      ("Erik Dahl", "Sudmark", "accused", "Denied", "1"),
                      ("Erik Dahl", "Sudmark", "fought", "Affirmed", "1")]),
    ("ownership-chains", [("Lena Marsh", "Northgate Group", "true"),
                          ("Lena Marsh", "Northgate Ferries", "false"),
                          ("Northgate Group", "Northgate Ferries", "true")]),
    ("shared-memberships", [("Lena Marsh", "Tomas Reed", "Harbour Party")]),
    ("two-holders",
     [("headOfGovernmentOf Norland", "Erik Dahl", "two.txt", "Lena Marsh", "one.txt")]),
    ("status-changes",
     [("Tomas Reed", "memberOf", "Harbour Party",
       "one.txt", "2026-01-02", "two.txt", "2026-01-05")]),
    ("unrelated", [("Una Fell", "Person", "4")]),
    ("accusations", [("Norland", "Sudmark", "words of c1", "one.txt"),
                     ("Norland", "Sudmark", "words of c2", "two.txt")]),
    ("denials", [("Norland", "accused", "Sudmark", "words of c3", "two.txt")]),
    ("plans", [("Erik Dahl", "visited", "Sudmark", "words of c6", "one.txt")]),
    ("former", [("Erik Dahl", "ministerOf", "Norland", "words of c7", "two.txt"),
                ("Lena Marsh", "worksFor", "Northgate Institute", "words of c10", "one.txt"),
                ("Tomas Reed", "memberOf", "Harbour Party", "words of c17", "two.txt")]),
    ("allegations", [("Sudmark", "attacked", "Norland", "words of c8", "two.txt")]),
    ("attributed-claims",
     [("Erik Dahl", "Norland", "accused", "Sudmark", "Denied", "words of c3", "two.txt"),
      ("Erik Dahl", "Sudmark", "fought", "Norland", "Affirmed", "words of c12", "one.txt")]),
    ("who-said-what", [("Erik Dahl", "", "true", "words of c4", "one.txt"),
                       ("Erik Dahl", "denied", "false", "words of c2", "two.txt")]),
    ("most-quoted", [("Erik Dahl", "2", "2")]),
    ("doubtful", [("0.5", "Sudmark", "attacked", "Norland", "copula", "words of c8", "two.txt")]),
    ("derived-claims",
     [("Tomas Reed", "representativeOf", "Erik Dahl", "copula", "Norland", "accused", "Sudmark")]),
    ("terms-of-office", [("Erik Dahl", "ministerOf", "Norland", "", "2019", "two.txt"),
                         ("Erik Dahl", "headOfGovernmentOf", "Norland", "2019", "", "two.txt"),
                         ("Lena Marsh", "headOfGovernmentOf", "Norland", "2015", "", "one.txt")]),
    ("documents", [("one.txt", "2026-01-02", "", "8"), ("two.txt", "2026-01-05", "", "9")]),
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
    assert ask(store, "most-connected")[0] == ("Lena Marsh", "4")


def test_claims_of_a_document_are_its_own(store: ox.Store) -> None:
    assert [row[0] for row in ask(store, "claims-of-document")].count("two.txt") == 9
