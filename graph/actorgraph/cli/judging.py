"""Commands for people's judgements: which actors are one, and which are not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.building import tell
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    Folder,
    Judgements,
    options_of,
)
from actorgraph.errors import UsageError
from actorgraph.model import Judgement, Verdict

Why = Annotated[
    str,
    typer.Option("--why", metavar="TEXT", help="The reason, kept with the judgement."),
]
By = Annotated[
    str,
    typer.Option("--by", metavar="NAME", help="Who decides, kept with the judgement."),
]
Left = Annotated[str, typer.Argument(metavar="A", help="An actor, by name or id.")]


def merge(
    left: Left,
    right: Annotated[
        str, typer.Argument(metavar="B", help="The actor that is the same.")
    ],
    *,
    why: Why = "",
    by: By = "",
    graph: Folder = DEFAULT_FOLDER,
    judgements: Judgements = None,
    json: AsJson = False,
) -> None:
    """Judge that two actors are the same, and make the graph anew."""
    from actorgraph.pipeline import judged_pairs

    ids = judged_pairs.judged_pair(graph, left, right, judgements)
    _judge(Judgement(*ids, Verdict.SAME, by, why), graph, judgements, json)


def split(
    left: Left,
    right: Annotated[
        str | None, typer.Argument(metavar="B", help="The actor that is another.")
    ] = None,
    *,
    document: Annotated[
        str | None,
        typer.Option(
            "--document",
            metavar="D",
            help="Take what this document says of A out of A.",
        ),
    ] = None,
    why: Why = "",
    by: By = "",
    graph: Folder = DEFAULT_FOLDER,
    judgements: Judgements = None,
    json: AsJson = False,
) -> None:
    """Judge that two actors are not the same, or that a document means another one; make the graph anew."""
    from actorgraph.pipeline import judged_pairs

    if right is not None and document is None:
        ids = judged_pairs.judged_pair(graph, left, right, judgements)
    elif document is not None and right is None:
        ids = judged_pairs.part_of(graph, left, document)
    else:
        raise UsageError(
            "give the other actor, or --document D to take out what that document says"
        )
    _judge(Judgement(*ids, Verdict.DIFFERENT, by, why), graph, judgements, json)


def judgements(
    graph: Folder = DEFAULT_FOLDER,
    file: Judgements = None,
    json: AsJson = False,
) -> None:
    """List the judgements in force; one without effect, since an actor is not there, is flagged."""
    from actorgraph.pipeline import judged_pairs

    found = judged_pairs.list_judgements(graph, file)
    if json:
        printing.as_json(found)
        return
    for one in found:
        judged = one.judgement
        notes = [
            judged.by and f"by {judged.by}",
            judged.why,
            "" if one.used else "without effect: an actor is not there",
        ]
        printing.say(
            f"{judged.verdict}: {judged.left} | {judged.right} {' – '.join(filter(None, notes))}"
        )
    if not found:
        printing.say("No judgements yet; see: actorgraph review")


def review(graph: Folder = DEFAULT_FOLDER, json: AsJson = False) -> None:
    """List the pairs of actors that are in doubt, for you to merge or split."""
    from actorgraph.pipeline.graph import load

    whole = load(graph)
    doubts = sorted(
        whole.stored.doubts(), key=lambda doubt: (-doubt.score, doubt.left, doubt.right)
    )
    if json:
        printing.as_json(doubts)
        return
    names = {actor.id: actor.name for actor in whole.corpus.actors}
    for doubt in doubts:
        printing.say(
            f"{names[doubt.left]} | {names[doubt.right]} ({doubt.score:.2f}): {doubt.reason}"
        )
        printing.indented(f"actorgraph merge {doubt.left} {doubt.right}")
        printing.indented(f"actorgraph split {doubt.left} {doubt.right}")
    if not doubts:
        printing.say("No pair of actors is in doubt.")


COMMANDS = (merge, split, judgements, review)


def _judge(judgement: Judgement, folder: Path, file: Path | None, json: bool) -> None:
    from actorgraph.pipeline import changes

    with printing.progress() as progress:
        report = changes.judge(judgement, folder, options_of(judgements=file), progress)
    tell(report, json)
