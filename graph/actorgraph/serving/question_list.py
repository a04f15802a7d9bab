"""The questions that are answered over HTTP, each a method of ``Graph``.

The routes, the description in OpenAPI and the workers are all made from this list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actorgraph.analysis.questions.neighbourhood import NamedActor
from actorgraph.analysis.questions.rank import MEASURES

if TYPE_CHECKING:
    from actorgraph.model import Actor
    from actorgraph.pipeline.graph import Graph

Arguments = Mapping[str, Any]
#: Longest name that may be asked for, in characters.
LONGEST_NAME = 200
#: Most rows of a ranking or a search.
MOST_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question.

    Attributes:
        description: For people.
        is_required: Whether the question means nothing without it.
        choices: What it may be; empty if it is free text, or a number if ``default`` is one.
        default: What it is if it is left out.
    """

    name: str
    description: str
    is_required: bool = False
    choices: tuple[str, ...] = ()
    default: str | int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question.

    Attributes:
        summary: One line for people.
        parameters: In the order of the description.
        ask: Returns the answer, made of records.
        needs_corpus: Whether parts of the store do not suffice for an answer.
    """

    summary: str
    parameters: tuple[Parameter, ...]
    ask: Callable[[Graph, Arguments], object]
    needs_corpus: bool = False


def _actor(name: str, description: str, *, is_required: bool = True) -> Parameter:
    text = f"{description}: id, name, or beginnings of its words"
    return Parameter(name, text, is_required)


def _limit(default: int) -> Parameter:
    return Parameter(
        "limit", f"Maximum number of rows, up to {MOST_ROWS}", default=default
    )


_ACTOR = (_actor("actor", "Actor"),)
_PAIR = (_actor("a", "First actor"), _actor("b", "Second actor"))


def _find(graph: Graph, arguments: Arguments, name: str = "actor") -> Actor:
    # A part of the store has the mentions of an actor only if it is asked for by id.
    return graph.find(graph.find(arguments[name]).id)


def _quoted_words(graph: Graph, arguments: Arguments) -> object:
    speaker = _find(graph, arguments)
    about = arguments.get("about")
    return graph.said(speaker, about)


def _search(graph: Graph, arguments: Arguments) -> object:
    return [
        NamedActor(actor.id, actor.name, actor.type.value)
        for actor in graph.search(arguments["name"], arguments["limit"])
    ]


#: Name in the address → question.
QUESTIONS: Mapping[str, Question] = {
    "search": Question(
        "Actors whose name has words with these beginnings",
        (Parameter("name", "Beginnings of words", is_required=True), _limit(20)),
        _search,
    ),
    "show": Question(
        "What the articles claim about an actor, with quotes",
        _ACTOR,
        lambda graph, values: graph.profile(_find(graph, values)),
    ),
    "neighbours": Question(
        "The actors that one is related to, as nodes and edges",
        _ACTOR,
        lambda graph, values: graph.neighbours(_find(graph, values)),
    ),
    "said": Question(
        "What an actor said, denied or would not say",
        (
            *_ACTOR,
            _actor("about", "Only words that mention this actor", is_required=False),
        ),
        _quoted_words,
    ),
    "timeline": Question(
        "The claims about an actor in the order of their days",
        _ACTOR,
        lambda graph, values: graph.timeline(_find(graph, values)),
    ),
    "explain": Question(
        "The proofs of all claims that relate two actors",
        _PAIR,
        lambda graph, values: graph.explain(
            _find(graph, values, "a"), _find(graph, values, "b")
        ),
    ),
    "compare": Question(
        "To which actors both of two, or only one of them, are related",
        _PAIR,
        lambda graph, values: graph.compare(
            _find(graph, values, "a"), _find(graph, values, "b")
        ),
    ),
    "claim": Question(
        "A claim with its quotes, and the claims that it follows from",
        (Parameter("id", "Id of the claim, 16 hexadecimal digits", is_required=True),),
        lambda graph, values: graph.proof(values["id"]),
    ),
    "document": Question(
        "A document with what it claims and whom it quotes",
        (Parameter("id", "Id of the document", is_required=True),),
        lambda graph, values: graph.document(values["id"]),
    ),
    "path": Question(
        "The shortest chains of accepted relations between two actors",
        _PAIR,
        lambda graph, values: graph.path(values["a"], values["b"]),
        needs_corpus=True,
    ),
    "rank": Question(
        "The most central actors",
        (
            Parameter("measure", "What counts", choices=MEASURES, default="pagerank"),
            _limit(20),
        ),
        lambda graph, values: graph.rank(values["measure"], values["limit"]),
        needs_corpus=True,
    ),
    "communities": Question(
        "Groups of closely linked actors, the largest first",
        (),
        lambda graph, _: graph.communities(),
        needs_corpus=True,
    ),
    "why-not": Question(
        "What was considered about an actor, or between two, and not claimed",
        (_actor("a", "First actor"), _actor("b", "Second actor", is_required=False)),
        lambda graph, values: graph.refusals(
            *(values[name] for name in ("a", "b") if values.get(name))
        ),
        needs_corpus=True,
    ),
}
