/* What the browser does for a review: it keeps the work (see keeping.js),
 * warns whoever leaves with unsaved work, and tells Python which point of the map is meant. Whether the work was taken home is asked for after the button was pressed.
 */
import { takeKept } from "./keeping.js";
import { mapFrame, mapIn } from "./page.js";
import { followSelection } from "./selecting.js";
import { followSheet, leadBackTo, mapToDrawOn } from "./sheet.js";
import { isTyping } from "./typed.js";

const ASK_AFTER_MS = [1000, 4000, 15000]; // the file is made meanwhile; on a slow server it takes long
/** @type {ReviewDesk} */
const desk = {
  tell: () => {},
  unsaved: false,
  isListening: false,
  picking: null,
  place: null,
  looked: null,
  shown: null,
};

/** @type {(component: Component<ReviewTold>) => void} */
export function takeReview({ data, setTriggerValue }) {
  listen();
  desk.tell = setTriggerValue;
  takeKept(data, setTriggerValue);
  followSheet(setTriggerValue);
  followSelection(setTriggerValue);
  desk.unsaved = data.unsaved;
  pick(data.picking);
  desk.place = data.place;
  if (!data.place) desk.looked = null;
  showPlace();
  showCurrent();
}

// ------------------------------------------------------------------ the map

/** A place is drawn where the map is in sight; then what asked for it is in sight again.
 *
 * @type {(picking: Picking | null) => void}
 */
function pick(picking) {
  const before = desk.picking;
  desk.picking = picking;
  if (JSON.stringify(picking) === JSON.stringify(before)) return;
  const from = picking ? ".st-key-map" : before?.isOnSheet ? ".review-understood" : ".st-key-review-where";
  document.querySelector(from)?.scrollIntoView({ block: "nearest" });
  window.statementMapPick = picking && { ...picking, points: [], done };
  mapIn(mapFrame())?.followPick();
  if (picking) mapToDrawOn()?.focus({ preventScroll: true });
}

/** @type {(points: Array<[number, number]>) => void} */
function done(points) {
  const { picking } = desk;
  window.statementMapPick = null; // what is drawn is told once
  mapIn(mapFrame())?.followPick();
  if (picking?.isOnSheet) leadBackTo(() => document.querySelector(`details:has(${asked(picking)}) > summary`));
  desk.tell("drawn", { points });
}

/** The button on the sheet that asks for it.
 *
 * @type {(picking: Picking) => string}
 */
function asked({ place, shape }) {
  return `[data-do=pick][data-at="${place}"][data-value="${shape}"]`;
}

/** The place whose form is open is in sight; where it comes to lie elsewhere, on the next map.
 *
 * @type {(isNewMap?: boolean) => void}
 */
function showPlace(isNewMap = false) {
  const { place, looked } = desk;
  const map = mapIn(mapFrame());
  if (!place || !map) return;
  const isKnown = place.id === looked?.id && (place.at === looked.at || !isNewMap);
  if (isKnown) return;
  map.lookAt(place.id);
  desk.looked = place;
}

// ------------------------------------------------------------------ the text

/** Where the current event is told, it is in sight. */
function showCurrent() {
  const text = document.querySelector(".review-text .text");
  const mark = text?.querySelector("p.is-current");
  if (!text || !mark || desk.shown === mark.textContent) return;
  desk.shown = mark.textContent;
  const { top, bottom } = mark.getBoundingClientRect();
  const frame = text.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) text.scrollTop += top - frame.top - text.clientHeight / 3;
}

/** The button that takes the work home was pressed: the file is made now, and then it is saved. */
export function askSoon() {
  for (const ms of ASK_AFTER_MS) setTimeout(askWhetherSaved, ms);
}

function askWhetherSaved() {
  if (desk.unsaved) desk.tell("pressed", Date.now());
}

function listen() {
  if (desk.isListening) return;
  desk.isListening = true;
  window.addEventListener("statement-map:drawn", () => showPlace(true));
  for (const kind of ["input", "click"]) document.addEventListener(kind, forgetFaults);
  window.addEventListener("beforeunload", (event) => (desk.unsaved || isTyping()) && event.preventDefault());
}

/** What was wrong with the text of the start is gone once another one is typed, until it is sent.
 *
 * @type {(event: Event) => void}
 */
function forgetFaults({ target, type }) {
  const within = type === "input" ? "[data-testid=stForm]" : "[data-testid=stFormSubmitButton]";
  if (!(target instanceof Element) || !target.closest(within)) return;
  /** @type {NodeListOf<HTMLElement>} */
  const faults = document.querySelectorAll("[role=alert]:has(.review-faults)");
  for (const fault of faults) fault.hidden = type === "input";
}
