/* What Leaflet does at each zoom, with less work for the browser; what is seen is the same.
 *
 * Corners of outlines, tens of thousands, are projected once onto a world that is 1 px wide, and only
 * scaled at a zoom. Signs and names are moved in 2D: to each that is moved in 3D the browser gives a
 * layer of its own, and a hundred layers cost every frame some milliseconds.
 */
import { worldPx } from "./rings.js";
import { stage } from "./stage.js";

/** @type {WeakMap<L.LatLng[], Float64Array>} */
const worlds = new WeakMap(); // corners of a ring, as x and y in turn

/** From now on outlines and markers are put in their places by this. */
export function easeLeaflet() {
  L.Polyline.include({ _projectLatlngs: projectRings });
  L.Marker.include({ _setPos: moveMarker });
}

/** @type {(latlngs: Rings, rings: L.Point[][], bounds: L.Bounds) => void} */
function projectRings(latlngs, rings, bounds) {
  if (isRing(latlngs)) rings.push(projectRing(latlngs, bounds));
  else for (const ring of latlngs) projectRings(ring, rings, bounds);
}

/** @type {(latlngs: Rings) => latlngs is L.LatLng[]} */
function isRing(latlngs) {
  return !Array.isArray(latlngs[0]);
}

/** @type {(corners: L.LatLng[], bounds: L.Bounds) => L.Point[]} */
function projectRing(corners, bounds) {
  const world = worldOf(corners);
  const scale = worldPx();
  const { x: left, y: top } = stage.map.getPixelOrigin();
  /** @type {L.Point[]} */
  const ring = [];
  for (let i = 0; i < world.length; i += 2) {
    ring.push(new L.Point(Math.round(world[i] * scale) - left, Math.round(world[i + 1] * scale) - top));
  }
  for (const corner of extremesOf(ring)) bounds.extend(corner);
  return ring;
}

/** @type {(corners: L.LatLng[]) => Float64Array} */
function worldOf(corners) {
  const known = worlds.get(corners);
  if (known?.length === 2 * corners.length) return known;
  const world = Float64Array.from(corners.flatMap((corner) => inWorld(corner)));
  worlds.set(corners, world);
  return world;
}

/** Where a spot lies on a world that is 1 px wide.
 *
 * @type {(at: L.LatLng) => [number, number]}
 */
export function inWorld(at) {
  const { x, y } = L.CRS.EPSG3857.latLngToPoint(at, 0);
  return [x / 256, y / 256];
}

/** Two corners of the box around all of them.
 *
 * @type {(ring: L.Point[]) => L.Point[]}
 */
function extremesOf(ring) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of ring) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return ring.length ? [new L.Point(left, top), new L.Point(right, bottom)] : [];
}

/** @type {(this: MovedMarker, at: L.Point) => void} */
function moveMarker(at) {
  const node = this._icon;
  node._leaflet_pos = at; // where Leaflet itself looks for it
  node.style.transform = `translate(${at.x}px, ${at.y}px)`;
  this._zIndex = at.y + (this.options.zIndexOffset ?? 0);
  this._resetZIndex();
}
