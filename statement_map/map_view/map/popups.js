/* Popups: what a place is, and what the statement tells of it. */
import { boxOf, foldPanels, visibleArea } from "./area.js";
import { fitNames } from "./names.js";
import { stage, inWords, isWide, tell } from "./stage.js";
import { element, fill, fillWith, joined, refill, wordsIn, sure, numberIn } from "../../browser/program/parts.js";

const WIDEST_PX = 300; // as Leaflet has it; longer lines are hard to read
const FRAME_PX = { x: 30, y: 52 }; // what a popup adds to its text: margins, and the tip below
const LEAST_PX = 120; // a popup that is narrower breaks a line at every word
/** @type {L.Popup | null} */
let openPopup = null;

/** A popup that is as large as there is room beside the buttons and panels. */
const FittedPopup = L.Popup.extend({
  /** @type {(this: L.Popup) => void} */
  update() {
    if (!this.isOpen()) return; // each of thousands is given its content before it is on the map
    stage.map.getContainer().classList.add("has-popup");
    if (!isWide()) foldPanels();
    const { left, top, right, bottom } = visibleArea();
    const width = Math.max(Math.min(right - left - FRAME_PX.x, WIDEST_PX), LEAST_PX);
    const height = Math.max(bottom - top - FRAME_PX.y, LEAST_PX / 2);
    Object.assign(this.options, { minWidth: width, maxWidth: width });
    stage.map.getContainer().style.setProperty("--popup-height", `${height}px`);
    L.Popup.prototype.update.call(this);
  },
});

/** @type {(content: HTMLElement | (() => HTMLElement), className?: string) => L.Popup} */
function makePopup(content, className = "") {
  const Popup = /** @type {typeof L.Popup} */ (FittedPopup);
  return new Popup({ autoPan: false, className }).setContent(content);
}

/** Move the map until a popup lies beside the buttons and panels as a whole.
 *
 * @type {(popup: L.Popup) => void}
 */
function bringIntoSight(popup) {
  const box = boxOf(sure(popup.getElement()));
  const area = visibleArea();
  /** @type {(low: number, high: number, from: number, to: number) => number} */
  const by = (low, high, from, to) => (low < from ? low - from : high > to ? Math.min(high - to, low - from) : 0);
  /** @type {[number, number]} */
  const offset = [by(box.left, box.right, area.left, area.right), by(box.top, box.bottom, area.top, area.bottom)];
  if (offset.some((px) => Math.abs(px) >= 1)) stage.map.panBy([Math.round(offset[0]), Math.round(offset[1])]);
}

export function watchPopups() {
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") stage.map.closePopup();
  });
  stage.map.on("popupopen", ({ popup }) => {
    openPopup = popup;
    const close = popup.getElement()?.querySelector(".leaflet-popup-close-button");
    close?.setAttribute("aria-label", stage.words["map-close"]);
    bringIntoSight(popup);
  });
  stage.map.on("popupclose", () => {
    openPopup = null;
    stage.map.getContainer().classList.remove("has-popup");
    if (!isWide()) fitNames(); // beside what the popup had the room of
  });
  stage.map.on("resize", refitPopup);
  inWords(() => stage.withPopup?.writePopup());
}

/** When the room for a popup has changed. */
export function refitPopup() {
  if (!openPopup) return;
  openPopup.update();
  bringIntoSight(openPopup);
}

/** By keyboard a popup takes the focus, and gives it back when it is closed.
 *
 * @type {(mark: Mark, node: Operable) => void}
 */
export function openByKeyboard(mark, node) {
  node.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    mark.openPopup();
    document
      .querySelector(":is(.popup-body a[data-event], .leaflet-popup-close-button)")
      ?.focus({ preventScroll: true });
    stage.map.once("popupclose", () => node.focus({ preventScroll: true }));
  });
}

/** @type {(mark: Mark, layer: L.Layer) => void} */
export function addPopup(mark, layer) {
  const body = element("div", { class: "popup-body" });
  const filled = () => fillPopup(body, mark);
  layer.bindPopup(makePopup(filled));
  mark.layer = layer;
  mark.writePopup = () => layer.isPopupOpen() && filled();
}

/** The popup of a place that is not drawn on the map; it opens at what it lies within.
 *
 * @type {(mark: Mark) => void}
 */
export function addPopupElsewhere(mark) {
  const body = element("div", { class: "popup-body" });
  const popup = makePopup(body, "without-tip");
  mark.writePopup = () => popup.isOpen() && fillPopup(body, mark);
  mark.openPopup = () => {
    fillPopup(body, mark);
    popup.setLatLng((mark.bounds ?? stage.map.getBounds()).getCenter()).openOn(stage.map);
  };
}

