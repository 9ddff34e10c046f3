/* The names on the map, of marks, of what was chosen, and of the base map: none runs into another.
 *
 * Label placement: what else a place may be and the chosen places first, then what an open crowd calls out, then other marks,
 * then countries, regions and waters. A name without room waits until its mark is looked at; that
 * of a chosen place is led to by a line.
 */
import { boxOf, controlBoxes } from "./area.js";
import { placeCandidates } from "./candidates.js";
import { nameGround } from "./ground.js";
import { edgeOf, firstFree, placeBeside, placeInColumn } from "./layout.js";
import { stage, isCrowded, isWide, isPoint } from "./stage.js";
import { element, sure } from "../../browser/program/parts.js";

const EDGE_PX = 3; // a name keeps this far from the edge of the map
const SIGN_PX = 11; // half of what the sign of a mark takes up
const LINE_PX = 9; // a name that is farther off than this, beside the sign, has a line
const MUST_MOST = 8; // more chosen places than this cannot all be called out
const SEARCH = 7; // spots in each direction at which a name may stand in an outline
const ORDER = ["now", "possible", "open"]; // the others' names wait until their marks are looked at
const widthOf = new WeakMap(); // text of a label -> what its width was measured for
const chosen = new Map(); // mark with an outline -> its name, drawn while it is chosen

/** Place all names anew: after the view has moved, and after a step. */
export function fitNames() {
  const { x, y } = stage.map.getSize();
  if (!x || !y) return;
  const area = { left: EDGE_PX, top: EDGE_PX, right: x - EDGE_PX, bottom: y - EDGE_PX };
  const clear = { ...area, left: area.left + stage.covered.left, right: area.right - stage.covered.right };
  const labels = stage.conceal.place ? [] : labelsIn(clear);
  const base = stage.names.map(measure);
  const taken = [...controlBoxes(), ...signsIn(area)];
  placeCandidates(taken, clear);
  const stands = placeLabels(labels, taken, clear);
  for (const [label, box] of stands) write(label, box, clear);
  fitBase(base, namesShown(stands), taken, area);
}

/** Where each label stands, by label; null where there is no room, or it shows only when asked for.
 *
 * @type {(labels: Label[], taken: Box[], area: Box) => Map<Label, Box | null>}
 */
function placeLabels(labels, taken, area) {
  const stands = new Map();
  /** @type {(label: Label, box: Box | null) => void} */
  const put = (label, box) => {
    if (box) taken.push(box);
    stands.set(label, box ?? null);
  };
  const current = labels.filter(({ mark }) => stage.currentMarks.has(mark));
  const isMust = current.length <= MUST_MOST;
  callOut(labels, isMust ? current : [], taken, area, put);
  for (const label of current) {
    if (!stands.has(label)) put(label, placeBeside({ ...label, must: isMust }, taken, area));
  }
  nameChosen(taken, area);
  for (const label of labels) {
    if (!stands.has(label)) put(label, isNamed(label) ? placeBeside(label, taken, area) : null);
  }
  return stands;
}

/** @type {(base: MeasuredName[], shown: Set<string>, taken: Box[], area: Box) => void} */
function fitBase(base, shown, taken, area) {
  const isCountry = /** @type {(name: MeasuredName) => boolean} */ ({ kind }) => kind === "country";
  const fit = /** @type {(name: MeasuredName) => void} */ (name) =>
    showBase({ ...name, isDue: name.isDue && !shown.has(name.node.textContent) }, taken, area);
  base.filter(isCountry).forEach(fit);
  nameGround(taken, area);
  base.filter((name) => !isCountry(name)).forEach(fit);
}

/** What is called by a label of its own needs no name of the base map besides.
 *
 * @type {(stands: Map<Label, Box | null>) => Set<string>}
 */
function namesShown(stands) {
  const labelled = [...stands].filter(([, box]) => box).map(([{ mark }]) => mark);
  const outlined = [...chosen].filter(([, { node }]) => !node.hidden).map(([mark]) => mark);
  return new Set([...labelled, ...outlined].map(({ place }) => stage.read(place.name)));
}

/** What shows beside a mark unasked.
 *
 * @type {(label: Label) => boolean}
 */
function isNamed({ mark }) {
  return ORDER.includes(mark.state) && !mark.nodes[0].classList.contains("in-crowd");
}

