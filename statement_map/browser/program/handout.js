/* The handout: what the app's page does, without a server and without a network.
 *
 * Everything comes from the JSON in #content, and text reaches the page through textContent alone.
 * The address keeps the view, as the app's does: `#date=2022-01-05&event=...&lang=en`, and so does
 * the history, one entry for each step (see address.js and history.js). The keys are the app's too: arrows and Home and End go by event, on the slider by day; the space bar plays.
 */
import { begin, eventOf, reduce, viewOf } from "./address.js";
import { buildAccounts } from "./card/accounts.js";
import { buildCard, summarize } from "./card/card.js";
import { ownDate } from "./card/telling.js";
import { keepHistory } from "./history.js";
import { draw as drawMap, open as openMap, show as showMap } from "./map/map.js";
import { element, refill, wordsIn } from "./parts.js";
import { neighbour, stepOf } from "./sequence.js";

const content = JSON.parse(byId("content").textContent);
const { steps, events, statement } = content;
content.languages = Object.keys(content.words);
content.language = preferredLanguage();
const ROWS_AT_ONCE = 200; // a longer list would slow every step down
const PLAY_MS = 2000;
const REST_MS = 200; // a held key is told once, when it rests

let language; // a code
let read, say; // the words of that language
let state = begin(location.hash.slice(1), history.state?.notice);
let timer = 0;
let rest = 0;
const slider = byId("day");
const kept = keepHistory((search) => `#${search}`);
const links = new Map(); // event id -> its link in the list

function byId(id) {
  return document.getElementById(id);
}

// ------------------------------------------------------------------ words

function speak(code) {
  language = code;
  ({ read, say } = wordsIn(code, content.words[code]));
  document.title = read(statement.title);
  const gaps = {
    issuer: read(content.issuer),
    publisher: read(statement.publisher),
    date: read(statement.published),
    basis: say(`list-basis-${statement.published_basis}`),
    language: read(statement.language_name),
    n: statement.paragraphs,
  };
  for (const node of document.querySelectorAll("[data-words]")) {
    node.textContent = say(node.dataset.words, gaps);
  }
  for (const node of document.querySelectorAll("[data-in]")) node.hidden = node.dataset.in !== code;
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", say(node.dataset.label));
  }
  document.querySelector("[data-text=title]").textContent = read(statement.title);
  byId("card").setAttribute("aria-label", say("card-label"));
  byId("all").textContent = say("all-events", { n: events.length });
  document.querySelector(`.languages [value="${code}"]`).checked = true;
  writeList();
  namePlay();
}

// ------------------------------------------------------------------ where we are

function preferredLanguage() {
  const preferred = navigator.languages.map((tag) => tag.split("-")[0]);
  return preferred.find((code) => content.languages.includes(code)) ?? content.languages[0];
}

function act(action) {
  const { state: next, write } = reduce(content, state, action);
  state = next;
  const code = new URLSearchParams(state.search).getAll("lang").at(-1);
  if (code !== language && content.languages.includes(code)) speak(code);
  show();
  if (write) kept.keep(write, state);
}

function go(changes) {
  act({ do: "set", changes, hand: kept.hand() });
}

function goToDay(at) {
  if (steps[at]) go({ event: null, date: steps[at].date });
}

/** The day follows an event: the shown one if the event can be then, else the nearest. */
function goToEvent(id) {
  const event = eventOf(content, id);
  const { step } = viewOf(content, state);
  if (event) go({ event: id, date: steps[stepOf(event, step)]?.date ?? null });
}

function next(offset) {
  return neighbour(content, viewOf(content, state), offset);
}

function walk(offset) {
  const event = next(offset);
  if (event) goToEvent(event.id);
  return Boolean(event);
}

/** Back and Forward, and an address that somebody typed. */
function turnBack(event) {
  const before = state;
  act({ do: "back", search: location.hash.slice(1), notice: event.state?.notice ?? null });
  if (state.search !== before.search) play(false);
  act({ do: "open" });
}

// ------------------------------------------------------------------ showing a step

function show() {
  const view = viewOf(content, state);
  const { step, event } = view;
  const day = steps[step];
  slider.value = step;
  if (day) {
    slider.setAttribute("aria-valuetext", read(day.full_day));
    byId("shown").textContent = read(day.full_day);
  }
  byId("previous").disabled = !next(-1);
  byId("next").disabled = !next(+1);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const shown = { date: day?.date, event: event?.id ?? null, language, dark };
  window.statementMapStep = shown; // where a map that is drawn later starts
  showMap(shown);
  markCurrent(event);
  const cardView = { ...view, hidden: [], language, read, say, link: hrefOf };
  refill(byId("card"), buildCard(content, cardView));
  refill(byId("accounts"), buildAccounts(content, cardView));
  clearTimeout(rest);
  rest = setTimeout(() => {
    byId("told").textContent = summarize(content, cardView);
  }, REST_MS);
}

function hrefOf({ id }) {
  return `#event=${id}`;
}

function markCurrent(event) {
  document.querySelector(".event-list [aria-current]")?.removeAttribute("aria-current");
  links.get(event?.id)?.setAttribute("aria-current", "true");
}

// ------------------------------------------------------------------ the list

