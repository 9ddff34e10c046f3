/* Words that stand for themselves: what is said is its key, with what fills its gaps behind it. */
import { fill, wordsIn } from "../../statement_map/browser/program/parts.js";

/** A view in English; `texts` are words with gaps that pieces of the page fill, by key. */
export function viewWith(more, texts = {}) {
  const say = (key, gaps = {}) => (key in texts ? fill(texts[key], gaps) : [key, ...Object.values(gaps)].join(" "));
  const shown = { step: 0, event: null, opened: null, by: "event", notice: null, hidden: [] };
  return { ...wordsIn("en", {}), say, link: ({ id }) => `?event=${id}`, ...shown, ...more };
}

/** An event of paragraph 1 that is stated, unless `more` says otherwise. */
export function eventOf(id, more = {}) {
  const told = { title: { en: id.toUpperCase() }, text: { en: `${id} text` }, quote: `${id} quote`, topic: "t" };
  const when = { date: { en: `date of ${id}` }, look: "stated", basis: "stated", states: [[0, "now"]] };
  return { id, ...told, ...when, kind: "claim", paragraphs: [1], omissions: [], ...more };
}
