from pathlib import Path

import pytest

from statement_map.reading import read_atlas
from statement_map.reading.links import find_circles
from tests.reading.samples import (
    BOUNDARIES,
    EVENTS,
    KINDS,
    LOCATIONS,
    change,
    errors_in,
    warnings_in,
    write_data,
)


@pytest.mark.parametrize(
    ("links", "circles"),
    [
        ([], []),
        ([("a", "b"), ("b", "c"), ("a", "c")], []),
        ([("a", "a")], [["a", "a"]]),
        ([("c", "a"), ("a", "b"), ("b", "c"), ("x", "a")], [["a", "b", "c", "a"]]),
        ([("b", "a"), ("a", "b"), ("d", "c"), ("c", "d")], [["a", "b", "a"], ["c", "d", "c"]]),
    ],
)
def test_circles(links: list[tuple[str, str]], circles: list[list[str]]) -> None:
    assert list(find_circles(links)) == circles


@pytest.mark.parametrize(
    ("old", "new", "errors"),
    [
        ("id: prices-fall", "id: prices-rise", [
            "events.yaml:28: events[1].id: is taken; found 'prices-rise' on lines 16 and 28; "
            "write another id",
        ]),
        ("{en: Prices}}", "{en: Prices}}\n    - {id: prices, title: {en: More}}", [
            "events.yaml:15: statement.topics[1].id: is taken; "
            "found 'prices' on lines 14 and 15; write another id",
        ]),
        ("id: north", "id: nort", [
            "events.yaml:22: events[0].places[0].id: is no known place; found 'nort'; "
            "write 'north'",
        ]),
        ("id: capital", "id: zzz", [
            "events.yaml:12: statement.places[0].id: is no known place; found 'zzz'; "
            "write 'country' or 'north' or 'capital' or 'regions'",
        ]),
        ("after: prices-rise", "before: [prices-rice, x]", [
            "events.yaml:31: events[1].before[0]: is no known event; found 'prices-rice'; "
            "write 'prices-rise'",
            "events.yaml:31: events[1].before[1]: is no known event; found 'x'; "
            "write 'prices-rise' or 'prices-fall'",
        ]),
        ("topic: prices\n    title: {en: Prices fall}", "topic: price\n    title: {en: Fall}", [
            "events.yaml:35: events[1].topic: is no known topic; found 'price'; write 'prices'",
        ]),
        ("paragraph: [2]", "paragraph: [2, 3, 40]", [
            "events.yaml:29: events[1].paragraph[1]: is after the last paragraph; found 3; "
            "write 1 to 2",
            "events.yaml:29: events[1].paragraph[2]: is after the last paragraph; found 40; "
            "write 1 to 2",
        ]),
        ("paragraph: 1", f"paragraph: {'9' * 5000}", [
            f"events.yaml:17: events[0].paragraph: is not a whole number; found '{'9' * 5000}'; "
            "write digits, such as 12",
        ]),
        ("paragraphs: 2", "paragraphs: x", [
            "events.yaml:9: statement.paragraphs: is not a whole number; found 'x'; "
            "write digits, such as 12",
        ]),
        ("paragraph: 1", "paragraph: 3", [
            "events.yaml:17: events[0].paragraph: is after the last paragraph; found 3; "
            "write 1 to 2",
        ]),
        ("after: prices-rise", "after: prices-fall", [
            "events.yaml:31: events[1].after: comes before itself; "
            "found prices-fall -> prices-fall; remove one of these neighbours",
        ]),
        ("after: prices-rise", "before: [prices-fall]", [
            "events.yaml:31: events[1].before[0]: comes before itself; "
            "found prices-fall -> prices-fall; remove one of these neighbours",
        ]),
        ("after: prices-rise", "after: prices-rise\n    before: prices-rise", [
            "events.yaml:32: events[1].before: comes before itself; "
            "found prices-fall -> prices-rise -> prices-fall; remove one of these neighbours",
        ]),
        # prices-rise is dated 2 January
        ("after: prices-rise", "after: prices-rise\n    when: 2021-12-30/2022-01-01", [
            "events.yaml:31: events[1].after: contradicts the dates; "
            "found 'prices-rise' (from 2022-01-02) before 'prices-fall' (until 2022-01-01); "
            "correct a date or this neighbour",
        ]),
        ("after: prices-rise", "before: prices-rise\n    when: 2022-01-03/..", [
            "events.yaml:31: events[1].before: contradicts the dates; "
            "found 'prices-fall' (from 2022-01-03) before 'prices-rise' (until 2022-01-02); "
            "correct a date or this neighbour",
        ]),
    ],
)  # fmt: skip
def test_events(tmp_path: Path, old: str, new: str, errors: list[str]) -> None:
    assert errors_in(write_data(tmp_path, change(EVENTS, old, new))) == errors


