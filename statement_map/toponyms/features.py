"""What makes one of several namesakes likelier than the others, and by how much.

Weights are powers of ten, as the inhabitants of a town are: what adds 1 makes a place ten times as
likely. They were set by hand on the texts in ``tests/drafting/texts``, round by round, so that
none of a round got worse; where a weight has a reason of its own, it says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that holds of a candidate in a text; ``why`` is told to whoever reviews it.

    ``proof`` is how much it tells that just this place is meant, where its namesakes are as likely.
    """

    name: str
    weight: float
    why: str
    proof: int = 0


_ALL = (
    Feature("qualified", 10.0, "its region or country is named right behind it", proof=2),
    Feature("about", 2.1, "the text is about its country", proof=1),
    Feature("mentioned", 1.8, "the text names its country, and other places there"),
    Feature("at home", 1.5, "it is in the country of the language, where other places are too"),
    Feature("nearby", 1.2, "other places of the text are in its country"),
    Feature("told", 2.0, "the text named it before", proof=2),
    Feature("in region", 2.0, "it lies in a region or area that the text names", proof=1),
    Feature("beside", 1.0, "it lies near a town of its paragraph that can be no other", proof=2),
    Feature("amid", 0.9, "it lies where most other places of the text lie", proof=1),
    Feature("well named", 0.8, "this is its first name, or the one in the dictionary"),
    # Häme in Finland is not meant by "Hama", nor Täby by "Taba".
    Feature("spelt otherwise", -2.0, "all its names have letters that the text does not write"),
    # Georgia is the state in a text about the United States, and the country elsewhere.
    Feature("namesake", 4.0, "it is a region where the text is, called like a country elsewhere"),
    Feature("on water", 4.0, "one is on or by a water"),
    Feature("in water", -2.0, "one lives in a town, and by a river"),
    # Odesa is the town more often than its oblast.
    Feature("called after its city", -0.6, "a region is meant less often than its city"),
    # Surrey is the county, though a city in Canada has its name.
    Feature("of no city", 0.8, "no city of its country has its name"),
    Feature("outlined", 1.0, "its outline is at hand"),
)
FEATURES: Final[Mapping[str, Feature]] = {feature.name: feature for feature in _ALL}
"""All features, by name."""

PROVEN = 2
"""The proof that is enough for a small town with a namesake as likely."""

MAINLY, MUCH = 0.4, 0.15
"""The shares of what a text names from which it is about a country, and often in it."""

LEAST_AHEAD, LEAST_AHEAD_AFAR = 0.9, 2.0
"""By how much a small town must be ahead of all its namesakes together, where nothing near tells.

The second holds where the text names nothing else in its country. The first was fitted on the
texts in ``tests/drafting/unseen`` by cross-validation in ten parts: nine set it to 0.9 for the
tenth in eight cases, to 0.3 in two; what it opened there was wrong ten times and right five times.
"""

SURE = 1.0
"""By how much the likeliest of several places must be ahead of the next."""

CLEARLY = 0.5
"""By how much a region must be ahead of what lies elsewhere for it to tell where a text is."""

BESIDE_KM = 120.0
"""So near is a town beside another of its paragraph."""

NEXT_TO_KM = 60.0
"""So near is what the text puts next to a town: "Włochy k. Warszawy"."""

AMID_KM = 500.0
"""So near is a place amid the others of its text: it is their centre of gravity."""

LEAST_AMID = 3
"""So many places that can be no others tell where a text is."""

OUTSIDE_KM = 100.0
"""So far outside a region that its sentence names no small place is meant."""

SMALL = 4.7
"""The weight of a town below which the region that its sentence names decides: 50 000 people."""

SAME_TOWN_KM = 1.0
"""A neighbour nearer than this is the same town by another name, and confirms nothing."""

SAME_PLACE_KM = 60.0
"""Nearer than that two candidates are one place, as a town and its region's label are."""

TOWN = 3.7
"""The weight of a town of 5 000 people: a smaller one tells little of where a text is."""

SAME_NAME_KM = 15.0
"""Nearer than that a namesake of another table is the same town, or its quarter."""

LARGE = 5.3
"""The weight of a city that is meant though the text tells nothing of its country."""

KNOWN_AFAR = 3.7
"""The weight of a town that may be meant in a text about other countries."""

KNOWN_AFAR_AS_A_WORD = 4.2
"""The same where its name is an everyday word too."""

LESS_KNOWN = 1.0
"""What another name of a town weighs less than the name of its namesake: ten times."""

OF_A_LONGER_NAME = 3.7
"""The weight of a town that is called by half of its name: Bielsk, for Bielsk Podlaski."""

MOST_BESIDE = 20
"""So many towns and areas are compared at most: enough to tell, and never too many."""

LARGEST_AREA_KM = 300.0
"""The radius of an area that still tells where a text is; Europe does not."""

CITY_OF_NOTE = 5.0
"""The weight that a region of the table has: of one whose city may be meant."""
