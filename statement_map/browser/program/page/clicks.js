/* What clicks and keys do on the page, whichever part of it they meet. */
import { eventOf } from "../address.js";
import { bringIntoView, listenForClicks, listenForKeys } from "../presses.js";
import {
  goToEvent,
  here,
  play,
  toFirst,
  tellStory,
  toLast,
  toggleAccount,
  turnSpeed,
  turnWay,
  walk,
} from "../walking.js";
import { closeGroup, focusCard, goToRow } from "./lists.js";
import { mapFrame, reveal, toggleTopic } from "./page.js";
import { goBack, goToCurrent, noteLeft } from "./reader.js";
import { askSoon, takeWords } from "./review.js";

/** @type {Map<string, () => unknown>} */
const ACTS = new Map([
  ["previous", () => walk(-1)],
  ["next", () => walk(+1)],
  ["play", () => play(!here.player.isPlaying)],
  ["pace", turnWay],
  ["speed", turnSpeed],
  ["story", tellStory],
  ["help", help],
  ["close", () => dialog()?.close()],
]);

/** @type {Clicks} */
const CLICKS = [
  ["[data-act]", ({ dataset }) => ACTS.get(dataset.act ?? "")?.()],
  ["[data-topic]", ({ dataset }) => toggleTopic(dataset.topic ?? "")],
  ["[data-reveal]", ({ dataset }) => reveal(dataset.reveal ?? "")],
  ["[data-account]", ({ dataset }) => toggleAccount(dataset.account ?? "")],
  ["[data-place]", openPlace],
  ["a[data-event]", chooseEvent],
  [".event-list a[data-event]", focusCard],
  ["[data-row]", goToRow],
  [".reader-go", goToCurrent],
  [".reader-back", goBack],
  [".reader :is(a[data-event], a[data-place])", noteLeft],
  ["[data-use]", takeWords],
];

/** @type {Clicks} */
const ALSO = [
  [".group-list a", closeGroup],
  [".st-key-review-take-zip", askSoon],
];

/** @type {Map<string, () => unknown>} */
const KEYS = new Map([
  ["ArrowLeft", () => walk(-1)],
  ["ArrowRight", () => walk(+1)],
  ["Home", toFirst],
  ["End", toLast],
  [" ", () => play(!here.player.isPlaying)],
  ["?", help],
]);

const BUSY = "input, textarea, select, [contenteditable], [role='listbox'], [role='radio'], dialog *";

export function listen() {
  listenForClicks(CLICKS, ALSO);
  listenForKeys(KEYS, isOwn);
}

/** @type {(target: Element, key: string) => boolean} */
function isOwn(target, key) {
  if (!here.content || target.closest(BUSY)) return true;
  const plays = document.querySelector("[data-act=play]") && !target.closest("a, button, summary");
  return key === " " && !plays;
}

function help() {
  dialog()?.showModal();
}

/** @type {() => HTMLDialogElement | null} */
function dialog() {
  return document.querySelector("dialog.keys");
}

/** @type {(link: HTMLElement) => void} */
function openPlace({ dataset }) {
  mapFrame()?.contentWindow?.statementMap?.open(dataset.place ?? "");
  comeIntoView(mapFrame());
}

/** @type {(link: HTMLElement) => void} */
function chooseEvent({ dataset }) {
  if (here.content) goToEvent(eventOf(here.content, dataset.event));
  comeIntoView(document.querySelector("section.card"));
}

/** @type {(part: Element | null) => void} */
function comeIntoView(part) {
  bringIntoView(part, document.querySelector(".st-key-attribution"), document.querySelector(".st-key-page"));
}
