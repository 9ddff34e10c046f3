/* Work for one of the next frames: not all that a zoom among thousands has to do is to fall into one. */

/** @type {Map<() => unknown, number>} */
const due = new Map(); // the request of each for a frame

/** Do this so many frames from now; what is asked for again before it was done waits anew.
 *
 * @type {(frames: number, work: () => unknown) => void}
 */
export function inFrames(frames, work) {
  cancelAnimationFrame(due.get(work) ?? 0);
  const request = requestAnimationFrame(() => {
    due.delete(work);
    if (frames > 1) inFrames(frames - 1, work);
    else work();
  });
  due.set(work, request);
}

/** @type {(work: () => unknown) => boolean} */
export function isDue(work) {
  return due.has(work);
}
