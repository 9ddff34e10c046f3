"""The words of the interface, and dates and numbers as each language writes them.

One TOML file a language stands beside this module, named by its ISO 639-1 code; another language
is one more file. A key holds a text with ``{name}`` gaps, or a table of plural forms named as in
Unicode CLDR (``one``, ``few``, ``many``, ``other``), chosen by the gap ``{n}``.
"""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from statement_map.model import Event, PlaceKind, Statement, Text
from statement_map.timeline import Interval, Timeline
from statement_map.when import When

Entry = str | Mapping[str, str]

DAYS_WITHIN_A_YEAR = 366
"""Days further apart than this may be told apart by their year alone."""


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

    def issuer(self, statement: Statement) -> str:
        """Return who states a statement, or that it is not known."""
        return (
            statement.issuer.read(self.code) if statement.issuer else self.words("issuer-unknown")
        )

    def publisher(self, statement: Statement) -> str:
        """Return where a statement was published, or that it is not known."""
        publisher = statement.publisher
        return publisher.read(self.code) if publisher else self.words("publisher-unknown")

    def attribution(self, statement: Statement) -> str:
        """Return in a sentence whose account a statement is, as far as it is known."""
        if statement.issuer is None:
            return self.words("attribution-unknown")
        return self.words("attribution", issuer=statement.issuer.read(self.code))

    def entries_for(self, statement: Statement) -> Mapping[str, Entry]:
        """Return all entries; sentences with a name that is not known are those without it."""
        entries = dict(self.entries)
        if statement.issuer is None:
            for key in ("attribution", "attribution-short"):
                entries[key] = entries["attribution-unknown"]
        if statement.publisher is None:
            entries["about-source"] = entries["about-source-unknown"]
        return entries

    def language_name(self, code: str) -> str:
        """Return what the language with this ISO 639-1 code is called, else the code."""
        return str(self._locale.languages.get(code, code))

    def country_name(self, code: str) -> str:
        """Return what the country with this ISO 3166-1 code is called, else the code."""
        return str(self._locale.territories.get(code, code))

    def any_of(self, codes: Iterable[str]) -> str:
        """Return what the languages with these ISO 639-1 codes are called: Polish or English."""
        names = [self.language_name(code) for code in codes]
        return format_list(names, style="or", locale=self._locale)

    def number(self, value: float) -> str:
        """Return ``value`` as the language writes numbers."""
        return str(format_decimal(value, locale=self._locale))

    def day(self, day: date, *, weekday: bool = False) -> str:
        """Return ``day`` in words: 2 January 2022, or Sunday, 2 January 2022."""
        return _written(day, "full" if weekday else "long", self._locale)

    def days(self, first: date, last: date, *, weekday: bool = False) -> str:
        """Return a stretch of days in words, both ends included: 2–4 January 2022."""
        if first == last:
            return self.day(first, weekday=weekday)
        formats = self._locale.interval_formats
        wide, short = formats.get("yMMMMd"), formats["yMMMd"]
        part = "y" if first.year != last.year else "M" if first.month != last.month else "d"
        # Babel takes short months where a locale has no interval with long ones: 2–4 Jan 2022.
        patterns = wide[part] if wide else [each.replace("MMM", "MMMM") for each in short[part]]
        ends = zip(patterns, (first, last), strict=True)
        return "".join(_written(day, pattern, self._locale) for pattern, day in ends)

    def calendar_day(self, day: date) -> str:
        """Return ``day`` as a calendar writes it: Sun 2 Jan."""
        return format_date(day, "EEE d MMM", locale=self._locale)

    def calendar_names(self, days: Sequence[date]) -> list[str]:
        """Return names that tell ``days`` apart, which are in order.

        Within a year they are as a calendar writes them, Sun 2 Jan; over more they are the shortest
        that will do, of 2022, Jan 2022 and 2 Jan 2022.
        """
        if not days or (days[-1] - days[0]).days < DAYS_WITHIN_A_YEAR:
            return [self.calendar_day(day) for day in days]
        names: list[str] = []
        for pattern in ("y", "LLL y", "d MMM y"):
            names = [format_date(day, pattern, locale=self._locale) for day in days]
            if len(set(names)) == len(names):
                break
        return names

    def date_of(self, event: Event, timeline: Timeline) -> str:
        """Return in words when ``event`` happened, as far as the text tells; see :meth:`when`."""
        return self.when(event.when, timeline.interval(event), throughout=event.throughout)

    def when(
        self, when: When | None, interval: Interval | None, *, throughout: bool = False
    ) -> str:
        """Return a date in words: a day, "some time on 2–4 January 2022", "not before …".

        An interval reads as a duration, "2–4 January 2022", only for what lasted ``throughout``.
        ``when`` says, by its qualifier, whether the date is approximate or uncertain.
        """
        if interval is None:
            return self.words("undated")
        qualifier = when.qualifier if when else ""
        is_about = qualifier in {"~", "%"}
        if interval.start and interval.end:
            text = self._closed(interval.start, interval.end, is_about, throughout)
        else:
            text = self._one_sided(interval, is_about, throughout)
        return self.words("uncertain-date", date=text) if qualifier in {"?", "%"} else text

    def date_typed(self, when: When) -> str:
        """Return a date as somebody would type it, to be read as the same again; else EDTF."""
        if when.qualifier in {"?", "%"}:
            return str(when)
        is_about = when.qualifier == "~"
        if when.start and when.end:
            text = self._name(when.start, when.end, as_object=is_about)
            return self.words("about-date", date=text) if is_about else text
        end = when.start or when.end
        if is_about or end is None:
            return str(when)
        return self.words("lasting-from" if when.start else "lasting-until", date=self.day(end))

    def _one_sided(self, interval: Interval, is_about: bool, throughout: bool) -> str:
        end = interval.start or interval.end
        assert end is not None
        day = self.words("about-date", date=self.day(end)) if is_about else self.day(end)
        if interval.start:
            return self.words("lasting-from" if throughout else "not-before", date=day)
        return self.words("lasting-until" if throughout else "not-after", date=day)

    def _closed(self, start: date, end: date, is_about: bool, throughout: bool) -> str:
        if is_about:
            text = self.words("about-date", date=self._name(start, end, as_object=True))
        elif start == end or throughout:
            text = self._name(start, end)
        else:
            text = self._within(start, end)
        return text if start == end or throughout else self.words("some-time", when=text)

    def _name(self, start: date, end: date, *, as_object: bool = False) -> str:
        """Return what the days are called: a day, a month, a year or a stretch of days.

        ``as_object`` is for after "about": "około stycznia 2022", where alone it is "styczeń 2022".
        """
        if _is_years(start, end) and start.year == end.year:
            return self.words("the-year", year=start.year) if as_object else f"{start.year}"
        if _is_months(start, end) and start.month == end.month and start.year == end.year:
            pattern = "MMMM y" if as_object else "LLLL y"
            return format_date(start, pattern, locale=self._locale)
        return self.days(start, end)

    def _within(self, start: date, end: date) -> str:
        """Return the days with the preposition that tells that something lies within them."""
        is_one_year = start.year == end.year
        if _is_years(start, end):
            key = "in-year" if is_one_year else "in-years"
            return self.words(key, year=start.year, end=end.year)
        is_one_month = is_one_year and start.month == end.month
        if not is_one_month:
            return self.words("from-to", **self._from_to(start, end))
        if _is_months(start, end):
            in_month = self.entries["in-month"]
            assert not isinstance(in_month, str)
            return in_month[str(start.month)].format(year=start.year)
        return self.words("on-days", days=self.days(start, end))

    def _from_to(self, start: date, end: date) -> dict[str, str]:
        if _is_months(start, end):
            first = "MMMM" if start.year == end.year else "MMMM y"
            return {
                "start": format_date(start, first, locale=self._locale),
                "end": format_date(end, "MMMM y", locale=self._locale),
            }
        if start.year == end.year:
            first_day = format_skeleton("MMMMd", start, locale=self._locale)
            return {"start": first_day, "end": self.day(end)}
        return {"start": self.day(start), "end": self.day(end)}


