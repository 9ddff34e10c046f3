/* The page's own script: it keeps map, card and accounts at the step that the page is at, and plays.
 *
 * What there is to show comes once, as `content` (see `show_card` in card.py). Where the page is
 * comes from three sides. The slider is watched, so that all follows a key or a drag at once. What
 * is chosen here, on the map or by any link with `data-event`, is shown at once too, and goes to
 * Python as `go`; it is `asked` for until Python has answered it and the slider stands there.
 * Python's message (see stepping.py) always leads, without the other two as well; but an answer to
 * an older value may come late, so where the slider is elsewhere, the slider is right. And a run
 * that another part of the page began just before an answer came starts from the older address and
 * takes it back: what was `granted` stays in sight and is asked for once more, unless the visitor
 * went elsewhere.
 *
 * What is revealed to learners holds until another event is shown. A screen reader is told the
 * step once it rests. Pieces of HTML come and go with each run: clicks are caught on the document,
 * and what they switch is kept on the root element, where the style sees it.
 */
const SLIDER = ".st-key-date input[type='range']";
const SLIDER_KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"];
const FRAME = ".st-key-map iframe";
const SECONDS = { slow: 4, normal: 2, fast: 1 }; // between two steps
const ASK_MS = 250;
const REST_MS = 700; // a held key is told once, when it rests
const { element, refill, wordsIn } = window.statementParts;
const { neighbour, stepOf } = window.statementSequence;
const root = document.documentElement;
const page = (window.statementMapPage ??= {});

