/* The page's own module: it leads. It shows each step at once, and keeps the address.
 *
 * What there is to show comes once, as content (see `show_card` in card.py). A step is one entry of
 * the browser's history; whatever one press or drag does is one step (see walking.js). What Python wants,
 * another language say, and what it is told is in follow.js.
 *
 * What is revealed to learners holds until another event is shown. A screen reader is told the
 * step once it rests. Pieces of HTML come and go with each run: what clicks switch is kept on the
 * root element, where the style sees it.
 */
import { linksFrom } from "../address.js";
import { buildAccounts } from "../card/accounts.js";
import { buildCard, summarize } from "../card/card.js";
import { plain, told } from "../card/telling.js";
import { element, refill, sure, wordsIn } from "../parts.js";
import { sceneOf } from "../sequence.js";
import { showAround, showPlaying } from "../layout/around.js";
import { SLIDER, listenForGroups } from "../layout/axis.js";
import { showCover } from "../layout/cover.js";
import { coveredBy } from "../layout/covered.js";
import { act, currentView, goToDay, here, start } from "../walking.js";
import { leadToPanel, showPanel } from "./drawer.js";
import { addressOf, heed, tellPython } from "./follow.js";
import { followPopover } from "./popovers.js";

const FRAME = ".st-key-map iframe";
const AXIS = ".st-key-axis";
const COVERS = [".st-key-sheet", ".st-key-drawer", ".st-key-cover"];
const FILLED = ["section.card", "section.accounts"];
const REST_MS = 700; // a held key is told once, when it rests
const root = document.documentElement;
/** @type {Page} */
const page = {
  words: wordsIn("", {}),
  dark: false,
  presenting: false,
  isFocusDue: false,
  isListening: false,
  shown: "",
  mapped: "",
  covered: { left: 0, right: 0 },
  revealed: { event: null, what: [] },
};

function contentOf() {
  return /** @type {PageContent} */ (here.content);
}

/** @type {(component: Component<BufferSource>) => void} */
export function takeContent({ data: bytes }) {
  const { content, ...more } = JSON.parse(new TextDecoder().decode(bytes));
  const data = { ...content, ...more };
  here.content = data;
  page.words = wordsIn(data.language, data.words[data.language]);
  page.shown = "";
  root.lang = data.language;
  root.toggleAttribute("data-presents", data.presenting);
  root.style.setProperty("--steps", `${data.steps.length}`);
  page.dark = isDark();
  listen();
  act({ do: "open" });
  heed();
  page.isFocusDue = data.presenting && (page.isFocusDue || !page.presenting);
  page.presenting = data.presenting;
  focusSlider();
}

/** Whether the theme is dark; on paper, which is white, whether it was. */
function isDark() {
  return matchMedia("print").matches ? page.dark : getComputedStyle(app()).colorScheme === "dark";
}

/** What Streamlit puts the theme on. */
function app() {
  return sure(document.querySelector(".stApp"));
}

function followTheme() {
  if (isDark() === page.dark) return;
  page.dark = isDark();
  page.shown = "";
  show();
}

/** Streamlit tells of a theme before it has put it on, and what comes on paper is seen when the paper is gone. */
function watchTheme() {
  new MutationObserver(followTheme).observe(app(), { attributes: true, attributeFilter: ["class"] });
  matchMedia("print").addEventListener("change", followTheme);
}

function listen() {
  if (page.isListening) return;
  page.isListening = true;
  root.dataset.hidden = "";
  start({ search: () => window.location.search, addressOf, show, showPlaying, tell: tellPython });
  new MutationObserver(() => {
    focusSlider();
    followPopover();
    leadToPanel();
    watchCovers();
    if (FILLED.some(isEmpty) || isAxisNew()) show();
  }).observe(document.body, { subtree: true, childList: true });
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches(SLIDER)) goToDay(Number(target.value));
  });
  listenForGroups(shownView);
  watchTheme();
}

/** Asked at each change of the page: the first of its kind is found sooner than that there is none.
 *
 * @type {(selector: string) => boolean}
 */
function isEmpty(selector) {
  return document.querySelector(selector)?.hasChildNodes() === false;
}

/** Whether Python has drawn the axis anew, as in another language, and no step is marked on it yet.
 *
 * @type {() => boolean}
 */
function isAxisNew() {
  /** @type {HTMLElement | null} */
  const strip = document.querySelector(".strip");
  return strip?.style.getPropertyValue("--step") === "";
}

/** Who presents steps with the keys at once; the slider may come after this script. */
function focusSlider() {
  const slider = document.querySelector(SLIDER);
  if (!slider || !page.isFocusDue) return;
  page.isFocusDue = false;
  slider.focus({ preventScroll: true });
}

// ------------------------------------------------------------------ showing where we are

/** Day, event and the rest as they are to be shown now, with the words to show them in.
 *
 * @type {() => View}
 */
function shownView() {
  const content = contentOf();
  const view = currentView();
  const id = view.event?.id ?? null;
  if (id !== page.revealed.event) page.revealed = { event: id, what: [] };
  return {
    ...page.words,
    ...view,
    hidden: content.hide.filter((what) => !page.revealed.what.includes(what)),
    hide: content.hide, // what is revealed of one event stays hidden of the others
    link: linksFrom(content, here.state),
  };
}

