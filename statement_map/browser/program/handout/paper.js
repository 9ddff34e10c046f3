/* The handout on paper. */

/** On paper the map has a size of its own, light colours, and its panels below it, opened. */
export function fitPaper(map) {
  const root = document.documentElement;
  const box = map.getContainer();
  const panels = box.querySelector(".leaflet-top.leaflet-right");
  const home = panels.parentNode;
  let before;
  const fit = () => {
    map.invalidateSize({ animate: false, pan: false });
    map.fitBounds(before.bounds, { animate: false });
  };
  window.addEventListener("beforeprint", () => {
    const closed = [...panels.querySelectorAll("details:not([open])")];
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
