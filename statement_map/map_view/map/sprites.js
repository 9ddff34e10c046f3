/* The looks of marks as pixels, to be copied onto a canvas.
 *
 * The style sheet says what a mark looks like, and a sample of it is asked: so those on a canvas look
 * like elements in the dark, on paper, in forced colours and in large type too.
 */
import { pixelsOf } from "./pixels.js";
import { stage } from "./stage.js";
import { element, sure } from "../../browser/program/parts.js";

const SHADOW = /^(\S+\(.*?\)) 0px 0px 0px (\d+)px/; // a ring around the mark
const SAYS = /^"(.*?)"/;
const DASHED = [2, 1.5]; // line and gap, by the width of the line
const DOTTED = [1, 1];
/** @type {Sprite} */
const EMPTY = { reach: 0, rows: [], rest: [] };

/** The look of a mark of these classes; a px of the style sheet is `ratio` px of a canvas that is
 * `width` wide.
 *
 * @type {(classes: string, ratio: number, width: number) => Sprite}
 */
export function makeSprite(classes, ratio, width) {
  const glyph = element("span", { class: "glyph" });
  const sample = element("div", { hidden: true });
  sample.append(element("div", { class: `mark ${classes}` }, element("span", { class: "icon" }, glyph)));
  stage.map.getPane("markerPane")?.append(sample);
  const style = getComputedStyle(glyph);
  const isHidden = style.visibility === "hidden";
  const sprite = isHidden ? EMPTY : draw(style, getComputedStyle(glyph, "::after").content, ratio, width);
  sample.remove();
  return sprite;
}

/** @type {(style: CSSStyleDeclaration, content: string, ratio: number, width: number) => Sprite} */
function draw(style, content, ratio, width) {
  const box = { size: parseFloat(style.width), isRound: style.borderRadius === "50%" };
  const [, shade, spread = "0"] = style.boxShadow.match(SHADOW) ?? [];
  const shadow = { ...box, size: box.size + 2 * Number(spread) };
  const ring = ringAround(box, style);
  const scale = ratio * (parseFloat(style.scale) || 1);
  const half = (Math.round(box.size * scale) % 2) / 2; // what is an odd number of px wide has its middle in one
  const reach = Math.ceil((Math.max(shadow.size, ring.size) / 2) * scale + half);
  const pen = sure(new OffscreenCanvas(2 * reach, 2 * reach).getContext("2d", { willReadFrequently: true }));
  pen.translate(reach + half, reach + half);
  pen.scale(scale, scale);
  if (shade) fillBox(pen, shadow, shade);
  fillBox(pen, box, style.backgroundColor);
  strokeBox(pen, box, {
    width: parseFloat(style.borderTopWidth),
    look: style.borderTopStyle,
    colour: style.borderTopColor,
  });
  if (ring.width) strokeBox(pen, ring, ring);
  Object.assign(pen, { font: style.font, fillStyle: style.color, textAlign: "center", textBaseline: "middle" });
  pen.fillText(content.match(SAYS)?.[1] ?? "", 0, 0.5);
  return pixelsOf(pen.getImageData(0, 0, 2 * reach, 2 * reach), reach, width);
}

/** The outline of what was chosen: the box that it takes up, and its line.
 *
 * @type {(box: SpriteBox, style: CSSStyleDeclaration) => SpriteBox & SpriteLine}
 */
function ringAround(box, { outlineStyle: look, outlineWidth, outlineOffset, outlineColor: colour }) {
  const width = look === "none" ? 0 : parseFloat(outlineWidth);
  const size = width ? box.size + 2 * (parseFloat(outlineOffset) + width) : box.size;
  return { ...box, size, width, look, colour };
}

/** @type {(pen: OffscreenCanvasRenderingContext2D, box: SpriteBox) => void} */
function outline(pen, { size, isRound }) {
  pen.beginPath();
  pen.roundRect(-size / 2, -size / 2, size, size, isRound ? size / 2 : 0);
}

/** @type {(pen: OffscreenCanvasRenderingContext2D, box: SpriteBox, colour: string) => void} */
function fillBox(pen, box, colour) {
  outline(pen, box);
  pen.fillStyle = colour;
  pen.fill();
}

/** Along the inner edge of a box, with dashes that all are as long, and one at each corner.
 *
 * @type {(pen: OffscreenCanvasRenderingContext2D, box: SpriteBox, line: SpriteLine) => void}
 */
function strokeBox(pen, { size, isRound }, { width, look, colour }) {
  outline(pen, { size: size - width, isRound });
  const length = (isRound ? Math.PI : 1) * (size - width);
  const [dash, gap] = look === "dashed" ? DASHED : look === "dotted" ? DOTTED : [0, 0];
  const part = dash && length / Math.round(length / (dash + gap) / width) / (dash + gap);
  pen.setLineDash(dash ? [dash * part, gap * part] : []);
  Object.assign(pen, { lineWidth: width, strokeStyle: colour, lineDashOffset: (dash * part) / 2 });
  pen.stroke();
}
