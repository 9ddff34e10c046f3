/* The protocol between the browser, which leads, and Python: late answers, quick hands, Back. The days are those
 * of TIMELINE in test_scripts.py. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { addresses, entries, happen, wait } from "./window.mjs";
import { addressOf, followAddress, hear, heed, tellPython } from "../../statement_map/browser/program/page/follow.js";
import { act, goToDay, here, start } from "../../statement_map/browser/program/walking.js";

const content = { ...JSON.parse(readFileSync(process.env.CONTENT, "utf-8")), language: "en", languages: ["en", "pl"] };
const BEGIN = "?date=2022-01-02&lang=en";
const posted = [];
const frame = { postMessage: (message, origin) => posted.push([message, origin]) };
Object.assign(window, { location: { pathname: "/map/", search: BEGIN }, parent: window });

const told = [];
/** A run of Python: what it wishes, each with its number. */
const run = (wishes) => followAddress({ data: [{ wishes }], setStateValue: (name, value) => told.push([name, value]) });
/** Each press of its own, at once after the other. */
const step = (...days) => {
  for (const day of days) {
    happen("keydown");
    goToDay(day);
    happen("keyup");
  }
};
const shown = (name) => new URLSearchParams(here.state.search).get(name);
const back = (search) => {
  window.location.search = search;
  happen("popstate");
};

const driver = { search: () => window.location.search, addressOf, show() {}, showPlaying() {}, tell: tellPython };
start(driver);

run({ lang: [1, "pl"] });
const before = shown("lang");
here.content = content;
heed();
const after = shown("lang");
test("what Python wishes before there is anything to show is done when there is", () => {
  assert.deepEqual([before, after], ["en", "pl"]);
});

let met = 1; // wishes are numbered on
beforeEach(() => {
  wait(60_000);
  back(BEGIN);
  run({});
  wait(60_000);
  told.length = posted.length = 0;
  entries.splice(0, Infinity, { state: null, address: "first" });
  met = here.state.met;
});

test("a quick walk is told once, 0.25 s after its last step, with what is shown then", () => {
  step(1, 2);
  wait(249);
  step(3);
  wait(249);
  assert.deepEqual(told, []);
  wait(1);
  assert.deepEqual(told, [["shown", { query: "date=2022-01-05&lang=en", met }]]);
  assert.equal(addresses().length, 4);
});

test("an answer that comes late, with the wish that was met, leads nowhere", () => {
  run({ lang: [met + 1, "pl"] });
  step(3);
  act({ do: "set", changes: { lang: "en" }, hand: null });
  for (let n = 0; n < 3; n += 1) run({ lang: [met + 1, "pl"] });
  assert.deepEqual([shown("lang"), shown("date")], ["en", "2022-01-05"]);
  run({ lang: [met + 2, "pl"] });
  assert.equal(shown("lang"), "pl");
});

test("Python hears which wish was met, so that it need not wish it again", () => {
  run({ lang: [met + 4, "pl"], hide: [met + 3, ["place"]] });
  wait(250);
  assert.deepEqual(told, [["shown", { query: "date=2022-01-02&lang=pl&hide=place", met: met + 4 }]]);
  assert.equal(addresses().length, 2, "two wishes at once are one step");
});

test("a wish while a hand steps keeps the step, and the next step keeps the wish", () => {
  step(1);
  run({ lang: [met + 1, "pl"] });
  step(2);
  assert.deepEqual(
    addresses().slice(1),
    ["date=2022-01-03&lang=en", "date=2022-01-03&lang=pl", "date=2022-01-04&lang=pl"].map((it) => `/map/?${it}`),
  );
});

test("Back is told too, and an answer from before it does not lead forward again", () => {
  run({ lang: [met + 1, "pl"] });
  step(4);
  wait(250);
  told.length = 0;
  back("?date=2022-01-02&lang=en");
  run({ lang: [met + 1, "pl"] });
  wait(250);
  assert.deepEqual(told, [["shown", { query: "date=2022-01-02&lang=en", met: met + 1 }]]);
});

test("what shows no other place is not told again", () => {
  back(BEGIN);
  heed();
  hear({});
  wait(1000);
  assert.deepEqual(told, []);
});

test("whoever wishes besides does not take away who is told", () => {
  hear({ search: [met + 1, "a"] });
  wait(250);
  assert.deepEqual(told, [["shown", { query: "date=2022-01-02&lang=en&search=a", met: met + 1 }]]);
});

test("a step before Python is there is told by the one that comes in time, and by none without harm", () => {
  hear({}, null);
  step(2);
  wait(250);
  step(3);
  wait(200);
  run({});
  wait(50);
  assert.deepEqual(told, [["shown", { query: "date=2022-01-05&lang=en", met }]]);
});

test("whoever shows the app in a frame is told of each address, and the app's own window is not", () => {
  step(1);
  assert.deepEqual([addresses().at(-1), posted], ["/map/?date=2022-01-03&lang=en", []]);
  window.parent = frame;
  step(2);
  window.parent = window;
  const queryParams = "?date=2022-01-04&lang=en";
  assert.deepEqual(posted, [[{ stCommVersion: 1, type: "SET_QUERY_PARAM", queryParams }, "*"]]);
  assert.equal(addressOf(""), "/map/");
});
