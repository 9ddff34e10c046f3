/* The ways on from where a page is, along the five events of TIMELINE in test_scripts.py: `begin` on
 * 2 January, `bounded` some time on 4 to 8 January, `undated`, `order` on the 6th, `close` on the 10th. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { addresses, entries, happen, wait } from "./window.mjs";
import * as walking from "../../statement_map/browser/program/walking.js";

const { act, currentView, goToDay, goToEvent, here, next, play, walk } = walking;
const content = JSON.parse(readFileSync(process.env.CONTENT, "utf-8"));
const [, bounded, undated, order] = content.events;
const told = { shown: 0, server: [], playing: [] };
let typed = "event=begin&date=2022-01-02&lang=en";
let runs = 0;
window.addEventListener("popstate", () => (runs += 1)); // as Streamlit does, which is there before

walking.start({
  search: () => typed,
  addressOf: (search) => `?${search}`,
  show: () => (told.shown += 1),
  showPlaying: ({ player, speed }) => told.playing.push([player.isPlaying, player.isHeld, speed].join(" ")),
  tell: ({ search }) => told.server.push(search),
});

assert.throws(currentView, /nothing to show/);
assert.deepEqual([here.state.search, told.playing], [typed, ["false false normal"]]);
here.content = { ...content, language: "en", languages: ["en", "pl"] };

beforeEach(() => {
  play(false);
  wait(60_000);
  typed = "event=begin&date=2022-01-02&lang=en";
  happen("popstate");
  entries.splice(0, Infinity, { state: null, address: "?first" });
  told.server = [];
});

const where = () => [currentView().event?.id ?? null, content.steps[currentView().step].date];
/** As a hand does it: a press of its own. */
const press = (walks) => {
  happen("keydown");
  const went = walks();
  happen("keyup");
  return went;
};

test("the page begins where the address says, as it was found", () => {
  assert.deepEqual(where(), ["begin", "2022-01-02"]);
});

test("an event takes the day along, to the nearest that it can be on", () => {
  assert.ok(press(() => goToEvent(bounded)));
  assert.deepEqual(where(), ["bounded", "2022-01-04"]);
  assert.ok(press(() => goToEvent(undated)));
  assert.deepEqual(where(), ["undated", "2022-01-04"]);
  assert.deepEqual(addresses().length, 3);
  assert.match(addresses().at(-1), /^\?.*event=undated/);
  assert.equal(told.server.length, 2);
  assert.equal(goToEvent(undefined), false);
});

test("a day shows what the text states first for it, and is none beyond the last", () => {
  assert.ok(press(() => goToDay(4)));
  assert.deepEqual(where(), ["order", "2022-01-06"]);
  assert.ok(press(() => goToDay(5)));
  assert.deepEqual(where(), [null, "2022-01-07"]);
  assert.equal(goToDay(9), false);
  assert.deepEqual(where(), [null, "2022-01-07"]);
});

test("next and previous go along the text, to both its ends", () => {
  assert.equal(next(-1), undefined);
  assert.equal(walk(-1), false);
  assert.equal(next(+1), here.content.events[1]);
  for (const id of ["bounded", "undated", "order", "close"]) {
    assert.ok(press(() => walk(+1)));
    assert.equal(where()[0], id);
  }
  assert.equal(walk(+1), false);
  assert.ok(press(walking.toFirst));
  assert.deepEqual(where(), ["begin", "2022-01-02"]);
  assert.ok(press(walking.toLast));
  assert.deepEqual(where(), ["close", "2022-01-10"]);
  assert.equal(addresses().length, 7);
});

test("an account is opened, and closed by the same button", () => {
  press(() => walking.toggleAccount("now"));
  assert.equal(currentView().opened, "now");
  press(() => walking.toggleAccount("now"));
  assert.equal(currentView().opened, null);
});

