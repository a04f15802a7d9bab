"""What the ontology's README says can be written, and what the lexicon and its reader know."""

import re
from pathlib import Path

from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.resources import ontology_file

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
README = (ONTOLOGY / "README.md").read_text(encoding="utf-8")


def quoted(beginning: str, ending: str) -> set[str]:
    """What stands in backquotes between two phrases of the README."""
    return set(
        re.findall(r"`([^`/]+)`", README.partition(beginning)[2].partition(ending)[0])
    )


def test_every_kind_of_entry_is_explained():
    kinds = set(
        re.findall(
            r"\[\] a ag:(\w+)", ontology_file("lexicon.ttl").read_text(encoding="utf-8")
        )
    )

    assert {kind for kind in kinds if f"| `ag:{kind}` |" not in README} == set()


def test_constructions_are_those_of_the_lexicon():
    assert quoted("**Constructions**", "Templates in") == set(
        load_lexicon().constructions
    )


def test_cues_are_those_of_the_lexicon():
    assert quoted("**Cues**", "## Check") == set(load_lexicon().cues)


def test_every_file_is_listed():
    files = {
        path.name
        for path in ONTOLOGY.iterdir()
        if path.is_file() and path.name != "README.md"
    }

    assert {name for name in files if f"| `{name}` |" not in README} == set()
