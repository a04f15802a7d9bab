"""Markdown notes, the Cypher script and the picture: what a reader of each sees."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from actorgraph.export.vault import file_names, text


def _notes(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_there_is_a_note_for_each_actor_and_article_and_an_index(
    written: Callable[[str], bytes],
) -> None:
    notes = _notes(written("markdown"))

    names = ("Ann Roth", "Bob Marsh", "Dora Lane", "Harbour Bank", "Oslo")
    actors = {f"actors/{name}.md" for name in names}
    assert notes.keys() == {"index.md", "articles/Bank.md", *actors}


def test_a_note_has_relations_with_quotes_that_lead_to_their_article(
    written: Callable[[str], bytes],
) -> None:
    note = MarkdownIt().render(_notes(written("markdown"))["actors/Bob Marsh.md"])

    assert "<strong>Bob Marsh – child of → Ann Roth</strong> [[Ann Roth]]" in note
    assert "“Bob Marsh, her son” ([[Bank]], 2024-05-01, 78–96)" in note
    assert "according to Ann Roth" in note


def test_somebody_without_relations_has_a_note_with_what_they_said(
    written: Callable[[str], bytes],
) -> None:
    notes = _notes(written("markdown"))

    assert "“Not bad” ([[Bank]], 2024-05-01, 124–131)" in notes["actors/Dora Lane.md"]
    assert "- [[Dora Lane]] said (verbatim): “Not bad”" in notes["articles/Bank.md"]
    assert "[[Ann Roth]] – leads → [[Harbour Bank]]" in notes["articles/Bank.md"]


def test_every_link_of_a_vault_leads_to_a_note(
    written: Callable[[str], bytes],
) -> None:
    notes = _notes(written("markdown"))

    files = {name.rpartition("/")[2].removesuffix(".md") for name in notes}
    links = re.findall(r"\[\[(.+?)\]\]", "".join(notes.values()))
    assert set(links) <= files
    assert {"Bank", "Ann Roth", "Oslo"} <= set(links)


def test_front_matter_has_the_properties_of_an_actor_and_an_article(
    written: Callable[[str], bytes],
) -> None:
    notes = _notes(written("markdown"))

    _, ann, _ = notes["actors/Ann Roth.md"].split("---\n")
    assert {'type: "Person"', 'aliases: ["Roth"]'} <= set(ann.splitlines())
    assert "wikidata" not in ann
    _, bank, _ = notes["articles/Bank.md"].split("---\n")
    expected = {'date: "2024-05-01"', 'url: "https://news.example/a"'}
    assert expected <= set(bank.splitlines())


def test_signs_of_markdown_in_a_quote_are_only_text(
    written: Callable[[str], bytes],
) -> None:
    note = MarkdownIt().render(_notes(written("markdown"))["actors/Harbour Bank.md"])

    assert "“Ann Roth [leads] the Harbour Bank”" in note
    assert "<a " not in note


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("in 2031-03-12 a well-known man", "in 2031-03-12 a well-known man"),
        ("- an item", "\\- an item"),
        ("+ an item --- 5", "\\+ an item \\-\\-\\- 5"),
        ("#tag [[link]]", "\\#tag \\[\\[link\\]\\]"),
    ],
)
def test_only_signs_that_mean_something_are_escaped(words: str, written: str) -> None:
    assert text(words) == written


def test_a_denied_claim_says_so_and_is_not_accepted(
    written: Callable[[str], bytes],
) -> None:
    note = _notes(written("markdown"))["actors/Ann Roth.md"]

    (line,) = [line for line in note.splitlines() if "met with" in line]
    assert "(not accepted)" in line
    assert "denied" in note


def test_notes_of_one_name_have_files_of_their_own_that_every_system_takes() -> None:
    names = {
        "a-1": "Ann / Roth",
        "a-2": "ann  roth",
        "a-3": "Con",
        "a-4": "-chief",
        "a-5": "Index",
    }

    assert file_names(names) == {
        "a-1": "Ann Roth (a-1)",
        "a-2": "ann roth (a-2)",
        "a-3": "Con_",
        "a-4": "chief",
        "a-5": "Index (a-5)",
    }


def test_the_cypher_script_merges_nodes_by_type_and_relationships_by_relation(
    written: Callable[[str], bytes],
) -> None:
    script = written("cypher").decode()

    node = "MERGE (a:Actor {id: row.id}) SET a:`Person` SET a = row.properties;"
    assert node in script
    edge = "MERGE (s)-[r:`CHILD_OF` {id: row.id}]->(o) SET r = row.properties;"
    assert edge in script
    assert '`quotes`: ["Bob Marsh, her son"]' in script
