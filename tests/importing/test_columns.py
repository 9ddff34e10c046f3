"""Which column means what, as far as its name or its cells tell."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from statement_map.importing.columns import guess_columns
from statement_map.importing.tables import Sheet, SheetRow


def sheet(columns: list[str], *rows: list[str]) -> Sheet:
    named = [dict(zip(columns, cells, strict=True)) for cells in rows]
    told = tuple(SheetRow(n, cells) for n, cells in enumerate(named, start=2))
    return Sheet("a.csv", tuple(columns), told)


@pytest.mark.parametrize(
    ("columns", "chosen", "found"),
    [
        (
            ["Headline", "Start date", "Miejsce"],
            {},
            {"title": "Headline", "start": "Start date", "place": "Miejsce"},
        ),
        # The likelier name first; what is named twice stands in its first column.
        (["name", "title"], {}, {"title": "title"}),
        (["title", "Title"], {}, {"title": "title"}),
        # Somebody says otherwise, or that there is none.
        (["title", "b"], {"title": "b"}, {"title": "b"}),
        (["title", "b"], {"title": ""}, {}),
        # A whole date goes before its parts.
        (["title", "date", "year", "month"], {}, {"title": "title", "start": "date"}),
        (
            ["title", "year", "month", "day"],
            {},
            {"title": "title", "year": "year", "month": "month", "day": "day"},
        ),
        # LP-TSV, where each row is a place.
        (["id", "title", "title_source"], {}, {"title": "title", "place": "title"}),
    ],
)
def test_by_their_names(
    columns: list[str], chosen: Mapping[str, str], found: dict[str, str]
) -> None:
    assert guess_columns(sheet(columns), chosen) == found


def test_by_their_cells_where_no_name_tells() -> None:
    """Nine in ten are days; the words are those with the most letters, and no address."""
    rows = [
        [f"2022-01-{n:02}", "It says so", "https://example.org/a-long-one"] for n in range(1, 10)
    ]
    found = guess_columns(sheet(["a", "b", "c"], *rows, ["soon", "And so", "https://a.b"]), {})
    assert found == {"start": "a", "title": "b"}
    found = guess_columns(sheet(["a", "b"], *[[r[0], r[1]] for r in rows[:4]], ["soon", "x"]), {})
    assert "start" not in found
