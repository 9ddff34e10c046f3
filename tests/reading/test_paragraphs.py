"""Paragraphs of texts as people paste them: bullets, date lines, printed pages, broken words."""

import pytest

from statement_map.reading import split_paragraphs


@pytest.mark.parametrize(
    ("text", "introduction", "paragraphs"),
    [
        ("Title\n\n• One.\n• Two.", "Title", ("One.", "Two.")),
        ("► One.\n▪ Two.\n● Three.", "", ("One.", "Two.", "Three.")),
        # what tells something before the first bullet is no introduction
        (
            "The battle\nOn 3 May 1921 they met. On 4 May they left.\n• On 5 May it rained.",
            "The battle",
            ("On 3 May 1921 they met. On 4 May they left.", "On 5 May it rained."),
        ),
        # a line like a date between bullets
        (
            "Maj 1971\n3 maja\n► W Opolu padało.\n4 maja\n► W Brzegu wiało.",
            "Maj 1971",
            ("3 maja", "W Opolu padało.", "4 maja", "W Brzegu wiało."),
        ),
        # of several date lines the first heads no more than the others
        (
            "March 3, 1921\n\nIt rained.\n\nMarch 5, 1921\n\nIt blew.",
            "",
            ("March 3, 1921", "It rained.", "March 5, 1921", "It blew."),
        ),
        (
            "Rain in March 1921\n\nIt rained.\n\nIt blew.",
            "Rain in March 1921",
            ("It rained.", "It blew."),
        ),
        # a printed page without blank lines
        (
            "It rained for so long that nobody went out of the\n"
            "house any more, and the river rose.\n"
            "On the next day the bridge was closed, and those who\n"
            "lived behind it had to stay there until the evening\n"
            "of the day after.",
            "",
            (
                "It rained for so long that nobody went out of the\n"
                "house any more, and the river rose.",
                "On the next day the bridge was closed, and those who\n"
                "lived behind it had to stay there until the evening\n"
                "of the day after.",
            ),
        ),
        # words broken at the end of a line, by a hyphen or a soft one, and pages
        (
            "Padało.\n\nBył w Pozna-\nniu dnia 5 ma-\nja 1925 r.",
            "",
            ("Padało.", "Był w Poznaniu\n dnia 5 maja\n 1925 r."),
        ),
        ("w Byd\xad\ngoszczy.\x0cPa\xaddało.", "", ("w Bydgoszczy.", "Padało.")),
        ("Padało.\n\nByło to w Bielsku-\nBiałej.", "", ("Padało.", "Było to w Bielsku-\nBiałej.")),
    ],
)  # fmt: skip
def test_paragraphs(text: str, introduction: str, paragraphs: tuple[str, ...]) -> None:
    assert split_paragraphs(text) == (introduction, paragraphs)
