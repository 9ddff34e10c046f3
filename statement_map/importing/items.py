"""Lists of objects in JSON: whose they are, and what each says by a table's columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_PARTS = ("year", "month", "day")


def find_items(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list, each to be a row; empty if ``value`` holds no one list.

    What TimelineJS and StoryMapJS write gets the columns of TimelineJS' sheet. An answer of a
    SPARQL service has its values alone. Else it is the list itself, or the only one in an object.
    """
    match value:
        case {"events": [{"start_date": {}}, *_]}:
            return list(_timeline(value))
        case {"storymap": {"slides": [{}, *_] as slides}}:
            return list(map(_slide, _objects(slides)))
        case {"results": {"bindings": [{}, *_] as bindings}}:
            return [_bound(each) for each in _objects(bindings)]
        case [{}, *_]:
            return _objects(value) if all(isinstance(it, Mapping) for it in value) else []
        case {**members}:
            lists = [it for it in members.values() if isinstance(it, list) and it]
            if len(lists) == 1 and all(isinstance(it, Mapping) for it in lists[0]):
                return _objects(lists[0])
    return []


def _objects(values: list[Any]) -> list[dict[str, Any]]:
    return [dict(each) for each in values if isinstance(each, Mapping)]


def _bound(binding: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: each.get("value") if isinstance(each, Mapping) else each
        for name, each in binding.items()
    }


def _timeline(timeline: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if isinstance(title := timeline.get("title"), Mapping):
        yield {**_told(title), "Type": "title"}
    for each in _objects(timeline["events"]):
        yield _event(each)
    eras = timeline.get("eras")
    for each in _objects(eras if isinstance(eras, list) else []):
        yield {**_event(each), "Type": "era"}


def _event(event: Mapping[str, Any]) -> dict[str, Any]:
    start = _member(event, "start_date")
    shown = event.get("display_date") or start.get("display_date")
    return {
        **_date("", start),
        **_date("End ", _member(event, "end_date")),
        "Display Date": shown,
        **_told(event),
        "Group": event.get("group"),
    }


def _slide(slide: Mapping[str, Any]) -> dict[str, Any]:
    place = _member(slide, "location")
    is_overview = slide.get("type") == "overview"
    return {
        "Date": slide.get("date"),
        **_told(slide),
        "Place": place.get("name"),
        "Lat": place.get("lat"),
        "Lon": place.get("lon"),
        "Type": "title" if is_overview else None,
    }


def _told(slide: Mapping[str, Any]) -> dict[str, Any]:
    words = _member(slide, "text")
    media = _member(slide, "media").get("url")
    return {"Headline": words.get("headline"), "Text": words.get("text"), "Media": media}


def _date(prefix: str, parts: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{prefix}{part.title()}": parts.get(part) for part in _PARTS}


def _member(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    member = value.get(name)
    return member if isinstance(member, Mapping) else {}
