"""Where names stand in a picture: label placement, greedy, so that none runs into another.

No font can be asked here. A name's size is reckoned from its letters, rather too wide than too
narrow. All is in px, from the upper left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from unicodedata import east_asian_width

XY = tuple[float, float]
"""Where something is drawn, or its width and height, in the units of the picture."""

_LETTER = 0.64
"""How wide a letter of a bold sans-serif is, on average, for a type size of 1."""

_COLUMN_PX = (40, 70, 110)
"""How far from its spot a column of callouts may stand."""

_FAR_PX = (0, 20, 45, 80)
"""How far from its mark a name may stand; one that is farther off is led to by a line."""


@dataclass(frozen=True)
class Box:
    """A rectangle, upright."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, middle: XY, width: float, height: float) -> Box:
        """Return a box of this size with its middle at a spot."""
        x, y = middle
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def overlap(self, other: Box) -> float:
        """Return how much of both lies upon one another, in square px."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(across, 0) * max(down, 0)

    def contains(self, other: Box) -> bool:
        """Whether all of ``other`` lies in this box."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def moved_into(self, area: Box) -> Box:
        """Return this box, moved as little as needed to lie in ``area``."""
        right = max(area.left - self.left, min(0, area.right - self.right))
        down = max(area.top - self.top, min(0, area.bottom - self.bottom))
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)


def size_of(text: str, type_px: float) -> XY:
    """Return the width and the height that ``text`` takes up at most in one line."""
    letters = sum(1.6 if east_asian_width(letter) in "WF" else 1 for letter in text)
    return letters * _LETTER * type_px, type_px * 1.3


class Names:
    """The places of names in an ``area``; whatever is placed keeps its place from then on."""

    def __init__(self, area: Box, taken: Iterable[Box]) -> None:
        self._area = area
        self._taken = list(taken)

    def place(self, boxes: Iterable[Box]) -> Box | None:
        """Take the first of ``boxes`` that is free; None if none is."""
        free = (box for box in boxes if self._area.contains(box) and not self._cost(box))
        return self._take(next(free, None))

    def place_beside(self, spot: XY, reach: float, size: XY, *, must: bool) -> Box | None:
        """Place a name beside a mark of ``reach`` px; one that ``must`` be seen covers least."""
        boxes = list(_beside(spot, reach, size, _FAR_PX if must else _FAR_PX[:1]))
        box = self.place(boxes)
        if box or not must:
            return box
        return self._take(min((each.moved_into(self._area) for each in boxes), key=self._cost))

    def place_column(self, spot: XY, sizes: Sequence[XY]) -> list[Box]:
        """Place callouts one below another, beside the ``spot`` that they share."""
        width, height = max(across for across, _ in sizes), sum(down for _, down in sizes)
        columns = []
        for distance, side, shift in product(_COLUMN_PX, (1, -1), (0.5, 0, 1)):
            left = spot[0] + distance if side > 0 else spot[0] - distance - width
            top = spot[1] - shift * height
            box = Box(left, top, left + width, top + height).moved_into(self._area)
            columns.append((self._cost(box), side, box))
        _, side, column = min(columns, key=lambda each: each[0])
        boxes, top = [], column.top
        for across, down in sizes:
            left = column.left if side > 0 else column.right - across
            boxes.append(Box(left, top, left + across, top + down))
            top += down
        self._taken += boxes
        return boxes

    def _cost(self, box: Box) -> float:
        return sum(box.overlap(other) for other in self._taken)

    def _take(self, box: Box | None) -> Box | None:
        if box:
            self._taken.append(box)
        return box


def _beside(spot: XY, reach: float, size: XY, distances: Iterable[float]) -> Iterator[Box]:
    """Yield boxes to the right, to the left, below and above, then farther off."""
    width, height = size
    for distance in distances:
        across, down = reach + distance + width / 2, reach + distance + height / 2
        for right, low in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)):
            middle = spot[0] + right * across, spot[1] + low * down
            yield Box.around(middle, width, height)


def edge_of(box: Box, spot: XY) -> XY:
    """Return the spot on ``box`` that is nearest to ``spot``: where the line from it ends."""
    return min(max(spot[0], box.left), box.right), min(max(spot[1], box.top), box.bottom)
