/* What else a place may be, as the sheet hands it to the map and as the map finds room for it; and what is all
 * around the view. A spot is in px of the map. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putLeaflet } from "./leaflet.mjs";

putLeaflet();
class Observer {
  observe() {}
}
Object.assign(globalThis, { MutationObserver: Observer, ResizeObserver: Observer });
Object.assign(window, { parent: window, document, dispatchEvent() {} });
const { element } = await import("../../statement_map/browser/program/parts.js");
const { rewrite, stage } = await import("../../statement_map/map_view/map/stage.js");
const { candidatesLookedAt, drawCandidates, placeCandidates, settleCandidates } =
  await import("../../statement_map/map_view/map/candidates.js");
const { tellAround, watchAround } = await import("../../statement_map/map_view/map/around.js");
const { patternOf } = await import("../../statement_map/map_view/map/patterns.js");
const { candidateOf, handOver, lookAtCandidates } =
  await import("../../statement_map/browser/program/page/candidates.js");

const AREA = { left: 0, top: 0, right: 800, bottom: 600 };
let drawn = [];
const heard = {};
beforeEach(() => {
  document.body.replaceChildren();
  drawn = [];
  stage.map = {
    latLngToContainerPoint: ({ lat, lng }) => L.point(lng, -lat),
    latLngToLayerPoint: ({ lat, lng }) => ({ x: lng, y: lat }),
    getBounds: () => view,
    on: (kinds, react) => (heard[kinds] = react),
    addLayer(marker) {
      marker._icon = element("div", {}, marker.options.icon.options.html);
      marker._map = this;
      drawn.push(marker);
      marker.fire("add");
    },
    removeLayer: (marker) => drawn.splice(drawn.indexOf(marker), 1),
  };
  Object.assign(stage, { currentEvent: "e", conceal: {}, marks: new Map(), language: "en", tag: ({ en }) => [en] });
  stage.words = { "map-around": "All around:", "state-now": "now", "state-open": "open", "state-possible": "possible" };
});

// ------------------------------------------------------------------ on the map

const chosen = [];
/** What the page offers: candidates at spots, with words of 60 × 20 px. */
function offer(...spots) {
  const candidates = spots.map(([x, y, more = {}], n) => {
    return {
      event: "e",
      number: `${n + 1}`,
      words: "of its name",
      lat: -y,
      lon: x,
      isAsked: true,
      isChosen: false,
      ...more,
    };
  });
  window.statementMapOffer = { candidates, choose: (number) => chosen.push(number) };
  drawCandidates();
  for (const { label } of stage.candidates) {
    Object.assign(label, { offsetWidth: 60, offsetHeight: 20, clientWidth: 58 });
    const lines = [{ width: 40 }, { width: 48.4 }];
    label.firstElementChild.getClientRects = () => (label.style.width ? [{ width: 1 }] : lines); // or as it was made
  }
  return stage.candidates;
}
const place = (taken) => {
  placeCandidates(taken, AREA);
  return stage.candidates.map(({ sign, label }) => [sign.style.translate, label.style.translate]);
};

test("what the page offers is drawn with its number and its words, in the place of what it offered before", () => {
  offer([70, 40], [75, 40]);
  const [{ marker, bounds, place: its, at }] = offer([60, 50, { number: "3", isChosen: true }]);
  assert.deepEqual([drawn.length, drawn[0]], [1, marker]);
  const node = marker.getElement();
  assert.deepEqual(
    [node.textContent, node.getAttribute("aria-label"), node.getAttribute("aria-pressed")],
    ["33 of its name", "3: of its name", "true"],
  );
  assert.deepEqual(
    node.querySelectorAll(".line").map((line) => line.hidden),
    [true, true],
  );
  assert.deepEqual([at.lat, at.lng], [-50, 60]);
  assert.ok(Math.abs(bounds.getNorth() - bounds.getSouth() - (360 * 2.4) / 40075.017) < 1e-9, "1.2 km around it");
  assert.notEqual(offer([60, 51])[0].place.id, its.id, "elsewhere it is another place");
  window.statementMapOffer = undefined;
  drawCandidates();
  assert.deepEqual([drawn, stage.candidates], [[], []]);
});

test("a click takes one, as do Enter and the blank, and no other key", () => {
  const [{ marker }] = offer([60, 50]);
  chosen.length = 0;
  marker.fire("click");
  for (const key of ["Enter", " ", "x"]) {
    const event = Object.assign(new Event("keydown", { cancelable: true }), { key });
    marker.getElement().dispatchEvent(event);
    assert.equal(event.defaultPrevented, key !== "x");
  }
  assert.deepEqual(chosen, ["1", "1", "1"]);
});

