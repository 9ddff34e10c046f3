/* What lies on the ground: towns, rivers, lakes, urban areas and relief, in tiles (base_map).
 *
 * Tiles are named by zoom, column and row in Web Mercator. Those from afar are drawn when they come
 * into sight, those nearby and close to a city too, once the map is as near as that. Whatever fails to load is asked for
 * again with the next move: the map is whole without it.
 */
import { lonOf } from "./antimeridian.js";
import { contains, quartersWithout } from "./boxes.js";
import { byLatitude } from "./latitudes.js";
import { firstFree, placeBeside } from "./layout.js";
import { stage } from "./stage.js";
import { element } from "../../browser/program/parts.js";
import { load } from "../../browser/program/unpacking.js";

/** @type {Record<number, number>} */
const SHOWN_FROM = { 3: 0, 4: 5, 6: 7.5 }; // zoom of the map, by that of the tiles
const PANES = ["relief-3", "relief-4", "relief-6", "ground-3", "ground-4", "lakes-3", "lakes-4"];
const FIRST_PANE = 152; // above the outlines, below the online tiles
/** The zoom from which a relief that is spread over ever more pixels of the screen only hints at mountains: one of
 * 2 km a pixel, and the close one of 1 km. */
const FADES = { relief: { from: 7.5, by: 0.35, least: 0.15 }, "relief-close": { from: 9, by: 0.4, least: 0.3 } };
const NAMES_MOST = 60; // so many of the ground's names at once: more are clutter
const DOT_PX = 4; // half of a town's sign
const LINE = 1.4; // height of a name, by its font's size
const SAME_KM = 12; // a town so near to a place of the text is that place
const KM_OF_DEGREE = 111; // of latitude
const SOONER = 0.5; // of a zoom: where there is room, a name need not wait

/** @type {Record<string, string>} */
let addresses = {}; // of tiles by name
const drawn = new Set(); // names of tiles
/** @type {GroundName[]} */
const names = []; // those that show from afar first
/** @type {Map<string, L.Renderer>} */
const renderers = new Map(); // by pane
/** @type {Record<string, HTMLElement>} */
const probes = {};
const pen = document.createElement("canvas").getContext("2d");
/** @type {Map<string, number>} */
const widths = new Map(); // of texts in px, by font and text
/** @type {Partial<Record<string, { font: string, size: number }>>} */
let fonts = {}; // that the page has now, by kind
/** @type {((lat: number, degrees: number) => L.LatLng[]) | null} */
let marksNear = null;

/** Draw what comes into sight from now on; `then` is called when there are more names.
 *
 * @type {(given: Record<string, string>, then: () => void) => void}
 */
export function drawGround(given, then) {
  addresses = given;
  PANES.forEach((pane, n) => {
    Object.assign(stage.map.createPane(pane).style, { zIndex: FIRST_PANE + n, pointerEvents: "none" });
    renderers.set(pane, L.svg({ pane, padding: 0.5 }));
  });
  const drawSeen = async () => {
    const zoom = stage.map.getZoom();
    const container = stage.map.getContainer();
    container.classList.toggle("is-near", zoom >= SHOWN_FROM[4]);
    container.classList.toggle("is-close", zoom >= SHOWN_FROM[6]);
    for (const [relief, { from, by, least }] of Object.entries(FADES)) {
      container.style.setProperty(`--${relief}`, String(Math.max(least, 1 - Math.max(0, zoom - from) * by)));
    }
    const seen = Object.keys(addresses).filter((name) => !drawn.has(name) && isSeen(name));
    const more = await Promise.all(seen.map(drawTile));
    if (more.some(Boolean)) then();
  };
  stage.map.on("moveend", drawSeen);
  drawSeen();
}

/** @type {(name: string) => [number, number, number]} */
function spotOf(name) {
  return /** @type {[number, number, number]} */ (name.split("_").map(Number));
}

/** @type {(name: string) => boolean} */
function isSeen(name) {
  const [zoom] = spotOf(name);
  return stage.map.getZoom() >= SHOWN_FROM[zoom] && stage.map.getBounds().intersects(boundsOf(name));
}

/** The rectangle of a tile, in the map's frame of longitudes.
 *
 * @type {(name: string) => L.LatLngBounds}
 */
function boundsOf(name) {
  const [zoom, column, row] = spotOf(name);
  const corner = /** @type {(x: number, y: number) => L.LatLng} */ (x, y) =>
    stage.map.unproject([x * 256, y * 256], zoom);
  const [one, other] = [corner(column, row + 1), corner(column + 1, row)];
  const middle = (one.lng + other.lng) / 2;
  const by = lonOf(middle) - middle;
  return L.latLngBounds([one.lat, one.lng + by], [other.lat, other.lng + by]);
}

