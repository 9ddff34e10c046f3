"""Places on both sides of 180° get one map around them."""

from math import cos, dist, radians

import pytest

from tests.browser.drawn import boxes, overlapping, view_of
from tests.browser.own_maps import LANDINGS, OpenOwn

EQUATOR_KM = 40_075.017


@pytest.mark.parametrize("size", ["desktop", "phone", "small phone"])
def test_two_places_beside_180_degrees_are_seen_ten_km_apart(open_own: OpenOwn, size: str) -> None:
    """0.095° of longitude at 16.5° S: 0.095 · 40 075 km / 360 · cos 16.5° = 10.1 km."""
    page = open_own("landings", "&event=everywhere", size)
    view = view_of(page)
    middles = []
    for spot in LANDINGS:
        (mark,) = boxes(page, f".place-{spot.id}")
        assert mark.lies_in(view.box)
        lon = spot.lon if spot.lon > 0 else spot.lon + 360
        assert dist(mark.middle, view.project(spot.lat, lon)) <= 2
        middles.append(mark.middle)
    km_per_px = EQUATOR_KM * cos(radians(16.5)) / (256 * 2**view.zoom)
    assert abs(dist(*middles) * km_per_px - 10.1) < 0.5
    told = float(page.locator(".leaflet-control-scale-line").inner_text().removesuffix(" km"))
    (bar,) = boxes(page, ".leaflet-control-scale-line")
    assert abs((bar.right - bar.left) * km_per_px / told - 1) < 0.05
    labels = boxes(page, ".mark .label")
    assert len(labels) == 2
    assert list(overlapping(labels)) == []
    for label in labels:
        assert label.lies_in(view.box)


def test_a_map_that_does_not_cross_180_keeps_its_longitudes(open_own: OpenOwn) -> None:
    page = open_own("towns", "&event=everywhere")
    assert 14 < view_of(page).lon < 24
