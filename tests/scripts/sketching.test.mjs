/* Where a place lies, drawn by hand: with a pointer, by keyboard, and what the bar says meanwhile. A degree is 10 px
 * of the map, whose middle is at 0, 0. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putLeaflet } from "./leaflet.mjs";

putLeaflet();
Object.assign(window, { parent: window, document });
for (const quiet of ["disableClickPropagation", "disableScrollPropagation"]) L.DomEvent[quiet] = () => {};
const { element } = await import("../../statement_map/browser/program/parts.js");
const { stage } = await import("../../statement_map/map_view/map/stage.js");
const { followPick, letDraw } = await import("../../statement_map/map_view/map/drawing.js");

const WORDS = {
  told: "Set a point.",
  keys: "Arrows and Enter.",
  corners: "{n} corners.",
  edge: "Set its edge.",
  radius: "{km} km",
  back: "Back",
  stop: "Stop",
  done: "Done",
};
let box, done, layers, moved, listeners;
const pick = (shape) => {
  window.statementMapPick = shape && { shape, words: WORDS, points: [], done: (points) => done.push(points) };
  followPick();
};
beforeEach(() => {
  box = element("div");
  document.body.replaceChildren(box);
  [done, moved, listeners] = [[], [0, 0], {}];
  layers = new Set();
  stage.language = "en";
  stage.map = {
    getContainer: () => box,
    on: (kind, react) => (listeners[kind] = react),
    getCenter: () => L.latLng(-moved[1] / 10, moved[0] / 10),
    panBy: ([x, y]) => (moved = [moved[0] + x, moved[1] + y]),
    mouseEventToLatLng: ({ clientX, clientY }) => L.latLng(-clientY / 10, clientX / 10),
    latLngToContainerPoint: ([lat, lng]) => L.point(10 * lng, -10 * lat),
    distance: (one, other) => one.distanceTo(other),
    addLayer(layer) {
      layer._map = this;
      layers.add(layer);
      layer.onAdd(this);
    },
    removeLayer: (layer) => layers.delete(layer),
    hasLayer: (layer) => layers.has(layer),
    options: {},
  };
  for (const shape of [L.CircleMarker, L.Circle, L.Polygon]) shape.include({ onAdd() {}, beforeAdd() {} });
  letDraw();
  pick("area");
});
const words = () => box.querySelector("[role=status]").textContent;
const buttons = () => box.querySelectorAll(".deeds button").map((button) => button.textContent);
const points = () => window.statementMapPick.points;
/** What is seen of it: how many of each. */
const drawn = () =>
  ["CircleMarker", "Circle", "Polygon"].map((name) => [...layers].filter((it) => it.constructor === L[name]).length);
function at(kind, x, y, target = box) {
  const event = Object.assign(new Event(kind, { bubbles: true, cancelable: true }), { clientX: x, clientY: y });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}
