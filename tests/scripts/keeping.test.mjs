/* What the browser keeps of a review: no reload, break, restart or second tab loses it. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { putDocument } from "./document.mjs";
import { putStores } from "./stores.mjs";

putDocument();
mock.timers.enable({ apis: ["setTimeout"] });
const happened = [];
globalThis.window = { dispatchEvent: (event) => happened.push(event.type) };
let works = putStores();
class Input extends HTMLElement {}
Object.assign(globalThis, { HTMLInputElement: Input, HTMLTextAreaElement: class {} });
/** Something is typed into a field, and sent where it is a change. */
function type(key, value, kind = "input") {
  const field = Object.assign(new HTMLElement("div"), { className: `st-key-review-${key}` });
  field.append(Object.assign(new Input("input"), { value }));
  document.body.append(field);
  field.firstElementChild.dispatchEvent(new Event(kind, { bubbles: true }));
}
const TITLE = "3__event__begin__title__en";
/** The works into which something was typed that is kept. */
const typedInto = () => Object.keys(window.localStorage).map((name) => name.replace("statement-map-review-typed-", ""));
/** A tab of its own: the program begins anew with each. */
let tabs = 0;
const openTab = async () => {
  tabs += 1;
  const page = "../../statement_map/browser/program/page";
  const keeping = await import(`${page}/keeping.js?tab=${tabs}`);
  return { ...keeping, told: [] };
};
const shelf = await import("../../statement_map/browser/program/page/shelf.js");
const { forgetTyped } = await import("../../statement_map/browser/program/page/typed.js");
const { timeIn } = await import("../../statement_map/browser/program/page/notices.js");

const WORDS = {
  full: "No room.",
  unkept: "Not kept.",
  forked: "Two of it.",
  stale: "As it was at {time}.",
  returned: "Back.",
  gone: "Gone.",
  refused: "Cannot be opened.",
  ok: "OK",
  save: "Save",
};
const NONE = {
  desk: null,
  digest: null,
  record: null,
  about: {},
  kept: null,
  forget: null,
  erase: false,
  refused: null,
};
const settled = async () => {
  for (let n = 0; n < 12; n += 1) await new Promise(setImmediate);
};
let tab;
/** A run of Python in a tab; returns what the tab told it. */
async function run(more, within = tab) {
  within.told.length = 0;
  const data = { ...NONE, session: "s1", words: WORDS, language: "en", ...more };
  within.takeKept(data, (...what) => within.told.push(what));
  await settled();
  return within.told;
}
const about = (state) => ({ title: "Map", seen: 1, of: 2, state });
const desk = (state, more = {}) => ({ desk: "d1", digest: `digest ${state}`, about: about(state), ...more });
const kept = (state, more = {}) => desk(state, { kept: { text: `text ${state}` }, ...more });
const open = () => JSON.parse(window.sessionStorage.getItem("statement-map-review"));
const notice = () => document.querySelector("body > .review-kept p")?.textContent ?? null;
const texts = () => [...works.values()].map(({ work }) => work.text);

beforeEach(async () => {
  document.querySelector("body > .review-kept")?.querySelectorAll("button").at(-1)?.click();
  document.body.replaceChildren();
  works = window.indexedDB.works;
  works.clear();
  window.indexedDB.fault = null;
  for (const store of [window.sessionStorage, window.localStorage]) {
    for (const name of Object.keys(store)) store.removeItem(name);
  }
  happened.length = 0;
  forgetTyped(null);
  tab = await openTab();
});

test("a work is asked for once its digest has changed, once, and kept when it comes", async () => {
  assert.deepEqual(await run(desk("one")), [["want", "digest one"]]);
  assert.deepEqual(await run(desk("one")), []);
  assert.deepEqual(await run(kept("one")), []);
  assert.deepEqual(texts(), ["text one"]);
  const [[id, { title, seen, of, state }]] = works;
  assert.deepEqual([open().record, title, seen, of, state], [id, "Map", 1, 2, "one"]);
  assert.deepEqual(await run(desk("one")), [], "it is kept as it is");
  assert.deepEqual(await run(desk("two")), [["want", "digest two"]]);
  await run(kept("two"));
  assert.deepEqual(texts(), ["text two"]);
});

test("a work that was kept without being asked for is not asked for", async () => {
  await run(kept("one"));
  assert.deepEqual(await run(desk("one")), []);
});

test("what is typed into a work is kept for it, until Python has answered it with the second run after", async () => {
  await run(desk("one", { record: "mine" }));
  type(TITLE, "Ti");
  assert.deepEqual(typedInto(), ["mine"]);
  type(TITLE, "Title", "change");
  await run(desk("one", { record: "mine" }));
  assert.deepEqual(typedInto(), ["mine"]);
  await run(desk("one", { record: "mine" }));
  assert.deepEqual(typedInto(), []);
});

