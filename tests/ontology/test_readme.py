"""What the ontology's README says can be written, and what the lexicon and its reader know."""

import re
from pathlib import Path

import pyoxigraph as ox

from actorgraph.extraction.knowledge.declared_terms import load_declared_terms
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.identifiers import DEFAULT_BASE, prefixes
from actorgraph.identifiers import ONTOLOGY as TERMS
from actorgraph.resources import LANGUAGE
from actorgraph.vocabulary import load_vocabulary

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
ATTACKED = TERMS + "attacked"
README = (ONTOLOGY / "README.md").read_text(encoding="utf-8")


def families() -> set[str]:
    return {relation.family for relation in load_vocabulary().relations.values()}


def quoted(beginning: str, ending: str) -> set[str]:
    """What stands in backquotes between two phrases of the README."""
    return set(
        re.findall(r"`([^`/]+)`", README.partition(beginning)[2].partition(ending)[0])
    )


def test_every_kind_of_entry_is_explained() -> None:
    kinds = load_declared_terms(()).required

    assert {kind for kind in kinds if f"| `ag:{kind}` |" not in README} == set()


def test_constructions_are_those_of_the_lexicon() -> None:
    assert quoted("**Constructions**", "Templates in") == set(
        load_lexicon().constructions
    )


def test_cues_are_those_of_the_lexicon() -> None:
    assert quoted("**Cues**", "## Check") == set(load_lexicon().cues)


def test_every_property_of_the_data_is_explained() -> None:
    chapter = README.partition("## How a claim is stored")[2].partition("\n## ")[0]
    stored = {
        str(quad.predicate.value)
        for path in ONTOLOGY.glob("examples/valid/*.trig")
        for quad in ox.parse(path=path, format=ox.RdfFormat.TRIG)
        if not str(quad.predicate.value).startswith(TERMS)
        or quad.graph_name != ox.DefaultGraph()  # there, relations are properties
    }
    explained = {
        prefixes(DEFAULT_BASE).get(prefix, "") + name
        for prefix, name in re.findall(r"`(\w+):(\w+)`", chapter)
    }
    assert stored - explained == set()


def test_the_example_finds_who_denies_what() -> None:
    (query,) = re.findall(r"```sparql\n(.*?)```", README, re.DOTALL)
    store = ox.Store()
    denial = ONTOLOGY / "examples" / "valid" / "denial_and_quotation.trig"
    store.load(path=denial, format=ox.RdfFormat.TRIG)
    answer = store.query(query, prefixes=prefixes(DEFAULT_BASE))
    assert isinstance(answer, ox.QuerySolutions)
    (row,) = answer
    assert [getattr(term, "value", None) for term in row] == [
        "Norland",
        ATTACKED,
        "Sudmark",
        "Nora Pell",
        "Norland never attacked Sudmark",
        "2026-05-04",
    ]


def test_every_file_is_listed() -> None:
    files = {
        path.name
        for path in ONTOLOGY.iterdir()
        if path.is_file() and path.name != "README.md"
    }
    language = {f"{LANGUAGE}/demonyms.ttl"} | {
        f"{LANGUAGE}/{folder}/*.ttl" for folder in ("grammar", "lexicon")
    }

    assert {name for name in files | language if f"| `{name}` |" not in README} == set()


def test_what_a_language_needs_is_explained() -> None:
    chapter = README.partition("## Add a language")[2].partition("\n## ")[0]
    shared = {"cues.ttl", *(f"{family.lower()}.ttl" for family in families())}
    names = {path.name for path in (ONTOLOGY / LANGUAGE / "lexicon").glob("*.ttl")}

    assert {name for name in names - shared if f"`{name}`" not in chapter} == set()
