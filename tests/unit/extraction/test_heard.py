"""Attributions that only the learned reader hears: its runs of words, put together."""

from __future__ import annotations

import pytest

from actorgraph.extraction.learned import SpeechTags
from actorgraph.extraction.mentions.name_finder import find_names
from actorgraph.extraction.mentions.recognised import recognised
from actorgraph.extraction.modality.attribution import find_speech
from actorgraph.extraction.modality.learned_cues import heard
from actorgraph.extraction.parse.parsed_text import ParsedText

TEXT = "Dana Roth grumbled about the slow trains. It was decided to close the harbour."


@pytest.fixture(scope="module")
def parsed(reader) -> ParsedText:
    (doc,) = reader.parser.parse([TEXT])
    whole = ParsedText(doc, reader.parser)
    find_names(
        whole, recognised(doc), reader.knowledge.gazetteer, reader.knowledge.lexicon
    )
    return whole


@pytest.fixture
def parts(parsed):
    """Runs of tokens, by their words."""

    def run(words: str) -> range:
        tokens = [token.text for token in parsed.doc]
        wanted = words.split()
        start = next(
            i for i in range(len(tokens)) if tokens[i : i + len(wanted)] == wanted
        )
        return range(start, start + len(wanted))

    return lambda **named: SpeechTags(
        **{part: tuple(run(words) for words in runs) for part, runs in named.items()}
    )


def _told(parsed, parts, known=()):
    return [
        (
            " ".join(parsed.doc[i].text for i in speech.source),
            " ".join(parsed.doc[i].text for i in speech.content),
        )
        for speech in heard(parsed, parts, known, [])
    ]


def test_a_cue_gets_the_speaker_and_the_content_beside_it(parsed, parts):
    found = parts(
        source=["Dana Roth"], cue=["grumbled about"], content=["the slow trains"]
    )

    assert _told(parsed, found) == [("Dana Roth", "the slow trains")]


def test_a_cue_without_a_speaker_that_is_heard_gets_its_subject(parsed, parts):
    assert _told(
        parsed, parts(cue=["grumbled about"], content=["the slow trains"])
    ) == [("Dana Roth", "the slow trains")]


def test_what_hangs_on_the_content_belongs_to_it(parsed, parts):
    found = parts(source=["Dana Roth"], cue=["grumbled about"], content=["trains"])

    assert _told(parsed, found) == [("Dana Roth", "the slow trains")]


def test_it_and_passives_are_nobody(parsed, parts):
    assert _told(parsed, parts(cue=["decided"], content=["to close the harbour"])) == []


def test_a_cue_without_content_says_nothing(parsed, parts):
    assert _told(parsed, parts(source=["Dana Roth"], cue=["grumbled about"])) == []


def test_two_words_say_too_little(parsed, parts):
    assert (
        _told(
            parsed,
            parts(source=["Dana Roth"], cue=["grumbled about"], content=["the slow"]),
        )
        == []
    )


def test_words_without_a_noun_or_a_pronoun_are_no_speaker(parsed, parts):
    assert (
        _told(
            parsed,
            parts(
                source=["slow"],
                cue=["grumbled about"],
                content=["to close the harbour"],
            ),
        )
        == []
    )


def test_what_a_rule_read_is_not_said_twice(parsed, parts, reader):
    found = parts(
        source=["Dana Roth"], cue=["grumbled about"], content=["the slow trains"]
    )
    cues = frozenset(i for run in found.cue for i in run)
    known = find_speech(parsed, reader.knowledge.lexicon, [], cues)

    assert len(known) + len(_told(parsed, found, known)) == 1