/** A list of the places of a crowd that has more than can be called out.
 *
 * @type {(crowd: Pick<Crowd, "at" | "members">) => void}
 */
export function openList({ at, members }) {
  const { say } = wordsIn(stage.language, stage.words);
  const links = members.map((mark) => {
    const button = element(
      "button",
      { type: "button" },
      ...stage.tag(mark.place.name),
      ", ",
      stage.words[`state-${mark.state}`],
    );
    button.addEventListener("click", () => setTimeout(mark.openPopup));
    return element("li", {}, button);
  });
  const head = element("h2", {}, say("map-crowd", { n: members.length }));
  const body = element("div", { class: "popup-body" }, head, element("ul", { class: "popup-places" }, ...links));
  makePopup(body).setLatLng(at).openOn(stage.map);
}

/** @type {(mark: Mark, layer: L.Layer, options?: L.TooltipOptions) => void} */
export function addTooltip(mark, layer, options = {}) {
  const node = element("span");
  inWords(() => node.replaceChildren(...stage.tag(mark.place.name)));
  layer.bindTooltip(node, { direction: "top", ...options });
}

/** @type {(body: HTMLElement, mark: Mark) => HTMLElement} */
function fillPopup(body, mark) {
  const { place } = mark;
  stage.withPopup = mark;
  const events = element("ul", { class: "popup-events" });
  for (const index of place.events) events.append(eventLine(stage.content.events[index]));
  const written = element(
    "div",
    {},
    element("h2", {}, ...stage.tag(place.name)),
    element("p", { class: "popup-kind" }, ...joined(aboutPlace(place), " · ")),
    ...(place.note ? [element("p", { class: "popup-note" }, ...stage.tag(place.note))] : []),
    events,
    ...(place.introduction ? [element("p", {}, stage.words["why-introduction"])] : []),
    ...source(),
  );
  // What is the same stays: a link must not vanish under the finger that presses it.
  if (written.innerHTML !== body.innerHTML) refill(body, written.childNodes);
  return body;
}

/** @type {(place: MapPlace) => Child[][]} */
function aboutPlace(place) {
  const { words, tag, language } = stage;
  const within = stage.marks.get(place.within ?? "")?.place;
  const members = place.members.map((name) => tag(name));
  const facts = [
    [words[`map-kind-${place.kind}`]],
    within && fillWith(words["map-within"], { place: tag(within.name) }),
    members.length && joined(members, ", "),
    place.radius_km && [fill(words[place.radius_as], { km: numberIn(language, place.radius_km) })],
    [words[`confidence-${place.confidence}`]],
    place.source && [fill(words["why-source"], { source: place.source })],
  ];
  return facts.flatMap((fact) => (fact ? [fact] : []));
}

/** Who states it, and where that was published; both are hidden from learners who are to find out.
 *
 * @type {() => HTMLElement[]}
 */
function source() {
  const { conceal, content, tag, words } = stage;
  if (conceal.by) return [element("p", { class: "popup-source" }, conceal.by)];
  return [
    element("p", { class: "popup-source" }, ...fillWith(words["attribution-short"], { issuer: tag(content.issuer) })),
    element("p", { class: "popup-published" }, `${words["published-in"]}: `, ...tag(content.publisher)),
  ];
}

/** An event by its title, with its own date, what that rests on, and its paragraph.
 *
 * @type {(event: MapEvent) => HTMLElement}
 */
function eventLine(event) {
  const { conceal, read, tag, words } = stage;
  const veiled = conceal.titles?.[event.id];
  const link = element("a", { href: "#", "data-event": event.id }, ...tag(event.title, veiled ? [veiled] : undefined));
  if (event.id === stage.currentEvent) link.setAttribute("aria-current", "true");
  link.addEventListener("click", (click) => {
    click.preventDefault();
    // Not before the click is over: Leaflet takes one on what has gone meanwhile for one on the map.
    setTimeout(() => tell("choose", { event: event.id }));
  });
  const sign = element("span", { class: "sign", "aria-hidden": "true" }, words[`sign-${event.look}`]);
  const rests = event.look === "none" ? [] : [words[`look-${event.look}`]];
  const detail = [read(event.date), ...rests, fill(words["paragraph-short"], { number: event.paragraphs.join(", ") })];
  if (event.unreviewed) detail.push(words["not-reviewed"]);
  const topic = element("i", { class: `topic-sign shape-${event.shape}` });
  return element(
    "li",
    { class: `look-${event.look}` },
    topic,
    " ",
    link,
    element("small", {}, sign, " ", detail.join(" · ")),
  );
}
