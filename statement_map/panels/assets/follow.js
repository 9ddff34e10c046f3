/* The page's own script: keeps the map at the step that the page shows, and plays.
 *
 * Python's message (see `_tell_the_browser` in stepping.py) always moves the map. The slider is
 * watched besides, so that the map follows a key or a drag before Python has answered; where both
 * speak of different days the slider is right, because an answer to an older value may come late.
 * What is chosen here, on the map or by any link with `data-event`, goes to Python as `go`.
 * What learners are not to know yet travels along as `conceal`; the day that the slider is already
 * at is concealed as a new one, until Python has answered. A screen reader is told `summary` once
 * the steps rest.
 * Pieces of HTML come and go with each run: clicks are caught on the document, and what they
 * switch is kept on the root element, where the style sees it.
 */
const SLIDER = ".st-key-date input[type='range']";
const FRAME = ".st-key-map iframe";
const SECONDS = { slow: 4, normal: 2, fast: 1 }; // between two steps
const REST_MS = 700; // a held key is told once, when it rests
const root = document.documentElement;

const page = (window.statementMapPage ??= { message: null, send: () => {}, shown: "", timer: 0, rest: 0 });

export default function follow({ data, parentElement, setTriggerValue }) {
  page.message = data;
  page.send = (go) => setTriggerValue("go", go);
  page.dark = getComputedStyle(parentElement).colorScheme === "dark";
  root.lang = data.language;
  root.style.setProperty("--steps", data.steps);
  hideTopics(data.hidden);
  show();
  tell();
  if (data.presenting && !page.presenting) document.querySelector(SLIDER)?.focus({ preventScroll: true });
  page.presenting = data.presenting;
}

// ------------------------------------------------------------------ the step

function sliderDay() {
  const text = document.querySelector(SLIDER)?.getAttribute("aria-valuetext") ?? "";
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}

function show() {
  const { message } = page;
  if (!message) return;
  const date = sliderDay() ?? message.date;
  const answered = date === message.date;
  const event = answered ? message.event : null;
  const conceal = answered ? message.conceal : message.conceal_next;
  const { language, presenting: large } = message;
  const step = { date, event, language, dark: page.dark, large, conceal };
  const key = JSON.stringify(step);
  markCurrent(event);
  root.style.setProperty("--step", document.querySelector(SLIDER)?.value ?? 0);
  if (key === page.shown && window.statementMapStep) return;
  page.shown = key;
  window.statementMapStep = step; // a map that mounts later starts from here
  const frame = document.querySelector(FRAME);
  if (!frame) return;
  frame.title = message.title;
  frame.contentWindow?.statementMap?.show(step);
}

function markCurrent(event) {
  for (const link of document.querySelectorAll(":is(.event-list, .strip) a[data-event]")) {
    if (link.dataset.event === event) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** Say in words what the map shows; the first step is read as part of the page. */
function tell() {
  let words = document.querySelector("body > .live");
  if (!words) {
    words = document.createElement("p");
    words.className = "live";
    words.setAttribute("aria-live", "polite");
    words.textContent = page.message.summary;
    document.body.append(words);
  }
  clearTimeout(page.rest);
  page.rest = setTimeout(() => {
    const { date, summary } = page.message;
    const answered = (sliderDay() ?? date) === date; // else the answer to the newer day tells
    if (answered && words.textContent !== summary) words.textContent = summary;
  }, REST_MS);
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

/** Go on from where Python is: a slow answer delays a step and never skips one. */
function tick() {
  const { next } = page.message;
  const target = root.dataset.pace === "day" ? { day: next.day } : { event: next.event };
  if (target.day ?? target.event) page.send(target);
  else play(false);
}

function turn(name, values) {
  root.dataset[name] = values[(values.indexOf(root.dataset[name]) + 1) % values.length];
  if (isPlaying()) play(true);
}

// ------------------------------------------------------------------ topics

function hideTopics(hidden) {
  root.dataset.hidden = hidden.join(" ");
  for (const button of document.querySelectorAll("[data-topic]")) {
    button.setAttribute("aria-pressed", !hidden.includes(button.dataset.topic));
  }
}

function toggleTopic(topic) {
  const hidden = new Set(root.dataset.hidden.split(" ").filter(Boolean));
  if (!hidden.delete(topic)) hidden.add(topic);
  hideTopics([...hidden]);
  page.send({ hidden: [...hidden] });
}

// ------------------------------------------------------------------ clicks and keys

const ACTS = {
  play: () => play(!isPlaying()),
  pace: () => turn("pace", ["event", "day"]),
  speed: () => turn("speed", ["normal", "fast", "slow"]),
  help: () => document.querySelector("dialog.keys")?.showModal(),
  close: () => document.querySelector("dialog.keys")?.close(),
};

function click(event) {
  const target = event.target.closest?.("a[data-event], [data-place], [data-act], [data-topic], [data-reveal]");
  if (!target || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const { event: id, place, act, topic, reveal } = target.dataset;
  if (act) ACTS[act]?.();
  else if (topic) toggleTopic(topic);
  else if (reveal) page.send({ reveal });
  else if (place) document.querySelector(FRAME)?.contentWindow?.statementMap?.open(place);
  else {
    page.send({ event: id });
    if (target.closest(".event-list")) document.querySelector(".st-key-page").scrollIntoView();
  }
}

function press(event) {
  const { key, target } = event;
  const busy = "input, textarea, select, [contenteditable], [role='listbox'], [role='radio'], dialog *";
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  if (target.closest?.(busy)) return;
  const { next, previous, ends } = page.message ?? {};
  const goes = { ArrowRight: next?.event, ArrowLeft: previous?.event, Home: ends?.[0], End: ends?.[1] };
  if (key in goes) {
    if (goes[key]) page.send({ event: goes[key] });
  } else if (key === "?") ACTS.help();
  else if (key === " " && !target.closest?.("a, button, summary")) ACTS.play();
  else return;
  event.preventDefault();
}

if (!page.listens) {
  page.listens = true;
  Object.assign(root.dataset, { playing: false, pace: "event", speed: "normal", hidden: "" });
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target.matches?.(SLIDER))) show();
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-valuetext"] });
  window.addEventListener("statement-map:choose", ({ detail }) => page.send(detail));
  document.addEventListener("click", click);
  document.addEventListener("keydown", press);
}
