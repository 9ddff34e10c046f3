/* What clicks and keys do, by tables: no page is needed, but elements that know what they lie within. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { bringIntoView, listenForClicks, listenForKeys } from "../../statement_map/browser/program/presses.js";

class Element {
  constructor(...within) {
    this.within = new Map(within.map((selector) => [selector, this]));
  }

  closest(selector) {
    return this.within.get(selector) ?? null;
  }
}
class HTMLElement extends Element {}

const listeners = new Map();
Object.assign(globalThis, {
  Element,
  HTMLElement,
  document: { addEventListener: (kind, react) => listeners.set(kind, react) },
  window: { innerHeight: 800 },
});

let done = [];
beforeEach(() => {
  done = [];
});
/** Something is pressed; returns what was done, and whether nobody else may do what it means otherwise. */
const press = (kind, target, more = {}) => {
  const event = { button: 0, target, defaultPrevented: false, ...more };
  event.preventDefault = () => (event.defaultPrevented = true);
  listeners.get(kind)(event);
  return [done.join(), event.defaultPrevented];
};
const notes = (name) => () => done.push(name);

listenForClicks(
  [
    ["[data-act]", notes("act")],
    ["a", notes("link")],
  ],
  [["a", notes("also")]],
);

test("a click does what each row says that fits, and nothing where none does", () => {
  assert.deepEqual(press("click", new HTMLElement("[data-act]")), ["act", true]);
  done = [];
  assert.deepEqual(press("click", new HTMLElement("[data-act]", "a")), ["act,link,also", true]);
  done = [];
  assert.deepEqual(press("click", new HTMLElement("p")), ["", false]);
  assert.deepEqual(press("click", {}), ["", false], "it is no element, as the document");
  assert.deepEqual(press("click", new Element("[data-act]")), ["", false], "as in a drawing");
});

test("a click for a new tab, or that something else has taken, does only what comes besides", () => {
  for (const more of [{ button: 1 }, { metaKey: true }, { ctrlKey: true }, { shiftKey: true }]) {
    done = [];
    assert.deepEqual(press("click", new HTMLElement("a"), more), ["also", false]);
  }
  done = [];
  assert.deepEqual(press("click", new HTMLElement("a"), { defaultPrevented: true }), ["also", true]);
});

listenForKeys(new Map([["ArrowRight", notes("next")]]), (target, key) => target.closest("input") && key !== "Home");

test("a key does what the table says, and is not the browser's any more", () => {
  assert.deepEqual(press("keydown", new HTMLElement("p"), { key: "ArrowRight" }), ["next", true]);
  done = [];
  assert.deepEqual(press("keydown", {}, { key: "ArrowRight" }), ["next", true], "on the document");
});

test("a key that means something else does nothing", () => {
  assert.deepEqual(press("keydown", new HTMLElement("p"), { key: "x" }), ["", false]);
  assert.deepEqual(press("keydown", new HTMLElement("input"), { key: "ArrowRight" }), ["", false]);
  for (const more of [{ altKey: true }, { ctrlKey: true }, { metaKey: true }]) {
    assert.deepEqual(press("keydown", new HTMLElement("p"), { key: "ArrowRight", ...more }), ["", false]);
  }
  const taken = press("keydown", new HTMLElement("p"), { key: "ArrowRight", defaultPrevented: true });
  assert.deepEqual(taken, ["", true]);
});

test("the page goes up where what has changed begins above it, or below the line", () => {
  const at = (top) => ({ getBoundingClientRect: () => ({ top }), scrollIntoView: notes("up") });
  const goes = (part, line) => {
    done = [];
    bringIntoView(part, line, at(0));
    return done.length > 0;
  };
  for (const [part, line, expected] of [
    [at(-1), at(700), true],
    [at(0), at(700), false],
    [at(700), at(700), false],
    [at(701), at(700), true],
    [at(800), null, false],
    [at(801), null, true],
    [null, at(700), false],
  ]) {
    assert.equal(goes(part, line), expected);
  }
  bringIntoView(at(-1), null, null);
});
