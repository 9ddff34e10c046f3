"""From data files to an atlas, with every error, its line and what to write instead."""

from statement_map.reading.data import FILES, Reading, read_atlas, read_data
from statement_map.reading.text import compare_with_text, split_paragraphs

__all__ = ["FILES", "Reading", "compare_with_text", "read_atlas", "read_data", "split_paragraphs"]
