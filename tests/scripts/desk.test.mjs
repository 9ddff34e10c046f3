/* Parts of the page that come and go: the large code, the drawer, a black screen, words that are selected, and where
 * the focus is led. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { putDocument } from "./document.mjs";
import { happen, wait } from "./window.mjs";

putDocument();
class Observer {
  constructor(react) {
    this.react = react;
  }
  observe() {}
  disconnect() {}
}
let isNarrow = false;
Object.assign(globalThis, {
  MutationObserver: Observer,
  ResizeObserver: Observer,
  HTMLInputElement: class {},
  matchMedia: () => ({ matches: isNarrow, addEventListener() {} }),
});
Object.assign(window, { location: { search: "?event=a" }, parent: window, removeEventListener() {} });
const PAGE = "../../statement_map/browser/program/page";
const { element } = await import("../../statement_map/browser/program/parts.js");
const { currentView, here, start } = await import("../../statement_map/browser/program/walking.js");
const { askForCode, enlarge, followCode } = await import(`${PAGE}/code.js`);
const { closePanel, followDrawer, isOverCard, leadToPanel, showPanel, toggleMenu, togglePanel } = await import(
  `${PAGE}/drawer.js`
);
const { isPresenting, listenWhileBlack, PRESENTING } = await import(`${PAGE}/presenting.js`);
const { followSelection, takeWords } = await import(`${PAGE}/selecting.js`);
const { focusCard, goToRow, takeList } = await import(`${PAGE}/lists.js`);
const { followPopover } = await import(`${PAGE}/popovers.js`);

const { body, documentElement: root } = document;
const content = JSON.parse(readFileSync(process.env.CONTENT, "utf-8"));
start({ search: () => window.location.search, addressOf: (it) => `?${it}`, show() {}, showPlaying() {}, tell() {} });
beforeEach(() => {
  here.content = { ...content, language: "en", languages: ["en", "pl"] };
  for (const node of body.children) node.remove();
  body.focus();
  go("?event=order&lang=en");
});
const go = (search) => {
  window.location.search = search;
  happen("popstate");
};
const put = (...nodes) => body.append(...nodes);
const focused = () => document.activeElement;

// ------------------------------------------------------------------ the code

HTMLElement.prototype.showModal = function () {
  this.open = true;
};
HTMLElement.prototype.close = function () {
  this.dispatchEvent(new Event("close"));
};
const large = (number) => ({
  number,
  code: `data:${number}`,
  link: "https://a",
  words: { label: "Code", close: "Close", local: "", size: "5 m" },
});
const dialogs = () => document.querySelectorAll("dialog.large-code");

test("a code is shown once for each press, with its address and what it needs", () => {
  askForCode();
  for (const number of [0, 1, 1, 0]) followCode({ data: [large(number)], setTriggerValue() {} })();
  const [dialog, ...others] = dialogs();
  assert.deepEqual([others.length, dialog.open], [0, true]);
  assert.deepEqual(
    dialog.querySelectorAll("p").map((line) => line.textContent),
    ["https://a", "5 m"],
  );
  assert.equal(dialog.querySelector("img").getAttribute("src"), "data:1");
});

test("whatever is pressed takes it away, but no key that is held for another", () => {
  const button = element("button", { "data-link": "https://b", "data-close": "Close" });
  button.append(Object.assign(element("img"), { src: "data:b", alt: "Code" }));
  enlarge(button);
  const [dialog] = dialogs();
  assert.deepEqual(
    dialog.querySelectorAll("p").map((line) => line.textContent),
    ["https://b"],
  );
  const press = (key) => {
    const event = Object.assign(new Event("keydown", { bubbles: true, cancelable: true }), { key });
    dialog.dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.deepEqual(["Tab", "Shift", "Control", "Alt", "Meta"].map(press), Array(5).fill(false));
  assert.equal(dialogs().length, 1);
  assert.equal(press("ArrowRight"), true, "it steps no farther");
  assert.equal(dialogs().length, 0);
  enlarge(button);
  dialogs()[0].click();
  assert.equal(dialogs().length, 0);
});

// ------------------------------------------------------------------ the drawer

const bar = () => {
  const links = ["text", "events"].map((panel) => element("a", { "data-panel": panel }));
  const menu = element("button", { class: "menu", "aria-expanded": "false" });
  put(element("nav", { class: "bar" }, menu, ...links));
  return [menu, ...links];
};
const panelOf = (name) => {
  const head = element("h2");
  put(element("div", { class: "st-key-drawer" }, element("div", { class: `st-key-panel-${name}` }, head)));
  return head;
};

test("a panel is opened by its link, and closed by the same one", () => {
  const [menu, text] = bar();
  toggleMenu();
  assert.equal(menu.getAttribute("aria-expanded"), "true");
  togglePanel(text);
  assert.deepEqual([currentView().panel, menu.getAttribute("aria-expanded")], ["text", "false"]);
  togglePanel(text);
  assert.equal(currentView().panel, null);
  togglePanel(text);
  closePanel();
  assert.equal(currentView().panel, null);
});

test("the head of a panel has the focus when it comes, and the link again when it is closed", () => {
  const [, text, events] = bar();
  togglePanel(text);
  text.focus();
  assert.deepEqual([showPanel("text"), showPanel("text")], [true, false]);
  assert.deepEqual(
    [text, events].map((link) => link.getAttribute("aria-current")),
    ["true", null],
  );
  assert.equal(focused(), text, "it is on its way");
  const head = panelOf("text");
  leadToPanel();
  assert.deepEqual([focused(), head.tabIndex, root.dataset.panel], [head, -1, "text"]);
  isNarrow = true;
  assert.equal(isOverCard(), true);
  assert.equal(showPanel(null), true);
  assert.deepEqual([focused(), root.dataset.panel, isOverCard()], [text, undefined, false]);
  isNarrow = false;
});

test("who has gone elsewhere meanwhile stays there", () => {
  const [, text] = bar();
  const other = element("button");
  put(other);
  togglePanel(text);
  showPanel("text");
  other.focus();
  panelOf("text");
  leadToPanel();
  assert.equal(focused(), other);
  body.focus();
  leadToPanel();
  assert.equal(focused(), body, "it was for that one time");
  other.focus();
  showPanel(null);
  assert.equal(focused(), other);
});

test("Python is asked for each panel once: for those of paper when the map is drawn, or does not come", () => {
  const asked = [];
  const component = {
    data: [{ loaded: ["share"], printed: ["text", "share"] }],
    setTriggerValue: (...what) => asked.push(what),
  };
  let stop = followDrawer(component);
  assert.deepEqual(asked, []);
  wait(9_999);
  assert.deepEqual(asked, []);
  wait(1);
  assert.deepEqual(asked, [["due", ["text"]]]);
  happen("statement-map:drawn");
  assert.equal(asked.length, 1);
  stop();
  root.dataset.panel = "events";
  stop = followDrawer({ ...component, data: [{ loaded: ["text", "share"], printed: ["text"] }] });
  assert.deepEqual(asked[1], ["due", ["events"]]);
  stop();
  delete root.dataset.panel;
});

// ------------------------------------------------------------------ presenting

test("who presents is known by the address", () => {
  for (const [search, is] of [
    ["?view=present&lang=en", true],
    ["?view=x&lang=en", false],
    ["?lang=en", false],
  ]) {
    go(search);
    assert.equal(isPresenting(), is);
  }
});

test("a clicker steps on and back, and a black screen goes with whatever is done next, which does nothing else", () => {
  PRESENTING.get("PageDown")();
  assert.equal(currentView().event.id, "close");
  PRESENTING.get("PageUp")();
  assert.equal(currentView().event.id, "order");
  listenWhileBlack();
  for (const kind of ["keydown", "pointerdown"]) {
    for (const key of ["b", ".", "B"]) {
      PRESENTING.get(key)();
      assert.ok(root.hasAttribute("data-black"));
      assert.equal(happen(kind), false, "nobody else hears of it");
      assert.ok(!root.hasAttribute("data-black"));
      assert.equal(happen(kind), true);
    }
  }
});

// ------------------------------------------------------------------ words that are selected

let selection = null;
document.getSelection = () => selection;
const told = [];
/** Words of a paragraph are selected, to the end of that or of another one. */
const select = (from, to, words) => {
  selection = { anchorNode: from, focusNode: to, toString: () => words, removeAllRanges: () => (selection = null) };
  document.dispatchEvent(new Event("selectionchange"));
};
document.dispatchEvent = (event) => document.hear(event, false);

