"""Commands for a whole archive: corpus run and corpus open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actorgraph.cli import printing
from actorgraph.cli.commands import CONTEXT, example
from actorgraph.cli.option_groups import ReadingOptions, expanded
from actorgraph.cli.parameters import (
    DEFAULT_FOLDER,
    AsJson,
    Base,
    Folder,
    Judgements,
    Threshold,
    number_option,
    option,
)
from actorgraph.counting import count
from actorgraph.errors import DocumentError

if TYPE_CHECKING:
    from actorgraph.corpus import ArchiveReport

#: As in ``corpus.archive_slice.MOST_DOCUMENTS``, which a test compares.
MOST_DOCUMENTS = 2_000

SharedInputs = Annotated[
    list[Path],
    typer.Argument(metavar="INPUT…", help="Files and folders that all machines see."),
]
Out = Annotated[
    Path,
    option("--out", "DIR", "Archive, a folder that all machines see."),
]
Master = Annotated[
    str,
    option(
        "--master",
        "URL",
        "Where Spark runs: local[2], spark://host:7077, yarn, …",
    ),
]
Archive = Annotated[
    Path, typer.Argument(metavar="DIR", help="Archive that corpus run made.")
]
About = Annotated[
    str | None,
    option(
        "--actor",
        "ACTOR",
        "Only documents with claims about this actor, by name or id.",
    ),
]
Depth = Annotated[
    int,
    number_option("--depth", "Also those about actors up to N-1 steps away."),
]
From = Annotated[
    str | None,
    option("--from", "DAY", "Only documents published on or after a day."),
]
To = Annotated[
    str | None,
    option("--to", "DAY", "Only documents published on or before a day."),
]
Words = Annotated[
    str | None,
    option("--query", "WORDS", "Only documents with all these words."),
]
Most = Annotated[int, number_option("--most", "Maximum number of documents.")]

corpus = typer.Typer(
    help="Read a whole archive on Spark, or open a part of it.\n\n"
    "Both need the extra spark: pip install 'actorgraph[spark]'; run also needs Java 17.",
    rich_markup_mode=None,
    add_completion=False,
    context_settings=CONTEXT,
)
example("actorgraph corpus run articles/ --out archive")(corpus)


@corpus.command(
    epilog="Example: actorgraph corpus run articles/ --out archive --master local[4]",
    context_settings=CONTEXT,
)
@expanded
def run(
    inputs: SharedInputs,
    out: Out,
    *,
    master: Master = "local[*]",
    reading: ReadingOptions,
    threshold: Threshold = None,
    base: Base = None,
    judgements: Judgements = None,
    json: AsJson = False,
) -> None:
    """Read documents into an archive, and make one graph of it.

    Documents that the archive has are not read again, also after a run that was stopped.
    """
    from actorgraph.corpus import run as run_archive

    options = reading.options(threshold=threshold, base=base, judgements=judgements)
    with printing.progress() as progress:
        report = run_archive(inputs, out, options, progress, master=master)
    _print_archive(report, json)
    if report.contents.refused:
        raise typer.Exit(DocumentError.exit_code)


@corpus.command(
    "open",
    epilog='Example: actorgraph corpus open archive --actor "Ada Lind" -g lind',
    context_settings=CONTEXT,
)
@expanded
def open_(
    archive: Archive,
    *,
    actor: About = None,
    depth: Depth = 1,
    start: From = None,
    end: To = None,
    query: Words = None,
    most: Most = MOST_DOCUMENTS,
    graph: Folder = DEFAULT_FOLDER,
    judgements: Judgements = None,
    json: AsJson = False,
) -> None:
    """Make an ordinary graph of a part of an archive; this needs no Spark.

    The documents are not read again. A day may be a month or a year: --from 2024-05.
    """
    from actorgraph.cli.reporting import print_report
    from actorgraph.corpus import Slice, open_slice
    from actorgraph.pipeline.options import Options

    slice_ = Slice(actor, depth, start, end, query, most)
    options = Options(judgements=judgements)
    with printing.progress() as progress:
        report = open_slice(archive, slice_, graph, options, progress)
    print_report(report, json)


def _print_archive(report: ArchiveReport, json: bool) -> None:
    if json:
        printing.print_json(report)
        return
    contents = report.contents
    counts = (
        count(contents.documents, "document"),
        count(contents.actors, "actor"),
        count(contents.claims, "claim"),
        count(contents.quads, "statement"),
    )
    printing.print_line(f"{report.folder}: {', '.join(counts)}")
    printing.print_line(f"N-Quads in parts, sorted: {report.quads}")
    printing.warn_of_refused(report.refused)
    unnamed = contents.refused - len(report.refused)
    if unnamed:
        printing.warn(
            f"and {unnamed:,} more, which the table refused of the archive lists"
        )
