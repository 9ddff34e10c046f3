/* The map: drawn once, then told which step to show.
 *
 * `statementMap.draw(map, content, outlines, ground)` draws every place into a Leaflet map; `content`
 * is made by map_view.map_content, `outlines` is a FeatureCollection or the address of one, `ground`
 * are the addresses of tiles of the base map by name, or nothing.
 * `statementMap.show({date, event, language})` shows a step: it changes classes, labels and the
 * view, and rebuilds nothing. The step may ask for `large` type, and to `conceal` from learners the
 * places (`place`), what titles tell (`titles` to show instead, by event), or who speaks (`by`, to
 * say instead). The window's `host` (the page around a frame, else the window itself) is told by the
 * events `statement-map:drawn`, and `statement-map:choose` for a chosen event. A host that sets
 * `statementMapPick` is handed what is drawn on the map instead (see drawing.js);
 * `statementMapOffer` is what else places may be, for one to be taken (see candidates.js).
 * `statementMapView` is what a map that is drawn anew goes on from. Where `content.standalone` is
 * set, as in the offline handout, there is no such page, and no online background is offered.
 */
import { foldPanels, makeRoom } from "./area.js";
import { tellAround, watchAround } from "./around.js";
import { frameFor } from "./antimeridian.js";
import { drawBase } from "./base_map.js";
import { drawCandidates, settleCandidates } from "./candidates.js";
import { isForPaper, lookOnCanvas } from "./canvas.js";
import { drawControls } from "./controls.js";
import { closeCrowds, dressCrowds, watchCrowds } from "./crowds.js";
import { followPick, letDraw } from "./drawing.js";
import { cooperate } from "./gestures.js";
import { drawGround } from "./ground.js";
import { dress, drawPlaces, labelChanged } from "./marks.js";
import { fitNames } from "./names.js";
import { drawPatterns } from "./patterns.js";
import { refitPopup, watchPopups } from "./popups.js";
import { easeLeaflet } from "./projecting.js";
import { settle, watchPointer } from "./raised.js";
import { inFrames, isDue } from "./slices.js";
import { stage, host, inWords, isCrowded, rewrite, speak, tell } from "./stage.js";
import { drawWhereItWas, fitPaper, look, moveTo } from "./view.js";
import { valueAt, numberIn } from "../../browser/program/parts.js";
import { load } from "../../browser/program/unpacking.js";

const LABEL_DELAY_MS = 150; // labels are written when a held key rests: thousands would slow it down
const AFTER_DRAWING = 3; // frames
let isDrawn = false; // outlines may take a while to come
let isLarge = false;
/** @type {Mark[][]} */
let changing = []; // for each step, the marks whose state changes with it
/** @type {number | null} */
let dressedAt = null; // the step that the marks show
/** @type {Set<Mark>} */
let wereCurrent = new Set(); // the marks of the event before
/** @type {ReturnType<typeof setTimeout> | undefined} */
let labelTimer;

/** @type {(newMap: L.Map, newContent: DrawnContent, outlines: Outlines | string, ground?: Record<string, string>) => Promise<void>} */
export async function draw(newMap, newContent, outlines, ground = {}) {
  stage.map = newMap;
  easeLeaflet();
  stage.content = newContent;
  speak(host().statementMapStep?.language ?? Object.keys(stage.content.words)[0]);
  stage.map.getContainer().setAttribute("role", stage.content.standalone ? "region" : "main");
  inWords(() => stage.map.getContainer().setAttribute("aria-label", stage.words["map-title"]));
  // folium's header forbids a reader to enlarge the page.
  /** @type {NodeListOf<HTMLMetaElement>} */
  const metas = document.querySelectorAll("meta[name=viewport]");
  for (const meta of metas) {
    meta.content = "width=device-width, initial-scale=1";
  }
  stage.map.attributionControl.setPrefix(false);
  stage.map.attributionControl.addAttribution(stage.content.credit);
  const boundaries = typeof outlines === "string" ? await load(outlines) : outlines;
  frameThe(boundaries.features);
  drawBase(boundaries.features);
  drawControls();
  drawPatterns();
  changing = drawPlaces(boundaries.features);
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(stage.map);
  watchAround();
  watchPopups();
  cooperate();
  if (!stage.content.standalone) fitPaper();
  const pan = drawWhereItWas();
  drawGround(ground, fitNames);
  watchCrowds(fitNames);
  watchPointer();
  inWords(fitNames);
  stage.map.on("moveend resize", fitWhenDrawn); // which come after each zoom too
  // A frame that was hidden has no size; without this the map stays wrong after it is shown.
  // All is put in its place anew: what is drawn while a flight goes on would stay where the old size had it.
  new ResizeObserver(() => stage.map.invalidateSize({ pan }).fire("viewreset")).observe(stage.map.getContainer());
  letDraw();
  drawCandidates();
  isDrawn = true;
  show(host().statementMapStep ?? { date: stage.content.steps[0]?.date, language: stage.language });
  stage.map.getContainer().classList.add("is-ready");
  tell("drawn");
}

