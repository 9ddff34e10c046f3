/* One press, however long, is one entry of the history. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { addresses, entries, happen, wait } from "./window.mjs";
import { hand, keep, newHand, startHistory } from "../../statement_map/browser/program/history.js";

startHistory((search) => `?${search}`);
const state = (search, itsHand = hand(), notice = null) => ({ search, notice, met: 0, hand: itsHand });
const newHands = (act) => {
  const before = hand();
  act();
  return hand() - before;
};

test("a screen reader may be the first to do something, before any press", () => {
  assert.deepEqual([hand(), newHands(() => happen("click")), newHands(() => happen("change"))], [0, 1, 1]);
});

beforeEach(() => {
  wait(60_000); // what was written before no longer counts
  entries.splice(0, Infinity, { state: null, address: "?first" });
});

test("a step is an entry at once, with its notice", () => {
  keep("push", state("a", 1, { event: "gone" }));
  assert.deepEqual(entries.at(-1), { state: { notice: { event: "gone" } }, address: "?a" });
  assert.deepEqual(addresses(), ["?first", "?a"]);
});

test("what nobody's hand did replaces the entry at once", () => {
  keep("replace", state("a", null));
  assert.deepEqual(addresses(), ["?a"]);
});

test("what one hand changes is kept when it rests", () => {
  keep("push", state("a"));
  keep("replace", state("b"));
  wait(299);
  keep("replace", state("c"));
  wait(299);
  assert.deepEqual(addresses(), ["?first", "?a"]);
  wait(1);
  assert.deepEqual(addresses(), ["?first", "?c"]);
});

test("a hand that lets go, and a page that is left, keep it at once", () => {
  for (const kind of ["keyup", "pointerup", "pointercancel", "pagehide"]) {
    keep("replace", state(kind));
    assert.notEqual(addresses().at(-1), `?${kind}`);
    happen(kind);
    assert.equal(addresses().at(-1), `?${kind}`);
  }
});

test("the next step does not lose what was still to be kept", () => {
  keep("replace", state("a"));
  keep("push", state("b"));
  assert.deepEqual(addresses(), ["?a", "?b"]);
  wait(1000);
  assert.deepEqual(addresses(), ["?a", "?b"]);
});

test("Back leaves what was still to be kept", () => {
  keep("replace", state("a"));
  happen("popstate");
  wait(1000);
  assert.deepEqual(addresses(), ["?first"]);
});

test("a key that is held is one hand, and each press another", () => {
  assert.equal(newHands(newHand), 1);
  assert.equal(
    newHands(() => happen("keydown")),
    1,
  );
  assert.equal(
    newHands(() => {
      happen("keydown", { repeat: true });
      happen("click"); // as the browser does for a button whose key is held
    }),
    0,
  );
  happen("keyup");
  assert.equal(
    newHands(() => happen("pointerdown")),
    1,
  );
  assert.equal(
    newHands(() => happen("change")), // of the slider that is being dragged
    0,
  );
  happen("pointerup");
});

test("Enter presses a button before it is let go", () => {
  assert.equal(
    newHands(() => {
      happen("keydown");
      happen("click");
    }),
    2,
  );
  happen("keyup");
});

test("a screen reader clicks and changes without a press", () => {
  for (const kind of ["click", "change"]) {
    assert.equal(
      newHands(() => happen(kind)),
      1,
    );
  }
});

test("a browser that refuses more than a hundred changes in half a minute is asked for fewer", () => {
  for (let n = 1; n <= 91; n++) keep("push", state(`${n}`));
  assert.equal(addresses().at(-1), "?90");
  wait(29_000);
  assert.equal(addresses().at(-1), "?90");
  wait(1000);
  assert.equal(addresses().at(-1), "?91");
  assert.equal(addresses().length, 1 + 91);
});

test("a step that had to wait is an entry of its own, with what the hand changes meanwhile", () => {
  for (let n = 1; n <= 91; n++) keep("push", state(`${n}`));
  keep("replace", state("changed"));
  wait(30_000);
  assert.deepEqual(addresses().slice(-2), ["?90", "?changed"]);
});

/* What each of them does is seen, although a button, the map or Streamlit takes the press for itself. */
for (const [kind, heard] of [
  ["keydown", () => newHands(() => happen("keydown", {}, true)) === 1],
  ["pointerdown", () => newHands(() => happen("pointerdown", {}, true)) === 1],
  ["click", () => newHands(() => happen("click", {}, true)) === 1],
  ["change", () => newHands(() => happen("change", {}, true)) === 1],
  ...["keyup", "pointerup", "pointercancel", "pagehide"].map((each) => [
    each,
    () => {
      keep("replace", state(each));
      happen(each, {}, true);
      return addresses().at(-1) === `?${each}`;
    },
  ]),
]) {
  test(`${kind} is heard before any part of the page may take it`, () => {
    happen("keydown"); // a press of its own, that is over
    happen("keyup");
    assert.ok(heard());
    happen("keyup");
  });
}
