"""What the handout is told: all that the map, the card and the accounts are, and all words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from statement_map.base_map import AFAR, names_for, read_tile
from statement_map.card_view import card_content
from statement_map.exporting.handout.packing import pack
from statement_map.exporting.source import ExportSource, write_json
from statement_map.language import languages
from statement_map.map_view import map_content
from statement_map.timeline import Interval

_GROUND_BYTES = 600_000  # with all else the file of the statement stays under 1.5 MB
_NOT_HERE = (
    "balance-",
    "code-",
    "cover-",
    "data-",
    "draft",
    "keys-",
    "reader",
    "review",
    "share-",
    "view",
)
"""How the keys of those words begin that only the app needs, or that are written out already."""


def build_content(source: ExportSource) -> dict[str, Any]:
    """Return the content of the map and that of the card as one, with what the page adds to it."""
    known, statement = languages(), source.atlas.statement
    of_map = map_content(source.atlas, source.timeline, known)
    of_card = card_content(source.atlas, source.timeline, known)
    when = Interval(statement.published.start, statement.published.end)
    published = {code: each.when(statement.published, when) for code, each in known.items()}
    return {
        **of_card,
        **of_map,
        "standalone": True,
        "boundaries": pack(write_json(source.boundaries).encode()),
        "ground": _ground(source),
        "words": {code: _words(each.entries_for(statement)) for code, each in known.items()},
        "statement": {
            **of_card["statement"],
            "title": statement.title.root,
            "published": published,
            "published_basis": statement.published_basis,
        },
        **{name: _joined(of_map[name], of_card[name]) for name in ("steps", "places", "events")},
    }


def _words(entries: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page may have to say in the browser."""
    return {
        key: entry
        for key, entry in entries.items()
        if key == "share-licence" or not key.startswith(_NOT_HERE)
    }


def _ground(source: ExportSource) -> dict[str, str]:
    """Return addresses that hold the tiles of the base map, as far as the file has room for them.

    Those seen from afar come first: without one of them the map would end in the middle of a view.
    """
    names = names_for(source.atlas, source.boundaries)
    room = _GROUND_BYTES
    addresses = {}
    for name in sorted(names, key=lambda name: int(name[0]) != AFAR):
        packed = pack(read_tile(name))
        if len(packed) <= room:
            addresses[name] = packed
            room -= len(packed)
    return addresses


def _joined(
    of_map: Sequence[Mapping[str, Any]], of_card: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return the items of map and card joined by id, or by date, in the order of the card's.

    Where both have a key, the value is the card's.
    """
    by_id = {_name(each): each for each in of_map}
    return [{**by_id.get(_name(each), {}), **each} for each in of_card]


def _name(each: Mapping[str, Any]) -> Any:
    return each.get("id") or each["date"]
