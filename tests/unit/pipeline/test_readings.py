"""Readings that leave the process: read in memory, kept in files, made a graph of."""

import json
from pathlib import Path

import pytest

import actorgraph
from actorgraph.errors import DocumentError, InvalidData, UsageError
from actorgraph.model import Reading
from tests.unit.conftest import STORIES


@pytest.fixture(scope="module")
def readings(built: Path) -> list[Reading]:
    return list(map(actorgraph.read, actorgraph.load(built).stored.documents()))


def lines(folder: Path) -> list[str]:
    return list(actorgraph.load(folder).stored.lines())


def test_a_text_in_memory_is_read() -> None:
    reading = actorgraph.read(
        "Ada Lind is the leader of the Coast Party.", date="2024-05-31", title="A note"
    )
    assert (reading.document.title, reading.document.date) == ("A note", "2024-05-31")
    assert "Ada Lind" in {actor.name for actor in reading.actors}
    assert "leads" in {claim.relation for claim in reading.claims}


def test_a_text_and_its_document_are_read_alike(readings: list[Reading]) -> None:
    document = readings[0].document
    again = actorgraph.read(document.text, name=document.name, title=document.title)
    assert again == readings[0]


@pytest.mark.parametrize("text", ["", " \n", "Guten Tag, meine Damen und Herren. " * 9])
def test_what_cannot_be_read_is_an_error_with_its_reason(text: str) -> None:
    with pytest.raises(DocumentError, match=r"^draft: \S"):
        actorgraph.read(text, name="draft")


def test_readings_make_the_graph_of_their_documents(
    readings: list[Reading], built: Path, tmp_path: Path
) -> None:
    report = actorgraph.build_from_readings(reversed(readings), str(tmp_path / "g"))
    assert report.summary.documents == len(STORIES)
    assert lines(tmp_path / "g") == lines(built)


@pytest.mark.parametrize("ending", [".jsonl", ".parquet"])
def test_a_file_gives_back_its_readings(
    readings: list[Reading], tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"readings{ending}"
    actorgraph.save_readings(readings, str(path))
    assert list(actorgraph.load_readings(str(path))) == readings


def test_readings_from_a_file_are_not_read_again(
    readings: list[Reading],
    built: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    actorgraph.save_readings(readings, tmp_path / "r.jsonl")
    monkeypatch.setattr("actorgraph.pipeline.workers._reader", None)
    actorgraph.build_from_readings(
        actorgraph.load_readings(tmp_path / "r.jsonl"), tmp_path / "g"
    )
    actorgraph.rebuild(str(tmp_path / "g"))
    assert lines(tmp_path / "g") == lines(built)


def test_judgements_are_applied(readings: list[Reading], tmp_path: Path) -> None:
    actorgraph.build_from_readings(readings, tmp_path / "plain")
    (okoro,) = (
        actor.id
        for actor in actorgraph.load(tmp_path / "plain").actors.values()
        if actor.name == "Ines Okoro"
    )
    path = tmp_path / "own.jsonl"
    hidden = {"left": okoro, "right": "", "verdict": "hidden", "by": "A", "why": ""}
    path.write_text(json.dumps(hidden) + "\n", encoding="utf-8")
    actorgraph.build_from_readings(readings, tmp_path / "g", judgements=str(path))
    assert okoro not in actorgraph.load(tmp_path / "g").actors


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "record 2 of r.jsonl is damaged or cut"),
        ("[]", "record 2 of r.jsonl: this is not the record of a reading"),
        ('{"version": 1}', "record 2 of r.jsonl: this is not the record"),
        (
            '{"version": 99, "document": {"id": "d", "name": "n", "text": "t"}}',
            "record 2 of r.jsonl: this record has version 99, this program reads up to 1",
        ),
    ],
)
def test_a_damaged_record_is_named(
    readings: list[Reading], tmp_path: Path, line: str, message: str
) -> None:
    path = tmp_path / "r.jsonl"
    actorgraph.save_readings(readings[:1], path)
    path.write_text(path.read_text("utf-8") + line, encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        list(actorgraph.load_readings(path))
    assert str(caught.value).startswith(message)


def test_a_reading_whose_quote_is_not_in_its_text_is_refused(
    readings: list[Reading], tmp_path: Path
) -> None:
    record = actorgraph.reading_to_record(readings[0])
    record["claims"][0]["evidence"][0]["quote"] = "?" * len(
        record["claims"][0]["evidence"][0]["quote"]
    )
    forged = actorgraph.reading_from_record(record)
    report = actorgraph.build_from_readings([forged, *readings[1:]], tmp_path / "g")
    assert [document.name for document in report.refused] == [forged.document.name]
    assert "its quote is not at" in report.refused[0].reason


def test_another_ending_and_a_missing_file_are_errors(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"end in \.jsonl or \.parquet, not 'r\.csv'"):
        actorgraph.save_readings([], tmp_path / "r.csv")
    with pytest.raises(UsageError, match=r"cannot read .*r\.jsonl: No such file"):
        list(actorgraph.load_readings(tmp_path / "r.jsonl"))


def test_a_parquet_file_of_something_else_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "r.parquet").write_bytes(b"PAR1 or not")
    with pytest.raises(InvalidData, match=r"^r\.parquet has no readings, or is damag"):
        list(actorgraph.load_readings(tmp_path / "r.parquet"))


def test_one_path_is_a_list_of_one_and_texts_are_paths(
    stories: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text was once taken letter by letter: "/" walked the whole file system."""
    monkeypatch.chdir(tmp_path)
    actorgraph.build(str(stories / "ferry.txt"), "g")
    actorgraph.add(str(stories / "envoy.txt"), "g")
    actorgraph.add(stories / "party.txt", "g")
    assert lines(Path("g")) == lines(built)
    actorgraph.remove("ferry.txt", "g")
    documents = {
        reading.document.name for reading in actorgraph.load("g").corpus.readings
    }
    assert documents == {"envoy.txt", "party.txt"}
    assert len(list(actorgraph.extract(str(stories)))) == len(STORIES)


def test_options_take_texts_as_paths(stories: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text("", encoding="utf-8")
    options = actorgraph.Options(extensions=str(own), judgements=str(tmp_path / "j"))
    actorgraph.build(stories / "ferry.txt", tmp_path / "g", options)
    stored = actorgraph.load(tmp_path / "g").stored
    assert [path.name for path in stored.extensions] == ["000-own.ttl"]


def test_a_refused_document_is_warned_of_where_nobody_takes_it(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.warns(UserWarning, match=r"empty\.txt is refused: \S"):
        assert list(actorgraph.extract(tmp_path)) == []


def test_rows_of_extract_can_become_a_graph(
    stories: Path, built: Path, tmp_path: Path
) -> None:
    rows = actorgraph.extract([stories], form="record")
    readings = map(actorgraph.reading_from_record, rows)
    actorgraph.build_from_readings(readings, tmp_path / "g")
    assert lines(tmp_path / "g") == lines(built)


def test_a_graph_gives_claims_and_writes_formats(built: Path, tmp_path: Path) -> None:
    graph = actorgraph.load(str(built))
    assert set(graph.claims) == {claim.id for claim in graph.corpus.claims}
    path = graph.export("graphml", str(tmp_path / "own.graphml"))
    assert path.read_bytes().startswith(b"<?xml")
    with pytest.raises(UsageError, match="there is no format 'xls'; choose one of"):
        graph.export("xls")
