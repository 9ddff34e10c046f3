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
/** What an address names that shows more than the cover. */
const SHOWS = ["date", "event", "panel", "account", "hide-topics", "search", "topic", "kind", "basis", "place"];
/** @type {WeakMap<Content, { events: Map<string, CardEvent>, days: Map<string, number> }>} */
const MAPS = new WeakMap();

/** What an address shows: the step, or the cover, the event, the way that is walked, the open panel and list, and
 * the topics to leave out.
 *
 * @type {(content: Content, state: PageState) => Shown}
 */
export function viewOf(content, { search, notice }) {
  const query = new URLSearchParams(search);
  const named = eventOf(content, last(query, "event"));
  const at = stepAt(content, last(query, "date"));
  const step = at >= 0 ? at : named ? stepOf(named, 0) : 0;
  const cover = Boolean(content.cover) && !notice && !SHOWS.some((name) => query.has(name));
  const topics = (last(query, "hide-topics") ?? "").split(",");
  return {
    step,
    cover,
    panel: last(query, "panel"),
    event: cover ? null : (named ?? eventOf(content, content.steps[step]?.event)),
    by: wayIn(content, last(query, "by")),
    opened: last(query, "account"),
    topics: Object.keys(content.topics).filter((topic) => topics.includes(topic)),
    notice,
  };
}

/** @type {(content: Content, by: string | null) => Way} */
function wayIn({ chapters }, by) {
  return by === "day" || (by === "chapter" && chapters.length) ? by : "event";
}

/** @type {(query: URLSearchParams, name: string) => string | null} */
function last(query, name) {
  return query.getAll(name).at(-1) || null;
}

/** The event with this id, null where there is none.
 *
 * @type {(content: Content, id: string | null | undefined) => CardEvent | null}
 */
export function eventOf(content, id) {
  return mapsOf(content).events.get(id ?? "") ?? null;
}

/** The step at which a day lies, -1 where it lies at none. Between two stops nothing changes.
 *
 * @type {(content: Content, day: string | null) => number}
 */
function stepAt(content, day) {
  const { steps } = content;
  const at = mapsOf(content).days.get(day ?? "");
  if (at !== undefined) return at;
  const isReached = isDay(day) && day < (steps.at(-1)?.date ?? "");
  return isReached ? steps.findLastIndex(({ date }) => date < day) : -1;
}

/** @type {(text: string | null) => text is string} */
function isDay(text) {
  return text !== null && DAY.test(text) && Boolean(new Date(`${text}T00:00Z`).toJSON()?.startsWith(text));
}

/** @type {(content: Content) => { events: Map<string, CardEvent>, days: Map<string, number> }} */
function mapsOf(content) {
  const known = MAPS.get(content);
  if (known) return known;
  const events = new Map(content.events.map((event) => [event.id, event]));
  const days = new Map(content.steps.map(({ date }, step) => [date, step]));
  const maps = { events, days };
  MAPS.set(content, maps);
  return maps;
}

/** @type {(content: Content, state: PageState, action: Action) => { state: PageState, write: Write | null, tells: boolean }} */
export function reduce(content, state, action) {
  const next = following(content, state, action);
  const isSame = next.search === state.search && isEqual(next.notice, state.notice);
  const isTold = next.search !== state.search || next.met !== state.met;
  return { state: next, write: isSame ? null : entry(content, state, next, action), tells: isTold };
}

/** @type {(content: Content, state: PageState, action: Action) => PageState} */
function following(content, state, action) {
  switch (action.do) {
    case "open":
      return open(content, state);
    case "set":
      return set(state, action.changes, action.hand);
    case "back":
      return { ...state, search: plain(action.search), notice: action.notice, hand: null };
    case "wish":
      return meet(state, action.wishes);
  }
}

/** @type {(content: Content, state: PageState) => PageState} */
function open(content, state) {
  const query = new URLSearchParams(state.search);
  const unknown = unknownIn(content, query);
  for (const name of [...Object.keys(unknown), ...blanksIn(query)]) query.delete(name);
  if (!content.languages.includes(last(query, "lang") ?? "")) query.set("lang", content.language);
  const notice = { ...state.notice, ...unknown };
  return { ...state, search: `${query}`, notice: Object.keys(notice).length ? notice : null };
}

/** What the address names although there is no such day or event.
 *
 * @type {(content: Content, query: URLSearchParams) => Notice}
 */
function unknownIn(content, query) {
  const [date, event] = [last(query, "date"), last(query, "event")];
  return {
    ...(date !== null && stepAt(content, date) < 0 ? { date } : {}),
    ...(event !== null && !eventOf(content, event) ? { event } : {}),
  };
}

/** @type {(query: URLSearchParams) => string[]} */
function blanksIn(query) {
  return ["date", "event"].filter((name) => last(query, name) === null);
}

/** @type {(state: PageState, changes: Record<string, Wish>, hand: number | string | null) => PageState} */
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

/** @type {(state: PageState, wishes: Record<string, [number, Wish]>) => PageState} */
function meet(state, wishes) {
  const unmet = Object.entries(wishes).filter(([, [number]]) => number > state.met);
  const changes = Object.fromEntries(unmet.map(([name, [, value]]) => [name, value]));
  const met = Math.max(state.met, ...unmet.map(([, [number]]) => number));
  if (!unmet.length) return state;
  // Who types words to look for goes one step, not one for each letter.
  const hand = Object.keys(changes).join() === "search" ? "search" : null;
  return { ...set(state, changes, hand), met };
}

/** How the history keeps a step: not as one where it shows the same, or the same hand goes on.
 *
 * @type {(content: Content, before: PageState, after: PageState, action: Action) => Write | null}
 */
function entry(content, before, after, action) {
  if (action.do === "back") return null;
  const goesOn = after.hand !== null && after.hand === before.hand;
  return action.do === "open" || goesOn || looks(content, before) === looks(content, after) ? "replace" : "push";
}

/** @type {(content: Content, state: PageState) => string} */
function looks(content, state) {
  const { event, ...view } = viewOf(content, state);
  const query = new URLSearchParams(state.search);
  for (const name of ["date", "event", "by", "account", "hide-topics"]) query.delete(name);
  return JSON.stringify([{ ...view, event: event?.id }, `${query}`]);
}

/** @type {(one: unknown, other: unknown) => boolean} */
function isEqual(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** @type {(search: string) => string} */
function plain(search) {
  return `${new URLSearchParams(search)}`;
}

/** The state that a page begins with, or a history's entry is in.
 *
 * @type {(search: string, notice?: Notice | null) => PageState}
 */
export function begin(search, notice) {
  return { search: plain(search), notice: notice ?? null, met: 0, hand: null };
}

/** What gives the query that opens an event from here; a card has hundreds of links.
 *
 * @type {(content: Content, state: PageState) => (event: CardEvent) => string}
 */
export function linksFrom(content, state) {
  const { step } = viewOf(content, state);
  return (event) => {
    const query = new URLSearchParams(state.search);
    const { date } = content.steps[stepOf(event, step)] ?? {};
    query.set("event", event.id);
    if (date) query.set("date", date);
    return `?${query}`;
  };
}
