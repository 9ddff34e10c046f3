/* Corners and markers as Web Mercator has them, and Leaflet itself: once for a world, then scaled. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { putLeaflet } from "./leaflet.mjs";

putLeaflet();
const { easeLeaflet, inWorld } = await import("../../statement_map/map_view/map/projecting.js");
const { stage } = await import("../../statement_map/map_view/map/stage.js");
easeLeaflet();

/** A map at a zoom, whose layers begin at a px of the world. */
const at = (zoom, left = 0, top = 0) => {
  stage.map = { getZoom: () => zoom, getPixelOrigin: () => L.point(left, top) };
};
const project = (latlngs) => {
  const [rings, bounds] = [[], L.bounds([])];
  new L.Polyline([])._projectLatlngs(latlngs, rings, bounds);
  return { rings: rings.map((ring) => ring.map(({ x, y }) => [x, y])), bounds };
};
const corners = (...pairs) => pairs.map(([lat, lon]) => L.latLng(lat, lon));

/* By Mercator's formula on a world 1 px wide, with y from 0 at 85.0511° north to 1 at as much south. */
for (const [lat, lon, x, y] of [
  [0, 0, 0.5, 0.5],
  [0, -180, 0, 0.5],
  [0, 190, 370 / 360, 0.5],
  [85.0511287798, 0, 0.5, 0],
  [45, 90, 0.75, (1 - Math.log(Math.tan(Math.PI / 4) + 1 / Math.cos(Math.PI / 4)) / Math.PI) / 2],
]) {
  test(`${lat}, ${lon} lies at ${x.toFixed(2)}, ${y.toFixed(2)} of the world`, () => {
    const found = inWorld(L.latLng(lat, lon));
    assert.ok(Math.abs(found[0] - x) < 1e-9 && Math.abs(found[1] - y) < 1e-9, `${found}`);
  });
}

test("a ring is projected as Leaflet itself does it, at each zoom, from where its layers begin", () => {
  const ring = corners([43.238, 76.945], [51.16, 71.43], [-33.9, 18.4], [0, 190]);
  for (const [zoom, left, top] of [
    [0, 0, 0],
    [5, 100, 40],
    [7.5, 12345, -678],
    [3, 0, 0], // back: what is known of the world is scaled anew
  ]) {
    at(zoom, left, top);
    const expected = ring.map((corner) => {
      const { x, y } = L.CRS.EPSG3857.latLngToPoint(corner, zoom).round();
      return [x - left, y - top];
    });
    assert.deepEqual(project(ring).rings, [expected]);
  }
});

test("the bounds hold all rings, however deep they lie", () => {
  at(8);
  const [one, other] = [corners([45, 0], [0, 90]), corners([0, -90], [-45, 0])];
  const { rings, bounds } = project([[one], [[other]]]);
  assert.equal(rings.length, 2);
  const south = Math.round((1 + Math.log(Math.tan(Math.PI / 4) + Math.SQRT2) / Math.PI) * 32768);
  assert.deepEqual(
    [bounds.min, bounds.max].map(({ x, y }) => [x, y]),
    [
      [16384, 65536 - south], // the world is 65536 px wide
      [49152, south],
    ],
  );
});

test("a ring without corners has no bounds, and one that has grown is projected anew", () => {
  at(0);
  const ring = corners([0, 0]);
  assert.equal(project([]).bounds.isValid(), false);
  assert.deepEqual(project(ring).rings, [[[128, 128]]]);
  ring.push(L.latLng(0, 180));
  assert.deepEqual(project(ring).rings, [
    [
      [128, 128],
      [256, 128],
    ],
  ]);
});

test("a marker is moved in the plane, and lies above those north of it", () => {
  let isStacked = false;
  const marker = new L.Marker([0, 0], { zIndexOffset: 1000 });
  Object.assign(marker, { _icon: { style: {} }, _resetZIndex: () => (isStacked = true) });
  marker._setPos(L.point(3, 40));
  assert.equal(marker._icon.style.transform, "translate(3px, 40px)");
  assert.deepEqual([L.DomUtil.getPosition(marker._icon), marker._zIndex, isStacked], [L.point(3, 40), 1040, true]);
});
