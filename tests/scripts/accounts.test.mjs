/* The account of all paragraphs: how each stands to the day, and apart from that whether it names a place. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putDocument } from "./document.mjs";
import { eventOf, viewWith } from "./spoken.mjs";
import { buildAccounts } from "../../statement_map/browser/program/card/accounts.js";

beforeEach(putDocument);

/* Six paragraphs: the first two are stated for the day, the fourth may be on it, the last is not told yet. The
 * second and the fifth name no place. */
const [gate, guards, speech, later] = [
  eventOf("gate", { paragraphs: [1, 2] }),
  eventOf("guards", { paragraphs: [2] }),
  eventOf("speech", { paragraphs: [4], states: [[0, "possible"]], look: "bounded", date: { en: "4 to 8 January" } }),
  eventOf("later", { paragraphs: [3, 5], states: [[0, "later"]] }),
];
const content = {
  accounts: ["now", "now", "other-date", "possible", "other-date", "uncovered"].map((account) => [[0, account]]),
  events: [gate, guards, speech, later],
  placeless: [2, 5],
  first: { 1: 0, 2: 0, 3: 3, 4: 2, 5: 3 },
};
const build = (view = {}, of = content) => buildAccounts(of, viewWith(view));
const texts = (node, selector) => node.querySelectorAll(selector).map((each) => each.textContent);

test("each account is counted, with how many of it name no place, and opens unless it is empty", () => {
  const [counts] = build();
  assert.deepEqual(texts(counts, "button"), [
    "accounts-total 6",
    "account-now 2 account-of-them-placeless 1",
    "account-possible 1",
    "account-other-date 2 account-of-them-placeless 1",
    "account-uncovered 1",
    "account-placeless 2",
  ]);
  assert.deepEqual(texts(counts, "span.count"), ["account-open 0"]);
  assert.equal(
    `${counts.querySelector("[data-account=possible]")}`,
    '<button class="count account-possible" type="button" data-account="possible" aria-expanded="false">' +
      "account-possible 1</button>",
  );
});

test("where every paragraph names a place and is told, nobody counts those that do not", () => {
  const whole = { ...content, accounts: content.accounts.slice(0, 5), placeless: [] };
  const [counts] = build({}, whole);
  assert.deepEqual(texts(counts, "small"), []);
  assert.deepEqual(texts(counts, ".account-uncovered"), []);
  assert.deepEqual(texts(counts, "span.count"), ["account-open 0", "account-placeless 0"]);
});

test("an account that is empty stays a button while its list is open, so that it can be closed", () => {
  const none = { ...content, accounts: content.accounts.slice(0, 5) };
  for (const opened of ["open", "uncovered"]) {
    const [counts, list] = build({ opened }, none);
    assert.deepEqual(texts(counts, "[aria-expanded=true]"), [`account-${opened} 0`]);
    assert.deepEqual(texts(list, "li"), ["accounts-none"]);
  }
});

test("the list of an account tells the events of each of its paragraphs, under their dates", () => {
  const [, list] = build({ opened: "now" });
  assert.equal(list.getAttribute("aria-label"), "account-now 2");
  assert.deepEqual(texts(list, "li"), [
    "paragraph-short 1 sign-stated date of gate · look-stated GATE",
    "paragraph-short 2 sign-stated date of gate · look-stated GATE sign-stated date of guards · look-stated GUARDS",
  ]);
  assert.deepEqual(texts(build({ opened: "uncovered" })[1], "li"), ["paragraph-short 6 account-name-uncovered"]);
});

test("the list of all says of each how it stands to the day", () => {
  const [, list] = build({ opened: "all" });
  assert.equal(list.getAttribute("aria-label"), "accounts-total 6");
  assert.deepEqual(
    texts(list, ".where"),
    [1, 2, 3, 4, 5, 6].map((n) => `paragraph-short ${n}`),
  );
  assert.deepEqual(
    texts(list, ".stands"),
    ["now", "now", "other-date", "possible", "other-date", "uncovered"].map((name) => `account-name-${name}`),
  );
});