test("a desk that was opened from a work keeps it under its id, another desk is a new work", async () => {
  await run(kept("one", { record: "mine" }));
  assert.deepEqual([...works.keys()], ["mine"]);
  await run(kept("two", { desk: "d2" }));
  assert.equal(works.size, 2);
  assert.notEqual(open().record, "mine");
});

test("until the shelf has a work it is written down in the tab", async () => {
  const before = run(kept("one"));
  const { work, isNew } = JSON.parse(window.sessionStorage.getItem("statement-map-review-pending"));
  assert.deepEqual([work.work.text, work.id, isNew], ["text one", open().record, true]);
  await before;
  assert.equal(window.sessionStorage.getItem("statement-map-review-pending"), null);
});

test("what another tab made of the same work is not written over: both are kept, and it is said", async () => {
  await run(kept("one", { record: "same" }));
  works.get("same").state = "of another tab";
  type(TITLE, "Title");
  await run(kept("two", { record: "same" }));
  assert.equal(works.size, 2);
  assert.deepEqual(texts(), ["text one", "text two"]);
  assert.deepEqual(typedInto(), [open().record], "what is typed goes along");
  assert.equal([...works.keys()][1], open().record);
  assert.equal(notice(), "Two of it.");
  await run(kept("three", { record: "same" }));
  assert.deepEqual(texts(), ["text one", "text three"], "from then on it has its own");
});

test("what comes while the shelf is slow goes with the latest, to the work that has come of it", async () => {
  await run(kept("one", { record: "same" }));
  works.get("same").state = "of another tab";
  for (const state of ["two", "three"]) void run(kept(state, { record: "same" }));
  await settled();
  await settled();
  assert.deepEqual(texts(), ["text one", "text three"]);
  assert.deepEqual([notice(), open().isStale], ["Two of it.", false]);
  assert.equal(window.sessionStorage.getItem("statement-map-review-pending"), null);
});

test("where this tab has changed nothing, what the other made of it stays", async () => {
  await run(kept("one", { record: "same" }));
  works.get("same").state = "of another tab";
  await run(kept("one", { record: "same", digest: "of a form that is open beside it" }));
  assert.deepEqual([works.size, works.get("same").state, notice()], [1, "of another tab", null]);
});

test("a state that this tab has had before is its own", async () => {
  await run(kept("one"));
  await run(kept("two"));
  const [id] = works.keys();
  works.get(id).state = "one"; // an undo of this tab's, say
  await run(kept("three"));
  assert.deepEqual([works.size, ...texts()], [1, "text three"]);
});

for (const [what, fault, said] of [
  ["has no room", new DOMException("", "QuotaExceededError"), "No room."],
  ["keeps nothing", new Error("broken"), "Not kept."],
  ["cannot keep it now", new DOMException("", "InvalidStateError"), "Not kept."],
]) {
  test(`a browser that ${what} says so, and goes on when it can`, async () => {
    await run(kept("one"));
    window.indexedDB.fault = fault;
    await run(kept("two"));
    assert.deepEqual([notice(), open().isStale, ...texts()], [said, true, "text one"]);
    window.indexedDB.fault = null;
    await run(kept("three"));
    assert.deepEqual([notice(), open().isStale, ...texts()], [null, false, "text three"]);
  });
}

// ------------------------------------------------------------------ handing back

test("a session without a desk is handed what the tab had open, once, and it is said after a break", async () => {
  await run(kept("one"));
  const { record } = open();
  tab = await openTab(); // a reload
  assert.deepEqual(await run({}), [["found", { text: "text one", typed: [], record, later: [] }]]);
  assert.deepEqual([notice(), open().desk], [null, null]);
  assert.deepEqual(await run({}), []);
  assert.deepEqual(
    (await run({ session: "s2" })).map(([name]) => name),
    ["found"],
    "the server began anew",
  );
  assert.equal(notice(), "Back.");
  await run(desk("one", { record }));
  assert.equal(notice(), "Back.", "it is the same work");
  await run(desk("two", { record }));
  assert.equal(notice(), null, "it goes on");
});

