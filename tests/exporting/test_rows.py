from datetime import date

from statement_map.exporting import ExportSource
from statement_map.exporting.rows import EventAtPlace, tell_rows
from tests.exporting.told import ATTRIBUTION, DATES, EVENTS, STATEMENT, UNDATED, Told, told


def row_of(source: ExportSource, id_: str) -> EventAtPlace:
    (found,) = (row for row in tell_rows(source) if row.id == id_)
    return found


def test_every_event_has_a_row_for_each_of_its_places(source: ExportSource) -> None:
    rows = [
        Told(
            row.event.id,
            row.place.id if row.place else None,
            str(row.values["paragraph"]),
            row.event.basis.value,
        )
        for row in tell_rows(source)
    ]
    assert rows == told()
    assert {row.event for row in rows} == {event["id"] for event in EVENTS}
    assert len(EVENTS) == 51


def test_rows_have_the_same_columns_and_ids_of_their_own(source: ExportSource) -> None:
    rows = list(tell_rows(source))
    assert len({tuple(row.values) for row in rows}) == 1
    assert len({row.id for row in rows}) == len(rows)


def test_each_row_says_who_states_it_where_and_on_what_it_rests(source: ExportSource) -> None:
    for row in tell_rows(source):
        values = row.values
        assert values["stated_by_en"] == "the authorities of Kazakhstan"
        assert values["stated_by_pl"] == "władze Kazachstanu"
        assert values["published_in_pl"] == STATEMENT["publisher"]["pl"].strip()
        assert values["source_url"] == "https://konsul.wse.edu.pl/informacje-z-msz/"
        assert values["attribution_en"] == ATTRIBUTION
        assert str(values["licence_en"]).startswith(
            "Titles and texts: the map-makers’ own words, MIT"
        )
        assert values["date_basis"] in {"stated", "inferred", "none"}
        assert (values["confidence"] is None) == (row.place is None)


def test_dates(source: ExportSource) -> None:
    rows = {row.event.id: row.values for row in tell_rows(source)}
    for event, (earliest, latest) in DATES.items():
        assert rows[event]["earliest"] == (earliest and earliest.isoformat())
        assert rows[event]["latest"] == (latest and latest.isoformat())
    assert rows["protests-begin"]["when"] == "2022-01-02"
    assert rows["airport-seized"]["when"] == "2022-01-04/2022-01-06"
    assert rows["gatherings-peaceful-at-first"]["when"] == "2022-01-02/.."
    assert rows[UNDATED]["when"] is None
    assert row_of(source, "price-moratorium").place is None


def test_geometries_are_those_that_the_places_have(source: ExportSource) -> None:
    shapes = {
        row.place.id: (row.values["shape"], row.geometry and row.geometry["type"])
        for row in tell_rows(source)
        if row.place
    }
    assert shapes["almaty-airport"] == ("point", "Point")
    assert shapes["mangystau"] == ("outline", "MultiPolygon")
    assert shapes["western-kazakhstan"] == ("soft-area", "GeometryCollection")
    assert shapes["csto-members"] == ("members", "GeometryCollection")
    assert shapes["larger-cities"] == ("none", None)
    airport = row_of(source, "airport-seized/almaty-airport")
    assert airport.geometry == {"type": "Point", "coordinates": [77.0405, 43.3521]}
    states = row_of(source, "csto-appeal/csto-members").geometry
    assert states is not None
    assert len(states["geometries"]) == 6
    area = row_of(source, "gatherings-peaceful-at-first/western-kazakhstan").geometry
    assert area is not None
    assert len(area["geometries"]) == 4


def test_where_a_region_lies_is_no_second_place_of_what_happened_in_it(
    source: ExportSource,
) -> None:
    rows = [row for row in tell_rows(source) if row.event.id == "protests-begin"]
    assert [row.id for row in rows] == ["protests-begin/mangystau"]
    assert rows[0].interval is not None
    assert rows[0].interval.start == date(2022, 1, 2)
