"""Linked Places Format 1.3 (24 June 2024): a gazetteer of the places that the statement names.

https://github.com/LinkedPasts/linked-places-format; it is GeoJSON and JSON-LD. A feature is a
place. What the statement tells about a place is a relation of it, ``crm:P67i_is_referred_to_by``,
which says that the text refers to the place and not that it is right. Its target stands beside the
features, in ``events``: what the text tells, a proposition (``crm:E89_Propositional_Object``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from statement_map.exporting.data_files import with_files
from statement_map.exporting.geometry import geometry_of, shape_of
from statement_map.exporting.rows import EventAtPlace, attributions, tell_rows, write_interval
from statement_map.exporting.source import ExportSource, write_json
from statement_map.language import languages
from statement_map.model import Confidence, Event, Place, PlaceKind, Side, Statement, Text
from statement_map.timeline import Dates, Grade, Interval
from statement_map.when import When

_DCT = "http://purl.org/dc/terms/"
_OWN = "urn:x-statement-map:"
"""Terms of our own, which are published under no address."""

_CONTEXT = [
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld",
    {
        "attribution": {"@id": f"{_DCT}provenance", "@container": "@language"},
        "licence": {"@id": f"{_DCT}rights", "@container": "@language"},
        "source": {"@id": f"{_DCT}source", "@type": "@id"},
        "events": {"@id": f"{_DCT}relation", "@container": "@set"},
        # The format means these as addresses, and its document reads them as words.
        "relationType": {"@id": "lpo:relation_type", "@type": "@id"},
        "relationTo": {"@id": "lpo:relation_to", "@type": "@id"},
        "identifier": {"@id": f"{_DCT}identifier", "@type": "@id"},
        # In links it is GeoNames itself, in the format's document only its ontology.
        "gn": "https://sws.geonames.org/",
        "wd": "http://www.wikidata.org/entity/",
        **{
            side: {"@id": f"lpo:{side}", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"}
            for side in ("in", "earliest", "latest")
        },
        "paragraph": {"@id": "http://purl.org/ontology/bibo/locator", "@container": "@set"},
        **{
            f"attribution_{code}": {"@id": f"{_DCT}provenance", "@language": code}
            for code in languages()
        },
        **{
            name: f"{_OWN}{name}"
            for name in ("kind", "shape", "radius_km", "confidence", "reviewed", "place_source")
        },
    },
]
"""The format's own terms (1.3 still names the document of 1.1), and those added here."""

_CERTAINTY = {
    Confidence.HIGH: "certain",
    Confidence.MEDIUM: "less-certain",
    Confidence.LOW: "uncertain",
    Confidence.NONE: "uncertain",
}
CLASSES = {
    PlaceKind.SITE: "S",
    PlaceKind.CITY: "P",
    PlaceKind.REGION: "A",
    PlaceKind.COUNTRY: "A",
    PlaceKind.AREA: "L",
    PlaceKind.WATER: "H",
    PlaceKind.GROUP: "A",
    PlaceKind.UNNAMED: "L",
}
"""GeoNames feature classes; of what has no name nothing is known but the area it lies in."""

_QUALIFIERS = {"~": "less-certain"}
_GRADES = {
    Grade.STATED: "certain",
    Grade.BOUNDED: "less-certain",
    Grade.GIVEN: "less-certain",
    Grade.SUGGESTED: "uncertain",
}
_FROM_DATA = "not in the text’s words; it comes from the data"
_RANKS = ["certain", "less-certain", "uncertain"].index
_SIDES: tuple[Side, ...] = ("after", "before")
_AUTHORITIES = {"geonames": "gn", "wikidata": "wd"}
_AUTHORITY = re.compile(r"(geonames|wikidata):(\w+)")


def export(source: ExportSource) -> bytes:
    """Return the FeatureCollection of all places, members of groups too."""
    gazetteer = _Gazetteer(source)
    told = {
        "type": "FeatureCollection",
        "@context": _CONTEXT,
        "indexing": _index(source),
        "attribution": attributions(source),
        "licence": {code: each.words("share-licence") for code, each in languages().items()},
        "source": source.atlas.statement.url,
        "features": [gazetteer.feature(place) for place in source.atlas.places.values()],
        "events": gazetteer.events(),
    }
    return write_json(with_files(told, source)).encode()


def _index(source: ExportSource) -> dict[str, Any]:
    """Return title and author where World Historical Gazetteer reads them, before the features."""
    statement = source.atlas.statement
    texts = filter(None, (statement.issuer, statement.title, statement.publisher))
    known = [*(text.read("en") for text in texts), *filter(None, [statement.url])]
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": statement.title.read("en"),
        "description": attributions(source)["en"],
        "license": languages()["en"].words("share-licence"),
        "citation": "; ".join(known),
        **({"creator": [{"name": statement.issuer.read("en")}]} if statement.issuer else {}),
        **({"url": statement.url} if statement.url else {}),
    }


