/* What the buttons of the page do, by the name that each has in `data-act`, and what the keys do. */
import { currentView, go, here, play, tellStory, toFirst, toLast, turnSpeed, turnWay, walk } from "../walking.js";
import { lookAround, startStory, stepBack } from "./cover.js";

/** @type {Array<[string, () => unknown]>} */
export const ACTS = [
  ["previous", stepBack],
  ["next", () => walk(+1)],
  ["start", startStory],
  ["look", lookAround],
  ["play", turnPlaying],
  ["pace", turnWay],
  ["speed", turnSpeed],
  ["story", tellStory],
  ["help", help],
  ["close", () => dialog()?.close()],
];

/** @type {Array<[string, () => unknown]>} */
export const KEYS = [
  ["ArrowLeft", stepBack],
  ["ArrowRight", () => walk(+1)],
  ["Home", toFirst],
  ["End", toLast],
  [" ", turnPlaying],
  ["?", help],
];

function turnPlaying() {
  play(!here.player.isPlaying);
}

/** Show the events of a topic on the axis, or no longer.
 *
 * @type {(button: HTMLElement) => void}
 */
export function toggleTopic({ dataset: { topic = "" } }) {
  const { topics } = currentView();
  const hidden = topics.includes(topic) ? topics.filter((each) => each !== topic) : [...topics, topic];
  go({ "hide-topics": hidden.join(",") });
}

/** A group of events closes when one of them is chosen.
 *
 * @type {(link: HTMLElement) => void}
 */
export function closeGroup(link) {
  link.closest(".group-list")?.hidePopover();
}

function help() {
  dialog()?.showModal();
}

/** @type {() => HTMLDialogElement | null} */
function dialog() {
  return document.querySelector("dialog.keys");
}
