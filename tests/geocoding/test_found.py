"""One result of a Nominatim server, as a candidate."""

import pytest

from tests.geocoding.conftest import KAZAKHSTAN, Run, WriteLocations, rows_of
from tests.geocoding.server import (
    ALMATY,
    Server,
)

CITY = "almaty,Ałmaty,Almaty,city,kazakhstan,Ałmaty\n"


@pytest.mark.usefixtures("impatient")
def test_hostile_text_from_a_server_stays_text(
    data: WriteLocations, server: Server, run: Run
) -> None:
    hostile = ALMATY | {
        "display_name": 'Almaty,\r\n"=1+1"\u2028\0</script>',
        "extratags": {"wikidata": "Q1; wikidata:Q2\n"},
    }
    server.places = {"Ałmaty": [hostile, {**hostile, "osm_id": 2}]}
    path = data(KAZAKHSTAN.replace(",Kazachstan\n", ",\n"), CITY)
    assert run(path)[0] == 0
    found = (
        'Almaty, "=1+1" </script> (city, osm:relation/{}) at 43.2364 76.9457, 0 km from the first'
    )
    review = f"needs review; nominatim finds 2 places that fit: {found.format(215757)}; "
    assert rows_of(path)["almaty"]["review"] == review + found.format(2)
