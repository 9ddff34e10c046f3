/* The drawer beside the map: which panel is open stands in the address, and the top bar leads to it.
 *
 * Python sends a panel when it is asked for, and keeps it on the page. Those that paper shows are
 * asked for when the map is drawn; where none comes, they come anyway.
 */
import { currentView, go } from "../walking.js";
import { insist } from "./insisting.js";

const PATIENCE_MS = 10000; // for a map that does not come
const root = document.documentElement;
/** @type {string | null} */
let shown = null; // the panel that is open
/** @type {string | null} */
let due = null; // the one that is still to have the focus
/** @type {HTMLElement | null} */
let opener = null; // what has the focus again when it is closed
let isMapDrawn = false;

/** @type {(component: Component<[{ loaded: string[], printed: string[] }]>) => () => void} */
export function followDrawer({ data: [{ loaded, printed }], setTriggerValue }) {
  /** @type {string[]} */
  let asked = [];
  let stopAsking = () => {};
  const ask = () => {
    const wanted = [...(isMapDrawn ? printed : []), root.dataset.panel ?? ""];
    const names = wanted.filter((name) => name && !loaded.includes(name));
    if (names.every((name) => asked.includes(name))) return;
    stopAsking();
    asked = names;
    stopAsking = insist(() => setTriggerValue("due", names));
  };
  const noteDrawn = () => {
    isMapDrawn = true;
    ask();
  };
  const observer = new MutationObserver(ask);
  observer.observe(root, { attributeFilter: ["data-panel"] });
  const timer = setTimeout(noteDrawn, PATIENCE_MS);
  window.addEventListener("statement-map:drawn", noteDrawn);
  /** @type {HTMLIFrameElement | null} */
  const frame = document.querySelector(".st-key-map iframe");
  if (frame?.contentDocument?.querySelector(".is-ready")) noteDrawn();
  else ask();
  return () => {
    observer.disconnect();
    clearTimeout(timer);
    stopAsking();
    window.removeEventListener("statement-map:drawn", noteDrawn);
  };
}

/** Show a panel, or none; who asked for it is led there, and back when it is closed. Returns whether
 * another one was shown before.
 *
 * @type {(panel: string | null) => boolean}
 */
export function showPanel(panel) {
  markLinks(panel);
  if (panel === shown) return false;
  shown = due = panel;
  const isWithin = document.activeElement?.matches("body, .st-key-drawer *");
  if (panel) root.dataset.panel = panel;
  else delete root.dataset.panel;
  if (panel) leadToPanel();
  else if (isWithin) opener?.focus({ preventScroll: true });
  return true;
}

/** @type {(panel: string | null) => void} */
function markLinks(panel) {
  /** @type {NodeListOf<HTMLElement>} */
  const links = document.querySelectorAll("nav.bar a[data-panel]");
  for (const link of links) {
    if (link.dataset.panel === panel) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** Give the head of a panel that was asked for the focus; it may come later, and then not to who has
 * gone elsewhere meanwhile.
 */
export function leadToPanel() {
  /** @type {HTMLElement | null} */
  const head = due ? document.querySelector(`.st-key-panel-${due} h2`) : null;
  if (!head) return;
  due = null;
  if (!document.activeElement?.matches("body, nav.bar *")) return;
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
}

/** @type {(link: HTMLElement) => void} */
export function togglePanel(link) {
  opener = link;
  toggleMenu(false);
  const { panel = null } = link.dataset;
  go({ panel: panel === currentView().panel ? null : panel });
}

export function closePanel() {
  go({ panel: null });
}

/** @type {(isOpen?: boolean) => void} */
export function toggleMenu(isOpen) {
  const menu = document.querySelector("nav.bar .menu");
  const is = isOpen ?? menu?.getAttribute("aria-expanded") !== "true";
  menu?.setAttribute("aria-expanded", `${is}`);
}

/** Whether the drawer lies over the card: what leads to the card then closes it. */
export function isOverCard() {
  return matchMedia("(max-width: 64rem)").matches && Boolean(shown);
}
