"""Data files written, and changed in place; :mod:`statement_map.reading` reads them."""