@lru_cache(maxsize=2_000)
def _written(day: date, pattern: str, locale: Locale) -> str:
    """Return ``day`` in words; thousands of events share a few days."""
    return format_date(day, pattern, locale=locale)


def _is_months(start: date, end: date) -> bool:
    """Whether the days are whole months."""
    return start.day == 1 and end.day == monthrange(end.year, end.month)[1]


def _is_years(start: date, end: date) -> bool:
    return _is_months(start, end) and start.month == 1 and end.month == 12


def told_or(
    text: Text | None, unknown: str, languages: Mapping[str, Language]
) -> Mapping[str, str]:
    """Return ``text`` by the language that it is in, else the words at ``unknown`` in each."""
    if text:
        return text.shown_to(languages)
    return {code: each.words(unknown) for code, each in languages.items()}


def radius_key(kind: PlaceKind) -> str:
    """Return the key of what the radius of such a place says: an error, or how far it reaches."""
    return {PlaceKind.SITE: "radius", PlaceKind.CITY: "radius-city"}.get(kind, "radius-area")


@cache
def languages() -> Mapping[str, Language]:
    """Return the languages there are, by code, in the order of their codes."""
    found = {}
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        code, _, ending = file.name.rpartition(".")
        if ending == "toml":
            found[code] = Language(code, tomllib.loads(file.read_text(encoding="utf-8")))
    return found
