/* What the browser keeps of a review, so that no reload, break, restart or closed tab loses it.
 *
 * Each work is on the shelf (shelf.js), as Python has it: it is sent when its digest has changed. A
 * tab knows which of them it has open (`Open`, in `sessionStorage`), for which desk of Python's. A
 * session without a desk is handed back what the tab had open, once; whoever comes with a new tab
 * chooses from the list of what is kept. A desk that was opened from no work gets a new one.
 *
 * Two tabs may have the same work open. What one of them changes is never written over what the
 * other has changed: it becomes a work of its own, and the page says so.
 */
import { insist } from "./insisting.js";
import { hush, notify, speakIn } from "./notices.js";
import { forgetWork, keepWork, setAside, workOf } from "./shelf.js";
import { tabStore } from "./stores.js";
import { answerTyped, forgetTyped, listenForTyping, typedAtStart, typedInto, typeInto } from "./typed.js";

/** What happens in the window once the shelf is another one. */
export const CHANGED = "statement-map:shelf";

const KEY = "statement-map-review";
const PENDING = `${KEY}-pending`;
const KNOWN_MOST = 50;
let stopAsking = () => {}; // for a work that is handed back to be opened
/** @type {Keeping} */
const keeping = {
  messages: 0,
  tell: () => {},
  line: Promise.resolve(),
  session: null,
  open: readOpen(),
  known: [],
  pending: null,
  digest: null,
  kept: null,
  wanted: null,
  forgotten: null,
};

/** Take what a run of the page says; `tell` sends something back to Python.
 *
 * @type {(data: ReviewTold, tell: Tell) => void}
 */
export function takeKept(data, tell) {
  keeping.messages += 1;
  keeping.tell = tell;
  listenForTyping(tellFull);
  speakIn(data.words, data.language, saveAsFile);
  answerTyped({ messages: keeping.messages, desk: data.desk, digest: data.digest });
  if (data.desk || data.refused) stopAsking();
  if (data.desk) claim(data.desk, data.record);
  if (data.kept) write(data);
  // One after the other, as the runs came: each waits for the shelf.
  keeping.line = keeping.line.then(() => follow(data));
}

/** @type {(data: ReviewTold) => Promise<void>} */
async function follow(data) {
  if (data.forget && data.forget !== keeping.forgotten) await letGo(data);
  else if (data.desk) await keep(data);
  else await handBack(data);
}

// ------------------------------------------------------------------ which work this tab has open

/** @type {() => Open | null} */
function readOpen() {
  return tabStore.read(KEY, (open) => typeof open?.record === "string");
}

/** @type {(changed: Partial<Open>) => void} */
function writeOpen(changed) {
  keeping.open = { record: "", desk: null, isStale: false, ...keeping.open, ...changed };
  tabStore.write(KEY, keeping.open);
}

function closeOpen() {
  keeping.open = null;
  tabStore.remove(KEY);
}

/** A desk that is new to this tab stands for the work that it was opened from, or for a new one.
 *
 * @type {(desk: string, record: string | null) => void}
 */
function claim(desk, record) {
  if (keeping.open?.desk !== desk) {
    if (!record) keeping.known = [];
    writeOpen({ record: record ?? newId(), desk, isStale: false });
  }
  typeInto(keeping.open?.record ?? "");
}

/** @type {() => string} */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("");
}

// ------------------------------------------------------------------ keeping

/** @type {(data: ReviewTold) => Promise<void>} */
async function keep(data) {
  if (keeping.digest && data.digest !== keeping.digest) hush("returned", "stale", "gone");
  keeping.digest = data.digest;
  if (data.kept) await store();
  else if (keeping.kept !== data.digest && keeping.wanted !== data.digest) {
    keeping.wanted = data.digest;
    keeping.tell("want", data.digest);
  }
}

/** Have the work written down at once, until the shelf has it (a write-ahead log): it answers later,
 * which may be too late where the page is left.
 *
 * @type {(data: ReviewTold) => void}
 */
function write({ about, digest, kept }) {
  const known = [...keeping.known];
  const work = { ...about, id: keeping.open?.record ?? "", at: Date.now(), work: kept ?? {} };
  keeping.pending = { work, digest, known, isNew: about.state !== known.at(-1) };
  keeping.known = [...known, about.state].slice(-KNOWN_MOST);
  tabStore.write(PENDING, keeping.pending);
}

/** Put on the shelf what was written down, the latest for all before.
 *
 * @type {() => Promise<void>}
 */
async function store() {
  const { pending } = keeping;
  if (!pending) return; // it went with a later one
  await shelve(pending).catch((error) => {
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    tellFull(isFull ? "full" : "unkept");
  });
  if (keeping.pending !== pending) return;
  keeping.pending = null;
  tabStore.remove(PENDING);
}

