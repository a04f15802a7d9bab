"""The JSON lines that programs read."""

from pathlib import Path
from typing import Any

from actorgraph.model import RefusedDocument
from actorgraph.pipeline.extract_jsonl import extract
from actorgraph.pipeline.options import Options
from tests.unit.conftest import Write


def rows(
    inputs: list[Path], **options: Any
) -> tuple[list[dict[str, Any]], list[RefusedDocument]]:
    refused: list[RefusedDocument] = []
    found = list(extract(inputs, Options(**options), refuse=refused.append))
    return found, refused


def test_a_row_tells_entities_statements_and_attributions(stories: Path) -> None:
    ((row,), refused) = rows([stories / "ferry.txt"])
    text = (stories / "ferry.txt").read_text("utf-8")
    assert list(row) == ["id", "entities", "statements", "attributions"]
    assert row["id"] == "ferry.txt"
    assert "Ines Okoro" in {
        text[start:end]
        for entity in row["entities"]
        for start, end, _ in entity["mentions"]
    }
    ids = {entity["id"] for entity in row["entities"]}
    assert row["statements"]
    assert all(
        {statement["subject"], statement["object"]} <= ids
        for statement in row["statements"]
    )
    assert all(
        statement["method"] and 0 <= statement["confidence"] <= 1
        for statement in row["statements"]
    )
    assert all(
        {"source", "cue", "content", "direct"} == set(said)
        for said in row["attributions"]
    )
    assert refused == []


def test_copies_are_written_too_in_the_order_of_names(
    stories: Path, write: Write
) -> None:
    text = (stories / "ferry.txt").read_text("utf-8")
    found, _ = rows([write(b_txt=text, a_txt=text)])
    assert [row["id"] for row in found] == ["a.txt", "b.txt"]
    assert found[0]["statements"] == found[1]["statements"]


def test_two_workers_write_the_same_rows(stories: Path) -> None:
    assert rows([stories], workers=2) == rows([stories])


def test_a_refused_document_is_told(write: Write) -> None:
    found, refused = rows([write(empty_txt="")])
    assert found == []
    assert [one.name for one in refused] == ["empty.txt"]
