/* Pictures that are copied onto a canvas pixel by pixel: no page is needed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pixelsOf, stamp, stampWithin } from "../../statement_map/map_view/map/pixels.js";

const [NONE, RED, BLUE] = [0, 0xff0000ff, 0xffff0000]; // as a little-endian machine has them: alpha, blue, green, red
const HALF_RED = 0x800000ff; // lets half through
const NEARLY_RED = 0xf50000ff; // 245 of 255
const WIDTH = 8; // of the canvas

/** A colour as a canvas holds it. */
const colour = (red, green, blue, alpha) => ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
const partsOf = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255, pixel >>> 24];

const COLOURS = { _: NONE, r: RED, b: BLUE, h: HALF_RED, n: NEARLY_RED };

/** A picture of 4 by 4 pixels, with its middle in the middle, by its rows. */
function picture(...rows) {
  const pixels = Uint32Array.from(rows.join(""), (letter) => COLOURS[letter]);
  return pixelsOf({ data: new Uint8ClampedArray(pixels.buffer) }, 2, WIDTH);
}

/** The rows of a canvas of 8 by 8 pixels. */
function rowsOf(pixels) {
  const letters = Array.from(pixels, (pixel) => Object.keys(COLOURS).find((each) => COLOURS[each] === pixel) ?? "?");
  return letters.join("").match(/.{8}/g);
}

const MARK = picture("_rr_", "rbbr", "r_bh", "__n_");
const AT = 3 * WIDTH + 4; // column 4 of row 3: the picture reaches from column 2 and row 1 on

test("what covers is taken by rows, and what lets through by itself", () => {
  const rows = MARK.rows.map(({ at, colours }) => [at, ...colours]);
  assert.deepEqual(rows, [
    [-2 * WIDTH - 1, RED, RED],
    [-WIDTH - 2, RED, BLUE, BLUE, RED],
    [-2, RED],
    [0, BLUE],
    [WIDTH, RED],
  ]);
  assert.deepEqual(MARK.rest, [{ at: 1, colour: HALF_RED }]);
  assert.equal(MARK.reach, 2);
});

test("a row ends at the edge of its picture", () => {
  const full = picture("bbbb", "bbbb", "bbbb", "bbbb");
  assert.deepEqual(
    full.rows.map(({ at, colours }) => [at, colours.length]),
    [-2, -1, 0, 1].map((y) => [y * WIDTH - 2, 4]),
  );
});

test("a copy lies around its middle, and what is not there leaves what was", () => {
  const pixels = new Uint32Array(64).fill(BLUE);
  pixels[AT + 1] = NONE;
  stamp(pixels, MARK, AT);
  assert.deepEqual(rowsOf(pixels), [
    "bbbbbbbb",
    "bbbrrbbb",
    "bbrbbrbb",
    "bbrbbhbb",
    "bbbbrbbb",
    "bbbbbbbb",
    "bbbbbbbb",
    "bbbbbbbb",
  ]);
});

/* Below, above, and by hand: each part is (above · alpha + below · (255 - alpha)) / 256, rounded down. */
for (const [what, below, above, expected] of [
  ["on nothing it is as it is", 0, colour(10, 20, 30, 100), [10, 20, 30, 100]],
  ["half of each", colour(0, 0, 255, 255), colour(255, 0, 0, 128), [127, 0, 126, 255]],
  ["a quarter of green", colour(40, 80, 120, 255), colour(0, 200, 0, 64), [29, 109, 89, 255]],
  [
    "of two that let through, the one that covers more says how much",
    colour(0, 0, 0, 50),
    colour(0, 0, 0, 90),
    [0, 0, 0, 90],
  ],
]) {
  test(`colours are mixed: ${what}`, () => {
    const pixels = Uint32Array.of(0, below);
    stamp(pixels, { reach: 1, rows: [], rest: [{ at: -1, colour: above }] }, 2);
    assert.deepEqual([pixels[0], partsOf(pixels[1])], [0, expected]);
  });
}

test("within a box only what lies in it is copied", () => {
  const below = colour(0, 200, 0, 255);
  const whole = new Uint32Array(64).fill(below);
  stamp(whole, MARK, AT);
  for (const box of [
    { left: 3, top: 2, right: 5, bottom: 4 },
    { left: 5, top: 0, right: 8, bottom: 8 },
    { left: 0, top: 3, right: 8, bottom: 4 },
    { left: 0, top: 0, right: 8, bottom: 8 },
    { left: 6, top: 5, right: 8, bottom: 8 },
  ]) {
    const pixels = new Uint32Array(64).fill(below);
    stampWithin(pixels, MARK, AT, box, WIDTH);
    for (const [i, pixel] of pixels.entries()) {
      const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
      const isIn = x >= box.left && x < box.right && y >= box.top && y < box.bottom;
      assert.equal(pixel, isIn ? whole[i] : below, `${x}, ${y}`);
    }
  }
});
