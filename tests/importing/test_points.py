"""Points as people type them; degrees by hand: 52°13′47″ is 52 + 13/60 + 47/3600."""

import pytest

from statement_map.importing.points import read_degrees, read_pair


@pytest.mark.parametrize(
    ("text", "letters", "degrees"),
    [
        ("52.23", "NS", 52.23),
        ("52,23", "NS", 52.23),
        ("-33.9", "NS", -33.9),
        ("52.23 N", "NS", 52.23),
        ("S 33.9", "NS", -33.9),
        ("18.4w", "EW", -18.4),
        ("52°13′47″N", "NS", 52.2297),
        ("21° 00' 44\" E", "EW", 21.0122),
        ("5° 30.5' S", "NS", -5.5083),
        ("-5° 30'", "EW", -5.5),
    ],
)
def test_degrees(text: str, letters: str, degrees: float) -> None:
    assert read_degrees(text, letters) == pytest.approx(degrees, abs=1e-4)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("50.43, 16.65", (50.43, 16.65)),
        ("50.43,16.65", (50.43, 16.65)),
        ("50.43 16.65", (50.43, 16.65)),
        ("50,43; 16,65", (50.43, 16.65)),
        ("50,43 16,65", (50.43, 16.65)),
        ("33.9 S 18.4 E", (-33.9, 18.4)),
        ("50°30'N, 16°30'E", (50.5, 16.5)),
    ],
)
def test_pairs(text: str, pair: tuple[float, float]) -> None:
    assert read_pair(text) == pytest.approx(pair)


@pytest.mark.parametrize("text", ["", "north", "nan", "12 E", "N 12 N", "12 13 14"])
def test_what_is_no_latitude(text: str) -> None:
    with pytest.raises(ValueError, match="has no point; found"):
        read_degrees(text, "NS")


@pytest.mark.parametrize("text", ["50", "50,43,16,65", "50.4, 16.6, 100", "50.43 N, 16.65 N"])
def test_what_is_no_pair(text: str) -> None:
    with pytest.raises(ValueError, match="has no point; found"):
        read_pair(text)
