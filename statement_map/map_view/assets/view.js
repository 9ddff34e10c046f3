/* The view: what the map looks at, and when it moves there. */
"use strict";

window.statementView = (() => {
  const stage = window.statementStage;
  const { host, isCrowded, isWide } = stage;

  const LABEL_PX = 80; // what the name of a mark at the edge of the map needs
  const MOVE_DELAY_MS = 120; // a held key moves the view once, when it rests
  let moveTimer = 0;
  let aboutAlready = null; // what the map before this one was moved to

  if (stage.isStill) {
    const { panBy } = L.Map.prototype;
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, inertia: false });
    L.Map.include({
      panBy(offset, options) {
        return panBy.call(this, offset, { ...options, animate: false });
      },
    });
  }

  /** What the step is about: the places of its event; on a day without one, the whole country. */
  function about(current) {
    const ids = current ? current.places : [stage.content.home];
    return ids.map((id) => stage.marks.get(id)).filter((mark) => mark?.bounds);
  }

  function moveTo(current) {
    const places = about(current);
    const key = places.map(({ place }) => place.id).join();
    if (!key || key === stage.aboutShown) return;
    stage.aboutShown = key;
    const isSeen = seen(key) === aboutAlready;
    aboutAlready = null;
    if (isSeen) return;
    if (isCrowded() && places.every(({ bounds }) => stage.map.getBounds().contains(bounds))) return;
    clearTimeout(moveTimer);
    stage.map.getContainer().classList.add("is-moving");
    moveTimer = setTimeout(() => {
      const bounds = L.latLngBounds([]);
      for (const mark of places) bounds.extend(mark.bounds);
      stage.map.once("moveend", () => stage.map.getContainer().classList.remove("is-moving"));
      look(isCrowded() ? homeBounds() : bounds);
    }, MOVE_DELAY_MS);
  }

  /** Which places a view is about, and where they lie. */
  function seen(key) {
    const bounds = key.split(",").map((id) => stage.marks.get(id)?.bounds?.toBBoxString());
    return key && [key, ...bounds].join(" ");
  }

  function look(bounds) {
    const panel = document.querySelector(".panel[open]");
    const options = {
      paddingTopLeft: [24, isWide() ? 24 : 56],
      paddingBottomRight: [isWide() && panel ? panel.offsetWidth + LABEL_PX : 24, 36],
      maxZoom: stage.tiles ? 15 : 10, // nearer than this, outlines show nothing around a place
    };
    if (stage.isStill || isCrowded() || !stage.map.getSize().x) stage.map.fitBounds(bounds, { ...options, animate: false });
    else stage.map.flyToBounds(bounds, { ...options, duration: 0.6 });
  }

  function homeBounds() {
    const home = stage.marks.get(stage.content.home)?.bounds;
    if (home) return home;
    const all = L.latLngBounds([]);
    for (const { bounds } of stage.marks.values()) if (bounds) all.extend(bounds);
    return all.isValid() ? all : L.latLngBounds([[-60, -170], [75, 170]]);
  }

  /** A map that is drawn anew, as its content has changed, looks where the old one did.
   *
   * Returns whether there was one: its middle stays in the middle when the frame gets its size.
   */
  function drawWhereItWas() {
    const before = host().statementMapView;
    if (before) stage.map.setView(before.center, before.zoom, { animate: false });
    else stage.map.fitBounds(homeBounds(), { animate: false });
    stage.map.on("moveend", () => {
      const { x, y } = stage.map.getSize();
      if (!x || !y) return; // a frame that is taken away has no size, nor a middle
      const { lat, lng } = stage.map.getCenter();
      host().statementMapView = { center: [lat, lng], zoom: stage.map.getZoom(), about: seen(stage.aboutShown) };
    });
    aboutAlready = before?.about;
    return Boolean(before);
  }

  /** On paper the map is as large as print.css says; the panels stand open and in full below it. */
  function fitPaper() {
    const root = document.documentElement;
    const panels = document.querySelector(".leaflet-top.leaflet-right");
    const { parentNode: home, nextSibling: neighbour } = panels;
    let before;
    const resize = () => stage.map.invalidateSize({ animate: false, pan: false });
    window.addEventListener("beforeprint", () => {
      const open = [...panels.querySelectorAll(".panel")].filter((panel) => !panel.open);
      const { zoomSnap } = stage.map.options;
      before = { center: stage.map.getCenter(), zoom: stage.map.getZoom(), look: root.className, open, zoomSnap };
      const bounds = stage.map.getBounds();
      for (const panel of open) panel.open = true;
      root.classList.remove("dark", "large");
      root.classList.add("on-paper");
      document.body.append(panels);
      resize();
      stage.map.options.zoomSnap = 0;
      stage.map.fitBounds(bounds, { animate: false, padding: [40, 10] }); // names need relatively more room
      const height = `${panels.getBoundingClientRect().bottom}px`;
      window.frameElement?.style.setProperty("height", height, "important");
    });
    window.addEventListener("afterprint", () => {
      for (const panel of before.open) panel.open = false;
      root.className = before.look;
      home.insertBefore(panels, neighbour);
      window.frameElement?.style.removeProperty("height");
      resize();
      stage.map.options.zoomSnap = before.zoomSnap;
      stage.map.setView(before.center, before.zoom, { animate: false });
    });
  }

  return { drawWhereItWas, fitPaper, homeBounds, look, moveTo };
})();
