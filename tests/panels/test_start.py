"""Where a review starts: what is pasted or dropped is opened, or told what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from statement_map.panels.review import waiting
from tests.conftest import ROOT
from tests.importing import samples
from tests.panels.whole import html_of, run, run_page


@pytest.fixture(scope="module", autouse=True)
def workers() -> Iterator[None]:
    """The processes that open and draft; they end with the last test of this file."""
    yield
    waiting._pool().close()
    waiting._pool.clear()


def start() -> AppTest:
    return run_page({"view": "review", "lang": "en"})


def press(page: AppTest, key: str) -> AppTest:
    next(button for button in page.button if key in button.proto.id).click()
    return run(page)


def dropped(files: dict[str, bytes]) -> AppTest:
    page = start()
    page.file_uploader(key="review-files").set_value(
        [(name, content, "application/octet-stream") for name, content in files.items()]
    )
    return press(run(page), "review-open")


def drafted(text: str) -> str:
    page = start()
    page.text_area(key="review-pasted").set_value(text)
    return html_of(press(page, "review-draft"))


def has_desk(page: AppTest) -> bool:
    return "review-desk" in page.session_state


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", "There is no text yet"),
        (
            "Die Donau trat über die Ufer, und niemand war da.",
            "none of the languages that are read here",
        ),
        ("Nobody was there and nothing happened.", "No date and no place was recognised"),
        ("One\0two", "There is a sign in it that nobody can see"),
    ],
)
def test_a_text_that_cannot_be_drafted_gets_an_answer(text: str, answer: str) -> None:
    assert answer in drafted(text)


def test_a_file_that_is_no_text_gets_an_answer() -> None:
    page = start()
    page.file_uploader(key="review-text-file").upload("a.txt", b"\x89PNG\r\n\x1a\n\0")
    assert "This file is not plain text in UTF-8." in html_of(press(page, "review-draft"))


def test_faulty_files_are_told_by_file_and_line() -> None:
    names = ("events.yaml", "locations.csv", "boundaries.geojson")
    files = {name: (ROOT / "data" / name).read_bytes() for name in names}
    events = files["events.yaml"].decode().splitlines()
    line = next(n for n, text in enumerate(events, 1) if text.strip().startswith("kind:"))
    events[line - 1] = events[line - 1].split(":")[0] + ": **rumour**"
    page = dropped(files | {"events.yaml": "\n".join(events).encode()})
    assert f"events.yaml:{line}: " in page.code[0].value
    assert not has_desk(page)


def test_a_file_that_nobody_can_open_gets_one_sentence() -> None:
    page = dropped({"table.csv": b"no table at all"})
    told = "table.csv: is none of the files that can be imported; import a"
    assert told in page.code[0].value
    assert not has_desk(page)


def test_a_file_of_another_program_is_reviewed_with_what_was_not_understood() -> None:
    page = dropped({"fires.geojson": samples.GEOJSON.encode()})
    assert "Fire at the mill" in html_of(page)
    page.session_state["review-desk"].tab = "notes"
    shown = html_of(run(page))
    assert "start: &#39;start&#39;, such as &#39;2020-08-01T10:00:00Z&#39;" in shown
    assert "fires.geojson:3: geometry: is neither a point nor an area" in shown
