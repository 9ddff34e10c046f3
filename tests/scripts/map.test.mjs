/* The map as a whole: drawn once, then told which step to show. A degree is 10 px of the map, which begins at 0, 0. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { putLeaflet } from "./leaflet.mjs";

mock.timers.enable({ apis: ["setTimeout"] });
putLeaflet();
class Observer {
  observe() {}
}
const [listeners, told] = [new Map(), []];
class CustomEvent extends Event {
  constructor(kind, { detail }) {
    super(kind);
    this.detail = detail;
  }
}
const pen = { measureText: () => ({ width: 0 }) };
const { createElement } = document;
const create = (tag) => Object.assign(createElement(tag), { getContext: () => pen, offsetWidth: 60, offsetHeight: 20 });
Object.assign(document, { createElement: create, createElementNS: (_, tag) => create(tag), hasFocus: () => false });
document.createRange = () => ({ selectNodeContents() {}, getClientRects: () => [{ width: 60 }] });
Object.assign(window, { parent: window, document, CustomEvent, dispatchEvent: ({ type }) => told.push(type) });
window.addEventListener = (kind, react) => listeners.set(kind, react);
globalThis.HTMLDetailsElement = class {};
Object.assign(globalThis, { ImageData: class {}, ResizeObserver: Observer, MutationObserver: Observer });
globalThis.getComputedStyle = () => ({});
for (const quiet of ["disableClickPropagation", "disableScrollPropagation"]) L.DomEvent[quiet] = () => {};
L.Control.prototype.addTo = function () {
  if (this.onAdd.length === 0) container.querySelector(".leaflet-top").append(this.onAdd());
  return this;
};
const { element } = await import("../../statement_map/browser/program/parts.js");
const { draw, lookAt, open, show } = await import("../../statement_map/map_view/map/map.js");
const { stage } = await import("../../statement_map/map_view/map/stage.js");

const WORDS = new Proxy(
  { "map-crowd": { other: "{n} places" } },
  {
    get: (words, key) => words[key] ?? `${String(key)} {place}`,
  },
);
const DAYS = [1, 2, 3, 4, 5].map((day) => ({ date: `2022-01-0${day}`, event: day === 3 ? "at the gate" : null }));
const place = (id, lon, states, more = {}) => {
  const known = {
    kind: "city",
    within: null,
    lat: -10,
    lon,
    radius_km: null,
    radius_as: "radius",
    outline: [],
    members: [],
  };
  const rest = { confidence: "high", source: null, note: null, events: [], introduction: false };
  return { id, name: { en: id }, states, ...known, ...rest, ...more };
};
const event = (id, places, states, shape) => {
  return { id, title: { en: id }, date: { en: "then" }, look: "stated", paragraphs: [1], places, states, shape };
};
const GATE = [
  [0, "later"],
  [1, "possible"],
  [2, "now"],
  [3, "open"],
  [4, "earlier"],
];
const content = {
  standalone: true,
  home: null,
  credit: "",
  words: { en: WORDS, pl: WORDS },
  steps: DAYS,
  topics: {},
  shapes: {},
  issuer: { en: "I" },
  publisher: { en: "P" },
  places: [
    place("gate", 20, GATE),
    place("square", 50, [
      [0, "now"],
      [3, "earlier"],
    ]),
    place("beside", 50.5, [
      [0, "later"],
      [2, "now"],
    ]), // 5 px from the square
    place(
      "nowhere",
      null,
      [
        [0, "possible"],
        [2, "later"],
      ],
      { kind: "unnamed", lat: null },
    ),
  ],
  events: [
    event(
      "at the gate",
      ["gate"],
      [
        [0, "later"],
        [2, "now"],
        [3, "earlier"],
      ],
      1,
    ),
    event(
      "on the square",
      ["square"],
      [
        [0, "now"],
        [3, "earlier"],
      ],
      2,
    ),
    event("somewhere", ["nowhere"], [[0, "possible"]], 3),
  ],
};

const container = Object.assign(element("div"), { clientLeft: 0, clientTop: 0 });
container.append(
  element("div", { class: "leaflet-control-container" }, element("div", { class: "leaflet-top leaflet-right" })),
);
document.body.append(container);
const moves = [];
const on = new Map();
const map = {
  attributionControl: { setPrefix() {}, addAttribution() {} },
  options: {},
  dragging: {},
  getContainer: () => container,
  getSize: () => L.point(800, 600),
  getZoom: () => 8,
  getBounds: () =>
    L.latLngBounds([
      [-60, 0],
      [0, 80],
    ]),
  getCenter: () => L.latLng(-30, 40),
  project: ({ lat, lng }) => L.point(10 * lng, -10 * lat),
  latLngToContainerPoint: ({ lat, lng }) => L.point(10 * lng, -10 * lat),
  latLngToLayerPoint: ({ lat, lng }) => L.point(10 * lng, -10 * lat),
  createPane: () => element("div"),
  getPane: () => null,
  hasLayer: () => true,
  addLayer(layer) {
    layer._map = this;
    layer._icon = element("div", { class: layer.options.icon?.options.className ?? "" });
    layer._icon.before = (node) => container.append(node);
    container.append(layer._icon);
  },
  removeLayer: (layer) => layer._icon.remove(),
  on: (kinds, react) => kinds.split(" ").forEach((kind) => on.set(kind, [...(on.get(kind) ?? []), react])),
  once: (kind, react) => moves.push(react),
  fitBounds: (bounds) => moves.push(bounds.getCenter()),
  flyToBounds: (bounds) => moves.push(bounds.getCenter()),
  panBy: (by) => moves.push(by),
  closePopup: () => moves.push("close"),
};
L.Rectangle.prototype.addTo = L.SVG.prototype.addTo = function () {
  return this;
};
await draw(map, content, { features: [] });

const step = (n, more = {}) => {
  show({ date: DAYS[n]?.date, event: "", language: "en", ...more });
  mock.timers.tick(200);
};
const node = (id) => container.querySelector(`.place-${id}`) ?? document.querySelector(`.place-${id}`);
const states = (id) =>
  [...node(id).classList].filter((name) => /^is-(now|possible|earlier|later|undated)$/.test(name)).join(" ");
const all = () =>
  ["gate", "square", "beside", "nowhere"].map((id) =>
    states(id).replace("possible is-undated", "open").replace("is-", ""),
  );
const AT = [
  ["later", "now", "later", "possible"],
  ["possible", "now", "later", "possible"],
  ["now", "now", "now", "later"],
  ["open", "earlier", "now", "later"],
  ["earlier", "earlier", "now", "later"],
];
beforeEach(() => {
  step(0);
  moves.length = 0;
});

test("whoever waits for the map is told that it is drawn", () => assert.deepEqual(told, ["statement-map:drawn"]));

test("each step is shown as it is, whichever way it is come to", () => {
  for (const n of [0, 4, 3, 2, 1, 0, 2, 4, 0, 3, 1, 1]) {
    step(n);
    assert.deepEqual(all(), AT[n], `at step ${n}`);
  }
  step(9);
  assert.deepEqual(all(), AT[0], "a day that there is not is the first");
});

test("the places of the event have a ring and its sign, and those of the one before have them no more", () => {
  const ringed = () =>
    ["gate", "square"].map((id) =>
      [...node(id).classList].filter((name) => /current|broken|shape/.test(name)).join(" "),
    );
  step(2, { event: "at the gate" });
  assert.deepEqual(ringed(), ["is-current shape-1", ""]);
  step(3, { event: "on the square" });
  assert.deepEqual(ringed(), ["", "is-current is-broken shape-2"], "the text does not state it for this day");
  step(2, { event: null });
  assert.deepEqual(ringed(), ["is-current shape-1", ""], "without an event that of the day");
  step(2, { event: "" });
  assert.deepEqual(ringed(), ["", ""]);
  assert.ok(document.documentElement.classList.contains("has-no-event"));
});

test("what lies nowhere is counted, as far as the day does not exclude it", () => {
  const count = () => document.querySelector(".unlocated b").textContent;
  const counts = [0, 2].map((n) => [step(n), count()][1]);
  assert.deepEqual(counts, ["1", "0"]);
});

test("marks nearer than 12 px are one crowd, which tells how many are in which state", () => {
  const crowd = container.querySelector(".crowd");
  const shares = () => crowd.querySelectorAll(".share").map((share) => `${share.className} ${share.textContent}`);
  assert.deepEqual(
    ["gate", "square", "beside"].map((id) => node(id).classList.contains("in-crowd")),
    [false, true, true],
  );
  assert.deepEqual(shares(), ["share is-now 1", "share is-later 1"]);
  step(2);
  assert.deepEqual(shares(), ["share is-now 2"]);
  assert.match(crowd.getAttribute("aria-label"), /^2 places: square; beside \(state-now .*: 2\)$/);
  step(2, { event: "on the square" });
  assert.ok(crowd.classList.contains("has-current"));
  step(2);
  assert.ok(!crowd.classList.contains("has-current"));
});

test("the map goes to an event, not where it is told to stay, nor for what learners are to find", () => {
  const seen = (more) => {
    step(2, more);
    const [at] = moves.filter((it) => it?.lat !== undefined);
    moves.length = 0;
    return at && [Math.round(at.lat), Math.round(at.lng)];
  };
  assert.deepEqual(seen({ event: "at the gate" }), [-10, 20]);
  assert.deepEqual(seen({ event: "at the gate", look_at: ["square"] }), [-10, 50]);
  stage.following = false;
  assert.equal(seen({ event: "at the gate" }), undefined);
  stage.following = true;
  step(0);
  moves.length = 0;
  assert.equal(seen({ event: "at the gate", conceal: { place: true } }), undefined);
  assert.ok(document.documentElement.classList.contains("is-concealed"));
});

test("what is hidden from learners closes what tells of it, and is told to the style", () => {
  const { classList } = document.documentElement;
  step(2, { conceal: { place: true, titles: { a: "…" } } });
  assert.deepEqual([classList.contains("is-concealed"), classList.contains("is-anonymous")], [true, true]);
  assert.ok(moves.includes("close"));
  open("gate");
  step(2);
  assert.deepEqual([classList.contains("is-concealed"), classList.contains("is-anonymous")], [false, false]);
});

test("language, theme and size of the type follow the page", () => {
  const root = document.documentElement;
  step(0, { language: "pl", dark: true, large: true });
  assert.deepEqual(
    [root.lang, stage.language, root.classList.contains("dark"), root.classList.contains("large")],
    ["pl", "pl", true, true],
  );
  step(0, { language: "xx" });
  assert.deepEqual(
    [stage.language, root.classList.contains("dark"), root.classList.contains("large")],
    ["pl", true, false],
  );
  root.classList.add("on-paper");
  step(0, { dark: true });
  assert.equal(root.classList.contains("dark"), false, "paper is white");
  root.classList.remove("on-paper");
  step(0, { dark: false });
  assert.equal(stage.language, "en");
});

test("what the page lays over the map moves its middle along", () => {
  step(0, { covered: { left: 0, right: 300 } });
  assert.deepEqual(moves.filter(Array.isArray), [[150, 0]]);
  step(0, { covered: { left: 0, right: 0 } });
});

test("a place is looked at, and its popup opened once the map is there", () => {
  container.box = { left: 0, top: 0, right: 800, bottom: 600 };
  window.innerHeight = 800;
  const mark = stage.marks.get("square");
  let opened = 0;
  mark.openPopup = () => (opened += 1);
  open("square");
  const [arrived, at] = moves;
  assert.deepEqual([opened, Math.round(at.lng)], [0, 50]);
  arrived();
  assert.equal(opened, 1);
  open("elsewhere");
  lookAt("gate");
  assert.equal(Math.round(moves.at(-1).lng), 20);
  assert.equal(window.statementMap.lookOf("elsewhere"), "");
  assert.match(window.statementMap.lookOf("square"), /place-square .*is-now/);
});
