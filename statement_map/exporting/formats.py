"""The formats there are, by the name that the command line knows them by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from statement_map.exporting.source import ExportSource


@dataclass(frozen=True)
class Format:
    """A file that holds all that a statement tells; ``room`` is the module that writes it."""

    name: str
    file_name: str
    media_type: str
    room: str

    def export(self, source: ExportSource) -> bytes:
        """Return the content of the file; the module is imported when it is needed first."""
        content: bytes = import_module(f"statement_map.exporting.{self.room}").export(source)
        return content


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format_.name: format_
        for format_ in (
            Format("html", "statement-map.html", "text/html", "handout"),
            Format("geojson", "statement-map.geojson", "application/geo+json", "geojson"),
            Format(
                "linked-places",
                "statement-map-places.jsonld",
                "application/ld+json",
                "linked_places",
            ),
            Format("kml", "statement-map.kml", "application/vnd.google-earth.kml+xml", "kml"),
            Format("csv", "statement-map.csv", "text/csv", "spreadsheet"),
            Format("timelinejs", "statement-map-timeline.csv", "text/csv", "timelinejs"),
            Format("lp-tsv", "statement-map-places.tsv", "text/tab-separated-values", "lp_tsv"),
        )
    }
)

PICTURE_NAME = "statement-map.svg"
"""The file name of the picture, which shows one step and is no :class:`Format`."""
