"""The data files inside an export, and how one tells that it was changed by hand."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from statement_map.exporting import ExportSource
from statement_map.exporting.data_files import MEMBER, digest_of, tell_files, with_files
from statement_map.reading import read_data
from tests.conftest import ROOT


def test_they_are_read_back_as_the_same_statement(source: ExportSource, tmp_path: Path) -> None:
    told = tell_files(source)
    assert sorted(told) == ["events.yaml", "locations.csv"]
    for name, text in told.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "boundaries.geojson").write_bytes(
        (ROOT / "data" / "boundaries.geojson").read_bytes()
    )
    assert read_data(tmp_path).atlas == source.atlas


def test_the_digest_is_of_what_stands_beside_them(source: ExportSource) -> None:
    """SHA-256 of the compact JSON, in which no "<" stands."""
    told = {"type": "FeatureCollection", "name": "a < b"}
    expected = sha256(b'{"type":"FeatureCollection","name":"a \\u003c b"}').hexdigest()
    whole = with_files(told, source)
    assert whole[MEMBER]["sha256"] == digest_of(told) == digest_of(whole) == expected
    assert digest_of({**whole, "name": "a > b"}) != expected
