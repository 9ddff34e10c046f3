/* Where names and crowds stand on the map, and which longitudes it has: no page is needed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { coveredBy } from "../../statement_map/browser/program/layout/covered.js";
import { frameFor, lonOf, polygonsOf } from "../../statement_map/map_view/map/antimeridian.js";
import { contains, overlap, quartersWithout, sizeOf } from "../../statement_map/map_view/map/boxes.js";
import { groupsOf } from "../../statement_map/map_view/map/grouping.js";
import { edgeOf, firstFree, placeBeside, placeInColumn } from "../../statement_map/map_view/map/layout.js";

const box = (left, top, right, bottom) => ({ left, top, right, bottom });

// ------------------------------------------------------------------ boxes

test("a box has a size, and none where it is turned inside out", () => {
  assert.equal(sizeOf(box(1, 2, 4, 6)), 12);
  assert.equal(sizeOf(box(4, 2, 1, 6)), 0);
});

test("boxes overlap by what both cover", () => {
  assert.equal(overlap(box(0, 0, 10, 10), box(8, 7, 20, 20)), 6);
  assert.equal(overlap(box(0, 0, 10, 10), box(10, 0, 20, 10)), 0);
});

test("a box contains what does not cross its edge", () => {
  assert.ok(contains(box(0, 0, 10, 10), box(0, 0, 10, 10)));
  for (const out of [box(-1, 0, 5, 5), box(0, -1, 5, 5), box(5, 5, 11, 10), box(5, 5, 10, 11)]) {
    assert.ok(!contains(box(0, 0, 10, 10), out));
  }
});

test("of a square the quarters that nothing takes the place of are left", () => {
  // Corners of a polygon that goes around each and back: the area by the shoelace formula.
  const areaOf = (polygon) => {
    const spots = [...polygon.matchAll(/(\d+)% (\d+)%/g)].map(([, x, y]) => [Number(x), Number(y)]);
    return spots.reduce((sum, [x, y], n) => {
      const [nextX, nextY] = spots[(n + 1) % spots.length];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0);
  };
  assert.equal(areaOf(quartersWithout(() => false)), 100 * 100);
  assert.equal(areaOf(quartersWithout(() => true)), 0);
  assert.equal(areaOf(quartersWithout((column) => column === 1)), 50 * 100);
  assert.equal(areaOf(quartersWithout((column, row) => column === row)), 2 * 50 * 50);
  const lowerRight = quartersWithout((column, row) => column === 0 || row === 0);
  assert.equal(areaOf(lowerRight), 50 * 50);
  assert.match(lowerRight, /50% 50%, 100% 50%, 100% 100%, 50% 100%/);
});

test("the edge of a box that is nearest to a spot", () => {
  assert.deepEqual(edgeOf(box(10, 10, 20, 20), { x: 0, y: 15 }), { x: 10, y: 15 });
  assert.deepEqual(edgeOf(box(10, 10, 20, 20), { x: 25, y: 30 }), { x: 20, y: 20 });
});

// ------------------------------------------------------------------ names

const AREA = box(0, 0, 400, 300);
const item = { at: { x: 200, y: 150 }, reach: 10, width: 60, height: 20 };

test("a name stands to the right, else to the left, below, above", () => {
  const taken = [];
  const sides = ["right", "left", "below", "above"].map(() => {
    const found = placeBeside(item, taken, AREA);
    taken.push(found);
    return found;
  });
  assert.deepEqual(sides, [
    box(210, 140, 270, 160),
    box(130, 140, 190, 160),
    box(170, 160, 230, 180),
    box(170, 120, 230, 140),
  ]);
});

test("where a side is taken, a name stands at a corner of its sign: below, then above", () => {
  // A speck in each of the four boxes beside the sign, and in none at its corners.
  const specks = [box(212, 148, 214, 152), box(140, 148, 142, 152), box(198, 165, 202, 167), box(198, 131, 202, 133)];
  const corners = [box(207, 155, 267, 175), box(207, 125, 267, 145), box(133, 155, 193, 175), box(133, 125, 193, 145)];
  for (const corner of corners) {
    assert.deepEqual(placeBeside(item, specks, AREA), corner);
    specks.push(corner);
  }
  assert.equal(placeBeside(item, specks, AREA), null);
});

test("a name that must stand stands farther off, 28 px first, rather than moved out of its side", () => {
  const must = { ...item, must: true };
  assert.deepEqual(placeBeside(must, [box(129, 119, 236, 181)], AREA), box(238, 140, 298, 160));
  // At the right edge: what would stand at the right, or be cut off there, could still be moved to 340.
  const edge = { ...must, at: { x: 395, y: 150 } };
  const specks = [box(326, 141, 339, 159), box(329, 165, 331, 167), box(329, 131, 331, 133)];
  assert.deepEqual(placeBeside(edge, specks, AREA), box(395 - 38 * 0.7 - 60, 169, 395 - 38 * 0.7, 189));
});

test("a name that must stand is moved into the area from beyond each of its edges", () => {
  const moved = (x, y) => placeBeside({ ...item, at: { x, y }, must: true }, [AREA], AREA);
  assert.deepEqual(moved(398, 2), box(340, 0, 400, 20));
  assert.deepEqual(moved(398, 298), box(340, 280, 400, 300));
  assert.deepEqual(moved(-50, 150), box(0, 140, 60, 160));
});

test("where everything is covered, a name covers as little as it can", () => {
  // From x = 100 on everything lies there twice; 90 px off at the left it covers nothing twice.
  const taken = [AREA, box(100, 0, 400, 300)];
  assert.deepEqual(placeBeside({ ...item, must: true }, taken, AREA), box(40, 140, 100, 160));
});

test("a name without room is left out, unless it must stand", () => {
  const taken = [box(100, 100, 300, 200)];
  assert.equal(placeBeside(item, taken, AREA), null);
  const found = placeBeside({ ...item, must: true }, taken, AREA);
  assert.equal(overlap(found, taken[0]), 0);
  assert.ok(contains(AREA, found));
});

test("a name that must stand covers as little as it can, within the area", () => {
  const found = placeBeside({ ...item, must: true }, [AREA], AREA);
  assert.ok(contains(AREA, found));
});

test("the first free box is in the area and covers nothing", () => {
  const boxes = [box(-5, 0, 5, 10), box(10, 0, 20, 10), box(30, 0, 40, 10)];
  assert.equal(firstFree(boxes, [box(15, 0, 16, 10)], AREA), boxes[2]);
  assert.equal(firstFree(boxes, [AREA], AREA), undefined);
});

test("callouts stand in a column in the order of their points, each 3 px below the other", () => {
  const items = [
    { ...item, at: { x: 5, y: 9 } },
    { ...item, at: { x: 5, y: 2 } },
  ];
  const [second, first] = placeInColumn(items, { x: 200, y: 150 }, [], AREA);
  assert.equal(second.top - first.bottom, 3);
  assert.equal(first.left, second.left);
  assert.equal(
    placeInColumn(
      Array.from({ length: 20 }, () => item),
      { x: 200, y: 150 },
      [],
      AREA,
    ),
    null,
  );
});

/** Two callouts of 60 and 40 px, one below the other 43 px high, beside the spot of the `item`. */
const column = (taken, area = AREA) =>
  placeInColumn([item, { ...item, at: { x: 200, y: 151 }, width: 40 }], item.at, taken, area);
