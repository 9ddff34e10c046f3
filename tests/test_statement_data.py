"""The data of this project: the statement of January 2022, against what its text says."""

import re
from datetime import date

import pytest

from statement_map.model import Basis, Kind, PlaceKind
from statement_map.reading import Reading, compare_with_text, read_data
from statement_map.timeline import State, Timeline
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_data(ROOT / "data")


def test_all_paragraphs_are_covered_without_a_warning(reading: Reading) -> None:
    told = {number for event in reading.atlas.events for number in event.paragraphs}
    assert told == set(range(1, 29))
    assert reading.warnings == ()


def test_the_text_states_five_dates_and_no_other(reading: Reading) -> None:
    stated = [
        (event.paragraphs, event.when.expression, event.when_phrase)
        for event in reading.atlas.events
        if event.basis is Basis.STATED and event.when
    ]
    assert stated == [
        ((1,), "2022-01-02", "W dniu 2 stycznia 2022 r."),
        ((5,), "2022-01-04", "W dniu 4 stycznia 2022 r."),
        ((14,), "2022-01-06", "W dniu 6 stycznia"),
        ((23,), "2022-01-07", "W dniu 7 stycznia 2022 r."),
        ((28,), "2022-01-10", "10 stycznia 2022 r."),
    ]
    assert all(e.when is None for e in reading.atlas.events if e.basis is not Basis.STATED)


def test_every_inferred_date_says_why(reading: Reading) -> None:
    inferred = [event for event in reading.atlas.events if event.basis is Basis.INFERRED]
    assert inferred
    assert [event.id for event in inferred if event.why_then is None] == []


def test_phrases_and_quotations_are_verbatim(reading: Reading, statement_text: str) -> None:
    assert compare_with_text(reading, statement_text.encode()) == []


OPENINGS = {
    "pl": ("Władze {verb}", "Według władz"),
    "en": ("The authorities {verb}", "According to"),
}


