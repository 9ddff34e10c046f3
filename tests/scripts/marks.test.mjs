/* The places on the map: the classes of their state at each step, their labels, and what their popups tell. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { putLeaflet } from "./leaflet.mjs";

mock.timers.enable({ apis: ["setTimeout"] });
putLeaflet();
const chosen = [];
class CustomEvent extends Event {
  constructor(kind, { detail }) {
    super(kind);
    this.detail = detail;
  }
}
Object.assign(window, {
  parent: window,
  document,
  CustomEvent,
  dispatchEvent: ({ type, detail }) => chosen.push([type, detail]),
});
globalThis.ImageData = class {};
const { createElement } = document;
document.createElement = (tag) => Object.assign(createElement(tag), { getContext: () => null });
for (const quiet of ["disableClickPropagation", "disableScrollPropagation"]) L.DomEvent[quiet] = () => {};
const panels = [];
L.Control.prototype.addTo = function () {
  panels.push(this.onAdd());
  document.body.append(panels.at(-1));
  return this;
};
const { frameFor } = await import("../../statement_map/map_view/map/antimeridian.js");
const { dress, drawPlaces, labelChanged } = await import("../../statement_map/map_view/map/marks.js");
const { rewrite, stage } = await import("../../statement_map/map_view/map/stage.js");
const { wordsIn } = await import("../../statement_map/browser/program/parts.js");

const WORDS = {
  "map-within": "in {place}",
  "attribution-short": "Stated by {issuer}",
  "published-in": "Published on",
  "why-source": "source: {source}",
  radius: "off by {km} km",
  "paragraph-short": "para. {number}",
  "why-introduction": "Named in the introduction.",
  "look-stated": "stated",
  "sign-stated": "■",
  "sign-none": "○",
  "map-unlocated": "Not on the map",
  "not-reviewed": "not reviewed",
};
for (const state of ["now", "possible", "open", "earlier", "later"]) WORDS[`state-${state}`] = state;
for (const [kind, name] of [
  ["city", "a city"],
  ["unnamed", "a place"],
  ["site", "a site"],
])
  WORDS[`map-kind-${kind}`] = name;
for (const sure of ["high", "none"]) WORDS[`confidence-${sure}`] = `confidence: ${sure}`;

const place = (id, more = {}) => ({
  id,
  name: { en: id },
  kind: "city",
  within: null,
  lat: 43,
  lon: 77,
  radius_km: null,
  radius_as: "radius",
  outline: [],
  members: [],
  confidence: "high",
  source: null,
  note: null,
  states: [[0, "later"]],
  events: [0],
  introduction: false,
  ...more,
});
const event = (id, more = {}) => ({
  id,
  title: { en: `Title of ${id}` },
  date: { en: "2 January" },
  look: "stated",
  shape: 3,
  paragraphs: [4, 5],
  ...more,
});
/* Each day another state, as the design names them. */
const DAYS = ["later", "possible", "now", "open", "earlier"];
const gate = place("gate", { states: DAYS.map((state, step) => [step, state]) });
const nowhere = place("nowhere", {
  kind: "unnamed",
  within: "gate",
  lat: null,
  lon: null,
  confidence: "none",
  states: [
    [0, "later"],
    [1, "possible"],
    [3, "earlier"],
  ],
});

let changing, layers;
function draw(...places) {
  layers = [];
  panels.length = 0;
  document.body.replaceChildren();
  const box = document.createElement("div");
  stage.map = {
    getContainer: () => box,
    getZoom: () => 5,
    on() {},
    hasLayer: () => false,
    addLayer(layer) {
      layer._map = this;
      layer._icon = document.createElement("div");
      layers.push(layer);
    },
  };
  const content = { places, steps: DAYS.map((_, n) => ({ date: `2022-01-0${n + 1}` })), standalone: true };
  Object.assign(content, {
    events: [event("e"), event("f", { look: "none", unreviewed: true })],
    issuer: { en: "The Prosecutor" },
    publisher: { en: "The Gazette" },
  });
  const { read, tag } = wordsIn("en", WORDS);
  Object.assign(stage, {
    content,
    marks: new Map(),
    currentMarks: new Set(),
    currentRing: "broken",
    currentEvent: null,
  });
  Object.assign(stage, { conceal: {}, language: "en", words: WORDS, read, tag, step: 0 });
  changing = drawPlaces([]);
}
const at = (step) => {
  stage.step = step;
  for (const mark of stage.marks.values()) dress(mark);
};
const classes = (id) => stage.marks.get(id).nodes[0].className;
const states = (id) =>
  classes(id)
    .split(" ")
    .filter((name) => name.startsWith("is-"));

beforeEach(() => {
  frameFor([77], []);
  draw(nowhere, gate);
});

test("each mark has the class of its place, and exactly one of those of its state", () => {
  assert.equal(classes("gate"), "place place-gate kind-city is-later");
  const seen = [0, 1, 2, 3, 4, 0].map((step) => {
    at(step);
    return states("gate").join(" ");
  });
  assert.deepEqual(seen, ["is-later", "is-possible", "is-now", "is-possible is-undated", "is-earlier", "is-later"]);
});

test("it is known at which step which marks change", () => {
  assert.deepEqual(
    changing.map((marks) => marks.map((mark) => mark.place.id)),
    [[], ["gate", "nowhere"], ["gate"], ["gate", "nowhere"], ["gate"]],
  );
});

