/* The handout: what the app's page does, without a server and without a network.
 *
 * Everything comes from the JSON in #content, and text reaches the page through textContent alone; what
 * is the same at every step was written by the app's templates, and lies in a template of each language.
 * The address keeps the view, as the app's does: `#date=2022-01-05&event=...&lang=en`, and so does
 * the history, one entry for each step (see walking.js). Without a day and an event the cover comes first.
 */
import { eventOf } from "../../browser/program/address.js";
import { buildAccounts } from "../../browser/program/card/accounts.js";
import { buildCard, summarize } from "../../browser/program/card/card.js";
import { ACTS, closeGroup, KEYS, toggleTopic } from "../../browser/program/layout/acts.js";
import { markInList, showAround, showPlaying } from "../../browser/program/layout/around.js";
import { SLIDER, listenForGroups } from "../../browser/program/layout/axis.js";
import { showCover } from "../../browser/program/layout/cover.js";
import { coveredBy } from "../../browser/program/layout/covered.js";
import { listenForSwipes } from "../../browser/program/layout/swipe.js";
import { draw, open, show as showOnMap } from "../../map_view/map/map.js";
import { fillWith, refill, sure, wordsIn } from "../../browser/program/parts.js";
import { bringIntoView, listenForClicks, listenForKeys } from "../../browser/program/presses.js";
import { sceneOf } from "../../browser/program/sequence.js";
import { act, currentView, go, goToDay, goToEvent, here, start, toggleAccount } from "../../browser/program/walking.js";
import { addressOf, goToRow, writeList, writeMore } from "./list.js";
import { fitPaper, printWorksheet } from "./paper.js";

const REST_MS = 200; // a held key is told once, when it rests
/** @type {HandoutContent} */
const content = JSON.parse(byId("content").textContent);
let words = wordsIn("", {});
/** @type {string | null} */
let led = null; // the part of the page that was led to last
/** @type {ReturnType<typeof setTimeout> | undefined} */
let rest;
let covered = { left: 0, right: 0 }; // px of the map, by cover and sheet

/** @type {<Kind extends HTMLElement>(id: string) => Kind} */
function byId(id) {
  return /** @type {any} */ (sure(document.getElementById(id)));
}

// ------------------------------------------------------------------ words

/** @type {() => string} */
function preferredLanguage() {
  const preferred = navigator.languages.map((tag) => tag.split("-")[0]);
  return preferred.find((code) => content.languages.includes(code)) ?? content.languages[0];
}

/** @type {(code: string) => void} */
function speak(code) {
  words = wordsIn(code, content.words[code]);
  fillSlots(code);
  const { read, say, tag } = words;
  const { statement, events } = content;
  document.documentElement.lang = code;
  document.title = read(statement.title);
  const gaps = {
    date: read(statement.published),
    basis: say(`list-basis-${statement.published_basis}`),
    language: read(statement.language_name),
    n: statement.paragraphs,
  };
  for (const node of document.querySelectorAll("[data-words]")) {
    const named = { issuer: tag(content.issuer), publisher: tag(statement.publisher) };
    node.replaceChildren(...fillWith(say(node.dataset.words ?? "", gaps), named));
  }
  for (const node of document.querySelectorAll("[data-in]")) node.hidden = node.dataset.in !== code;
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", say(node.dataset.label ?? ""));
  }
  sure(document.querySelector("[data-text=title]")).replaceChildren(...tag(statement.title));
  byId("card").setAttribute("aria-label", say("card-label"));
  byId("all").textContent = say("all-events", { n: events.length });
  /** @type {HTMLInputElement | null} */
  const chosen = document.querySelector(`.languages [value="${code}"]`);
  if (chosen) chosen.checked = true;
  writeList(content, words);
}

/** What the app's templates wrote in a language; the policy allows no styles but those set from here.
 *
 * @type {(code: string) => void}
 */
function fillSlots(code) {
  /** @type {HTMLTemplateElement} */
  const template = sure(document.querySelector(`template[data-language="${code}"]`));
  for (const slot of document.querySelectorAll("[data-slot]")) {
    const filling = sure(template.content.querySelector(`[data-fills=${slot.dataset.slot}]`)).cloneNode(true);
    slot.replaceChildren(...filling.childNodes);
    for (const node of slot.querySelectorAll("[data-style]")) node.style.cssText = node.dataset.style ?? "";
  }
}

// ------------------------------------------------------------------ showing where we are

/** @type {() => View} */
function shownView() {
  return { ...currentView(), ...words, hidden: [], link: addressOf };
}

