"""Building, adding, removing: equal documents give an equal graph, and a bad one costs itself."""

import os
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from actorgraph.dataset.corpus import load_corpus
from actorgraph.dataset.generations import current_generation, locked
from actorgraph.dataset.store import open_graph
from actorgraph.dataset.verification import verify
from actorgraph.errors import (
    DocumentError,
    InvalidData,
    NotFound,
    OntologyError,
    StoreError,
    UsageError,
)
from actorgraph.extraction import Reader
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Corpus,
    Document,
    Judgement,
    Reading,
    Verdict,
)
from actorgraph.pipeline import sound_readings, update
from actorgraph.pipeline.changes import CHANGE_LOCK, add, build, judge, remove
from actorgraph.pipeline.ontology_terms import ontology_terms
from actorgraph.pipeline.options import Options, Settings, judgements_beside
from actorgraph.pipeline.reading_cache import READINGS, ReadingCache
from actorgraph.pipeline.reading_fingerprint import ALL_CODE
from actorgraph.resolution import resolve_actors
from actorgraph.settings import ReaderMode
from actorgraph.vocabulary import load_vocabulary
from tests.unit.conftest import STORIES, Write

#: Bytes of a page of the file of readings.
PAGE_SIZE = 4096
PACKAGE_FOLDER = Path(__file__).resolve().parents[3] / "graph"
BUILD = """\
import sys
from pathlib import Path
from actorgraph.pipeline.changes import build
if __name__ == "__main__":
    build(sys.argv[2:], Path(sys.argv[1]))
    print("spacy" in sys.modules)
"""


def quads(folder: Path) -> bytes:
    return "\n".join(open_graph(folder).lines()).encode()


def build_elsewhere(folder: Path, inputs: list[Path], **surroundings: str) -> str:
    """Build in a process of its own; says whether it loaded spaCy."""
    command = [sys.executable, "-c", BUILD, *map(str, (folder, *inputs))]
    environment = os.environ | {"PYTHONPATH": str(PACKAGE_FOLDER)} | surroundings
    return subprocess.run(
        command, env=environment, text=True, capture_output=True, check=True
    ).stdout.strip()