function writeList(most = Math.max(links.size, ROWS_AT_ONCE)) {
  const names = new Map(content.places.map(({ id, name }) => [id, read(name)]));
  links.clear();
  const rows = events.slice(0, most).map((event) => {
    const link = element("a", { href: hrefOf(event), "data-event": event.id }, read(event.title));
    links.set(event.id, link);
    const paragraph = say("paragraph-short", { number: event.paragraphs.join(", ") });
    const where = event.places.map((id) => names.get(id)).join(", ") || say("no-location");
    const about = [paragraph, say(`kind-${event.kind}`), where].join(" · ");
    const date = ownDate(event, { read, say });
    return element("li", { class: `look-${event.look}` }, date, link, element("small", {}, about));
  });
  byId("events").replaceChildren(...rows);
  const left = events.length - rows.length;
  byId("more").hidden = !left;
  if (left) byId("more").textContent = say("list-more", { n: Math.min(ROWS_AT_ONCE, left) });
}

// ------------------------------------------------------------------ playing

function play(on) {
  clearInterval(timer);
  timer = on ? setInterval(tick, PLAY_MS) : 0;
  if (on && !next(+1)) goToEvent(events[0].id);
  namePlay();
}

function tick() {
  kept.newHand();
  if (!walk(+1)) play(false);
}

function namePlay() {
  byId("play").textContent = timer ? `❚❚ ${say("pause")}` : `▶ ${say("play")}`;
}

// ------------------------------------------------------------------ keys and clicks

const KEYS = {
  ArrowLeft: () => walk(-1),
  ArrowRight: () => walk(+1),
  Home: () => goToEvent(events[0].id),
  End: () => goToEvent(events.at(-1).id),
  " ": () => play(!timer),
};

function press(event) {
  const { key, target } = event;
  if (!Object.hasOwn(KEYS, key) || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const own = key === " " ? "a, button, summary, [type=radio], #map *" : "input, #map, #map *";
  if (target.closest(own)) return; // keys that mean something else there
  event.preventDefault();
  if (key !== " ") play(false);
  KEYS[key]();
}

function click(event) {
  const target = event.target.closest("a[data-event], [data-place], [data-account], [data-row]");
  const elsewhere = event.button || event.metaKey || event.ctrlKey || event.shiftKey;
  if (!target || event.defaultPrevented || elsewhere) return;
  event.preventDefault();
  play(false);
  const { event: id, place, account, row } = target.dataset;
  if (account) go({ account: viewOf(content, state).opened === account ? null : account });
  else if (row) goToRow(row);
  else if (place) openMap(place);
  else goToEvent(id);
  if (place) bringIntoView(byId("map"));
  else if (id) bringIntoView(byId("card"));
}

/** Go up to map and card if `part`, which was just changed, begins out of sight. */
function bringIntoView(part) {
  const { top } = part.getBoundingClientRect();
  const claim = document.querySelector(".claim").getBoundingClientRect();
  if (top < 0 || top > claim.top) document.querySelector(".page").scrollIntoView();
}

function goToRow(id) {
  const node = links.get(id) ?? byId("all");
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
}

function listen() {
  const stopped = (go) => () => {
    play(false);
    go();
  };
  byId("previous").addEventListener(
    "click",
    stopped(() => walk(-1)),
  );
  byId("next").addEventListener(
    "click",
    stopped(() => walk(+1)),
  );
  byId("play").addEventListener("click", () => play(!timer));
  slider.addEventListener(
    "input",
    stopped(() => goToDay(Number(slider.value))),
  );
  document.querySelector(".languages").addEventListener("change", ({ target }) => go({ lang: target.value }));
  byId("more").addEventListener("click", () => {
    writeList(links.size + ROWS_AT_ONCE);
    markCurrent(viewOf(content, state).event);
  });
  document.addEventListener("keydown", press);
  document.addEventListener("click", click);
  window.addEventListener("statement-map:choose", ({ detail }) => {
    kept.newHand();
    goToEvent(detail.event);
  });
  window.addEventListener("popstate", turnBack);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
}

// ------------------------------------------------------------------ paper

/** On paper the map has a size of its own, light colours, and its panels below it, opened. */
function fitPaper(map) {
  const root = document.documentElement;
  const box = map.getContainer();
  const panels = box.querySelector(".leaflet-top.leaflet-right");
  const home = panels.parentNode;
  let before;
  const fit = () => {
    map.invalidateSize({ animate: false, pan: false });
    map.fitBounds(before.bounds, { animate: false });
  };
  window.addEventListener("beforeprint", () => {
    const closed = [...panels.querySelectorAll("details:not([open])")];
    before = { bounds: map.getBounds(), dark: root.classList.contains("dark"), closed };
    for (const panel of closed) panel.open = true;
    root.classList.remove("dark");
    box.classList.add("paper");
    box.after(panels);
    fit();
  });
  window.addEventListener("afterprint", () => {
    for (const panel of before.closed) panel.open = false;
    root.classList.toggle("dark", before.dark);
    box.classList.remove("paper");
    home.append(panels);
    fit();
  });
}

// ------------------------------------------------------------------ all of it

slider.max = Math.max(steps.length - 1, 0);
document.querySelector(".days").hidden = steps.length < 2;
act({ do: "open" });
const map = L.map("map", { center: [0, 0], zoom: 1, zoomSnap: 0.5 });
drawMap(map, content, content.boundaries);
fitPaper(map);
listen();
