"""Statement Map: one published statement on a map, stepped through in time."""

__version__ = "1.0.0"
