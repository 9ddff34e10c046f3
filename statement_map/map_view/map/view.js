/* The view: what the map looks at, and when it moves there. */
import { sure } from "../../browser/program/parts.js";
import { visibleArea } from "./area.js";
import { candidatesLookedAt } from "./candidates.js";
import { stage, host, isCrowded } from "./stage.js";

const PADDING_PX = { x: 40, y: 24 }; // names of marks need more at the sides
const NEAREST = { tiles: 15, several: 11, alone: 10 }; // zoom; outlines are no finer than this
const SMALL_KM = { alone: 40, several: 5 }; // what is larger than this has something in sight
const FAR_KM = 800; // and what is farther off than this tells nothing of where one is
const BEYOND = 1.2; // what comes into sight does not stand on the very edge
const WIDE = ["country", "group"];
const NAMED = ["now", "possible", "open"]; // marks without a name tell nothing of where one is
const FLIGHT_S = { event: 0.6, chapter: 1.2 }; // a story takes time to see how far it goes
const MOVE_DELAY_MS = 120; // a held key moves the view once, when it rests
/** @type {ReturnType<typeof setTimeout> | undefined} */
let moveTimer;
/** @type {string | null | undefined} */
let aboutAlready = null; // what the map before this one was moved to

if (stage.isStill) {
  const { panBy } = L.Map.prototype;
  L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, inertia: false });
  L.Map.include({
    /** @type {(this: L.Map, offset: L.PointExpression, options?: L.PanOptions) => L.Map} */
    panBy(offset, options) {
      return panBy.call(this, offset, { ...options, animate: false });
    },
  });
}

/** What the step is about: what a chapter looks at, else the places of its event and what else they
 * may be; on a day without one, what the map shows at home.
 *
 * @type {(current: MapEvent | null | undefined) => Viewed[]}
 */
function about(current) {
  const ids = stage.scene ?? current?.places;
  const places = ids ? ids.flatMap((id) => stage.marks.get(id) ?? []).filter(isBounded) : homeMarks();
  return [...places, ...candidatesLookedAt()];
}

/** What the map shows at home: the first country, where most places lie in it and far apart, else
 * these places; a country that is only named is no place to open on.
 *
 * @type {() => Bounded[]}
 */
function homeMarks() {
  const all = [...stage.marks.values()].filter(isBounded);
  const places = all.filter(({ place }) => !WIDE.includes(place.kind));
  const home = all.find(({ place }) => place.id === stage.content.home);
  if (!places.length) return home ? [home] : all;
  const within = places.filter(({ bounds }) => home?.bounds.contains(bounds.getCenter()));
  const isHome = home && within.length * 2 > places.length && isSpreadOver(home.bounds, within);
  return isHome ? [home] : places;
}

/** Whether places take up a third of bounds, from south to north or from west to east.
 *
 * @type {(bounds: L.LatLngBounds, places: Bounded[]) => boolean}
 */
function isSpreadOver(bounds, places) {
  const taken = boundsOf(places);
  /** @type {(one: L.LatLngBounds) => [number, number]} */
  const spans = (one) => [one.getNorth() - one.getSouth(), one.getEast() - one.getWest()];
  const [down, across] = spans(bounds);
  return spans(taken)[0] * 3 >= down || spans(taken)[1] * 3 >= across;
}

/** @type {(places: Viewed[]) => L.LatLngBounds} */
function boundsOf(places) {
  const bounds = L.latLngBounds([]);
  for (const place of places) bounds.extend(place.bounds);
  return bounds;
}

/** @type {(mark: Mark) => mark is Bounded} */
function isBounded(mark) {
  return mark.bounds !== null;
}

/** @type {(current: MapEvent | null | undefined) => void} */
export function moveTo(current) {
  const places = about(current);
  const key = places.map(({ place }) => place.id).join();
  if (!key || key === stage.aboutShown) return;
  stage.aboutShown = key;
  const isSeen = Boolean(aboutAlready) && viewOf(key) === aboutAlready;
  aboutAlready = null;
  if (isSeen) return;
  if (isCrowded() && places.every(({ bounds }) => stage.map.getBounds().contains(bounds))) return;
  clearTimeout(moveTimer);
  stage.map.getContainer().classList.add("is-moving");
  moveTimer = setTimeout(() => {
    const bounds = boundsOf(places);
    stage.map.once("moveend", () => stage.map.getContainer().classList.remove("is-moving"));
    const seconds = FLIGHT_S[stage.scene ? "chapter" : "event"];
    look(isCrowded() ? homeBounds() : bounds, { isSeveral: places.length > 1, seconds });
  }, MOVE_DELAY_MS);
}

/** Which places a view is about, and where they lie.
 *
 * @type {(key: string) => string}
 */
function viewOf(key) {
  const bounds = key.split(",").map((id) => stage.marks.get(id)?.bounds?.toBBoxString());
  return key && [key, ...bounds].join(" ");
}

/** Look at bounds, in the part of the map that no button and no panel covers.
 *
 * @type {(bounds: L.LatLngBounds, how?: { isSeveral?: boolean, isAtOnce?: boolean, seconds?: number }) => void}
 */