test("only those of the event that is shown stand on the map", () => {
  const [one, other] = offer([60, 50], [60, 50, { event: "x" }]);
  assert.deepEqual(drawn, [one.marker]);
  stage.currentEvent = "x";
  settleCandidates();
  assert.deepEqual(drawn, [other.marker]);
});

test("a sign stands where its place lies, with its words beside it, and takes both for itself", () => {
  const [one] = offer([400, 300]);
  const taken = [];
  // The sign is 26 px large, and its words begin 3 px from it.
  assert.deepEqual(place(taken), [["0px 0px", "16px -10px"]]);
  assert.deepEqual(taken, [
    { left: 387, top: 287, right: 413, bottom: 313 },
    { left: 416, top: 290, right: 476, bottom: 310 },
  ]);
  assert.deepEqual(
    one.lines.map((line) => line.hidden),
    [true, true],
  );
  assert.ok(one.label.classList.contains("has-room"));
  for (let n = 0; n < 2; n += 1) {
    assert.equal(one.label.style.width, "61px", "48.4 px, 5 on each side, and a border of 2");
    place([]);
  }
});

test("two on one spot stand side by side, each led to by a line", () => {
  const [one, other] = offer([400, 300], [400, 300]);
  const [, [sign]] = place([]);
  assert.equal(sign, "26px 0px");
  const [line] = other.lines;
  assert.deepEqual([one.lines[0].hidden, line.hidden], [true, false]);
  assert.deepEqual([line.style.width, line.style.translate, line.style.rotate], ["26px", "0px 0px", "0rad"]);
});

test("words farther off have a line from their sign, and those without room wait", () => {
  const [far] = offer([400, 300]);
  const around = { left: 320, top: 270, right: 480, bottom: 330 };
  place([around]);
  // 28 px farther off than 16 px: below it there is room, from 344 px on.
  assert.ok(far.label.classList.contains("has-room"));
  assert.equal(far.label.style.translate, "-30px 44px");
  const [, line] = far.lines;
  assert.deepEqual(
    [line.hidden, line.style.width, line.style.translate, line.style.rotate],
    [false, "44px", "0px 0px", `${Math.PI / 2}rad`],
  );
  const [none] = offer([400, 300]);
  const taken = [AREA];
  place(taken);
  assert.ok(!none.label.classList.contains("has-room"));
  assert.deepEqual([none.label.style.translate, none.lines[1].hidden, taken.length], ["16px -10px", true, 2]);
});

test("what is out of sight has no place, and what learners are to find is not looked at", () => {
  const spots = [
    [-1, 9],
    [801, 9],
    [9, -1],
    [9, 601],
    [9, 9],
    [9, 9, { isAsked: false }],
  ];
  const [west, east, north, south, asked] = offer(...spots);
  place([]);
  for (const out of [west, east, north, south]) assert.equal(out.label.style.translate, undefined);
  assert.notEqual(asked.label.style.translate, undefined);
  stage.candidates = [asked, stage.candidates[5]];
  assert.deepEqual(candidatesLookedAt(), [asked]);
  stage.conceal = { place: true };
  assert.deepEqual(candidatesLookedAt(), []);
});

// ------------------------------------------------------------------ on the sheet

/** The sheet of an event, with the places that are asked for, or settled, and their candidates. */
function sheet(...lists) {
  const section = element("section", { class: "review-understood", "data-event": "e" });
  for (const [state, isPressed, ...controls] of lists) {
    const look = element("button", { "data-do": "look", "aria-pressed": `${isPressed}` });
    const rows = controls.map(([number, words, lat, lon, isChosen]) => {
      const attributes = { "data-do": "place", "data-lat": lat, "data-lon": lon, "aria-pressed": `${isChosen}` };
      return element(
        "button",
        attributes,
        element("span", { class: "number" }, number),
        element("b", {}, ` ${words} `),
      );
    });
    section.append(element("ul", { "data-namesakes": state }, look, ...rows));
  }
  document.body.replaceChildren(section);
}

test("the map is offered what each open place may be, and of a settled one what is looked at", () => {
  chosen.length = 0;
  sheet(["open", false, ["1", "Uralsk", 51.2, 51.4, false]], ["settled", false, ["2", "Almaty", 43.2, 76.9, true]]);
  handOver((control) => chosen.push(control));
  assert.deepEqual(window.statementMapOffer.candidates, [
    { event: "e", number: "1", words: "Uralsk", lat: 51.2, lon: 51.4, isChosen: false, isAsked: false },
  ]);
  const look = document.querySelectorAll("[data-do=look]")[1];
  for (const [asked, numbers] of [
    ["true", ["1", "2"]],
    ["false", ["1"]],
  ]) {
    lookAtCandidates(look, (control) => chosen.push(control));
    assert.equal(look.getAttribute("aria-pressed"), asked);
    assert.deepEqual(
      window.statementMapOffer.candidates.map(({ number }) => number),
      numbers,
    );
  }
  window.statementMapOffer.choose("1");
  window.statementMapOffer.choose("9");
  assert.deepEqual(chosen, [candidateOf("1")]);
  assert.equal(candidateOf("9"), undefined);
});

