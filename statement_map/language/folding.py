"""How words are compared: without case and without marks on letters, "lodz" as "Łódź"."""

from __future__ import annotations

import re
import unicodedata

# Letters with a stroke, a tail or no dot, which Unicode does not take apart. The Kazakh ones
# become the Russian letters that stand for them where there is no Kazakh keyboard.
_PLAIN = str.maketrans("łđøħŧıәғқңөұүһі’", "ldohtiагкноуухи'")

_LONGEST_ID = 40
"""Characters; an id stands in addresses and in files that people edit."""


def fold(text: str) -> str:
    """Return ``text`` without case and diacritics: ``Ałmaty`` as ``almaty``, ``’`` as ``'``."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = (letter for letter in decomposed if not unicodedata.combining(letter))
    return "".join(letters).translate(_PLAIN)


def as_id(name: str, otherwise: str) -> str:
    """Return ``name`` in small letters, digits and hyphens, ``otherwise`` if none is left."""
    return re.sub("[^a-z0-9]+", "-", fold(name))[:_LONGEST_ID].strip("-") or otherwise
