"""What a graph is built with: what the caller asks for, and what that comes to.

To add a build option, add a field to both classes here, with ``READING`` if it changes what is
read: then the graph remembers it, and a cached reading that was made otherwise is not used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from actorgraph.errors import UsageError
from actorgraph.files import Inputs, each_path
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.settings import (
    CONFIDENCE_FLOOR,
    CONFIDENCE_THRESHOLD,
    DEFAULT_PIPELINE,
    DEFAULT_READER,
    ReaderMode,
)

if TYPE_CHECKING:
    from actorgraph.dataset.manifest import Manifest

#: Marks a setting that a reading depends on.  Its default's type must convert to text and back.
READING: Mapping[str, bool] = {"reading": True}


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asks for; None means what the graph was built with before, or the default.

    Attributes:
        extensions: Turtle files with relations of the user's own and the words that express them.
        pipeline: Name of an installed spaCy pipeline.
        threshold: Minimum confidence (0–1) of a claim that is drawn as an edge.
        base: Base IRI of the data, ending in ``/`` or ``#``.
        workers: Number of worker processes; it does not change the result.
        judgements: File of judgements; None is ``<folder>.judgements.jsonl`` beside the graph.
        reader: Who proposes names and claims: the rules, the learned model, or both.
        floor: Confidence (0–1) below which claims are discarded.
        outputs: Whether to write the page and the other files for people; None as in ``Update``.
    """

    extensions: Inputs | None = None
    pipeline: str | None = None
    threshold: float | None = None
    base: str | None = None
    workers: int = 1
    judgements: str | Path | None = None
    reader: ReaderMode | None = None
    floor: float | None = None
    outputs: bool | None = None


#: What a caller asks for who asks for nothing.
DEFAULTS = Options()


@dataclass(frozen=True, slots=True)
class Settings:
    """What is in force.  The attributes are those of ``Options``, with their defaults.

    ``judgements`` is None only without a graph folder.
    """

    extensions: tuple[Path, ...] = ()
    pipeline: str = field(default=DEFAULT_PIPELINE, metadata=READING)
    threshold: float = CONFIDENCE_THRESHOLD
    base: str = DEFAULT_BASE
    workers: int = 1
    judgements: Path | None = None
    reader: ReaderMode = field(default=DEFAULT_READER, metadata=READING)
    floor: float = field(default=CONFIDENCE_FLOOR, metadata=READING)
    outputs: bool | None = None

    def reading_choices(self) -> dict[str, str]:
        """Return the settings that readings depend on, by name, as text; extensions aside."""
        return {
            choice.name: str(getattr(self, choice.name)) for choice in _reading_fields()
        }


class Built(Protocol):
    """A graph that says what it was built with."""

    @property
    def manifest(self) -> Manifest:
        """What was written."""

    @property
    def extensions(self) -> tuple[Path, ...]:
        """Its copies of the user's ontology files, in reading order."""


def settle(
    options: Options, folder: Path | None = None, before: Built | None = None
) -> Settings:
    """Fill in what the options leave open.

    Args:
        options: What the caller asks for.
        folder: The graph folder; None to read without one.
        before: The graph that is changed; its settings come before the defaults.

    Raises:
        UsageError: if a setting is out of range.
    """
    chosen = _remembered(before) if before is not None else {}
    if folder is not None:
        chosen["judgements"] = judgements_beside(folder)
    for option in fields(options):
        value = getattr(options, option.name)
        if value is not None:
            chosen[option.name] = _PATHS.get(option.name, _unchanged)(value)
    settings = Settings(**chosen)
    _check(settings)
    return settings


def _unchanged(value: object) -> object:
    return value


def _all_paths(inputs: Inputs) -> tuple[Path, ...]:
    paths = map(Path, each_path(inputs))
    return tuple(paths)


#: Options that are paths → what makes paths of what the caller gives.
_PATHS: Mapping[str, Callable[[Any], object]] = {
    "extensions": _all_paths,
    "judgements": Path,
}


def judgements_beside(folder: Path) -> Path:
    """Return the default file of judgements: beside the graph folder, which is disposable."""
    resolved = folder.resolve()
    name = f"{resolved.name}.judgements.jsonl"
    return resolved.with_name(name)


def _reading_fields() -> list[Field[Any]]:
    settings = fields(Settings)
    return [setting for setting in settings if setting.metadata.get("reading")]


def _remembered(stored: Built) -> dict[str, Any]:
    """Return the settings that a graph was built with, as far as its manifest has them."""
    manifest = stored.manifest
    settings = {
        "extensions": stored.extensions,
        "threshold": manifest.threshold,
        "base": manifest.base,
    }
    for choice in _reading_fields():
        if choice.name in manifest.info:
            convert = type(getattr(Settings(), choice.name))
            settings[choice.name] = convert(manifest.info[choice.name])
    return settings


def _check(settings: Settings) -> None:
    _check_confidence("threshold", settings.threshold)
    _check_confidence("minimum confidence", settings.floor)
    if settings.workers < 1:
        raise UsageError(f"at least 1 worker is needed to read, not {settings.workers}")
    if not settings.base.endswith(("/", "#")) or not _is_iri(settings.base):
        raise UsageError(
            f"the base must be an absolute IRI that ends in / or #, not {settings.base!r}"
        )


def _check_confidence(name: str, value: float) -> None:
    if not 0 <= value <= 1:
        raise UsageError(f"the {name} is a confidence between 0 and 1, not {value}")


def _is_iri(text: str) -> bool:
    import pyoxigraph as ox  # the command line shows its help without it

    with suppress(ValueError):
        return bool(ox.NamedNode(text).value)
    return False
