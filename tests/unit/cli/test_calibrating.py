"""evaluate --judgements and calibrate."""

from pathlib import Path

from tests.unit.cli.conftest import Command


def test_what_was_rejected_is_told_and_taught(actorgraph: Command, graph: Path) -> None:
    untouched = actorgraph("calibrate", "--judgements", "-g", graph)
    assert (untouched.code, "No claim" in untouched.out) == (0, True)
    assert actorgraph("reject", "Greta Solheim", "Pavel Brandt", "-g", graph).code == 0
    told = actorgraph("evaluate", "--judgements", "-g", graph)
    assert "verb: accuse, accused: 1 rejected, 0 corrected, 0 confirmed" in told.out
    taught = actorgraph("calibrate", "--judgements", "-g", graph)
    assert "accused: 1 wrong, 0 right; expected to be right" in taught.out
    assert graph.with_name("graph.calibration.ttl").is_file()


def test_evaluate_takes_articles_or_judgements(
    actorgraph: Command, graph: Path
) -> None:
    for words in ((), ("gold.jsonl", "--judgements")):
        said = actorgraph("evaluate", *words, "-g", graph)
        assert said.code == 2
        assert "give annotated articles, GOLD, or --judgements" in said.err
