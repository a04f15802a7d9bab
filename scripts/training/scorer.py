"""The scorer, a file outside of this project, which decides what an annotation says.

It is imported when the program runs, so that its classes have no types here.
"""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from actorgraph.model import Document, DocumentId
from training.corpora import fold_of

#: Relations between a person and the person, body or place that the person serves.
ROLES = (
    "aideTo",
    "ambassadorOf",
    "analystAt",
    "chiefExecutiveOf",
    "envoyOf",
    "headOfGovernmentOf",
    "headOfStateOf",
    "leads",
    "memberOf",
    "ministerOf",
    "spokespersonOf",
)


#: An object of one of the scorer's classes.
ScorerObject = Any


@dataclass(frozen=True)
class Scorer:
    """The scorer's module, with the terms of the ``relations.json`` beside it."""

    module: ModuleType
    vocabulary: ScorerObject

    @classmethod
    def load(cls, path: Path) -> Scorer:
        """Import the scorer from its file.

        Raises:
            FileNotFoundError: if there is no such file.
        """
        spec = importlib.util.spec_from_file_location("score", path)
        if spec is None or spec.loader is None:
            raise FileNotFoundError(f"{path} is no Python file")
        module = importlib.util.module_from_spec(spec)
        sys.modules["score"] = module
        spec.loader.exec_module(module)
        vocabulary = module.Vocabulary.load(path.parent / "relations.json")
        return cls(module, vocabulary)

    def gold(self, path: Path) -> dict[str, ScorerObject]:
        """Return the annotated articles of a file by their ids."""
        articles: dict[str, ScorerObject]
        articles = self.module.load_gold(path, self.vocabulary)
        return articles

    def records(self, path: Path, fold: int) -> dict[str, dict[str, Any]]:
        """Return the articles of one fold as they are in the file, by their ids."""
        records = {}
        for _, record in self.module.read_lines(path):
            id_ = str(record["id"])
            if fold_of(id_) == fold:
                records[id_] = record
        return records


def document_of(record: dict[str, Any]) -> Document:
    """Return an annotated article as a document."""
    id_ = str(record["id"])
    title, date = record.get("title"), record.get("date")
    return Document(DocumentId(id_), id_, record["text"], title, date)
