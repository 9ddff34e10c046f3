"""A side of a country is a circle within it, told as an estimate."""

from __future__ import annotations

import pytest

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.world import Known
from statement_map.model import PlaceKind
from statement_map.toponyms.sides import name_side, part_of_country

ISLAND = Known(
    Candidate("Somewhere", PlaceKind.COUNTRY, 0, 10, "a table", "", 100.0, "XX"), ("somewhere",), 1
)


def test_it_is_called_in_the_language_of_the_text() -> None:
    assert name_side((0, -1), "en", "Kazakhstan") == "The west of Kazakhstan"


@pytest.mark.parametrize(
    ("side", "lat", "lon"),
    [
        ((1, 0), 50 / 111.2, 10),
        ((-1, 0), -50 / 111.2, 10),
        ((0, 1), 0, 10 + 50 / 111.2),
        ((0, 0), 0, 10),
    ],
)
def test_without_an_outline_it_is_half_as_far_out_and_half_as_large(
    side: tuple[int, int], lat: float, lon: float
) -> None:
    """On the equator a degree is 111.2 km either way; the country's circle has 100 km."""
    found = part_of_country(ISLAND, side, None)
    assert (found.lat, found.lon) == pytest.approx((lat, lon), abs=1e-3)
    assert found.radius_km == 50
    assert found.is_estimate
    assert found.country == "XX"
