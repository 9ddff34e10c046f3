"""Putting a draft into a folder."""

from __future__ import annotations

from pathlib import Path

from statement_map.drafting.proposing import Draft
from statement_map.files.events_yaml import Comments, comment_lines, write_events
from statement_map.files.folder import world_outlines, write_folder
from statement_map.files.locations_csv import write_locations
from statement_map.reading.outlines import Outlines

_HEAD = (
    "A draft, made from the text by rules. Nothing in it has been reviewed: correct dates, places, "
    "titles, texts, kinds and topics, add what is missing, and remove what is wrong.",
    "Titles and texts are still the words of the text; replace them by your own, told as what the "
    "issuer states. `phrase`, `when_phrase` and `quote` are verbatim and stay.",
    "Comments that start with a line's number say what of the text was not understood.",
)


def build_files(draft: Draft) -> tuple[bytes, bytes]:
    """Return the content of events.yaml and locations.csv; what was not understood is a comment."""
    notes, told = draft.notes, 0
    before = {}
    for position, event in enumerate(draft.events):
        first = told
        while told < len(notes) and notes[told].position <= position:
            told += 1
        before[event.id] = tuple(comment_lines(map(str, notes[first:told])))
    comments = Comments(
        tuple(comment_lines(_HEAD)), before, tuple(comment_lines(map(str, notes[told:])))
    )
    events = write_events(draft.statement, draft.events, comments)
    return events.encode(), write_locations(draft.places).encode()


def write_draft(draft: Draft, directory: Path, outlines: Outlines | None = None) -> None:
    """Write the files of ``draft`` into ``directory``, with the outlines it uses.

    Without ``outlines`` they are those of all countries. Raises :class:`DataErrors` if a file
    cannot be written.
    """
    write_folder(directory, *build_files(draft), (outlines or world_outlines()).data)
