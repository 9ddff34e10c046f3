/* The sheet beside a text that is reviewed: what is pressed is told once, and the focus stays where the hand is. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { putDocument } from "./document.mjs";

putDocument();
const observers = [];
class Observer {
  constructor(react) {
    this.react = react;
    observers.push(this);
  }
  observe() {}
  disconnect() {}
}
class Input extends HTMLElement {}
class Button extends HTMLElement {}
Object.assign(globalThis, {
  MutationObserver: Observer,
  ResizeObserver: class extends Observer {},
  HTMLInputElement: Input,
  HTMLButtonElement: Button,
  window: { matchMedia: () => ({ matches: false }) },
});
const { createElement } = document;
const kinds = { input: Input, button: Button };
document.createElement = (tag) => (tag in kinds ? new kinds[tag](tag) : createElement(tag));
let now = 1_000_000;
mock.method(Date, "now", () => now);
const { element } = await import("../../statement_map/browser/program/parts.js");
const { doDeed, followSheet, leadBackTo, leadToSheet } =
  await import("../../statement_map/browser/program/page/sheet.js");
const { followReader } = await import("../../statement_map/browser/program/page/reader.js");

const told = [];
const { body } = document;
/** Python sends the sheet of an event, in its form number `made`; what is on it besides. */
function send(event, { made = "1", accept = {}, more = [] } = {}) {
  body.querySelector(".review-sheet")?.remove();
  body.querySelector(".review-understood")?.remove();
  const deeds = ["accept", "remove"].map((deed, n) =>
    element("button", { "data-do": deed, class: n ? "" : "is-first", ...(n ? {} : accept) }),
  );
  const attributes = {
    class: "review-sheet st-key-review-sheet",
    "data-event": event,
    "data-made": made,
    "data-told": `told ${event}`,
  };
  body.append(element("section", attributes, ...deeds), element("section", { class: "review-understood" }, ...more));
  look();
}
/** As the browser tells of what has come or gone. */
const look = () => observers.find((each) => !(each instanceof ResizeObserver)).react();
const on = (selector) => body.querySelector(selector);
const focused = () => document.activeElement;
const mark = (event) => on(`.review-text a[data-event=${event}]`);
const press = (key, target = body) => {
  const event = Object.assign(new Event("keydown", { bubbles: true, cancelable: true }), { key });
  target.dispatchEvent(event);
  return event.defaultPrevented;
};
const deeds = () =>
  told.map(([name, { event, made, ...more }]) => [name, event, made, ...Object.values(more)].join(" "));
const button = (deed, at, value, more = {}) =>
  element("button", { "data-do": deed, "data-at": at, "data-value": value, ...more });

const marks = () => ["a", "b", "c"].map((event) => element("a", { "data-event": event }));
body.append(element("div", { class: "review-text st-key-desk" }, ...marks()));
followSheet((...what) => told.push(what));
send("a");
const first = [focused() === mark("a"), on(".review-told").textContent];
test("the first sheet leads into the text, and a screen reader is told of its event", () => {
  assert.deepEqual(first, [true, "told a"]);
});

beforeEach(() => {
  now += 60_000;
  on(".review-text").replaceChildren(...marks());
  send("a", { made: `${now}` });
  body.focus();
  told.length = 0;
});

test("a deed is told with its event and its form, and none besides until the next sheet is there", () => {
  send("a", { made: "7" });
  doDeed(on("[data-do=accept]"));
  doDeed(on("[data-do=remove]"));
  assert.deepEqual(deeds(), ["did a 7 accept  "]);
  send("b", { made: "8" });
  doDeed(on("[data-do=remove]"));
  assert.deepEqual(deeds().slice(1), ["did b 8 remove  "]);
});

test("what was not answered within four seconds may be pressed again", () => {
  doDeed(on("[data-do=accept]"));
  now += 3999;
  doDeed(on("[data-do=accept]"));
  assert.equal(told.length, 1);
  now += 1;
  doDeed(on("[data-do=accept]"));
  assert.equal(told.length, 2);
});

test("keys accept and throw out, from the text, and the focus is then on the mark of the next event", () => {
  for (const [key, deed] of [
    ["a", "accept"],
    ["A", "accept"],
    ["x", "remove"],
    ["X", "remove"],
  ]) {
    told.length = 0;
    mark("a").focus();
    assert.ok(press(key, mark("a")));
    assert.equal(told[0][1].do, deed);
    send("b", { made: `${key}` });
    assert.equal(focused(), mark("b"));
    send("a", { made: `${key} again` });
  }
});

test("a key is another's where something is typed, beside the desk, and without a sheet", () => {
  const [field, elsewhere] = [element("textarea"), element("p")];
  on(".review-text").append(field);
  body.append(elsewhere);
  for (const target of [field, elsewhere]) assert.equal(press("a", target), false);
  assert.equal(press("a"), true, "where nothing has the focus it is taken");
  on(".review-sheet").remove();
  assert.equal(press("x"), false);
  elsewhere.remove();
});

test("on the sheet the focus stays on it, at the first button", () => {
  on("[data-do=remove]").focus();
  press("a", on(".st-key-desk"));
  send("b", { made: "x" });
  assert.equal(focused(), on(".is-first"));
});

