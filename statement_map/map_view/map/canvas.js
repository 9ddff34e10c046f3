/* Thousands of marks on one canvas, in the place of as many elements.
 *
 * A mark that is held here has a number, `spot`. What the canvas shows is drawn anew where looks have
 * changed, and where the view leaves what was drawn; between, Leaflet moves and scales it as a whole.
 * Circles of uncertainty lie on it too, below all marks.
 */
import { stamp, stampWithin } from "./pixels.js";
import { inWorld } from "./projecting.js";
import { isRingSeen, radiusOf, worldPx } from "./rings.js";
import { inFrames } from "./slices.js";
import { makeSprite } from "./sprites.js";
import { stage } from "./stage.js";
import { element, sure } from "../../browser/program/parts.js";

const REACH_PX = 12; // from the middle of a mark to the pointer
const TOGETHER_PX = 3; // marks as near as this to one another cannot be pointed at one by one
const MOST_RATIO = 2; // more px of the canvas than this for one of the page are not seen on a screen
const PAPER_RATIO = 3; // 288 dots an inch, where a px is a 96th
const ORDER = ["is-later", "is-earlier", "is-undated", "is-possible", "is-now"]; // what matters most lies on top
const CHOSEN = "is-current";
const AFTER_ZOOM = 2; // frames: until then the picture of before is scaled, while outlines are drawn
const FEW = 8; // marks: around no more of them than these it is drawn anew, else all of it
/** @type {PointMark[]} */
const held = [];
/** @type {string[]} */
const looks = []; // the classes of each look, by its number
let ordered = /** @type {number[]} */ ([]); // the numbers of looks, those that lie lowest first
const lookOf = /** @type {number[]} */ ([]); // the look of each mark
let world = new Float64Array(); // where each lies, x and y, on a world that is 1 px wide
let spots = new Float64Array(); // and in px of Leaflet's layers, at the zoom that was placed last
let widest = 0; // of the circles
let radii = new Float64Array(); // of the circles, on a world that is 1 px wide
/** @type {Sprite[]} */
let sprites = []; // by the number of a look, once they are needed
let image = new ImageData(1, 1);
let ratio = 1; // px of the canvas for one of the page
/** @type {Set<number>} */
const changed = new Set(); // marks that are drawn as they were at an earlier step
let isOnPaper = false;
/** @type {CanvasLayer | null} */
let layer = null;

const Canvas = L.Renderer.extend({
  options: { pane: "crowd" },
  /** @type {(this: CanvasLayer) => void} */
  _initContainer() {
    this._container = element("canvas", { "aria-hidden": true });
  },
  /** @type {(this: CanvasLayer) => void} */
  _update() {
    const isOtherZoom = this._zoom !== undefined && this._zoom !== stage.map.getZoom();
    if (isOtherZoom && !isOnPaper) inFrames(AFTER_ZOOM, redraw);
    else redraw();
  },
  /** Leaflet's own would put it between two px, and blur it.
   *
   * @type {(this: CanvasLayer) => void}
   */
  _reset() {
    redraw();
  },
});

/** Draw all of it where the map looks now, unless that changes with each frame. */
function redraw() {
  if (!layer || Reflect.get(stage.map, "_animatingZoom")) return;
  Reflect.get(L.Renderer.prototype, "_update").call(layer);
  place();
  paint();
}

/** @type {(mark: PointMark, classes: string) => void} */
export function hold(mark, classes) {
  mark.spot = held.push(mark) - 1;
  note(mark, classes);
}

/** The look of a mark is another one; `refresh` shows it.
 *
 * @type {(mark: Mark, classes: string) => void}
 */
export function note({ spot }, classes) {
  let look = looks.indexOf(classes);
  if (look < 0) {
    look = looks.push(classes) - 1;
    ordered = [...looks.keys()].toSorted((a, b) => rankOf(looks[a]) - rankOf(looks[b]));
  }
  lookOf[sure(spot)] = look;
  changed.add(sure(spot));
}

/** @type {(classes: string) => number} */
function rankOf(classes) {
  return ORDER.findIndex((name) => classes.includes(name)) + (classes.includes(CHOSEN) ? ORDER.length : 0);
}

/** Show the looks as they are now. */
export function refresh() {
  if (!changed.size || !layer) return;
  if (changed.size > FEW || isRingSeen(widest * worldPx())) paint();
  else paintChanged(layer);
}

/** @type {(spot: number) => string} */
export function lookOnCanvas(spot) {
  return looks[lookOf[spot]];
}

