"""Stand up a real Nominatim with a dozen places, and run ``geocode`` against it.

Run by hand, not as root, from the project's folder:

    python -m tests.geocoding.real_nominatim

It needs PostgreSQL with PostGIS, osm2pgsql and Nominatim, on Debian from

    sudo apt-get install postgresql-15 postgresql-15-postgis-3 osm2pgsql
    pip install nominatim-db==5.3.3 nominatim-api==5.3.3 falcon uvicorn

The database is a cluster of its own in a temporary folder that nobody else reaches, and nothing is
downloaded. After about a minute it prints what the command prints, and the file; it ends with
1 if that is not what it should be.
"""

import csv
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from xml.sax.saxutils import quoteattr

from tests.conftest import ROOT

PATIENCE_S = 60
Tags = dict[str, str]


def named(local: str, english: str, **tags: str) -> Tags:
    return {"name": local, "name:en": english, **tags}


# Roughly where these are, and tagged as in OpenStreetMap.
BOUNDARY = {"type": "boundary", "boundary": "administrative"}
# lat, lon, and half a side in degrees of the square that stands for the outline
AREAS: list[tuple[float, float, float, Tags]] = [
    (48.0, 67.0, 7.0, BOUNDARY | named("Қазақстан", "Kazakhstan") | {"name:pl": "Kazachstan"}
     | {"admin_level": "2", "ISO3166-1": "KZ", "ISO3166-1:alpha2": "KZ", "wikidata": "Q232"}),
    (44.05, 53.85, 2.9, BOUNDARY | named("Маңғыстау облысы", "Mangystau Region")
     | {"admin_level": "4", "ISO3166-2": "KZ-47", "wikidata": "Q238931"}),
]  # fmt: skip
POINTS: list[tuple[float, float, Tags]] = [
    (
        43.2364,
        76.9457,
        named("Алматы", "Almaty", place="city", wikidata="Q35493") | {"name:pl": "Ałmaty"},
    ),
    (43.3521, 77.0405, named("Алматы әуежайы", "Almaty Airport", aeroway="aerodrome", iata="ALA")),
    (43.6511, 51.1978, named("Ақтау", "Aktau", place="city")),
    (50.2347, 73.0666, named("Ақтау", "Aktau", place="town")),
    (48.0333, 72.8333, named("Ақтау", "Aktau", place="village")),
    (47.1048, 51.8843, named("Атырау", "Atyrau", place="city")),
    (50.2797, 57.2072, named("Ақтөбе", "Aktobe", place="city")),
    (51.1801, 71.4460, named("Астана", "Astana", place="city", capital="yes")),
    (43.2364, 76.9456, named("Әкімдік", "Akimat", office="government")),
    (42.3099, 69.6004, named("Шымкент", "Shymkent", place="city")),
]

LOCATIONS = """\
id,name_pl,name_en,kind,part_of,query
kazakhstan,Kazachstan,Kazakhstan,country,,Kazachstan
mangystau,Obwód mangystauski,Mangystau Region,region,kazakhstan,Mangystau Region
almaty,Ałmaty,Almaty,city,kazakhstan,Ałmaty
almaty-airport,Lotnisko Ałmaty,Almaty Airport,site,almaty,Almaty Airport
aktau,Aktau,Aktau,city,kazakhstan,Aktau
aktau-mangystau,Aktau,Aktau,city,mangystau,Aktau
msz,MSZ,Ministry,site,kazakhstan,MSZ
"""
# What should stand in columns of the file.
EXPECTED = {
    "kazakhstan": {"boundary": "KZ", "confidence": "high"},
    "mangystau": {"boundary": "KZ-MAN", "confidence": "high"},
    "almaty": {"lat": "43.2364", "lon": "76.9457", "confidence": "high"},
    "almaty-airport": {"lat": "43.3521", "lon": "77.0405", "confidence": "high"},
    "aktau": {"lat": "", "confidence": "none"},
    "aktau-mangystau": {"lat": "43.6511", "lon": "51.1978", "confidence": "high"},
    "msz": {"lat": "", "confidence": "none", "review": "needs review; nominatim finds nothing"},
}


def main() -> int:
    if os.geteuid() == 0:
        sys.exit("PostgreSQL does not run as root; run this as another user")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        osm = folder / "places.osm"
        osm.write_text(write_osm(), encoding="utf-8")
        with serve_database(folder), serve_nominatim(folder, osm) as url:
            return run_geocode(folder, url)


