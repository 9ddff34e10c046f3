"""Open the CSV in LibreOffice, and compare what it shows with what the data files tell.

`make interop` does, where LibreOffice is installed; on Debian it comes from
`apt-get install libreoffice-calc-nogui`. It also opens hostile data, cut at commas and at
semicolons. It is no part of `make test`: LibreOffice is half a gigabyte, and pandas reads the same
file there.
"""

import subprocess
from itertools import chain, repeat
from pathlib import Path
from xml.etree import ElementTree as ET

from statement_map.exporting import FORMATS, read_source
from tests.conftest import ROOT
from tests.exporting.hostile import HOSTILE, write_hostile
from tests.exporting.told import ATTRIBUTION, DATES, told

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
SECONDS = 120


def find_faults(soffice: str, folder: Path) -> list[str]:
    """What the program at `soffice` shows otherwise than it is told."""
    table = open_in(soffice, folder, export(ROOT / "data", folder))
    return [*faults_of_rows(table), *faults_of_hostile(soffice, folder)]


def export(data: Path, folder: Path) -> Path:
    file = folder / "statement-map.csv"
    file.write_bytes(FORMATS["csv"].export(read_source(data)))
    return file


def open_in(soffice: str, folder: Path, file: Path, separator: str = ",") -> list[list[ET.Element]]:
    """The cells that LibreOffice finds in a CSV, as flat OpenDocument has them."""
    saved = save_as(soffice, folder, file, "fods", separator)
    rows = ET.parse(saved).getroot().iter(f"{TABLE}table-row")
    return [list(chain.from_iterable(map(repeated, row))) for row in rows if text_of(row)]


def save_as(soffice: str, folder: Path, file: Path, kind: str, separator: str = ",") -> Path:
    """Have LibreOffice open a CSV and save it as another ``kind`` of file."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    # The separator, the quotation mark and the code page, by their numbers; 76 is UTF-8.
    read_as = f"--infilter=CSV:{ord(separator)},34,76,1"
    convert = ["--convert-to", kind, "--outdir", str(folder), str(file)]
    subprocess.run(
        [soffice, "--headless", profile, read_as, *convert],
        check=True,
        timeout=SECONDS,
        stdout=subprocess.DEVNULL,
    )
    return file.with_suffix(f".{kind}")


def repeated(cell: ET.Element) -> "repeat[ET.Element]":
    return repeat(cell, int(cell.get(f"{TABLE}number-columns-repeated", 1)))


def text_of(cell: ET.Element) -> str:
    date = cell.get(f"{OFFICE}date-value")
    return date or "\n".join("".join(part.itertext()) for part in cell.iter(f"{TEXT}p"))


def faults_of_rows(table: list[list[ET.Element]]) -> list[str]:
    head, *body = ([text_of(cell) for cell in row] for row in table)
    rows = [dict(zip(head, cells, strict=False)) for cells in body]
    names = ("event", "place", "paragraph", "date_basis")
    expected = [(row.event, row.place or "", row.paragraph, row.basis) for row in told()]
    checks = {
        "rows": [tuple(row[name] for name in names) for row in rows] == expected,
        "attribution": {row["attribution_en"] for row in rows} == {ATTRIBUTION},
        "letters": any("Ałmaty" in row["place_name_pl"] for row in rows),
    }
    for event, days in DATES.items():
        (found,) = {(row["earliest"], row["latest"]) for row in rows if row["event"] == event}
        checks[f"dates of {event}"] = found == tuple(str(day or "") for day in days)
    return [f"{what}: not what the data files tell" for what, holds in checks.items() if not holds]


def faults_of_hostile(soffice: str, folder: Path) -> list[str]:
    data = folder / "hostile"
    data.mkdir()
    file = export(write_hostile(data), data)  # apart: others read the map in the folder
    faults = []
    for separator in ",;":
        cells = [c for row in open_in(soffice, data, file, separator) for c in row]
        formulas = sum(cell.get(f"{TABLE}formula") is not None for cell in cells)
        links = sum(1 for cell in cells for _ in cell.iter(f"{TEXT}a"))
        if formulas or links:
            faults.append(f"cut at {separator!r}: {formulas} formulas and {links} links")
        whole = [cell for cell in cells if "onerror" in text_of(cell)]
        if not whole or (separator == "," and len(text_of(whole[0])) < len(HOSTILE)):
            faults.append(f"cut at {separator!r}, the text is not there")
    return faults
