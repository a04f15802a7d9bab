"""Attributions that only the network finds: its tagged spans, put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.knowledge import load_knowledge
from actorgraph.extraction.learned import SpeechTags
from actorgraph.extraction.mentions.name_finder import find_names
from actorgraph.extraction.mentions.recognised import recognised
from actorgraph.extraction.modality.attribution import find_speech
from actorgraph.extraction.modality.learned_cues import learned_speeches
from actorgraph.extraction.modality.speech import Speech
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.model import Span

TEXT = (
    "Dana Roth grumbled about the slow trains. It was decided to close the harbour. "
    "Marsh could sell two old boats."
)


@pytest.fixture(scope="module")
def parsed(reader: Reader) -> ParsedText:
    (doc,) = reader.parser.parse([TEXT])
    parsed_text = ParsedText(doc, reader.parser)
    find_names(
        parsed_text,
        recognised(doc),
        reader.knowledge.gazetteer,
        reader.knowledge.lexicon,
    )
    return parsed_text


@pytest.fixture
def tags(parsed: ParsedText) -> Callable[..., SpeechTags]:
    """Tagged spans of tokens, by their words."""

    def span(words: str) -> Span:
        tokens = [token.text for token in parsed.doc]
        wanted = words.split()
        start = next(
            i for i in range(len(tokens)) if tokens[i : i + len(wanted)] == wanted
        )
        return start, start + len(wanted)

    return lambda **named: SpeechTags(
        **{part: tuple(map(span, phrases)) for part, phrases in named.items()}
    )


def _speeches(
    parsed: ParsedText, tags: SpeechTags, speeches: list[Speech] | tuple[Any, ...] = ()
) -> list[tuple[str, str]]:
    return [
        (
            " ".join(parsed.doc[i].text for i in speech.source),
            " ".join(parsed.doc[i].text for i in speech.content),
        )
        for speech in learned_speeches(
            parsed, load_knowledge(()).lexicon, tags, speeches, []
        )
    ]


def test_a_cue_gets_the_speaker_and_the_content_beside_it(
    parsed: ParsedText, tags: Callable[..., SpeechTags]
) -> None:
    tagged = tags(
        source=["Dana Roth"], cue=["grumbled about"], content=["the slow trains"]
    )

    assert _speeches(parsed, tagged) == [("Dana Roth", "the slow trains")]


def test_a_cue_without_a_tagged_source_gets_its_subject(
    parsed: ParsedText, tags: Callable[..., SpeechTags]
) -> None:
    assert _speeches(
        parsed, tags(cue=["grumbled about"], content=["the slow trains"])
    ) == [("Dana Roth", "the slow trains")]


def test_what_hangs_on_the_content_belongs_to_it(
    parsed: ParsedText, tags: Callable[..., SpeechTags]
) -> None:
    tagged = tags(source=["Dana Roth"], cue=["grumbled about"], content=["trains"])

    assert _speeches(parsed, tagged) == [("Dana Roth", "the slow trains")]


def test_it_and_passives_are_nobody(
    parsed: ParsedText, tags: Callable[..., SpeechTags]
) -> None:
    assert (
        _speeches(parsed, tags(cue=["decided"], content=["to close the harbour"])) == []
    )


def test_a_cue_without_content_says_nothing(
    parsed: ParsedText, tags: Callable[..., SpeechTags]
) -> None:
    assert _speeches(parsed, tags(source=["Dana Roth"], cue=["grumbled about"])) == []


def test_two_words_say_too_little(
    parsed: ParsedText, tags: Callable[..., SpeechTags]
) -> None:
    assert (
        _speeches(
            parsed,
            tags(source=["Dana Roth"], cue=["grumbled about"], content=["the slow"]),
        )
        == []
    )


def test_words_without_a_noun_or_a_pronoun_are_no_speaker(
    parsed: ParsedText, tags: Callable[..., SpeechTags]
) -> None:
    assert (
        _speeches(
            parsed,
            tags(
                source=["slow"],
                cue=["grumbled about"],
                content=["to close the harbour"],
            ),
        )
        == []
    )


def test_what_a_rule_read_is_not_said_twice(
    parsed: ParsedText, tags: Callable[..., SpeechTags], reader: Reader
) -> None:
    tagged = tags(
        source=["Dana Roth"], cue=["grumbled about"], content=["the slow trains"]
    )
    cues = tagged.cue_tokens()
    by_rules = find_speech(parsed, reader.knowledge.lexicon, [], cues)

    assert len(by_rules) + len(_speeches(parsed, tagged, by_rules)) == 1


def test_an_auxiliary_says_nothing(
    parsed: ParsedText, tags: Callable[..., SpeechTags]
) -> None:
    tagged = tags(source=["Marsh"], cue=["could"], content=["two old boats"])

    assert _speeches(parsed, tagged) == []
