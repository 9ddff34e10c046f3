"""What a handout holds packed is unpacked as it was, or refused, and never without end."""

from __future__ import annotations

import gzip
from base64 import b64decode, b64encode

import pytest

from statement_map.exporting.handout.packing import pack, unpack

PREFIX = "data:application/gzip;base64,"


@pytest.mark.parametrize("data", [b"", b"a", bytes(range(256)) * 100])
def test_it_is_gzip_the_same_each_time_and_comes_back(data: bytes) -> None:
    address = pack(data)
    assert address == pack(data)
    assert address.startswith(PREFIX)
    assert gzip.decompress(b64decode(address.removeprefix(PREFIX))) == data
    assert unpack(address, 2**20) == data


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("data:text/plain;base64,YQ==", "is not packed"),
        (PREFIX + b64encode(b"no gzip at all").decode(), "is damaged"),
        (pack(b"a" * 100)[:-8], "is cut, or larger than is read"),
        (pack(b"a" * 101), "is cut, or larger than is read"),
    ],
)
def test_what_is_none_is_damaged_or_becomes_too_large(address: str, fault: str) -> None:
    with pytest.raises(ValueError, match=f"^{fault}$"):
        unpack(address, 100)
