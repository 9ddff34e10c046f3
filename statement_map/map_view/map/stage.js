/* What the scripts of the map share: the map and its content, the words, and the step it shows. */
import { element, wordsIn } from "../../browser/program/parts.js";

const CROWD = 300; // more marks than these have no room for names, and the view stays or jumps

/** `map`, `content` and `read` come when the map is drawn. */
export const stage = /** @type {Stage} */ (
  /** @type {unknown} */ ({
    language: "",
    words: {},
    marks: new Map(), // place id -> mark
    crowds: [], // marks that stand as one
    names: [], // of the base map
    lines: [], // corners of its outlines
    step: 0,
    currentEvent: null,
    currentMarks: new Set(), // those of the current event
    currentShape: "", // the class of the sign of that event's topic
    currentRing: "broken", // "whole" where the text states that event for the day shown
    withPopup: null, // the mark whose popup was opened last
    conceal: {},
    following: true,
    tiles: null, // of an online background
    aboutShown: "", // what the view was last moved to
    scene: null, // ids of the places that a chapter looks at
    candidates: [], // what else a place may be, while a map is reviewed
    dark: null, // whether the theme is, as it was told last
    covered: { left: 0, right: 0 }, // px that the page around it lays something over
    isStill: window.matchMedia("(prefers-reduced-motion: reduce)").matches,
  })
);
/** @type {Array<() => unknown>} */
const writers = []; // what to write again in another language

/** @type {(code: string) => void} */
export function speak(code) {
  stage.language = code;
  stage.words = /** @type {Record<string, string>} */ (stage.content.words[code]);
  ({ read: stage.read, tag: stage.tag } = wordsIn(code, stage.words));
}

/** Write now, and again whenever the language or the size of the type changes.
 *
 * @type {(write: () => unknown) => void}
 */
export function inWords(write) {
  writers.push(write);
  write();
}

export function rewrite() {
  for (const write of writers) write();
}

/** An element whose text follows the language.
 *
 * @type {<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes, key: string) => HTMLElementTagNameMap[Tag]}
 */
export function worded(tag, attributes, key) {
  const node = element(tag, attributes);
  inWords(() => (node.textContent = stage.words[key]));
  return node;
}

/** A corner of the map that keeps clicks and scrolling to itself.
 *
 * @type {(position: L.ControlPosition, node: HTMLElement) => L.Control}
 */
export function corner(position, node) {
  const Corner = L.Control.extend({ onAdd: () => node });
  L.DomEvent.disableClickPropagation(node);
  L.DomEvent.disableScrollPropagation(node);
  return new Corner({ position }).addTo(stage.map);
}

/** Whether there is room for panels beside what the view is about. */
export function isWide() {
  return window.innerWidth - stage.covered.left - stage.covered.right > 640;
}

export function isCrowded() {
  return stage.content.places.length > CROWD;
}

/** A mark that is drawn as a point.
 *
 * @type {(mark: Mark) => mark is PointMark}
 */
export function isPoint(mark) {
  return Boolean(mark.at);
}

/** @type {() => Window} */
export function host() {
  if (stage.content?.standalone) return window;
  try {
    return window.parent.document ? window.parent : window;
  } catch {
    return window; // embedded by another origin
  }
}

/** @type {(what: "drawn" | "choose", detail?: { event: string }) => void} */
export function tell(what, detail) {
  const target = host();
  target.dispatchEvent(new target.CustomEvent(`statement-map:${what}`, { detail }));
}
