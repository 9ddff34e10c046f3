/* The handout on paper. */
import { sure } from "../../browser/program/parts.js";

/** On paper the map has a size of its own, light colours, and its panels below it, opened.
 *
 * @type {(map: L.Map) => void}
 */
export function fitPaper(map) {
  const root = document.documentElement;
  const box = map.getContainer();
  const panels = sure(box.querySelector(".leaflet-top.leaflet-right"));
  const home = sure(panels.parentElement);
  /** @type {{ bounds: L.LatLngBounds, dark: boolean, closed: HTMLDetailsElement[] }} */
  let before;
  const fit = () => {
    map.invalidateSize({ animate: false, pan: false });
    map.fitBounds(before.bounds, { animate: false });
  };
  window.addEventListener("beforeprint", () => {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const found = panels.querySelectorAll("details:not([open])");
    const closed = [...found];
    before = { bounds: map.getBounds(), dark: root.classList.contains("dark"), closed };
    for (const panel of closed) panel.open = true;
    root.classList.remove("dark");
    box.classList.add("paper");
    box.after(panels);
    fit();
  });
  window.addEventListener("afterprint", () => {
    for (const panel of before.closed) panel.open = false;
    root.classList.toggle("dark", before.dark);
    box.classList.remove("paper");
    home.append(panels);
    fit();
  });
}

/** Print the worksheet alone. */
export function printWorksheet() {
  const root = document.documentElement;
  root.dataset.worksheet = "";
  window.print();
  delete root.dataset.worksheet;
}
