"""Commands that make and change a graph."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    Base,
    Floor,
    Folder,
    Inputs,
    Judgements,
    Mode,
    Ontology,
    Pipeline,
    Threshold,
    Workers,
    options_of,
)
from actorgraph.errors import DocumentError
from actorgraph.model import RefusedDocument

if TYPE_CHECKING:
    from actorgraph.pipeline.report import Changes, Difference, Report

#: New and lost names or edges that are spelled out, of each kind.
SPELLED_OUT = 12


def build(
    inputs: Inputs,
    *,
    graph: Folder = DEFAULT_FOLDER,
    ontology: Ontology = None,
    pipeline: Pipeline = None,
    reader: Mode = None,
    least: Floor = None,
    workers: Workers = 1,
    threshold: Threshold = None,
    base: Base = None,
    judgements: Judgements = None,
    json: AsJson = False,
) -> None:
    """Read documents; write the store, graph.html, graph.gexf and graph.trig."""
    from actorgraph.pipeline import changes

    options = options_of(
        ontology,
        pipeline,
        workers,
        threshold=threshold,
        base=base,
        judgements=judgements,
        reader=reader,
        floor=least,
    )
    with printing.progress() as progress:
        report = changes.build(inputs, graph, options, progress)
    _finish(report, json)


def add(
    inputs: Inputs,
    *,
    graph: Folder = DEFAULT_FOLDER,
    ontology: Ontology = None,
    pipeline: Pipeline = None,
    reader: Mode = None,
    least: Floor = None,
    workers: Workers = 1,
    threshold: Threshold = None,
    judgements: Judgements = None,
    json: AsJson = False,
) -> None:
    """Read more documents into the graph; options that are left out are those it was built with."""
    from actorgraph.pipeline import changes

    options = options_of(
        ontology,
        pipeline,
        workers,
        threshold=threshold,
        judgements=judgements,
        reader=reader,
        floor=least,
    )
    with printing.progress() as progress:
        report = changes.add(inputs, graph, options, progress)
    _finish(report, json)


def remove(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOCUMENT…", help="Names or ids of documents."),
    ],
    graph: Folder = DEFAULT_FOLDER,
    judgements: Judgements = None,
    json: AsJson = False,
) -> None:
    """Take documents back, with all that only they said."""
    from actorgraph.pipeline import changes

    with printing.progress() as progress:
        report = changes.remove(
            documents, graph, options_of(judgements=judgements), progress
        )
    _finish(report, json)


def extract(
    inputs: Inputs,
    format: Annotated[
        str, typer.Option("--format", help="jsonl is the only one.")
    ] = "jsonl",
    ontology: Ontology = None,
    pipeline: Pipeline = None,
    reader: Mode = None,
    least: Floor = None,
    workers: Workers = 1,
) -> None:
    """Write what is read as JSON lines, one object a document, without a store."""
    from actorgraph.pipeline import extract_jsonl

    if format != "jsonl":
        raise typer.BadParameter(f"cannot write {format!r}; the only format is jsonl")
    refused: list[RefusedDocument] = []
    with printing.progress() as progress:
        for row in extract_jsonl.extract(
            inputs,
            options_of(ontology, pipeline, workers, reader=reader, floor=least),
            refuse=refused.append,
            progress=progress,
        ):
            print(json.dumps(row, ensure_ascii=False), flush=True)
    for one in refused:
        printing.warn(f"refused {one.name}: {one.reason}")
    if refused:
        raise typer.Exit(DocumentError.exit_code)


COMMANDS = (build, add, remove, extract)


def _finish(report: Report, json: bool) -> None:
    tell(report, json)
    if report.refused:
        raise typer.Exit(DocumentError.exit_code)


def tell(report: Report, json: bool) -> None:
    """Print what was done: what was found, what was refused, what to do next."""
    if json:
        printing.as_json(report)
        return
    _tell_found(report)
    _tell_refused(report)
    if report.changes is not None:
        _tell_changes(report.changes)
    else:
        _tell_next(report)


def _tell_found(report: Report) -> None:
    found = report.summary
    if report.unchanged:
        printing.say("Nothing changed since the last build.")
    printing.say(
        f"{printing.counted(found.documents, 'document')}, {printing.counted(found.actors, 'actor')}, "
        f"{printing.counted(found.claims, 'claim')}, {printing.counted(found.quotations, 'quotation')}"
    )
    kinds = ", ".join(f"{label} {count}" for label, count in found.relations)
    printing.say(
        f"{printing.counted(found.edges, 'relation')} drawn{': ' + kinds if kinds else ''}"
    )
    if found.unaccepted:
        printing.say(
            f"{found.unaccepted:,} more denied, planned, alleged, former or uncertain: kept, not drawn as facts"
        )


def _tell_refused(report: Report) -> None:
    for one in report.refused:
        printing.warn(f"refused {one.name}: {one.reason}")
    for one in report.copies:
        printing.say(f"left out {one.name}: {one.reason}")
    found, folder = report.summary, _folder(report)
    if found.refusals:
        printing.say(
            f"{printing.counted(found.refusals, 'claim')} refused; to see why: actorgraph explain --why-not{folder}"
        )
    if found.doubts:
        pairs = printing.counted(found.doubts, "pair of actors", "pairs of actors")
        printing.say(
            f"{pairs} may be one and were left apart: actorgraph review{folder}"
        )
    if found.unused_judgements:
        unused = printing.counted(found.unused_judgements, "judgement")
        printing.say(
            f"{unused} without effect, since an actor is not there: actorgraph judgements{folder}"
        )


def _tell_changes(changes: Changes) -> None:
    for noun in ("documents", "actors", "edges"):
        _tell_difference(noun, getattr(changes, noun))
    new, gone = len(changes.claims.new), len(changes.claims.gone)
    printing.say(f"claims: {new:,} new, {gone:,} gone")


def _tell_difference(noun: str, difference: Difference) -> None:
    printing.say(f"{noun}: {len(difference.new):,} new, {len(difference.gone):,} gone")
    for sign, names in (("+", difference.new), ("-", difference.gone)):
        for name in names[:SPELLED_OUT]:
            printing.indented(f"{sign} {name}")
        if len(names) > SPELLED_OUT:
            printing.indented(f"{sign} … and {len(names) - SPELLED_OUT:,} more")


def _tell_next(report: Report) -> None:
    printing.say()
    printing.say(f"Next: open {report.folder / 'graph.html'} in a browser")
    for command in (
        "rank",
        "questions",
        'query "SELECT * { ?who ag:leads ?what }"',
        "explain ACTOR ACTOR",
    ):
        printing.indented(
            f"actorgraph {command}{'' if command == 'questions' else _folder(report)}",
            3,
        )


def _folder(report: Report) -> str:
    return "" if report.folder == DEFAULT_FOLDER else f" -g {report.folder}"
