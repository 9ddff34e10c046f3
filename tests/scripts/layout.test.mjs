/* Where names and crowds stand on the map, and which longitudes it has: no page is needed. */
import assert from "node:assert/strict";
import { test } from "node:test";
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
