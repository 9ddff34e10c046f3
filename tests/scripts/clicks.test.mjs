/* Which keys are the page's: by where they are pressed, what is open, and whether somebody presents. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { putDocument } from "./document.mjs";
import { happen } from "./window.mjs";

putDocument();
class Observer {
  observe() {}
}
let isCoarse = false;
Object.assign(globalThis, {
  MutationObserver: Observer,
  ResizeObserver: Observer,
  HTMLInputElement: class {},
  HTMLButtonElement: class {},
  matchMedia: () => ({ matches: isCoarse, addEventListener() {} }),
});
const opened = [];
Object.assign(window, { location: { search: "" }, parent: window, open: (...what) => opened.push(what) });
const PROGRAM = "../../statement_map/browser/program";
const { element } = await import(`${PROGRAM}/parts.js`);
const { currentView, here, start } = await import(`${PROGRAM}/walking.js`);
const { listen } = await import(`${PROGRAM}/page/clicks.js`);

const content = JSON.parse(readFileSync(process.env.CONTENT, "utf-8"));
const { body, documentElement: root } = document;
start({ search: () => window.location.search, addressOf: (it) => `?${it}`, show() {}, showPlaying() {}, tell() {} });
listen();

const go = (search) => {
  window.location.search = search;
  happen("popstate");
};
beforeEach(() => {
  here.content = { ...content, language: "en", languages: ["en", "pl"] };
  for (const node of body.children) node.remove();
  delete root.dataset.panel;
  root.removeAttribute("data-black");
  isCoarse = false;
  go("?event=order&lang=en");
});
/** Press a key where something of the page is; returns whether it is the page's. */
function press(key, part = "p", attributes = {}) {
  const node = element(part, attributes);
  body.append(node);
  const event = Object.assign(new Event("keydown", { bubbles: true, cancelable: true }), { key });
  node.dispatchEvent(event);
  node.remove();
  return event.defaultPrevented;
}
const click = (node) => {
  node.dispatchEvent(Object.assign(new Event("click", { bubbles: true, cancelable: true }), { button: 0 }));
};

/* Where, and whether an arrow steps, and the blank plays. */
for (const [part, attributes, steps, plays] of [
  ["p", {}, true, true],
  ["a", {}, true, false],
  ["button", {}, true, false],
  ["summary", {}, true, false],
  ["input", {}, false, false],
  ["textarea", {}, false, false],
  ["select", {}, false, false],
  ["div", { contenteditable: "true" }, false, false],
  ["div", { role: "listbox" }, false, false],
  ["div", { role: "radio" }, false, false],
]) {
  test(`in ${part} ${Object.values(attributes)} ${steps ? "an arrow steps" : "keys are its own"}`, () => {
    body.append(element("button", { "data-act": "play" }));
    assert.deepEqual([press("ArrowRight", part, attributes), press(" ", part, attributes)], [steps, plays]);
  });
}

test("without a button to play the blank scrolls, and without anything to show no key is the page's", () => {
  assert.equal(press(" "), false);
  here.content = null;
  assert.deepEqual(
    ["ArrowRight", "Home", "Escape", "b"].map((key) => press(key)),
    [false, false, false, false],
  );
});

test("Escape closes the panel that is open, unless something lies over it", () => {
  assert.equal(press("Escape"), false);
  root.dataset.panel = "text";
  go("?event=order&lang=en&panel=text");
  const list = Object.assign(element("div", { popover: "" }), { isPopoverOpen: true });
  body.append(list);
  assert.equal(press("Escape"), false);
  list.isPopoverOpen = false;
  const popover = element("div", { "data-testid": "stPopoverBody" });
  body.append(popover);
  assert.equal(press("Escape"), false);
  popover.remove();
  assert.equal(currentView().panel, "text");
  assert.equal(press("Escape"), true);
  assert.equal(currentView().panel, null);
});

test("a clicker's keys are the page's for who presents, on the slider too, and not where something is typed", () => {
  const keys = ["PageDown", "b"];
  assert.deepEqual(
    keys.map((key) => press(key)),
    [false, false],
  );
  go("?event=begin&lang=en&view=present");
  for (const [part, attributes, is] of [
    ["p", {}, true],
    ["a", {}, true],
    ["input", { type: "range" }, true],
    ["input", { type: "text" }, false],
    ["textarea", {}, false],
  ]) {
    for (const key of keys) {
      root.removeAttribute("data-black");
      assert.equal(press(key, part, attributes), is, `${key} in ${part}`);
    }
  }
});

test("what is shown in a frame is opened with all that stands around it", () => {
  const button = element("button", { "data-act": "whole" });
  body.append(button);
  go("?event=order&embed=true&lang=en");
  click(button);
  assert.deepEqual(opened, [["?event=order&lang=en", "_blank", "noopener"]]);
});

test("an event that is chosen closes what would hide its card: the drawer, and on a small screen the account's list", () => {
  const link = element("a", { "data-event": "close" });
  body.append(element("ul", { class: "account-list" }, link));
  go("?event=order&lang=en&account=now&panel=text");
  click(link);
  assert.deepEqual([currentView().event.id, currentView().opened, currentView().panel], ["close", "now", "text"]);
  go("?event=order&lang=en&account=now");
  isCoarse = true;
  click(link);
  assert.deepEqual([currentView().event.id, currentView().opened], ["close", null]);
});
