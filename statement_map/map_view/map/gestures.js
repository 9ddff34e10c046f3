/* Cooperative gestures: what scrolls the page elsewhere scrolls it over the map too.
 *
 * The wheel zooms the map where Ctrl is held or the map has the focus; one finger scrolls the page,
 * two fingers move and zoom the map. A hint says so, once. Where the map is the page, and nothing around
 * it scrolls, wheel and finger are the map's.
 */
import { stage, host } from "./stage.js";
import { element } from "../../browser/program/parts.js";

const HINT_MS = 2500; // long enough to read its few words
const DRAG_PX = 12; // a finger that moved more than this did not tap
const APART = ".leaflet-control, .leaflet-popup"; // these scroll by themselves

export function cooperate() {
  const box = stage.map.getContainer();
  if (isThePage()) {
    box.classList.add("is-the-page");
    return;
  }
  const hint = drawHint(box);
  box.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey || hasFocus(box) || isApart(event)) return;
      event.stopPropagation(); // before Leaflet takes it
      hint("map-hint-wheel");
    },
    { capture: true, passive: true },
  );
  letFingersScroll(box, hint);
}

/** A frame on another page leaves the wheel to that page. */
function isThePage() {
  const page = host();
  if (stage.content.standalone || page !== page.top) return false;
  const main = page.document.querySelector(".stMain");
  return main !== null && getComputedStyle(main).overflowY === "hidden";
}

/** @type {(event: Event) => boolean} */
function isApart({ target }) {
  return target instanceof Element && target.closest(APART) !== null;
}

/** @type {(box: HTMLElement) => boolean} */
function hasFocus(box) {
  return document.hasFocus() && box.contains(document.activeElement);
}

/** @type {(box: HTMLElement, hint: (key: string) => void) => void} */
function letFingersScroll(box, hint) {
  /** @type {PointerEvent | null} */
  let start = null;
  box.addEventListener(
    "pointerdown",
    (event) => {
      const isFinger = event.pointerType === "touch";
      stage.map.dragging[isFinger ? "disable" : "enable"]();
      start = isFinger && event.isPrimary && !isApart(event) ? event : null;
    },
    true,
  );
  box.addEventListener(
    "pointermove",
    (event) => {
      if (!start || !event.isPrimary) return;
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > DRAG_PX) hint("map-hint-touch");
    },
    true,
  );
  // The browser would take two fingers for scrolling too.
  /** @type {(event: TouchEvent) => void} */
  const keep = (event) => {
    if (event.touches.length < 2) return;
    start = null;
    if (event.cancelable) event.preventDefault();
  };
  box.addEventListener("touchstart", keep, { capture: true, passive: false });
  box.addEventListener("touchmove", keep, { capture: true, passive: false });
}

/** Returns what shows a hint for a moment; after the first it shows no other.
 *
 * @type {(box: HTMLElement) => (key: string) => void}
 */
function drawHint(box) {
  const node = element("p", { class: "hint", hidden: true });
  box.append(node);
  return (key) => {
    if (host().statementMapHinted) return;
    host().statementMapHinted = true;
    node.textContent = stage.words[key];
    node.hidden = false;
    setTimeout(() => (node.hidden = true), HINT_MS);
  };
}
