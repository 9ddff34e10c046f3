"""Works to be changed: the small sample files, and the project's own data."""

from collections.abc import Callable

import pytest

from statement_map.errors import DataErrors
from statement_map.model import Event
from statement_map.reading import FILES
from statement_map.reviewing import Work
from statement_map.reviewing.opening import open_files
from tests.conftest import ROOT
from tests.reading.samples import BOUNDARIES, EVENTS, LOCATIONS, change

# A third event, undated, for what takes more than two.
THIRD = """\
  - id: prices-told
    paragraph: [1, 2]
    basis: none
    places:
      - {id: capital, phrase: in the capital}
      - {id: north, phrase: In the north}
    kind: claim
    topic: prices
    title: {en: Prices are told, pl: O cenach}
    text: {en: It tells the prices., pl: Podaje ceny.}
    quote: prices rose
    note: {en: A note.}
    reviewed: no
"""


# The same with comments between events.
COMMENTED = change(EVENTS, "  - id: prices-fall", "  # line 4: again\n  - id: prices-fall")
COMMENTED += "  # line 5: told\n" + THIRD + "  # line 6: the end\n"


def sample(
    events: str = EVENTS + THIRD, locations: str = LOCATIONS, boundaries: str = BOUNDARIES
) -> Work:
    contents = (each.encode() for each in (events, locations, boundaries))
    return open_files(dict(zip(FILES, contents, strict=True)))


def own_data() -> Work:
    return open_files({name: (ROOT / "data" / name).read_bytes() for name in FILES})


def event_of(work: Work, id_: str) -> Event:
    (found,) = (event for event in work.atlas.events if event.id == id_)
    return found


def mentions(work: Work, id_: str) -> list[tuple[str, str]]:
    """The places that an event names, each with its phrase."""
    return [(it.id, it.phrase) for it in event_of(work, id_).places]


def refused(change: Callable[[], object]) -> list[str]:
    """Return all that is told where a change is refused."""
    with pytest.raises(DataErrors) as caught:
        change()
    return [str(fault) for fault in caught.value.faults]