export function show() {
  if (!here.content) return;
  showMap(shownView());
  queueMicrotask(showTheRest); // the map is seen to have moved before
}

function showTheRest() {
  const view = shownView();
  const panel = contentOf().panels.find((name) => name === view.panel) ?? null;
  if ([showPanel(panel), showCover(view.cover)].includes(true)) measureCovers();
  showAround(contentOf(), view);
  showCard(view);
}

/** @type {(view: View) => void} */
function showCard(view) {
  const content = contentOf();
  const { step, event, by, notice, hidden, opened } = view;
  const [card, accounts] = FILLED.map((one) => document.querySelector(one));
  const key = JSON.stringify([step, event?.id, by, notice, hidden, opened, view.link(content.events[0])]);
  if (key === page.shown && card?.hasChildNodes() && accounts?.hasChildNodes()) return;
  page.shown = key;
  if (accounts) {
    accounts.setAttribute("aria-label", view.say("accounts-label"));
    refill(accounts, buildAccounts(content, view));
  }
  if (card instanceof HTMLElement) fillCard(card, view);
  tell(() => element("p", { class: "live", "aria-live": "polite" }, ...summarize(content, view)));
}

/** Another event is shown from its date on, however far its card was scrolled before. To scroll has the page
 * laid out at once (a forced layout): it waits for the frame, which does so anyway.
 *
 * @type {(card: HTMLElement, view: View) => void}
 */
function fillCard(card, view) {
  const isAnother = card.querySelector("[data-shown]")?.dataset.shown !== view.event?.id;
  card.setAttribute("aria-label", view.say("card-label"));
  card.dataset.hidden = view.hidden.join(" ");
  refill(card, buildCard(contentOf(), view));
  const sheet = document.querySelector(".st-key-card")?.parentElement;
  if (isAnother) requestAnimationFrame(() => sheet?.scrollTo(0, 0));
}

/** @type {() => HTMLIFrameElement | null} */
export function mapFrame() {
  return document.querySelector(FRAME);
}

/** The map, once it is there. A frame that could not be loaded is another's, and what is asked of it throws.
 *
 * @type {(frame: HTMLIFrameElement | null) => Window["statementMap"]}
 */
export function mapIn(frame) {
  return frame?.contentDocument?.defaultView?.statementMap;
}

/** @type {(view: View) => void} */
function showMap(view) {
  const shown = shownOnMap(view);
  const key = JSON.stringify(shown);
  if (key === page.mapped && window.statementMapStep) return;
  page.mapped = key;
  window.statementMapStep = shown; // a map that mounts later starts from here
  const frame = mapFrame();
  if (!frame) return;
  frame.title = contentOf().map_title;
  mapIn(frame)?.show(shown);
}

/** @type {(view: View) => MapShown} */
function shownOnMap(view) {
  const { step, event, hidden, language } = view;
  const { steps, hide, presenting } = contentOf();
  const conceal = {
    place: hidden.includes("place"),
    titles: hide.length ? titles(view) : null,
    by: hidden.includes("speaker") ? view.say("learn-speaker") : null,
  };
  const look_at = sceneOf(contentOf(), view);
  const chosen = view.cover ? "" : (event?.id ?? null); // the cover is about the whole
  const at = { date: steps[step]?.date, event: chosen, look_at };
  const { covered, dark } = page;
  return { ...at, language, dark, large: presenting, covered, conceal };
}

/** What stands on the map: the sheet at its right, the drawer or the cover at its left. Asked for when their size
 * changes, and not with a step, which would have the whole page laid out at once (a forced layout).
 */
function measureCovers() {
  const [map, sheet, drawer, cover] = [FRAME, ...COVERS].map((where) =>
    document.querySelector(where)?.getBoundingClientRect(),
  );
  if (!map) return;
  const { left, right } = coveredBy(map, root.dataset.panel ? drawer : cover, sheet);
  if (left === page.covered.left && right === page.covered.right) return;
  page.covered = { left, right };
  show();
}

const covers = new ResizeObserver(measureCovers);

/** What opens from below the axis stands above it. */
const axisHeight = new ResizeObserver(([{ target }]) => {
  root.style.setProperty("--axis", `${target.getBoundingClientRect().height}px`);
});

function watchCovers() {
  const axis = document.querySelector(AXIS);
  if (axis) axisHeight.observe(axis);
  for (const where of [FRAME, ...COVERS]) {
    const node = document.querySelector(where);
    if (node) covers.observe(node);
  }
}

/** The titles of all events as far as learners may know them.
 *
 * @type {(view: View) => Texts}
 */
function titles(view) {
  return Object.fromEntries(contentOf().events.map((event) => [event.id, plain(told(event, "title", view))]));
}

/** Say in words what the map shows; the first step is read as part of the page.
 *
 * @type {(write: () => HTMLElement) => void}
 */
function tell(write) {
  let words = document.querySelector("body > .live");
  if (!words) document.body.append((words = write()));
  clearTimeout(page.rest);
  page.rest = setTimeout(() => {
    const summary = write();
    if (words.innerHTML !== summary.innerHTML) words.replaceChildren(...summary.childNodes);
  }, REST_MS);
}

// ------------------------------------------------------------------ what learners choose

/** @type {(what: string) => void} */
export function reveal(what) {
  page.revealed.what.push(what);
  show();
}
