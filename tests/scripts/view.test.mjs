/* What the map looks at, and how it goes there. Distances are of a globe of 6371 km, on which a degree of
 * latitude is 111.19 km. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { putLeaflet } from "./leaflet.mjs";

mock.timers.enable({ apis: ["setTimeout"] });
putLeaflet();
Object.assign(window, { dispatchEvent() {}, parent: window, document });
const panned = [];
L.Map.prototype.panBy = (...how) => panned.push(how);
const { drawWhereItWas, fitPaper, homeBounds, look, moveTo } = await import("../../statement_map/map_view/map/view.js");
const { stage } = await import("../../statement_map/map_view/map/stage.js");

const bounds = (south, west, north, east) =>
  L.latLngBounds([
    [south, west],
    [north, east],
  ]);
/** A place that takes up so many degrees, or is a point. */
const mark = (id, kind, around, more = {}) => ({ place: { id, kind }, bounds: around, state: "now", ...more });
const spot = (id, lat, lon, more) => {
  const at = L.latLng(lat, lon);
  return mark(id, "city", at.toBounds(1200), { at, ...more });
};
const sides = (one) =>
  [one.getSouth(), one.getWest(), one.getNorth(), one.getEast()].map((it) => Number(it.toFixed(4)));

let looks = []; // where the map was sent, and how
let listeners = {};
beforeEach(() => {
  mock.timers.tick(10_000);
  looks = [];
  listeners = {};
  const box = document.createElement("div");
  stage.map = {
    getContainer: () => box,
    getSize: () => L.point(800, 600),
    getBounds: () => bounds(0, 0, 1, 1),
    getCenter: () => L.latLng(3, 4),
    getZoom: () => 5,
    fitBounds: (around, options) => looks.push([sides(around), "jump", options]),
    flyToBounds: (around, options) => looks.push([sides(around), "fly", options]),
    setView: (...where) => looks.push(where),
    once: (kind, react) => (listeners[kind] = react),
    on: (kind, react) => (listeners[kind] = react),
  };
  Object.assign(stage, { aboutShown: "", scene: null, candidates: [], lines: [], tiles: null, isStill: false });
  Object.assign(stage, { content: { home: "KZ", places: [], standalone: true }, conceal: {} });
  stage.covered = { left: 0, right: 0 };
  delete window.statementMapView;
});
const put = (...marks) => (stage.marks = new Map(marks.map((each) => [each.place.id, each])));

// ------------------------------------------------------------------ at home

const COUNTRY = mark("KZ", "country", bounds(40, 46, 56, 88)); // 16 × 42 degrees

/* Home is the country where more than half of the places lie in it, a third of it apart at least. */
for (const [what, marks, home] of [
  ["the country of its places", [spot("a", 43, 77), spot("b", 51, 71)], [40, 46, 56, 88]],
  [
    "the country that is as wide as three times what its places take",
    [spot("a", 45, 50), spot("b", 45, 64.1)],
    [40, 46, 56, 88],
  ],
  ["places close together in it", [spot("a", 45, 50), spot("b", 47, 52)], "places"],
  [
    "places of which half lie elsewhere",
    [spot("a", 41, 50), spot("b", 55, 80), spot("c", 0, 0), spot("d", 1, 1)],
    "places",
  ],
  ["a country alone", [], [40, 46, 56, 88]],
]) {
  test(`the map shows at home ${what}`, () => {
    put(COUNTRY, ...marks);
    const all = L.latLngBounds([]);
    for (const each of marks) all.extend(each.bounds);
    assert.deepEqual(sides(homeBounds()), home === "places" ? sides(all) : home);
  });
}

test("without a home, regions and groups count as places where there is nothing else, and else the world is shown", () => {
  stage.content.home = null;
  const group = mark("EU", "group", bounds(35, -10, 70, 30));
  put(group, spot("a", 10, 10));
  assert.deepEqual(sides(homeBounds()).map(Math.round), [10, 10, 10, 10]);
  put(group);
  assert.deepEqual(sides(homeBounds()), [35, -10, 70, 30]);
  put(mark("nowhere", "unnamed", null));
  assert.deepEqual(sides(homeBounds()), [-60, -170, 75, 170]);
});

// ------------------------------------------------------------------ how it looks there

