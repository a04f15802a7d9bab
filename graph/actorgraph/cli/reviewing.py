"""The command that asks a person what only a person can decide: review."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing, quoting
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import DecisionOptions
from actorgraph.cli.parameters import load_graph
from actorgraph.counting import count

if TYPE_CHECKING:
    from actorgraph.model import Doubt, Judgement
    from actorgraph.pipeline.graph import Graph
    from actorgraph.pipeline.review import ReviewCase, ReviewedActor

#: What may be answered.
ANSWERS = "y yes, n no, s skip, u undo the last answer, q quit"
Ask = Callable[[str], str]


@example("actorgraph review")
def review(
    *,
    claims: Annotated[
        bool,
        typer.Option(
            "--claims", help="Decide on grave claims that are too doubtful for an edge."
        ),
    ] = False,
    decision: DecisionOptions,
) -> None:
    """Decide on actors that may be the same, one by one.

    With --claims, decide on doubtful grave claims. What matters most comes first. Answer y, n,
    s (skip), u (undo) or q (quit); the graph is rebuilt once, at the end. Without a
    terminal, the questions are only listed.
    """
    opened = load_graph(decision.graph)
    is_dialogue = sys.stdin.isatty() and sys.stdout.isatty() and not decision.json
    if not is_dialogue and not claims:
        _list_pairs(opened, decision.json)
    elif not is_dialogue:
        _list_claims(opened, decision.json)
    else:
        questions = list(_questions(opened, claims))
        decisions = converse(questions, input, decision.by)
        if decisions:
            decision.record_all(decisions)


def converse(
    questions: Sequence[Callable[[], ReviewCase]], ask: Ask, by: str = ""
) -> list[Judgement]:
    """Ask a person, question by question, and return what was decided.

    Args:
        questions: Each is made when it is asked.
        ask: Returns what is typed after a prompt; an end of the input quits.
        by: Who decides.
    """
    from dataclasses import replace

    answers: list[Judgement | None] = []
    while len(answers) < len(questions):
        case = questions[len(answers)]()
        _print_case(case, len(answers) + 1, len(questions))
        answer = _answered(ask)
        if answer == "q":
            break
        if answer == "u":
            answers = answers[:-1]
            continue
        judgement = {"y": case.yes, "n": case.no, "s": None}[answer]
        answers.append(replace(judgement, by=by) if judgement else None)
    return [answer for answer in answers if answer is not None]


def _answered(ask: Ask) -> str:
    """Return y, n, s, u or q."""
    while True:
        try:
            answer = ask(f"{ANSWERS}: ").strip().casefold()[:1]
        except EOFError:
            return "q"
        if answer and answer in "ynsuq":
            return answer


def _questions(graph: Graph, claims: bool) -> Iterator[Callable[[], ReviewCase]]:
    from functools import partial

    from actorgraph.pipeline import review as cases

    if claims:
        for claim in cases.doubtful_claims(graph):
            yield partial(cases.claim_case, graph, claim)
    else:
        for doubt in cases.doubtful_pairs(graph):
            yield partial(cases.pair_case, graph, doubt)


def _print_case(case: ReviewCase, number: int, total: int) -> None:
    printing.print_line()
    printing.print_line(f"{number} of {total}. {case.question}")
    for reason in case.reasons:
        printing.print_line(reason, 1)
    for side in case.sides:
        _print_side(side)


def _print_side(side: ReviewedActor) -> None:
    mentions = count(len(side.actor.mentions), "mention")
    printing.print_line(f"{side.actor.name} ({side.actor.id}), {mentions}", 1)
    for relation in side.relations:
        printing.print_line(relation, 2)
    for quote in side.quotes:
        quoting.print_quote(quote, 2)


def _list_pairs(graph: Graph, json: bool) -> None:
    from actorgraph.pipeline.review import doubtful_pairs

    doubts = doubtful_pairs(graph)
    printing.print_answer(
        lambda: doubts, lambda pairs: _print_doubts(graph, pairs), json=json
    )


def _print_doubts(graph: Graph, doubts: list[Doubt]) -> None:
    from actorgraph.dataset.statements import Statements

    statements = Statements(graph.stored.store, graph.base)
    if not doubts:
        printing.print_line("There is no pair of actors to decide on.")
    for doubt in doubts:
        left = statements.actor(doubt.left)
        right = statements.actor(doubt.right)
        pair = f"{left.id} {right.id}"
        force = "" if left.type is right.type else " --force"
        printing.print_line(
            f"{left.name} | {right.name} ({doubt.score:.2f}): {doubt.reason}"
        )
        printing.print_line(f"actorgraph merge {pair}{force}", 1)
        printing.print_line(f"actorgraph split {pair}", 1)


def _list_claims(graph: Graph, json: bool) -> None:
    from actorgraph.pipeline.review import doubtful_claims

    answers = [graph.proof(claim.id).claim for claim in doubtful_claims(graph)]
    if json:
        printing.print_json(answers)
        return
    if not answers:
        printing.print_line("There is no grave claim to decide on.")
    for claim in answers:
        quoting.print_claim(claim)
        printing.print_line(f"actorgraph confirm {claim.id}", 2)
        printing.print_line(f"actorgraph reject {claim.id}", 2)
