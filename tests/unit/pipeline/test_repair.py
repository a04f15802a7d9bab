"""A damaged graph is built again from what is whole in its folder, and says what it lost."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph.dataset.generations import current_generation
from actorgraph.dataset.store import open_graph
from actorgraph.dataset.verification import verify
from actorgraph.errors import ActorgraphError, StoreError, UsageError
from actorgraph.pipeline import repair as repairing
from actorgraph.pipeline.changes import build, remove
from actorgraph.pipeline.options import Options
from actorgraph.pipeline.reading_cache import READINGS
from actorgraph.pipeline.repair import repair
from actorgraph.settings import ReaderMode

Damage = Callable[[Path], object]
LEFT = ("envoy.txt", "ferry.txt")
OWN = """
@prefix ag: <https://w3id.org/actorgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ag:taught a ag:Relation ; rdfs:label "taught" ; ag:domain ag:Person ; ag:range ag:Person .
"""


@pytest.fixture(scope="module")
def expected(
    built: Path, stories: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A fresh graph of two of the stories."""
    folder = tmp_path_factory.mktemp("expected") / "graph"
    folder.mkdir()
    shutil.copy(built / READINGS, folder)
    build([stories / name for name in LEFT], folder, Options(outputs=False))
    return folder


@pytest.fixture(scope="module")
def reduced(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of three stories from which one was removed, and the generation before that."""
    folder = tmp_path_factory.mktemp("reduced") / "graph"
    shutil.copytree(built, folder)
    remove("party.txt", folder, Options(outputs=False))
    return folder


@pytest.fixture
def damaged(reduced: Path, tmp_path: Path) -> Path:
    """A copy to be damaged."""
    return Path(shutil.copytree(reduced, tmp_path / "damaged"))


def content(folder: Path) -> tuple[list[str], dict[str, bytes]]:
    """Return the statements of a graph, and its files but for those of its store."""
    stored = open_graph(folder)
    files = {
        path.name: path.read_bytes()
        for path in stored.folder.iterdir()
        if path.is_file() and path.name != "manifest.json"
    }
    return list(stored.lines()), files


def everything(folder: Path) -> dict[str, bytes]:
    paths = filter(Path.is_file, folder.rglob("*"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def change(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


def flipped(name: str) -> Damage:
    """Change a byte in the middle of a file of the generation in force."""

    def damage(folder: Path) -> None:
        path = current_generation(folder) / name
        data = bytearray(path.read_bytes() or b"x")
        data[len(data) // 2] ^= 1
        path.write_bytes(bytes(data))

    return damage


def in_generation(name: str, old: bytes, new: bytes) -> Damage:
    return lambda folder: change(current_generation(folder) / name, old, new)


def in_folder(name: str, pattern: bytes, new: bytes) -> Damage:
    def damage(folder: Path) -> None:
        path = folder / name
        path.write_bytes(re.sub(pattern, new, path.read_bytes(), count=1))

    return damage


def flip_table(folder: Path) -> None:
    tables = (current_generation(folder) / "store").glob("*.sst")
    flipped(f"store/{max(tables, key=lambda path: path.stat().st_size).name}")(folder)


def remove_file(name: str) -> Damage:
    return lambda folder: (current_generation(folder) / name).unlink()


def all_at_once(folder: Path) -> None:
    """Damage everything but one copy of each text and of the manifest."""
    generation = current_generation(folder)
    change(generation / "documents.jsonl", b"Oslo on Tuesday", b"Oslo on Thursday")
    shutil.rmtree(generation / "store")
    (generation / "manifest.json").write_bytes(b"{")
    (generation / "names.tsv").unlink()
    (folder / READINGS).write_bytes(b"SQLite format 3\0 no more")


DAMAGES: dict[str, Damage] = {
    "text": in_generation("documents.jsonl", b"flew to Oslo", b"fled to Oslo"),
    "name of a document": in_generation("documents.jsonl", b"envoy.txt", b"enjoy.txt"),
    "id of a document": in_generation("documents.jsonl", b'"id": "', b'"id": "0'),
    "end of the documents": in_generation("documents.jsonl", b'"url": null}\n', b""),
    "all documents": remove_file("documents.jsonl"),
    "mentions": flipped("mentions.jsonl"),
    "names": flipped("names.tsv"),
    "members": flipped("members.jsonl"),
    "decisions": flipped("decisions.jsonl"),
    "refusals": remove_file("refusals.jsonl"),
    "doubts": flipped("doubts.jsonl"),
    "table": flip_table,
    "administration": remove_file("store/CURRENT"),
    "manifest": in_generation("manifest.json", b"/data/", b"/datb/"),
    "pointer": in_folder("current", rb"000002", b"000001"),
    "digest": in_folder("current", rb" .", b" x"),
    "no pointer": lambda folder: (folder / "current").unlink(),
    "all at once": all_at_once,
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_what_is_whole_elsewhere_is_restored(
    kind: str, damaged: Path, expected: Path
) -> None:
    DAMAGES[kind](damaged)
    before = damaged / "generations" / "000002"
    repaired = repair(damaged)
    assert repaired.findings
    assert (repaired.lost, repaired.is_certain) == ((), True)
    assert content(damaged) == content(expected)
    assert verify(open_graph(damaged)) == []
    assert before.is_dir()
    assert not list(damaged.rglob("*.tmp*"))


def test_a_whole_graph_stays_as_it_is(reduced: Path) -> None:
    before = everything(reduced)
    assert repair(reduced) == repairing.Repair()
    assert everything(reduced) == before


@pytest.mark.parametrize("has_store", [True, False])
def test_a_document_of_which_no_copy_is_whole_is_named(
    *, has_store: bool, damaged: Path
) -> None:
    for path in damaged.glob("generations/*/documents.jsonl"):
        change(path, b"flew to Oslo", b"fled to Oslo")
    if not has_store:
        shutil.rmtree(current_generation(damaged) / "store")
    repaired = repair(damaged)
    assert [document.name for document in repaired.lost] == ["envoy.txt"]
    assert "damaged" in repaired.lost[0].reason
    assert [document.name for document in open_graph(damaged).documents()] == [
        "ferry.txt"
    ]
    assert repair(damaged) == repairing.Repair()


def test_documents_that_nothing_names_are_counted(damaged: Path) -> None:
    generation = current_generation(damaged)
    shutil.rmtree(generation / "store")
    change(generation / "documents.jsonl", b'"url": null}\n', b"")
    shutil.rmtree(damaged / "generations" / "000001")
    text = (generation / "documents.jsonl").read_bytes()
    (generation / "documents.jsonl").write_bytes(text[text.index(b'{"at', 1) :])
    assert [document.name for document in repair(damaged).lost] == ["1 more"]


def test_where_nothing_is_whole_nothing_is_changed(damaged: Path) -> None:
    for path in damaged.glob("generations/*/documents.jsonl"):
        path.write_bytes(b"{}\n")
    before = everything(damaged)
    with pytest.raises(StoreError, match=r"no document .* is whole: build it again"):
        repair(damaged)
    assert everything(damaged) == before
    with pytest.raises(StoreError, match="no graph at"):
        repair(damaged / "elsewhere")


def test_a_repair_that_fails_changes_nothing(
    damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DAMAGES["names"](damaged)
    before = everything(damaged)
    findings = iter([["names.tsv is damaged"], ["still damaged"]])
    monkeypatch.setattr(repairing, "verify", lambda _: next(findings))
    with pytest.raises(StoreError, match=r"not whole \(still damaged\).* unchanged"):
        repair(damaged)
    assert everything(damaged) == before


def test_the_page_is_restored_if_there_was_one(graph: Path) -> None:
    page = (graph / "graph.html").read_bytes()
    in_generation("outputs/graph.html", b"Haddad", b"Haddaz")(graph)
    (graph / "graph.html").unlink()
    repair(graph)
    assert (graph / "graph.html").read_bytes() == page
    assert verify(open_graph(graph)) == []


def test_settings_that_no_copy_of_the_manifest_has_are_uncertain(damaged: Path) -> None:
    for path in (
        damaged / "manifest.json",
        *damaged.glob("generations/*/manifest.json"),
    ):
        path.write_bytes(b"{")
    repaired = repair(damaged)
    assert not repaired.is_certain
    assert repaired.lost == ()
    assert len(open_graph(damaged).documents()) == len(LEFT)


def test_an_ontology_file_of_the_user_is_restored_or_asked_for(
    stories: Path, built: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(OWN)
    folder = tmp_path / "graph"
    rules = Options(extensions=own, reader=ReaderMode.RULES, outputs=False)
    build([stories / "party.txt"], folder, rules)
    copy = current_generation(folder) / "ontology" / "000-own.ttl"
    copy.write_text(OWN.replace("taught", "caught"))
    with pytest.raises(UsageError, match=r"own\.ttl .*damaged.* with --ontology"):
        repair(folder)
    assert repair(folder, Options(extensions=own)).lost == ()
    assert "taught" in open_graph(folder).vocabulary.relations


def test_a_newer_graph_is_not_repaired(damaged: Path) -> None:
    in_generation("manifest.json", b'"format": 3', b'"format": 4')(damaged)
    with pytest.raises(ActorgraphError, match="upgrade actorgraph"):
        repair(damaged)
