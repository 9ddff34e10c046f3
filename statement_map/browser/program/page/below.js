/* Says when what lies below the map is due: when the map is drawn. Where none comes, the rest does. */

const PATIENCE_MS = 10000;

/** @type {(component: Component<null>) => () => void} */
export function waitForMap({ setTriggerValue }) {
  const tell = () => {
    stop();
    setTriggerValue("due", true);
  };
  const timer = setTimeout(tell, PATIENCE_MS);
  const stop = () => {
    clearTimeout(timer);
    window.removeEventListener("statement-map:drawn", tell);
  };
  window.addEventListener("statement-map:drawn", tell);
  /** @type {HTMLIFrameElement | null} */
  const frame = document.querySelector(".st-key-map iframe");
  if (frame?.contentDocument?.querySelector(".is-ready")) tell();
  return stop;
}
