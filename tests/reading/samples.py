"""Small data files that are right, to be broken one place at a time."""

import hashlib
from pathlib import Path

import pytest

from statement_map.errors import DataErrors
from statement_map.reading import read_data

TEXT = """\
By the issuer, in the capital.

 • In the north, on 2 January, prices rose.
 • Everywhere they fell again.
"""

KINDS = "'occurrence', 'measure', 'appeal', 'claim', 'promise' or 'legal-basis'"
"""All kinds of events, as a refusal of another word lists them."""

EVENTS = f"""\
statement:
  title: {{en: A statement}}
  issuer: {{en: An issuer}}
  publisher: {{en: A publisher}}
  url: https://example.org/statement
  language: en
  published: 2022-01-07
  published_basis: stated
  paragraphs: 2
  sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
  places:
    - {{id: capital, phrase: in the capital}}
  topics:
    - {{id: prices, title: {{en: Prices}}}}
events:
  - id: prices-rise
    paragraph: 1
    when: 2022-01-02
    basis: stated
    when_phrase: on 2 January
    places:
      - {{id: north, phrase: In the north}}
    kind: occurrence
    topic: prices
    title: {{en: Prices rise}}
    text: {{en: It says that prices rose.}}
    quote: prices rose
  - id: prices-fall
    paragraph: [2]
    basis: inferred
    after: prices-rise
    places:
      - {{id: regions, phrase: Everywhere}}
    kind: measure
    topic: prices
    title: {{en: Prices fall}}
    text: {{en: It says that prices fell.}}
    quote: they fell again
"""

LOCATIONS = """\
id,name_pl,name_en,kind,part_of,lat,lon,radius_km,boundary,members,method,query,source,source_id,\
retrieved,confidence,reviewed,note
country,Kraj,Country,country,,49.05,68.69,,KZ,,manual,,,,,high,yes,
north,Północ,North,region,country,,,,KZ-NOR|KZ-SEV,,manual,,,,,high,yes,
capital,Stolica,Capital,city,country,51.13,71.43,10,,,gazetteer,,,,2022-02-01,high,yes,As it was.
regions,Obwody,Regions,group,country,,,,,north,manual,,,,,high,yes,
"""

EVERY_COLUMN = """\
id,name_pl,name_en,name_kk,name_ru,kind,part_of,lat,lon,radius_km,boundary,members,method,query,\
source,source_id,retrieved,confidence,reviewed,review,note,note_pl
country,Kraj,Country,,,country,,49.05,68.69,,KZ,,manual,,,,,high,yes,,,
north,Północ,North,Солтүстік,Север,region,country,54.25,70.5,12.5,KZ-NOR|KZ-SEV,capital|country,\
gazetteer,the north,a book,book:7,2022-02-01,medium,no,look again,A note.,Uwaga.
capital,Stolica,Capital,,,city,country,51.13,71.43,10,,,gazetteer,,,,2022-02-01,high,yes,,,
regions,Obwody,Regions,,,group,country,,,,,north,manual,,,,,high,yes,,,
"""
"""The same with every column; ``north`` has something in each."""

# Rectangles: the country from 46 to 88 degrees east, its north in two halves.
BOUNDARIES = """\
{"type": "FeatureCollection", "features": [
{"type": "Feature", "id": "KZ", "properties": \
{"kind": "country", "name_en": "Country", "label_lat": 48.5, "label_lon": 67.5, "label_zoom": 3}, \
"geometry": {"type": "Polygon", "coordinates": \
[[[46, 40], [88, 40], [88, 56], [46, 56], [46, 40]]]}},
{"type": "Feature", "id": "KZ-NOR", "properties": \
{"kind": "region", "name_en": "North-East", "label_lat": 54, "label_lon": 70, "label_zoom": 6}, \
"geometry": {"type": "Polygon", "coordinates": \
[[[67, 52], [74, 52], [74, 56], [67, 56], [67, 52]]]}},
{"type": "Feature", "id": "KZ-SEV", "properties": \
{"kind": "region", "name_en": "North-West", "label_lat": 54, "label_lon": 63, "label_zoom": 6}, \
"geometry": {"type": "Polygon", "coordinates": \
[[[60, 52], [67, 52], [67, 56], [60, 56], [60, 52]]]}}
]}
"""


def write_data(
    directory: Path,
    events: str | bytes = EVENTS,
    locations: str | bytes = LOCATIONS,
    boundaries: str | bytes = BOUNDARIES,
) -> Path:
    """Write the three files, and return the folder they are in."""
    directory.mkdir(exist_ok=True)
    files = {"events.yaml": events, "locations.csv": locations, "boundaries.geojson": boundaries}
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (directory / name).write_bytes(data)
    return directory


def change(text: str, old: str, new: str) -> str:
    """Put ``new`` for ``old``, which stands in ``text`` exactly once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the sample"
    return text.replace(old, new)


def errors_in(directory: Path) -> list[str]:
    """What is wrong with the files, without the folder in front."""
    with pytest.raises(DataErrors) as caught:
        read_data(directory)
    return [str(error).removeprefix(f"{directory}/") for error in caught.value.exceptions]


def warnings_in(directory: Path) -> list[str]:
    """What may be forgotten in the files, without the folder in front."""
    return [str(fault).removeprefix(f"{directory}/") for fault in read_data(directory).warnings]
