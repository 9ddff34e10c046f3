"""Days as a column has them: read where they can mean one day, and refused in words where not."""

from __future__ import annotations

import pytest

from statement_map.importing.days import from_parts, join_days, reader_of


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("2022-01-05", "2022-01-05"),
        ("2022/01/05", "2022-01-05"),
        ("2022.01.05", "2022-01-05"),
        ("20220105", "2022-01-05"),
        ("2022-01-05T10:30:00Z", "2022-01-05"),
        ("20220105T103000", "2022-01-05"),
        ("2022-01-05 10:30", "2022-01-05"),
        ("5.1.2022", "2022-01-05"),
        ("05.01.2022", "2022-01-05"),
        ("3/3/2022", "2022-03-03"),
        ("5 Jan 2022", "2022-01-05"),
        ("5. January 2022", "2022-01-05"),
        ("Jan. 5, 2022", "2022-01-05"),
        ("2022", "2022"),
        ("870", "0870"),
        ("2022-01", "2022-01"),
        ("2022-01-02/2022-01-05", "2022-01-02/2022-01-05"),
    ],
)
def test_what_means_one_date_wherever_it_stands(cell: str, edtf: str) -> None:
    assert reader_of([cell])(cell) == edtf


@pytest.mark.parametrize(
    ("column", "cell", "edtf"),
    [
        (["3/4/2022", "13/4/2022"], "3/4/2022", "2022-04-03"),
        (["3/4/2022", "4/13/2022"], "3/4/2022", "2022-03-04"),
        (["3-4-2022", "25-12-2021"], "3-4-2022", "2022-04-03"),
        (["3.4.2022", "4.13.2022"], "3.4.2022", "2022-03-04"),
    ],
)
def test_the_column_tells_which_of_two_numbers_is_the_month(
    column: list[str], cell: str, edtf: str
) -> None:
    assert reader_of(column)(cell) == edtf


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        (["3/4/2022"], "3/4/2022", "may be two days; found '3/4/2022'; write it as 2022-MM-DD"),
        (
            ["3/4/2022", "13/4/2022", "4/13/2022"],
            "3/4/2022",
            "may be two days; found '3/4/2022'; write it as 2022-MM-DD",
        ),
        ([], "3/4/22", "has a year of two digits; found '3/4/22'; write all four"),
        (
            [],
            "44566",
            "may be a day that a spreadsheet counts; found '44566'; format its column as dates",
        ),
    ],
)
def test_what_may_mean_two_dates_is_left_open(column: list[str], cell: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"\A") as caught:
        reader_of(column)(cell)
    assert str(caught.value) == said


@pytest.mark.parametrize("cell", ["soon", "30.2.2022", "5 Foo 2022"])
def test_what_is_no_date(cell: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date in EDTF"):
        reader_of([cell])(cell)


@pytest.mark.parametrize(
    ("language", "cell", "edtf"),
    [
        ("pl", "5 stycznia 2022 r.", "2022-01-05"),
        ("en", "5 January 2022, 10:30 am", "2022-01-05"),
        ("en", "5 stycznia 2022 r.", "2022-01-05"),  # in another language than the column's
    ],
)
def test_with_a_language_dates_are_read_in_words(language: str, cell: str, edtf: str) -> None:
    assert reader_of([cell], language)(cell) == edtf


@pytest.mark.parametrize(
    "cell", ["5 stycznia 2022 r. w Ałmaty", "on 5 January 2022 and on 7 January 2022", "x" * 81]
)
def test_all_of_a_cell_has_to_be_a_date(cell: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date in EDTF"):
        reader_of([cell], "en")(cell)


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("2022-01-02", "2022-01-05", "2022-01-02/2022-01-05"),
        ("2022-01-02", "2022-01-02", "2022-01-02"),
        ("2022-01-02", None, "2022-01-02"),
        (None, "2022-01-05", "../2022-01-05"),
        (None, None, None),
        ("2022-01", "2022-03-01/2022-03-05", "2022-01/2022-03-05"),
    ],
)
def test_two_columns_are_the_ends_of_an_interval(
    start: str | None, end: str | None, edtf: str | None
) -> None:
    assert join_days(start, end) == edtf


def test_an_end_before_its_start() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        join_days("2022-01-05", "2022-01-02")


@pytest.mark.parametrize(
    ("parts", "edtf"),
    [
        (("2022", "1", "5"), "2022-01-05"),
        (("2022", "1", None), "2022-01"),
        (("870", None, None), "0870"),
    ],
)
def test_year_month_and_day_in_columns_of_their_own(
    parts: tuple[str, str | None, str | None], edtf: str
) -> None:
    assert from_parts(*parts) == edtf


def test_a_day_without_a_month() -> None:
    with pytest.raises(ValueError, match=r"has a day without a month; found '5'; write the month"):
        from_parts("2022", None, "5")
