"""From rows of somebody else's file to a statement, its events and its places.

The file is the text: each row is a paragraph of it, and what is quoted stands there. Nothing is
taken for more than it is: all of it waits for review, a date is inferred from its cell unless the
file has the words that state it, and what a row does not say is left open. What was not taken is
told, with its row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from statement_map.drafting.telling import UNSORTED
from statement_map.errors import DataError, DataErrors
from statement_map.fields import QUOTE_WORDS
from statement_map.importing.areas import Areas
from statement_map.importing.days import ReadDay, from_parts, join_days, reader_of, today
from statement_map.importing.geodata import plain
from statement_map.importing.points import read_degrees, read_pair
from statement_map.importing.roles import fold_name
from statement_map.importing.tables import Sheet, SheetRow, tidy
from statement_map.importing.wkt import read_wkt
from statement_map.language import languages
from statement_map.language.folding import as_id
from statement_map.model import (
    Basis,
    Confidence,
    Event,
    Kind,
    Mention,
    Method,
    Place,
    PlaceKind,
    Statement,
    Text,
    Topic,
)
from statement_map.when import When, read_when

_TITLE_LETTERS = 150
"""What fits on a card as its head; a longer cell is a text."""

_WHERE = ("wkt", "lat", "lon", "point")
"""The roles that say where something is."""

_GEO_PRECISIONS = {
    "2": "near it: the point stands for a small part of a region (geo_precision 2)",
    "3": "somewhere in a region: the point stands for all of it (geo_precision 3)",
}
"""What ACLED's codebook says of a point that is not where something happened."""


@dataclass(frozen=True)
class About:
    """What is known of a file beside it; None and empty is what is not."""

    language: str = ""
    title: str = ""
    issuer: str = ""
    publisher: str = ""
    url: str = ""
    published: When | None = None


@dataclass
class Built:
    """What became of a file; ``left_out`` is what was not taken, with its row."""

    statement: Statement
    events: list[Event]
    places: list[Place]
    text: str
    outlines: list[dict[str, Any]]
    left_out: list[DataError] = field(default_factory=list)


TellRows = Callable[[int, int], None]
"""Is told how many rows are done, and of how many."""


def build(
    sheet: Sheet,
    columns: Mapping[str, str],
    about: About,
    tell: TellRows = lambda _done, _total: None,
) -> Built:
    """Return what ``sheet`` tells, where ``columns`` names the column of each role.

    Raises :class:`DataErrors` if no row of it tells anything.
    """
    builder = _TableBuilder(sheet, columns, about)
    for done, row in enumerate(sheet.rows, start=1):
        builder.add(row)
        tell(done, len(sheet.rows))
    return builder.finish()