test("the map's choice is a step like another", () => {
  happen("statement-map:choose", { detail: { event: "order" } });
  assert.deepEqual(where(), ["order", "2022-01-06"]);
  happen("statement-map:choose", { detail: { event: "close" } });
  assert.equal(addresses().length, 3);
});

test("Back is kept from Streamlit, and an address without a language gets one", () => {
  typed = "event=order&date=2022-01-06";
  assert.equal(happen("popstate"), false);
  assert.equal(runs, 0);
  assert.equal(new URLSearchParams(here.state.search).get("lang"), "en");
});

test("Back shows what was there, and stops the playing", () => {
  press(() => goToEvent(order));
  play(true);
  typed = "event=bounded&date=2022-01-05&lang=en";
  happen("popstate", { state: { notice: { date: "2023" } } });
  assert.deepEqual(where(), ["bounded", "2022-01-05"]);
  assert.deepEqual(currentView().notice, { date: "2023" });
  assert.equal(here.player.isPlaying, false);
  play(true);
  happen("popstate"); // to an anchor of the same page
  assert.equal(here.player.isPlaying, true);
});

/* Each title and text of TIMELINE is one letter: 1.2 s for the map to get there, and the least time to read, 4 s. */
const STEP = 5200;

test("playing leaves time to read each step, which is an entry, and stops at the end", () => {
  play(true);
  wait(STEP - 1);
  assert.equal(where()[0], "begin");
  for (const id of ["bounded", "undated", "order", "close"]) {
    wait(id === "bounded" ? 1 : STEP);
    assert.equal(where()[0], id);
  }
  assert.equal(here.player.isPlaying, true);
  wait(STEP);
  assert.equal(here.player.isPlaying, false);
  assert.equal(addresses().length, 5);
  play(true); // from the end it starts anew
  assert.equal(where()[0], "begin");
});

test("long words take longer, in the language that is shown", () => {
  here.content.events[0].text = { en: "E".repeat(148), pl: "P".repeat(298) };
  for (const [language, ms] of [
    ["en", 11_200], // 150 letters with the title and a blank
    ["pl", 21_200], // 300
  ]) {
    act({ do: "set", changes: { event: "begin", lang: language }, hand: null });
    play(true);
    wait(ms - 1);
    assert.equal(where()[0], "begin");
    wait(1);
    assert.equal(where()[0], "bounded");
    play(false);
  }
  here.content.events[0].text = { en: "T" };
});

test("playing goes by day too, and at three speeds", () => {
  press(walking.turnWay);
  assert.equal(currentView().by, "day");
  play(true);
  walking.turnSpeed();
  assert.equal(told.playing.at(-1), "true false fast");
  wait(1000);
  assert.equal(where()[1], "2022-01-03");
  walking.turnSpeed();
  wait(3999);
  assert.equal(where()[1], "2022-01-03");
  wait(1);
  assert.equal(where()[1], "2022-01-04");
  goToDay(8);
  wait(4000);
  assert.equal(here.player.isPlaying, false);
  walking.turnSpeed();
  assert.equal(told.playing.at(-1), "false false normal");
  play(true);
  assert.equal(where()[1], "2022-01-02");
  assert.equal(new URLSearchParams(here.state.search).get("event"), null, "of the day, no event was chosen");
});

test("the ways to walk come round", () => {
  const ways = [];
  for (let n = 0; n < 4; n += 1) {
    press(walking.turnWay);
    ways.push(`${currentView().by} ${new URLSearchParams(addresses().at(-1)).get("by")}`);
  }
  assert.deepEqual(ways, ["day day", "chapter chapter", "event null", "day day"]);
  const { chapters } = here.content;
  here.content.chapters = [];
  for (const by of ["event", "day", "event"]) {
    press(walking.turnWay);
    assert.equal(currentView().by, by);
  }
  here.content.chapters = chapters;
});

