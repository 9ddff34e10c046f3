"""Statement Map: one published statement on a map, stepped through in time."""