const FREE_AT = { right: [box(234, 128.5, 294, 148.5), box(234, 151.5, 274, 171.5)] };

test("a column stands 34 px at the right of its spot, half of it above", () => {
  assert.deepEqual(column([]), FREE_AT.right);
});

test("a column stands above or below the middle where that is free", () => {
  const [above, below] = [box(240, 160, 250, 165), box(240, 130, 250, 135)].map((speck) => column([speck])[0]);
  assert.deepEqual([above, below], [box(234, 107, 294, 127), box(234, 150, 294, 170)]);
});

test("at the left, names of a column end where the widest does", () => {
  const right = box(280, 0, 400, 300); // the wide one reaches into it
  assert.deepEqual(column([right]), [box(106, 128.5, 166, 148.5), box(126, 151.5, 166, 171.5)]);
  assert.deepEqual(column([right, box(0, 100, 279, 200)])[0], box(106, 200, 166, 220));
});

test("a column goes below what is in its way, or above where that reaches the edge", () => {
  assert.deepEqual(column([box(0, 100, 400, 200)]), [box(234, 200, 294, 220), box(234, 223, 274, 243)]);
  assert.deepEqual(column([box(0, 100, 400, 300)]), [box(234, 57, 294, 77), box(234, 80, 274, 100)]);
});

test("a column does not hide the spot that it belongs to", () => {
  // No more than 100 px across: at either side it would be moved over the spot, which ends at 162.
  assert.deepEqual(column([], box(150, 0, 250, 300)), [box(190, 162, 250, 182), box(190, 185, 230, 205)]);
});

