/* Pixels of a canvas, each a number of 32 bits: a picture is taken apart, and copied to wherever it is to be
 * (sprites).
 *
 * They are copied by hand, as drawing pictures takes six times as long where there is no graphics card; and by
 * rows, which takes a third of the time that pixels one by one do.
 */

const WHOLE = 240; // what covers more than this, of 255, covers all: its pixels need no mixing
const OUTER = 0xff00ff; // two colours of a pixel, far enough from one another to be mixed at once
const INNER = 0x00ff00;
/** @type {(pixel: number) => number} */
const alphaOf = (pixel) => pixel >>> 24;

/** The pixels of a picture whose middle is `reach` from its edges, for a canvas that is `width` wide: those
 * that cover by rows, which are copied as such, and the rest one by one.
 *
 * @type {(image: { data: Uint8ClampedArray }, reach: number, width: number) => Sprite}
 */
export function pixelsOf({ data }, reach, width) {
  const found = new Uint32Array(data.buffer);
  const side = 2 * reach;
  /** @type {(i: number) => number} */
  const offset = (i) => (Math.floor(i / side) - reach) * width + (i % side) - reach;
  /** @type {(i: number) => boolean} */
  const isWhole = (i) => alphaOf(found[i]) >= WHOLE;
  const shown = [...found.keys()].filter((i) => alphaOf(found[i]));
  const starts = shown.filter((i) => isWhole(i) && (i % side === 0 || !isWhole(i - 1)));
  const rows = starts.map((from) => {
    let to = from + 1;
    while (to % side && isWhole(to)) to++;
    return { at: offset(from), colours: found.slice(from, to).map((colour) => (colour | 0xff000000) >>> 0) };
  });
  const rest = shown.filter((i) => !isWhole(i)).map((i) => ({ at: offset(i), colour: found[i] }));
  return { reach, rows, rest };
}

/** Copy a sprite to where its middle is to be.
 *
 * @type {(pixels: Uint32Array, sprite: Sprite, at: number) => void}
 */
export function stamp(pixels, { rows, rest }, at) {
  for (const row of rows) pixels.set(row.colours, at + row.at);
  for (const pixel of rest) pixels[at + pixel.at] = mix(pixels[at + pixel.at], pixel.colour);
}

/** The same, as far as it lies in a box of a canvas that is `width` wide.
 *
 * @type {(pixels: Uint32Array, sprite: Sprite, at: number, box: Box, width: number) => void}
 */
export function stampWithin(pixels, { rows, rest }, at, { left, top, right, bottom }, width) {
  for (const row of rows) {
    const y = Math.floor((at + row.at) / width);
    const x = at + row.at - y * width;
    const [from, to] = [Math.max(left - x, 0), Math.min(right - x, row.colours.length)];
    if (y >= top && y < bottom && from < to) pixels.set(row.colours.subarray(from, to), at + row.at + from);
  }
  for (const pixel of rest) {
    const spot = at + pixel.at;
    const y = Math.floor(spot / width);
    const x = spot - y * width;
    if (x >= left && x < right && y >= top && y < bottom) pixels[spot] = mix(pixels[spot], pixel.colour);
  }
}

/** A colour that lets through some of the one below it (alpha compositing).
 *
 * @type {(below: number, above: number) => number}
 */
function mix(below, above) {
  if (!alphaOf(below)) return above;
  const [share, rest] = [alphaOf(above), 255 - alphaOf(above)];
  const outer = (((above & OUTER) * share + (below & OUTER) * rest) >>> 8) & OUTER;
  const inner = (((above & INNER) * share + (below & INNER) * rest) >>> 8) & INNER;
  return ((Math.max(share, alphaOf(below)) << 24) | outer | inner) >>> 0;
}
