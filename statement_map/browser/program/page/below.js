/* Says when what lies below the map is due: when the map is drawn. Where none comes, the rest does. */

const PATIENCE_MS = 10000;

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
  const map = document.querySelector(".st-key-map iframe")?.contentDocument;
  if (map?.querySelector(".is-ready")) tell();
  return stop;
}
