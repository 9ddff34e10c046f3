/* What is the case of each of thousands at a step, by what changes between two steps. */
import { valueAt } from "../parts.js";

/** Returns what gives the values of all rows at a step, in their order: from one step to the next only those
 * that change are looked at, and `heed` is called with the number of each. It is the same list each time, with
 * other values in it.
 *
 * @type {<Value>(rows: Changes<Value>[], heed?: (row: number) => void) => (step: number) => Value[]}
 */
export function follow(rows, heed = () => {}) {
  const values = rows.map((changes) => valueAt(changes, 0));
  const changing = changesOf(rows);
  let at = 0;
  return (step) => {
    for (let each = Math.min(at, step) + 1; each <= Math.max(at, step); each++) {
      for (const row of changing.get(each) ?? []) {
        values[row] = valueAt(rows[row], step);
        heed(row);
      }
    }
    at = step;
    return values;
  };
}

/** The rows that change at each step after the first, by their numbers.
 *
 * @type {(rows: Changes<unknown>[]) => Map<number, number[]>}
 */
function changesOf(rows) {
  /** @type {Map<number, number[]>} */
  const changing = new Map();
  rows.forEach((changes, row) => {
    for (const [step] of changes) {
      const known = changing.get(step);
      if (known) known.push(row);
      else changing.set(step, [row]);
    }
  });
  return changing;
}
