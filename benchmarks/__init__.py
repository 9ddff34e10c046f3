"""The side-by-side measurements: this app against what people would use instead."""
