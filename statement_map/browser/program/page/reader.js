/* Keeps the reader's text at the event that the card shows.
 *
 * The paragraph of the current event carries `aria-current`, and is in sight. A phrase leads to its
 * event through `clicks.js`.
 */

let wasOpen = false;

function mark() {
  const isOpen = document.documentElement.dataset.panel === "text";
  const isOpening = isOpen && !wasOpen;
  wasOpen = isOpen;
  const text = document.querySelector(".reader, .bars");
  const event = document.querySelector(".card [data-shown]")?.dataset.shown ?? "";
  if (!text || text.dataset.event === event) return;
  const isBack = isOpening && "event" in text.dataset; // with that step: it is read on from where it was left
  text.dataset.event = event; // a text drawn anew is without it
  for (const link of text.querySelectorAll(".text a[data-event]")) setCurrent(link, link.dataset.event === event);
  for (const paragraph of text.querySelectorAll("li[data-paragraph]"))
    setCurrent(paragraph, paragraph.querySelector("a[aria-current]"));
  if (!isBack) scrollTo(text.querySelector("li[aria-current]"));
}

/** @type {(element: Element, is: unknown) => void} */
function setCurrent(element, is) {
  if (is) element.setAttribute("aria-current", "true");
  else element.removeAttribute("aria-current");
}

/** Scroll the text, and only if the paragraph is not in sight: who reads there stays there.
 *
 * @type {(paragraph: Element | null) => void}
 */
function scrollTo(paragraph) {
  const panel = paragraph?.closest(".st-key-panel-text");
  if (!paragraph || !panel) return;
  const [around, its] = [panel, paragraph].map((node) => node.getBoundingClientRect());
  const isInSight = its.top >= around.top && its.bottom <= around.bottom;
  if (!isInSight) panel.scrollTop += its.top - around.top - panel.clientHeight / 4;
}

/** @type {(component: Component<null>) => () => void} */
export function followReader() {
  const observer = new MutationObserver(mark);
  observer.observe(document.body, { subtree: true, childList: true });
  mark();
  return () => observer.disconnect();
}
