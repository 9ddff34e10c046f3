/* Which names stand on the map and where: chosen places first, then what crowds call out, then other marks, then the
 * base map. A spot is in px of the map, which is 800 × 600 px. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putLeaflet } from "./leaflet.mjs";

putLeaflet();
const { element } = await import("../../statement_map/browser/program/parts.js");
const { stage } = await import("../../statement_map/map_view/map/stage.js");
const pen = { measureText: () => ({ width: 40 }) };
const { createElement } = document;
document.createElement = (tag) => Object.assign(createElement(tag), { getContext: () => pen });
const { fitNames } = await import("../../statement_map/map_view/map/names.js");

globalThis.DOMPoint = class {
  constructor(x, y) {
    Object.assign(this, { x, y });
  }
};
document.createRange = () => ({
  selectNodeContents(node) {
    // A text is as wide as its longest line, or as it was made.
    this.getClientRects = () => (node.style.width ? [{ width: 1 }] : (node.lines ?? [{ width: 57.2 }]));
  },
});

let map, drawn;
/** A control of the map that takes up a box. */
const control = (left, top, right, bottom) => {
  const node = Object.assign(element("div"), { box: { left, top, right, bottom } });
  map.querySelector(".leaflet-top").append(node);
};
beforeEach(() => {
  map = Object.assign(element("div"), {
    box: { left: 0, top: 0, right: 800, bottom: 600 },
    clientLeft: 0,
    clientTop: 0,
  });
  map.append(element("div", { class: "leaflet-control-container" }, element("div", { class: "leaflet-top" })));
  document.body.replaceChildren(map);
  drawn = new Set();
  stage.map = {
    getContainer: () => map,
    getSize: () => L.point(800, 600),
    getZoom: () => 5,
    latLngToContainerPoint: ({ lat, lng }) => L.point(lng, -lat),
    latLngToLayerPoint: ({ lat, lng }) => L.point(lng, -lat),
    containerPointToLayerPoint: (point) => point,
    containerPointToLatLng: ([x, y]) => L.latLng(-y, x),
    addLayer: (marker) => {
      marker._icon = element("div");
      marker._map = stage.map;
      marker.options.icon.options.html.box = { left: 0, top: 0, right: 30, bottom: 10 };
      drawn.add(marker);
    },
    removeLayer: (marker) => drawn.delete(marker),
  };
  Object.assign(stage, { content: { places: [] }, conceal: {}, names: [], crowds: [], candidates: [], language: "en" });
  Object.assign(stage, { marks: new Map(), currentMarks: new Set(), read: ({ en }) => en, tag: ({ en }) => [en] });
  stage.covered = { left: 0, right: 0 };
});

/** A mark at a spot, with a label of 60 × 20 px. */
function put(id, x, y, state = "now", { width = 60, height = 20, isChosen = false } = {}) {
  const text = element("span", {}, id);
  const label = Object.assign(element("span", { class: "label" }, element("span"), text), {
    offsetWidth: width,
    offsetHeight: height,
  });
  const root = element("div", { class: "mark" }, element("span", { class: "line" }), label);
  map.append(root);
  const mark = { place: { id, name: { en: id } }, state, at: L.latLng(-y, x), nodes: [root], root, label, text };
  stage.marks.set(id, mark);
  if (isChosen) stage.currentMarks.add(mark);
  return mark;
}
const stands = ({ root, label }) => (root.classList.contains("named") ? label.style.translate : null);
const RIGHT = "12px -10px"; // beside a sign that is 11 px to each side
const LEFT = "-72px -10px";

test("a name stands beside its sign, without a line", () => {
  const mark = put("a", 400, 300);
  fitNames();
  assert.equal(stands(mark), RIGHT);
  assert.equal(mark.root.className, "mark named");
  assert.equal(mark.root.querySelector(".line").hidden, true);
});

test("two names do not run into one another", () => {
  const [one, other] = [put("a", 400, 300), put("b", 400, 316)]; // 290 to 310 px, and 306 to 326
  fitNames();
  assert.deepEqual([one, other].map(stands), [RIGHT, LEFT]);
});

