"""What the ontology's README says can be written, and what the lexicon and its reader know."""

import re
from pathlib import Path

from actorgraph.extraction.knowledge.declared_terms import load_declared_terms
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.resources import LANGUAGE
from actorgraph.vocabulary import load_vocabulary

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
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
