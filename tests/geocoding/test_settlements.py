"""The table of settlements, by places whose names and positions any atlas has."""

import pytest

from statement_map.geocoding.outlines import distance_km
from statement_map.geocoding.settlements import find_districts, find_longer, find_settlements


@pytest.mark.parametrize(
    ("name", "country", "at"),
    [
        ("siemiatycze", "PL", (52.43, 22.86)),
        ("oradour sur glane", "FR", (45.93, 1.03)),
        ("tranquebar", "IN", (11.03, 79.85)),  # another name of Tharangambadi
        ("batavia", "US", (41.85, -88.31)),  # that of Jakarta is in the table of the world
        ("gadani", "PK", (25.12, 66.73)),
        ("chiwa", "UZ", (41.38, 60.36)),  # as Polish writes the Russian name
        ("szachrisabz", "UZ", (39.06, 66.83)),
        ("zaleszczyki", "UA", (48.64, 25.74)),  # as Poles called it
    ],
)
def test_a_name_is_found(name: str, country: str, at: tuple[float, float]) -> None:
    own = [it.place for it in find_settlements(name) if it.place.country == country]
    assert any(distance_km((it.lat, it.lon), at) < 10 for it in own)


@pytest.mark.parametrize("name", ["", "a", "zzzzz", "siemiatycz", "siemiatyczeee"])
def test_what_is_no_name_is_not_found(name: str) -> None:
    assert find_settlements(name) == ()


def test_a_longer_name_has_one_word_more() -> None:
    found = list(find_longer("bielsk", 4.0))
    assert [it.names[0] for it in found] == ["Bielsk Podlaski"]
    assert list(find_longer("bielsk", 5.0)) == []


def test_a_district_is_a_circle_around_its_towns() -> None:
    (mubende,) = find_districts("mubende")
    assert mubende.place.country == "UG"
    assert distance_km((mubende.place.lat, mubende.place.lon), (0.56, 31.4)) < 60
    assert find_districts("siemiatycze") == ()
