"""What docs/ says of the code holds: the glossary's words stand where it says."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "statement_map"
ROWS = [
    [cell.strip() for cell in line.split("|")[1:-1]]
    for line in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| our word")
]


def text_of(where: str) -> str:
    """All that stands in a file or a folder of the package."""
    path = PACKAGE / where
    files = [path] if path.is_file() else [it for it in path.rglob("*") if it.suffix in SOURCES]
    return "\n".join(file.read_text(encoding="utf-8") for file in files).casefold()


SOURCES = {".py", ".js", ".html", ".toml"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_word_of_the_glossary_is_used_where_it_says(row: list[str]) -> None:
    words, _, _, where = row
    places = re.findall(r"`([^`]+)`", where)
    if not places:
        assert (ROOT / "docs" / re.findall(r"\]\(([^)]+)\)", where)[0]).is_file()
        return
    for place in places:
        text = text_of(place)
        for word in words.split(", "):
            assert re.search(rf"\b{word}".replace(" ", "[ _]"), text), (word, place)


@pytest.mark.parametrize("file", sorted((ROOT / "docs").rglob("*.md")), ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", file.read_text(encoding="utf-8"))
    assert [target for target in targets if not (file.parent / target).exists()] == []


def test_every_picture_is_one_that_the_script_takes() -> None:
    script = (ROOT / "scripts" / "take_pictures.py").read_text(encoding="utf-8")
    taken = set(re.findall(r'"([a-z-]+\.(?:png|webp))"', script))
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in documents)
    assert set(re.findall(r"!\[[^\]]+\]\((?:docs/)?([^)]+)\)", text)) == taken
