/* Which marks that a canvas holds are elements besides: what is chosen, pointed at, has the focus or its popup. */
import { marksAt, refresh } from "./canvas.js";
import { lower, raise, raised } from "./marks.js";
import { openList } from "./popups.js";
import { stage, host, isCrowded } from "./stage.js";

const CHOSEN_MOST = 100; // more than these are chosen on the canvas alone
const POINTED = "is-pointed";
const APART = ".leaflet-control, .leaflet-popup, .mark .label, .candidate";
/** @type {Mark | null} */
let pointed = null;

/** After a step: show the looks as they are now, and what was chosen as elements. */
export function settle() {
  if (!isCrowded()) return;
  refresh();
  for (const mark of raised) if (!isWanted(mark)) lower(mark);
  for (const mark of chosen()) raise(mark);
}

/** @type {() => Mark[]} */
function chosen() {
  return stage.currentMarks.size > CHOSEN_MOST ? [] : [...stage.currentMarks];
}

/** @type {(mark: Mark) => boolean} */
function isWanted(mark) {
  const isHere = mark === pointed || mark.nodes[0] === document.activeElement;
  return isHere || Boolean(mark.layer?.isPopupOpen()) || chosen().includes(mark);
}

/** Follow the pointer, and open what is pressed. */
export function watchPointer() {
  if (!isCrowded()) return;
  const { map } = stage;
  const box = map.getContainer();
  box.addEventListener("pointermove", (event) => {
    if (event.buttons || event.pointerType === "touch") return;
    if (event.target instanceof Element && event.target.closest(APART)) return;
    point(under(map.mouseEventToLayerPoint(event))[0] ?? null);
  });
  box.addEventListener("pointerleave", () => point(null));
  box.addEventListener("focusout", () => setTimeout(settle));
  map.on("zoomstart", () => point(null));
  map.on("popupclose", () => setTimeout(settle)); // after the focus has gone back to its mark
  box.addEventListener("click", press, true); // before an outline below takes it
}

/** @type {(spot: Spot) => PointMark[]} */
function under(spot) {
  return stage.conceal.place ? [] : marksAt(spot);
}

/** @type {(mark: Mark | null) => void} */
function point(mark) {
  if (mark === pointed) return;
  pointed?.nodes[0]?.classList.remove(POINTED);
  pointed = mark;
  settle();
  if (mark) raise(mark);
  mark?.nodes[0].classList.add(POINTED);
  stage.map.getContainer().classList.toggle("is-pointing", mark !== null);
}

/** Leaflet's own, which it has no type for: a click that ends a drag is none. */
function hasDragged() {
  return Reflect.get(stage.map.dragging, "moved").call(stage.map.dragging);
}

/** Those that lie on one spot stand in a list.
 *
 * @type {(event: MouseEvent) => void}
 */
function press(event) {
  const isElement = event.target instanceof Element && event.target.closest(`${APART}, .mark`);
  if (isElement || host().statementMapPick || hasDragged()) return;
  const [top, ...others] = under(stage.map.mouseEventToLayerPoint(event));
  if (!top) return;
  event.stopPropagation();
  if (others.length) openList({ at: top.at, members: [top, ...others] });
  else top.openPopup();
}