test("words of one paragraph may be used, with their paragraph, and are not selected any more then", () => {
  const [one, other] = [3, 4].map((n) => element("p", { "data-paragraph": n }, element("b")));
  const uses = ["event", "date"].map((use) => element("button", { "data-use": use }));
  const outside = element("p");
  put(element("div", { class: "review-text" }, one, other), ...uses, outside);
  followSelection((...what) => told.push(what));
  const areOn = () => uses.map((button) => !button.disabled);
  assert.deepEqual(areOn(), [false, false]);
  for (const [from, to, words, is] of [
    [one, one, "on the square", true],
    [one.firstElementChild, one, " on the square ", true],
    [one, other, "over both", false],
    [one, one, "  ", false],
    [outside, outside, "elsewhere", false],
    [null, null, "", false],
  ]) {
    select(from, to, words);
    assert.deepEqual(areOn(), [is, is], words);
  }
  takeWords(uses[1]);
  assert.deepEqual(told, [], "nothing is selected");
  select(one.firstElementChild, one, " on the square ");
  takeWords(uses[1]);
  assert.deepEqual(told, [["taken", { use: "date", words: "on the square", paragraph: 3 }]]);
  assert.equal(selection, null);
});

/** A text with a mark in its second paragraph, the first of which is scrolled out of sight, and its buttons. */
function putText() {
  const mark = element("a", { href: "#e", "data-event": "e" }, "on the ", element("b", {}, "square"));
  const rows = [["1"], ["2", "They stood ", mark]].map(([number, ...words], n) => {
    const row = element("p", { "data-paragraph": number }, element("span", { class: "number" }, number), ...words);
    return Object.assign(row, { box: { left: 0, top: 50 * n - 40, right: 9, bottom: 50 * n - 10 } });
  });
  const text = element("div", { class: "text" }, ...rows);
  const buttons = [..."EDPQ"].map((key) => element("button", { "data-use": key, "data-key": key }));
  put(element("div", { class: "review-text" }, text), ...buttons);
  return { mark, text, rows };
}
const key = (target, name, more = {}) => {
  const event = Object.assign(new Event("keydown", { bubbles: true, cancelable: true }), { key: name, ...more });
  target.dispatchEvent(event);
  return event.defaultPrevented;
};
/** A selection that notes what is done to it. */
const noting = (done, words = "", at = null) => {
  const note =
    (name) =>
    (...what) =>
      done.push([name, ...what]);
  const acts = { modify: note("modify"), setBaseAndExtent: note("set"), collapse: note("collapse") };
  return { anchorNode: at, focusNode: at, toString: () => words, removeAllRanges() {}, ...acts };
};

