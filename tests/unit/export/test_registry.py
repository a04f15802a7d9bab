import io
from typing import NoReturn

import pytest

from actorgraph.export import EXPORTERS
from tests.unit.export.conftest import NetworkBuilder

#: The page has tests of its own.
OURS = sorted(EXPORTERS.keys() - {"html"})


def test_every_exporter_is_found_by_its_name_and_names_a_file_of_its_own() -> None:
    assert all(name == exporter.name for name, exporter in EXPORTERS.items())
    assert len({exporter.file_name for exporter in EXPORTERS.values()}) == len(
        EXPORTERS
    )


def test_the_promised_formats_are_there() -> None:
    tools = {
        "html",
        "gexf",
        "graphml",
        "csv",
        "cytoscape",
        "graphology",
        "cypher",
        "neo4j",
        "ftm",
        "markdown",
        "parquet",
        "duckdb",
        "sqlite",
        "svg",
        "pdf",
        "png",
    }
    rdf = {"turtle", "trig", "nquads", "jsonld", "rdf12", "ontology", "void"}
    assert tools | rdf == EXPORTERS.keys()


@pytest.fixture
def stored(parallel: NetworkBuilder) -> NetworkBuilder:
    parallel.quads = (
        "<https://example.org/a> <https://example.org/b> <https://example.org/c> .",
    )
    return parallel


@pytest.mark.parametrize("name", sorted({*OURS} - {"duckdb"}))
def test_equal_material_gives_equal_bytes(stored: NetworkBuilder, name: str) -> None:
    """DuckDB alone gives each of its files a random identifier."""
    assert stored.export(name) == stored.export(name)


class Pipe(io.BytesIO):
    """A target that can be neither sought nor told."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> NoReturn:
        raise io.UnsupportedOperation

    def seek(self, *_: object) -> NoReturn:
        raise io.UnsupportedOperation


@pytest.mark.parametrize("name", OURS)
def test_every_format_can_be_written_to_a_pipe(
    stored: NetworkBuilder, name: str
) -> None:
    pipe = Pipe()
    stored.export_to(name, pipe)
    assert bool(pipe.getvalue()) == bool(stored.export(name))
