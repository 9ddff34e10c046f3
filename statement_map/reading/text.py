"""The text of the statement, which the data files quote but do not contain."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from statement_map.errors import DataError
from statement_map.model import Atlas
from statement_map.reading.data import Reading
from statement_map.reading.files import split_lines
from statement_map.reading.messages import Loc, quoted

_BULLET = "•"


def split_paragraphs(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the introduction of ``text`` and its paragraphs, which start with bullets."""
    introduction: list[str] = []
    paragraphs: list[list[str]] = []
    for line in split_lines(text):
        if line.lstrip().startswith(_BULLET):
            paragraphs.append([line.lstrip().removeprefix(_BULLET)])
        else:
            (paragraphs[-1] if paragraphs else introduction).append(line)
    return "\n".join(introduction).strip(), tuple("\n".join(p).strip() for p in paragraphs)


def compare_with_text(reading: Reading, text: bytes) -> list[DataError]:
    """Return where the data and the ``text`` of the statement, in UTF-8, differ.

    A phrase or quotation has to stand in a paragraph of its event, word for word; those of the
    statement itself may stand anywhere.
    """
    statement, error = reading.atlas.statement, reading.document.error
    decoded = text.decode("utf-8-sig", errors="replace")
    paragraphs = dict(enumerate(split_paragraphs(decoded)[1], start=1))
    errors = []
    if (digest := sha256(text).hexdigest()) != statement.sha256:
        fault = f"is not that of the text; found {statement.sha256}; write {digest}"
        errors.append(error(("statement", "sha256"), fault))
    if len(paragraphs) != statement.paragraphs:
        fault = f"are not those of the text; found {statement.paragraphs}; write {len(paragraphs)}"
        errors.append(error(("statement", "paragraphs"), fault))
    for loc, phrase, numbers in _verbatim(reading.atlas):
        texts = [paragraphs.get(number, "") for number in numbers] if numbers else [decoded]
        if not any(phrase in text for text in texts):
            where = f"paragraph {' or '.join(map(str, numbers))}" if numbers else "the text"
            fault = f"is not in {where}; found {quoted(phrase)}; write it as it stands there"
            errors.append(error(loc, fault))
    return sorted(errors, key=lambda e: e.line or 0)


def _verbatim(atlas: Atlas) -> Iterator[tuple[Loc, str, tuple[int, ...]]]:
    """Yield all that is quoted, where it stands in events.yaml, and its paragraphs."""
    for number, mention in enumerate(atlas.statement.places):
        yield ("statement", "places", number, "phrase"), mention.phrase, ()
    facts = {"numbers": atlas.statement.numbers, "sources": atlas.statement.sources}
    for key, passages in facts.items():
        for number, passage in enumerate(passages or ()):
            yield ("statement", key, number, "phrase"), passage.phrase, (passage.paragraph,)
    for position, event in enumerate(atlas.events):
        loc = ("events", position)
        if event.when_phrase:
            yield (*loc, "when_phrase"), event.when_phrase, event.paragraphs
        for number, mention in enumerate(event.places):
            yield (*loc, "places", number, "phrase"), mention.phrase, event.paragraphs
        yield (*loc, "quote"), event.quote, event.paragraphs
