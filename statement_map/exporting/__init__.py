"""The statement for other programs, and for those without a network."""

from statement_map.exporting.formats import FORMATS, PICTURE_NAME, Format
from statement_map.exporting.source import ExportSource, build_source, read_source

__all__ = ["FORMATS", "PICTURE_NAME", "ExportSource", "Format", "build_source", "read_source"]
