/* The handout: what the app's page does, without a server and without a network.
 *
 * Everything comes from the JSON in #content, and text reaches the page through textContent alone.
 * The address keeps the view, as the app's does: `#date=2022-01-05&event=...&lang=en`, and so does
 * the history, one entry for each step (see walking.js). The keys are the app's too: arrows and Home
 * and End go by event, on the slider by day; the space bar plays. Who walks on stops the playing.
 */
import { eventOf } from "../address.js";
import { buildAccounts } from "../card/accounts.js";
import { buildCard, summarize } from "../card/card.js";
import { draw, open, show as showOnMap } from "../map/map.js";
import { refill, sure, wordsIn } from "../parts.js";
import { bringIntoView, listenForClicks, listenForKeys } from "../presses.js";
import { sceneOf } from "../sequence.js";
import {
  act,
  currentView,
  go,
  goToDay,
  goToEvent,
  here,
  next,
  play,
  start,
  toFirst,
  toggleAccount,
  toLast,
  turnWay,
  walk,
} from "../walking.js";
import { addressOf, goToRow, markCurrent, writeList, writeMore } from "./list.js";
import { fitPaper, printWorksheet } from "./paper.js";

const REST_MS = 200; // a held key is told once, when it rests
/** @type {HandoutContent} */
const content = JSON.parse(byId("content").textContent);
/** @type {HTMLInputElement} */
const slider = byId("day");
let words = wordsIn("", {});
/** @type {ReturnType<typeof setTimeout> | undefined} */
let rest;

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
  const { read, say } = words;
  const { statement, events } = content;
  document.title = read(statement.title);
  const gaps = {
    issuer: read(content.issuer),
    publisher: read(statement.publisher),
    date: read(statement.published),
    basis: say(`list-basis-${statement.published_basis}`),
    language: read(statement.language_name),
    n: statement.paragraphs,
  };
  for (const node of document.querySelectorAll("[data-words]")) node.textContent = say(node.dataset.words ?? "", gaps);
  for (const node of document.querySelectorAll("[data-in]")) node.hidden = node.dataset.in !== code;
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", say(node.dataset.label ?? ""));
  }
  sure(document.querySelector("[data-text=title]")).textContent = read(statement.title);
  byId("card").setAttribute("aria-label", say("card-label"));
  byId("all").textContent = say("all-events", { n: events.length });
  /** @type {HTMLInputElement | null} */
  const chosen = document.querySelector(`.languages [value="${code}"]`);
  if (chosen) chosen.checked = true;
  writeList(content, words);
  showPlaying(here);
}

/** @type {(here: Here) => void} */
function showPlaying({ player }) {
  const { isPlaying, isHeld, left } = player;
  if (words.language) byId("play").textContent = isPlaying ? `❚❚ ${words.say("pause")}` : `▶ ${words.say("play")}`;
  const { dataset, style } = document.documentElement;
  Object.assign(dataset, { playing: `${isPlaying}`, held: `${isHeld}` });
  style.setProperty("--shown-for", `${left}ms`);
}

// ------------------------------------------------------------------ showing where we are

function show() {
  const code = new URLSearchParams(here.state.search).getAll("lang").at(-1) ?? "";
  if (code !== words.language && content.languages.includes(code)) speak(code);
  /** @type {View} */
  const view = { ...currentView(), ...words, hidden: [], link: addressOf };
  const { step, event, read } = view;
  const day = content.steps[step];
  slider.value = `${step}`;
  if (day) {
    slider.setAttribute("aria-valuetext", read(day.full_day));
    byId("shown").textContent = read(day.full_day);
  }
  enable(byId("previous"), -1);
  enable(byId("next"), +1);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const look_at = sceneOf(content, view);
  const shown = { date: day?.date, event: event?.id ?? null, look_at, language: words.language, dark };
  window.statementMapStep = shown; // where a map that is drawn later starts
  showOnMap(shown);
  markCurrent(event);
  byId("by").textContent = view.say(`play-by-${view.by}`);
  refill(byId("card"), buildCard(content, view));
  refill(byId("accounts"), buildAccounts(content, view));
  clearTimeout(rest);
  rest = setTimeout(() => (byId("told").textContent = summarize(content, view)), REST_MS);
}

/** @type {(button: HTMLButtonElement, offset: number) => void} */
function enable(button, offset) {
  button.disabled = !next(offset);
}

// ------------------------------------------------------------------ clicks and keys

/** @type {Clicks} */
const CLICKS = [
  ["#previous", stopped(() => walk(-1))],
  ["#next", stopped(() => walk(+1))],
  ["#play", () => play(!here.player.isPlaying)],
  ["#by", stopped(turnWay)],
  ["#more", showMore],
  ["[data-print=worksheet]", printWorksheet],
  ["[data-account]", stopped(({ dataset }) => toggleAccount(dataset.account ?? ""))],
  ["[data-row]", stopped(goToRow)],
  ["[data-place]", stopped(openPlace)],
  ["a[data-event]", stopped(chooseEvent)],
];

/** @type {Map<string, () => unknown>} */
const KEYS = new Map([
  ["ArrowLeft", stopped(() => walk(-1))],
  ["ArrowRight", stopped(() => walk(+1))],
  ["Home", stopped(toFirst)],
  ["End", stopped(toLast)],
  [" ", () => play(!here.player.isPlaying)],
]);

/** @type {(react: (target: HTMLElement) => unknown) => (target?: unknown) => void} */
function stopped(react) {
  return (target) => {
    play(false);
    react(/** @type {HTMLElement} */ (target));
  };
}

/** @type {(target: Element, key: string) => boolean} */
function isOwn(target, key) {
  const own = key === " " ? "a, button, summary, [type=radio], #map *" : "input, #map, #map *";
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
  markCurrent(currentView().event);
}

function listen() {
  listenForClicks(CLICKS);
  listenForKeys(KEYS, isOwn);
  slider.addEventListener(
    "input",
    stopped(() => goToDay(Number(slider.value))),
  );
  document.querySelector(".languages")?.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) go({ lang: target.value });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
}

// ------------------------------------------------------------------ all of it

content.languages = Object.keys(content.words);
content.language = preferredLanguage();
here.content = content;
slider.max = `${Math.max(content.steps.length - 1, 0)}`;
/** @type {HTMLElement} */ (sure(document.querySelector(".days"))).hidden = content.steps.length < 2;
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
