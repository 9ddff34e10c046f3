"""What an editor adds for weighing a source (source criticism), each in keys of the statement.

None of it says what happened. Voices and loaded words are held against the text; the glossary is
the editor's; other accounts are outside, by name and address alone.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from statement_map.fields import Basis, Count, Frozen, Text, Url, Words


class Passage(Frozen):
    """Words of one paragraph; ``phrase`` is verbatim."""

    paragraph: Count
    phrase: Words


class Speech(StrEnum):
    """Whether a text lets somebody speak."""

    DIRECT = "direct"
    REPORTED = "reported"
    NONE = "none"


class Voice(Frozen):
    """Somebody, or some people, of whom the text speaks.

    ``named`` is a person's name as the text writes it. ``speech`` is ``direct`` where it quotes
    their words, ``reported`` where it tells in words of its own what they said or demanded.
    """

    who: Text
    named: Words | None = None
    speech: Speech
    mentions: Annotated[tuple[Passage, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_named_where_it_is_mentioned(self) -> Self:
        if self.named and not any(self.named in mention.phrase for mention in self.mentions):
            raise ValueError(
                f"is named in none of its mentions; found {self.named!r}; "
                "write a name that stands in one of them"
            )
        return self


class LoadedWord(Frozen):
    """A word that judges as it names.

    ``stem`` is how it stands in the text, whatever its ending and however large its letters;
    ``paragraphs`` has a number as often as the word stands in that paragraph.
    """

    stem: Words
    means: Text
    paragraphs: Annotated[tuple[Count, ...], Field(min_length=1)]


class Term(Frozen):
    """A word that a reader may not know, and what the editor says it means."""

    term: Text
    means: Text


class ChainLink(Frozen):
    """A step on the way of the text from who speaks to this map.

    ``basis`` is ``stated`` where the text says so, in words that ``phrase`` has; ``inferred``
    where an editor worked it out; ``none`` where it is not known.
    """

    step: Text
    basis: Basis
    phrase: Words | None = None

    @model_validator(mode="after")
    def _is_stated_in_words(self) -> Self:
        if self.basis is Basis.STATED and self.phrase is None:
            raise ValueError(
                "is stated but lacks the words that state it; found basis 'stated'; "
                "write 'phrase', or another basis"
            )
        return self


class OtherAccount(Frozen):
    """Where another account can be looked for; nothing of it is in the data."""

    name: Text
    url: Url
    about: Text | None = None


class Comparison(Frozen):
    """Paragraphs to read against each other, as a question."""

    paragraphs: Annotated[tuple[Count, ...], Field(min_length=1)]
    question: Text
