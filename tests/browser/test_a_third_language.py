"""The page in Ukrainian, in which the data have nothing: its words, and theirs as what they are."""

from collections.abc import Iterator

from playwright.sync_api import Frame, Page, expect

from statement_map.language import languages
from statement_map.model import Text
from tests.browser.axe import find_faults
from tests.browser.handout_page import ATLAS, OpenHandout, handout_file, open_handout
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage

__all__ = ["handout_file", "open_handout"]

# All that is told, with the language that it is said to be in; an attribute has none of its own.
# Streamlit's fields hold plain text, and what is hidden nobody hears.
TOLD = """
() => {
  const unheard = "script, style, noscript, [hidden], [aria-hidden=true], [data-baseweb]";
  const told = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const at = nodes.currentNode.parentElement;
    const { lang } = at.closest("[lang]");
    if (!at.closest(unheard)) told.push([nodes.currentNode.textContent.trim(), lang]);
  }
  for (const name of ["aria-label", "title", "placeholder", "alt"]) {
    for (const node of document.querySelectorAll(`[${name}]`)) {
      if (!node.closest(unheard)) told.push([node.getAttribute(name).trim(), ""]);
    }
  }
  return told.filter(([text]) => text);
}
"""

LANGUAGES_IN_SIGHT = """
([names, width]) => names.every((name) => {
  const button = [...document.querySelectorAll(".st-key-language button")]
    .find(({ textContent }) => textContent.trim() === name);
  const { left, right, height } = button.getBoundingClientRect();
  return left >= 0 && right <= width && height > 0;
})
"""


def words_of(code: str) -> set[str]:
    """Return the words of the interface that have no gaps."""
    return {
        entry
        for entry in languages()[code].entries.values()
        if isinstance(entry, str) and "{" not in entry
    }


# "Open" is what Streamlit calls the button of a field; each language is named in itself.
FOREIGN = (words_of("en") | words_of("pl")) - words_of("uk") - {"Open", "English", "Polski"}


def texts() -> Iterator[Text]:
    statement = ATLAS.statement
    yield from (statement.title, *filter(None, (statement.issuer, statement.publisher)))
    yield from (topic.title for topic in statement.topics)
    yield from (chapter.title for chapter in statement.chapters)
    yield from (place.names for place in ATLAS.places.values())
    for event in ATLAS.events:
        yield from filter(None, (event.title, event.text, event.note, event.why_then))


ENGLISH = {text.root["en"].strip() for text in texts()}
VERBATIM = {mention.phrase for event in ATLAS.events for mention in event.places}


def expect_its_languages(shown: Page | Frame) -> int:
    """Expect every text under its own language; return how many are the data's."""
    told: list[tuple[str, str]] = [(text, lang) for text, lang in shown.evaluate(TOLD)]
    assert [text for text, _ in told if text in FOREIGN] == []
    of_data = [(text, lang) for text, lang in told if lang and text in ENGLISH]
    assert [each for each in of_data if each[1] != "en"] == []
    assert [each for each in told if each[0] in VERBATIM and each[1] != "pl"] == []
    return len(of_data)


def test_the_page_speaks_it_and_the_data_keep_their_language(new_page: NewPage) -> None:
    page = MapPage(new_page(locale="uk-UA")).open("?event=airport-seized")
    title = page.page.locator(".title h1 [lang=en]")
    expect(page.page.locator("html")).to_have_attribute("lang", "uk")
    expect(title).to_have_text(ATLAS.statement.title.root["en"])
    expect(page.card.locator("blockquote")).to_have_attribute("lang", "pl")
    page.card.locator(".why summary").click()
    expect(page.card.locator(".why p [lang=pl]").first).to_be_visible()
    page.card.locator("[data-place]").first.click()
    expect(page.map.locator(".popup-body h2 [lang=en]")).to_be_visible()
    expect(page.page.locator("body > .live [lang=en]").first).to_be_attached()
    assert expect_its_languages(page.page) > len(ATLAS.events)  # all are listed
    assert expect_its_languages(page.page.frames[-1]) > 0
    for shown in (page.page, page.page.frames[-1]):
        assert find_faults(shown) == []
    for width in (320, 360, 390, 768, 1025, 1280, 1920):
        page.page.set_viewport_size({"width": width, "height": 800})
        names = [language.words("language-name") for language in languages().values()]
        page.page.wait_for_function(LANGUAGES_IN_SIGHT, arg=[names, width])


def test_so_does_the_handout(open_handout: OpenHandout) -> None:
    handout = open_handout(locale="uk-UA").open("#event=airport-seized")
    handout.expect_event("airport-seized")
    expect(handout.page.locator("html")).to_have_attribute("lang", "uk")
    expect(handout.page.locator("#told [lang=en]").first).to_be_attached()
    assert expect_its_languages(handout.page) > len(ATLAS.events)
    assert find_faults(handout.page) == []
    assert handout.errors == []
