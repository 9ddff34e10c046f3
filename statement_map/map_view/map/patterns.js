/* Patterns and a filter for the shapes of places: hatching for what is possible, dots for what is open. */
import { stage } from "./stage.js";

const STEP_PX = 8; // from one line of the hatching to the next
const FADE_PX = 9; // how wide the edge of an area without a border fades

/** @type {(tag: string, attributes: Record<string, string | number>, ...children: Node[]) => SVGElement} */
function drawn(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, `${value}`);
  node.append(...children);
  return node;
}

/** @type {(id: string, turned: number, ...children: Node[]) => SVGElement} */
function pattern(id, turned, ...children) {
  const size = { width: STEP_PX, height: STEP_PX, patternUnits: "userSpaceOnUse" };
  const ground = drawn("rect", { class: "pattern-ground", width: STEP_PX, height: STEP_PX });
  return drawn("pattern", { id, ...size, patternTransform: `rotate(${turned})` }, ground, ...children);
}

/** @type {() => SVGElement} */
function line() {
  return drawn("line", { class: "pattern-line", x1: 0, y1: 0, x2: 0, y2: STEP_PX });
}

/** An edge that fades inwards: the shape's alpha, made whole, blurred and cut in half, masks it.
 *
 * @type {() => SVGElement}
 */
function fading() {
  return drawn(
    "filter",
    { id: "fading", x: "-5%", y: "-5%", width: "110%", height: "110%" },
    drawn(
      "feComponentTransfer",
      { in: "SourceAlpha", result: "whole" },
      drawn("feFuncA", { type: "linear", slope: 255 }),
    ),
    drawn("feGaussianBlur", { in: "whole", stdDeviation: FADE_PX, result: "blurred" }),
    drawn(
      "feComponentTransfer",
      { in: "blurred", result: "mask" },
      drawn("feFuncA", { type: "linear", slope: 2, intercept: -1 }),
    ),
    drawn("feComposite", { in: "SourceGraphic", in2: "mask", operator: "in" }),
  );
}

export function drawPatterns() {
  const dot = drawn("circle", { class: "pattern-dot", cx: STEP_PX / 2, cy: STEP_PX / 2, r: 1.1 });
  const patterns = [pattern("hatching", 45, line()), pattern("hatching-soft", -45, line()), pattern("dots", 45, dot)];
  const defs = drawn("defs", {}, ...patterns, fading());
  stage.map.getContainer().append(drawn("svg", { class: "patterns", "aria-hidden": "true" }, defs));
}

/** A patch that looks as the outline of a place of that state does.
 *
 * @type {(state: string) => SVGElement}
 */
export function patchOf(state) {
  const look = state === "open" ? "is-possible is-undated" : `is-${state}`;
  const [width, height] = [20, 12];
  const shape = { class: `patch-path ${look}`, x: 2, y: 2, width, height, fill: patternOf("country", state) };
  return drawn("svg", { class: "patch", viewBox: "0 0 24 16", "aria-hidden": "true" }, drawn("rect", shape));
}

/** What a shape is filled with unless the style sheet says otherwise.
 *
 * @type {(kind: PlaceKind, state: string) => string}
 */
export function patternOf(kind, state) {
  if (state === "open") return "url(#dots)";
  return kind === "area" ? "url(#hatching-soft)" : "url(#hatching)";
}
