/* The places: one mark each, and the look of its state at a step. */
import { lonOf, polygonsOf } from "./antimeridian.js";
import { asFeature } from "./base_map.js";
import { patternOf } from "./patterns.js";
import { addPopup, addPopupElsewhere, addTooltip, openByKeyboard } from "./popups.js";
import { stage, corner, inWords, isCrowded, isWide, worded } from "./stage.js";
import { element, fill, valueAt, sure } from "../parts.js";

const KIND_ORDER = ["group", "country", "area", "region", "water", "city", "site", "unnamed"];
const EQUATOR_M = 40075017;
const RING_LEAST_PX = 8; // a circle of uncertainty smaller than its mark is not seen
/** @type {Set<Mark>} */
const unlabelled = new Set(); // marks whose label still tells an older state

const idle = () => {};

/** Leaflet's own, which it has no type for.
 *
 * @type {(this: L.Marker, spot: L.Point) => void}
 */
const setPos = Reflect.get(L.Marker.prototype, "_setPos");

/** Thousands of marks are put where they lie: a transform would make a layer of each. */
const CrowdedMarker = L.Marker.extend({
  /** @type {(this: L.Marker & { _icon: HTMLElement }, spot: L.Point) => void} */
  _setPos(spot) {
    setPos.call(this, spot);
    Object.assign(this._icon.style, { transform: "", left: `${spot.x}px`, top: `${spot.y}px` });
  },
});

/** Every place gets one mark: `nodes` carry its classes, `bounds` is what to look at.
 *
 * Returns for each step the marks whose state changes with it.
 *
 * @type {(features: Outline[]) => Mark[][]}
 */
