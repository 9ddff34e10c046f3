/* Circles of uncertainty: within which a place lies, as far as is known. */
import { stage } from "./stage.js";

const EQUATOR_M = 40075017; // how long it is (WGS 84)
const LEAST_PX = 8; // a circle smaller than its mark is not seen

/** The radius of the circle of a mark on a world that is 1 px wide; 0 where it has none.
 *
 * @type {(mark: Mark) => number}
 */
export function radiusOf({ at, place }) {
  if (!at || !place.radius_km) return 0;
  return (place.radius_km * 1000) / (EQUATOR_M * Math.cos((at.lat * Math.PI) / 180));
}

/** How wide the world is at this zoom, in px. */
export function worldPx() {
  return 256 * 2 ** stage.map.getZoom();
}

/** @type {(px: number) => boolean} */
export function isRingSeen(px) {
  return px > LEAST_PX;
}

/** Each is drawn where it shows around its mark. */
export function drawRings() {
  for (const mark of stage.marks.values()) {
    if (!mark.ring) continue;
    if (!isRingSeen(radiusOf(mark) * worldPx())) mark.ring.remove();
    else if (!stage.map.hasLayer(mark.ring)) mark.ring.addTo(stage.map);
  }
}
