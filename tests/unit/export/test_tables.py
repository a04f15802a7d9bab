import csv
import io
import zipfile

import pytest

from tests.unit.export.conftest import NetworkBuilder


def table(data: bytes, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return list(
            csv.DictReader(
                io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")
            )
        )


def test_the_archive_holds_nodes_and_edges_with_the_headers_gephi_looks_for(
    parallel: NetworkBuilder,
) -> None:
    data = parallel.export("csv")
    assert [row["Id"] for row in table(data, "nodes.csv")] == ["ann", "bob", "cleo"]
    assert [tuple(row.values())[:6] for row in table(data, "edges.csv")] == [
        ("ann", "bob", "Directed", "aunt", "aunt of", "2"),
        ("ann", "bob", "Undirected", "teacher", "teacher of", "5"),
        ("bob", "ann", "Directed", "aunt", "aunt of", "2"),
    ]
    assert list(table(data, "edges.csv")[0])[:6] == [
        "Source",
        "Target",
        "Type",
        "Kind",
        "Label",
        "Weight",
    ]


def test_lists_are_joined_and_truth_values_are_words(graph: NetworkBuilder) -> None:
    graph.edge("ann", "aunt", "bob", sources=["a.txt", "b.txt"], accepted=False)
    (row,) = table(graph.export("csv"), "edges.csv")
    assert (row["Sources"], row["Accepted"], row["Confidence"], row["Said by"]) == (
        "a.txt | b.txt",
        "false",
        "0.75",
        "",
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_formula_is_defused(graph: NetworkBuilder, start: str) -> None:
    graph.actor("ann", f'{start}HYPERLINK("http://example.org")')
    (row,) = table(graph.export("csv"), "nodes.csv")
    assert row["Label"] == f'\'{start}HYPERLINK("http://example.org")'


@pytest.mark.parametrize(
    ("name", "label"),
    [
        # a formula behind a control character
        ("\x00=1+1", "'=1+1"),
        # quotation marks, a comma and a line break
        ('Ann, "the\nAunt"', 'Ann, "the\nAunt"'),
    ],
)
def test_what_spreadsheets_misread_is_defused_and_all_else_survives(
    graph: NetworkBuilder, name: str, label: str
) -> None:
    graph.actor("ann", name)
    (row,) = table(graph.export("csv"), "nodes.csv")
    assert row["Label"] == label


def test_the_archive_has_no_date_of_its_own(parallel: NetworkBuilder) -> None:
    with zipfile.ZipFile(io.BytesIO(parallel.export("csv"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }
