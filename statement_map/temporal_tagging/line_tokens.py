"""The beginning of a line as a row of tokens: weekday, month, number, year, and marks between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from statement_map.prose.languages import Forms, LanguageTable
from statement_map.temporal_tagging.said import Season, read_roman

_LONGEST_HEAD = 90
"""No head of a line is longer."""

_JOINTS = "-–—"
_BETWEEN = "./|"
_SILENT = ",()[]*#"
_YEARS = range(1000, 2100)
_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a line: its kind, where it stands, and the number that it stands for.

    The kinds are ``D`` a number of one or two digits, ``Y`` a year, ``y`` one of two digits behind
    an apostrophe, ``M`` a month in words, ``R`` one in Roman digits, ``W`` a weekday, ``S`` a
    season, ``f`` a small word beside a date, ``g`` one behind a year, ``-`` what joins the ends of
    a stretch, ``+`` what lists two dates, ``.``, ``/`` and ``|`` as they are, ``,`` for marks that
    say nothing, ``:`` for any other mark, ``w`` for any other word or number.
    """

    kind: str
    start: int
    stop: int
    value: int = 0
    is_ordinal: bool = False
    season: Season | None = None


class HeadWords:
    """The words of a language that heads of lines are made of, from its lexicon and ``[heads]``."""

    def __init__(self, table: LanguageTable, seasons: Forms[Season]) -> None:
        """Know those of ``table``."""
        lexicon, own = table.section("lexicon"), table.section("heads")
        self._months = _numbers(lexicon["months"], start=1)
        self._weekdays = _numbers(own.get("weekdays", ())) | _numbers(lexicon["weekdays"])
        self._seasons = seasons
        self._small = table.words("heads", "small")
        self._behind = table.words("heads", "behind")
        self._listing = frozenset(lexicon["listing"].split("|"))
        self._joints = table.words("heads", "joints")
        self._has_roman_months = bool(own.get("roman_months", False))
        endings = "|".join(map(re.escape, table.words("heads", "endings"))) or r"(?!)"
        self._parts = re.compile(
            rf"['’](?P<short>\d\d)(?!\w)|(?P<digits>\d+)(?P<ending>-?(?:{endings})(?!\w))?"
            r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<mark>[^\w\s]|_)",
            re.IGNORECASE,
        )

    def read(self, text: str) -> Sequence[Token]:
        """Return the tokens at the beginning of ``text``."""
        return [self._read(it, text) for it in self._parts.finditer(text[:_LONGEST_HEAD])]

    def is_joint(self, text: str) -> bool:
        """Return whether a text is a word that joins the ends of a stretch: "to"."""
        return text.casefold() in self._joints

    def are_small(self, text: str) -> bool:
        """Return whether a text is only small words such as stand beside a date."""
        return all(it.kind in ",.fgW" for it in self.read(text))

    def _read(self, found: re.Match[str], text: str) -> Token:
        start, stop, own = found.start(), found.end(), found.group()
        if found["short"]:
            return Token("y", start, stop, int(found["short"]))
        if digits := found["digits"]:
            if text[stop : stop + 1].isalpha():
                return Token("w", start, stop)
            if len(digits) <= 2:
                return Token("D", start, stop, int(digits), is_ordinal=bool(found["ending"]))
            is_year = len(digits) == 4 and int(digits) in _YEARS
            return Token("Y" if is_year else "w", start, stop, int(digits) if is_year else 0)
        if found["mark"]:
            kind = "-" if own in _JOINTS else own if own in _BETWEEN else ":"
            kind = "+" if own == "&" else kind
            return Token("," if own in _SILENT else kind, start, stop)
        return self._word(own, start, stop, text)

    def _word(self, own: str, start: int, stop: int, text: str) -> Token:
        key = own.casefold()
        if key in self._months:
            return Token("M", start, stop, self._months[key])
        if key in self._weekdays and (len(own) > 1 or own.isupper()):
            return Token("W", start, stop, self._weekdays[key])
        if season := self._seasons.get(key):
            return Token("S", start, stop, season=season)
        is_between = start and text[start - 1] in "./-" and text[stop : stop + 1] in set("./-")
        if (own.isupper() and self._has_roman_months) or is_between:
            number = read_roman(own) or 0
            if number in _MONTHS:
                return Token("R", start, stop, number)
        if key in self._listing:
            return Token("+", start, stop)
        if key in self._joints:
            return Token("-", start, stop)
        if key in self._behind:
            return Token("g", start, stop)
        return Token("f" if key in self._small else "w", start, stop)


def _numbers(rows: Iterable[str], start: int = 0) -> dict[str, int]:
    numbered = enumerate(rows, start=start)
    return {form: number for number, forms in numbered for form in forms.casefold().split("|")}
