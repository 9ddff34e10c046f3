"""The alternatives, each a small app that shows the same marks at the day on a slider."""
