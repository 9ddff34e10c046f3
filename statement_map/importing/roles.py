"""What a column may be for, and the names by which it goes.

A name is compared without case, blanks and marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from statement_map.language.folding import fold

ROLES: Mapping[str, tuple[str, ...]] = {
    "title": (
        *("title", "headline", "name", "event", "label", "tytul", "naglowek", "nazwa"),
        *("wydarzenie", "subject", "quote_transcription", "sub_event_type", "what", "co"),
    ),
    "text": (
        *("text", "description", "desc", "notes", "summary", "body", "content", "opis", "tekst"),
        *("tresc", "details"),
    ),
    "start": (
        *("start", "date", "start_date", "when", "event_date", "begin", "begin_date", "data"),
        *("od", "data_od", "poczatek", "timestamp", "time_start", "day_of_event", "datum", "kiedy"),
    ),
    "end": ("end", "end_date", "until", "stop", "do", "data_do", "koniec", "finish"),
    "year": ("year", "rok"),
    "month": ("month", "miesiac"),
    "day": ("day", "dzien"),
    "end_year": ("end_year",),
    "end_month": ("end_month",),
    "end_day": ("end_day",),
    "date_shown": ("display_date",),
    "date_words": ("when_phrase", "date_phrase", "date_words"),
    "place": (
        *("place", "place_name", "location", "city", "town", "venue", "miejsce", "lokalizacja"),
        *("miejscowosc", "miasto", "toponym", "vocab_label", "address", "adres", "where", "gdzie"),
        "locality",
    ),
    "lat": ("lat", "latitude", "szerokosc", "y", "szerokosc_geograficzna", "decimal_latitude"),
    "lon": (
        *("lon", "lng", "long", "longitude", "dlugosc", "x", "dlugosc_geograficzna"),
        "decimal_longitude",
    ),
    "point": ("coordinates", "coords", "coord", "lat_lon", "latlon", "wspolrzedne"),
    "wkt": ("geowkt", "wkt", "the_geom", "geometry"),
    "radius_km": ("radius_km",),
    "topic": ("group", "category", "type", "topic", "event_type", "grupa", "kategoria", "temat"),
    "note": ("note", "comment", "comments", "uwagi", "komentarz"),
    "source": ("source", "sources", "url", "link", "media", "zrodlo", "uri", "matches"),
    "time_precision": ("time_precision",),
    "geo_precision": ("geo_precision",),
}
"""The names by which a column of each role goes, the likelier first."""

NAMES = frozenset(name for names in ROLES.values() for name in names)


def fold_name(name: str) -> str:
    """Return a column's name as it is compared: ``decimalLatitude`` as ``decimal_latitude``."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"[^a-z0-9]+", "_", fold(parted)).strip("_")
