"""Whoever asks for a word of the interface gets it, in Python, in templates and in the browser."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from statement_map.card_view import card_content
from statement_map.exporting import read_source
from statement_map.exporting.handout.content import build_content
from statement_map.language import Entry, languages
from statement_map.map_view import map_content
from statement_map.reading import read_data
from statement_map.timeline import Timeline
from tests.conftest import ROOT

CODE = ROOT / "statement_map"
PROGRAM = CODE / "browser" / "program"
OF_THE_MAP = [*CODE.glob("map_view/map/*.js"), PROGRAM / "page" / "map_frame.js"]
OF_THE_CARD = sorted(
    {each for room in ("card", "layout", "page") for each in PROGRAM.glob(f"{room}/*.js")}
    - {*OF_THE_MAP}
)
OTHERS_OF_THAT_NAME = {"drafting", "prose", "reading", "temporal_tagging", "toponyms"}
"""Rooms in which ``words`` is something else."""

ASKED = {
    ".py": re.compile(r"""\b(?:words|w)\(\s*f?"([a-z][a-z0-9-]*)(["{])"""),
    ".html": re.compile(r"""\bw\("([a-z][a-z0-9-]*)("(?! ~)|)"""),
    ".js": re.compile(r"""\b(?:say\(|words\[)\s*["`]([a-z][a-z0-9-]*)(["`]|)"""),
}
"""A word that is asked for, and the mark that ends it; where none does, the rest is filled in."""


def asked_in(files: Iterable[Path]) -> Iterator[tuple[str, bool]]:
    """Each word that is asked for, and whether that is all of its name or only the start."""
    for file in files:
        if file.suffix in ASKED and OTHERS_OF_THAT_NAME.isdisjoint(file.parts):
            for word, end in ASKED[file.suffix].findall(file.read_text(encoding="utf-8")):
                yield word, end in {'"', "`"}


def lacking(files: Iterable[Path], words: Mapping[str, Entry]) -> set[str]:
    """What is asked for and is not among ``words``; all that starts so, where only a start is."""
    every = languages()["en"].entries
    lacks: set[str] = set()
    for asked, is_whole in asked_in(files):
        names = {asked} if is_whole else {it for it in every if it.startswith(asked)} or {asked}
        lacks |= names - words.keys()
    return lacks


def test_every_word_that_is_asked_for_is_there() -> None:
    assert lacking(CODE.rglob("*"), languages()["en"].entries) == set()


@pytest.mark.parametrize(
    ("files", "make"),
    [
        pytest.param(OF_THE_CARD, card_content, id="card_view"),
        pytest.param(OF_THE_MAP, map_content, id="map_view"),
    ],
)
def test_every_word_that_the_browser_says_is_sent_to_it(files: list[Path], make: Any) -> None:
    """What a room sends is the words whose names start as its ``_WORDS`` say."""
    atlas = read_data(ROOT / "data").atlas
    for words in make(atlas, Timeline(atlas), languages())["words"].values():
        assert lacking(files, words) == set()


def test_every_word_that_the_handout_says_is_in_it() -> None:
    """Half of all words are the app's alone, and are left out of the file."""
    handout = CODE / "exporting" / "handout"
    maps = CODE.glob("map_view/map/*.js")
    said = [*maps, *PROGRAM.glob("card/*.js"), *handout.glob("*.js")]
    page = (handout / "assets" / "handout.html").read_text(encoding="utf-8")
    written = set(re.findall(r'data-(?:words|label)="([a-z-]+)"', page))
    for words in build_content(read_source(ROOT / "data"))["words"].values():
        assert lacking(said, words) == set()
        assert written - words.keys() == set()