/** @type {(area: Box) => Label[]} */
function labelsIn(area) {
  /** @type {Label[]} */
  const labels = [];
  fitText();
  // Among thousands only the chosen ones have names unasked.
  for (const mark of isCrowded() ? stage.currentMarks : stage.marks.values()) {
    const node = mark.nodes[0]?.querySelector(".label");
    if (!node || !isPoint(mark)) continue;
    const at = stage.map.latLngToContainerPoint(mark.at);
    const isSeen = at.x > area.left && at.x < area.right && at.y > area.top && at.y < area.bottom;
    if (!isSeen) {
      mark.nodes[0].classList.remove("named", "called-out");
      continue;
    }
    labels.push({ mark, node, at, reach: SIGN_PX + 1, width: node.offsetWidth, height: node.offsetHeight });
  }
  /** @type {(label: Label) => number} */
  const rank = ({ mark }) => (ORDER.includes(mark.state) ? ORDER.indexOf(mark.state) : ORDER.length);
  return labels.toSorted((a, b) => rank(a) - rank(b));
}

/** A label that is broken into lines is as wide as the longest of them, not as wide as it may be. */
function fitText() {
  const texts = [...document.querySelectorAll(".mark .label > :last-child")].map((text) => {
    const isBold = text.closest(".is-current") !== null;
    return { text, key: [text.textContent, isBold, document.documentElement.className, isWide()].join() };
  });
  const changed = texts.filter(({ text, key }) => widthOf.get(text) !== key);
  for (const { text } of changed) text.style.width = "";
  const widths = changed.map(({ text }) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return Math.ceil(Math.max(...[...range.getClientRects()].map(({ width }) => width)));
  });
  changed.forEach(({ text, key }, n) => {
    text.style.width = `${widths[n]}px`;
    widthOf.set(text, key);
  });
}

/** The signs themselves: a name stands on none.
 *
 * @type {(area: Box) => Box[]}
 */
function signsIn(area) {
  if (isCrowded()) return [];
  const signs = [];
  for (const { at, nodes, shrunk } of stage.marks.values()) {
    if (!at || nodes[0].classList.contains("in-crowd")) continue;
    const { x, y } = stage.map.latLngToContainerPoint(at);
    const half = SIGN_PX * (shrunk ?? 1);
    if (x > area.left && x < area.right)
      signs.push({ left: x - half, top: y - half, right: x + half, bottom: y + half });
  }
  return [...signs, ...stage.crowds.map(({ node }) => boxOf(sure(node.firstElementChild)))];
}

/** The callouts of crowds: all places of one that is open, else those that are chosen.
 *
 * @type {(labels: Label[], current: Label[], taken: Box[], area: Box, put: (label: Label, box: Box | null) => void) => void}
 */
function callOut(labels, current, taken, area, put) {
  for (const crowd of stage.crowds) {
    const { x, y } = stage.map.latLngToContainerPoint(crowd.at);
    let called = labels.filter(({ mark }) => crowd.members.includes(mark));
    if (!crowd.isOpen) called = called.filter((label) => current.includes(label));
    crowd.isCalledOut = true;
    while (called.length) {
      const boxes = placeInColumn(called, { x, y }, taken, area);
      called.forEach((label, n) => boxes && put(label, boxes[n]));
      if (boxes) break;
      crowd.isCalledOut = false; // the column is higher than the map: as many as there is room for
      called = called.slice(0, -1);
    }
  }
}

/** Put a name at its box, with a line to its mark where it stands farther off.
 *
 * @type {(label: Label, box: Box | null, area: Box) => void}
 */
function write({ mark, node, at, width, height }, box, area) {
  const root = mark.nodes[0];
  const isInCrowd = root.classList.contains("in-crowd");
  root.classList.toggle("named", Boolean(box));
  root.classList.toggle("called-out", Boolean(box) && isInCrowd);
  const right = at.x + SIGN_PX + width < area.right ? at.x + SIGN_PX : at.x - SIGN_PX - width;
  const { left, top } = box ?? { left: Math.max(right, area.left), top: at.y - height / 2 };
  node.style.translate = `${left - at.x}px ${top - at.y}px`;
  const end = box && edgeOf(box, at);
  const length = end ? Math.hypot(end.x - at.x, end.y - at.y) : 0;
  const line = /** @type {HTMLElement} */ (sure(root.querySelector(".line")));
  line.hidden = !isInCrowd && length < SIGN_PX + LINE_PX;
  line.style.width = `${length}px`;
  line.style.rotate = end ? `${Math.atan2(end.y - at.y, end.x - at.x)}rad` : "";
}

