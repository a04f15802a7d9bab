"""Read news and build a graph of who is what to whom, with a proof for every edge.

The nouns are available at once.  A verb loads what it needs when it is first used, so importing is
fast.

Importing the package limits the numerical libraries that are loaded after it (OpenBLAS, OpenMP,
MKL) to one thread, by environment variables; set ``OPENBLAS_NUM_THREADS`` to choose otherwise.
Sums of floating-point numbers depend on how threads share them, and more threads only slow reading
down: to use more processors, read with several workers.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

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
from actorgraph.version import VERSION

if TYPE_CHECKING:
    from actorgraph.pipeline.changes import add, build, rebuild, remove
    from actorgraph.pipeline.extract_jsonl import extract
    from actorgraph.pipeline.graph import Graph, load
    from actorgraph.pipeline.options import Options
    from actorgraph.pipeline.report import Report
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
    "extract",
    "load",
    "load_vocabulary",
    "rebuild",
    "remove",
]

__version__ = VERSION

# The libraries look these up once, when they are loaded, and numpy is loaded by several paths.
for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

#: Name → the module that it is loaded from when it is first used.
_LATER = {
    "Graph": "pipeline.graph",
    "Options": "pipeline.options",
    "Report": "pipeline.report",
    "Vocabulary": "vocabulary",
    "add": "pipeline.changes",
    "build": "pipeline.changes",
    "extract": "pipeline.extract_jsonl",
    "load": "pipeline.graph",
    "load_vocabulary": "vocabulary",
    "rebuild": "pipeline.changes",
    "remove": "pipeline.changes",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  a name may be a class or a function
    if name not in _LATER:
        raise AttributeError(f"module 'actorgraph' has no attribute {name!r}")
    return getattr(import_module(f"actorgraph.{_LATER[name]}"), name)