export default function take({ data, parentElement }) {
  page.content = data;
  page.words = wordsIn(data.language, data.words[data.language]);
  const isThere = (day) => !day || data.steps.some(({ date }) => date === day);
  if (page.asked && !page.asking) Object.assign(page, { asked: null, granted: page.asked });
  for (const what of ["asked", "granted"]) if (!isThere(page[what]?.date)) page[what] = null;
  page.shown = "";
  root.lang = data.language;
  root.style.setProperty("--steps", data.steps.length);
  page.dark = getComputedStyle(parentElement).colorScheme === "dark";
  show();
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

function sliderDay() {
  const text = document.querySelector(SLIDER)?.getAttribute("aria-valuetext") ?? "";
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}

/** Show at once what Python is asked for, with all that it has not answered yet.
 *
 * Python is told once a quick hand rests: browsers allow only so many changes of the address.
 */
function ask(changes) {
  const number = 1 + (page.asked?.number ?? page.message.answered);
  page.asked = { ...page.asked, ...changes, number };
  clearTimeout(page.asking);
  page.asking = setTimeout(() => {
    page.asking = 0;
    if (page.asked) page.send({ ...page.asked, knows: page.message.written });
  }, ASK_MS);
  show();
}

function settle() {
  const { asked, message } = page;
  if (asked) {
    const arrived = [null, asked.date].includes(sliderDay());
    if (message.answered < asked.number || (asked.date && !arrived)) return;
    Object.assign(page, { asked: null, granted: asked });
  }
  const { number, ...granted } = page.granted ?? {};
  const isTaken = Object.keys(granted).some((what) => `${message[what] ?? ""}` !== `${granted[what] ?? ""}`);
  if (!message.follows || message.answered !== number || !isTaken) return;
  page.granted = null;
  ask(granted);
}

function leaveToSlider({ target, type, key }) {
  if (!target.closest?.(".st-key-date")) return;
  if (type === "keydown" && !SLIDER_KEYS.includes(key)) return;
  page.granted = null;
  if (!page.asked) return;
  const { date, event, ...others } = page.asked;
  page.asked = others;
}

/** Day, event and the rest as they are to be shown now; the words to show them in belong to it. */
function currentView() {
  const { content, message } = page;
  const wanted = { ...(message.follows ? page.granted : null), ...page.asked };
  const date = wanted.date ?? sliderDay() ?? message.date;
  const answered = { ...message, event: date === message.date ? message.event : null };
  const { event: named, account, topics } = { ...answered, ...wanted };
  const step = Math.max(0, content.steps.findIndex((each) => each.date === date));
  const chosen = eventOf(named);
  const event = chosen ?? eventOf(content.steps[step]?.event);
  if (event?.id !== page.revealed?.event) page.revealed = { event: event?.id, what: [] };
  return {
    ...page.words,
    step,
    date,
    event,
    unknown: chosen ? null : named,
    hidden: content.hide.filter((what) => !page.revealed.what.includes(what)),
    hide: content.hide, // what is revealed of one event stays hidden of the others
    opened: account,
    topics,
    link: (other) => linkTo(other, step),
  };
}

function eventOf(id) {
  return page.content.events.find((event) => event.id === id) ?? null;
}

function linkTo(event, step) {
  const query = restOfAddress();
  const { date } = page.content.steps[stepOf(event, step)] ?? {};
  query.set("event", event.id);
  if (date) query.set("date", date);
  return `?${query}`;
}

function restOfAddress() {
  const query = new URLSearchParams(window.location.search);
  query.delete("event");
  query.delete("date");
  return query;
}

// ------------------------------------------------------------------ showing it

function show() {
  if (!page.content || !page.message) return;
  settle();
  showMap(currentView());
  queueMicrotask(showTheRest); // the map is seen to have moved before
}

function showTheRest() {
  const { content } = page;
  const view = currentView();
  const { step, event, unknown, hidden, opened, topics } = view;
  showDay(step);
  markCurrent(event);
  hideTopics(topics);
  for (const [act, offset] of [["previous", -1], ["next", +1]]) {
    const button = document.querySelector(`[data-act=${act}]`);
    if (button) button.disabled = !neighbour(content, view, offset);
  }
  const [card, accounts] = ["section.card", "section.accounts"].map((one) => document.querySelector(one));
  const key = JSON.stringify([step, event?.id, unknown, hidden, opened, `${restOfAddress()}`]);
  if (key === page.shown && card?.hasChildNodes() && accounts?.hasChildNodes()) return;
  page.shown = key;
  if (card) {
    card.setAttribute("aria-label", view.say("card-label"));
    card.dataset.hidden = hidden.join(" ");
    refill(card, window.statementCard.build(content, view));
  }
  if (accounts) {
    accounts.setAttribute("aria-label", view.say("accounts-label"));
    refill(accounts, window.statementAccounts(content, view));
  }
  tell(window.statementCard.summary(content, view));
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
  const { plain, told } = window.statementTelling;
  return Object.fromEntries(page.content.events.map((event) => [event.id, plain(told(event, "title", view))]));
}

/** Mark the day on the strip, and keep it in sight where there are many. */
function showDay(step) {
  document.querySelector(".axis")?.style.setProperty("--step", step);
  const days = document.querySelector(".days");
  const middle = (step + 0.5) / page.content.steps.length;
  if (days) days.scrollLeft = middle * days.scrollWidth - days.clientWidth / 2;
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
  ask({ event: event.id, date: page.content.steps[stepOf(event, step)]?.date });
  return true;
}

function goToDay(step) {
  const day = page.content.steps[step];
  if (day) ask({ event: null, date: day.date });
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
  ask({ account: currentView().opened === account ? "" : account });
}

function toggleTopic(topic) {
  const { topics } = currentView();
  ask({ topics: topics.includes(topic) ? topics.filter((each) => each !== topic) : [...topics, topic] });
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
  root.dataset.playing = on;
  clearInterval(page.timer);
  if (on) page.timer = setInterval(tick, 1000 * SECONDS[root.dataset.speed]);
}

function tick() {
  const went = root.dataset.pace === "day" ? goToDay(currentView().step + 1) : walk(+1);
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
  const { event: id, place, act, topic, reveal: what, account } = target.dataset;
  if (act) ACTS[act]?.();
  else if (topic) toggleTopic(topic);
  else if (what) reveal(what);
  else if (account) toggleAccount(account);
  else if (place) document.querySelector(FRAME)?.contentWindow?.statementMap?.open(place);
  else goToEvent(eventOf(id));
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
  else if (key === " " && document.querySelector("[data-act=play]") && !target.closest?.("a, button, summary")) ACTS.play();
  else return;
  event.preventDefault();
}

function isEmptied() {
  return document.querySelector(":is(section.card, section.accounts):empty");
}

if (!page.show) {
  page.show = show;
  Object.assign(root.dataset, { playing: false, pace: "event", speed: "normal", hidden: "" });
  const observe = (react, what) => new MutationObserver(react).observe(document.body, { subtree: true, ...what });
  observe(
    (changes) => changes.some(({ target }) => target.matches?.(SLIDER)) && show(),
    { attributes: true, attributeFilter: ["aria-valuetext"] },
  );
  observe(
    () => {
      focusSlider();
      if (isEmptied()) show();
    },
    { childList: true },
  );
  window.addEventListener("statement-map:choose", ({ detail }) => goToEvent(eventOf(detail.event)));
  for (const kind of ["keydown", "pointerdown", "input"]) window.addEventListener(kind, leaveToSlider, true);
  window.addEventListener("popstate", () => Object.assign(page, { asked: null, granted: null }));
  document.addEventListener("click", click);
  document.addEventListener("keydown", press);
}
