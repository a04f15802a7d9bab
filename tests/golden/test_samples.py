"""All claims of the three sample articles, pinned.

A change of the reading shows here as a difference of lines. If it is meant, pin it anew and look at what changed:

    python -m pytest tests/golden --repin
    git diff tests/golden
"""

from __future__ import annotations

import json
from difflib import unified_diff
from pathlib import Path

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import Claim, Document, DocumentId, Reading

HERE = Path(__file__).parent
SAMPLES = sorted((HERE.parents[1] / "scripts" / "samples").glob("*.txt"))

Row = dict[str, str | None]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def _row(claim: Claim, names: dict[str, str]) -> Row:
    return {
        "subject": names[claim.subject],
        "relation": claim.relation,
        "object": names[claim.object],
        "polarity": claim.polarity,
        "modality": claim.modality,
        "status": claim.status,
        "attributed to": names[claim.attributed_to] if claim.attributed_to else None,
        "method": claim.method,
        "quote": " … ".join(passage.quote for passage in claim.evidence),
    }


def _rows(reading: Reading) -> list[Row]:
    names = {actor.id: actor.name for actor in reading.actors}
    return sorted(
        (_row(claim, names) for claim in reading.claims),
        key=lambda row: [value or "" for value in row.values()],
    )


def _lines(rows: list[Row]) -> str:
    """One claim a line, so that a difference reads as claims that came and went."""
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{body}\n]\n"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_sample_is_read_as_pinned(reader: Reader, sample: Path, repin: bool) -> None:
    document = Document(
        DocumentId(sample.stem), sample.name, sample.read_text(encoding="utf-8")
    )
    found, golden = (
        _lines(_rows(next(reader.read([document])))),
        HERE / f"{sample.stem}.json",
    )
    if repin:
        golden.write_text(found, encoding="utf-8")
    pinned = golden.read_text(encoding="utf-8") if golden.exists() else ""

    difference = "\n".join(
        unified_diff(
            pinned.splitlines(),
            found.splitlines(),
            "pinned",
            "read now",
            lineterm="",
            n=0,
        )
    )
    assert not difference, (
        f"{sample.name} is read differently; if that is meant, run with --repin:\n{difference}"
    )


def test_every_sample_is_pinned_and_nothing_else() -> None:
    assert SAMPLES
    assert {path.stem for path in HERE.glob("*.json")} == {
        path.stem for path in SAMPLES
    }
