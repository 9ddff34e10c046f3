"""One set of sizes, distances and heights: no style has one of its own."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "statement_map"
MEASURES = PACKAGE / "map_view" / "assets" / "measures.css"
PICTURE = PACKAGE / "exporting" / "picture" / "assets" / "picture.css"
"""An SVG of its own: who draws SVG outside browsers knows no custom properties."""

STYLES = [
    path
    for path in sorted((*PACKAGE.rglob("*.css"), *PACKAGE.rglob("sharing.html")))
    if path not in (MEASURES, PICTURE)
]
HELD = re.compile(
    r"(?<![\w-])(font|font-size|font-family|line-height|border-radius|min-height|(?:row-|column-)?gap"
    r"|(?:padding|margin)(?:-[a-z]+)*)\s*:\s*([^;{}]+)"
)
LENGTH = re.compile(r"(?<![\w.])\d*\.?\d+(?:rem|em|px|pt)\b")
HAIRLINES = {"0px", "0.75px", "1px"}
"""A border's width, or half of one's, is no distance."""


def declared(path: Path) -> list[tuple[str, str]]:
    """The properties of a style sheet that the measures are for, each with its value."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return HELD.findall(re.sub(r"@(?:media|container)[^{]*", "", text))


def has_own(name: str, value: str) -> bool:
    """Whether a value is said in figures, or in a family of type, instead of by the measures."""
    if "serif" in value or "monospace" in value:
        return True
    if name == "line-height" and value[0].isdigit():
        return True
    return not HAIRLINES.issuperset(LENGTH.findall(value))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_has_no_size_of_its_own(path: Path) -> None:
    own = [f"{name}: {value}" for name, value in declared(path) if has_own(name, value)]
    assert own == []


def test_a_size_of_its_own_would_be_found() -> None:
    assert has_own("font-size", "0.9rem")
    assert has_own("font", "13px/1.4 var(--family)")
    assert has_own("font", "inherit, sans-serif")
    assert has_own("line-height", "1.3")
    assert has_own("padding", "var(--space-1) 5px")
    assert not has_own("padding", "0 var(--space-1) 1px calc(100% - var(--menu))")
    assert len(STYLES) >= 13


def test_every_measure_is_used_and_every_one_that_is_used_is_there() -> None:
    known = set(re.findall(r"(--[a-z]+(?:-[a-z0-9]+)?):", MEASURES.read_text(encoding="utf-8")))
    text = "".join(path.read_text(encoding="utf-8") for path in STYLES)
    used = set(re.findall(r"var\((--[a-z0-9-]+)", text))
    assert known - used == set()
    kinds = ("--type-", "--space-", "--leading-", "--radius")
    assert {name for name in used - known if name.startswith(kinds)} == set()


def test_streamlit_is_told_the_same() -> None:
    settings = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    theme = tomllib.loads(settings)["theme"]
    told = dict(
        re.findall(r"(--[a-z0-9-]+): ([^;]+);", MEASURES.read_text("utf-8").split("@media")[0])
    )
    assert theme["font"] == told["--family"]
    assert theme["baseRadius"] == told["--radius"]
    sizes = {value for name, value in told.items() if name.startswith("--type-")}
    assert set(theme["headingFontSizes"]) <= sizes
