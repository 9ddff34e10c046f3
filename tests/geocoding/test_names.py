"""Names in other cases, without diacritics, inflected."""

import pytest

from statement_map.geocoding.names import Name, is_inflected, read_name
from statement_map.model import PlaceKind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kazachstan", Name(("kazachstan",))),
        ("w obwodzie Mangistauskim", Name(("mangistauskim",), PlaceKind.REGION)),
        ("Маңғыстау облысы", Name(("мангыстау",), PlaceKind.REGION)),
        ("w mieście Ałmaty", Name(("almaty",), PlaceKind.CITY)),
        ("город Алматы", Name(("алматы",), PlaceKind.CITY)),
        ("na terytorium Kazachstanu", Name(("kazachstanu",), PlaceKind.COUNTRY)),
        ("lotnisko w Warszawie", Name(("warszawie",), PlaceKind.SITE)),
        ("lotnisko miasta Ałmaty", Name(("almaty",), PlaceKind.SITE)),
        ("międzynarodowe lotnisko Ałmaty", Name(("almaty",), PlaceKind.SITE, True)),
        ("Алматы халықаралық әуежайы", Name(("алматы",), PlaceKind.SITE, True)),
        ("Nur-Sułtan", Name(("nur", "sultan"))),
        ("w całym kraju", Name(("calym", "kraju"))),
        ("", Name(())),
    ],
)
def test_read_name(text: str, name: Name) -> None:
    assert read_name(text) == name


@pytest.mark.parametrize(
    ("inflected", "name"),
    [
        *((case, "Kazachstan") for case in ("Kazachstanu", "Kazachstanowi", "Kazachstanem")),
        ("Kazachstanie", "Kazachstan"),
        *((case, "mangistauski") for case in ("mangistauskiego", "mangistauskim")),
        *((case, "Polska") for case in ("Polski", "Polsce", "Polskę", "Polską")),
        *((case, "Rosja") for case in ("Rosji", "Rosję", "Rosją")),
        *((case, "Armenia") for case in ("Armenii", "Armenię")),
        *((case, "Białoruś") for case in ("Białorusi",)),
        *((case, "Warszawa") for case in ("Warszawy", "Warszawie", "Warszawę")),
        *((case, "Karaganda") for case in ("Karagandy", "Karagandzie")),
        *((case, "Chiny") for case in ("Chin", "Chinom", "Chinach")),
        *((case, "Arabia Saudyjska") for case in ("Arabii Saudyjskiej", "Arabię Saudyjską")),
        ("Pawłodarze", "Pawłodar"),
        ("Moskwie", "Moskwa"),
    ],
)
def test_polish_cases(inflected: str, name: str) -> None:
    assert is_inflected(read_name(inflected).words, read_name(name).words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Nigeria", "Niger"),
        ("Malta", "Mali"),
        ("Australii", "Austria"),
        ("Iraku", "Iran"),
        ("zachodnim Kazachstanie", "zachodniokazachstański"),
        ("zachodnim Kazachstanie", "Kazachstan"),
        ("Kazachstanie", "zachodnim Kazachstanie"),
        ("", ""),
    ],
)
def test_other_names_are_not_cases(words: str, name: str) -> None:
    assert not is_inflected(read_name(words).words, read_name(name).words)