test("what is looked at lies in what is seen of the map, with room for names", () => {
  put();
  stage.covered = { left: 200, right: 100 };
  look(bounds(10, 10, 20, 20));
  const [[around, how, options]] = looks;
  assert.deepEqual([around, how, options.duration, options.maxZoom], [[10, 10, 20, 20], "fly", 0.6, 10]);
  assert.deepEqual(
    [options.paddingTopLeft, options.paddingBottomRight],
    [
      [200 + 6 + 40, 6 + 24],
      [100 + 6 + 40, 6 + 24],
    ],
  );
});

test("on a small map a quarter of it is left at each side at most", () => {
  put();
  stage.map.getSize = () => L.point(132, 72);
  look(bounds(10, 10, 20, 20));
  const [[, , { paddingTopLeft, paddingBottomRight }]] = looks;
  assert.deepEqual(
    [paddingTopLeft, paddingBottomRight],
    [
      [6 + 30, 6 + 15],
      [6 + 30, 6 + 15],
    ],
  );
});

test("how near it goes rests on how many places there are, and on whether tiles have more to show", () => {
  put();
  for (const [tiles, isSeveral, zoom] of [
    [null, false, 10],
    [null, true, 11],
    [{}, false, 15],
    [{}, true, 15],
  ]) {
    stage.tiles = tiles;
    look(bounds(10, 10, 20, 20), { isSeveral });
    assert.equal(looks.at(-1)[2].maxZoom, zoom);
  }
});

test("it jumps at once where that is asked for, among thousands, where nothing may move, and without a size", () => {
  put();
  const how = (change, more) => {
    change();
    look(bounds(10, 10, 20, 20), more);
    return [looks.at(-1)[1], looks.at(-1)[2].animate];
  };
  assert.deepEqual(
    how(() => {}, { isAtOnce: true }),
    ["jump", false],
  );
  assert.deepEqual(
    how(() => (stage.isStill = true)),
    ["jump", false],
  );
  stage.isStill = false;
  assert.deepEqual(
    how(() => (stage.content.places = Array(301).fill(null))),
    ["jump", false],
  );
  assert.deepEqual(
    how(() => (stage.content.places = Array(300).fill(null))),
    ["fly", undefined],
  );
  assert.deepEqual(
    how(() => (stage.map.getSize = () => L.point(0, 0))),
    ["jump", false],
  );
});

/* A building at 43° north, 77° east. What else there is, and how far south and east the map then looks: 1.2 times as
 * far as what is nearest. */
const BUILDING = bounds(43, 77, 43.001, 77.001); // 0.14 km
const [LAT, LON] = [43.0005, 77.0005];
const beyond = (lat, lon) => [LAT + (lat - LAT) * 1.2, LON + (lon - LON) * 1.2];
for (const [what, lines, marks, seen] of [
  ["nothing is near", [], [], null],
  [
    "the nearest line is",
    [
      [41, 77],
      [42, 77],
    ],
    [],
    beyond(42, 77),
  ],
  [
    "a degree of longitude is shorter there",
    [
      [42, 77],
      [43, 78.2],
    ],
    [],
    beyond(43, 78.2),
  ], // 97 km against 111
  ["a mark with a name is", [], [spot("a", 42.5, 77)], beyond(42.5, 77)],
  ["a mark that is left open has one too", [], [spot("a", 42.5, 77, { state: "open" })], beyond(42.5, 77)],
  ["a mark whose name waits is not", [], [spot("a", 42.5, 77, { state: "later" })], null],
  ["its own mark tells nothing", [], [spot("own", LAT, LON)], null],
  ["what is farther than 800 km tells nothing", [[35.8, 77]], [], null], // 7.2 degrees of latitude
  ["what is 790 km away does", [[35.9, 77]], [], beyond(35.9, 77)],
]) {
  test(`around a building alone something comes into sight: ${what}`, () => {
    put(...marks);
    stage.lines = lines.map((at) => L.latLng(at));
    look(BUILDING);
    const [south, east] = seen ? [Math.min(43, seen[0]), Math.max(77.001, seen[1])] : [43, 77.001];
    const west = seen ? Math.min(77, seen[1]) : 77;
    assert.deepEqual(
      looks[0][0],
      [south, west, 43.001, east].map((it) => Number(it.toFixed(4))),
    );
  });
}

