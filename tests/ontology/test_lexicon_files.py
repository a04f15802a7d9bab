"""The lexicon can be reviewed line by line: one word a line, in alphabetical order, none twice."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from actorgraph.identifiers import ONTOLOGY
from actorgraph.resources import grammar_files, lexicon_files

FILES = [*lexicon_files(), *grammar_files()]
ALL = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
LONGEST_LINE = 160


def listed(path: Path, name: str) -> list[list[str]]:
    """Return the values of a property, for each entry of a file, in the order of the file."""
    lists: dict[str, list[str]] = {}
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        if quad.predicate.value == ONTOLOGY + name:
            lists.setdefault(str(quad.subject), []).append(quad.object.value)
    return list(lists.values())


@ALL
@pytest.mark.parametrize("name", ["word", "frame"])
def test_words_are_sorted_and_none_is_there_twice(path: Path, name: str) -> None:
    for words in listed(path, name):
        assert words == sorted(set(words), key=lambda word: (word.casefold(), word))


@ALL
def test_a_line_has_one_word(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    crowded = [
        line for line in lines if re.search(r'ag:(word|frame)\b.*",|^ +".*", *"', line)
    ]

    assert crowded == []


@ALL
def test_lines_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if len(line) > LONGEST_LINE] == []


@ALL
def test_a_frame_has_one_verb_or_noun(path: Path) -> None:
    frames = [frame for frames in listed(path, "frame") for frame in frames]
    heads = [
        re.split(r" (?:by|between)[ |]|(?<=SUBJECT) |(?<=OBJECT) ", frame)
        for frame in frames
    ]

    assert [
        frame for frame, head in zip(frames, heads, strict=True) if "|" in head[0]
    ] == []


@ALL
def test_a_file_says_first_what_it_has(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(line for line in lines if line and not line.startswith("@prefix"))

    assert first.startswith("# ")
