"""The program that records judgements and builds the graph again: ``judgement_desk`` starts it.

It is a program of its own, not a child like the workers: the engine cannot write in a process that
was forked from one in which it is in use.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from actorgraph.dataset.store import open_graph
from actorgraph.errors import ActorgraphError, InvalidData, StoreError
from actorgraph.pipeline.changes import judge
from actorgraph.pipeline.graph import Graph
from actorgraph.pipeline.judgement_intake import read_lines
from actorgraph.pipeline.options import Options, judgements_beside
from actorgraph.resolution import read_judgements
from actorgraph.serving.problems import Problem, being_changed, problem_of


def main(folder: str, judgements: str) -> None:
    """Read judgements from standard input; write a status, and in the next line what happened.

    Args:
        folder: The graph folder.
        judgements: The file of decisions, "" for the one beside the folder.
    """
    path = Path(judgements) if judgements else judgements_beside(Path(folder))
    try:
        number = _record(sys.stdin.buffer.read(), Path(folder), path)
        sys.stdout.write("200\n" + json.dumps({"judgements": number}))
    except ActorgraphError as error:
        problem = _problem(error)
        sys.stdout.write(f"{problem.status.value}\n{problem.sentence}")


def _record(lines: bytes, folder: Path, judgements: Path) -> int:
    """Record judgements and build the graph again; return how many they are."""
    recorded = read_judgements(judgements)
    graph = Graph(open_graph(folder))
    decisions = read_lines(lines, "the request", graph, recorded)
    if not decisions:
        raise InvalidData("the request has no judgement")
    for number, decision in enumerate(decisions, 1):
        if not decision.by.strip():
            raise InvalidData(
                f"judgement {number} does not say who decided; fill in by"
            )
    judge(decisions, folder, Options(judgements=judgements))
    return len(decisions)


def _problem(error: ActorgraphError) -> Problem:
    if not isinstance(error, StoreError):
        return problem_of(error)
    sys.stderr.write(f"actorgraph: {error}\n")
    if "is being" in str(error):
        return being_changed()
    return problem_of(error)


if __name__ == "__main__":
    main(*sys.argv[1:])
