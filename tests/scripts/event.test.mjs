/* The card of an event: what stands on it and in which order, where it comes from, and what is read out. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putDocument } from "./document.mjs";
import { eventOf, viewWith } from "./spoken.mjs";
import { buildCard, summarize } from "../../statement_map/browser/program/card/card.js";

beforeEach(putDocument);

const gate = eventOf("gate", { when_phrase: "W dniu 2 stycznia", mentions: [["square", "na placu"]], chapter: 0 });
const guards = eventOf("guards", {
  look: "suggested",
  basis: "inferred",
  states: [[0, "possible"]],
  paragraphs: [2, 3],
  kind: "measure",
  after: ["gate"],
  after_cue: { gate: "Po czym" },
  before: ["speech"],
});
const speech = eventOf("speech", { look: "none", basis: "none", states: [[0, "open"]] });
const place = (id, more = {}) => ({ id, name: { en: id }, confidence: "high", states: [[0, "now"]], ...more });
const content = {
  statement: {
    issuer: { en: "The Prosecutor" },
    publisher: { en: "The Gazette" },
    url: "https://example.org/",
    language: "pl",
    language_name: { en: "Polish" },
    paragraphs: 9,
  },
  topics: { t: { en: "Protests" } },
  shapes: { t: 3 },
  steps: [{ date: "2022-01-02", day: { en: "2 Jan." }, full_day: { en: "Sunday, 2 January" } }],
  places: [place("square")],
  events: [gate, guards, speech],
  chapters: [{ title: { en: "The gate" }, events: [0] }],
  accounts: [[[0, "now"]], [[0, "possible"]], [[0, "possible"]]],
};
const TEXTS = {
  "why-date-stated": "given as {phrase}",
  "why-phrase": "named {phrase}",
  "why-cue": "bound by {cue}",
  "live-now": "Marked: {places}",
};
const view = (more) => viewWith(more, TEXTS);
const cardOf = (event, more = {}, of = content) => buildCard(of, view({ event, ...more }));
const article = (...given) => cardOf(...given).find(({ localName }) => localName === "article");
const text = (node, selector) => node.querySelector(selector)?.textContent;
const texts = (node, selector) => node.querySelectorAll(selector).map((each) => each.textContent);
/** What stands on the card, from above, by class or tag. */
const order = (node) => node.children.map(({ classList, localName }) => classList[0] ?? localName).join(" ");

test("first its own date, then who says so, the title, our words, the quotation, the places, where it comes from", () => {
  const card = article(gate);
  assert.equal(order(card), "own-date speaker h2 text quote places badges origin why position");
  assert.deepEqual(
    [".own-date .date", ".speaker", "h2", ".text", "blockquote", "figcaption", ".places"].map((it) => text(card, it)),
    [
      "date of gate",
      "stated-by: The Prosecutor",
      "GATE",
      "gate text",
      "gate quote",
      "quotation-in Polish",
      "places: square",
    ],
  );
  assert.equal(card.className, "event basis-stated look-stated");
  assert.equal(card.dataset.shown, "gate");
  assert.equal(card.querySelector("blockquote").getAttribute("lang"), "pl");
  assert.equal(text(card, ".origin"), "paragraph-of 1 9 · The Prosecutor · attribution-source");
  assert.equal(card.querySelector(".origin a").getAttribute("href"), "https://example.org/");
  assert.equal(text(card, ".position"), "position 1 3 · list-back");
});

test("a quotation in the language that is shown has no other language named", () => {
  const english = { ...content, statement: { ...content.statement, language: "en" } };
  assert.equal(text(article(gate, {}, english), "figcaption"), "quotation Polish");
});

test("an event of several paragraphs names each, one without an address has no link, one without a place says so", () => {
  const unread = { ...content, statement: { ...content.statement, url: null } };
  const card = article(guards, {}, unread);
  assert.equal(text(card, ".origin"), "paragraphs-of 2, 3 9 · The Prosecutor");
  assert.equal(text(card, ".places"), "no-place");
});

