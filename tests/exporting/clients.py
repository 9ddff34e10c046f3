"""Open every export with the programs that people use, and compare what they read.

Run by hand, from the project's folder, with internet for the packages:

    make interop

GDAL (ogr2ogr), QGIS, Node, Java and the packages that check JSON-LD and KML are large, so they are
no part of `make test`. What is not installed is said to be left out; on Debian it comes with
`apt-get install gdal-bin python3-qgis default-jre-headless libreoffice-calc-nogui`, and the npm
packages are fetched into a folder that is removed again. World Historical Gazetteer's schema is in
no package: name a copy of `validation/static/lpf_v2.0.jsonld` from its repository, whg3, in
WHG_SCHEMA. It ends with 1 if a program reads something else than was meant.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from statement_map.exporting import FORMATS, read_source
from statement_map.files.folder import open_outlines
from statement_map.importing.foreign import import_file
from statement_map.reading import FILES, Content, read_atlas, read_files
from tests import by_hand
from tests.conftest import ROOT
from tests.exporting import libreoffice
from tests.exporting.told import ATTRIBUTION, DATES, PLACES, told

SECONDS = 300
NPM = ("@tmcw/togeojson@7.1.3", "@xmldom/xmldom@0.9", "html-validate@11.21.1", "vnu-jar@26.9.27")


class LeftOutError(Exception):
    """A program is not here."""


def run(*command: str | Path, folder: Path) -> str:
    program = shutil.which(str(command[0]))
    if program is None:
        raise LeftOutError(f"there is no {command[0]} on the PATH")
    done = subprocess.run(
        [program, *map(str, command[1:])],
        cwd=folder,
        timeout=SECONDS,
        capture_output=True,
        text=True,
    )
    return done.stdout + done.stderr


def answers() -> Counter[tuple[str, str]]:
    """What `reviewed` and `place_reviewed` are, for each row."""
    return Counter(("yes", PLACES[row.place]["reviewed"] if row.place else "") for row in told())


def gdal_reads_kml(folder: Path) -> Iterator[str]:
    run("ogr2ogr", "-f", "CSV", "kml.csv", "statement-map.kml", "-oo", "LIST_ALL_TABLES=NO",
        folder=folder)  # fmt: skip
    with (folder / "kml.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = Counter((row["reviewed"], row["place_reviewed"]) for row in rows)
    if found != answers():
        yield f"reviewed: {found}"
    if [row["event"] for row in rows] != [row.event for row in told()]:
        yield f"{len(rows)} rows, which are not those of the events"


def togeojson_reads_kml(folder: Path) -> Iterator[str]:
    (folder / "kml.mjs").write_text(
        "import {kml} from '@tmcw/togeojson'; import {DOMParser} from '@xmldom/xmldom';"
        "import fs from 'fs'; const text = fs.readFileSync('statement-map.kml', 'utf8');"
        "const read = kml(new DOMParser().parseFromString(text, 'text/xml'));"
        "console.log(JSON.stringify(read.features.map(({properties: p}) =>"
        " [p.reviewed, p.place_reviewed ?? ''])));",
        encoding="utf-8",
    )
    said = run("node", "kml.mjs", folder=folder)
    found = Counter(tuple(pair) for pair in json.loads(said))
    if found != answers():
        yield f"reviewed: {found}"


def qgis_shows_what_is_possible_on_each_day(folder: Path) -> Iterator[str]:
    """By the recipe of docs/exporting.md; a day shows what may be then, and what has no date."""
    if not Path("/usr/bin/python3").exists():
        raise LeftOutError("there is no /usr/bin/python3, which Debian's QGIS belongs to")
    run("ogr2ogr", "-f", "GPKG", "map.gpkg", "statement-map.geojson", folder=folder)
    (folder / "temporal.py").write_text(TEMPORAL, encoding="utf-8")
    said = run("/usr/bin/python3", "temporal.py", folder=folder)
    if "No module named 'qgis'" in said:
        raise LeftOutError("QGIS is not installed")
    shown = json.loads(next(line for line in said.splitlines() if line.startswith("[")))
    for day, found in zip(by_hand.DAYS, shown, strict=True):
        expected = sorted(row.event for row in told() if is_possible(row.event, day))
        if found != expected:
            yield f"on {day} January: {found}, and not {expected}"


def is_possible(event: str, day: int) -> bool:
    """Whether words and order leave an event that day, by hand: "2-4", "6-", or "-" for all."""
    first, _, last = by_hand.BOUNDS[event][1].partition("-")
    return int(first or day) <= day <= int(last or day)


TEMPORAL = """
import json, os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import *
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer("map.gpkg", "map", "ogr")
when = layer.temporalProperties()
when.setIsActive(True)
when.setMode(QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromFields)
when.setStartField("start")
when.setEndField("end")
found = []
for day in range(2, 11):
    ends = [QDateTime(QDate(2022, 1, day + n), QTime(0, 0)) for n in (0, 1)]
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    words = when.createFilterString(context, QgsDateTimeRange(*ends, True, False))
    rows = layer.getFeatures(QgsFeatureRequest(QgsExpression(words)))
    found.append(sorted(row["event"] for row in rows))
