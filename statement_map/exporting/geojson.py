"""GeoJSON (RFC 7946): a feature for each event at each of its places."""

from __future__ import annotations

from statement_map.exporting.rows import attributions, tell_rows
from statement_map.exporting.source import ExportSource, write_json
from statement_map.language import languages


def export(source: ExportSource) -> bytes:
    """Return a FeatureCollection; what has no place of its own on a map has a null geometry.

    The members ``attribution``, ``licence``, ``source`` and ``paragraphs`` of the collection are
    foreign members (RFC 7946, section 6.1); every feature carries the same in its properties.
    """
    statement = source.atlas.statement
    return write_json(
        {
            "type": "FeatureCollection",
            "attribution": attributions(source),
            "licence": {code: each.words("share-licence") for code, each in languages().items()},
            "source": statement.url,
            "paragraphs": statement.paragraphs,
            "features": [
                {
                    "type": "Feature",
                    "id": row.id,
                    "geometry": row.geometry,
                    "properties": row.values,
                }
                for row in tell_rows(source)
            ],
        }
    ).encode()