test("kind and topic stand below, the topic with its sign, and what nobody reviewed says so", () => {
  assert.deepEqual(texts(article(gate), ".badge"), ["kind-claim", " Protests"]);
  const card = article(eventOf("drafted", { unreviewed: true }));
  assert.deepEqual(texts(card, ".badge"), ["kind-claim", " Protests", "not-reviewed"]);
  assert.equal(card.querySelector(".topic-sign").className, "topic-sign shape-3");
  assert.equal(card.querySelector(".badges").lastChild.className, "badge unreviewed");
});

test("what learners are to find out is not on the card: no place, no speaker, no sign, nothing of where it is from", () => {
  const both = article(gate, { hidden: ["place", "speaker"] });
  assert.equal(order(both), "own-date h2 text questions quote badges origin position");
  assert.equal(text(both, ".origin"), "paragraph-of 1 9");
  assert.equal(both.querySelector(".topic-sign"), null);
  assert.deepEqual(texts(both, "[data-reveal]"), ["learn-reveal-speaker", "learn-reveal-place"]);
  const where = article(gate, { hidden: ["place"] });
  assert.deepEqual([text(where, ".speaker"), text(where, ".places")], ["stated-by: The Prosecutor", undefined]);
  assert.match(text(where, ".origin"), /The Prosecutor/);
  const who = article(gate, { hidden: ["speaker"] });
  assert.deepEqual([text(who, ".speaker"), text(who, ".places")], [undefined, "places: square"]);
});

// ------------------------------------------------------------------ where it comes from

const why = (event, of = content) => texts(article(event, {}, of).querySelector("details.why"), "p");

test("the text's own words give a stated date", () => {
  assert.ok(why(gate).includes("given as W dniu 2 stycznia"));
  const words = article(gate).querySelector("details.why [lang=pl]");
  assert.equal(words.textContent, "W dniu 2 stycznia", "they are read as Polish");
});

test("of each neighbour it is said whether words bind the date, or the order of telling alone", () => {
  const lines = why(guards);
  assert.ok(
    lines.includes("why-after sign-stated date of gate · look-stated: GATE. bound by Po czym"),
    lines.join("\n"),
  );
  assert.ok(lines.includes("why-before sign-none date of speech: SPEECH. why-order"));
});

test("an end of a date may be bound by words that name no neighbour", () => {
  const ends = { after_cue: { "": "nadal" }, before_cue: { "": "obecnie" } };
  const lines = why(eventOf("still", { look: "bounded", ...ends }));
  assert.deepEqual(
    lines.filter((line) => line.startsWith("why-end")),
    ["why-end-after bound by nadal", "why-end-before bound by obecnie"],
  );
  const named = why(eventOf("next", { after: ["gate"], after_cue: { "": "nadal", gate: "potem" } }));
  assert.deepEqual(
    named.filter((line) => line.startsWith("why-end")),
    [],
    "it has a neighbour of its own",
  );
});

test("a neighbour that is not there, as in a part of a statement, is left out; what an editor wrote is not", () => {
  const lines = why(eventOf("cut", { after: ["elsewhere"], why: { en: "As the paper says." } }));
  assert.deepEqual(
    lines.filter((line) => line.startsWith("why-after")),
    [],
  );
  assert.equal(lines.at(-1), "As the paper says.");
});

test("the kind is explained, and what the text leaves out is named", () => {
  assert.ok(why(gate).includes("kind-claim: kind-explain-claim"));
  assert.ok(!why(gate).some((line) => line.startsWith("leaves-out")));
  const bare = eventOf("bare", { omissions: ["date", "number"] });
  assert.ok(why(bare).includes("leaves-out leaves-out-date, leaves-out-number."));
});

test("an editor's note stands apart, and is told of before it is opened", () => {
  const card = article(eventOf("noted", { note: { en: "It was the 3rd." } }));
  assert.equal(text(card, "aside.note"), "editors-note It was the 3rd.");
  assert.equal(text(card, ".why summary"), "why-and-note");
  assert.equal(text(article(gate), ".why summary"), "why");
});

test("who states it and where it was published stand among the facts", () => {
  assert.deepEqual(texts(article(gate), "dl div"), ["stated-byThe Prosecutor", "published-inThe Gazette"]);
});

