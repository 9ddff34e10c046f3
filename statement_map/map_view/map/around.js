/* What the whole view lies within: in a close-up the hatching of a country would cover all there is to
 * see, so that the shape is left plain, and a panel at the edge of the map says what is all around.
 */
import { corner, inWords, stage } from "./stage.js";
import { element, numberIn } from "../../browser/program/parts.js";

const TOLD = ["now", "possible", "open"]; // other states are drawn without a fill
const VAST = 4; // times the width of the view
const RIM = 0.25; // of the view, on each side
/** @type {HTMLDetailsElement | null} */
let panel = null;

/** Look after each move for what is all around from now on. */
export function watchAround() {
  panel = element("details", { class: "panel around", hidden: true });
  panel.append(element("summary"), element("ul"));
  corner("bottomleft", panel);
  stage.map.on("moveend resize", tellAround);
  inWords(tellAround);
}

/** Leave the shapes that are all around plain, and say which they are, the smallest first. */
export function tellAround() {
  if (!panel) return;
  const around = [...stage.marks.values()].filter(isAround);
  for (const mark of stage.marks.values()) mark.path?.classList.toggle("is-around", around.includes(mark));
  const told = around.filter(({ state }) => TOLD.includes(state)).toReversed(); // the largest are drawn first
  panel.hidden = !told.length;
  if (!told.length) return;
  const [nearest] = told;
  const more = told.length > 1 ? ` +${numberIn(stage.language, told.length - 1)}` : "";
  const [summary, list] = panel.children;
  const named = element("span", { class: "named" }, ...stage.tag(nearest.place.name), more);
  const number = element("span", { class: "number" }, numberIn(stage.language, told.length));
  summary.replaceChildren(`${stage.words["map-around"]} `, signOf(nearest), " ", named, number);
  list.replaceChildren(...told.map(lineOf));
}

/** Whether no edge of a shape is in sight, or of one many times as wide as the view only at the rim, and
 * all within belongs to it.
 *
 * @type {(mark: Mark) => boolean}
 */
function isAround({ path, bounds }) {
  if (!path || !bounds) return false;
  const view = stage.map.getBounds();
  const seen = widthOf(bounds) > VAST * widthOf(view) ? view.pad(-RIM) : view;
  if (!bounds.contains(seen)) return false;
  const spots = [seen.getNorthWest(), seen.getNorthEast(), seen.getSouthWest(), seen.getSouthEast(), seen.getCenter()];
  return spots.every((at) => {
    const { x, y } = stage.map.latLngToLayerPoint(at);
    return path.isPointInFill(new DOMPoint(x, y));
  });
}

/** @type {(bounds: L.LatLngBounds) => number} */
function widthOf(bounds) {
  return bounds.getEast() - bounds.getWest();
}

/** @type {(mark: Mark) => HTMLElement} */
function lineOf(mark) {
  const { place, state } = mark;
  return element("li", {}, signOf(mark), " ", ...stage.tag(place.name), `, ${stage.words[`state-${state}`]}`);
}

/** @type {(mark: Mark) => HTMLElement} */
function signOf({ state }) {
  const look = state === "open" ? "is-possible is-undated" : `is-${state}`;
  return element("span", { class: `sample ${look}`, "aria-hidden": "true" }, element("span", { class: "glyph" }));
}
