/* The handout's list of all events, a part at a time, and its paper; what it has packed is unpacked. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import { putDocument } from "./document.mjs";
import { eventOf, viewWith } from "./spoken.mjs";
import { element } from "../../statement_map/browser/program/parts.js";
import { load } from "../../statement_map/browser/program/unpacking.js";
import { addressOf, goToRow, writeList, writeMore } from "../../statement_map/exporting/handout/list.js";
import { fitPaper, printWorksheet } from "../../statement_map/exporting/handout/paper.js";

let list, more, all;
const words = viewWith({});
beforeEach(() => {
  putDocument();
  [list, more, all] = ["events", "more", "all"].map((id) => element("p", { id }));
  document.body.append(list, more, all);
  writeList({ places: [], events: [] }, words, 0); // as if it were opened anew
});
const contentOf = (n, told = {}) => ({
  places: [
    { id: "p", name: { en: "Almaty" } },
    { id: "q", name: { pl: "Kolej" } },
  ],
  events: Array.from({ length: n }, (_, i) => eventOf(`e${i}`, { places: [], shape: 2, ...told })),
});

/* Of so many events, how many rows there are at first and after each press, and what the button says: 200 more at once. */
for (const [n, steps] of [
  [199, [[199, null]]],
  [200, [[200, null]]],
  [
    201,
    [
      [200, "list-more 1"],
      [201, null],
    ],
  ],
  [
    500,
    [
      [200, "list-more 200"],
      [400, "list-more 100"],
      [500, null],
    ],
  ],
]) {
  test(`a list of ${n} events is whole after ${steps.length - 1} presses`, () => {
    const content = contentOf(n);
    writeList(content, words);
    for (const [press, [rows, says]] of steps.entries()) {
      if (press) writeMore(content, words);
      assert.equal(list.children.length, rows);
      assert.equal(more.hidden, says === null);
      if (says) assert.equal(more.textContent, says);
    }
    writeList(content, words);
    assert.equal(list.children.length, steps.at(-1)[0], "in another language it has as many rows");
  });
}

test("a row has its own date with what that rests on, the title, the paragraph, the kind and the places", () => {
  writeList(contentOf(1, { places: ["p", "q"], paragraphs: [1, 4], look: "bounded" }), words);
  const [row] = list.children;
  assert.equal(row.className, "look-bounded");
  assert.equal(row.querySelector(".own-date").textContent, "sign-bounded date of e0 · look-bounded");
  assert.equal(`${row.querySelector("a")}`, '<a href="#event=e0" data-event="e0">E0</a>');
  assert.equal(row.querySelector("i").className, "topic-sign shape-2");
  assert.equal(row.lastChild.textContent, "paragraph-short 1, 4 · kind-claim · Almaty, Kolej");
  assert.equal(row.querySelector("small span[lang=pl]").textContent, "Kolej", "it is read as Polish");
  writeList(contentOf(1), words);
  assert.match(list.children[0].lastChild.textContent, /kind-claim · no-location$/);
  assert.equal(addressOf({ id: "a" }), "#event=a");
});

test("the card leads back to the row of its event, or where that is not written to the head of the list", () => {
  writeList(contentOf(3), words);
  const scrolled = [];
  const node = list.querySelector("[data-event=e1]");
  for (const each of [node, all]) each.scrollIntoView = ({ block }) => scrolled.push([each, block]);
  goToRow(element("a", { "data-row": "e1" }));
  assert.equal(document.activeElement, node);
  goToRow(element("a", { "data-row": "e9" }));
  assert.equal(document.activeElement, all);
  assert.deepEqual(scrolled, [
    [node, "center"],
    [all, "center"],
  ]);
});

// ------------------------------------------------------------------ paper

test("on paper the map is light and has its panels below it, opened, and then all is as it was", () => {
  const listeners = new Map();
  globalThis.window = { addEventListener: (kind, react) => listeners.set(kind, react), print() {} };
  const panels = element(
    "div",
    { class: "leaflet-top leaflet-right" },
    element("details", { open: true }),
    element("details"),
  );
  const corners = element("div", {}, panels);
  const box = element("div", { class: "map" }, corners);
  const page = element("main", {}, box);
  document.body.append(page);
  box.after = (node) => page.append(node);
  const fitted = [];
  const map = {
    getContainer: () => box,
    getBounds: () => "seen",
    invalidateSize: () => fitted.push("size"),
    fitBounds: (bounds) => fitted.push(bounds),
  };
  const root = document.documentElement;
  fitPaper(map);
  for (const isDark of [true, false]) {
    root.classList.toggle("dark", isDark);
    listeners.get("beforeprint")();
    assert.equal(root.classList.contains("dark"), false);
    assert.ok(box.classList.contains("paper"));
    assert.equal(panels.parentElement, page);
    assert.deepEqual(
      panels.children.map(({ open }) => open),
      [true, true],
    );
    listeners.get("afterprint")();
    assert.equal(root.classList.contains("dark"), isDark);
    assert.equal(box.className, "map");
    assert.equal(panels.parentElement, corners);
    assert.deepEqual(
      panels.children.map(({ open }) => open),
      [true, false],
    );
  }
  assert.deepEqual(fitted, Array.from({ length: 4 }, () => ["size", "seen"]).flat());
});

test("the worksheet alone is printed while the page says so", () => {
  let isAlone = null;
  globalThis.window = { print: () => (isAlone = "worksheet" in document.documentElement.dataset) };
  printWorksheet();
  assert.deepEqual([isAlone, "worksheet" in document.documentElement.dataset], [true, false]);
});

// ------------------------------------------------------------------ what is packed

test("JSON comes from its address, or out of one that holds it packed", async () => {
  const value = { names: ["Ałmaty", "Қостанай"] };
  const packed = gzipSync(JSON.stringify(value)).toString("base64");
  assert.deepEqual(await load(`data:application/gzip;base64,${packed}`), value);
  const asked = [];
  globalThis.fetch = (address) => Promise.resolve({ json: () => asked.push(address) && value });
  assert.deepEqual([await load("/tiles/3_5_2.json"), asked], [value, ["/tiles/3_5_2.json"]]);
});
