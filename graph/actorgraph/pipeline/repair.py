"""A damaged graph is built again from what is whole in its folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from actorgraph.dataset.engine import refuse_in_fork
from actorgraph.dataset.generations import adopt, finished_generations, locked
from actorgraph.dataset.manifest import refuse_newer
from actorgraph.dataset.salvage import Salvage, salvage
from actorgraph.dataset.store import open_graph
from actorgraph.dataset.verification import verify
from actorgraph.errors import StoreError, UsageError
from actorgraph.model import RefusedDocument
from actorgraph.pipeline.changes import CHANGE_LOCK
from actorgraph.pipeline.options import DEFAULTS, Options, settle
from actorgraph.pipeline.outputs import FOLDER, Outputs, published
from actorgraph.pipeline.reading_cache import READINGS
from actorgraph.pipeline.report import Report
from actorgraph.pipeline.update import Update
from actorgraph.pipeline.update_records import DocumentSet
from actorgraph.pipeline.workers import Progress, silent


@dataclass(frozen=True, slots=True)
class Repair:
    """What was damaged, and what became of it.

    Attributes:
        findings: What ``verify`` found; none if nothing is damaged, and then nothing was changed.
        lost: Documents that could not be restored, with the reason.
        is_certain: Whether the settings are those of the graph; if its manifest is damaged too,
            they are what can be read of it, or the defaults.
        report: What is in the graph now; None if nothing was changed.
    """

    findings: tuple[str, ...] = ()
    lost: tuple[RefusedDocument, ...] = ()
    is_certain: bool = True
    report: Report | None = None


def repair(
    folder: str | Path, options: Options = DEFAULTS, progress: Progress = silent
) -> Repair:
    """Build a damaged graph again from the documents that are whole in its folder.

    The result is that of building these documents.  It is verified before it is put in force, and
    the damaged generation stays in the folder until the next change.

    Args:
        folder: The graph folder.
        options: As for ``build``; what is left out is what the graph was built with.
        progress: As for ``build``.

    Raises:
        StoreError: if nothing can be restored, or the folder cannot be written; then nothing is
            changed.
        UsageError: if an ontology file of the user has to be given again.
    """
    folder = Path(folder)
    refuse_in_fork()
    refuse_newer(folder)
    findings = _findings(folder)
    if not findings:
        return Repair()
    with locked(folder / CHANGE_LOCK):
        salvaged = salvage(folder)
        _check(salvaged, folder, options)
        settings = settle(_with_outputs(options, salvaged), folder, salvaged)
        with _workshop(folder) as workshop:
            selection = DocumentSet(salvaged.documents)
            report = Update(workshop, settings, progress).write(selection)
            _put_in_force(workshop, folder)
    lost = *salvaged.lost, *report.refused
    report = replace(report, folder=folder)
    return Repair(findings, lost, salvaged.is_certain, report)


def _findings(folder: Path) -> tuple[str, ...]:
    """Return what is damaged.

    Raises:
        StoreError: if there has never been a graph.
    """
    try:
        return tuple(verify(open_graph(folder)))
    except StoreError as error:
        if not finished_generations(folder):
            raise
        return (str(error),)


def _check(salvaged: Salvage, folder: Path, options: Options) -> None:
    """Refuse to build a graph that would lack what the damaged one may still have."""
    if salvaged.missing and options.extensions is None:
        names = ", ".join(salvaged.missing)
        raise UsageError(
            f"{names} of the graph in {folder} is damaged: give your ontology files again, "
            "with --ontology"
        )
    if salvaged.lost and not salvaged.documents:
        raise StoreError(
            f"no document of the graph in {folder} is whole: build it again from the articles"
        )


def _with_outputs(options: Options, salvaged: Salvage) -> Options:
    """Return the options, so that the page is written only if the graph had one."""
    names = salvaged.manifest.sha256
    if options.outputs is not None or not names:
        return options
    had_outputs = any(name.startswith(f"{FOLDER}/") for name in names)
    return replace(options, outputs=had_outputs)


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """Yield a graph folder to build in, on the same disk and with the readings at hand.

    If the process is killed, the next change removes it.
    """
    workshop = folder / "generations" / f"repair.tmp-{os.getpid()}"
    try:
        workshop.mkdir()
        with suppress(FileNotFoundError):
            shutil.copyfile(folder / READINGS, workshop / READINGS)
        yield workshop
    except OSError as error:
        reason = error.strerror or error
        raise StoreError(
            f"cannot repair the graph in {folder}: {reason}; it is unchanged"
        ) from error
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _put_in_force(workshop: Path, folder: Path) -> None:
    stored = open_graph(workshop)
    findings = verify(stored)
    if findings:
        raise StoreError(
            f"the repaired graph is not whole ({findings[0]}); the graph in {folder} is unchanged"
        )
    outputs = Outputs(folder)
    with published(outputs):
        outputs.withdraw()
        adopt(folder, stored.folder)
    (workshop / READINGS).replace(folder / READINGS)
