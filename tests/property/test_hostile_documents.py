"""Whatever a file contains, it becomes documents or a reason, and the others are not touched.

``ACTORGRAPH_EXAMPLES`` sets how many files of each format are tried; ``scripts/fuzz`` sets many.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actorgraph.documents import READERS, read_documents
from actorgraph.documents.formats import Item
from actorgraph.documents.language import objection_to
from actorgraph.model import Document, Omission, RefusedDocument
from actorgraph.pipeline import workers
from actorgraph.pipeline.changes import build
from actorgraph.pipeline.options import Options
from actorgraph.process_limits import CostLimit
from actorgraph.settings import ReaderMode
from tests.unit.documents.made_files import GOOD

EXAMPLES = int(os.environ.get("ACTORGRAPH_EXAMPLES", "12"))
STORY = "Dana Roth, an adviser to Peter Marsh, met Lena Ortiz in Oslo on Monday."
OTHER_STORY = "The mayor of the town opened the new bridge over the river on Friday."
RULES = Options(reader=ReaderMode.RULES)

#: Pieces that parsers stumble over, and what is between them.
SIGNS = [
    "<",
    ">",
    "[",
    "](",
    "*",
    "`",
    "> ",
    "\\",
    "\n",
    "\r",
    "\0",
    "\ufeff",
    "\u202e",
]
MARKUP = [
    "<p>",
    "</div>",
    "<!--",
    "&#xD800;",
    "&#0;",
    "---\n",
    '{"text": "',
    '", "id": "a"}',
]
PIECES = st.sampled_from([STORY, *SIGNS, *MARKUP])
NOISE = st.one_of(
    st.lists(PIECES, max_size=40).map("".join).map(str.encode),
    st.tuples(PIECES, st.integers(1, 3000)).map(
        lambda pair: (pair[0] * pair[1]).encode()
    ),
    st.binary(max_size=300),
)


#: One ending of each format.
FORMATS = {reader: ending for ending, reader in READERS.items()}


def check_that_it_costs_only_itself(ending: str, data: bytes) -> list[Item]:
    """Read a file beside a story, and return what became of it."""
    with TemporaryDirectory() as folder:
        Path(folder, f"noise{ending}").write_bytes(data)
        Path(folder, "story.txt").write_text(OTHER_STORY, encoding="utf-8")
        *items, story = read_documents([folder])
    assert isinstance(story, Document)
    assert story.text == OTHER_STORY
    for item in items:
        assert isinstance(item, (Document, RefusedDocument, Omission))
        if isinstance(item, RefusedDocument):
            assert item.reason
            assert "\n" not in item.reason
    return items


@pytest.fixture(scope="module", autouse=True)
def _libraries() -> None:
    """Load what the parsers need once, so that the children that are forked have it."""
    import feedparser  # noqa: F401
    import trafilatura  # noqa: F401

    assert objection_to("Der Bürgermeister der Hafenstadt traf die Fischer. " * 3)


@pytest.mark.parametrize("ending", sorted(FORMATS.values()))
def test_a_file_of_anything_is_documents_or_a_reason(ending: str) -> None:
    @settings(max_examples=EXAMPLES, deadline=None)
    @given(NOISE)
    def check(noise: bytes) -> None:
        check_that_it_costs_only_itself(ending, noise)

    check()


#: A number of bytes to keep, in thousandths, and bits to turn over, anywhere.
DAMAGE = st.tuples(
    st.integers(0, 1000), st.lists(st.integers(0, 1_000_000), max_size=3)
)


@pytest.mark.parametrize("ending", sorted(GOOD))
def test_a_damaged_file_of_anything_is_documents_or_a_reason(ending: str) -> None:
    @settings(max_examples=EXAMPLES, deadline=None)
    @given(DAMAGE)
    def check(damage: tuple[int, list[int]]) -> None:
        thousandths, places = damage
        data = bytearray(GOOD[ending])
        for place in places:
            data[place % len(data)] ^= 1 << place % 8
        del data[len(data) * thousandths // 1000 :]
        assert check_that_it_costs_only_itself(ending, bytes(data)) or not data

    check()


HOSTILE = {
    "brackets": "(" * 6_000,
    "marks": '"' * 6_000,
    "initials": "A. " * 3_000,
    "one word": "x" * 200_000,
    "one line": f"{STORY} " * 300,
    "names": ", ".join(
        f"Ada{'bcdfghjklm'[n % 10]}e Quint{'aeiou'[n % 5]}l" for n in range(500)
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_costs_only_itself(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        workers, "_limit", lambda _: CostLimit(seconds=4, memory=1 << 30)
    )
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "story.txt").write_text(STORY, encoding="utf-8")
    build([tmp_path / "a"], tmp_path / "alone", RULES)
    (tmp_path / "a" / "bad.txt").write_text(
        f"{STORY}\n\n{HOSTILE[name]}", encoding="utf-8"
    )
    report = build([tmp_path / "a"], tmp_path / "graph", RULES)
    assert report.summary.documents + len(report.refused) == 2
    for refused in report.refused:
        assert refused.name == "bad.txt"


def test_more_claims_than_a_text_can_make_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "CLAIMS_OF_DOCUMENT", 0)
    monkeypatch.setattr(workers, "CHARACTERS_PER_CLAIM", 10_000)
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "other.txt").write_text(
        "It rained in the town all day.", encoding="utf-8"
    )
    (refused,) = build([tmp_path], tmp_path / "graph", RULES).refused
    assert "more than the 0 that its length allows" in refused.reason
