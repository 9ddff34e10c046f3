/* One frame of longitudes for all places, so that what lies on both sides of 180° lies together.
 *
 * The frame begins at a seam in the middle of the largest gap between places, and its longitudes
 * may go beyond 180. Where that gap lies over 180°, they are the usual ones.
 */

let seam = -180;

/** Choose the frame for what is to be shown: `points` as longitudes, and features.
 *
 * @type {(points: number[], features: Outline[]) => void}
 */
export function frameFor(points, features) {
  const spans = features.flatMap((feature) => joinedPolygons(feature).map(spanOf));
  for (const lon of points) spans.push([lon, lon]);
  seam = seamOf(spans);
}

/** The seam for places that each reach from a west to an east, which may be beyond 180.
 *
 * @type {(spans: Array<[number, number]>) => number}
 */
function seamOf(spans) {
  // From here on in degrees east of 180°.
  const turned = spans.map(([west, east]) => {
    const from = (((west + 180) % 360) + 360) % 360;
    return [from, from + east - west];
  });
  turned.sort(([one], [other]) => one - other);
  let reached = Math.max(...turned.map(([, to]) => to)) - 360;
  let gap = [0, 0];
  for (const [from, to] of turned) {
    if (from - reached > gap[1] - gap[0]) gap = [reached, from];
    reached = Math.max(reached, to);
  }
  return gap[0] <= 0 ? -180 : (gap[0] + gap[1]) / 2 - 180;
}

/** A longitude in the frame.
 *
 * @type {(lon: number) => number}
 */
export function lonOf(lon) {
  return lon < seam ? lon + 360 : lon;
}

/** The polygons of a feature in the frame, each put together where GeoJSON cuts it at 180°.
 *
 * @type {(feature: Outline) => Polygon[]}
 */
export function polygonsOf(feature) {
  return joinedPolygons(feature).map((rings) => {
    const [west, east] = spanOf(rings);
    const middle = (west + east) / 2;
    const by = middle < seam ? 360 : middle >= seam + 360 ? -360 : 0;
    return by ? rings.map((ring) => ring.map(([lon, lat]) => [lon + by, lat])) : rings;
  });
}

/** @type {(polygon: Polygon) => [number, number]} */
function spanOf([outer]) {
  return outer.reduce(([west, east], [lon]) => [Math.min(west, lon), Math.max(east, lon)], [Infinity, -Infinity]);
}

/** What crosses 180° is put together again, east of the rest.
 *
 * @type {(feature: Outline) => Polygon[]}
 */
function joinedPolygons({ geometry }) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const spans = polygons.map(spanOf);
  if (Math.min(...spans.map(([west]) => west)) > -150 || Math.max(...spans.map(([, east]) => east)) < 150)
    return polygons;
  return joinAt180(moved(polygons, ([lon, lat]) => [lon < -150 ? lon + 360 : lon, lat]));
}

/** @type {(polygons: Polygon[], move: (position: Position) => Position) => Polygon[]} */
function moved(polygons, move) {
  return polygons.map((rings) => rings.map((ring) => ring.map(move)));
}

/** GeoJSON cuts what crosses 180° in two (RFC 7946, 3.1.9): join halves that share the cut.
 *
 * @type {(polygons: Polygon[]) => Polygon[]}
 */
function joinAt180(polygons) {
  /** @type {Array<{ polygon: Polygon, half: Half | null }>} */
  const joined = [];
  for (const polygon of polygons) {
    const half = cutAt180(polygon[0]);
    const other = joined.find((each) => each.half && half && isSameCut(each.half.cut, half.cut));
    if (other?.half && half) {
      const isWest = other.half.rest[0][0] < 180; // not of the ring, which may begin on the cut
      other.polygon = isWest ? joinHalves(other.half, half) : joinHalves(half, other.half);
      other.half = null;
    } else joined.push({ polygon, half });
  }
  return joined.map(({ polygon }) => polygon);
}

/** @type {(one: [number, number], other: [number, number]) => boolean} */
function isSameCut(one, other) {
  return one.every((lat, i) => Math.abs(lat - other[i]) < 0.01);
}

/** @type {(west: Half, east: Half) => Polygon} */
function joinHalves({ cut: [low, high], rest: west }, { rest: east }) {
  return [[...west, [180, low], ...east, [180, high], west[0]]];
}

/** A ring that runs along 180°: the latitudes of its cut, and the points that are not on it.
 *
 * @type {(ring: Ring) => Half | null}
 */
function cutAt180(ring) {
  const points = ring.slice(0, -1);
  const lats = points.filter(([lon]) => lon === 180).map(([, lat]) => lat);
  if (lats.length < 2) return null;
  const start = points.findIndex(([lon], i) => lon !== 180 && points.at(i - 1)?.[0] === 180);
  const rest = [...points.slice(start), ...points.slice(0, start)].filter(([lon]) => lon !== 180);
  return { cut: [Math.min(...lats), Math.max(...lats)], rest };
}
