/* The walk by chapter: begin, bounded and undated belong to the first, which tells bounded; order and
 * close to the second, which tells order.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { begin, viewOf } from "../../statement_map/browser/program/address.js";
import { endOf, neighbour, sceneOf } from "../../statement_map/browser/program/sequence.js";

const content = JSON.parse(readFileSync(process.env.CONTENT, "utf-8"));
const plain = { ...content, chapters: [] };
const at = (query, of = content) => viewOf(of, begin(query));

// prettier-ignore
const WALKS = [
  // where it stands, what comes before and after it by chapter, and what the map looks at
  ["event=bounded", undefined, "order", ["q"]],
  ["event=order", "bounded", undefined, ["p"]],
  ["event=begin", "bounded", "order", null], // back to what the chapter itself tells
  ["event=undated", "bounded", "order", null],
  ["event=close", "order", undefined, null],
  ["date=2022-01-05", "bounded", "order", null], // no event: behind begin, which is of the first
  ["date=2022-01-07", "order", undefined, null],
];

for (const [query, before, after, scene] of WALKS) {
  test(`by chapter, ?${query} stands between ${before} and ${after}`, () => {
    const view = at(`${query}&by=chapter`);
    assert.deepEqual(
      [-1, +1].map((offset) => neighbour(content, view, offset)?.id),
      [before, after],
    );
    assert.deepEqual(sceneOf(content, view), scene);
    for (const by of ["event", "day"]) assert.equal(sceneOf(content, { ...view, by }), null);
  });
}

test("a day before all that is told leads to the first chapter", () => {
  const events = content.events.map((event) => ({ ...event, states: [[0, "later"]] }));
  const view = { by: "chapter", event: null, step: 0 };
  const [before, after] = [-1, +1].map((offset) => neighbour({ ...content, events }, view, offset)?.id);
  assert.deepEqual([before, after], [undefined, "bounded"]);
});

for (const [by, first, last] of [
  ["event", "begin", "close"],
  ["day", "begin", "close"],
  ["chapter", "bounded", "order"],
]) {
  test(`by ${by} the walk is from ${first} to ${last}`, () => {
    assert.deepEqual([endOf(content, { by }, "first").id, endOf(content, { by }, "last").id], [first, last]);
  });
}

for (const [query, by] of [
  ["", "event"],
  ["by=event", "event"],
  ["by=day", "day"],
  ["by=chapter", "chapter"],
  ["by=chapter&by=day", "day"],
  ["by=constructor", "event"],
]) {
  test(`?${query} walks by ${by}`, () => assert.equal(at(query).by, by));
}

test("who has no chapters walks by event", () => {
  assert.equal(at("by=chapter", plain).by, "event");
  assert.equal(at("by=day", plain).by, "day");
});
