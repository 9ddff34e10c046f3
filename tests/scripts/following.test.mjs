/* What is the case of each row at a step, by what changes between two steps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { follow } from "../../statement_map/browser/program/card/following.js";

const ROWS = [
  [[0, "a"]],
  [
    [0, "a"],
    [1, "b"],
    [4, "c"],
  ],
  [
    [0, "x"],
    [3, "y"],
  ],
  [[2, "late"]], // holds before too, as it does for `valueAt`
];
const AT = { 0: "a a x late", 1: "a b x late", 2: "a b x late", 3: "a b y late", 4: "a c y late", 5: "a c y late" };

test("each step is told as it is, whichever way it is come to", () => {
  const valuesAt = follow(ROWS);
  for (const step of [0, 1, 2, 3, 4, 5, 0, 4, 3, 2, 1, 5, 3, 3, 0]) {
    assert.equal(valuesAt(step).join(" "), AT[step], `at ${step}`);
  }
});

test("those who follow the same rows do not meet", () => {
  const [one, other] = [follow(ROWS), follow(ROWS)];
  assert.equal(one(4).join(" "), AT[4]);
  assert.equal(other(1).join(" "), AT[1]);
  assert.equal(one(4).join(" "), AT[4]);
});

test("from one step to the next those that change are told of, and no others", () => {
  const heeded = [];
  const valuesAt = follow(ROWS, (row) => heeded.push(row));
  const changesTo = (step) => {
    heeded.length = 0;
    valuesAt(step);
    return heeded.toSorted().join();
  };
  assert.equal(changesTo(0), "");
  assert.equal(changesTo(1), "1");
  assert.equal(changesTo(1), "");
  assert.equal(changesTo(3), "2,3");
  assert.equal(changesTo(0), "1,2,3");
});