test("Shift and an arrow select the mark that has the focus, its end first where it is to grow to the left", () => {
  const { mark } = putText();
  const done = [];
  selection = noting(done);
  assert.ok(key(mark.lastChild, "ArrowRight", { shiftKey: true }));
  assert.ok(key(mark, "ArrowLeft", { shiftKey: true }));
  assert.deepEqual(done, [
    ["set", mark, 0, mark, 2],
    ["set", mark, 2, mark, 0],
  ]);
});

test("in the text they select from the first word of the paragraph on top, then word by word, or letter by letter", () => {
  const { text, rows } = putText();
  const done = [];
  selection = noting(done);
  key(text, "ArrowRight", { shiftKey: true });
  assert.deepEqual(done, [
    ["collapse", rows[1], 1], // behind its number
    ["modify", "extend", "forward", "word"],
  ]);
  done.length = 0;
  selection = noting(done, "They", rows[1]);
  key(text, "ArrowRight", { shiftKey: true });
  key(text, "ArrowLeft", { shiftKey: true, altKey: true });
  assert.deepEqual(done, [
    ["modify", "extend", "forward", "word"],
    ["modify", "extend", "backward", "character"],
  ]);
});

test("other keys, and those pressed elsewhere, select nothing", () => {
  const { text, rows } = putText();
  const done = [];
  selection = noting(done, "They", rows[1]);
  for (const [target, name, more] of [
    [text, "ArrowRight", {}],
    [text, "ArrowUp", { shiftKey: true }],
    [text, "ArrowRight", { shiftKey: true, ctrlKey: true }],
    [text, "ArrowRight", { shiftKey: true, metaKey: true }],
    [body, "ArrowRight", { shiftKey: true }],
  ]) {
    assert.equal(key(target, name, more), false);
  }
  assert.deepEqual(done, []);
});

