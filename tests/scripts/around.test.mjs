/* Layout of page and handout: a finger that sweeps, what buttons and keys do, the cover, and the axis. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { putDocument } from "./document.mjs";
import { happen, wait } from "./window.mjs";
import { viewWith } from "./spoken.mjs";

putDocument();
globalThis.ToggleEvent = class extends Event {
  constructor(kind, newState) {
    super(kind);
    this.newState = newState;
  }
};
const PROGRAM = "../../statement_map/browser/program";
const { element } = await import(`${PROGRAM}/parts.js`);
const { currentView, here, start } = await import(`${PROGRAM}/walking.js`);
const { ACTS, closeGroup, KEYS, toggleTopic } = await import(`${PROGRAM}/layout/acts.js`);
const { markInList, showAround, showPlaying } = await import(`${PROGRAM}/layout/around.js`);
const { listenForGroups, showDay } = await import(`${PROGRAM}/layout/axis.js`);
const { hasCoverBefore, showCover } = await import(`${PROGRAM}/layout/cover.js`);
const { listenForSwipes } = await import(`${PROGRAM}/layout/swipe.js`);

const content = JSON.parse(readFileSync(process.env.CONTENT, "utf-8"));
const { body, documentElement: root } = document;
let search = "";
start({ search: () => search, addressOf: (it) => `?${it}`, show() {}, showPlaying() {}, tell() {} });

const AT = "event=order&date=2022-01-06&lang=en";
const go = (to) => {
  search = to;
  happen("popstate");
};
beforeEach(() => {
  here.content = { ...content, language: "en", languages: ["en", "pl"], cover: true };
  body.replaceChildren();
  body.focus();
  go(AT);
});
const event = () => currentView().event?.id ?? null;
const does = (table, name) => new Map(table).get(name)();

// ------------------------------------------------------------------ a finger

listenForSwipes();
const sheet = () => {
  const node = element("p");
  body.append(element("div", { class: "st-key-sheet" }, node));
  return node;
};
function sweep(node, [fromX, fromY], [toX, toY], fingers = 1) {
  const touches = Array.from({ length: fingers }, () => ({ clientX: fromX, clientY: fromY }));
  node.dispatchEvent(Object.assign(new Event("touchstart", { bubbles: true }), { touches }));
  const changedTouches = [{ clientX: toX, clientY: toY }];
  node.dispatchEvent(Object.assign(new Event("touchend", { bubbles: true }), { changedTouches }));
}

/* From where to where a finger goes, and what is shown after the order: 60 px across, at most half as steep. */
for (const [what, to, shown] of [
  ["to the left, to the next", [140, 100], "close"],
  ["to the right, back", [260, 100], "undated"],
  ["not far enough", [141, 100], "order"],
  ["down the sheet", [200, 300], "order"],
  ["as steep as may be", [140, 130], "close"],
  ["too steep", [140, 131], "order"],
]) {
  test(`a sweep ${what}`, () => {
    sweep(sheet(), [200, 100], to);
    assert.equal(event(), shown);
  });
}

test("a finger scrolls at once, and sweeps once", () => {
  const touch = document.heard.find(({ kind }) => kind === "touchstart");
  assert.equal(touch.passive, true, "else the browser would wait for what it does");
  const node = sheet();
  sweep(node, [200, 100], [260, 100]);
  node.dispatchEvent(
    Object.assign(new Event("touchend", { bubbles: true }), { changedTouches: [{ clientX: 0, clientY: 100 }] }),
  );
  assert.equal(event(), "undated");
});

test("two fingers, or one that is not on the sheet, sweep nothing", () => {
  sweep(sheet(), [200, 100], [0, 100], 2);
  sweep(body, [200, 100], [0, 100]);
  assert.equal(event(), "order");
  body.dispatchEvent(Object.assign(new Event("touchend", { bubbles: true }), { changedTouches: [{ clientX: 0 }] }));
  assert.equal(event(), "order");
});

// ------------------------------------------------------------------ buttons and keys

