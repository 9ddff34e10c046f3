"""What docs/exporting.md says holds."""

import re

from statement_map.exporting import FORMATS, PICTURE_NAME, ExportSource
from statement_map.exporting.rows import tell_rows
from statement_map.language import languages
from tests.conftest import ROOT

DOCS = (ROOT / "docs" / "exporting.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CELLS = [line.split("|")[1:-1] for line in DOCS.splitlines() if line.startswith("| `")]


def test_every_column_is_explained_and_there(source: ExportSource) -> None:
    explained = {name for first, *_ in CELLS for name in re.findall(r"`([a-z_…]+)`", first)}
    codes = "|".join({*languages(), "kk", "ru"})
    columns = {re.sub(rf"_({codes})$", "_…", name) for name in next(tell_rows(source)).values}
    assert columns == explained - {*FORMATS, "svg"}


def test_every_format_has_its_file() -> None:
    files = {(first.strip(" `"), second.strip(" `")) for first, second, *_ in CELLS}
    expected = {(name, format_.file_name) for name, format_ in FORMATS.items()}
    assert expected | {("svg", PICTURE_NAME)} <= files


def test_the_readme_names_every_format() -> None:
    _, told = README.split("- **Data for others**:")
    named = set(re.findall(r"`([a-z-]+)`", told.split("\n- **")[0]))
    assert named == {*FORMATS, "svg", "all"} - {"html"}


def test_the_handout_is_as_large_as_it_says(source: ExportSource) -> None:
    (megabytes,) = re.findall(r"The handout of this statement has ([\d.]+) MB", DOCS)
    assert round(len(FORMATS["html"].export(source)) / 1_000_000, 1) == float(megabytes)
