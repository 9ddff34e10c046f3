/* Where a place lies, drawn by hand: a point, a circle, an outline, where the page asks for one.
 *
 * The page sets `statementMapPick`; its points are kept there, so that a map that is drawn anew goes on.
 * A click sets a point. By keyboard the arrows move the map below a cross in its middle, and Enter sets one
 * there; Backspace takes the last one back, Escape gives up. A bar says what to do, with buttons for it.
 */
import { isEnough, withPoint } from "./shapes.js";
import { host, stage } from "./stage.js";
import { element, fill, numberIn } from "../../browser/program/parts.js";

const DRAG_PX = 5; // a click that moved more than this was a drag of the map
const NEAR_PX = 10; // two clicks that are nearer than this are on one spot
const STEP_PX = { fine: 8, coarse: 48 }; // of an arrow alone, and with Shift
/** @type {Map<string, [number, number]>} */
const ARROWS = new Map([
  ["ArrowLeft", [-1, 0]],
  ["ArrowRight", [1, 0]],
  ["ArrowUp", [0, -1]],
  ["ArrowDown", [0, 1]],
]);
/** What is drawn of it: the lines, the bar and its words. */
const drawn = /** @type {{ sketch: L.LayerGroup, bar: HTMLElement, told: HTMLElement, rest: HTMLElement }} */ ({});

/** Listen for what is drawn, on a map that is new. */
export function letDraw() {
  const box = stage.map.getContainer();
  drawn.sketch = L.layerGroup().addTo(stage.map);
  drawBar(box);
  box.append(element("span", { class: "cross", "aria-hidden": "true" }));
  listen(box);
  followPick();
}

/** What the page asks for has changed; a map that is not drawn yet asks by itself. */
export function followPick() {
  if (!drawn.bar) return;
  const pick = host().statementMapPick;
  for (const look of ["is-picking", "is-crossed"]) stage.map.getContainer().classList.toggle(look, Boolean(pick));
  drawn.bar.hidden = !pick;
  show(null);
}

/** @type {(box: HTMLElement) => void} */
function listen(box) {
  /** @type {PointerEvent | null} */
  let pressed = null;
  box.addEventListener(
    "pointerdown",
    (event) => {
      pressed = event;
      box.classList.remove("is-crossed"); // it is for the keyboard
    },
    true,
  );
  box.addEventListener("pointermove", (event) => {
    if (!host().statementMapPick) return;
    box.classList.remove("is-crossed");
    show(isApart(event) ? null : stage.map.mouseEventToLatLng(event));
  });
  /** @type {(event: MouseEvent) => void} */
  const press = (event) => {
    if (!host().statementMapPick || isApart(event)) return;
    event.stopPropagation();
    event.preventDefault();
    const isDrag = pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > DRAG_PX;
    if (event.type === "click" && !isDrag) add(stage.map.mouseEventToLatLng(event));
  };
  for (const kind of /** @type {const} */ (["click", "dblclick"])) box.addEventListener(kind, press, true);
  box.addEventListener("keydown", (event) => pressKey(event, box), true);
  stage.map.on("move", () => box.classList.contains("is-crossed") && show(stage.map.getCenter()));
}

/** @type {(event: Event) => boolean} */
function isApart({ target }) {
  return target instanceof Element && target.closest(".leaflet-control, .panel, .drawing") !== null;
}

/** @type {(event: KeyboardEvent, box: HTMLElement) => void} */
function pressKey(event, box) {
  const act = event.key === "Escape" ? giveUp : event.target === box && ofMap(event);
  if (!host().statementMapPick || !act || event.ctrlKey || event.altKey || event.metaKey) return;
  event.stopPropagation();
  event.preventDefault();
  box.classList.add("is-crossed");
  act();
  show(stage.map.getCenter());
}

/** What a key does while the map itself has the focus, and not a button on it.
 *
 * @type {(event: KeyboardEvent) => (() => void) | undefined}
 */
function ofMap({ key, shiftKey }) {
  const arrow = ARROWS.get(key);
  if (arrow) return () => moveBy(arrow, shiftKey);
  if (key === "Backspace") return takeBack;
  return key === "Enter" || key === " " ? () => add(stage.map.getCenter()) : undefined;
}

