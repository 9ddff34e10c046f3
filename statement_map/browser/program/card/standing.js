/* How paragraphs and events stand to the day of a step, counted alike on the card and in the account.
 *
 * A paragraph goes by the nearest of all its events; whether it names a place is another question.
 */
import { valueAt } from "../parts.js";

export const ACCOUNTS = ["now", "possible", "open", "other-date", "uncovered"]; // the nearest first
const NOT_EXCLUDED = ACCOUNTS.slice(0, 3);

/** The numbers of the paragraphs in each account. */
export function paragraphsAt({ accounts }, step) {
  const numbers = Object.fromEntries(ACCOUNTS.map((account) => [account, []]));
  accounts.forEach((changes, index) => numbers[valueAt(changes, step)].push(index + 1));
  return numbers;
}

/** What the day does not exclude, by the account of its paragraph, each event once.
 *
 * `events` stand to the day as their paragraph does; `others` are told in a paragraph of which
 * another event stands nearer to it.
 */
export function sectionsAt(content, step) {
  const numbers = paragraphsAt(content, step);
  const accounts = new Map(NOT_EXCLUDED.flatMap((name) => numbers[name].map((number) => [number, name])));
  const sections = NOT_EXCLUDED.map((account) => {
    return { account, paragraphs: numbers[account].length, events: [], others: [] };
  });
  for (const event of content.events) {
    const state = valueAt(event.states, step);
    if (!NOT_EXCLUDED.includes(state)) continue;
    const of = event.paragraphs.map((number) => accounts.get(number));
    const nearest = sections.find(({ account }) => account === state && of.includes(account));
    if (nearest) nearest.events.push(event);
    else sections.find(({ account }) => of.includes(account)).others.push(event);
  }
  return sections;
}
