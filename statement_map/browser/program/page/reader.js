/* Keeps the reader's text at the event that the card shows.
 *
 * The paragraph of the current event carries `aria-current`. Beside the map the text follows every
 * step; below it, where that would move the page away from the map, it goes there when asked to. A
 * phrase leads to its event through `clicks.js`, which also brings the map into sight; a button leads
 * back where the text does not stand beside it.
 */

/** @type {HTMLElement | null} */
let left = null;
/** @type {boolean | null} */
let wasBeside = null;
let led = 0; // as often as the button that leads to the text was pressed

function mark() {
  const text = document.querySelector(".reader");
  const event = document.querySelector(".card [data-shown]")?.dataset.shown ?? "";
  if (!text || text.dataset.event === event) return;
  text.dataset.event = event; // a text drawn anew is without it
  for (const link of text.querySelectorAll(".text a[data-event]")) setCurrent(link, link.dataset.event === event);
  for (const paragraph of text.querySelectorAll("li[data-paragraph]"))
    setCurrent(paragraph, paragraph.querySelector("a[aria-current]"));
  /** @type {HTMLButtonElement | null} */
  const go = text.querySelector(".reader-go");
  if (go) go.disabled = !current(text);
  if (isBeside(text)) scrollTo(text, current(text));
}

/** @type {(text: Element) => boolean} */
function isBeside(text) {
  return getComputedStyle(text).position === "fixed";
}

/** Scroll the text itself, and only if the paragraph is not in sight: who reads there stays there.
 *
 * @type {(text: Element, paragraph: Element | null) => void}
 */
function scrollTo(text, paragraph) {
  if (!paragraph) return;
  const [around, its] = [text, paragraph].map((node) => node.getBoundingClientRect());
  const isInSight = its.top >= around.top && its.bottom <= around.bottom;
  if (!isInSight) text.scrollTop += its.top - around.top - text.clientHeight / 4;
}

/** @type {(element: Element, is: unknown) => void} */
function setCurrent(element, is) {
  if (is) element.setAttribute("aria-current", "true");
  else element.removeAttribute("aria-current");
}

/** @type {(text: Element) => HTMLElement | null} */
function current(text) {
  return text.querySelector("li[aria-current]");
}

/** @type {(element: HTMLElement | null, focused?: HTMLElement | null) => void} */
function goTo(element, focused = element) {
  element?.scrollIntoView({ block: "center" });
  focused?.focus({ preventScroll: true });
}

/** @type {(button: HTMLElement) => void} */
export function goToCurrent(button) {
  const text = button.closest(".reader");
  if (text) goTo(current(text));
}

/** @type {(button: HTMLElement) => void} */
export function goBack(button) {
  button.hidden = true;
  goTo(left?.closest("li") ?? left, left);
}

/** Note which phrase led away from the text.
 *
 * @type {(link: HTMLElement) => void}
 */
export function noteLeft(link) {
  left = link;
  const text = link.closest(".reader");
  const back = text?.querySelector(".reader-back");
  if (text && back) offer(back, text);
}

// Offer the way back until it is taken, or the text comes into sight without it.
/** @type {(back: HTMLElement, text: Element) => void} */
function offer(back, text) {
  if (isBeside(text)) return;
  back.hidden = false;
  new IntersectionObserver((seen, observer) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    back.hidden = true;
    observer.disconnect();
  }).observe(text);
}

/** @type {(component: Component<{ beside: boolean, asked: number }>) => () => void} */
export function followReader({ data }) {
  // With the text beside it the page is narrower; who moved the text stays at the switch.
  if (wasBeside !== null && wasBeside !== data.beside)
    document.querySelector(".st-key-reader-beside")?.scrollIntoView({ block: "center" });
  wasBeside = data.beside;
  if (data.asked > led) document.querySelector(".reader")?.scrollIntoView();
  led = data.asked;
  const observer = new MutationObserver(mark);
  observer.observe(document.body, { subtree: true, childList: true });
  mark();
  return () => observer.disconnect();
}
