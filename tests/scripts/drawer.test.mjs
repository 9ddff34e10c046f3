/* The drawer: which panels the server is asked for, when, and how often. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putDocument } from "./document.mjs";
import { happen, wait } from "./window.mjs";

putDocument();
let notice = () => {};
Object.assign(globalThis, {
  MutationObserver: class {
    constructor(react) {
      notice = react;
    }
    observe() {}
    disconnect() {
      notice = () => {};
    }
  },
});
Object.assign(window, { location: { pathname: "/", search: "" }, parent: window, removeEventListener() {} });
const { followDrawer } = await import("../../statement_map/browser/program/page/drawer.js");

const { documentElement: root } = document;
const asked = [];
let end = () => {};

/** A run of the page: what it has loaded. */
function run(...loaded) {
  end();
  asked.length = 0;
  const setTriggerValue = (name, names) => asked.push([name, names]);
  end = followDrawer({ data: [{ loaded, printed: ["events", "balance"] }], setTriggerValue });
}
function open(panel) {
  root.dataset.panel = panel;
  notice();
}

beforeEach(() => {
  delete root.dataset.panel;
  run("text", "events", "balance", "about");
});

test("what is opened is asked for once, and what is there is not", () => {
  open("share");
  notice();
  assert.deepEqual(asked, [["due", ["share"]]]);
  open("about");
  assert.equal(asked.length, 1);
});

test("what paper shows is asked for when the map is drawn", () => {
  run("text");
  happen("statement-map:drawn");
  assert.deepEqual(asked, [["due", ["events", "balance"]]]);
});

test("what does not come is asked for again, less and less often, until it is there", () => {
  open("share");
  wait(9_999);
  assert.equal(asked.length, 1);
  wait(1);
  assert.deepEqual(asked, [
    ["due", ["share"]],
    ["due", ["share"]],
  ]);
  wait(20_000);
  assert.equal(asked.length, 3);
  run("text", "events", "balance", "about", "share");
  wait(600_000);
  assert.deepEqual(asked, []);
});

test("what is opened next is asked for with what is still due", () => {
  run("text");
  happen("statement-map:drawn");
  open("share");
  assert.deepEqual(asked.at(-1), ["due", ["events", "balance", "share"]]);
});
