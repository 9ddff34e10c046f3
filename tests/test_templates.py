"""Templates: their text is escaped, and what they are not given is no blank."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from statement_map.language import languages
from statement_map.language.templates import Templates
from statement_map.model import Text

ENGLISH = languages()["en"]


def write(folder: Path, template: str, /, **values: object) -> str:
    (folder / "a.html").write_text(template, encoding="utf-8")
    return Templates(folder).write("a.html", ENGLISH, **values)


def test_words_and_values_are_escaped(tmp_path: Path) -> None:
    assert write(tmp_path, "{{ who }}, {{ w('look-stated') }}", who='<b> & "') == (
        "&lt;b&gt; &amp; &#34;, stated in the text"
    )


def test_a_text_of_the_data_says_its_language(tmp_path: Path) -> None:
    told = write(tmp_path, "{{ markup.read(text, language) }}", text=Text({"pl": "<Koń>"}))
    assert told == '<span lang="pl">&lt;Koń&gt;</span>'


def test_a_name_that_is_not_given_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="'nobody' is undefined"):
        write(tmp_path, "{{ nobody }}")


def test_of_two_folders_the_first_counts(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(name, encoding="utf-8")
    (tmp_path / "other" / "b.html").write_text("b", encoding="utf-8")
    templates = Templates(tmp_path / "one", tmp_path / "other")
    assert templates.write("a.html", ENGLISH) == "one"
    assert templates.write("b.html", ENGLISH) == "b"
