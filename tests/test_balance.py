"""What the text gives, counted: by hand from the text for the statement, and for small data."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest

from statement_map.balance import MOST_NAMED, Balance, weigh, write_balance
from statement_map.criticism import Speech
from statement_map.language import languages
from statement_map.model import Event
from statement_map.reading import read_atlas, split_paragraphs
from statement_map.timeline import Grade, Timeline
from tests.conftest import ROOT
from tests.exporting.hostile import HOSTILE, as_yaml
from tests.reading.samples import EVENTS, change, write_data

XHTML = "{http://www.w3.org/1999/xhtml}"
STATEMENT = Timeline(read_atlas(ROOT / "data"))


def timeline_of(folder: Path, events: str) -> Timeline:
    return Timeline(read_atlas(write_data(folder, events)))


def written(timeline: Timeline, code: str = "en") -> ET.Element:
    def link(event: Event) -> str:
        return f"?event={event.id}"

    page: ET.Element = html5lib.parse(write_balance(timeline, languages()[code], link))
    return page


def headings(timeline: Timeline) -> list[str]:
    return ["".join(each.itertext()) for each in written(timeline).iter(f"{XHTML}h3")]


def test_the_statement_counted_by_hand() -> None:
    balance = weigh(STATEMENT)
    assert balance.paragraphs == 28
    assert balance.dated == (1, 5, 14, 23, 28)
    assert balance.numbers == (18,)
    assert balance.sources == (23,)
    assert balance.placeless == (2, 3, 5, 6, 20, 24, 26, 27)
    assert balance.uncovered == ()
    assert balance.events == 51
    # In 2 January's story and on to the order of the 6th, 16 events rest on the order of telling.
    assert balance.grades == {
        Grade.STATED: 5,
        Grade.BOUNDED: 8,
        Grade.SUGGESTED: 16,
        Grade.NONE: 22,
    }
    assert [voice.named for voice in balance.named] == ["Kasym-Żomart Tokajew"]


def test_nobody_is_quoted_in_their_own_words(statement_text: str) -> None:
    """All that stands between quotation marks in the text are three terms."""
    quoted = re.findall("„([^”]*)”", statement_text)
    assert quoted == ["Państwa Słyszącego", "punktach zapalnych", "uśpionych komórek"]
    voices = weigh(STATEMENT).voices
    assert voices is not None
    assert voices[Speech.DIRECT] == ()
    heard = [voice.who.read("en") for voice in voices[Speech.REPORTED]]
    assert heard == ["President Kassym-Jomart Tokayev", "the protesters and demonstrators"]
    silent = " ".join(voice.who.read("en") for voice in voices[Speech.NONE])
    for who in ("detained", "citizens", "journalists", "passengers", "victims", "rioters"):
        assert who in silent


def test_everybody_who_is_named_is_the_president(statement_text: str) -> None:
    """Elsewhere two capitalised words in a row are offices, places and organisations."""
    paragraphs = split_paragraphs(statement_text)[1]
    named = [n for n, text in enumerate(paragraphs, 1) if re.search(r"Tokaj", text)]
    (voice,) = weigh(STATEMENT).named
    assert set(named) <= {mention.paragraph for mention in voice.mentions}
    assert named == [5, 14, 20, 23, 25, 28]


def test_words_that_judge(statement_text: str) -> None:
    words = {word.stem: word.paragraphs for word in STATEMENT.atlas.statement.words or ()}
    assert len(words["terror"]) == len(re.findall("terror", statement_text.lower())) == 12
    assert len(set(words["terror"])) == 10
    assert "trzy razy" in next(
        word.means.read("pl")
        for word in STATEMENT.atlas.statement.words or ()
        if word.stem == "terror"
    )
    assert statement_text.lower().count("antyterror") == 3


def test_a_text_of_ones_own_shows_what_can_be_counted_and_nothing_else(tmp_path: Path) -> None:
    timeline = timeline_of(tmp_path, EVENTS)
    assert weigh(timeline) == Balance(
        paragraphs=2,
        dated=(1,),
        placeless=(),
        uncovered=(),
        numbers=None,
        sources=None,
        events=2,
        grades={Grade.STATED: 1, Grade.BOUNDED: 0, Grade.SUGGESTED: 1, Grade.NONE: 0},
        voices=None,
    )
    assert headings(timeline) == []
    text = "".join(written(timeline).itertext())
    assert "give the day of something" in text
    for absent in ("how many or how much", "who told it", "not yet"):
        assert absent not in text


def test_what_the_map_does_not_tell_yet_is_counted(tmp_path: Path) -> None:
    events = change(EVENTS, "  paragraphs: 2", "  paragraphs: 60")
    balance = weigh(timeline_of(tmp_path, events))
    assert balance.uncovered == tuple(range(3, 61))
    text = " ".join("".join(written(timeline_of(tmp_path, events)).itertext()).split())
    assert f"{2 + MOST_NAMED} and 18 more" in text


def test_every_part_has_a_heading_of_its_own() -> None:
    assert headings(STATEMENT) == [
        "Who is heard, and who is not",
        "Words that judge, and how often",
        "Paragraphs to read against each other",
        "How the text came here",
        "Words explained",
        "Other accounts: where to look",
    ]


@pytest.mark.parametrize("code", ["pl", "en"])
def test_nothing_of_it_is_in_one_language_alone(code: str) -> None:
    statement = STATEMENT.atlas.statement
    texts = [
        *(voice.who for voice in statement.voices or ()),
        *(word.means for word in statement.words or ()),
        *(each.question for each in statement.compare),
        *(each.step for each in statement.chain),
        *(text for each in statement.glossary for text in (each.term, each.means)),
        *(text for each in statement.other_accounts for text in (each.name, each.about) if text),
    ]
    assert [text.root for text in texts if code not in text.root] == []


def test_questions_are_questions() -> None:
    for each in STATEMENT.atlas.statement.compare:
        assert all(text.endswith("?") for text in each.question.root.values())


def test_a_paragraph_leads_to_the_event_that_gives_its_day() -> None:
    (counted, *_) = written(STATEMENT).iter(f"{XHTML}tbody")
    (dated, *_) = counted.iter(f"{XHTML}tr")
    links = [link.get("data-event") for link in dated.iter(f"{XHTML}a")]
    assert links == [
        "protests-begin",
        "president-appeals-for-calm",
        "operation-ordered",
        "operation-continues",
        "day-of-mourning",
    ]


def test_outside_links_keep_this_page_to_themselves() -> None:
    outside = [
        link
        for link in written(STATEMENT).iter(f"{XHTML}a")
        if not (link.get("href") or "").startswith("?event=")
    ]
    assert len(outside) == len(STATEMENT.atlas.statement.other_accounts) == 8
    for link in outside:
        assert link.get("rel") == "noopener noreferrer"
        assert (link.get("href") or "").startswith("https://")


def test_hostile_text_is_text(tmp_path: Path) -> None:
    hostile = as_yaml(HOSTILE)
    events = change(
        EVENTS,
        "  topics:\n",
        f"  voices: [{{who: {{en: {hostile}}}, named: {hostile}, speech: direct, "
        f"mentions: [{{paragraph: 1, phrase: {hostile}}}]}}]\n"
        f"  glossary: [{{term: {{en: {hostile}}}, means: {{en: {hostile}}}}}]\n"
        "  topics:\n",
    )
    page = written(timeline_of(tmp_path, events))
    assert not list(page.iter(f"{XHTML}script")) + list(page.iter(f"{XHTML}img"))
    assert "".join(page.itertext()).count("window.ran=1") == 4
