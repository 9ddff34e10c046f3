"""What a geocoder offers; that a point was put there by eye is never lost."""

from __future__ import annotations

import pytest

from statement_map.geocoding.candidates import ESTIMATE, Candidate
from statement_map.model import PlaceKind


@pytest.mark.parametrize(
    ("source", "is_estimate"),
    [
        (ESTIMATE, True),
        ("estimate of an editor", True),
        ("Natural Earth", False),
        ("an atlas with estimates", False),
    ],
)
def test_an_estimate_says_so_in_its_source(source: str, is_estimate: bool) -> None:
    place = Candidate("Hel", PlaceKind.CITY, 54.6, 18.8, source, "")
    assert place.is_estimate is is_estimate
