"""What is in force, without a graph folder too."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from actorgraph.dataset.store import open_graph
from actorgraph.errors import UsageError
from actorgraph.pipeline.changes import build
from actorgraph.pipeline.options import Options, Settings, settle
from actorgraph.pipeline.reading_fingerprint import fingerprint
from actorgraph.settings import ReaderMode
from tests.unit.conftest import Write


def test_without_a_folder_there_are_no_judgements_beside_it(tmp_path: Path) -> None:
    assert settle(Options()).judgements is None
    assert (
        settle(Options(), tmp_path / "graph").judgements
        == tmp_path / "graph.judgements.jsonl"
    )
    assert (
        settle(Options(judgements=tmp_path / "j.jsonl")).judgements
        == tmp_path / "j.jsonl"
    )


def test_every_option_is_a_setting() -> None:
    assert [one.name for one in fields(Options)] == [
        one.name for one in fields(Settings)
    ]


def test_nothing_asked_for_gives_the_defaults() -> None:
    assert settle(Options()) == Settings()


def test_what_is_asked_for_is_in_force(tmp_path: Path) -> None:
    options = Options(
        (tmp_path / "own.ttl",),
        "xx_other",
        0.3,
        "https://example.org/",
        2,
        tmp_path / "j.jsonl",
        ReaderMode.RULES,
        0.2,
    )
    settings = settle(options, tmp_path / "graph")
    for option in fields(options):
        assert getattr(settings, option.name) == getattr(options, option.name)


def test_a_graph_remembers_every_setting_but_workers_and_judgements(
    stories: Path, write: Write, tmp_path: Path
) -> None:
    own = write(own_ttl="") / "own.ttl"
    asked = Options(
        (own,), None, 0.3, "https://example.org/", 2, None, ReaderMode.RULES, 0.2
    )
    build([stories / "ferry.txt"], tmp_path / "graph", asked)
    stored = open_graph(tmp_path / "graph")
    again = settle(Options(), tmp_path / "graph", stored)
    expected = settle(replace(asked, workers=1), tmp_path / "graph")
    assert replace(again, extensions=()) == replace(expected, extensions=())
    assert [path.name for path in again.extensions] == ["000-own.ttl"]


@pytest.mark.parametrize(
    "change", [{"reader": ReaderMode.RULES}, {"floor": 0.2}], ids=str
)
def test_what_a_reading_depends_on_is_in_its_fingerprint(
    change: dict[str, Any],
) -> None:
    assert fingerprint(replace(Settings(), **change)) != fingerprint(Settings())


@pytest.mark.parametrize("change", [{"threshold": 0.2}, {"workers": 2}], ids=str)
def test_what_a_reading_does_not_depend_on_is_not_in_its_fingerprint(
    change: dict[str, Any],
) -> None:
    assert fingerprint(replace(Settings(), **change)) == fingerprint(Settings())


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan")])
@pytest.mark.parametrize("name", ["threshold", "floor"])
def test_a_confidence_out_of_range_is_refused(name: str, value: float) -> None:
    settings: dict[str, Any] = {name: value}
    with pytest.raises(UsageError, match="between 0 and 1"):
        settle(replace(Options(), **settings))
