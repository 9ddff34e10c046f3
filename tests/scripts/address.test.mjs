/* What an address shows, and what a step makes of it: the tables that hold address.js. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { begin, linksFrom, reduce, viewOf } from "../../statement_map/browser/program/address.js";

const given = (name) => JSON.parse(readFileSync(process.env[name], "utf-8"));

// ------------------------------------------------------------------ what an address shows

const short = { ...given("CONTENT"), language: "en", languages: ["en", "pl"] };

for (const { query, day, event, told } of given("SHOWN")) {
  test(`?${query} shows ${day} and ${event}`, () => {
    const { state } = reduce(short, begin(query), { do: "open" });
    const view = viewOf(short, state);
    assert.equal(short.steps[view.step].date, day);
    assert.equal(view.event?.id ?? null, event);
    assert.deepEqual(state.notice ?? {}, told);
    for (const name of Object.keys(told)) assert.equal(new URLSearchParams(state.search).get(name), null);
  });
}

test("a day between two stops shows the stop before it", () => {
  const stops = { ...short, steps: short.steps.filter(({ date }) => !/0[345]$/.test(date)) };
  for (const [day, stop] of [
    ["2022-01-05", "2022-01-02"],
    ["2022-01-07", "2022-01-07"],
  ]) {
    const { state, write } = reduce(stops, begin(`date=${day}&lang=en`), { do: "open" });
    assert.equal(stops.steps[viewOf(stops, state).step].date, stop);
    assert.deepEqual([state.notice, write], [null, null]);
  }
});

test("a day that no calendar has lies between no stops", () => {
  const long = { ...short, steps: [{ date: "2022-01-31" }, { date: "2022-03-15" }] };
  const { state } = reduce(long, begin("date=2022-02-30"), { do: "open" });
  assert.deepEqual(state.notice, { date: "2022-02-30" });
});

test("a statement without a date shows no day", () => {
  const undated = { ...short, steps: [], events: short.events.map((event) => ({ ...event, span: undefined })) };
  const { state } = reduce(undated, begin("date=2022-01-02&event=order"), { do: "open" });
  const view = viewOf(undated, state);
  assert.equal(view.event.id, "order");
  assert.deepEqual(state.notice, { date: "2022-01-02" });
  assert.equal(linksFrom(undated, state)(undated.events[0]), "?event=begin&lang=en");
});

test("an address that names nothing to show has the cover, where there is one", () => {
  const covered = { ...short, cover: true };
  for (const [query, cover] of [
    ["", true],
    ["lang=en", true],
    ["lang=en&utm_source=x", true],
    ["date=2022-01-05", false],
    ["event=order", false],
    ["panel=events", false],
    ["topic=t&kind=claim", false],
  ]) {
    const view = viewOf(covered, begin(query));
    assert.equal(view.cover, cover, query);
    assert.equal(viewOf(short, begin(query)).cover, false, query);
    if (cover) assert.equal(view.event, null, "nothing is chosen yet");
  }
  const { state } = reduce(covered, begin("event=nothing"), { do: "open" });
  assert.equal(viewOf(covered, state).cover, false, "what is told must be seen");
  const started = reduce(covered, begin("lang=en"), { do: "set", changes: { event: "begin" }, hand: 1 });
  assert.equal(started.write, "push");
});

test("a link opens an event on the shown day, or on the nearest that it can be on", () => {
  const [, bounded] = short.events;
  for (const [shown, day] of [
    ["2022-01-05", "2022-01-05"],
    ["2022-01-10", "2022-01-08"],
  ]) {
    const state = begin(`date=${shown}&lang=en&account=now`);
    assert.equal(linksFrom(short, state)(bounded), `?date=${day}&lang=en&account=now&event=bounded`);
  }
});

test("the panel that is open is the one that the address names last", () => {
  const panels = ["", "panel=text", "panel=text&panel=events"].map((query) => viewOf(short, begin(query)).panel);
  assert.deepEqual(panels, [null, "text", "events"]);
});

test("only topics that there are are hidden", () => {
  const hidden = "hide-topics=constructor,t,__proto__";
  assert.deepEqual(viewOf(short, begin(hidden)).topics, ["t"]);
});

// ------------------------------------------------------------------ what a step makes of it

const at = (search, more = {}) => ({ ...begin(search), ...more });
const go = (changes, hand = 1) => ({ do: "set", changes, hand });
const wish = (wishes) => ({ do: "wish", wishes });

/* What it is about, the state before, the action, and after it: the query, what the history gets,
 * whether Python is told, and of the state what else has changed. */
