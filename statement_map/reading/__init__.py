"""From data files to an atlas, with every error, its line and what to write instead."""

from statement_map.reading.data import FILES, Reading, read_atlas, read_data, read_files
from statement_map.reading.files import Content
from statement_map.reading.paragraphs import split_paragraphs
from statement_map.reading.text import compare_with_text

__all__ = [
    "FILES",
    "Content",
    "Reading",
    "compare_with_text",
    "read_atlas",
    "read_data",
    "read_files",
    "split_paragraphs",
]
