/* How paragraphs and events stand to the day of a step, counted alike on the card and in the account.
 *
 * A paragraph goes by the nearest of all its events; whether it names a place is another question.
 */
import { follow } from "./following.js";

/** @type {Account[]} */
export const ACCOUNTS = ["now", "possible", "open", "other-date", "uncovered"]; // the nearest first
/** @type {Array<State & Account>} */
const NOT_EXCLUDED = ["now", "possible", "open"];

/** What was counted for a step is kept while it is shown: card and account ask alike.
 *
 * @type {<Counted>(count: (content: CardContent, step: number) => Counted) => typeof count}
 */
function kept(count) {
  /** @type {WeakMap<CardContent, { step: number, counted: ReturnType<typeof count> }>} */
  const last = new WeakMap();
  return (content, step) => {
    const known = last.get(content);
    if (known?.step === step) return known.counted;
    const counted = count(content, step);
    last.set(content, { step, counted });
    return counted;
  };
}

/** The numbers of the paragraphs in each account. */
export const paragraphsAt = kept(countParagraphs);

/** What the day does not exclude, by the account of its paragraph, each event once.
 *
 * `events` stand to the day as their paragraph does; `others` are told in a paragraph of which
 * another event stands nearer to it.
 */
export const sectionsAt = kept(sectionsOf);

/** @type {WeakMap<CardContent, Followed>} */
const FOLLOWED = new WeakMap();

/** How paragraphs and events stand at a step. `spots` say in which list of the sections each event is, and
 * `moved` are those that may be in another since they were written.
 *
 * @type {(content: CardContent) => Followed}
 */
function followed(content) {
  const known = FOLLOWED.get(content);
  if (known) return known;
  const moved = new Set(content.events.keys());
  const told = toldIn(content);
  const anew = {
    accounts: follow(content.accounts, (row) => told.get(row + 1)?.forEach((index) => moved.add(index))),
    events: follow(
      content.events.map(({ states }) => states),
      (index) => moved.add(index),
    ),
    spots: new Uint8Array(content.events.length),
    moved,
  };
  FOLLOWED.set(content, anew);
  return anew;
}

/** The events of each paragraph, by its number. @type {(content: CardContent) => Map<number, number[]>} */
function toldIn({ events }) {
  /** @type {Map<number, number[]>} */
  const told = new Map();
  events.forEach(({ paragraphs }, index) => {
    for (const number of paragraphs) {
      const known = told.get(number);
      if (known) known.push(index);
      else told.set(number, [index]);
    }
  });
  return told;
}

/** @type {(content: CardContent, step: number) => Record<Account, number[]>} */
function countParagraphs(content, step) {
  /** @type {Record<Account, number[]>} */
  const numbers = { now: [], possible: [], open: [], "other-date": [], uncovered: [] };
  followed(content)
    .accounts(step)
    .forEach((account, index) => numbers[account].push(index + 1));
  return numbers;
}

/** @type {(content: CardContent, step: number) => DaySection[]} */
function sectionsOf(content, step) {
  const numbers = paragraphsAt(content, step);
  const { accounts, events, spots, moved } = followed(content);
  const [accountAt, stateAt] = [accounts(step), events(step)];
  for (const index of moved) spots[index] = spotOf(content.events[index], stateAt[index], accountAt);
  moved.clear();
  const sections = NOT_EXCLUDED.map((account) => {
    return /** @type {DaySection} */ ({ account, paragraphs: numbers[account].length, events: [], others: [] });
  });
  const lists = sections.flatMap((section) => [section.events, section.others]);
  for (let index = 0; index < spots.length; index++) lists[spots[index]]?.push(content.events[index]); // thousands
  return sections;
}

/** Which list an event is in: those of the sections, then none.
 *
 * @type {(event: CardEvent, state: State, accountAt: Account[]) => number}
 */
function spotOf({ paragraphs }, state, accountAt) {
  const own = NOT_EXCLUDED.indexOf(/** @type {State & Account} */ (state));
  if (own < 0) return 2 * NOT_EXCLUDED.length; // as most of thousands
  const told = paragraphs.map((number) => accountAt[number - 1]);
  if (told.includes(NOT_EXCLUDED[own])) return 2 * own;
  const nearest = NOT_EXCLUDED.findIndex((account) => told.includes(account));
  return nearest < 0 ? 2 * NOT_EXCLUDED.length : 2 * nearest + 1;
}