def verbs() -> list[dict[str, tuple[str, ...]]]:
    """The rows of the table in CONTRIBUTING: by language, how a text of each may begin."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("| the statement | Polish | English |\n|---|---|---|\n")[1].split("\n\n")[0]
    rows = []
    for line in table.splitlines():
        _, polish, english = (cell.strip() for cell in line.strip("|").split("|"))
        row = {}
        for code, cell in (("pl", polish), ("en", english)):
            told, according = OPENINGS[code]
            words = cell.split(", ")
            row[code] = tuple(
                according if word in {"według", "according to"} else told.format(verb=word)
                for word in words
            )
        rows.append(row)
    return rows


def test_every_text_says_who_states_it_as_near_in_one_language_as_in_the_other(
    reading: Reading,
) -> None:
    rows = verbs()
    assert len(rows) == 7
    near = {
        event.id: [
            [n for n, row in enumerate(rows) if event.text.read(code).startswith(row[code])]
            for code in ("pl", "en")
        ]
        for event in reading.atlas.events
    }
    assert {id_: of for id_, of in near.items() if len(of[0]) != 1 or of[0] != of[1]} == {}


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("pl", r"^Władze( |:)|według władz|powołują się władze|uznane za|nazwany|"
               r"^Obietnica |^Zapewnienie |^Według władz "),
        ("en", r"^The authorities |said to|called|authorities cite|^A promise "),
    ],
)  # fmt: skip
def test_every_title_says_that_somebody_says_so(reading: Reading, code: str, says: str) -> None:
    titles = [event.title.read(code) for event in reading.atlas.events]
    assert [title for title in titles if not re.search(says, title)] == []


LOADED = re.compile(
    r"terroryst|terrorist|ekstremist|extremist|antyterror|anti-terror|islamist|radykaln|radical",
    re.IGNORECASE,
)
THEIRS = re.compile(r"nazywają|they call|[„“]", re.IGNORECASE)


@pytest.mark.parametrize("code", ["pl", "en"])
def test_a_loaded_word_is_told_as_theirs(reading: Reading, code: str) -> None:
    """On each card, for each stands alone: "which they call", or the word in quotation marks."""
    bare = [
        event.id
        for event in reading.atlas.events
        for text in (event.title.read(code), event.text.read(code))
        if LOADED.search(text) and not THEIRS.search(text)
    ]
    assert bare == []


@pytest.mark.parametrize("code", ["pl", "en"])
def test_no_text_says_now(reading: Reading, code: str) -> None:
    """It is read years later, with a slider of days beside it."""
    now = re.compile(r"\b(now|currently|właśnie|teraz|obecnie)\b", re.IGNORECASE)
    told = [event.text.read(code).replace("„obecnie”", "") for event in reading.atlas.events]
    assert [text for text in told if now.search(text)] == []


def test_a_word_excludes_a_day_or_only_the_order_suggests_it(reading: Reading) -> None:
    """An end without a cue is suggested, and only where the text tells one story."""
    suggested = {
        (paragraph, side, id_)
        for event in reading.atlas.events
        for paragraph in event.paragraphs
        for side, ids, _ in event.bounds
        for id_ in ids
        if event.cue(side, id_) is None
    }
    assert {paragraph for paragraph, _, _ in suggested} <= {*range(1, 11), 14}
    # Between the dates that the text states: 2 and 4, or 4 and 6 January.
    assert {(side, id_) for _, side, id_ in suggested} == {
        ("after", "protests-begin"),
        ("before", "president-appeals-for-calm"),
        ("after", "president-appeals-for-calm"),
        ("before", "operation-ordered"),
    }


# Read in the text: the words that exclude days, and the event that they point to.
CUES = {
    ("protesters-demands", "after", "protests-begin"): "Protestujący",
    ("protests-spread", "after", "demands-met"): "Po spełnieniu żądań",
    ("protests-exploited", "after", "protests-spread"): "protesty w wielu dużych miastach",
    ("state-of-emergency", "after", "protests-exploited"): "W związku z tym",
    ("armed-attacks", "after", "state-of-emergency"): "Pomimo podjętych środków",
    ("gatherings-peaceful-at-first", "after", "protests-begin"): "początkowo",
    ("rioters-without-demands", "after", "gatherings-peaceful-at-first"): "kolejnych zamieszek",
    ("internet-restricted", "after", "operation-ordered"): "spowodowane było",
    ("forces-in-action", "after", "operation-ordered"): "nadal trwa",
    ("deaths-in-regions", "before", "day-of-mourning"): "W związku z licznymi ofiarami",
}


@pytest.mark.parametrize("bound", CUES)
def test_words_that_bind(reading: Reading, bound: tuple[str, str, str]) -> None:
    id_, side, neighbour = bound
    (event,) = (event for event in reading.atlas.events if event.id == id_)
    ids = event.after if side == "after" else event.before
    cue = event.cue("after" if side == "after" else "before", neighbour)
    assert neighbour in ids
    assert cue
    assert CUES[bound] in cue


@pytest.mark.parametrize("id_", ["armed-attacks", "airport-seized", "almaty-worst"])
def test_nothing_excludes_that_the_violence_went_on(reading: Reading, id_: str) -> None:
    """Paragraph 23 says that the operation "nadal trwa", and nothing that any of this was over."""
    (event,) = (event for event in reading.atlas.events if event.id == id_)
    timeline = Timeline(reading.atlas)
    assert timeline.state(event, date(2022, 1, 8)) is State.OPEN
    assert timeline.state(event, date(2022, 1, 5)) is State.POSSIBLE


def test_kazakhstan_is_a_place_where_something_happens_in_it(reading: Reading) -> None:
    """It is none where it acts or suffers as a state, or says whose people or offices are."""
    named = {
        event.id: mention.phrase
        for event in reading.atlas.events
        for mention in event.places
        if mention.id == "kazakhstan"
    }
    spatial = re.compile(r"^(w|do|na|ze|opuszczą) |^w całym kraju$")
    assert [id_ for id_, phrase in named.items() if not spatial.search(phrase)] == []
    assert not {"day-of-mourning", "armed-aggression", "residents-solidarity"} & set(named)


def test_where_mangystau_lies_is_no_second_place_of_the_demonstrations(reading: Reading) -> None:
    begin = reading.atlas.events[0]
    assert [(mention.id, mention.phrase) for mention in begin.places] == [
        ("mangystau", "w obwodzie Mangistauskim na zachodzie Kazachstanu")
    ]
    assert reading.atlas.places["mangystau"].part_of == "western-kazakhstan"
    assert Timeline(reading.atlas).place_states["western-kazakhstan"][0] == (0, State.POSSIBLE)


def test_what_says_the_same_is_of_the_same_kind(reading: Reading) -> None:
    kinds = {event.id: event.kind for event in reading.atlas.events}
    assert kinds["airport-seized"] is kinds["aircraft-with-passengers"] is Kind.OCCURRENCE
    assert kinds["demands-met"] is kinds["detainees-released"] is Kind.MEASURE
    assert kinds["csto-mandate"] is kinds["no-persecution"] is Kind.CLAIM
    assert kinds["stability-promised"] is Kind.CLAIM


def test_sources_and_queries_have_no_words_of_one_language(reading: Reading) -> None:
    """They are shown as they stand on a Polish and on an English card."""
    english = re.compile(
        r"\b(label|point|of|membership|editor|street|square|avenue)\b", re.IGNORECASE
    )
    shown = [
        value for place in reading.atlas.places.values() for value in (place.source, place.query)
    ]
    assert [value for value in shown if value and english.search(value)] == []


def test_titles_and_texts_are_in_both_languages(reading: Reading) -> None:
    for event in reading.atlas.events:
        for text in (event.title, event.text, event.note, event.why_then):
            assert text is None or set(text.root) == {"pl", "en"}, event.id


def test_the_words_are_the_projects_own(reading: Reading, statement_text: str) -> None:
    """No run of eight words of a Polish text of ours stands in the statement."""

    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[n : n + 8]) for n in range(len(words) - 7)}

    source = runs(statement_text)
    copied = [e.id for e in reading.atlas.events if runs(e.text.read("pl")) & source]
    assert copied == []


def test_nothing_has_a_point_that_the_text_does_not_support(reading: Reading) -> None:
    pointless = {PlaceKind.AREA, PlaceKind.GROUP, PlaceKind.UNNAMED}
    places = reading.atlas.places.values()
    assert {place.id for place in places if place.kind in pointless and place.has_point} == set()
    assert {place.id for place in places if place.kind is PlaceKind.SITE} == {
        "almaty-city-administration",
        "almaty-presidential-residence",
        "almaty-airport",
        "kazakhstan-embassy-poland",
    }
    # The text names neither its city nor its street.
    assert not reading.atlas.places["kazakhstan-embassy-poland"].has_point


@pytest.mark.parametrize(
    ("place", "lat", "lon", "radius_km"),
    [
        ("kazakhstan", 49.0541, 68.6855, None),
        ("mangystau", 44.0351, 53.8538, None),
        ("almaty", 43.25249, 76.9115, 20),
        ("almaty-city-administration", 43.23639, 76.94556, 0.15),
        ("almaty-presidential-residence", 43.23472, 76.94778, 0.15),
        ("almaty-airport", 43.3521, 77.0405, 2),
    ],
)
def test_points_are_those_of_their_sources(
    reading: Reading, place: str, lat: float, lon: float, radius_km: float | None
) -> None:
    found = reading.atlas.places[place]
    assert found.lat == pytest.approx(lat, abs=1e-3)
    assert found.lon == pytest.approx(lon, abs=1e-3)
    assert found.radius_km == radius_km
    assert found.source


def test_the_csto_had_six_members_in_january_2022(reading: Reading) -> None:
    assert set(reading.atlas.places["csto-members"].members) == {
        "armenia",
        "belarus",
        "kazakhstan",
        "kyrgyzstan",
        "russia",
        "tajikistan",
    }


def test_what_it_tells_is_of_six_kinds(reading: Reading) -> None:
    assert {event.kind for event in reading.atlas.events} == {
        *("occurrence", "measure", "appeal", "claim", "promise", "legal-basis"),
    }


def test_nothing_in_it_says_until_when_it_was_written(reading: Reading) -> None:
    """It tells 7 January as past; of 10 January only that it was declared a day of mourning."""
    published = reading.atlas.statement.published
    assert (published.start, published.end) == (date(2022, 1, 7), None)
    assert reading.atlas.statement.published_basis is Basis.INFERRED
