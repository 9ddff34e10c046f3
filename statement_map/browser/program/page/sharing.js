/* Tells the share panel when to look again: when the page's address has changed and rests, so that
 * its link is never an old one and nobody who steps on waits for it; and while files are made. */

import { savePicture } from "./picture.js";

const EVERY_MS = 500; // a visitor who steps on changes the address sooner

let timer = 0;
let saved = 0;

/** @type {(component: Component<{ waiting: boolean; picture: Picture | null }>) => () => void} */
export function followSharing({ data, setTriggerValue }) {
  if (data.picture && data.picture.number !== saved) {
    saved = data.picture.number;
    void savePicture(data.picture);
  }
  const shown = window.location.search;
  let last = shown;
  clearInterval(timer);
  timer = setInterval(() => {
    const address = window.location.search;
    if (address === last && (address !== shown || data.waiting)) setTriggerValue("again", Date.now());
    last = address;
  }, EVERY_MS);
  return () => clearInterval(timer);
}
