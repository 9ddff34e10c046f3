"""Small files as other programs write them, after their published templates."""

import io
import json
from zipfile import ZipFile

from openpyxl import Workbook

TABLE = """\
Title,Description,Date,Place,Latitude,Longitude,Category
Doors open,The station opens its doors.,2021-05-03,Gdynia,54.52,18.53,Railway
First train,A train leaves.,2021-05-04,,,,Railway
"""

TIMELINEJS = """\
Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,\
Media Credit,Media Caption,Media Thumbnail,Type,Group,Background
,,,,,,,,,The Great Flood,<p>What the <b>river</b> did.</p>,,,,,title,,
1997,7,6,,1997,7,10,,early July,Rain &amp; more rain,It rains for days.,,,,,,Weather,
1997,7,12,,,,,,,The dyke breaks,,https://example.org/dyke.jpg,,,,,Water,
1997,,,,,,,,,A year of floods,Many rivers rise.,,,,,era,,
"""

RECOGITO = """\
UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE,URI,VOCAB_LABEL,LAT,LNG,PLACE_TYPE,\
VERIFICATION_STATUS,TAGS,COMMENTS
1a,letter.txt,Cracoviae,char-offset:12,PLACE,https://www.geonames.org/3094802,Kraków,50.0614,\
19.9366,,VERIFIED,,
1b,letter.txt,Ioannes,char-offset:40,PERSON,,,,,,UNVERIFIED,,
"""

ACLED = """\
event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,location,latitude,longitude,\
geo_precision,source,notes
XXX1,2022-01-05,2022,1,Protests,Peaceful protest,Old Town,43.25,76.95,1,A paper,People gather.
XXX2,2022-01-15,2022,3,Riots,Mob violence,North,50.1,70.2,3,A paper,A crowd is said to gather.
XXX3,2022-01-08,2022,2,Protests,Peaceful protest,Mill,50.2,70.3,2,A paper,Near the mill.
"""

LP_TSV = """\
id\ttitle\ttitle_source\tfclasses\tstart\tend\tlon\tlat\tdescription
p1\tVistula ferry\tAn atlas (1901)\tS\t1880\t1901\t18.95\t54.35\tA ferry over the river.
"""

GEOJSON = json.dumps(
    {
        "type": "FeatureCollection",
        "name": "Fires",
        "features": [
            {
                "type": "Feature",
                "properties": {"name": "Fire at the mill", "start": "2020-08-01T10:00:00Z"},
                "geometry": {"type": "Point", "coordinates": [21.01, 52.23, 110]},
            },
            {
                "type": "Feature",
                "properties": {"name": "Burnt wood", "start": "2020-08-02", "end": "2020-08-04"},
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [[[21, 52], [22, 52], [22, 53], [21, 52]]],
                },
            },
            {
                "type": "Feature",
                "properties": {"name": "Road"},
                "geometry": {"type": "LineString", "coordinates": [[21, 52], [22, 52]]},
            },
        ],
    }
)

LINKED_PLACES = json.dumps(
    {
        "type": "FeatureCollection",
        "@context": "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
        "linkedplaces-context-v1.1.jsonld",
        "features": [
            {
                "@id": "https://example.org/1",
                "type": "Feature",
                "properties": {"title": "Abbey", "ccodes": ["PL"]},
                "when": {"timespans": [{"start": {"in": "1140"}, "end": {"in": "1200"}}]},
                "names": [{"toponym": "Abbey", "citations": [{"label": "A charter"}]}],
                "geometry": {"type": "Point", "coordinates": [17.9, 52.4]},
                "descriptions": [{"value": "An abbey of monks.", "lang": "en"}],
            }
        ],
    }
)

UMAP = json.dumps(
    {
        "type": "umap",
        "uri": "https://example.org/map",
        "properties": {"name": "Our walk"},
        "layers": [
            {
                "type": "FeatureCollection",
                "_umap_options": {"name": "Stops"},
                "features": [
                    {
                        "type": "Feature",
                        "properties": {
                            "name": "Old pump",
                            "description": "It still runs.",
                            "_umap_options": {"color": "Red"},
                        },
                        "geometry": {"type": "Point", "coordinates": [4.35, 50.85]},
                    }
                ],
            }
        ],
    }
)

TIMEMAP = json.dumps(
    [
        {
            "id": "1",
            "description": "A convoy is seen.",
            "date": "2/25/2022",
            "location": "North road",
            "latitude": "50.9",
            "longitude": "30.1",
            "sources": ["S1"],
        }
    ]
)

KML = """\
<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Landings</name>
<Placemark><name>First landing</name><description><![CDATA[<p>They <i>land</i>.</p>]]></description>
<TimeStamp><when>1944-06-06</when></TimeStamp><Point><coordinates>-0.9,49.3,0</coordinates></Point>
</Placemark>
<Placemark><name>Bridgehead</name><TimeSpan><begin>1944-06-07</begin><end>1944-06-12</end></TimeSpan>
<Polygon><outerBoundaryIs><LinearRing><coordinates>-1,49 -0.5,49 -0.5,49.4 -1,49</coordinates>
</LinearRing></outerBoundaryIs></Polygon></Placemark>
</Document></kml>
"""

GPX = """\
<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>Walk</name></metadata>
<wpt lat="50.05" lon="19.94"><time>2019-04-01T08:00:00Z</time><name>Bell</name>
<desc>It rings.</desc></wpt>
<trk><name>The way</name><trkseg><trkpt lat="50" lon="19"/></trkseg></trk></gpx>
"""


def workbook(rows: list[list[object]]) -> bytes:
    """An XLSX with ``rows`` on its first sheet."""
    book = Workbook()
    assert book.active
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def open_document(rows: str) -> bytes:
    """An ODS of which the table has ``rows``, in XML."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return stream.getvalue()
