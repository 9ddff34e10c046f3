/* What stands around map and card, in page and handout: which step is shown, and how it plays. */
import { next } from "../walking.js";
import { showDay } from "./axis.js";
import { hasCoverBefore } from "./cover.js";

const AT_ONCE = ".strip, .review-text";
const LIST = ".event-list"; // hundreds of rows in columns, which one that becomes bold has laid out anew
const REST_MS = 200; // so it is marked when the hand rests
const root = document.documentElement;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let rest;

/** @type {(content: Content, view: View) => void} */
export function showAround(content, view) {
  showDay(content, view);
  markIn(AT_ONCE, view.event);
  clearTimeout(rest);
  rest = setTimeout(() => markIn(LIST, view.event), REST_MS);
  hideTopics(view.topics);
  root.dataset.by = view.by;
  enable("previous", Boolean(next(-1)) || hasCoverBefore());
  enable("next", Boolean(next(+1)));
}

/** @type {(name: string, is: boolean) => void} */
function enable(name, is) {
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(`[data-act=${name}]`);
  if (button) button.disabled = !is;
}

/** Mark the event in the list of all.
 *
 * @type {(event: CardEvent | null) => void}
 */
export function markInList(event) {
  markIn(LIST, event);
}

/** @type {(lists: string, event: CardEvent | null) => void} */
function markIn(lists, event) {
  for (const list of document.querySelectorAll(lists)) {
    for (const link of list.querySelectorAll("a[aria-current]")) link.removeAttribute("aria-current");
    const links = event ? list.querySelectorAll(`a[data-event="${CSS.escape(event.id)}"]`) : [];
    for (const link of links) link.setAttribute("aria-current", "true");
  }
}

/** @type {(hidden: string[]) => void} */
function hideTopics(hidden) {
  root.dataset.hidden = hidden.join(" ");
  for (const button of document.querySelectorAll("[data-topic]")) {
    button.setAttribute("aria-pressed", `${!hidden.includes(button.dataset.topic ?? "")}`);
  }
}

/** @type {(here: Here) => void} */
export function showPlaying({ player, speed }) {
  Object.assign(root.dataset, { playing: `${player.isPlaying}`, held: `${player.isHeld}`, speed });
  root.style.setProperty("--shown-for", `${player.left}ms`);
}
