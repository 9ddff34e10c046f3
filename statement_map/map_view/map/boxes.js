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
