/* The sheet beside a text that is reviewed (see panels/review/sheet.py): what is pressed on it, and the
 * keys that accept it or throw it out, is told to Python as a deed.
 *
 * Nothing is accepted that is not on the sheet: until the next event stands there, a further press
 * does nothing. Python sends the sheet anew; then the focus is where the hand was, on the mark of the
 * event in the text or on the button that was pressed, and a screen reader is told of the event.
 */
import { listenForKeys } from "../presses.js";
import { candidateOf, handOver, lookAtCandidates } from "./candidates.js";
import { mapFrame } from "./page.js";

const SHEET = ".review-sheet";
const DAY = "input.review-day";
const DRAWN_ANEW = ".review-text, .review-sheet, .review-understood";
const FIRST_DAY = "1000-01-01";
const OWN = ".st-key-desk"; // a single key is taken here, and where nothing has the focus
const TYPED = "input, textarea, select, [contenteditable], [role='listbox'], dialog *";
const NUMBERS = [..."123456789"]; // keys of the first candidates
const PATIENCE_MS = 4000; // what has not been answered by then was lost, and may be pressed again

/** When it was pressed, and where the focus goes then; what has the focus now.
 *
 * @type {{
 *   tell: Tell,
 *   shown: HTMLElement | null,
 *   pressed: number,
 *   due: (() => HTMLElement | null) | null,
 *   focused: Element | null,
 *   isFirst: boolean,
 *   isListening: boolean,
 * }}
 */
const sheet = { tell: () => {}, shown: null, pressed: 0, due: null, focused: null, isFirst: false, isListening: false };

/** @type {(tell: Tell) => void} */
export function followSheet(tell) {
  sheet.tell = tell;
  listen();
  lookAnew();
}

/** @type {(control: HTMLElement) => void} */
export function doDeed(control) {
  const { do: deed = "", at, value } = control.dataset;
  if (deed === "home") return goHome();
  if (deed === "look") return lookAtCandidates(control, doDeed);
  const isToDraw = deed === "pick" && control.getAttribute("aria-pressed") !== "true";
  press(deed, { at, value }, isToDraw ? mapToDrawOn : () => sameAs(control));
}

/** A mark of the event that is on the sheet leads to the sheet; another one has the focus.
 *
 * @type {(mark: HTMLElement) => void}
 */
export function leadToSheet(mark) {
  if (mark.dataset.event === eventOnSheet()) firstButton()?.focus();
  else mark.focus();
}

/** @type {(deed: string, more: Record<string, string | undefined>, due: () => HTMLElement | null) => void} */
function press(deed, more, due) {
  const shown = document.querySelector(SHEET);
  if (!shown || Date.now() - sheet.pressed < PATIENCE_MS) return;
  const { event, made } = shown.dataset; // Python does it once for each sheet
  Object.assign(sheet, { pressed: Date.now(), due });
  sheet.tell("did", { event, made, do: deed, ...more });
}

/** By its key: the focus stays in the text, or on the sheet, wherever it is.
 *
 * @type {(deed: string) => void}
 */
function doByKey(deed) {
  const button = document.querySelector(`${SHEET} [data-do=${deed}]`);
  if (!(button instanceof HTMLButtonElement)) return goHome(); // all are seen
  const isInSheet = document.activeElement?.closest(".st-key-review-sheet");
  if (!button.disabled) press(deed, {}, isInSheet ? firstButton : whereItGoesOn);
}

/** What a place may be, by its number in the list and on the map.
 *
 * @type {(number: string) => void}
 */
function takeByNumber(number) {
  const control = candidateOf(number);
  if (!control) return;
  const isInSheet = document.activeElement?.closest(".st-key-review-sheet");
  press(
    "place",
    { at: control.dataset.at, value: control.dataset.value },
    isInSheet ? () => sameAs(control) : whereItGoesOn,
  );
}

/** The mark of the event, or where all are seen the button that leads home. */
function whereItGoesOn() {
  return document.querySelector(`${SHEET} [data-do=home]`) ?? markOf(eventOnSheet()) ?? firstButton();
}

/** To what is taken home. */
function goHome() {
  document.querySelector(".st-key-review-take-zip button")?.focus();
}

/** Once Python has answered, the focus is on the mark of the event that is then on the sheet. */
export function leadBack() {
  leadBackTo(() => markOf(eventOnSheet()));
}

/** Once Python has answered, the focus is on what is found then.
 *
 * @type {(find: () => HTMLElement | null) => void}
 */
export function leadBackTo(find) {
  sheet.due = find;
}

