/* Keeps where a page is in the browser's history: one entry for each step.
 *
 * `startHistory(addressOf)` starts to note what the visitor presses; `addressOf(search)` is the address
 * of a query. What one press of a key or a pointer does is one step, however long it is held: `hand()`
 * names the press that goes on, `newHand()` begins another, as a tick of playing does.
 */

const SOON_MS = 300; // what one hand changes is kept when it rests, or lets go
const [WRITES_MOST, WRITES_MS] = [90, 30_000]; // Safari refuses more than 100 changes of the address
const LATER_MS = 1000; // where the browser takes no more, it is asked again
/** @type {(search: string) => string} */
let addressOf; // a query's address
let current = 0; // the hand
let isDown = false;
let isRepeated = false;
/** @type {{ write: Write, state: PageState } | null} */
let unkept = null; // what is still to be written
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {number[]} */
let writes = []; // when the last ones were

/** @type {(itsAddress: (search: string) => string) => void} */
export function startHistory(itsAddress) {
  addressOf = itsAddress;
  listen(notePress, "keydown", "pointerdown");
  listen(noteRelease, "keyup", "pointerup", "pointercancel", "pagehide");
  listen(noteDone, "click", "change");
  listen(drop, "popstate");
}

/** @type {(react: (event: Event) => void, ...kinds: string[]) => void} */
function listen(react, ...kinds) {
  for (const kind of kinds) window.addEventListener(kind, react, true);
}

/** @type {() => number} */
export function hand() {
  return current;
}

export function newHand() {
  current += 1;
}

/** Keep a state as address.js has it: a new entry at once, a change of the last one soon.
 *
 * @type {(write: Write, state: PageState) => void}
 */
export function keep(write, state) {
  if (write === "push" || !state.hand) {
    finish();
    enter(write, state);
  } else hold(unkept?.write ?? write, state, SOON_MS);
}

/** @type {(write: Write, state: PageState, ms: number) => void} */
function hold(write, state, ms) {
  clearTimeout(timer);
  unkept = { write, state };
  timer = setTimeout(finish, ms);
}

function finish() {
  if (unkept) enter(unkept.write, unkept.state);
}

function drop() {
  unkept = null;
}

/** @type {(write: Write, state: PageState) => void} */
function enter(write, state) {
  const now = performance.now();
  writes = writes.filter((when) => now - when < WRITES_MS);
  if (writes.length >= WRITES_MOST) {
    hold(write, state, LATER_MS);
    return;
  }
  writes.push(now);
  drop();
  const { search, notice } = state;
  window.history[write === "push" ? "pushState" : "replaceState"]({ notice }, "", addressOf(search));
}

/** @type {(event: Event) => void} */
function notePress(event) {
  isDown = true;
  isRepeated = event instanceof KeyboardEvent && event.repeat;
  if (!isRepeated) newHand();
}

function noteRelease() {
  isDown = false;
  finish();
}

/** A screen reader clicks, and moves a slider, without a press.
 *
 * @type {(event: Event) => void}
 */
function noteDone({ type }) {
  if (type === "click" ? !isRepeated : !isDown) newHand();
}