/** Returns whether it is drawn now. @type {(name: string) => Promise<boolean>} */
async function drawTile(name) {
  drawn.add(name);
  /** @type {Tile} */
  let tile;
  try {
    tile = await load(/** @type {string} */ (addresses[name]));
  } catch {
    drawn.delete(name);
    return false;
  }
  const [zoom, column] = spotOf(name);
  const bounds = boundsOf(name);
  const by = bounds.getWest() - (column / 2 ** zoom) * 360 + 180;
  if (tile.relief) drawRelief(name, tile.relief, bounds);
  drawShapes(tile, `ground-${zoom}`, ["urban", "river"], by);
  drawShapes(tile, `lakes-${zoom}`, ["lake"], by); // above the rivers, whose lines go through them
  names.push(...tile.features.flatMap((feature) => namesOf(feature, by)).filter(isNew));
  names.sort((one, other) => one.from - other.from);
  return true;
}

/** What is seen from afar stays nearby where there is no nearer tile: else it would end in a straight line.
 *
 * @type {(name: string, relief: string, bounds: L.LatLngBounds) => void}
 */
function drawRelief(name, relief, bounds) {
  const [zoom, column, row] = spotOf(name);
  const overlay = L.imageOverlay(relief, bounds, { pane: `relief-${zoom}`, interactive: false }).addTo(stage.map);
  const rest = quartersWithout((x, y) => `${zoom + 1}_${2 * column + x}_${2 * row + y}` in addresses);
  overlay.getElement()?.style.setProperty("--without-nearer", rest);
}

/** @type {(tile: Tile, pane: string, kinds: string[], by: number) => void} */
function drawShapes({ features }, pane, kinds, by) {
  const shapes = kinds.flatMap((kind) => features.filter(({ properties }) => properties.kind === kind));
  for (const { properties, geometry } of shapes) {
    const { kind, rank = 0 } = properties;
    /** @type {L.GeoJSONOptions & { renderer?: L.Renderer }} */
    const options = {
      pane,
      interactive: false,
      renderer: renderers.get(pane), // handed on to the paths, as the pane is
      coordsToLatLng: ([lon, lat]) => L.latLng(lat, lon + by),
      style: { className: `ground-${kind}`, weight: kind === "river" ? Math.max(0.6, 1.8 - rank * 0.15) : 1 },
    };
    L.geoJSON(geometry, options).addTo(stage.map);
  }
}

// ------------------------------------------------------------------ names

/** @type {(feature: GroundFeature, by: number) => GroundName[]} */
function namesOf({ properties: { kind, rank = 0, zoom = 0, label, capital, ...texts }, geometry }, by) {
  if (!texts.name_en || kind === "urban") return [];
  const [lon, lat] = label ?? middleOf(geometry);
  const from = { town: zoom, lake: 3.5 + rank, river: 3 + rank * 0.7 }[kind]; // Natural Earth's ranks
  return [{ kind, from, at: L.latLng(lat, lon + by), texts, isCapital: Boolean(capital), marker: null }];
}

/** A point, or the middle of the longest part of a line.
 *
 * @type {(geometry: import("geojson").Geometry) => Position}
 */
function middleOf(geometry) {
  if (geometry.type === "Point") return /** @type {Position} */ (geometry.coordinates);
  const parts =
    geometry.type === "LineString"
      ? [geometry.coordinates]
      : /** @type {import("geojson").MultiLineString} */ (geometry).coordinates;
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best));
  return /** @type {Position} */ (longest[longest.length >> 1]);
}

/** Whether nothing else names it: outlines of waters do. Those of cities lend it the name of their day.
 *
 * @type {(name: GroundName) => boolean}
 */
function isNew(name) {
  const others = stage.names.filter(({ properties }) => properties.kind === (name.kind === "town" ? "city" : "water"));
  if (name.kind === "lake")
    return !others.some(({ properties }) => isAlike(String(name.texts.name_en), properties.name_en));
  const city = name.kind === "town" && others.find(({ at }) => isSame(at, name.at));
  if (city) {
    name.texts = city.properties;
    city.properties.label_zoom = Infinity;
  }
  return true;
}

/** "Balkhash" and "Lake Balkhash" are one. @type {(one: string, other: string) => boolean} */
function isAlike(one, other) {
  return one.includes(other) || other.includes(one);
}

