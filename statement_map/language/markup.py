"""Words and texts as HTML, in which a text of the data says which language it is in.

Where the data have a text in another language than that of the page, it stands in an element with
a ``lang`` of its own, so that a screen reader pronounces it as what it is.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from statement_map.language import Language
from statement_map.model import Statement, Text


def read(text: Text, language: Language, words: str | None = None) -> Markup:
    """Return ``text`` as readers of ``language`` are shown it, or ``words`` in its place.

    ``words`` are the text with gaps, say.
    """
    shown = text.shown_in(language.code)
    return _marked(text.root[shown] if words is None else words, shown, language)


def _marked(words: str, code: str, language: Language) -> Markup:
    """Return ``words`` of the language ``code`` for a page in ``language``."""
    if code == language.code:
        return escape(words)
    return Markup('<span lang="{}">{}</span>').format(code, words)


def issuer(statement: Statement, language: Language) -> Markup:
    """Return who states it, or that it is not known."""
    if statement.issuer:
        return read(statement.issuer, language)
    return escape(language.issuer(statement))


def publisher(statement: Statement, language: Language) -> Markup:
    """Return where it was published, or that it is not known."""
    if statement.publisher:
        return read(statement.publisher, language)
    return escape(language.publisher(statement))


def attribution(statement: Statement, language: Language) -> Markup:
    """Return in a sentence whose account a statement is, as far as it is known."""
    key = "attribution" if statement.issuer else "attribution-unknown"
    return sentence(language, key, issuer=issuer(statement, language))


def sentence(language: Language, key: str, /, **gaps: Markup | str) -> Markup:
    """Return the words at ``key`` with HTML in their gaps."""
    entry = language.entries[key]
    assert isinstance(entry, str)
    return escape(entry).format(**gaps)
