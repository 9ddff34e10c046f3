"""The sheet for TimelineJS, by the columns of its template and as a browser reads its HTML."""

import csv
import io
from html.parser import HTMLParser

import pytest

from statement_map.exporting import FORMATS, ExportSource
from tests.exporting.hostile import HOSTILE
from tests.exporting.told import DATES, EVENTS, STATEMENT, UNDATED

Rows = list[dict[str, str]]


def read(source: ExportSource) -> Rows:
    text = FORMATS["timelinejs"].export(source).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def rows(source: ExportSource) -> Rows:
    return read(source)


def test_the_first_row_is_the_title(rows: Rows) -> None:
    assert [row["Type"] for row in rows] == ["title"] + [""] * (len(rows) - 1)
    assert rows[0]["Headline"] == STATEMENT["title"]["pl"]
    assert rows[0]["Year"] == ""


def test_nothing_is_lost(rows: Rows) -> None:
    """What has no date can have no row there, so the title row tells it."""
    titles = [event["title"]["pl"] for event in EVENTS]
    with_date = [row["Headline"] for row in rows[1:]]
    assert with_date == [title for title in titles if title in set(with_date)]
    undated = {title for title in titles if title not in set(with_date)}
    assert next(event["title"]["pl"] for event in EVENTS if event["id"] == UNDATED) in undated
    for title in undated:
        assert title in rows[0]["Text"]


def test_dates_are_those_of_the_text(rows: Rows) -> None:
    by_title = {row["Headline"]: row for row in rows[1:]}
    for event in EVENTS:
        if event["id"] not in DATES:
            continue
        start, end = DATES[event["id"]]
        row = by_title[event["title"]["pl"]]
        names = ("Year", "Month", "Day")
        assert start
        assert [row[name] for name in names] == [*map(str, (start.year, start.month, start.day))]
        last = [row[f"End {name}"] for name in names]
        if end is None or end == start:
            assert last == ["", "", ""]
        else:
            assert last == [*map(str, (end.year, end.month, end.day))]


def test_every_row_says_who_states_it_and_what_its_date_rests_on(rows: Rows) -> None:
    for row in rows:
        assert "władze Kazachstanu" in row["Text"]
    by_title = {row["Headline"]: row["Display Date"] for row in rows}
    for event in EVENTS:
        if event["title"]["pl"] in by_title:
            is_stated = "datę podaje tekst" in by_title[event["title"]["pl"]]
            assert is_stated == (event["basis"] == "stated")


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= {"class"}
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hostile_text_is_text_in_a_timeline(hostile_source: ExportSource) -> None:
    """TimelineJS puts headline and text into the page as HTML."""
    page = Page()
    for row in read(hostile_source):
        page.feed(f"{row['Headline']}\n{row['Text']}")
    page.close()
    assert page.tags == {"p", "br"}
    assert HOSTILE[:20] in page.text