// prettier-ignore
const CASES = [
  // opening
  ["the language shown goes into the address", at("date=2022-01-06"), { do: "open" }, "date=2022-01-06&lang=en", "replace", true],
  ["a language that there is not goes from it", at("lang=toString"), { do: "open" }, "lang=en", "replace", true],
  ["a link that is complete is left alone", at("date=2022-01-06&lang=pl"), { do: "open" }, "date=2022-01-06&lang=pl", null, false],
  ["other parameters stay", at("embed=true&lang=en&hide=place&hide=speaker"), { do: "open" }, "embed=true&lang=en&hide=place&hide=speaker", null, false],
  ["what is blank goes from the address, and is not told", at("date=&event=&lang=en"), { do: "open" }, "lang=en", "replace", true],
  ["what there is not goes from the address and is told", at("event=x&lang=en"), { do: "open" }, "lang=en", "replace", true, { notice: { event: "x" } }],
  ["what was told stays told when the content comes anew", at("lang=en", { notice: { event: "x" } }), { do: "open" }, "lang=en", null, false],
  // one step, one entry
  ["a day", at("lang=en"), go({ event: null, date: "2022-01-05" }), "lang=en&date=2022-01-05", "push", true, { hand: 1 }],
  ["an event, with its day", at("lang=en"), go({ event: "close", date: "2022-01-10" }), "lang=en&event=close&date=2022-01-10", "push", true, { hand: 1 }],
  ["a day takes the event out", at("event=close&date=2022-01-10"), go({ event: null, date: "2022-01-05" }), "date=2022-01-05", "push", true, { hand: 1 }],
  ["another press is another entry", at("date=2022-01-04", { hand: 1 }), go({ date: "2022-01-05" }, 2), "date=2022-01-05", "push", true, { hand: 2 }],
  ["the same press goes on: a held key, a drag", at("date=2022-01-04", { hand: 1 }), go({ date: "2022-01-05" }), "date=2022-01-05", "replace", true],
  ["who chooses what is shown makes no step", at("date=2022-01-06"), go({ event: "order", date: "2022-01-06" }), "date=2022-01-06&event=order", "replace", true, { hand: 1 }],
  ["who chooses it once more changes nothing", at("event=order&date=2022-01-06"), go({ event: "order", date: "2022-01-06" }), "event=order&date=2022-01-06", null, false, { hand: 1 }],
  ["a step takes what was told away", at("lang=en", { notice: { event: "x" } }), go({ event: "close", date: "2022-01-10" }), "lang=en&event=close&date=2022-01-10", "push", true, { hand: 1, notice: null }],
  ["a step by event alone takes it away too", at("lang=en", { notice: { date: "x" } }), go({ event: "close" }), "lang=en&event=close", "push", true, { hand: 1, notice: null }],
  ["and a step by day alone", at("lang=en", { notice: { event: "x" } }), go({ date: "2022-01-05" }), "lang=en&date=2022-01-05", "push", true, { hand: 1, notice: null }],
  ["so does the step to what is shown beside it", at("date=2022-01-02", { notice: { event: "x" } }), go({ event: null, date: "2022-01-02" }), "date=2022-01-02", "push", false, { hand: 1, notice: null }],
  ["a list", at("lang=en"), go({ account: "now" }), "lang=en&account=now", "push", true, { hand: 1 }],
  ["a list leaves what was told", at("lang=en", { notice: { event: "x" } }), go({ account: "now" }), "lang=en&account=now", "push", true, { hand: 1 }],
  ["the list closes", at("account=now&lang=en"), go({ account: null }), "lang=en", "push", true, { hand: 1 }],
  ["topics", at("lang=en"), go({ "hide-topics": "t" }), "lang=en&hide-topics=t", "push", true, { hand: 1 }],
  ["all topics are back", at("hide-topics=t&lang=en"), go({ "hide-topics": "" }), "lang=en", "push", true, { hand: 1 }],
  ["the story", at("lang=en"), go({ by: "chapter" }), "lang=en&by=chapter", "push", true, { hand: 1 }],
  ["and by event again", at("lang=en&by=chapter"), go({ by: null }), "lang=en", "push", true, { hand: 1 }],
  ["a way that there is not is no other way", at("lang=en"), go({ by: "x" }), "lang=en&by=x", "replace", true, { hand: 1 }],
  // Back and Forward
  ["back to another entry", at("date=2022-01-05", { hand: 1 }), { do: "back", search: "?date=2022-01-04", notice: null }, "date=2022-01-04", null, true, { hand: null }],
  ["back to what was told there", at("date=2022-01-05"), { do: "back", search: "?lang=en", notice: { event: "x" } }, "lang=en", null, true, { notice: { event: "x" } }],
  ["back within one address, to its top", at("date=2022-01-05"), { do: "back", search: "?date=2022-01-05", notice: null }, "date=2022-01-05", null, false],
  ["a press goes on after Back, and is a new entry", at("date=2022-01-04", { hand: null }), go({ date: "2022-01-05" }), "date=2022-01-05", "push", true, { hand: 1 }],
  // what Python wants
  ["another language", at("lang=pl&event=close"), wish({ lang: [1, "en"] }), "lang=en&event=close", "push", true, { met: 1 }],
  ["two things at once are one entry", at("lang=en"), wish({ view: [3, "present"], hide: [4, ["speaker", "place"]] }), "lang=en&view=present&hide=speaker&hide=place", "push", true, { met: 4 }],
  ["something less", at("lang=en&view=present"), wish({ view: [2, null] }), "lang=en", "push", true, { met: 2 }],
  ["a wish that was met comes again", at("lang=pl", { met: 1 }), wish({ lang: [1, "en"] }), "lang=pl", null, false],
  ["a wish that was met, with a new one", at("lang=pl", { met: 1 }), wish({ lang: [1, "en"], view: [2, "present"] }), "lang=pl&view=present", "push", true, { met: 2 }],
  ["a wish for what is there is met without an entry", at("lang=en"), wish({ lang: [1, "en"] }), "lang=en", null, true, { met: 1 }],
  ["no wish", at("lang=en", { hand: 5 }), wish({}), "lang=en", null, false],
  ["the first letter looked for", at("lang=en", { hand: 5 }), wish({ search: [1, "a"] }), "lang=en&search=a", "push", true, { met: 1, hand: "search" }],
  ["the next letter", at("lang=en&search=a", { met: 1, hand: "search" }), wish({ search: [2, "ai"] }), "lang=en&search=ai", "replace", true, { met: 2 }],
  ["a letter after a step", at("search=a&date=2022-01-05", { met: 1, hand: 7 }), wish({ search: [2, "ai"] }), "search=ai&date=2022-01-05", "push", true, { met: 2, hand: "search" }],
];

