"""The statement for other programs, and for those without a network."""

from statement_map.exporting.formats import FORMATS, Format
from statement_map.exporting.source import Source, read_boundaries, read_source

__all__ = ["FORMATS", "Format", "Source", "read_boundaries", "read_source"]