test("a button that is off does nothing, and where all are seen the way leads home", () => {
  send("a", { made: "off", accept: { disabled: true } });
  press("a", mark("a"));
  assert.deepEqual(told, []);
  const home = element("div", { class: "st-key-review-take-zip" }, element("button"));
  body.append(home);
  on("[data-do=accept]").remove();
  press("a", mark("a"));
  assert.equal(focused(), home.firstElementChild);
  doDeed(element("button", { "data-do": "home" }));
  assert.deepEqual(told, []);
  home.remove();
});

test("a number takes what a place may be, and its button has the focus again", () => {
  const number = (n) => element("span", { class: "number" }, n);
  const more = () =>
    ["1", "2"].map((n) => {
      const control = button("place", "0", `value ${n}`, { "data-lat": "1" });
      control.append(number(n));
      return control;
    });
  send("a", { made: "n", more: more() });
  on("[data-do=accept]").focus();
  press("3", mark("a"));
  assert.deepEqual(told, []);
  press("2", mark("a"));
  assert.deepEqual(deeds(), ["did a n place 0 value 2"]);
  send("a", { made: "m", more: more() });
  assert.equal(focused(), on('[data-value="value 2"]'));
});

/* What was pressed, what comes in its place, and what has the focus then. */
for (const [what, pressed, come, has] of [
  [
    "the same",
    ["kind", "0", "claim"],
    [
      ["kind", "0", "claim"],
      ["kind", "0", "appeal"],
    ],
    '[data-value="claim"]',
  ],
  [
    "one for the same place, where its value is gone",
    ["kind", "0", "claim"],
    [
      ["kind", "1", "claim"],
      ["kind", "0", "appeal"],
    ],
    '[data-value="appeal"]',
  ],
  ["the first button, where nothing is alike", ["kind", "0", "claim"], [["other", "0", "claim"]], ".is-first"],
]) {
  test(`after a deed the focus is on ${what}`, () => {
    const control = button(...pressed);
    send("a", { made: "p", more: [control] });
    control.focus();
    doDeed(control);
    send("a", { made: "q", more: come.map((each) => button(...each)) });
    assert.equal(focused(), on(has));
  });
}

test("who goes elsewhere after the answer stays there", () => {
  const control = button("kind", "0", "claim");
  send("a", { made: "p", more: [control] });
  doDeed(control);
  const other = element("button");
  body.append(other);
  leadBackTo(() => control);
  send("a", { made: "q" });
  other.focus();
  look();
  assert.equal(focused(), other);
  other.remove();
});

test("a day of the calendar is told, and no year that is still being typed", () => {
  const day = element("input", { class: "review-day" });
  send("a", { made: "d", more: [day] });
  for (const value of ["", "0202-01-05"]) {
    day.value = value;
    day.dispatchEvent(new Event("change", { bubbles: true }));
  }
  assert.deepEqual(told, []);
  day.value = "2022-01-05";
  day.dispatchEvent(new Event("change", { bubbles: true }));
  assert.deepEqual(deeds(), ["did a d date 2022-01-05"]);
  const anew = element("input", { class: "review-day" });
  send("a", { made: "e", more: [anew] });
  assert.equal(focused(), anew);
});

test("a mark of the event on the sheet leads to the sheet, another one has the focus itself", () => {
  leadToSheet(mark("a"));
  assert.equal(focused(), on(".is-first"));
  leadToSheet(mark("c"));
  assert.equal(focused(), mark("c"));
  assert.ok(press("Escape", on(".is-first")), "back to the text");
  assert.equal(focused(), mark("a"));
  assert.equal(press("Escape", mark("a")), false);
});

// ------------------------------------------------------------------ the reader's text

test("the paragraph of the event that the card shows is the current one, and comes into sight", () => {
  const { documentElement: root } = document;
  const link = (event) => element("a", { "data-event": event });
  const rows = [[link("a"), link("b")], [link("c")]].map((links, n) =>
    Object.assign(element("li", { "data-paragraph": n + 1 }, ...links), {
      box: { left: 0, top: 900 * n, right: 9, bottom: 900 * n + 50 },
    }),
  );
  const reader = element("div", { class: "reader" }, element("ol", { class: "text" }, ...rows));
  const panel = Object.assign(element("div", { class: "st-key-panel-text" }, reader), {
    box: { left: 0, top: 0, right: 9, bottom: 400 },
    scrollTop: 0,
    clientHeight: 400,
  });
  const shown = element("article", { "data-shown": "b" });
  body.append(panel, element("section", { class: "card" }, shown));
  followReader();
  const { react } = observers.at(-1);
  const current = () =>
    reader.querySelectorAll("[aria-current]").map((node) => node.dataset.event ?? node.dataset.paragraph);
  assert.deepEqual([current(), panel.scrollTop], [["1", "b"], 0]);
  shown.dataset.shown = "c";
  react();
  assert.deepEqual([current(), panel.scrollTop], [["2", "c"], 800], "a quarter of what is seen stands above it");
  panel.scrollTop = 123;
  react();
  assert.equal(panel.scrollTop, 123, "who reads there stays there");
  root.dataset.panel = "text"; // with the step that it was closed at
  shown.dataset.shown = "a";
  react();
  assert.deepEqual([current(), panel.scrollTop], [["1", "a"], 123]);
  panel.remove();
  delete root.dataset.panel;
});