/* What is pressed, where, and what is shown then: the event, the way, whether it plays. */
for (const [table, name, from, shown] of [
  [ACTS, "next", AT, "close event false"],
  [ACTS, "previous", AT, "undated event false"],
  [ACTS, "play", AT, "order event true"],
  [ACTS, "pace", AT, "order day false"],
  [ACTS, "story", AT, "bounded chapter true"],
  [ACTS, "start", "lang=en", "bounded chapter true"],
  [ACTS, "look", "lang=en", "begin event false"],
  [KEYS, "ArrowRight", AT, "close event false"],
  [KEYS, "ArrowLeft", AT, "undated event false"],
  [KEYS, "Home", AT, "begin event false"],
  [KEYS, "End", AT, "close event false"],
  [KEYS, " ", AT, "order event true"],
]) {
  test(`${name === " " ? "the blank" : name} leads from ${from} to ${shown}`, () => {
    go(from);
    does(table, name);
    assert.equal([event(), currentView().by, here.player.isPlaying].join(" "), shown);
    if (here.player.isPlaying) does(ACTS, "play");
    assert.equal(here.player.isPlaying, false, "pressed again it stops");
  });
}

test("the speed is turned, and the keys are told of until they are closed", () => {
  does(ACTS, "speed");
  assert.equal(here.speed, "fast");
  const done = [];
  const dialog = Object.assign(element("dialog", { class: "keys" }), {
    showModal: () => done.push("open"),
    close: () => done.push("close"),
  });
  does(KEYS, "?");
  body.append(dialog);
  does(ACTS, "help");
  does(ACTS, "close");
  assert.deepEqual(done, ["open", "close"]);
});

test("a topic is hidden, another besides, and both are shown again", () => {
  here.content.topics = { t: { en: "T" }, u: { en: "U" } };
  const press = (topic) => {
    toggleTopic(element("button", { "data-topic": topic }));
    return currentView().topics.join();
  };
  assert.deepEqual(["t", "u", "t", "u"].map(press), ["t", "t,u", "u", ""]);
});

test("a group closes when one of its events is chosen", () => {
  const link = element("a");
  const list = Object.assign(element("div", { class: "group-list" }, link), {
    hidePopover: () => (list.hidden = true),
  });
  closeGroup(link);
  assert.ok(list.hidden);
});

// ------------------------------------------------------------------ the cover

test("the cover is shown and taken away, and it is told whether that is something new", () => {
  assert.deepEqual([true, true, false, false].map(showCover), [true, false, true, false]);
  showCover(true);
  assert.ok("cover" in root.dataset);
  showCover(false);
  assert.ok(!("cover" in root.dataset));
});

test("the cover lies before the first event, and a step back leads to it, by whichever way", () => {
  for (const [from, is] of [
    [AT, false],
    ["event=begin", true],
    ["event=bounded&by=chapter", true],
    ["event=order&by=chapter", false],
    ["date=2022-01-03", false], // no event
    ["lang=en", false], // it is shown already
  ]) {
    go(from);
    assert.equal(hasCoverBefore(), is, from);
  }
  go("event=bounded&date=2022-01-04&by=chapter&panel=text&lang=en");
  does(ACTS, "play");
  does(ACTS, "previous");
  assert.deepEqual([currentView().cover, here.state.search, here.player.isPlaying], [true, "lang=en", false]);
  here.content.cover = false;
  go("event=begin&lang=en");
  does(ACTS, "previous");
  assert.equal(event(), "begin");
});

test("where there are no days, looking around leads to the first event", () => {
  here.content.steps = [];
  go("lang=en");
  does(ACTS, "look");
  assert.match(here.state.search, /event=begin/);
});

test("who pressed what is gone with the cover goes on with Next, and nobody else", () => {
  const next = element("button", { "data-act": "next" });
  const cover = element("div", { class: "cover" }, element("button"));
  const other = element("button");
  body.append(next, cover, other);
  for (const [holder, has] of [
    [body, next],
    [cover.firstElementChild, next],
    [other, other],
  ]) {
    for (const name of ["look", "start"]) {
      holder.focus();
      does(ACTS, name);
      assert.equal(document.activeElement, has);
    }
  }
});

// ------------------------------------------------------------------ around the map

