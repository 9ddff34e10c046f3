/* How paragraphs and events stand to a day, how events are told, and what may be read back from storage: no
 * page is needed. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { putDocument } from "./document.mjs";
import { chapterInWords, withChapter } from "../../statement_map/browser/program/card/chapter.js";
import { ACCOUNTS, paragraphsAt, sectionsAt } from "../../statement_map/browser/program/card/standing.js";
import { dated, dateInWords, link, ownDate, plain, told } from "../../statement_map/browser/program/card/telling.js";
import { plain as readable } from "../../statement_map/browser/program/page/keeping.js";
import { pathOf } from "../../statement_map/browser/program/page/typed.js";
import {
  element,
  fill,
  fillWith,
  GAP,
  joined,
  sure,
  withGaps,
  wordsIn,
} from "../../statement_map/browser/program/parts.js";
import { neighbour } from "../../statement_map/browser/program/sequence.js";

putDocument();
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
    state("excluded", [1], [0, "later"]),
    state("perhaps", [2], [0, "possible"]),
    state("over", [3], [0, "earlier"]),
    state("across", [1, 2], [0, "possible"]),
    state("open", [5], [0, "open"]),
  ],
};

test("each paragraph is in one account", () => {
  const first = { now: [1], possible: [2], open: [5], "other-date": [3], uncovered: [4] };
  assert.deepEqual(paragraphsAt(day, 0), first);
  assert.deepEqual(Object.keys(first).toSorted(), ACCOUNTS.toSorted());
  assert.deepEqual(paragraphsAt(day, 1), { ...first, now: [1, 5], open: [] });
});

test("each event that the day does not exclude is told once, with its paragraph's account or among others", () => {
  const ids = (events) => events.map(({ id }) => id);
  const sections = (step) =>
    sectionsAt(day, step).map(({ account, paragraphs, events, others }) => {
      return [account, paragraphs, ids(events), ids(others)];
    });
  const first = [
    ["now", 1, ["stated"], ["besides"]],
    ["possible", 1, ["perhaps", "across"], []],
    ["open", 1, ["open"], []],
  ];
  assert.deepEqual(sections(0), first);
  // Paragraph 5 is stated for the day now, and its event as open as before.
  assert.deepEqual(sections(1), [
    ["now", 2, ["stated"], ["besides", "open"]],
    ["possible", 1, ["perhaps", "across"], []],
    ["open", 0, [], []],
  ]);
  assert.deepEqual(sections(0), first);
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

/** As HTML: what is built is elements and text in a row. */
const html = (parts) => parts.map(String).join("");
const GAP_EN = '<span class="gap" lang="en">gap</span>';

test("an element has the attributes that are not left out, and what stands in it", () => {
  const attributes = { class: "a", hidden: true, open: false, title: null, lang: undefined, tabindex: 0 };
  assert.equal(
    `${element("p", attributes, "text ", element("b"))}`,
    '<p class="a" hidden="" tabindex="0">text <b></b></p>',
  );
});

test("pieces of the page stand in gaps, between others, and for words that are left out", () => {
  assert.deepEqual(fillWith("{a} and {b}", { a: ["x", "y"] }), ["x", "y", " and ", "{b}"]);
  assert.deepEqual(joined([["a"], ["b", "c"]], ", "), ["a", ", ", "b", "c"]);
  assert.equal(html(withGaps(`In ${GAP}, ${GAP}`, "gap", "en")), `In ${GAP_EN}, ${GAP_EN}`);
});

test("what learners are to find out has gaps: of the shown event as far as it was not revealed", () => {
  const veiled = { place: { title: `At ${GAP}` }, "place+speaker": { title: `${GAP} at ${GAP}`, quote: GAP } };
  const event = { title: { en: "Guards at the gate" }, quote: "Straż", veiled };
  const title = (view) => html(told(event, "title", { ...english, ...view }));
  assert.equal(title({ event, hidden: ["place"] }), `At ${GAP_EN}`);
  assert.equal(title({ event, hidden: [], hide: ["place"] }), "Guards at the gate");
  assert.equal(title({ event: null, hidden: [], hide: ["place"] }), `At ${GAP_EN}`);
  assert.equal(title({ event: null, hidden: ["place", "speaker"] }), `${GAP_EN} at ${GAP_EN}`);
  assert.equal(html(told(event, "quote", { ...english, event, hidden: ["place", "speaker"] })), GAP_EN);
  assert.equal(
    html(told({ title: event.title }, "title", { ...english, event, hidden: ["place"] })),
    "Guards at the gate",
  );
});

