/* One listener for clicks and one for keys, with tables of what they do.
 *
 * Pieces of the page come and go: presses are caught on the document. A row of the table of clicks is
 * a selector, and what happens when something within such an element is clicked. A click that is
 * meant for a new tab, or that something else has taken, does nothing; what stands in `also` happens
 * beside whatever else the click does.
 */

export function listenForClicks(clicks, also = []) {
  document.addEventListener("click", (event) => {
    const isElsewhere = event.button || event.metaKey || event.ctrlKey || event.shiftKey;
    if (!isElsewhere && !event.defaultPrevented && run(clicks, event)) event.preventDefault();
    run(also, event);
  });
}

/** Do what each row says whose selector fits; returns whether one did. */
function run(rows, { target }) {
  const fits = rows.map(([selector, react]) => [target.closest?.(selector), react]).filter(([found]) => found);
  for (const [found, react] of fits) react(found);
  return fits.length > 0;
}

/** `isOwn(target, key)` is true where a key means something else. */
export function listenForKeys(keys, isOwn) {
  document.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    const react = keys.get(key);
    if (!react || event.defaultPrevented || altKey || ctrlKey || metaKey || isOwn(target, key)) return;
    event.preventDefault();
    react();
  });
}

/** Go up to `page` if `part`, which was just changed, begins out of sight, or below the `line`. */
export function bringIntoView(part, line, page) {
  const top = part?.getBoundingClientRect().top;
  if (top < 0 || top > (line?.getBoundingClientRect().top ?? window.innerHeight)) page.scrollIntoView();
}