@pytest.mark.parametrize(
    "dates",
    ["when: 2022-01-02", "when: 2022-01", "when: ../2022-01-02", "when: 2022-01-02/.."],
)
def test_neighbours_that_may_fit(tmp_path: Path, dates: str) -> None:
    events = change(EVENTS, "after: prices-rise", f"after: prices-rise\n    {dates}")
    read_atlas(write_data(tmp_path, events))


MORE = """\
  - id: {id}
    paragraph: 1
    basis: inferred
    {neighbours}
    kind: claim
    topic: prices
    title: {{en: More}}
    text: {{en: It says more.}}
    quote: prices rose
"""


def with_events(**neighbours: str) -> str:
    """The sample with more events after its two, which end on line 38."""
    return EVENTS + "".join(MORE.format(id=i, neighbours=text) for i, text in neighbours.items())


def test_an_event_between_two_dates_that_leave_it_no_day(tmp_path: Path) -> None:
    events = with_events(a="after: prices-rise\n    before: early", early="when: 2022-01-01")
    assert errors_in(write_data(tmp_path, events)) == [
        # the earliest day of a is that of prices-rise, its latest that of early
        "events.yaml:42: events[2].after: contradicts the dates; "
        "found 'prices-rise' (from 2022-01-02) before 'a' (until 2022-01-01); "
        "correct a date or this neighbour",
        "events.yaml:43: events[2].before: contradicts the dates; "
        "found 'a' (from 2022-01-02) before 'early' (until 2022-01-01); "
        "correct a date or this neighbour",
    ]


def test_all_circles_are_told_with_all_their_events(tmp_path: Path) -> None:
    events = with_events(
        a="after: c", b="after: a", c="after: b", d="before: e", e="before: d", f="after: d"
    )
    assert errors_in(write_data(tmp_path, events)) == [
        "events.yaml:51: events[3].after: comes before itself; found a -> b -> c -> a; "
        "remove one of these neighbours",
        "events.yaml:69: events[5].before: comes before itself; found d -> e -> d; "
        "remove one of these neighbours",
    ]


def test_a_fault_in_an_event_hides_no_link(tmp_path: Path) -> None:
    events = change(with_events(a="after: b", b="after: a"), "kind: measure", "kind: x")
    events = events.replace("kind: claim", "kind: y").replace("after: prices-rise", "after: nil")
    assert errors_in(write_data(tmp_path, events)) == [
        "events.yaml:31: events[1].after: is no known event; found 'nil'; "
        "write 'prices-rise' or 'prices-fall' or 'a' or 'b'",
        f"events.yaml:34: events[1].kind: is not a word known here; found 'x'; write {KINDS}",
        f"events.yaml:43: events[2].kind: is not a word known here; found 'y'; write {KINDS}",
        "events.yaml:51: events[3].after: comes before itself; found a -> b -> a; "
        "remove one of these neighbours",
        f"events.yaml:52: events[3].kind: is not a word known here; found 'y'; write {KINDS}",
    ]


@pytest.mark.parametrize(
    ("old", "new", "errors"),
    [
        ("capital,Stolica", "north,Stolica", [
            "events.yaml:12: statement.places[0].id: is no known place; found 'capital'; "
            "write 'country' or 'north' or 'regions'",
            "locations.csv:4: id: is taken; found 'north' on lines 3 and 4; write another id",
        ]),
        ("region,country", "region,contry", [
            "locations.csv:3: part_of: is no known place; found 'contry'; write 'country'",
        ]),
        (",north,manual", ",xyz|capitol,manual", [
            "locations.csv:5: members: is no known place; found 'xyz'; "
            "write 'country' or 'north' or 'capital' or 'regions'",
            "locations.csv:5: members: is no known place; found 'capitol'; write 'capital'",
        ]),
        ("KZ-NOR|KZ-SEV", "KZ-NOR|KZ-SVE", [
            "locations.csv:3: boundary: is no known outline; found 'KZ-SVE'; write 'KZ-SEV'",
        ]),
        # the outlines of the sample reach from 40 to 56 degrees north, from 46 to 88 east
        ("51.13,71.43", "71.43,51.13", [
            "locations.csv:4: lat: lies far from KZ; found lat 71.43, lon 51.13; "
            "swap them: lat 51.13, lon 71.43",
        ]),
        ("49.05,68.69,", "68.69,49.05,", [
            "locations.csv:2: lat: lies far from KZ; found lat 68.69, lon 49.05; "
            "swap them: lat 49.05, lon 68.69",
        ]),
        ("city,country", "city,capital", [
            "locations.csv:4: part_of: lies in itself; found capital -> capital; "
            "remove one of these",
        ]),
        ("country,,49.05", "country,north,49.05", [
            "locations.csv:2: part_of: lies in itself; found country -> north -> country; "
            "remove one of these",
        ]),
        (",north,manual", ",north|regions,manual", [
            "locations.csv:5: members: is a member of itself; found regions -> regions; "
            "remove one of these",
        ]),
        (",north,manual,,,,,high,yes,\n", ",all,manual,,,,,high,yes,\n"
         "all,Wszystko,All,group,,,,,,regions|north,manual,,,,,high,yes,\n", [
            "locations.csv:6: members: is a member of itself; found all -> regions -> all; "
            "remove one of these",
        ]),
    ],
)  # fmt: skip
def test_places(tmp_path: Path, old: str, new: str, errors: list[str]) -> None:
    directory = write_data(tmp_path, locations=change(LOCATIONS, old, new))
    assert errors_in(directory) == errors


