/* What was typed into fields since Python heard of them last, noted at each press of a key.
 *
 * What is typed into a work is in `localStorage`, by the id of the work, and what is typed into the
 * form of the start in `sessionStorage`: a store that answers later, as IndexedDB does, may be too
 * late where a page is left.
 */
import { localStore, tabStore } from "./stores.js";

const KEY = "statement-map-review-typed";
const FIELD = "[class*='st-key-review-'] :is(input:not([role]):not([type=checkbox]):not([type=file]), textarea)";
const START = ["pasted", "published", "title", "issuer", "publisher", "url"];
/** @type {Typing} */
const typing = { entries: {}, record: null, run: { messages: 0, desk: null, digest: null }, isListening: false };

/** Note from now on what is typed; `onFull` is called where there is no room for it.
 *
 * @type {(onFull: () => void) => void}
 */
export function listenForTyping(onFull) {
  if (typing.isListening) return;
  typing.isListening = true;
  for (const entry of readEntries(tabStore, KEY)) typing.entries[entry.key] = entry;
  /** @type {(event: Event) => void} */
  const take = ({ target, type }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      if (!note(target, type === "change")) onFull();
  };
  for (const kind of ["input", "change"]) document.addEventListener(kind, take, true);
  // Hands may have been quicker than this program.
  /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */
  const fields = document.querySelectorAll(FIELD);
  for (const field of fields) {
    if (field.value && fieldPath(field)?.kind === "start") note(field, false);
  }
}

/** Whether something was typed into the work that Python has not answered. */
export function isTyping() {
  return entriesOf((kind) => kind !== "start").length > 0;
}

/** Take which run this is, and forget what Python has answered with it: once the work is another
 * one, or two runs later; never without a work.
 *
 * @type {(run: Typing["run"]) => void}
 */
export function answerTyped(run) {
  typing.run = run;
  if (!run.desk) return;
  const { entries } = typing;
  /** @type {(entry: TypedEntry) => unknown} */
  const isAnswered = ({ kind, sent }) =>
    kind === "start" || (sent && (sent.digest !== run.digest || run.messages >= sent.messages + 2));
  const answered = Object.keys(entries).filter((key) => isAnswered(entries[key]));
  for (const key of answered) delete entries[key];
  if (answered.length) write();
}

/** What is typed belongs to the work `record` from now on.
 *
 * @type {(record: string) => void}
 */
export function typeInto(record) {
  if (typing.record === record) return;
  if (typing.record) localStore.remove(`${KEY}-${typing.record}`);
  typing.record = record;
  if (isTyping()) write();
}

/** What was typed into a work before, which goes to Python now.
 *
 * @type {(record: string) => TypedFound[]}
 */
export function typedInto(record) {
  for (const entry of readEntries(localStore, `${KEY}-${record}`)) typing.entries[entry.key] ??= entry;
  typing.record = record;
  for (const entry of Object.values(typing.entries))
    if (entry.kind !== "start") entry.sent = { messages: typing.run.messages, digest: null };
  return entriesOf((kind) => kind !== "start");
}

/** @type {() => TypedFound[]} */
export function typedAtStart() {
  return entriesOf((kind) => kind === "start");
}

/** Nothing was typed into the work `record` or, for null, into any.
 *
 * @type {(record: string | null) => void}
 */
export function forgetTyped(record) {
  const { entries } = typing;
  if (!record || record === typing.record) {
    for (const key of Object.keys(entries)) if (entries[key].kind !== "start") delete entries[key];
    typing.record = null;
  }
  for (const name of localStore.names()) {
    if (name === `${KEY}-${record}` || (!record && name.startsWith(KEY))) localStore.remove(name);
  }
}

/** Note what a field has, and whether Python has been sent it; return whether it could be kept.
 *
 * @type {(field: HTMLInputElement | HTMLTextAreaElement, isSent: boolean) => boolean}
 */
function note(field, isSent) {
  const path = fieldPath(field);
  if (!path) return true;
  const { messages, digest } = typing.run;
  typing.entries[path.key] = { ...path, value: field.value, sent: isSent ? { messages, digest } : null };
  return write();
}

/** @type {(field: Element) => TypedPath | null} */
function fieldPath(field) {
  const widget = field.matches(FIELD) && field.closest("[class*='st-key-review-']");
  return widget ? pathOf(widget.className) : null;
}

/** The field that a class of Streamlit's stands for: st-key-review-ROUND__KIND__ID__STEP__STEP,
 * or of the start st-key-review-NAME, with __NUMBER where it was filled again.
 *
 * @type {(classes: string) => TypedPath | null}
 */
export function pathOf(classes) {
  const key = classes.match(/st-key-review-(\S+)/)?.[1] ?? "";
  const [round, kind, id, ...steps] = key.split("__");
  if (START.includes(round)) return { key: round, kind: "start", id: round, path: [] };
  if (!/^\d+$/.test(round) || !steps.length) return null;
  const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { key: `${kind} ${id} ${steps.join(".")}`, kind, id, path };
}

/** @type {(isAsked: (kind: string) => boolean) => TypedFound[]} */
function entriesOf(isAsked) {
  return Object.values(typing.entries)
    .filter(({ kind }) => isAsked(kind))
    .map(({ kind, id, path, value }) => ({ kind, id, path, value }));
}

/** Return what a store has, and nothing that Python may not take.
 *
 * @type {(store: Store, name: string) => TypedEntry[]}
 */
function readEntries(store, name) {
  /** @type {(step: unknown) => boolean} */
  const isStep = (step) => typeof step === "string" || Number.isInteger(step);
  /** @type {(entry: any) => boolean} */
  const isEntry = (entry) =>
    [entry?.key, entry?.kind, entry?.id, entry?.value].every((each) => typeof each === "string") &&
    Array.isArray(entry.path) &&
    entry.path.every(isStep);
  return store.read(name, (entries) => Array.isArray(entries) && entries.every(isEntry)) ?? [];
}

/** @type {() => boolean} */
function write() {
  const all = Object.values(typing.entries);
  const isStart = all.filter(({ kind }) => kind === "start");
  const isField = all.filter(({ kind }) => kind !== "start");
  const areKept = put(tabStore, KEY, isStart);
  return put(localStore, `${KEY}-${typing.record}`, isField) && areKept;
}

/** @type {(store: Store, name: string, entries: TypedEntry[]) => boolean} */
function put(store, name, entries) {
  if (entries.length) return store.write(name, entries);
  store.remove(name);
  return true;
}
