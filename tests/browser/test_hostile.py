"""Text from the data is shown as it is and never run."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import served
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage
from tests.reading.samples import BOUNDARIES, LOCATIONS, write_data

HOSTILE = (
    "`tick` ${window.ran=1} </script><script>window.ran=2</script> </style><svg/onload=ran=3> "
    "{{ ''.__class__ }} {% raw %} \\u00zz <img src=x onerror=window.ran=4> alert(coords); "
    "*_a_* _a1b2 [x](javascript:window.ran=5) :red[x] $x^2$ &lt;b&gt; <!-- אב"
)
SHORT = "${window.ran=6} </script><script>window.ran=7</script> {{7*7}} <img src=x onerror=ran=8>"
URL = 'https://example.org/"><img/src=x/onerror=window.ran=9>'


def text(field: str) -> str:
    return f"{field} {HOSTILE}"


def texts(field: str) -> dict[str, str]:
    return {code: text(f"{field}-{code}") for code in ("en", "pl")}


def statement() -> dict[str, Any]:
    """A statement of two events; every text in it is hostile and tells its field."""
    common = {"topic": "prices", "kind": "claim"}
    return {
        "statement": {
            **{name: texts(name) for name in ("title", "issuer", "publisher")},
            "url": URL,
            "language": "pl",
            "published": "2022-01-07",
            "published_basis": "stated",
            "paragraphs": 2,
            "sha256": "0" * 64,
            "places": [{"id": "capital", "phrase": text("introduced")}],
            "numbers": [{"paragraph": 1, "phrase": text("number")}],
            "sources": [{"paragraph": 1, "phrase": text("source")}],
            "topics": [{"id": "prices", "title": texts("topic")}],
        },
        "events": [
            {
                "id": "prices-rise",
                "paragraph": 1,
                "when": "2022-01-02",
                "basis": "stated",
                "when_phrase": text("when-phrase"),
                "places": [
                    {"id": id_, "phrase": text(f"named-{id_}")} for id_ in ("north", "capital")
                ],
                "title": texts("rise"),
                "text": texts("told"),
                "quote": SHORT,
                "note": texts("note"),
                **common,
            },
            {
                "id": "prices-fall",
                "paragraph": 2,
                "when": "2022-01-03/2022-01-05",
                "basis": "inferred",
                "after": "prices-rise",
                "why_then": texts("why-then"),
                "places": [{"id": "regions", "phrase": text("named-regions")}],
                "title": texts("fall"),
                "text": texts("fell"),
                "quote": SHORT,
                **common,
            },
        ],
    }


def places() -> str:
    """The places of the sample with hostile text in every cell that takes text."""
    rows = list(csv.DictReader(io.StringIO(LOCATIONS)))
    free = ("name_pl", "name_en", "name_kk", "name_ru", "query", "source", "source_id", "review")
    stream = io.StringIO(newline="")
    columns = dict.fromkeys([*rows[0], *free, "note", "note_pl"])
    writer = csv.DictWriter(stream, list(columns))
    writer.writeheader()
    for row in rows:
        row |= {column: text(f"{row['id']}-{column}") for column in (*free, "note", "note_pl")}
        writer.writerow(row)
    return stream.getvalue()


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on data in which every text is hostile."""
    outlines = BOUNDARIES.replace('"North-East"', json.dumps(text("outline")))
    content = json.dumps(statement(), ensure_ascii=False)
    folder = write_data(tmp_path_factory.mktemp("data"), content, places(), outlines)
    with served(tmp_path_factory.mktemp("home"), str(folder)) as url:
        yield url


SHOWN = """
() => [
  document.body.textContent,
  ...[...document.querySelectorAll("[title], [aria-label]")].flatMap((node) =>
    [node.getAttribute("title") ?? "", node.getAttribute("aria-label") ?? ""]),
].join("\\n")
"""


def shown(page: MapPage) -> str:
    """All text of the page and its frame, with labels and tooltips, blanks as a page shows them."""
    return " ".join(" ".join(frame.evaluate(SHOWN) for frame in page.page.frames).split())


