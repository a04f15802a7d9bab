"""The only place that knows where the files beside the code are.

The ontology is inside an installed package, or beside the package in a checkout; the weights are in
the package.
"""

from __future__ import annotations

from pathlib import Path

from actorgraph.errors import OntologyError

#: Folder of the ontology with what is particular to the language that is read.
LANGUAGE = "english"


def ontology_folder() -> Path:
    """Return the folder with ``actors.ttl`` and its companions.

    Raises:
        OntologyError: if neither the package nor the checkout has it.
    """
    package = Path(__file__).resolve().parent
    root = package.parent.parent
    folders = (package / "ontology", root / "ontology")
    for folder in folders:
        if (folder / "actors.ttl").is_file():
            return folder
    raise OntologyError(f"no ontology beside {package}: reinstall actorgraph")


def ontology_file(name: str) -> Path:
    """Return the path of one ontology file, such as ``shapes.ttl`` or ``queries/envoys.rq``.

    Raises:
        OntologyError: if there is no such file.
    """
    path = ontology_folder() / name
    if not path.exists():
        raise OntologyError(f"the ontology has no file {name}: reinstall actorgraph")
    return path


def language_file(name: str) -> Path:
    """Return the path of one file of the language, such as ``lexicon/cues.ttl``.

    Raises:
        OntologyError: if there is no such file.
    """
    return ontology_file(f"{LANGUAGE}/{name}")


def lexicon_files() -> list[Path]:
    """Return the files with what expresses each relation: of any language, then of this one.

    Raises:
        OntologyError: if one of them is missing.
    """
    shared = [ontology_file("constructions.ttl"), ontology_file("rules.ttl")]
    return [*shared, *sorted(language_file("lexicon").glob("*.ttl"))]


def grammar_files() -> list[Path]:
    """Return the files with the closed word classes of the language.

    Raises:
        OntologyError: if their folder is missing.
    """
    folder = language_file("grammar")
    return sorted(folder.glob("*.ttl"))


def weights_folder() -> Path:
    """Return the folder with the weights of the learned reader; it need not exist."""
    package = Path(__file__).resolve().parent
    return package / "weights"
