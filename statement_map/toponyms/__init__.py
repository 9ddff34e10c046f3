"""Places in a text (toponym resolution): where they are named, and what they may be.

``naming`` finds names, by the rules of a language that leaves them as they are (``plain``) or
inflects them (``inflected``) and the words of its table (``words``); ``finding`` weighs what each
may be, in the light of all that the text names.
"""

from statement_map.toponyms.finding import PlaceFinder, PlaceMark

__all__ = ["PlaceFinder", "PlaceMark"]
