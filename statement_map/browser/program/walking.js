/* Where page and handout are, and the ways on from there: to an event, to a day, along the order of
 * the text, by playing, by Back and Forward. What each makes of the address, address.js says.
 *
 * `start(driver)` begins it, once the content is there. The driver knows what is only of the page, or
 * only of the handout: it reads the query that the address has (`search`), makes an address of a
 * query (`addressOf`), shows where we are (`show`) and how it plays (`showPlaying`), and tells the
 * server (`tell`).
 */
import { begin, eventOf, reduce, viewOf } from "./address.js";
import { hand, keep, newHand, startHistory } from "./history.js";
import { AT_REST, reduce as followed, timeFor, waitOf } from "./playing.js";
import { endOf, neighbour, stepOf, toldIn } from "./sequence.js";
import { wordsIn } from "./parts.js";

/** @type {Way[]} */
const WAYS = ["event", "day", "chapter"];
/** @type {Speed[]} */
const FASTER = ["normal", "fast", "slow"];

/** @type {Here} */
export const here = { content: null, state: begin(""), player: AT_REST, speed: "normal" };
/** @type {Driver} */
let driver;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @type {(itsDriver: Driver) => void} */
export function start(itsDriver) {
  driver = itsDriver;
  startHistory(driver.addressOf);
  here.state = begin(driver.search(), window.history.state?.notice);
  driver.showPlaying(here);
  watchHand();
  window.addEventListener("popstate", turnBack, true);
  window.addEventListener("statement-map:choose", ({ detail }) => {
    newHand();
    goToEvent(eventOf(content(), detail.event));
  });
}

/** @type {() => Content} */
function content() {
  if (!here.content) throw new Error("There is nothing to show yet");
  return here.content;
}

/** Show what the action leads to, then keep it: the map has moved before the history has its new entry,
 * which takes the browser longer.
 *
 * @type {(action: Action) => void}
 */
export function act(action) {
  const before = placeOf();
  const { state, write, tells } = reduce(content(), here.state, action);
  here.state = state;
  driver.show();
  if (here.player.isPlaying && placeOf() !== before) turn({ do: "show", ms: timeHere(), now: performance.now() });
  queueMicrotask(() => {
    if (write) keep(write, state);
    if (tells) driver.tell(state);
  });
}

/** Back and Forward, and an address that somebody typed.
 *
 * @type {(event: PopStateEvent) => void}
 */
function turnBack(event) {
  event.stopImmediatePropagation(); // Streamlit would run the whole script
  const { search } = here.state;
  act({ do: "back", search: driver.search(), notice: event.state?.notice ?? null });
  if (here.state.search !== search) play(false); // else it was only to an anchor
  act({ do: "open" });
}

/** Show what the address shows with these changes.
 *
 * @type {(changes: Record<string, Wish>) => void}
 */
export function go(changes) {
  act({ do: "set", changes, hand: hand() });
}

// ------------------------------------------------------------------ to an event, to a day

/** @type {() => Shown} */
export function currentView() {
  return viewOf(content(), here.state);
}

/** The day follows an event: the shown one if the event can be then, else the nearest.
 *
 * @type {(event: CardEvent | null | undefined) => boolean}
 */
export function goToEvent(event) {
  if (!event) return false;
  const { step } = currentView();
  go({ event: event.id, date: content().steps[stepOf(event, step)]?.date ?? null });
  return true;
}

/** @type {(step: number) => boolean} */
export function goToDay(step) {
  const day = content().steps[step];
  if (day) go({ event: null, date: day.date });
  return Boolean(day);
}

/** The event before (-1) or after (+1) in the order of the text, or none.
 *
 * @type {(offset: number) => CardEvent | undefined}
 */
export function next(offset) {
  return neighbour(content(), currentView(), offset);
}

/** @type {(offset: number) => boolean} */
export function walk(offset) {
  return goToEvent(next(offset));
}

export function toFirst() {
  return goToEvent(endOf(content(), currentView(), "first"));
}

export function toLast() {
  return goToEvent(endOf(content(), currentView(), "last"));
}

/** Step by another of the ways that there are. */
export function turnWay() {
  const ways = WAYS.filter((way) => way !== "chapter" || content().chapters.length);
  const by = after(ways, currentView().by);
  go({ by: by === "event" ? null : by });
}

/** Tell the story from its first chapter on; where there are none, from the first event. */
export function tellStory() {
  const first = toldIn(content(), 0);
  if (first) go({ by: "chapter", event: first.id, date: content().steps[stepOf(first, 0)]?.date ?? null });
  else toFirst();
  play(true);
}

/** @type {(account: string) => void} */
export function toggleAccount(account) {
  go({ account: currentView().opened === account ? null : account });
}

// ------------------------------------------------------------------ playing

/** @type {(on: boolean) => void} */
export function play(on) {
  if (on && !here.player.isPlaying && !goesOn()) startAnew();
  turn(on ? { do: "play", ms: timeHere(), now: performance.now() } : { do: "stop" });
}

/** @type {(action: PlayAction) => void} */
function turn(action) {
  here.player = followed(here.player, action);
  clearTimeout(timer);
  const ms = waitOf(here.player, performance.now());
  if (ms !== null) timer = setTimeout(tick, ms);
  driver.showPlaying(here);
}

function goesOn() {
  const { by, step } = currentView();
  return Boolean(by === "day" ? content().steps[step + 1] : next(+1));
}

function startAnew() {
  if (currentView().by === "day") goToDay(0);
  else toFirst();
}

function tick() {
  newHand();
  const { by, step } = currentView();
  const went = by === "day" ? goToDay(step + 1) : walk(+1);
  if (!went) play(false);
}

export function turnSpeed() {
  here.speed = after(FASTER, here.speed);
  if (here.player.isPlaying) play(true);
  else driver.showPlaying(here);
}

/** What is shown, as far as it takes time to read. */
function placeOf() {
  const { step, event, by } = currentView();
  return `${by} ${step} ${event?.id}`;
}

/** How long to show what is shown; a chapter's title says what the event's would. */
function timeHere() {
  const { by, event } = currentView();
  const { read } = wordsIn(new URLSearchParams(here.state.search).get("lang") ?? "", {});
  const chapter = by === "chapter" && event ? content().chapters[event.chapter ?? -1] : null;
  const texts = [chapter?.title ?? event?.title, event?.text];
  return timeFor(
    by,
    texts.flatMap((text) => (text ? [read(text)] : [])),
    here.speed,
  );
}

/** A hand that moves over the card (not one that rests there since before), a key's focus within it,
 * and a page that nobody sees hold the time.
 */
function watchHand() {
  /** @type {(isOn: boolean) => void} */
  const hold = (isOn) => {
    const { isPlaying, isHeld } = here.player;
    if (isPlaying && isHeld !== isOn) turn({ do: isOn ? "hold" : "release", now: performance.now() });
  };
  window.addEventListener("pointermove", ({ target }) => hold(isWithin(target, "section.card")));
  window.addEventListener("pointerout", ({ relatedTarget }) => isWithin(relatedTarget, "section.card") || hold(false));
  window.addEventListener("focusin", ({ target }) => hold(isWithin(target, "section.card *")));
  window.addEventListener("visibilitychange", ({ target }) => hold(/** @type {Document} */ (target).hidden));
}

/** @type {(target: EventTarget | null, parts: string) => boolean} */
function isWithin(target, parts) {
  return Boolean(/** @type {Partial<Element> | null} */ (target)?.closest?.(parts));
}

/** @type {<Value>(values: Value[], value: Value) => Value} */
function after(values, value) {
  return values[(values.indexOf(value) + 1) % values.length];
}