test("the story is told from its first chapter to its last, and anew", () => {
  press(walking.tellStory);
  assert.deepEqual([...where(), currentView().by], ["bounded", "2022-01-04", "chapter"]);
  assert.match(addresses().at(-1), /date=2022-01-04/);
  wait(STEP); // "One" and "T" are read within the least time
  assert.deepEqual(where(), ["order", "2022-01-06"]);
  wait(STEP);
  assert.equal(here.player.isPlaying, false);
  assert.equal(addresses().length, 3);
  play(true);
  assert.equal(where()[0], "bounded");
  press(walking.toLast);
  assert.equal(where()[0], "order");
});

test("the title of a chapter is read for that of its event", () => {
  const { chapters } = here.content;
  here.content.chapters = chapters.map((chapter) => ({ ...chapter, title: { en: "O".repeat(148) } }));
  press(walking.tellStory);
  for (const id of ["bounded", "order"]) {
    wait(11_199); // 150 letters with a blank and the event's text
    assert.deepEqual([where()[0], here.player.isPlaying], [id, true]);
    wait(1);
  }
  assert.equal(here.player.isPlaying, false);
  here.content.chapters = chapters;
});

test("where there are no chapters the story is told by event", () => {
  const { chapters } = here.content;
  here.content.chapters = [];
  press(() => goToEvent(order));
  walking.tellStory();
  assert.deepEqual([where()[0], here.player.isPlaying], ["begin", true]);
  here.content.chapters = chapters;
});

test("a step by hand is shown as long as if it had come by itself", () => {
  play(true);
  wait(STEP - 1);
  press(() => walk(+1));
  wait(STEP - 1);
  assert.equal(where()[0], "bounded");
  wait(1);
  assert.equal(where()[0], "undated");
});

test("a step by hand plays nothing, and what shows the same place gives it no time anew", () => {
  const before = told.playing.length;
  press(() => walk(+1));
  assert.equal(told.playing.length, before);
  play(true);
  wait(STEP - 1);
  act({ do: "set", changes: { account: "now" }, hand: null });
  assert.equal(where()[0], "bounded");
  wait(1);
  assert.equal(where()[0], "undated");
});

const card = { closest: (parts) => (parts === "section.card" ? {} : null) };
const inCard = { closest: () => ({}) };
const elsewhere = { closest: () => null };

for (const [what, come, go] of [
  ["a hand that moves over the card", ["pointermove", { target: card }], ["pointermove", { target: elsewhere }]],
  ["a hand that leaves the page", ["pointermove", { target: inCard }], ["pointerout", { relatedTarget: null }]],
  ["a key's focus in the card", ["focusin", { target: inCard }], ["focusin", { target: elsewhere }]],
  [
    "a page that is hidden",
    ["visibilitychange", { target: { hidden: true } }],
    ["visibilitychange", { target: { hidden: false } }],
  ],
]) {
  test(`${what} holds the time, and the rest of it is to come`, () => {
    const before = told.playing.length;
    happen(...come); // before playing nothing is held
    assert.deepEqual([here.player.isHeld, told.playing.length], [false, before]);
    play(true);
    assert.equal(told.playing.at(-1), "true false normal");
    wait(STEP - 1);
    happen(...come);
    assert.equal(told.playing.at(-1), "true true normal");
    happen("pointerout", { relatedTarget: inCard }); // from one word of the card to another
    wait(60_000);
    assert.equal(where()[0], "begin");
    happen(...go);
    assert.equal(told.playing.at(-1), "true false normal");
    wait(1);
    assert.equal(where()[0], "bounded");
  });
}

test("the card itself has the focus once an event is chosen, which holds nothing", () => {
  play(true);
  happen("focusin", { target: card });
  wait(STEP);
  assert.equal(where()[0], "bounded");
});

test("whatever is done is shown at once", () => {
  const before = told.shown;
  act({ do: "set", changes: { lang: "pl" }, hand: null });
  assert.equal(told.shown, before + 1);
});