test("what is larger than 40 km, or than 5 km where there is more than one place, has something in sight", () => {
  put();
  stage.lines = [L.latLng(0, 10)];
  const [small, large] = [0.3, 0.4].map((side) => bounds(0, 0, side, 0)); // 33 and 44 km
  const isAlone = (around, more) => {
    look(around, more);
    return looks.at(-1)[0][3] === 0;
  };
  assert.deepEqual([isAlone(small), isAlone(large)], [true, true], "the line is 1112 km off");
  stage.lines = [L.latLng(0, 1)];
  assert.deepEqual([isAlone(small), isAlone(large)], [false, true]);
  assert.equal(isAlone(small, { isSeveral: true }), true);
  assert.equal(isAlone(bounds(0, 0, 0.04, 0), { isSeveral: true }), false); // 4.4 km
  stage.tiles = {};
  assert.equal(isAlone(bounds(0, 0, 0.04, 0)), true, "tiles have enough");
});

// ------------------------------------------------------------------ when it goes there

const EVENT = { id: "e", places: ["a", "b", "gone"] };

test("it goes to the places of an event once the hand rests for 0.12 s, and not again to the same", () => {
  put(COUNTRY, spot("a", 43, 77), spot("b", 51, 71), mark("gone", "unnamed", null));
  moveTo(EVENT);
  mock.timers.tick(119);
  assert.deepEqual(looks, []);
  assert.ok(stage.map.getContainer().classList.contains("is-moving"));
  mock.timers.tick(1);
  assert.deepEqual(looks[0][0].map(Math.round), [43, 71, 51, 77]);
  assert.deepEqual([looks[0][2].maxZoom, looks[0][2].duration], [11, 0.6]);
  listeners.moveend();
  assert.ok(!stage.map.getContainer().classList.contains("is-moving"));
  moveTo({ id: "other", places: ["a", "b"] });
  mock.timers.tick(1000);
  assert.equal(looks.length, 1);
});

test("a hand that goes on moves it once, to where it rests", () => {
  put(COUNTRY, spot("a", 43, 77), spot("b", 51, 71));
  for (const id of ["a", "b"]) {
    moveTo({ id, places: [id] });
    mock.timers.tick(119);
  }
  mock.timers.tick(1);
  assert.deepEqual(
    looks.map(([around]) => around.map(Math.round)),
    [[51, 71, 51, 71]],
  );
  assert.equal(looks[0][2].maxZoom, 10);
});

test("a chapter says what to look at, and takes twice the time", () => {
  put(COUNTRY, spot("a", 43, 77), spot("b", 51, 71));
  stage.scene = ["b"];
  moveTo(EVENT);
  mock.timers.tick(120);
  assert.deepEqual([looks[0][0].map(Math.round), looks[0][2].duration], [[51, 71, 51, 71], 1.2]);
});

test("a day without an event is looked at from home, and an event without a place moves nothing", () => {
  put(COUNTRY, spot("a", 43, 77), spot("b", 51, 71));
  moveTo(null);
  mock.timers.tick(120);
  assert.deepEqual(
    looks.map(([around]) => around),
    [[40, 46, 56, 88]],
  );
  moveTo({ id: "e", places: ["gone"] });
  mock.timers.tick(120);
  assert.equal(looks.length, 1);
});

test("among thousands it stays where all is in sight, and goes home else", () => {
  stage.content.places = Array(301).fill(null);
  put(COUNTRY, spot("a", 43, 77), spot("b", 51, 71), spot("c", 0.5, 0.5));
  moveTo({ id: "e", places: ["c"] });
  mock.timers.tick(120);
  assert.deepEqual(looks, []);
  moveTo({ id: "e", places: ["a", "c"] });
  mock.timers.tick(120);
  assert.deepEqual([looks[0][0], looks[0][1]], [[40, 46, 56, 88], "jump"]);
});

// ------------------------------------------------------------------ a map that is drawn anew

test("a new map begins at home, and tells where it looks while it has a size", () => {
  put(COUNTRY, spot("a", 43, 77), spot("b", 51, 71));
  assert.equal(drawWhereItWas(), false);
  assert.deepEqual([looks[0][0], looks[0][1]], [[40, 46, 56, 88], "jump"]);
  stage.aboutShown = "a";
  listeners.moveend();
  const { center, zoom, about } = window.statementMapView;
  assert.deepEqual([center, zoom], [[3, 4], 5]);
  assert.match(about, /^a \d/);
  stage.map.getSize = () => L.point(0, 600);
  stage.aboutShown = "b";
  listeners.moveend();
  assert.equal(window.statementMapView.about, about, "a frame that is taken away has no middle");
});

