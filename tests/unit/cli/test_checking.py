"""validate and verify."""

from pathlib import Path

from actorgraph.dataset.generations import current_generation
from tests.unit.cli.conftest import Command


def test_a_whole_graph_passes(actorgraph: Command, built: Path) -> None:
    assert actorgraph("validate", "-g", built).code == 0
    assert actorgraph("verify", "-g", built).code == 0


def test_a_changed_text_is_a_finding(actorgraph: Command, graph: Path) -> None:
    documents = current_generation(graph) / "documents.jsonl"
    documents.write_text(
        documents.read_text("utf-8").replace("Coast Party", "Ghost Party"),
        encoding="utf-8",
    )
    said = actorgraph("verify", "-g", graph)
    assert said.code == 1
    assert "documents.jsonl is not the file that was written" in said.out
    assert "quote is not at" in said.out


def test_a_damaged_store_is_one_line(actorgraph: Command, graph: Path) -> None:
    for path in (current_generation(graph) / "store").iterdir():
        path.unlink()
    for command in ("verify", "validate", "rank"):
        said = actorgraph(command, "-g", graph)
        assert (said.code, said.out) == (4, "")
        assert said.err.count("\n") == 1
        assert "damaged" in said.err


def test_a_repair_says_what_it_restored_and_what_is_lost(
    actorgraph: Command, graph: Path
) -> None:
    said = actorgraph("repair", "-g", graph)
    assert (said.code, said.err) == (0, "")
    assert "Nothing is damaged" in said.out
    documents = current_generation(graph) / "documents.jsonl"
    text = documents.read_text("utf-8").replace("Coast Party", "Ghost Party")
    documents.write_text(text, encoding="utf-8")
    said = actorgraph("repair", "-g", graph)
    assert said.code == 3
    assert "damaged: documents.jsonl is not the file that was written" in said.out
    assert "built again from 2 documents, and verified" in said.out
    assert "lost party.txt: its text is damaged" in said.err
    assert actorgraph("verify", "-g", graph).code == 0
