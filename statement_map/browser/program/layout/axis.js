/* The time axis: the slider, which is an input that a screen reader knows, the column of its day, and
 * the bracket of the chosen event.
 */
import { valueAt } from "../parts.js";

export const SLIDER = ".st-key-date input[type='range']";
/** @type {WeakMap<Content, Map<number, number>>} */
const STATED = new WeakMap(); // step -> how many paragraphs are stated for it

/** @type {(content: Content, view: View) => void} */
export function showDay(content, view) {
  const { step } = view;
  const { steps } = content;
  /** @type {HTMLElement | null} */
  const strip = document.querySelector(".strip");
  strip?.style.setProperty("--step", `${step}`);
  if (strip) markEvent(strip, content, view);
  /** @type {HTMLInputElement | null} */
  const slider = document.querySelector(SLIDER);
  if (!slider) return;
  slider.max = `${steps.length - 1}`;
  slider.value = `${step}`;
  slider.dataset.day = steps[step].date;
  slider.setAttribute("aria-label", view.say("date-slider"));
  slider.setAttribute("aria-valuetext", spoken(content, view));
  if (slider.nextElementSibling) slider.nextElementSibling.textContent = view.read(steps[step].day);
}

/** Draw the bracket of the event that is shown, with its own date in it, and mark its lane.
 *
 * @type {(strip: HTMLElement, content: Content, view: View) => void}
 */
function markEvent(strip, { steps }, { event, read }) {
  for (const lane of strip.querySelectorAll(".lane")) {
    lane.classList.toggle("is-chosen", lane.matches(`.lane-${laneOf(event)}`));
  }
  /** @type {HTMLElement | null} */
  const chosen = strip.querySelector(".chosen");
  if (!chosen) return;
  chosen.hidden = !event?.span || event.look === "stated";
  if (!event?.span) return;
  const columns = Number(strip.style.getPropertyValue("--columns"));
  const [first, last] = event.span.map((step) => Math.floor((step * columns) / steps.length));
  const [opensBefore, opensAfter] = event.opens ?? [false, false];
  chosen.style.gridColumn = `${first + 1} / ${last + 2}`;
  chosen.className = `chosen look-${event.look}`;
  chosen.classList.toggle("opens-before", opensBefore);
  chosen.classList.toggle("opens-after", opensAfter);
  if (chosen.firstElementChild) chosen.firstElementChild.textContent = read(event.date);
}

/** @type {(event: CardEvent | null) => string} */
function laneOf(event) {
  if (!event) return "";
  return event.look === "bounded" || event.look === "suggested" ? "within" : event.look;
}

/** The day as a screen reader says it, with how many paragraphs are stated for it.
 *
 * @type {(content: Content, view: View) => string}
 */
function spoken(content, { step, read, say }) {
  const known = STATED.get(content) ?? new Map();
  STATED.set(content, known);
  if (!known.has(step)) known.set(step, countStated(content, step));
  const n = known.get(step);
  return `${read(content.steps[step].full_day)}, ${n ? say("day-spoken", { n }) : say("day-spoken-none")}`;
}

/** @type {(content: Content, step: number) => number} */
function countStated({ events }, step) {
  const stated = events.filter(({ states }) => valueAt(states, step) === "now");
  return new Set(stated.flatMap(({ paragraphs }) => paragraphs)).size;
}