print(json.dumps(found))
"""


def kml_is_valid(folder: Path) -> Iterator[str]:
    try:
        from fastkml.validator import validate
    except ImportError:
        raise LeftOutError("fastkml is not installed, which carries the OGC's schema") from None
    if not validate(file_to_validate=folder / "statement-map.kml"):
        yield "is not valid by the OGC's schema"


def linked_places_mean_what_is_meant(folder: Path) -> Iterator[str]:
    try:
        from pyld import jsonld
        from rdflib import Graph, URIRef
    except ImportError:
        raise LeftOutError("PyLD and rdflib are not installed") from None

    def load(url: str, _options: Any) -> dict[str, Any]:
        return {"contentUrl": None, "contextUrl": None, "documentUrl": url, "document": CONTEXT}

    document = json.loads((folder / "statement-map-places.jsonld").read_text(encoding="utf-8"))
    options = {"format": "application/n-quads", "documentLoader": load}
    graph = Graph().parse(data=jsonld.to_rdf(document, options), format="nt")
    targets = set(graph.objects(None, URIRef(f"{LPO}relation_to")))
    described = {each for each in targets if (each, None, None) in graph}
    if not targets or targets != described:
        yield f"{len(targets)} targets of relations, of which {len(described)} are described"
    cited = list(graph.objects(None, URIRef("http://purl.org/spar/cito#cites")))
    labels = Counter(len(set(graph.objects(each, URIRef(f"{RDFS}label")))) for each in cited)
    if len(set(cited)) != len(cited) or set(labels) != {1}:
        yield f"{len(cited)} citations are {len(set(cited))} nodes, with so many labels: {labels}"


LPO = "http://linkedpasts.org/ontology/lpo_latest.ttl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
CONTEXT = {
    "@context": {
        "lpo": LPO,
        "gvp": "http://vocab.getty.edu/ontology#",
        "crm": "http://erlangen-crm.org/current/",
        "type": "@type",
        "label": f"{RDFS}label",
        "features": {"@id": "lpo:hasFeature", "@container": "@set"},
        "names": {"@id": "lpo:name_attestation", "@container": "@set"},
        "relations": {"@id": "lpo:rel_attestation", "@container": "@set"},
        "citations": {"@id": "http://purl.org/spar/cito#cites", "@type": "@id"},
    }
}
"""Of the format's own context what is looked at here; it is not asked for over the network."""


def whg_takes_the_linked_places(folder: Path) -> Iterator[str]:
    try:
        from jsonschema import Draft7Validator
    except ImportError:
        raise LeftOutError("jsonschema is not installed") from None
    schema = os.environ.get("WHG_SCHEMA")
    if not schema:
        raise LeftOutError("WHG_SCHEMA names no copy of its schema")
    validator = Draft7Validator(json.loads(Path(schema).read_text(encoding="utf-8")))
    document = json.loads((folder / "statement-map-places.jsonld").read_text(encoding="utf-8"))
    for fault in validator.iter_errors(document):
        yield f"{fault.json_path}: {fault.message[:200]}"


def geopandas_reads_geojson_and_csv(folder: Path) -> Iterator[str]:
    try:
        import geopandas
    except ImportError:
        raise LeftOutError("geopandas is not installed") from None
    read = geopandas.read_file(folder / "statement-map.geojson")
    if list(read["event"]) != [row.event for row in told()]:
        yield f"{len(read)} rows, which are not those of the events"
    if (found := set(read["attribution_en"])) != {ATTRIBUTION}:
        yield f"attribution: {found}"
    if not bool(read["reviewed"].all()):
        yield f"reviewed: {list(read['reviewed'])}"
    if not bool(read.geometry.dropna().is_valid.all()):
        yield "a geometry is not valid"
    for event, (first, last) in DATES.items():
        rows = read[read["event"] == event]
        found = {
            (as_day(a), as_day(b)) for a, b in zip(rows["earliest"], rows["latest"], strict=True)
        }
        if found != {(str(first or ""), str(last or ""))}:
            yield f"dates of {event}: {found}"
    table = geopandas.read_file(folder / "statement-map.csv")
    if list(table["event"]) != list(read["event"]):
        yield f"{len(table)} rows of the CSV, which are not those of the events"


