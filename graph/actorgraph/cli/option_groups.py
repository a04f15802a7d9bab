"""Options that several commands share: a command takes a dataclass, whose fields users give."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import wraps
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from actorgraph.cli import printing
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    AsSparql,
    Base,
    By,
    Floor,
    Folder,
    Judgements,
    Mode,
    Ontology,
    Pipeline,
    Threshold,
    WithOutputs,
    Workers,
    load_graph,
)
from actorgraph.errors import UsageError

if TYPE_CHECKING:
    from actorgraph.model import Judgement
    from actorgraph.pipeline.graph import Graph
    from actorgraph.pipeline.listed_judgements import ListedJudgement
    from actorgraph.pipeline.options import Options
    from actorgraph.pipeline.report import Report

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class ReadingOptions:
    """How documents are read."""

    extensions: Ontology = None
    pipeline: Pipeline = None
    reader: Mode = None
    floor: Floor = None

    def options(self, **more: Any) -> Options:
        """Return these options, and more, as the library takes them."""
        from actorgraph.pipeline.options import Options

        return Options(**vars(self) | more)


@dataclass(frozen=True)
class ChangeOptions(ReadingOptions):
    """How documents are read into a graph."""

    workers: Workers = 1
    threshold: Threshold = None
    judgements: Judgements = None
    outputs: WithOutputs = None


@dataclass(frozen=True)
class BuildOptions(ChangeOptions):
    """How a graph is built."""

    base: Base = None


@dataclass(frozen=True)
class DecisionOptions:
    """Who decides, about which graph, and where the decision is kept."""

    by: By = ""
    graph: Folder = DEFAULT_FOLDER
    judgements: Judgements = None
    json: AsJson = False

    def record(self, judgement: Judgement, why: str = "") -> None:
        """Record a decision, rebuild the graph, and print what changed."""
        signed = replace(judgement, by=self.by, why=why)
        self.record_all([signed])

    def record_all(self, judgements: Sequence[Judgement], known: int = 0) -> None:
        """Record decisions that are signed, rebuild the graph, and print what changed.

        Args:
            judgements: The decisions.
            known: How many others were recorded before.
        """
        from actorgraph.cli.reporting import print_recorded

        report = self._judge_and_tell(judgements)
        if not self.json:
            print_recorded(len(judgements), known, report)

    def take_back(self, item: ListedJudgement, why: str) -> None:
        """Record that a decision is undone, rebuild the graph, and print what changed."""
        self._judge_and_tell([replace(item.undoing, by=self.by, why=why)])
        if not self.json:
            printing.print_line(f"taken back: {item.sentence}")

    def _judge_and_tell(self, judgements: Sequence[Judgement]) -> Report:
        from actorgraph.cli.reporting import print_report

        report = self.judge(judgements)
        print_report(report, self.json)
        return report

    def judge(self, judgements: Sequence[Judgement]) -> Report:
        """Record decisions that are signed, rebuild the graph, and return what changed."""
        from actorgraph.pipeline import changes
        from actorgraph.pipeline.options import Options

        options = Options(judgements=self.judgements)
        with printing.progress() as progress:
            return changes.judge(judgements, self.graph, options, progress)


@dataclass(frozen=True)
class QuestionOptions:
    """Which graph is asked, and in which form it answers."""

    graph: Folder = DEFAULT_FOLDER
    json: AsJson = False
    sparql: AsSparql = False

    def open(self) -> Graph:
        """Open the graph."""
        return load_graph(self.graph)

    def answer(
        self,
        ask: Callable[[], Answer],
        show: Callable[[Answer], None],
        query: Callable[[], str],
    ) -> None:
        """Print the answer to a question, or with ``--sparql`` the query for it.

        Args:
            ask: Returns the answer.
            show: Prints it in words.
            query: Returns a SPARQL query for the answer.
        """
        if self.sparql:
            print(query(), end="")
        else:
            printing.print_answer(ask, show, json=self.json)


def expanded(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command that takes the fields of its groups of options in place of the groups.

    Typer makes an option of every parameter of a function, and does not know dataclasses.
    """
    parameters = inspect.signature(command, eval_str=True).parameters.values()
    groups: dict[str, Any] = {
        parameter.name: parameter.annotation
        for parameter in parameters
        if is_dataclass(parameter.annotation)
    }

    @wraps(command)
    def with_groups(**values: Any) -> None:
        texts = values.values()
        _check_texts(texts)
        for name, group in groups.items():
            values[name] = _taken(values, group)
        command(**values)

    flat = list(chain.from_iterable(map(_singles, parameters)))
    with_groups.__dict__["__signature__"] = inspect.Signature(flat)
    with_groups.__annotations__ = {single.name: single.annotation for single in flat}
    return with_groups


def _check_texts(values: Iterable[object]) -> None:
    """Refuse words that are not UTF-8, as of a terminal set otherwise; paths may have any bytes."""
    for value in chain.from_iterable(map(_listed, values)):
        if isinstance(value, str) and not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:
                raise UsageError(
                    f"{value!r} is not in UTF-8: set the terminal to UTF-8"
                ) from None


def _listed(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [value]


def _taken(values: dict[str, Any], group: Any) -> object:  # noqa: ANN401  a dataclass
    """Take the fields of a group out of the values of all options, and return the group."""
    return group(**{field.name: values.pop(field.name) for field in fields(group)})


def _singles(parameter: inspect.Parameter) -> Iterator[inspect.Parameter]:
    """Yield a parameter for each field of a group; what is no group stays as it is."""
    group = parameter.annotation
    if not is_dataclass(group):
        yield parameter
        return
    types = get_type_hints(group, include_extras=True)
    for field in fields(group):
        yield inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=types[field.name],
        )
