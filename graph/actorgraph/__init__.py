"""Reads the news and gives a graph of who is what to whom, with a proof on every edge.

The nouns are at hand at once; a verb loads what it needs when it is first used, so that importing is fast.
"""

from __future__ import annotations

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

#: Where the names live that are loaded when they are first used.
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


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'actorgraph' has no attribute {name!r}")
    return getattr(import_module(f"actorgraph.{_LATER[name]}"), name)
