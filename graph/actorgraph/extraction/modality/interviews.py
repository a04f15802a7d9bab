"""Interviews and transcripts: passages that begin with their speaker's name and a colon.

    Zubrowka Post: Why did you resign?
    Dana Roth: I was never asked to stay.

Two speakers at least must take turns, and every turn must hold a finite verb: "Roth: 45 percent" is a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.modality.attribution import Speech, trimmed
from actorgraph.extraction.parse.datelines import begins
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType, MentionKind

TURN = "turn"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_turns(entities: Entities) -> list[Speech]:
    """What each speaker of an interview says; empty for a text that is none."""
    labels = [
        mention
        for mention in entities.parsed.in_order()
        if _is_label(entities.parsed, mention)
    ]
    if len({mention.actor for mention in labels}) < 2:
        return []
    turns = [
        _turn(entities, label, end)
        for label, end in zip(labels, _ends(entities.parsed, labels), strict=True)
    ]
    return (
        [turn for turn in turns if turn.content]
        if all(_says(entities.parsed, turn) for turn in turns)
        else []
    )


def _is_label(parsed: ParsedText, mention: TokenMention) -> bool:
    named = mention.kind is MentionKind.NAME and mention.type in (
        ActorType.PERSON,
        ActorType.ORGANIZATION,
    )
    if (
        not named
        or mention.actor < 0
        or parsed.lower[mention.end : mention.end + 1] != [":"]
    ):
        return False
    return begins(parsed.doc, mention.start)


def _ends(parsed: ParsedText, labels: list[TokenMention]) -> Iterator[int]:
    """Where each turn ends: at the next one; the last one at the end of its paragraph."""
    yield from (after.start for _, after in pairwise(labels))
    breaks = (
        i
        for i in range(labels[-1].end + 1, len(parsed.doc))
        if "\n" in parsed.doc[i].text
    )
    yield next(
        (i for i in breaks if i > labels[-1].end + 1), len(parsed.doc)
    )  # the name may have a line of its own


def _turn(entities: Entities, label: TokenMention, end: int) -> Speech:
    """What stands between a name and the next; a question claims nothing, and nobody calls himself by his name."""
    parsed, content = entities.parsed, []
    for _, sentence in groupby(
        range(label.end + 1, end), key=parsed.sentence_of.__getitem__
    ):
        tokens = list(sentence)
        if _is_named(parsed, label.actor, tokens):
            break
        if not any(parsed.lower[i] == "?" for i in tokens[-2:]):
            content += tokens
    source = list(range(label.start, label.end))
    return Speech(
        [label.end], source, trimmed(parsed, content), TURN, ":", label, direct=True
    )


def _is_named(parsed: ParsedText, actor: int, tokens: Iterable[int]) -> bool:
    mentions = (parsed.covering(i) for i in tokens)
    return any(
        c is not None and c.kind is MentionKind.NAME and c.actor == actor
        for c in mentions
    )


def _says(parsed: ParsedText, turn: Speech) -> bool:
    return not turn.content or any(parsed.tags[i] in FINITE for i in turn.content)
