"""Data files as somebody drops them on the page: two on the outlines of all countries, or three."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.reading.samples import BOUNDARIES, EVENTS, LOCATIONS, change

WORLD_EVENTS = change(EVENTS, "id: north, phrase", "id: country, phrase")
WORLD_LOCATIONS = """\
id,name_pl,name_en,kind,part_of,lat,lon,radius_km,boundary,members,method,query,source,source_id,\
retrieved,confidence,reviewed,note
country,Kraj,Country,country,,49.05,68.69,,KZ,,manual,,,,,high,yes,
capital,Stolica,Capital,city,country,51.13,71.43,10,,,gazetteer,,,,2022-02-01,high,yes,As it was.
regions,Obwody,Regions,group,country,,,,,capital,manual,,,,,high,yes,
"""
TWO = {"e.yaml": WORLD_EVENTS.encode(), "places.CSV": WORLD_LOCATIONS.encode()}
THREE = {
    "e.yml": EVENTS.encode(),
    "l.csv": LOCATIONS.encode(),
    "b.geojson": BOUNDARIES.encode(),
}


def zipped(members: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()