/** Let the map begin where no place lies, so that none of them stand at its two ends.
 *
 * @type {(features: Outline[]) => void}
 */
function frameThe(features) {
  const { places } = stage.content;
  const outlined = new Set(places.flatMap(({ outline }) => outline));
  const lons = places.flatMap(({ lon, outline }) => (lon === null || outline.length ? [] : lon));
  frameFor(
    lons,
    features.filter(({ id }) => outlined.has(id)),
  );
}

/** @type {(state: MapShown) => void} */
export function show(state) {
  if (!isDrawn) return;
  showInWords(state);
  document.documentElement.classList.toggle("has-no-event", state.event === "");
  const moved = makeRoom(state.covered);
  if (moved) stage.map.panBy([moved, 0], { animate: false });
  conceal(state.conceal ?? {});
  const before = stage.currentEvent;
  const current = standAt(state);
  dressAll();
  settle();
  settleCandidates();
  giveSign(current);
  clearTimeout(labelTimer);
  labelTimer = setTimeout(() => {
    labelChanged();
    tellAround();
    dressCrowds();
    fitNames();
    labelTimer = undefined;
    tellNaming();
  }, LABEL_DELAY_MS);
  tellNaming();
  stage.withPopup?.writePopup();
  countUnlocated();
  stage.scene = stage.conceal.place ? null : (state.look_at ?? null);
  follow(current, before !== stage.currentEvent);
  if (moved) refitPopup();
}

/** Names find their places once the view rests; among thousands of marks, when those are drawn (see canvas.js). */
function fitWhenDrawn() {
  if (isCrowded() && !isForPaper()) inFrames(AFTER_DRAWING, fitLate);
  else fitNames();
  tellNaming();
}

function fitLate() {
  fitNames();
  tellNaming();
}

/** A class says that names have not found their places yet. */
function tellNaming() {
  stage.map.getContainer().classList.toggle("is-naming", labelTimer !== undefined || isDue(fitLate));
}

/** Go where the event lies, unless somebody reads a popup of it, which would leave the sight.
 *
 * @type {(event: MapEvent | undefined, isOther: boolean) => void}
 */
function follow(event, isOther) {
  const isRead = !isOther && stage.map.getContainer().classList.contains("has-popup");
  if (stage.following && !isRead) moveTo(stage.conceal.place ? null : event);
}

/** The language, the theme and the size of the type.
 *
 * @type {(state: MapShown) => void}
 */
function showInWords({ language, dark, large }) {
  if (language && language !== stage.language && stage.content.words[language]) {
    speak(language);
    document.documentElement.lang = language;
    rewrite();
  }
  const { classList } = document.documentElement;
  if (dark != null) {
    stage.dark = dark;
    classList.toggle("dark", dark && !classList.contains("on-paper")); // paper is white
  }
  enlarge(Boolean(large));
}

/** @type {(hidden: Concealed) => void} */
function conceal(hidden) {
  stage.conceal = hidden;
  document.documentElement.classList.toggle("is-concealed", Boolean(hidden.place));
  document.documentElement.classList.toggle("is-anonymous", Boolean(hidden.titles));
  if (!hidden.place) return;
  stage.map.closePopup();
  closeCrowds();
}

