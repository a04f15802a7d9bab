"""Read news articles and build a graph of who is what to whom, with a quote behind every edge.

Every name is imported when it is first used, so that ``import actorgraph`` is fast.

Importing the package limits the numerical libraries that are loaded after it (OpenBLAS, OpenMP,
MKL) to one thread, by environment variables; set ``OPENBLAS_NUM_THREADS`` to choose otherwise.
Sums of floating-point numbers depend on how threads share them, and more threads only slow reading
down: to use more processors, read with several workers.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

from actorgraph.platforms import require_posix
from actorgraph.version import VERSION

if TYPE_CHECKING:
    from actorgraph.errors import ActorgraphError
    from actorgraph.model import (
        Actor,
        ActorType,
        Attribution,
        Claim,
        Corpus,
        Document,
        Evidence,
        Judgement,
        Mention,
        Modality,
        Polarity,
        Reading,
        Refusal,
        Status,
    )
    from actorgraph.pipeline.changes import add, build, rebuild, remove
    from actorgraph.pipeline.extract_jsonl import extract
    from actorgraph.pipeline.graph import Graph, load
    from actorgraph.pipeline.options import Options
    from actorgraph.pipeline.reading_records import (
        load_readings,
        reading_from_record,
        reading_to_record,
        save_readings,
    )
    from actorgraph.pipeline.report import Report
    from actorgraph.pipeline.single_readings import build_from_readings, read
    from actorgraph.vocabulary import Vocabulary, load_vocabulary

__all__ = [
    "Actor",
    "ActorType",
    "ActorgraphError",
    "Attribution",
    "Claim",
    "Corpus",
    "Document",
    "Evidence",
    "Graph",
    "Judgement",
    "Mention",
    "Modality",
    "Options",
    "Polarity",
    "Reading",
    "Refusal",
    "Report",
    "Status",
    "Vocabulary",
    "__version__",
    "add",
    "build",
    "build_from_readings",
    "extract",
    "load",
    "load_readings",
    "load_vocabulary",
    "read",
    "reading_from_record",
    "reading_to_record",
    "rebuild",
    "remove",
    "save_readings",
]

__version__ = VERSION

# The libraries look these up once, when they are loaded, and numpy is loaded by several paths.
for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

#: Name → the module that it is imported from.
_MODULES = {
    "Actor": "model",
    "ActorType": "model",
    "ActorgraphError": "errors",
    "Attribution": "model",
    "Claim": "model",
    "Corpus": "model",
    "Document": "model",
    "Evidence": "model",
    "Graph": "pipeline.graph",
    "Judgement": "model",
    "Mention": "model",
    "Modality": "model",
    "Options": "pipeline.options",
    "Polarity": "model",
    "Reading": "model",
    "Refusal": "model",
    "Report": "pipeline.report",
    "Status": "model",
    "Vocabulary": "vocabulary",
    "add": "pipeline.changes",
    "build": "pipeline.changes",
    "build_from_readings": "pipeline.single_readings",
    "extract": "pipeline.extract_jsonl",
    "load": "pipeline.graph",
    "load_readings": "pipeline.reading_records",
    "load_vocabulary": "vocabulary",
    "read": "pipeline.single_readings",
    "reading_from_record": "pipeline.reading_records",
    "reading_to_record": "pipeline.reading_records",
    "rebuild": "pipeline.changes",
    "remove": "pipeline.changes",
    "save_readings": "pipeline.reading_records",
}


def __dir__() -> list[str]:
    """Return the public names, which a shell or notebook completes."""
    return sorted(__all__)


def __getattr__(name: str) -> Any:  # noqa: ANN401  (each name has a type of its own)
    """Import a public name when it is first used."""
    if name not in _MODULES:
        raise AttributeError(f"module 'actorgraph' has no attribute {name!r}")
    if _MODULES[name].startswith("pipeline."):
        require_posix()
    value = getattr(import_module(f"actorgraph.{_MODULES[name]}"), name)
    globals()[name] = value
    return value