test("a key makes of the selected words what its button says, in the text and where nothing has the focus", () => {
  const { text, rows } = putText();
  selection = noting([], "They", rows[1]);
  told.length = 0;
  for (const [target, name, is] of [
    [text, "e", true],
    [body, "D", true],
    [text, "x", false],
    [element("p"), "e", false],
  ]) {
    if (!target.isConnected) put(target);
    assert.equal(key(target, name), is, name);
  }
  assert.deepEqual(
    told.map(([, { use, words, paragraph }]) => [use, words, paragraph]),
    [
      ["E", "They", 2],
      ["D", "They", 2],
    ],
  );
  selection = noting([]);
  assert.equal(key(text, "e"), false, "nothing is selected");
});

test("a press on a mark begins a selection there, and leads nowhere where it ends one", () => {
  const { mark, rows } = putText();
  const at = (kind, target, more = {}) => {
    const event = Object.assign(new Event(kind, { bubbles: true, cancelable: true }), more);
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  selection = noting([]);
  at("pointerdown", mark.lastChild);
  assert.equal(mark.hasAttribute("href"), false);
  at("pointerup", body);
  assert.equal(mark.hasAttribute("href"), false, "not before the click");
  wait(0);
  assert.equal(mark.getAttribute("href"), "#e");
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) at("pointerdown", mark, more);
  assert.ok(mark.hasAttribute("href"), "for a new tab");
  assert.equal(at("click", mark), false);
  selection = noting([], "They", rows[1]);
  assert.equal(at("click", mark), true);
  assert.equal(at("click", body), false);
  assert.equal(at("pointerdown", document.querySelector("[data-use]")), true, "which would end it");
});

// ------------------------------------------------------------------ where the focus is led

test("a row leads to the card, and the card back to its row, or to the list where the row is not shown", () => {
  const scrolled = [];
  HTMLElement.prototype.scrollIntoView = function ({ block }) {
    scrolled.push([this, block]);
  };
  const card = element("div", { class: "st-key-card" });
  const link = element("a");
  const list = element("div", { class: "st-key-event-list" }, element("div", { id: "row-order" }, link));
  put(card, list);
  focusCard();
  assert.deepEqual([focused(), card.tabIndex], [card, -1]);
  goToRow(element("a", { "data-row": "order" }));
  assert.deepEqual([focused(), link.hasAttribute("tabindex"), currentView().panel], [link, false, "events"]);
  goToRow(element("a", { "data-row": "close" }));
  assert.equal(focused(), list);
  assert.deepEqual(scrolled, [
    [link, "center"],
    [list, "start"],
  ]);
});

test("how many were found is said when it is another number, and what is filtered by goes into the address", () => {
  const status = element("p", { role: "status" }, "2");
  const take = (number, wishes) =>
    takeList({ data: [{ status: number, wishes }], parentElement: element("div", {}, status) });
  const before = status.childNodes;
  take("2", {});
  assert.equal(status.childNodes, before, "a screen reader would say it again");
  take("3", { kind: [here.state.met + 1, ["claim"]] });
  assert.equal(status.textContent, "3");
  assert.match(here.state.search, /kind=claim/);
});

test("a popover has the focus of the button that opens it, which has it back", () => {
  const button = element("button", { "data-testid": "stPopoverButton", "aria-expanded": "true" });
  const popover = element("div", { "data-testid": "stPopoverBody" });
  put(button);
  button.focus();
  followPopover();
  assert.equal(focused(), button);
  put(popover);
  followPopover();
  assert.deepEqual([focused(), popover.tabIndex], [popover, -1]);
  popover.remove();
  body.focus();
  followPopover();
  assert.equal(focused(), button);
  const other = element("button");
  put(other, popover);
  followPopover();
  other.focus();
  popover.remove();
  followPopover();
  assert.equal(focused(), other, "who has gone elsewhere stays there");
});
