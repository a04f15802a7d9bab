"""When something holds: dates of their own precision, and where they open, close or mark a span."""

from __future__ import annotations

import pytest

from actorgraph.extraction.modality.time_expressions import resolve

WORKS = ("Dana Roth", "worksFor", "Delmore Bank")
VISITED = ("Dana Roth", "visited", "Lisbon")


@pytest.mark.parametrize(
    ("expression", "date"),
    [
        ("13 March 2025", "2025-03-13"),
        ("March 13, 2025", "2025-03-13"),
        ("March 2014", "2014-03"),
        ("2014", "2014"),
        ("yesterday", "2026-06-09"),
        ("tomorrow", "2026-06-11"),
        ("Thursday", "2026-06-04"),
        ("next Monday", "2026-06-15"),
        ("last year", "2025"),
        ("May", "2026-05"),
        ("August", "2025-08"),
        ("30 February 2025", None),
        ("recently", None),
        ("", None),
    ],
)
def test_expression_is_a_date_of_its_own_precision(expression, date):
    assert resolve(expression, "2026-06-10") == date


@pytest.mark.parametrize("expression", ["yesterday", "Thursday", "last year", "May"])
def test_relative_expression_means_nothing_without_a_day_of_publication(expression):
    assert resolve(expression, None) is None


@pytest.mark.parametrize(
    ("text", "triple", "start", "end"),
    [
        ("Dana Roth has worked for Delmore Bank since 2010.", WORKS, "2010", None),
        ("Dana Roth worked for Delmore Bank until 2010.", WORKS, None, "2010"),
        ("Dana Roth worked for Delmore Bank before 2010.", WORKS, None, "2010"),
        ("Dana Roth worked for Delmore Bank after 2010.", WORKS, "2010", None),
        ("Dana Roth worked for Delmore Bank from 2001 to 2010.", WORKS, "2001", "2010"),
        ("Dana Roth previously worked for Delmore Bank in 2010.", WORKS, None, "2010"),
        ("Dana Roth visited Lisbon in 2010.", VISITED, "2010", "2010"),
        ("Dana Roth visited Lisbon in March 2010.", VISITED, "2010-03", "2010-03"),
        ("Dana Roth visited Lisbon with 2010 in mind.", VISITED, None, None),
    ],
)
def test_preposition_says_where_a_date_stands(claim_in, text, triple, start, end):
    claim = claim_in(text, triple)

    assert (claim.valid_from, claim.valid_until) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth used to work for Delmore Bank.",
        "Dana Roth no longer works for Delmore Bank.",
        "Dana Roth previously worked for Delmore Bank.",
        "Dana Roth worked for Delmore Bank.",
    ],
)
def test_words_beside_a_verb_say_that_it_is_over(claim_in, text):
    assert claim_in(text, WORKS).status == "former"


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth works for Delmore Bank.",
        "Dana Roth has worked for Delmore Bank since 2010.",
    ],
)
def test_what_lasts_is_not_over(claim_in, text):
    assert claim_in(text, WORKS).status is None


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth left Fidesz.",
        "Dana Roth was expelled from Fidesz.",
        "Dana Roth resigned from Fidesz.",
    ],
)
def test_one_who_leaves_was_a_member(claim_in, text):
    assert claim_in(text, ("Dana Roth", "memberOf", "Fidesz")).status == "former"


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth never left Fidesz.",
        "Dana Roth refused to leave Fidesz.",
        "Dana Roth will leave Fidesz.",
        "Dana Roth must leave Fidesz.",
    ],
)
def test_one_who_has_not_left_is_no_former_member(claims_of, text):
    assert ("Dana Roth", "memberOf", "Fidesz") not in claims_of(text)
