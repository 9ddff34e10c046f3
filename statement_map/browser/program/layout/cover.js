/* The cover lies on the map for whoever came without a link; what steps on leads past it, and a step back
 * from the first event leads to it again.
 */
import { currentView, go, goToDay, here, next, play, tellStory, toFirst, walk } from "../walking.js";

const root = document.documentElement;

/** Show the cover, or take it away; returns whether it was otherwise before.
 *
 * @type {(is: boolean) => boolean}
 */
export function showCover(is) {
  if (is === "cover" in root.dataset) return false;
  if (is) root.dataset.cover = "";
  else delete root.dataset.cover;
  return true;
}

export function startStory() {
  tellStory();
  lead();
}

/** The map as it stands on the first day, without any event that was chosen. */
export function lookAround() {
  if (!goToDay(0)) toFirst();
  lead();
}

/** What was pressed is gone with the cover. */
function lead() {
  queueMicrotask(() => {
    /** @type {HTMLElement | null} */
    const button = document.querySelector("[data-act=next]");
    if (document.activeElement === document.body || document.activeElement?.closest(".cover")) {
      button?.focus({ preventScroll: true });
    }
  });
}

export function stepBack() {
  if (!hasCoverBefore()) {
    walk(-1);
    return;
  }
  play(false);
  go({ event: null, date: null, by: null, panel: null });
}

/** Whether a step back leads to the cover. */
export function hasCoverBefore() {
  return Boolean(here.content?.cover && currentView().event && !next(-1));
}
