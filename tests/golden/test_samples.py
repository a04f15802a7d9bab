"""The sample stories are read as a careful reader reads them, as far as the floor says.

To see what is found, missed and wrong in each story::

    python -m pytest tests/golden --show-reading
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import Document, DocumentId, Reading
from tests.golden.truth import compare, read_truth

HERE = Path(__file__).parent
SAMPLES = sorted((HERE.parents[1] / "scripts" / "samples").glob("*.txt"))
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """Each sample's reading, by the story's name."""
    documents = [
        Document(DocumentId(path.stem), path.name, path.read_text(encoding="utf-8"))
        for path in SAMPLES
    ]
    return {reading.document.id: reading for reading in Reader().read(documents)}


@pytest.mark.parametrize("story", [path.stem for path in SAMPLES])
def test_a_story_is_read_as_well_as_its_floor_says(
    story: str, readings: dict[str, Reading], show_reading: bool
) -> None:
    comparison = compare(read_truth(HERE / f"{story}.truth"), readings[story])
    report = f"{story} is read differently: if better, raise floors.toml\n{comparison}"
    if show_reading and sys.__stdout__ is not None:
        sys.__stdout__.write(f"\n=== {story}\n{comparison}\n")
    assert comparison.counts() == FLOORS[story], report


def test_every_story_has_its_truth_and_floor() -> None:
    stories = {path.stem for path in SAMPLES}
    assert stories
    assert {path.stem for path in HERE.glob("*.truth")} == stories == set(FLOORS)