test("what else a place may be stands before all names", () => {
  const text = Object.assign(element("span"), { getClientRects: () => [{ width: 50 }] });
  const label = Object.assign(element("span", {}, text), { offsetWidth: 60, offsetHeight: 20, clientWidth: 60 });
  const parts = { sign: element("span"), label, lines: [element("i"), element("i")] };
  stage.candidates = [{ told: { event: null }, at: L.latLng(-300, 440), ...parts }];
  stage.currentEvent = null;
  const mark = put("a", 400, 300); // the sign begins at 427 px
  fitNames();
  assert.equal(stands(mark), LEFT);
});

test("what is stated has the first choice, then what is possible, then what is open; others wait", () => {
  const [open, possible, now] = [
    put("open", 400, 300, "open"),
    put("possible", 430, 300, "possible"),
    put("now", 460, 300),
  ];
  const later = put("later", 100, 100, "later");
  fitNames();
  // Between the signs there is no room: the one in the middle goes below, and the first to the left.
  assert.deepEqual([open, possible, now, later].map(stands), [LEFT, "-30px 12px", RIGHT, null]);
});

test("a name stands on no sign, none of a later day either", () => {
  const mark = put("a", 400, 300);
  put("b", 440, 300, "earlier");
  fitNames();
  assert.equal(stands(mark), LEFT);
});

test("a mark that was shrunk takes less room", () => {
  const mark = put("a", 400, 300);
  Object.assign(put("b", 480, 300, "earlier"), { shrunk: 0.55 }); // its sign begins at 473.95 px, the name ends at 472
  fitNames();
  assert.equal(stands(mark), RIGHT);
  stage.marks.get("b").shrunk = 1;
  fitNames();
  assert.equal(stands(mark), LEFT);
});

test("a name keeps 3 px from the edge, and clear of what the page lays over the map", () => {
  const mark = put("a", 726, 300); // 12 and 60 px end at 798
  fitNames();
  assert.equal(stands(mark), LEFT);
  const other = put("b", 400, 300);
  stage.covered = { left: 0, right: 340 };
  fitNames();
  assert.equal(stands(other), LEFT);
  assert.equal(stands(mark), null, "it is out of sight");
});

test("a mark out of sight is named by nothing", () => {
  const mark = put("a", 400, 300);
  mark.root.classList.add("named", "called-out");
  for (const [x, y] of [
    [2, 300],
    [798, 300],
    [400, 2],
    [400, 598],
  ]) {
    mark.at = L.latLng(-y, x);
    fitNames();
    assert.equal(mark.root.className, "mark");
    mark.root.classList.add("named");
  }
});

test("a map that has no size is left as it is", () => {
  const mark = put("a", 400, 300);
  fitNames();
  for (const size of [L.point(0, 600), L.point(800, 0)]) {
    stage.map.getSize = () => size;
    fitNames();
    assert.equal(stands(mark), RIGHT);
  }
});

test("a chosen place has its name on any day, before all others, and led to by a line where it stands farther off", () => {
  const mark = put("a", 400, 300, "later", { isChosen: true });
  fitNames();
  assert.equal(stands(mark), RIGHT);
  control(300, 250, 500, 350); // 56 px farther off than beside its sign there is room below
  const other = put("b", 700, 300);
  fitNames();
  const line = mark.root.querySelector(".line");
  assert.deepEqual(
    [stands(mark), line.hidden, line.style.width, line.style.rotate],
    ["-30px 68px", false, "68px", `${Math.PI / 2}rad`],
  );
  assert.equal(stands(other), RIGHT);
  stage.currentMarks.clear();
  mark.state = "now";
  fitNames();
  assert.equal(stands(mark), null, "who is not chosen has no room");
});

test("a name that waits would stand where it is seen when it is asked for", () => {
  const [mark, atEdge] = [put("a", 400, 300, "later"), put("b", 730, 200, "later")]; // it would end at 801 px
  fitNames();
  assert.deepEqual(
    [mark, atEdge].map(({ label }) => label.style.translate),
    ["11px -10px", "-71px -10px"],
  );
});