export function drawPlaces(features) {
  const outlines = new Map(features.map((feature) => [feature.id, feature]));
  const ordered = stage.content.places.toSorted((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
  const list = drawUnlocatedPanel();
  for (const place of ordered) {
    const outline = place.outline.flatMap((id) => outlines.get(id) ?? []);
    const [[, state]] = place.states;
    /** @type {Mark} */
    const mark = { place, state, chosen: "", nodes: [], layer: null, bounds: null, openPopup: idle, writePopup: idle };
    stage.marks.set(place.id, mark);
    drawPlace(mark, outline, list);
  }
  if (!list.children.length) list.closest(".unlocated")?.remove();
  stage.map.getContainer().classList.toggle("is-crowded", isCrowded());
  stage.map.on("zoomend", drawRings);
  drawRings();
  for (const mark of stage.marks.values()) mark.bounds ??= stage.marks.get(mark.place.within ?? "")?.bounds ?? null;
  return changesOf([...stage.marks.values()]);
}

/** @type {(mark: Mark, outline: Outline[], list: HTMLElement) => void} */
function drawPlace(mark, outline, list) {
  const { lat, lon } = mark.place;
  if (outline.length) drawOutline(mark, outline);
  else if (lat !== null && lon !== null) drawPoint(mark, lat, lon);
  else drawListed(mark, list);
}

/** For each step the marks whose state changes with it.
 *
 * @type {(marks: Mark[]) => Mark[][]}
 */
function changesOf(marks) {
  /** @type {Mark[][]} */
  const changing = stage.content.steps.map(() => []);
  for (const mark of marks) {
    for (const [at] of mark.place.states.slice(1)) changing[at].push(mark);
  }
  return changing;
}

/** @type {(mark: Mark, node: Operable) => void} */
function makeOperable(mark, node) {
  node.setAttribute("role", "button");
  node.setAttribute("tabindex", "0");
  inWords(() => node.setAttribute("aria-label", labelOf(mark)));
  openByKeyboard(mark, node);
  mark.nodes.push(node);
  node.classList.add("place", `place-${mark.place.id}`, `kind-${mark.place.kind}`);
  dressAnew(node, mark);
  if (isOfPublisher(mark.place)) node.classList.add("of-publisher");
}

/** Whether only the introduction names a place: it tells of whoever published the statement.
 *
 * @type {(place: MapPlace) => boolean}
 */
function isOfPublisher({ introduction, events }) {
  return introduction && !events.length;
}

/** @type {(mark: Mark) => string} */
function labelOf({ place, state }) {
  return state ? `${stage.read(place.name)}, ${stage.words[`state-${state}`]}` : stage.read(place.name);
}

/** @type {(mark: Mark, outline: Outline[]) => void} */
function drawOutline(mark, outline) {
  const feature = asFeature(outline.flatMap(polygonsOf));
  const layer = L.geoJSON(feature, { style: { className: "place-path" } }).addTo(stage.map);
  const shape = /** @type {L.Path} */ (layer.getLayers()[0]);
  const bounds = layer.getBounds();
  const path = /** @type {SVGGeometryElement} */ (shape.getElement());
  Object.assign(mark, { bounds, path });
  // Patterns and filters cannot be named in a style sheet that is handed out within a file.
  if (mark.place.kind === "area") path.setAttribute("filter", "url(#fading)");
  addTooltip(mark, shape, { sticky: true });
  addPopup(mark, shape);
  makeOperable(mark, path);
  mark.openPopup = () => shape.openPopup(bounds.getCenter());
}

/** @type {(mark: Mark, lat: number, lon: number) => void} */
function drawPoint(mark, lat, lon) {
  const { place } = mark;
  const at = L.latLng(lat, lonOf(lon));
  mark.at = at;
  mark.bounds = at.toBounds(2000 * Math.max(place.radius_km ?? 0, 0.6));
  if (place.radius_km) {
    const circle = L.circle(at, {
      radius: place.radius_km * 1000,
      interactive: false,
      className: isOfPublisher(place) ? "radius of-publisher" : "radius",
    });
    circle.on("add", () => dressAnew(sure(circle.getElement()), mark));
    mark.ring = circle;
  }
  const icon = L.divIcon({ className: "mark", html: "", iconSize: [32, 32] });
  const Marker = isCrowded() ? CrowdedMarker : L.Marker;
  const marker = new Marker(at, { icon, riseOnHover: true, keyboard: true }).addTo(stage.map);
  const node = sure(marker.getElement());
  if (!isCrowded()) drawIcon(mark, node);
  else for (const kind of ["pointerenter", "focus"]) node.addEventListener(kind, () => drawIcon(mark, node));
  addPopup(mark, marker);
  mark.openPopup = () => marker.openPopup();
  makeOperable(mark, node);
}

/** The sign and the name of a mark; among thousands only of one that is looked at.
 *
 * @type {(mark: Mark, node: Element) => void}
 */
function drawIcon({ place }, node) {
  if (node.hasChildNodes()) return;
  const text = element("span");
  inWords(() => (text.textContent = stage.read(place.name)));
  const sign = element("span", { class: "sign" });
  const name = element("span", { class: "label" }, sign, text);
  const line = element("span", { class: "line", hidden: true });
  node.append(element("span", { class: "icon" }, line, element("span", { class: "glyph" }), name));
}

/** @type {() => HTMLElement} */
function drawUnlocatedPanel() {
  const list = element("ul");
  const panel = element(
    "details",
    { class: "panel unlocated", open: isWide() },
    element("summary", {}, worded("span", {}, "map-unlocated"), " ", element("b")),
    list,
  );
  corner("topright", panel);
  return list;
}

/** @type {(mark: Mark, list: HTMLElement) => void} */
function drawListed(mark, list) {
  const button = element("button", { type: "button" });
  const item = element("li", {}, button);
  inWords(() => {
    const within = stage.marks.get(mark.place.within ?? "")?.place;
    const name = stage.read(mark.place.name);
    const told = !within || name.includes(stage.read(within.name));
    button.textContent = told
      ? name
      : `${name} (${fill(stage.words["map-within"], { place: stage.read(within.name) })})`;
  });
  list.append(item);
  mark.item = item;
  item.hidden = !isListed(mark);
  makeOperable(mark, button);
  button.removeAttribute("role");
  button.removeAttribute("tabindex");
  addPopupElsewhere(mark);
  button.addEventListener("click", mark.openPopup);
}

/** A circle of uncertainty is drawn where it shows around its mark; thousands would cost time. */
function drawRings() {
  for (const { at, place, ring } of stage.marks.values()) {
    if (!ring || !at || !place.radius_km) continue;
    const metresPerPx = (EQUATOR_M * Math.cos((at.lat * Math.PI) / 180)) / 2 ** (stage.map.getZoom() + 8);
    const shows = (place.radius_km * 1000) / metresPerPx > RING_LEAST_PX;
    if (shows && !stage.map.hasLayer(ring)) ring.addTo(stage.map);
    else if (!shows) ring.remove();
  }
}

/** Give a mark the class of its state, and its circle the same.
 *
 * @type {(mark: Mark) => void}
 */
export function dress(mark) {
  const chosen = stage.currentMarks.has(mark) ? stage.currentRing : "";
  const state = valueAt(mark.place.states, stage.step);
  if (mark.state === state && mark.chosen === chosen) return;
  for (const node of mark.nodes) redress(node, mark, state, chosen);
  const circle = mark.ring?.getElement();
  if (circle) redress(circle, mark, state, chosen);
  mark.state = state;
  mark.chosen = chosen;
  if (mark.at && chosen) drawIcon(mark, mark.nodes[0]);
  if (mark.item) mark.item.hidden = !isListed(mark);
  unlabelled.add(mark);
}

/** @type {(node: Element, mark: Mark, state: State, chosen: string) => void} */
function redress(node, mark, state, chosen) {
  if (mark.state !== state) {
    node.classList.replace(lookOf(mark.state), lookOf(state));
    node.classList.toggle("is-undated", state === "open");
    if (node === mark.path) hatch(node, mark, state);
  }
  if (mark.chosen !== chosen) encircle(node, chosen);
}

/** @type {(node: Element, mark: Mark) => void} */
function dressAnew(node, mark) {
  node.classList.add(lookOf(mark.state));
  node.classList.toggle("is-undated", mark.state === "open");
  encircle(node, mark.chosen);
  if (node === mark.path) hatch(node, mark, mark.state);
}

/** The ring of what was chosen is whole only where the text states that event for the day shown:
 * the fill below it may be another event's.
 *
 * @type {(node: Element, chosen: string) => void}
 */
function encircle(node, chosen) {
  node.classList.toggle("is-current", chosen !== "");
  node.classList.toggle("is-broken", chosen === "broken");
}

/** @type {(path: Element, mark: Mark, state: State) => void} */
function hatch(path, { place }, state) {
  path.setAttribute("fill", patternOf(place.kind, state));
}

/** @type {(mark: Mark) => boolean} */
function isListed({ state, chosen }) {
  return chosen !== "" || state === "now" || state === "possible";
}

/** A place that is left open is drawn as a possible one, with dots.
 *
 * @type {(state: State) => string}
 */
function lookOf(state) {
  return state === "open" ? "is-possible" : `is-${state}`;
}

export function label() {
  for (const mark of unlabelled) mark.nodes[0].setAttribute("aria-label", labelOf(mark));
  unlabelled.clear();
}