test("what the event is, which topics are hidden, how it is walked and where a step leads stand on the page", () => {
  const links = ["order", "close", "order"].map((id) => element("a", { "data-event": id }));
  const [list, strip] = [element("ul", { class: "event-list" }, ...links), element("div", { class: "strip" })];
  const [one, other] = ["t", "u"].map((topic) => element("button", { "data-topic": topic }));
  const [previous, next] = ["previous", "next"].map((name) => element("button", { "data-act": name }));
  const inReview = element("a", { "data-event": "order" });
  body.append(list, strip, element("div", { class: "review-text" }, inReview), one, other, previous, next);
  const current = () => links.map((link) => link.getAttribute("aria-current"));
  go(`${AT}&hide-topics=t&by=chapter`);
  showAround(here.content, { ...viewWith({}), ...currentView() });
  assert.deepEqual([...current(), inReview.getAttribute("aria-current")], [null, null, null, "true"]);
  wait(199);
  assert.deepEqual(current(), [null, null, null]);
  wait(1);
  assert.deepEqual(current(), ["true", null, "true"], "once the hand rests");
  assert.deepEqual(
    [one, other].map((it) => it.getAttribute("aria-pressed")),
    ["false", "true"],
  );
  assert.deepEqual([root.dataset.hidden, root.dataset.by], ["t", "chapter"]);
  assert.equal(strip.style.getPropertyValue("--step"), "4", "6 January is the fifth day");
  assert.deepEqual([previous.disabled, next.disabled], [false, true], "it is the last chapter");
  go("event=begin&date=2022-01-02&lang=en");
  showAround(here.content, { ...viewWith({}), ...currentView() });
  assert.deepEqual([previous.disabled, next.disabled], [false, false], "before it there is the cover");
  here.content.cover = false;
  showAround(here.content, { ...viewWith({}), ...currentView() });
  assert.equal(previous.disabled, true);
  wait(199);
  showAround(here.content, { ...viewWith({}), ...currentView() });
  wait(1);
  assert.deepEqual(current(), ["true", null, "true"], "a hand that goes on marks nothing");
  wait(199);
  assert.deepEqual(current(), [null, null, null], "it is not in this list");
  markInList({ id: "close" });
  assert.deepEqual(current(), [null, "true", null]);
  markInList(null);
  assert.deepEqual(current(), [null, null, null]);
});

test("how it plays is for the style to show", () => {
  showPlaying({ player: { isPlaying: true, isHeld: false, left: 3000 }, speed: "slow" });
  assert.deepEqual([root.dataset.playing, root.dataset.held, root.dataset.speed], ["true", "false", "slow"]);
  assert.equal(root.style.getPropertyValue("--shown-for"), "3000ms");
});

// ------------------------------------------------------------------ the axis

/** The nine days of TIMELINE on an axis of so many columns, with a row for each of these brackets. */
function axis(columns, ...brackets) {
  const lanes = ["stated", "within", "none"].map((name) => element("div", { class: `lane lane-${name}` }));
  const chosen = element("div", { class: "chosen", hidden: true }, element("span"));
  const rows = brackets.map(([name, column, row]) => {
    const [gridColumnStart, gridColumnEnd] = column.split(" / ");
    return Object.assign(element("div", { class: name }), {
      style: { gridColumnStart, gridColumnEnd, gridRowStart: row },
    });
  });
  const strip = element("div", { class: "strip" }, ...lanes, element("div", { class: "brackets" }, ...rows), chosen);
  strip.style.setProperty("--columns", `${columns}`);
  // As a browser does it, the two ends of what lies in a grid are known by themselves.
  Object.defineProperty(chosen.style, "gridColumn", {
    set(both) {
      [this.gridColumnStart, this.gridColumnEnd] = both.split(" / ");
    },
  });
  body.append(strip);
  return { strip, chosen, rows, lanes };
}
const show = (more) => showDay(here.content, viewWith({ ...currentView(), ...more }));
const at = (id) => here.content.events.find((each) => each.id === id);

test("the slider stands at the day, and says it with what is stated for it", () => {
  const slider = element("input", { type: "range" });
  const shown = element("output");
  body.append(element("div", { class: "st-key-date" }, slider, shown));
  show({ step: 4, event: null });
  const { max, value, dataset } = slider;
  assert.deepEqual([max, value, dataset.day], ["8", "4", "2022-01-06"]);
  assert.equal(slider.getAttribute("aria-label"), "date-slider");
  assert.match(slider.getAttribute("aria-valuetext"), /6 January 2022, day-spoken 1$/);
  assert.equal(shown.textContent, here.content.steps[4].day.en);
  show({ step: 5, event: null });
  assert.match(slider.getAttribute("aria-valuetext"), /7 January 2022, day-spoken-none$/);
});

