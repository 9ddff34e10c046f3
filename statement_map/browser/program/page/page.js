/* The page's own script: it leads. It shows each step at once, keeps the address, and plays.
 *
 * What there is to show comes once, as `content` (see `show_card` in card.py). Where the page is
 * stands in `page.state`, and the reducer in address.js says what a step makes of it. A step is
 * one entry of the browser's history; whatever one press or drag does is one step. Python is told
 * what is shown once a quick hand rests (debounced), and answers nothing; where it wants something
 * else, another language say, its numbered wishes come by follow.js (see panels/query.py).
 *
 * What is revealed to learners holds until another event is shown. A screen reader is told the
 * step once it rests. Pieces of HTML come and go with each run: clicks are caught on the document,
 * and what they switch is kept on the root element, where the style sees it.
 */
import { begin, eventOf, linkTo, reduce, viewOf } from "../address.js";
import { buildAccounts } from "../card/accounts.js";
import { buildCard, summarize } from "../card/card.js";
import { plain, told } from "../card/telling.js";
import { keepHistory } from "../history.js";
import { element, refill, valueAt, wordsIn } from "../parts.js";
import { neighbour, stepOf } from "../sequence.js";

const SLIDER = ".st-key-date input[type='range']";
const FRAME = ".st-key-map iframe";
const SECONDS = { slow: 4, normal: 2, fast: 1 }; // between two steps
const TELL_MS = 250;
const REST_MS = 700; // a held key is told once, when it rests
const root = document.documentElement;
const page = {};

export function takeContent({ data: bytes, parentElement }) {
  listen();
  const { content, ...told } = JSON.parse(new TextDecoder().decode(bytes));
  const data = { ...content, ...told };
  page.content = data;
  page.words = wordsIn(data.language, data.words[data.language]);
  page.state ??= begin(window.location.search, window.history.state?.notice);
  page.shown = "";
  page.stated = new Map();
  root.lang = data.language;
  root.style.setProperty("--steps", data.steps.length);
  page.dark = getComputedStyle(parentElement).colorScheme === "dark";
  act({ do: "open" });
  heed();
  page.isFocusDue = data.presenting && (page.isFocusDue || !page.presenting);
  page.presenting = data.presenting;
  focusSlider();
}

/** Who presents steps with the keys at once; the slider may come after this script. */
function focusSlider() {
  const slider = page.isFocusDue && document.querySelector(SLIDER);
  if (!slider) return;
  page.isFocusDue = false;
  slider.focus({ preventScroll: true });
}

// ------------------------------------------------------------------ where the page is

function act(action) {
  const { state, write, tells } = reduce(page.content, page.state, action);
  page.state = state;
  show();
  if (write) page.history.keep(write, state);
  if (tells) tellPython();
}

/** Show what the address shows with these changes. */
function go(changes) {
  act({ do: "set", changes, hand: page.history.hand() });
}

/** Take what Python wants to be shown, and what tells it what is. */
export function hear(wishes, send = page.send) {
  Object.assign(page, { wishes, send });
  heed();
}

/** Do what Python wants, as far as it was not done before. */
function heed() {
  if (page.content && page.wishes) act({ do: "wish", wishes: page.wishes });
}

function tellPython() {
  clearTimeout(page.telling);
  page.telling = setTimeout(() => {
    const { search, met } = page.state;
    page.send?.({ query: search, met });
  }, TELL_MS);
}

/** Day, event and the rest as they are to be shown now, with the words to show them in. */
function currentView() {
  const { content, state } = page;
  const view = viewOf(content, state);
  if (view.event?.id !== page.revealed?.event) page.revealed = { event: view.event?.id, what: [] };
  return {
    ...page.words,
    ...view,
    date: content.steps[view.step]?.date,
    hidden: content.hide.filter((what) => !page.revealed.what.includes(what)),
    hide: content.hide, // what is revealed of one event stays hidden of the others
    link: (other) => linkTo(content, state, other),
  };
}

/** Back and Forward. Streamlit would run the whole script; Python is told as of any other step. */
function turnBack(event) {
  if (!page.content) return;
  event.stopImmediatePropagation();
  const before = page.state;
  act({ do: "back", search: window.location.search, notice: event.state?.notice ?? null });
  if (page.state.search !== before.search) play(false); // else it was only to an anchor
  act({ do: "open" });
}

/** The address of a query, of which whoever shows the app in a frame is told as by Streamlit. */
function addressOf(search) {
  const query = search && `?${search}`;
  if (window.parent !== window) {
    const told = { stCommVersion: 1, type: "SET_QUERY_PARAM", queryParams: query };
    window.parent.postMessage(told, "*");
  }
  return window.location.pathname + query;
}

// ------------------------------------------------------------------ showing it

