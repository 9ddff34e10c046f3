/* How long a step is shown, and what a press, a hand and the time make of playing: the table that holds playing.js. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AT_REST, reduce, timeFor, waitOf } from "../../statement_map/browser/program/playing.js";

const letters = (n) => ["a".repeat(n)];

/* By hand: 1.2 s for the flight, 15 letters a second, at least 4 s; the flight is no slower for whoever reads slowly. */
// prettier-ignore
const TIMES = [
  ["words of 150 letters", "event", letters(150), "normal", 11_200],
  ["a chapter is read as an event is", "chapter", letters(150), "normal", 11_200],
  ["two texts, with a blank between them", "chapter", ["a".repeat(74), "b".repeat(75)], "normal", 11_200],
  ["a few words take time to be found", "event", letters(10), "normal", 5200],
  ["who reads slowly", "event", letters(150), "slow", 21_200],
  ["who reads fast", "event", letters(150), "fast", 6200],
  ["a few words, read fast", "event", letters(10), "fast", 3200],
  ["a day is looked at", "day", letters(150), "normal", 2000],
  ["a day, slowly", "day", letters(150), "slow", 4000],
  ["a day, fast", "day", letters(150), "fast", 1000],
];

for (const [what, way, words, speed, ms] of TIMES) {
  test(what, () => assert.equal(timeFor(way, words, speed), ms));
}

const shown = { isPlaying: true, isHeld: false, left: 5000, since: 100 };
const held = { isPlaying: true, isHeld: true, left: 3000, since: 100 };

/* What it is about, the player before, the action, the player after it, and how long it waits at 2.1 s. */
// prettier-ignore
const CASES = [
  ["nothing is played before", AT_REST, { do: "release", now: 2100 }, AT_REST, null],
  ["play", AT_REST, { do: "play", ms: 5000, now: 2100 }, { isPlaying: true, isHeld: false, left: 5000, since: 2100 }, 5000],
  ["play goes on although a hand was there", held, { do: "play", ms: 5000, now: 2100 }, { isPlaying: true, isHeld: false, left: 5000, since: 2100 }, 5000],
  ["another step", shown, { do: "show", ms: 8000, now: 2100 }, { ...shown, left: 8000, since: 2100 }, 8000],
  ["another step under a hand waits for it", held, { do: "show", ms: 8000, now: 2100 }, { ...held, left: 8000, since: 2100 }, null],
  ["a hand comes: what is left stays", shown, { do: "hold", now: 2100 }, { ...shown, isHeld: true, left: 3000 }, null],
  ["a hand that comes late leaves nothing", shown, { do: "hold", now: 9000 }, { ...shown, isHeld: true, left: 0 }, null],
  ["a hand that is there already", held, { do: "hold", now: 2100 }, held, null],
  ["the hand goes: the rest of the time is to come", held, { do: "release", now: 2100 }, { ...held, isHeld: false, since: 2100 }, 3000],
  ["no hand goes", shown, { do: "release", now: 2100 }, shown, 3000],
  ["stop", shown, { do: "stop" }, AT_REST, null],
  ["stop under a hand", held, { do: "stop" }, AT_REST, null],
];

for (const [what, player, action, next, wait] of CASES) {
  test(what, () => {
    assert.deepEqual(reduce(Object.freeze(player), action), next);
    assert.equal(waitOf(next, 2100), wait);
  });
}

test("time goes by while nothing is held", () => {
  assert.equal(waitOf(shown, 3100), 2000);
  assert.equal(waitOf(shown, 6000), 0);
});
