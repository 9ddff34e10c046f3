/* Where names stand: label placement, greedy, the most important name first.
 *
 * All is in px; a box has `left`, `top`, `right` and `bottom`. `taken` are boxes that a name keeps
 * clear of, `area` is one that it stays in. Nothing here knows of the map or of the page.
 */
import { contains, overlap } from "./boxes.js";

/** @type {Array<"right" | "left" | "below" | "above">} */
const NEAR = ["right", "left", "below", "above"];
const DIAGONAL = [
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];
const FAR_PX = [28, 56, 90]; // how far off a name may stand that a line leads to
/** @typedef {{ side: number, box: Box }} Column */
const COLUMN_PX = [34, 60, 96]; // how far off a column of names may stand
const ROW_GAP_PX = 3; // between the names of a column

/** @type {(left: number, top: number, size: Size) => Box} */
function boxAt(left, top, { width, height }) {
  return { left, top, right: left + width, bottom: top + height };
}

/** Boxes beside a point that is `reach` px large on each side.
 *
 * @type {(item: Placed) => Box[]}
 */
function beside({ at: { x, y }, reach, width, height }) {
  const size = { width, height };
  const [middleX, middleY] = [x - width / 2, y - height / 2];
  const near = {
    right: [x + reach, middleY],
    left: [x - reach - width, middleY],
    below: [middleX, y + reach],
    above: [middleX, y - reach - height],
  };
  const corners = DIAGONAL.map(([right, down]) => [
    right > 0 ? x + reach * 0.7 : x - reach * 0.7 - width,
    down > 0 ? y + reach * 0.5 : y - reach * 0.5 - height,
  ]);
  return [...NEAR.map((side) => near[side]), ...corners].map(([left, top]) => boxAt(left, top, size));
}

/** Boxes farther off, in all directions.
 *
 * @type {(item: Placed) => Box[]}
 */
function around(item) {
  return FAR_PX.flatMap((px) => beside({ ...item, reach: item.reach + px }));
}

/** @type {(box: Box, taken: Box[]) => number} */
function costOf(box, taken) {
  return taken.reduce((sum, other) => sum + overlap(box, other), 0);
}

/** @type {(boxes: Box[], taken: Box[], area: Box) => Box | undefined} */
export function firstFree(boxes, taken, area) {
  return boxes.find((box) => contains(area, box) && taken.every((other) => !overlap(box, other)));
}

/** The same box, moved into the area.
 *
 * @type {(area: Box, box: Box) => Box}
 */
function moveInto(area, box) {
  const right = Math.max(area.left - box.left, Math.min(0, area.right - box.right));
  const down = Math.max(area.top - box.top, Math.min(0, area.bottom - box.bottom));
  return { left: box.left + right, top: box.top + down, right: box.right + right, bottom: box.bottom + down };
}

/** @type {(boxes: Box[], taken: Box[]) => Box} */
function cheapest(boxes, taken) {
  const costs = boxes.map((box) => costOf(box, taken));
  return boxes[costs.indexOf(Math.min(...costs))];
}

/** Where a name stands beside its point, or null where there is no room.
 *
 * One that `must` stand finds a spot farther off, or the one where it covers least.
 *
 * @type {(item: Placed, taken: Box[], area: Box) => Box | null}
 */
export function placeBeside(item, taken, area) {
  const near = beside(item);
  const free = firstFree(near, taken, area);
  if (free || !item.must) return free ?? null;
  const far = around(item);
  return (
    firstFree(far, taken, area) ??
    cheapest(
      [...near, ...far].map((box) => moveInto(area, box)),
      taken,
    )
  );
}

/** A column that something is in the way of, moved up or down by as much as they overlap.
 *
 * @type {(column: Column, taken: Box[], area: Box) => Column[]}
 */
function shifted({ side, box }, taken, area) {
  const size = { width: box.right - box.left, height: box.bottom - box.top };
  return taken
    .filter((other) => overlap(box, other))
    .flatMap(({ top, bottom }) => [bottom, top - size.height])
    .map((top) => ({ side, box: moveInto(area, boxAt(box.left, top, size)) }));
}

/** Callouts: a column of names beside a spot that they share, in the order of their points.
 *
 * Returns their boxes in the order of `items`; null where a column is higher than the area.
 *
 * @type {(items: Placed[], spot: Spot, taken: Box[], area: Box) => Box[] | null}
 */
export function placeInColumn(items, spot, taken, area) {
  const rows = items.toSorted((a, b) => a.at.y - b.at.y || a.at.x - b.at.x);
  const height = rows.reduce((sum, row) => sum + row.height + ROW_GAP_PX, -ROW_GAP_PX);
  if (height > area.bottom - area.top) return null;
  const width = Math.max(...rows.map((row) => row.width));
  const columns = COLUMN_PX.flatMap((px) =>
    [1, -1].flatMap((side) =>
      [0, -0.5, 0.5].map((shift) => {
        const left = side > 0 ? spot.x + px : spot.x - px - width;
        return { side, box: moveInto(area, boxAt(left, spot.y + (shift - 0.5) * height, { width, height })) };
      }),
    ),
  );
  const hides = { left: spot.x - 12, top: spot.y - 12, right: spot.x + 12, bottom: spot.y + 12 };
  const obstacles = [...taken, hides];
  columns.push(...columns.flatMap((column) => shifted(column, obstacles, area)));
  const best = cheapest(
    columns.map(({ box }) => box),
    obstacles,
  );
  const side = columns.find(({ box }) => box === best)?.side ?? 1;
  let top = best.top;
  const boxes = new Map();
  for (const row of rows) {
    boxes.set(row, boxAt(side > 0 ? best.left : best.right - row.width, top, row));
    top += row.height + ROW_GAP_PX;
  }
  return items.map((item) => boxes.get(item));
}

/** The spot on a box that is nearest to a point: where the line from it ends.
 *
 * @type {(box: Box, spot: Spot) => Spot}
 */
export function edgeOf({ left, top, right, bottom }, { x, y }) {
  return { x: Math.min(Math.max(x, left), right), y: Math.min(Math.max(y, top), bottom) };
}
