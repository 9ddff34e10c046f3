"""What a handout holds packed, as an address that a browser can read without any network."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from gzip import compress

_PREFIX = "data:application/gzip;base64,"


def pack(data: bytes) -> str:
    """Return a data address of ``data``, packed by gzip."""
    return _PREFIX + b64encode(compress(data, mtime=0)).decode()


def unpack(address: str, most: int) -> bytes:
    """Return what :func:`pack` has packed.

    Raises:
        ValueError: if ``address`` is not such a one, is damaged, or holds more than ``most`` bytes.
    """
    if not address.startswith(_PREFIX):
        raise ValueError("is not packed")
    reader = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)  # with the head of gzip
    try:
        data = reader.decompress(b64decode(address.removeprefix(_PREFIX), validate=True), most)
    except zlib.error as error:
        raise ValueError("is damaged") from error
    if not reader.eof:
        raise ValueError("is cut, or larger than is read")
    return data
