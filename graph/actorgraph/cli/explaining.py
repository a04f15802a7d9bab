"""The command that shows the proof of an edge or a claim, or what was refused: explain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing, quoting
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import QuestionOptions
from actorgraph.cli.parameters import (
    actor_argument,
    find_named,
)
from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from actorgraph.analysis.questions.proof import Proof
    from actorgraph.analysis.questions.refusals import RefusalAnswer
    from actorgraph.model import ClaimId
    from actorgraph.pipeline.graph import Graph

CLAIM = re.compile(r"[0-9a-f]{16}")


@example('actorgraph explain "Steve Witkoff" "Donald Trump"')
def explain(
    what: Annotated[
        list[str] | None,
        actor_argument("A B | CLAIM", "Two actors, or the id of a claim."),
    ] = None,
    why_not: Annotated[
        bool, typer.Option("--why-not", help="Show what was refused, and why.")
    ] = False,
    *,
    asking: QuestionOptions,
) -> None:
    """Show the proof of an edge or a claim, or what was refused.

    With --why-not, it lists the claims that were considered and refused: all of them, those about
    one actor, or those between two.
    """
    names, opened = what or [], asking.open()
    if why_not and asking.sparql:
        raise UsageError("refused claims are not in the graph, so no query finds them")
    if why_not:
        if len(names) > 2:
            raise UsageError("--why-not takes no actor, one or two")
        printing.print_answer(
            lambda: opened.refusals(*names), _print_refusals, json=asking.json
        )
        return
    claim = _claim(names)
    asking.answer(
        lambda: _proofs(opened, names, claim),
        _print_proofs,
        lambda: _query(opened, names, claim),
    )


def _claim(names: list[str]) -> ClaimId | None:
    """Return the id of the claim asked about, None for two actors."""
    if len(names) == 1 and CLAIM.fullmatch(names[0]):
        from actorgraph.model import ClaimId

        return ClaimId(names[0])
    if len(names) != 2:
        raise UsageError(
            "give two actors, or the id of a claim (16 hexadecimal digits), or --why-not"
        )
    return None


def _proofs(
    opened: Graph, names: list[str], claim: ClaimId | None
) -> tuple[Proof, ...]:
    if claim is not None:
        proof = opened.proof(claim)
        return (proof,)
    ends = (find_named(opened, name) for name in names)
    left, right = ends
    return opened.explain(left, right)


def _query(opened: Graph, names: list[str], claim: ClaimId | None) -> str:
    from actorgraph.analysis.questions.proof import claim_query, edge_query

    if claim is not None:
        return claim_query(claim, opened.base)
    left, right = (find_named(opened, name) for name in names)
    return edge_query(left.id, right.id, opened.base)


def _print_proofs(proofs: tuple[Proof, ...], depth: int = 0) -> None:
    for proof in proofs:
        claim = proof.claim
        printing.print_line(claim.sentence, depth)
        quoting.print_evidence(claim, depth + 1)
        if proof.premises:
            printing.print_line("follows from:", depth + 1)
            _print_proofs(proof.premises, depth + 2)


def _print_refusals(refusals: tuple[RefusalAnswer, ...]) -> None:
    if not refusals:
        printing.print_line("Nothing was refused.")
    for refusal in refusals:
        printing.print_line(refusal.sentence)
        printing.print_line(f"refused: {refusal.reason}", 1)
        quoting.print_quote(refusal.quote, 1)
