"""Nobody's name is made up: what is not known of a text is left out, and told as unknown."""

import json

import pytest

from statement_map.drafting.proposing import Details
from statement_map.exporting import FORMATS, ExportSource
from statement_map.exporting.citing import cite
from statement_map.exporting.picture import draw_step
from statement_map.language import languages
from statement_map.map_view import map_content
from statement_map.prose.text import build_source
from statement_map.reviewing import Work
from statement_map.reviewing.editing import change_statement
from statement_map.reviewing.looking_up import draft_text
from statement_map.reviewing.opening import open_draft
from statement_map.when import read_when

MADE_UP = ("to be named", "do uzupełnienia", "example.org", "None")


@pytest.fixture(scope="module")
def work() -> Work:
    text = "On 5 January 2022 it rained in Kraków."
    details = Details(read_when("2022-01-07"))
    return open_draft(draft_text(build_source("t.txt", text, "en"), details, lambda *_: None))


def source_of(work: Work) -> ExportSource:
    return ExportSource(work.atlas, work.timeline, work.outlines.collection)


def test_a_draft_of_which_nothing_is_known_names_nobody(work: Work) -> None:
    statement = work.atlas.statement
    assert (statement.issuer, statement.publisher, statement.url) == (None, None, None)
    for key in ("issuer:", "publisher:", "url:"):
        assert key not in work.events_yaml


@pytest.mark.parametrize("name", FORMATS)
def test_no_export_makes_up_a_source(work: Work, name: str) -> None:
    told = FORMATS[name].export(source_of(work)).decode()
    shown = told.partition('<script type="application/json"')[0]
    for made_up in MADE_UP:
        assert made_up not in (shown if made_up == "None" else told)
    if name in {"html", "geojson", "kml", "csv", "linked-places"}:
        assert "It is not known who states this." in told
        assert "Nie wiadomo, kto to podaje." in told


def test_the_handout_has_no_link_to_a_source_that_is_not_known(work: Work) -> None:
    told = FORMATS["html"].export(source_of(work)).decode()
    assert 'data-words="attribution-source"' not in told
    assert 'href=""' not in told
    with_url = change_statement(work, {"url": "https://example.com/text"})
    assert 'data-words="attribution-source"' in FORMATS["html"].export(source_of(with_url)).decode()


@pytest.mark.parametrize("code", ["pl", "en"])
def test_picture_popups_and_citation_say_that_it_is_not_known(work: Work, code: str) -> None:
    language, statement = languages()[code], work.atlas.statement
    unknown = {"pl": "Nie wiadomo, kto to podaje", "en": "It is not known who states this"}[code]
    picture = draw_step(source_of(work), language, work.timeline.steps[0], None).decode()
    content = map_content(work.atlas, work.timeline, languages())
    assert unknown in picture
    assert unknown in content["words"][code]["attribution-short"]
    cited = cite(statement, language, "https://example.net/", work.timeline.steps[0])
    for told in (picture, cited, json.dumps(content)):
        assert not any(made_up in told for made_up in MADE_UP)
