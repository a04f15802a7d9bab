"""said, and the words of an actor in show."""

import json
from pathlib import Path

import pytest

from actorgraph.analysis.questions.quoted_words import QuotedWords
from actorgraph.cli.speaking import print_quotations
from actorgraph.model import SpeechAct
from tests.unit.cli.conftest import Command


def test_said_lists_the_words_with_cue_document_and_place(
    actorgraph: Command, graph: Path
) -> None:
    said = actorgraph("said", "Tarek Haddad", "-g", graph).out
    assert said.startswith("Tarek Haddad: 1 quotation in 1 document")
    assert "said (verbatim)" in said
    assert "““We will come back,”” (envoy.txt, " in said


def test_said_about_keeps_what_mentions_the_other(
    actorgraph: Command, graph: Path
) -> None:
    options = ("--json", "-g", graph)
    about = actorgraph("said", "Ines Okoro", "--about", "Lumen Ferries", *options).out
    assert [item["about"] for item in json.loads(about)] == [["Lumen Ferries"]]
    none = actorgraph("said", "Ines Okoro", "--about", "Pavel Brandt", *options).out
    assert json.loads(none) == []


def test_who_said_nothing_is_told_so(actorgraph: Command, graph: Path) -> None:
    said = actorgraph("said", "Lumen Ferries", "-g", graph)
    assert said.out == "No words are attributed to Lumen Ferries.\n"
    about = ("--about", "Pavel Brandt", "-g", graph)
    said = actorgraph("said", "Ines Okoro", *about)
    expected = "No words that mention Pavel Brandt are attributed to Ines Okoro.\n"
    assert said.out == expected


def test_the_query_finds_the_same_words(actorgraph: Command, graph: Path) -> None:
    query = actorgraph("said", "Tarek Haddad", "--sparql", "-g", graph).out
    rows = json.loads(actorgraph("query", query, "--format", "json", "-g", graph).out)
    (row,) = rows["results"]["bindings"]
    assert (row["cue"]["value"], row["direct"]["value"]) == ("said", "true")
    assert "We will come back" in row["quote"]["value"]
    about = ("--about", "Ines Okoro")
    assert actorgraph("said", "Tarek Haddad", "--sparql", *about, "-g", graph).code == 2


def test_show_has_what_they_said(actorgraph: Command, graph: Path) -> None:
    shown = actorgraph("show", "Tarek Haddad", "-g", graph).out
    _, _, words = shown.partition("What they said")
    assert "We will come back" in words
    assert "What they said" not in actorgraph("show", "Lumen Ferries", "-g", graph).out


@pytest.mark.parametrize(
    ("cue", "act", "told"),
    [
        ("denied", SpeechAct.DENIES, "denied\n"),
        ("rejected", SpeechAct.DENIES, "rejected (denies)\n"),
        ("declined", SpeechAct.WITHHOLDS, "declined (does not say)\n"),
    ],
)
def test_what_a_cue_says_itself_is_not_told_twice(
    cue: str, act: SpeechAct, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print_quotations([QuotedWords(cue, act, direct=False, about=(), quotes=())], 0)
    assert capsys.readouterr().out == told
