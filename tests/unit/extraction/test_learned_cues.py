"""Attributions that only the network finds: its tagged spans, put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.knowledge import load_knowledge
from actorgraph.extraction.learned import SpeechTags
from actorgraph.extraction.mentions.names.name_finder import find_names
from actorgraph.extraction.mentions.names.recognised import recognised
from actorgraph.extraction.modality.speech.attribution import find_speech
from actorgraph.extraction.modality.speech.learned_cues import learned_speeches
from actorgraph.extraction.modality.speech.speech import Speech
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.model import Span

TEXT = (
    "Dana Roth grumbled about the slow trains. It was decided to close the harbour. "
    "Marsh could sell two old boats. The bank elected Peter Hallam as its head."
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


@pytest.mark.parametrize(
    "tagged",
    [
        {
            "source": ["Dana Roth"],
            "cue": ["grumbled about"],
            "content": ["the slow trains"],
        },
        # no source: the subject of the cue
        {"cue": ["grumbled about"], "content": ["the slow trains"]},
        # a part of the content: what depends on it belongs to it
        {"source": ["Dana Roth"], "cue": ["grumbled about"], "content": ["trains"]},
    ],
)
def test_a_cue_gets_its_speaker_and_the_whole_content(
    parsed: ParsedText,
    tags: Callable[..., SpeechTags],
    tagged: dict[str, list[str]],
) -> None:
    assert _speeches(parsed, tags(**tagged)) == [("Dana Roth", "the slow trains")]


@pytest.mark.parametrize(
    "tagged",
    [
        # "it" and passives are nobody
        {"cue": ["decided"], "content": ["to close the harbour"]},
        # no content
        {"source": ["Dana Roth"], "cue": ["grumbled about"]},
        # content of two words
        {"source": ["Dana Roth"], "cue": ["grumbled about"], "content": ["the slow"]},
        # a source without a noun or a pronoun
        {
            "source": ["slow"],
            "cue": ["grumbled about"],
            "content": ["to close the harbour"],
        },
        # an auxiliary as cue
        {"source": ["Marsh"], "cue": ["could"], "content": ["two old boats"]},
        # an appointment
        {"source": ["bank"], "cue": ["elected"], "content": ["Peter Hallam as its"]},
    ],
)
def test_spans_that_make_no_speech_say_nothing(
    parsed: ParsedText,
    tags: Callable[..., SpeechTags],
    tagged: dict[str, list[str]],
) -> None:
    assert _speeches(parsed, tags(**tagged)) == []


def test_an_appointment_is_no_speech_for_the_rules_either(
    parsed: ParsedText, tags: Callable[..., SpeechTags], reader: Reader
) -> None:
    cues = tags(cue=["elected"]).cue_tokens()

    assert find_speech(parsed, reader.knowledge.lexicon, [], cues) == []


def test_what_a_rule_read_is_not_said_twice(
    parsed: ParsedText, tags: Callable[..., SpeechTags], reader: Reader
) -> None:
    tagged = tags(
        source=["Dana Roth"], cue=["grumbled about"], content=["the slow trains"]
    )
    cues = tagged.cue_tokens()
    by_rules = find_speech(parsed, reader.knowledge.lexicon, [], cues)

    assert len(by_rules) + len(_speeches(parsed, tagged, by_rules)) == 1
