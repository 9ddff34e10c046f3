"""What GDAL reads of an export, for the tests of each format that it opens."""

import io
from typing import Any

import pyogrio
import shapely

from tests.exporting.told import told

Columns = dict[str, list[Any]]


def read_columns(document: bytes) -> Columns:
    """Return what GDAL reads, by column; the geometries under ``geometry``."""
    meta, _, shapes, fields = pyogrio.raw.read(io.BytesIO(document))
    names = [*meta["fields"], "geometry"]
    return dict(zip(names, [*map(list, fields), list(shapely.from_wkb(shapes))], strict=True))


def assert_every_row(columns: Columns) -> None:
    """Assert that every event stands there at each of its places, in the order of the text."""
    names = ("event", "place", "paragraph", "date_basis")
    found = zip(*(columns[name] for name in names), strict=True)
    assert list(found) == [(row.event, row.place, row.paragraph, row.basis) for row in told()]
