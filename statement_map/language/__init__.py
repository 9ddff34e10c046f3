"""The words of the interface, and dates and numbers as each language writes them.

One TOML file a language stands beside this module, named by its ISO 639-1 code; another language
is one more file. A key holds a text with ``{name}`` gaps, or a table of plural forms named as in
Unicode CLDR (``one``, ``few``, ``many``, ``other``), chosen by the gap ``{n}``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, format_interval
from babel.numbers import format_decimal

from statement_map.timeline import Interval
from statement_map.when import When

Entry = str | Mapping[str, str]


class Language:
    """One language of the interface; ``code`` is its ISO 639-1 code."""

    def __init__(self, code: str, entries: Mapping[str, Entry]) -> None:
        self.code = code
        self.entries = entries
        self._locale = Locale.parse(str(entries.get("locale", code)))

    def words(self, key: str, **gaps: object) -> str:
        """Return the text at ``key`` with its gaps filled; KeyError if there is none."""
        entry = self.entries[key]
        if isinstance(entry, str):
            return entry.format(**gaps)
        n = gaps["n"]
        assert isinstance(n, int)
        form = entry.get(self._locale.plural_form(n), entry["other"])
        return form.format(**{**gaps, "n": self.number(n)})

    def language_name(self, code: str) -> str:
        """Return what the language with this ISO 639-1 code is called, else the code."""
        return str(self._locale.languages.get(code, code))

    def number(self, value: float) -> str:
        """Return ``value`` as the language writes numbers."""
        return str(format_decimal(value, locale=self._locale))

    def day(self, day: date, *, weekday: bool = False) -> str:
        """Return ``day`` in words: 2 January 2022, or Sunday, 2 January 2022."""
        return format_date(day, "full" if weekday else "long", locale=self._locale)

    def days(self, first: date, last: date, *, weekday: bool = False) -> str:
        """Return a stretch of days in words, both ends included: 2–4 January 2022."""
        if first == last:
            return self.day(first, weekday=weekday)
        return str(format_interval(first, last, "yMMMMd", locale=self._locale))

    def when(self, when: When | None, interval: Interval | None) -> str:
        """Return in words when an event happened: a day, "2–4 January", "not before …"."""
        if interval is None:
            return self.words("undated")
        if when is not None and interval.start and len(when.expression) in (4, 7):
            pattern = "y" if len(when.expression) == 4 else "LLLL y"
            return format_date(interval.start, pattern, locale=self._locale)
        text = self._span(interval)
        match when.qualifier if when else "":
            case "":
                return text
            case "~":
                return self.words("about-date", date=text)
            case _:
                return self.words("uncertain-date", date=text)

    def _span(self, interval: Interval) -> str:
        start, end = interval.start, interval.end
        if start and end:
            return self.days(start, end)
        if start:
            return self.words("not-before", date=self.day(start))
        assert end is not None
        return self.words("not-after", date=self.day(end))


@cache
def languages() -> Mapping[str, Language]:
    """Return the languages there are, by code, in the order of their codes."""
    found = {}
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        code, _, ending = file.name.rpartition(".")
        if ending == "toml":
            found[code] = Language(code, tomllib.loads(file.read_text(encoding="utf-8")))
    return found
