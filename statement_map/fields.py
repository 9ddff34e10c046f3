"""The types of the model's fields, each with what it takes from a file and why it refuses it.

A check fails with a ``ValueError`` whose text says what was found and what to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    PlainSerializer,
    RootModel,
    WithJsonSchema,
    model_validator,
)

from statement_map.when import When, read_date, read_when

AnyModel = TypeVar("AnyModel", bound=BaseModel)
"""A class of the model, of what takes one and returns the same."""

LONGEST_BAR = 9999
"""A stretch of so many characters is longer than a page of a book."""

QUOTE_WORDS = 12
"""The longest verbatim quotation, in words: enough to find the spot, not the text itself."""

MAX_PARAGRAPHS = 100_000
"""More paragraphs than any text has; a slip of the keyboard should not take all memory."""

CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""A character that no text needs: control codes, breaks that only some programs see, halves of
others, and codes that turn the order of the letters around them; right-to-left scripts do
without."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BOUNDARY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?|water(-[a-z]+)+")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,17}")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]+)?")


def _check_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError(
            f"is not an id; found {value!r}; write small letters, digits and hyphens, "
            "such as 'almaty-airport'"
        )
    return value


def is_well_formed(word: str) -> bool:
    """Return whether ``word`` is written as an id or as the code of an outline."""
    return bool(_ID.fullmatch(word) or _BOUNDARY.fullmatch(word))


def _check_boundary(value: str) -> str:
    if not _BOUNDARY.fullmatch(value):
        raise ValueError(
            f"is not an ISO 3166 code, nor a water; found {value!r}; "
            "write one such as 'KZ', 'KZ-MAN' or 'water-balkhash'"
        )
    return value


def _check_words(value: str) -> str:
    if not value.strip():
        raise ValueError("is blank; found nothing but white space; write some text")
    if found := CONTROL.search(value):
        raise ValueError(f"holds a control character; found {found.group()!r}; remove it")
    return value


def _check_bar(value: str) -> str:
    if value.isdecimal() and not 1 <= int(value) <= LONGEST_BAR:
        raise ValueError(
            f"is no number of characters; found {value!r}; write one from 1 to {LONGEST_BAR}"
        )
    return value


def _check_url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", value):
        raise ValueError(
            f"is not a web address; found {value!r}; write one that starts with https://"
        )
    return value


def _check_language(value: str) -> str:
    if not re.fullmatch("[a-z]{2}", value):
        raise ValueError(
            f"is not a language; found {value!r}; write a code of two letters, such as 'en'"
        )
    return value


def _check_quote(value: str) -> str:
    if (words := len(value.split())) > QUOTE_WORDS:
        raise ValueError(
            f"is too long a quotation; found {words} words; write at most {QUOTE_WORDS}"
        )
    return value


def as_list(value: Any) -> Any:
    """Return a single ``value`` as a list of one, for fields that take one or several."""
    return value if isinstance(value, (list, tuple)) else [value]


# The next five read text from a file, and more narrowly than pydantic: it takes 0123, 1_000 and
# nan for numbers, "on" for true and 1641081600 for a date.
def _read_whole(value: Any) -> Any:
    if isinstance(value, str) and not _WHOLE.fullmatch(value):
        raise ValueError(f"is not a whole number; found {value!r}; write digits, such as 12")
    return value


def _read_decimal(value: Any) -> Any:
    if isinstance(value, str) and not _DECIMAL.fullmatch(value):
        if _DECIMAL.fullmatch(with_point := value.replace(",", ".", 1)):
            raise ValueError(f"has a decimal comma; found {value!r}; write {with_point}")
        raise ValueError(f"is not a decimal number; found {value!r}; write one such as 43.25")
    return value


def _read_answer(value: Any) -> Any:
    if isinstance(value, str):
        if value not in {"yes", "no"}:
            raise ValueError(f"is neither yes nor no; found {value!r}; write yes or no")
        return value == "yes"
    return value


def _read_flag(value: Any) -> Any:
    if isinstance(value, str) and value not in {"true", "false"}:
        raise ValueError(f"is neither true nor false; found {value!r}; write true or false")
    return value


def _read_day(value: Any) -> Any:
    if isinstance(value, str) and not (len(value) == 10 and read_date(value)):
        raise ValueError(f"is not a day; found {value!r}; write one such as 2022-01-02")
    return value


EVERY = ""
"""Stands in :data:`Cues` for all that its side of a date has."""


def _as_cues(value: Any) -> Any:
    """Return words alone as those of every neighbour."""
    if isinstance(value, str):
        return {EVERY: value}
    if isinstance(value, Mapping) and EVERY not in value:
        return value
    found = "a list" if isinstance(value, list) else "a blank id"
    raise ValueError(
        f"is neither words nor words by event; found {found}; "
        "write the words, or 'id: words' for each event"
    )


def _write_cues(cues: Mapping[str, str]) -> str | Mapping[str, str]:
    return cues.get(EVERY) or cues


def _check_cue_id(value: str) -> str:
    return value if value == EVERY else _check_id(value)


Id = Annotated[str, AfterValidator(_check_id)]
Ids = Annotated[
    tuple[Id, ...], BeforeValidator(as_list, json_schema_input_type=Id | tuple[Id, ...])
]
BoundaryId = Annotated[str, AfterValidator(_check_boundary)]
LanguageCode = Annotated[str, AfterValidator(_check_language)]
Words = Annotated[str, AfterValidator(_check_words)]
Quote = Annotated[Words, AfterValidator(_check_quote)]
Cues = Annotated[
    Mapping[Annotated[str, AfterValidator(_check_cue_id)], Words],
    BeforeValidator(_as_cues, json_schema_input_type=Words | Mapping[Id, Words]),
    PlainSerializer(_write_cues),
]
Bar = Annotated[
    Words,
    BeforeValidator(
        lambda value: str(value) if type(value) is int else value,
        json_schema_input_type=Annotated[int, Field(ge=1)] | Words,
    ),
    AfterValidator(_check_bar),
]
"""A stretch of a paragraph: how many characters are not shown, or words that a quotation gives."""
Url = Annotated[Words, AfterValidator(_check_url)]
Count = Annotated[int, Field(ge=1, le=MAX_PARAGRAPHS), BeforeValidator(_read_whole)]
Decimal = Annotated[float, Field(allow_inf_nan=False), BeforeValidator(_read_decimal)]
Flag = Annotated[bool, BeforeValidator(_read_flag)]
YesNo = Annotated[bool, BeforeValidator(_read_answer, json_schema_input_type=Literal["yes", "no"])]
Day = Annotated[date, BeforeValidator(_read_day)]
WhenField = Annotated[
    InstanceOf[When],
    BeforeValidator(lambda value: read_when(value) if isinstance(value, str) else value),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "description": "EDTF: 2022-01-02, 2022-01, 2022-01-02/.."}),
]


class Frozen(BaseModel):
    """A value of the data files: built once, with no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Text(RootModel[Mapping[LanguageCode, Words]]):
    """One text in several languages, keyed by ISO 639-1 code (``pl``, ``en``)."""

    model_config = ConfigDict(frozen=True)

    def read(self, language: str) -> str:
        """Return the text as readers of ``language`` are shown it; see :meth:`shown_in`."""
        return self.root[self.shown_in(language)]

    def shown_in(self, language: str) -> str:
        """Return the language that readers of ``language`` are shown the text in.

        It is their own; else English, which more of them read than any other; else the first that
        the data give. Nothing is left out for want of a translation, and none is made up.
        """
        return next((code for code in (language, "en") if code in self.root), next(iter(self.root)))

    def shown_to(self, languages: Iterable[str]) -> dict[str, str]:
        """Return what readers of ``languages`` are shown, under the language that it is in."""
        needed = {self.shown_in(language) for language in languages}
        return {code: text for code, text in self.root.items() if code in needed}

    @model_validator(mode="after")
    def _has_a_language(self) -> Self:
        if not self.root:
            raise ValueError("has no language; found {}; write at least one, such as 'en: ...'")
        return self


class Basis(StrEnum):
    """What a date, or another thing that is said of the text, rests on."""

    STATED = "stated"
    INFERRED = "inferred"
    NONE = "none"