@pytest.mark.parametrize("point", ["50,50", "71.43,151.13", "-33.9,18.4"])
def test_a_point_elsewhere_may_be_meant(tmp_path: Path, point: str) -> None:
    locations = change(LOCATIONS, "51.13,71.43", point)
    place = read_atlas(write_data(tmp_path, locations=locations)).places["capital"]
    assert f"{place.lat:g},{place.lon:g}" == point


def test_only_the_first_of_many_unknown_ids_are_compared(tmp_path: Path) -> None:
    names = ", ".join(f"prices-rise{n}" for n in range(10, 35))
    events = change(EVENTS, "after: prices-rise", f"after: [{names}, prices-rise10]")
    assert errors_in(write_data(tmp_path, events)) == [
        f"events.yaml:31: events[1].after[{n}]: is no known event; found 'prices-rise{n + 10}'; "
        + ("write 'prices-rise'" if n < 20 else "add it first, or remove this")
        for n in range(25)
    ] + [
        "events.yaml:31: events[1].after[25]: is no known event; found 'prices-rise10'; "
        "write 'prices-rise'"
    ]


def test_what_is_not_known_is_not_missed(tmp_path: Path) -> None:
    locations = change(LOCATIONS, "Stolica", '"Stolica')
    assert errors_in(write_data(tmp_path, locations=locations, boundaries="[")) == [
        "locations.csv:4: opens a quotation that is not closed; "
        "found '\"Stolica,Capital,city,country,51.13,71.43,10,,,gazetteer,,,,'...; "
        "write the closing mark, and two marks for one inside",
        "boundaries.geojson:1: is not JSON; found 'Expecting value' in column 2; correct it",
    ]


def test_without_places_and_outlines_every_link_to_them_is_wrong(tmp_path: Path) -> None:
    header = LOCATIONS.splitlines()[0]
    assert errors_in(write_data(tmp_path, locations=header)) == [
        f"events.yaml:{line}: {field}: is no known place; found {found!r}; "
        "add it first, or remove this"
        for line, field, found in [
            (12, "statement.places[0].id", "capital"),
            (22, "events[0].places[0].id", "north"),
            (33, "events[1].places[0].id", "regions"),
        ]
    ]
    boundaries = change(BOUNDARIES, '"KZ-SEV"', '"XX"')
    assert errors_in(write_data(tmp_path, boundaries=boundaries)) == [
        "locations.csv:3: boundary: is no known outline; found 'KZ-SEV'; "
        "write 'KZ' or 'KZ-NOR' or 'XX'"
    ]


@pytest.mark.parametrize(
    ("when", "warnings"),
    [
        # 100 years with 24 leap days end on 2 January 2122; the 36 525th day is one more
        ("2122-01-03", []),
        ("2122-01-04", ["events.yaml:32: events[1].when: is far from the other dates; "
                        "found 2122-01-04, where others are as far as 2022-01-02; "
                        "check the year"]),
    ],
)  # fmt: skip
def test_a_date_a_century_from_all_others(tmp_path: Path, when: str, warnings: list[str]) -> None:
    events = change(EVENTS, "after: prices-rise", f"after: prices-rise\n    when: {when}")
    assert warnings_in(write_data(tmp_path, events)) == warnings


def test_the_one_early_date_is_the_one_to_check(tmp_path: Path) -> None:
    events = with_events(a="when: 2022-01-03", b="when: 0022-01-04")
    assert warnings_in(write_data(tmp_path, events)) == [
        "events.yaml:51: events[3].when: is far from the other dates; found 0022-01-04, "
        "where others are as far as 2022-01-02; check the year"
    ]


def test_dates_that_follow_one_another_through_a_millennium_are_no_slip(tmp_path: Path) -> None:
    events = with_events(**{f"e{n}": f"when: {2022 - 99 * n:04}-01-03" for n in range(1, 10)})
    assert warnings_in(write_data(tmp_path, events)) == []


def test_advice_never_offers_what_is_itself_wrong(tmp_path: Path) -> None:
    locations = LOCATIONS.replace("\ncapital,", "\ncapital\u200b,")
    assert errors_in(write_data(tmp_path, locations=locations)) == [
        "events.yaml:12: statement.places[0].id: is no known place; found 'capital'; "
        "write 'country' or 'north' or 'regions'",
        "locations.csv:4: id: is not an id; found 'capital\\u200b'; write small letters, digits "
        "and hyphens, such as 'almaty-airport'",
    ]
