"""Data in which texts are what no program should take for its own."""

import shutil
from pathlib import Path

from tests.conftest import ROOT

HOSTILE = (
    '=HYPERLINK("https://example.org";"x");+1;@SUM(1) $[name] `tick` ${window.ran=1} '
    "{{ 7*7 }} <![CDATA[ ]]> --> </script><script>window.ran=2</script> "
    "<img src=x onerror=window.ran=3> &amp; ' \" \\u003c"
)
"""What a spreadsheet, a script, a template, HTML and XML could each take for their own."""


def as_yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def write_hostile(folder: Path) -> Path:
    """Write data in which the texts of one event, its place and the statement are hostile."""
    shutil.copy(ROOT / "data" / "boundaries.geojson", folder)
    places = (ROOT / "data" / "locations.csv").read_text(encoding="utf-8")
    quoted = '"' + HOSTILE.replace('"', '""') + '"'
    for name in ("Almaty International Airport", "Międzynarodowe lotnisko Ałmaty"):
        assert name in places
        places = places.replace(name, quoted)
    (folder / "locations.csv").write_text(places, encoding="utf-8")
    events = (ROOT / "data" / "events.yaml").read_text(encoding="utf-8")
    for text in (
        "Władze o zajęciu lotniska w Ałmaty",
        "Almaty airport said to be seized",
        "the authorities of Kazakhstan",
        "The Kazakh authorities’ statement on the events of January 2022",
    ):
        assert f": {text}\n" in events
        events = events.replace(f": {text}\n", f": {as_yaml(HOSTILE)}\n")
    phrase = "phrase: międzynarodowe lotnisko Ałmaty"
    assert phrase in events
    events = events.replace(phrase, f"phrase: {as_yaml(HOSTILE)}", 1)
    (folder / "events.yaml").write_text(events, encoding="utf-8")
    return folder