test("more than eight chosen places are named as far as there is room", () => {
  control(300, 250, 500, 350);
  for (let n = 0; n < 8; n += 1) put(`${n}`, 400, 300, "now", { isChosen: true });
  fitNames();
  const named = () => [...stage.marks.values()].filter(stands).length;
  assert.equal(named(), 8);
  put("8", 400, 300, "now", { isChosen: true });
  fitNames();
  assert.equal(named(), 0);
});

test("what learners are to find has no names", () => {
  const mark = put("a", 400, 300);
  fitNames();
  stage.conceal = { place: true };
  mark.root.classList.remove("named");
  fitNames();
  assert.equal(stands(mark), null);
});

test("among thousands only what is chosen has a name", () => {
  stage.content.places = Array(301).fill(null);
  const [mark, other] = [put("a", 400, 300, "now", { isChosen: true }), put("b", 200, 300)];
  const onCanvas = { place: { id: "c", name: { en: "c" } }, state: "now", at: L.latLng(-300, 500), nodes: [] };
  stage.marks.set("c", onCanvas);
  stage.currentMarks.add(onCanvas);
  fitNames();
  assert.deepEqual([stands(mark), stands(other)], [RIGHT, null]);
});

test("a label is as wide as the longest of its lines, asked for once", () => {
  const mark = put("a", 400, 300);
  mark.text.lines = [{ width: 30.2 }, { width: 41.5 }];
  fitNames();
  assert.equal(mark.text.style.width, "42px");
  mark.text.lines = [{ width: 99 }];
  fitNames();
  assert.equal(mark.text.style.width, "42px", "its text is the same");
  mark.text.textContent = "another";
  fitNames();
  assert.equal(mark.text.style.width, "99px");
  mark.text.lines = [{ width: 120 }];
  mark.root.classList.add("is-current");
  fitNames();
  assert.equal(mark.text.style.width, "120px", "it is bold now");
});

// ------------------------------------------------------------------ crowds

/** A crowd of marks near one spot. */
function crowd(x, y, members, isOpen) {
  const sign = Object.assign(element("span"), { box: { left: x - 16, top: y - 16, right: x + 16, bottom: y + 16 } });
  for (const { root } of members) root.classList.add("in-crowd");
  const made = { at: L.latLng(-y, x), members, isOpen, node: element("div", {}, sign) };
  stage.crowds.push(made);
  return made;
}

test("an open crowd calls out all its places in a column, each with a line, in the order of their spots", () => {
  const marks = [put("lower", 402, 303), put("upper", 400, 300, "later")];
  const made = crowd(400, 300, marks, true);
  fitNames();
  assert.equal(made.isCalledOut, true);
  // Two of 20 px, 3 px between them, half above the spot: from 278.5 px on, 34 px to the right of it.
  assert.deepEqual(marks.map(stands), ["32px -1.5px", "34px -21.5px"]);
  for (const { root } of marks) {
    assert.ok(root.classList.contains("called-out"));
    assert.equal(root.querySelector(".line").hidden, false);
  }
});

test("of a closed crowd only what was chosen is called out", () => {
  const [one, chosen] = [put("one", 402, 303), put("chosen", 400, 300, "now", { isChosen: true })];
  crowd(400, 300, [one, chosen], false);
  fitNames();
  assert.equal(stands(one), null);
  assert.deepEqual(
    [one, chosen].map(({ root }) => root.classList.contains("called-out")),
    [false, true],
  );
});

test("a crowd that has more places than the map is high calls out as many as there is room for, and says so", () => {
  const marks = Array.from({ length: 30 }, (_, n) => put(`${n}`, 400, 300));
  const made = crowd(400, 300, marks, true);
  fitNames();
  // The map has 594 px; 25 names of 20 px with 3 px between them take 572, one more would take 595.
  assert.deepEqual([marks.filter(stands).length, made.isCalledOut], [25, false]);
});

test("the sign of a crowd is in the way of names", () => {
  const mark = put("a", 340, 300);
  crowd(400, 300, [], false); // its sign begins at 384 px
  fitNames();
  assert.equal(stands(mark), LEFT);
});

