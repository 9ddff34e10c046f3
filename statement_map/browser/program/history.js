/* Keeps where a page is in the browser's history: one entry for each step.
 *
 * `startHistory(addressOf)` starts to note what the visitor presses; `addressOf(search)` is the address
 * of a query. What one press of a key or a pointer does is one step, however long it is held: `hand()`
 * names the press that goes on, `newHand()` begins another, as a tick of playing does.
 */

const SOON_MS = 300; // what one hand changes is kept when it rests, or lets go
const [WRITES_MOST, WRITES_MS] = [90, 30_000]; // Safari refuses more than 100 changes of the address
const LATER_MS = 1000;
let addressOf = null; // a query's address
let current = 0; // the hand
let isDown = false;
let isRepeated = false;
let unkept = null; // what is still to be written
let timer = 0;
let writes = []; // when the last ones were

export function startHistory(itsAddress) {
  addressOf = itsAddress;
  const listen = (react, ...kinds) => kinds.forEach((kind) => window.addEventListener(kind, react, true));
  listen(notePress, "keydown", "pointerdown");
  listen(noteRelease, "keyup", "pointerup", "pointercancel", "pagehide");
  listen(noteDone, "click", "change");
  listen(drop, "popstate");
}

export function hand() {
  return current;
}

export function newHand() {
  current += 1;
}

/** Keep a state as address.js has it: a new entry at once, a change of the last one soon. */
export function keep(write, state) {
  if (write === "push" || !state.hand) {
    finish();
    enter(write, state);
  } else hold(unkept?.write ?? write, state, SOON_MS);
}

function hold(write, state, ms) {
  clearTimeout(timer);
  unkept = { write, state };
  timer = setTimeout(finish, ms);
}

function finish() {
  if (unkept) enter(unkept.write, unkept.state);
}

function drop() {
  clearTimeout(timer);
  unkept = null;
}

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

function notePress({ type, repeat }) {
  isDown = true;
  isRepeated = type === "keydown" && repeat;
  if (!isRepeated) newHand();
}

function noteRelease() {
  isDown = false;
  finish();
}

/** A screen reader clicks, and moves a slider, without a press. */
function noteDone({ type }) {
  if (type === "click" ? !isRepeated : !isDown) newHand();
}
