/* Between page.js, which leads, and Python, whichever of the two comes first: what Python wants to be shown, what
 * it is told of what is shown, and the address that both have.
 *
 * Wishes are numbered (see panels/query.py), so that an old one that comes again does nothing. Python is told
 * once a quick hand rests (debounced), and answers nothing.
 */
import { act, here } from "../walking.js";

const TELL_MS = 250; // after the last step (debounce), so that Python hears of a walk once
/** @type {{ wishes: Record<string, [number, Wish]> | null, send: Send | null, timer?: ReturnType<typeof setTimeout> }} */
const python = { wishes: null, send: null };

/** @type {(component: Component<[{ wishes: Record<string, [number, Wish]> }]>) => void} */
export function followAddress({ data: [{ wishes }], setStateValue }) {
  hear(wishes, (shown) => setStateValue("shown", shown));
}

/** Take what Python wants to be shown, and what tells it what is.
 *
 * @type {(wishes: Record<string, [number, Wish]>, send?: Send | null) => void}
 */
export function hear(wishes, send = python.send) {
  Object.assign(python, { wishes, send });
  heed();
}

/** Do what Python wants, as far as it was not done before. */
export function heed() {
  if (here.content && python.wishes) act({ do: "wish", wishes: python.wishes });
}

export function tellPython() {
  clearTimeout(python.timer);
  python.timer = setTimeout(() => {
    const { search, met } = here.state;
    python.send?.({ query: search, met });
  }, TELL_MS);
}

/** The address of a query, of which whoever shows the app in a frame is told as by Streamlit.
 *
 * @type {(search: string) => string}
 */
export function addressOf(search) {
  const query = search && `?${search}`;
  if (window.parent !== window) {
    const message = { stCommVersion: 1, type: "SET_QUERY_PARAM", queryParams: query };
    window.parent.postMessage(message, "*");
  }
  return window.location.pathname + query;
}
