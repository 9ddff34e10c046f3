/* How much of the map the page lays something over, at its two sides. */

const NARROW_PX = 200; // less of the map than this is no map

/** In px, by the boxes of the map and of what stands at its left and at its right. What lies beside the
 * map, or over all of it, covers nothing.
 *
 * @type {(map: DOMRect, left: DOMRect | undefined, right: DOMRect | undefined) => { left: number, right: number }}
 */
export function coveredBy(map, left, right) {
  /** @type {(box: DOMRect | undefined, px: number) => number} */
  const covered = (box, px) => (box?.width && px < map.width - NARROW_PX ? Math.max(0, Math.round(px)) : 0);
  return {
    left: covered(left, (left?.right ?? 0) - map.left),
    right: covered(right, map.right - (right?.left ?? 0)),
  };
}
