"""What the ontology lists is read by the program, and what the program reads is in the ontology."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from actorgraph import model
from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.cues import Cue
from actorgraph.extraction.knowledge.declared_terms import load_declared_terms
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.extraction.knowledge.relation_lists import relation_list, relation_lists
from actorgraph.grammar import grammar_lists, grammar_words
from actorgraph.identifiers import ONTOLOGY
from actorgraph.resources import ontology_folder
from actorgraph.turtle import RDF, local_name, read_turtle
from actorgraph.vocabulary import load_vocabulary

PACKAGE = Path(__file__).resolve().parents[2] / "graph" / "actorgraph"
#: Files that only declare what others read.
DECLARATIONS = {"cues.py", "constructions.py"}
#: Enumerations whose members are the names of cues or constructions.
ENUMERATIONS = {
    "Construction": Construction,
    "Cue": Cue,
    "Modality": model.Modality,
    "Status": model.Status,
}


@cache
def nodes() -> list[ast.AST]:
    """Return the syntax tree of all code of the package but the declarations."""
    room = PACKAGE / "extraction" / "knowledge"
    paths = [
        path
        for path in PACKAGE.rglob("*.py")
        if path.parent != room or path.name not in DECLARATIONS
    ]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(paths)]
    return [node for tree in trees for node in ast.walk(tree)]


@cache
def mentioned() -> set[str]:
    """Return every text that the code has, and the value of every member of the enumerations."""
    return {*texts(), *members()}


def texts() -> Iterator[str]:
    for node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def beginnings() -> set[str]:
    """Return what f-strings begin with, such as "month" of ``f"month {number}"``."""
    firsts = [node.values[0] for node in nodes() if isinstance(node, ast.JoinedStr)]
    return {
        first.value.strip()
        for first in firsts
        if isinstance(first, ast.Constant) and isinstance(first.value, str)
    }


def members() -> Iterator[str]:
    for node in nodes():
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            enumeration = ENUMERATIONS.get(node.value.id)
            if enumeration is not None and node.attr in enumeration.__members__:
                yield enumeration[node.attr].value


def arguments(function: str) -> set[str]:
    """Return the texts with which a function is called."""
    return {
        str(node.args[0].value)
        for node in nodes()
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == function
        and isinstance(node.args[0], ast.Constant)
    }


def subscripts(attribute: str) -> set[str]:
    """Return the texts by which a table of the lexicon is asked: ``lexicon.cues["title"]``."""
    return {
        str(node.slice.value)
        for node in nodes()
        if isinstance(node, ast.Subscript)
        and getattr(node.value, "attr", getattr(node.value, "id", "")) == attribute
        and isinstance(node.slice, ast.Constant)
    }


def compared(path: Path) -> Iterator[str]:
    """Yield the texts that the code of a file compares with, or keeps in a collection."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.List | ast.Set | ast.Tuple):
            parts = node.elts
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value.strip()


def test_the_reading_compares_words_with_lists_only() -> None:
    words = grammar_words("function word")
    paths = sorted((PACKAGE / "extraction").rglob("*.py"))
    literal = {path.name: words.intersection(compared(path)) for path in paths}
    assert {name: found for name, found in literal.items() if found} == {}


def test_cues_of_the_code_are_those_of_the_ontology() -> None:
    declared = load_declared_terms(()).values["cue"]

    assert set(Cue) == declared
    assert {kind for kind, words in load_lexicon().cues.items() if words} == declared


def test_every_kind_of_cue_is_read() -> None:
    assert {cue.value for cue in Cue} - mentioned() == set()


def test_every_kind_of_cue_that_is_read_exists() -> None:
    assert subscripts("cues") - set(Cue) == set()
    with pytest.raises(KeyError):
        load_lexicon().cues["negatoin"]


def test_constructions_of_the_code_are_those_of_the_ontology() -> None:
    declared = load_declared_terms(()).values["construction"]
    senses = load_lexicon().constructions

    assert set(Construction) == declared
    assert {name for name in senses if senses[name]} == declared


def test_every_construction_is_read() -> None:
    assert {name.value for name in Construction} - mentioned() == set()


def test_every_construction_that_is_read_exists() -> None:
    assert subscripts("constructions") - set(Construction) == set()


def test_every_kind_of_entry_is_used_and_read() -> None:
    kinds = set(load_declared_terms(()).required)
    used = {
        local_name(type_)
        for facts in read_turtle(ontology_folder().rglob("*.ttl")).values()
        for type_ in facts[RDF + "type"]
    }

    assert kinds - used == {
        "Experience"
    }  # which calibrate writes into a file of the user
    assert kinds - {text.removeprefix(ONTOLOGY) for text in mentioned()} == set()


@pytest.mark.parametrize(
    ("function", "lists"),
    [("grammar_words", grammar_lists), ("relation_list", relation_lists)],
)
def test_every_list_is_read_and_every_one_that_is_read_exists(
    function: str, lists: Callable[..., Any]
) -> None:
    # An f-string goes on with a word or two: "abbreviation of *prime minister*".
    numbered = {
        name
        for name in lists()
        for words in (1, 2)
        if " ".join(name.split()[:-words]) in beginnings()
    }
    assert set(lists()) - mentioned() - numbered == set()
    assert arguments(function) - set(lists()) == set()


def test_a_list_is_read_in_one_place() -> None:
    readers = {"grammar_words", "relation_list"}
    lists = Counter(
        str(node.args[0].value)
        for node in nodes()
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in readers
        and isinstance(node.args[0], ast.Constant)
    )
    # The reading has a name for the article, which names lose below it.
    assert {name for name in lists if lists[name] > 1} <= {"definite article"}


def test_python_names_no_relation() -> None:
    # A modality and a verdict are called like relations.
    homonyms = {"demanded", "rejected"}
    assert set(texts()) & load_vocabulary().relations.keys() <= homonyms


def test_lists_of_relations_name_relations() -> None:
    relations = load_vocabulary().relations
    for names in relation_lists().values():
        assert names <= relations.keys()


@pytest.mark.parametrize("read", [grammar_words, relation_list])
def test_a_list_that_is_not_there_is_an_error(read: Callable[..., Any]) -> None:
    with pytest.raises(OntologyError, match="no list 'feminin pronoun'"):
        read("feminin pronoun")
