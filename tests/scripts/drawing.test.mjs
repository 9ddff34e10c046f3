/* What a further point makes of a shape that is drawn by hand: no page is needed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isEnough, withPoint } from "../../statement_map/map_view/map/shapes.js";

const isNear = (one, other) => Math.abs(one - other) < 2;

/** Draw a shape with points of a line, until it is done. */
function draw(shape, ...clicks) {
  let state = { points: [], isDone: false };
  for (const click of clicks) state = withPoint(shape, state.points, click, isNear);
  return state;
}

test("one point is a point, and stands for the region around it", () => {
  assert.deepEqual(draw("point", 5), { points: [5], isDone: true });
  assert.deepEqual(draw("outline", 5), { points: [5], isDone: true });
});

test("a circle is its middle and its edge, which are not on one spot", () => {
  assert.deepEqual(draw("circle", 5), { points: [5], isDone: false });
  assert.deepEqual(draw("circle", 5, 6), { points: [5], isDone: false });
  assert.deepEqual(draw("circle", 5, 6, 20), { points: [5, 20], isDone: true });
});

test("an area is closed at its first corner, or where a corner is set twice", () => {
  assert.deepEqual(draw("area", 5, 20, 40), { points: [5, 20, 40], isDone: false });
  assert.deepEqual(draw("area", 5, 20, 40, 4), { points: [5, 20, 40], isDone: true });
  assert.deepEqual(draw("area", 5, 20, 40, 41), { points: [5, 20, 40], isDone: true });
});

test("two corners make no area, however often they are set", () => {
  assert.deepEqual(draw("area", 5, 20, 20, 5), { points: [5, 20], isDone: false });
  assert.deepEqual(
    [2, 3].map((n) => isEnough("area", Array(n).fill(0))),
    [false, true],
  );
});

test("a corner in the middle may be met again", () => {
  assert.deepEqual(draw("area", 5, 20, 40, 20), { points: [5, 20, 40, 20], isDone: false });
});
