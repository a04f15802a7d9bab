"""The lexicon: what expresses each relation, as read from the ontology."""

from __future__ import annotations

import pytest

from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.vocabulary import load_vocabulary

LEXICON, VOCABULARY = load_lexicon(), load_vocabulary()


def _senses():
    yield from (sense for senses in LEXICON.roles.values() for sense in senses)
    yield from (frame.sense for frames in LEXICON.verbs.values() for frame in frames)
    yield from (frame.sense for frames in LEXICON.nouns.values() for frame in frames)
    yield from (sense for senses in LEXICON.constructions.values() for sense in senses)


def test_every_entry_expresses_a_relation_of_the_ontology():
    assert {sense.relation for sense in _senses()} <= set(VOCABULARY.relations)


def test_every_entry_speaks_of_classes_of_the_ontology():
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
def test_there_are_cues_of_every_kind(kind):
    assert LEXICON.cues[kind]


def test_frame_names_its_verbs_and_where_the_arguments_stand():
    (frame,) = [
        frame for frame in LEXICON.verbs["accuse"] if frame.sense.relation == "accused"
    ]

    assert (frame.subject, frame.object, frame.passive) == ("subject", "object", False)


def test_frame_that_starts_with_the_object_is_inverted():
    frames = [
        frame for frame in LEXICON.verbs["hire"] if frame.sense.relation == "worksFor"
    ]

    assert {(frame.subject, frame.object) for frame in frames} == {
        ("object", "subject")
    }


def test_inverted_role_swaps_the_types():
    (sense,) = LEXICON.roles["author"]

    assert sense.inverted
    assert sense.object_types == {"Work"}


def test_longest_role_noun_is_known():
    spaced = (word.replace("-", " - ") for word in LEXICON.roles)
    assert LEXICON.role_length == max(len(word.split()) for word in spaced)


def test_rules_start_and_end_in_relations_of_the_ontology():
    assert LEXICON.rules
    assert {
        name for rule in LEXICON.rules for name in (rule.source, rule.derives)
    } <= set(VOCABULARY.relations)


def test_lexicon_is_read_once():
    assert load_lexicon() is LEXICON