const click = (x, y, target) => [at("pointerdown", x, y, target), at("click", x, y, target)][1];
function press(key, more = {}, target = box) {
  const event = Object.assign(new Event("keydown", { bubbles: true, cancelable: true }), { key, ...more });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

test("while nothing is asked for the map is as it is", () => {
  pick(null);
  assert.equal(box.querySelector(".drawing").hidden, true);
  assert.deepEqual([click(1, 1), press("Enter"), box.className], [false, false, ""]);
});

test("it is said what to do, with a cross for the keyboard", () => {
  assert.deepEqual(
    [words(), buttons(), box.className],
    ["Set a point. Arrows and Enter.", ["Stop"], "is-picking is-crossed"],
  );
});

test("clicks set corners, which are counted; the area is done at its first one, or by its button", () => {
  assert.ok(click(0, 0), "the click is taken from the map");
  click(100, 0);
  assert.deepEqual([words(), buttons()], ["2 corners.", ["Back", "Stop"]]);
  click(100, 100);
  assert.deepEqual([words(), buttons(), drawn()], ["3 corners.", ["Done", "Back", "Stop"], [3, 0, 1]]);
  box.querySelector(".deeds button").click();
  click(9, 0); // 9 px from the first one
  const corners = [
    [0, 0],
    [0, 10],
    [-10, 10],
  ];
  assert.deepEqual(
    done.map((each) => each.map(([lat, lon]) => [lat + 0, lon + 0])),
    [corners, corners],
  );
});

test("a corner 10 px from the first one is another corner", () => {
  for (const [x, y] of [
    [0, 0],
    [100, 0],
    [100, 100],
    [10, 0],
  ])
    click(x, y);
  assert.deepEqual([points().length, done], [4, []]);
});

test("a drag of the map sets nothing, nor does what lies on it", () => {
  at("pointerdown", 0, 0);
  at("click", 5, 0); // a hand that trembles
  at("pointerdown", 50, 50);
  at("click", 53, 55);
  assert.equal(points().length, 1);
  const control = element("div", { class: "leaflet-control" });
  box.append(control);
  assert.equal(click(200, 200, control), false);
  assert.equal(at("dblclick", 200, 200), true, "which would zoom");
  assert.equal(points().length, 1);
});

test("a circle is drawn with its radius as the hand moves", () => {
  pick("circle");
  click(0, 0);
  assert.deepEqual([words(), drawn()], ["Set its edge. ", [1, 0, 0]]);
  at("pointermove", 10, 0); // a degree of a globe of 6371 km
  assert.deepEqual([words(), drawn()], ["Set its edge. 110 km", [1, 1, 0]]);
  const control = element("div", { class: "panel" });
  box.append(control);
  at("pointermove", 10, 0, control);
  assert.deepEqual(drawn(), [1, 0, 0]);
  click(10, 0);
  assert.deepEqual(
    done.map((each) => each.map(([, lon]) => lon)),
    [[0, 1]],
  );
});

test("a point beyond 180° is set where it lies on the globe", () => {
  pick("point");
  click(1900, 0);
  assert.equal(done[0][0][1], -170);
});

/* By keyboard: the keys, and how far the middle of the map has moved. */
for (const [key, more, by] of [
  ["ArrowLeft", {}, [-8, 0]],
  ["ArrowRight", { shiftKey: true }, [48, 0]],
  ["ArrowUp", {}, [0, -8]],
  ["ArrowDown", { shiftKey: true }, [0, 48]],
]) {
  test(`${key} moves the map below the cross by ${by}`, () => {
    box.classList.remove("is-crossed");
    assert.ok(press(key, more));
    assert.deepEqual(moved, by);
    assert.ok(box.classList.contains("is-crossed"));
  });
}

test("Enter and the blank set a point, Backspace takes the last one back, Escape gives up", () => {
  press("Enter");
  press("ArrowRight", { shiftKey: true });
  press(" ");
  assert.deepEqual(
    points().map(([, lon]) => Number(lon.toFixed(9))),
    [0, 4.8],
  );
  press("Backspace");
  assert.deepEqual(
    points().map(([, lon]) => lon),
    [0],
  );
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
    assert.equal(press("Escape", more), false);
  assert.equal(press("x"), false);
  const button = element("button");
  box.append(button);
  assert.equal(press("Enter", {}, button), false, "it presses the button");
  assert.ok(press("Escape", {}, button));
  assert.deepEqual(done, [[]]);
});

test("the cross is for the keyboard, and what is drawn follows it as the map moves", () => {
  click(0, 0);
  assert.ok(!box.classList.contains("is-crossed"));
  moved = [100, 0];
  listeners.move();
  assert.deepEqual([...layers].at(-1).getLatLngs()[0].length, 1);
  press("ArrowLeft");
  moved = [200, 0];
  listeners.move();
  assert.deepEqual(
    [...layers]
      .at(-1)
      .getLatLngs()[0]
      .map(({ lng }) => lng),
    [0, 20],
  );
});