test("what was typed into it since comes with it, and what was typed at the start where there is none", async () => {
  await run(kept("one", { record: "mine" }));
  type(TITLE, "Title");
  tab = await openTab();
  const [[, { later }]] = await run({});
  assert.deepEqual(later, [{ kind: "event", id: "begin", path: ["title", "en"], value: "Title" }]);
  await run({ forget: "f1" });
  type("title", "Of the start");
  assert.deepEqual(await run({}), [], "of this session it was asked");
  const start = [{ kind: "start", id: "title", path: [], value: "Of the start" }];
  assert.deepEqual(await run({ session: "s2" }), [["found", { start }]]);
  await run({ session: "s2", desk: "d3", digest: "d", about: about("x") }); // which has it now
});

test("what was handed back is changed in its place, whatever other tabs did before", async () => {
  await run(kept("one"));
  const { record } = open();
  tab = await openTab();
  await run({});
  await run(kept("two", { desk: "d9", record }));
  assert.deepEqual([works.size, ...texts(), notice()], [1, "text two", null]);
});

test("what is older than what was typed says of when it is", async () => {
  await run(kept("one"));
  window.indexedDB.fault = new Error("broken");
  await run(kept("two"));
  window.indexedDB.fault = null;
  window.sessionStorage.removeItem("statement-map-review-pending");
  const [{ at }] = works.values();
  tab = await openTab();
  await run({});
  assert.equal(notice(), `As it was at ${timeIn(at, "en")}.`);
});

test("what a page that was left had only written down is put on the shelf first", async () => {
  await run(kept("one"));
  const { record } = open();
  const work = { ...works.get(record), state: "two", work: { text: "text two" } };
  const pending = { work, digest: "digest two", known: ["one"], isNew: true };
  window.sessionStorage.setItem("statement-map-review-pending", JSON.stringify(pending));
  tab = await openTab();
  assert.equal((await run({}))[0][1].text, "text two");
  assert.equal(window.sessionStorage.getItem("statement-map-review-pending"), null);
});

test("what was written down of another work stays off the shelf", async () => {
  await run(kept("one"));
  const pending = { work: { id: "another", work: {} }, digest: "", known: [], isNew: true };
  window.sessionStorage.setItem("statement-map-review-pending", JSON.stringify(pending));
  tab = await openTab();
  await run({});
  assert.deepEqual([works.size, ...texts()], [1, "text one"]);
  window.sessionStorage.setItem("statement-map-review-pending", JSON.stringify({ work: { id: open().record } }));
  tab = await openTab();
  assert.deepEqual(
    (await run({})).map(([name]) => name),
    ["found"],
    "what is spoilt is left",
  );
});

test("a work that is gone is said to be, and one that cannot be opened is set aside and may be saved", async () => {
  await run(kept("one"));
  const { record } = open();
  works.clear();
  tab = await openTab();
  assert.deepEqual(await run({}), []);
  assert.deepEqual([notice(), open()], ["Gone.", null]);
  document.querySelector(".review-kept button").click();
  assert.deepEqual([await run({ session: "s2" }), notice()], [[], null], "it is said once");
  tab = await openTab();
  await run(kept("one", { record }));
  tab = await openTab();
  await run({});
  await run({ refused: record });
  assert.deepEqual([notice(), works.get(record).refused, open()], ["Cannot be opened.", true, null]);
  assert.deepEqual(happened, ["statement-map:shelf"]);
  assert.deepEqual(
    document.querySelectorAll(".review-kept button").map((button) => button.textContent),
    ["Save", "OK"],
  );
});

test("a work whose files are spoilt is refused at once, and Python gets nothing of it", async () => {
  works.set("spoilt", { id: "spoilt", state: "one", at: 1, work: "text" });
  await run({});
  tab.told.length = 0;
  await tab.handOver(works.get("spoilt"));
  assert.deepEqual([tab.told, notice(), works.get("spoilt").refused], [[], "Cannot be opened.", true]);
});

// ------------------------------------------------------------------ letting go

for (const erase of [false, true]) {
  test(`a work that is closed ${erase ? "and deleted is gone" : "stays on the shelf"}`, async () => {
    await run(kept("one"));
    await run({ forget: "f1", erase });
    assert.deepEqual([works.size, open()], [erase ? 0 : 1, null]);
    assert.deepEqual(happened, ["statement-map:shelf"]);
    await run({ forget: "f1", erase: true, ...kept("two", { desk: "d2" }) });
    assert.equal(works.size, erase ? 1 : 2, "it was let go once");
  });
}

test("what was said and typed of a work is gone with it, and the next one is kept from its first state on", async () => {
  await run(kept("one", { record: "same" }));
  works.get("same").state = "of another tab";
  await run(kept("two", { record: "same" }));
  type(TITLE, "Title");
  await run({ forget: "f1" });
  assert.deepEqual([notice(), typedInto()], [null, []]);
  assert.deepEqual(await run(desk("two", { desk: "d2" })), [["want", "digest two"]]);
});

