"""Commands that correct the graph: reject, confirm, correct, rename, retype, hide, note and undo.

None acts on a guessed name: each takes an id or an exact name.
"""

from __future__ import annotations

from typing import Annotated

import typer

from actorgraph.cli import completing
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import DecisionOptions
from actorgraph.cli.parameters import (
    ExactName,
    Why,
    actor_argument,
    actor_option,
    load_graph,
)
from actorgraph.errors import UsageError
from actorgraph.kinds import Modality, Polarity, Status, Verdict


def relation_option(text: str) -> object:
    """Return an option that names a relation, for ``Annotated``; the shell completes it."""
    return typer.Option(
        "--relation", metavar="R", help=text, autocompletion=completing.relations
    )


What = Annotated[
    list[str],
    actor_argument("CLAIM | A B", "Id of a claim, or two actors by exact name or id."),
]
RelationName = Annotated[
    str | None, relation_option("Which relation of the two, if several.")
]
ClaimName = Annotated[
    str, typer.Argument(metavar="CLAIM", help="Id of a claim, see explain.")
]
RightSubject = Annotated[str | None, actor_option("--subject", "Right subject.")]
RightRelation = Annotated[str | None, relation_option("Right relation.")]
RightObject = Annotated[str | None, actor_option("--object", "Right object.")]
RightPolarity = Annotated[
    Polarity | None, typer.Option("--polarity", help="Right polarity.")
]
RightModality = Annotated[
    Modality | None, typer.Option("--modality", help="Right modality.")
]
RightStatus = Annotated[Status | None, typer.Option("--status", help="Right status.")]
Swap = Annotated[bool, typer.Option("--swap", help="Exchange subject and object.")]


@example('actorgraph reject "Steve Witkoff" "Donald Trump" --relation envoyOf')
def reject(
    what: What,
    *,
    relation: RelationName = None,
    why: Why = "",
    decision: DecisionOptions,
) -> None:
    """Reject a claim, or every claim of an edge.

    A rejected claim appears only under explain --why-not, in this build and all later ones. With
    two actors, every claim of their relation is rejected, including those of documents added later.
    """
    _judge_claims(decision, Verdict.REJECTED, what, relation, why)


@example('actorgraph confirm "Steve Witkoff" "Donald Trump" --relation envoyOf')
def confirm(
    what: What,
    *,
    relation: RelationName = None,
    why: Why = "",
    decision: DecisionOptions,
) -> None:
    """Confirm a claim, or every claim of an edge.

    A confirmed claim has confidence 1, so it is drawn however doubtful the reading was.
    """
    _judge_claims(decision, Verdict.CONFIRMED, what, relation, why)


@example("actorgraph correct 3f0c5e1a9b7d2c48 --relation advisorTo --swap")
def correct(
    claim: ClaimName,
    *,
    subject: RightSubject = None,
    relation: RightRelation = None,
    object_: RightObject = None,
    swap: Swap = False,
    polarity: RightPolarity = None,
    modality: RightModality = None,
    status: RightStatus = None,
    why: Why = "",
    decision: DecisionOptions,
) -> None:
    """Correct what a claim says.

    What is not given stays as it was read. The corrected claim must fit the ontology.
    """
    from actorgraph.model import ActorId, Correction
    from actorgraph.pipeline.judged_claims import corrected_claim

    ends = (ActorId(name) if name else None for name in (subject, object_))
    subject_id, object_id = ends
    if swap and (subject or object_):
        raise UsageError("give either --swap, or --subject and --object")
    right = Correction(subject_id, relation, object_id, polarity, modality, status)
    judgement = corrected_claim(load_graph(decision.graph), claim, right, swapped=swap)
    decision.record(judgement, why)


@example('actorgraph rename "Witkof" "Steve Witkoff"')
def rename(
    actor: ExactName,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The right name.")],
    *,
    why: Why = "",
    decision: DecisionOptions,
) -> None:
    """Give an actor another name.

    The old one is kept as another name of it.
    """
    _judge_actor(decision, Verdict.RENAMED, actor, name, why)


@example('actorgraph retype "Norvale Shipping" Company')
def retype(
    actor: ExactName,
    class_: Annotated[
        str,
        typer.Argument(metavar="CLASS", help="Class of the ontology, such as Person."),
    ],
    *,
    why: Why = "",
    decision: DecisionOptions,
) -> None:
    """Give an actor another class.

    Claims that do not fit it are refused.
    """
    _judge_actor(decision, Verdict.RETYPED, actor, class_, why)


@example('actorgraph hide "Farmers\' League 12" --why "a result, not a party"')
def hide(
    actor: ExactName,
    *,
    why: Why = "",
    decision: DecisionOptions,
) -> None:
    """Leave an actor and its claims out of the graph."""
    _judge_actor(decision, Verdict.HIDDEN, actor, why=why)


@example('actorgraph note "Ivo Castell" "asked for comment on Tuesday"')
def note(
    actor: ExactName,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to remember.")],
    *,
    decision: DecisionOptions,
) -> None:
    """Write a note about an actor.

    The command show and the page repeat it.
    """
    _judge_actor(decision, Verdict.NOTED, actor, text)


@example("actorgraph undo 3")
def undo(
    which: Annotated[
        str,
        typer.Argument(metavar="NUMBER", help="Its number, as judgements lists it."),
    ],
    *,
    why: Why = "",
    decision: DecisionOptions,
) -> None:
    """Take a decision back.

    What was decided before it counts again. Later decisions are then numbered one lower.
    """
    from actorgraph.pipeline.listed_judgements import listed_judgement

    item = listed_judgement(decision.graph, which, decision.judgements)
    decision.take_back(item, why)


def _judge_claims(
    decision: DecisionOptions,
    verdict: Verdict,
    what: list[str],
    relation: str | None,
    why: str,
) -> None:
    """Record a verdict on a claim, or on the claims of two actors."""
    from actorgraph.pipeline.judged_claims import judged_claim, judged_edge

    opened = load_graph(decision.graph)
    if len(what) == 1:
        judgement = judged_claim(opened, what[0], verdict)
    elif len(what) == 2:
        left, right = what
        judgement = judged_edge(opened, left, right, relation, verdict)
    else:
        raise UsageError("give the id of a claim, or two actors")
    decision.record(judgement, why)


def _judge_actor(
    decision: DecisionOptions,
    verdict: Verdict,
    actor: str,
    text: str = "",
    why: str = "",
) -> None:
    """Record a verdict on an actor."""
    from actorgraph.pipeline.judged_claims import judged_actor

    opened = load_graph(decision.graph)
    decision.record(judged_actor(opened, actor, verdict, text), why)
