"""What is wrong with what was typed, in plain words of the page's language."""

import pytest

from statement_map.language import languages
from statement_map.panels.review.faults import _PLAIN, in_plain_words
from statement_map.reviewing import Work, editing
from statement_map.reviewing.placing import set_drawn_outline
from tests.reviewing.samples import refused, sample

KNOWN = languages()
ENGLISH, POLISH = KNOWN["en"], KNOWN["pl"]


def two_dates() -> Work:
    dated = {"when": "2022-01-03", "basis": "inferred", "after": []}
    return editing.merge_events(
        editing.change_event(sample(), "prices-fall", dated), "prices-rise", "prices-fall"
    )


@pytest.mark.parametrize(
    ("change", "english", "polish"),
    [
        (
            lambda: editing.change_place(sample(), "capital", {"lat": "95"}),
            "95 is too large: at most 90.",
            "95 to za dużo: najwyżej 90.",
        ),
        (
            lambda: set_drawn_outline(sample(), "capital", ((1, 179), (2, -179), (0, -179))),
            "An outline cannot cross the meridian of 180°. Draw it on one side of it.",
            "Obrys nie może przecinać południka 180°. Narysuj go po jednej stronie.",
        ),
        (
            lambda: editing.change_place(sample(), "capital", {"lat": "51,13"}),
            "Write a point instead of the comma in “51,13”.",
            "Zamiast przecinka w „51,13” napisz kropkę.",
        ),
        (
            lambda: editing.change_place(sample(), "capital", {"lat": None}),
            "Latitude and longitude belong together: fill in both, or neither.",
            "Szerokość i długość należą do siebie: wypełnij obie albo żadnej.",
        ),
        (
            lambda: editing.change_statement(sample(), {"url": "example.org; found"}),
            "“example.org; found” is no address of a page: that starts with https://.",
            "„example.org; found” to nie adres strony: ten zaczyna się od https://.",
        ),
        (
            two_dates,
            "The two events have two different dates. Take one away first, with “No date”.",
            "Te dwa zdarzenia mają dwie różne daty. Najpierw usuń jedną z nich przyciskiem „Bez "
            "daty”.",
        ),
        (
            lambda: editing.change_event(sample(), "prices-told", {"quote": "prices rose " * 7}),
            "A quotation has at most 12 words.",
            "Cytat ma najwyżej 12 słów.",
        ),
        (
            lambda: editing.change_event(sample(), "prices-told", {"when": "2022-01-03"}),
            "There is a date: choose where it comes from.",
            "Jest data: wybierz, skąd pochodzi.",
        ),
        (
            lambda: editing.remove_place(sample(), "north"),
            "A group needs members; this would leave it without any.",
            "Grupa musi mieć członków; ta zostałaby bez żadnego.",
        ),
    ],
)
def test_in_plain_words(change: object, english: str, polish: str) -> None:
    assert callable(change)
    (message,) = refused(change)
    assert in_plain_words(message, ENGLISH) == english
    assert in_plain_words(message, POLISH) == polish


def test_what_has_no_plain_words_is_shown_as_it_is() -> None:
    for message in ("is odd; found 'x'; write y", "needs review", "x is empty", ""):
        assert in_plain_words(message, ENGLISH) == message


@pytest.mark.parametrize("key", sorted(set(_PLAIN.values()) | {"fault-half-a-point"}))
def test_every_language_has_the_words(key: str) -> None:
    for language in KNOWN.values():
        assert language.words(key, found="1", words="1", limit="2")
