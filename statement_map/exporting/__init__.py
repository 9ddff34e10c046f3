"""The statement for other programs, and for those without a network."""

from statement_map.exporting.formats import FORMATS, PICTURE_NAME, Format
from statement_map.exporting.source import Source, read_boundaries, read_source

__all__ = ["FORMATS", "PICTURE_NAME", "Format", "Source", "read_boundaries", "read_source"]
