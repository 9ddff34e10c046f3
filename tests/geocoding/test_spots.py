"""Small places whose points were estimated by hand, and old names of towns."""

from functools import cache

import pytest

from statement_map.geocoding.outlines import distance_km
from statement_map.geocoding.settlements import find_settlements
from statement_map.geocoding.world import QUARTER_KM, Known, World, fold_words, read_spots
from tests.drafting.measuring import outlines

OFF_SHORE_KM = 110
"""So far from its country a cape or a small island may lie: the outlines leave many of them out."""


@cache
def world() -> World:
    return World(outlines())


@pytest.mark.parametrize(
    ("old", "at"),
    [
        ("Leninakan", (40.79, 43.85)),  # Gyumri
        ("Breslau", (51.11, 17.03)),
        ("Czerniowce", (48.29, 25.94)),
        ("Amoy", (24.48, 118.09)),
        ("Batavia", (-6.2, 106.83)),
        ("Lourenço Marques", (-25.97, 32.58)),
        ("Godhavn", (69.25, -53.54)),
        ("Karl-Marx-Stadt", (50.83, 12.92)),
    ],
)
def test_an_old_name_is_the_town_of_today(old: str, at: tuple[float, float]) -> None:
    own = [it.place for it in world().look_up(fold_words(old))]
    assert any(distance_km((it.lat, it.lon), at) < 10 for it in own)


def test_a_spot_lies_in_its_country_or_on_an_island_that_no_outline_has() -> None:
    known = outlines()
    countries = {code: outline for code, outline in known.items() if len(code) == 2}

    def off_km(spot: Known, code: str) -> float:
        return countries[code].outside_km(spot.place.lat, spot.place.lon) or 0

    far = [
        spot
        for spot in read_spots()
        if (own := spot.place.country) in countries and off_km(spot, own or "") > OFF_SHORE_KM
    ]
    assert [it.place.name for it in far if any(off_km(it, code) == 0 for code in countries)] == []


def test_no_spot_stands_there_twice() -> None:
    names = [fold_words(name) for spot in read_spots() for name in spot.names]
    assert len(names) == len(set(names))


def test_a_quarter_is_only_found_where_villages_are() -> None:
    """Zwierzyniec is a quarter of Kraków, and a town and many villages elsewhere."""
    quarters = [it for it in find_settlements("zwierzyniec") if it.place.is_estimate]
    assert [it.place.radius_km for it in quarters] == [QUARTER_KM]
    assert not any(it.place.is_estimate for it in world().look_up("zwierzyniec"))
