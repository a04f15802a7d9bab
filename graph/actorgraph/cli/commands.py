"""The table of commands; the module of a command is imported when the command is used.

Typer inspects the signature of every command before it runs or lists one, and a signature needs the
imports of its module. ``actorgraph --help`` only needs this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, TypeVar

import typer
from typer.core import TyperGroup
from typer.main import get_command

Function = TypeVar("Function", bound=Callable[..., None])

#: Command → its module and its help in one line, which is also the first line of the function's
#: docstring.
COMMANDS = {
    "build": ("building", "Read documents and build a graph."),
    "add": ("building", "Read more documents into an existing graph."),
    "watch": ("watching", "Add documents to a graph as they come into a folder."),
    "remove": ("building", "Remove documents and everything that only they support."),
    "extract": ("building", "Print claims as JSON lines, without building a graph."),
    "query": ("querying", "Run a SPARQL query or a named question."),
    "relations": (
        "ontology_listing",
        "List the relations and classes of the ontology.",
    ),
    "questions": ("querying", "List the named questions for query --name."),
    "show": ("showing", "Show what the articles claim about an actor, with quotes."),
    "path": (
        "showing",
        "Show how two actors are connected, with a quote for each step.",
    ),
    "rank": ("ranking", "List the most central actors."),
    "communities": ("ranking", "List groups of closely linked actors."),
    "brokers": ("ranking", "List the actors that connect groups, by betweenness."),
    "explain": (
        "explaining",
        "Show the proof of an edge or a claim, or what was refused.",
    ),
    "said": ("speaking", "List what an actor said, denied or would not say."),
    "timeline": ("timelines", "List claims in chronological order."),
    "compare": ("comparing", "Compare two actors: common and separate relations."),
    "delegation": (
        "comparing",
        "List who takes part in an event, and on whose behalf.",
    ),
    "diff": ("differing", "Show what changed between two graphs or two days."),
    "conflicts": ("differing", "List what the articles say that cannot all be so."),
    "html": ("exporting", "Write the interactive page."),
    "export": (
        "exporting",
        "Write the graph in a format for other programs, or as a picture.",
    ),
    "mcp": (
        "assisting",
        "Serve the graph to an assistant over the Model Context Protocol.",
    ),
    "serve": (
        "serving",
        "Serve the graph: a SPARQL endpoint, pages, and JSON answers.",
    ),
    "push": ("publishing", "Write the graph into a SPARQL store."),
    "pull": ("publishing", "Read the graph back from a SPARQL store."),
    "corpus": ("archiving", "Read a whole archive on Spark, or open a part of it."),
    "validate": ("checking", "Check the graph against the SHACL shapes."),
    "verify": ("checking", "Re-check every quote and all other guarantees."),
    "repair": ("checking", "Rebuild a damaged graph from what is intact in it."),
    "merge": ("judging", "Merge two actors and rebuild the graph."),
    "split": ("judging", "Keep two actors apart and rebuild the graph."),
    "reject": ("deciding", "Reject a claim, or every claim of an edge."),
    "confirm": ("deciding", "Confirm a claim, or every claim of an edge."),
    "correct": ("deciding", "Correct what a claim says."),
    "rename": ("deciding", "Give an actor another name."),
    "retype": ("deciding", "Give an actor another class."),
    "hide": ("deciding", "Leave an actor and its claims out of the graph."),
    "note": ("deciding", "Write a note about an actor."),
    "align": (
        "aligning",
        "Say that an actor is the same as a Wikidata item or an IRI.",
    ),
    "watchlist": ("aligning", "Compare the actors with a list of names."),
    "reconcile": ("aligning", "Align actors through a reconciliation service."),
    "undo": ("deciding", "Take a decision back."),
    "judge": ("judging", "Take in a file of decisions, such as the page saves."),
    "judgements": ("judging", "List your decisions by number, with their effect."),
    "review": (
        "reviewing",
        "Decide on actors that may be the same, one by one.",
    ),
    "evaluate": (
        "evaluating",
        "Measure the reading on annotated articles, or by your decisions.",
    ),
    "calibrate": (
        "calibrating",
        "Make confidence follow your decisions.",
    ),
}

CONTEXT = {"help_option_names": ["-h", "--help"]}


def example(command_line: str) -> Callable[[Function], Function]:
    """Give a command an example, which its help ends with."""

    def attach(function: Function) -> Function:
        function.__dict__["example"] = command_line
        return function

    return attach


def function_of(name: str) -> Callable[..., None]:
    """Import the function of a command.

    Raises:
        KeyError: if there is no such command.
    """
    module, _ = COMMANDS[name]
    function: Callable[..., None] = getattr(
        import_module(f"actorgraph.cli.{module}"), name
    )
    return function


class CommandGroup(TyperGroup):
    """The group of all commands."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes | {"commands": _Commands()})

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002  (typer's signature)
        """Return the names of the commands, in the order of the help."""
        return list(COMMANDS)

    def format_commands(self, ctx: object, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """Write a line for each command; typer does not export the type of its formatter."""
        rows = [(name, summary.rstrip(".")) for name, (_, summary) in COMMANDS.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


class _Commands(Mapping[str, object]):
    """Typer's commands by name; looking one up builds it."""

    def __getitem__(self, name: str) -> object:
        function = function_of(name)
        from actorgraph.cli.option_groups import expanded

        epilog = f"Example: {function.__dict__['example']}"
        if isinstance(function, typer.Typer):  # a group of commands
            function.info.epilog = epilog
            return get_command(function)
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(name, epilog=epilog, context_settings=CONTEXT)(expanded(function))
        return get_command(app)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)
