"""Interviews and transcripts: passages that begin with their speaker's name and a colon.

    Zubrowka Post: Why did you resign?
    Dana Roth: I was never asked to stay.

Two speakers at least must take turns, and every turn must hold a finite verb: "Roth: 45 percent" is a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from actorgraph.extraction.attribution import Speech, trimmed
from actorgraph.extraction.cast import Cast
from actorgraph.extraction.datelines import begins
from actorgraph.extraction.page import Chunk, Page
from actorgraph.model import ActorType, MentionKind

TURN = "turn"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_turns(cast: Cast) -> list[Speech]:
    """What each speaker of an interview says; empty for a text that is none."""
    labels = [chunk for chunk in cast.page.in_order() if _is_label(cast.page, chunk)]
    if len({chunk.actor for chunk in labels}) < 2:
        return []
    turns = [_turn(cast, label, end) for label, end in zip(labels, _ends(cast.page, labels), strict=True)]
    return [turn for turn in turns if turn.content] if all(_says(cast.page, turn) for turn in turns) else []


def _is_label(page: Page, chunk: Chunk) -> bool:
    named = chunk.kind is MentionKind.NAME and chunk.type in (ActorType.PERSON, ActorType.ORGANIZATION)
    if not named or chunk.actor < 0 or page.lower[chunk.end : chunk.end + 1] != [":"]:
        return False
    return begins(page.doc, chunk.start)


def _ends(page: Page, labels: list[Chunk]) -> Iterator[int]:
    """Where each turn ends: at the next one; the last one at the end of its paragraph."""
    yield from (after.start for _, after in pairwise(labels))
    breaks = (i for i in range(labels[-1].end + 1, len(page.doc)) if "\n" in page.doc[i].text)
    yield next((i for i in breaks if i > labels[-1].end + 1), len(page.doc))  # the name may have a line of its own


def _turn(cast: Cast, label: Chunk, end: int) -> Speech:
    """What stands between a name and the next; a question claims nothing, and nobody calls himself by his name."""
    page, content = cast.page, []
    for _, sentence in groupby(range(label.end + 1, end), key=page.sentence_of.__getitem__):
        tokens = list(sentence)
        if _is_named(page, label.actor, tokens):
            break
        if not any(page.lower[i] == "?" for i in tokens[-2:]):
            content += tokens
    source = list(range(label.start, label.end))
    return Speech([label.end], source, trimmed(page, content), TURN, ":", label, direct=True)


def _is_named(page: Page, actor: int, tokens: Iterable[int]) -> bool:
    chunks = (page.covering(i) for i in tokens)
    return any(c is not None and c.kind is MentionKind.NAME and c.actor == actor for c in chunks)


def _says(page: Page, turn: Speech) -> bool:
    return not turn.content or any(page.tags[i] in FINITE for i in turn.content)