const telling = wordsIn("en", {
  "sign-stated": "■",
  "look-stated": "stated",
  "sign-none": "–",
  "chapter-of": "Chapter {number} of {total}",
  "chapter-also": "Also",
  "chapter-more": { one: "{n} more", other: "{n} more" },
});
const DATED =
  '<small class="own-date look-stated"><span class="sign" aria-hidden="true">■</span> <span class="date">2 January</span>' +
  '<span class="divider"> · </span><span class="rests">stated</span></small>';
const UNDATED =
  '<p class="own-date look-none"><span class="sign" aria-hidden="true">–</span> <span class="date">no date</span></p>';
const event = (id, look = "stated", chapter = null) => ({
  id,
  look,
  chapter,
  title: { en: id.toUpperCase() },
  date: { en: look === "none" ? "no date" : "2 January" },
});
const [a, b, c, d] = [event("a", "stated", 0), event("b", "none", 0), event("c", "stated", 0), event("d", "stated", 0)];
const shown = { ...telling, event: a, hidden: [], link: ({ id }) => `?event=${id}`, by: "chapter" };
const to = (id, current = "") =>
  `<a href="?event=${id}" target="_self" data-event="${id}"${current}>${id.toUpperCase()}</a>`;

test("an event's own date stands with the sign and the words of what it rests on", () => {
  assert.equal(`${ownDate(a, telling)}`, DATED);
  assert.equal(`${ownDate(b, telling, "p")}`, UNDATED);
});

test("a link to an event says whether it is the one that is shown", () => {
  assert.equal(`${link(a, shown)}`, to("a", ' aria-current="true"'));
  assert.equal(`${link(b, shown)}`, to("b"));
});

test("events of one date that rests on the same stand below it, in the order in which dates first come", () => {
  const groups = dated([c, b, d], shown);
  assert.deepEqual(
    groups.map(({ look }) => look),
    ["stated", "none"],
  );
  const titled = (id) => ` <span class="titled">${to(id)}</span>`;
  assert.equal(html(groups[0].parts), DATED + titled("c") + titled("d"));
  assert.equal(html(groups[1].parts), UNDATED.replaceAll("p>", "small>").replace("<p", "<small") + titled("b"));
});

test("a chapter tells how far the story is, what its editor named, and how much more there is", () => {
  const chapters = [
    { title: { en: "The gate" }, events: [0, 2] },
    { title: { en: "After" }, events: [] },
  ];
  const story = { chapters, events: [a, b, c, d] };
  assert.deepEqual(chapterInWords(story, shown), [["Chapter 1 of 2"], ["The gate"]]);
  assert.deepEqual(chapterInWords(story, { ...shown, hide: ["place"] }), [["Chapter 1 of 2"]]);
  assert.deepEqual(chapterInWords(story, { ...shown, by: "event" }), []);
  assert.deepEqual(chapterInWords(story, { ...shown, event: { ...a, chapter: 1 } }), [["Chapter 2 of 2"], ["After"]]);
  const card = element("article");
  assert.deepEqual(withChapter(story, { ...shown, event: { ...a, chapter: null } }, card), [card]);
  const [head, same, rest] = withChapter(story, shown, card);
  assert.equal(same, card);
  assert.equal(
    `${head}`,
    '<header class="chapter"><p class="progress" aria-hidden="true"><i class="is-shown"></i><i></i></p>' +
      '<p class="chapter-number">Chapter 1 of 2</p><h2>The gate</h2></header>',
  );
  // C is named; B and D belong to the chapter besides.
  const item = (id, look, date) => `<li class="look-${look}">${date} <span class="titled">${to(id)}</span></li>`;
  const none = UNDATED.replaceAll("p>", "small>").replace("<p", "<small");
  assert.equal(
    `${rest}`,
    `<section class="of-chapter"><h3>Also</h3><ul class="events">${item("c", "stated", DATED)}</ul>` +
      '<details class="more"><summary>2 more</summary>' +
      `<ul class="events">${item("b", "none", none)}${item("d", "stated", DATED)}</ul></details></section>`,
  );
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
    typed: [
      typed,
      "x",
      "four",
      { length: 4 },
      [...typed, "v"],
      ["event", "begin", "path", "v"],
      ["event", 1, [], "v"],
      ["event", "begin", [1.5], "v"],
      ["event", "begin", [], {}],
    ],
  };
  assert.deepEqual(readable(work), { text: "t", saved: true, none: null, typed: [typed] });
  assert.deepEqual(readable({}), { typed: [] });
});
