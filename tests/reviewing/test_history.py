from statement_map.reviewing import History, Work
from statement_map.reviewing.editing import change_event
from statement_map.reviewing.history import MOST
from tests.reviewing.samples import sample


def titled(work: Work, title: str) -> Work:
    return change_event(work, "prices-rise", {"title": {"en": title}})


def title(history: History) -> str:
    return history.present.atlas.events[0].title.read("en")


def test_changes_are_taken_back_and_made_again() -> None:
    start = sample()
    history = History(start)
    for each in ("one", "two"):
        history = history.add(titled(history.present, each))
    assert title(history) == "two"
    assert title(history.undo()) == "one"
    assert history.undo().undo().present == start
    assert history.undo().undo().undo().present == start
    assert title(history.undo().undo().redo()) == "one"
    assert title(history.undo().undo().redo().redo()) == "two"
    assert title(history.redo()) == "two"


def test_a_change_after_going_back_ends_what_was_taken_back() -> None:
    history = History(sample()).add(titled(sample(), "one")).undo()
    history = history.add(titled(history.present, "other"))
    assert title(history) == "other"
    assert history.redo() == history
    assert title(history.undo()) == "Prices rise"


def test_what_changes_nothing_is_no_change() -> None:
    history = History(sample())
    assert history.add(titled(sample(), "Prices rise")) is history


def test_so_many_changes_can_be_taken_back() -> None:
    works = [titled(sample(), f"{number}") for number in range(2)]
    history = History(sample())
    for number in range(MOST + 2):
        history = history.add(works[number % 2])
    for _ in range(MOST + 2):
        history = history.undo()
    assert (title(history), len(history.future)) == ("1", MOST)


def test_what_is_past_is_kept_without_what_can_be_made_again() -> None:
    work = sample()
    assert work.events_yaml
    assert work.timeline.steps
    history = History(work).add(titled(work, "one"))
    (past,) = history.past
    assert past == work
    assert not {"events_yaml", "locations_csv", "timeline"} & vars(past).keys()
    # What the change left as it was is the same object, not one more for each change.
    assert history.present.atlas.events[1] is past.atlas.events[1]
    assert history.present.atlas.places["north"] is past.atlas.places["north"]
