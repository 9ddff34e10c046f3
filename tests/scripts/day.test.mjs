/* The block of a day: what is stated for it or not excluded, counted and listed, and long lists a part at a time. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { putDocument } from "./document.mjs";
import { eventOf, viewWith } from "./spoken.mjs";
import { buildDay } from "../../statement_map/browser/program/card/day.js";

mock.timers.enable({ apis: ["setTimeout"] });
beforeEach(putDocument);

const steps = [{ date: "2022-01-05", full_day: { en: "Wednesday, 5 January" } }];
/** A statement of as many paragraphs as there are accounts, all at one step. */
const contentOf = (accounts, events) => ({ steps, accounts: accounts.map((account) => [[0, account]]), events });
/** `n` events of paragraph 1, each on a date of its own. */
const many = (n, state = "now") => Array.from({ length: n }, (_, i) => eventOf(`e${i}`, { states: [[0, state]] }));
const at = (node, selector) => node.querySelectorAll(selector).map((each) => each.textContent);
const put = (content, view = {}) => {
  const block = buildDay(content, viewWith(view));
  document.body.append(block);
  return block;
};

test("the day is named, and how the chosen event stands to it", () => {
  const over = eventOf("over", { states: [[0, "earlier"]] });
  const block = put(contentOf(["other-date"], [over]), { event: over });
  assert.deepEqual(at(block, "h3"), ["day-shown Wednesday, 5 January"]);
  assert.deepEqual(at(block, ".stands"), ["selected-earlier"]);
  assert.deepEqual(at(put(contentOf(["other-date"], [over])), ".stands"), []);
});

/* The accounts of the paragraphs, the states and paragraphs of events, and what stands above the lists. */
for (const [what, accounts, events, heads] of [
  ["an event for its paragraph is counted once", ["now"], [["now", [1]]], ["day-now: day-paragraphs 1"]],
  [
    "two events of a paragraph are counted as such",
    ["now"],
    [
      ["now", [1]],
      ["now", [1]],
    ],
    ["day-now: day-paragraphs 1, day-events 2"],
  ],
  ["two paragraphs of one event too", ["now", "now"], [["now", [1, 2]]], ["day-now: day-paragraphs 2, day-events 1"]],
  [
    "what is possible and what is left open are apart",
    ["possible", "open"],
    [
      ["possible", [1]],
      ["open", [2]],
    ],
    ["day-none-stated", "day-possible: day-paragraphs 1", "day-open: day-paragraphs 1"],
  ],
  ["a day that is excluded has nothing to list", ["other-date"], [["later", [1]]], ["day-none-stated"]],
]) {
  test(what, () => {
    const all = events.map(([state, paragraphs], n) => eventOf(`e${n}`, { states: [[0, state]], paragraphs }));
    assert.deepEqual(at(put(contentOf(accounts, all)), "h4, .no-stated, summary"), heads);
  });
}

test("what is possible is unfolded where no event is chosen, what is open never, and each is explained", () => {
  const events = [
    eventOf("p", { states: [[0, "possible"]] }),
    eventOf("o", { states: [[0, "open"]], paragraphs: [2] }),
  ];
  const content = contentOf(["possible", "open"], events);
  for (const [event, unfolded] of [
    [null, ["possible"]],
    [events[1], []],
  ]) {
    const block = put(content, { event });
    assert.deepEqual(
      block.querySelectorAll("details[open]").map(({ className }) => className),
      unfolded,
    );
    assert.deepEqual(at(block, "details small:not(.own-date)"), ["day-explain-possible", "day-explain-open"]);
    assert.deepEqual(at(block, "details .events a"), ["P", "O"]); // so few are there at once, folded or not
  }
});

test("less sure events of the same paragraphs are told as others", () => {
  const events = [eventOf("sure"), eventOf("less", { states: [[0, "possible"]] })];
  const block = put(contentOf(["now"], events));
  assert.deepEqual(at(block, ".others"), ["day-others"]);
  assert.deepEqual(
    block.querySelectorAll("ul.events").map((list) => at(list, "a")),
    [["SURE"], ["LESS"]],
  );
});

const rows = (list) => list.querySelectorAll("li").map((row) => row.querySelector("a")?.textContent ?? row.textContent);
const named = (n) => Array.from({ length: n }, (_, i) => `E${i}`);

/* How many events, and what stands in the list at once, and when the hand has rested for 0.2 s. */
for (const [n, first, later] of [
  [40, named(40), named(40)],
  [41, [...named(12), "+29"], named(41)],
  [200, [...named(12), "+188"], named(200)],
  [201, [...named(12), "+189"], [...named(200), "+1"]],
]) {
  test(`of ${n} events a list begins with ${first.length} rows, and has ${later.length} when the hand rests`, () => {
    const list = put(contentOf(["now"], many(n))).querySelector("ul.events");
    assert.deepEqual(rows(list), first);
    mock.timers.tick(199);
    assert.deepEqual(rows(list), first);
    mock.timers.tick(1);
    assert.deepEqual(rows(list), later);
  });
}

test("a list that is gone meanwhile is not made whole", () => {
  const block = put(contentOf(["now"], many(41)));
  const list = block.querySelector("ul.events");
  block.remove();
  mock.timers.tick(1000);
  assert.equal(list.children.length, 13);
});

test("who stands in a list by keyboard finds it whole", () => {
  const content = contentOf(["now"], many(201));
  put(content).querySelector("ul.events a").focus();
  assert.equal(rows(put(content).querySelector("ul.events")).length, 201); // 200, and how many more
});

test("a long folded list is built when it is opened, once, and one that is open at once", () => {
  const weak = contentOf(["now"], [eventOf("now"), ...many(51, "possible")]);
  weak.accounts.push([[0, "possible"]]);
  for (const event of weak.events.slice(1)) event.paragraphs = [2];
  const chosen = put(weak, { event: weak.events[0] });
  const folded = chosen.querySelector("details.possible");
  assert.equal(folded.querySelector("ul"), null);
  for (let n = 0; n < 2; n += 1) folded.dispatchEvent(new Event("toggle"));
  assert.equal(folded.querySelectorAll("ul").length, 1);
  assert.ok(put(weak).querySelector("details.possible ul"));
  weak.events.pop();
  assert.ok(put({ ...weak }, { event: weak.events[0] }).querySelector("details.possible ul"), "50 are few");
  const others = many(10, "open").map((event, n) => ({ ...event, id: `other${n}`, paragraphs: [2] }));
  weak.events.push(...others);
  assert.equal(put({ ...weak }, { event: weak.events[0] }).querySelector("details.possible ul"), null, "and 10 others");
});
