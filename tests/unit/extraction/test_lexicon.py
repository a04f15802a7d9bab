"""The lexicon: what expresses each relation, as read from the ontology."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from actorgraph.extraction.knowledge.lexicon import Sense
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.vocabulary import load_vocabulary

LEXICON, VOCABULARY = load_lexicon(), load_vocabulary()


def _senses() -> Iterator[Sense]:
    yield from (sense for senses in LEXICON.roles.values() for sense in senses)
    yield from (frame.sense for frames in LEXICON.verbs.values() for frame in frames)
    yield from (frame.sense for frames in LEXICON.nouns.values() for frame in frames)
    yield from (sense for senses in LEXICON.constructions.values() for sense in senses)


def test_every_entry_expresses_a_relation_of_the_ontology() -> None:
    assert {sense.relation for sense in _senses()} <= set(VOCABULARY.relations)


def test_every_entry_speaks_of_classes_of_the_ontology() -> None:
    assert {
        name for sense in _senses() for name in sense.subject_types | sense.object_types
    } <= set(VOCABULARY.classes)


@pytest.mark.parametrize(
    "kind",
    [
        "negation",
        "denial",
        "possible",
        "planned",
        "alleged",
        "demanded",
        "former",
        "acting",
    ],
)
def test_there_are_cues_of_every_kind(kind: str) -> None:
    assert LEXICON.cues[kind]


def test_frame_names_its_verbs_and_where_the_arguments_stand() -> None:
    (frame,) = [
        frame for frame in LEXICON.verbs["accuse"] if frame.sense.relation == "accused"
    ]

    assert (frame.subject, frame.object, frame.passive) == ("subject", "object", False)


def test_frame_that_starts_with_the_object_is_inverted() -> None:
    frames = [
        frame for frame in LEXICON.verbs["hire"] if frame.sense.relation == "worksFor"
    ]

    assert {(frame.subject, frame.object) for frame in frames} == {
        ("object", "subject")
    }


def test_inverted_role_swaps_the_types() -> None:
    (sense,) = LEXICON.roles["author"]

    assert sense.inverted
    assert sense.object_types == {"Work"}


def test_longest_role_noun_is_known() -> None:
    phrases = [word.replace("-", " - ") for word in LEXICON.roles]

    assert LEXICON.role_length == max(len(phrase.split()) for phrase in phrases)


def test_rules_start_and_end_in_relations_of_the_ontology() -> None:
    assert LEXICON.rules
    assert {
        name for rule in LEXICON.rules for name in (rule.source, rule.derives)
    } <= set(VOCABULARY.relations)


def test_lexicon_is_read_once() -> None:
    assert load_lexicon() is LEXICON
