"""How paragraphs and places stand to a day: examples, worked out by hand."""

from datetime import date

import pytest

from statement_map.timeline import Account, State, Timeline, at_step
from tests.timelines import jan, make_event, make_timeline

NOW, POSSIBLE, OPEN, EARLIER, LATER = State


def test_accounts() -> None:
    timeline = make_timeline(
        make_event("now", "2022-01-05", paragraph=1),
        make_event("possible", "2022-01-04/2022-01-06", paragraph=[2]),
        make_event("past", "2022-01-02", paragraph=3),
        make_event("coming", "2022-01-08", paragraph=4),
        make_event("undated", paragraph=5),
        # no place: it counts as any other, and is told apart
        make_event("placeless", "2022-01-05", paragraph=6, places=[]),
        # paragraph 8: what is nearest in time counts, with a place or without
        make_event("eight-past", "2022-01-02", paragraph=8),
        make_event("eight-possible", "2022-01-05~", paragraph=[8, 9]),
        make_event("eight-undated", paragraph=8),
        make_event("nine-placeless", "2022-01-05", paragraph=9, places=[]),
        # told after the 8th: that day is possible, and those before are open
        make_event("suggested", paragraph=11, after=["coming"]),
        paragraphs=11,
    )
    assert accounts_at(timeline, jan(5)) == {
        Account.NOW: (1, 6, 9),
        Account.POSSIBLE: (2, 8),
        Account.OPEN: (5, 11),
        Account.OTHER_DATE: (3, 4),
        Account.UNCOVERED: (7, 10),
    }
    assert accounts_at(timeline, jan(2)) == {
        Account.NOW: (3, 8),
        Account.POSSIBLE: (),
        Account.OPEN: (5, 11),
        Account.OTHER_DATE: (1, 2, 4, 6, 9),
        Account.UNCOVERED: (7, 10),
    }
    assert accounts_at(timeline, jan(8))[Account.POSSIBLE] == (11,)
    assert timeline.placeless == {6}


def accounts_at(timeline: Timeline, day: date) -> dict[Account, tuple[int, ...]]:
    """The paragraphs under each account on ``day``."""
    step = timeline.steps.index(day)
    accounts = [at_step(changes, step) for changes in timeline.paragraph_accounts]
    return {
        account: tuple(n for n, each in enumerate(accounts, start=1) if each is account)
        for account in Account
    }


def test_without_a_date_paragraphs_are_open() -> None:
    timeline = make_timeline(make_event("a"), make_event("b", paragraph=2, places=[]), paragraphs=3)
    assert timeline.paragraph_accounts == (
        ((0, Account.OPEN),),
        ((0, Account.OPEN),),
        ((0, Account.UNCOVERED),),
    )
    assert timeline.placeless == {2}


def test_states_of_places() -> None:
    timeline = make_timeline(
        make_event("a", "2022-01-03", places=["p"]),
        make_event("b", "2022-01-02/2022-01-05", places=["q"], basis="inferred"),
        make_event("c", "2022-01-04/2022-01-05", places=["r"], throughout=True),
        make_event("d", "2022-01-06", places=["p", "s"]),
        make_event("e", places=["s", "t"]),
        places=[{"id": "v", "phrase": "there"}],
        published="2022-01-05/2022-01-06",
        published_basis="inferred",
    )
    assert timeline.steps == (jan(2), jan(3), jan(4), jan(5), jan(6))
    assert timeline.place_states == {
        "p": ((0, LATER), (1, NOW), (2, EARLIER), (4, NOW)),
        "q": ((0, POSSIBLE), (4, OPEN)),
        "r": ((0, LATER), (2, NOW), (4, EARLIER)),
        "s": ((0, OPEN), (4, NOW)),
        "t": ((0, OPEN),),
        "u": ((0, OPEN),),
        "v": ((0, LATER), (3, POSSIBLE)),
    }


@pytest.mark.parametrize(
    ("published", "basis", "changes"),
    [
        ("2021-12-31", "stated", ((0, EARLIER),)),
        ("2022-01-02", "stated", ((0, NOW), (1, EARLIER))),
        ("2022-01-03", "stated", ((0, LATER), (1, NOW), (2, EARLIER))),
        # inferred: no older than the last day that the text tells of as past; its end is a guess
        ("2022-01-03", "inferred", ((0, LATER), (1, POSSIBLE), (2, OPEN))),
        ("2022-01-03/..", "inferred", ((0, LATER), (1, POSSIBLE))),
        ("../2022-01-03", "inferred", ((0, POSSIBLE), (2, OPEN))),
        ("2022-01-04", "stated", ((0, LATER), (2, NOW))),
        ("2022-01-05", "stated", ((0, LATER),)),
        ("2022-01-03/2022-01-09", "stated", ((0, LATER), (1, POSSIBLE))),
        ("2022-01-03~", "stated", ((0, LATER), (1, POSSIBLE), (2, EARLIER))),
        ("2021-12-31/..", "stated", ((0, POSSIBLE),)),
    ],
)
def test_a_place_of_the_introduction_goes_by_the_publication(
    published: str, basis: str, changes: tuple[tuple[int, State], ...]
) -> None:
    timeline = make_timeline(
        make_event("a", "2022-01-02/2022-01-04"),
        places=[{"id": "v", "phrase": "there"}],
        published=published,
        published_basis=basis,
    )
    assert timeline.place_states["v"] == changes


def test_states_of_places_without_dates() -> None:
    assert set(make_timeline(make_event("u")).place_states.values()) == {((0, OPEN),)}
