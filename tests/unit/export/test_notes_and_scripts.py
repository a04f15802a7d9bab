"""Markdown notes, the Cypher script and the picture: what a reader of each sees."""

import io
import zipfile
from collections.abc import Callable

from markdown_it import MarkdownIt

from tests.unit.export.conftest import NetworkBuilder


def _notes(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_there_is_a_note_for_each_actor_with_its_relations_and_quotes(
    written: Callable[[str], bytes],
) -> None:
    notes = _notes(written("markdown"))

    assert notes.keys() == {
        f"actors/{name}.md"
        for name in ("Ann Roth", "Bob Marsh", "Harbour Bank", "Oslo")
    }
    note = MarkdownIt().render(notes["actors/Bob Marsh.md"])
    assert "<strong>Bob Marsh – child of → Ann Roth</strong> [[Ann Roth]]" in note
    assert "“Bob Marsh, her son” (a.txt, 2024-05-01, 78–96)" in note
    assert "according to Ann Roth" in note


def test_signs_of_markdown_in_a_quote_are_only_text(
    written: Callable[[str], bytes],
) -> None:
    note = MarkdownIt().render(_notes(written("markdown"))["actors/Harbour Bank.md"])

    assert "“Ann Roth [leads] the Harbour Bank”" in note
    assert "<a " not in note


def test_a_denied_claim_says_so_and_is_not_accepted(
    written: Callable[[str], bytes],
) -> None:
    note = _notes(written("markdown"))["actors/Ann Roth.md"]

    (line,) = [line for line in note.splitlines() if "met with" in line]
    assert "(not accepted)" in line
    assert "denied" in note


def test_actors_of_one_name_have_notes_of_their_own(graph: NetworkBuilder) -> None:
    graph.actor("ann-1", "Ann / Roth")
    graph.actor("ann-2", "ann  roth")
    graph.actor("ann-3", "Ann Roth")

    names = set(_notes(graph.export("markdown")))

    assert len(names) == 3
    assert "actors/ann  roth.md" in names


def test_the_cypher_script_merges_nodes_by_type_and_relationships_by_relation(
    written: Callable[[str], bytes],
) -> None:
    script = written("cypher").decode()

    assert "MERGE (a:Actor {id: row.id}) SET a:`Person`, a += row.properties;" in script
    assert (
        "MERGE (s)-[r:`CHILD_OF` {id: row.id}]->(o) SET r += row.properties;" in script
    )
    assert '`quotes`: ["Bob Marsh, her son"]' in script