@pytest.fixture
def forbidden_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the reader fail in a document that has the word."""
    read = Reader.read

    def fail(self: Reader, documents: list[Document]) -> Iterator[Reading]:
        for document in documents:
            if "forbidden" in document.text:
                raise RuntimeError("out of\nits mind")
            yield from read(self, [document])

    monkeypatch.setattr(Reader, "read", fail)


def test_the_order_of_files_makes_no_difference(
    built: Path, stories: Path, tmp_path: Path
) -> None:
    build(sorted(stories.iterdir(), reverse=True), tmp_path / "graph")
    assert quads(tmp_path / "graph") == quads(built)


def test_the_number_of_workers_makes_no_difference(
    built: Path, stories: Path, tmp_path: Path
) -> None:
    build([stories], tmp_path / "graph", Options(workers=2))
    assert quads(tmp_path / "graph") == quads(built)


def test_locale_time_zone_and_hash_seed_make_no_difference(
    built: Path, stories: Path, tmp_path: Path
) -> None:
    build_elsewhere(
        tmp_path / "graph",
        [stories],
        LC_ALL="tr_TR.UTF-8",
        TZ="Pacific/Auckland",
        PYTHONHASHSEED="7",
    )
    assert quads(tmp_path / "graph") == quads(built)


def test_a_second_build_does_not_even_load_the_parser(
    graph: Path, stories: Path
) -> None:
    assert build_elsewhere(graph, [stories]) == "False"


def test_a_second_build_of_other_names_recalls_what_was_read(
    graph: Path, stories: Path, write: Write
) -> None:
    renamed = write(
        **{
            f"x_{path.name.replace('.', '_')}": path.read_text("utf-8")
            for path in stories.iterdir()
        }
    )
    assert build_elsewhere(graph, [renamed]) == "False"
    assert {document.name for document in open_graph(graph).documents()} == {
        "x.ferry.txt",
        "x.envoy.txt",
        "x.party.txt",
    }


def test_an_unchanged_graph_is_left_as_it_is(graph: Path, stories: Path) -> None:
    before = current_generation(graph)
    assert build([stories], graph).unchanged
    assert current_generation(graph) == before


@pytest.mark.parametrize("name", ["graph.html", "graph.gexf", "graph.trig"])
def test_a_lost_output_is_written_again(graph: Path, stories: Path, name: str) -> None:
    (graph / name).unlink()
    assert not build([stories], graph).unchanged
    assert (graph / name).is_file()


@pytest.mark.parametrize("name", ["graph.html", "graph.gexf", "graph.trig"])
def test_a_cut_output_is_written_again(graph: Path, stories: Path, name: str) -> None:
    whole = (graph / name).read_bytes()
    (graph / name).write_bytes(whole[:-1])
    assert not build([stories], graph).unchanged
    assert (graph / name).read_bytes() == whole


@pytest.mark.parametrize(
    "name", ["documents.jsonl", "mentions.jsonl", "refusals.jsonl"]
)
def test_a_damaged_graph_is_built_again(graph: Path, stories: Path, name: str) -> None:
    before = quads(graph)
    (current_generation(graph) / name).write_bytes(b"")
    assert not build([stories], graph).unchanged
    assert open_graph(graph).documents()
    assert quads(graph) == before


def test_other_code_builds_again(
    graph: Path, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update, "code", lambda: "of another day")
    assert not build([stories], graph).unchanged


def test_all_of_the_code_and_the_page_counts() -> None:
    package = PACKAGE_FOLDER / "actorgraph"
    counted = {path for pattern in ALL_CODE for path in package.glob(pattern)}
    assert {
        *package.rglob("*.py"),
        *package.rglob("*.js"),
        *package.rglob("*.css"),
        *package.rglob("*.j2"),
    } <= counted


@pytest.mark.parametrize("damage", [b"", b"{", b"cut \n{}"])
def test_a_damaged_reading_is_read_again(
    graph: Path, stories: Path, damage: bytes
) -> None:
    before = quads(graph)
    (graph / READINGS).write_bytes(damage)
    (graph / "graph.html").unlink()
    build([stories], graph)
    assert quads(graph) == before


@pytest.mark.parametrize("page", [0, 1, 2])
def test_readings_that_lost_a_page_do_not_hinder_a_change(
    graph: Path, write: Write, page: int
) -> None:
    content = bytearray((graph / READINGS).read_bytes())
    content[page * PAGE_SIZE : (page + 1) * PAGE_SIZE] = bytes(PAGE_SIZE)
    (graph / READINGS).write_bytes(content)
    report = add(write(new_txt="Yara Quill is the mayor of Tarn."), graph)
    assert report.summary.documents == len(STORIES) + 1
    assert verify(open_graph(graph)) == []


def test_readings_that_cannot_be_deleted_do_not_make_a_change_fail(graph: Path) -> None:
    with closing(sqlite3.connect(graph / READINGS)) as connection, connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE DELETE ON readings "
            "BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        )
    assert remove("ferry.txt", graph).summary.documents == len(STORIES) - 1


def test_a_changed_reading_is_not_believed(graph: Path, stories: Path) -> None:
    before = quads(graph)
    with closing(sqlite3.connect(graph / READINGS)) as connection, connection:
        for column in ("outline", "content"):
            for id_, packed in connection.execute(
                f"SELECT document, {column} FROM readings"  # noqa: S608
            ).fetchall():
                changed = zlib.decompress(packed).replace(b"Okoro", b"Akoro")
                connection.execute(
                    f"UPDATE readings SET {column} = ? WHERE document = ?",  # noqa: S608
                    (zlib.compress(changed), id_),
                )
    (graph / "graph.html").unlink()
    build([stories], graph)
    assert quads(graph) == before


def test_a_document_that_breaks_the_reader_costs_only_itself(
    forbidden_word: None, stories: Path, write: Write, tmp_path: Path
) -> None:
    bad = write(
        bad_txt="This is the forbidden text. Nobody in it met anybody in the town of Oslo today."
    )
    report = build([stories, bad], tmp_path / "graph")
    assert [(one.name, one.reason) for one in report.refused] == [
        ("bad.txt", "it cannot be read (RuntimeError: out of its mind)")
    ]
    assert report.summary.documents == 3


def test_a_refused_document_is_told_again_by_the_next_build(
    forbidden_word: None, stories: Path, write: Write, tmp_path: Path
) -> None:
    bad = write(
        bad_txt="This is the forbidden text. Nobody in it met anybody in the town of Oslo today."
    )
    build([stories, bad], tmp_path / "graph")
    assert len(build([stories, bad], tmp_path / "graph").refused) == 1


def test_a_reading_that_cannot_be_proved_is_refused(
    monkeypatch: pytest.MonkeyPatch, stories: Path, tmp_path: Path
) -> None:
    read = Reader.read

    def lie(self: Reader, documents: list[Document]) -> Iterator[Reading]:
        for reading in read(self, documents):
            other = reading.document.text.replace("Okoro", "Akoro")
            document = type(reading.document)(
                reading.document.id, reading.document.name, other
            )
            yield Reading(
                document,
                reading.actors,
                reading.claims,
                reading.attributions,
                reading.refusals,
            )

    monkeypatch.setattr(Reader, "read", lie)
    report = build([stories], tmp_path / "graph")
    assert {one.name for one in report.refused} == {"ferry.txt", "envoy.txt"}
    assert all("quote is not at" in one.reason for one in report.refused)


def test_nothing_readable_leaves_the_graph_in_force(graph: Path, write: Write) -> None:
    before = quads(graph)
    with pytest.raises(
        DocumentError,
        match=r"no document could be read, so no graph was written \(empty.txt: ",
    ):
        build([write(empty_txt=" ")], graph)
    assert quads(graph) == before


def test_a_failed_first_build_leaves_no_folder(write: Write, tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        build([write(empty_txt="")], tmp_path / "graph")
    assert not (tmp_path / "graph").exists()


def test_a_copy_is_told_and_is_no_failure(
    stories: Path, write: Write, tmp_path: Path
) -> None:
    text = (stories / "ferry.txt").read_text("utf-8")
    report = build([write(a_txt=text, b_txt=text)], tmp_path / "graph")
    assert [(one.name, one.reason) for one in report.copies] == [
        ("b.txt", "the same document as a.txt")
    ]
    assert report.refused == ()


def test_adding_gives_the_graph_of_a_fresh_build(
    built: Path, stories: Path, tmp_path: Path
) -> None:
    build([stories / "ferry.txt"], tmp_path / "graph")
    report = add([stories / "envoy.txt", stories / "party.txt"], tmp_path / "graph")
    assert quads(tmp_path / "graph") == quads(built)
    assert report.changes is not None
    assert report.changes.documents.new == ("envoy.txt", "party.txt")
    assert "Greta Solheim" in report.changes.actors.new
    assert report.changes.edges.new
    assert report.changes.claims.gone == ()


@pytest.mark.parametrize(("first", "second"), [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_adding_a_copy_gives_the_graph_of_a_fresh_build(
    stories: Path, tmp_path: Path, first: str, second: str
) -> None:
    folder, text = tmp_path / "graph", (stories / "ferry.txt").read_text("utf-8")
    for name in (first, second):
        (tmp_path / name).write_text(text, encoding="utf-8")
    build([tmp_path / first], folder)
    added = add([tmp_path / second], folder)
    built = build([tmp_path / first, tmp_path / second], tmp_path / "fresh")
    assert quads(folder) == quads(tmp_path / "fresh")
    assert [one.name for one in open_graph(folder).documents()] == ["a.txt"]
    assert [(one.name, one.reason) for one in added.copies] == [
        ("b.txt", "the same document as a.txt")
    ]
    assert added.copies == built.copies


def test_removing_what_was_added_gives_the_graph_before(
    stories: Path, tmp_path: Path
) -> None:
    build([stories / "ferry.txt", stories / "envoy.txt"], tmp_path / "graph")
    before = quads(tmp_path / "graph")
    add([stories / "party.txt"], tmp_path / "graph")
    report = remove(["party.txt"], tmp_path / "graph")
    assert quads(tmp_path / "graph") == before
    assert report.changes is not None
    assert report.changes.documents.gone == ("party.txt",)
    assert "Greta Solheim" in report.changes.actors.gone


def test_what_was_read_in_a_removed_document_is_forgotten(graph: Path) -> None:
    id_ = next(
        one.id for one in open_graph(graph).documents() if one.name == "party.txt"
    )
    cache = ReadingCache.of(graph, Settings())
    assert cache.known([id_]) == {id_}
    remove([id_], graph)
    assert not cache.known([id_])


def test_the_last_document_can_be_removed(stories: Path, tmp_path: Path) -> None:
    build([stories / "ferry.txt"], tmp_path / "graph")
    assert remove(["ferry.txt"], tmp_path / "graph").summary.actors == 0


def test_the_last_document_can_be_removed_when_the_cached_readings_are_gone(
    stories: Path, tmp_path: Path
) -> None:
    build([stories / "ferry.txt"], tmp_path / "graph")
    (tmp_path / "graph" / READINGS).unlink()
    assert remove(["ferry.txt"], tmp_path / "graph").summary.actors == 0


def test_adding_what_is_there_changes_nothing(graph: Path, stories: Path) -> None:
    report = add([stories / "ferry.txt"], graph)
    assert report.unchanged
    assert report.changes is not None
    assert report.changes.documents.new == ()


def test_removing_an_unknown_document_names_the_nearest(graph: Path) -> None:
    with pytest.raises(
        NotFound, match=r"no document 'fery.txt' in the graph; there are ferry.txt"
    ):
        remove(["fery.txt"], graph)


def test_an_ambiguous_document_name_lists_the_ids(
    write: Write, tmp_path: Path, stories: Path
) -> None:
    lines = [
        f'{{"id": "same", "text": "Ines Okoro met Pavel Brandt in Oslo on {day}."}}'
        for day in ("Monday", "Friday")
    ]
    build([write(two_jsonl="\n".join(lines) + "\n")], tmp_path / "graph")
    with pytest.raises(
        NotFound,
        match=r"2 documents are named 'same': [0-9a-f]{16}, [0-9a-f]{16}; give the id",
    ):
        remove(["same"], tmp_path / "graph")


def test_a_graph_that_breaks_a_rule_leaves_the_one_in_force(
    monkeypatch: pytest.MonkeyPatch, graph: Path, write: Write
) -> None:
    before = quads(graph)
    nameless = Corpus(actors=(Actor(ActorId("nobody"), ActorType.PERSON, ""),))
    nobody = resolve_actors((), (), load_vocabulary())
    monkeypatch.setattr(sound_readings, "resolved", lambda *_: (nobody, nameless))
    new = "Ola Berg, the director of Fjord Museum, lives in Bergen."
    with pytest.raises(InvalidData, match="actor nobody: it has no name"):
        build([write(new_txt=new)], graph)
    assert quads(graph) == before


def test_two_changes_at_once_are_refused(graph: Path, stories: Path) -> None:
    with (
        locked(graph / CHANGE_LOCK),
        pytest.raises(StoreError, match="is being built by process"),
    ):
        add([stories], graph)
    same = Judgement(ActorId("a-1"), ActorId("b-2"), Verdict.SAME)
    with (
        locked(graph / CHANGE_LOCK),
        pytest.raises(StoreError, match="is being built by process"),
    ):
        judge(same, graph)
    assert not judgements_beside(graph).exists()


def test_adding_keeps_threshold_and_base(stories: Path, tmp_path: Path) -> None:
    build(
        [stories / "ferry.txt"],
        tmp_path / "graph",
        Options(threshold=0.3, base="https://example.org/news/"),
    )
    add([stories / "envoy.txt"], tmp_path / "graph")
    manifest = open_graph(tmp_path / "graph").manifest
    assert (manifest.threshold, manifest.base) == (0.3, "https://example.org/news/")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (Options(threshold=2), "between 0 and 1"),
        (Options(workers=0), "at least 1 worker"),
        (Options(base="news"), "absolute IRI"),
        (Options(base="http://x y/"), "absolute IRI"),
        (Options(base="http://[x/"), "absolute IRI"),
        (Options(pipeline="xx_no_such"), "'xx_no_such' is not installed"),
        (
            Options(extensions=(Path("none.ttl"),)),
            "cannot read the ontology file none.ttl",
        ),
    ],
)
def test_an_option_that_cannot_be_used_is_refused(
    stories: Path, tmp_path: Path, options: Options, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        build([stories], tmp_path / "graph", options)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_ontology_that_is_no_turtle_is_told_by_any_number_of_workers(
    stories: Path,
    write: Write,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    workers: int,
) -> None:
    options = Options(
        extensions=(write(bad_ttl="this is no turtle") / "bad.ttl",), workers=workers
    )
    with pytest.raises(OntologyError, match=r"bad\.ttl is not valid Turtle"):
        build([stories], tmp_path / "graph", options)
    assert capfd.readouterr().err == ""


def test_adding_keeps_the_users_own_relations(
    stories: Path, write: Write, tmp_path: Path
) -> None:
    own = write(own_ttl=OWN_RELATION)
    build(
        [stories / "ferry.txt"],
        tmp_path / "graph",
        Options(extensions=(own / "own.ttl",)),
    )
    for name in ("envoy.txt", "party.txt"):
        add([stories / name], tmp_path / "graph")
    stored = open_graph(tmp_path / "graph")
    assert "repaints" in stored.vocabulary.relations
    assert stored.manifest.extensions == ("own.ttl",)


def test_an_ontology_file_that_was_edited_is_read_again(
    stories: Path, write: Write, tmp_path: Path
) -> None:
    own = write(own_ttl=OWN_RELATION) / "own.ttl"
    for name in ("repaints", "restores"):
        own.write_text(
            OWN_RELATION.replace("repaints", name)
            + OWN_FRAME.replace("repaints", name),
            encoding="utf-8",
        )
        (tmp_path / "a.txt").write_text(
            "Ola Berg repainted the Fjord Museum on Monday.", encoding="utf-8"
        )
        build(
            [tmp_path / "a.txt"],
            tmp_path / "graph",
            Options(extensions=(own,), reader=ReaderMode.RULES),
        )
        stored = open_graph(tmp_path / "graph")
        assert [claim.relation for claim in load_corpus(stored).claims] == [name]
        terms = {term.written: term.count for term in ontology_terms(stored)}
        assert terms[f"<https://example.org/paint#{name}>"] == 1
        assert "ag:leads" in terms


OWN_FRAME = """\
[] a ag:VerbFrame ; ag:frame "SUBJECT repaint OBJECT" ; ag:expresses my:repaints .
"""
OWN_RELATION = """\
@prefix ag: <https://w3id.org/actorgraph/ontology#> .
@prefix my: <https://example.org/paint#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
my:repaints a ag:Relation, owl:ObjectProperty ;
    rdfs:label "repaints"@en ; ag:inverseLabel "repainted by"@en ;
    skos:definition "The subject paints the object anew."@en ;
    skos:example "Ola repaints the museum."@en ;
    ag:domain ag:Person ; ag:range ag:Organization ; ag:family ag:Structure .
