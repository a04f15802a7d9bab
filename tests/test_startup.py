"""Start-up is a feature: asking for help loads none of the libraries that the work needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from actorgraph.dataset.store import write_graph
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import Corpus
from actorgraph.vocabulary import load_vocabulary

PACKAGE_FOLDER = Path(__file__).resolve().parents[1] / "graph"
HEAVY = {
    *(
        "IPython",
        "jinja2",
        "lxml",
        "networkx",
        "numpy",
        "pandas",
        "py3langid",
        "pydantic",
    ),
    *(
        "onnxruntime",
        "pyshacl",
        "pyvis",
        "rdflib",
        "rustworkx",
        "selenium",
        "spacy",
        "thinc",
        "tokenizers",
        "torch",
        "trafilatura",
    ),
}


def loaded_by(*arguments: str) -> set[str]:
    """Top-level names of all modules that a command of the product loads."""
    command = [sys.executable, "-X", "importtime", "-m", "actorgraph", *arguments]
    surroundings = os.environ | {"PYTHONPATH": str(PACKAGE_FOLDER)}
    done = subprocess.run(
        command, env=surroundings, text=True, capture_output=True, check=True
    )
    lines = [
        line for line in done.stderr.splitlines() if line.startswith("import time:")
    ]
    return {line.rpartition("|")[2].strip().split(".")[0] for line in lines}


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["build", "--help"], ["query", "--help"], ["questions"]],
    ids=" ".join,
)
def test_help_loads_nothing_heavy(arguments):
    loaded = loaded_by(*arguments)
    assert "actorgraph" in loaded
    assert loaded & HEAVY == set()


def test_help_does_not_even_load_the_stages():
    command = [sys.executable, "-X", "importtime", "-m", "actorgraph", "--help"]
    surroundings = os.environ | {"PYTHONPATH": str(PACKAGE_FOLDER)}
    done = subprocess.run(
        command, env=surroundings, text=True, capture_output=True, check=True
    )
    stages = ("documents", "extraction", "resolution", "dataset", "analysis", "export")
    assert [stage for stage in stages if f"actorgraph.{stage}" in done.stderr] == []


def test_a_query_loads_nothing_heavy(tmp_path):
    write_graph(
        tmp_path / "graph",
        Corpus(),
        load_vocabulary(),
        base=DEFAULT_BASE,
        threshold=0.5,
    )
    loaded = loaded_by("query", "ASK { ?s ?p ?o }", "--graph", str(tmp_path / "graph"))
    assert "pyoxigraph" in loaded
    assert loaded & HEAVY == set()