/** @type {(pending: Pending) => Promise<void>} */
async function shelve(pending) {
  const work = { ...pending.work, id: keeping.open?.record ?? pending.work.id };
  if ((await keepWork({ ...pending, work })) === "changed") await branch(work);
  keeping.kept = pending.digest;
  if (keeping.open?.isStale) writeOpen({ isStale: false });
  hush("full", "unkept");
}

/** Put on the shelf what a page that was left had written down alone.
 *
 * @type {() => Promise<void>}
 */
async function recover() {
  /** @type {Pending | null} */
  const pending = tabStore.read(PENDING, (it) => typeof it?.work?.id === "string" && Array.isArray(it.known));
  if (!pending || pending.work.id !== keeping.open?.record) return;
  keeping.pending = pending;
  await store();
}

/** Keep what this tab has beside what another tab made of the same work.
 *
 * @type {(work: Stored) => Promise<void>}
 */
async function branch(work) {
  const record = newId();
  await keepWork({ work: { ...work, id: record }, digest: null, known: [], isNew: true });
  writeOpen({ record });
  typeInto(record);
  notify("forked");
}

/** @type {(name?: string) => void} */
function tellFull(name = "full") {
  if (keeping.open) writeOpen({ isStale: true });
  notify(name);
}

/** The tab has no work any more; where it is to be deleted, the shelf has not either.
 *
 * @type {(data: ReviewTold) => Promise<void>}
 */
async function letGo({ forget, session, erase }) {
  const { open } = keeping;
  Object.assign(keeping, {
    session,
    forgotten: forget,
    known: [],
    pending: null,
    digest: null,
    kept: null,
    wanted: null,
  });
  closeOpen();
  tabStore.remove(PENDING);
  hush("full", "unkept", "returned", "stale", "forked");
  if (!open) return;
  forgetTyped(open.record);
  if (erase) await forgetWork(open.record).catch(() => {});
  window.dispatchEvent(new Event(CHANGED));
}

// ------------------------------------------------------------------ handing back

/** Give a session that has no work what the tab had open, and what was typed; once for each session.
 *
 * @type {(data: ReviewTold) => Promise<void>}
 */
async function handBack({ session, refused }) {
  if (keeping.open && refused === keeping.open.record) return refuse(refused);
  if (keeping.session === session) return;
  const isBreak = keeping.session !== null;
  keeping.session = session;
  await recover();
  const open = keeping.open;
  const work = open && (await workOf(open.record).catch(() => null));
  if (work) {
    if (open.isStale) notify("stale", { at: work.at });
    else if (isBreak) notify("returned");
    await handOver(work);
    return;
  }
  if (open) {
    closeOpen();
    notify("gone");
  }
  const start = typedAtStart();
  if (start.length) keeping.tell("found", { start });
}

/** Let Python open a work, or say that it cannot be.
 *
 * @type {(work: Stored) => Promise<void>}
 */
export async function handOver(work) {
  writeOpen({ record: work.id, desk: null });
  if (!work.work || typeof work.work !== "object") return refuse(work.id);
  Object.assign(keeping, { known: [work.state], digest: null });
  const later = typedInto(work.id);
  const found = { ...plain(work.work), record: work.id, later };
  stopAsking();
  stopAsking = insist(() => keeping.tell("found", found));
}

/** @type {(record: string) => Promise<void>} */
async function refuse(record) {
  closeOpen();
  await setAside(record).catch(() => {});
  notify("refused", { record });
  window.dispatchEvent(new Event(CHANGED));
}

/** Only what Python may take: a broken value must not come back with every run.
 *
 * @type {(work: Record<string, unknown>) => Record<string, unknown>}
 */
export function plain(work) {
  /** @type {(value: unknown) => boolean} */
  const isText = (value) => typeof value === "string";
  /** @type {(each: unknown) => boolean} */
  const isTyped = (each) =>
    Array.isArray(each) &&
    each.length === 4 &&
    each.slice(0, 2).every(isText) &&
    Array.isArray(each[2]) &&
    each[2].every((step) => isText(step) || Number.isInteger(step)) &&
    [each[3]].flat().every((value) => value === null || isText(value) || typeof value === "boolean");
  const texts = Object.entries(work).filter(
    ([, value]) => isText(value) || value === null || typeof value === "boolean",
  );
  const list = Array.isArray(work.typed) ? work.typed.filter(isTyped) : [];
  return { ...Object.fromEntries(texts), typed: list };
}

/** @type {(record: string) => void} */
export function saveAsFile(record) {
  void workOf(record).then((work) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(work?.work)], { type: "application/json" }));
    link.download = `${KEY}.json`;
    link.click();
  });
}
