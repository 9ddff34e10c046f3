"""What somebody settles who reads a proposal beside its text."""

from statement_map.reviewing import editing
from statement_map.reviewing.settling import (
    Progress,
    accept_event,
    date_event,
    next_unseen,
    progress_of,
)
from statement_map.reviewing.work import Work
from statement_map.when import read_when
from tests.reviewing.samples import event_of, sample

ID = "prices-told"  # the third event: undated, and nobody has seen it


def with_unsure_place() -> Work:
    """The sample, with a place of which several have the name."""
    values = {"method": "gazetteer", "confidence": "low", "review": "a or b", "reviewed": "no"}
    return editing.change_place(sample(), "capital", {**values, "source": "GeoNames"})


def test_how_far_it_is() -> None:
    assert progress_of(sample()) == Progress(2, 3, ())
    assert progress_of(with_unsure_place()) == Progress(2, 3, ("capital",))


def test_accepting_an_event_settles_its_places() -> None:
    work = accept_event(with_unsure_place(), ID)
    assert progress_of(work) == Progress(3, 3, ())
    place = work.atlas.places["capital"]
    assert (place.reviewed, place.review, place.confidence) == (True, None, "high")


def test_a_place_that_lies_nowhere_stays_open() -> None:
    work, id_ = editing.add_place(sample(), "Nowhere")
    work = editing.mention_place(work, ID, id_, "In the north")
    work = accept_event(work, ID)
    assert event_of(work, ID).reviewed
    assert progress_of(work) == Progress(3, 3, (id_,))


def test_a_point_put_there_by_eye_is_never_sure() -> None:
    values = {"source": "estimate of the project", "confidence": "medium", "reviewed": "no"}
    work = accept_event(editing.change_place(sample(), "capital", values), ID)
    assert (work.atlas.places["capital"].reviewed, work.atlas.places["capital"].confidence) == (
        *(True, "medium"),
    )


def test_the_next_that_nobody_has_seen() -> None:
    work = editing.change_event(sample(), "prices-rise", {"reviewed": False})
    assert next_unseen(work, "prices-rise") == "prices-rise"
    assert next_unseen(work, "prices-fall") == ID
    assert next_unseen(accept_event(work, ID), ID) == "prices-rise"  # from the start again
    assert next_unseen(sample(), ID) == ID
    assert next_unseen(accept_event(sample(), ID), ID) is None


def test_a_date_with_the_words_that_state_it() -> None:
    event = event_of(date_event(sample(), ID, read_when("2022-01-03"), "the next day"), ID)
    assert (str(event.when), event.basis, event.when_phrase) == (
        *("2022-01-03", "stated", "the next day"),
    )


def test_a_date_without_words_is_the_editors() -> None:
    event = event_of(date_event(sample(), ID, read_when("2022-01")), ID)
    assert (str(event.when), event.basis, event.when_phrase) == ("2022-01", "inferred", None)


def test_another_reading_of_the_words_is_still_stated() -> None:
    before = event_of(sample(), "prices-rise")
    event = event_of(date_event(sample(), before.id, read_when("2021-01-02")), before.id)
    assert (event.basis, event.when_phrase) == ("stated", before.when_phrase)


def test_no_date() -> None:
    """Neither neighbours nor their words bound it any more."""
    bound = {"basis": "inferred", "after": ["prices-rise"], "after_cue": "then", "why_then": None}
    work = editing.change_event(sample(), ID, bound)
    event = event_of(date_event(work, ID, None), ID)
    assert (event.when, event.basis, event.after, event.cues("after")) == (None, "none", (), ())


def test_a_date_of_its_own_replaces_the_neighbours() -> None:
    bound = {"basis": "inferred", "after": ["prices-rise"], "after_cue": "then"}
    work = editing.change_event(sample(), ID, bound)
    event = event_of(date_event(work, ID, read_when("2022-01-04")), ID)
    assert (str(event.when), event.after, event.cues("after")) == ("2022-01-04", (), ())


def test_words_keep_binding_a_date_of_its_own() -> None:
    own = {"basis": "inferred", "when": "2022-01-04", "after_cue": "then"}
    work = editing.change_event(sample(), ID, own)
    event = event_of(date_event(work, ID, read_when("2022-01-05")), ID)
    assert event.cues("after") == ("then",)
    event = event_of(date_event(work, ID, read_when("../2022-01-05")), ID)
    assert event.cues("after") == ()  # there is no such end
