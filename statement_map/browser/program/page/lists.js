/* What lists do in the browser: a row leads to the card and back (see clicks.js). */
import { go } from "../walking.js";
import { hear } from "./follow.js";

/** @type {(component: Component<[{ status: string, wishes: Record<string, [number, Wish]> }]>) => void} */
export function takeList({ data: [told], parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  if (status && status.textContent !== told.status) status.textContent = told.status;
  hear(told.wishes); // what is filtered by goes into the address
}

/** @type {(link: HTMLElement) => void} */
export function goToRow({ dataset }) {
  go({ panel: "events" });
  queueMicrotask(() => focusOnRow(document.getElementById(`row-${dataset.row}`))); // when it is shown
}

/** @type {(row: HTMLElement | null) => void} */
function focusOnRow(row) {
  const node = row?.querySelector("a") ?? document.querySelector(".st-key-event-list");
  if (!(node instanceof HTMLElement)) return;
  node.scrollIntoView({ block: row ? "center" : "start" });
  focusOn(node);
}

export function focusCard() {
  focusOn(document.querySelector(".st-key-card"));
}

/** @type {(node: HTMLElement | null) => void} */
function focusOn(node) {
  if (!node) return;
  if (!node.matches("a")) node.tabIndex = -1;
  node.focus({ preventScroll: true });
}
