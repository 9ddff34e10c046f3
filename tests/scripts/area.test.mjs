/* The part of the map that nothing covers, and what is kept clear of what the page lays over it. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putLeaflet } from "./leaflet.mjs";

putLeaflet();
const { boxOf, controlBoxes, foldPanels, makeRoom, visibleArea } =
  await import("../../statement_map/map_view/map/area.js");
const { stage } = await import("../../statement_map/map_view/map/stage.js");
const { element } = await import("../../statement_map/browser/program/parts.js");

const box = (left, top, right, bottom) => ({ left, top, right, bottom });
let map;
/** A map of 800 × 600 px that begins 10 px from the left of its page and 20 px from its top, with these controls. */
function put(...boxes) {
  const controls = boxes.map((each) => Object.assign(element("div"), { box: moved(each) }));
  const corner = element("div", { class: "leaflet-top" }, ...controls);
  map.replaceChildren(element("div", { class: "leaflet-control-container" }, corner));
}
const moved = ({ left, top, right, bottom }) => box(left + 10, top + 20, right + 10, bottom + 20);

beforeEach(() => {
  map = Object.assign(element("div"), { box: box(10, 20, 810, 620), clientLeft: 0, clientTop: 0 });
  document.body.replaceChildren(map);
  stage.map = { getContainer: () => map, getSize: () => L.point(800, 600) };
  stage.covered = { left: 0, right: 0 };
  window.innerWidth = 800;
});

test("a box is counted from the map's own corner, within its border", () => {
  Object.assign(map, { clientLeft: 1, clientTop: 2 });
  assert.deepEqual(boxOf(Object.assign(element("p"), { box: box(111, 122, 211, 222) })), box(100, 100, 200, 200));
});

test("what does not show is not in the way", () => {
  put(box(0, 0, 40, 40), box(50, 50, 50, 90), box(50, 50, 90, 50));
  assert.deepEqual(controlBoxes(), [box(0, 0, 40, 40)]);
});

/* The controls, what the page covers, and the largest rectangle that keeps 6 px from all of it. */
for (const [what, controls, covered, area] of [
  ["all of the map", [], { left: 0, right: 0 }, box(6, 6, 794, 594)],
  ["beside what the page lays over it", [], { left: 300, right: 100 }, box(306, 6, 694, 594)],
  ["beside a tall panel at the right", [box(600, 0, 800, 500)], { left: 0, right: 0 }, box(6, 6, 594, 594)],
  ["beside a tall panel at the left", [box(0, 100, 200, 600)], { left: 0, right: 0 }, box(206, 6, 794, 594)],
  ["below a wide bar at the top", [box(0, 0, 700, 50)], { left: 0, right: 0 }, box(6, 56, 794, 594)],
  ["above a wide bar at the bottom", [box(50, 560, 800, 600)], { left: 0, right: 0 }, box(6, 6, 794, 554)],
  [
    "between a bar at the bottom and a panel at the right",
    [box(0, 560, 300, 600), box(600, 0, 800, 300)],
    { left: 0, right: 0 },
    box(6, 6, 594, 554), // 588 × 548 px; below the panel there are 788 × 248
  ],
  [
    "under what the page covers nothing is in the way",
    [box(0, 0, 100, 600)],
    { left: 300, right: 0 },
    box(306, 6, 794, 594),
  ],
  ["where a control leaves no room, all of it", [box(0, 0, 800, 600)], { left: 0, right: 0 }, box(6, 6, 794, 594)],
  ["where the page covers all, the whole map", [], { left: 500, right: 400 }, box(0, 0, 800, 600)],
]) {
  test(`what can be seen: ${what}`, () => {
    put(...controls);
    stage.covered = covered;
    assert.deepEqual(visibleArea(), area);
  });
}

test("room is made at both sides, and the middle of the rest moves by half as much", () => {
  const { style } = document.documentElement;
  for (const [left, right, by] of [
    [0, 300, 150], // to the left
    [200, 300, -100],
    [200, 300, 0],
    [0, 0, -50],
  ]) {
    assert.equal(makeRoom({ left, right }), by);
    assert.deepEqual(
      ["left", "right"].map((side) => style.getPropertyValue(`--covered-${side}`)),
      [`${left}px`, `${right}px`],
    );
    assert.deepEqual(stage.covered, { left, right });
  }
  assert.equal(makeRoom(), 0);
});

test("panels are folded where what is left is no wider than 640 px", () => {
  const panels = () => {
    map.replaceChildren(...[1, 2].map(() => element("details", { class: "panel", open: true })));
    return map.children;
  };
  const folded = (right) => {
    const all = panels();
    stage.covered = { left: 1, right: 0 };
    makeRoom({ left: 0, right });
    return all.map(({ open }) => !open);
  };
  assert.deepEqual(
    [folded(159), folded(160)],
    [
      [false, false],
      [true, true],
    ],
  );
  const [, kept] = panels();
  makeRoom({ left: 0, right: 160 });
  assert.ok(kept.open, "nothing has changed: who opened it looks at it");
  const [one, other] = panels();
  foldPanels(one);
  assert.deepEqual([one.open, other.open], [true, false]);
});
