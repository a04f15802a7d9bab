"""An archive on Spark: the same graph as on one machine, and nothing lost or doubled on the way.

One session of Spark serves all tests, and one archive most of them.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from py4j.protocol import Py4JError
from pyarrow import dataset

from actorgraph.cli import archiving
from actorgraph.columns import TABLES
from actorgraph.corpus import (
    ArchiveReport,
    Slice,
    archive_intake,
    archive_slice,
    open_slice,
    output_jobs,
    reading_jobs,
    run,
)
from actorgraph.corpus.actor_jobs import Decisions
from actorgraph.corpus.archive_intake import find_pieces
from actorgraph.corpus.reading_jobs import ReadingJobs
from actorgraph.corpus.spark_session import spark_failures, spark_session
from actorgraph.errors import DocumentError, NotFound, StoreError, UsageError
from actorgraph.model import (
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    Judgement,
    Reading,
    Verdict,
)
from actorgraph.pipeline.changes import build
from actorgraph.pipeline.graph import load
from actorgraph.pipeline.options import Options, settle
from actorgraph.resolution import append_judgements, part_id
from actorgraph.settings import ReaderMode
from actorgraph.vocabulary import load_vocabulary
from tests.unit.cli.conftest import Command
from tests.unit.cli.conftest import actorgraph as actorgraph  # noqa: PLC0414  a fixture

ROOT = Path(__file__).resolve().parents[3]
#: Without the network, reading is quicker.
QUICK = Options(reader=ReaderMode.RULES)
MASTER = "local[2]"
INVENTED = 56
#: Documents that can be read, each once.
READABLE = INVENTED + 7
AGENCY = (
    "Ines Okoro, 58, the chief executive of Lumen Ferries, met Pavel Brandt in Bergen. "
    "The two talked for three hours about the old harbour and the price of its cranes. "
    "Nobody would say whether the sale of the northern quay had been mentioned at all. "
    "Workers had waited outside the hall since early morning with flags and cold tea. "
    "A second round is to follow when the council will have voted on the new budget."
)


@pytest.fixture(scope="module", autouse=True)
def spark() -> Iterator[None]:
    """A session whose virtual machine starts quickly and never becomes fast."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        with spark_session(MASTER):
            yield


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some sixty documents: copies, near-copies, namesakes, and two that cannot be read."""
    folder = tmp_path_factory.mktemp("inputs")
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "invent", str(INVENTED), "--sentences=2"],
        capture_output=True,
        check=True,
    )
    lines = done.stdout.splitlines(keepends=True)
    copy = json.dumps({**json.loads(lines[0]), "id": "a-copy"}).encode()
    (folder / "news.jsonl").write_bytes(b"".join([*lines, copy, b"\n", b"{}\n"]))
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "quiet.txt").write_text(
        "It rained for the whole of the night, and then it was dry again.\n"
    )
    (folder / "page.html").write_text(
        "<html><head><title>A visit</title></head><body><article><p>Ada Lind, the "
        "leader of the Coast Party, met Boris Maas in Oslo on Monday.</p><p>Lind said "
        "that the talks would go on for another week.</p></article></body></html>"
    )
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(
            f"Ada Lind visited Oslo. Lind met Karl Holm, {name} of her friends.\n"
        )
    for name, text in {
        "agency": f"2031-05-01\n\n{AGENCY}",
        "copied": f"2031-05-02\n\nFrom our own desk.\n\n{AGENCY}",
        "namesake": "2031-05-03\n\nInes Okoro, 23, met Karl Holm in Oslo, he said.",
    }.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def graph(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the same documents, made on one machine."""
    folder = tmp_path_factory.mktemp("one") / "graph"
    build([inputs], folder, QUICK)
    return folder


class Killed(Exception):
    pass


@pytest.fixture(scope="module")
def report(
    inputs: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ArchiveReport]:
    """An archive that was killed after its first batch, and run again."""
    folder = tmp_path_factory.mktemp("all") / "archive"
    append = ReadingJobs._append
    batches = iter([True])

    def dying(self: ReadingJobs, documents: Any) -> None:
        if not next(batches, False):
            raise Killed
        append(self, documents)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading_jobs, "DOCUMENTS_PER_PROCESSOR", 15)
        with patch.context() as inner:
            inner.setattr(ReadingJobs, "_append", dying)
            with pytest.raises(Killed):
                run([inputs], folder, QUICK, master=MASTER)
        assert 0 < len(kept(folder)) < INVENTED
        yield run([inputs], folder, QUICK, master=MASTER)


@pytest.fixture
def copied(report: ArchiveReport, tmp_path: Path) -> Path:
    """A copy of the archive, which may be changed."""
    return Path(shutil.copytree(report.folder, tmp_path / "archive"))


def kept(folder: Path) -> list[str]:
    table = dataset.dataset(folder / "readings").to_table(["id"])
    return list(table["id"].to_pylist())


def parts(folder: Path) -> bytes:
    """All parts in the order of their names."""
    return b"".join(part.read_bytes() for part in sorted(folder.glob("*.nq")))


