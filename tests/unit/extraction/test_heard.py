"""Attributions that only the learned reader hears: its runs of words, put together."""

from __future__ import annotations

import pytest

from actorgraph.extraction.attribution import find_speech
from actorgraph.extraction.heard import heard
from actorgraph.extraction.learned import Parts
from actorgraph.extraction.names import find_names
from actorgraph.extraction.page import Page
from actorgraph.extraction.seen import recognised

TEXT = "Dana Roth grumbled about the slow trains. It was decided to close the harbour."


@pytest.fixture(scope="module")
def page(reader) -> Page:
    (doc,) = reader.parser.parse([TEXT])
    whole = Page(doc, reader.parser)
    find_names(whole, recognised(doc), reader.knowledge.gazetteer, reader.knowledge.lexicon)
    return whole


@pytest.fixture
def parts(page):
    """Runs of tokens, by their words."""

    def run(words: str) -> range:
        tokens = [token.text for token in page.doc]
        wanted = words.split()
        start = next(i for i in range(len(tokens)) if tokens[i : i + len(wanted)] == wanted)
        return range(start, start + len(wanted))

    return lambda **named: Parts(**{part: tuple(run(words) for words in runs) for part, runs in named.items()})


def _told(page, parts, known=()):
    return [
        (" ".join(page.doc[i].text for i in speech.source), " ".join(page.doc[i].text for i in speech.content))
        for speech in heard(page, parts, known, [])
    ]


def test_a_cue_gets_the_speaker_and_the_content_beside_it(page, parts):
    found = parts(source=["Dana Roth"], cue=["grumbled about"], content=["the slow trains"])

    assert _told(page, found) == [("Dana Roth", "the slow trains")]


def test_a_cue_without_a_speaker_that_is_heard_gets_its_subject(page, parts):
    assert _told(page, parts(cue=["grumbled about"], content=["the slow trains"])) == [("Dana Roth", "the slow trains")]


def test_what_hangs_on_the_content_belongs_to_it(page, parts):
    found = parts(source=["Dana Roth"], cue=["grumbled about"], content=["trains"])

    assert _told(page, found) == [("Dana Roth", "the slow trains")]


def test_it_and_passives_are_nobody(page, parts):
    assert _told(page, parts(cue=["decided"], content=["to close the harbour"])) == []


def test_a_cue_without_content_says_nothing(page, parts):
    assert _told(page, parts(source=["Dana Roth"], cue=["grumbled about"])) == []


def test_two_words_say_too_little(page, parts):
    assert _told(page, parts(source=["Dana Roth"], cue=["grumbled about"], content=["the slow"])) == []


def test_words_without_a_noun_or_a_pronoun_are_no_speaker(page, parts):
    assert _told(page, parts(source=["slow"], cue=["grumbled about"], content=["to close the harbour"])) == []


def test_what_a_rule_read_is_not_said_twice(page, parts, reader):
    found = parts(source=["Dana Roth"], cue=["grumbled about"], content=["the slow trains"])
    cues = frozenset(i for run in found.cue for i in run)
    known = find_speech(page, reader.knowledge.lexicon, [], cues)

    assert len(known) + len(_told(page, found, known)) == 1
