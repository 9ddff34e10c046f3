/* The looks of marks as a style sheet has them: the strokes that they are drawn with, and their pixels. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { putDocument } from "./document.mjs";

putDocument();
globalThis.window = { matchMedia: () => ({ matches: false }) };
const { makeSprite } = await import("../../statement_map/map_view/map/sprites.js");
const { stage } = await import("../../statement_map/map_view/map/stage.js");

/** A colour as a canvas holds it: alpha, blue, green, red. */
const colour = (red, green, blue, alpha) => ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
const partsOf = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255, pixel >>> 24];

const ROUND = {
  visibility: "visible",
  width: "10px",
  borderRadius: "50%",
  boxShadow: "none",
  backgroundColor: "white",
  borderTopWidth: "2px",
  borderTopStyle: "solid",
  borderTopColor: "black",
  outlineStyle: "none",
  scale: "none",
  font: "bold 8px sans",
  color: "navy",
};
/** What is drawn of a look, and the sprite; its picture is as `data` has it. */
function draw(style, { ratio = 1, content = "none", data = () => 0 } = {}) {
  const done = { fills: [], strokes: [], boxes: [], words: [] };
  class Pen {
    translate(...by) {
      done.middle = by;
    }
    scale(...by) {
      done.scale = by;
    }
    beginPath() {
      this.isNew = true;
    }
    roundRect(...box) {
      done.boxes.push(box);
      assert.ok(this.isNew, "a path of its own");
      this.isNew = false;
    }
    fill() {
      done.fills.push(this.fillStyle);
    }
    setLineDash(dash) {
      this.dash = dash;
    }
    stroke() {
      done.strokes.push([this.strokeStyle, this.lineWidth, this.dash, this.lineDashOffset]);
    }
    fillText(...words) {
      done.words.push([...words, this.font, this.fillStyle, this.textAlign, this.textBaseline]);
    }
    getImageData(left, top, width, height) {
      return { data: Uint32Array.from({ length: width * height }, (_, i) => data(i)) };
    }
  }
  globalThis.OffscreenCanvas = class {
    constructor(...size) {
      done.size = size;
    }
    getContext() {
      return new Pen();
    }
  };
  const pane = document.createElement("div");
  globalThis.getComputedStyle = (node, part) => {
    assert.ok(node.matches(".mark.kind-city.is-now > .icon > .glyph") && pane.contains(node), "as the marks are");
    return part ? { content } : { ...ROUND, ...style };
  };
  stage.map = { getPane: () => pane };
  done.sprite = makeSprite("kind-city is-now", ratio, 100);
  assert.equal(pane.hasChildNodes(), false, "the sample is taken away");
  return done;
}

test("a mark is a box with a line along its inner edge, drawn twice as large for twice the px", () => {
  const { fills, boxes, strokes, size, middle, scale } = draw({}, { ratio: 2 });
  assert.deepEqual(
    [size, middle, scale],
    [
      [20, 20],
      [10, 10],
      [2, 2],
    ],
  );
  assert.deepEqual(fills, ["white"]);
  assert.deepEqual(boxes, [
    [-5, -5, 10, 10, 5],
    [-4, -4, 8, 8, 4],
  ]);
  assert.deepEqual(strokes, [["black", 2, [], 0]]);
});

test("what is an odd number of px wide has its middle in the middle of one", () => {
  const { middle, size } = draw({ width: "9px" });
  assert.deepEqual(
    [size, middle],
    [
      [10, 10],
      [5.5, 5.5],
    ],
  );
});

test("a sign that is scaled by the style sheet is smaller", () => {
  assert.deepEqual(draw({ scale: "0.5" }).scale, [0.5, 0.5]);
});

test("a square has corners, and one that is hidden no pixels at all", () => {
  assert.deepEqual(draw({ borderRadius: "0px" }).boxes[0], [-5, -5, 10, 10, 0]);
  const { rows, rest } = draw({ visibility: "hidden" }).sprite;
  assert.deepEqual([rows, rest], [[], []]);
});

test("a ring around it is below it, and what was chosen has an outline besides", () => {
  const { fills, size, strokes, boxes } = draw({
    boxShadow: "rgb(255, 255, 255) 0px 0px 0px 3px",
    outlineStyle: "dotted",
    outlineWidth: "2px",
    outlineOffset: "4px",
    outlineColor: "red",
  });
  assert.deepEqual(fills, ["rgb(255, 255, 255)", "white"]);
  assert.deepEqual(boxes[0], [-8, -8, 16, 16, 8]);
  assert.deepEqual(size, [22, 22], "10 px, and 4 + 2 on each side");
  assert.equal(strokes[1][0], "red");
  assert.deepEqual(boxes.at(-1), [-10, -10, 20, 20, 10], "along the middle of a line of 2 px");
});

test("a whole number of dashes goes around a circle, of dots along each side of a square, one at each corner", () => {
  // The line of 2 px goes around in 8π = 25.1 px. A dash of 4 px and a gap of 3 go into that four times, nearly.
  const [[, , [dash, gap], offset]] = draw({ borderTopStyle: "dashed" }).strokes;
  assert.ok(Math.abs(4 * (dash + gap) - 8 * Math.PI) < 1e-9);
  assert.ok(Math.abs(dash / gap - 4 / 3) < 1e-9);
  assert.equal(offset, dash / 2);
  // Along 8 px two dots of 2 px, with as much between.
  const [[, , ...dots]] = draw({ borderTopStyle: "dotted", borderRadius: "0px" }).strokes;
  assert.deepEqual(dots, [[2, 2], 1]);
});

test("the sign of a look is written in its middle", () => {
  const [[sign, ...how]] = draw({}, { content: '"?"' }).words;
  assert.deepEqual([sign, how], ["?", [0, 0.5, "bold 8px sans", "navy", "center", "middle"]]);
  assert.equal(draw({}, { content: "none" }).words[0][0], "");
});

test("pixels are found from the middle, and those that cover nearly all are made whole", () => {
  // 2 px on each side of the middle; at 5, at 10 and at 15 of 16 there is something.
  const data = (i) => ({ 5: colour(1, 2, 3, 100), 10: colour(4, 5, 6, 240), 15: colour(7, 8, 9, 239) })[i] ?? 0;
  const { reach, rows, rest } = draw({ width: "4px" }, { data }).sprite;
  assert.equal(reach, 2);
  assert.deepEqual(
    rows.map(({ at, colours }) => [at, ...[...colours].map(partsOf)]),
    [[0, [4, 5, 6, 255]]],
  );
  assert.deepEqual(
    rest.map((pixel) => [pixel.at, partsOf(pixel.colour)]),
    [
      [-101, [1, 2, 3, 100]], // on a canvas of 100 px
      [101, [7, 8, 9, 239]],
    ],
  );
});
