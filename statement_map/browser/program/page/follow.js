/* Between page.js, which keeps the address, and Python, whichever of the two comes first: hands over
 * what Python wants to be shown, and tells it what is shown. */
import { hear } from "./page.js";

/** @type {(component: Component<[{ wishes: Record<string, [number, Wish]> }]>) => void} */
export function followAddress({ data: [{ wishes }], setStateValue }) {
  hear(wishes, (shown) => setStateValue("shown", shown));
}
