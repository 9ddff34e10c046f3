/* What a further point makes of a shape that is drawn by hand; nothing here knows of the map.
 *
 * A point stands alone, as does the one whose region's outline is meant; a circle is its middle and a point
 * of its edge; an area is closed where a corner comes back to the first one, or is set twice.
 */

/** @type {Record<Shape, number>} */
const LEAST = { point: 1, outline: 1, circle: 2, area: 3 };

/** The points after one more, and whether that was the last. `isSame` says whether two lie on one spot of the
 * map, for the eye: one that is set twice is set once.
 *
 * @type {<Point>(shape: Shape, points: Point[], next: Point, isSame: (one: Point, other: Point) => boolean) => { points: Point[], isDone: boolean }}
 */
export function withPoint(shape, points, next, isSame) {
  const isRepeated = points.some((point, n) => (n === 0 || n === points.length - 1) && isSame(point, next));
  if (isRepeated) return { points, isDone: shape === "area" && isEnough(shape, points) };
  const all = [...points, next];
  return { points: all, isDone: shape !== "area" && isEnough(shape, all) };
}

/** Whether the points make the shape.
 *
 * @type {(shape: Shape, points: unknown[]) => boolean}
 */
export function isEnough(shape, points) {
  return points.length >= LEAST[shape];
}
