"""The files that every build writes beside the store: the page, the Gephi file, the TriG file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from actorgraph.export import EXPORTERS, Material
from actorgraph.files import replacing

#: Names of their formats.
OUTPUTS = ("html", "gexf", "trig")
#: Name of the file that records what the outputs were written for, and their sizes.
OUTPUT_STATE = ".outputs"


@dataclass(frozen=True, slots=True)
class Outputs:
    """The outputs in a graph folder.

    Attributes:
        folder: The graph folder.
        state: Digest of all that the graph depends on.
    """

    folder: Path
    state: str

    def write(self, material: Material) -> None:
        """Write all outputs, and then the record."""
        for name in OUTPUTS:
            exporter = EXPORTERS[name]
            with replacing(self.folder / exporter.file_name) as stream:
                exporter.write(material, stream)
        with replacing(self.folder / OUTPUT_STATE) as stream:
            stream.write(self._record().encode())

    def are_current(self) -> bool:
        """Whether they are complete and were written for this state.

        Raises:
            OSError: if one is missing.
        """
        return (self.folder / OUTPUT_STATE).read_text(
            encoding="utf-8"
        ) == self._record()

    def _record(self) -> str:
        lines = [self.state]
        for name in OUTPUTS:
            path = self.folder / EXPORTERS[name].file_name
            lines.append(f"{path.stat().st_size} {path.name}")
        return "\n".join([*lines, ""])
