/* What is said over the review page of a work that could not be kept, or is back. */
import { tabStore } from "./stores.js";

const KEY = "statement-map-review-notice";
/** @type {Notices} */
const notices = { words: {}, language: "en", told: null, save: () => {} };

/** Take the words, and what was told before a reload; `save` gives a work as a file.
 *
 * @type {(words: Record<string, string>, language: string, save: (record: string) => void) => void}
 */
export function speakIn(words, language, save) {
  if (!Object.keys(notices.words).length) notices.told = tabStore.read(KEY, (told) => typeof told?.name === "string");
  Object.assign(notices, { words, language, save });
  show();
}

/** Have something told until the visitor closes it: a reload right after would lose it else.
 *
 * @type {(name: string, more?: { at?: number, record?: string }) => void}
 */
export function notify(name, more = {}) {
  notices.told = { name, ...more };
  tabStore.write(KEY, notices.told);
  show();
}

/** What is told no longer holds, if it is one of these.
 *
 * @type {(...names: string[]) => void}
 */
export function hush(...names) {
  if (names.includes(notices.told?.name ?? "")) close();
}

function close() {
  notices.told = null;
  tabStore.remove(KEY);
  show();
}

/** Say it over the page, whatever of the page is made anew. */
function show() {
  const { told, words, save } = notices;
  const text = wordsOf(told);
  let place = document.querySelector("body > .review-kept");
  if ((place?.dataset.words ?? "") === text) return;
  place?.remove();
  if (!text) return;
  place = document.createElement("div");
  place.className = "review-kept";
  place.setAttribute("role", "alert");
  place.dataset.words = text;
  const paragraph = document.createElement("p");
  paragraph.append(text);
  place.append(paragraph);
  const { record } = told ?? {};
  if (record) place.append(buttonOf(words.save, () => save(record)));
  place.append(buttonOf(words.ok, close));
  document.body.append(place);
}

/** @type {(told: Notices["told"]) => string} */
function wordsOf(told) {
  const words = notices.words[told?.name ?? ""] ?? "";
  return words.replace("{time}", timeIn(told?.at, notices.language));
}

/** @type {(at: unknown, language: string) => string} */
export function timeIn(at, language) {
  const time = new Date(Number(at) || 0);
  return time.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
}

/** @type {(words: string, act: (button: HTMLButtonElement) => void) => HTMLButtonElement} */
export function buttonOf(words, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(words);
  button.addEventListener("click", () => act(button));
  return button;
}