test("a tab without a work has none to let go", async () => {
  await run({ forget: "f1", erase: true });
  assert.deepEqual(happened, []);
});

test("a work that cannot be opened is saved as a file", async () => {
  works.set("spoilt", { id: "spoilt", state: "one", at: 1, work: { text: "mine" } });
  const saved = [];
  URL.createObjectURL = (blob) => blob;
  HTMLElement.prototype.click = function () {
    saved.push(this);
  };
  tab.saveAsFile("spoilt");
  await settled();
  delete HTMLElement.prototype.click;
  const [{ href, download }] = saved;
  assert.deepEqual([await href.text(), download], ['{"text":"mine"}', "statement-map-review.json"]);
});

// ------------------------------------------------------------------ the shelf

test("the latest work comes first, and the shelf is cleared as a whole", async () => {
  for (const [id, at] of [
    ["a", 1],
    ["b", 3],
    ["c", 2],
  ]) {
    works.set(id, { id, at });
  }
  assert.deepEqual(
    (await shelf.works()).map(({ id }) => id),
    ["b", "c", "a"],
  );
  assert.equal(await shelf.workOf("d"), null);
  await shelf.setAside("d");
  await shelf.forgetWork("a");
  assert.deepEqual([...works.keys()], ["b", "c"]);
  await shelf.forgetWorks();
  assert.equal(works.size, 0);
});

test("a shelf that could not be opened is tried again, and one that the browser has cleared is opened anew", async () => {
  const again = await import("../../statement_map/browser/program/page/shelf.js?again");
  window.indexedDB.isShut = true;
  await assert.rejects(again.works(), /shut/);
  window.indexedDB.isShut = false;
  assert.deepEqual(await again.works(), []);
  const { last } = window.indexedDB;
  await again.works();
  assert.equal(window.indexedDB.last, last, "it is opened once");
  last.dispatchEvent(new Event("close"));
  await again.works();
  assert.notEqual(window.indexedDB.last, last);
});

test("a notice outlasts a reload, until it is closed", async () => {
  await run(kept("one", { record: "same" }));
  works.get("same").state = "of another tab";
  await run(kept("two", { record: "same" }));
  const [button] = document.querySelectorAll(".review-kept button");
  document.body.replaceChildren(); // Streamlit makes the page anew
  await run(desk("two"));
  assert.equal(notice(), "Two of it.");
  document.querySelector(".review-kept button").click();
  assert.deepEqual(
    [notice(), window.sessionStorage.getItem("statement-map-review-notice"), button.textContent],
    [null, null, "OK"],
  );
});

test("what was told before a reload is told again, by one alert that stays while its words are the same", async () => {
  const fresh = (n) => import(`../../statement_map/browser/program/page/notices.js?reload=${n}`);
  const before = await fresh(1);
  before.speakIn(WORDS, "en", () => {});
  before.notify("stale", { at: 0 });
  document.body.replaceChildren();
  const after = await fresh(2);
  after.speakIn(WORDS, "en", () => {});
  assert.equal(notice(), `As it was at ${timeIn(0, "en")}.`);
  const [alert] = document.body.children;
  assert.deepEqual([alert.getAttribute("role"), alert.querySelector("button").type], ["alert", "button"]);
  after.speakIn(WORDS, "en", () => {});
  assert.equal(document.body.firstElementChild, alert, "a screen reader would say it again");
  after.hush("gone");
  assert.ok(alert.isConnected);
  after.hush("gone", "stale");
  assert.deepEqual([notice(), window.sessionStorage.getItem("statement-map-review-notice")], [null, null]);
  window.sessionStorage.setItem("statement-map-review-notice", '{"name":1}');
  (await fresh(3)).speakIn(WORDS, "en", () => {});
  assert.equal(notice(), null, "it is spoilt");
  assert.match(timeIn(new Date(2022, 0, 5, 14, 5).getTime(), "en"), /^Jan 5, 2022, 2:05\sPM$/);
});

test("a work is handed back until Python has it: what is sent while the page is drawn may be lost", async () => {
  await run(kept("one", { record: "mine" }));
  const later = await openTab();
  const first = await run({ session: "s2" }, later);
  assert.deepEqual(
    first.map(([name]) => name),
    ["found"],
  );
  mock.timers.tick(9_999);
  assert.equal(later.told.length, 1);
  mock.timers.tick(1);
  assert.deepEqual(later.told[1], later.told[0]);
  await run(desk("one", { session: "s2", record: "mine" }), later);
  later.told.length = 0;
  mock.timers.tick(600_000);
  assert.deepEqual(later.told, []);
});