for (const [what, state, action, search, write, tells, changed = {}] of CASES) {
  test(what, () => {
    const before = JSON.stringify(state);
    const next = reduce(short, state, action);
    assert.deepEqual(next, { state: { ...state, search, ...changed }, write, tells });
    assert.equal(JSON.stringify(state), before); // it is frozen in the history
  });
}

test("quick hands, late answers and Back leave one entry for each step", () => {
  const entries = ["lang=pl&date=2022-01-02"];
  let state = begin(entries[0]);
  const act = (action) => {
    const next = reduce(short, state, action);
    state = next.state;
    if (next.write === "push") entries.push(state.search);
    if (next.write === "replace") entries[entries.length - 1] = state.search;
  };
  for (const hand of [1, 2, 3]) act(go({ date: `2022-01-0${2 + hand}` }, hand));
  act(wish({ lang: [1, "en"] }));
  act(go({ date: "2022-01-06" }, 4));
  act(wish({ lang: [1, "en"] })); // an answer to the steps before, which still has the wish
  for (const day of [7, 8, 9]) act(go({ date: `2022-01-0${day}` }, 5)); // held
  assert.deepEqual(
    entries
      .map((entry) => new URLSearchParams(entry))
      .map((query) => `${query.get("date").slice(-2)} ${query.get("lang")}`),
    ["02 pl", "03 pl", "04 pl", "05 pl", "05 en", "06 en", "09 en"],
  );
  act({ do: "back", search: entries[3], notice: null });
  act(wish({ lang: [1, "en"] })); // Python has not heard of Back
  assert.equal(state.search, entries[3]);
});
