/* What else of its name each place on the sheet may be, as the sheet lists it: handed to the map.
 *
 * A place that is open is looked at with all its candidates at once, another one when that is asked
 * for; those of a settled place stand on the map only then.
 */
import { mapFrame, mapIn } from "./page.js";

const LIST = "[data-namesakes]";
const ONE = "[data-do=place][data-lat]";
const LOOK = "[data-do=look]";
/** @type {{ section: HTMLElement | null }} */
const handed = { section: null };

/** Hand them over, if the sheet has others than before.
 *
 * @type {(choose: (control: HTMLElement) => void) => void}
 */
export function handOver(choose) {
  const section = document.querySelector(".review-understood");
  if (section === handed.section) return;
  handed.section = section;
  hand(choose);
}

/** Look at all candidates of a place, or no longer.
 *
 * @type {(button: HTMLElement, choose: (control: HTMLElement) => void) => void}
 */
export function lookAtCandidates(button, choose) {
  const isAsked = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(isAsked));
  hand(choose);
  if (isAsked) mapFrame()?.scrollIntoView({ block: "nearest" });
}

/** @type {(choose: (control: HTMLElement) => void) => void} */
function hand(choose) {
  const { section } = handed;
  const lists = [...(section?.querySelectorAll(LIST) ?? [])];
  const event = section?.dataset.event ?? "";
  window.statementMapOffer = {
    candidates: lists.flatMap((list) => candidatesIn(list, event)),
    choose: (number) => {
      const control = candidateOf(number);
      if (control) choose(control);
    },
  };
  mapIn(mapFrame())?.followOffer();
}

/** @type {(list: HTMLElement, event: string) => MapCandidate[]} */
function candidatesIn(list, event) {
  const isAsked = list.querySelector(LOOK)?.getAttribute("aria-pressed") === "true";
  if (!isAsked && list.dataset.namesakes === "settled") return [];
  return [...list.querySelectorAll(ONE)].map((control) => ({
    event,
    number: numberOf(control),
    words: control.lastChild?.textContent?.trim() ?? "",
    lat: Number(control.dataset.lat),
    lon: Number(control.dataset.lon),
    isChosen: control.getAttribute("aria-pressed") === "true",
    isAsked,
  }));
}

/** The one on the sheet that has a number.
 *
 * @type {(number: string) => HTMLElement | undefined}
 */
export function candidateOf(number) {
  return [...document.querySelectorAll(ONE)].find((control) => numberOf(control) === number);
}

/** @type {(control: HTMLElement) => string} */
function numberOf(control) {
  return control.querySelector(".number")?.textContent ?? "";
}
