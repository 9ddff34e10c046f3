"""Every format has a name, a file and a module that writes it; that they are right, theirs hold."""

from __future__ import annotations

import re

from statement_map.exporting import FORMATS, ExportSource
from statement_map.exporting.formats import PICTURE_NAME


def test_names_and_files_are_each_of_one_format() -> None:
    files = [format_.file_name for format_ in FORMATS.values()] + [PICTURE_NAME]
    assert len({*files}) == len(files)
    for name, format_ in FORMATS.items():
        assert format_.name == name
        assert re.fullmatch("[a-z]+(-[a-z]+)*", name)
        assert re.fullmatch(r"statement-map[a-z-]*\.[a-z]+", format_.file_name)


def test_media_types_are_as_they_are_registered() -> None:
    """At IANA, and for KML 2.2 by OGC 07-147r2; one of TSV is text/tab-separated-values."""
    assert {
        format_.file_name.rpartition(".")[2]: format_.media_type for format_ in FORMATS.values()
    } == {
        "html": "text/html",
        "geojson": "application/geo+json",
        "jsonld": "application/ld+json",
        "kml": "application/vnd.google-earth.kml+xml",
        "csv": "text/csv",
        "tsv": "text/tab-separated-values",
    }


def test_each_is_written_by_its_module(source: ExportSource) -> None:
    for format_ in FORMATS.values():
        assert format_.export(source), format_.name