class _Gazetteer:
    def __init__(self, source: ExportSource) -> None:
        self._source = source
        self._statement = source.atlas.statement
        self._attributions = {
            f"attribution_{code}": text for code, text in attributions(source).items()
        }
        self._told = tuple(tell_rows(source))
        self._rows: dict[str | None, list[EventAtPlace]] = {}
        for row in self._told:
            self._rows.setdefault(row.place.id if row.place else None, []).append(row)

    def feature(self, place: Place) -> dict[str, Any]:
        rows = self._rows.get(place.id, [])
        geometry = geometry_of(place, self._source)
        codes = country_codes(place, self._source.atlas.places)
        return {
            "@id": self._id("place", place.id),
            "type": "Feature",
            "properties": {
                "title": place.names.read("en"),
                "fclasses": [CLASSES[place.kind]],
                **({"ccodes": codes} if codes else {}),
                "place": place.id,
                "kind": place.kind.value,
                "shape": shape_of(place, geometry).value,
                "radius_km": place.radius_km,
                "confidence": place.confidence.value,
                "reviewed": place.reviewed,
                "place_source": place.source,
                **{f"note_{each['lang']}": each["value"] for each in _describe(place.notes)},
                **self._attributions,
            },
            **_when_of_place(rows),
            "names": self._names(place, rows),
            "geometry": geometry and _grade(geometry, _CERTAINTY[place.confidence]),
            "relations": [*self._parents(place), *map(self._relation, rows)],
            "links": [{"type": "closeMatch", "identifier": each} for each in matches(place)],
        }

    def events(self) -> list[dict[str, Any]]:
        """Return all that the text tells, at a place or without one, in its order."""
        rows = {row.event.id: row for row in self._told}
        return [
            {
                "@id": self._id("event", row.event.id),
                "type": "crm:E89_Propositional_Object",
                "title": row.event.title.read("en"),
                "kind": row.event.kind.value,
                **_when(row),
                "citations": [self._cite_event(row.event)],
                "descriptions": _describe_event(row.event),
                "attribution": attributions(self._source),
                "reviewed": row.event.reviewed,
            }
            for row in rows.values()
        ]

    def _id(self, what: str, id_: str) -> str:
        return identify(self._statement, what, id_)

    def _names(self, place: Place, rows: Iterable[EventAtPlace]) -> list[dict[str, Any]]:
        """Return all names; the one in the language of the text carries the citations."""
        introduced = [each.phrase for each in self._statement.places if each.id == place.id]
        citations = [
            *map(self._citation, rows),
            *(self._cite(f"introduction: “{phrase}”") for phrase in introduced),
        ]
        if not citations:
            citations = [{"label": f"not named in the text; {place.source or 'by the editor'}"}]
        names: list[dict[str, Any]] = [
            {"toponym": name, "lang": code} for code, name in place.names.root.items()
        ]
        names.sort(key=lambda name: name["lang"] != self._statement.language)
        names[0]["citations"] = [
            each for n, each in enumerate(citations) if each not in citations[:n]
        ]
        return names

    def _citation(self, row: EventAtPlace) -> dict[str, Any]:
        return self._cite_event(row.event, f": “{row.values['phrase']}”")

    def _cite_event(self, event: Event, phrase: str = "") -> dict[str, Any]:
        numbers = " and ".join(map(str, event.paragraphs))
        plural = "s" if len(event.paragraphs) > 1 else ""
        cited = self._cite(f"paragraph{plural} {numbers}{phrase}")
        return {**cited, "paragraph": list(event.paragraphs)}

    def _cite(self, where: str) -> dict[str, Any]:
        """Return a citation as a node of its own: the text's address is that of all of them."""
        statement = self._statement
        known = [text.read("en") for text in (statement.issuer, statement.publisher) if text]
        source = {"source": statement.url} if statement.url else {}
        return {"label": "; ".join((*known, where)), **source}

    def _parents(self, place: Place) -> list[dict[str, Any]]:
        if not place.part_of:
            return []
        parent = self._source.atlas.places[place.part_of]
        return [
            {
                "relationType": "gvp:broaderPartitive",
                "relationTo": self._id("place", parent.id),
                "label": f"lies in {parent.names.read('en')}",
            }
        ]

    def _relation(self, row: EventAtPlace) -> dict[str, Any]:
        return {
            "relationType": "crm:P67i_is_referred_to_by",
            "relationTo": self._id("event", row.event.id),
            "label": row.event.title.read("en"),
            **_when(row),
            "citations": [self._citation(row)],
            "certainty": _CERTAINTY[row.place.confidence if row.place else Confidence.NONE],
            "descriptions": _describe_event(row.event),
        }