def expect_nothing_ran(page: MapPage) -> None:
    for frame in page.page.frames:
        assert frame.evaluate("window.ran ?? null") is None
        assert frame.evaluate("document.querySelector('[src=x], [onerror], svg[onload]')") is None
    expect(page.page.get_by_test_id("stException")).to_have_count(0)
    assert page.visit.errors == []
    hosts = {urlsplit(asked).netloc for asked in page.visit.requests}
    assert hosts <= {urlsplit(page.url).netloc, ""}


@pytest.mark.parametrize("code", ["en", "pl"])
def test_every_text_of_the_data_is_shown_as_it_is(
    new_page: NewPage, hostile_url: str, code: str
) -> None:
    page = MapPage(new_page(), hostile_url)
    page.open(f"?event=prices-rise&lang={code}")
    expect(page.card.locator("h2")).to_have_text(text(f"rise-{code}"))
    expect(page.card.locator("blockquote")).to_have_text(SHORT)
    expect(page.card.locator("a[target=_blank]").first).to_have_attribute("href", URL)
    seen = shown(page)
    page.mark("capital").click()
    expect(page.map.locator(".leaflet-popup h2")).to_have_text(text(f"capital-name_{code}"))
    expect(page.map.locator(".popup-events a")).to_have_text(text(f"rise-{code}"))
    expect(page.map.locator(".popup-note")).to_have_text(
        text("capital-note" if code == "en" else "capital-note_pl")
    )
    seen += shown(page)
    page.page.locator("[data-act=next]").click()
    page.expect_event("prices-fall")
    seen += shown(page)
    fields = [
        "title",
        "issuer",
        "publisher",
        "topic",
        "rise",
        "told",
        "note",
        "fall",
        "fell",
        "why-then",
    ]
    told = [text(f"{field}-{code}") for field in fields]
    told += [
        text(field) for field in ("when-phrase", "named-north", "named-capital", "named-regions")
    ]
    for place in ("north", "capital", "regions"):
        cells = (f"name_{code}", "query", "source", "source_id", "review")
        told += [text(f"{place}-{cell}") for cell in cells]
    assert [each for each in told if each not in seen] == []
    expect_nothing_ran(page)


def test_learners_and_the_reader_see_it_as_it_is(new_page: NewPage, hostile_url: str) -> None:
    page = MapPage(new_page(), hostile_url)
    page.open("?event=prices-rise&lang=en&hide=place&hide=speaker")
    expect(page.card.locator("h2")).to_contain_text("<img src=x [hidden]")
    expect_nothing_ran(page)
    page.open("?event=prices-rise&lang=en")  # learners have no reader
    page.open_panel("text")
    page.page.locator(".st-key-reader textarea").fill(f"{text('intro')}\n• {text('one')} {SHORT}")
    page.page.locator(".st-key-reader-show button").click()
    # What stands before the first bullet and holds a number may tell something: a paragraph.
    expect(page.page.locator(".reader [data-paragraph='1']")).to_contain_text(text("intro"))
    expect(page.page.locator(".reader [data-paragraph='2']")).to_contain_text(
        f"{text('one')} {SHORT}"
    )
    expect_nothing_ran(page)


def test_an_address_is_shown_as_it_is_or_left_aside(new_page: NewPage, hostile_url: str) -> None:
    page = MapPage(new_page(), hostile_url)
    names = (
        "date",
        "event",
        "search",
        "topic",
        "kind",
        "basis",
        "place",
        "account",
        "hide",
        "view",
    )
    query = urlencode(dict.fromkeys((*names, "hide-topics", "lang", "x"), HOSTILE))
    page.open(f"?{query}")
    expect(page.card.locator(".notice code")).to_have_text([HOSTILE, HOSTILE])
    expect(page.page.locator(".st-key-event-list input[type=search]")).to_have_value(HOSTILE[:200])
    expect(page.page.locator(".list-unknown code")).to_have_text(
        [f"{facet}={HOSTILE}" for facet in ("topic", "kind", "basis", "place")]
    )
    page.expect_day("2022-01-02")
    expect_nothing_ran(page)
    english = MapPage(new_page(locale="en-GB"), hostile_url).open("?lang=__proto__&date=9999-99-99")
    expect(english.card.locator("h2")).to_have_text(text("rise-en"))
