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

/** @type {WeakMap<CardContent, { accounts: (step: number) => Account[], events: (step: number) => State[] }>} */
const FOLLOWED = new WeakMap();

/** @type {(content: CardContent) => { accounts: (step: number) => Account[], events: (step: number) => State[] }} */
function followed(content) {
  const known = FOLLOWED.get(content);
  if (known) return known;
  const anew = { accounts: follow(content.accounts), events: follow(content.events.map(({ states }) => states)) };
  FOLLOWED.set(content, anew);
  return anew;
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
  const { accounts, events } = followed(content);
  const [accountAt, stateAt] = [accounts(step), events(step)];
  const sections = NOT_EXCLUDED.map((account) => {
    return /** @type {DaySection} */ ({ account, paragraphs: numbers[account].length, events: [], others: [] });
  });
  content.events.forEach((event, index) => {
    const own = NOT_EXCLUDED.indexOf(/** @type {State & Account} */ (stateAt[index]));
    if (own < 0) return; // as most of thousands
    const told = event.paragraphs.map((number) => accountAt[number - 1]);
    if (told.includes(NOT_EXCLUDED[own])) sections[own].events.push(event);
    else sections.find(({ account }) => told.includes(account))?.others.push(event);
  });
  return sections;
}
