"""The words of a language for dates, and what each stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from statement_map.prose.languages import Forms, LanguageTable, plain
from statement_map.temporal_tagging.said import Anchor, Bound, Part, Point, Season, read_roman


class Which(StrEnum):
    """Which of several weeks, years or Mondays a word says, and so what it is counted from."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    COMING = "coming"
    """The nearest one, where "next Friday" is that of the next week."""

    PREVIOUS = "previous"
    SAME = "same"
    FOLLOWING = "following"
    NEAR = "near"
    """The one of what the paragraph tells, or else of the text."""

    @property
    def anchor(self) -> Anchor:
        """What it is counted from."""
        if self is Which.NEAR:
            return Anchor.NEAR
        told = {Which.PREVIOUS, Which.SAME, Which.FOLLOWING}
        return Anchor.TOLD if self in told else Anchor.WRITTEN

    @property
    def sign(self) -> int:
        """Whether it is after (1) or before (-1) that."""
        if self in {Which.LAST, Which.PREVIOUS}:
            return -1
        return int(self in {Which.NEXT, Which.COMING, Which.FOLLOWING})


class DateLexicon:
    """The lexicon of a language for dates: forms of words and what each stands for."""

    def __init__(self, table: LanguageTable) -> None:
        lexicon = table.section("lexicon")
        self.months = _numbered(lexicon["months"])
        self.weekdays = _numbered(lexicon["weekdays"], start=0)
        self._weekday_starts = {
            form[:3].casefold(): number
            for number, forms in enumerate(lexicon["weekdays"])
            for form in forms.split("|")
        }
        self.ordinals = _numbered(lexicon["ordinals"])
        self.counts: Forms[int | None] = Forms(
            (forms, int(number) if number.isdecimal() else None)
            for number, forms in lexicon["counts"].items()
        )
        self.units = table.forms("units")
        self.seasons = Forms((forms, Season(it)) for it, forms in lexicon["seasons"].items())
        self.decades = Forms((forms, int(it)) for it, forms in lexicon["decades"].items())
        self.bounds = Forms((forms, Bound(it)) for it, forms in lexicon["bounds"].items())
        self.parts = Forms((forms, Part(it)) for it, forms in lexicon["parts"].items())
        self.which = Forms((forms, Which(it)) for it, forms in lexicon["which"].items())
        self.nths = Forms((forms, int(it)) for it, forms in lexicon["nths"].items())
        holidays = [(row, _read_holiday(row)) for row in lexicon["holidays"]]
        self.holidays = Forms((row["words"], it) for row, it in holidays if "words" in row)
        self.saints = Forms((row["saint"], it) for row, it in holidays if "saint" in row)
        self._shares = [(Forms([(row["words"], True)]), row) for row in lexicon.get("shares", ())]
        self._soft = frozenset(lexicon["soft_bounds"].split("|"))
        self._listing = frozenset(lexicon["listing"].split("|"))
        self._range = re.compile(Forms([(lexicon["range"], True)]).pattern + r"\b", re.IGNORECASE)
        self._old_style = re.compile(
            rf"(?<!\w){Forms([(lexicon['old_style'], True)]).pattern}(?!\w)", re.IGNORECASE
        )

    @property
    def patterns(self) -> Mapping[str, str]:
        """Regular expressions for any word of each part of the lexicon: ``season_word``."""
        parts: Mapping[str, Forms[Any]] = {
            "month": self.months,
            "weekday": self.weekdays,
            "ordinal": self.ordinals,
            "count": self.counts,
            "unit": self.units,
            "season": self.seasons,
            "decade": self.decades,
            "bound": self.bounds,
            "part": self.parts,
            "which": self.which,
            "nth": self.nths,
            "holiday": self.holidays,
            "saint": self.saints,
        }
        return {f"{name}_word": forms.pattern for name, forms in parts.items()}

    def is_soft(self, bound: str) -> bool:
        """Return whether "before Friday" may be any Friday, where "until Friday" is the next."""
        return plain(bound) in self._soft

    def is_listing(self, joint: str | None) -> bool:
        """Return whether two dates are each one of its own: "4 March and 7 April"."""
        return plain(joint) in self._listing

    def is_range(self, text: str) -> bool:
        """Return whether a phrase starts with "between" or "from"."""
        return self._range.match(text) is not None

    def is_old_style(self, text: str) -> bool:
        """Return whether a phrase says that its day is one of the old calendar."""
        return self._old_style.search(text) is not None

    def weekday(self, text: str | None) -> int | None:
        """Return the number of a weekday, Monday is 0, by its first three letters."""
        return self._weekday_starts.get(plain(text)[:3])

    def month(self, text: str | None) -> int | None:
        """Return the number of a month in words, Roman or Arabic digits."""
        if not text:
            return None
        key = text.casefold().rstrip(".")
        if key.isdecimal():
            return int(key)
        return self.months.get(key) or read_roman(key)

    def number(self, text: str | None) -> int | None:
        """Return the value of a number in digits, with an ending or without, or an ordinal."""
        if not text:
            return None
        digits = re.match(r"\d+", text)
        return int(digits.group()) if digits else self.ordinals.get(text)

    def count(self, text: str | None) -> int | None:
        """Return how many words, an ordinal, Arabic or Roman digits say: "Day Two", "II dzień"."""
        if not text:
            return None
        key = plain(text)
        return self.number(text) or self.counts.get(key) or read_roman(key)

    def part(self, text: str | None) -> Part | None:
        """Return the part that "at the end of" or "in the second half of" names."""
        if not text or (part := self.parts.get(text)):
            return part if text else None
        words = plain(text).split()
        if len(words) < 2:
            return None
        number = words[-2].rstrip(".")
        nth = int(number) if number.isdecimal() else read_roman(number) or self.nths.get(number)
        rows = (row for forms, row in self._shares if forms.get(words[-1]))
        return next((Part(row[str(nth)]) for row in rows if str(nth) in row), None)


def _numbered(rows: Sequence[str], start: int = 1) -> Forms[int]:
    return Forms((forms, number) for number, forms in enumerate(rows, start=start))


def _read_holiday(row: Mapping[str, Any]) -> Point:
    nth = row.get("nth")
    return Point(
        month=row.get("month"),
        day=row.get("day"),
        easter=row.get("easter"),
        nth=(nth[0], nth[1]) if nth else None,
    )
