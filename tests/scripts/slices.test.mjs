/* Work that waits for one of the next frames: no page is needed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inFrames, isDue } from "../../statement_map/map_view/map/slices.js";

let asked = new Map(); // requests for the next frame, by number
let last = 0;
globalThis.requestAnimationFrame = (then) => {
  asked.set((last += 1), then);
  return last;
};
globalThis.cancelAnimationFrame = (request) => asked.delete(request);

/** Draw the next frame. */
function frame() {
  const now = asked;
  asked = new Map();
  for (const then of now.values()) then();
}

test("work is done in its frame, once", () => {
  const done = [];
  const [one, other] = [() => done.push("one"), () => done.push("other")];
  inFrames(1, one);
  inFrames(3, other);
  assert.deepEqual([isDue(one), isDue(other)], [true, true]);
  frame();
  assert.deepEqual(done, ["one"]);
  assert.deepEqual([isDue(one), isDue(other)], [false, true]);
  frame();
  assert.deepEqual(done, ["one"]);
  frame();
  assert.deepEqual(done, ["one", "other"]);
  frame();
  assert.deepEqual(done, ["one", "other"]);
  assert.equal(isDue(other), false);
});

test("what is asked for again waits anew", () => {
  let done = 0;
  const work = () => (done += 1);
  inFrames(2, work);
  frame();
  inFrames(2, work);
  frame();
  assert.equal(done, 0);
  frame();
  assert.equal(done, 1);
});

test("work may ask for itself again", () => {
  let done = 0;
  const work = () => (done += 1) < 2 && inFrames(1, work);
  inFrames(1, work);
  frame();
  assert.deepEqual([done, isDue(work)], [1, true]);
  frame();
  frame();
  assert.deepEqual([done, isDue(work)], [2, false]);
});
