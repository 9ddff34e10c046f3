"""Places of short texts of the six forms, by kind: quarters, old names, namesakes, who is no place.

The answers were written before the rules were looked at; those that still come out otherwise are
counted in docs/drafting.md and are not here.
"""

from pathlib import Path

import pytest
import yaml

from statement_map.drafting.proposing import Details, draft
from statement_map.prose.text import build_source
from tests.drafting.measuring import outlines, world
from tests.drafting.strict import Found, match_places

PLACING = Path(__file__).parent / "placing"


def _rows() -> list[tuple[str, str, dict[str, str]]]:
    rows: list[tuple[str, str, dict[str, str]]] = []
    for path in sorted(PLACING.glob("*.yaml")):
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        rows += [(path.stem, text, points) for _, text, points in content]
    return rows


@pytest.mark.parametrize(("language", "text", "points"), _rows())
def test_places_lie_where_they_are(language: str, text: str, points: dict[str, str]) -> None:
    source = build_source("own", text, language)
    proposal = draft(source, outlines(), Details(), world=world())
    places = {it.id: it for it in proposal.places}
    named = {it.id: it.phrase for event in proposal.events for it in event.places}
    found = [Found(places[id_], phrase) for id_, phrase in named.items()]
    right = match_places(points, found, points)
    assert sorted(right) == sorted(points)
    assert [it.phrase for it in found if it.claims_a_spot and it not in right.values()] == []