// ---------------------------------------------------------------- what was chosen, by its outline

/** @type {(taken: Box[], area: Box) => void} */
function nameChosen(taken, area) {
  const current = stage.conceal.place ? new Set() : stage.currentMarks;
  for (const [mark, name] of chosen) {
    if (current.has(mark)) continue;
    name.marker.remove();
    chosen.delete(mark);
  }
  for (const mark of current) {
    if (!mark?.path) continue;
    if (!chosen.has(mark)) chosen.set(mark, drawName(mark));
    const { marker, node } = chosen.get(mark);
    node.className = `name name-chosen ${stage.currentShape}`;
    node.replaceChildren(...stage.tag(mark.place.name));
    const { width, height } = node.getBoundingClientRect();
    const boxes = spotsIn(mark, area).map(({ x, y }) => {
      return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
    });
    const box = firstFree(boxes, taken, area);
    node.hidden = !box;
    if (!box) continue;
    taken.push(box);
    marker.setLatLng(stage.map.containerPointToLatLng([(box.left + box.right) / 2, (box.top + box.bottom) / 2]));
  }
}

/** @type {(mark: Mark) => { marker: L.Marker, node: HTMLElement }} */
function drawName(mark) {
  const node = element("span", { class: "name name-chosen" });
  const icon = L.divIcon({ className: "name-anchor", html: node, iconSize: [0, 0] });
  const options = { pane: "names", interactive: false, keyboard: false, icon };
  const marker = L.marker(sure(mark.bounds).getCenter(), options).addTo(stage.map);
  sure(marker.getElement()).setAttribute("aria-hidden", "true");
  return { marker, node };
}

/** Spots in the outline of a mark that are in sight, the nearest to its middle first.
 *
 * @type {(mark: Mark, area: Box) => L.Point[]}
 */
function spotsIn(mark, area) {
  const [path, bounds] = [sure(mark.path), sure(mark.bounds)];
  const one = stage.map.latLngToContainerPoint(bounds.getNorthWest());
  const other = stage.map.latLngToContainerPoint(bounds.getSouthEast());
  const [left, right] = [Math.max(one.x, area.left), Math.min(other.x, area.right)];
  const [top, bottom] = [Math.max(one.y, area.top), Math.min(other.y, area.bottom)];
  if (left >= right || top >= bottom) return [];
  const middle = L.point((left + right) / 2, (top + bottom) / 2);
  const spots = [];
  for (let row = 1; row < SEARCH; row++) {
    for (let column = 1; column < SEARCH; column++) {
      const spot = L.point(left + ((right - left) * column) / SEARCH, top + ((bottom - top) * row) / SEARCH);
      const { x, y } = stage.map.containerPointToLayerPoint(spot);
      if (path.isPointInFill(new DOMPoint(x, y))) spots.push(spot);
    }
  }
  return spots.toSorted((a, b) => a.distanceTo(middle) - b.distanceTo(middle));
}

// ---------------------------------------------------------------- the base map

/** @type {(name: BaseName) => MeasuredName} */
function measure({ properties: { kind, label_zoom: from }, at, node }) {
  const zoom = stage.map.getZoom();
  const { width, height } = node.getBoundingClientRect();
  return {
    node,
    kind,
    at: stage.map.latLngToContainerPoint(at),
    width,
    height,
    isDue: zoom >= from && zoom <= from + 5,
  };
}

/** A name of the base map may stand a line higher or lower than it should.
 *
 * @type {(name: MeasuredName, taken: Box[], area: Box) => void}
 */
function showBase({ node, at, width, height, isDue }, taken, area) {
  const shifts = isDue ? [0, -height, height] : [];
  const boxes = shifts.map((down) => {
    const [left, top] = [at.x - width / 2, at.y - height / 2 + down];
    return { left, top, right: left + width, bottom: top + height };
  });
  const box = firstFree(boxes, taken, area);
  node.hidden = !box;
  if (!box) return;
  taken.push(box);
  node.style.translate = `0 ${box.top - at.y + height / 2}px`;
}
