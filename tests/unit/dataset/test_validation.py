import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pyoxigraph as ox
import pytest

from actorgraph.dataset import validation
from actorgraph.dataset.graph_writer import write_graph
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.dataset.validation import document_violations, violations
from actorgraph.dataset.verification import verify
from actorgraph.errors import OntologyError
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import Corpus, DocumentId
from actorgraph.vocabulary import load_vocabulary


@pytest.fixture
def tampered(graph_folder: Path) -> Callable[[str, str, str], StoredGraph]:
    """Change a file of the current generation, and with it the manifest's hash and size and the
    hash of the manifest, as a careful forger would.
    """

    def tamper(name: str, old: str, new: str) -> StoredGraph:
        generation = graph_folder / "generations" / "000001"
        text = (generation / name).read_text()
        assert old in text
        (generation / name).write_text(text.replace(old, new))
        manifest = json.loads((generation / "manifest.json").read_text())
        if name in manifest["sha256"]:
            manifest["sha256"][name] = hashlib.sha256(
                (generation / name).read_bytes()
            ).hexdigest()
            manifest["sizes"][name] = (generation / name).stat().st_size
            forged = json.dumps(manifest).encode()
            (generation / "manifest.json").write_bytes(forged)
            seal = hashlib.sha256(forged).hexdigest()
            (graph_folder / "current").write_text(f"000001 {seal}\n")
        return open_graph(graph_folder)

    return tamper


def test_a_written_graph_keeps_the_shapes(stored: StoredGraph) -> None:
    assert violations(stored.lines()) == []
    assert list(document_violations(stored)) == []


def test_no_lines_break_no_shape() -> None:
    assert violations([]) == []


def test_a_claim_without_confidence_breaks_a_shape(stored: StoredGraph) -> None:
    lines = [
        line
        for line in stored.lines()
        if "claim/c1> " not in line or "#confidence>" not in line
    ]
    (found,) = violations(lines)
    assert found.focus.endswith("claim/c1")
    assert found.path.endswith("#confidence")
    assert "\n" not in str(found)


def test_a_claim_against_its_direction_breaks_a_shape(stored: StoredGraph) -> None:
    lines = [
        line.replace(
            "#predicate> <https://w3id.org/actorgraph/ontology#envoyOf>",
            "#predicate> <https://w3id.org/actorgraph/ontology#capitalOf>",
        )
        for line in stored.lines()
    ]
    assert any("claim/c1" in found.value for found in violations(lines))


def test_documents_are_validated_with_the_actors_they_name(stored: StoredGraph) -> None:
    lines = [line for line in stored.lines() if "rdf-schema#label" not in line]
    assert {found.focus.rsplit("/", 1)[1] for found in violations(lines)} == {
        "marsh-1",
        "lund-2",
        "norland-3",
    }


def test_an_actor_that_no_claim_names_is_validated_whole_however_small_the_portions(
    stored: StoredGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(validation, "PORTION", 1)

    assert not any("norland-3" in str(quad.object) for quad in stored.store)
    assert list(document_violations(stored)) == []


@pytest.mark.parametrize(("original", "broken"), [("d1", []), ("d0", ["copyOf"])])
def test_a_copy_is_validated_with_what_it_is_a_copy_of(
    corpus: Corpus,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    original: str,
    broken: list[str],
) -> None:
    monkeypatch.setattr(validation, "PORTION", 1)
    first, second = corpus.readings
    copy = replace(second.document, copy_of=DocumentId(original))
    readings = (first, replace(second, document=copy))
    copied = replace(corpus, readings=readings)
    write_graph(tmp_path, copied, load_vocabulary(), base=DEFAULT_BASE, threshold=0.5)
    violated = document_violations(open_graph(tmp_path))
    assert [each.path.rsplit("#", 1)[1] for each in violated] == broken


def test_a_written_graph_is_verified(stored: StoredGraph) -> None:
    assert verify(stored) == []


@pytest.mark.parametrize("name", ["documents.jsonl", "refusals.jsonl", "doubts.jsonl"])
def test_a_changed_file_is_found(stored: StoredGraph, name: str) -> None:
    with (stored.folder / name).open("a") as file:
        file.write("\n")
    assert f"{name} is not the file that was written" in verify(stored)


def test_a_lost_file_is_found(stored: StoredGraph) -> None:
    (stored.folder / "doubts.jsonl").unlink()
    assert any("doubts.jsonl" in finding for finding in verify(stored))


def test_a_quote_that_left_its_text_is_found(
    tampered: Callable[[str, str, str], StoredGraph],
) -> None:
    findings = verify(
        tampered("documents.jsonl", "Tilda Marsh, an envoy", "Gilda Marsh, an envoy")
    )
    assert any(
        "c1: its quote is not at 0–20 of envoy.txt" in finding for finding in findings
    )


def test_a_document_that_vanished_is_found(
    tampered: Callable[[str, str, str], StoredGraph], stored: StoredGraph
) -> None:
    lines = (stored.folder / "documents.jsonl").read_text().splitlines(keepends=True)
    assert verify(tampered("documents.jsonl", lines[1], ""))


def test_an_edge_that_no_claim_supports_is_found(stored: StoredGraph) -> None:
    direct = next(
        quad
        for quad in stored.store
        if "#envoyOf>" in str(quad.predicate) and "lund-2" in str(quad.object)
    )
    enemy = ox.NamedNode(direct.predicate.value.replace("envoyOf", "enemyOf"))
    edge = ox.Quad(direct.subject, enemy, direct.object, direct.graph_name)
    findings = verify(
        replace(stored, store=cast("ox.Store", Extended(stored.store, edge)))
    )
    assert any(
        "in the store, though not in what the claims give" in finding
        and "enemyOf" in finding
        for finding in findings
    )


def test_a_blank_node_is_found_and_a_name_that_looks_like_one_is_not(
    stored: StoredGraph,
) -> None:
    triple = ox.Quad(
        ox.BlankNode("b"), ox.NamedNode("a:p"), ox.Literal("x _:y"), ox.DefaultGraph()
    )
    found = verify(
        replace(stored, store=cast("ox.Store", Extended(stored.store, triple)))
    )
    assert sum("a blank node is stored: _:b" in finding for finding in found) == 1


class Extended:
    """A store with one more quad."""

    def __init__(self, store: ox.Store, extra: ox.Quad) -> None:
        self.store, self.extra = store, extra

    def quads_for_pattern(self, *pattern: Any) -> Iterator[Any]:
        extra = [] if any(pattern) else [self.extra]
        return iter([*self.store.quads_for_pattern(*pattern), *extra])

    def __len__(self) -> int:
        return len(self.store) + 1

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return getattr(self.store, name)


def test_a_threshold_that_was_not_kept_is_found(stored: StoredGraph) -> None:
    stricter = replace(stored, manifest=replace(stored.manifest, threshold=0.95))
    assert any(
        "in the store, though not in what the claims give" in finding
        for finding in verify(stricter)
    )


def test_counts_that_differ_are_found(stored: StoredGraph) -> None:
    other = replace(stored, manifest=replace(stored.manifest, claims=3))
    assert verify(other) == ["2 claims are stored, 3 were written"]


def test_an_ontology_file_that_was_edited_is_read_again(
    stored: StoredGraph, tmp_path: Path
) -> None:
    file = tmp_path / "own.ttl"
    file.write_text("")
    assert violations(stored.lines(), [file]) == []
    file.write_text("this is no turtle")
    with pytest.raises(OntologyError, match=r"own\.ttl cannot be read as Turtle"):
        violations(stored.lines(), [file])
