"""Kinds of entry, properties, cues and constructions are closed: a misspelt one is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge import lexicon_file
from actorgraph.extraction.knowledge.declared_terms import load_declared_terms
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.resources import lexicon_files, ontology_folder
from actorgraph.turtle import read_turtle

PACKAGE_FOLDER = Path(__file__).resolve().parents[2] / "graph"
PREFIXES = """\
@prefix ag: <https://w3id.org/actorgraph/ontology#> .
@prefix ex: <https://example.org/sport#> .
@prefix ours: <https://w3id.org/actorgraph/ontology#> .
# ag:VerbFram, ag:objctType, "negatoin" and "life datse" are only comments here.
"""
VERB = 'ag:frame "SUBJECT sponsor OBJECT" ; ag:expresses ag:supports'

MISSPELT = pytest.mark.parametrize(
    ("turtle", "line", "message"),
    [
        (
            f"[] a ag:VerbFram ; {VERB} .",
            5,
            "class ag:VerbFram; did you mean ag:VerbFrame?",
        ),
        (
            f"[]\n a ours:VerbFram ; {VERB} .",
            6,
            "class ag:VerbFram; did you mean ag:VerbFrame?",
        ),
        (
            f"[] a ag:VerbFrame ; {VERB} ;\n\n ag:objctType ag:Person .",
            7,
            "property ag:objctType; did you mean ag:objectType?",
        ),
        (
            '[] <https://w3id.org/actorgraph/ontology#wrod> "pal" .',
            5,
            "property ag:wrod; did you mean ag:word?",
        ),
        (
            '[] a ag:Cue ; ag:word "negatoin" ;\n ag:cue "negatoin" .',
            6,
            "kind of cue “negatoin”; did you mean “negation”?",
        ),
        (
            '[] a ag:Cue ; ag:word "nix" ; ag:cue "denial",\n "neg\\u0061toin" .',
            6,
            "kind of cue “negatoin”; did you mean “negation”?",
        ),
        (
            '[] a ag:Construction ; ag:construction """life datse""" ; ag:expresses ag:bornOn .',
            5,
            "construction “life datse”; did you mean “life dates”?",
        ),
    ],
)


@pytest.fixture
def extension(tmp_path: Path) -> Callable[[str], Path]:
    """Write a Turtle file and return its path."""

    def write(turtle: str) -> Path:
        path = tmp_path / "mine.ttl"
        path.write_text(PREFIXES + turtle, encoding="utf-8")
        return path

    return write


@MISSPELT
def test_misspelt_term_of_a_user_is_refused_with_its_line(
    extension: Callable[[str], Path], turtle: str, line: int, message: str
) -> None:
    with pytest.raises(OntologyError) as raised:
        load_lexicon(extension(turtle))

    assert str(raised.value) == f"mine.ttl, line {line}: there is no {message}"
    assert raised.value.exit_code == 2


@MISSPELT
def test_misspelt_term_of_the_product_is_refused_with_its_line(
    extension: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    turtle: str,
    line: int,
    message: str,
) -> None:
    files = [*lexicon_files(), extension(turtle)]
    monkeypatch.setattr(lexicon_file, "lexicon_files", lambda: files)

    with pytest.raises(OntologyError) as raised:
        lexicon_file._load.__wrapped__((), ())

    assert str(raised.value) == f"mine.ttl, line {line}: there is no {message}"


@pytest.mark.slow
def test_command_ends_with_code_2_and_one_line(
    extension: Callable[[str], Path], tmp_path: Path
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Dana Roth met Peter Marsh.", encoding="utf-8")
    ontology = extension(f"[] a ag:VerbFram ; {VERB} .")
    command = (sys.executable, "-m", "actorgraph", "build")
    build = subprocess.run(
        [*command, story, "-g", tmp_path / "graph", "--ontology", ontology],
        env=os.environ | {"PYTHONPATH": str(PACKAGE_FOLDER)},
        text=True,
        capture_output=True,
        check=False,
    )

    assert build.returncode == 2
    assert build.stdout == ""
    assert build.stderr == (
        "actorgraph: mine.ttl, line 5: there is no class ag:VerbFram; did you mean ag:VerbFrame?\n"
    )


@pytest.mark.parametrize(
    "turtle",
    [
        "ex:a a ex:VerbFram ; ex:objctType ex:b .",
        'ex:a <http://www.w3.org/2004/02/skos/core#editorialNote> "To do" .',
        f'[] a ag:VerbFrame, ex:Draft ; {VERB} ; ex:source "A style guide" .',
        "ag:trains a ag:Relation ; ag:domain ag:Person ; ag:range ag:Person .",
    ],
)
def test_terms_of_others_and_terms_that_a_user_declares_are_free(
    extension: Callable[[str], Path], turtle: str
) -> None:
    assert load_lexicon(extension(turtle)).roles


def test_every_term_of_the_ontology_is_declared() -> None:
    paths = sorted(ontology_folder().rglob("*.ttl"))
    declared = load_declared_terms(paths)

    for facts in read_turtle(paths).values():
        declared.check(facts, paths)
