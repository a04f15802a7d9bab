"""Every question is a command and a method of the graph, and both give the same answer."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from actorgraph.pipeline.graph import load
from tests.unit.cli.conftest import Command

#: Command and its arguments → the method of a graph that answers it, and what it takes.
QUESTIONS = [
    (["show", "Greta Solheim"], lambda graph: graph.profile("Greta Solheim")),
    (
        ["path", "Solheim", "Coast Party"],
        lambda graph: graph.path("Solheim", "Coast Party"),
    ),
    (
        ["rank", "--measure", "degree", "--limit", "3"],
        lambda graph: graph.rank("degree", 3),
    ),
    (["rank", "--all"], lambda graph: graph.rank(leave_out=())),
    (["communities"], lambda graph: graph.communities()),
    (["communities", "--number", "0"], lambda graph: graph.communities(0)),
    (["brokers"], lambda graph: graph.brokers()),
    (
        ["explain", "Greta Solheim", "Coast Party"],
        lambda graph: graph.explain("Greta Solheim", "Coast Party"),
    ),
    (["explain", "--why-not"], lambda graph: graph.refusals()),
    (
        ["explain", "--why-not", "Pavel Brandt"],
        lambda graph: graph.refusals("Pavel Brandt"),
    ),
    (["timeline"], lambda graph: graph.timeline()),
    (["timeline", "Ines Okoro"], lambda graph: graph.timeline("Ines Okoro")),
    (
        ["compare", "Solheim", "Brandt"],
        lambda graph: graph.compare("Solheim", "Brandt"),
    ),
    (["delegation", "Coast Party"], lambda graph: graph.delegation("Coast Party")),
]


@pytest.mark.parametrize(("words", "ask"), QUESTIONS)
def test_a_method_answers_what_its_command_answers(
    built: Path, actorgraph: Command, words: list[str], ask: Callable[..., Any]
) -> None:
    answer = ask(load(built))
    plain = (
        [[asdict(step) for step in path] for path in answer]
        if words[0] == "path"
        else [asdict(record) for record in answer]
        if isinstance(answer, tuple)
        else asdict(answer)
    )

    printed = json.loads(actorgraph(*words, "-g", built, "--json").out)
    assert printed == json.loads(json.dumps(plain))