def write_osm() -> str:
    """An OpenStreetMap file with the areas, as relations of one way each, and the points."""
    nodes, ways, relations = [], [], []
    for number, (lat, lon, half, tags) in enumerate(AREAS, start=1):
        corners = [10 * number + corner for corner in range(4)]
        sides = ((-half, -half), (-half, half), (half, half), (half, -half))
        nodes += [
            element("node", id_, {}, lat=lat + north, lon=lon + east)
            for id_, (north, east) in zip(corners, sides, strict=True)
        ]
        ring = "".join(f"<nd ref='{id_}'/>" for id_ in (*corners, corners[0]))
        ways.append(element("way", number, {}, ring))
        outline = f"<member type='way' ref='{number}' role='outer'/>"
        relations.append(element("relation", number, tags, outline))
    for number, (lat, lon, tags) in enumerate(POINTS, start=100):
        nodes.append(element("node", number, tags, lat=lat, lon=lon))
    content = "\n".join([*nodes, *ways, *relations])
    return f"<osm version='0.6'>\n{content}\n</osm>\n"


def element(kind: str, id_: int, tags: Tags, inner: str = "", **where: float) -> str:
    attributes = "".join(f" {name}='{value}'" for name, value in where.items())
    inner += "".join(f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items())
    head = f"{kind} id='{id_}' version='1' timestamp='2022-01-01T00:00:00Z'{attributes}"
    return f"<{head}>{inner}</{kind}>"


def find_postgres(program: str) -> str:
    """Debian keeps PostgreSQL's programs off the PATH."""
    beside = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    found = shutil.which(program) or (str(beside[-1]) if beside else None)
    return found or sys.exit(f"{program} is not installed; see the top of {__file__}")


@contextmanager
def serve_database(folder: Path) -> Iterator[None]:
    cluster, options = folder / "cluster", f"-k {folder} -c listen_addresses='' -c fsync=off"
    control = [find_postgres("pg_ctl"), "-D", str(cluster), "-s", "-w"]
    create = [find_postgres("initdb"), "-D", str(cluster), "-U", "nominatim", "-A", "trust"]
    subprocess.run([*create, "--encoding=UTF8"], check=True, stdout=subprocess.DEVNULL)
    log = str(folder / "postgres.log")
    subprocess.run([*control, "-l", log, "-o", options, "start"], check=True)
    try:
        yield
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False)


@contextmanager
def serve_nominatim(folder: Path, osm: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    environment = os.environ | {
        "NOMINATIM_DATABASE_DSN": f"pgsql:dbname=nominatim;host={folder};user=nominatim",
        "NOMINATIM_DATABASE_WEBUSER": "nominatim",
    }
    project = folder / "project"
    project.mkdir()
    importing = ["nominatim", "import", "--osm-file", str(osm), "--no-updates", "--offline"]
    done = subprocess.run(importing, cwd=project, env=environment, capture_output=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.decode())
    serving = ["nominatim", "serve", "--quiet", "--server", address]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(serving, cwd=project, env=environment, stdout=log, stderr=log)
        try:
            wait_for(f"http://{address}/status", server)
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait()


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE_S
    while server.poll() is None and time.monotonic() < end:
        try:
            with urlopen(url, timeout=5):
                return
        except URLError:
            time.sleep(0.2)
    sys.exit(f"nominatim does not answer at {url}")


def run_geocode(folder: Path, url: str) -> int:
    data = folder / "data"
    data.mkdir()
    shutil.copy(ROOT / "data" / "boundaries.geojson", data)
    path = data / "locations.csv"
    path.write_text(LOCATIONS, encoding="utf-8")
    options = ["--nominatim", url, "--cache", str(folder / "cache")]
    command = [sys.executable, "-m", "statement_map", "geocode", str(data), *options]
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    print(path.read_text(encoding="utf-8"))
    with path.open(encoding="utf-8", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    wrong = [
        f"{id_}: {column} is {rows[id_][column]!r}, not {value!r}"
        for id_, values in EXPECTED.items()
        for column, value in values.items()
        if rows[id_][column] != value
    ]
    print("\n".join(wrong) or "All as expected.")
    return status or bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
