/* How paragraphs and events stand to a day, and what may be read back from storage: no page is needed. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { paragraphsAt, sectionsAt } from "../../statement_map/browser/program/card/standing.js";
import { dateInWords, plain, told } from "../../statement_map/browser/program/card/telling.js";
import { plain as readable } from "../../statement_map/browser/program/page/keeping.js";
import { pathOf } from "../../statement_map/browser/program/page/typed.js";
import { fill, sure, wordsIn } from "../../statement_map/browser/program/parts.js";
import { neighbour } from "../../statement_map/browser/program/sequence.js";

const content = JSON.parse(readFileSync(process.env.CONTENT, "utf-8"));

// ------------------------------------------------------------------ the day

const state = (id, paragraphs, ...states) => ({ id, paragraphs, states, has_date: true });
const day = {
  accounts: [
    [[0, "now"]],
    [[0, "possible"]],
    [[0, "other-date"]],
    [[0, "uncovered"]],
    [
      [0, "open"],
      [1, "now"],
    ],
  ],
  events: [
    state("stated", [1], [0, "now"]),
    state("besides", [1], [0, "possible"]),
    state("perhaps", [2], [0, "possible"]),
    state("over", [3], [0, "earlier"]),
    state("across", [1, 2], [0, "possible"]),
    state("open", [5], [0, "open"]),
  ],
};

test("each paragraph is in one account", () => {
  const first = { now: [1], possible: [2], open: [5], "other-date": [3], uncovered: [4] };
  assert.deepEqual(paragraphsAt(day, 0), first);
  assert.deepEqual(paragraphsAt(day, 1), { ...first, now: [1, 5], open: [] });
});

test("each event that the day does not exclude is told once, with its paragraph's account or among others", () => {
  const ids = (events) => events.map(({ id }) => id);
  const sections = sectionsAt(day, 0).map(({ account, paragraphs, events, others }) => {
    return [account, paragraphs, ids(events), ids(others)];
  });
  assert.deepEqual(sections, [
    ["now", 1, ["stated"], ["besides"]],
    ["possible", 1, ["perhaps", "across"], []],
    ["open", 1, ["open"], []],
  ]);
});

// ------------------------------------------------------------------ the order of the text

test("the neighbours of an event, and of a day behind what was stated before it", () => {
  const order = content.events.map(({ id }) => id);
  const at = (id) => content.events.find((event) => event.id === id);
  for (const [n, id] of order.entries()) {
    assert.equal(neighbour(content, { event: at(id), step: 0 }, +1)?.id, order[n + 1]);
    assert.equal(neighbour(content, { event: at(id), step: 0 }, -1)?.id, order[n - 1]);
  }
  const step = content.steps.findIndex(({ date }) => date === "2022-01-05");
  assert.equal(neighbour(content, { event: null, step }, -1)?.id, "begin");
  assert.equal(neighbour(content, { event: null, step }, +1)?.id, "bounded");
  assert.equal(neighbour(content, { event: null, step: 0 }, -1), undefined);
});

// ------------------------------------------------------------------ words

const english = wordsIn("en", { "look-bounded": "bounded by words", "learn-gap": "gap" });

test("a date with what it rests on, in words", () => {
  assert.equal(
    dateInWords({ date: { en: "4 to 8 January" }, look: "bounded" }, english),
    "4 to 8 January, bounded by words",
  );
  assert.equal(dateInWords({ date: { en: "undated" }, look: "none" }, english), "undated");
});

test("a text of an event, in the language or verbatim", () => {
  const event = { title: { en: "Title" }, quote: "Cytat" };
  const view = { ...english, event, hidden: [] };
  assert.deepEqual(told(event, "title", view), ["Title"]);
  assert.deepEqual(told(event, "quote", view), ["Cytat"]);
  assert.equal(plain(["a", { textContent: "b" }]), "ab");
});

test("a gap that is not known stays as it is, and what fills one is not filled again", () => {
  assert.equal(fill("{a} {b}", { a: "{b}" }), "{b} {b}");
});

test("what has to be there is, or it is said", () => {
  assert.equal(sure(0), 0);
  assert.throws(() => sure(null), TypeError);
});

// ------------------------------------------------------------------ what storage gives back

test("the field that a class stands for", () => {
  const field = (path) => `stTextInput st-key-review-${path}`;
  assert.deepEqual(pathOf(field("3__event__begin__title__en")), {
    key: "event begin title.en",
    kind: "event",
    id: "begin",
    path: ["title", "en"],
  });
  assert.deepEqual(pathOf(field("3__event__begin__places__0")), {
    key: "event begin places.0",
    kind: "event",
    id: "begin",
    path: ["places", 0],
  });
  for (const key of ["pasted", "pasted__2"])
    assert.deepEqual(pathOf(field(key)), { key: "pasted", kind: "start", id: "pasted", path: [] });
  for (const other of ["x__event__begin__title", "3__event__begin", "tools"]) assert.equal(pathOf(field(other)), null);
});

test("only what Python may take is read back from storage", () => {
  const typed = ["event", "begin", ["places", 0], "value"];
  const work = {
    text: "t",
    saved: true,
    none: null,
    deep: { a: 1 },
    typed: [typed, "x", ["event", 1, [], "v"], ["event", "begin", [1.5], "v"], ["event", "begin", [], {}]],
  };
  assert.deepEqual(readable(work), { text: "t", saved: true, none: null, typed: [typed] });
  assert.deepEqual(readable({}), { typed: [] });
});
