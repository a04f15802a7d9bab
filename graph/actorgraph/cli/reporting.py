"""How the report of a build or a change is printed."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.cli import printing
from actorgraph.cli.parameters import DEFAULT_FOLDER
from actorgraph.counting import count
from actorgraph.pipeline.report import (
    NO_CHANGES,
    Changes,
    Difference,
    Report,
    Summary,
)

#: What to try after a build; those with a True take the graph folder.
NEXT = (
    ("rank", True),
    ("questions", False),
    ('query "SELECT ?who ?what { ?who ag:leads ?what }"', True),
    ("explain ACTOR ACTOR", True),
)


def print_report(report: Report, json: bool) -> None:
    """Print what a build or a change did, and what to do next."""
    if json:
        printing.print_json(report)
        return
    _print_summary(report)
    _print_refusals(report)
    if report.changes is not None:
        _print_changes(report.changes)
    if not report.has_outputs:
        _print_left_out(report)
    if report.changes is None:
        _print_next(report)


def print_recorded(number: int, known: int, report: Report) -> None:
    """Say that decisions count now: a name or a note changes no number of a report."""
    decisions = count(number, "decision")
    before = f", {known:,} were recorded before" if known else ""
    printing.print_line(
        f"{decisions} recorded{before}; to see all, or take one back: "
        f"actorgraph judgements{_folder_option(report)}"
    )


def _print_summary(report: Report) -> None:
    summary = report.summary
    if report.unchanged:
        printing.print_line("Nothing changed since the last build.")
    printing.print_line(", ".join(_counts(summary)))
    kinds = ", ".join(f"{label} {number}" for label, number in summary.relations)
    edges = count(summary.edges, "edge")
    printing.print_line(f"{edges}: {kinds}" if kinds else edges)
    if summary.unaccepted:
        relations = count(summary.unaccepted, "more relation")
        printing.print_line(
            f"{relations} denied, planned, alleged, attributed, former or uncertain: "
            "stored, but not as edges"
        )


def _counts(summary: Summary) -> Iterator[str]:
    yield count(summary.documents, "document")
    yield count(summary.actors, "actor")
    yield count(summary.claims, "claim")
    yield count(summary.quotations, "quotation")


def _print_refusals(report: Report) -> None:
    printing.warn_of_refused(report.refused)
    for document in report.copies:
        printing.print_line(f"skipped {document.name}: {document.reason}")
    for omission in report.omissions:
        printing.print_line(f"left out of {omission.name}: {omission.content}")
    for line in _open_questions(report.summary, _folder_option(report)):
        printing.print_line(line)


def _open_questions(summary: Summary, folder: str) -> Iterator[str]:
    """Yield what may need a decision of the user, each with the command that shows it."""
    if summary.refusals:
        claims = count(summary.refusals, "possible claim")
        yield f"{claims} refused; to see why: actorgraph explain --why-not{folder}"
    if summary.doubted:
        relations = count(summary.doubted, "grave relation")
        verb = "is" if summary.doubted == 1 else "are"
        yield (
            f"{relations} {verb} too doubtful for an edge; to decide: "
            f"actorgraph review --claims{folder}"
        )
    if summary.doubts:
        pairs = count(summary.doubts, "pair of actors", "pairs of actors")
        yield (
            f"{pairs} may be the same but were kept apart; to decide: "
            f"actorgraph review{folder}"
        )
    if summary.unused_judgements:
        judgements = count(summary.unused_judgements, "decision")
        verb = "has" if summary.unused_judgements == 1 else "have"
        yield (
            f"{judgements} {verb} no effect because the actor or claim no longer exists: "
            f"actorgraph judgements{folder}"
        )


def _print_changes(changes: Changes) -> None:
    if changes == NO_CHANGES:
        printing.print_line("Nothing was added or removed.")
        return
    _print_difference("documents", changes.documents)
    _print_difference("actors", changes.actors)
    _print_difference("edges", changes.edges)
    printing.print_line(_difference_line("claims", changes.claims))


def _print_difference(noun: str, difference: Difference) -> None:
    line = _difference_line(noun, difference)
    printing.print_line(line)
    printing.print_names("+", difference.new)
    printing.print_names("-", difference.gone)


def _difference_line(noun: str, difference: Difference) -> str:
    new = len(difference.new)
    gone = len(difference.gone)
    return f"{noun}: {new:,} added, {gone:,} removed"


def _print_left_out(report: Report) -> None:
    """Say which files were not made, and how to make them."""
    folder = _folder_option(report)
    printing.print_line(
        "graph.html, graph.gexf and graph.trig are left out; to make them, use --outputs, or: "
        f"actorgraph html{folder}, actorgraph export gexf{folder}"
    )


def _print_next(report: Report) -> None:
    printing.print_line()
    page = f"open {report.folder / 'graph.html'} in a browser, or try"
    printing.print_line(f"Next: {page if report.has_outputs else 'try'}")
    folder = _folder_option(report)
    for words, takes_folder in NEXT:
        command = f"actorgraph {words}"
        if takes_folder:
            command += folder
        printing.print_line(command, 3)


def _folder_option(report: Report) -> str:
    if report.folder == DEFAULT_FOLDER:
        return ""
    return f" -g {report.folder}"
