/* The account of all paragraphs: how each stands to the day and, counted apart, which name no place.
 *
 * `statementAccounts(content, view)` returns the counts, the list of the account that is `opened`,
 * and the paragraphs in miniature. `content` and `view` are those of card.js.
 */
"use strict";

window.statementAccounts = (() => {
  const { element, valueAt } = window.statementParts;
  const { link } = window.statementCard;
  const ACCOUNTS = ["now", "possible", "open", "other-date", "uncovered"];
  const PLACELESS = "placeless";
  const LISTED_MOST = 200; // so many are listed at once, or shown in the miniature; the rest are counted

  function build(content, view) {
    const numbers = Object.fromEntries(ACCOUNTS.map((account) => [account, []]));
    content.accounts.forEach((changes, index) => numbers[valueAt(changes, view.step)].push(index + 1));
    numbers[PLACELESS] = content.placeless;
    const parts = [counts(content, view, numbers)];
    if (numbers[view.opened]) parts.push(list(content, view, numbers[view.opened]));
    if (content.accounts.length <= LISTED_MOST) parts.push(miniature(content, view, numbers));
    return parts;
  }

  function counts(content, { opened, say }, numbers) {
    const shown = [...ACCOUNTS, PLACELESS].filter((each) => numbers[each].length || each === opened || each !== "uncovered");
    const items = shown.map((account) => {
      const n = numbers[account].length;
      const name = say(`account-${account}`, { n });
      const look = { class: `count account-${account}` };
      if (!n && account !== opened) return element("span", look, name);
      const opens = { type: "button", "data-account": account, "aria-expanded": `${account === opened}` };
      return element("button", { ...look, ...opens }, name);
    });
    const total = element("strong", {}, say("accounts-total", { n: content.accounts.length }));
    return element("p", { class: "counts" }, ...[total, ...items].flatMap((item) => [item, " "]));
  }

  function list(content, view, numbers) {
    const { opened, say } = view;
    const listed = numbers.slice(0, LISTED_MOST);
    const told = new Map(listed.map((number) => [number, []]));
    for (const event of content.events) {
      for (const number of event.paragraphs) told.get(number)?.push(event);
    }
    const rows = listed.map((number) => row(number, told.get(number), view));
    if (!rows.length) rows.push(element("li", {}, say("accounts-none")));
    const rest = numbers.length - listed.length;
    if (rest) rows.push(element("li", {}, say("accounts-more", { n: rest })));
    const label = say(`account-${opened}`, { n: numbers.length });
    return element("ul", { class: "account-list", "aria-label": label }, ...rows);
  }

  function row(number, events, view) {
    const { say, read } = view;
    const lines = events.map((event) => {
      const when = event.basis === "none" ? [] : [" ", element("small", {}, read(event.date))];
      return element("span", {}, link(event, view), ...when);
    });
    const body = lines.length ? lines : [say("account-name-uncovered")];
    return element("li", {}, element("span", { class: "where" }, `§ ${number}`), ...body.flatMap((part) => [" ", part]));
  }

  function miniature(content, view, numbers) {
    const { say } = view;
    const account = new Map(ACCOUNTS.flatMap((name) => numbers[name].map((number) => [number, name])));
    const chips = content.accounts.map((_, index) => {
      const number = index + 1;
      const event = content.events[content.first[number]];
      const names = [`account-name-${account.get(number)}`];
      if (content.placeless.includes(number)) names.push(`account-name-${PLACELESS}`);
      const look = { class: `account-${account.get(number)}${names.length > 1 ? " is-placeless" : ""}` };
      if (!event) return element("li", look, `${number}`);
      const label = `${say("paragraph")} ${number}: ${names.map((name) => say(name)).join(", ")}`;
      const leads = { href: view.link(event), target: "_self", "data-event": event.id };
      return element("li", look, element("a", { ...leads, "aria-label": label, title: label }, `${number}`));
    });
    return element("ol", { class: "paragraphs", "aria-label": say("accounts-explain") }, ...chips);
  }

  return build;
})();