/* What is known of a place, and what is said of it behind its name and the words of the text. */
for (const [what, known, told] of [
  ["how sure it is", {}, "confidence-high"],
  [
    "how it was found, in which list, under which number",
    { located_by: "gazetteer", source: "GeoNames", source_id: "1526384" },
    "why-method-gazetteer · why-source GeoNames (1526384) · confidence-high",
  ],
  ["a source without a number", { source: "a map" }, "why-source a map · confidence-high"],
  [
    "what was looked up, and when",
    { query: "Plac", retrieved: { en: "1 May" } },
    "why-query Plac · why-retrieved 1 May · confidence-high",
  ],
  [
    "that an outline is drawn, and what is not settled",
    { is_outline: true, review: "which one" },
    "why-outline · why-review which one · confidence-high",
  ],
  [
    "how far off it may be",
    { radius_km: 1500, radius_as: "radius", confidence: "low" },
    "radius 1,500 · confidence-low",
  ],
  ["a radius of nothing", { radius_km: 0, radius_as: "radius" }, "confidence-high"],
  ["a note", { note: { en: "Moved since." } }, "confidence-high. Moved since."],
]) {
  test(`of a place it is told ${what}`, () => {
    const lines = why(gate, { ...content, places: [place("square", known)] });
    assert.equal(lines.at(-1), `square: named na placu · ${told}`);
  });
}

// ------------------------------------------------------------------ what stands around it

test("a chapter goes around the card where the walk is by chapter, and the day stands below", () => {
  const names = (cards) => cards.map(({ className }) => className.split(" ")[0]);
  assert.deepEqual(names(cardOf(gate)), ["event", "of-day"]);
  assert.deepEqual(names(cardOf(gate, { by: "chapter" })), ["chapter", "event", "of-chapter", "of-day"]);
  assert.deepEqual(names(cardOf(null)), ["of-day"]);
  assert.deepEqual(names(cardOf(gate, {}, { ...content, steps: [] })), ["event"]);
});

test("what the address names and there is not is told first", () => {
  const [date, event] = cardOf(gate, { notice: { date: "2023", event: "<b>" } });
  assert.deepEqual(
    [date, event].map((each) => each.textContent),
    ["unknown-date 2023", "unknown-event <b>"],
  );
  assert.deepEqual([date.className, text(event, "code")], ["notice", "<b>"]);
});

// ------------------------------------------------------------------ for those who do not see it

const said = (more, of = content) =>
  summarize(of, view(more))
    .map((part) => part.textContent ?? part)
    .join("");
const marked = (...states) => ({
  ...content,
  places: states.map((state, n) => place(`p${n}`, { states: [[0, state]] })),
});

test("the event is read out with its own date, then the day and what the map marks for it", () => {
  assert.equal(
    said({ event: guards }),
    "date of guards, look-suggested: GUARDS. day-shown 2 Jan. Marked: square. live-possible 0.",
  );
  assert.equal(said({ event: null }), "day-shown 2 Jan. Marked: square. live-possible 0.");
  assert.equal(
    said({ event: gate, by: "chapter" }),
    "chapter-of 1 1. The gate. date of gate, look-stated: GATE. day-shown 2 Jan. Marked: square. live-possible 0.",
  );
  assert.equal(said({ event: gate }, { ...content, steps: [] }), "date of gate, look-stated: GATE.");
});

test("each sentence ends in one full stop, whatever it ends in", () => {
  const dotted = eventOf("dotted", { title: { en: "Talks at 5 p.m." } });
  assert.match(said({ event: dotted }), /Talks at 5 p\.m\. day-shown/);
  const foreign = eventOf("obce", { title: { pl: "Rozmowy" } });
  assert.match(said({ event: foreign }), /Rozmowy\. day-shown/, "what is in another language is no text alone");
});

test("places are named up to four, then counted; where none is marked only what is possible is counted", () => {
  const four = Array(4).fill("now");
  assert.match(said({}, marked(...four, "possible")), /Marked: p0, p1, p2, p3\. live-possible 1\.$/);
  assert.match(said({}, marked(...four, "now", "open")), /Marked: live-places 5\. live-possible 0\.$/);
  assert.match(said({}, marked("possible", "possible", "later")), /2 Jan\. live-possible 2\.$/);
});

test("what places learners are to find is not read out to them", () => {
  assert.match(said({ event: gate, hidden: ["place"] }), /day-shown 2 Jan\. live-hidden\.$/);
});
