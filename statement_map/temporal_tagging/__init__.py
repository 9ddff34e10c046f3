"""Dates in a text (temporal tagging): where they stand, what they mean, and what that rests on.

``grammar`` compiles the rules of a language's table and ``joining`` finds their phrases in a
sentence; ``meanings`` says what each means by itself, as the values of ``said``. ``resolving``
reads them one after another in the light of those before and of the heads of their ``entries``,
counting with ``counting``.
"""

from statement_map.temporal_tagging.entries import DateMark
from statement_map.temporal_tagging.finding import find_dates
from statement_map.temporal_tagging.heading import find_publication

__all__ = ["DateMark", "find_dates", "find_publication"]
