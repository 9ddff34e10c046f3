"""From a point as it was typed to degrees of latitude and longitude (WGS 84)."""

from __future__ import annotations

import re
from collections.abc import Callable

_NUMBER = r"[-+]?\d+(?:[.,]\d+)?"
_PARTS = re.compile(
    rf"(?P<before>[NSEW])?\s*(?P<degrees>{_NUMBER})\s*°?\s*"
    r"(?:(?P<minutes>\d+(?:[.,]\d+)?)\s*['′’]\s*)?"
    r"(?:(?P<seconds>\d+(?:[.,]\d+)?)\s*(?:\"|″|''|′′|”)\s*)?(?P<behind>[NSEW])?",
    re.IGNORECASE,
)
_SIXTY = 60


def read_degrees(text: str, letters: str) -> float:
    """Return decimal degrees for ``52.23``, ``52,23``, ``52.23 N`` or ``52°13′47″N``.

    ``letters`` are those of the two directions, the positive one first: ``NS`` or ``EW``. Raises
    a ValueError for what is none.
    """
    found = _PARTS.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"has no point; found {text[:30]!r}")
    letter = (found["before"] or found["behind"] or letters[0]).upper()
    if letter not in letters or (found["before"] and found["behind"]):
        raise ValueError(f"has no point; found {text[:30]!r}")
    degrees = _as_float(found["degrees"])
    rest = _as_float(found["minutes"]) / _SIXTY + _as_float(found["seconds"]) / _SIXTY**2
    size = abs(degrees) + rest
    is_negative = found["degrees"].startswith("-") != (letter == letters[1])
    return -size if is_negative else size


def read_pair(text: str) -> tuple[float, float]:
    """Return latitude and longitude of one cell: ``52.23, 21.01``, ``52,23; 21,01`` and the like.

    Raises a ValueError for what is none.
    """
    for cut in _CUTS:
        if pair := cut(text.strip()):
            return read_degrees(pair[0], "NS"), read_degrees(pair[1], "EW")
    raise ValueError(f"has no point; found {text[:30]!r}")


def _cut_at(sign: str) -> Callable[[str], tuple[str, str] | None]:
    def cut(text: str) -> tuple[str, str] | None:
        parts = re.split(sign, text)
        return (parts[0], parts[1]) if len(parts) == 2 else None

    return cut


_CUTS = (_cut_at(r"\s*;\s*"), _cut_at(r"\s*,\s+"), _cut_at(r"\s*,\s*"),
         _cut_at(r"(?<=[NSns])\s*,?\s*(?=[\d+-])"), _cut_at(r"\s+"))  # fmt: skip
"""The likelier first: a comma with a blank cuts, one without may be that of a decimal."""


def _as_float(digits: str | None) -> float:
    return float(digits.replace(",", ".")) if digits else 0.0