def as_day(value: object) -> str:
    """A day as a client has it, or nothing for what it takes for none."""
    text = str(value)
    return "" if text in {"None", "NaT", "nan"} else text[:10]


def libreoffice_shows_the_csv(folder: Path) -> Iterator[str]:
    soffice = shutil.which("soffice")
    if soffice is None:
        raise LeftOutError("there is no soffice on the PATH")
    yield from libreoffice.find_faults(soffice, folder)


def what_libreoffice_saved_comes_in_the_same(folder: Path) -> Iterator[str]:
    soffice = shutil.which("soffice")
    if soffice is None:
        raise LeftOutError("there is no soffice on the PATH")
    table = folder / "statement-map.csv"
    for kind in ("xlsx", "ods"):
        yield from comes_in_the_same(libreoffice.save_as(soffice, folder, table, kind))


def what_gdal_passed_on_comes_in_the_same(folder: Path) -> Iterator[str]:
    """As a GeoPackage and back, which is what QGIS does when a layer is edited and exported."""
    run("ogr2ogr", "-f", "GPKG", "there.gpkg", "statement-map.geojson", folder=folder)
    run("ogr2ogr", "-f", "GeoJSON", "back.geojson", "there.gpkg", folder=folder)
    yield from comes_in_the_same(folder / "back.geojson")


def comes_in_the_same(file: Path) -> Iterator[str]:
    outlines = open_outlines(ROOT / "data" / "boundaries.geojson")
    imported = import_file(file.name, file.read_bytes(), outlines=outlines)
    contents = Content(FILES[0], imported.events), Content(FILES[1], imported.places)
    back, own = read_files(*contents, imported.outlines).atlas, read_atlas(ROOT / "data")
    for name in ("statement", "events", "places"):
        if getattr(back, name) != getattr(own, name):
            yield f"{file.name}: other {name}"
    yield from (f"{file.name}: {fault}" for fault in imported.left_out)


def vnu_finds_no_error(folder: Path) -> Iterator[str]:
    jar = folder / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.exists():
        raise LeftOutError("vnu-jar could not be fetched")
    said = run("java", "-jar", jar, "--errors-only", "statement-map.html", folder=folder)
    errors = [line for line in said.splitlines() if "error" in line]
    yield from (line for line in errors if not any(each in line for each in UNKNOWN_TO_VNU))


UNKNOWN_TO_VNU = (
    *("CSS: “container”", "CSS: Unrecognized at-rule “@container”"),
    *("CSS: “padding-inline”: Parse Error", "CSS: “transform”: Parse Error"),
)
"""Container queries (CSS Containment 3), division by a variable and round() (CSS Values 4)."""


def html_validate_finds_no_error(folder: Path) -> Iterator[str]:
    said = run("npx", "--no-install", "html-validate", "statement-map.html", folder=folder)
    yield from (line for line in said.splitlines() if " error " in line)


CHECKS: tuple[Callable[[Path], Iterator[str]], ...] = (
    gdal_reads_kml,
    togeojson_reads_kml,
    qgis_shows_what_is_possible_on_each_day,
    kml_is_valid,
    linked_places_mean_what_is_meant,
    whg_takes_the_linked_places,
    geopandas_reads_geojson_and_csv,
    libreoffice_shows_the_csv,
    what_libreoffice_saved_comes_in_the_same,
    what_gdal_passed_on_comes_in_the_same,
    vnu_finds_no_error,
    html_validate_finds_no_error,
)


def main() -> None:
    source, is_right = read_source(ROOT / "data"), True
    with TemporaryDirectory() as name:
        folder = Path(name)
        for format_ in FORMATS.values():
            (folder / format_.file_name).write_bytes(format_.export(source))
        if shutil.which("npm"):
            run("npm", "install", "--silent", "--no-audit", *NPM, folder=folder)
        for check in CHECKS:
            told_name = check.__name__.replace("_", " ")
            try:
                faults = list(check(folder))
            except LeftOutError as why:
                print(f"left out: {told_name}: {why}")
                continue
            is_right &= not faults
            print(f"{'WRONG' if faults else 'right'}: {told_name}", *faults, sep="\n    ")
    sys.exit(not is_right)


if __name__ == "__main__":
    main()