class _TableBuilder:
    def __init__(self, sheet: Sheet, columns: Mapping[str, str], about: About) -> None:
        self._sheet, self._columns, self._about = sheet, columns, about
        self._left_out = [*sheet.faults, *_columns_left_out(sheet, columns)]
        self._events: list[Event] = []
        self._paragraphs: list[str] = []
        self._places: dict[tuple[object, ...], Place] = {}
        self._topics: dict[str, Topic] = {}
        self._ids: dict[str, dict[str, int]] = {}
        self._areas = Areas()
        self._title = about.title
        self._type = next((name for name in sheet.columns if fold_name(name) == "type"), "")
        self._readers: dict[str, ReadDay] = {
            role: reader_of(
                (tidy(row.cells.get(columns[role], "")) for row in sheet.rows), about.language
            )
            for role in ("start", "end")
            if role in columns
        }

    def add(self, row: SheetRow) -> None:
        kind = tidy(row.cells.get(self._type, "")).casefold()
        title, text = (plain(self._cell(row, role)) for role in ("title", "text"))
        if kind == "title" and not self._cell(row, "year"):  # of a timeline
            self._title = self._title or title
            return
        if kind in {"era", "person"}:
            self._leave(row, "", f"is no event; found {kind!r}; nothing is made of it")
            return
        words = title or text or self._cell(row, "place")
        if not words:
            self._leave(row, "", "tells nothing; found neither title nor text; write one")
            return
        number = len(self._paragraphs) + 1
        place = self._place(row)
        told = [self._cell(row, role) for role in ("date_shown", "date_words")]
        told += [title, text]
        told += [place.names.read("en")] if place else []
        paragraph = " ".join(" — ".join(dict.fromkeys(filter(None, told))).split())
        self._paragraphs.append(paragraph)
        self._events.append(self._event(row, number, title or _first(words), text or words, place))

    def _event(
        self, row: SheetRow, number: int, title: str, text: str, place: Place | None
    ) -> Event:
        code = self._about.language
        when, phrase = self._when(row), " ".join(self._cell(row, "date_words").split())
        basis = Basis.NONE if when is None else Basis.STATED if phrase else Basis.INFERRED
        notes = [self._cell(row, "note"), self._cell(row, "source")]
        note = "; ".join(filter(None, notes))
        mention = place and Mention(id=place.id, phrase=" ".join(place.names.read("en").split()))
        return Event(
            id=self._new_id("event", as_id(title, f"event-{number}")),
            paragraphs=(number,),
            when=when,
            basis=basis,
            when_phrase=phrase if basis is Basis.STATED else None,
            places=(mention,) if mention else (),
            kind=Kind.OCCURRENCE,
            topic=self._topic(self._cell(row, "topic")),
            title=Text({code: title}),
            text=Text({code: text}),
            quote=" ".join(self._paragraphs[-1].split()[:QUOTE_WORDS]),
            note=Text({code: note}) if note else None,
            reviewed=False,
        )

    def _cell(self, row: SheetRow, role: str) -> str:
        return row.cells.get(self._columns.get(role, ""), "")

    def _leave(self, row: SheetRow, column: str, fault: str) -> None:
        self._left_out.append(DataError(self._sheet.file, row.number, column, fault))

    def _new_id(self, what: str, base: str) -> str:
        """Return ``base``, with a number where it is taken."""
        taken = self._ids.setdefault(what, {})
        id_ = base
        while id_ in taken:
            taken[base] += 1
            id_ = f"{base}-{taken[base]}"
        taken[id_] = 1
        return id_

    def _topic(self, name: str) -> str:
        known = self._topics.get(name)
        if known is None:
            title = Text({self._about.language: name}) if name else _unsorted()
            id_ = self._new_id("topic", as_id(name, "topic") if name else UNSORTED)
            known = self._topics[name] = Topic(id=id_, title=title)
        return known.id

    def _when(self, row: SheetRow) -> When | None:
        """Return the date of a row; None if it has none, or one that cannot be read."""
        dates: list[str | None] = []
        for prefix, role in (("", "start"), ("end_", "end")):
            column = self._columns.get(f"{prefix}year", self._columns.get(role, ""))
            try:
                dates.append(self._date(row, prefix, role))
            except ValueError as error:
                self._leave(row, column, f"{error}; its date is left open")
                dates.append(None)
        try:
            joined = join_days(*dates)
        except ValueError as error:
            self._leave(row, self._columns.get("end", ""), f"{error}; its end is left out")
            joined = dates[0]
        return read_when(_precise(joined, self._cell(row, "time_precision"))) if joined else None

    def _date(self, row: SheetRow, prefix: str, role: str) -> str | None:
        year = tidy(self._cell(row, f"{prefix}year"))
        if (year and f"{prefix}year" != "year") or (year and not self._cell(row, "start")):
            month, day = (tidy(self._cell(row, f"{prefix}{part}")) for part in ("month", "day"))
            if not all(part.isdecimal() for part in (year, month or "1", day or "1")):
                raise ValueError(f"is no year of our era; found {year!r}; write it in the text")
            return from_parts(year, month or None, day or None)
        cell = tidy(self._cell(row, role))
        return self._readers[role](cell) if cell else None

    def _place(self, row: SheetRow) -> Place | None:
        point, boundary = self._where(row)
        name = " ".join(self._cell(row, "place").split())
        if not name and point:
            name = plain(self._cell(row, "title")) or f"{point[0]:g}, {point[1]:g}"
        if not name and boundary:
            name = plain(self._cell(row, "title")) or boundary
        if not name:
            return None
        name = " ".join(name.split())[:_TITLE_LETTERS]
        known = self._places.get((name, point, boundary))
        if known is None:
            known = self._new_place(row, name, point, boundary)
            self._places[name, point, boundary] = known
        return known

    def _new_place(
        self, row: SheetRow, name: str, point: tuple[float, float] | None, boundary: str | None
    ) -> Place:
        precision = _GEO_PRECISIONS.get(self._cell(row, "geo_precision"))
        is_located = point or boundary
        kind = PlaceKind.REGION if boundary else PlaceKind.SITE if point else PlaceKind.CITY
        if boundary:
            self._areas.name(boundary, name)
        return Place(
            id=self._new_id("place", as_id(name, "place")),
            names=Text({"en": name, "pl": name}),
            kind=kind,
            lat=point[0] if point and not boundary else None,
            lon=point[1] if point and not boundary else None,
            boundary=(boundary,) if boundary else (),
            method=Method.MANUAL if is_located else None,
            query=name,
            source=f"{self._sheet.file}, row {row.number}" if is_located else None,
            confidence=Confidence.LOW if is_located else Confidence.NONE,
            notes=Text({"en": precision}) if precision else None,
        )

    def _where(self, row: SheetRow) -> tuple[tuple[float, float] | None, str | None]:
        """Return the point of a row in WGS 84 degrees, or the id of its outline."""
        try:
            if row.geometry:
                return self._areas.locate(row.geometry)
            if words := self._cell(row, "wkt"):
                return self._areas.locate(read_wkt(words))
            lat, lon = (tidy(self._cell(row, role)) for role in ("lat", "lon"))
            if lat or lon:
                degrees = read_degrees(lat, "NS"), read_degrees(lon, "EW")
                return self._areas.point(degrees[1], degrees[0]), None
            both = tidy(self._cell(row, "point"))
            if both and both[0].isalpha() and "(" in both:
                return self._areas.locate(read_wkt(both))
            if both:
                lat_degrees, lon_degrees = read_pair(both)
                return self._areas.point(lon_degrees, lat_degrees), None
            return None, None
        except (ValueError, TypeError) as error:
            told = str(error) if "found" in str(error) else "has no point; found something else"
            column = next((self._columns[it] for it in _WHERE if self._cell(row, it)), "geometry")
            self._leave(row, column, f"{told}; it is not on the map")
            return None, None

    def finish(self) -> Built:
        if not self._events:
            fault = "tells nothing that can be shown; found no row with a title, a text or a place"
            raise DataErrors([DataError(self._sheet.file, None, "", fault), *self._left_out[:20]])
        about, code = self._about, self._about.language
        title = " ".join((self._title or self._sheet.title or self._sheet.file).split())
        title = title[:_TITLE_LETTERS].rstrip(".!?…:;,") or "—"
        text = "\n".join([title, "", *(f"• {each}" for each in self._paragraphs)]) + "\n"
        statement = Statement(
            title=Text({code: title}),
            issuer=Text({code: about.issuer}) if about.issuer else None,
            publisher=Text({code: about.publisher}) if about.publisher else None,
            url=about.url or None,
            language=code,
            published=about.published or read_when(f"../{today()}"),
            published_basis=Basis.INFERRED,
            paragraphs=len(self._paragraphs),
            sha256=sha256(text.encode()).hexdigest(),
            topics=tuple(self._topics.values()),
        )
        places = list(self._places.values())
        left_out = sorted(self._left_out, key=lambda each: each.line or 0)
        return Built(statement, self._events, places, text, self._areas.features, left_out)


def _columns_left_out(sheet: Sheet, columns: Mapping[str, str]) -> Iterator[DataError]:
    for name in sheet.columns:
        if name not in columns.values() and fold_name(name) != "type":
            cells = sum(name in row.cells for row in sheet.rows)
            if cells:
                fault = f"is not taken; found {cells} cells; name it with --column if it is needed"
                yield DataError(sheet.file, None, name, fault)


def _precise(date: str, precision: str) -> str:
    """Return a day as exactly as ACLED's codebook says that it is known."""
    if len(date) == 10 and precision == "2":
        return f"{date}~"
    return date[:7] if len(date) == 10 and precision == "3" else date


def _first(words: str) -> str:
    own = words.split()
    cut = " ".join(own[:12])[:_TITLE_LETTERS]
    return f"{cut}…" if len(own) > 12 else cut


def _unsorted() -> Text:
    return Text({code: each.words("draft-unsorted") for code, each in languages().items()})
