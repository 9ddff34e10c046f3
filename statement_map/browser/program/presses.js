/* One listener for clicks and one for keys, with tables of what they do.
 *
 * Pieces of the page come and go: presses are caught on the document. A row of the table of clicks is
 * a selector, and what happens when something within such an element is clicked. A click that is
 * meant for a new tab, or that something else has taken, does nothing; what stands in `also` happens
 * beside whatever else the click does.
 */

/** @type {(clicks: Clicks, also?: Clicks) => void} */
export function listenForClicks(clicks, also = []) {
  document.addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const isElsewhere = event.button || event.metaKey || event.ctrlKey || event.shiftKey;
    if (!isElsewhere && !event.defaultPrevented && run(clicks, target)) event.preventDefault();
    run(also, target);
  });
}

/** Do what each row says whose selector fits; returns whether one did.
 *
 * @type {(rows: Clicks, target: Element) => boolean}
 */
function run(rows, target) {
  let isDone = false;
  for (const [selector, react] of rows) {
    const found = target.closest(selector);
    if (!(found instanceof HTMLElement)) continue;
    isDone = true;
    react(found);
  }
  return isDone;
}

/** `isOwn(target, key)` is true where a key means something else.
 *
 * @type {(keys: Map<string, () => unknown>, isOwn: (target: Element, key: string) => boolean) => void}
 */
export function listenForKeys(keys, isOwn) {
  document.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    const react = keys.get(key);
    if (!react || event.defaultPrevented || altKey || ctrlKey || metaKey) return;
    if (target instanceof Element && isOwn(target, key)) return;
    event.preventDefault();
    react();
  });
}

/** Go up to `page` if `part`, which was just changed, begins out of sight, or below the `line`.
 *
 * @type {(part: Element | null, line: Element | null, page: Element | null) => void}
 */
export function bringIntoView(part, line, page) {
  const top = part?.getBoundingClientRect().top ?? 0;
  if (top < 0 || top > (line?.getBoundingClientRect().top ?? window.innerHeight)) page?.scrollIntoView();
}
