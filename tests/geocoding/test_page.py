"""The page on geocoding says what a fresh run does."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from statement_map.__main__ import main
from statement_map.geocoding.gazetteer import Gazetteer
from statement_map.geocoding.nominatim import INTERVAL_S, LONGEST_WAIT_S, MAX_WAITS, TIMEOUT_S
from statement_map.reading import read_atlas
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "geocoding.md").read_text(encoding="utf-8")


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def test_what_is_found(bare: Path) -> None:
    main(["geocode", str(bare.parent)])
    with bare.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["query"]]
    header = ["place", "query", "point", "outline, or ± km", "source", "ids", "confidence"]
    found = (
        [
            row["id"],
            row["query"],
            f"{row['lat']}, {row['lon']}" if row["lat"] else "",
            row["boundary"] or row["radius_km"],
            row["source"],
            row["source_id"],
            row["confidence"] if row["lat"] else row["review"],
        ]
        for row in rows
    )
    assert table(header, found) in PAGE


def test_what_the_text_says(gazetteer: Gazetteer) -> None:
    atlas = read_atlas(ROOT / "data")
    mentions = [*atlas.statement.places, *(m for event in atlas.events for m in event.places)]
    phrases = dict.fromkeys(mention.phrase for mention in mentions)
    header = ["phrase", "found", "named"]
    ways = {"name": "as it stands", "loose": "inflected"}
    found = (
        [phrase, location.address, ways[location.raw["match"]]]
        for phrase in phrases
        for location in gazetteer.geocode(phrase, exactly_one=False) or []
    )
    assert table(header, found) in PAGE


def test_the_numbers() -> None:
    assert (INTERVAL_S, TIMEOUT_S, MAX_WAITS, LONGEST_WAIT_S) == (1, 20, 5, 300)
    text = " ".join(PAGE.split())
    for words in ("one request a second", "20 seconds", "five times", "five minutes"):
        assert words in text
