"""How the map is cited: the source, and as a thing apart the map that tells it."""

from __future__ import annotations

from datetime import date

from statement_map.language import Language
from statement_map.model import Basis, Statement
from statement_map.timeline import Interval


def cite(statement: Statement, language: Language, link: str, today: date) -> str:
    """Return the source and, as a thing apart, the map that tells it and the day it was seen."""
    when = statement.published
    day = language.when(when, Interval(when.start, when.end))
    if statement.published_basis is not Basis.STATED:
        day = language.words("share-cite-undated", date=day)
    accessed = statement.accessed
    return language.words(
        "share-cite",
        issuer=_start(language.issuer(statement)),
        title=statement.title.read(language.code),
        publisher=_start(language.publisher(statement)),
        date=day,
        url=statement.url or language.words("url-unknown"),
        accessed=language.words("share-cite-accessed", date=language.day(accessed))
        if accessed
        else "",
        link=link,
        today=language.day(today),
    )


def _start(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
