"""The page in the map's frame, which is the same for everybody and without any content."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from statement_map.browser.bundling import bundle
from statement_map.map_view import LEAFLET, MEASURES_STYLE, STYLE, TOPICS_STYLE
from statement_map.policy import FRAME_POLICY

EMPTY_MAP = STYLE.with_name("frame.json")
"""What folium writes into the page (see :mod:`.by_folium`), kept so that the app need not import
it: with numpy, which it brings, that was half of what the first visitor waited for."""

_PROGRAM = Path(str(files("statement_map.map_view") / "map"))
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_IMAGE = re.compile(r"url\([^)]*\)")  # of markers and buttons that this map has none of


@dataclass(frozen=True)
class Frame:
    """A page with an empty map: its HTML body, the one script and the one style that it loads."""

    body: str
    script: str
    style: str

    def page(self, script_address: str, style_address: str) -> str:
        """Return the page. It says its policy itself, for where no header can be sent."""
        return _PAGE.format(
            policy=FRAME_POLICY, style=style_address, body=self.body, script=script_address
        )


_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Map</title>
<link rel="stylesheet" href="{style}">
</head>
<body>
{body}
<script src="{script}"></script>
</body>
</html>
"""


@cache
def build_frame() -> Frame:
    """Return the page in the map's frame.

    Once it has loaded, the page around it calls ``statementMap.draw(map, content, outlines)`` in
    it. It listens to no messages, so no other page can make it do anything; and what folium would
    write into the page is in the files instead, so nothing written into it has to run.
    """
    made = json.loads(EMPTY_MAP.read_text(encoding="utf-8"))
    return Frame(
        body=made["body"],
        script="\n".join((made["before"], scripts(), made["after"])),
        style="\n".join((made["style"], styles())),
    )


@cache
def map_script() -> str:
    """Return the script of the map, which puts ``statementMap`` on its window; it needs Leaflet."""
    return bundle(_PROGRAM / "map.js").as_script()


def scripts() -> str:
    """Return Leaflet, and after it the script that draws the map."""
    return _SOURCE_MAP.sub("", _read([LEAFLET / "leaflet.js"])) + map_script()


def styles() -> str:
    """Return Leaflet's style, and after it that of the map."""
    return _IMAGE.sub("none", _read((LEAFLET / "leaflet.css", MEASURES_STYLE, TOPICS_STYLE, STYLE)))


def _read(files: Iterable[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
