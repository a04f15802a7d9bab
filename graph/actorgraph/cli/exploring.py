"""Commands that answer an analyst's questions, with quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    AsSparql,
    Folder,
    Limit,
    Name,
    graph_of,
)
from actorgraph.errors import UsageError
from actorgraph.model import ActorType, ClaimId

if TYPE_CHECKING:
    from actorgraph.analysis.answers import (
        ClaimAnswer,
        Community,
        Profile,
        Proof,
        Quote,
        RefusalAnswer,
        Step,
    )
    from actorgraph.pipeline.graph import Graph

CLAIM = re.compile(r"[0-9a-f]{16}")
#: Types that are in the graph for what they say of others, not as somebody who acts.
NO_ACTORS = (ActorType.ROLE.value, ActorType.TIME.value)
#: Members of a community that are listed.
MEMBERS = 12


def show(
    actor: Name,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
    sparql: AsSparql = False,
) -> None:
    """Tell what is claimed of an actor, with the quotes."""
    from actorgraph.analysis import questions
    from actorgraph.analysis.sparql import claims_of

    whole = graph_of(graph)
    one = whole.find(actor)
    if sparql:
        print(claims_of(one.id, whole.base), end="")
        return
    found = questions.profile(whole.corpus, whole.network, whole.vocabulary, one)
    printing.as_json(found) if json else _tell_profile(found)


def path(
    start: Annotated[str, typer.Argument(metavar="A", help="An actor.")],
    end: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
    sparql: AsSparql = False,
) -> None:
    """Tell how two actors are connected, with a quote for each step."""
    from actorgraph.analysis import questions
    from actorgraph.analysis.sparql import chains

    whole = graph_of(graph)
    ends = whole.find(start), whole.find(end)
    found = questions.shortest_paths(
        whole.corpus, whole.network, whole.vocabulary, *ends
    )
    if sparql:
        print(chains(ends[0].id, ends[1].id, max(1, len(found[0])), whole.base), end="")
        return
    printing.as_json(found) if json else _tell_paths(found)


def rank(
    *,
    measure: Annotated[
        str,
        typer.Option(
            "--measure", help="pagerank, betweenness, degree, mentions or documents."
        ),
    ] = "pagerank",
    limit: Limit = 20,
    all: Annotated[bool, typer.Option("--all", help="Posts and dates too.")] = False,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
    sparql: AsSparql = False,
) -> None:
    """List the actors at the centre."""
    from actorgraph.analysis import questions
    from actorgraph.analysis import sparql as queries

    left_out = () if all else NO_ACTORS
    if sparql:
        print(queries.ranking(measure, limit, left_out), end="")
        return
    found = questions.ranking(
        graph_of(graph).measured, measure, limit, leave_out=left_out
    )
    if json:
        printing.as_json(found)
        return
    rows = (
        (
            str(one.place),
            f"{one.value:.4f}" if one.value % 1 else f"{one.value:.0f}",
            one.name,
            one.type,
        )
        for one in found
    )
    printing.table(
        ("#", "value", "actor", "type"), rows, "{:>4}  {:>8}  {} ({})".format
    )


def communities(
    number: Annotated[
        int | None, typer.Option("--number", metavar="N", help="Only this one.")
    ] = None,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
) -> None:
    """List groups of actors that are close to each other."""
    from actorgraph.analysis import questions

    found = questions.community_members(graph_of(graph).measured, number)
    printing.as_json(found) if json else _tell_communities(
        found, whole=number is not None
    )


def explain(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="A B | CLAIM", help="Two actors, or the id of a claim."),
    ] = None,
    why_not: Annotated[
        bool, typer.Option("--why-not", help="What was refused instead, and why.")
    ] = False,
    graph: Folder = DEFAULT_FOLDER,
    json: AsJson = False,
    sparql: AsSparql = False,
) -> None:
    """Give the proof of an edge or a claim; with --why-not, what was read but not believed."""
    names, whole = what or [], graph_of(graph)
    if sparql:
        print(_query(whole, names, why_not=why_not), end="")
    elif why_not:
        refusals = _refusals(whole, names)
        printing.as_json(refusals) if json else _tell_refusals(refusals)
    else:
        proofs = _proofs(whole, names)
        printing.as_json(proofs) if json else _tell_proofs(proofs)


COMMANDS = (show, path, rank, communities, explain)


def _query(whole: Graph, names: list[str], *, why_not: bool) -> str:
    from actorgraph.analysis.sparql import claim_with_quotes, claims_between

    if why_not:
        raise UsageError(
            "what was refused is not in the graph, so no query can ask for it"
        )
    claim = _claim(names)
    if claim is not None:
        return claim_with_quotes(claim, whole.base)
    left, right = map(whole.find, names)
    return claims_between(left.id, right.id, whole.base)


def _claim(names: list[str]) -> ClaimId | None:
    """The claim that is asked for; None where it is two actors."""
    if len(names) == 1 and CLAIM.fullmatch(names[0]):
        return ClaimId(names[0])
    if len(names) != 2:
        raise UsageError(
            "give two actors, or the id of a claim (16 hexadecimal digits), or --why-not"
        )
    return None


def _proofs(whole: Graph, names: list[str]) -> tuple[Proof, ...]:
    from actorgraph.analysis import questions

    claim = _claim(names)
    if claim is not None:
        return (questions.claim_proof(whole.corpus, whole.vocabulary, claim),)
    return questions.edge_proofs(
        whole.corpus, whole.vocabulary, *map(whole.find, names)
    )


def _refusals(whole: Graph, names: list[str]) -> tuple[RefusalAnswer, ...]:
    from actorgraph.analysis import questions

    if len(names) > 2:
        raise UsageError("--why-not takes no actor, one or two")
    return questions.refusals_about(
        whole.corpus.readings, whole.vocabulary, *map(whole.find, names)
    )


def _tell_profile(found: Profile) -> None:
    kind = found.subtype or found.type
    counts = f"{printing.counted(found.mentions, 'mention')} in {printing.counted(found.documents, 'document')}"
    printing.say(f"{found.name} ({kind}, {found.id}), {counts}")
    if found.aliases:
        printing.indented(f"also: {printing.listing(found.aliases)}")
    if not found.groups:
        printing.indented("no claim relates it to another actor")
    for group in found.groups:
        printing.say()
        printing.say(group.family)
        for relation in group.relations:
            printing.indented(
                relation.sentence
                if relation.accepted
                else f"{relation.sentence} [not accepted]"
            )
            for claim in relation.claims:
                _tell_claim(claim, 2)


def _tell_claim(claim: ClaimAnswer, depth: int) -> None:
    notes = [
        claim.polarity,
        claim.modality,
        claim.status,
        claim.said_by and f"according to {claim.said_by}",
    ]
    notes = [
        note
        for note in notes
        if note and note not in ("affirmed", "asserted", "current")
    ]
    dates = " to ".join(filter(None, (claim.valid_from, claim.valid_until)))
    told = ", ".join(
        filter(
            None, [*notes, dates, f"confidence {claim.confidence:.2f}", claim.method]
        )
    )
    printing.indented(f"{claim.id}: {told}", depth)
    for quote in claim.quotes:
        _tell_quote(quote, depth + 1)


def _tell_quote(quote: Quote, depth: int) -> None:
    date = f", {quote.date}" if quote.date else ""
    printing.indented(
        f"“{printing.cut(quote.text)}” ({quote.source}{date}, {quote.start}–{quote.end})",
        depth,
    )


def _tell_paths(found: tuple[tuple[Step, ...], ...]) -> None:
    if found == ((),):
        printing.say("That is one and the same actor.")
        return
    for number, steps in enumerate(found, start=1):
        printing.say(
            f"Path {number} of {len(found)}, {printing.counted(len(steps), 'step')}"
        )
        for step in steps:
            more = (
                f" (also {printing.listing(step.other_relations)})"
                if step.other_relations
                else ""
            )
            printing.indented(step.sentence + more)
            _tell_quote(step.quote, 2)


def _tell_communities(found: tuple[Community, ...], *, whole: bool) -> None:
    single = sum(len(one.members) == 1 for one in found)
    rows = (
        (
            str(one.number),
            str(len(one.members)),
            printing.listing(
                [member.name for member in one.members],
                len(one.members) if whole else MEMBERS,
            ),
        )
        for one in found
        if len(one.members) > 1 or whole
    )
    printing.table(("#", "actors", "members"), rows, "{0}: {2}".format)
    if single and not whole:
        printing.say(
            f"{printing.counted(single, 'actor')} by itself"
            if single == 1
            else f"{single:,} actors by themselves"
        )


def _tell_proofs(proofs: tuple[Proof, ...], depth: int = 0) -> None:
    for proof in proofs:
        printing.indented(proof.claim.sentence, depth)
        _tell_claim(proof.claim, depth + 1)
        if proof.premises:
            printing.indented("it follows from:", depth + 1)
            _tell_proofs(proof.premises, depth + 2)


def _tell_refusals(found: tuple[RefusalAnswer, ...]) -> None:
    if not found:
        printing.say("Nothing was refused.")
    for one in found:
        printing.say(one.sentence)
        printing.indented(f"refused: {one.reason}")
        _tell_quote(one.quote, 1)
