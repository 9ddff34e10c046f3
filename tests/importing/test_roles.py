"""Names of columns are compared without case, blanks and marks."""

from __future__ import annotations

import pytest

from statement_map.importing.roles import NAMES, ROLES, fold_name


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("decimalLatitude", "decimal_latitude"),
        ("Start Date", "start_date"),
        (" End-Date ", "end_date"),
        ("Tytuł", "tytul"),
        ("DŁUGOŚĆ geograficzna", "dlugosc_geograficzna"),
        ("geoWKT", "geowkt"),
        ("lat/lon", "lat_lon"),
        ("LAT", "lat"),
        ("—", ""),
    ],
)
def test_names_as_they_are_compared(name: str, folded: str) -> None:
    assert fold_name(name) == folded


def test_a_name_means_one_thing_and_is_written_as_it_is_compared() -> None:
    assert len(NAMES) == sum(map(len, ROLES.values()))
    assert {fold_name(name) for name in NAMES} == NAMES
