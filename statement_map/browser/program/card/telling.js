/* How an event is told wherever it is shown: its own date with what that rests on, then its title.
 *
 * `content` is made by card_view.card_content; `view` is that of card.js.
 */
import { element, withGaps } from "../parts.js";

/** A text of an event, with gaps for what is hidden.
 *
 * @type {(event: CardEvent, field: ToldField, view: View, text?: string | Texts) => Child[]}
 */
export function told(event, field, view, text = event[field]) {
  const { language, say, tag } = view;
  const hidden = event === view.event ? view.hidden : (view.hide ?? view.hidden);
  const veiled = hidden.length && event.veiled?.[hidden.join("+")]?.[field];
  const parts = veiled ? withGaps(veiled, say("learn-gap"), language) : undefined;
  return typeof text === "string" ? (parts ?? [text]) : tag(text, parts);
}

/** When the event was: a sign for what its date rests on, the date, and the sign in words.
 *
 * @type {(event: Dated, words: Pick<Words, "say" | "read">, tag?: "small" | "p" | "span") => HTMLElement}
 */
export function ownDate({ date, look }, { say, read }, tag = "small") {
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, say(`sign-${look}`));
  const when = element("span", { class: "date" }, read(date));
  const rests =
    look === "none"
      ? []
      : [element("span", { class: "divider" }, " · "), element("span", { class: "rests" }, say(`look-${look}`))];
  return element(tag, { class: `own-date look-${look}` }, sign, " ", when, ...rests);
}

/** The same in plain words.
 *
 * @type {(event: Dated, words: Words) => string}
 */
export function dateInWords({ date, look }, { say, read }) {
  return look === "none" ? read(date) : `${read(date)}, ${say(`look-${look}`)}`;
}

/** A link to an event, by its title.
 *
 * @type {(event: CardEvent, view: View) => HTMLElement}
 */
export function link(event, view) {
  const attributes = { href: view.link(event), target: "_self", "data-event": event.id };
  const current = event === view.event && "true";
  return element("a", { ...attributes, "aria-current": current }, ...told(event, "title", view));
}

/** Links to `events`, those of one date under it, in the order in which the dates first come.
 *
 * @type {(events: CardEvent[], view: View) => Array<{ look: Grade, parts: Child[] }>}
 */
export function dated(events, view) {
  /** @type {Map<string, CardEvent[]>} */
  const groups = new Map();
  for (const event of events) {
    const key = `${event.look} ${view.read(event.date)}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()].map((group) => {
    /** @type {Child[]} */
    const links = group.flatMap((event) => [" ", element("span", { class: "titled" }, link(event, view))]);
    return { look: group[0].look, parts: [ownDate(group[0], view), ...links] };
  });
}

/** @type {(parts: Child[]) => string} */
export function plain(parts) {
  return parts.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
}