// ------------------------------------------------------------------ outlines, and the base map

test("a chosen region has its name within its outline, as near to the middle of what is seen as can be", () => {
  // It takes up 280 × 280 px around 210, 280; its western part is not of it. A seventh of it is 40 px.
  const bounds = L.latLngBounds([
    [-420, 70],
    [-140, 350],
  ]);
  const mark = { place: { id: "r", name: { en: "Region" } }, state: "now", nodes: [], bounds };
  mark.path = { isPointInFill: ({ x }) => x > 250 };
  stage.marks.set("r", mark);
  stage.currentMarks.add(mark);
  const country = base("Region", "country", 600, 500);
  const at = () => {
    fitNames();
    const [{ _latlng }] = drawn;
    return [_latlng.lng, -_latlng.lat];
  };
  const beside = base("Beside", "country", 270, 260);
  stage.currentShape = "shape-3";
  assert.deepEqual(at(), [270, 260]);
  assert.equal(shown(country), null, "the base map does not name it too");
  assert.equal(shown(beside), "0 -20px", "and gives way to it");
  const [marker] = drawn;
  const node = marker.options.icon.options.html;
  assert.equal(`${node}`, '<span class="name name-chosen shape-3">Region</span>');
  assert.equal(marker.getElement().getAttribute("aria-hidden"), "true");
  fitNames();
  assert.deepEqual([...drawn], [marker], "it stays");
  stage.names.pop();
  control(260, 250, 280, 270);
  assert.deepEqual(at(), [270, 300]);
  // Of what is seen, from 260 px on, the middle is at 305: a seventh is 12.9 px.
  stage.covered = { left: 257, right: 0 };
  const [x, y] = at();
  assert.ok(Math.abs(x - (260 + (90 * 3) / 7)) < 1e-9);
  assert.equal(y, 260);
  mark.path = { isPointInFill: () => false };
  fitNames();
  assert.notEqual(shown(country), null, "there is no room for its name");
  stage.currentMarks.clear();
  fitNames();
  assert.equal(drawn.size, 0);
  stage.currentMarks.add(mark);
  fitNames();
  assert.equal(drawn.size, 1, "chosen again it is there again");
  stage.currentMarks.clear();
  fitNames();
});

/** A name of the base map in the middle of a spot. */
function base(name, kind, x, y, from = 0) {
  const node = Object.assign(element("span", {}, name), { box: { left: 0, top: 0, right: 80, bottom: 20 } });
  stage.names.push({ properties: { kind, label_zoom: from }, at: L.latLng(-y, x), node });
  return node;
}
const shown = (node) => (node.hidden ? null : node.style.translate);

test("a name of the base map may stand a line higher or lower, and gives way to all others", () => {
  const node = base("Country", "country", 400, 300);
  fitNames();
  assert.equal(shown(node), "0 0px");
  put("a", 400, 300); // its sign and its name take the middle
  fitNames();
  assert.equal(shown(node), null, "a line of 20 px is too little beside a sign of 22");
  stage.marks.clear();
  put("b", 370, 318); // the name from 382 px on, 308 to 328 px
  fitNames();
  assert.equal(shown(node), "0 -20px");
});

test("countries have room before regions", () => {
  const [region, country] = [base("Region", "region", 400, 300), base("Country", "country", 400, 300)];
  fitNames();
  assert.deepEqual([shown(country), shown(region)], ["0 0px", "0 -20px"]);
});

test("a name of the base map shows from its zoom on, for five more", () => {
  const node = base("Region", "region", 400, 300, 3);
  for (const [zoom, is] of [
    [2.9, false],
    [3, true],
    [8, true],
    [8.1, false],
  ]) {
    stage.map.getZoom = () => zoom;
    fitNames();
    assert.equal(shown(node) !== null, is, `${zoom}`);
  }
});

test("what has a label is not named by the base map too", () => {
  const node = base("Almaty", "city", 600, 500);
  put("Almaty", 100, 100);
  fitNames();
  assert.equal(shown(node), null);
  stage.marks.get("Almaty").state = "later"; // its label waits
  fitNames();
  assert.equal(shown(node), "0 0px");
});
