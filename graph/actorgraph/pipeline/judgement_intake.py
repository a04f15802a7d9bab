"""A file of judgements from elsewhere: what the page saved, or a colleague's file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from actorgraph.analysis.finding import find_exactly
from actorgraph.codec import Row, to_row
from actorgraph.errors import InvalidData, NotFound
from actorgraph.files import bytes_of
from actorgraph.model import Judgement, Verdict
from actorgraph.pipeline.graph import Graph
from actorgraph.pipeline.judged_claims import check_class, claim_of, passage_of
from actorgraph.resolution import judgement_of, parsed_line


def read_file(
    path: Path, graph: Graph, recorded: Sequence[Judgement] = ()
) -> tuple[Judgement, ...]:
    """Return the judgements of a file.

    A line may name its claim by id only, as the page writes it; passage, ends and relation are then
    taken from the graph, or from a judgement about the claim that is recorded already.

    Raises:
        InvalidData: naming the first line that is damaged, or about nothing in the graph.
        UsageError: if the file cannot be read.
    """
    return read_lines(bytes_of(path), path.name, graph, recorded)


def read_lines(
    data: bytes, source: str, graph: Graph, recorded: Sequence[Judgement] = ()
) -> tuple[Judgement, ...]:
    """Return the judgements of JSON lines, as ``read_file`` does; ``source`` names them."""
    known = _judged_claims(recorded)
    judgements: list[Judgement] = []
    lines = data.splitlines()
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"line {number} of {source}"
            judgement = _judgement(line, place, graph, known)
            judgements.append(judgement)
    return tuple(judgements)


def _judged_claims(recorded: Sequence[Judgement]) -> dict[str, Row]:
    """Return how judgements name each claim; a rejected one is not in the graph."""
    rows: dict[str, Row] = {}
    for judgement in recorded:
        if judgement.claim is not None:
            row = to_row(judgement)
            fields = {
                name: row[name] for name in ("left", "right", "relation", "claim")
            }
            rows.setdefault(judgement.claim.id, fields)
    return rows


def _judgement(
    line: bytes, place: str, graph: Graph, known: Mapping[str, Row]
) -> Judgement:
    row = parsed_line(line, place)
    try:
        judgement = judgement_of(_completed(row, graph, known), place)
        _check(judgement, graph)
    except NotFound as error:
        raise InvalidData(f"{place}: {error}") from error
    return judgement


def _completed(row: Row, graph: Graph, known: Mapping[str, Row]) -> Row:
    """Return a line with what it leaves to the graph: the passage and the ends of its claim."""
    id_ = row.get("claim")
    if not isinstance(id_, str):
        return row
    if id_ in known:
        return row | known[id_]
    claim = claim_of(graph, id_)
    passage = passage_of(claim)
    ends = {"left": claim.subject, "right": claim.object, "relation": claim.relation}
    return {**ends, **row, "claim": to_row(passage)}


def _check(judgement: Judgement, graph: Graph) -> None:
    """Check what would have no effect: a relation or a class that the ontology lacks."""
    correction = judgement.correction
    relations = (judgement.relation, correction and correction.relation)
    for relation in relations:
        if relation:
            graph.vocabulary.relation(relation)
    if judgement.verdict is Verdict.RETYPED:
        check_class(graph, judgement.text)
    for actor in (correction and correction.subject, correction and correction.object):
        if actor:
            find_exactly(graph.corpus, actor)