/** Draw all marks that are held, and from now on as the view and the style sheet change. */
export function drawCanvas() {
  const { map } = stage;
  world = Float64Array.from(held.flatMap(({ at }) => inWorld(at)));
  spots = new Float64Array(world.length);
  radii = Float64Array.from(held, radiusOf);
  widest = radii.reduce((most, radius) => Math.max(most, radius), 0);
  Object.assign(map.createPane("crowd").style, { zIndex: "590", pointerEvents: "none" }); // below other marks
  layer = /** @type {CanvasLayer} */ (new Canvas());
  layer.addTo(map);
  map.on("move", follow);
  new MutationObserver(restyle).observe(document.documentElement, { attributeFilter: ["class"] });
  matchMedia("(forced-colors: active)").addEventListener("change", restyle);
  window.addEventListener("beforeprint", () => (isOnPaper = true));
  window.addEventListener("afterprint", () => (isOnPaper = false));
}

/** Whether what is drawn goes on paper next: then nothing may wait.
 *
 * @type {() => boolean}
 */
export function isForPaper() {
  return isOnPaper;
}

function restyle() {
  sprites = [];
  paint();
}

/** Who drags the map beyond what is drawn sees more of it at once. */
function follow() {
  const { map } = stage;
  const { _bounds, _zoom } = sure(layer);
  const view = L.bounds(map.containerPointToLayerPoint([0, 0]), map.containerPointToLayerPoint(map.getSize()));
  if (map.getZoom() === _zoom && !_bounds.contains(view)) redraw();
}

function place() {
  const scale = worldPx();
  const { x, y } = stage.map.getPixelOrigin();
  for (let i = 0; i < world.length; i += 2) {
    spots[i] = world[i] * scale - x;
    spots[i + 1] = world[i + 1] * scale - y;
  }
}

// ------------------------------------------------------------------ drawing

function paint() {
  const { _container: canvas, _bounds: bounds } = sure(layer);
  const { x: width, y: height } = bounds.getSize();
  const min = sure(bounds.min);
  L.DomUtil.setPosition(canvas, min);
  if (!width || !height) return;
  ratio = isOnPaper ? PAPER_RATIO : Math.min(Math.max(window.devicePixelRatio, 1), MOST_RATIO);
  const pen = sure(canvas.getContext("2d"));
  fit(canvas, pen, width, height);
  const pixels = new Uint32Array(image.data.buffer);
  pixels.fill(0);
  for (const look of ordered) {
    spriteOf(look);
    paintLook(pixels, look, min);
  }
  pen.putImageData(image, 0, 0);
  paintRings(pen, bounds);
  changed.clear();
}

/** @type {(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D, width: number, height: number) => void} */
function fit(canvas, pen, width, height) {
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (image.width === wide && image.height === high) return;
  Object.assign(canvas, { width: wide, height: high });
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  image = pen.createImageData(wide, high);
  sprites = [];
}

/** @type {(look: number) => Sprite} */
function spriteOf(look) {
  return (sprites[look] ??= makeSprite(looks[look], ratio, image.width));
}

/** @type {(pixels: Uint32Array, look: number, min: L.Point) => void} */
function paintLook(pixels, look, min) {
  for (let i = 0; i < lookOf.length; i++) {
    if (lookOf[i] !== look) continue;
    const [x, y] = [acrossOf(i, min), downOf(i, min)];
    if (isWhole(look, x, y)) stamp(pixels, sprites[look], y * image.width + x);
  }
}

/** How many px of the canvas a mark lies from its left edge. @type {(spot: number, min: L.Point) => number} */
function acrossOf(spot, { x }) {
  return Math.round((spots[2 * spot] - x) * ratio);
}

/** And from its top. @type {(spot: number, min: L.Point) => number} */
function downOf(spot, { y }) {
  return Math.round((spots[2 * spot + 1] - y) * ratio);
}

/** What crosses the edge is out of sight, or will be drawn when it comes into it.
 *
 * @type {(look: number, x: number, y: number) => boolean}
 */
function isWhole(look, x, y) {
  const { reach } = sprites[look];
  return x >= reach && y >= reach && x < image.width - reach && y < image.height - reach;
}

/** Draw anew only what lies around the few marks that have changed.
 *
 * @type {(drawn: CanvasLayer) => void}
 */
function paintChanged({ _container: canvas, _bounds: bounds }) {
  const pen = sure(canvas.getContext("2d"));
  const min = sure(bounds.min);
  const farthest = Math.max(...ordered.map((look) => spriteOf(look).reach));
  for (const spot of changed) {
    const [x, y] = [acrossOf(spot, min), downOf(spot, min)];
    const [left, top] = [Math.max(x - farthest, 0), Math.max(y - farthest, 0)];
    const [right, bottom] = [Math.min(x + farthest, image.width), Math.min(y + farthest, image.height)];
    if (left >= right || top >= bottom) continue;
    paintBox({ left, top, right, bottom }, farthest, min);
    pen.putImageData(image, 0, 0, left, top, right - left, bottom - top);
  }
  changed.clear();
}