def expected(graph: Path) -> bytes:
    return b"".join(f"{line}\n".encode() for line in load(graph).stored.lines())


def test_the_parts_are_the_graph_of_one_machine(
    report: ArchiveReport, graph: Path
) -> None:
    assert report.contents.documents == READABLE
    assert parts(report.quads) == expected(graph)
    assert report.contents.quads == len(parts(report.quads).splitlines())


def test_near_copies_are_marked_and_namesakes_kept_apart(
    report: ArchiveReport,
) -> None:
    folder = report.quads.parent
    documents = dataset.dataset(folder / "documents").to_table().to_pylist()
    names = {row["id"]: row["name"] for row in documents}
    copies = {row["name"]: names.get(row["copy_of"]) for row in documents}
    assert copies["copied.txt"] == "agency.txt"
    assert copies["agency.txt"] is None
    actors = dataset.dataset(folder / "actors").to_table().to_pylist()
    assert [row["label"] for row in actors].count("Ines Okoro") == 2


def test_what_cannot_be_read_is_a_row_with_its_reason(
    report: ArchiveReport, inputs: Path
) -> None:
    names = [document.name for document in report.refused]
    assert names == ["empty.txt", f"news.jsonl:{INVENTED + 2}"]
    assert report.contents.refused == len(names)
    assert all(document.reason for document in report.refused)


def test_the_tables_are_those_of_the_export(report: ArchiveReport, graph: Path) -> None:
    frames = load(graph).to_polars()._asdict()
    for name in TABLES:
        table = dataset.dataset(report.quads.parent / name).to_table().to_pylist()
        measured = {"degree", "betweenness", "pagerank", "community"}
        rows = [
            {key: row[key] for key in row if key not in measured}
            for row in (*table, *frames[name].to_dicts())
        ]
        counts = Counter(json.dumps(row, sort_keys=True) for row in rows)
        assert set(counts.values()) == {2}, name


def test_the_command_line_applies_judgements_as_on_one_machine(
    copied: Path, inputs: Path, graph: Path, tmp_path: Path, actorgraph: Command
) -> None:
    judged = tmp_path / "own.jsonl"
    append_judgements(judged, judgements(graph))
    one = shutil.copytree(graph, tmp_path / "one")
    build(inputs, one, Options(reader=ReaderMode.RULES, judgements=judged))
    done = actorgraph(
        *("corpus", "run", inputs, "--out", copied, "--judgements", judged),
        *("--master", MASTER, "--reader", "rules"),
    )
    assert done.code == 3
    assert f"{READABLE} documents" in done.out
    assert "refused empty.txt: the text is empty" in done.err
    (result,) = (copied / "results").iterdir()
    assert parts(result / "quads") == expected(one) != expected(graph)


def judgements(graph: Path) -> list[Judgement]:
    """One of each kind that changes something."""
    opened = load(graph)
    people = sorted(
        actor.id
        for actor in opened.corpus.actors
        if actor.type is ActorType.PERSON and len(actor.mentions) > 1
    )
    lind = opened.find("Ada Lind").id
    documents = {mention.document for mention in opened.actors[lind].mentions}
    part = part_id(lind, min(documents))
    claim = next(claim for claim in opened.corpus.claims if claim.relation == "metWith")
    none = ActorId("")
    return [
        Judgement(people[0], people[1], Verdict.SAME, at="1"),
        Judgement(people[2], none, Verdict.HIDDEN, why="a test", at="2"),
        Judgement(people[3], none, Verdict.RENAMED, text="Somebody Else", at="3"),
        Judgement(lind, part, Verdict.DIFFERENT, at="4"),
        Judgement(
            claim.subject,
            claim.object,
            Verdict.REJECTED,
            relation=claim.relation,
            at="5",
        ),
    ]


def test_a_run_that_was_killed_goes_on_and_doubles_nothing(
    report: ArchiveReport,
) -> None:
    documents = kept(report.folder)
    assert len(documents) == READABLE
    assert set(Counter(documents).values()) == {1}
    assert not (report.folder / "work").exists()


def test_a_reading_that_contradicts_itself_costs_only_its_document() -> None:
    document = Document(DocumentId("d1"), "a.txt", "Ada Lind met Boris Maas.")
    lost = Claim(
        ClaimId("c1"),
        ActorId("a0"),
        "metWith",
        ActorId("a1"),
        (Evidence.of(document, 0, 23),),
    )
    appliers = output_jobs.Appliers(
        Decisions((), {}, {}), settle(QUICK), load_vocabulary()
    )
    row = output_jobs.applied_row(Reading(document, claims=(lost,)), {}, appliers)
    assert row["reason"].startswith("a.txt has a claim about 'a0', which is not among")
    assert "lines" not in row


