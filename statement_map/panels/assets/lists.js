/* What lists do in the browser: counts open them, and a row leads to the card and back.
 *
 * Pieces of HTML are written anew by each run: clicks are caught on the document, and the focus is
 * put back where it was among the counts.
 */
let kept = ""; // what has the focus among the counts, as a selector

export default function lists({ data, parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  if (status.textContent !== data.status) status.textContent = data.status;
}

function click(event) {
  const target = event.target.closest?.("[data-account], [data-row], .event-list a[data-event]");
  if (!target || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const { account, row } = target.dataset;
  if (account) window.statementMapOpen?.(account);
  else if (row) {
    event.preventDefault();
    const found = document.getElementById(`row-${row}`);
    const node = found?.querySelector("a") ?? document.querySelector(".st-key-event-list");
    node.scrollIntoView({ block: found ? "center" : "start" });
    focusOn(node);
  } else focusOn(document.querySelector(".st-key-card")); // follow.js scrolls to it
}

function focusOn(node) {
  if (!node.matches("a")) node.tabIndex = -1;
  node.focus({ preventScroll: true });
}

function selectorOf(node) {
  const { account, event } = node.dataset ?? {};
  if (!node.closest?.(".accounts")) return "";
  if (account) return `[data-account="${account}"]`;
  const list = node.closest(".account-list") ? ".account-list" : ".paragraphs";
  return `${list} a[data-event="${event}"]`;
}

function putBack() {
  if (!kept || document.activeElement !== document.body) return;
  const nearest = document.querySelector(kept) ?? document.querySelector("[aria-expanded=true][data-account]");
  nearest?.focus({ preventScroll: true });
}

if (!window.statementMapLists) {
  window.statementMapLists = true;
  document.addEventListener("click", click);
  document.addEventListener("focusin", ({ target }) => (kept = selectorOf(target)));
  document.addEventListener("pointerdown", ({ target }) => {
    if (!target.closest?.(".accounts")) kept = "";
  });
  new MutationObserver(putBack).observe(document.body, { subtree: true, childList: true });
}
