"""The folder that any web server hands out."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from statement_map.__main__ import main
from statement_map.exporting import FORMATS, read_source
from statement_map.exporting.site import build_site, is_address
from statement_map.reading import FILES
from tests.conftest import ROOT

ADDRESS = "https://example.org/maps/january/"
TODAY = date(2026, 11, 27)
DATA = {name: (ROOT / "data" / name).read_bytes() for name in FILES}


def tags(page: str) -> dict[str, str]:
    """What the page tells those that link to it."""
    found = re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="(.*?)">', page)
    return dict(found)


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height, which stand in the first chunk (PNG, third edition, 11.2.1)."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert png[12:16] == b"IHDR"
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


@pytest.mark.slow
def test_the_folder_is_written_with_its_data_and_what_links_to_it_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "public" / "map"
    arguments = ["export", str(ROOT / "data"), "--format", "site", "--address", ADDRESS]
    assert main([*arguments, "--output", str(folder)]) == 0
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(capsys.readouterr().out.split()) == {str(folder / name) for name in written}
    exports = {format_.file_name for format_ in FORMATS.values() if format_.name != "html"}
    of_data = {f"data/{name}" for name in {*exports, *FILES}}
    own = {"index.html", "preview.png", "qr.svg", "citation.txt", ".nojekyll"}
    assert written == own | of_data
    page = (folder / "index.html").read_text("utf-8")
    told = tags(page)
    assert told["og:url"] == ADDRESS
    assert told["og:image"] == f"{ADDRESS}preview.png"
    assert (
        told["og:title"] == "Stanowisko władz Kazachstanu w sprawie wydarzeń ze stycznia 2022 roku"
    )
    assert size_of((folder / "preview.png").read_bytes()) == (1200, 630)
    assert set(re.findall(r'<a href="([^"]+)">', page.split('class="beside"')[1])) >= of_data
    assert ADDRESS in (folder / "citation.txt").read_text("utf-8")
    assert ET.parse(folder / "qr.svg").getroot().tag.endswith("svg")
    assert main(["check", str(folder / "data")]) == 0


@pytest.mark.slow
def test_without_an_address_nothing_tells_one() -> None:
    site = build_site(read_source(ROOT / "data"), DATA, None, TODAY)
    assert not {"qr.svg", "citation.txt"} & set(site)
    told = tags(site["index.html"].decode())
    assert told["og:image"] == "preview.png"
    assert "og:url" not in told
    assert build_site(read_source(ROOT / "data"), DATA, None, TODAY) == site


def test_the_handout_alone_tells_nothing_to_those_that_link_to_it() -> None:
    page = FORMATS["html"].export(read_source(ROOT / "data")).decode()
    assert tags(page) == {}
    assert 'class="beside"' not in page


@pytest.mark.parametrize(
    "text", ["example.org", "ftp://example.org/", "https://", "https://a b/", "http://[", ""]
)
def test_what_is_no_address(text: str) -> None:
    assert not is_address(text)


def test_an_address_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--format", "site", "--address", "here", "--output", "x"])
    assert "is no address of a page: 'here'; write https://" in capsys.readouterr().err


def test_an_address_is_for_a_site_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--format", "html", "--address", ADDRESS, "--output", "x"])
    assert "--address is for --format site" in capsys.readouterr().err
