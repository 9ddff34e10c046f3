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
import { neighbour, stepOf } from "./sequence.js";

export const SECONDS = { slow: 4, normal: 2, fast: 1 }; // between two steps while playing
const PACES = ["event", "day"];
/** @type {Array<keyof typeof SECONDS>} */
const SPEEDS = ["normal", "fast", "slow"];

/** @type {Here} */
export const here = { content: null, state: begin(""), isPlaying: false, pace: "event", speed: "normal" };
/** @type {Driver} */
let driver;
/** @type {ReturnType<typeof setInterval> | undefined} */
let timer;

/** @type {(itsDriver: Driver) => void} */
export function start(itsDriver) {
  driver = itsDriver;
  startHistory(driver.addressOf);
  here.state = begin(driver.search(), window.history.state?.notice);
  driver.showPlaying(here);
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

/** @type {(action: Action) => void} */
export function act(action) {
  const { state, write, tells } = reduce(content(), here.state, action);
  here.state = state;
  driver.show();
  if (write) keep(write, state);
  if (tells) driver.tell(state);
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
  return goToEvent(content().events[0]);
}

export function toLast() {
  return goToEvent(content().events.at(-1));
}

/** @type {(account: string) => void} */
export function toggleAccount(account) {
  go({ account: currentView().opened === account ? null : account });
}

// ------------------------------------------------------------------ playing

/** @type {(on: boolean) => void} */
export function play(on) {
  if (on && !here.isPlaying && !goesOn()) startAnew();
  here.isPlaying = on;
  clearInterval(timer);
  if (on) timer = setInterval(tick, 1000 * SECONDS[here.speed]);
  driver.showPlaying(here);
}

function goesOn() {
  return Boolean(here.pace === "day" ? content().steps[currentView().step + 1] : next(+1));
}

function startAnew() {
  if (here.pace === "day") goToDay(0);
  else toFirst();
}

function tick() {
  newHand();
  const went = here.pace === "day" ? goToDay(currentView().step + 1) : walk(+1);
  if (!went) play(false);
}

export function turnPace() {
  here.pace = after(PACES, here.pace);
  play(here.isPlaying);
}

export function turnSpeed() {
  here.speed = after(SPEEDS, here.speed);
  play(here.isPlaying);
}

/** @type {<Value>(values: Value[], value: Value) => Value} */
function after(values, value) {
  return values[(values.indexOf(value) + 1) % values.length];
}
