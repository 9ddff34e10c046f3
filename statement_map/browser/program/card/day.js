/* What belongs to the day of a step, in a block of its own below the event: how that event stands to
 * it, and what else the text states for it or does not exclude.
 *
 * `content` and `view` are those of card.js.
 */
import { sectionsAt } from "./standing.js";
import { dated } from "./telling.js";
import { element, refill, valueAt } from "../parts.js";

const LIST_MOST = 200; // longer lists are counted on
const AT_ONCE = 40; // longer lists have no room in sight
const FIRST = { alone: 12, below: 3 }; // of one that is longer; the rest comes when the hand rests
const BATCH = 20; // links of one date that are laid out together, once they come near to being in sight
const REST_MS = 200; // a key that is held comes again sooner
const FOLDED_MOST = 50; // longer folded ones are built when they are opened: nobody waits for them

/** How long a list is at once: `most` events, or the `first` of more.
 *
 * @typedef {{ most: number, first: number }} ListLength
 */

/** @type {(content: CardContent, view: View) => HTMLElement} */
export function buildDay(content, view) {
  const { step, event, say, read } = view;
  const day = element("span", { class: "day" }, read(content.steps[step].full_day));
  const block = element("section", { class: "of-day" }, element("h3", {}, say("day-shown"), " ", day));
  if (event) block.append(element("p", { class: "stands" }, say(`selected-${valueAt(event.states, step)}`)));
  const [stated, ...weaker] = sectionsAt(content, step);
  const most = document.activeElement?.closest(".events") ? LIST_MOST : AT_ONCE; // who stands in one finds it whole
  const inSight = { most, first: event ? FIRST.below : FIRST.alone };
  const below = stated.paragraphs ? { most, first: FIRST.below } : inSight;
  if (stated.paragraphs) block.append(element("h4", {}, heading(stated, view)), ...lists(stated, view, inSight));
  else block.append(element("p", { class: "notice no-stated" }, say("day-none-stated")));
  for (const section of weaker) if (section.paragraphs) block.append(folded(section, view, below));
  return block;
}

/** Paragraphs are counted, as in the account; events too where their number is another.
 *
 * @type {(section: DaySection, words: Words) => string}
 */
function heading({ account, paragraphs, events }, { say }) {
  const counts = [say("day-paragraphs", { n: paragraphs })];
  if (events.length !== paragraphs) counts.push(say("day-events", { n: events.length }));
  return `${say(`day-${account}`)}: ${counts.join(", ")}`;
}

/** @type {(section: DaySection, view: View, length: ListLength) => HTMLElement} */
function folded(section, view, length) {
  const { account } = section;
  const explained = element("p", {}, element("small", {}, view.say(`day-explain-${account}`)));
  const open = account === "possible" && !view.event;
  const summary = element("summary", {}, heading(section, view));
  const details = element("details", { class: account, open }, summary, explained);
  const fill = () => details.append(...lists(section, view, length));
  if (open || section.events.length + section.others.length <= FOLDED_MOST) fill();
  else details.addEventListener("toggle", fill, { once: true });
  return details;
}

/** @type {(section: DaySection, view: View, length: ListLength) => HTMLElement[]} */
function lists({ events, others }, view, length) {
  const parts = [list(events, view, length)];
  if (others.length) {
    const named = element("p", { class: "others" }, view.say("day-others"));
    parts.push(named, list(others, view, { ...length, first: FIRST.below }));
  }
  return parts;
}

/** A list of `most` events; a longer one begins with the `first`, and becomes whole later.
 *
 * @type {(events: CardEvent[], view: View, length: ListLength) => HTMLElement}
 */
function list(events, view, { most, first }) {
  const isWhole = events.length <= most || most === LIST_MOST;
  const node = element("ul", { class: "events" }, ...rows(events, view, isWhole ? most : first));
  if (!isWhole) setTimeout(() => node.isConnected && refill(node, rows(events, view, LIST_MOST)), REST_MS);
  return node;
}

/** @type {(events: CardEvent[], view: View, most: number) => HTMLElement[]} */
function rows(events, view, most) {
  const told = dated(events.slice(0, most), view).map(({ look, parts }) => {
    return element("li", { class: `look-${look}` }, ...inBatches(parts));
  });
  if (events.length > most) told.push(element("li", {}, `+${events.length - most}`));
  return told;
}

/** A date with its links, those beyond the first ones in batches.
 *
 * @type {(parts: Child[]) => Child[]}
 */
function inBatches(parts) {
  const size = 2 * BATCH; // each link has a space before it
  const batches = [parts.slice(0, 1 + size)];
  for (let at = 1 + size; at < parts.length; at += size) {
    batches.push([element("span", { class: "batch" }, ...parts.slice(at, at + size))]);
  }
  return batches.flat();
}
