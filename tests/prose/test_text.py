"""Language, paragraphs and sentences; texts that are refused."""

from pathlib import Path

import pytest

from statement_map.errors import DataErrors
from statement_map.prose.text import MAX_CHARACTERS, build_source, read_source, split_sentences


def sentences(text: str, language: str = "pl") -> list[str]:
    return [text[start:stop] for start, stop in split_sentences(text, language)]


def fault(path: Path, **options: str) -> str:
    with pytest.raises(DataErrors) as caught:
        read_source(path, **options)
    (error,) = caught.value.exceptions
    return str(error).replace(f"{path.parent}/", "")


def test_polish_sentences() -> None:
    text = (
        "W dniu 2 stycznia 2022 r. w porcie padało. Prezydent K. Nowak ogłosił np. stan wyjątkowy. "
        "Było to w 1956 r. Potem, ok. godz. 12.30, ucichło! Czy na pewno? Tak…"
    )
    assert sentences(text) == [
        "W dniu 2 stycznia 2022 r. w porcie padało.",
        "Prezydent K. Nowak ogłosił np. stan wyjątkowy.",
        "Było to w 1956 r.",
        "Potem, ok. godz. 12.30, ucichło!",
        "Czy na pewno?",
        "Tak…",
    ]


def test_english_sentences() -> None:
    text = 'Mr. J. Smith left on Jan. 5, 2022. "Why?" he asked. It rained (see Fig. 2). The end.'
    assert sentences(text, "en") == [
        "Mr. J. Smith left on Jan. 5, 2022.",
        '"Why?" he asked.',
        "It rained (see Fig. 2).",
        "The end.",
    ]


def test_items_of_a_list_are_sentences() -> None:
    assert sentences("5 May: rain\n- wind\n- snow") == ["5 May: rain", "- wind", "- snow"]


def test_what_is_longer_than_a_sentence_is_cut() -> None:
    pieces = sentences("word " * 1000 + "x" * 5000)
    assert max(map(len, pieces)) == 2000
    assert "".join(pieces).replace(" ", "") == "word" * 1000 + "x" * 5000


def test_lines_are_counted() -> None:
    source = build_source("text", "The title\n\nIt was cold. It rained\nfor days. Then it ended.")
    assert [(it.paragraph, it.line, it.start) for it in source.sentences()] == [
        *((0, 1, 0), (1, 3, 0), (1, 3, 13), (1, 4, 33))
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rząd ogłosił w stolicy stan wyjątkowy, a policja zamknęła ulice.", "pl"),
        ("5 maja 1990 – Kraków\n6 maja 1990 – Łódź", "pl"),
        ("The government declared an emergency in the capital.", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert build_source("text", text).language == language


@pytest.mark.parametrize(
    "text",
    [
        "Der Präsident hat am 5. Januar in Berlin eine Rede gehalten und die Lage war ernst.",
        "Президент объявил чрезвычайное положение в стране.",
        "Prezident vyhlásil v zemi výjimečný stav a na náměstí se sešli lidé.",
        "Le président a déclaré l'état d'urgence dans le pays et la police a agi.",
        "1234 5678 9999",
    ],
)
def test_another_language_is_refused(text: str, tmp_path: Path) -> None:
    (path := tmp_path / "text.txt").write_text(text, encoding="utf-8")
    assert fault(path) == (
        "text.txt: is in no language that is drafted; found neither Polish, English nor Ukrainian "
        "words enough; name the language with --language if it is one of them"
    )
    assert read_source(path, "en").language == "en"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "text.txt: is empty; found no text; write the data"),
        (b" \n\t\n", "text.txt: is empty; found no text; write the data"),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00",
            "text.txt:1: is not UTF-8 text; found the byte 0x89 after 0 others in this line; "
            "save the file as UTF-8",
        ),
        (
            b"It was\x00 cold.",
            "text.txt:1: holds a control character; found '\\x00'; remove it",
        ),
        (
            b"the " * (MAX_CHARACTERS // 4 + 1),
            f"text.txt: is too long; found {MAX_CHARACTERS + 4} characters; "
            f"draft at most {MAX_CHARACTERS} at once",
        ),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    (path := tmp_path / "text.txt").write_bytes(content)
    assert fault(path) == message


def test_a_text_that_is_not_there(tmp_path: Path) -> None:
    assert fault(tmp_path / "no.txt") == (
        "no.txt: is missing; found no such file; write it, or name another folder"
    )
