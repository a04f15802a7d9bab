"""The files that every build writes for people: the page, the Gephi file, the TriG file.

They belong to a generation, as all that is derived from it, and are published in the graph folder,
where people look for them.  Before another generation is put in force they are withdrawn, so that
the page never shows what the graph has lost, whenever the process dies; the next change publishes
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from actorgraph.dataset.generations import current_generation
from actorgraph.dataset.manifest import MANIFEST, read_manifest
from actorgraph.errors import StoreError
from actorgraph.export import EXPORTERS, Material
from actorgraph.files import file_hash, link_or_copy

#: Names of their formats.
OUTPUTS = ("html", "gexf", "trig")
#: Name of their folder in a generation.
FOLDER = "outputs"


@dataclass(frozen=True, slots=True)
class Outputs:
    """The outputs of a graph.

    Attributes:
        folder: The graph folder.
    """

    folder: Path

    def write(self, material: Material, generation: Path) -> None:
        """Write all outputs into a generation that is being made."""
        folder = generation / FOLDER
        folder.mkdir()
        for name in OUTPUTS:
            exporter = EXPORTERS[name]
            with (folder / exporter.file_name).open("wb") as stream:
                exporter.write(material, stream)

    def withdraw(self) -> None:
        """Remove what is published."""
        for name in _file_names():
            (self.folder / name).unlink(missing_ok=True)

    def publish(self) -> None:
        """Publish the outputs of the current generation, unless they are published already.

        Raises:
            StoreError: if they cannot be written, or there is no graph.
        """
        generation = current_generation(self.folder)
        for name in self._unpublished(generation):
            try:
                _place(generation / FOLDER / name, self.folder / name)
            except OSError as error:
                raise StoreError(
                    f"the graph is changed, but {self.folder / name} cannot be written "
                    f"({error.strerror or error}): run the command again"
                ) from error

    def are_current(self, *, wanted: bool = True) -> bool:
        """Whether the outputs of the current generation are published.

        Args:
            wanted: Whether it must have any.

        Raises:
            StoreError: if there is no graph.
        """
        generation = current_generation(self.folder)
        if wanted:
            folder = generation / FOLDER
            written = [(folder / name).is_file() for name in _file_names()]
            if not all(written):
                return False
        return not self._unpublished(generation)

    def _unpublished(self, generation: Path) -> list[str]:
        manifest = read_manifest(generation / MANIFEST)
        hashes = manifest.sha256
        names: list[str] = []
        for name in _file_names():
            expected = hashes.get(f"{FOLDER}/{name}")
            if expected is None:
                continue
            path = self.folder / name
            is_published = path.is_file() and file_hash(path) == expected
            if not is_published:
                names.append(name)
        return names


@contextmanager
def published(outputs: Outputs) -> Iterator[None]:
    """Publish the outputs of the graph that is in force when the block ends, the old or the new."""
    try:
        yield
    except BaseException:
        with suppress(StoreError):  # the first error says what is wrong
            outputs.publish()
        raise
    outputs.publish()


def _file_names() -> list[str]:
    return [EXPORTERS[name].file_name for name in OUTPUTS]


def _place(source: Path, target: Path) -> None:
    """Put a file in the place of another, without a second copy where the disk allows it."""
    draft = target.with_name(f".{target.name}.tmp")
    draft.unlink(missing_ok=True)
    link_or_copy(source, draft)
    draft.replace(target)
