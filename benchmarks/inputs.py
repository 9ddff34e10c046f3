"""Data directories of any size, made from a seed."""

from __future__ import annotations

import csv
import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
DAYS = tuple(date(2022, 1, 2) + timedelta(days=n) for n in range(20))
"""The stops of the slider. On each, one event happens that has a place of its own."""

_REGIONS = ("KZ-MAN", "KZ-ATY", "KZ-ZAP", "KZ-AKT", "KZ-KAR")
_TEXT = (
    "authorities state that on this day people in several towns gathered before offices and "
    "shops while services worked without pause and roads stayed open to all who had to travel"
)

_TOLD_IN_FULL = 10_000
"""Of more events each has less text, in one language: no larger file than 16 MiB is read."""


@dataclass(frozen=True)
class Told:
    """An event, and the place of the same id where it happens."""

    id: str
    day: int
    basis: str
    lat: float
    lon: float
    title: str
    text: str


def marked(day: int) -> str:
    """Return the id of the event, and of its place, that belong to ``day`` alone."""
    return f"day-{day:02}"


def write_data(directory: Path, events: int, seed: int) -> None:
    """Write a valid data directory; ``marks.csv`` in it is the same for the rivals."""
    told = list(_tell(events, random.Random(seed)))
    directory.mkdir(parents=True)
    shutil.copy(DATA / "boundaries.geojson", directory)
    (directory / "events.yaml").write_text(_events_yaml(told), encoding="utf-8")
    _write_places(directory / "locations.csv", told)
    with (directory / "marks.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("id", "title", "text", "lat", "lon", "day"))
        for event in told:
            day = "" if event.basis == "none" else DAYS[event.day].isoformat()
            rows.writerow((event.id, event.title, event.text, event.lat, event.lon, day))


def _tell(events: int, chance: random.Random) -> Iterator[Told]:
    words = _TEXT.split()
    length = 24 if events <= _TOLD_IN_FULL else 3
    days_seen: set[int] = set()
    for number in range(events):
        day = number * len(DAYS) // events
        is_first = day not in days_seen
        days_seen.add(day)
        drawn = chance.choices(("stated", "inferred", "none"), (60, 25, 15))[0]
        yield Told(
            id=marked(day) if is_first else f"event-{number}",
            day=day,
            basis="stated" if is_first else drawn,
            lat=round(chance.uniform(42, 54), 4),
            lon=round(chance.uniform(50, 85), 4),
            title=f"Event {number}: {' '.join(chance.sample(words, 4))}",
            text=" ".join(chance.choices(words, k=length)),
        )


def _events_yaml(told: list[Told]) -> str:
    paragraphs = max(1, len(told) * 4 // 5)
    lines = [
        "statement:",
        "  title: {en: A statement made from a seed}",
        "  issuer: {en: the issuer}",
        "  publisher: {en: the publisher}",
        "  url: https://example.org/",
        "  language: en",
        f"  published: {DAYS[-1]}",
        "  published_basis: inferred",
        f"  paragraphs: {paragraphs}",
        f"  sha256: {'0' * 64}",
        "  topics: [{id: topic, title: {en: Topic}}]",
        "events:",
    ]
    languages = ("pl", "en") if len(told) <= _TOLD_IN_FULL else ("en",)
    for number, event in enumerate(told):
        lines += [
            f"  - id: {event.id}",
            f"    paragraph: {number * paragraphs // len(told) + 1}",
            f"    basis: {event.basis}",
            *_dates(event),
            f"    places: [{{id: {event.id}, phrase: in a town}}]",
            "    kind: occurrence",
            "    topic: topic",
            f"    title: {_in_each(languages, event.title)}",
            f"    text: {_in_each(languages, event.text)}",
            "    quote: people gathered before offices and shops",
        ]
    return "\n".join(lines) + "\n"


def _in_each(languages: tuple[str, ...], text: str) -> str:
    return f"{{{', '.join(f'{code}: {json.dumps(text)}' for code in languages)}}}"


def _dates(event: Told) -> list[str]:
    match event.basis:
        case "stated":
            return [f"    when: {DAYS[event.day]}", "    when_phrase: on this day"]
        case "inferred":
            later = min(event.day + 2, len(DAYS) - 1)
            bounds = [f"    after: {marked(event.day)}"]
            return [*bounds, f"    before: {marked(later)}"] if later > event.day else bounds
    return []


def _write_places(path: Path, told: list[Told]) -> None:
    with (DATA / "locations.csv").open(encoding="utf-8", newline="") as stream:
        columns = next(csv.reader(stream))
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.DictWriter(stream, columns, restval="")
        rows.writeheader()
        shared = {"method": "manual", "source": "a seed", "confidence": "high", "reviewed": "yes"}
        country = {"id": "kazakhstan", "name_pl": "Kazachstan", "name_en": "Kazakhstan"}
        rows.writerow({**shared, **country, "kind": "country", "boundary": "KZ"})
        regions = iter(_REGIONS)
        for event in told:
            region = None if event.id.startswith("day-") else next(regions, None)
            where = (
                {"kind": "region", "boundary": region}
                if region
                else {"kind": "site", "lat": event.lat, "lon": event.lon, "radius_km": 1}
            )
            names = {"name_pl": f"Miejsce {event.id}", "name_en": f"Place {event.id}"}
            rows.writerow({**shared, **names, **where, "id": event.id, "part_of": "kazakhstan"})
