/* What the server tells parts of the page: when the share panel looks again, which map its frame draws, which works
 * the browser lists, and which place of a review is drawn or looked at. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { putDocument } from "./document.mjs";
import { putStores } from "./stores.mjs";

mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
const now = 1_650_000_000_000;
mock.method(Date, "now", () => now);
putDocument();
const listeners = new Map();
globalThis.window = {
  location: { search: "?a" },
  addEventListener: (kind, react) => listeners.set(kind, react),
  dispatchEvent() {},
};
const works = putStores();
class Observer {
  observe() {}
}
Object.assign(globalThis, { MutationObserver: Observer, ResizeObserver: Observer });
for (const name of ["HTMLInputElement", "HTMLTextAreaElement", "HTMLButtonElement"]) globalThis[name] = class {};
document.getSelection = () => null;
document.baseURI = "https://a.example/app/";
const PAGE = "../../statement_map/browser/program/page";
const { element } = await import("../../statement_map/browser/program/parts.js");
const { followSharing } = await import(`${PAGE}/sharing.js`);
const { frameTheMap } = await import(`${PAGE}/map_frame.js`);
const { takeWorks } = await import(`${PAGE}/own_works.js`);
const { askSoon, takeReview } = await import(`${PAGE}/review.js`);

const { body } = document;
const settled = async () => {
  for (let n = 0; n < 6; n += 1) await new Promise(setImmediate);
};
beforeEach(() => {
  body.replaceChildren();
  works.clear();
});

// ------------------------------------------------------------------ the share panel

test("the share panel looks again once the address is another and rests, and while files are made", () => {
  const asked = [];
  const follow = (waiting) =>
    followSharing({ data: { waiting, picture: null }, setTriggerValue: (name) => asked.push(name) });
  let stop = follow(false);
  mock.timers.tick(2000);
  assert.deepEqual(asked, []);
  window.location.search = "?b";
  mock.timers.tick(500);
  window.location.search = "?c"; // whoever steps on
  mock.timers.tick(500);
  assert.deepEqual(asked, []);
  mock.timers.tick(500);
  assert.deepEqual(asked, ["again"]);
  stop();
  mock.timers.tick(5000);
  stop = follow(true);
  mock.timers.tick(500);
  assert.deepEqual(asked, ["again", "again"]);
  stop = follow(false);
  mock.timers.tick(5000);
  assert.equal(asked.length, 2, "the one before looks no more");
  stop();
});

// ------------------------------------------------------------------ the map's frame

test("the map has a frame of its own, and a new one only where its content is another", () => {
  const place = element("div");
  const drawn = [];
  const content = { words: { en: { "map-title": "Map" }, pl: { "map-title": "Mapa" } } };
  const take = (digest, more = {}) => {
    const told = {
      address: "map/",
      content,
      digest,
      outlines: null,
      outlines_at: "outlines.json",
      ground: {},
      ...more,
    };
    frameTheMap({ data: new TextEncoder().encode(JSON.stringify(told)), parentElement: place });
    return place.querySelector("iframe");
  };
  document.documentElement.setAttribute("lang", "pl");
  document.documentElement.lang = "pl";
  const frame = take("1");
  assert.deepEqual([frame.src, frame.title, take("1")], ["https://a.example/app/map/", "Mapa", frame]);
  frame.dispatchEvent(new Event("load")); // another page came in its place
  frame.contentDocument = { defaultView: { map: "map", statementMap: { draw: (...what) => drawn.push(what) } } };
  frame.dispatchEvent(new Event("load"));
  assert.deepEqual(drawn, [["map", content, "outlines.json", {}]]);
  document.documentElement.lang = "uk";
  const other = take("2", { outlines: { features: [] } });
  assert.deepEqual([place.children.length, other.title], [1, "Map"]);
  other.contentDocument = frame.contentDocument;
  other.dispatchEvent(new Event("load"));
  assert.deepEqual(drawn[1][2], { features: [] });
});

// ------------------------------------------------------------------ the works that are kept

const WORDS = {
  title: "Your maps",
  explain: "Kept here.",
  row: "{time}: {seen} of {of}",
  open: "Open",
  save: "Save",
  delete: "Delete",
  sure: "Sure?",
  all: "Delete all",
};
const list = () => body.querySelector(".own-works");
const texts = (selector) =>
  list()
    .querySelectorAll(selector)
    .map((each) => each.textContent);
const work = (id, at, more = {}) =>
  works.set(id, { id, at, title: `Map ${id}`, seen: 1, of: 3, state: "s", work: {}, ...more });
const take = async () => {
  body.append(element("div", { class: "own-works" }));
  takeWorks({ data: { words: WORDS, language: "en" }, parentElement: body });
  await settled();
};

test("the works that the browser keeps are listed, the latest first, those that cannot be opened as files", async () => {
  await take();
  assert.equal(list().children.length, 0);
  work("old", Date.UTC(2022, 0, 2, 12));
  work("new", Date.UTC(2022, 0, 5, 12), { refused: true });
  await listeners.get("focus")(); // another tab has kept something
  await settled();
  assert.deepEqual(texts("strong"), ["Map new", "Map old"]);
  assert.deepEqual(texts("li button"), ["Save", "Delete", "Open", "Delete"]);
  assert.match(texts("li span")[1], /2 Jan 2022|Jan 2, 2022/);
  assert.match(texts("li span")[1], /: 1 of 3$/);
});

test("a work is deleted when that was asked twice, and all of them", async () => {
  for (const id of ["a", "b", "c"]) work(id, 1);
  await take();
  const [, remove] = list().querySelectorAll("li button");
  remove.click();
  await settled();
  assert.deepEqual([remove.textContent, works.size], ["Sure?", 3]);
  remove.dispatchEvent(new Event("blur")); // it was not meant
  assert.equal(remove.textContent, "Delete");
  for (let n = 0; n < 2; n += 1) remove.click();
  await settled();
  assert.deepEqual([works.size, texts("strong").length], [2, 2]);
  const all = list().children.at(-1);
  for (let n = 0; n < 2; n += 1) all.click();
  await settled();
  assert.deepEqual([works.size, list().children.length], [0, 0]);
});

// ------------------------------------------------------------------ a review

const done = [];
const statementMap = {
  followPick: () => done.push("pick"),
  followOffer() {},
  lookAt: (id) => done.push(`look at ${id}`),
};
const told = [];
const review = (more) => {
  const none = {
    session: "s",
    desk: null,
    digest: null,
    record: null,
    about: {},
    kept: null,
    forget: null,
    erase: false,
  };
  const data = {
    ...none,
    refused: null,
    words: {},
    language: "en",
    unsaved: false,
    picking: null,
    place: null,
    ...more,
  };
  takeReview({ data, setTriggerValue: (...what) => told.push(what) });
};
const putMap = () => {
  const container = element("div", { class: "leaflet-container" });
  const page = { defaultView: { statementMap }, querySelector: () => container };
  const frame = Object.assign(element("iframe"), { contentDocument: page });
  const map = Object.assign(element("div", { class: "st-key-map" }, frame), {
    scrollIntoView: () => done.push("map in sight"),
  });
  body.append(map);
  return container;
};

test("a place is drawn on the map, which comes into sight, once for each that is asked for", () => {
  const container = putMap();
  const form = Object.assign(element("div", { class: "st-key-review-where" }), {
    scrollIntoView: () => done.push("form in sight"),
  });
  body.append(form);
  done.length = told.length = 0;
  const picking = { place: "gate", shape: "point", isOnSheet: false, words: {} };
  for (let n = 0; n < 2; n += 1) review({ picking: { ...picking } });
  assert.deepEqual(done, ["map in sight", "pick"]);
  assert.deepEqual([window.statementMapPick.shape, window.statementMapPick.points], ["point", []]);
  assert.equal(document.activeElement, container);
  window.statementMapPick.done([[43, 77]]);
  assert.deepEqual(told, [["drawn", { points: [[43, 77]] }]]);
  assert.equal(window.statementMapPick, null);
  review({});
  assert.deepEqual(done, ["map in sight", "pick", "pick", "form in sight", "pick"]);
});

test("the place whose form is open is looked at once, and where it lies elsewhere on the next map", () => {
  putMap();
  done.length = 0;
  const at = (id, spot) => review({ place: { id, at: spot } });
  at("gate", "1 2");
  at("gate", "1 2");
  at("gate", "3 4"); // the map that shows it there is on its way
  listeners.get("statement-map:drawn")();
  listeners.get("statement-map:drawn")();
  at("square", "3 4");
  review({ place: null });
  at("square", "3 4");
  assert.deepEqual(done, ["look at gate", "look at gate", "look at square", "look at square"]);
});

test("whoever leaves with unsaved work is warned, and it is asked for until it was taken home", () => {
  const leave = () => {
    const event = new Event("beforeunload", { cancelable: true });
    listeners.get("beforeunload")(event);
    return event.defaultPrevented;
  };
  review({ unsaved: true });
  assert.equal(leave(), true);
  told.length = 0;
  askSoon();
  for (const ms of [1000, 3000]) mock.timers.tick(ms);
  assert.deepEqual(
    told.map(([name]) => name),
    ["pressed", "pressed"],
  );
  review({ unsaved: false });
  told.length = 0;
  mock.timers.tick(11_000);
  assert.deepEqual([told, leave()], [[], false]);
});

test("the text is scrolled to the current event when that is another one", () => {
  const mark = Object.assign(element("p", { class: "is-current" }, "gate"), {
    box: { left: 0, top: 900, right: 9, bottom: 950 },
  });
  const text = Object.assign(element("div", { class: "text" }, mark), {
    box: { left: 0, top: 100, right: 9, bottom: 400 },
  });
  Object.assign(text, { scrollTop: 0, clientHeight: 300 });
  body.append(element("div", { class: "review-text" }, text));
  review({});
  assert.equal(text.scrollTop, 700, "a third of what is seen stands above it");
  text.scrollTop = 5;
  review({});
  assert.equal(text.scrollTop, 5);
  mark.textContent = "square";
  mark.box = { left: 0, top: 100, right: 9, bottom: 400 };
  review({});
  assert.equal(text.scrollTop, 5, "it is in sight");
});

test("what was wrong with a text is hidden while another is typed, until it is sent", () => {
  const faults = element("div", { role: "alert" }, element("ul", { class: "review-faults" }));
  const field = element("textarea");
  const send = element("button");
  body.append(
    element("div", { "data-testid": "stForm" }, field, element("div", { "data-testid": "stFormSubmitButton" }, send)),
    faults,
  );
  const { querySelectorAll } = document;
  document.querySelectorAll = (selector) =>
    selector.includes(":has") ? [faults] : querySelectorAll.call(document, selector);
  send.dispatchEvent(new Event("input", { bubbles: true }));
  assert.equal(faults.hidden, true);
  field.click();
  assert.equal(faults.hidden, true);
  send.click();
  assert.equal(faults.hidden, false);
});
