/* What was typed since Python heard of it, the stores that keep it, and the shelf of works. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putDocument } from "./document.mjs";
import { putStores } from "./stores.mjs";

putDocument();
globalThis.window = {};
const { element } = await import("../../statement_map/browser/program/parts.js");
const { localStore, tabStore } = await import("../../statement_map/browser/program/page/stores.js");
const { answerTyped, forgetTyped, isTyping, listenForTyping, typedAtStart, typedInto, typeInto } =
  await import("../../statement_map/browser/program/page/typed.js");

const KEY = "statement-map-review-typed";
const kept = (store, name) => JSON.parse(store.getItem(name))?.map(({ key, value }) => `${key}=${value}`) ?? null;

// ------------------------------------------------------------------ stores

test("what is written is read, what is spoilt is removed, and what was not written is nothing", () => {
  putStores();
  const isText = (value) => typeof value === "string";
  assert.equal(tabStore.read("a", isText), null);
  assert.equal(tabStore.write("a", "text"), true);
  assert.equal(tabStore.read("a", isText), "text");
  for (const spoilt of ["{", "1", "null"]) {
    window.sessionStorage.setItem("a", spoilt);
    assert.equal(tabStore.read("a", isText), null);
    assert.equal(window.sessionStorage.getItem("a"), null);
  }
});

test("a store that is full says so, and one that is forbidden keeps nothing", () => {
  window.localStorage.isFull = true;
  assert.equal(localStore.write("a", 1), false);
  Object.defineProperty(window, "localStorage", {
    configurable: true,
    get() {
      throw new Error("SecurityError");
    },
  });
  assert.deepEqual([localStore.read("a", () => true), localStore.write("a", 1), localStore.names()], [null, false, []]);
  localStore.remove("a");
  Object.defineProperty(window, "localStorage", { configurable: true, writable: true, value: null });
});

// ------------------------------------------------------------------ what is typed

class Input extends HTMLElement {}
globalThis.HTMLInputElement = Input;
globalThis.HTMLTextAreaElement = class extends HTMLElement {};
/** Something is typed into the field that stands for a key; it stays typed until it is sent. */
function type(key, value, { kind = "input", attributes = {} } = {}) {
  const input = Object.assign(new Input("input"), { value });
  for (const [name, its] of Object.entries(attributes)) input.setAttribute(name, its);
  const field = element("div", { class: `st-key-review-${key}` });
  field.append(input);
  document.body.append(field);
  input.dispatchEvent(new Event(kind, { bubbles: true }));
}
let full = 0;
const run = (messages, desk, digest) => answerTyped({ messages, desk, digest });

beforeEach(() => {
  document.body.replaceChildren();
  putStores();
  full = 0;
  run(0, null, null);
  forgetTyped(null);
  typeInto("work");
});

// What hands typed before this program was there, and what the tab had kept of the start.
putStores();
window.sessionStorage.setItem(
  KEY,
  JSON.stringify([{ key: "url", kind: "start", id: "url", path: [], value: "https://a" }]),
);
const early = Object.assign(new Input("textarea"), { value: "early" });
const place = element("div", { class: "st-key-review-pasted" });
place.append(early);
document.body.append(place);
for (const [key, value] of [
  ["3__event__begin__title__en", "Title"], // which Python has
  ["title", ""],
]) {
  const field = element("div", { class: `st-key-review-${key}` });
  field.append(Object.assign(new Input("input"), { value }));
  document.body.append(field);
}
for (let n = 0; n < 2; n += 1) listenForTyping(() => (full += 1));
const began = typedAtStart();
const isTypingAtFirst = isTyping();
run(1, "desk", "d0"); // which answers what was typed at the start

test("what was typed before is there, and what was typed before the program", () => {
  assert.deepEqual(began, [
    { kind: "start", id: "url", path: [], value: "https://a" },
    { kind: "start", id: "pasted", path: [], value: "early" },
  ]);
  assert.equal(isTypingAtFirst, false);
  assert.deepEqual(typedAtStart(), []);
});

test("each press of a key is kept for the work, each of the start for the tab", () => {
  type("3__event__begin__title__en", "Ti");
  type("3__event__begin__title__en", "Title");
  type("title", "Of the start");
  assert.deepEqual(kept(window.localStorage, `${KEY}-work`), ["event begin title.en=Title"]);
  assert.deepEqual(kept(window.sessionStorage, KEY), ["title=Of the start"]);
  assert.ok(isTyping());
  assert.equal(full, 0);
  assert.deepEqual([...document.body.children].length, 3);
});

test("a press is noted although a part of the page takes it for itself", () => {
  type("3__event__begin__title__en", "T");
  const [field] = document.body.children;
  field.addEventListener("input", (event) => event.stopPropagation());
  Object.assign(field.firstElementChild, { value: "Ti" }).dispatchEvent(new Event("input", { bubbles: true }));
  assert.deepEqual(kept(window.localStorage, `${KEY}-work`), ["event begin title.en=Ti"]);
});

