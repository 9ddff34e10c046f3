"""A folder that any web server can hand out: the handout as a page, with all that belongs to it.

Nothing in it asks another host for anything, but for whoever follows a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from urllib.parse import urljoin, urlsplit

import segno

from statement_map.exporting.citing import cite
from statement_map.exporting.formats import FORMATS
from statement_map.exporting.handout import Linked
from statement_map.exporting.handout import export as export_handout
from statement_map.exporting.picture.projection import WIDTH_PX
from statement_map.exporting.preview import HEIGHT_PX, draw_preview
from statement_map.exporting.source import ExportSource
from statement_map.language import languages

INDEX, PREVIEW, CODE, CITATION = "index.html", "preview.png", "qr.svg", "citation.txt"
_NO_JEKYLL = ".nojekyll"
"""GitHub Pages then hands the files out as they are."""


def is_address(text: str) -> bool:
    """Return whether ``text`` is the address of a page of the web."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not text.split()[1:]


def build_site(
    source: ExportSource, data: Mapping[str, bytes], address: str | None, today: date
) -> dict[str, bytes]:
    """Return the files of the site by their path in its folder.

    ``data`` are the files that the map is made from, by name. What tells an ``address`` (the QR
    code, and how the map is cited) is only there if it is known: it ends where the page is.
    """
    files = dict(data)
    for format_ in FORMATS.values():
        if format_.name != "html":
            files[format_.file_name] = format_.export(source)
    site = {f"data/{name}": content for name, content in files.items()}
    if address:
        site[CODE] = _draw_code(address)
        site[CITATION] = _cite(source, address, today)
    linked = Linked(
        address,
        urljoin(address, PREVIEW) if address else PREVIEW,
        WIDTH_PX,
        HEIGHT_PX,
        tuple(sorted(site)),
    )
    site[PREVIEW] = draw_preview(source)
    return {INDEX: export_handout(source, linked), **site, _NO_JEKYLL: b""}


def _draw_code(address: str) -> bytes:
    stream = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(stream, kind="svg", border=4, dark="#000", light="#fff", scale=8)
    return stream.getvalue()


def _cite(source: ExportSource, address: str, today: date) -> bytes:
    statement = source.atlas.statement
    cited = (cite(statement, language, address, today) for language in languages().values())
    return ("\n\n".join(cited) + "\n").encode()
