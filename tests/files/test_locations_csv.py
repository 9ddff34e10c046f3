"""Places are written as they were read, with all that their columns hold."""

from pathlib import Path

from statement_map.files.locations_csv import write_locations
from statement_map.reading import read_atlas
from statement_map.reading.places import COLUMNS
from tests.reading.samples import EVERY_COLUMN, write_data


def test_the_sample_has_something_in_every_column() -> None:
    header, *rows = (line.split(",") for line in EVERY_COLUMN.splitlines())
    assert tuple(header) == COLUMNS
    assert any(all(row) for row in rows)


def test_every_column_is_written_as_it_was_read(tmp_path: Path) -> None:
    places = read_atlas(write_data(tmp_path, locations=EVERY_COLUMN)).places
    assert write_locations(places.values()) == EVERY_COLUMN
