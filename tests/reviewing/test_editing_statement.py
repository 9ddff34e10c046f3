"""The statement that is corrected."""

from statement_map.model import Text
from statement_map.reviewing.editing import (
    add_topic,
    change_event,
    change_statement,
    remove_topic,
)
from tests.reviewing.samples import own_data, refused, sample


def test_values_of_the_statement() -> None:
    work = change_statement(
        sample(), {"title": {"en": "A", "pl": "B"}, "url": "https://example.org/b"}
    )
    statement = work.atlas.statement
    assert (statement.title, statement.url) == (
        Text({"en": "A", "pl": "B"}),
        "https://example.org/b",
    )


def test_the_statement_keeps_where_numbers_and_sources_stand() -> None:
    before = own_data()
    work = change_statement(before, {"title": {"pl": "Inny tytuł"}})
    assert before.atlas.statement.numbers
    assert work.atlas.statement.numbers == before.atlas.statement.numbers
    assert work.atlas.statement.sources == before.atlas.statement.sources


def test_wrong_values_of_the_statement() -> None:
    values = {"url": "javascript:alert(1)", "published": "yesterday", "title": {}}
    assert refused(lambda: change_statement(sample(), values)) == [
        "events.yaml: statement.title: is missing; found nothing; write a value",
        "events.yaml: statement.url: is not a web address; found 'javascript:alert(1)'; "
        "write one that starts with https://",
        "events.yaml: statement.published: is not a date in EDTF; found 'yesterday'; write a day "
        "(2022-01-02), a month (2022-01), a year (2022) or an interval of them "
        "(2022-01-02/2022-01-04, 2022-01-02/..)",
    ]


def test_topics() -> None:
    work, id_ = add_topic(sample(), "Ceny i płace")
    assert id_ == "ceny-i-place"
    assert [(it.id, it.title.root) for it in work.atlas.statement.topics] == [
        ("prices", {"en": "Prices"}),
        ("ceny-i-place", {"en": "Ceny i płace"}),
    ]
    assert add_topic(work, "Prices")[1] == "prices-2"
    work = change_event(work, "prices-told", {"topic": id_})
    assert refused(lambda: remove_topic(work, id_)) == [
        "events.yaml: events[2].topic: is the topic of 1 events; found 'ceny-i-place'; "
        "give them another one"
    ]
    work = remove_topic(change_event(work, "prices-told", {"topic": "prices"}), id_)
    assert [it.id for it in work.atlas.statement.topics] == ["prices"]


def test_topics_that_cannot_be() -> None:
    assert refused(lambda: add_topic(sample(), " ")) == [
        "events.yaml: statement.topics[1].title: is missing; found nothing; write a value"
    ]
    assert refused(lambda: add_topic(sample(), "a\x00")) == [
        "events.yaml: statement.topics[1].title.en: holds a control character; found '\\x00'; "
        "remove it"
    ]
