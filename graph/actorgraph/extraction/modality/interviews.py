"""Interviews and transcripts: passages that begin with their speaker's name and a colon.

    Zubrowka Post: Why did you resign?
    Dana Roth: I was never asked to stay.

At least two speakers must take turns, and every turn must have a finite verb: "Roth: 45 percent"
is from a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.modality.speech import Speech, SpeechPattern, trimmed
from actorgraph.extraction.parse.datelines import begins
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import FINITE_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind

#: Fewest speakers of an interview.
FEWEST_SPEAKERS = 2

#: Labels of those who ask and answer without a name.
UNNAMED = grammar_words("label of a speaker without a name")

#: Types of those who can speak.
SPEAKERS = frozenset({ActorType.PERSON, ActorType.ORGANIZATION})

#: A question mark may have one closing quotation mark, bracket or line break after it: tokens from
#: the end.
QUESTION_END = 2


def find_turns(entities: Entities) -> list[Speech]:
    """Return what each speaker of an interview says; empty for a text that is no interview."""
    parsed = entities.parsed
    names = [mention for mention in parsed.in_order() if _is_label(parsed, mention)]
    labels = sorted([*names, *_unnamed(parsed)], key=lambda label: label.start)
    speakers = {label.actor for label in labels}
    if len(speakers) < FEWEST_SPEAKERS:
        return []
    turns: list[Speech] = []
    for label, end in zip(labels, _ends(parsed, labels), strict=True):
        turn = _turn(parsed, label, end)
        if turn.content and not _has_finite_verb(parsed, turn):
            return []
        if turn.content:
            turns.append(turn)
    return turns


def _is_label(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a mention is who speaks, at the beginning of a line and before a colon."""
    if mention.type not in SPEAKERS:
        return False
    has_colon = parsed.word(mention.end) == ":"
    if not has_colon or not begins(parsed.doc, _start(parsed, mention)):
        return False
    # CASE description: "The judge: …"
    if mention.is_description:
        return mention.type is ActorType.PERSON
    return mention.is_name and mention.actor >= 0


def _start(parsed: ParsedText, label: TokenMention) -> int:
    """Return the first token of a label, which may be a title: "*Mr* Roth: …"."""
    before = label.start - 1
    if before < 0 or parsed.tags[before] != "NNP":
        return label.start
    return label.start if parsed.covering(before) is not None else before


def _unnamed(parsed: ParsedText) -> Iterator[TokenMention]:
    """Yield the labels of those who have no name: "Q:", "Interviewer:"."""
    for token in parsed.doc[:-1]:
        is_label = token.lower_ in UNNAMED and parsed.lower[token.i + 1] == ":"
        if is_label and begins(parsed.doc, token.i):
            kind, type_ = MentionKind.NOMINAL, ActorType.PERSON
            yield TokenMention(token.i, token.i + 1, token.i, type_, kind)


def _ends(parsed: ParsedText, labels: list[TokenMention]) -> Iterator[int]:
    """Yield where each turn ends: at the next label; the last one at the end of its paragraph."""
    yield from (_start(parsed, label) for _, label in pairwise(labels))
    # A name may have a line of its own: the break right after its colon ends no paragraph.
    end = labels[-1].end + 2
    while end < len(parsed.doc) and "\n" not in parsed.doc[end].text:
        end += 1
    yield min(end, len(parsed.doc))


def _turn(parsed: ParsedText, label: TokenMention, end: int) -> Speech:
    """Return what is said between a label and the next.

    Questions claim nothing and are left out. A sentence that names the speaker is no longer the
    speaker's.
    """
    content: list[int] = []
    tokens = range(label.end + 1, end)
    for _, sentence in groupby(tokens, key=parsed.sentence_of.__getitem__):
        words = list(sentence)
        if _is_named(parsed, label.actor, words):
            break
        if "?" not in {parsed.lower[i] for i in words[-QUESTION_END:]}:
            content += words
    return Speech(
        cue=[label.end],
        source=list(range(label.start, label.end)),
        content=trimmed(parsed, content),
        pattern=SpeechPattern.TURN,
        speaker=None if label.actor < 0 else label,
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


def _has_finite_verb(parsed: ParsedText, turn: Speech) -> bool:
    tags = {parsed.tags[i] for i in turn.content}
    return not FINITE_TAGS.isdisjoint(tags)
