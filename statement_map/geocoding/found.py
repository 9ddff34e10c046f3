"""What Nominatim answers, in its ``format=json``, which is what geopy asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from statement_map.fields import CONTROL
from statement_map.geocoding.candidates import Candidate, Match
from statement_map.geocoding.names import Name, read_name
from statement_map.geocoding.outlines import distance_km
from statement_map.model import PlaceKind

LEAST_RADIUS_KM = 0.1
"""A point in OpenStreetMap is not surer than this."""

_KINDS = {
    "country": PlaceKind.COUNTRY,
    "state": PlaceKind.REGION,
    "province": PlaceKind.REGION,
    "region": PlaceKind.REGION,
    "city": PlaceKind.CITY,
    "municipality": PlaceKind.CITY,
    "town": PlaceKind.CITY,
    "village": PlaceKind.CITY,
    "hamlet": PlaceKind.CITY,
    "house": PlaceKind.SITE,
}
_SITE_CLASSES = {
    *("aeroway", "amenity", "building", "club", "craft", "emergency", "healthcare", "historic"),
    *("leisure", "man_made", "military", "office", "railway", "shop", "tourism"),
}

_NO_TEXT = re.compile(f"(?:{CONTROL.pattern}|\\s)+")
_Line = Annotated[str, AfterValidator(lambda text: _NO_TEXT.sub(" ", text))]
_Lat = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
_Lon = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]


class Found(BaseModel):
    """One result. Numbers are strings there, and ``boundingbox`` is south, north, west, east."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    lat: _Lat
    lon: _Lon
    display_name: _Line
    category: str = Field(alias="class")
    type: str
    addresstype: str | None = None
    osm_type: Literal["node", "way", "relation"] | None = None
    osm_id: int | None = None
    boundingbox: tuple[_Lat, _Lat, _Lon, _Lon] | None = None
    address: Mapping[str, str] | None = None
    extratags: Mapping[str, str] | None = None
    namedetails: Mapping[str, str] | None = None

    @property
    def kind(self) -> PlaceKind | None:
        """What kind of place it is, None for a river, a road and the like."""
        kind = _KINDS.get(self.addresstype or self.type) or _KINDS.get(self.type)
        return kind or (PlaceKind.SITE if self.category in _SITE_CLASSES else None)

    @property
    def radius_km(self) -> float | None:
        """Half the diagonal of the box around it; None for what has an outline."""
        if self.boundingbox is None or self.kind not in {PlaceKind.CITY, PlaceKind.SITE}:
            return None
        south, north, west, east = self.boundingbox
        return max(LEAST_RADIUS_KM, distance_km((south, west), (north, east)) / 2)

    @property
    def wikidata(self) -> str:
        """Its Wikidata id, such as ``Q232``, empty if it has none."""
        wikidata = (self.extratags or {}).get("wikidata", "")
        return wikidata if re.fullmatch("Q[0-9]+", wikidata) else ""

    @property
    def ids(self) -> tuple[str, ...]:
        """Its ids, such as ``osm:relation/214665`` and ``wikidata:Q232``."""
        osm = f"osm:{self.osm_type}/{self.osm_id}" if self.osm_id else ""
        return tuple(filter(None, (osm, self.wikidata and f"wikidata:{self.wikidata}")))

    def as_candidate(self, query: Name, source: str, outlines: Mapping[str, str]) -> Candidate:
        """Return it as a candidate for ``query``.

        ``outlines`` are their ids by all codes and ids that identify them.
        """
        address = self.address or {}
        country = address.get("country_code", "").upper()
        codes: dict[PlaceKind | None, str] = {
            PlaceKind.COUNTRY: country,
            PlaceKind.REGION: address.get("ISO3166-2-lvl4", ""),
        }
        known = [outlines.get(id_) for id_ in (codes.get(self.kind, ""), *self.ids)]
        names = [read_name(name).words for name in (self.namedetails or {}).values()]
        return Candidate(
            name=self.display_name,
            kind=self.kind,
            lat=self.lat,
            lon=self.lon,
            source=source,
            source_id="; ".join(self.ids),
            radius_km=self.radius_km,
            country=country if re.fullmatch("[A-Z]{2}", country) else None,
            boundary=next(filter(None, known), None) if self.kind in codes else None,
            match=Match.NAME if query.words in names else Match.LOOSE,
        )


read_found = TypeAdapter(tuple[Found, ...]).validate_python
"""Takes the raw answer, a list of dicts; raises ``ValidationError`` if Nominatim gave it not."""
