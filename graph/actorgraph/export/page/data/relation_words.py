"""The words for each relation on the page, and the family it is coloured by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actorgraph.vocabulary import Relation, Vocabulary

#: Families of relations that say little by themselves: where someone or something is.
QUIET_FAMILIES = frozenset({"Location"})

Record = dict[str, Any]
Link = tuple[str, str, str, dict[str, Any]]


def relation_words(links: Sequence[Link], vocabulary: Vocabulary) -> dict[str, Record]:
    """Return the words of each relation that the network has or a premise may need, sorted."""
    words = {}
    for name, relation in vocabulary.relations.items():
        words[name] = _vocabulary_words(relation)
    for _, _, name, facts in links:
        if name not in words:
            words[name] = _edge_words(facts)
    by_name = sorted(words.items())
    return dict(by_name)


def _vocabulary_words(relation: Relation) -> Record:
    symmetric = relation.symmetric
    inverse = relation.label if symmetric else relation.inverse_label
    words = _words(relation.label, inverse, relation.family, symmetric=symmetric)
    return {
        **words,
        "verb": relation.verb_phrase or relation.label,
        "lasting": int(relation.lasting),
        "domain": sorted(relation.domain),
        "range": sorted(relation.range),
    }


def classes_above(
    nodes: Sequence[tuple[str, dict[str, Any]]], vocabulary: Vocabulary
) -> dict[str, list[str]]:
    """Return each class of the actors with all classes that it belongs to."""
    classes: set[str] = set()
    for _, facts in nodes:
        classes |= {facts["type"], facts.get("subtype") or facts["type"]}
    return {name: _above(name, vocabulary) for name in sorted(classes)}


def _above(name: str, vocabulary: Vocabulary) -> list[str]:
    others = [above for above in vocabulary.classes if vocabulary.is_a(name, above)]
    return sorted({name, *others})


def _edge_words(facts: dict[str, Any]) -> Record:
    """Return the words of a relation that the vocabulary lacks, from an edge."""
    label = str(facts.get("label", facts["relation"]))
    symmetric = bool(facts.get("symmetric"))
    inverse = label if symmetric else f"inverse of {label}"
    return _words(label, inverse, facts.get("family", "Other"), symmetric=symmetric)


def _words(label: str, inverse: str, family: str, *, symmetric: bool) -> Record:
    return {
        "label": label,
        "verb": label,
        "inverse": inverse,
        "family": family,
        "symmetric": int(symmetric),
        "quiet": int(family in QUIET_FAMILIES),
        "lasting": 1,
    }
