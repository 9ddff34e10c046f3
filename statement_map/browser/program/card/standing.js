/* How paragraphs and events stand to the day of a step, counted alike on the card and in the account.
 *
 * A paragraph goes by the nearest of all its events; whether it names a place is another question.
 */
import { valueAt } from "../parts.js";

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

/** @type {(content: CardContent, step: number) => Record<Account, number[]>} */
function countParagraphs({ accounts }, step) {
  /** @type {Record<Account, number[]>} */
  const numbers = { now: [], possible: [], open: [], "other-date": [], uncovered: [] };
  accounts.forEach((changes, index) => numbers[valueAt(changes, step)].push(index + 1));
  return numbers;
}

/** @type {(content: CardContent, step: number) => DaySection[]} */
function sectionsOf(content, step) {
  const numbers = paragraphsAt(content, step);
  /** @type {DaySection[]} */
  const nearest = []; // by the number of a paragraph
  const sections = NOT_EXCLUDED.map((account) => {
    /** @type {DaySection} */
    const section = { account, paragraphs: numbers[account].length, events: [], others: [] };
    for (const number of numbers[account]) nearest[number] = section;
    return section;
  });
  for (const event of content.events) {
    const state = valueAt(event.states, step);
    const own = sections.find(({ account }) => account === state);
    if (!own) continue;
    const tellsIt = /** @type {(section: DaySection) => boolean} */ (section) =>
      event.paragraphs.some((number) => nearest[number] === section);
    if (tellsIt(own)) own.events.push(event);
    else sections.find(tellsIt)?.others.push(event);
  }
  return sections;
}
