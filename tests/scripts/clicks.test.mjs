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
const { followCode } = await import(`${PROGRAM}/page/code.js`);
const { showPanel } = await import(`${PROGRAM}/page/drawer.js`);
const { takeContent } = await import(`${PROGRAM}/page/page.js`);
const { followSelection } = await import(`${PROGRAM}/page/selecting.js`);
const { followSheet } = await import(`${PROGRAM}/page/sheet.js`);

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

test("where the drawer lies over the card, an event that is chosen closes it", () => {
  const link = element("a", { "data-event": "close" });
  body.append(link);
  go("?event=order&lang=en&panel=text");
  isCoarse = true; // and narrow
  showPanel("text");
  click(link);
  assert.deepEqual([currentView().event.id, currentView().panel], ["close", null]);
  showPanel(null);
});

// ------------------------------------------------------------------ what each thing does that is pressed

/** Press something with these attributes, within a part of the page. */
function pressIn(part, tag, attributes) {
  const node = element(tag, attributes);
  body.append(element("div", { class: part }, node));
  click(node);
  return node;
}

test("topics, the account, panels, rows and the menu are pressed", () => {
  here.content.topics = { t: { en: "T" } };
  pressIn("", "button", { "data-topic": "t" });
  assert.deepEqual(currentView().topics, ["t"]);
  pressIn("", "button", { "data-account": "now" });
  assert.equal(currentView().opened, "now");
  pressIn("", "a", { "data-panel": "text" });
  assert.equal(currentView().panel, "text");
  pressIn("", "button", { "data-act": "close-panel" });
  assert.equal(currentView().panel, null);
  pressIn("", "a", { "data-row": "order" });
  assert.equal(currentView().panel, "events");
  const menu = element("button", { class: "menu", "data-act": "menu", "aria-expanded": "false" });
  body.append(element("nav", { class: "bar" }, menu));
  click(menu);
  assert.equal(menu.getAttribute("aria-expanded"), "true");
  pressIn("", "button", { "data-act": "next" });
  assert.equal(currentView().event.id, "close");
});

test("a code is enlarged, or asked for", () => {
  HTMLElement.prototype.showModal = () => {};
  const button = element("button", { "data-code": "" });
  button.append(Object.assign(element("img"), { src: "data:b", alt: "Code" }));
  body.append(button);
  click(button);
  assert.equal(document.querySelectorAll("dialog.large-code").length, 1);
  const asked = [];
  followCode({ data: [{ number: 0 }], setTriggerValue: (name) => asked.push(name) });
  pressIn("", "button", { "data-act": "ask-code" });
  assert.deepEqual(asked, ["asked"]);
});

test("a row of the list leads to the card, an event of a group closes the group", () => {
  const card = element("div", { class: "st-key-card" });
  body.append(card);
  pressIn("event-list", "a", { "data-event": "close" });
  assert.equal(document.activeElement, card);
  let isClosed = false;
  const link = element("a", { "data-event": "order" });
  body.append(Object.assign(element("div", { class: "group-list" }, link), { hidePopover: () => (isClosed = true) }));
  click(link);
  assert.deepEqual([isClosed, currentView().event.id], [true, "order"]);
});

test("words are used, deeds are done, and a mark in the text leads to the sheet", () => {
  const told = [];
  const words = element("p", { "data-paragraph": "3" });
  const first = element("button", { class: "is-first", "data-do": "accept" });
  const sheet = element("section", { class: "review-sheet", "data-event": "order", "data-made": "1" }, first);
  body.append(element("div", { class: "review-text" }, words), sheet);
  document.getSelection = () => ({
    anchorNode: words,
    focusNode: words,
    toString: () => "words",
    removeAllRanges() {},
  });
  followSelection((...what) => told.push(what));
  followSheet((...what) => told.push(what));
  pressIn("", "button", { "data-use": "event" });
  click(first);
  assert.deepEqual(
    told.map(([name]) => name),
    ["taken", "did"],
  );
  document.getSelection = () => null;
  pressIn("review-text", "a", { "data-event": "order" });
  assert.equal(document.activeElement, first);
});

test("a finger that sweeps steps, and a black screen goes with the next press", () => {
  const node = element("p");
  body.append(element("div", { class: "st-key-sheet" }, node));
  const at = (kind, clientX) => {
    const touch = [{ clientX, clientY: 0 }];
    node.dispatchEvent(Object.assign(new Event(kind, { bubbles: true }), { touches: touch, changedTouches: touch }));
  };
  at("touchstart", 200);
  at("touchend", 100);
  assert.equal(currentView().event.id, "close");
  root.setAttribute("data-black", "");
  assert.equal(happen("keydown"), false);
  assert.ok(!root.hasAttribute("data-black"));
});

test("a place is opened on the map, and what was hidden is revealed", () => {
  const places = [];
  const statementMap = { open: (id) => places.push(id), show() {} };
  const frame = Object.assign(element("iframe"), { contentDocument: { defaultView: { statementMap } } });
  const card = element("section", { class: "card" });
  body.append(element("div", { class: "stApp" }), element("div", { class: "st-key-map" }, frame), card);
  pressIn("", "button", { "data-place": "p" });
  assert.deepEqual(places, ["p"]);
  globalThis.getComputedStyle = () => ({ colorScheme: "light" });
  const shown = { ...here.content, hide: ["place", "speaker"], panels: [], map_title: "Map", presenting: false };
  takeContent({ data: new TextEncoder().encode(JSON.stringify({ content: shown })) });
  pressIn("", "button", { "data-reveal": "place" });
  assert.equal(card.dataset.hidden, "speaker");
});
