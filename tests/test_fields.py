"""What a field of the data files takes, and which text of several a reader is shown."""

import pytest

from statement_map.model import Text


def test_text_falls_back_on_english_then_on_what_there_is() -> None:
    assert Text({"pl": "p", "en": "e"}).read("pl") == "p"
    assert Text({"pl": "p", "en": "e"}).read("kk") == "e"
    assert Text({"pl": "p", "ru": "r"}).read("kk") == "p"


@pytest.mark.parametrize(
    ("codes", "languages", "shown"),
    [
        (["pl", "en"], ["pl"], ["pl"]),
        (["pl", "en"], ["uk"], ["en"]),
        (["pl", "en"], ["en", "pl", "uk"], ["pl", "en"]),
        (["kk", "pl"], ["uk"], ["kk"]),
        (["kk", "pl"], ["en", "pl"], ["kk", "pl"]),
        (["pl", "uk"], ["uk"], ["uk"]),
    ],
)
def test_a_text_is_shown_under_the_language_that_it_is_in(
    codes: list[str], languages: list[str], shown: list[str]
) -> None:
    """Their own, else English, else the first: nothing is left out, and none is made up."""
    text = Text({code: f"in {code}" for code in codes})
    assert text.shown_to(languages) == {code: f"in {code}" for code in shown}
