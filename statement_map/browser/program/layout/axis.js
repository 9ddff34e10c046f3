/* The time axis: the slider, which is an input that a screen reader knows, the column of its day, and
 * the bracket of the chosen event.
 */
import { paragraphsAt } from "../card/standing.js";
import { link, ownDate } from "../card/telling.js";
import { element } from "../parts.js";
import { here } from "../walking.js";

export const SLIDER = ".st-key-date input[type='range']";

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

/** Mark the lane of the event that is shown, and draw its bracket, with its own date in it.
 *
 * @type {(strip: HTMLElement, content: Content, view: View) => void}
 */
function markEvent(strip, { steps }, { event, read }) {
  for (const lane of strip.querySelectorAll(".lane")) {
    lane.classList.toggle("is-chosen", lane.matches(`.lane-${laneOf(event)}`));
  }
  for (const same of strip.querySelectorAll(".is-same")) same.classList.remove("is-same");
  /** @type {HTMLElement | null} */
  const chosen = strip.querySelector(".chosen");
  if (!chosen) return;
  chosen.hidden = laneOf(event) !== "within";
  if (chosen.hidden || !event?.span) return;
  const columns = Number(strip.style.getPropertyValue("--columns"));
  const [first, last] = event.span.map((step) => Math.floor((step * columns) / steps.length));
  const [opensBefore, opensAfter] = event.opens ?? [false, false];
  chosen.style.gridColumn = `${first + 1} / ${last + 2}`;
  chosen.className = `chosen look-${event.look}`;
  chosen.classList.toggle("opens-before", opensBefore);
  chosen.classList.toggle("opens-after", opensAfter);
  if (chosen.firstElementChild) chosen.firstElementChild.textContent = read(event.date);
  layOver(strip, chosen);
}

/** Lay the chosen event's bracket in the place of that of all events with its days; where none is drawn, below them.
 *
 * @type {(strip: HTMLElement, chosen: HTMLElement) => void}
 */
function layOver(strip, chosen) {
  const look = chosen.className.replace("chosen", "span");
  /** @type {HTMLElement[]} */
  const others = [...strip.querySelectorAll(".brackets > :is(.span, .undrawn)")];
  const same = others.find(
    ({ className, style }) =>
      className === look &&
      style.gridColumnStart === chosen.style.gridColumnStart &&
      style.gridColumnEnd === chosen.style.gridColumnEnd,
  );
  same?.classList.add("is-same");
  chosen.style.gridRow = (same ?? others.at(-1))?.style.gridRowStart ?? "";
}

/** Build the lists of a lane or of a day when they are opened, in the words of the view that is shown then.
 *
 * @type {(shownView: () => View) => void}
 */
export function listenForGroups(shownView) {
  const fillOpening = (/** @type {Event} */ event) => {
    const { target } = event;
    if (!here.content || !(event instanceof ToggleEvent) || event.newState !== "open") return;
    if (target instanceof HTMLElement && target.dataset.lists) fillGroup(target, here.content, shownView());
  };
  document.addEventListener("beforetoggle", fillOpening, true);
}

/** What `data-lists` names: the ids of events, at the end how many more there are, and a bar between two lists.
 *
 * @type {(group: HTMLElement, content: Content, view: View) => void}
 */
function fillGroup(group, content, view) {
  const events = new Map(content.events.map((event) => [event.id, event]));
  /** @type {(word: string) => HTMLElement} */
  const row = (word) => {
    const event = events.get(word);
    if (!event) return element("li", {}, view.say("accounts-more", { n: Number(word) }));
    const sign = element("span", { class: `mark shape-${content.shapes[event.topic]}` }, element("i"));
    const parts = element("span", {}, ownDate(event, view, "span"), " ", link(event, view));
    return element("li", { class: `topic-${event.topic}` }, sign, " ", parts);
  };
  const lists = (group.dataset.lists ?? "").split(" | ").filter(Boolean);
  for (const list of group.querySelectorAll("ul")) list.remove();
  group.append(...lists.map((words) => element("ul", {}, ...words.split(" ").map(row))));
}

/** @type {(event: CardEvent | null) => string} */
function laneOf(event) {
  if (!event) return "";
  return event.look === "stated" || event.look === "none" ? event.look : "within";
}

/** The day as a screen reader says it, with how many paragraphs are stated for it.
 *
 * @type {(content: Content, view: View) => string}
 */
function spoken(content, { step, read, say }) {
  const n = paragraphsAt(content, step).now.length;
  return `${read(content.steps[step].full_day)}, ${n ? say("day-spoken", { n }) : say("day-spoken-none")}`;
}
