"""The picture beside a link: of the size that its readers show, with a ring at each place."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from statement_map.exporting import ExportSource
from statement_map.exporting.geometry import geometry_of
from statement_map.exporting.picture.projection import MAP_HEIGHT_PX, Projection
from statement_map.exporting.preview import HEIGHT_PX, draw_preview
from statement_map.model import PlaceKind

MARK = (0xB3, 0x40, 0x0A)


def near(colour: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(one - two) for one, two in zip(colour, other, strict=True)) < 40


def test_size_and_marks(source: ExportSource) -> None:
    """1200 x 630 px, as readers of the Open Graph protocol show whole; rings of 11 px."""
    picture = Image.open(BytesIO(draw_preview(source)))
    assert (picture.format, picture.size) == ("PNG", (1200, HEIGHT_PX)) == ("PNG", (1200, 630))
    drawn = [
        geometry
        for place in source.atlas.places.values()
        if place.kind not in {PlaceKind.GROUP, PlaceKind.COUNTRY}
        and (geometry := geometry_of(place, source))
    ]
    project = Projection(drawn)
    lon, lat = [each["coordinates"] for each in drawn if each["type"] == "Point"][-1]
    x, y = project(lat, lon)
    pixels, top = picture.convert("RGB"), y - (MAP_HEIGHT_PX - HEIGHT_PX) / 2
    found = [pixels.getpixel((round(x) + away, round(top))) for away in (0, 9)]
    for colour, expected in zip(found, [(255, 255, 255), MARK], strict=True):
        assert isinstance(colour, tuple)
        assert near(colour, expected), (colour, expected)


def test_it_is_the_same_each_time(source: ExportSource) -> None:
    assert draw_preview(source) == draw_preview(source)
