"""Gap texts leave out what learners are to find, and nothing that they need."""

import re
from dataclasses import replace

import pytest

from statement_map.model import Atlas, Text
from statement_map.panels.gaps import GAP, Veil, leave_out, stems, veiled_texts
from statement_map.reading import read_data
from tests.conftest import ROOT

# How the names begin that stand in titles and texts, in all their forms.
PROPER = re.compile("ałmat|almat|mangys|mangis|kaza[ck]h|zachodni", re.IGNORECASE)
SPEAKER = re.compile(r"\bwładz|\bauthorit", re.IGNORECASE)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_data(ROOT / "data").atlas


def test_forms_of_a_word_are_left_out() -> None:
    hidden = stems(["Obwód mangystauski", "w obwodzie Mangistauskim"])
    text = "Demonstracje w obwodzie mangystauskim i w Obwodach, nad obiadem"
    assert leave_out(text, hidden) == f"Demonstracje w {GAP} i w {GAP}, nad obiadem"


def test_short_words_stay() -> None:
    assert stems(["The west of Kazakhstan"]) == {"west", "kazak"}
    assert leave_out("the off wes", stems(["The west of it"])) == "the off wes"


def test_the_rest_stays_as_it_is() -> None:
    assert leave_out("<b>Almaty</b> & \\1 {x}", stems(["Almaty"])) == f"<b>{GAP}</b> & \\1 {{x}}"


def test_nothing_hidden_changes_nothing(atlas: Atlas) -> None:
    veil = Veil(atlas, "en", frozenset(), "…")
    assert veil.leave_out("<b>Almaty</b>", atlas.events[0]) == "<b>Almaty</b>"
    assert veil.plain("<b>Almaty</b>", atlas.events[0]) == "<b>Almaty</b>"


@pytest.mark.parametrize("code", ["en", "pl"])
def test_no_text_names_a_hidden_place(atlas: Atlas, code: str) -> None:
    veil = Veil(atlas, code, frozenset({"place"}), "…")
    for event in atlas.events:
        if event.places:
            for text in (event.title.read(code), event.text.read(code), event.quote):
                assert not PROPER.search(veil.plain(text, event)), event.id


@pytest.mark.parametrize("code", ["en", "pl"])
def test_no_text_names_a_hidden_speaker(atlas: Atlas, code: str) -> None:
    veil = Veil(atlas, code, frozenset({"speaker"}), "…")
    for event in atlas.events:
        for text in (event.title.read(code), event.text.read(code), event.quote):
            assert not SPEAKER.search(veil.plain(text, event)), event.id


def test_a_gap_text_is_still_a_text(atlas: Atlas) -> None:
    seized = next(event for event in atlas.events if event.id == "airport-seized")
    veil = Veil(atlas, "en", frozenset({"speaker", "place"}), "…")
    assert veil.plain(seized.title.read("en"), seized) == "… said to be seized"
    assert veil.plain(seized.text.read("en"), seized) == (
        "The … state that people whom they call terrorists also took over …’s …."
    )


def test_a_speaker_that_is_a_country_is_hidden_too(atlas: Atlas) -> None:
    statement = atlas.statement.model_copy(update={"issuer": Text({"en": "Kazakhstan"})})
    veil = Veil(replace(atlas, statement=statement), "en", frozenset(), "…")
    assert veil.speaker == {"kazak"}


def test_every_choice_of_what_is_hidden_has_its_texts(atlas: Atlas) -> None:
    texts = veiled_texts(atlas, "en", {"speaker", "place"})
    seized = texts[[event.id for event in atlas.events].index("airport-seized")]
    assert {choice: told["text"] for choice, told in seized.items()} == {
        "place": "The authorities state that people whom they call terrorists also took over "
        f"{GAP}’s {GAP}.",
        "speaker": f"The {GAP} state that people whom they call terrorists also took over "
        "Almaty’s international airport.",
        "place+speaker": f"The {GAP} state that people whom they call terrorists also took over "
        f"{GAP}’s {GAP}.",
    }
    assert seized["place"]["title"] == f"{GAP} said to be seized"
    assert veiled_texts(atlas, "en", ())[0] == {}
