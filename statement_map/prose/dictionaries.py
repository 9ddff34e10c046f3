"""Which dictionary a language has here."""

from __future__ import annotations

from functools import lru_cache

from statement_map.prose import sgjp, vesum
from statement_map.prose.endings import endings_of
from statement_map.prose.languages import CODES, table_of
from statement_map.prose.letters import letters_of
from statement_map.prose.lexicon import EndingsLexicon, Lexicon, PlainLexicon


@lru_cache(maxsize=4)
def open_lexicon(language: str) -> Lexicon:
    """Return the lexicon of ``language``: its dictionary, or else what its table says."""
    if dictionary := open_dictionary(language):
        return dictionary
    endings = endings_of(language)
    if endings.section:
        return EndingsLexicon(endings, letters_of(language))
    others = (open_dictionary(code) for code in CODES if code != language)
    first_names = table_of(language).words("text", "first_names")
    return PlainLexicon(next(filter(None, others), None), first_names)


def open_dictionary(language: str) -> Lexicon | None:
    """Return the dictionary that the table of ``language`` names, None if it is not installed."""
    name = table_of(language).section("text").get("dictionary")
    if name == sgjp.NAME and (analyser := sgjp.open_analyser()):
        return sgjp.SgjpLexicon(analyser)
    if name == vesum.NAME and (analyser := vesum.open_analyser()):
        return vesum.VesumLexicon(analyser)
    return None


def is_without_dictionary(language: str) -> bool:
    """Return whether the table of ``language`` names a dictionary that is not installed."""
    names_one = "dictionary" in table_of(language).section("text")
    return names_one and open_dictionary(language) is None
