"""What is taken home from a review."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from statement_map.exporting import FORMATS, build_source
from statement_map.reviewing.work import BOUNDARIES, EVENTS, PLACES, TEXT, Work


def build_handout(work: Work) -> bytes:
    """Return the offline handout of ``work``, an HTML page."""
    return FORMATS["html"].export(build_source(work.atlas, work.timeline, work.outlines))


def build_zip(work: Work, *, with_text: bool = True) -> bytes:
    """Return a ZIP of the data files, the text if it is known and wanted, and the handout.

    It can be opened again, on the page and, unpacked, on the command line.
    """
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(EVENTS, work.events_yaml)
        archive.writestr(PLACES, work.locations_csv)
        archive.writestr(BOUNDARIES, work.outlines.data)
        if with_text and work.text is not None:
            archive.writestr(TEXT, work.text)
        archive.writestr(FORMATS["html"].file_name, build_handout(work))
    return stream.getvalue()
