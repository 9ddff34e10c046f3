"""Ukrainian names in Latin letters, by the table of 2010 that the state itself uses.

Cabinet of Ministers, resolution 55 of 27 January 2010; its own examples.
"""

from __future__ import annotations

import pytest

from statement_map.prose.letters import letters_of


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Алушта", "alushta"),
        ("Борщагівка", "borshchahivka"),
        ("Гадяч", "hadiach"),
        ("Ґалаґан", "galagan"),
        ("Єнакієве", "yenakiieve"),
        ("Житомир", "zhytomyr"),
        ("Згорани", "zghorany"),
        ("Розгон", "rozghon"),
        ("Їжакевич", "yizhakevych"),
        ("Кадиївка", "kadyivka"),
        ("Йосипівка", "yosypivka"),
        ("Стрий", "stryi"),
        ("Юрій", "yurii"),
        ("Яготин", "yahotyn"),
        ("Костянтин", "kostiantyn"),
        ("Щербухи", "shcherbukhy"),
    ],
)
def test_as_the_resolution_writes_them(word: str, latin: str) -> None:
    assert letters_of("uk").in_latin(word) == latin


def test_a_language_in_latin_letters_keeps_them() -> None:
    assert letters_of("pl").in_latin("Łódź") == "łódź"