test("the same work is no other one: what another tab has typed into it stays", () => {
  window.localStorage.setItem(`${KEY}-work`, "[]");
  typeInto("work");
  assert.equal(window.localStorage.getItem(`${KEY}-work`), "[]");
});

test("fields that are ticked, chosen or take files are no text", () => {
  for (const attributes of [{ type: "checkbox" }, { type: "file" }, { role: "combobox" }]) {
    type("3__event__begin__title__en", "x", { attributes });
  }
  type("tools", "x");
  assert.equal(isTyping(), false);
});

test("what was sent is kept until the work is another one, or two runs later", () => {
  const typedThen = (messages, desk, digest) => {
    run(1, "desk", "d1");
    type("3__event__begin__title__en", "Title", { kind: "change" });
    run(messages, desk, digest);
    const is = isTyping();
    run(9, "desk", "d9");
    return is;
  };
  assert.equal(typedThen(1, "desk", "d1"), true, "the same run");
  assert.equal(typedThen(2, "desk", "d1"), true, "the next one may have begun before it");
  assert.equal(typedThen(3, "desk", "d1"), false);
  assert.equal(typedThen(2, "desk", "d2"), false, "the work has it");
  assert.equal(typedThen(3, null, "d1"), true, "never without a work");
  type("3__event__begin__title__en", "Title");
  run(20, "desk", "d20");
  assert.equal(isTyping(), true, "it was not sent");
});

test("what Python has answered is no longer kept", () => {
  run(1, "desk", "d1");
  type("3__event__begin__title__en", "Title", { kind: "change" });
  assert.notEqual(window.localStorage.getItem(`${KEY}-work`), null);
  run(3, "desk", "d1");
  assert.equal(window.localStorage.getItem(`${KEY}-work`), null);
});

test("what is typed goes along when the work gets another name", () => {
  type("3__event__begin__title__en", "Title");
  typeInto("other");
  assert.deepEqual(
    ["work", "other"].map((name) => kept(window.localStorage, `${KEY}-${name}`)),
    [null, ["event begin title.en=Title"]],
  );
});

test("what was typed into a work before comes with it, as far as it was not typed anew, and counts as sent", () => {
  const entry = (key, value) => ({ key, kind: "event", id: "begin", path: [key], value });
  window.localStorage.setItem(
    `${KEY}-old`,
    JSON.stringify([entry("event begin title", "old"), entry("event begin text", "kept")]),
  );
  type("3__event__begin__title", "new");
  run(4, null, null);
  assert.deepEqual(
    typedInto("old").map(({ value }) => value),
    ["new", "kept"],
  );
  type("3__event__begin__title", "newer");
  assert.deepEqual(kept(window.localStorage, `${KEY}-old`), ["event begin title=newer", "event begin text=kept"]);
  typedInto("old");
  run(5, "desk", null);
  assert.equal(isTyping(), true);
  run(6, "desk", null);
  assert.equal(isTyping(), false);
});

test("of a store only entries are read that Python may take", () => {
  const right = { key: "k", kind: "event", id: "a", path: ["places", 0], value: "v" };
  for (const wrong of [
    { ...right, value: 1 },
    { ...right, key: null },
    { ...right, path: "places" },
    { ...right, path: [1.5] },
    { ...right, id: undefined },
    null,
  ]) {
    window.localStorage.setItem(`${KEY}-old`, JSON.stringify([right, wrong]));
    assert.deepEqual(typedInto("old"), []);
    assert.equal(window.localStorage.getItem(`${KEY}-old`), null, "it is spoilt as a whole");
  }
  window.localStorage.setItem(`${KEY}-old`, JSON.stringify([right]));
  assert.deepEqual(typedInto("old"), [{ kind: "event", id: "a", path: ["places", 0], value: "v" }]);
});

test("what is forgotten of one work leaves the others, and the start", () => {
  window.localStorage.setItem("another's", "x");
  window.localStorage.setItem(`${KEY}-other`, "[]");
  type("3__event__begin__title__en", "Title");
  type("title", "Of the start");
  forgetTyped("other");
  assert.equal(window.localStorage.getItem(`${KEY}-other`), null);
  assert.equal(isTyping(), true, "it was another work");
  forgetTyped("work");
  assert.equal(isTyping(), false);
  type("3__event__begin__title__en", "Title");
  assert.equal(window.localStorage.getItem(`${KEY}-work`), null, "it belongs to the work that is opened next");
  forgetTyped("work");
  forgetTyped(null);
  window.localStorage.setItem(`${KEY}-other`, "[]");
  forgetTyped(null);
  assert.deepEqual(Object.keys(window.localStorage), ["another's"]);
  assert.deepEqual(
    typedAtStart().map(({ value }) => value),
    ["Of the start"],
  );
});

test("a store without room is told of at each press", () => {
  window.localStorage.isFull = true;
  type("3__event__begin__title__en", "T");
  type("3__event__begin__title__en", "Ti");
  assert.equal(full, 2);
  window.localStorage.isFull = false;
  type("3__event__begin__title__en", "Tit");
  assert.equal(full, 2);
});
