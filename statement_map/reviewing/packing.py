"""What is taken home from a review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from statement_map.exporting import FORMATS, build_source
from statement_map.exporting.site import build_site
from statement_map.reviewing.work import BOUNDARIES, EVENTS, PLACES, TEXT, Work


def build_handout(work: Work) -> bytes:
    """Return the offline handout of ``work``, an HTML page."""
    return FORMATS["html"].export(build_source(work.atlas, work.timeline, work.outlines))


def build_zip(work: Work, *, with_text: bool = True) -> bytes:
    """Return a ZIP of the data files, the text if it is known and wanted, and the handout.

    It can be opened again, on the page and, unpacked, on the command line.
    """
    files = _data(work)
    if with_text and work.text is not None:
        files[TEXT] = work.text.encode()
    return _zip({**files, FORMATS["html"].file_name: build_handout(work)})


def build_site_zip(work: Work, address: str | None, today: date) -> bytes:
    """Return a ZIP of the folder that a web server hands out; the text itself is not in it.

    ``address`` is where it will be, None where that is not known.
    """
    source = build_source(work.atlas, work.timeline, work.outlines)
    return _zip(build_site(source, _data(work), address, today))


def _data(work: Work) -> dict[str, bytes]:
    return {
        EVENTS: work.events_yaml.encode(),
        PLACES: work.locations_csv.encode(),
        BOUNDARIES: work.outlines.data,
    }


def _zip(files: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()
