"""Greek names in Latin letters, by the rules of ELOT 743 as maps and signposts have them."""

from __future__ import annotations

import re

from statement_map.language.folding import fold

GREEK = re.compile("[α-ωά-ώἀ-ῼ]", re.IGNORECASE)
_LONGER = {
    "ου": "ou", "γγ": "ng", "γξ": "nx", "γχ": "nch", "γκ": "gk",
    "ντ": "nt", "μπ": "mp", "τσ": "ts", "τζ": "tz",
    "θ": "th", "χ": "ch", "ψ": "ps",
}  # fmt: skip
_LETTERS = str.maketrans("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo")
_V_OR_F = re.compile("(?<=[αεη])[υύ](?=(.?))")
"""The second letter of a pair that is spoken as v or f; what stands behind it tells which."""

_VOICELESS = "θκξπσςτφχψ"


def written(name: str) -> str:
    """Return a name in Greek letters as it is written in Latin ones."""
    words = [_word(word) for word in re.split(r"([\s-]+)", name)]
    return "".join(word[:1].upper() + word[1:] for word in words)


def _word(word: str) -> str:
    small = word.casefold().replace("ϋ", "ι")  # no pair with the vowel before it
    small = _V_OR_F.sub(_v_or_f, small)
    small = re.sub("^μπ", "b", fold(small))
    for letters, latin in _LONGER.items():
        small = small.replace(letters, latin)
    return small.translate(_LETTERS)


def _v_or_f(found: re.Match[str]) -> str:
    return "f" if not found[1] or found[1] in _VOICELESS else "v"
