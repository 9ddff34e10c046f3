"""A sheet for TimelineJS (https://timeline.knightlab.com/docs/using-spreadsheets.html).

Its columns are those of TimelineJS' own template. Headline and text are HTML there, so they are
escaped. A row needs a year: what has no date stands in the text of the title row, with its
paragraphs, so that nothing is lost; and a date says what it rests on.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from statement_map.exporting.rows import attributions
from statement_map.exporting.source import ExportSource
from statement_map.exporting.spreadsheet import as_text
from statement_map.language import Language, languages
from statement_map.model import Event
from statement_map.timeline import Grade, Interval

COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time"),
    *("Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption"),
    *("Media Thumbnail", "Type", "Group", "Background"),
)
CONTEXT = "statement-map"
"""The class of what stands below a text and does not belong to it: who says so, and where."""


def export(source: ExportSource) -> bytes:
    """Return the title row and a row for each event with a date, in the statement's language."""
    known = languages()
    language = known.get(source.atlas.statement.language) or known["en"]
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, restval="")
    writer.writeheader()
    writer.writerow(_title(source, language))
    topics = {topic.id: topic.title for topic in source.atlas.statement.topics}
    for event in source.atlas.events:
        if interval := source.timeline.interval(event):
            group = as_text(topics[event.topic].read(language.code))
            writer.writerow(_row(source, event, interval, language) | {"Group": group})
    return stream.getvalue().encode("utf-8-sig")


def _title(source: ExportSource, language: Language) -> dict[str, str]:
    statement = source.atlas.statement
    undated = [event for event in source.atlas.events if not source.timeline.interval(event)]
    told = "; ".join(f"{_first(event, language)} ({_where(event, language)})" for event in undated)
    lines = [attributions(source)[language.code]]
    if told:
        lines.append(f"{language.words('undated')}: {told}")
    return {
        "Headline": _html(statement.title.read(language.code)),
        "Text": _context(lines),
        "Type": "title",
    }


def _row(
    source: ExportSource, event: Event, interval: Interval, language: Language
) -> dict[str, str]:
    return {
        **_ends(interval),
        "Display Date": as_text(_display(event, interval, source.timeline.grade(event), language)),
        "Headline": _html(_first(event, language)),
        "Text": _html(event.text.read(language.code)) + _context(_lines(source, event, language)),
    }


def _ends(interval: Interval) -> dict[str, str]:
    """Return the columns of a date; where one end is open, the other stands alone."""
    start = interval.start or interval.end
    assert start, "an interval has an end"
    end = interval.end if interval.end != start else None
    return {**_day("", start), **(_day("End ", end) if end else {})}


def _day(prefix: str, day: date) -> dict[str, str]:
    parts = {"Year": day.year, "Month": day.month, "Day": day.day}
    return {f"{prefix}{name}": str(number) for name, number in parts.items()}


def _display(event: Event, interval: Interval, grade: Grade, language: Language) -> str:
    when = language.when(event.when, interval, throughout=event.throughout)
    return f"{when} ({language.words(f'look-{grade.value}')})"


def _lines(source: ExportSource, event: Event, language: Language) -> Iterator[str]:
    names = [source.atlas.places[each.id].names.read(language.code) for each in event.places]
    if names:
        yield f"{language.words('places')}: {', '.join(dict.fromkeys(names))}"
    yield _where(event, language)
    yield attributions(source)[language.code]
    if not event.reviewed:
        yield language.words("not-reviewed")


def _first(event: Event, language: Language) -> str:
    return event.title.read(language.code)


def _where(event: Event, language: Language) -> str:
    return f"{language.words('paragraph')} {', '.join(map(str, event.paragraphs))}"


def _context(lines: Iterable[str]) -> str:
    return f'<p class="{CONTEXT}">{"<br>".join(map(_html, lines))}</p>'


def _html(text: str) -> str:
    return as_text(escape(text, quote=False))
