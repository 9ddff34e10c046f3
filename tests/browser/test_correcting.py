"""From a text that nobody has seen before to a handout, all events seen, by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import rest
from tests.browser.review_page import ReviewPage
from tests.browser.visit import NewPage

ENGLISH = """\
Statement of the water board of the Wensum valley, 14 November 2023

On 3 November 2023 the river rose above its banks near Fakenham. The board closed two sluices the \
same evening.

In the night from 4 to 5 November water entered the cellars of Norwich. Nobody was hurt.

On 6 November the board asked the county for pumps. Forty pumps arrived from Ipswich on 7 November.

Residents of Springfield could return on 8 November. The school stayed closed.

The board had warned of such a flood in spring 2021. Its report was sent to London.

On 10 November the sluice at Hellesdon was repaired. The board thanks the firemen of Lowestoft.

By the end of November the board will publish its accounts. The dam at Costessey will be raised \
next year.
"""
"""Seven paragraphs. Of the many towns called Springfield none is in Norfolk."""

POLISH = """\
Komunikat Związku Gmin Doliny Nysy, 20 września 2024 r.

W dniu 13 września 2024 r. gminy ogłosiły alarm powodziowy w Kłodzku. Tego samego dnia zamknięto \
most w Bardzie.

W nocy z 14 na 15 września woda przerwała wał w Stroniu Śląskim. Mieszkańcy zdążyli wyjechać.

W dniu 16 września do Nysy przyjechało wojsko. Wał przy ulicy Wyspiańskiego utrzymano.

Dnia 17 września Polska poprosiła Czechy o pomoc. Pompy dotarły z Ołomuńca nazajutrz.

Od 18 września w Lądku-Zdroju działa punkt z wodą pitną. Szkoły są zamknięte.

Wiosną 2022 r. związek ostrzegał przed zaniedbanym zbiornikiem. Raport wysłano do Wrocławia.

Do końca września gminy podadzą straty. Odbudowa mostu w Głuchołazach ruszy w przyszłym roku.
"""
"""Seven paragraphs, and a heading that tells nothing."""

BEFORE = {"en": 328, "pl": 250}
"""So many keys the same took on the page of twenty fields for each event, counted likewise."""

FOCUS = "what => document.activeElement.closest(what) !== null"
ANSWERED = """made => {
  const sheet = document.querySelector(".review-sheet");
  return sheet && sheet.dataset.made !== made;
}"""


class Hands:
    """Somebody with a keyboard, whose presses are counted."""

    def __init__(self, review: ReviewPage) -> None:
        self.page = review.page
        self.sheet = review.page.locator(".review-sheet")
        self.presses = 0

    def press(self, key: str) -> None:
        self.presses += 1
        self.page.keyboard.press(key)

    def go_to(self, what: str) -> None:
        for _ in range(40):
            if self.page.evaluate(FOCUS, what):
                return
            self.press("Tab")
        raise AssertionError(f"40 tabs did not reach {what}")

    def do(self, key: str) -> None:
        """Press a key for a deed, and wait until the sheet stands there anew."""
        made = self.sheet.get_attribute("data-made")
        self.press(key)
        self.page.wait_for_function(ANSWERED, arg=made)

    def expect_focus_on_the_event(self) -> None:
        event = self.sheet.get_attribute("data-event")
        expect(self.page.locator(f".review-text a[data-event='{event}']:focus")).to_have_count(1)


def take_no_place(hands: Hands) -> None:
    """None of the towns that are offered is meant: from the text to the sheet, and back."""
    hands.press("Enter")
    hands.go_to("[data-do=place][data-value='0']")
    hands.do("Enter")
    expect(hands.sheet.locator("[data-do=accept]")).to_be_focused()
    hands.press("Escape")
    hands.expect_focus_on_the_event()


CORRECTIONS: Mapping[str, Mapping[str, Callable[[Hands], None]]] = {
    "en": {"Residents of Springfield could return": take_no_place},
    "pl": {},
}
"""What is wrong with the drafts, by the title of the event, and how it is corrected."""


@pytest.mark.timeout(400)
@pytest.mark.parametrize(("code", "text"), [("en", ENGLISH), ("pl", POLISH)])
def test_all_events_are_seen_in_a_third_of_the_keys(
    new_page: NewPage, code: str, text: str
) -> None:
    review = ReviewPage(new_page(), code)
    rest(review.page)
    hands = Hands(review)
    hands.go_to("[class*=st-key-review-pasted] textarea")
    review.page.keyboard.insert_text(text)
    hands.go_to("[data-testid=stFormSubmitButton] button")
    hands.press("Enter")
    review.wait()
    hands.expect_focus_on_the_event()

    corrected = []
    progress = hands.sheet.locator("progress")
    while progress.get_attribute("value") != progress.get_attribute("max"):
        told = hands.sheet.get_attribute("data-told") or ""
        title = next((it for it in CORRECTIONS[code] if it in told), None)
        if title and title not in corrected:
            corrected.append(title)
            CORRECTIONS[code][title](hands)
            continue
        hands.do("a")
        if progress.get_attribute("value") != progress.get_attribute("max"):
            hands.expect_focus_on_the_event()
            told = hands.sheet.get_attribute("data-told") or ""
            expect(review.page.locator("body > .review-told")).to_have_text(told)
    assert corrected == list(CORRECTIONS[code])
    expect(hands.sheet.locator("[data-do=home]")).to_be_focused()

    hands.press("Enter")
    hands.go_to(".st-key-review-take-handout button")
    with review.page.expect_download() as download:
        hands.press("Enter")
    handout = download.value.path().read_text(encoding="utf-8")
    assert '"unreviewed":true' not in handout
    assert hands.presses <= BEFORE[code] / 3
    assert review.visit.errors == []
