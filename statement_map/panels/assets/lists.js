/* What lists do in the browser: a row leads to the card and back, and a group of events on
 * the strip closes when one of them is chosen.
 *
 * Pieces of HTML are written anew by each run: clicks are caught on the document.
 */
export default function lists({ data: [told], parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  if (status.textContent !== told.status) status.textContent = told.status;
  const page = (window.statementMapPage ??= {}); // what is filtered by goes into the address
  page.wishes = told.wishes;
  page.heed?.();
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

if (!window.statementMapLists) {
  window.statementMapLists = true;
  document.addEventListener("click", click);
}
