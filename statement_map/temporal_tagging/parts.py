"""The parts of one match of a rule, as the words of its language read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from statement_map.prose.languages import plain
from statement_map.temporal_tagging.said import Anchor, Bound, Part, Point, Season
from statement_map.temporal_tagging.words import DateLexicon, Which

_LAST_OLD_MONTH = 3
"""Where the year began on 25 March, January to March had two: 15 January 1743/44."""


_POSIX_TURN = 69
"""Two digits of a date and time group from here on are of the twentieth century."""


@dataclass(frozen=True)
class Parts:
    """The parts of one match, as the words of its language read them."""

    words: DateLexicon
    text: str
    said: Mapping[str, str | None]
    given: Mapping[str, Any]

    def get(self, name: str) -> str | None:
        """Return the words that are kept under ``name``, None if there are none."""
        return self.said.get(name) or self.given.get(name)

    @property
    def bound(self) -> Bound | None:
        """The side of the date that is meant."""
        return self.words.bounds.get(self.get("bound"))

    @property
    def part(self) -> Part | None:
        """The part of a month, a year or more that is meant."""
        return self.words.part(self.get("part"))

    @property
    def season(self) -> Season | None:
        """The season."""
        return self.words.seasons.get(self.get("season"))

    @property
    def which(self) -> Which | None:
        """Which of several is meant: the last, the next."""
        given = self.given.get("which")
        return Which(given) if given else self.words.which.get(self.said.get("which"))

    @property
    def unit(self) -> str:
        """What is counted: day, week, month, year and so on; a year unless something else is."""
        return self.given.get("unit") or self.words.units.get(self.get("unit")) or "year"

    @property
    def anchor(self) -> Anchor:
        """What the rule says that its dates are counted from."""
        return Anchor(self.given.get("anchor", "told"))

    @property
    def count(self) -> int | None:
        """How many of the unit, 1 where nothing says it, None for "some"."""
        if "count" in self.given:
            return int(self.given["count"])
        text = plain(self.get("count") or "1")
        return int(text) if text.isdecimal() else self.words.counts.get(text)

    def year(self, number: int) -> int | None:
        """The first or second year in digits.

        Of a double-dated one, 1743/44, it is the second in the months when the old year went on.
        """
        if short := self.get(f"posix{number}"):
            return int(short) + (2000 if int(short) < _POSIX_TURN else 1900)
        text = self.get(f"year{number}")
        if not text:
            return None
        year, dual = int(text), self.get(f"dual{number}")
        if dual and complete_year(year, dual) == year + 1:
            month = self.words.month(self.get(f"month{number}") or self.get("month1"))
            return year + 1 if month and month <= _LAST_OLD_MONTH else year
        return year

    def point(self, number: int) -> Point:
        """The first or second day, month and year, as far as they are said."""
        return Point(
            self.year(number),
            self.words.month(self.get(f"month{number}")),
            self.words.number(self.get(f"day{number}")),
            ending=self.ending,
            is_old_style=self.words.is_old_style(self.text),
        )

    @property
    def ending(self) -> int | None:
        """The last two digits of a year, where they are all that is said of it."""
        text = self.get("ending")
        return int(text) if text else None


def complete_year(year: int, text: str) -> int:
    """Return the second of two years of which only the last digits are written."""
    size = int("1" + "0" * len(text))
    return year // size * size + int(text)
