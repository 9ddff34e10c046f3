/* The order in which the statement tells its events, the short way through it by chapters, and the day
 * that each leads to.
 */
import { valueAt } from "./parts.js";

/** What is told before (-1) or after (+1) the current event, by the way that is walked, or nothing.
 *
 * @type {(content: Content, view: Walked, offset: number) => CardEvent | undefined}
 */
export function neighbour(content, view, offset) {
  return view.by === "chapter" ? inChapterBeside(content, view, offset) : eventBeside(content, view, offset);
}

/** On a day without a stated event, the walk stands behind the last event stated before it.
 *
 * @type {(content: Content, view: Walked, offset: number) => CardEvent | undefined}
 */
function eventBeside({ events }, { event, step }, offset) {
  if (event) return events[events.indexOf(event) + offset];
  const told = events.findLastIndex((each) => each.has_date && valueAt(each.states, step) === "earlier");
  return events[told + (offset > 0 ? 1 : 0)];
}

/** What the chapter before or after tells; back from another of its events, what this one tells.
 *
 * @type {(content: Content, view: Walked, offset: number) => CardEvent | undefined}
 */
function inChapterBeside(content, view, offset) {
  const at = (view.event ?? eventBeside(content, view, -1))?.chapter ?? -1;
  const told = toldIn(content, at);
  return offset < 0 && told !== view.event ? told : toldIn(content, at + offset);
}

/** What a chapter tells, if there is one at this position.
 *
 * @type {(content: Content, position: number) => CardEvent | undefined}
 */
export function toldIn({ chapters, events }, position) {
  return events[chapters[position]?.events[0]];
}

/** The first or the last that the way leads to.
 *
 * @type {(content: Content, view: Walked, end: "first" | "last") => CardEvent | undefined}
 */
export function endOf(content, { by }, end) {
  const { chapters, events } = content;
  if (by === "chapter") return toldIn(content, end === "first" ? 0 : chapters.length - 1);
  return events.at(end === "first" ? 0 : -1);
}

/** The places to look at where a chapter begins, which its editor chose; null where the event has its own.
 *
 * @type {(content: Content, view: Walked) => string[] | null}
 */
export function sceneOf(content, { by, event }) {
  const at = by === "chapter" ? event?.chapter : undefined;
  return at !== undefined && toldIn(content, at) === event ? content.chapters[at].look_at : null;
}

/** The step to show for an event: the current one if the event can be then, else the nearest.
 *
 * @type {({ span }: { span?: [number, number] }, step: number) => number}
 */
export function stepOf({ span }, step) {
  return span ? Math.min(Math.max(step, span[0]), span[1]) : step;
}
