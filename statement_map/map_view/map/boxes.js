/* Boxes in px, with `left`, `top`, `right` and `bottom`. */

/** @type {(box: Box) => number} */
export function sizeOf({ left, top, right, bottom }) {
  return Math.max(right - left, 0) * Math.max(bottom - top, 0);
}

/** How much of two boxes lies upon one another, in square px.
 *
 * @type {(one: Box, other: Box) => number}
 */
export function overlap(one, other) {
  return sizeOf({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });
}

/** @type {(area: Box, box: Box) => boolean} */
export function contains(area, { left, top, right, bottom }) {
  return left >= area.left && top >= area.top && right <= area.right && bottom <= area.bottom;
}

/** The quarters of a square that are not `taken`, by column and row, as a polygon of CSS; it goes back to the corner
 * after each.
 *
 * @type {(taken: (column: number, row: number) => boolean) => string}
 */
export function quartersWithout(taken) {
  /** @type {Array<[number, number]>} */
  const all = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ];
  const corners = all
    .filter(([column, row]) => !taken(column, row))
    .flatMap(([column, row]) => {
      const [left, top] = [column * 50, row * 50];
      const [right, bottom] = [left + 50, top + 50];
      return [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
        [left, top],
        [0, 0],
      ];
    });
  return `polygon(${[[0, 0], ...corners].map(([x, y]) => `${x}% ${y}%`).join(", ")})`;
}