"""


def test_dates_that_nothing_is_claimed_about_stay_out_of_the_graph(
    write: Write, tmp_path: Path
) -> None:
    idle = write(
        idle_txt="Dana Roth, the mayor of Lisbon, slept there in 1987 and again on 3 May 1991."
    )
    build([idle], tmp_path / "graph", Options(reader=ReaderMode.RULES))
    assert ActorType.TIME not in {
        actor.type for actor in load_corpus(open_graph(tmp_path / "graph")).actors
    }


def test_the_reader_is_kept_for_what_is_added(write: Write, tmp_path: Path) -> None:
    folder = write(
        one_txt="Dana Roth praised Ada Quint.", two_txt="Ada Quint praised Dana Roth."
    )
    build([folder / "one.txt"], tmp_path / "graph", Options(reader=ReaderMode.RULES))
    add([folder / "two.txt"], tmp_path / "graph")
    assert open_graph(tmp_path / "graph").manifest.info["reader"] == "rules"
    assert "learned reader" not in quads(tmp_path / "graph").decode()


def test_the_graph_of_a_newer_version_is_not_replaced(
    graph: Path, stories: Path
) -> None:
    path = current_generation(graph) / "manifest.json"
    path.write_text('{"format": 99}', encoding="utf-8")
    with pytest.raises(StoreError, match=r"has format 99.*upgrade actorgraph"):
        build([stories], graph)
    assert path.read_text(encoding="utf-8") == '{"format": 99}'