function show() {
  const code = new URLSearchParams(here.state.search).getAll("lang").at(-1) ?? "";
  if (code !== words.language && content.languages.includes(code)) speak(code);
  const view = shownView();
  const { step, event } = view;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const look_at = sceneOf(content, view);
  const chosen = view.cover ? "" : (event?.id ?? null); // the cover is about the whole
  const shown = { date: content.steps[step]?.date, event: chosen, look_at, language: words.language, dark, covered };
  window.statementMapStep = shown; // where a map that is drawn later starts
  showOnMap(shown);
  showCover(view.cover);
  showAround(content, view);
  leadTo(view.panel);
  refill(byId("card"), buildCard(content, view));
  refill(byId("accounts"), buildAccounts(content, view));
  clearTimeout(rest);
  rest = setTimeout(() => byId("told").replaceChildren(...summarize(content, view)), REST_MS);
}

/** What stands on the map; asked for when a size changes, and not with a step. */
function measureCovers() {
  const boxOf = /** @type {(where: string) => DOMRect} */ (where) =>
    sure(document.querySelector(where)).getBoundingClientRect();
  const found = coveredBy(boxOf("#map"), boxOf(".cover-sheet"), boxOf(".card-sheet"));
  if (found.left === covered.left && found.right === covered.right) return;
  covered = found;
  show();
}

/** Go down to what the address names, the list of events or the worksheet, when it names another.
 *
 * @type {(name: string | null) => void}
 */
function leadTo(name) {
  if (name === led) return;
  led = name;
  for (const link of document.querySelectorAll("a[data-panel]")) {
    if (link.dataset.panel === name) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const part = name && document.querySelector(`[data-part="${CSS.escape(name)}"]:not([hidden])`);
  if (!part) return;
  part.scrollIntoView();
  const head = part.querySelector("h2");
  if (!head) return;
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
}

/** @type {(name: string) => void} */
function openPart(name) {
  led = null; // there again, where somebody has scrolled away
  go({ panel: name });
}

// ------------------------------------------------------------------ clicks and keys

const DOES = new Map(ACTS);

/** @type {Clicks} */
const CLICKS = [
  ["[data-act]", ({ dataset }) => DOES.get(dataset.act ?? "")?.()],
  ["[data-topic]", toggleTopic],
  ["#more", showMore],
  ["[data-print=worksheet]", printWorksheet],
  ["[data-account]", ({ dataset }) => toggleAccount(dataset.account ?? "")],
  ["[data-row]", goToRow],
  ["[data-place]", openPlace],
  ["a[data-panel]", ({ dataset }) => openPart(dataset.panel ?? "")],
  ["a[data-event]", chooseEvent],
];

/** @type {(target: Element, key: string) => boolean} */
function isOwn(target, key) {
  const own =
    key === " " ? "a, button, summary, [type=radio], [type=checkbox], dialog, #map *" : "input, dialog, #map, #map *";
  return target.closest(own) !== null;
}

/** @type {(link: HTMLElement) => void} */
function openPlace({ dataset }) {
  open(dataset.place ?? "");
  comeIntoView(byId("map"));
}

/** @type {(link: HTMLElement) => void} */
function chooseEvent({ dataset }) {
  goToEvent(eventOf(content, dataset.event));
  comeIntoView(byId("card"));
}

/** @type {(part: Element) => void} */
function comeIntoView(part) {
  bringIntoView(part, document.querySelector(".claim"), document.querySelector(".page"));
}

function showMore() {
  writeMore(content, words);
  markInList(currentView().event);
}

function listen() {
  listenForClicks(CLICKS, [[".group-list a", closeGroup]]);
  listenForKeys(new Map(KEYS), isOwn);
  listenForSwipes();
  listenForGroups(shownView);
  slider.addEventListener("input", () => goToDay(Number(slider.value)));
  document.querySelector(".languages")?.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) go({ lang: target.value });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  const covers = new ResizeObserver(measureCovers);
  for (const part of document.querySelectorAll("#map, .cover-sheet, .card-sheet")) covers.observe(part);
}

// ------------------------------------------------------------------ all of it

content.languages = Object.keys(content.words);
content.language = preferredLanguage();
content.cover = true;
here.content = content;
for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
/** @type {HTMLInputElement} */
const slider = sure(document.querySelector(SLIDER));
if (content.steps.length < 2) slider.remove(); // there is nothing to choose from
document.documentElement.style.setProperty("--steps", `${content.steps.length}`);
start({
  search: () => window.location.hash.slice(1),
  addressOf: (search) => `#${search}`,
  show,
  showPlaying,
  tell: () => {},
});
act({ do: "open" });
const map = L.map("map", { center: [0, 0], zoom: 1, zoomSnap: 0.5 });
draw(map, content, content.boundaries, content.ground);
fitPaper(map);
listen();