/** @type {(one: L.LatLng, other: L.LatLng) => boolean} */
function isSame(one, other) {
  const isBeside = Math.abs(one.lat - other.lat) * KM_OF_DEGREE < SAME_KM; // most of thousands are not
  return isBeside && one.distanceTo(other) < SAME_KM * 1000;
}

/** Put the names that are due where there is room, the largest first; towns with their dots.
 *
 * @type {(taken: Box[], area: Box) => void}
 */
export function nameGround(taken, area) {
  fonts = {}; // it may have larger type than before
  const zoom = stage.map.getZoom() + SOONER;
  const due = names.filter((name) => name.from <= zoom);
  /** @type {Map<GroundName, [box: Box, spot: Spot]>} */
  const put = new Map(); // written when all are measured: in turn, each would have the page laid out anew
  for (const name of due) {
    if (put.size === NAMES_MOST) break;
    const spot = stage.map.latLngToContainerPoint(name.at);
    const isDue = contains(area, { left: spot.x, top: spot.y, right: spot.x, bottom: spot.y }) && !isMarked(name);
    const box = isDue && findRoom(name, spot, taken, area);
    if (!box) continue;
    taken.push(box);
    put.set(name, [box, spot]);
  }
  for (const [name, [box, spot]] of put) write(name, box, spot);
  for (const name of names) {
    if (!name.marker || put.has(name)) continue;
    name.marker.remove();
    name.marker = null;
  }
}

/** Whether a mark stands at a town.
 *
 * @type {(name: GroundName) => boolean}
 */
function isMarked(name) {
  const near = (marksNear ??= byLatitude([...stage.marks.values()].flatMap(({ at }) => at ?? [])));
  name.isMarked ??= name.kind === "town" && near(name.at.lat, SAME_KM / KM_OF_DEGREE).some((at) => isSame(at, name.at));
  return name.isMarked;
}

/** @type {(name: GroundName) => string} */
function textOf({ texts }) {
  return String(texts[`name_${stage.language}`] ?? texts.name_en);
}

/** @type {(name: GroundName, at: Spot, taken: Box[], area: Box) => Box | null | undefined} */
function findRoom(name, { x, y }, taken, area) {
  const { width, height } = measure(name);
  if (name.kind === "town") return placeBeside({ at: { x, y }, reach: DOT_PX + 1, width, height }, taken, area);
  return firstFree(
    [{ left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }],
    taken,
    area,
  );
}

/** How large a name is in the type that the page has now, which is larger for a projector.
 *
 * @type {(name: GroundName) => Size}
 */
function measure(name) {
  const { font, size } = (fonts[name.kind] ??= fontOf(name.kind));
  const text = textOf(name);
  const key = `${font} ${text}`;
  const width = widths.get(key) ?? widthIn(font, text);
  widths.set(key, width);
  return { width: width + 4, height: size * LINE };
}

/** @type {(kind: string) => { font: string, size: number }} */
function fontOf(kind) {
  probes[kind] ??= drawProbe(kind);
  const { fontStyle, fontSize, fontFamily } = getComputedStyle(probes[kind]);
  return { font: `${fontStyle} ${fontSize} ${fontFamily}`, size: Number.parseFloat(fontSize) };
}

/** @type {(font: string, text: string) => number} */
function widthIn(font, text) {
  if (!pen) return 0;
  pen.font = font;
  return pen.measureText(text).width;
}

/** A name that nobody sees, for its font. @type {(kind: string) => HTMLElement} */
function drawProbe(kind) {
  const probe = element("span", { class: `name name-${kind}`, hidden: true, "aria-hidden": true });
  stage.map.getPane("names")?.append(probe);
  return probe;
}

/** @type {(name: GroundName, box: Box, spot: Spot) => void} */
function write(name, box, spot) {
  name.marker ??= drawName(name);
  const text = /** @type {HTMLElement} */ (name.marker.getElement()?.querySelector(".name"));
  text.textContent = textOf(name);
  text.style.translate = `${(box.left + box.right) / 2 - spot.x}px ${(box.top + box.bottom) / 2 - spot.y}px`;
}

/** @type {(name: GroundName) => L.Marker} */
function drawName({ kind, at, isCapital }) {
  const dot = kind === "town" ? [element("i", { class: isCapital ? "dot capital" : "dot" })] : [];
  const html = element("span", {}, ...dot, element("span", { class: `name name-${kind}` }));
  const icon = L.divIcon({ className: "name-anchor", html, iconSize: [0, 0] });
  const marker = L.marker(at, { pane: "names", interactive: false, keyboard: false, icon }).addTo(stage.map);
  marker.getElement()?.setAttribute("aria-hidden", "true");
  return marker;
}
