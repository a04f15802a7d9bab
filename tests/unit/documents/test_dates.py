import pytest

from actorgraph.documents.dates import date_in_name, date_in_text, iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-03-02", "2024-03-02"),
        ("2024-03-02T23:59:00+05:00", "2024-03-02"),
        ("2 March 2024", "2024-03-02"),
        ("Mar. 2, 2024", "2024-03-02"),
        ("sept 12 2023", "2023-09-12"),
        ("31 February 2024", None),
        ("03/04/2024", None),
        ("March 2024", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_only_whole_dates_are_read(written: str, expected: str | None) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quay opens\n\nPublished: Friday, March 15, 2024 at 10:30 am\nText.",
            "2024-03-15",
        ),
        ("PORT LOUIS, 15 March 2024 (Wire) - The quay opened.", "2024-03-15"),
        ("Quay opens\n\nHarrow Bay, 15 March 2024\n\nIt did.", "2024-03-15"),
        ("Quay opens\n\nHarrow Bay, 15 March 2024 – It did.", "2024-03-15"),
        ("St. Ives, Corland, March 15, 2024 (Wire) -- It opened.", "2024-03-15"),
        ("On Friday, 15 March 2024 – a wet day – it opened.", None),
        ("Ann Roth, 15 March 1950 – 3 May 2024, was a painter.", None),
        ("Friday, 15 March 2024 – a wet day – was its last.", None),
        ("Quay opens\n\nSt. Ives, Corland, Friday, March 15, 2024", "2024-03-15"),
        ("He sailed on Friday, 15 March 2024.", None),
        ("Quay opens\n\nHarrow Bay, 15 March 2024, was where it began.", None),
        ("The war that began on March 15, 2022 is over.", None),
        ("\n".join(["line"] * 6) + "\n2024-03-15", None),
    ],
)
def test_a_date_counts_only_where_a_date_of_publication_stands(
    text: str, expected: str | None
) -> None:
    assert date_in_text(text) == expected


def test_a_file_name_may_carry_the_date() -> None:
    assert date_in_name("news/2024-03-15-quay.txt") == "2024-03-15"
    assert date_in_name("12024-03-15.txt") is None
