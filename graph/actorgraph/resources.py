"""The only place that knows where the files beside the code are.

The ontology is inside an installed package, or beside the package in a checkout; the weights are in the package.
"""

from __future__ import annotations

from pathlib import Path

from actorgraph.errors import OntologyError


def ontology_folder() -> Path:
    """Folder that holds ``actors.ttl`` and its companions.

    Raises:
        OntologyError: if neither the package nor the checkout has it.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "ontology", package.parent.parent / "ontology"):
        if (folder / "actors.ttl").is_file():
            return folder
    raise OntologyError(f"no ontology beside {package}: reinstall actorgraph")


def ontology_file(name: str) -> Path:
    """Path of one ontology file, such as ``shapes.ttl`` or ``queries/envoys.rq``.

    Raises:
        OntologyError: if there is no such file.
    """
    path = ontology_folder() / name
    if not path.exists():
        raise OntologyError(f"the ontology has no file {name}: reinstall actorgraph")
    return path


def weights_folder() -> Path:
    """Folder that holds the weights of the learned reader; it need not be there."""
    return Path(__file__).resolve().parent / "weights"
