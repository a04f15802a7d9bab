"""Start-up is a feature: asking for help loads none of the libraries that the work needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from actorgraph.dataset.graph_writer import write_graph
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
        "polars",
        "py3langid",
        "pyarrow",
        "pydantic",
        "pyspark",
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
    [
        ["--help"],
        ["build", "--help"],
        ["query", "--help"],
        ["questions"],
        ["corpus", "run", "--help"],
        ["push", "--help"],
    ],
    ids=" ".join,
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    loaded = loaded_by(*arguments)
    assert "actorgraph" in loaded
    assert loaded & HEAVY == set()


def test_help_does_not_even_load_the_stages() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "actorgraph", "--help"]
    surroundings = os.environ | {"PYTHONPATH": str(PACKAGE_FOLDER)}
    done = subprocess.run(
        command, env=surroundings, text=True, capture_output=True, check=True
    )
    stages = ("documents", "extraction", "resolution", "dataset", "analysis", "export")
    assert [stage for stage in stages if f"actorgraph.{stage}" in done.stderr] == []


def test_a_query_loads_nothing_heavy(tmp_path: Path) -> None:
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


def test_text_is_read_without_the_parsers_of_other_formats(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(
        "It was said that the mayor of the town and the head of the harbour met for "
        "the first time on Monday to speak of the quay that was to be built by the sea "
        "with the help of the state, and that they would meet again by the end of the "
        "month for talks with the fishermen of the town."
    )
    program = (
        "import sys\nfrom actorgraph.documents import read_documents\n"
        "list(read_documents(sys.argv[1:]))\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, story],
        env=os.environ | {"PYTHONPATH": str(PACKAGE_FOLDER)},
        text=True,
        capture_output=True,
        check=True,
    )
    parsers = {"pypdf", "docx", "feedparser", "warcio", "charset_normalizer"}
    loaded = set(done.stdout.split())
    assert "actorgraph.documents.pdf" in loaded
    assert loaded & (parsers | HEAVY) == set()


THREADS = """\
import ctypes, sys
from pathlib import Path

import actorgraph
from actorgraph.pipeline.changes import build

if __name__ == "__main__":
    build(sys.argv[2:], Path(sys.argv[1]))
    for line in Path("/proc/self/maps").read_text().splitlines():
        if "openblas" in line:
            library = ctypes.CDLL(line.split(maxsplit=5)[5])
            for prefix in ("scipy_", ""):
                for suffix in ("64_", ""):
                    name = f"{prefix}openblas_get_num_threads{suffix}"
                    if hasattr(library, name):
                        print(getattr(library, name)())
"""


def test_reading_uses_one_thread_though_the_language_model_loads_numpy_first(
    tmp_path: Path,
) -> None:
    """The first text is too short to be plainly English, so a model that needs numpy is asked."""
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(
        "Runa Vik, mayor: Osk Tind runs Mill House, Fjord Street, Bergen, Norway."
    )
    second.write_text("Runa Vik, the mayor of Bergen, met Osk Tind on Monday.")
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if not name.endswith("_NUM_THREADS")
    }
    done = subprocess.run(
        [sys.executable, "-c", THREADS, tmp_path / "graph", first, second],
        env=surroundings | {"PYTHONPATH": str(PACKAGE_FOLDER)},
        text=True,
        capture_output=True,
        check=True,
    )
    assert set(done.stdout.split()) == {"1"}
