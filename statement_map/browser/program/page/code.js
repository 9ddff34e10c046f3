/* The QR code as large as the screen, from the share panel or while presenting. Whatever is pressed next
 * takes it away again.
 */
import { element } from "../parts.js";
import { insist } from "./insisting.js";

const MODIFIERS = ["Tab", "Shift", "Control", "Alt", "Meta"];
let shown = 0; // the number of the last answer
let isDue = false; // who presses before the server's part is there is not forgotten
let ask = () => {};

/** @type {(component: Component<[LargeCode & { number: number }]>) => () => void} */
export function followCode({ data: [told], setTriggerValue }) {
  let stopAsking = () => {};
  ask = () => {
    stopAsking();
    stopAsking = insist(() => setTriggerValue("asked", window.location.search));
  };
  if (told.number > shown) {
    shown = told.number;
    if (isDue && told.code) showLarge(told); // what was asked again is answered again
    isDue = false;
  }
  if (isDue) ask();
  return () => stopAsking();
}

/** The server draws it: what it stands for changes with each step. */
export function askForCode() {
  isDue = true;
  ask();
}

/** @type {(button: HTMLElement) => void} */
export function enlarge(button) {
  const { link = "", close = "", local = "", size = "" } = button.dataset;
  const { src, alt } = /** @type {HTMLImageElement} */ (button.querySelector("img"));
  showLarge({ code: src, link, words: { label: alt, close, local, size } });
}

/** @type {(large: LargeCode) => void} */
function showLarge({ code, link, words: { label, close, local, size } }) {
  const about = [link, local, size].filter(Boolean).map((text) => element("p", {}, text));
  const dialog = element(
    "dialog",
    { class: "large-code", "aria-label": label },
    element("button", { type: "button" }, close),
    element("img", { src: code, alt: label }),
    element("div", {}, ...about),
  );
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    if (MODIFIERS.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
