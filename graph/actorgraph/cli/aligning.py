"""Commands that align actors with other sources: align, watchlist and reconcile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import example
from actorgraph.cli.option_groups import DecisionOptions
from actorgraph.cli.parameters import ExactName, Why, load_graph, number_option
from actorgraph.counting import count
from actorgraph.errors import DocumentError, NotFound, UsageError
from actorgraph.kinds import ActorType

if TYPE_CHECKING:
    from actorgraph.model import Actor, Judgement
    from actorgraph.pipeline.reconciliation import ServiceCandidate
    from actorgraph.pipeline.watchlist_file import WatchList
    from actorgraph.resolution.listed_actors import ListMatch

Types = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        metavar="TYPE[=ID]",
        help="Only actors of this type, and the service's id for it (Person=Q5); can be "
        "repeated [default: Person and Organization].",
    ),
]
Asked = Annotated[int, number_option("--limit", "Maximum number of actors.")]
Keep = Annotated[
    bool,
    typer.Option("--keep", help="Record what is accepted, and rebuild the graph."),
]


@example('actorgraph align "Vladimir Putin" Q7747')
def align(
    actor: ExactName,
    target: Annotated[
        str, typer.Argument(metavar="IRI", help="Wikidata item, or any absolute IRI.")
    ],
    *,
    why: Why = "",
    decision: DecisionOptions,
) -> None:
    """Say that an actor is the same as a Wikidata item or an IRI.

    Every later build has the link (skos:exactMatch); undo takes it back.
    """
    from actorgraph.pipeline.actor_matches import aligned

    judgement = aligned(load_graph(decision.graph), actor, target)
    decision.record(judgement, why)


@example("actorgraph watchlist targets.simple.csv")
def watchlist(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="CSV with a column called name, or FollowTheMoney entities as JSON lines.",
        ),
    ],
    *,
    keep: Keep = False,
    decision: DecisionOptions,
) -> None:
    """Compare the actors with a list of names.

    Columns of a CSV file: name; and, if there are any, aliases, birth_date, countries, id, schema.
    An entry matches if its full name is that of one actor only and nothing speaks against it. What
    else may be meant is listed with the reason, and is never recorded.
    """
    from actorgraph.pipeline import actor_matches

    opened = load_graph(decision.graph)
    listed, matches = actor_matches.check_list(opened, file)
    printing.print_answer(
        lambda: {"matches": matches, "bad_rows": listed.bad},
        lambda _: _print_matches(listed, matches),
        json=decision.json,
    )
    for row in listed.bad:
        printing.warn(f"line {row.line} of {file.name}: {row.reason}")
    if keep:
        kept = actor_matches.kept_matches(opened, matches, file)
        _keep(kept, decision)
    if listed.bad:
        raise typer.Exit(DocumentError.exit_code)
    if not matches:
        raise typer.Exit(NotFound.exit_code)


@example("actorgraph reconcile https://example.org/reconcile --type Person=Q5")
def reconcile(
    url: Annotated[
        str,
        typer.Argument(metavar="URL", help="Address of a Reconciliation Service API."),
    ],
    *,
    types: Types = None,
    limit: Asked = 100,
    keep: Keep = False,
    decision: DecisionOptions,
) -> None:
    """Align actors through a reconciliation service.

    The names of actors without an alignment are sent to this address, and to no other. A candidate
    is accepted if the service is sure of it, its name is the actor's, and no other one fits.
    """
    from actorgraph.pipeline import actor_matches
    from actorgraph.pipeline import reconciliation as service_room

    wanted = dict(map(_type_and_id, types or ["Person", "Organization"]))
    opened = load_graph(decision.graph)
    actors = _commonest(service_room.reconcilable(opened.corpus.actors, wanted))
    service = service_room.Service.at(url)
    taken = actor_matches.all_matches(opened)
    candidates = service_room.reconcile(service, actors[:limit], wanted, taken)
    printing.print_answer(
        lambda: candidates,
        lambda _: _print_candidates(service.name, len(actors[:limit]), candidates),
        json=decision.json,
    )
    if keep:
        kept = service_room.alignments(candidates, service)
        _keep(kept, decision)


def _commonest(actors: Iterable[Actor]) -> list[Actor]:
    """Return actors, those that the articles mention most first."""
    return sorted(actors, key=lambda actor: (-len(actor.mentions), actor.id))


def _type_and_id(text: str) -> tuple[ActorType, str]:
    name, _, id_ = text.partition("=")
    if name not in set(ActorType):
        raise UsageError(f"no type {name!r}; choose one of {', '.join(ActorType)}")
    return ActorType(name), id_


def _keep(judgements: Iterable[Judgement], decision: DecisionOptions) -> None:
    """Record decisions and say so on standard error, so that JSON stays JSON."""
    signed = [replace(judgement, by=decision.by) for judgement in judgements]
    if signed:
        decision.judge(signed)
    number = len(signed)
    decisions = count(number, "alignment")
    printing.warn(f"{decisions} recorded; to see them: actorgraph judgements")


def _print_matches(listed: WatchList, matches: Iterable[ListMatch]) -> None:
    rows = [
        (
            match.standing.value,
            f"{match.score:.2f}",
            f"{match.name} ({match.entry or f'line {match.line}'})",
            f"{match.actor_name} ({match.actor})",
            match.reason,
        )
        for match in matches
    ]
    accepted = _print_pairs(("entry", "actor"), rows)
    entries = count(len(listed.entries), "entry", "entries")
    printing.print_line(
        f"{entries} compared: {count(accepted, 'match', 'matches')}, "
        f"{len(rows) - accepted} to look at"
    )
    if listed.passed_over:
        over = count(listed.passed_over, "entry", "entries")
        printing.print_line(f"{over} passed over: neither people nor organizations")


def _print_candidates(
    name: str, asked: int, candidates: Iterable[ServiceCandidate]
) -> None:
    rows = [
        (
            "match" if item.accepted else "possible",
            f"{item.score:.1f}",
            f"{item.actor_name} ({item.actor})",
            f"{item.name} ({item.id})",
            item.reason,
        )
        for item in candidates
    ]
    accepted = _print_pairs(("actor", "candidate"), rows)
    printing.print_line(
        f"{count(asked, 'actor')} asked of {name}: "
        f"{count(accepted, 'match', 'matches')}"
    )


def _print_pairs(sides: tuple[str, str], rows: Sequence[tuple[str, ...]]) -> int:
    """Print standing, score, both sides and reason of each pair; return how many are matches."""
    head = ("standing", "score", *sides, "why")
    printing.print_table(head, rows, "{:<9}  {}  {} | {}: {}".format)
    return sum(row[0] == "match" for row in rows)
