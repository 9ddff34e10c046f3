/* The order in which the statement tells its events, and the day that each leads to. */
import { valueAt } from "./parts.js";

/** The event told before (-1) or after (+1) the current one, or none.
 *
 * On a day without a stated event, the walk stands behind the last event stated before it.
 *
 * @type {({ events }: { events: CardEvent[] }, { event, step }: { event: CardEvent | null, step: number }, offset: number) => CardEvent | undefined}
 */
export function neighbour({ events }, { event, step }, offset) {
  if (event) return events[events.indexOf(event) + offset];
  const told = events.findLastIndex((each) => each.has_date && valueAt(each.states, step) === "earlier");
  return events[told + (offset > 0 ? 1 : 0)];
}

/** The step to show for an event: the current one if the event can be then, else the nearest.
 *
 * @type {({ span }: { span?: [number, number] }, step: number) => number}
 */
export function stepOf({ span }, step) {
  return span ? Math.min(Math.max(step, span[0]), span[1]) : step;
}
