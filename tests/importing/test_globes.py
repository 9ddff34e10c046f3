"""KML and GPX become rows with geometries; what is not taken is told."""

from __future__ import annotations

from statement_map.importing.globes import read_gpx, read_kml

KML = """\
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>All of it</name>
<TimeStamp><when>2022</when></TimeStamp>
<NetworkLink><name>More</name></NetworkLink>
<Folder><name>Prices</name>
<Placemark><name>It begins</name>
<description>&lt;p&gt;In &lt;b&gt;words&lt;/b&gt;&lt;/p&gt;</description>
<TimeSpan><begin>2022-01-02</begin><end>2022-01-05</end></TimeSpan>
<ExtendedData><Data name="who"><value>A paper</value></Data></ExtendedData>
<Point><coordinates>76.95,43.25,700</coordinates></Point></Placemark>
<Placemark><name>An area</name><Polygon>
<outerBoundaryIs><LinearRing><coordinates>0,10 2,10 2,14 0,10</coordinates></LinearRing>
</outerBoundaryIs>
</Polygon></Placemark></Folder>
<Placemark><name>Nowhere</name></Placemark>
</Document></kml>
"""
GPX = """\
<gpx xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>A walk</name></metadata>
<wpt lat="43.25" lon="76.95"><name>Start</name>
<time>2022-01-05T10:00:00Z</time><desc>There</desc></wpt>
<trk><name>The way</name><trkseg>
<trkpt lat="43" lon="76"><time>2022-01-05T10:00:00Z</time></trkpt>
<trkpt lat="44" lon="77"><time>2022-01-05T12:00:00Z</time></trkpt>
</trkseg></trk></gpx>
"""


def test_placemarks_have_their_folder_time_words_and_geometry() -> None:
    sheet = read_kml("a.kml", KML.encode())
    assert sheet.title == "All of it"
    point, area, nowhere = sheet.rows
    assert point.cells == {
        "name": "It begins",
        "description": "In words",
        "group": "Prices",
        "who": "A paper",
        "start": "2022-01-02",
        "end": "2022-01-05",
    }
    assert point.geometry == {"type": "Point", "coordinates": [76.95, 43.25]}
    ring = [[0.0, 10.0], [2.0, 10.0], [2.0, 14.0], [0.0, 10.0]]
    assert area.geometry == {"type": "MultiPolygon", "coordinates": [[ring]]}
    assert (nowhere.cells, nowhere.geometry) == ({"name": "Nowhere"}, None)


def test_what_becomes_no_row_is_told() -> None:
    assert [str(fault) for fault in read_kml("a.kml", KML.encode()).faults] == [
        "a.kml: TimeStamp: is a time for all of 'All of it'; write it to each Placemark; "
        "it is not taken",
        "a.kml: NetworkLink: is a link to another file; found 'More'; nothing is fetched; "
        "import that file",
    ]


def test_waypoints_are_points_and_a_track_is_none() -> None:
    sheet = read_gpx("a.gpx", GPX.encode())
    assert sheet.title == "A walk"
    point, track = sheet.rows
    assert point.cells == {"name": "Start", "description": "There", "start": "2022-01-05T10:00:00Z"}
    assert point.geometry == {"type": "Point", "coordinates": [76.95, 43.25]}
    assert track.cells == {
        "name": "The way",
        "start": "2022-01-05T10:00:00Z",
        "end": "2022-01-05T12:00:00Z",
    }
    assert track.geometry == {"type": "LineString", "coordinates": []}
