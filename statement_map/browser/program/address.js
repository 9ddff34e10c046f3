/* Where the page is: what an address shows, and what a step makes of it (a pure reducer).
 *
 * `reduce(content, state, action)` returns the next `state`, whether the browser's history gets an
 * entry for it (`write` is "push", "replace" or null), and whether the server has to be told. It
 * touches neither the page nor the history, so that its table of cases can be run by Node. In a
 * state, `search` is the query of the address, `notice` what it named although there is no such day
 * or event, `met` the number of the last wish of the server that it holds, and `hand` the press,
 * drag or tick that wrote it. The actions are
 *
 * - `open`: the content has come. What the address names and there is not goes from it into the
 *   notice, and the language that is shown goes into it.
 * - `set`: `changes` go into the query, for a step of `hand`. Whatever one hand does is one entry.
 * - `back`: the browser went to another entry, with its `search` and `notice`.
 * - `wish`: the server wants something else. Its `wishes` are numbered, by name; one that is met
 *   already is an old one, whenever it comes.
 *
 * There is no action for an answer of the server to a step, since it gives none: a late one cannot
 * lead back (the lost update of an optimistic page). `content` is made by card_view.card_content.
 */
import { stepOf } from "./sequence.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MAPS = new WeakMap();

/** What an address shows: the step, the event, the open list, and the topics to leave out. */
export function viewOf(content, { search, notice }) {
  const query = new URLSearchParams(search);
  const named = eventOf(content, last(query, "event"));
  const at = stepAt(content, last(query, "date"));
  const step = at >= 0 ? at : named ? stepOf(named, 0) : 0;
  const topics = (last(query, "hide-topics") ?? "").split(",");
  return {
    step,
    event: named ?? eventOf(content, content.steps[step]?.event),
    opened: last(query, "account"),
    topics: Object.keys(content.topics).filter((topic) => topics.includes(topic)),
    notice,
  };
}

function last(query, name) {
  return query.getAll(name).at(-1) || null;
}

/** The event with this id, null where there is none. */
export function eventOf(content, id) {
  return mapsOf(content).events.get(id) ?? null;
}

/** The step at which a day lies, -1 where it lies at none. Between two stops nothing changes. */
function stepAt(content, day) {
  const { steps } = content;
  const at = mapsOf(content).days.get(day);
  if (at !== undefined) return at;
  const isReached = isDay(day) && day < steps.at(-1)?.date;
  return isReached ? steps.findLastIndex(({ date }) => date < day) : -1;
}

function isDay(text) {
  return DAY.test(text) && Boolean(new Date(`${text}T00:00Z`).toJSON()?.startsWith(text));
}

function mapsOf(content) {
  if (!MAPS.has(content)) {
    const events = new Map(content.events.map((event) => [event.id, event]));
    const days = new Map(content.steps.map(({ date }, step) => [date, step]));
    MAPS.set(content, { events, days });
  }
  return MAPS.get(content);
}

export function reduce(content, state, action) {
  const next = ACTIONS.get(action.do)(content, state, action);
  const isSame = next.search === state.search && isEqual(next.notice, state.notice);
  const isTold = next.search !== state.search || next.met !== state.met;
  return { state: next, write: isSame ? null : entry(content, state, next, action), tells: isTold };
}

const ACTIONS = new Map([
  ["open", open],
  ["set", (content, state, { changes, hand }) => set(state, changes, hand)],
  ["back", (content, state, { search, notice }) => ({ ...state, search: plain(search), notice, hand: null })],
  ["wish", (content, state, { wishes }) => meet(state, wishes)],
]);

function open(content, state) {
  const query = new URLSearchParams(state.search);
  const notice = { ...state.notice };
  const isThere = { date: (day) => stepAt(content, day) >= 0, event: (id) => eventOf(content, id) };
  for (const name of ["date", "event"]) {
    const value = last(query, name);
    if (value !== null && !isThere[name](value)) notice[name] = value;
    if (value === null || !isThere[name](value)) query.delete(name);
  }
  if (!content.languages.includes(last(query, "lang"))) query.set("lang", content.language);
  return { ...state, search: `${query}`, notice: Object.keys(notice).length ? notice : null };
}

function set(state, changes, hand) {
  const query = new URLSearchParams(state.search);
  for (const [name, value] of Object.entries(changes)) {
    const [first, ...others] = [value ?? []].flat().filter(Boolean);
    if (first) query.set(name, first);
    else query.delete(name);
    for (const other of others) query.append(name, other);
  }
  const isStep = Object.hasOwn(changes, "date") || Object.hasOwn(changes, "event");
  return { ...state, search: `${query}`, notice: isStep ? null : state.notice, hand };
}

function meet(state, wishes) {
  const unmet = Object.entries(wishes).filter(([, [number]]) => number > state.met);
  const changes = Object.fromEntries(unmet.map(([name, [, value]]) => [name, value]));
  const met = Math.max(state.met, ...unmet.map(([, [number]]) => number));
  if (!unmet.length) return state;
  // Who types words to look for goes one step, not one for each letter.
  const hand = Object.keys(changes).join() === "search" ? "search" : null;
  return { ...set(state, changes, hand), met };
}

/** How the history keeps a step: not as one where it shows the same, or the same hand goes on. */
function entry(content, before, after, action) {
  if (action.do === "back") return null;
  const goesOn = after.hand !== null && after.hand === before.hand;
  return action.do === "open" || goesOn || looks(content, before) === looks(content, after) ? "replace" : "push";
}

function looks(content, state) {
  const { event, ...view } = viewOf(content, state);
  const query = new URLSearchParams(state.search);
  for (const name of ["date", "event", "account", "hide-topics"]) query.delete(name);
  return JSON.stringify([{ ...view, event: event?.id }, `${query}`]);
}

function isEqual(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function plain(search) {
  return `${new URLSearchParams(search)}`;
}

/** The state that a page begins with, or a history's entry is in. */
export function begin(search, notice) {
  return { search: plain(search), notice: notice ?? null, met: 0, hand: null };
}

/** The query that opens an event from here. */
export function linkTo(content, state, event) {
  const query = new URLSearchParams(state.search);
  const { date } = content.steps[stepOf(event, viewOf(content, state).step)] ?? {};
  query.set("event", event.id);
  if (date) query.set("date", date);
  return `?${query}`;
}