test("a map that is drawn anew looks where it did, and stays there for the same places", () => {
  put(COUNTRY, spot("a", 43, 77), spot("b", 51, 71));
  drawWhereItWas();
  stage.aboutShown = "a";
  listeners.moveend();
  looks.length = 0;
  stage.aboutShown = "";
  assert.equal(drawWhereItWas(), true);
  assert.deepEqual(looks, [[[3, 4], 5, { animate: false }]]);
  moveTo({ id: "e", places: ["a"] });
  mock.timers.tick(120);
  assert.equal(looks.length, 1);
  for (const [n, id] of ["b", "a"].entries()) {
    moveTo({ id: "e", places: [id] });
    mock.timers.tick(120);
    assert.equal(looks.length, 2 + n, "from then on it goes along");
  }
});

test("where the place has come to lie elsewhere, it goes there", () => {
  put(COUNTRY, spot("a", 43, 77));
  drawWhereItWas();
  stage.aboutShown = "a";
  listeners.moveend();
  put(COUNTRY, spot("a", 44, 77));
  stage.aboutShown = "";
  drawWhereItWas();
  looks.length = 0;
  moveTo({ id: "e", places: ["a"] });
  mock.timers.tick(120);
  assert.deepEqual(
    looks.map(([around]) => around.map(Math.round)),
    [[44, 77, 44, 77]],
  );
});

// ------------------------------------------------------------------ where nothing may move, and on paper

test("for whoever wants nothing to move, the map is not animated, whoever moves it", () => {
  const { zoomAnimation, fadeAnimation, inertia } = L.Map.prototype.options;
  assert.deepEqual([zoomAnimation, fadeAnimation, inertia], [false, false, false]); // as putLeaflet says
  L.Map.prototype.panBy.call({}, [1, 2], { duration: 1, animate: true });
  assert.deepEqual(panned, [[[1, 2], { duration: 1, animate: false }]]);
});

/** A map in a frame, with a panel that is open and one that is not; what is done to it, and what print asks for. */
function onPaper() {
  const part = (isOpen) => {
    const panel = document.createElement("details");
    panel.className = "panel";
    panel.open = isOpen;
    return panel;
  };
  const [panels, corners] = [document.createElement("div"), document.createElement("div")];
  const after = document.createElement("div");
  Object.assign(panels, { className: "leaflet-top leaflet-right", box: { left: 0, top: 500, right: 9, bottom: 777 } });
  panels.append(part(true), part(false));
  corners.append(panels, after);
  document.body.replaceChildren(corners);
  window.frameElement = document.createElement("iframe");
  const paper = {};
  window.addEventListener = (kind, react) => (paper[kind] = react);
  const done = [];
  Object.assign(stage.map, {
    options: { zoomSnap: 0.5 },
    invalidateSize: (how) => done.push(["size", how]),
    fitBounds: (around, how) => done.push(["fit", sides(around), how, stage.map.options.zoomSnap]),
    setView: (...where) => done.push(["view", ...where]),
  });
  return { panels, corners, after, paper, done };
}

test("on paper the map is as large as it says, light, with its panels open below it, and then it is as it was", () => {
  const root = document.documentElement;
  const { panels, corners, after, paper, done } = onPaper();
  fitPaper();
  for (const [dark, look_after] of [
    [null, "dark large"],
    [false, "large"], // the theme has changed meanwhile
  ]) {
    root.className = "dark large";
    stage.dark = dark;
    done.length = 0;
    paper.beforeprint();
    assert.deepEqual([root.className, panels.parentElement], ["on-paper", document.body]);
    assert.deepEqual(
      panels.children.map(({ open }) => open),
      [true, true],
    );
    assert.equal(window.frameElement.style.getPropertyValue("height"), "777px");
    const still = { animate: false, pan: false };
    assert.deepEqual(done, [
      ["size", still],
      ["fit", [0, 0, 1, 1], { animate: false, padding: [40, 10] }, 0],
    ]);
    paper.afterprint();
    assert.deepEqual(root.className.split(" ").toSorted().join(" "), look_after);
    assert.deepEqual(corners.children, [panels, after]);
    assert.deepEqual(
      panels.children.map(({ open }) => open),
      [true, false],
    );
    assert.equal(window.frameElement.style.getPropertyValue("height"), "");
    assert.deepEqual(done.slice(2), [
      ["size", still],
      ["view", L.latLng(3, 4), 5, { animate: false }],
    ]);
    assert.equal(stage.map.options.zoomSnap, 0.5);
  }
  window.frameElement = null;
  paper.beforeprint();
  paper.afterprint();
});
