"""What somebody settles who reads a proposal beside its text."""

from statement_map.reviewing import editing
from statement_map.reviewing.looking_up import ReadDate
from statement_map.reviewing.settling import (
    Progress,
    accept_event,
    date_event,
    join_next,
    next_unseen,
    progress_of,
    split_off,
)
from statement_map.reviewing.work import Work
from statement_map.when import read_when
from tests.reading.samples import TEXT
from tests.reviewing.samples import event_of, refused, sample

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


# ------------------------------------------------------------------ splitting and joining

TWO_IN_ONE = """By the issuer, in the capital.

 • In the north prices rose, and on 3 January they rose in the capital.
 • Everywhere they fell again.
"""
REST = "on 3 January they rose in the capital"
THIRD_OF_JANUARY = ReadDate(read_when("2022-01-03"), "on 3 January")


def two_in_one() -> Work:
    """The sample, of whose first paragraph one event takes both dates' words and both places."""
    values = {
        "when": "2022-01-03",
        "when_phrase": "on 3 January",
        "places": [
            {"id": "north", "phrase": "In the north"},
            {"id": "capital", "phrase": "in the capital"},
        ],
    }
    work = editing.remove_event(sample(), ID)
    return editing.change_event(work.with_text(TWO_IN_ONE), "prices-rise", values)


def test_words_that_are_split_off_take_what_they_name() -> None:
    work, id_ = split_off(two_in_one(), REST, 1, THIRD_OF_JANUARY)
    assert [event.id for event in work.atlas.events] == ["prices-rise", id_, "prices-fall"]
    first, second = event_of(work, "prices-rise"), event_of(work, id_)
    assert (first.when, first.basis, [it.id for it in first.places]) == (None, "none", ["north"])
    assert (str(second.when), second.when_phrase, [it.id for it in second.places]) == (
        *("2022-01-03", "on 3 January", ["capital"]),
    )
    assert (second.title.root, second.reviewed) == ({"en": REST}, False)


def test_all_that_an_event_tells_stays_with_it() -> None:
    whole = "In the north prices rose, and on 3 January they rose in the capital."
    work, id_ = split_off(two_in_one(), whole, 1, THIRD_OF_JANUARY)
    assert len(event_of(work, "prices-rise").places) == 2
    assert event_of(work, id_).places == ()


def test_words_before_any_event_take_nothing() -> None:
    work, id_ = split_off(sample().with_text(TEXT), "Everywhere", 2, None)
    assert (event_of(work, id_).places, event_of(work, id_).basis) == ((), "none")


def test_joining_with_the_next() -> None:
    work = join_next(sample(), "prices-fall")
    assert [event.id for event in work.atlas.events] == ["prices-rise", "prices-fall"]
    assert {it.id for it in event_of(work, "prices-fall").places} == {"regions", "capital", "north"}
    assert join_next(work, "prices-fall") == work  # the last one
    dated = editing.change_event(sample(), "prices-fall", {"when": "2022-01-03", "after": []})
    assert refused(lambda: join_next(dated, "prices-rise")) == [
        "events.yaml: events[0].when: are two dates; found 2022-01-02 and 2022-01-03; "
        "take one of them away first"
    ]
