/* What a clicker and the keys do for whoever presents: one step on or back, a black screen, all that
 * learners were to find out, and the code that takes the step along.
 */
import { here, walk } from "../walking.js";
import { askForCode } from "./code.js";
import { reveal } from "./page.js";

const root = document.documentElement;

/** Keys that mean this only while presenting; a clicker sends the first two.
 *
 * @type {Map<string, () => unknown>}
 */
export const PRESENTING = new Map([
  ["PageDown", () => walk(+1)],
  ["PageUp", () => walk(-1)],
  ["b", turnBlack],
  [".", turnBlack],
  ["r", revealAll],
  ["B", turnBlack],
  ["R", revealAll],
  ["q", askForCode],
  ["Q", askForCode],
]);

export function isPresenting() {
  return new URLSearchParams(here.state.search).get("view") === "present";
}

function turnBlack() {
  root.setAttribute("data-black", "");
}

/** Whatever is done next brings a black screen back, and does nothing else. */
export function listenWhileBlack() {
  for (const kind of ["keydown", "pointerdown"]) {
    window.addEventListener(
      kind,
      (event) => {
        if (!root.hasAttribute("data-black")) return;
        root.removeAttribute("data-black");
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      true,
    );
  }
}

function revealAll() {
  const buttons = [...document.querySelectorAll("section.card [data-reveal]")];
  for (const { dataset } of buttons) reveal(dataset.reveal ?? "");
}
