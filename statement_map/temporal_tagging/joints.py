"""What joins dates in a language, and what around a date tells something of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from statement_map.prose.languages import LanguageTable

JOINTS: Mapping[str, str] = {
    "year_alone": "a sentence that is only a year",
    "year_of_title": "a line of a title that has no other date: Karakoram diary 1957",
    "apposed": "between a time and its date: nine years later, in June 1989",
    "that_is": "between a date and what explains it: 5 May, that is two days before the vote",
    "of": "between a date and its year: the spring of that year",
    "of_week": "between a weekday and its week: Friday of last week",
    "listed": "between two dates of a list: 3 May, 5 June and 7 July",
    "year_said": "a year with a word that says so: in the year 1872",
    "then": "between the ends of a stretch: mid-May to late June",
    "between_and": "between its ends, behind a word such as between",
    "both": "between two seasons of one year: in summer and autumn 1939",
    "between": "right before a stretch, or at its start, whose ends are joined by and",
    "to_end": "from the first day of a stretch to its last: from 6 May (8 p.m.) to 10 May",
    "hour_aside": "an hour between two days that are the ends of a stretch",
    "since": "at the start of a stretch",
    "beside": "all of a phrase that is counted from the date behind it: two days before",
    "eve": "at the end of a phrase that names the day before something",
    "of_something": "at the end of a phrase behind which something without a date may stand",
    "within_sentence": "at the start of a date that stands in a sentence and heads no entry",
    "attribute": "a year that says which of several is meant: the 2021 plan",
    "not_until": "before a date until which something had not happened",
    "not_before": "a denial with the bound behind it: will not open before Friday",
    "where": "between a place and the date of what only explains it: Dynów, where in 1901",
    "when": "between a year and the date in it: since 2019, when on 14 March",
    "of_document": "before the first digit of the date of a law or an agreement",
    "told": "before the date on which somebody spoke: she said on Friday",
    "clause": "what ends a clause",
    "goes_on": "between two clauses that each have a verb",
    "period": "before the days that a text reports of",
    "published": "before the day of the text itself",
    "at_hour": "the hour behind the day of the text itself",
    "weekday_beside": "the weekday behind a day that heads an entry",
    "documents": "what a text calls itself beside its date: situation report",
    "entry": "the number of a diary's entry before its date: Day 2",
    "these_days": "a line over what is so when a text is written, and has no day: Today",
    "forecast": "what stands over, or at the head of, what is expected: Outlook",
    "future": "words that speak of what is to come",
    "past": "words that speak of what is past",
    "present": "verbs in the present, which may speak of what is ahead: on Friday she sails",
    "in_dateline": "words in small letters between the place and the date of a dateline",
}
"""What the section ``[joining]`` of a table may have, each written as the phrases of rules are."""

_NEVER = re.compile(r"(?!)")


class Joints:
    """The patterns of :data:`JOINTS` in one language; one that it leaves out never matches."""

    def __init__(
        self,
        table: LanguageTable,
        patterns: Mapping[str, re.Pattern[str]],
        count: Callable[[str | None], int | None],
    ) -> None:
        """Know the ``patterns`` of a table, and what its words ``count``."""
        self.verbs = str(table.section("text").get("dictionary", ""))
        self.count = count
        self._patterns = patterns

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """Return the pattern of that name."""
        if name not in JOINTS:
            raise KeyError(name)
        return self._patterns.get(name, _NEVER)

    def joins(self, name: str, between: str) -> bool:
        """Return whether that is all that stands between two phrases."""
        return self[name].fullmatch(between) is not None
