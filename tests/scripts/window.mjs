/* A window as far as history.js and walking.js need one: what it hears, its history, and its clock. */
import { mock } from "node:test";

const listeners = new Map();

/** The entries of the history, each with its state and its address; what is shown is the last. */
export const entries = [{ state: null, address: "" }];
let clock = 0;

class KeyboardEvent extends Event {
  constructor(kind, { repeat = false } = {}) {
    super(kind);
    this.repeat = repeat;
  }
}

Object.assign(globalThis, {
  KeyboardEvent,
  queueMicrotask: (then) => then(), // a test reads on at once
  window: {
    addEventListener: (kind, react) => listeners.set(kind, [...(listeners.get(kind) ?? []), react]),
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

/** Something happens in the window: what it is, and what more is known of it. */
export function happen(kind, more = {}) {
  const event = kind.startsWith("key") ? new KeyboardEvent(kind, more) : new Event(kind);
  for (const [name, value] of Object.entries(more)) Object.defineProperty(event, name, { value });
  for (const react of listeners.get(kind) ?? []) react(event);
}

export function addresses() {
  return entries.map(({ address }) => address);
}