export function look(bounds, { isSeveral = false, isAtOnce = false, seconds = FLIGHT_S.event } = {}) {
  const { x: width, y: height } = stage.map.getSize();
  const area = visibleArea();
  const [across, down] = [area.right - area.left, area.bottom - area.top];
  const [x, y] = [Math.min(PADDING_PX.x, across / 4), Math.min(PADDING_PX.y, down / 4)];
  /** @type {L.FitBoundsOptions} */
  const options = {
    paddingTopLeft: [area.left + x, area.top + y],
    paddingBottomRight: [width - area.right + x, height - area.bottom + y],
    maxZoom: NEAREST[stage.tiles ? "tiles" : isSeveral ? "several" : "alone"],
  };
  const around = stage.tiles ? bounds : withSomethingAround(bounds, isSeveral);
  const jumps = [isAtOnce, stage.isStill, isCrowded(), !width];
  if (jumps.includes(true)) stage.map.fitBounds(around, { ...options, animate: false });
  else stage.map.flyToBounds(around, { ...options, duration: seconds });
}

/** A building alone on an empty sheet says nothing: the nearest line, or mark with a name, comes into sight.
 *
 * @type {(bounds: L.LatLngBounds, isSeveral: boolean) => L.LatLngBounds}
 */
function withSomethingAround(bounds, isSeveral) {
  const size = bounds.getSouthWest().distanceTo(bounds.getNorthEast());
  if (size > SMALL_KM[isSeveral ? "several" : "alone"] * 1000) return bounds;
  const places = [...stage.marks.values()].filter(
    ({ at, state }) => at && NAMED.includes(state) && !bounds.contains(at),
  );
  const things = [...stage.lines, ...places.flatMap(({ at }) => at ?? [])];
  if (!things.length) return bounds;
  const centre = bounds.getCenter();
  const near = things.reduce((best, at) => (nearness(at, centre) < nearness(best, centre) ? at : best));
  if (centre.distanceTo(near) > FAR_KM * 1000) return bounds;
  /** @type {(from: number, to: number) => number} */
  const beyond = (from, to) => from + (to - from) * BEYOND;
  const seen = L.latLng(beyond(centre.lat, near.lat), beyond(centre.lng, near.lng));
  return L.latLngBounds(bounds.getSouthWest(), bounds.getNorthEast()).extend(seen);
}

/** For comparing only: the square of a distance in degrees, with degrees of longitude as they shrink.
 *
 * @type {(at: L.LatLng, centre: L.LatLng) => number}
 */
function nearness(at, centre) {
  const east = (at.lng - centre.lng) * Math.cos((centre.lat * Math.PI) / 180);
  return east ** 2 + (at.lat - centre.lat) ** 2;
}

/** @type {() => L.LatLngBounds} */
export function homeBounds() {
  const all = boundsOf(homeMarks());
  return all.isValid()
    ? all
    : L.latLngBounds([
        [-60, -170],
        [75, 170],
      ]);
}

/** A map that is drawn anew, as its content has changed, looks where the old one did.
 *
 * Returns whether there was one: its middle stays in the middle when the frame gets its size.
 *
 * @type {() => boolean}
 */
export function drawWhereItWas() {
  const before = host().statementMapView;
  if (before) stage.map.setView(before.center, before.zoom, { animate: false });
  else look(homeBounds(), { isSeveral: true, isAtOnce: true });
  let told = { key: "", about: "" }; // of thousands of places, which stay where they are while this map does
  stage.map.on("moveend", () => {
    const { x, y } = stage.map.getSize();
    if (!x || !y) return; // a frame that is taken away has no size, nor a middle
    const { lat, lng } = stage.map.getCenter();
    const key = stage.aboutShown;
    if (told.key !== key) told = { key, about: viewOf(key) };
    host().statementMapView = { center: [lat, lng], zoom: stage.map.getZoom(), about: told.about };
  });
  aboutAlready = before?.about;
  return Boolean(before);
}

/** @type {() => HTMLElement | null} */
function frame() {
  return /** @type {HTMLElement | null} */ (window.frameElement);
}

/** On paper the map is as large as print.css says; the panels stand open and in full below it. */
export function fitPaper() {
  const root = document.documentElement;
  const panels = sure(document.querySelector(".leaflet-top.leaflet-right"));
  const { parentNode: home, nextSibling: neighbour } = panels;
  /** @type {{ center: L.LatLng, zoom: number, look: string, open: HTMLDetailsElement[], zoomSnap?: number }} */
  let before;
  const resize = () => stage.map.invalidateSize({ animate: false, pan: false });
  window.addEventListener("beforeprint", () => {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const closed = panels.querySelectorAll(".panel:not([open])");
    const open = [...closed];
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
    frame()?.style.setProperty("height", height, "important");
  });
  window.addEventListener("afterprint", () => {
    for (const panel of before.open) panel.open = false;
    root.className = before.look;
    if (stage.dark !== null) root.classList.toggle("dark", stage.dark); // it may have changed meanwhile
    home?.insertBefore(panels, neighbour);
    frame()?.style.removeProperty("height");
    resize();
    stage.map.options.zoomSnap = before.zoomSnap;
    stage.map.setView(before.center, before.zoom, { animate: false });
  });
}
