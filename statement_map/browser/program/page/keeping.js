/* What the browser keeps of a review, so that no reload, break or restart of the server loses it.
 *
 * In `sessionStorage`, for this tab alone and until it is closed, there are two things: the work as
 * Python has it (`kept`, sent when its digest has changed), and what was typed into fields since,
 * which Python may not have heard of yet. Each run tells which session and which desk it belongs to:
 * a session without a desk is handed back what is kept, once; a desk that is another one than what
 * is kept belongs to does not overwrite it until the visitor says so.
 *
 * Where something cannot be kept, or is brought back, the page says it at once.
 */

const KEY = "statement-map-review";
const STALE = `${KEY}-stale`; // "1" while what is kept is older than what is on the page
const TYPED = `${KEY}-typed`;
const REFUSED = `${KEY}-refused`;
const NOTICE = `${KEY}-notice`; // what the visitor was told and has not closed yet
const FIELD = "[class*='st-key-review-'] :is(input:not([role]):not([type=checkbox]):not([type=file]), textarea)";
const START = ["pasted", "published", "title", "issuer", "publisher", "url"];
/** @type {Keeping} */
const keeping = {
  messages: 0,
  typed: null,
  data: /** @type {ReviewTold} */ ({}), // comes before all else
  tell: () => {},
  isListening: false,
  notice: null,
  at: 0,
  digest: null,
  wanted: null,
  asked: null,
  forgotten: null,
};

/** Take what a run of the page says; `tell` sends something back to Python.
 *
 * @type {(data: ReviewTold, tell: Tell) => void}
 */
export function takeKept(data, tell) {
  listen();
  if (!keeping.messages) Object.assign(keeping, readNotice());
  keeping.messages += 1;
  Object.assign(keeping, { data, tell });
  forgetAnswered();
  const stored = readStored();
  if (data.forget && data.forget !== keeping.forgotten) forgetAll();
  else if (!data.desk) handBack(stored);
  else if (stored && stored.desk !== data.desk && data.replaces !== stored.desk) askWhich(stored);
  else keep(stored);
  showNotice();
}

/** Whether something was typed into the work that Python has not answered. */
export function isTyping() {
  return entriesOf((kind) => kind !== "start").length > 0;
}

// ------------------------------------------------------------------ the work

/** @type {() => Stored | null} */
function readStored() {
  const text = read(KEY);
  if (!text) return null;
  try {
    const stored = JSON.parse(text);
    if (typeof stored.desk === "string" && typeof stored.work === "object") return stored;
  } catch {
    // told below
  }
  setAside(text);
  notify("broken");
  return null;
}

/** Keep what cannot be opened where it does not come back, for whoever wants it as a file.
 *
 * @type {(text: string) => void}
 */
function setAside(text) {
  remove(KEY); // first, or a full storage would not take it
  write(REFUSED, text);
}

/** @type {(stored: Stored | null) => void} */
function keep(stored) {
  const { data, digest, notice } = keeping;
  const isOther = digest && data.digest !== digest;
  if (isOther && ["returned", "stale"].includes(notice ?? "")) notify(null);
  keeping.digest = data.digest;
  if (data.kept) store();
  else if (stored?.digest !== data.digest) want();
}

function want() {
  const { data, wanted, tell } = keeping;
  if (wanted === data.digest) return;
  keeping.wanted = data.digest;
  tell("want", data.digest);
}

function store() {
  const { data } = keeping;
  const text = JSON.stringify({ desk: data.desk, digest: data.digest, at: Date.now(), work: data.kept });
  const isKept = write(KEY, text);
  write(STALE, isKept ? "0" : "1");
  if (!isKept) notify("full");
  else if (keeping.notice === "full") notify(null);
}

/** Give a session that has no work what is kept, and what was typed; once for each session.
 *
 * @type {(stored: Stored | null) => void}
 */
function handBack(stored) {
  const { session, refused } = keeping.data;
  if (refused && stored) {
    setAside(read(KEY) ?? "");
    notify("refused");
    return;
  }
  if (keeping.session === session) return;
  const isBreak = keeping.session !== undefined;
  keeping.session = session;
  if (stored) handOver(stored, isBreak);
  else {
    const start = entriesOf((kind) => kind === "start");
    if (start.length) keeping.tell("found", { start });
  }
}

/** @type {(stored: Stored, isBreak: boolean) => void} */
function handOver(stored, isBreak) {
  keeping.at = stored.at;
  if (read(STALE) === "1") notify("stale");
  else if (isBreak) notify("returned");
  keeping.digest = null;
  const later = typed().desk === stored.desk ? entriesOf((kind) => kind !== "start") : [];
  for (const entry of Object.values(typed().entries)) entry.sent = { messages: keeping.messages, digest: null };
  keeping.tell("found", { ...plain(stored.work), desk: stored.desk, later });
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

/** @type {(stored: Stored) => void} */
function askWhich(stored) {
  if (keeping.asked === `${stored.desk} ${keeping.data.desk}`) return;
  keeping.asked = `${stored.desk} ${keeping.data.desk}`;
  keeping.tell("found", { ...plain(stored.work), desk: stored.desk, later: [] });
}

function forgetAll() {
  for (const name of [KEY, STALE, TYPED, REFUSED, NOTICE]) remove(name);
  const { forget, session } = keeping.data;
  Object.assign(keeping, { typed: null, notice: null, digest: null, wanted: null, forgotten: forget, session });
}

// ------------------------------------------------------------------ what was typed

/** Note what is typed at once: Python hears of it when the field is left, and answers later.
 *
 * @type {(event: Event) => void}
 */
function noteTyped({ target, type }) {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) note(target, type === "change");
}

