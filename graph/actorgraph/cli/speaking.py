"""The command that lists what an actor said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from actorgraph.cli import printing, quoting
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import QuestionOptions
from actorgraph.cli.parameters import (
    Name,
    actor_option,
    find_named,
)
from actorgraph.counting import count
from actorgraph.errors import UsageError
from actorgraph.kinds import SpeechAct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actorgraph.analysis.questions.quoted_words import QuotedWords
    from actorgraph.model import Actor


@example('actorgraph said "Dmitry Peskov"')
def said(
    actor: Name,
    about: Annotated[
        str | None,
        actor_option("--about", "Only words that mention this actor."),
    ] = None,
    *,
    asking: QuestionOptions,
) -> None:
    """List what an actor said, denied or would not say.

    Each quotation has the words that mark it, its document and its day.
    """
    from actorgraph.analysis.questions.quoted_words import quotations_query

    opened = asking.open()
    speaker = find_named(opened, actor)
    topic = find_named(opened, about) if about else None
    if topic is not None and asking.sparql:
        raise UsageError(
            "mentions are not in the store, so no query finds what words are about"
        )
    asking.answer(
        lambda: opened.said(speaker, topic),
        lambda quotations: _print_all(speaker, topic, quotations),
        lambda: quotations_query(speaker.id, opened.base),
    )


def print_quotations(quotations: Sequence[QuotedWords], depth: int) -> None:
    """Print quotations, each with its cue, what it is about, and its passages."""
    for quotation in quotations:
        printing.print_line(_opening(quotation), depth)
        for quote in quotation.quotes:
            quoting.print_quote(quote, depth + 1)


def _print_all(
    speaker: Actor, topic: Actor | None, quotations: Sequence[QuotedWords]
) -> None:
    if not quotations:
        about = f" that mention {topic.name}" if topic is not None else ""
        printing.print_line(f"No words{about} are attributed to {speaker.name}.")
        return
    documents = {quote.document for item in quotations for quote in item.quotes}
    number = count(len(quotations), "quotation")
    sources = count(len(documents), "document")
    printing.print_line(f"{speaker.name}: {number} in {sources}")
    print_quotations(quotations, 1)


def _opening(quotation: QuotedWords) -> str:
    """Return what is said of a quotation: ``declined (does not say), about Peter Marsh``.

    A cue that says itself what was done, as "denied" does, needs no more.
    """
    notes = []
    if quotation.direct:
        notes.append("verbatim")
    if quotation.act != SpeechAct.SAYS and quotation.act[:4] != quotation.cue[:4]:
        notes.append(quotation.act)
    words = quotation.cue or "quoted"
    if notes:
        listed = ", ".join(notes)
        words += f" ({listed})"
    if not quotation.about:
        return words
    about = printing.enumerate_names(quotation.about)
    return f"{words}, about {about}"
