/* Marks that would overlap, names at the edge, and circles too small to be seen. */
"use strict";

window.statementCrowds = (() => {
  const stage = window.statementStage;
  const { isCrowded } = stage;

  const SPREAD_PX = 30; // marks nearer than this to one another are moved apart
  const SPREAD_MOST = 12; // more marks than this on one spot stay where they are
  const EDGE_PX = 10; // with the padding of the name
  const EQUATOR_M = 40075017;
  const RING_LEAST_PX = 8; // a circle of uncertainty smaller than its mark is not seen

  /** Move marks that share a spot onto a ring around it, each with a line to where it lies. */
  function spread() {
    const points = [...stage.marks.values()].filter((mark) => mark.at);
    const spots = points.map((mark) => stage.map.latLngToLayerPoint(mark.at));
    const group = points.map((_, i) => i);
    const root = (i) => (group[i] === i ? i : (group[i] = root(group[i])));
    const cells = new Map();
    spots.forEach((spot, i) => {
      const [x, y] = [Math.floor(spot.x / SPREAD_PX), Math.floor(spot.y / SPREAD_PX)];
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          for (const j of cells.get(`${x + dx},${y + dy}`) ?? []) {
            if (spot.distanceTo(spots[j]) < SPREAD_PX) group[root(i)] = root(j);
          }
        }
      }
      const cell = `${x},${y}`;
      if (cells.has(cell)) cells.get(cell).push(i);
      else cells.set(cell, [i]);
    });
    const crowds = new Map();
    points.forEach((_, i) => {
      const key = root(i);
      if (crowds.has(key)) crowds.get(key).push(i);
      else crowds.set(key, [i]);
    });
    for (const crowd of crowds.values()) {
      const apart = crowd.length > 1 && crowd.length <= SPREAD_MOST;
      const centre = crowd
        .reduce((sum, i) => sum.add(spots[i]), L.point(0, 0))
        .divideBy(crowd.length);
      const reach = Math.max(SPREAD_PX, (crowd.length * 38) / (2 * Math.PI));
      crowd.forEach((i, n) => {
        const angle = (2 * Math.PI * (n + 0.5)) / crowd.length - Math.PI / 2;
        const spot = apart
          ? centre.add(L.point(Math.cos(angle), Math.sin(angle)).multiplyBy(reach))
          : spots[i];
        put(points[i], spot, apart);
      });
    }
  }

  function put(mark, spot, apart) {
    if (!apart && !mark.leader) return; // it lies where it belongs
    const to = apart ? stage.map.layerPointToLatLng(spot) : mark.at;
    const left = apart && spot.x < stage.map.latLngToLayerPoint(mark.at).x - 1;
    mark.nodes[0].classList.toggle("to-left", left);
    mark.leader?.remove();
    const line = { interactive: false, className: "leader" };
    mark.leader = apart ? L.polyline([mark.at, to], line).addTo(stage.map) : null;
    mark.layer.setLatLng(to);
  }

  /** A name near the edge of the map is broken into narrower lines rather than cut off.
   *
   * Where its longest word has no room either, it waits until its mark is looked at.
   */
  function fitLabels() {
    if (isCrowded()) return;
    const { left, right } = stage.map.getContainer().getBoundingClientRect();
    const nodes = [...stage.marks.values()].filter(({ at }) => at).map((mark) => mark.nodes[0]);
    for (const node of nodes) {
      const box = node.getBoundingClientRect();
      const room = node.classList.contains("to-left") ? box.left - left : right - box.right;
      const isSeen = box.right > left && box.left < right;
      node.querySelector(".label").style.setProperty("--room", isSeen ? `${Math.max(room - EDGE_PX, 0)}px` : "100vw");
      node.classList.remove("without-room");
    }
    const withoutRoom = nodes.filter((node) => {
      const { scrollWidth, clientWidth } = node.querySelector(".label");
      return scrollWidth > clientWidth;
    });
    for (const node of withoutRoom) node.classList.add("without-room");
  }

  /** A circle of uncertainty is drawn where it shows around its mark; thousands would cost time. */
  function drawRings() {
    for (const { at, place, ring } of stage.marks.values()) {
      if (!ring) continue;
      const metresPerPx = (EQUATOR_M * Math.cos((at.lat * Math.PI) / 180)) / 2 ** (stage.map.getZoom() + 8);
      const shows = (place.radius_km * 1000) / metresPerPx > RING_LEAST_PX;
      if (shows && !stage.map.hasLayer(ring)) ring.addTo(stage.map);
      else if (!shows) ring.remove();
    }
  }

  return { drawRings, fitLabels, spread };
})();
