"""Texts that a rule may take too long for: each unit many times over, and what it is put into."""

from collections.abc import Callable
from time import thread_time

UNITS = (
    *(".", "?!", "…", " ", "\t", "\n", ". \n", "„", "”", '"', "„”", "(", "()", "-", "–", ",", ", "),
    *("a", "A", "1", "é", "a\u0301", "日", "\U0001f600", "'", "a'", "§", "I", "X", "0", "1/", "1-"),
    *("a ", "A ", "Ab ", "Ab-", "1 ", "12 ", "1, ", "1. ", "I ", "XI ", "the ", "of ", "w ", "x. "),
    *(
        "stycznia ",
        "5 maja ",
        "5 May ",
        "May ",
        "May 5 ",
        "in 2000, ",
        "2000-",
        "lat ",
        "5. ",
        "5.5.",
    ),
    *(
        '"a" on 5 May ',
        "„” dnia 5 maja ",
        "not until ",
        "not a ",
        "do końca ",
        "w połowie ",
        "przed ",
    ),
    *("the first ", "the day ", "of last ", "in the spring of ", "in the early hours of the "),
    *("Monday ", "w poniedziałek ", "od ", "between ", "i ", "and ", "po ", "kilka dni ", "godz. "),
    *(
        "• ",
        "- a\n",
        "In London. ",
        "W Warszawie. ",
        "In Springfield, ",
        "in the north of France, ",
    ),
    *(
        "Yesterday two days later that week in London. ",
        "At Red Square. ",
        "5 May 2020\n",
        "tel. 1 ",
    ),
)
"""Marks, letters, digits, and words that rules are about, in both languages."""


HOSTILE = (
    *(("en", unit) for unit in (".", "\n", "(", "1", "A", "Ab ", "12 ", "May ", "in 2000, ", "a'")),
    *(
        ("en", unit)
        for unit in ('"a" on 5 May ', "In London. ", "In Springfield, ", "At Red Square. ")
    ),
    *(("en", unit) for unit in ("the day ", "5 May 2020\n", "- a\n", "\U0001f600", "not until ")),
    *(
        ("pl", unit)
        for unit in (
            "I ",
            "1, ",
            "w ",
            "stycznia ",
            "„” dnia 5 maja ",
            "W Warszawie. ",
            "w Radomiu, ",
        )
    ),
)
"""Those that whole drafts are made of, in the language of the draft."""

LEAST_SECONDS = 0.004
"""What takes less is too short to be told from the noise of a machine."""


def measure_growth(
    run: Callable[[str], object],
    build: Callable[[int], str],
    size: int,
    most: float,
    largest: int = 200_000,
) -> float:
    """Return how many times as long four times as much text takes, at best.

    That is 4 where time grows in a straight line and 16 where it grows with the square. What takes
    too little time to tell is made larger first, up to ``largest`` characters. Noise only makes it
    more: what is more than ``most`` is measured again.
    """

    def seconds(text: str) -> float:
        start = thread_time()
        run(text)
        return thread_time() - start

    def least_seconds(text: str) -> float:
        return min(seconds(text) for _ in range(2))

    while (least := least_seconds(build(size))) < LEAST_SECONDS and size < largest:
        size *= 2
    least, longer = max(least, LEAST_SECONDS), build(4 * size)
    growth = seconds(longer) / least
    return growth if growth < most else min(growth, seconds(longer) / least)
