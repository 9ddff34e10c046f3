/* The handout's list of all events, a part at a time: a longer one would slow every step down. */
import { ownDate } from "../../browser/program/card/telling.js";
import { element, joined, sure } from "../../browser/program/parts.js";

const ROWS_AT_ONCE = 200;
/** @type {Map<string | undefined, HTMLElement>} */
const links = new Map(); // event id -> its link in the list

/** Write the list in the `words` of a language, with as many rows as it had.
 *
 * @type {(content: HandoutContent, words: Words, most?: number) => void}
 */
export function writeList(content, words, most = Math.max(links.size, ROWS_AT_ONCE)) {
  const { say } = words;
  const names = new Map(content.places.map(({ id, name }) => [id, name]));
  links.clear();
  const rows = content.events.slice(0, most).map((event) => row(event, names, words));
  sure(document.getElementById("events")).replaceChildren(...rows);
  const left = content.events.length - rows.length;
  const more = sure(document.getElementById("more"));
  more.hidden = !left;
  if (left) more.textContent = say("list-more", { n: Math.min(ROWS_AT_ONCE, left) });
}

/** @type {(content: HandoutContent, words: Words) => void} */
export function writeMore(content, words) {
  writeList(content, words, links.size + ROWS_AT_ONCE);
}

/** @type {(event: HandoutEvent, names: Map<string, Texts>, words: Words) => HTMLElement} */
function row(event, names, { read, say, tag }) {
  const link = element("a", { href: addressOf(event), "data-event": event.id }, ...tag(event.title));
  links.set(event.id, link);
  const paragraph = say("paragraph-short", { number: event.paragraphs.join(", ") });
  const places = event.places.map((id) => tag(sure(names.get(id))));
  const where = places.length ? joined(places, ", ") : [say("no-location")];
  const about = joined([[paragraph], [say(`kind-${event.kind}`)], where], " · ");
  const date = ownDate(event, { read, say });
  const topic = element("i", { class: `topic-sign shape-${event.shape}` });
  return element("li", { class: `look-${event.look}` }, date, topic, " ", link, element("small", {}, ...about));
}

/** @type {(event: { id: string }) => string} */
export function addressOf({ id }) {
  return `#event=${id}`;
}

/** @type {(link: HTMLElement) => void} */
export function goToRow({ dataset }) {
  const node = links.get(dataset.row) ?? sure(document.getElementById("all"));
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
}
