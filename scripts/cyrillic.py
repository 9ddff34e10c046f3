"""Names in Cyrillic as Polish and English write them.

Ukrainian follows the rules of PWN and of the Ukrainian government (2010), Russian and Belarusian
those of PWN and of BGN/PCGN, in short. What is to be searched by is folded, and makes no difference
between l and ł.
"""

from __future__ import annotations

import re

_SHARED = {
    "а": "a", "б": "b", "д": "d", "з": "z", "к": "k", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "ь": "", "ъ": "", "'": "", "’": "",
}  # fmt: skip
_POLISH = _SHARED | {
    "в": "w", "ж": "ż", "й": "j", "л": "l", "х": "ch", "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz",
    "э": "e", "ы": "y", "ї": "ji", "ў": "u",
}  # fmt: skip
_ENGLISH = _SHARED | {
    "в": "v", "ж": "zh", "й": "i", "л": "l", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "э": "e", "ы": "y", "ё": "yo", "ў": "u",
}  # fmt: skip
_UKRAINIAN = {"г": "h", "ґ": "g", "е": "e", "и": "y", "і": "i"}
_RUSSIAN = {"г": "g", "и": "i", "і": "i"}
_BELARUSIAN = {"г": "h", "и": "i", "і": "i"}
CYRILLIC = re.compile("[а-яёіїєґў]", re.IGNORECASE)
_HARD_L = re.compile("л(?![еёияюьіє])", re.IGNORECASE)
_VOWELS = "аеёиоуыэюяіїєьъ"
_IOTATED = {"я": "a", "ю": "u", "є": "e", "ё": "o", "е": "e"}
_SOFTENED = {"з": "ź", "н": "ń", "с": "ś", "ц": "ć"}


def written(name: str, country: str, *, to_be_read: bool = False) -> list[str]:
    """Return a name in Cyrillic as English and Polish write it, nothing if it is in none.

    What is ``to_be_read`` has the Polish ł before all but soft vowels and the soft sign.
    """
    if not CYRILLIC.search(name) or re.search("[A-Za-zђјљњћџѓќѕ]", name):
        return []
    is_ukrainian = bool(re.search("[іїєґ]", name.casefold())) or country == "UA"
    is_belarusian = bool(re.search("[ў]", name.casefold())) or country == "BY"
    special = (
        _BELARUSIAN
        if is_belarusian and not re.search("[щи]", name.casefold())
        else _UKRAINIAN
        if is_ukrainian and not re.search("[ыэё]", name.casefold())
        else _RUSSIAN
    )
    words = name.split(" ")
    english = " ".join(english_of(word, special) for word in words)
    if to_be_read:
        words = _HARD_L.sub("ł", name).split(" ")
    polish = " ".join(polish_of(word, special) for word in words)
    return [english, polish]


def english_of(word: str, special: dict[str, str]) -> str:
    """Return a word in the letters of English."""
    letters = _ENGLISH | special
    if special is _UKRAINIAN:
        iotated = {"я": "ia", "ю": "iu", "є": "ie", "ї": "i"}
        first = {"я": "ya", "ю": "yu", "є": "ye", "ї": "yi", "й": "y"}
    else:
        iotated = {"я": "ya", "ю": "yu", "е": "e", "й": "y"}
        first = {"е": "ye"}
    return _spelled(word, letters | iotated, first, iotated)


def polish_of(word: str, special: dict[str, str]) -> str:
    """Return a word in the letters of Polish: the vowels that soften what is before them too."""
    small, out = word.casefold(), ""
    for at, letter in enumerate(small):
        before, following = small[at - 1 : at], small[at + 1 : at + 2]
        if letter in _IOTATED and not (letter == "е" and special is _UKRAINIAN):
            out += _softening(before, at) + _IOTATED[letter]
        elif following == "ь" and letter in _SOFTENED:
            out += _SOFTENED[letter]
        elif letter == "и" and special is not _UKRAINIAN and before in tuple("жшц"):
            out += "y"
        else:
            out += (_POLISH | special).get(letter, letter)
    if special is not _UKRAINIAN:
        out = re.sub("([iy])j$", r"\1", out)
    return _capitals(out.replace("nśk", "ńsk").replace("śk", "sk").replace("ćk", "ck"))


def _softening(before: str, at: int) -> str:
    """Return what Polish writes before a vowel that softens the letter ``before`` it."""
    if before in tuple("'’") and at > 1:
        return "i"
    if not before or before in _VOWELS:
        return "j"
    return "" if before in "лйжшчщц" else "i"


def _spelled(
    word: str, letters: dict[str, str], first: dict[str, str], iotated: dict[str, str]
) -> str:
    small, out = word.casefold(), ""
    for at, letter in enumerate(small):
        if letter == "г" and small[at - 1 : at] == "з" and letters["г"] == "h":
            out += "gh"
            continue
        starts = (
            not at
            or small[at - 1] == "-"
            or (iotated.get("е") and letter == "е" and small[at - 1] in _VOWELS)
        )
        out += first[letter] if starts and letter in first else letters.get(letter, letter)
    return _capitals(out)


def _capitals(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
