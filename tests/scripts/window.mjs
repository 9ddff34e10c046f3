/* A window as far as history.js and walking.js need one: what it hears, its history, its clock, and its frames. */
import { mock } from "node:test";

const listeners = new Map();

/** The entries of the history, each with its state and its address; what is shown is the last. */
export const entries = [{ state: null, address: "" }];
let clock = 0;
const frames = []; // what waits for the next one

class KeyboardEvent extends Event {
  constructor(kind, { repeat = false } = {}) {
    super(kind);
    this.repeat = repeat;
  }
}

Object.assign(globalThis, {
  KeyboardEvent,
  queueMicrotask: (then) => then(), // a test reads on at once
  requestAnimationFrame: (then) => frames.push(then),
  window: {
    addEventListener: (kind, react, isDown = false) => {
      listeners.set(kind, [...(listeners.get(kind) ?? []), { react, isDown }]);
    },
    history: {
      get state() {
        return entries.at(-1).state;
      },
      pushState: (state, _, address) => entries.push({ state, address }),
      replaceState: (state, _, address) => entries.splice(-1, 1, { state, address }),
    },
  },
});
mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
mock.method(performance, "now", () => clock);

/** Let time pass. */
export function wait(ms) {
  clock += ms;
  mock.timers.tick(ms);
}

/** Draw the next frame. */
export function drawFrame() {
  for (const then of frames.splice(0)) then();
}

/** Something happens in the window: what it is, and what more is known of it. Those that listen on the way down
 * hear it first, whenever they began (the capture phase), and one of them may keep it from the others; what
 * `isTaken` by the part of the page that it happens to is heard on the way down alone.
 */
export function happen(kind, more = {}, isTaken = false) {
  const event = kind.startsWith("key") ? new KeyboardEvent(kind, more) : new Event(kind);
  let isKept = false;
  event.stopImmediatePropagation = () => (isKept = true);
  for (const [name, value] of Object.entries(more)) Object.defineProperty(event, name, { value });
  const all = listeners.get(kind) ?? [];
  const [down, up] = [true, false].map((is) => all.filter(({ isDown }) => isDown === is));
  for (const { react } of isTaken ? down : [...down, ...up]) if (!isKept) react(event);
  return !isKept;
}

export function addresses() {
  return entries.map(({ address }) => address);
}