/** Take the step and the event as those that are shown; returns the event, if there is one.
 *
 * @type {(state: MapShown) => MapEvent | undefined}
 */
function standAt({ date, event }) {
  const { steps, events } = stage.content;
  stage.step = Math.max(
    steps.findIndex((step) => step.date === date),
    0,
  );
  stage.currentEvent = event ?? steps[stage.step]?.event ?? null;
  const current = events.find(({ id }) => id === stage.currentEvent);
  wereCurrent = stage.currentMarks;
  stage.currentMarks = new Set(current?.places.flatMap((id) => stage.marks.get(id) ?? []));
  stage.currentRing = current && valueAt(current.states, stage.step) === "now" ? "whole" : "broken";
  return current;
}

/** What is chosen carries the sign of its topic, as on the card.
 *
 * @type {(event: MapEvent | undefined) => void}
 */
function giveSign(event) {
  const before = stage.currentShape;
  stage.currentShape = event ? `shape-${event.shape}` : "";
  for (const { nodes } of wereCurrent) for (const node of nodes) if (before) node.classList.remove(before);
  for (const { nodes } of stage.currentMarks) for (const node of nodes) node.classList.add(stage.currentShape);
}

/** Give the marks that change their look at this step. */
function dressAll() {
  const [first, last] = [Math.min(dressedAt ?? 0, stage.step), Math.max(dressedAt ?? 0, stage.step)];
  const marks = dressedAt === null ? stage.marks.values() : changing.slice(first + 1, last + 1).flat();
  for (const mark of marks) dress(mark);
  for (const mark of [...wereCurrent, ...stage.currentMarks]) dress(mark);
  dressedAt = stage.step;
}

function countUnlocated() {
  const count = document.querySelector(".unlocated b");
  const shown = document.querySelectorAll(".unlocated li:not([hidden])").length;
  if (count) count.textContent = numberIn(stage.language, shown);
}

/** For the projector; what explains the signs makes room and stays one click away.
 *
 * @type {(large: boolean) => void}
 */
function enlarge(large) {
  if (large === isLarge) return;
  isLarge = large;
  document.documentElement.classList.toggle("large", large);
  if (large) foldPanels();
  rewrite();
}

/** Look at a place and open its popup.
 *
 * @type {(id: string) => void}
 */
export function open(id) {
  const mark = stage.marks.get(id);
  if (!mark || stage.conceal.place) return;
  stage.aboutShown = "";
  comeIntoSight();
  // A popup that opens while the map flies there would be left behind.
  if (mark.bounds) stage.map.once("moveend", () => mark.openPopup());
  if (mark.bounds) look(mark.bounds);
  else mark.openPopup();
}

/** The page scrolls until the map is in sight: on a phone what asks for a place stands below it. */
function comeIntoSight() {
  const box = window.frameElement ?? stage.map.getContainer();
  const { top, bottom } = box.getBoundingClientRect();
  if (top < 0 || bottom > host().innerHeight) box.scrollIntoView({ block: "center" });
}

/** Look at a place for a moment; the step is shown all the same.
 *
 * @type {(id: string) => void}
 */
export function lookAt(id) {
  const bounds = stage.marks.get(id)?.bounds;
  if (bounds) look(bounds);
}

/** Show what else the places of an event may be, as the page offers it now. */
export function followOffer() {
  if (!isDrawn) return; // once it is, it asks by itself
  drawCandidates();
  fitNames();
  if (stage.following) moveTo(stage.content.events.find(({ id }) => id === stage.currentEvent));
}

/** The classes of what is drawn for a place, whether it is an element or on the canvas.
 *
 * @type {(id: string) => string}
 */
function lookOf(id) {
  const mark = stage.marks.get(id);
  if (!mark) return "";
  return mark.spot === undefined ? String(mark.nodes[0].getAttribute("class")) : lookOnCanvas(mark.spot);
}

window.statementMap = { draw, show, open, lookAt, lookOf, followOffer, followPick, stage };