test("a column may be as high as the area, and no higher", () => {
  assert.equal(column([], box(0, 100, 400, 143))[0].top, 100);
  assert.equal(column([], box(0, 100, 400, 142)), null);
});

test("callouts of points on one line are in their order from the left", () => {
  const [second, first] = [9, 2].map((x) => ({ ...item, at: { x, y: 5 } }));
  const [below, above] = placeInColumn([second, first], item.at, [], AREA);
  assert.ok(above.bottom < below.top);
});

// ------------------------------------------------------------------ crowds

test("spots nearer than 12 px are one crowd, around the one that has most others", () => {
  assert.deepEqual(
    groupsOf([
      { x: 0, y: 0 },
      { x: 11, y: 0 },
      { x: 22, y: 0 },
      { x: 100, y: 0 },
    ]),
    [[1, 0, 2]],
  );
  assert.deepEqual(
    groupsOf([
      { x: 0, y: 0 },
      { x: 12, y: 0 },
    ]),
    [],
  );
  assert.deepEqual(groupsOf([]), []);
});

test("a spot is in one crowd, and crowds of the same size are in the order of their spots", () => {
  const spots = (...places) => places.map(([x, y]) => ({ x, y }));
  assert.deepEqual(groupsOf(spots([0, 20], [0, 31], [0, 42], [0, 53])), [[1, 0, 2]]);
  assert.deepEqual(groupsOf(spots([0, 20], [0, 25], [90, 20], [90, 25])), [
    [0, 1],
    [2, 3],
  ]);
});

// ------------------------------------------------------------------ circles of uncertainty

// The stage asks the window at once whether anything may move.
globalThis.window = { matchMedia: () => ({ matches: false }) };
const { drawRings, isRingSeen, radiusOf, worldPx } = await import("../../statement_map/map_view/map/rings.js");
const { stage } = await import("../../statement_map/map_view/map/stage.js");

test("a circle is as wide as Mercator's map stretches the ground, and seen from 8 px on", () => {
  const share = (radius_km, lat) => radiusOf({ at: { lat }, place: { radius_km } });
  const thousandth = 40.075017; // km of the equator (WGS 84)
  assert.equal(share(thousandth, 0), 0.001);
  assert.ok(Math.abs(share(thousandth, 60) - 0.002) < 1e-12, "twice as wide, by 1 / cos 60 degrees");
  assert.equal(share(null, 0), 0);
  assert.equal(radiusOf({ at: null, place: { radius_km: 1 } }), 0);
  assert.deepEqual([isRingSeen(8), isRingSeen(8.1)], [false, true]);
});

test("the world is 256 px wide at zoom 0, and twice as wide at each further one", () => {
  const wide = [0, 1, 2.5].map((zoom) => {
    stage.map = { getZoom: () => zoom };
    return worldPx();
  });
  assert.deepEqual(wide, [256, 512, 256 * 2 ** 2.5]);
});

test("a circle is on the map while it shows around its mark", () => {
  const drawn = new Set();
  const ring = { remove: () => drawn.delete(ring), addTo: () => drawn.add(ring) };
  const at = { lat: 0 };
  stage.marks = new Map([
    ["circle", { at, place: { radius_km: 40.075017 }, ring }], // a thousandth of the world
    ["spot", { at, place: { radius_km: null } }],
  ]);
  for (const [zoom, isSeen] of [
    [4, false], // 4 px
    [6, true], // 16 px
    [6, true],
    [5, true], // 8.2 px
    [4, false],
  ]) {
    stage.map = { getZoom: () => zoom, hasLayer: (layer) => drawn.has(layer) };
    drawRings();
    assert.equal(drawn.has(ring), isSeen);
  }
});

// ------------------------------------------------------------------ what the page lays over the map

test("what stands at the sides of the map covers it as far as it reaches into it", () => {
  const sides = (left, right) => coveredBy({ left: 100, right: 1100, width: 1000 }, left, right);
  assert.deepEqual(sides({ right: 400.4, width: 300 }, { left: 850, width: 250 }), { left: 300, right: 250 });
  assert.deepEqual(sides(undefined, undefined), { left: 0, right: 0 });
  assert.deepEqual(sides({ right: 400, width: 0 }, { left: 850, width: 0 }), { left: 0, right: 0 }, "is not shown");
  assert.deepEqual(sides({ right: 90, width: 90 }, { left: 1110, width: 90 }), { left: 0, right: 0 }, "beside it");
  assert.deepEqual(sides({ right: 899, width: 799 }, { left: 300, width: 800 }), { left: 799, right: 0 }, "over it");
});