test("what was chosen has a ring, whole only where the text states it for the day", () => {
  const mark = stage.marks.get("gate");
  stage.currentMarks.add(mark);
  for (const [ring, names] of [
    ["whole", ["is-now", "is-current"]],
    ["broken", ["is-now", "is-current", "is-broken"]],
  ]) {
    stage.currentRing = ring;
    at(2);
    assert.deepEqual(states("gate").toSorted(), names.toSorted());
  }
  stage.currentMarks.clear();
  at(2);
  assert.deepEqual(states("gate"), ["is-now"]);
});

test("a place is said with its state, which follows once the hand rests, and the language", () => {
  const label = () => stage.marks.get("gate").nodes[0].getAttribute("aria-label");
  assert.equal(label(), "gate, later");
  at(2);
  assert.equal(label(), "gate, later");
  labelChanged();
  assert.equal(label(), "gate, now");
  stage.words = { ...WORDS, "state-now": "teraz" };
  rewrite();
  assert.equal(label(), "gate, teraz");
  const [node] = stage.marks.get("gate").nodes;
  assert.deepEqual([node.getAttribute("role"), node.getAttribute("tabindex")], ["button", "0"]);
});

test("what lies nowhere stands in a list on the days that it may belong to, or while it is chosen", () => {
  const { item } = stage.marks.get("nowhere");
  assert.deepEqual(
    [0, 1, 3].map((step) => {
      at(step);
      return item.hidden;
    }),
    [true, false, true],
  );
  stage.currentMarks.add(stage.marks.get("nowhere"));
  at(3);
  assert.equal(item.hidden, false);
  assert.equal(item.textContent, "nowhere (in gate)");
  assert.equal(
    stage.marks.get("nowhere").bounds,
    stage.marks.get("gate").bounds,
    "it is looked at where it lies within",
  );
  draw(place("gate"), { ...nowhere, name: { en: "outside the gate" } });
  assert.equal(stage.marks.get("nowhere").item.textContent, "outside the gate");
});

test("where all places are on the map there is no such list", () => {
  draw(gate);
  assert.equal(document.querySelector(".unlocated"), null);
});

test("a point is looked at with its circle around it, 0.6 km at least", () => {
  const km = (id) => {
    const { bounds } = stage.marks.get(id);
    return ((bounds.getNorth() - bounds.getSouth()) / 360) * 40_075.017;
  };
  draw(place("a"), place("b", { radius_km: 10 }), place("c", { radius_km: 0.1 }));
  assert.deepEqual(
    ["a", "b", "c"].map((id) => Number(km(id).toFixed(6))),
    [1.2, 20, 1.2],
  );
});

test("only what the introduction alone names is of whoever published it", () => {
  draw(place("a", { introduction: true, events: [] }), place("b", { introduction: true }), place("c", { events: [] }));
  assert.deepEqual(
    ["a", "b", "c"].map((id) => classes(id).includes("of-publisher")),
    [true, false, false],
  );
});

// ------------------------------------------------------------------ popups

const popup = (id) => stage.marks.get(id).layer.getPopup().getContent()();
const text = (node, selector) => node.querySelector(selector)?.textContent;

test("a popup tells what a place is, who states it, and each event with its own date and paragraph", () => {
  draw(
    place("gate", {
      events: [0, 1],
      within: "city",
      radius_km: 1500,
      source: "GeoNames",
      members: [{ en: "A" }, { en: "B" }],
      note: { en: "Moved." },
    }),
    place("city"),
  );
  const body = popup("gate");
  assert.equal(text(body, "h2"), "gate");
  assert.equal(
    text(body, ".popup-kind"),
    "a city · in city · A, B · off by 1,500 km · confidence: high · source: GeoNames",
  );
  assert.equal(text(body, ".popup-note"), "Moved.");
  assert.deepEqual(
    body.querySelectorAll("li small").map((line) => line.textContent),
    ["■ 2 January · stated · para. 4, 5", "○ 2 January · para. 4, 5 · not reviewed"],
  );
  assert.deepEqual(
    [text(body, ".popup-source"), text(body, ".popup-published")],
    ["Stated by The Prosecutor", "Published on: The Gazette"],
  );
  assert.equal(text(popup("city"), ".popup-kind"), "a city · confidence: high");
});

test("what learners are to find out is not in it", () => {
  stage.conceal = { by: "Somebody says so", titles: { e: "At …" } };
  const body = popup("gate");
  assert.deepEqual([text(body, ".popup-source"), text(body, ".popup-published")], ["Somebody says so", undefined]);
  assert.equal(text(body, "li a"), "At …");
});

test("an event in it is chosen once the click is over, and says that it is the one that is shown", () => {
  stage.currentEvent = "e";
  const [link] = popup("gate").querySelectorAll("a");
  assert.equal(link.getAttribute("aria-current"), "true");
  chosen.length = 0;
  link.click();
  assert.deepEqual(chosen, []);
  mock.timers.tick(0);
  assert.deepEqual(chosen, [["statement-map:choose", { event: "e" }]]);
});

test("what is the same in a popup stays, so that no link goes away under a finger", () => {
  const body = popup("gate");
  const [link] = body.querySelectorAll("a");
  popup("gate");
  assert.equal(body.querySelector("a"), link);
  stage.currentEvent = "e";
  popup("gate");
  assert.notEqual(body.querySelector("a"), link);
});
