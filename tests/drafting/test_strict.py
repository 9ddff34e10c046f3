"""How well drafts do when they are counted strictly, and that the counting is strict."""

from pathlib import Path

import pytest

from tests.drafting.strict import FORMS, Count, count_text, names


def test_each_form_has_two_texts_in_each_language() -> None:
    kinds = [tuple(name.split(".")[1:]) for name in names()]
    assert all(kinds.count((form, code)) >= 2 for form in FORMS for code in ("en", "pl"))


def test_texts_of_all_forms_are_drafted_well() -> None:
    total = sum((count_text(name) for name in names()), Count())
    assert total.share("dates_right", "dates_asked") >= 0.935
    assert total.share("dates_right", "dates_proposed") >= 0.945
    assert total.share("places_right", "places_asked") >= 0.84
    assert total.share("places_right", "places_proposed") >= 0.905
    assert total.share("dated_right", "dated_asked") >= 0.76
    assert total.share("events_right", "events_proposed") >= 0.755


ANSWERS = """\
points:
  Leeds: 53.80 -1.55
  Paris: 48.86 2.35
told:
  On 3 May:
  - [{date}, {place}]
"""


@pytest.mark.parametrize(
    ("date", "place", "expected"),
    [
        ("1902-05-03", "Leeds", (1, 1, 1, 1)),
        ("1902-05-04", "Leeds", (0, 1, 0, 0)),  # another day
        ("1902-05", "Leeds", (0, 1, 0, 0)),  # a month is not a day of it
        ("none", "Leeds", (0, 1, 0, 0)),
        ("1902-05-03", "Paris", (1, 0, 0, 0)),  # another town
    ],
)
def test_what_counts(
    date: str,
    place: str,
    expected: tuple[int, int, int, int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "t.prose.en.txt").write_text("On 3 May 1902 it rained in Leeds.", "utf-8")
    answers = ANSWERS.format(date=date, place=place)
    (tmp_path / "t.prose.en.yaml").write_text(answers, "utf-8")
    monkeypatch.setattr("tests.drafting.strict.TEXTS", tmp_path)
    count = count_text("t.prose.en")
    assert (
        *(count.dates_right, count.places_right),
        *(count.dated_right, count.events_right),
    ) == expected
