"""The form of the chapters: what is pressed there is a change of the work, as any other."""

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from statement_map.panels.review.desk import STATEMENT, Desk
from statement_map.reviewing import History
from tests.reviewing.samples import sample

NAMES = ("English", "Polski", "Українська")


def form() -> None:
    from statement_map.language import languages
    from statement_map.panels.review.chapters import show_chapters_form
    from statement_map.panels.review.desk import current_desk

    desk = current_desk()
    if desk:
        show_chapters_form(desk, desk.event("prices-fall"), languages()["en"])


def opened() -> tuple[AppTest, Desk]:
    desk = Desk(History(sample()))
    page = AppTest.from_function(form, default_timeout=60)
    page.session_state["review-desk"] = desk
    page.run()
    assert not page.exception
    return page, desk


def press(page: AppTest, name: str) -> None:
    next(button for button in page.button if button.label == name).click()
    page.run()
    assert not page.exception


def labels(page: AppTest) -> list[str]:
    return [field.label for field in page.text_input]


def title(page: AppTest) -> TextInput:
    return next(field for field in page.text_input if field.label == "Chapter 1 (English)")


def told(desk: Desk) -> list[str]:
    return [chapter.events[0] for chapter in desk.work.atlas.statement.chapters]


def disabled(page: AppTest) -> set[str]:
    return {button.label for button in page.button if button.disabled}


def test_chapters_are_proposed_put_in_moved_and_taken_out_and_all_is_undone() -> None:
    page, desk = opened()
    assert [button.label for button in page.button] == [
        *("Propose chapters", "Make the event shown a chapter"),
    ]
    press(page, "Propose chapters")
    assert told(desk) == ["prices-rise", "prices-told"]
    assert disabled(page) == {"Move 1 up", "Move 2 down"}

    press(page, "Make the event shown a chapter")
    assert told(desk) == ["prices-rise", "prices-fall", "prices-told"]
    assert "Make the event shown a chapter" in disabled(page)

    press(page, "Move 2 up")
    assert told(desk) == ["prices-fall", "prices-rise", "prices-told"]
    press(page, "Move 1 down")
    press(page, "Take 3 out")
    assert told(desk) == ["prices-rise", "prices-fall"]

    for _ in range(5):
        desk.go(desk.history.undo())
    assert (told(desk), desk.history.past) == ([], ())


def test_the_title_of_a_chapter_is_typed_and_refused_where_it_is_empty() -> None:
    page, desk = opened()
    press(page, "Propose chapters")
    assert title(page).value == "Prices rise"
    title(page).set_value("They say that prices rose").run()
    (first, _) = desk.work.atlas.statement.chapters
    assert first.title.root["en"] == "They say that prices rose"
    title(page).set_value("").run()
    assert desk.faults_of(STATEMENT) == {
        "chapters[0].title": ["is missing; found nothing; write a value"]
    }
    assert desk.work.atlas.statement.chapters[0] == first


def test_the_language_of_the_text_has_a_field_and_the_others_are_one_press_away() -> None:
    page, desk = opened()
    press(page, "Propose chapters")
    assert labels(page) == ["Chapter 1 (English)", "Chapter 2 (English)"]
    assert desk.work.atlas.statement.chapters[1].title.root["pl"] == "O cenach"
    press(page, "Also in Polski, Українська")
    assert labels(page) == [
        f"Chapter {number} ({name})" for number in (1, 2) for name in NAMES
    ]  # fmt: skip
    assert page.text_input[4].value == "O cenach"
    press(page, "Only in English")
    assert labels(page) == ["Chapter 1 (English)", "Chapter 2 (English)"]
    assert desk.work.atlas.statement.chapters[1].title.root["pl"] == "O cenach"


def test_what_was_refused_in_another_language_stays_in_sight() -> None:
    page, desk = opened()
    press(page, "Propose chapters")
    desk.type_in(STATEMENT, ("chapters", 0, "title", "kk"), "\x00")
    page.run()
    assert labels(page)[0] == "Chapter 1 (English)"
    assert len(labels(page)) == 3
