/* Notes what each key press costs a page that answers it by itself.
 *
 * After `benchmark.await()`, `benchmark.step` promises the milliseconds that the page is busy with
 * the next press (its scripts, and drawing the next frame) and those until that frame is drawn.
 */
window.benchmark = {
  /** Notes from now on the milliseconds from each frame to the next; `recorded()` ends it. */
  record() {
    const between = [];
    let last = null;
    let isOver = false;
    const note = (now) => {
      if (last !== null) between.push(now - last);
      last = now;
      if (!isOver) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    this.recorded = () => {
      isOver = true;
      return between;
    };
  },
  await() {
    this.step = new Promise((resolve) => (this.drawn = resolve));
  },
};

window.addEventListener(
  "keydown",
  ({ timeStamp }) => {
    const began = performance.now();
    let handled = null;
    after(() => (handled ??= performance.now()));
    requestAnimationFrame(() => {
      const frame = performance.now();
      handled ??= frame; // the frame came first, so nobody waited in between
      after(() => {
        const drawn = performance.now();
        window.benchmark.drawn({ busy: handled - began + drawn - frame, shown: drawn - timeStamp });
      });
    });
  },
  true,
);

/** Calls `then` once what runs now, with the drawing that may follow it, is over. */
function after(then) {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", then);
  port1.start();
  port2.postMessage(null);
}
