"""The text of the statement, which the data files quote but do not contain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from statement_map.errors import DataError
from statement_map.fields import EVERY
from statement_map.model import Atlas, Passage, Statement
from statement_map.reading.data import Reading
from statement_map.reading.messages import Loc, quoted
from statement_map.reading.paragraphs import split_paragraphs


def compare_with_text(reading: Reading, text: bytes) -> list[DataError]:
    """Return where the data and the ``text`` of the statement, in UTF-8, differ.

    A phrase or quotation has to stand in a paragraph of its event, word for word; those of the
    statement itself may stand anywhere, and a cue also in a paragraph of the neighbour that it
    binds to.
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
    errors += _miscounted(reading, paragraphs)
    errors += _misdrawn(reading, paragraphs)
    return sorted(errors, key=lambda e: e.line or 0)


def _miscounted(reading: Reading, paragraphs: Mapping[int, str]) -> Iterator[DataError]:
    """Yield the loaded words that do not stand in the paragraphs that the data give for them."""
    for position, word in enumerate(reading.atlas.statement.words or ()):
        stem = word.stem.casefold()
        there = [n for n, text in paragraphs.items() for _ in range(text.casefold().count(stem))]
        if there != sorted(word.paragraphs):
            found, right = (", ".join(map(str, each)) for each in (word.paragraphs, there))
            fault = f"is not where {quoted(word.stem)} stands; found {found}; write [{right}]"
            yield reading.document.error(("statement", "words", position, "paragraphs"), fault)


def _misdrawn(reading: Reading, paragraphs: Mapping[int, str]) -> Iterator[DataError]:
    """Yield the paragraphs whose bars are not as long as what stands there."""
    for number, bars in enumerate(reading.atlas.statement.bars, start=1):
        rest = text = paragraphs.get(number, "")
        for bar in bars:
            length = int(bar) if bar.isdecimal() else len(bar)
            if length > len(rest) or not (bar.isdecimal() or rest.startswith(bar)):
                break
            rest = rest[length:]
        else:
            if not rest:
                continue
        fault = f"are not those of paragraph {number}; found {', '.join(bars)}; "
        fault += f"write numbers and quotations that make up its {len(text)} characters"
        yield reading.document.error(("statement", "bars", number - 1), fault)


Verbatim = Iterator[tuple[Loc, str, tuple[int, ...]]]
"""Words that are quoted, where they stand in events.yaml, and their paragraphs."""


def _verbatim(atlas: Atlas) -> Verbatim:
    """Yield all that is quoted; what has no paragraphs may stand anywhere in the text."""
    yield from _of_statement(atlas.statement)
    paragraphs_of = {event.id: event.paragraphs for event in atlas.events}
    for position, event in enumerate(atlas.events):
        loc = ("events", position)
        if event.when_phrase:
            yield (*loc, "when_phrase"), event.when_phrase, event.paragraphs
        for side, ids, cues in event.bounds:
            for id_, words in cues.items():
                neighbours = ids if id_ == EVERY else (id_,)
                around = [n for other in neighbours for n in paragraphs_of.get(other, ())]
                where = tuple(dict.fromkeys([*event.paragraphs, *around]))
                yield (*loc, f"{side}_cue", id_), words, where
        for number, mention in enumerate(event.places):
            yield (*loc, "places", number, "phrase"), mention.phrase, event.paragraphs
        yield (*loc, "quote"), event.quote, event.paragraphs


def _of_statement(statement: Statement) -> Verbatim:
    for number, mention in enumerate(statement.places):
        yield ("statement", "places", number, "phrase"), mention.phrase, ()
    lists: dict[Loc, tuple[Passage, ...]] = {
        ("numbers",): statement.numbers or (),
        ("sources",): statement.sources or (),
    }
    for number, voice in enumerate(statement.voices or ()):
        lists["voices", number, "mentions"] = voice.mentions
    for loc, passages in lists.items():
        for number, passage in enumerate(passages):
            yield ("statement", *loc, number, "phrase"), passage.phrase, (passage.paragraph,)
    for number, link in enumerate(statement.chain):
        if link.phrase:
            yield ("statement", "chain", number, "phrase"), link.phrase, ()
