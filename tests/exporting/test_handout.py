"""The handout as an HTML5 parser reads it."""

import gzip
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from statement_map.browser.bundling import bundle
from statement_map.exporting import FORMATS, ExportSource, read_source
from tests.conftest import ROOT
from tests.exporting.hostile import HOSTILE
from tests.exporting.told import DATES, EVENTS, PLACES, UNDATED, told
from tests.reading.samples import EVENTS as SAMPLE_EVENTS
from tests.reading.samples import change, write_data

MAX_BYTES = 1_500_000
FIRST_DAY = 2  # of January 2022; the steps count from it


@pytest.fixture(scope="module")
def page(source: ExportSource) -> bytes:
    return FORMATS["html"].export(source)


def parse(page: bytes) -> Element:
    """Parse as a browser does; fail at anything that the standard calls an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(page, transport_encoding="utf-8")
    return root


def content_of(root: Element) -> dict[str, Any]:
    (block,) = (each for each in root.iter("script") if each.get("id") == "content")
    content: dict[str, Any] = json.loads(block.text or "")
    _, packed = content["boundaries"].split("base64,")
    return {**content, "boundaries": json.loads(gzip.decompress(b64decode(packed)))}


@pytest.fixture(scope="module")
def content(page: bytes) -> dict[str, Any]:
    return content_of(parse(page))


def test_it_fits_on_any_memory_stick(page: bytes) -> None:
    assert len(page) <= MAX_BYTES


def test_it_holds_every_event_at_each_of_its_places(content: dict[str, Any]) -> None:
    rows = [
        (event["id"], place, "|".join(map(str, event["paragraphs"])), event["basis"])
        for event in content["events"]
        for place in dict.fromkeys(id_ for id_, _ in event.get("mentions") or [(None, None)])
    ]
    assert rows == [(row.event, row.place, row.paragraph, row.basis) for row in told()]
    for event, typed in zip(content["events"], EVENTS, strict=True):
        for key in ("title", "text"):
            expected = {code: text.strip() for code, text in typed[key].items()}
            assert {code: text.strip() for code, text in event[key].items()} == expected


def test_it_holds_the_dates(content: dict[str, Any]) -> None:
    spans = {event["id"]: event.get("span") for event in content["events"]}
    last = len(content["steps"]) - 1
    for event, (start, end) in DATES.items():
        first = start.day - FIRST_DAY if start else 0
        assert spans[event] == [first, end.day - FIRST_DAY if end else last]
    assert spans[UNDATED] is None
    assert [step["date"] for step in content["steps"]] == [
        f"2022-01-{day:02}" for day in range(2, 11)
    ]


def test_it_holds_the_places_as_what_they_are(content: dict[str, Any]) -> None:
    places = {place["id"]: place for place in content["places"]}
    for id_, place in places.items():
        assert place["kind"] == PLACES[id_]["kind"]
    assert (places["almaty-airport"]["lat"], places["almaty-airport"]["lon"]) == (43.3521, 77.0405)
    assert places["csto-members"]["outline"] == ["AM", "BY", "KZ", "KG", "RU", "TJ"]
    drawn = {feature["id"] for feature in content["boundaries"]["features"]}
    assert all(drawn.issuperset(place["outline"]) for place in places.values())


def test_the_states_change_as_the_timeline_says(
    content: dict[str, Any], source: ExportSource
) -> None:
    timeline = source.timeline
    for told_, event in zip(content["events"], source.atlas.events, strict=True):
        for step, day in enumerate(timeline.steps):
            found = [state for at, state in told_["states"] if at <= step][-1]
            assert found == timeline.state(event, day).value


def test_without_its_script_it_still_says_who_states_it(page: bytes) -> None:
    root = parse(page)
    (foot,) = root.iter("footer")
    said = " ".join("".join(foot.itertext()).split())
    assert said.startswith("Kto to podaje: władze Kazachstanu. To relacja jednej strony.")
    assert "https://konsul.wse.edu.pl/informacje-z-msz/" in said
    body = " ".join("".join(root.itertext()).split())
    for source in (
        "Natural Earth",
        "GeoNames (CC BY 4.0)",
        "Wikipedia (CC BY-SA 4.0)",
        "© autorzy OpenStreetMap (ODbL)",
        "Leaflet",
    ):
        assert source in body


def test_without_its_script_every_event_can_be_read(page: bytes) -> None:
    (told_,) = parse(page).iter("noscript")
    rows = ["".join(row.itertext()).strip() for row in told_.iter("li")]
    assert len(rows) == len(EVENTS) == 51
    for row, event in zip(rows, EVENTS, strict=True):
        assert event["title"]["pl"].strip() in row
    assert rows[0].startswith("2 stycznia 2022:")


def asked_for(root: Element) -> Iterator[str]:
    """Every address that a browser would load by itself."""
    for each in root.iter():
        for name in ("src", "srcset", "data", "poster", "background", "action"):
            if name in each.attrib and each.tag != "data":
                yield each.attrib[name]
        if each.tag == "link":
            yield each.get("href", "")
        if each.tag == "style":
            yield from re.findall(r"@import|url\([^)]*\)", each.text or "")


def test_a_browser_has_nothing_to_ask_for(page: bytes) -> None:
    root = parse(page)
    assert list(asked_for(root)) == ["data:,"]
    assert b"sourceMappingURL" not in page
    for script in root.iter("script"):
        if not script.get("type"):
            assert not re.search(r"\beval\(|new Function", script.text or "")


def test_its_policy_allows_its_own_scripts_and_styles_alone(page: bytes) -> None:
    root = parse(page)
    (policy,) = (
        each.get("content", "")
        for each in root.iter("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    )
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert allowed["default-src"] == "'none'"
    assert allowed["img-src"] == "data:"
    assert "unsafe" not in policy
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        texts = [each.text or "" for each in root.iter(tag) if not each.get("type")]
        digests = [b64encode(sha256(text.encode()).digest()).decode() for text in texts]
        assert allowed[directive].split() == [f"'sha256-{digest}'" for digest in digests]
    assert not [each for each in root.iter() if "style" in each.attrib]
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]


def test_every_control_and_region_has_its_words_before_a_script_runs(page: bytes) -> None:
    """What html-validate asks: headings, buttons, and a name for each region that needs one."""
    root = parse(page)
    for tag in ("h1", "h2", "button"):
        for each in root.iter(tag):
            assert "".join(each.itertext()).strip() or "hidden" in each.attrib
    controls = [each for each in root.iter("label") for _ in each.iter("output")]
    assert not controls  # a label belongs to one control
    for each in root.iter("section"):
        assert each.get("aria-label") or each.get("aria-labelledby")


def test_hostile_text_stays_in_its_block(hostile_source: ExportSource) -> None:
    page = FORMATS["html"].export(hostile_source)
    root = parse(page)
    titles = [event["title"]["en"] for event in content_of(root)["events"]]
    assert HOSTILE in titles
    scripts = [each for each in root.iter("script") if not each.get("type")]
    assert len(scripts) == 2  # Leaflet, and the program
    assert not any("window.ran" in (each.text or "") for each in scripts)
    assert not list(root.iter("img"))


def test_a_statement_without_dates_or_outlines_has_a_handout_too(tmp_path: Path) -> None:
    events = change(SAMPLE_EVENTS, "    when: 2022-01-02\n    basis: stated\n", "    basis: none\n")
    events = change(events, "    when_phrase: on 2 January\n", "")
    events = change(events, "    basis: inferred\n    after: prices-rise\n", "    basis: none\n")
    content = content_of(parse(FORMATS["html"].export(read_source(write_data(tmp_path, events)))))
    assert content["steps"] == []
    assert [event.get("span") for event in content["events"]] == [None, None]
    assert content["accounts"] == [[[0, "open"]], [[0, "open"]]]


def test_the_map_is_the_apps_own_drawing(page: bytes) -> None:
    modules = bundle(ROOT / "statement_map" / "map_view" / "map" / "map.js").modules
    assert len(modules) > 10
    for module in modules:
        assert module.body.encode() in page, module.path.name