// ------------------------------------------------------------------ 180 degrees

const polygon = (...ring) => ({ geometry: { type: "Polygon", coordinates: [ring] } });

test("where the largest gap between places lies over 180 degrees, longitudes are the usual ones", () => {
  frameFor([20, 77], []);
  assert.deepEqual([lonOf(-179), lonOf(20), lonOf(179)], [-179, 20, 179]);
});

test("what lies on both sides of 180 degrees lies together", () => {
  frameFor([178, -179], []);
  assert.deepEqual([lonOf(178), lonOf(-179)], [178, 181]);
  const [[ring]] = polygonsOf(polygon([-179, 1], [-178, 1], [-178, 2], [-179, 1]));
  assert.deepEqual(ring, [
    [181, 1],
    [182, 1],
    [182, 2],
    [181, 1],
  ]);
});

test("what GeoJSON cuts at 180 degrees is put together again", () => {
  const halves = {
    geometry: {
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [179, 0],
            [180, 0],
            [180, 2],
            [179, 2],
            [179, 0],
          ],
        ],
        [
          [
            [-180, 0],
            [-179, 0],
            [-179, 2],
            [-180, 2],
            [-180, 0],
          ],
        ],
      ],
    },
  };
  frameFor([], [halves]);
  const joined = polygonsOf(halves);
  assert.equal(joined.length, 1);
  const lons = joined[0][0].map(([lon]) => lon);
  assert.deepEqual([Math.min(...lons), Math.max(...lons)], [179, 181]);
});

const ring = (...corners) => [...corners, corners[0]];
/** How large a ring is, in square degrees: less where it crosses itself. */
const area = ([outer]) =>
  Math.abs(outer.slice(1).reduce((sum, [x, y], n) => sum + outer[n][0] * y - x * outer[n][1], 0)) / 2;

test("halves are put together wherever their rings begin, in either order, each with its own", () => {
  const west = (low) => [
    [179, low],
    [180, low],
    [180, low + 2],
    [179, low + 2],
  ];
  const east = (low) => [
    [-180, low],
    [-179, low],
    [-179, low + 2],
    [-180, low + 2],
  ];
  const from = (corners, first) => [ring(...corners.slice(first), ...corners.slice(0, first))];
  const whole = [ring([170, 0], [171, 0], [171, 1], [170, 1])];
  for (let first = 0; first < 4; first++) {
    const parts = [from(west(0), first), from(east(10), first), whole, from(west(10), first), from(east(0), first)];
    const joined = polygonsOf({ geometry: { type: "MultiPolygon", coordinates: parts } });
    assert.deepEqual(joined.map(area), [4, 4, 1]);
    assert.deepEqual(
      joined.map(([outer]) => Math.min(...outer.map(([, lat]) => lat))),
      [0, 10, 0],
    );
  }
});

test("a half is joined to one other, whatever else has the same cut", () => {
  const [one, other] = [179, 178].map((lon) => [ring([lon, 0], [180, 0], [180, 2], [lon, 2])]);
  const east = [ring([-180, 0], [-179, 0], [-179, 2], [-180, 2])];
  const joined = polygonsOf({ geometry: { type: "MultiPolygon", coordinates: [one, east, other] } });
  assert.deepEqual(joined.map(area), [4, 4]);
});

test("what meets at 180 degrees in one point alone stays apart", () => {
  const parts = [[ring([179, 0], [180, 1], [179, 2])], [ring([-180, 1], [-179, 0], [-179, 2])]];
  assert.equal(polygonsOf({ geometry: { type: "MultiPolygon", coordinates: parts } }).length, 2);
});

test("an outline far in the west, or far in the east, that crosses nothing is as it was", () => {
  frameFor([0], []);
  for (const [one, other] of [
    [-160, -140],
    [140, 160],
  ]) {
    const outline = polygon([one, 60], [other, 60], [other, 65], [one, 60]);
    assert.deepEqual(polygonsOf(outline), [outline.geometry.coordinates]);
  }
});

test("the usual longitudes stay where no other gap is wider", () => {
  for (const [points, features, asked] of [
    [[-90, 90], [], -90], // two gaps of 180 degrees
    [[-170, -80, 40], [], -80], // 150 degrees over the end, and two gaps of less
    [[10], [polygon([170, 0], [180, 0], [180, 1], [170, 0])], -100], // up to the end, and not over it
    [[0], [], -180],
  ]) {
    frameFor(points, features);
    assert.equal(lonOf(asked), asked);
  }
});
