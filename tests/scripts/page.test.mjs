/* What the page shows at each step: what the map is told, when card and account are built anew, what is read out,
 * and what is hidden from learners. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { putDocument } from "./document.mjs";
import { drawFrame, happen, wait } from "./window.mjs";

putDocument();
const observers = [];
class Observer {
  constructor(react) {
    this.react = react;
    observers.push(this);
  }
  observe(node) {
    this.node = node;
  }
}
let [isDark, isPaper] = [false, false];
Object.assign(globalThis, {
  MutationObserver: Observer,
  ResizeObserver: class extends Observer {},
  HTMLInputElement: class {},
  matchMedia: (query) => ({ matches: query === "print" && isPaper, addEventListener() {} }),
  getComputedStyle: () => ({ colorScheme: isDark ? "dark" : "light" }),
});
Object.assign(window, { location: { pathname: "/", search: "" }, parent: window });
const { element } = await import("../../statement_map/browser/program/parts.js");
const { here } = await import("../../statement_map/browser/program/walking.js");
const { reveal, show, takeContent } = await import("../../statement_map/browser/program/page/page.js");

const given = JSON.parse(readFileSync(process.env.CONTENT, "utf-8"));
const { documentElement: root, body } = document;
const shows = [];
const statementMap = { show: (shown) => shows.push(shown) };
const frame = Object.assign(element("iframe"), { contentDocument: { defaultView: { statementMap } } });
const [card, accounts] = ["card", "accounts"].map((name) => element("section", { class: name }));
const box = (left, right) => ({ left, top: 0, right, bottom: 600 });

/** The server sends what there is to show, in the language of the page. */
function take(more = {}) {
  const own = { hide: [], presenting: false, map_title: "The map", panels: ["text"], cover: false };
  const content = { ...given, language: "en", languages: ["en", "pl"] };
  const bytes = new TextEncoder().encode(JSON.stringify({ content, ...own, ...more }));
  takeContent({ data: bytes });
}
const go = (search) => {
  window.location.search = search;
  happen("popstate");
};
const AT = "?event=order&date=2022-01-06&lang=en";
const read = () => document.querySelector("body > .live")?.textContent ?? "";

beforeEach(() => {
  wait(60_000);
  [isDark, isPaper] = [false, false];
  body.replaceChildren(
    element("div", { class: "stApp" }),
    element("div", { class: "st-key-map" }, frame),
    element("div", {}, element("div", { class: "st-key-card" }, card)),
    accounts,
  );
  body.focus();
  for (const part of [card, accounts]) part.replaceChildren();
  card.closest(".st-key-card").parentElement.scrollTo = () => {};
  window.location.search = AT;
  window.statementMapStep = undefined;
  take();
  go(AT);
  drawFrame();
  shows.length = 0;
});

test("the map is told the day, the event, the words, and how it looks", () => {
  take();
  go("?event=close&date=2022-01-10&lang=en");
  assert.deepEqual(shows.at(-1), {
    date: "2022-01-10",
    event: "close",
    look_at: null,
    language: "en",
    dark: false,
    large: false,
    covered: { left: 0, right: 0 },
    conceal: { place: false, titles: null, by: null },
  });
  assert.equal(window.statementMapStep, shows.at(-1), "a map that comes later starts there");
  assert.equal(frame.title, "The map");
});

test("a chapter says what to look at, the cover is about the whole, and who presents has it large", () => {
  go("?event=bounded&by=chapter&lang=en");
  assert.deepEqual(shows.at(-1).look_at, ["q"]);
  take({ cover: true, presenting: true });
  go("?lang=en");
  assert.deepEqual([shows.at(-1).event, shows.at(-1).large], ["", true]);
  assert.ok("cover" in root.dataset);
  assert.ok(root.hasAttribute("data-presents"));
});

test("what shows the same on the map is not told it again", () => {
  show();
  go(`${AT}&account=now`);
  assert.deepEqual(shows, []);
  window.statementMapStep = undefined; // the map was drawn anew
  show();
  assert.equal(shows.length, 1);
});

test("a theme is told when it changes; paper has none of its own", () => {
  const { react } = observers.find(({ node }) => node?.className === "stApp");
  isDark = true;
  react();
  react();
  assert.deepEqual(
    shows.map(({ dark }) => dark),
    [true],
  );
  [isDark, isPaper] = [false, true];
  react();
  assert.equal(shows.length, 1);
  isPaper = false;
  react();
  assert.deepEqual(
    shows.map(({ dark }) => dark),
    [true, false],
  );
});