export function show() {
  if (!page.content) return;
  showMap(currentView());
  queueMicrotask(showTheRest); // the map is seen to have moved before
}

function showTheRest() {
  const { content } = page;
  const view = currentView();
  const { step, event, notice, hidden, opened, topics } = view;
  showDay(view);
  markCurrent(event);
  hideTopics(topics);
  for (const [act, offset] of [
    ["previous", -1],
    ["next", +1],
  ]) {
    const button = document.querySelector(`[data-act=${act}]`);
    if (button) button.disabled = !neighbour(content, view, offset);
  }
  const [card, accounts] = ["section.card", "section.accounts"].map((one) => document.querySelector(one));
  const key = JSON.stringify([step, event?.id, notice, hidden, opened, view.link(content.events[0])]);
  if (key === page.shown && card?.hasChildNodes() && accounts?.hasChildNodes()) return;
  page.shown = key;
  if (card) {
    card.setAttribute("aria-label", view.say("card-label"));
    card.dataset.hidden = hidden.join(" ");
    refill(card, buildCard(content, view));
  }
  if (accounts) {
    accounts.setAttribute("aria-label", view.say("accounts-label"));
    refill(accounts, buildAccounts(content, view));
  }
  tell(summarize(content, view));
}

function showMap(view) {
  const { date, event, hidden, language } = view;
  const { content, dark } = page;
  const conceal = {
    place: hidden.includes("place"),
    titles: content.hide.length ? titles(view) : null,
    by: hidden.includes("speaker") ? view.say("learn-speaker") : null,
  };
  const step = { date, event: event?.id ?? null, language, dark, large: content.presenting, conceal };
  const key = JSON.stringify(step);
  if (key === page.mapped && window.statementMapStep) return;
  page.mapped = key;
  window.statementMapStep = step; // a map that mounts later starts from here
  const frame = document.querySelector(FRAME);
  if (!frame) return;
  frame.title = content.map_title;
  frame.contentWindow?.statementMap?.show(step);
}

/** The titles of all events as far as learners may know them. */
function titles(view) {
  return Object.fromEntries(page.content.events.map((event) => [event.id, plain(told(event, "title", view))]));
}

/** Put the slider at the day; mark it on the strip, and keep it in sight where there are many. */
function showDay(view) {
  const { step, date } = view;
  const { steps } = page.content;
  document.querySelector(".axis")?.style.setProperty("--step", step);
  const days = document.querySelector(".days");
  const middle = (step + 0.5) / steps.length;
  if (days) days.scrollLeft = middle * days.scrollWidth - days.clientWidth / 2;
  const slider = document.querySelector(SLIDER);
  if (!slider) return;
  slider.max = steps.length - 1;
  slider.value = step;
  slider.dataset.day = date;
  slider.setAttribute("aria-label", view.say("date-slider"));
  slider.setAttribute("aria-valuetext", spoken(view));
  slider.parentElement.style.setProperty("--at", steps.length > 1 ? step / (steps.length - 1) : 0);
  slider.nextElementSibling.textContent = view.read(steps[step].day);
}

/** The day as a screen reader says it, with how many paragraphs are stated for it. */
function spoken({ step, read, say }) {
  const { events, steps } = page.content;
  if (!page.stated.has(step)) {
    const stated = events.filter(({ states }) => valueAt(states, step) === "now");
    page.stated.set(step, new Set(stated.flatMap(({ paragraphs }) => paragraphs)).size);
  }
  const n = page.stated.get(step);
  return `${read(steps[step].full_day)}, ${n ? say("day-spoken", { n }) : say("day-spoken-none")}`;
}

function markCurrent(event) {
  for (const list of document.querySelectorAll(".event-list, .strip, .review-text")) {
    for (const link of list.querySelectorAll("a[aria-current]")) link.removeAttribute("aria-current");
    const links = event ? list.querySelectorAll(`a[data-event="${CSS.escape(event.id)}"]`) : [];
    for (const link of links) link.setAttribute("aria-current", "true");
  }
}

/** Say in words what the map shows; the first step is read as part of the page. */
function tell(summary) {
  let words = document.querySelector("body > .live");
  if (!words) {
    words = element("p", { class: "live", "aria-live": "polite" }, summary);
    document.body.append(words);
  }
  clearTimeout(page.rest);
  page.rest = setTimeout(() => {
    if (words.textContent !== summary) words.textContent = summary;
  }, REST_MS);
}

// ------------------------------------------------------------------ going somewhere

function goToEvent(event) {
  if (!event) return false;
  const { step } = currentView();
  go({ event: event.id, date: page.content.steps[stepOf(event, step)]?.date ?? null });
  return true;
}

function goToDay(step) {
  const day = page.content.steps[step];
  if (day) go({ event: null, date: day.date });
  return Boolean(day);
}