/* The event, and its lane: the text states its day, leaves some, or has none. */
for (const [id, lane] of [
  ["order", "stated"],
  ["bounded", "within"],
  ["undated", "none"],
  [null, undefined],
]) {
  test(`${id ?? "no event"} is chosen in the lane ${lane}`, () => {
    const { strip, chosen, lanes } = axis(9);
    show({ step: 2, event: id && at(id) });
    assert.equal(strip.style.getPropertyValue("--step"), "2");
    assert.deepEqual(
      lanes.filter((each) => each.classList.contains("is-chosen")).map((each) => each.className),
      lane ? [`lane lane-${lane} is-chosen`] : [],
    );
    assert.equal(chosen.hidden, lane !== "within");
  });
}

test("the bracket of an event spans its days, by as many columns as the axis has, with its date in it", () => {
  // Of nine days, from 2 January on, it may be on the third to the seventh.
  for (const [columns, ends] of [
    [9, ["3", "8"]],
    [18, ["5", "14"]], // two for each day: the last day begins at the thirteenth
    [3, ["1", "4"]],
  ]) {
    const { chosen } = axis(columns);
    show({ event: { ...at("bounded"), opens: [true, false] } });
    assert.deepEqual([chosen.style.gridColumnStart, chosen.style.gridColumnEnd], ends);
    assert.equal(chosen.className, `chosen look-${at("bounded").look} opens-before`);
    assert.equal(chosen.textContent, at("bounded").date.en);
    body.replaceChildren();
  }
});

test("an event that may be after its last day is open there, and one whose days are not known has no bracket", () => {
  const { chosen } = axis(9);
  show({ event: { ...at("bounded"), opens: [false, true] } });
  assert.equal(chosen.className, `chosen look-${at("bounded").look} opens-after`);
  show({ event: { ...at("bounded"), span: undefined } });
  assert.equal(chosen.hidden, false);
});

test("it lies in the place of the bracket that is the same, else below the last", () => {
  const look = `span look-${at("bounded").look}`;
  const { chosen, rows } = axis(
    9,
    [look, "3 / 7", "1"],
    ["span look-other", "3 / 8", "3"],
    [look, "2 / 8", "4"],
    [look, "3 / 8", "2"],
  );
  show({ event: at("bounded") });
  assert.equal(chosen.style.gridRow, "2");
  assert.deepEqual(
    rows.map((row) => row.classList.contains("is-same")),
    [false, false, false, true],
  );
  show({ event: at("order") });
  assert.deepEqual(
    rows.map((row) => row.classList.contains("is-same")),
    [false, false, false, false],
  );
  body.replaceChildren();
  const other = axis(9, [look, "1 / 2", "1"], ["undrawn", "1 / 2", "4"]);
  show({ event: at("bounded") });
  assert.equal(other.chosen.style.gridRow, "4");
});

test("a group is filled when it opens: with two lists, and with how many more there are", () => {
  listenForGroups(() => viewWith(currentView()));
  const group = element("div", { "data-lists": "begin bounded 7 | close" }, element("h3"));
  body.append(group);
  const open = (state, node = group) => node.dispatchEvent(new ToggleEvent("beforetoggle", state));
  const other = element("div", {}, element("ul")); // a popover that Python has filled
  body.append(other);
  open("open", other);
  assert.equal(other.querySelectorAll("ul").length, 1);
  open("closed");
  assert.equal(group.querySelectorAll("ul").length, 0);
  const { content: shown } = here;
  here.content = null;
  open("open");
  here.content = shown;
  for (let n = 0; n < 2; n += 1) open("open");
  assert.deepEqual(
    group
      .querySelectorAll("ul")
      .map((list) => list.children.map((row) => row.querySelector("a")?.dataset.event ?? row.textContent)),
    [["begin", "bounded", "accounts-more 7"], ["close"]],
  );
  assert.equal(group.querySelector("li").className, "topic-t");
  assert.equal(group.querySelector(".mark").className, `mark shape-${content.shapes.t}`);
});
