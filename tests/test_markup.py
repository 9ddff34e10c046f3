"""A text of the data says which language it is in where that is not the page's."""

import pytest

from statement_map.language import languages, markup
from statement_map.model import Text

POLISH, UKRAINIAN = languages()["pl"], languages()["uk"]
TITLE = Text({"pl": "Tytuł <1>", "en": "Title <1>"})


@pytest.mark.parametrize(
    ("written", "html"),
    [
        (markup.read(TITLE, POLISH), "Tytuł &lt;1&gt;"),
        (markup.read(TITLE, UKRAINIAN), '<span lang="en">Title &lt;1&gt;</span>'),
        (markup.read(TITLE, UKRAINIAN, "Title [&]"), '<span lang="en">Title [&amp;]</span>'),
        (
            markup.sentence(UKRAINIAN, "attribution-short", issuer=markup.read(TITLE, UKRAINIAN)),
            'Хто це заявляє: <span lang="en">Title &lt;1&gt;</span>',
        ),
        (
            markup.sentence(UKRAINIAN, "attribution-short", issuer="<b>"),
            "Хто це заявляє: &lt;b&gt;",
        ),
    ],
)
def test_a_text_in_another_language_is_marked_as_it(written: str, html: str) -> None:
    assert written == html
