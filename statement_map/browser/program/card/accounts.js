/* The account of all paragraphs: how each stands to the day, and apart from that whether it names a
 * place.
 *
 * `statementAccounts(content, view)` returns the counts, the list of the account that is `opened`,
 * and the paragraphs in miniature. `content` and `view` are those of card.js.
 */
import { ACCOUNTS, paragraphsAt } from "./standing.js";
import { dated } from "./telling.js";
import { element } from "../parts.js";

/** @type {AccountName[]} */
const NAMES = ["all", ...ACCOUNTS, "placeless"];
const LISTED_MOST = 200; // so many are listed at once, or shown in the miniature; the rest are counted

/** @type {(content: CardContent, view: View) => HTMLElement[]} */
export function buildAccounts(content, view) {
  const all = content.accounts.map((_, index) => index + 1);
  const numbers = { all, ...paragraphsAt(content, view.step), placeless: content.placeless };
  const placeless = new Set(content.placeless);
  const parts = [counts(numbers, placeless, view)];
  // The address names it: it may be none.
  const opened = NAMES.find((name) => name === view.opened);
  if (opened) parts.push(list(content, view, opened, numbers));
  if (content.accounts.length <= LISTED_MOST) parts.push(miniature(content, view, numbers, placeless));
  return parts;
}

/** @type {(numbers: Numbers, placeless: Set<number>, view: View) => HTMLElement} */
function counts(numbers, placeless, view) {
  const { opened, say } = view;
  const shown = ACCOUNTS.filter((each) => numbers[each].length || each === opened || each !== "uncovered");
  const total = opener("all", opened, { class: "total" }, say("accounts-total", { n: numbers.all.length }));
  /** @type {AccountName[]} */
  const names = [...shown, "placeless"];
  const items = names.map((name) => count(name, numbers[name], placeless, view));
  return element("p", { class: "counts" }, ...[total, ...items].flatMap((item) => [item, " "]));
}

/** How many are in an account, with how many of them name no place; it opens their list.
 *
 * @type {(account: AccountName, numbers: number[], placeless: Set<number>, view: View) => HTMLElement}
 */
function count(account, numbers, placeless, { opened, say }) {
  /** @type {Child[]} */
  const parts = [say(`account-${account}`, { n: numbers.length })];
  const isCounted = placeless.size && account !== "placeless";
  const n = isCounted ? numbers.filter((number) => placeless.has(number)).length : 0;
  if (n) parts.push(" ", element("small", {}, say("account-of-them-placeless", { n })));
  const look = { class: `count account-${account}` };
  if (!numbers.length && account !== opened) return element("span", look, ...parts);
  return opener(account, opened, look, ...parts);
}

/** @type {(account: AccountName, opened: string | null, look: Attributes, ...parts: Child[]) => HTMLElement} */
function opener(account, opened, look, ...parts) {
  const opens = { type: "button", "data-account": account, "aria-expanded": `${account === opened}` };
  return element("button", { ...look, ...opens }, ...parts);
}

/** @type {(content: CardContent, view: View, account: AccountName, numbers: Numbers) => HTMLElement} */
function list(content, view, account, numbers) {
  const { say } = view;
  const listed = numbers[account].slice(0, LISTED_MOST);
  /** @type {Map<number, CardEvent[]>} */
  const told = new Map(listed.map((number) => [number, []]));
  for (const event of content.events) {
    for (const number of event.paragraphs) told.get(number)?.push(event);
  }
  const stands = account === "all" ? standings(numbers, say) : new Map();
  const rows = listed.map((number) => row(number, stands.get(number), told.get(number) ?? [], view));
  if (!rows.length) rows.push(element("li", {}, say("accounts-none")));
  const rest = numbers[account].length - listed.length;
  if (rest) rows.push(element("li", {}, say("accounts-more", { n: rest })));
  const label = say(account === "all" ? "accounts-total" : `account-${account}`, { n: numbers[account].length });
  return element("ul", { class: "account-list", "aria-label": label }, ...rows);
}

/** How each paragraph stands to the day, in words. @type {(numbers: Numbers, say: View["say"]) => Map<number, string>} */
function standings(numbers, say) {
  return new Map(ACCOUNTS.flatMap((name) => numbers[name].map((number) => [number, say(`account-name-${name}`)])));
}

/** @type {(number: number, stands: string | undefined, events: CardEvent[], view: View) => HTMLElement} */
function row(number, stands, events, view) {
  const { say } = view;
  const lines = dated(events, view).map(({ parts }) => element("span", {}, ...parts));
  const body = lines.length ? lines : [say("account-name-uncovered")];
  const where = element("span", { class: "where" }, say("paragraph-short", { number }));
  const state = stands ? [" ", element("small", { class: "stands" }, stands)] : [];
  return element("li", {}, where, ...state, ...body.flatMap((part) => [" ", part]));
}

/** @type {(content: CardContent, view: View, numbers: Numbers, placeless: Set<number>) => HTMLElement} */
function miniature(content, view, numbers, placeless) {
  const { say } = view;
  const account = new Map(ACCOUNTS.flatMap((name) => numbers[name].map((number) => [number, name])));
  const chips = content.accounts.map((_, index) => {
    const number = index + 1;
    const event = content.events[content.first[number]];
    const isPlaceless = placeless.has(number);
    const look = { class: `account-${account.get(number)}${isPlaceless ? " is-placeless" : ""}` };
    if (!event) return element("li", look, `${number}`);
    const stands = say(`account-name-${account.get(number)}`);
    const where = say(isPlaceless ? "account-name-placeless" : "account-name-placed");
    const label = `${say("paragraph")} ${number}: ${stands}; ${where}`;
    const leads = { href: view.link(event), target: "_self", "data-event": event.id };
    return element("li", look, element("a", { ...leads, "aria-label": label, title: label }, `${number}`));
  });
  const chain = element("ol", { class: "paragraphs", "aria-label": say("accounts-explain") }, ...chips);
  const [paragraph] = view.event?.paragraphs ?? [];
  rove(chain, chips[paragraph - 1]?.querySelector("a"));
  return chain;
}

/** Make a chain of links one stop for the tab key, at first at `first`; the arrows move within it
 * (roving tabindex).
 *
 * @type {(chain: HTMLElement, first: HTMLElement | null | undefined) => void}
 */
function rove(chain, first) {
  const links = [...chain.querySelectorAll("a")];
  /** @type {(stop: EventTarget | null) => void} */
  const stopAt = (stop) => links.forEach((link) => (link.tabIndex = link === stop ? 0 : -1));
  stopAt(first ?? links[0]);
  chain.addEventListener("focusin", ({ target }) => stopAt(target));
  chain.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    const at = links.findIndex((link) => link === target);
    const next = { ArrowLeft: Math.max(at - 1, 0), ArrowRight: at + 1, Home: 0, End: links.length - 1 }[key];
    if (next === undefined || altKey || ctrlKey || metaKey) return;
    event.preventDefault(); // the page would go to another event
    links[next]?.focus();
  });
}
