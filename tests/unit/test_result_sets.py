"""Results are the same whatever their blank nodes are called and numbers are written like."""

import pytest

from benchmarks.result_sets import described, same

TABLE = b"?who\t?age\n_:a\t1.50\n<https://example.org/reed>\t7\n"


def are_same(
    first: bytes, second: bytes, *, form: str = ".tsv", is_ordered: bool = False
) -> bool:
    ours, theirs = (
        described(table, form, is_ordered=is_ordered) for table in (first, second)
    )
    return same(ours, theirs)


@pytest.mark.parametrize(
    "other",
    [
        b"?who\t?age\n_:z\t1.5\n<https://example.org/reed>\t7\n",
        b"?who\t?age\n<https://example.org/reed>\t+7\n_:a\t1.5\n",
        b"?age\t?who\n1.5\t_:a\n7\t<https://example.org/reed>\n",
    ],
)
def test_names_of_blank_nodes_numerals_and_places_of_columns_do_not_count(
    other: bytes,
) -> None:
    assert are_same(TABLE, other)


@pytest.mark.parametrize(
    "other",
    [
        b"?who\t?age\n<https://example.org/reed>\t7\n",
        TABLE + b"<https://example.org/reed>\t7\n",
        b"?who\t?age\n_:a\t1.51\n<https://example.org/reed>\t7\n",
        b"?who\t?age\n_:a\t1.5e0\n<https://example.org/reed>\t7\n",
        b'?who\t?age\n_:a\t1.5\n<https://example.org/reed>\t"7"\n',
        b"?who\t?age\n<https://example.org/dahl>\t1.5\n<https://example.org/reed>\t7\n",
        b"?who\t?age\t?more\n_:a\t1.5\t\n<https://example.org/reed>\t7\t\n",
    ],
)
def test_rows_values_datatypes_and_variables_count(other: bytes) -> None:
    assert not are_same(TABLE, other)


def test_one_blank_node_in_two_rows_is_not_two() -> None:
    assert not are_same(b"?who\n_:a\n_:a\n", b"?who\n_:a\n_:b\n")


def test_order_counts_where_it_is_asked_for() -> None:
    turned = b"?who\t?age\n<https://example.org/reed>\t7\n_:a\t1.5\n"
    assert are_same(TABLE, turned)
    assert not are_same(TABLE, turned, is_ordered=True)


def test_cells_of_csv_are_compared_as_they_are_written() -> None:
    assert not are_same(b"age\n1.0\n", b"age\n1.00\n", form=".csv")