test("an account that the address names and there is not opens no list", () => {
  for (const opened of ["constructor", "", null]) {
    assert.deepEqual(
      build({ opened }).map(({ localName }) => localName),
      ["p", "ol"],
    );
  }
});

/* How many paragraphs there are, and what is listed: 200 at once, and how many more; so many fit the miniature. */
for (const [n, rows, more, hasMiniature] of [
  [200, 200, [], true],
  [201, 201, ["accounts-more 1"], false],
  [1000, 201, ["accounts-more 800"], false],
]) {
  test(`of ${n} paragraphs the list has ${rows} rows`, () => {
    const all = Array.from({ length: n }, () => [[0, "uncovered"]]);
    const parts = build({ opened: "all" }, { accounts: all, events: [], placeless: [], first: {} });
    assert.equal(parts[1].children.length, rows);
    assert.deepEqual(texts(parts[1], "li").slice(200), more);
    assert.equal(parts.length === 3, hasMiniature);
  });
}

// ------------------------------------------------------------------ in miniature

test("in miniature each paragraph has its state, another sign for places, and leads to its first event", () => {
  const [, chain] = build();
  assert.equal(chain.localName, "ol");
  assert.deepEqual(
    chain.children.map(({ className, textContent }) => `${textContent} ${className}`),
    [
      "1 account-now",
      "2 account-now is-placeless",
      "3 account-other-date",
      "4 account-possible",
      "5 account-other-date is-placeless",
      "6 account-uncovered",
    ],
  );
  const second = "paragraph 2: account-name-now; account-name-placeless";
  assert.equal(
    `${chain.children[1].firstElementChild}`,
    '<a href="?event=gate" target="_self" data-event="gate" ' +
      `aria-label="${second}" title="${second}" tabindex="-1">2</a>`,
  );
  assert.match(
    chain.children[3].firstElementChild.getAttribute("title"),
    /account-name-possible; account-name-placed$/,
  );
  assert.equal(chain.children[5].firstElementChild, null, "what is not told leads nowhere");
});

/** Which of the five links is a stop for the tab key. */
const stops = (chain) => chain.querySelectorAll("a[tabindex=0]").map(({ textContent }) => textContent);

test("the chain is one stop for the tab key, at the paragraph of the chosen event", () => {
  assert.deepEqual(stops(build()[1]), ["1"]);
  assert.deepEqual(stops(build({ event: speech })[1]), ["4"]);
  assert.deepEqual(stops(build({ event: later })[1]), ["3"]);
});

const press = (target, key, more = {}) => {
  const event = Object.assign(new Event("keydown", { bubbles: true, cancelable: true }), { key, ...more });
  target.dispatchEvent(event);
  return event.defaultPrevented;
};

test("arrows, Home and End move within the chain, and no farther", () => {
  const [, chain] = build();
  document.body.append(chain);
  const links = chain.querySelectorAll("a");
  for (const [from, key, to] of [
    [0, "ArrowRight", 1],
    [1, "ArrowLeft", 0],
    [0, "ArrowLeft", 0],
    [4, "ArrowRight", 4],
    [2, "Home", 0],
    [2, "End", 4],
  ]) {
    links[from].focus();
    assert.ok(press(links[from], key), `${key} is the chain's`);
    assert.equal(document.activeElement, links[to], `${key} from ${from}`);
  }
});

test("another key, or one with another at once, is left to the page", () => {
  const [, chain] = build();
  document.body.append(chain);
  const [link, other] = chain.querySelectorAll("a");
  link.focus();
  for (const [key, more] of [
    ["x", {}],
    ["ArrowRight", { altKey: true }],
    ["ArrowRight", { ctrlKey: true }],
    ["ArrowRight", { metaKey: true }],
  ]) {
    assert.equal(press(link, key, more), false);
    assert.equal(document.activeElement, link);
  }
  other.dispatchEvent(new Event("focusin", { bubbles: true }));
  assert.deepEqual(stops(chain), ["2"], "where the focus is, the tab key comes back to");
});
