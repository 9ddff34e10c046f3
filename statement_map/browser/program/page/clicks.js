/* What clicks and keys do on the page, whichever part of it they meet. */
import { eventOf } from "../address.js";
import { ACTS as OF_ALL, closeGroup, KEYS as KEYS_OF_ALL, toggleTopic } from "../layout/acts.js";
import { listenForSwipes } from "../layout/swipe.js";
import { listenForClicks, listenForKeys } from "../presses.js";
import { go, goToEvent, here, toggleAccount } from "../walking.js";
import { askForCode, enlarge } from "./code.js";
import { closePanel, isOverCard, toggleMenu, togglePanel } from "./drawer.js";
import { focusCard, goToRow } from "./lists.js";
import { mapFrame, mapIn, reveal } from "./page.js";
import { isPresenting, listenWhileBlack, PRESENTING } from "./presenting.js";
import { askSoon } from "./review.js";
import { takeWords } from "./selecting.js";
import { doDeed, leadToSheet } from "./sheet.js";

/** @type {Map<string, () => unknown>} */
const ACTS = new Map([
  ...OF_ALL,
  ["whole", openWhole],
  ["menu", () => toggleMenu()],
  ["close-panel", closePanel],
  ["ask-code", askForCode],
]);

/** @type {Clicks} */
const CLICKS = [
  ["[data-act]", ({ dataset }) => ACTS.get(dataset.act ?? "")?.()],
  ["[data-topic]", toggleTopic],
  ["[data-reveal]", ({ dataset }) => reveal(dataset.reveal ?? "")],
  ["[data-account]", ({ dataset }) => toggleAccount(dataset.account ?? "")],
  ["a[data-panel]", togglePanel],
  ["[data-place]", openPlace],
  ["a[data-event]", chooseEvent],
  [".event-list a[data-event]", focusCard],
  ["[data-row]", goToRow],
  ["[data-code]", enlarge],
  ["[data-use]", takeWords],
  ["[data-do]", doDeed],
];

/** @type {Clicks} */
const ALSO = [
  [".review-text a[data-event]", leadToSheet],
  [".group-list a", closeGroup],
  [".st-key-review-take-zip", askSoon],
];

/** @type {Map<string, () => unknown>} */
const KEYS = new Map([...KEYS_OF_ALL, ["Escape", closePanel], ...PRESENTING]);

const LAID_OVER = "[popover]:popover-open, [data-testid=stPopoverBody]"; // the key is for these first
const TYPED = "input:not([type=range]), textarea, select, [contenteditable], dialog *";
const BUSY = "input, textarea, select, [contenteditable], [role='listbox'], [role='radio'], dialog *";

export function listen() {
  listenForClicks(CLICKS, ALSO);
  listenForKeys(KEYS, isOwn);
  listenForSwipes();
  listenWhileBlack();
}

/** @type {(target: Element, key: string) => boolean} */
function isOwn(target, key) {
  if (here.content && PRESENTING.has(key)) return !isPresenting() || target.closest(TYPED) !== null;
  if (!here.content || target.closest(BUSY)) return true;
  if (key === "Escape") return !document.documentElement.dataset.panel || document.querySelector(LAID_OVER) !== null;
  const plays = document.querySelector("[data-act=play]") && !target.closest("a, button, summary");
  return key === " " && !plays;
}

/** From a frame on another page to what it shows, with all that stands around it. */
function openWhole() {
  const query = new URLSearchParams(window.location.search);
  query.delete("embed");
  window.open(`?${query}`, "_blank", "noopener");
}

/** @type {(link: HTMLElement) => void} */
function openPlace({ dataset }) {
  mapIn(mapFrame())?.open(dataset.place ?? "");
}

/** @type {(link: HTMLElement) => void} */
function chooseEvent(link) {
  const isHidden = isOverCard();
  const isUnderList = link.closest(".account-list") && matchMedia("(pointer: coarse)").matches;
  if (here.content) goToEvent(eventOf(here.content, link.dataset.event));
  if (isHidden) go({ panel: null });
  if (isUnderList) go({ account: null }); // a small screen has room for the list or for the card
}
