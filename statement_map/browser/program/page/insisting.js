/* Asks the server until it answers: what a browser sends while Streamlit draws a page anew may be lost. */

const PATIENCE_MS = 10_000; // for the first answer; then twice as long each time, as the server may be slow

/** Ask, and ask again until the function that is returned is called.
 *
 * @type {(ask: () => void) => () => void}
 */
export function insist(ask) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  /** @type {(patienceMs: number) => void} */
  const askAndWait = (patienceMs) => {
    ask();
    timer = setTimeout(askAndWait, patienceMs, 2 * patienceMs);
  };
  askAndWait(PATIENCE_MS);
  return () => clearTimeout(timer);
}
