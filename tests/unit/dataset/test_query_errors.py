"""What is said about a query with a mistake: where it is, and what was expected or meant."""

import pytest

from actorgraph.dataset.queries import run_query
from actorgraph.dataset.store import StoredGraph
from actorgraph.errors import QueryRefused


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * { ?a ag:leads ?b", "{ at line 1, column 10 is not closed by }"),
        ("SELECT * {\n ?a ag:leads ?b }}", "} at line 2, column 18 closes nothing"),
        ("SELECT * { FILTER(?a ] }", "( at line 1, column 18 is not closed by )"),
        ("SELECT * { ?a rdfs:label 'x }", "the string at line 1, column 26 has no end"),
        ("SELECT * { ?a\n nope:b ?c }", "prefix nope: at line 2, column 2"),
        ("SELECT * WERE { ?a a ?b }", "did you mean WHERE?"),
        ("SELECT * { ?a leads ?b }", "did you mean ?leads or ag:leads?"),
        ("SELCT * { ?a a ?b }", "begins with SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("", "the query asks nothing"),
        ("SELECT * { ?a a ?b } ORDER ?a", "at the end: expected BY"),
        (
            "SELECT * { ?a ag:leads }",
            "before “}”: expected a variable, a name or a value",
        ),
        ("SELECT * { ?a a ?b } GROUP BY ?a", "not authorized with GROUP BY (line 1"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    stored: StoredGraph, query: str, said: str
) -> None:
    with pytest.raises(QueryRefused) as caught:
        run_query(stored, query)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 250
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "SELECT * {\n ?a ag:envoyOff ?b }",
            "ag:envoyOff at line 2, column 5 is no relation or class of the ontology",
        ),
        ("ASK { ?a a ag:Persn }", "did you mean ag:Person"),
        ("ASK { GRAPH ?g { ?c ag:polarity ag:denied } }", "did you mean ag:Denied"),
        (
            "PREFIX x: <https://w3id.org/actorgraph/ontology#> ASK { ?a x:lead ?b }",
            "did you mean ag:leads",
        ),
        ("ASK { ?a <https://w3id.org/actorgraph/ontology#qqq> ?b }", "#qqq> at line 1"),
    ],
)
def test_an_unknown_term_is_an_error_with_the_nearest_name(
    stored: StoredGraph, query: str, said: str
) -> None:
    with pytest.raises(QueryRefused) as caught:
        run_query(stored, query)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?a ag:spouseOf ?b }",  # of the ontology, though no article has it
        "ASK { GRAPH ?g { ?c a ag:Claim ; ag:confidence ?p } }",
        "ASK { ?a <https://example.org/of-others#thing> ?b }",
        "PREFIX other: <https://example.org/of-others#> ASK { ?a other:thing ?b }",
        "ASK { actor:nobody ag:leads ?b . ?b rdfs:seeAlso ?c }",
        'ASK { ?a rdfs:label "ag:nothing" } # ag:nothing',
    ],
)
def test_terms_of_the_ontology_and_of_others_are_asked(
    stored: StoredGraph, query: str
) -> None:
    assert run_query(stored, query).kind == "ask"


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        (
            "SELECT * { ?c a ag:Claim }",
            "ag:Claim is only in the graphs of documents: write GRAPH ?document { … }",
        ),
        ("SELECT * { ?c rdf:subject ?who }", "rdf:subject is only in the graphs"),
        ("SELECT * { ?a ag:family ?b }", "ag:family is nowhere in this graph"),
        ("SELECT * { GRAPH ?g { ?a ag:coachOf ?b } }", "ag:coachOf is nowhere"),
        ("SELECT * { GRAPH ?g { ?c a ag:Claim ; ag:confidence 7 } }", ""),
        ("SELECT * { GRAPH ?g { ?c a ag:Claim } }", ""),
        ('SELECT * { ?a rdfs:label "Nobody" }', ""),
    ],
)
def test_an_empty_answer_says_which_term_is_not_there(
    stored: StoredGraph, query: str, hint: str
) -> None:
    assert run_query(stored, query).hint.startswith(hint)
    assert bool(run_query(stored, query).hint) == bool(hint)
