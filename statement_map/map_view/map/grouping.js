/* Which marks stand so near to one another that they are one crowd (marker clustering). */

const APART_PX = 12; // marks nearer than this to one another cannot be told apart

/** Which spots are one crowd: first those that have the most others around them.
 *
 * @type {(spots: Spot[]) => number[][]}
 */
export function groupsOf(spots) {
  const near = spots.map((spot) =>
    spots.flatMap((other, j) => (Math.hypot(spot.x - other.x, spot.y - other.y) < APART_PX ? [j] : [])),
  );
  const order = near.map((_, i) => i).toSorted((a, b) => near[b].length - near[a].length || a - b);
  const isTaken = new Set();
  const groups = [];
  for (const i of order) {
    if (isTaken.has(i)) continue;
    const group = [i, ...near[i].filter((j) => j !== i && !isTaken.has(j))];
    for (const j of group) isTaken.add(j);
    if (group.length > 1) groups.push(group);
  }
  return groups;
}
