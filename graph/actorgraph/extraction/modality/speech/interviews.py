"""Interviews and transcripts: passages that begin with their speaker's name and a colon.

    Zubrowka Post: Why did you resign?
    Dana Roth: I was never asked to stay.

At least two speakers must take turns, or one answers the question before each turn, and most turns
must have a finite verb: "Head: Dana Roth" is from a list, and "Dana Roth: 45 percent" from a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import attrgetter

from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.modality.speech.speech import Speech, SpeechPattern, trimmed
from actorgraph.extraction.parse.closed_classes import SPEAKER_LABELS
from actorgraph.extraction.parse.datelines import begins
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import (
    ADJECTIVE_TAGS,
    FINITE_TAGS,
    NOUN_TAGS,
)
from actorgraph.model import ActorType, MentionKind

#: Fewest speakers of an interview.
FEWEST_SPEAKERS = 2

#: Types of those who can speak.
SPEAKERS = frozenset({ActorType.PERSON, ActorType.ORGANIZATION})

#: Most tokens from a name to the colon after a bracket: "Dana Roth (*Harbour Party*):".
BRACKET_REACH = 8
#: Tags of words between a name with a comma after it and the colon.
APPOSED_TAGS = NOUN_TAGS | ADJECTIVE_TAGS | {"DT", "IN", "POS", "HYPH"}
#: How the tokenizer cuts the colon after a bracket.
CLOSING_COLONS = ("):", "]:")

#: A question mark may have one closing quotation mark, bracket or line break after it: tokens from
#: the end.
QUESTION_END = 2


def find_turns(entities: Entities) -> list[Speech]:
    """Return what each speaker of an interview says; empty for a text that is no interview."""
    parsed = entities.parsed
    labels = _labels(parsed)
    speakers = {_key(parsed, label) for label in labels}
    if len(speakers) < FEWEST_SPEAKERS and not _are_answers(parsed, labels):
        return []
    ends = _ends(parsed, labels)
    turns = [_turn(parsed, *turn) for turn in zip(labels, ends, strict=True)]
    if not _are_sentences(parsed, turns):
        return []
    return list(filter(attrgetter("content"), turns))


def _are_answers(parsed: ParsedText, labels: list[TokenMention]) -> bool:
    """Whether each turn follows a question of someone unnamed."""
    for label in labels:
        start = _start(parsed, label)
        if "?" not in parsed.lower[max(0, start - QUESTION_END) : start]:
            return False
    return bool(labels)


def _labels(parsed: ParsedText) -> list[TokenMention]:
    """Return who speaks at the beginnings of lines, in text order."""
    labels = {label.start: label for label in _unnamed(parsed)}
    for mention in parsed.in_order():
        if _is_label(parsed, mention):
            labels[mention.start] = mention
    return [labels[start] for start in sorted(labels)]


def _key(parsed: ParsedText, label: TokenMention) -> int | str:
    """Return what distinguishes speakers: the actor, or else the label."""
    if label.is_resolved:
        return label.actor
    return parsed.lower[label.start]


def _is_label(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a mention is who speaks, at the beginning of a line and before a colon."""
    if mention.type not in SPEAKERS:
        return False
    has_colon = _colon(parsed, mention) is not None
    if not has_colon or not begins(parsed.doc, _start(parsed, mention)):
        return False
    # CASE description: "The judge: …"
    if mention.is_description:
        return mention.is_person
    return mention.is_name and mention.is_resolved


def _colon(parsed: ParsedText, label: TokenMention) -> int | None:
    """Return the colon after a label and its bracket, if there is one."""
    after = label.end
    if parsed.word(after) == ":":
        return after
    # CASE body or role: "Dana Roth*, Harbour Party*: …", "Dana Roth*, mayor of Bergen*: …"
    if parsed.word(after) == ",":
        end = after + 1
        while end - after < BRACKET_REACH and parsed.tag(end) in APPOSED_TAGS:
            end += 1
        return end if parsed.word(end) == ":" else None
    if parsed.tag(after) != "-LRB-":
        return None
    words = parsed.lower[after : after + BRACKET_REACH]
    for i, word in enumerate(words, after):
        if word in CLOSING_COLONS:
            return i
    return None


def _start(parsed: ParsedText, label: TokenMention) -> int:
    """Return the first token of a label, which may be a title: "*Mr* Roth: …"."""
    start = label.start
    title = start - 1
    if title < 0 or parsed.tags[title] != "NNP":
        return start
    if parsed.covering(title) is not None:
        return start
    return title


def _unnamed(parsed: ParsedText) -> Iterator[TokenMention]:
    """Yield the labels of those who have no name: "Q:", "Interviewer:"."""
    for token in parsed.doc[:-1]:
        if token.lower_ not in SPEAKER_LABELS or token.nbor().text != ":":
            continue
        i = token.i
        if begins(parsed.doc, i):
            kind, type_ = MentionKind.NOMINAL, ActorType.PERSON
            yield TokenMention(i, i + 1, i, type_, kind)


def _ends(parsed: ParsedText, labels: list[TokenMention]) -> Iterator[int]:
    """Yield where each turn ends: at the next label; the last one at the end of its paragraph."""
    yield from (_start(parsed, label) for _, label in pairwise(labels))
    # A name may have a line of its own: the break right after its colon ends no paragraph.
    end = _begin(parsed, labels[-1]) + 1
    while end < len(parsed.doc) and "\n" not in parsed.doc[end].text:
        end += 1
    yield min(end, len(parsed.doc))


def _begin(parsed: ParsedText, label: TokenMention) -> int:
    """Return the first token after the colon of a label."""
    return (_colon(parsed, label) or label.end) + 1


def _turn(parsed: ParsedText, label: TokenMention, end: int) -> Speech:
    """Return what is said between a label and the next.

    Questions claim nothing and are left out. A sentence that names the speaker is no longer the
    speaker's.
    """
    content: list[int] = []
    begin = _begin(parsed, label)
    tokens = range(begin, end)
    for _, sentence in groupby(tokens, key=parsed.sentence_of.__getitem__):
        words = list(sentence)
        if _is_named(parsed, label.actor, words):
            break
        if "?" not in {parsed.lower[i] for i in words[-QUESTION_END:]}:
            content += words
    return Speech(
        cue=[begin - 1],
        source=list(range(label.start, label.end)),
        content=trimmed(parsed, content),
        pattern=SpeechPattern.TURN,
        speaker=label if label.is_resolved else None,
        direct=True,
    )


def _is_named(parsed: ParsedText, actor: int, tokens: Iterable[int]) -> bool:
    if actor < 0:
        return False
    for i in tokens:
        name = parsed.name_at(i)
        if name is not None and name.actor == actor:
            return True
    return False


def _are_sentences(parsed: ParsedText, turns: list[Speech]) -> bool:
    """Whether most turns have a finite verb, and those without one no number."""
    fragments = 0
    for turn in turns:
        tags = {parsed.tags[i] for i in turn.content}
        if tags and FINITE_TAGS.isdisjoint(tags):
            fragments += 1
            if "CD" in tags:
                return False
    return fragments * 2 <= len(turns)