def _when(row: EventAtPlace) -> dict[str, Any]:
    """Return the key ``when`` of an event; nothing for one without a date.

    A timespan is what programs read, so none is given that the text does not carry.
    """
    event, interval = row.event, row.interval
    if interval is None:
        return {}
    certainty = _GRADES[row.grade]
    if event.when and event.when.qualifier:
        certainty = max(certainty, _QUALIFIERS.get(event.when.qualifier, "uncertain"), key=_RANKS)
    when = {
        "timespans": [_timespan(event.when, interval, event.throughout)],
        "label": _label(event, row.dates, row.grade),
        "certainty": certainty,
    }
    return {"when": when}


def _label(event: Event, dates: Dates, grade: Grade) -> str:
    """Say what the date rests on, with the words of the text that bind it."""
    cues = "; ".join(f"“{words}”" for side in _SIDES for words in event.cues(side))
    match grade:
        case Grade.STATED:
            return "stated in the text"
        case Grade.BOUNDED:
            return f"not stated; the text’s words bound it: {cues}"
    is_given = grade is Grade.GIVEN
    if dates.bound is None:
        return _FROM_DATA if is_given else "not stated; only the order of telling suggests it"
    rests = _FROM_DATA if is_given else "not stated; the order of telling suggests it"
    return f"{rests}, the text’s words ({cues}) leave {write_interval(dates.bound)}"


def _when_of_place(rows: Iterable[EventAtPlace]) -> dict[str, Any]:
    """Return the key ``when`` of a place, with all that is dated of it; nothing if nothing is."""
    whens = [_when(row)["when"] for row in rows if row.interval]
    if not whens:
        return {}
    timespans = [when["timespans"][0] for when in whens]
    return {
        "when": {
            "timespans": [span for n, span in enumerate(timespans) if span not in timespans[:n]],
            "label": "when, by the statement, what it tells of this place is said to have happened",
            "certainty": max((when["certainty"] for when in whens), key=_RANKS),
        }
    }


def _timespan(when: When | None, interval: Interval, throughout: bool) -> dict[str, Any]:
    """Return an interval as "some time within", unless it was ``throughout``.

    A timespan must have a start; where only the latest day is known, it started by that day.
    """
    start, end = interval.start, interval.end
    if start and start == end:
        return {"start": {"in": start.isoformat()}}
    if when and "/" not in when.expression:
        return {"start": {"in": when.expression.rstrip("~?%")}}
    if throughout and start and end:
        return {"start": {"in": start.isoformat()}, "end": {"in": end.isoformat()}}
    return {
        "start": {"earliest": start.isoformat()} if start else _latest(end),
        **({"end": _latest(end)} if end else {}),
    }


def _latest(day: date | None) -> dict[str, str]:
    return {"latest": day.isoformat()} if day else {}


def _grade(geometry: Mapping[str, Any], certainty: str) -> dict[str, Any]:
    """Return ``geometry`` with its certainty, which a collection has in each of its parts."""
    if geometry["type"] == "GeometryCollection":
        parts = [_grade(part, certainty) for part in geometry["geometries"]]
        return {"type": "GeometryCollection", "geometries": parts}
    return {**geometry, "certainty": certainty}


def matches(place: Place) -> list[str]:
    """Return what the authorities call ``place``, such as ``gn:1526384`` and ``wd:Q35493``."""
    found = _AUTHORITY.findall(place.source_id or "")
    return [f"{_AUTHORITIES[name]}:{id_}" for name, id_ in found]


def identify(statement: Statement, what: str, id_: str) -> str:
    """Return a URI that stays the same: nothing here is published under an address."""
    return uuid5(NAMESPACE_URL, f"{statement.url or statement.sha256}#{what}/{id_}").urn


def country_codes(place: Place, places: Mapping[str, Place]) -> list[str]:
    """Return the ISO 3166-1 codes of the countries that ``place`` lies in, in their order.

    The outline of a water has no such code.
    """
    if codes := {id_[:2] for id_ in place.boundary if id_[:2].isupper()}:
        return sorted(codes)
    around = place.members or ((place.part_of,) if place.part_of else ())
    return sorted({code for id_ in around for code in country_codes(places[id_], places)})


def _describe_event(event: Event) -> list[dict[str, str]]:
    """Return what an event tells, and whether it is but a proposal."""
    unreviewed = [
        {"value": language.words("not-reviewed"), "lang": code}
        for code, language in languages().items()
        if not event.reviewed
    ]
    return [*_describe(event.text), *unreviewed]


def _describe(text: Text | None) -> list[dict[str, str]]:
    return [{"value": value, "lang": code} for code, value in text.root.items()] if text else []
