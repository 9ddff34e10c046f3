"""HTML from templates that are written in one language and escape all text (Jinja)."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from statement_map.language import Language, markup


class Templates:
    """The templates in some folders; of two with one name that of the first folder is taken.

    Each knows the :class:`Language` as ``language``, its words as ``w`` and, for the texts of the
    data, :mod:`statement_map.language.markup`. A name that it is not given is an error.
    """

    def __init__(self, *folders: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["markup"] = markup

    def write(self, name: str, language: Language, **values: object) -> str:
        """Return the HTML of the template ``name`` in ``language``."""
        template = self._environment.get_template(name)
        return template.render(language=language, w=language.words, **values)
