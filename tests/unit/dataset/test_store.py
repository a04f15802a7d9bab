import fcntl
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from actorgraph.dataset.corpus import load_corpus
from actorgraph.dataset.generations import locked
from actorgraph.dataset.graph_writer import Generation, write_graph
from actorgraph.dataset.manifest import FORMAT
from actorgraph.dataset.quads import corpus_lines
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.errors import InvalidData, StoreError
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import (
    Corpus,
    DocumentId,
    Evidence,
)
from actorgraph.vocabulary import load_vocabulary

EXTENSION = """
@prefix ag: <https://w3id.org/actorgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix my: <https://my.example/terms#> .
my:taught a ag:Relation, owl:ObjectProperty ; ag:domain ag:Person ; ag:range ag:Person .
"""


def write(folder: Path, corpus: Corpus, *extensions: Path) -> Generation:
    return write_graph(
        folder,
        corpus,
        load_vocabulary(*extensions),
        base=DEFAULT_BASE,
        threshold=0.5,
        extensions=extensions,
    )


def generations(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "generations").iterdir())


def everything_in(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(path), path.stat().st_mtime_ns) for path in folder.rglob("*"))


def current(folder: Path) -> Path:
    return folder / "generations" / (folder / "current").read_text().split()[0]


def test_what_was_written_is_read_back(stored: StoredGraph, corpus: Corpus) -> None:
    assert load_corpus(stored) == corpus


def test_an_empty_corpus_makes_an_empty_graph(tmp_path: Path) -> None:
    write(tmp_path, Corpus())
    assert load_corpus(open_graph(tmp_path)) == Corpus()


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path, corpus: Corpus) -> None:
    folders = [write(tmp_path / name, corpus).folder for name in ("a", "b")]
    for name in ("documents.jsonl", "refusals.jsonl", "doubts.jsonl"):
        assert len({(folder / name).read_bytes() for folder in folders}) == 1
    first, second = (list(open_graph(tmp_path / name).lines()) for name in ("a", "b"))
    assert first == second == sorted(first)


def test_the_lines_of_a_store_are_those_it_was_filled_with(
    stored: StoredGraph, corpus: Corpus
) -> None:
    base, threshold = stored.manifest.base, stored.manifest.threshold
    written = corpus_lines(corpus, stored.vocabulary, base, threshold)
    assert list(stored.lines()) == written


def test_the_manifest_counts_what_is_there(stored: StoredGraph) -> None:
    manifest = stored.manifest
    assert (manifest.documents, manifest.claims, manifest.actors) == (2, 2, 3)
    assert manifest.quads == len(stored.store) == len(list(stored.lines()))


def test_a_users_relation_lives_on_with_the_graph(
    tmp_path: Path, corpus: Corpus
) -> None:
    (tmp_path / "mine.ttl").write_text(EXTENSION)
    first = corpus.readings[0]
    taught = replace(first, claims=(replace(first.claims[0], relation="taught"),))
    write(
        tmp_path / "graph", replace(corpus, readings=(taught,)), tmp_path / "mine.ttl"
    )
    (tmp_path / "mine.ttl").unlink()
    assert "taught" in open_graph(tmp_path / "graph").vocabulary.relations


def test_a_graph_names_no_folder_of_the_machine(graph_folder: Path) -> None:
    written = [path.read_bytes() for path in graph_folder.rglob("*") if path.is_file()]
    assert not any(str(graph_folder).encode() in data for data in written)


def test_two_generations_are_kept(tmp_path: Path, corpus: Corpus) -> None:
    for _ in range(4):
        write(tmp_path, corpus)
    assert generations(tmp_path) == ["000003", "000004"]


def test_what_a_killed_build_left_is_removed(
    graph_folder: Path, corpus: Corpus
) -> None:
    (graph_folder / "generations" / "000002.tmp-99" / "store").mkdir(parents=True)
    (graph_folder / "generations" / "000007").mkdir()
    write(graph_folder, corpus)
    assert generations(graph_folder) == ["000001", "000002"]