/** @type {(box: Box, farthest: number, min: L.Point) => void} */
function paintBox(box, farthest, min) {
  const pixels = new Uint32Array(image.data.buffer);
  for (let y = box.top; y < box.bottom; y++) pixels.fill(0, y * image.width + box.left, y * image.width + box.right);
  const near = spotsAround(box, farthest, min);
  const height = new Map(ordered.map((look, n) => [look, n]));
  near.sort((a, b) => sure(height.get(lookOf[a])) - sure(height.get(lookOf[b])) || a - b);
  for (const i of near) {
    const [x, y] = [acrossOf(i, min), downOf(i, min)];
    if (isWhole(lookOf[i], x, y)) stampWithin(pixels, sprites[lookOf[i]], y * image.width + x, box, image.width);
  }
}

/** The marks that may reach into a box of the canvas. @type {(box: Box, farthest: number, min: L.Point) => number[]} */
function spotsAround({ left, top, right, bottom }, farthest, min) {
  const found = [];
  for (let i = 0; i < held.length; i++) {
    const [x, y] = [acrossOf(i, min), downOf(i, min)];
    const isNear = x > left - farthest && x < right + farthest && y > top - farthest && y < bottom + farthest;
    if (isNear) found.push(i);
  }
  return found;
}

/** @type {(pen: CanvasRenderingContext2D, bounds: L.Bounds) => void} */
function paintRings(pen, bounds) {
  const scale = worldPx();
  if (!isRingSeen(widest * scale)) return;
  /** @type {Map<number, Path2D>} */
  const paths = new Map(); // the circles of each look
  for (let i = 0; i < radii.length; i++) {
    const [x, y, radius] = [spots[2 * i], spots[2 * i + 1], radii[i] * scale];
    if (!isRingSeen(radius) || !bounds.overlaps(L.bounds([x - radius, y - radius], [x + radius, y + radius]))) continue;
    const path = paths.get(lookOf[i]) ?? new Path2D();
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    paths.set(lookOf[i], path);
  }
  const { x, y } = sure(bounds.min);
  pen.setTransform(ratio, 0, 0, ratio, -x * ratio, -y * ratio);
  pen.globalCompositeOperation = "destination-over";
  for (const [look, path] of paths) strokeAs(`radius ${looks[look]}`, pen, path);
  pen.resetTransform();
}

/** @type {(classes: string, pen: CanvasRenderingContext2D, path: Path2D) => void} */
function strokeAs(classes, pen, path) {
  const sample = element("i", { class: classes });
  stage.map.getPane("overlayPane")?.append(sample);
  const { stroke, strokeWidth, strokeOpacity, strokeDasharray, visibility } = getComputedStyle(sample);
  pen.globalAlpha = visibility === "hidden" ? 0 : Number(strokeOpacity);
  pen.setLineDash(strokeDasharray.split(",").map(parseFloat));
  Object.assign(pen, { strokeStyle: stroke, lineWidth: parseFloat(strokeWidth) });
  pen.stroke(path);
  sample.remove();
}

// ------------------------------------------------------------------ pointing

/** The marks under a spot of the layer: the one that lies on top, else the nearest, and those that it hides.
 *
 * @type {(spot: Spot) => PointMark[]}
 */
export function marksAt({ x, y }) {
  if (!layer || layer._zoom !== stage.map.getZoom()) return []; // on its way to another zoom
  const near = marksWithin(x, y, REACH_PX);
  if (!near.length) return [];
  /** @type {(i: number) => number} */
  const off = (i) => Math.hypot(spots[2 * i] - x, spots[2 * i + 1] - y);
  /** @type {(i: number) => number} */
  const rank = (i) => (off(i) < sprites[lookOf[i]].reach / ratio ? rankOf(looks[lookOf[i]]) : -1);
  const top = near.reduce((best, i) => ((rank(i) - rank(best) || off(best) - off(i)) > 0 ? i : best));
  const hidden = marksWithin(spots[2 * top], spots[2 * top + 1], TOGETHER_PX).filter((i) => i !== top);
  return [top, ...hidden].map((i) => held[i]);
}

/** @type {(x: number, y: number, reach: number) => number[]} */
function marksWithin(x, y, reach) {
  const found = [];
  for (let i = 0; i < held.length; i++) {
    const isNear = Math.hypot(spots[2 * i] - x, spots[2 * i + 1] - y) < reach;
    if (isNear && sprites[lookOf[i]].reach) found.push(i); // else it is hidden
  }
  return found;
}
