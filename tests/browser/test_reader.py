"""A reader's own text: verified, marked by its events, and kept to the reader's session."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import served
from tests.browser.map_page import MapPage, rest
from tests.browser.test_keyboard import tab_to
from tests.browser.visit import NewPage

OWN_TEXT = """\
Our own words.

 • W dniu 2 stycznia 2022 r. w obwodzie Mangistauskim it rained.
 • Nothing is quoted here.
"""
"""Paragraph 1 has one of the data's phrases; of its other words none is the statement's."""


class Reader:
    """The panel as a test sees it."""

    def __init__(self, page: MapPage) -> None:
        self.map_page = page
        self.page = page.page
        self.panel = self.page.locator(".st-key-reader")
        self.text = self.panel.locator(".reader")
        self.scroller = self.page.locator(".st-key-panel-text")

    def open(self) -> "Reader":
        self.map_page.open_panel("text")
        return self

    def paste(self, text: str) -> "Reader":
        rest(self.page)
        self.panel.locator("textarea").fill(text)
        self.panel.locator(".st-key-reader-show button").click()
        return self

    def choose_file(self, name: str, content: bytes) -> "Reader":
        rest(self.page)
        self.panel.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "text/plain", "buffer": content}
        )
        return self

    def paragraph(self, number: int) -> Locator:
        return self.text.locator(f"li[data-paragraph='{number}']")


def test_without_the_text_its_bars_follow_the_steps(new_page: NewPage) -> None:
    """Paragraph 10 has two events; between the words that they quote stand 27 characters."""
    page = MapPage(new_page()).open("?lang=en&event=airport-seized&panel=text")
    bars = page.page.locator(".bars")
    expect(bars.locator("li[data-paragraph]")).to_have_count(28)
    paragraph = bars.locator("li[data-paragraph='10']")
    expect(paragraph).to_have_attribute("aria-current", "true")
    expect(paragraph).to_be_in_viewport()
    expect(paragraph.get_by_role("img").first).to_have_accessible_name("27 characters are left out")
    paragraph.locator("a[data-event=aircraft-with-passengers]").first.click()
    page.expect_event("aircraft-with-passengers")
    reader = Reader(page).paste(OWN_TEXT)
    expect(reader.text).to_be_visible()
    expect(bars).to_have_count(0)


def scrolled(element: Locator) -> float:
    top: float = element.evaluate("element => element.scrollTop")
    return top


@pytest.mark.parametrize(
    ("code", "verdict", "about"),
    [
        (
            "pl",
            "To jest tekst oświadczenia: odcisk (SHA-256) się zgadza.",
            "miejsce, cytat: Żądania z obwodu mangystauskiego uznane za spełnione",
        ),
        (
            "en",
            "This is the text of the statement: the fingerprint (SHA-256) agrees.",
            "place, quotation: The demands from Mangystau are said to be met",
        ),
    ],
)
def test_the_statement_is_recognised_and_leads_to_its_events(
    new_page: NewPage, statement_text: str, code: str, verdict: str, about: str
) -> None:
    page = MapPage(new_page()).open(f"?lang={code}")
    reader = Reader(page).open().paste(statement_text)
    expect(reader.text.locator(".verdict")).to_have_text(verdict)
    expect(reader.text.locator(".missing")).to_have_count(0)
    name = {"pl": "ak.", "en": "para."}[code]
    expect(reader.text.locator("ol > li .number")).to_have_text(
        [f"{name} {n}" for n in range(1, 29)]
    )
    # In paragraph 4 a place stands inside the quotation that ends with it.
    link = reader.paragraph(4).locator("a[data-event=demands-met]").first
    expect(link.locator("mark")).to_have_text(
        ["Po spełnieniu żądań protestujących ", "w obwodzie Mangistauskim"]
    )
    expect(link.locator("mark").first).to_have_class("mark mark-quote")
    expect(link.locator("mark").last).to_have_class("mark mark-place mark-quote")
    title = link.get_attribute("title")
    assert title is not None
    assert sorted(title.split(": ")[0].split(", ")) == sorted(about.split(": ")[0].split(", "))
    assert title.split(": ")[1] == about.split(": ")[1]
    link.click()
    page.expect_event("demands-met")
    expect(page.page).to_have_url(re.compile("event=demands-met"))
    expect(page.map.locator("body")).to_be_in_viewport()


def test_numbers_and_sources_are_marked_and_dates_and_places_lead_to_what_they_are_of(
    new_page: NewPage, statement_text: str
) -> None:
    page = MapPage(new_page()).open("?lang=en")
    reader = Reader(page).open().paste(statement_text)
    expect(reader.paragraph(18).locator("mark.mark-number")).to_have_text(
        ["w liczbie około 2500 osób"]
    )
    marks = reader.paragraph(23).locator("mark.mark-source").all_inner_texts()
    assert "".join(marks) == "w przemówieniu do narodu Kazachstanu Prezydent K.Tokajew poinformował"
    key = reader.text.locator(".key mark")
    expect(key).to_have_text(["place", "date", "number", "named source", "quotation"])
    # Every look has a line, a weight or a slant of its own, whatever the colours.
    shapes = key.evaluate_all(
        """marks => marks.map((mark) => {
          const style = getComputedStyle(mark);
          return [style.borderTopStyle, style.borderBottomStyle, style.outlineStyle,
            style.textDecorationStyle, style.fontStyle, style.fontWeight].join(" ");
        })"""
    )
    assert len(set(shapes)) == 5

    date = reader.paragraph(28).locator("a:has(mark.mark-date)")
    expect(date.locator("mark.mark-date")).to_have_text("10 stycznia 2022 r.")
    date.click()
    page.expect_event("day-of-mourning")
    page.expect_day("2022-01-10")
    reader.text.locator(".introduction a", has_text="Ambasady").first.click()
    expect(page.map.locator(".leaflet-popup h2")).to_contain_text("Embassy")


def test_a_file_is_the_same_text_in_any_form_and_one_that_is_no_text_is_refused(
    new_page: NewPage, statement_text: str
) -> None:
    reader = Reader(MapPage(new_page()).open("?lang=en")).open()
    last = statement_text.splitlines()[-1].removeprefix(" • ")
    for text in (
        statement_text,
        f"\ufeff{statement_text}\n\n",
        statement_text.replace("\n", "\r\n"),
    ):
        reader.choose_file("statement.txt", text.encode())
        expect(reader.text.locator(".verdict.is-same")).to_be_visible()
        expect(reader.paragraph(28)).to_contain_text(last)
        reader.choose_file("other.txt", b"Another text")
        expect(reader.text.locator(".verdict.is-other")).to_be_visible()

    alert = reader.panel.get_by_test_id("stAlert")
    for content in ("Żółw • ąę".encode("cp1250"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"):
        reader.choose_file("no-text.txt", content)
        expect(alert).to_contain_text("This is not text in UTF-8")
        expect(reader.text).to_have_count(0)
        reader.choose_file("text.txt", "• Żółw".encode())
        expect(reader.paragraph(1)).to_contain_text("Żółw")
        expect(alert).to_have_count(0)


def test_the_text_follows_every_step(new_page: NewPage, statement_text: str) -> None:
    page = MapPage(new_page(width=1440)).open("?lang=pl&event=airport-seized")
    reader = Reader(page).open().paste(statement_text)
    current = reader.text.locator("li[aria-current]")
    expect(current).to_have_attribute("data-paragraph", "10")
    expect(current).to_be_in_viewport()
    page.page.locator(".paragraphs a", has_text="27").click()
    page.expect_event("lives-lost")
    expect(reader.paragraph(27)).to_be_in_viewport()
    rests = scrolled(reader.scroller)
    # The next event is told in the same paragraph, which is in sight already: nothing moves.
    page.page.locator("[data-act=next]").click()
    page.expect_event("great-tragedy")
    assert abs(scrolled(reader.scroller) - rests) < 60, "lines break anew where a link grows bold"
    page.page.keyboard.press("Home")
    expect(current).to_have_attribute("data-paragraph", "1")
    expect(reader.paragraph(1)).to_be_in_viewport()


def test_on_a_wide_page_the_text_stands_beside_map_and_card(
    new_page: NewPage, statement_text: str
) -> None:
    page = MapPage(new_page(width=1440)).open("?lang=en")
    reader = Reader(page).open().paste(statement_text)
    reader.paragraph(9).locator("a[data-event]").first.click()
    page.expect_event("almaty-worst")
    expect(reader.paragraph(9)).to_be_in_viewport()
    card_box = page.card.bounding_box()
    text_box = reader.text.bounding_box()
    assert card_box
    assert text_box
    room = card_box["x"] - text_box["x"] - text_box["width"]
    assert room > 300, "the map between them can be read"
    mark = page.mark("almaty").bounding_box()
    assert mark
    assert text_box["x"] + text_box["width"] < mark["x"] < card_box["x"]


def test_on_a_phone_back_leads_back_to_the_text(new_page: NewPage, statement_text: str) -> None:
    page = MapPage(new_page(phone=True)).open("?lang=pl")
    reader = Reader(page).open().paste(statement_text)
    expect(reader.text.locator(".verdict")).to_be_visible()
    reader.paragraph(18).locator("a:has(mark)").first.tap()
    page.expect_event("csto-forces-arriving")
    expect(reader.text).to_be_hidden()
    expect(page.card.locator("article > .own-date")).to_be_in_viewport()
    page.page.go_back()
    expect(reader.paragraph(18)).to_be_in_viewport()
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


HOSTILE = (
    "<img src=x onerror=window.ran=1> </mark></a><script>window.ran=2</script> "
    "{{ ''.__class__ }} {% raw %} ${window.ran=3} `tick` **bold** $x^2$ :red[x] &lt;b&gt; "
    "<style>body{display:none}</style> javascript:window.ran=4 \u202egnp"
)


def test_another_text_is_told_apart_and_shown_as_it_is(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en")
    reader = Reader(page).open().paste(OWN_TEXT)
    verdict = reader.text.locator(".verdict.is-other")
    expect(verdict).to_contain_text("This is another text")
    expect(verdict).to_contain_text("It has 2 paragraphs; the statement has 28.")
    missing = reader.text.locator(".missing li")
    expect(missing).to_have_count(11)
    expect(missing.nth(0)).to_contain_text("introduction")
    expect(missing.nth(2)).to_have_text(
        re.compile(
            r"^para\. 1\s+place\s+w obwodzie Mangistauskim na zachodzie Kazachstanu"
            r"\s+\(Demonstrations said to begin"
        )
    )
    expect(missing.last).to_have_text(re.compile(r"^and \d+ more$"))
    expect(reader.paragraph(1).locator("mark")).to_have_text(["W dniu 2 stycznia 2022 r."])
    expect(reader.paragraph(2).locator("mark")).to_have_count(0)
    reader.paste("No bullets at all.")
    expect(verdict).to_contain_text("It has 1 paragraph; the statement has 28.")
    expect(reader.paragraph(1)).to_contain_text("No bullets at all.")

    text = f"{HOSTILE}\n • W dniu 2 stycznia 2022 r. {HOSTILE}\n •{HOSTILE}"
    reader.paste(text)
    # What stands before the first bullet and holds a number may tell something: a paragraph.
    expect(reader.paragraph(1)).to_have_text(re.compile(re.escape(HOSTILE)))
    expect(reader.paragraph(2)).to_contain_text(f"W dniu 2 stycznia 2022 r. {HOSTILE}")
    expect(reader.paragraph(3)).to_have_text(re.compile(re.escape(HOSTILE)))
    expect(reader.text.locator("img, script, style")).to_have_count(0)
    assert page.page.evaluate("window.ran ?? null") is None
    assert page.visit.errors == []
    assert page.visit.requests_elsewhere == []


def test_nothing_of_it_leaves_the_session(new_page: NewPage, tmp_path: Path) -> None:
    secrets = [f"tajemnica{word}" for word in ("wklejona", "zapisana", "nazwana")]
    pasted, written, named = secrets
    with served(tmp_path) as url:
        page = MapPage(new_page(), url).open("?lang=en")
        reader = Reader(page).open().paste(f"{OWN_TEXT} • {pasted}")
        expect(reader.paragraph(3)).to_contain_text(pasted)
        reader.choose_file(f"{named}.txt", f"{OWN_TEXT} • {written}".encode())
        expect(reader.paragraph(3)).to_contain_text(written)
        expect(reader.panel).to_contain_text("The opened file is shown.")
        reader.paragraph(1).locator("a[data-event]").first.click()
        page.expect_event("protests-begin")
        other = MapPage(new_page(), url).open("?lang=en")
        again = Reader(other).open()
        expect(again.panel.locator("textarea")).to_have_value("")
        expect(again.text).to_have_count(0)
        kept = page.page.evaluate(
            "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie,"
            " history.state])"
        )
        places = [unquote(page.page.url), kept, other.page.content()]
        places += [unquote(asked) for asked in page.visit.requests]
        page.page.reload()
        expect(page.card).to_be_visible(timeout=60_000)
        places.append(page.page.content())
        asked = {urlsplit(asked).netloc for asked in page.visit.requests}
        assert asked <= {urlsplit(url).netloc, ""}
    places += [f"{file}\n{file.read_bytes()!r}" for file in tmp_path.rglob("*") if file.is_file()]
    assert "server.log" in "".join(places)
    assert [secret for secret in secrets for place in places if secret in place] == []


# As one edit by hand it takes Chromium over a minute, and in a single line 20 seconds to lay out.
SET = """
(area, text) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(area, text);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
"""


def test_a_text_that_differs_in_one_letter_is_another_text_and_a_megabyte_is_too_much(
    new_page: NewPage, statement_text: str
) -> None:
    text = statement_text.replace("Niestety protesty", "Niestety  protesty")
    page = MapPage(new_page()).open("?lang=pl")
    reader = Reader(page).open().paste(text)
    expect(reader.text.locator(".verdict")).to_contain_text("To jest inny tekst")
    expect(reader.text.locator(".verdict")).to_contain_text("Ma 28 akapitów, a oświadczenie 28.")
    expect(reader.text.locator(".verdict")).to_contain_text("może litera albo odstęp")
    wrong = statement_text.replace("2 stycznia", "3 stycznia")
    reader.paste(wrong)
    expect(reader.text.locator(".missing li")).to_have_count(1)
    expect(reader.text.locator(".missing li")).to_contain_text("ak. 1")
    expect(reader.text.locator(".missing q")).to_have_text("W dniu 2 stycznia 2022 r.")

    # Of letters of two octets each, in lines as texts have them.
    too_long = ("ą" * 63 + "\n ") * 2**13 + "a"
    assert len(too_long.encode()) == 2**20 + 1
    rest(reader.page)
    reader.panel.locator("textarea").evaluate(SET, too_long)
    reader.panel.locator(".st-key-reader-show button").click()
    expect(reader.panel.get_by_test_id("stAlert")).to_contain_text("To więcej niż 1 MB tekstu")
    expect(reader.text).to_have_count(0)
    page.visit.requests.clear()
    reader.paste("")
    expect(reader.panel.get_by_test_id("stAlert")).to_have_count(0)
    reader.choose_file("long.txt", b"a" * (2**20 + 1))
    expect(reader.panel.get_by_role("alert")).to_contain_text("1.0MB or smaller")
    # Refused before it is sent: the server would write so much to a temporary file.
    assert not [asked for asked in page.visit.requests if "upload_file" in asked]


def test_long_paragraphs_are_shown(new_page: NewPage) -> None:
    reader = Reader(MapPage(new_page(phone=True)).open("?lang=en")).open()
    long = " • " + "x" * 10_000 + "\n • " + "word " * 2_000
    reader.paste(long)
    expect(reader.paragraph(2)).to_be_attached()
    assert len(reader.paragraph(1).inner_text()) > 10_000
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_reading_leaves_the_page_alone_and_stepping_leaves_the_text_alone(
    new_page: NewPage,
) -> None:
    page = MapPage(new_page()).open("?lang=en")
    frame = page.page.frames[-1]
    frame.evaluate("window.untouched = true")
    page.card.evaluate("card => { card.untouched = true; }")
    reader = Reader(page).open().paste(OWN_TEXT)
    expect(reader.paragraph(1)).to_be_attached()
    assert page.card.evaluate("card => card.untouched") is True
    reader.text.evaluate("text => { text.untouched = true; }")
    page.page.locator("[data-act=next]").click()
    page.expect_event("protesters-demands")
    assert reader.text.evaluate("text => text.untouched") is True
    page.page.get_by_text("Polski", exact=True).click()
    expect(reader.text.locator("h2")).to_have_text("Tekst i to, co bierze z niego mapa")
    expect(reader.text.locator("li[aria-current]")).to_have_attribute("data-paragraph", "1")
    expect(reader.panel.locator("textarea")).to_have_value(OWN_TEXT)
    assert frame.evaluate("window.untouched") is True
    assert page.visit.errors == []


def test_by_keyboard_alone(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&date=2022-01-06")
    keyboard = page.page.keyboard
    tab_to(page, "nav.bar a[data-panel=text]")
    keyboard.press("Enter")
    expect(page.page.locator(".st-key-reader h2[tabindex]")).to_be_focused()
    # The head comes first: whoever presses Tab before the rest is there goes past it.
    expect(page.page.locator(".st-key-reader textarea")).to_be_visible()
    rest(page.page)
    tab_to(page, ".st-key-reader textarea")
    keyboard.insert_text(OWN_TEXT)
    tab_to(page, ".st-key-reader-show button")
    keyboard.press("Enter")
    expect(page.page.locator(".reader")).to_be_visible()
    tab_to(page, ".reader ol a[data-event]")
    expect(page.page.locator(":focus")).to_have_text("W dniu 2 stycznia 2022 r.")
    keyboard.press("Enter")
    page.expect_event("protests-begin")
    page.expect_day("2022-01-02")