/** The map itself, within its frame: who draws by keyboard is there.
 *
 * @type {() => HTMLElement | null}
 */
export function mapToDrawOn() {
  return mapFrame()?.contentDocument?.querySelector(".leaflet-container") ?? null;
}

function backToText() {
  markOf(eventOnSheet())?.focus();
}

function eventOnSheet() {
  return document.querySelector(SHEET)?.dataset.event ?? null;
}

/** @type {() => HTMLElement | null} */
function firstButton() {
  return document.querySelector(`${SHEET} .is-first`);
}

/** @type {(event: string | null) => HTMLElement | null} */
function markOf(event) {
  return event ? document.querySelector(`.review-text a[data-event="${CSS.escape(event)}"]`) : null;
}

/** The control that stands where this one stood, or is for the same.
 *
 * @type {(control: Element) => HTMLElement | null}
 */
function sameAs(control) {
  if (control.matches(DAY)) return document.querySelector(DAY);
  if (!(control instanceof HTMLElement) || !control.dataset.do) return markOf(eventOnSheet());
  if (!document.querySelector(".review-understood")) return null; // it is on its way
  const { do: deed, at, value } = control.dataset;
  /** @type {HTMLElement[]} */
  const alike = [...document.querySelectorAll(`[data-do="${deed}"]`)];
  const same = alike.find(({ dataset }) => dataset.at === at && dataset.value === value);
  return same ?? alike.find(({ dataset }) => dataset.at === at) ?? firstButton();
}

/** What Python sends is another element; what it sends after that may still take the focus away. */
function lookAnew() {
  const shown = document.querySelector(SHEET);
  const isNew = shown !== null && shown !== sheet.shown;
  if (isNew) takeSheet(shown);
  if (isNew || isFocusLost()) following()?.focus({ preventScroll: sheet.isFirst });
  if (isNew) sheet.due = null; // from now on what has the focus keeps it
  handOver(doDeed);
}

/** The first one of all leads into the text: what asked for it is gone, or will be.
 *
 * @type {(shown: HTMLElement) => void}
 */
function takeSheet(shown) {
  sheet.isFirst = sheet.shown === null;
  if (sheet.isFirst) leadBack();
  Object.assign(sheet, { shown, pressed: 0 });
  say(shown.dataset.told ?? "");
}

/** @type {() => HTMLElement | null} */
function following() {
  if (sheet.due) return sheet.pressed ? null : sheet.due();
  return sheet.focused && !sheet.focused.isConnected ? sameAs(sheet.focused) : null;
}

function isFocusLost() {
  return [null, document.body].includes(/** @type {HTMLElement | null} */ (document.activeElement));
}

/** @type {(words: string) => void} */
function say(words) {
  let place = document.querySelector("body > .review-told");
  if (!place) {
    place = document.createElement("p");
    place.className = "review-told";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  place.textContent = words;
}

/** A day of the calendar; while its year is typed, digit by digit, there is none yet.
 *
 * @type {(event: Event) => void}
 */
function takeDay({ target }) {
  if (!(target instanceof HTMLInputElement) || !target.matches(DAY) || target.value < FIRST_DAY) return;
  press("date", { value: target.value }, () => document.querySelector(DAY));
}

/** @type {(target: Element, key: string) => boolean} */
function isOwn(target, key) {
  if (!document.querySelector(SHEET)) return true;
  if (key === "Escape") return !target.closest(".st-key-review-sheet");
  return target.closest(TYPED) !== null || !(target === document.body || target.closest(OWN));
}

function listen() {
  if (sheet.isListening) return;
  sheet.isListening = true;
  new MutationObserver(lookAnew).observe(document.body, { subtree: true, childList: true });
  listenForKeys(
    new Map([
      ["a", () => doByKey("accept")],
      ["A", () => doByKey("accept")],
      ["x", () => doByKey("remove")],
      ["X", () => doByKey("remove")],
      ["Escape", backToText],
      ...NUMBERS.map((key) => /** @type {const} */ ([key, () => takeByNumber(key)])),
    ]),
    isOwn,
  );
  document.addEventListener("change", takeDay);
  document.addEventListener("focusin", ({ target }) => {
    sheet.focused = target instanceof Element && target.closest(DRAWN_ANEW) ? target : null;
  });
  for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, goElsewhere, true);
}

/** Whoever goes elsewhere before Python has answered stays there.
 *
 * @type {(event: Event) => void}
 */
function goElsewhere({ type }) {
  if (type === "pointerdown") sheet.focused = null;
  if (!sheet.pressed) sheet.due = null;
}
