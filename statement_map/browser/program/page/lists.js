/* What lists do in the browser: a row leads to the card and back, and a group of events on
 * the strip closes when one of them is chosen.
 *
 * Pieces of HTML are written anew by each run: clicks are caught on the document.
 */
import { hear } from "./page.js";

let isListening = false;

export function takeList({ data: [told], parentElement }) {
  listen();
  const status = parentElement.querySelector("[role=status]");
  if (status.textContent !== told.status) status.textContent = told.status;
  hear(told.wishes); // what is filtered by goes into the address
}

function click(event) {
  event.target.closest?.(".group-list a")?.closest(".group-list").hidePopover();
  const target = event.target.closest?.("[data-row], .event-list a[data-event]");
  if (!target || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const { row } = target.dataset;
  if (row) {
    event.preventDefault();
    const found = document.getElementById(`row-${row}`);
    const node = found?.querySelector("a") ?? document.querySelector(".st-key-event-list");
    node.scrollIntoView({ block: found ? "center" : "start" });
    focusOn(node);
  } else focusOn(document.querySelector(".st-key-card")); // page.js scrolls to it
}

function focusOn(node) {
  if (!node.matches("a")) node.tabIndex = -1;
  node.focus({ preventScroll: true });
}

function listen() {
  if (isListening) return;
  isListening = true;
  document.addEventListener("click", click);
}
