/* The map: drawn once, then told which step to show.
 *
 * `statementMap.draw(map, content, outlines)` draws every place into a Leaflet map; `content` is
 * made by map_view.map_content, `outlines` is a FeatureCollection or the address of one.
 * `statementMap.show({date, event, language})` shows a step: it changes classes, labels and the
 * view, and rebuilds nothing. The step may ask for `large` type, and to `conceal` from learners the
 * places (`place`), what titles tell (`titles` to show instead, by event), or who speaks (`by`, to
 * say instead). The window's `host` (the page around a frame, else the window itself) is told by the
 * events `statement-map:drawn`, and `statement-map:choose` for a chosen event. A host that sets
 * `statementMapPick` is handed the latitude and longitude of the next clicks instead;
 * `statementMapView` is what a map that is drawn anew goes on from. Where `content.standalone` is
 * set, as in the offline handout, there is no such page, and no online background is offered.
 */
"use strict";

window.statementMap = (() => {
  const { element, fill, valueAt, wordsIn } = window.statementParts;
  const KIND_ORDER = ["group", "country", "area", "region", "city", "site", "unnamed"];
  const SPREAD_PX = 30; // marks nearer than this to one another are moved apart
  const SPREAD_MOST = 12; // more marks than this on one spot stay where they are
  const LABEL_PX = 80; // what the name of a mark at the edge of the map needs
  const EDGE_PX = 10; // with the padding of the name
  const MOVE_DELAY_MS = 120; // a held key moves the view once, when it rests
  const LABEL_DELAY_MS = 150; // so are the labels, which thousands of marks would slow it down by
  const TILE_WAIT_MS = 6000;
  const CROWD = 300; // more marks than these have no room for names, and the view stays or jumps
  const EQUATOR_M = 40075017;
  const DRAG_PX = 5; // a click that moved more than this was a drag of the map
  const RING_LEAST_PX = 8; // a circle of uncertainty smaller than its mark is not seen

  const TILES = [
    {
      key: "osm",
      name: "OpenStreetMap",
      url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
      maxZoom: 19,
      by: [["© OpenStreetMap contributors", "https://www.openstreetmap.org/copyright"]],
    },
    {
      key: "topo",
      name: "OpenTopoMap",
      url: "https://tile.opentopomap.org/{z}/{x}/{y}.png",
      maxZoom: 17,
      by: [
        ["© OpenStreetMap contributors", "https://www.openstreetmap.org/copyright"],
        ["SRTM", "https://lpdaac.usgs.gov/"],
        ["© OpenTopoMap (CC BY-SA)", "https://opentopomap.org/about"],
      ],
    },
  ];

  let map, content, words, read, language, step, currentEvent;
  let marks = new Map(); // place id -> mark
  let changing = []; // for each step, the marks whose state changes with it
  let dressedAt = null; // the step that the marks show
  let currentMarks = new Set(); // those of the current event
  let withPopup = null; // the mark whose popup was opened last
  const unlabelled = new Set(); // marks whose label still tells an older state
  let labelTimer = 0;
  let redrawWords = []; // what to write again in another language
  let following = true;
  let isDrawn = false; // outlines may take a while to come
  let moveTimer = 0;
  let aboutShown = ""; // what the view was last moved to
  let aboutAlready = null; // what the map before this one was moved to
  let conceal = {};
  let isLarge = false;

  const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (isStill) {
    const { panBy } = L.Map.prototype;
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, inertia: false });
    L.Map.include({
      panBy(offset, options) {
        return panBy.call(this, offset, { ...options, animate: false });
      },
    });
  }

  /** Thousands of marks are put where they lie: a transform would make a layer of each. */
  const CrowdedMarker = L.Marker.extend({
    _setPos(spot) {
      L.Marker.prototype._setPos.call(this, spot);
      Object.assign(this._icon.style, { transform: "", left: `${spot.x}px`, top: `${spot.y}px` });
    },
  });

  // ---------------------------------------------------------------- small makers

  /** An element whose text follows the language. */
  function worded(tag, attributes, key) {
    const node = element(tag, attributes);
    inWords(() => (node.textContent = words[key]));
    return node;
  }

  function speak(code) {
    language = code;
    words = content.words[code];
    ({ read } = wordsIn(code, words));
  }

  function inWords(write) {
    redrawWords.push(write);
    write();
  }

  /** A corner of the map that keeps clicks and scrolling to itself. */
  function corner(position, node) {
    const Corner = L.Control.extend({ onAdd: () => node });
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.disableScrollPropagation(node);
    return new Corner({ position }).addTo(map);
  }

  function isWide() {
    return window.innerWidth > 640;
  }

  function host() {
    if (content?.standalone) return window;
    try {
      return window.parent.document ? window.parent : window;
    } catch {
      return window; // embedded by another origin
    }
  }

  function tell(what, detail) {
    const target = host();
    target.dispatchEvent(new target.CustomEvent(`statement-map:${what}`, { detail }));
  }

  // ---------------------------------------------------------------- the base map

  /** The polygons of a feature; what crosses 180° is put together again, east of the rest. */
  function polygonsOf({ geometry }) {
    const polygons =
      geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const lons = polygons.flatMap(([outer]) => outer.map(([lon]) => lon));
    if (Math.min(...lons) > -150 || Math.max(...lons) < 150) return polygons;
    const shifted = polygons.map((rings) =>
      rings.map((ring) => ring.map(([lon, lat]) => [lon < -150 ? lon + 360 : lon, lat])),
    );
    return joinAt180(shifted);
  }

  /** GeoJSON cuts what crosses 180° in two (RFC 7946, 3.1.9): join halves that share the cut. */
  function joinAt180(polygons) {
    const joined = [];
    for (const polygon of polygons) {
      const half = cutAt180(polygon[0]);
      const other = half && joined.find(({ cut }) => cut && cut.every((lat, i) => Math.abs(lat - half.cut[i]) < 0.01));
      if (other) {
        const [low, high] = other.cut.map((lat) => [180, lat]);
        const [west, east] = other.polygon[0][0][0] < 180 ? [other.rest, half.rest] : [half.rest, other.rest];
        other.polygon = [[...west, low, ...east, high, west[0]]];
        other.cut = null;
      } else joined.push({ polygon, ...half });
    }
    return joined.map(({ polygon }) => polygon);
  }

  /** A ring that runs along 180°: the latitudes of its cut, and the points that are not on it. */
  function cutAt180(ring) {
    const points = ring.slice(0, -1);
    const lats = points.filter(([lon]) => lon === 180).map(([, lat]) => lat);
    if (lats.length < 2) return null;
    const start = points.findIndex(([lon], i) => lon !== 180 && points.at(i - 1)[0] === 180);
    const rest = [...points.slice(start), ...points.slice(0, start)].filter(([lon]) => lon !== 180);
    return { cut: [Math.min(...lats), Math.max(...lats)], rest };
  }

  function asFeature(polygons) {
    return { type: "Feature", geometry: { type: "MultiPolygon", coordinates: polygons } };
  }

  function drawBase(features) {
    const pane = map.createPane("outlines");
    pane.style.zIndex = 150; // below the tiles: they cover the outlines when they come
    pane.style.pointerEvents = "none";
    const renderer = L.svg({ pane: "outlines", padding: 0.5 });
    const ranks = ["country", "region", "city", "water"];
    const sorted = [...features].sort(
      (a, b) => ranks.indexOf(a.properties.kind) - ranks.indexOf(b.properties.kind),
    );
    for (const feature of sorted) {
      // The holes of a region are its cities, whose limits here are out of date.
      const isRegion = feature.properties.kind === "region";
      const polygons = polygonsOf(feature).map((rings) => (isRegion ? rings.slice(0, 1) : rings));
      L.geoJSON(asFeature(polygons), {
        pane: "outlines",
        renderer,
        interactive: false,
        style: { className: `outline outline-${feature.properties.kind}` },
      }).addTo(map);
    }
    drawNames(features);
  }

  /** Name what fits, the widest first; a name that would run into another one waits. */
  function drawNames(features) {
    const pane = map.createPane("names");
    pane.style.zIndex = 450;
    pane.style.pointerEvents = "none";
    const marked = new Set(content.places.map(({ name }) => name.en));
    const names = features
      .map(({ properties }) => properties)
      .filter(({ kind, name_en }) => kind !== "city" || !marked.has(name_en))
      .sort((a, b) => a.label_zoom - b.label_zoom)
      .map((properties) => {
        const node = element("span", { class: `name name-${properties.kind}` });
        const marker = L.marker([properties.label_lat, properties.label_lon], {
          pane: "names",
          interactive: false,
          keyboard: false,
          icon: L.divIcon({ className: "name-anchor", html: node, iconSize: [0, 0] }),
        }).addTo(map);
        marker.getElement().setAttribute("aria-hidden", "true");
        return { properties, node };
      });
    const fit = () => {
      const zoom = map.getZoom();
      const taken = [];
      for (const { properties: { label_zoom: from }, node } of names) node.hidden = zoom < from || zoom > from + 5;
      // All are measured before any is hidden: the browser then lays them out once.
      const boxes = names.filter(({ node }) => !node.hidden).map(({ node }) => [node, node.getBoundingClientRect()]);
      for (const [node, box] of boxes) {
        node.hidden = taken.some(
          (other) =>
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        );
        if (!node.hidden) taken.push(box);
      }
    };
    map.on("zoomend", fit);
    inWords(() => {
      for (const { properties, node } of names) {
        node.textContent = properties[`name_${language}`] ?? properties.name_en;
      }
      fit();
    });
  }

  // ---------------------------------------------------------------- the places

  /** Every place gets one mark: `nodes` carry its classes, `bounds` is what to look at. */
  function drawPlaces(features) {
    const outlines = new Map(features.map((feature) => [feature.id, feature]));
    const ordered = [...content.places].sort(
      (a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind),
    );
    const list = drawUnlocatedPanel();
    for (const place of ordered) {
      const outline = place.outline.map((id) => outlines.get(id)).filter(Boolean);
      const [[, state]] = place.states;
      const mark = { place, state, isCurrent: false, nodes: [], layer: null, bounds: null };
      marks.set(place.id, mark);
      if (outline.length) drawOutline(mark, outline);
      else if (place.lat != null) drawPoint(mark);
      else drawListed(mark, list);
    }
    changing = content.steps.map(() => []);
    for (const mark of marks.values()) {
      for (const [step] of mark.place.states.slice(1)) changing[step].push(mark);
      if (!mark.bounds) mark.bounds = marks.get(mark.place.within)?.bounds ?? null;
    }
    if (!list.children.length) list.closest(".unlocated").remove();
    map.getContainer().classList.toggle("is-crowded", isCrowded());
    map.on("zoomend", spread);
    map.on("zoomend", drawRings);
    map.on("moveend resize", fitLabels);
    spread();
    drawRings();
  }

  function makeOperable(mark, node) {
    node.setAttribute("role", "button");
    node.setAttribute("tabindex", "0");
    inWords(() => node.setAttribute("aria-label", labelOf(mark)));
    openByKeyboard(mark, node);
    mark.nodes.push(node);
    node.classList.add("place", `place-${mark.place.id}`, `kind-${mark.place.kind}`);
    dressAnew(node, mark);
    if (isOfPublisher(mark.place)) node.classList.add("of-publisher");
  }

  /** Whether only the introduction names a place: it tells of whoever published the statement. */
  function isOfPublisher({ introduction, events }) {
    return introduction && !events.length;
  }

  function labelOf({ place, state }) {
    return state ? `${read(place.name)}, ${words[`state-${state}`]}` : read(place.name);
  }

  /** By keyboard a popup takes the focus, and gives it back when Escape closes it. */
  function openByKeyboard(mark, node) {
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      mark.openPopup();
      document.querySelector(".leaflet-popup a[data-event]")?.focus({ preventScroll: true });
      map.once("popupclose", () => node.focus({ preventScroll: true }));
    });
  }

  function closeByEscape() {
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") map.closePopup();
    });
  }

  function addPopup(mark, layer) {
    const body = element("div", { class: "popup-body" });
    const filled = () => fillPopup(body, mark);
    layer.bindPopup(filled, popupOptions());
    mark.layer = layer;
    mark.writePopup = () => layer.isPopupOpen() && filled();
    inWords(mark.writePopup);
  }

  /** Popups keep clear of the buttons on the left and the panels on the right. */
  function popupOptions() {
    return {
      maxWidth: 300,
      maxHeight: 260,
      autoPanPaddingTopLeft: [56, isWide() ? 12 : 48],
      autoPanPaddingBottomRight: [isWide() ? 244 : 8, 30],
    };
  }

  function addTooltip(mark, layer, options = {}) {
    const node = element("span");
    inWords(() => (node.textContent = read(mark.place.name)));
    layer.bindTooltip(node, { direction: "top", ...options });
  }

  function drawOutline(mark, outline) {
    const feature = asFeature(outline.flatMap(polygonsOf));
    const layer = L.geoJSON(feature, { style: { className: "place-path" } }).addTo(map);
    const path = layer.getLayers()[0];
    mark.bounds = layer.getBounds();
    addTooltip(mark, path, { sticky: true });
    addPopup(mark, path);
    makeOperable(mark, path.getElement());
    mark.openPopup = () => path.openPopup(mark.bounds.getCenter());
  }

  function drawPoint(mark) {
    const { place } = mark;
    const at = L.latLng(place.lat, place.lon);
    mark.at = at;
    mark.bounds = at.toBounds(2000 * Math.max(place.radius_km ?? 0, 0.6));
    if (place.radius_km) {
      mark.ring = L.circle(at, { radius: place.radius_km * 1000, interactive: false, className: isOfPublisher(place) ? "radius of-publisher" : "radius" });
      mark.ring.on("add", () => dressAnew(mark.ring.getElement(), mark));
    }
    const icon = L.divIcon({ className: "mark", html: "", iconSize: [32, 32] });
    const Marker = isCrowded() ? CrowdedMarker : L.Marker;
    const marker = new Marker(at, { icon, riseOnHover: true, keyboard: true }).addTo(map);
    const node = marker.getElement();
    if (!isCrowded()) drawIcon(mark, node);
    else for (const kind of ["pointerenter", "focus"]) node.addEventListener(kind, () => drawIcon(mark, node));
    addPopup(mark, marker);
    mark.openPopup = () => marker.openPopup();
    makeOperable(mark, node);
  }

  /** The sign and the name of a mark; among thousands only of one that is looked at. */
  function drawIcon({ place }, node) {
    if (node.hasChildNodes()) return;
    const label = element("span", { class: "label" });
    inWords(() => (label.textContent = read(place.name)));
    node.append(element("span", { class: "icon" }, element("span", { class: "glyph" }), label));
  }

  function isCrowded() {
    return content.places.length > CROWD;
  }

  function drawUnlocatedPanel() {
    const list = element("ul");
    const panel = element(
      "details",
      { class: "panel unlocated", open: isWide() },
      element("summary", {}, worded("span", {}, "map-unlocated"), " ", element("b")),
      list,
    );
    corner("topright", panel);
    return list;
  }

  function drawListed(mark, list) {
    const button = element("button", { type: "button" });
    const item = element("li", {}, button);
    inWords(() => {
      const within = marks.get(mark.place.within)?.place;
      const name = read(mark.place.name);
      const told = !within || name.includes(read(within.name));
      button.textContent = told ? name : `${name} (${fill(words["map-within"], { place: read(within.name) })})`;
    });
    list.append(item);
    mark.item = item;
    item.hidden = !isListed(mark);
    makeOperable(mark, button);
    button.removeAttribute("role");
    button.removeAttribute("tabindex");
    const popup = L.popup(popupOptions());
    const body = element("div", { class: "popup-body" });
    popup.setContent(body);
    mark.writePopup = () => popup.isOpen() && fillPopup(body, mark);
    inWords(mark.writePopup);
    mark.openPopup = () => {
      fillPopup(body, mark);
      popup.setLatLng((mark.bounds ?? map.getBounds()).getCenter()).openOn(map);
    };
    button.addEventListener("click", mark.openPopup);
  }

  // ---------------------------------------------------------------- popups

  function fillPopup(body, mark) {
    const { place } = mark;
    withPopup = mark;
    const lines = [words[`map-kind-${place.kind}`]];
    const within = marks.get(place.within)?.place;
    if (within) lines.push(fill(words["map-within"], { place: read(within.name) }));
    if (place.members.length) lines.push(place.members.map(read).join(", "));
    if (place.radius_km) lines.push(fill(words.radius, { km: place.radius_km.toLocaleString(language) }));
    lines.push(words[`confidence-${place.confidence}`]);
    if (place.source) lines.push(fill(words["why-source"], { source: place.source }));

    const events = element("ul", { class: "popup-events" });
    for (const index of place.events) events.append(eventLine(content.events[index]));
    const written = element(
      "div",
      {},
      element("h2", {}, read(place.name)),
      element("p", { class: "popup-kind" }, lines.filter(Boolean).join(" · ")),
      ...(place.note ? [element("p", { class: "popup-note" }, read(place.note))] : []),
      events,
      ...(place.introduction
        ? [element("p", {}, words["why-introduction"])]
        : []),
      element("p", { class: "popup-source" }, conceal.by ?? fill(words["attribution-short"], { issuer: read(content.issuer) })),
    );
    // What is the same stays: a link must not vanish under the finger that presses it.
    if (written.innerHTML !== body.innerHTML) body.replaceChildren(...written.childNodes);
    return body;
  }

  function eventLine(event) {
    const link = element("a", { href: "#", "data-event": event.id }, conceal.titles?.[event.id] ?? read(event.title));
    if (event.id === currentEvent) link.setAttribute("aria-current", "true");
    link.addEventListener("click", (click) => {
      click.preventDefault();
      // Not before the click is over: Leaflet takes one on what has gone meanwhile for one on the map.
      setTimeout(() => tell("choose", { event: event.id }));
    });
    const detail = [`§ ${event.paragraphs.join(", ")}`, read(event.date)];
    if (event.unreviewed) detail.push(words["not-reviewed"]);
    return element("li", { class: `basis-${event.basis}` }, link, element("small", {}, detail.join(" · ")));
  }

  // ---------------------------------------------------------------- marks that would overlap

  /** Move marks that share a spot onto a ring around it, each with a line to where it lies. */
  function spread() {
    const points = [...marks.values()].filter((mark) => mark.at);
    const spots = points.map((mark) => map.latLngToLayerPoint(mark.at));
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
    const to = apart ? map.layerPointToLatLng(spot) : mark.at;
    const left = apart && spot.x < map.latLngToLayerPoint(mark.at).x - 1;
    mark.nodes[0].classList.toggle("to-left", left);
    mark.leader?.remove();
    const line = { interactive: false, className: "leader" };
    mark.leader = apart ? L.polyline([mark.at, to], line).addTo(map) : null;
    mark.layer.setLatLng(to);
  }

  /** A name near the edge of the map is broken into narrower lines rather than cut off.
   *
   * Where its longest word has no room either, it waits until its mark is looked at.
   */
  function fitLabels() {
    if (isCrowded()) return;
    const { left, right } = map.getContainer().getBoundingClientRect();
    const nodes = [...marks.values()].filter(({ at }) => at).map((mark) => mark.nodes[0]);
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
    for (const { at, place, ring } of marks.values()) {
      if (!ring) continue;
      const metresPerPx = (EQUATOR_M * Math.cos((at.lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8);
      const shows = (place.radius_km * 1000) / metresPerPx > RING_LEAST_PX;
      if (shows && !map.hasLayer(ring)) ring.addTo(map);
      else if (!shows) ring.remove();
    }
  }

  // ---------------------------------------------------------------- showing a step

  function show(state) {
    if (!isDrawn) return;
    if (state.language && state.language !== language && content.words[state.language]) {
      speak(state.language);
      document.documentElement.lang = language;
      for (const write of redrawWords) write();
    }
    if (state.dark != null) document.documentElement.classList.toggle("dark", state.dark);
    enlarge(Boolean(state.large));
    conceal = state.conceal ?? {};
    document.documentElement.classList.toggle("is-concealed", Boolean(conceal.place));
    document.documentElement.classList.toggle("is-anonymous", Boolean(conceal.titles));
    if (conceal.place) map.closePopup();
    const at = content.steps.findIndex(({ date }) => date === state.date);
    step = at < 0 ? 0 : at;
    currentEvent = state.event ?? content.steps[step]?.event ?? null;
    const current = content.events.find(({ id }) => id === currentEvent);
    const wereCurrent = currentMarks;
    currentMarks = new Set(current?.places.map((id) => marks.get(id)));
    const [first, last] = [dressedAt, step].sort((a, b) => a - b);
    if (dressedAt === null) for (const mark of marks.values()) dress(mark);
    else for (let at = first + 1; at <= last; at++) for (const mark of changing[at]) dress(mark);
    for (const mark of [...wereCurrent, ...currentMarks]) dress(mark);
    dressedAt = step;
    clearTimeout(labelTimer);
    labelTimer = setTimeout(() => {
      label();
      fitLabels();
    }, LABEL_DELAY_MS);
    withPopup?.writePopup();
    const count = document.querySelector(".unlocated b");
    if (count) count.textContent = document.querySelectorAll(".unlocated li:not([hidden])").length.toLocaleString(language);
    if (following) moveTo(conceal.place ? null : current);
  }

  /** Give a mark the class of its state, and its circle the same. */
  function dress(mark) {
    const isCurrent = currentMarks.has(mark);
    const state = valueAt(mark.place.states, step);
    if (mark.state === state && mark.isCurrent === isCurrent) return;
    for (const node of mark.nodes) redress(node, mark, state, isCurrent);
    if (mark.ring?.getElement()) redress(mark.ring.getElement(), mark, state, isCurrent);
    mark.state = state;
    mark.isCurrent = isCurrent;
    if (mark.at && isCurrent) drawIcon(mark, mark.nodes[0]);
    if (mark.item) mark.item.hidden = !isListed(mark);
    unlabelled.add(mark);
  }

  function redress(node, mark, state, isCurrent) {
    if (mark.state !== state) node.classList.replace(lookOf(mark.state), lookOf(state));
    if (mark.isCurrent !== isCurrent) node.classList.toggle("is-current", isCurrent);
  }

  function dressAnew(node, { state, isCurrent }) {
    node.classList.add(lookOf(state));
    node.classList.toggle("is-undated", state === "undated");
    node.classList.toggle("is-current", isCurrent);
  }

  function isListed({ state, isCurrent }) {
    return isCurrent || state === "now" || state === "possible";
  }

  /** An undated place is drawn as a possible one, with dots. */
  function lookOf(state) {
    return state === "undated" ? "is-possible" : `is-${state}`;
  }

  function label() {
    for (const mark of unlabelled) mark.nodes[0].setAttribute("aria-label", labelOf(mark));
    unlabelled.clear();
  }

  /** For the projector; what explains the signs makes room and stays one click away. */
  function enlarge(large) {
    if (large === isLarge) return;
    isLarge = large;
    document.documentElement.classList.toggle("large", large);
    if (large) for (const panel of document.querySelectorAll(".panel[open]")) panel.open = false;
    for (const write of redrawWords) write();
  }

  /** What the step is about: the places of its event; on a day without one, the whole country. */
  function about(current) {
    const ids = current ? current.places : [content.home];
    return ids.map((id) => marks.get(id)).filter((mark) => mark?.bounds);
  }

  function moveTo(current) {
    const places = about(current);
    const key = places.map(({ place }) => place.id).join();
    if (!key || key === aboutShown) return;
    aboutShown = key;
    const isSeen = seen(key) === aboutAlready;
    aboutAlready = null;
    if (isSeen) return;
    if (isCrowded() && places.every(({ bounds }) => map.getBounds().contains(bounds))) return;
    clearTimeout(moveTimer);
    map.getContainer().classList.add("is-moving");
    moveTimer = setTimeout(() => {
      const bounds = L.latLngBounds([]);
      for (const mark of places) bounds.extend(mark.bounds);
      map.once("moveend", () => map.getContainer().classList.remove("is-moving"));
      look(isCrowded() ? homeBounds() : bounds);
    }, MOVE_DELAY_MS);
  }

  /** Which places a view is about, and where they lie. */
  function seen(key) {
    const bounds = key.split(",").map((id) => marks.get(id)?.bounds?.toBBoxString());
    return key && [key, ...bounds].join(" ");
  }

  function look(bounds) {
    const panel = document.querySelector(".panel[open]");
    const options = {
      paddingTopLeft: [24, isWide() ? 24 : 56],
      paddingBottomRight: [isWide() && panel ? panel.offsetWidth + LABEL_PX : 24, 36],
      maxZoom: tiles ? 15 : 10, // nearer than this, outlines show nothing around a place
    };
    if (isStill || isCrowded() || !map.getSize().x) map.fitBounds(bounds, { ...options, animate: false });
    else map.flyToBounds(bounds, { ...options, duration: 0.6 });
  }

  /** On paper the map is as large as print.css says; the panels stand open and in full below it. */
  function fitPaper() {
    const root = document.documentElement;
    const panels = document.querySelector(".leaflet-top.leaflet-right");
    const { parentNode: home, nextSibling: neighbour } = panels;
    let before;
    const resize = () => map.invalidateSize({ animate: false, pan: false });
    window.addEventListener("beforeprint", () => {
      const open = [...panels.querySelectorAll(".panel")].filter((panel) => !panel.open);
      const { zoomSnap } = map.options;
      before = { center: map.getCenter(), zoom: map.getZoom(), look: root.className, open, zoomSnap };
      const bounds = map.getBounds();
      for (const panel of open) panel.open = true;
      root.classList.remove("dark", "large");
      root.classList.add("on-paper");
      document.body.append(panels);
      resize();
      map.options.zoomSnap = 0;
      map.fitBounds(bounds, { animate: false, padding: [40, 10] }); // names need relatively more room
      const height = `${panels.getBoundingClientRect().bottom}px`;
      window.frameElement?.style.setProperty("height", height, "important");
    });
    window.addEventListener("afterprint", () => {
      for (const panel of before.open) panel.open = false;
      root.className = before.look;
      home.insertBefore(panels, neighbour);
      window.frameElement?.style.removeProperty("height");
      resize();
      map.options.zoomSnap = before.zoomSnap;
      map.setView(before.center, before.zoom, { animate: false });
    });
  }

  // ---------------------------------------------------------------- controls

  function drawControls() {
    const home = tool("⌂", "map-home", () => {
      aboutShown = "";
      look(homeBounds());
    });
    const tools = element("div", { class: "leaflet-bar tools" }, home);
    corner("topleft", tools);

    const follow = element("input", { type: "checkbox", checked: true });
    follow.addEventListener("change", () => {
      following = follow.checked;
      aboutShown = "";
      if (following) moveTo(content.events.find(({ id }) => id === currentEvent));
    });
    const settings = element(
      "details",
      { class: "panel settings" },
      worded("summary", {}, "map-settings"),
      element("label", {}, follow, " ", worded("span", {}, "map-follow")),
    );
    corner("topright", settings);
    if (!content.standalone) drawBackgrounds(tools, settings);
    drawLegend();
  }

  function drawBackgrounds(tools, settings) {
    const online = tool("OSM", "map-switch-online", () => {
      background.value = background.value ? "" : TILES[0].key;
      background.dispatchEvent(new Event("change"));
    });
    tools.append(online);
    const background = element("select");
    inWords(() => {
      const chosen = background.value;
      background.replaceChildren(
        element("option", { value: "" }, words["map-outlines"]),
        ...TILES.map(({ key, name }) =>
          element("option", { value: key }, fill(words["map-online"], { name })),
        ),
      );
      background.value = chosen;
    });
    settings.append(element("label", {}, worded("span", {}, "map-background"), " ", background));
    const status = worded("p", { class: "panel status", role: "status", hidden: true }, "map-unreachable");
    corner("bottomleft", status);
    background.addEventListener("change", () => {
      online.setAttribute("aria-pressed", Boolean(background.value));
      showTiles(background.value, status);
    });
  }

  function tool(sign, key, act) {
    const button = element("button", { type: "button" }, sign);
    inWords(() => {
      button.title = words[key];
      button.setAttribute("aria-label", words[key]);
    });
    button.addEventListener("click", act);
    return button;
  }

  function drawLegend() {
    const rows = ["now", "possible", "undated", "earlier", "later"].map((state) => {
      const shown = state === "undated" ? "is-possible is-undated" : `is-${state}`;
      const glyph = element("span", { class: "glyph" });
      const sample = element("span", { class: `sample kind-site ${shown}`, "aria-hidden": true }, glyph);
      return element("li", {}, sample, worded("span", {}, `state-${state}`));
    });
    for (const shape of ["radius", "area"]) {
      const sample = element("span", { class: "sample", "aria-hidden": true }, element("i", { class: `swatch-${shape}` }));
      rows.push(element("li", {}, sample, worded("span", {}, `map-legend-${shape}`)));
    }
    corner(
      "topright",
      element(
        "details",
        { class: "panel legend", open: isWide() && window.innerHeight > 440 },
        worded("summary", {}, "map-legend"),
        element("ul", {}, ...rows),
      ),
    );
  }

  let tiles = null;
  function showTiles(key, status) {
    tiles?.remove();
    tiles = null;
    status.hidden = true;
    map.getContainer().classList.toggle("has-tiles", false);
    const source = TILES.find((each) => each.key === key);
    if (!source) return;
    const credit = source.by
      .map(([name, url]) => `<a href="${url}" target="_blank" rel="noopener">${name}</a>`)
      .join(", ");
    const layer = L.tileLayer(source.url, {
      maxZoom: source.maxZoom,
      attribution: credit,
      // OpenStreetMap's servers refuse requests that do not say where they come from.
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    const failed = () => {
      if (tiles === layer && !map.getContainer().classList.contains("has-tiles")) status.hidden = false;
    };
    layer.on("tileload", () => {
      status.hidden = true;
      map.getContainer().classList.add("has-tiles");
    });
    layer.on("tileerror", failed);
    setTimeout(failed, TILE_WAIT_MS);
    tiles = layer.addTo(map);
  }

  // ---------------------------------------------------------------- drawing it all

  function homeBounds() {
    const home = marks.get(content.home)?.bounds;
    if (home) return home;
    const all = L.latLngBounds([]);
    for (const { bounds } of marks.values()) if (bounds) all.extend(bounds);
    return all.isValid() ? all : L.latLngBounds([[-60, -170], [75, 170]]);
  }

  async function draw(newMap, newContent, outlines) {
    map = newMap;
    content = newContent;
    speak(host().statementMapStep?.language ?? Object.keys(content.words)[0]);
    map.getContainer().setAttribute("role", content.standalone ? "region" : "main");
    inWords(() => map.getContainer().setAttribute("aria-label", words["map-title"]));
    // folium's header forbids a reader to enlarge the page.
    for (const meta of document.querySelectorAll("meta[name=viewport]")) {
      meta.content = "width=device-width, initial-scale=1";
    }
    map.attributionControl.setPrefix(false);
    map.attributionControl.addAttribution(content.credit);
    const boundaries = typeof outlines === "string" ? await (await fetch(outlines)).json() : outlines;
    drawBase(boundaries.features);
    drawControls();
    drawPlaces(boundaries.features);
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
    closeByEscape();
    if (!content.standalone) fitPaper();
    const pan = drawWhereItWas();
    // A frame that was hidden has no size; without this the map stays wrong after it is shown.
    new ResizeObserver(() => map.invalidateSize({ pan })).observe(map.getContainer());
    letPick();
    isDrawn = true;
    show(host().statementMapStep ?? { date: content.steps[0]?.date, language });
    map.getContainer().classList.add("is-ready");
    tell("drawn");
  }

  /** A map that is drawn anew, as its content has changed, looks where the old one did.
   *
   * Returns whether there was one: its middle stays in the middle when the frame gets its size.
   */
  function drawWhereItWas() {
    const before = host().statementMapView;
    if (before) map.setView(before.center, before.zoom, { animate: false });
    else map.fitBounds(homeBounds(), { animate: false });
    map.on("moveend", () => {
      const { x, y } = map.getSize();
      if (!x || !y) return; // a frame that is taken away has no size, nor a middle
      const { lat, lng } = map.getCenter();
      host().statementMapView = { center: [lat, lng], zoom: map.getZoom(), about: seen(aboutShown) };
    });
    aboutAlready = before?.about;
    return Boolean(before);
  }

  /** A click on the map is a point for the page to take, where it asks for one. */
  function letPick() {
    const container = map.getContainer();
    let pressed = null;
    container.addEventListener("pointerdown", (event) => (pressed = event), true);
    container.addEventListener("pointermove", () => container.classList.toggle("is-picking", Boolean(host().statementMapPick)), true);
    container.addEventListener(
      "click",
      (event) => {
        const pick = host().statementMapPick;
        if (!pick || event.target.closest(".leaflet-control, .panel")) return;
        event.stopPropagation();
        event.preventDefault();
        if (pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > DRAG_PX) return;
        const { lat, lng } = map.mouseEventToLatLng(event).wrap();
        pick(lat, lng);
      },
      true,
    );
  }

  /** Look at a place and open its popup. */
  function open(id) {
    const mark = marks.get(id);
    if (!mark || conceal.place) return;
    aboutShown = "";
    if (mark.bounds) look(mark.bounds);
    mark.openPopup();
  }

  /** Look at a place for a moment; the step is shown all the same. */
  function lookAt(id) {
    const bounds = marks.get(id)?.bounds;
    if (bounds) look(bounds);
  }

  return { draw, show, open, lookAt };
})();
