"""What an editor adds for weighing a source holds together; what it counts, `test_balance.py`."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from statement_map.criticism import ChainLink, Comparison, LoadedWord, OtherAccount, Passage, Voice

WHO = {"en": "The President"}
MENTION = {"paragraph": 1, "phrase": "said Prezydent K.Tokajew"}


def faults(model: type[BaseModel], **values: Any) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(values)
    return [error["msg"].removeprefix("Value error, ") for error in caught.value.errors()]


def test_a_name_stands_in_one_of_its_mentions() -> None:
    voice = {"who": WHO, "speech": "reported", "mentions": [MENTION]}
    assert Voice.model_validate({**voice, "named": "K.Tokajew"}).named == "K.Tokajew"
    assert Voice.model_validate(voice).named is None
    assert faults(Voice, **voice, named="Tokayev") == [
        "is named in none of its mentions; found 'Tokayev'; write a name that stands in one of them"
    ]


def test_what_is_stated_is_so_in_words() -> None:
    step = {"step": {"en": "The embassy asked for it"}}
    assert ChainLink.model_validate({**step, "basis": "inferred"}).phrase is None
    assert ChainLink.model_validate({**step, "basis": "stated", "phrase": "na prośbę"}).phrase
    assert faults(ChainLink, **step, basis="stated") == [
        "is stated but lacks the words that state it; found basis 'stated'; "
        "write 'phrase', or another basis"
    ]


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Voice, {"who": WHO, "speech": "none", "mentions": []}),
        (LoadedWord, {"stem": "terroryst", "means": WHO, "paragraphs": []}),
        (Comparison, {"paragraphs": [], "question": WHO}),
        (Passage, {"paragraph": 0, "phrase": "a"}),
        (OtherAccount, {"name": WHO, "url": "example.org"}),
        (Voice, {"who": WHO, "speech": "shouted", "mentions": [MENTION]}),
    ],
)
def test_nothing_is_about_nothing(model: type[BaseModel], values: dict[str, Any]) -> None:
    assert len(faults(model, **values)) == 1
