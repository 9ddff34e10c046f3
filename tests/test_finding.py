import pytest

from statement_map.finding import Wanted, build_index, find_events
from statement_map.language import languages
from statement_map.reading import read_atlas
from statement_map.timeline import Timeline
from tests.conftest import ROOT

ATLAS = read_atlas(ROOT / "data")


def found(language: str, words: str = "", **facets: list[str]) -> list[str]:
    timeline = Timeline(ATLAS)
    index = build_index(ATLAS, timeline, languages()[language])
    found = find_events(ATLAS.events, timeline, index, Wanted(words, facets))
    return [event.id for event in found]


@pytest.mark.parametrize(
    ("language", "words", "ids"),
    [
        ("pl", "LOTNISKO almaty", ["airport-seized", "aircraft-with-passengers"]),
        ("pl", "zaloby narodowej", ["day-of-mourning"]),
        ("en", "day mourning", ["day-of-mourning"]),
        ("en", "zaloby", ["day-of-mourning"]),  # the quotation is Polish in every language
        ("pl", "mourning", []),
        ("en", "legal basis", ["csto-legal-basis"]),
        ("en", "address 7 January", ["operation-continues"]),
        ("en", "no such word", []),
    ],
)  # fmt: skip
def test_words(language: str, words: str, ids: list[str]) -> None:
    assert found(language, words) == ids


def test_blank_words_find_everything() -> None:
    assert len(found("pl", " \n ")) == len(found("pl")) == 51


def test_facets_narrow_and_their_values_widen() -> None:
    legal = found("en", kind=["legal-basis"])
    promises = found("en", kind=["promise"])
    assert legal == ["csto-legal-basis"]
    assert set(found("en", kind=["promise", "legal-basis"])) == {*legal, *promises}
    assert found("en", kind=["promise", "legal-basis"], topic=["csto"]) == [
        *legal,
        "csto-will-leave",
    ]
    assert found("en", basis=["stated"]) == [
        "protests-begin",
        "president-appeals-for-calm",
        "operation-ordered",
        "operation-continues",
        "day-of-mourning",
    ]
    assert found("en", place=["almaty-airport", "almaty"]) == [
        "almaty-worst",
        "airport-seized",
        "aircraft-with-passengers",
    ]
    assert found("en", "passengers", place=["almaty-airport"]) == ["aircraft-with-passengers"]
    assert found("en", place=["poland"]) == []