def test_a_second_build_says_who_holds_the_folder(
    graph_folder: Path, corpus: Corpus
) -> None:
    with (graph_folder / ".lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write("4711")
        lock.flush()
        with pytest.raises(StoreError, match="process 4711"):
            write(graph_folder, corpus)


def test_a_corpus_that_breaks_an_invariant_leaves_the_graph_alone(
    graph_folder: Path, corpus: Corpus
) -> None:
    first = corpus.readings[0]
    forged = replace(
        first.claims[0], evidence=(Evidence(DocumentId("d1"), 0, 5, "Other"),)
    )
    with pytest.raises(InvalidData):
        write(
            graph_folder, replace(corpus, readings=(replace(first, claims=(forged,)),))
        )
    assert load_corpus(open_graph(graph_folder)) == corpus


def test_a_users_ontology_file_that_was_cut_is_damage(
    tmp_path: Path, corpus: Corpus
) -> None:
    (tmp_path / "mine.ttl").write_text(EXTENSION)
    write(tmp_path / "graph", corpus, tmp_path / "mine.ttl")
    (current(tmp_path / "graph") / "ontology" / "000-mine.ttl").write_text("")
    with pytest.raises(StoreError, match=r"ontology/000-mine\.ttl changed or vanished"):
        open_graph(tmp_path / "graph")


@pytest.mark.parametrize("call", ["fsync", "replace", "rename", "open"])
def test_a_build_that_fails_anywhere_leaves_a_whole_graph(
    graph_folder: Path, corpus: Corpus, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """The n-th call fails, for every n until a build gets through; each time the graph is the old
    one or the new.
    """
    smaller, honest, failures = (
        replace(corpus, readings=corpus.readings[:1]),
        getattr(os, call),
        0,
    )
    messages: set[str] = set()
    while True:
        calls = 0

        def failing(*args: Any, last: int = failures + 1, **kwargs: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == last:
                raise OSError(28, "No space left on device")
            return honest(*args, **kwargs)

        monkeypatch.setattr(os, call, failing)
        try:
            write(graph_folder, smaller)
            break
        except StoreError as error:
            failures += 1
            messages.add(str(error))
        finally:
            monkeypatch.setattr(os, call, honest)
        switched = current(graph_folder).name != "000001"
        assert load_corpus(open_graph(graph_folder)) == (
            smaller if switched else corpus
        )
        assert not list(graph_folder.glob("generations/*.tmp-*"))
        if switched:
            write(graph_folder.parent / "again", corpus)
            graph_folder = graph_folder.parent / "again"
    assert failures > 0
    assert all("No space left" in message for message in messages)
    assert load_corpus(open_graph(graph_folder)) == smaller


def test_all_is_on_the_disk_before_the_switch_and_the_switch_before_the_end(
    tmp_path: Path, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int | str] = []
    sync, replacing = os.fsync, os.replace

    def noted_sync(descriptor: int) -> None:
        steps.append(os.fstat(descriptor).st_ino)
        sync(descriptor)

    def noted_switch(source: Path, target: Path) -> None:
        if Path(target).name == "current":
            steps.append("switch")
        replacing(source, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(os, "replace", noted_switch)
    generation = write(tmp_path, corpus).folder
    before, after = steps[: steps.index("switch")], steps[steps.index("switch") + 1 :]
    needed = [
        generation,
        *generation.rglob("*"),
        generation.parent,
        tmp_path / "manifest.json",
        tmp_path / "current",
    ]
    assert {path.stat().st_ino for path in needed} <= set(before)
    assert after == [tmp_path.stat().st_ino]


def test_a_mistyped_folder_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such folder"):
        open_graph(tmp_path / "grahp")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_a_graph_is_left_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph in"):
        open_graph(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_loading_a_graph_changes_no_file(graph_folder: Path) -> None:
    before = everything_in(graph_folder)
    stored = open_graph(graph_folder)
    load_corpus(stored)
    assert everything_in(graph_folder) == before


def damage_pointer(folder: Path) -> None:
    (folder / "current").write_text("../../etc")


def damage_manifest(folder: Path) -> None:
    (current(folder) / "manifest.json").write_text("{")


def rename_a_field(folder: Path) -> None:
    path = current(folder) / "manifest.json"
    path.write_text(path.read_text().replace('"quads"', '"squads"'))


def change_the_base(folder: Path) -> None:
    path = current(folder) / "manifest.json"
    path.write_text(path.read_text().replace("/data/", "/datb/"))


def point_at_another_generation(folder: Path) -> None:
    text = (folder / "current").read_text()
    shutil.copytree(current(folder), folder / "generations" / "000002")
    path = folder / "generations" / "000002" / "manifest.json"
    path.write_text(path.read_text().replace('"claims": 2', '"claims": 3'))
    (folder / "current").write_text(text.replace("000001", "000002"))


def lose_the_digest(folder: Path) -> None:
    (folder / "current").write_text(f"{current(folder).name}\n")


def lose_manifest(folder: Path) -> None:
    (current(folder) / "manifest.json").unlink()


def lose_store(folder: Path) -> None:
    for path in (current(folder) / "store").iterdir():
        path.unlink()


def shorten_a_table(folder: Path) -> None:
    path = max(
        (current(folder) / "store").glob("*.sst"), key=lambda path: path.stat().st_size
    )
    path.write_bytes(path.read_bytes()[:-100])


def lose_the_table_of_tables(folder: Path) -> None:
    (current(folder) / "store" / "CURRENT").write_text("MANIFEST-9999\n")


def give_a_manifest_of_another_shape(folder: Path) -> None:
    path = current(folder) / "manifest.json"
    path.write_text(
        json.dumps({**json.loads(path.read_text()), "sizes": ["names.tsv"]})
    )


def empty(name: str) -> Callable[[Path], None]:
    def harm(folder: Path) -> None:
        (current(folder) / name).write_bytes(b"")

    return harm


def lose_the_documents(folder: Path) -> None:
    (current(folder) / "documents.jsonl").unlink()


def claim_more_quads(folder: Path) -> None:
    path = current(folder) / "manifest.json"
    fields = json.loads(path.read_text())
    path.write_text(json.dumps({**fields, "quads": fields["quads"] + 1}))


@pytest.mark.parametrize(
    "harm",
    [
        damage_pointer,
        damage_manifest,
        rename_a_field,
        lose_manifest,
        change_the_base,
        point_at_another_generation,
        lose_the_digest,
        lose_store,
        shorten_a_table,
        lose_the_table_of_tables,
        claim_more_quads,
        give_a_manifest_of_another_shape,
        lose_the_documents,
        *map(empty, ("documents.jsonl", "refusals.jsonl", "doubts.jsonl")),
    ],
)
def test_a_damaged_graph_is_refused_in_one_line(
    graph_folder: Path, harm: Callable[..., Any]
) -> None:
    harm(graph_folder)
    with pytest.raises(
        StoreError, match=r"is damaged: .*; run: actorgraph repair"
    ) as caught:
        open_graph(graph_folder)
    assert "\n" not in str(caught.value)


def test_a_graph_of_the_first_format_is_still_read(
    graph_folder: Path, corpus: Corpus
) -> None:
    path = current(graph_folder) / "manifest.json"
    fields = json.loads(path.read_text())
    names = [name for name in fields["sha256"] if "/" not in name]
    hashes = {name: fields["sha256"][name] for name in names}
    path.write_text(json.dumps({**fields, "format": 1, "sha256": hashes}))
    (graph_folder / "current").write_text("000001\n")
    assert load_corpus(open_graph(graph_folder)) == corpus


@pytest.mark.parametrize("name", ["documents.jsonl", "refusals.jsonl"])
def test_one_changed_letter_is_noticed_when_a_file_is_read(
    stored: StoredGraph, name: str
) -> None:
    path = stored.folder / name
    path.write_bytes(path.read_bytes().replace(b"d1", b"d2", 1))
    with pytest.raises(StoreError, match="damaged"):
        load_corpus(stored)


def test_a_graph_of_a_later_format_is_refused(graph_folder: Path) -> None:
    path = current(graph_folder) / "manifest.json"
    path.write_text(json.dumps({"format": FORMAT + 1, "shape": "unknown"}))
    with pytest.raises(
        StoreError, match=f"format {FORMAT + 1}, this version reads up to {FORMAT}"
    ):
        open_graph(graph_folder)


def test_documents_that_cannot_be_read_are_an_error(stored: StoredGraph) -> None:
    (stored.folder / "documents.jsonl").write_text('{"id": "d1", "te')
    with pytest.raises(StoreError, match=r"documents\.jsonl cannot be read"):
        stored.documents()


@pytest.mark.parametrize(
    "row",
    [
        "[]",
        "5",
        "null",
        '{"id": "d1"}',
        '{"odd": 1, "actor": 2, "mentions": [3]}',
        '{"a": ',
    ],
)
@pytest.mark.parametrize("noun", ["documents", "mentions", "refusals", "doubts"])
def test_a_row_of_another_shape_is_damage(
    stored: StoredGraph, noun: str, row: str
) -> None:
    (stored.folder / f"{noun}.jsonl").write_text(row + "\n")
    with pytest.raises(
        StoreError,
        match=rf"is damaged: {noun}\.jsonl cannot be read .*; run: actorgraph repair",
    ) as caught:
        getattr(stored, noun)()
    assert "\n" not in str(caught.value)


def test_lines_that_are_gone_are_damage(stored: StoredGraph) -> None:
    more = replace(stored.manifest, quads=stored.manifest.quads + 1)
    with pytest.raises(StoreError, match=r"\d+ statements are stored"):
        list(replace(stored, manifest=more).lines())


@pytest.mark.parametrize(
    "gone",
    [
        "<{actor}marsh-1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
        "<{actor}marsh-1> <http://www.w3.org/2000/01/rdf-schema#label>",
        "#subject>",
        "oa#hasSelector>",
        "oa#start>",
        "oa#exact>",
        "oa#hasSource>",
        "#confidence>",
        "#char=0,20> <http://",
    ],
)
def test_a_store_that_lacks_what_a_noun_needs_is_damage(
    stored: StoredGraph, gone: str
) -> None:
    needle = gone.format(actor=f"{DEFAULT_BASE}actor/")
    whole = list(stored.lines())
    kept = [line for line in whole if needle not in line]
    assert len(kept) < len(whole)
    store = ox.Store()
    store.load("\n".join(kept), format=ox.RdfFormat.N_QUADS)
    with pytest.raises(
        StoreError, match=r"incomplete or damaged .*; run: actorgraph repair"
    ):
        load_corpus(replace(stored, store=store))


def test_a_lock_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / ".change").mkdir()
    with (
        pytest.raises(
            StoreError,
            match=r"cannot change the graph in .*: \.change cannot be written: ",
        ),
        locked(tmp_path / ".change"),
    ):
        pytest.fail("the lock is held by nobody")


def test_a_store_that_another_program_opened_to_write_is_not_damaged(
    graph_folder: Path,
) -> None:
    ox.Store(str(open_graph(graph_folder).folder / "store"))

    assert len(open_graph(graph_folder).store) > 0
