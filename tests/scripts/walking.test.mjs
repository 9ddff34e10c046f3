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

walking.start({
  search: () => typed,
  addressOf: (search) => `?${search}`,
  show: () => (told.shown += 1),
  showPlaying: ({ isPlaying, pace, speed }) => told.playing.push([isPlaying, pace, speed].join(" ")),
  tell: ({ search }) => told.server.push(search),
});

assert.throws(currentView, /nothing to show/);
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
  assert.equal(addresses().length, 2);
});

test("Back shows what was there, and stops the playing", () => {
  press(() => goToEvent(order));
  play(true);
  typed = "event=bounded&date=2022-01-05&lang=en";
  happen("popstate", { state: { notice: { date: "2023" } } });
  assert.deepEqual(where(), ["bounded", "2022-01-05"]);
  assert.deepEqual(currentView().notice, { date: "2023" });
  assert.equal(here.isPlaying, false);
  play(true);
  happen("popstate"); // to an anchor of the same page
  assert.equal(here.isPlaying, true);
});

test("playing takes a step every two seconds, each an entry, and stops at the end", () => {
  play(true);
  wait(1999);
  assert.equal(where()[0], "begin");
  for (const id of ["bounded", "undated", "order", "close"]) {
    wait(id === "bounded" ? 1 : 2000);
    assert.equal(where()[0], id);
  }
  assert.equal(here.isPlaying, true);
  wait(2000);
  assert.equal(here.isPlaying, false);
  assert.equal(addresses().length, 5);
  play(true); // from the end it starts anew
  assert.equal(where()[0], "begin");
});

test("playing goes by day too, and at three speeds", () => {
  walking.turnPace();
  assert.deepEqual([here.pace, here.isPlaying], ["day", false]);
  play(true);
  walking.turnSpeed();
  assert.equal(told.playing.at(-1), "true day fast");
  wait(1000);
  assert.equal(where()[1], "2022-01-03");
  walking.turnSpeed();
  wait(3999);
  assert.equal(where()[1], "2022-01-03");
  wait(1);
  assert.equal(where()[1], "2022-01-04");
  goToDay(8);
  wait(4000);
  assert.equal(here.isPlaying, false);
  play(true);
  assert.equal(where()[1], "2022-01-02");
  walking.turnPace();
  walking.turnSpeed();
  assert.equal(told.playing.at(-1), "true event normal");
});

test("whatever is done is shown at once", () => {
  const before = told.shown;
  act({ do: "set", changes: { lang: "pl" }, hand: null });
  assert.equal(told.shown, before + 1);
});
