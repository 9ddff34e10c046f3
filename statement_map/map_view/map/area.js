/* The part of the map that no button, no panel and nothing of the page covers, in px from its upper left corner. */
import { overlap, sizeOf } from "./boxes.js";
import { stage, isWide } from "./stage.js";

const GAP_PX = 6; // between what is put into the area and what stands around it

/** Where an element lies on the map.
 *
 * @type {(node: Element) => Box}
 */
export function boxOf(node) {
  const map = stage.map.getContainer();
  const outer = map.getBoundingClientRect();
  const [left, top] = [outer.left + map.clientLeft, outer.top + map.clientTop];
  const box = node.getBoundingClientRect();
  return { left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top };
}

/** The boxes of all buttons and panels that show.
 *
 * @type {() => Box[]}
 */
export function controlBoxes() {
  const controls = stage.map.getContainer().querySelectorAll(".leaflet-control-container > * > *");
  return [...controls].map(boxOf).filter(({ left, top, right, bottom }) => right > left && bottom > top);
}

/** @type {() => NodeListOf<HTMLDetailsElement>} */
export function openPanels() {
  return document.querySelectorAll(".panel[open]");
}

/** On a narrow map one panel is open at a time; a popup leaves room for none.
 *
 * @type {(except?: Element | null) => void}
 */
export function foldPanels(except = null) {
  for (const panel of openPanels()) if (panel !== except) panel.open = false;
}

/** Keep buttons and panels clear of what the page lays over the map. Returns by how many px the middle
 * of the rest moved to the left.
 *
 * @type {(covered?: { left: number, right: number }) => number}
 */
export function makeRoom({ left, right } = stage.covered) {
  const before = stage.covered;
  if (left === before.left && right === before.right) return 0;
  stage.covered = { left, right };
  const { style } = document.documentElement;
  style.setProperty("--covered-left", `${left}px`);
  style.setProperty("--covered-right", `${right}px`);
  if (!isWide()) foldPanels();
  return (right - before.right - (left - before.left)) / 2;
}

/** The largest rectangle beside or below what stands in each corner; all of the map where there is none, as
 * before the panels of a small map are folded.
 *
 * @type {() => Box}
 */
export function visibleArea() {
  const { x: width, y: height } = stage.map.getSize();
  const { left, right } = stage.covered;
  const whole = { left: left + GAP_PX, top: GAP_PX, right: width - right - GAP_PX, bottom: height - GAP_PX };
  let areas = [whole];
  for (const box of controlBoxes()) {
    const isLeft = box.left + box.right < width;
    const isTop = box.top + box.bottom < height;
    const across = isLeft ? { left: box.right + GAP_PX } : { right: box.left - GAP_PX };
    const down = isTop ? { top: box.bottom + GAP_PX } : { bottom: box.top - GAP_PX };
    areas = areas.flatMap((area) =>
      overlap(area, box)
        ? [
            { ...area, ...across },
            { ...area, ...down },
          ]
        : [area],
    );
  }
  const largest = areas.reduce((best, area) => (sizeOf(area) > sizeOf(best) ? area : best));
  const all = { left: 0, top: 0, right: width, bottom: height };
  return [largest, whole].find(sizeOf) ?? all;
}
