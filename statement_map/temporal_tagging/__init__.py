"""Dates in a text (temporal tagging): where they stand, what they mean, and what that rests on.

``grammar`` compiles the rules of a language's table and ``joining`` finds their phrases in a
sentence; ``meanings`` says what each means by itself, as the values of ``said``. ``resolving``
reads them one after another in the light of those before, counting with ``counting``.
"""

from statement_map.temporal_tagging.finding import find_dates
from statement_map.temporal_tagging.heading import find_publication
from statement_map.temporal_tagging.resolving import DateMark

__all__ = ["DateMark", "find_dates", "find_publication"]