test("card and account are built anew where something of them has changed, and where they are empty", () => {
  const first = [card, accounts].map((part) => part.firstElementChild);
  const areSame = () => [card, accounts].every((part, n) => part.firstElementChild === first[n]);
  show();
  assert.ok(areSame());
  go(`${AT}&hide-topics=t`);
  assert.ok(!areSame(), "links lead on with the address as it is");
  assert.equal(card.querySelector("[data-shown]").dataset.shown, "order");
  assert.deepEqual(
    [card, accounts].map((part) => part.getAttribute("aria-label")),
    [given.words.en["card-label"], given.words.en["accounts-label"]],
  );
  card.replaceChildren(); // Streamlit has drawn the page anew
  const { react } = observers.find(({ node }) => node === body);
  react();
  assert.equal(card.querySelector("[data-shown]").dataset.shown, "order");
});

test("another event is shown from its date on, the same where it was scrolled to", () => {
  const scrolled = [];
  card.closest(".st-key-card").parentElement.scrollTo = (...to) => scrolled.push(to);
  go(`${AT}&account=now`);
  drawFrame();
  assert.deepEqual(scrolled, []);
  go("?event=close&lang=en");
  assert.deepEqual(scrolled, [], "it waits for the frame");
  drawFrame();
  assert.deepEqual(scrolled, [[0, 0]]);
});

test("a walk is read out once it rests", () => {
  wait(700);
  const before = read();
  assert.match(before, /6 January 2022/);
  go("?event=close&date=2022-01-10&lang=en");
  wait(699);
  go("?event=begin&date=2022-01-02&lang=en");
  wait(699);
  assert.equal(read(), before);
  wait(1);
  assert.match(read(), /2 January 2022/);
});

// ------------------------------------------------------------------ learners

test("what is hidden is hidden on card and map, until it is revealed, for as long as the event is shown", () => {
  take({ hide: ["place", "speaker"] });
  const hidden = () => [card.dataset.hidden, shows.at(-1).conceal.place, shows.at(-1).conceal.by];
  const speaker = given.words.en["learn-speaker"];
  assert.deepEqual(hidden(), ["place speaker", true, speaker]);
  reveal("place");
  assert.deepEqual(hidden(), ["speaker", false, speaker]);
  reveal("speaker");
  assert.deepEqual(hidden(), ["", false, null]);
  show();
  assert.deepEqual(hidden(), ["", false, null]);
  go("?event=close&lang=en");
  assert.deepEqual(hidden(), ["place speaker", true, speaker]);
  go(AT);
  assert.deepEqual(hidden(), ["place speaker", true, speaker]);
  assert.deepEqual(
    Object.keys(shows.at(-1).conceal.titles),
    given.events.map(({ id }) => id),
  );
});

// ------------------------------------------------------------------ what lies over the map

test("what stands on the map is measured when it changes, the drawer in the place of the cover", () => {
  const put = (name, [left, right]) => {
    const node = Object.assign(element("div", { class: name }), { box: box(left, right) });
    body.append(node);
    return node;
  };
  frame.box = box(0, 1000);
  put("st-key-sheet", [700, 1000]);
  put("st-key-cover", [0, 500]);
  put("st-key-drawer", [0, 250]);
  const measure = observers.find((each) => each instanceof ResizeObserver && each.react.length === 0).react;
  measure();
  assert.deepEqual(shows.at(-1).covered, { left: 500, right: 300 });
  const n = shows.length;
  measure();
  assert.equal(shows.length, n);
  go(`${AT}&panel=text`);
  assert.equal(root.dataset.panel, "text");
  assert.deepEqual(shows.at(-1).covered, { left: 250, right: 300 });
  go(`${AT}&panel=constructor`);
  assert.equal(root.dataset.panel, undefined, "there is no such panel");
  assert.deepEqual(shows.at(-1).covered, { left: 500, right: 300 });
  for (const node of body.querySelectorAll(".st-key-sheet, .st-key-cover")) node.remove();
  measure();
  assert.deepEqual(shows.at(-1).covered, { left: 0, right: 0 });
});

test("the axis is told the step when it is drawn anew, and the slider has the focus of who presents", () => {
  const { react } = observers.find(({ node }) => node === body);
  const strip = element("div", { class: "strip" });
  body.append(strip);
  react();
  assert.equal(
    strip.style.getPropertyValue("--step"),
    `${here.content.steps.findIndex(({ date }) => date === "2022-01-06")}`,
  );
  const slider = element("input", { type: "range" });
  const focus = () => document.activeElement === slider;
  take({ presenting: true }); // the slider comes later
  body.append(element("div", { class: "st-key-date" }, slider));
  react();
  assert.ok(focus());
  body.focus();
  take({ presenting: true });
  assert.ok(!focus(), "once for each time that somebody begins to present");
  take();
  take({ presenting: true });
  assert.ok(focus());
});
