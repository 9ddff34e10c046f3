/* Keeps the reader's text at the event that the card shows.
 *
 * The paragraph of the current event carries `aria-current`; the text moves there only when the
 * reader asks for it. A phrase leads to its event through `page.js`; here the page goes to the
 * map, and a button leads back where the text does not stand beside it.
 */
let left = null;
let wasBeside = null;
let led = 0; // as often as the button that leads to the text was pressed

function mark() {
  const text = document.querySelector(".reader");
  const event = document.querySelector(".card [data-shown]")?.dataset.shown ?? "";
  if (!text || text.dataset.event === event) return;
  text.dataset.event = event; // a text drawn anew is without it
  for (const link of text.querySelectorAll(".text a[data-event]"))
    setCurrent(link, link.dataset.event === event);
  for (const paragraph of text.querySelectorAll("li[data-paragraph]"))
    setCurrent(paragraph, paragraph.querySelector("a[aria-current]"));
  text.querySelector(".reader-go").disabled = !current(text);
}

function setCurrent(element, is) {
  if (is) element.setAttribute("aria-current", "true");
  else element.removeAttribute("aria-current");
}

function current(text) {
  return text.querySelector("li[aria-current]");
}

function goTo(element, focused = element) {
  element.scrollIntoView({ block: "center" });
  focused.focus({ preventScroll: true });
}

function choose({ target, metaKey, ctrlKey, shiftKey }) {
  const text = target.closest?.(".reader");
  if (!text || metaKey || ctrlKey || shiftKey) return;
  const back = text.querySelector(".reader-back");
  if (target.closest(".reader-go")) goTo(current(text));
  else if (target.closest(".reader-back")) {
    back.hidden = true;
    goTo(left.closest("li") ?? left, left);
  } else if (target.closest("a[data-event], a[data-place]")) {
    left = target.closest("a");
    document.querySelector(".st-key-page").scrollIntoView();
    offer(back, text);
  }
}

// Offer the way back until it is taken, or the text comes into sight without it.
function offer(back, text) {
  if (getComputedStyle(text).position === "fixed") return;
  back.hidden = false;
  new IntersectionObserver((seen, observer) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    back.hidden = true;
    observer.disconnect();
  }).observe(text);
}

export default function follow({ data }) {
  // With the text beside it the page is narrower; who moved the text stays at the switch.
  if (wasBeside !== null && wasBeside !== data.beside)
    document.querySelector(".st-key-reader-beside")?.scrollIntoView({ block: "center" });
  wasBeside = data.beside;
  if (data.asked > led) document.querySelector(".reader")?.scrollIntoView();
  led = data.asked;
  const observer = new MutationObserver(mark);
  observer.observe(document.body, { subtree: true, childList: true });
  document.addEventListener("click", choose);
  mark();
  return () => {
    observer.disconnect();
    document.removeEventListener("click", choose);
  };
}
