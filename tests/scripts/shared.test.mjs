/* What Python and the browser both compute: one table, shared.json, which test_scripts.py reads too. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { numberIn, valueAt, wordsIn } from "../../statement_map/browser/program/parts.js";
import { stepOf } from "../../statement_map/browser/program/sequence.js";

const given = (name) => JSON.parse(readFileSync(process.env[name], "utf-8"));
const { values, days, words, texts, numbers } = given("SHARED");
const { events, steps } = given("CONTENT");

for (const { changes, at } of values) {
  test(`what holds at each step of ${JSON.stringify(changes)}`, () => {
    assert.deepEqual(
      at.map((_, step) => valueAt(changes, step)),
      at,
    );
  });
}

for (const { event, current, day } of days) {
  test(`${event} leads from ${current} to ${day}`, () => {
    const its = events.find(({ id }) => id === event);
    const step = steps.findIndex(({ date }) => date === current);
    assert.equal(steps[stepOf(its, step)].date, day);
  });
}

for (const { language, entry, gaps, text } of words) {
  test(`${JSON.stringify(entry)} with ${JSON.stringify(gaps)} in ${language}`, () => {
    assert.equal(wordsIn(language, { key: entry }).say("key", gaps), text);
  });
}

for (const { text, language, read } of texts) {
  test(`${JSON.stringify(text)} in ${language}`, () => {
    assert.equal(wordsIn(language, {}).read(text), read);
  });
}

for (const { language, number, written } of numbers) {
  test(`${number} in ${language}`, () => {
    assert.equal(numberIn(language, number), written);
  });
}