function walk(offset) {
  return goToEvent(neighbour(page.content, currentView(), offset));
}

function reveal(what) {
  page.revealed.what.push(what);
  show();
}

function toggleAccount(account) {
  go({ account: currentView().opened === account ? null : account });
}

function toggleTopic(topic) {
  const { topics } = currentView();
  const hidden = topics.includes(topic) ? topics.filter((each) => each !== topic) : [...topics, topic];
  go({ "hide-topics": hidden.join(",") });
}

function hideTopics(hidden) {
  root.dataset.hidden = hidden.join(" ");
  for (const button of document.querySelectorAll("[data-topic]")) {
    button.setAttribute("aria-pressed", !hidden.includes(button.dataset.topic));
  }
}

// ------------------------------------------------------------------ playing

function isPlaying() {
  return root.dataset.playing === "true";
}

function play(on) {
  if (on && !isPlaying() && !goesOn()) startAnew();
  root.dataset.playing = on;
  clearInterval(page.timer);
  if (on) page.timer = setInterval(tick, 1000 * SECONDS[root.dataset.speed]);
}

function isByDay() {
  return root.dataset.pace === "day";
}

function goesOn() {
  const view = currentView();
  return Boolean(isByDay() ? page.content.steps[view.step + 1] : neighbour(page.content, view, +1));
}

function startAnew() {
  if (isByDay()) goToDay(0);
  else goToEvent(page.content.events[0]);
}

function tick() {
  page.history.newHand();
  const went = isByDay() ? goToDay(currentView().step + 1) : walk(+1);
  if (!went) play(false);
}

function turn(name, values) {
  root.dataset[name] = values[(values.indexOf(root.dataset[name]) + 1) % values.length];
  if (isPlaying()) play(true);
}

// ------------------------------------------------------------------ clicks and keys

const ACTS = {
  previous: () => walk(-1),
  next: () => walk(+1),
  play: () => play(!isPlaying()),
  pace: () => turn("pace", ["event", "day"]),
  speed: () => turn("speed", ["normal", "fast", "slow"]),
  help: () => document.querySelector("dialog.keys")?.showModal(),
  close: () => document.querySelector("dialog.keys")?.close(),
};

function click(event) {
  const chosen = "a[data-event], [data-place], [data-act], [data-topic], [data-reveal], [data-account]";
  const target = event.target.closest?.(chosen);
  if (!target || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const { event: id, place, act: what, topic, reveal: hidden, account } = target.dataset;
  if (what) ACTS[what]?.();
  else if (topic) toggleTopic(topic);
  else if (hidden) reveal(hidden);
  else if (account) toggleAccount(account);
  else if (place) document.querySelector(FRAME)?.contentWindow?.statementMap?.open(place);
  else goToEvent(eventOf(page.content, id));
  if (place) bringIntoView(FRAME);
  else if (id) bringIntoView("section.card");
}

/** Go up to map and card if the one that was just changed begins out of sight. */
function bringIntoView(part) {
  const top = document.querySelector(part)?.getBoundingClientRect().top;
  const line = document.querySelector(".st-key-attribution")?.getBoundingClientRect().top ?? innerHeight;
  if (top < 0 || top > line) document.querySelector(".st-key-page").scrollIntoView();
}

function press(event) {
  const { key, target } = event;
  const busy = "input, textarea, select, [contenteditable], [role='listbox'], [role='radio'], dialog *";
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!page.content || target.closest?.(busy)) return;
  const { events } = page.content;
  if (key === "ArrowRight") walk(+1);
  else if (key === "ArrowLeft") walk(-1);
  else if (key === "Home") goToEvent(events[0]);
  else if (key === "End") goToEvent(events.at(-1));
  else if (key === "?") ACTS.help();
  else if (key === " " && document.querySelector("[data-act=play]") && !target.closest?.("a, button, summary"))
    ACTS.play();
  else return;
  event.preventDefault();
}

function isEmptied() {
  return document.querySelector(":is(section.card, section.accounts):empty");
}

function listen() {
  if (page.history) return;
  page.history = keepHistory(addressOf);
  Object.assign(root.dataset, { playing: false, pace: "event", speed: "normal", hidden: "" });
  new MutationObserver(() => {
    focusSlider();
    if (isEmptied()) show();
  }).observe(document.body, { subtree: true, childList: true });
  window.addEventListener("statement-map:choose", ({ detail }) => {
    page.history.newHand();
    goToEvent(eventOf(page.content, detail.event));
  });
  window.addEventListener("popstate", turnBack, true);
  document.addEventListener("input", ({ target }) => target.matches(SLIDER) && goToDay(Number(target.value)));
  document.addEventListener("click", click);
  document.addEventListener("keydown", press);
}
