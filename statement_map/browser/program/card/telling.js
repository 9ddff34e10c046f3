/* How an event is told wherever it is shown: its own date with what that rests on, then its title.
 *
 * `content` is made by card_view.card_content; `view` is that of card.js.
 */
import { element, withGaps } from "../parts.js";

/** A text of an event, with gaps for what is hidden. */
export function told(event, field, view, text = event[field]) {
  const { read, say } = view;
  const hidden = event === view.event ? view.hidden : (view.hide ?? view.hidden);
  const veiled = hidden.length && event.veiled?.[hidden.join("+")]?.[field];
  if (veiled) return withGaps(veiled, say("learn-gap"));
  return [typeof text === "string" ? text : read(text)];
}

/** When the event was: a sign for what its date rests on, the date, and the sign in words. */
export function ownDate({ date, look }, { say, read }, tag = "small") {
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, say(`sign-${look}`));
  const when = element("span", { class: "date" }, read(date));
  const rests = look === "none" ? [] : [" · ", element("span", { class: "rests" }, say(`look-${look}`))];
  return element(tag, { class: `own-date look-${look}` }, sign, " ", when, ...rests);
}

/** The same in plain words. */
export function dateInWords({ date, look }, { say, read }) {
  return look === "none" ? read(date) : `${read(date)}, ${say(`look-${look}`)}`;
}

/** A link to an event, by its title. */
export function link(event, view) {
  const attributes = { href: view.link(event), target: "_self", "data-event": event.id };
  const current = event === view.event && "true";
  return element("a", { ...attributes, "aria-current": current }, ...told(event, "title", view));
}

/** Links to `events`, those of one date under it, in the order in which the dates first come. */
export function dated(events, view) {
  const groups = new Map();
  for (const event of events) {
    const key = `${event.look} ${view.read(event.date)}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(event);
  }
  return [...groups.values()].map((group) => {
    const links = group.flatMap((event) => [" ", element("span", { class: "titled" }, link(event, view))]);
    return { look: group[0].look, parts: [ownDate(group[0], view), ...links] };
  });
}

export function plain(parts) {
  return parts.map((part) => part.textContent ?? part).join("");
}
