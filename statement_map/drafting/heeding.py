"""What the answers of a language model change in a draft: names, titles, and comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from statement_map.drafting.asking import LanguageModel, ModelAnswer
from statement_map.drafting.telling import Note
from statement_map.model import Event, Text
from statement_map.prose.text import SourceText
from statement_map.temporal_tagging import DateMark


@dataclass
class Advice:
    """What a model said of the paragraphs of a text, and of which it said nothing."""

    source: SourceText
    answers: dict[int, ModelAnswer] = field(default_factory=dict)
    silent: dict[int, str] = field(default_factory=dict)

    @property
    def names(self) -> Mapping[int, Sequence[str]]:
        """The words that it takes for names of places, by paragraph."""
        return {number: answer.places for number, answer in self.answers.items()}

    def entitle(self, events: Sequence[Event]) -> Iterator[Event]:
        """Yield the events, those with its title for which it has one of their words."""
        language = self.source.language
        taken = {event.title.read(language) for event in events}
        for event in events:
            told = event.text.read(language)
            titles = (
                title
                for number in event.paragraphs
                for title in self.answers.get(number, ModelAnswer()).titles.values()
                if title and title in told and title not in taken
            )
            if title := next(titles, None):
                taken.add(title)
                yield event.model_copy(update={"title": Text({language: title})})
            else:
                yield event

    def notes(self, dates: Sequence[DateMark], events: Sequence[Event]) -> Iterator[Note]:
        """Yield what it sees and no rule reads, and where it was silent."""
        lines = {number: paragraph.line for number, paragraph in self.source.numbered}
        for number, answer in self.answers.items():
            read = [mark.phrase for mark in dates if mark.paragraph == number]
            told = [
                event.text.read(self.source.language).removesuffix("…")
                for event in events
                if number in event.paragraphs
            ]
            for phrase in answer.dates:
                if not _is_among(phrase, read):
                    yield self._note(lines[number], f"the model sees a date: {phrase}", events)
            for words in answer.titles:
                if not _is_among(words, told):
                    yield self._note(lines[number], f"the model sees an event: {words}", events)
        for number, why in self.silent.items():
            yield self._note(lines[number], f"the model said nothing of this: {why}", events)

    def _note(self, line: int, message: str, events: Sequence[Event]) -> Note:
        return Note(line, len(events), message)


def ask(model: LanguageModel | None, source: SourceText) -> Advice:
    """Return what ``model`` says of a text, nothing if there is none."""
    advice = Advice(source)
    if model is not None:
        paragraphs = {number: it.text for number, it in source.numbered if it.text}
        advice.answers.update(model.read_all(paragraphs, advice.silent.__setitem__))
    return advice


def _is_among(words: str, others: Sequence[str]) -> bool:
    return any(words in other or other in words for other in others)