@pytest.mark.parametrize(
    ("slice_", "names"),
    [
        (Slice(actor="Ada Lind"), {"one.txt", "two.txt", "page.html"}),
        (Slice(actor="ada lind", words="VISITED oslo"), {"one.txt", "two.txt"}),
        (Slice(words="rained"), {"quiet.txt"}),
    ],
)
def test_a_part_is_opened_as_an_ordinary_graph(
    report: ArchiveReport, tmp_path: Path, slice_: Slice, names: set[str]
) -> None:
    options = Options(reader=ReaderMode.RULES)
    open_slice(report.folder, slice_, tmp_path / "g", options)
    opened = load(tmp_path / "g")
    documents = {reading.document.name for reading in opened.corpus.readings}
    assert documents == names
    assert (tmp_path / "g" / "graph.html").is_file()


def test_the_neighbours_of_neighbours_take_more_documents(
    report: ArchiveReport, tmp_path: Path
) -> None:
    table = dataset.dataset(report.quads.parent / "claims").to_table().to_pylist()
    (actor, _), *_ = Counter(row["subject"] for row in table).most_common(1)
    sizes = [
        open_slice(report.folder, Slice(actor, depth), tmp_path / "g", QUICK).summary
        for depth in (1, 2)
    ]
    assert 0 < sizes[0].documents < sizes[1].documents


def test_days_include_the_whole_of_a_month(
    report: ArchiveReport, tmp_path: Path
) -> None:
    table = dataset.dataset(report.quads.parent / "documents").to_table().to_pylist()
    months = Counter(row["date"][:7] for row in table if row["date"])
    month = max(months)
    opened = open_slice(
        report.folder, Slice(start=month, end=month), tmp_path / "g", QUICK
    )
    assert opened.summary.documents == months[month]


@pytest.mark.parametrize(
    ("slice_", "error", "message"),
    [
        (Slice(), UsageError, "give an actor, days, or words"),
        (Slice(words="rained snowed"), NotFound, "no such document"),
        (Slice(actor="Nobody Atall"), NotFound, "no actor of the archive is called"),
        (
            Slice(start="2000", most=5),
            UsageError,
            r"\d+ documents, more than 5: choose",
        ),
    ],
)
def test_what_cannot_be_opened_is_said(
    report: ArchiveReport,
    tmp_path: Path,
    slice_: Slice,
    error: type[Exception],
    message: str,
) -> None:
    with pytest.raises(error, match=message):
        open_slice(report.folder, slice_, tmp_path / "g")
    assert not (tmp_path / "g").exists()


def test_without_an_archive_or_inputs_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no archive at .*corpus run INPUT --out"):
        open_slice(tmp_path, Slice(words="any"), tmp_path / "g")
    with pytest.raises(DocumentError, match="the inputs contain no file"):
        run(tmp_path / "missing", tmp_path / "archive", QUICK, master=MASTER)


def test_without_java_nothing_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with (
        pytest.raises(UsageError, match="Java is not installed, which Spark needs"),
        spark_session(MASTER),
    ):
        pass


def test_a_cluster_that_does_not_answer_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    master = f"spark://127.0.0.1:{port}"
    with (
        pytest.raises(UsageError, match=f"no Spark cluster answers at {master}"),
        spark_session(master),
    ):
        pass


def test_a_part_that_cannot_be_read_is_one_line(
    copied: Path, inputs: Path, tmp_path: Path
) -> None:
    damaged = copied / "readings" / "part-0-damaged.parquet"
    damaged.write_bytes(b"PAR1 and then nothing")
    with pytest.raises(StoreError, match=r"^Spark failed: \S") as caught:
        run(inputs, copied, QUICK, master=MASTER)
    with pytest.raises(StoreError, match=r"a part of the archive .* cannot be re"):
        open_slice(copied, Slice(words="rained"), tmp_path / "g")
    assert "\n" not in str(caught.value)


def test_java_that_has_ended_is_one_line() -> None:
    class OfJava(Py4JError):  # type: ignore[misc]  # it has no types
        """An exception whose text only Java knows."""

        def __str__(self) -> str:
            raise ConnectionRefusedError

    for error in (OfJava(), ConnectionRefusedError()):
        with (
            pytest.raises(StoreError, match=r"^Spark failed: Java has ended, "),
            spark_failures(),
        ):
            raise error


def test_json_lines_are_parsed_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_intake, "PIECE_SIZE", 10)
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"a": 1}\n\n{"b": 22222}\n{"c"')
    pieces, _ = find_pieces([path])
    data = path.read_bytes()
    cuts = [data[piece.start : piece.start + piece.size] for piece in pieces]
    assert b"".join(cuts) == data
    assert [piece.first for piece in pieces] == [1, 3, 4]


def test_the_command_line_opens_a_part(
    report: ArchiveReport, tmp_path: Path, actorgraph: Command
) -> None:
    done = actorgraph(
        *("corpus", "open", report.folder, "--query", "rained"),
        *("--graph", tmp_path / "g"),
    )
    assert (done.code, done.err) == (0, "")
    assert load(tmp_path / "g").corpus.readings[0].document.name == "quiet.txt"


def test_the_help_and_the_library_have_one_maximum() -> None:
    assert archiving.MOST_DOCUMENTS == archive_slice.MOST_DOCUMENTS
    assert os.environ["PYSPARK_PYTHON"] == sys.executable