/** @type {(field: HTMLInputElement | HTMLTextAreaElement, isSent: boolean) => void} */
function note(field, isSent) {
  const path = fieldPath(field);
  if (!path) return;
  const all = typed();
  const { messages, data } = keeping;
  if (path.kind !== "start") all.desk = data.desk ?? all.desk;
  all.entries[path.key] = { ...path, value: field.value, sent: isSent ? { messages, digest: data.digest } : null };
  writeTyped();
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

/** What was sent is answered once the work is another one, or two runs later; never without a work. */
function forgetAnswered() {
  if (!keeping.data.desk) return;
  const { entries } = typed();
  /** @type {(entry: TypedEntries["entries"][string]) => unknown} */
  const isAnswered = ({ sent }) =>
    sent && (sent.digest !== keeping.data.digest || keeping.messages >= sent.messages + 2);
  const answered = [...START, ...Object.keys(entries).filter((key) => isAnswered(entries[key]))];
  for (const key of answered) delete entries[key];
  if (answered.length) writeTyped();
}

/** @type {() => TypedEntries} */
function typed() {
  if (!keeping.typed) {
    try {
      keeping.typed = JSON.parse(read(TYPED) ?? "null");
    } catch {
      remove(TYPED);
    }
    if (typeof (keeping.typed?.entries ?? 0) !== "object") keeping.typed = null;
  }
  keeping.typed ??= { desk: null, entries: {} };
  return keeping.typed;
}

/** What was typed, of the kinds that are asked for, and nothing that Python may not take.
 *
 * @type {(isAsked: (kind: string) => boolean) => Array<Omit<TypedPath, "key"> & { value: string }>}
 */
function entriesOf(isAsked) {
  /** @type {(step: unknown) => boolean} */
  const isStep = (step) => typeof step === "string" || Number.isInteger(step);
  return Object.values(typed().entries)
    .filter(
      ({ kind, id, path, value }) =>
        [kind, id, value].every((text) => typeof text === "string") &&
        Array.isArray(path) &&
        path.every(isStep) &&
        isAsked(kind),
    )
    .map(({ kind, id, path, value }) => ({ kind, id, path, value }));
}

function writeTyped() {
  if (!Object.keys(typed().entries).length) remove(TYPED);
  else if (!write(TYPED, JSON.stringify(keeping.typed))) {
    write(STALE, "1"); // as long as it was: it fits where nothing else does
    notify("full");
    showNotice();
  }
}

// ------------------------------------------------------------------ saying it

/** Have something told until the visitor closes it: a reload right after would lose it else.
 *
 * @type {(notice: string | null) => void}
 */
function notify(notice) {
  keeping.notice = notice;
  if (notice) write(NOTICE, JSON.stringify({ notice, at: keeping.at }));
  else remove(NOTICE);
}

/** @type {() => { notice: string | null, at: number }} */
function readNotice() {
  const [, notice = null, at = "0"] = (read(NOTICE) ?? "").match(/^{"notice":"([a-z]+)","at":(\d+)}$/) ?? [];
  return { notice, at: Number(at) };
}

/** @type {() => string} */
function noticeWords() {
  const { notice, data, at } = keeping;
  const words = data.words[notice ?? ""] ?? "";
  return words.replace("{time}", new Date(at).toLocaleTimeString(data.language));
}

/** Say it over the page, whatever of the page is made anew, until it is closed. */
function showNotice() {
  const words = noticeWords();
  const { notice, data } = keeping;
  let place = document.querySelector("body > .review-kept");
  if ((place?.dataset.words ?? "") === words) return;
  place?.remove();
  if (!words) return;
  place = document.createElement("div");
  place.className = "review-kept";
  place.setAttribute("role", "alert");
  place.dataset.words = words;
  const text = document.createElement("p");
  text.append(words);
  place.append(text);
  if (["broken", "refused"].includes(notice ?? "") && read(REFUSED))
    place.append(buttonOf(data.words.save, saveRefused));
  place.append(
    buttonOf(data.words.ok, () => {
      notify(null);
      place.remove();
    }),
  );
  document.body.append(place);
}

/** @type {(words: string, act: () => void) => HTMLElement} */
function buttonOf(words, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(words);
  button.addEventListener("click", act);
  return button;
}

function saveRefused() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([read(REFUSED) ?? ""], { type: "application/json" }));
  link.download = `${KEY}.json`;
  link.click();
}

// ------------------------------------------------------------------ storage, which may be full or forbidden

/** @type {(name: string) => string | null} */
function read(name) {
  try {
    return window.sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @type {(name: string, text: string) => boolean} */
function write(name, text) {
  try {
    window.sessionStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** @type {(name: string) => void} */
function remove(name) {
  try {
    window.sessionStorage.removeItem(name);
  } catch {
    // there is nothing to remove
  }
}

function listen() {
  if (keeping.isListening) return;
  keeping.isListening = true;
  for (const kind of ["input", "change"]) document.addEventListener(kind, noteTyped, true);
  // Hands may have been quicker than this program.
  /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */
  const fields = document.querySelectorAll(FIELD);
  for (const field of fields) {
    if (field.value && fieldPath(field)?.kind === "start") note(field, false);
  }
}