test("the map follows what is offered, and comes into sight when all candidates of a place are asked for", () => {
  const done = [];
  const statementMap = { followOffer: () => done.push("follow") };
  const frame = Object.assign(element("iframe"), { contentDocument: { defaultView: { statementMap } } });
  frame.scrollIntoView = ({ block }) => done.push(block);
  sheet(["open", false, ["1", "A", 1, 2, true]]);
  document.body.append(element("div", { class: "st-key-map" }, frame));
  handOver(() => {});
  for (let n = 0; n < 2; n += 1) lookAtCandidates(document.querySelector("[data-do=look]"), () => {});
  assert.deepEqual(done, ["follow", "follow", "nearest", "follow"]);
});

test("the same sheet is handed over once", () => {
  sheet(["open", false, ["1", "A", 1, 2, true]]);
  handOver(() => {});
  const before = window.statementMapOffer;
  handOver(() => {});
  assert.equal(window.statementMapOffer, before);
  document.body.replaceChildren();
  handOver(() => {});
  assert.deepEqual(window.statementMapOffer.candidates, []);
});

// ------------------------------------------------------------------ all around

let view;
globalThis.DOMPoint = class {
  constructor(x, y) {
    Object.assign(this, { x, y });
  }
};
const bounds = (south, west, north, east) =>
  L.latLngBounds([
    [south, west],
    [north, east],
  ]);
const region = (id, its, state = "possible", isIn = () => true) => {
  const path = Object.assign(element("path"), { isPointInFill: isIn });
  const mark = { place: { name: { en: id } }, state, path, bounds: its };
  stage.marks.set(id, mark);
  return path;
};
let panel;
L.DomEvent.disableClickPropagation = L.DomEvent.disableScrollPropagation = () => {};
L.Control.prototype.addTo = function () {
  panel = this.onAdd();
  return this;
};

tellAround(); // before there is a panel
test("a shape that the whole view lies within is left plain, and the panel says which, the smallest first", () => {
  watchAround();
  view = bounds(40, 50, 41, 51);
  const country = region("country", bounds(30, 40, 50, 60), "open");
  const near = region("region", bounds(39, 49, 42, 52));
  const beside = region("beside", bounds(40.5, 49, 42, 52));
  const over = region("over", bounds(39, 49, 42, 52), "earlier");
  stage.marks.set("a point", { place: { name: { en: "a point" } }, state: "now", bounds: bounds(30, 40, 50, 60) });
  const around = region("with a hole", bounds(39, 49, 42, 52), "now", ({ x, y }) => !(x === 50.5 && y === 40.5));
  tellAround();
  assert.deepEqual(
    [country, near, beside, over, around].map((path) => path.classList.contains("is-around")),
    [true, true, false, true, false],
  );
  assert.equal(panel.hidden, false);
  assert.equal(panel.querySelector("summary").textContent, "All around:  region +12");
  assert.deepEqual(
    panel.querySelectorAll("li").map((line) => line.textContent),
    [" region, possible", " country, open"],
  );
  stage.words["state-open"] = "left open";
  rewrite();
  assert.equal(panel.querySelectorAll("li")[1].textContent, " country, left open");
  assert.equal(panel.querySelectorAll("li .sample")[1].className, "sample is-possible is-undated");
  view = bounds(0, 0, 1, 1);
  heard["moveend resize"]();
  assert.equal(panel.hidden, true);
  assert.ok(!near.classList.contains("is-around"));
});

test("of a shape that is more than four times as wide as the view an edge may be in sight at the rim", () => {
  for (const [what, west, east, isAround] of [
    ["four times as wide", 50.2, 54.2, false],
    ["wider", 50.2, 54.3, true],
    ["wider, with its edge farther in", 50.26, 55, false],
  ]) {
    stage.marks.clear();
    view = bounds(40, 50, 41, 51); // a quarter of it at each side is the rim
    const path = region("region", bounds(39, west, 42, east));
    tellAround();
    assert.equal(path.classList.contains("is-around"), isAround, what);
  }
});

test("the filling is for the state: dots for what is open, soft lines for an area without a border", () => {
  assert.deepEqual(
    [
      ["country", "open"],
      ["area", "open"],
      ["area", "possible"],
      ["region", "now"],
    ].map(([kind, state]) => patternOf(kind, state)),
    ["url(#dots)", "url(#dots)", "url(#hatching-soft)", "url(#hatching)"],
  );
});