/** @type {(arrow: [number, number], isCoarse: boolean) => void} */
function moveBy([x, y], isCoarse) {
  const px = STEP_PX[isCoarse ? "coarse" : "fine"];
  stage.map.panBy([x * px, y * px], { animate: false });
}

/** @type {(at: L.LatLng) => void} */
function add(at) {
  const pick = host().statementMapPick;
  if (!pick) return;
  const { lat, lng } = at.wrap();
  const { points, isDone } = withPoint(pick.shape, pick.points, [lat, lng], isOnOneSpot);
  pick.points = points;
  if (isDone) pick.done(points);
  else show(null);
}

function takeBack() {
  const pick = host().statementMapPick;
  if (pick) pick.points = pick.points.slice(0, -1);
  show(null);
}

function finish() {
  const pick = host().statementMapPick;
  if (pick && isEnough(pick.shape, pick.points)) pick.done(pick.points);
}

function giveUp() {
  host().statementMapPick?.done([]);
}

/** @type {(one: [number, number], other: [number, number]) => boolean} */
function isOnOneSpot(one, other) {
  const [a, b] = [one, other].map((point) => stage.map.latLngToContainerPoint(point));
  return a.distanceTo(b) < NEAR_PX;
}

// ------------------------------------------------------------------ what is seen of it

/** @type {(box: HTMLElement) => void} */
function drawBar(box) {
  const told = element("span", { role: "status" });
  const rest = element("span", { class: "deeds" });
  drawn.told = told;
  drawn.rest = rest;
  drawn.bar = element("div", { class: "drawing", hidden: true }, told, rest);
  L.DomEvent.disableClickPropagation(drawn.bar);
  box.append(drawn.bar);
}

/** Draw the points that there are, with the next one where the hand is, and say what to do.
 *
 * @type {(hand: L.LatLng | null) => void}
 */
function show(hand) {
  drawn.sketch.clearLayers();
  const pick = host().statementMapPick;
  if (!pick) return;
  const points = pick.points.map((point) => L.latLng(point));
  const line = { className: "sketch", interactive: false };
  for (const at of points) L.circleMarker(at, { ...line, className: "sketch corner", radius: 4 }).addTo(drawn.sketch);
  const next = hand ? [...points, hand] : points;
  const radius = pick.shape === "circle" && next.length === 2 ? stage.map.distance(next[0], next[1]) : 0;
  if (radius) L.circle(points[0], { ...line, radius }).addTo(drawn.sketch);
  if (pick.shape === "area" && points.length) L.polygon(next, line).addTo(drawn.sketch);
  say(pick, radius / 1000);
}

/** @type {(pick: MapPick, km: number) => void} */
function say(pick, km) {
  const told = wordsFor(pick, km);
  if (drawn.told.textContent !== told) drawn.told.textContent = told;
  const wanted = buttonsFor(pick);
  const isAsBefore = [...drawn.rest.children].map((it) => it.textContent).join() === wanted.map(([it]) => it).join();
  if (!isAsBefore) drawn.rest.replaceChildren(...wanted.map(([word, act]) => buttonFor(word, act)));
}

/** What to do, or what there is: in few words once it has begun, since a small map has little room.
 *
 * @type {(pick: MapPick, km: number) => string}
 */
function wordsFor({ words, shape, points }, km) {
  if (!points.length) return `${words.told} ${words.keys}`;
  if (shape !== "circle") return fill(words.corners, { n: numberIn(stage.language, points.length) });
  const radius = km ? fill(words.radius, { km: numberIn(stage.language, Number(km.toPrecision(2))) }) : "";
  return `${words.edge} ${radius}`;
}

/** @type {(pick: MapPick) => Array<[string, () => void]>} */
function buttonsFor({ words, shape, points }) {
  /** @type {Array<[string, () => void]>} */
  const wanted = [[words.stop, giveUp]];
  if (points.length) wanted.unshift([words.back, takeBack]);
  if (shape === "area" && isEnough(shape, points)) wanted.unshift([words.done, finish]);
  return wanted;
}

/** @type {(word: string, act: () => void) => HTMLElement} */
function buttonFor(word, act) {
  const button = element("button", { type: "button" }, word);
  button.addEventListener("click", act);
  return button;
}
