/* The places: one mark each, and the look of its state at a step. */
import { lonOf, polygonsOf } from "./antimeridian.js";
import { asFeature } from "./base_map.js";
import { patternOf } from "./patterns.js";
import { drawCanvas, hold, note } from "./canvas.js";
import { addPopup, addPopupElsewhere, addTooltip, openByKeyboard } from "./popups.js";
import { drawRings } from "./rings.js";
import { stage, corner, inWords, isCrowded, isPoint, worded } from "./stage.js";
import { element, fillWith, valueAt, sure } from "../../browser/program/parts.js";

const KIND_ORDER = ["group", "country", "area", "region", "water", "city", "site", "unnamed"];
/** @type {Set<Mark>} */
const unlabelled = new Set(); // marks whose label still tells an older state
/** @type {Set<Mark>} */
export const raised = new Set(); // those that a canvas holds and that are elements besides

const idle = () => {};

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
  if (isCrowded()) drawCanvas();
  stage.map.on("zoomend", drawRings);
  drawRings();
  inWords(() => {
    for (const mark of stage.marks.values()) label(mark);
  });
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
  const at = L.latLng(lat, lonOf(lon));
  mark.at = at;
  mark.bounds = at.toBounds(2000 * Math.max(mark.place.radius_km ?? 0, 0.6));
  mark.openPopup = () => raise(mark)?.openPopup();
  if (!isPoint(mark)) return;
  if (isCrowded()) return hold(mark, classesOf(mark));
  drawRing(mark);
  raise(mark);
}

/** @type {(mark: PointMark) => void} */
function drawRing(mark) {
  const { place, at } = mark;
  if (!place.radius_km) return;
  const className = isOfPublisher(place) ? "radius of-publisher" : "radius";
  const circle = L.circle(at, { radius: place.radius_km * 1000, interactive: false, className });
  circle.on("add", () => dressAnew(sure(circle.getElement()), mark));
  mark.ring = circle;
}

/** Make an element of a mark, with its sign and its name, unless it is one.
 *
 * @type {(mark: Mark) => L.Layer | null}
 */
export function raise(mark) {
  if (mark.nodes.length || !isPoint(mark)) return mark.layer;
  const icon = L.divIcon({ className: "mark", html: "", iconSize: [32, 32] });
  const marker = L.marker(mark.at, { icon, riseOnHover: true, keyboard: true }).addTo(stage.map);
  const node = sure(marker.getElement());
  const sign = element("span", { class: "sign" });
  const name = element("span", { class: "label" }, sign, element("span"));
  const line = element("span", { class: "line", hidden: true });
  node.append(element("span", { class: "icon" }, line, element("span", { class: "glyph" }), name));
  addPopup(mark, marker);
  makeOperable(mark, node);
  label(mark);
  if (mark.spot !== undefined) raised.add(mark);
  return marker;
}

/** @type {(mark: Mark) => void} */
export function lower(mark) {
  mark.layer?.remove();
  Object.assign(mark, { layer: null, nodes: [] });
  raised.delete(mark);
}

/** @type {() => HTMLElement} */
function drawUnlocatedPanel() {
  const list = element("ul");
  const panel = element(
    "details",
    { class: "panel unlocated" },
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
    const name = stage.tag(mark.place.name);
    const told = !within || stage.read(mark.place.name).includes(stage.read(within.name));
    const where = told ? [] : [" (", ...fillWith(stage.words["map-within"], { place: stage.tag(within.name) }), ")"];
    button.replaceChildren(...name, ...where);
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
  if (mark.spot !== undefined) note(mark, classesOf(mark));
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

/** The classes of a mark that is not an element.
 *
 * @type {(mark: Mark) => string}
 */
function classesOf({ place, state, chosen }) {
  const classes = [`kind-${place.kind}`, lookOf(state), state === "open" && "is-undated"];
  classes.push(chosen && "is-current", chosen === "broken" && "is-broken", isOfPublisher(place) && "of-publisher");
  return classes.filter(Boolean).join(" ");
}

/** Write the labels of those whose state has changed. */
export function labelChanged() {
  for (const mark of unlabelled) label(mark);
  unlabelled.clear();
}

/** @type {(mark: Mark) => void} */
function label(mark) {
  for (const node of mark.nodes) {
    node.setAttribute("aria-label", labelOf(mark));
    const text = node.querySelector(".label > :last-child");
    text?.replaceChildren(...stage.tag(mark.place.name));
  }
}
