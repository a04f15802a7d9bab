"""What a reading depends on besides its document, as a digest."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from actorgraph.errors import UsageError
from actorgraph.identifiers import digest
from actorgraph.pipeline.options import Settings
from actorgraph.resources import ontology_folder, weights_folder
from actorgraph.turtle import file_digest
from actorgraph.version import VERSION

#: Libraries whose version may change a reading.
LIBRARIES = ("spacy", "onnxruntime", "tokenizers")
#: The code that readings depend on, as patterns below the package.
READING_CODE = (
    "extraction/**/*.py",
    "body_names.py",
    "codec.py",
    "errors.py",
    "grammar.py",
    "identifiers.py",
    "intake.py",
    "judgement.py",
    "kinds.py",
    "model.py",
    "names.py",
    "other_names.py",
    "relation_hierarchy.py",
    "resources.py",
    "settings.py",
    "state_bodies.py",
    "tables.py",
    "territories.py",
    "turtle.py",
    "vocabulary.py",
    "vocabulary_file.py",
    # What the cache keeps of a reading for resolution.
    "resolution/gathering.py",
    "resolution/name_forms.py",
    "resolution/near_copies.py",
    "resolution/outlines.py",
    "resolution/profiles.py",
    "resolution/traits.py",
)
#: All that the graph and the page depend on.
ALL_CODE = (
    "**/*.py",
    "export/page/web/*.*",
    "export/page/web/script/*",
    "serving/pages/*",
    "serving/web/**/*",
)
#: Endings of the ontology's files.
KNOWLEDGE = frozenset({".ttl", ".tsv"})


def fingerprint(settings: Settings) -> str:
    """Return a digest of all that a reading depends on besides its document.

    That is the versions, the ontology with the user's extensions, the weights and the settings.

    Raises:
        UsageError: if the spaCy pipeline is not installed or an extension cannot be read.
    """
    libraries = (f"{name} {version(name)}" for name in LIBRARIES)
    choices = settings.reading_choices().values()
    paths = (*_knowledge_files(), *settings.extensions)
    files = map(file_digest, paths)
    pipeline = _pipeline_version(settings.pipeline)
    reading_code = code(READING_CODE)
    return digest(VERSION, pipeline, *choices, reading_code, *libraries, *files)


@lru_cache(maxsize=2)
def code(patterns: tuple[str, ...] = ALL_CODE) -> str:
    """Return a digest of files of this package, as they were at the first call."""
    package = Path(__file__).resolve().parents[1]
    files: list[Path] = []
    for pattern in patterns:
        files += sorted(path for path in package.glob(pattern) if path.is_file())
    return digest(*map(file_digest, files))


def _knowledge_files() -> list[Path]:
    ontology = (
        path for path in ontology_folder().rglob("*") if path.suffix in KNOWLEDGE
    )
    # The manifest of the weights has the digests of the others.
    return [*sorted(ontology), *sorted(weights_folder().glob("*.json"))]


@lru_cache(maxsize=8)
def _pipeline_version(name: str) -> str:
    with suppress(PackageNotFoundError):
        return f"{name} {version(name)}"
    meta = Path(name) / "meta.json"
    if meta.is_file():
        return file_digest(meta)
    raise UsageError(
        f"the spaCy pipeline {name!r} is not installed: pip install it, or choose another"
    )
