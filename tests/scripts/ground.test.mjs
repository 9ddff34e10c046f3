/* Which tiles of the ground are asked for, and which of its names stand on the map. Tiles are those of Web Mercator:
 * at zoom 3 each has 45 degrees of longitude, from 180° west on. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putLeaflet } from "./leaflet.mjs";

putLeaflet();
const pen = { measureText: () => ({ width: pen.font === "normal 10px sans" ? 36 : 0 }) }; // 40 px, with 2 on each side
const { createElement } = document;
document.createElement = (tag) => Object.assign(createElement(tag), { getContext: () => pen });
/** A style is that of what stands among the names. */
globalThis.getComputedStyle = (node) =>
  panes.names.contains(node) ? { fontStyle: "normal", fontSize: "10px", fontFamily: "sans" } : {};
const { frameFor } = await import("../../statement_map/map_view/map/antimeridian.js");
const { quartersWithout } = await import("../../statement_map/map_view/map/boxes.js");
const { stage } = await import("../../statement_map/map_view/map/stage.js");

const bounds = (south, west, north, east) =>
  L.latLngBounds([
    [south, west],
    [north, east],
  ]);
let asked, tiles, view, zoom, shown, further, listeners, draw, panes;
const settled = () => new Promise(setImmediate);
globalThis.fetch = (address) => {
  asked.push(address);
  return address in tiles ? Promise.resolve({ json: () => tiles[address] }) : Promise.reject(new Error("offline"));
};
beforeEach(async () => {
  [asked, tiles, shown, further, listeners] = [[], {}, new Map(), 0, {}];
  [view, zoom] = [bounds(40, 50, 55, 80), 6];
  panes = { names: document.createElement("div") };
  document.body.replaceChildren();
  const box = document.createElement("div");
  frameFor([50], []);
  stage.map = {
    getContainer: () => box,
    getZoom: () => zoom,
    getBounds: () => view,
    createPane: (pane) => (panes[pane] = document.createElement("div")),
    getPane: (pane) => panes[pane],
    unproject: ([x, y], at) => L.CRS.EPSG3857.pointToLatLng(L.point(x, y), at),
    on: (kind, react) => (listeners[kind] = react),
    latLngToContainerPoint: ({ lat, lng }) => L.point((lng - 50) * 20, (55 - lat) * 20),
    addLayer: (layer) => {
      layer._map = stage.map;
      layer._icon = layer._image = document.createElement("div");
      layer._icon.append(...(layer.options.icon ? [layer.options.icon.options.html] : []));
      shown.set(layer, layer._icon);
    },
    removeLayer: (layer) => shown.delete(layer),
  };
  Object.assign(stage, { names: [], marks: new Map(), language: "en", content: {} });
  count += 1;
  draw = await import(`../../statement_map/map_view/map/ground.js?map=${count}`); // a map of its own
});
let count = 0;
const start = async (...names) => {
  draw.drawGround(Object.fromEntries(names.map((name) => [name, name])), () => (further += 1));
  await settled();
};

// ------------------------------------------------------------------ tiles

/* The map's zoom, and which tiles are asked for of those that there are: nearer ones from 5 and from 7.5 on. */
for (const [at, wanted] of [
  [0, ["3_5_2"]],
  [4.9, ["3_5_2"]],
  [5, ["3_5_2", "4_10_5"]],
  [7.5, ["3_5_2", "4_10_5", "6_42_23"]],
]) {
  test(`at zoom ${at} there are ${wanted.length} kinds of tiles`, async () => {
    zoom = at;
    await start("3_5_2", "4_10_5", "6_42_23");
    assert.deepEqual(asked, wanted);
    const near = [...stage.map.getContainer().classList];
    assert.deepEqual([near.includes("is-near"), near.includes("is-close")], [at >= 5, at >= 7.5]);
  });
}

/* What is in sight, and which of four tiles around 45° east and 40.98° north are. */
for (const [what, seen, wanted] of [
  ["one corner", bounds(50, 50, 51, 51), ["3_5_2"]],
  ["both sides of a meridian", bounds(50, 40, 51, 50), ["3_4_2", "3_5_2"]],
  ["all four", bounds(40, 40, 42, 50), ["3_4_2", "3_5_2", "3_4_3", "3_5_3"]],
  ["elsewhere", bounds(-50, -50, -49, -49), []],
]) {
  test(`tiles of ${what} are asked for`, async () => {
    view = seen;
    await start("3_4_2", "3_5_2", "3_4_3", "3_5_3");
    assert.deepEqual(asked, wanted);
  });
}

test("a tile lies where the map's longitudes do, beyond 180° too", async () => {
  frameFor([170, -170], []);
  view = bounds(50, 182, 60, 190); // -178° to -170°
  await start("3_0_2", "3_7_2");
  assert.deepEqual(asked, ["3_0_2"]);
  view = bounds(50, 170, 60, 190);
  await listeners.moveend();
  assert.deepEqual(asked.slice(1), ["3_0_2", "3_7_2"], "the first could not be had");
});

test("each tile is asked for once, and one that fails again with the next move", async () => {
  tiles = { "3_5_2": { features: [] } };
  await start("3_5_2", "4_10_5");
  assert.deepEqual([asked, further], [["3_5_2", "4_10_5"], 1]);
  await listeners.moveend();
  assert.deepEqual(asked.slice(2), ["4_10_5"]);
  assert.equal(further, 1, "there are no more names");
});

test("relief fades as its pixels grow, down to a hint of mountains", async () => {
  const { style } = stage.map.getContainer();
  for (const [at, far, close] of [
    [7.5, "1", "1"],
    [8.5, "0.65", "1"],
    [10, "0.15", "0.6"],
    [13, "0.15", "0.3"],
  ]) {
    zoom = at;
    await start();
    const found = ["--relief", "--relief-close"].map((name) => Number(style.getPropertyValue(name)).toFixed(2));
    assert.deepEqual(
      found,
      [far, close].map((it) => Number(it).toFixed(2)),
    );
  }
});

test("what lies on the ground lies above the outlines, and below tiles from the internet: relief, rivers, lakes", async () => {
  await start();
  const order = ["relief-3", "relief-4", "relief-6", "ground-3", "ground-4", "lakes-3", "lakes-4"];
  const heights = order.map((pane) => panes[pane].style.zIndex);
  assert.deepEqual(heights, heights.toSorted());
  assert.ok(heights[0] > 150 && heights.at(-1) < 200);
  for (const pane of order) assert.equal(panes[pane].style.pointerEvents, "none");
});

const line = (...corners) => ({ type: "LineString", coordinates: corners });
const polygon = (...corners) => ({ type: "Polygon", coordinates: [corners] });

test("urban areas lie below rivers, and lakes above their lines, which are thinner by rank", async () => {
  const shape = (kind, geometry, rank) => ({ properties: { kind, rank }, geometry });
  const [corners, course] = [polygon([60, 45], [61, 45], [61, 46], [60, 45]), line([60, 45], [61, 46])];
  await put(
    shape("lake", corners, 2),
    shape("river", course, 4),
    shape("urban", corners),
    shape("river", course, 10),
    shape("river", course),
  );
  const drawn = [...shown.keys()].map((layer) => {
    const { className, weight, pane, interactive } = layer.getLayers()[0].options;
    return [className, Number(weight.toFixed(2)), pane, interactive].join(" ");
  });
  assert.deepEqual(drawn, [
    "ground-urban 1 ground-3 false",
    "ground-river 1.2 ground-3 false", // 1.8 - 4 × 0.15
    "ground-river 0.6 ground-3 false",
    "ground-river 1.8 ground-3 false",
    "ground-lake 1 lakes-3 false",
  ]);
});

test("beyond 180° rivers, names and relief lie where the map's longitudes do", async () => {
  frameFor([170, -170], []);
  view = bounds(50, 182, 60, 190);
  const river = { properties: { kind: "river", name_en: "Anadyr" }, geometry: line([-179, 52], [-178, 53]) };
  tiles = { "3_0_2": { relief: "data:relief", features: [river] } };
  await start("3_0_2");
  const [relief, group] = shown.keys();
  const sides = relief.getBounds();
  assert.deepEqual(
    [sides.getWest(), sides.getEast(), sides.getSouth()].map((it) => it.toFixed(2)),
    ["180.00", "225.00", "40.98"],
  );
  assert.equal(relief.options.pane, "relief-3");
  const [course] = group.getLayers();
  assert.deepEqual(
    course.getLatLngs().map(({ lat, lng }) => [lat, lng]),
    [
      [52, 181],
      [53, 182],
    ],
  );
  stage.map.latLngToContainerPoint = ({ lat, lng }) => L.point((lng - 180) * 20, (55 - lat) * 20);
  shown.clear();
  assert.deepEqual(Object.keys(name()), ["Anadyr"]);
  assert.equal([...shown.keys()][0]._latlng.lng, 182);
});

test("relief from afar is left out where a nearer tile has its own", async () => {
  tiles = { "3_5_2": { relief: "data:relief", features: [] } };
  await start("3_5_2", "4_11_5", "4_1_1"); // of its four quarters the lower right one
  const [relief] = shown.values();
  const lowerRight = quartersWithout((column, row) => column === 1 && row === 1);
  assert.equal(relief.style.getPropertyValue("--without-nearer"), lowerRight);
});

// ------------------------------------------------------------------ names

const AREA = { left: 0, top: 0, right: 600, bottom: 300 };
const feature = (kind, name, geometry, more = {}) => ({ properties: { kind, name_en: name, ...more }, geometry });
const town = (name, lat, lon, more = {}) => feature("town", name, { type: "Point", coordinates: [lon, lat] }, more);
/** What stands on the map after this, in which place from where it lies. */
const name = (taken = []) => {
  draw.nameGround(taken, AREA);
  return Object.fromEntries(
    [...shown.values()]
      .map((icon) => icon.querySelector(".name"))
      .map((node) => [node.textContent, node.style.translate]),
  );
};
const put = async (...features) => {
  tiles = { "3_5_2": { features } };
  await start("3_5_2");
};

test("a town has a dot and its name beside it, a lake its name in its middle", async () => {
  const lake = {
    type: "Polygon",
    coordinates: [
      [
        [70, 45],
        [71, 45],
        [71, 46],
        [70, 45],
      ],
    ],
  };
  await put(town("Astana", 51, 60, { capital: true }), feature("lake", "Balkhash", lake, { label: [70, 46] }));
  shown.clear(); // outlines of waters
  // A name of 40 × 14 px, 5 px from the middle of the dot.
  assert.deepEqual(name(), { Astana: "25px 0px", Balkhash: "0px 0px" });
  const [dot, none] = [...shown.values()].map((icon) => icon.querySelector("i"));
  assert.deepEqual([dot.className, none], ["dot capital", null]);
  name();
  const probes = panes.names.children.map(({ className, hidden }) => [className, hidden]);
  assert.deepEqual(probes, [
    ["name name-town", true], // for their font, once
    ["name name-lake", true],
  ]);
});

test("a name waits for its zoom, half of it sooner where there is room, and goes again", async () => {
  await put(town("Small", 51, 60, { zoom: 6.6 }), town("Large", 50, 65, { zoom: 3 }));
  assert.deepEqual(Object.keys(name()), ["Large"]);
  zoom = 6.1;
  assert.deepEqual(Object.keys(name()).toSorted(), ["Large", "Small"]);
  zoom = 6;
  assert.deepEqual(Object.keys(name()), ["Large"]);
  zoom = 6.1;
  assert.deepEqual(Object.keys(name()).toSorted(), ["Large", "Small"]);
  assert.ok([...shown.values()].every((icon) => icon.getAttribute("aria-hidden") === "true"));
});

test("rivers and lakes come by their rank, as Natural Earth has it", async () => {
  const course = {
    type: "MultiLineString",
    coordinates: [
      [
        [60, 50],
        [61, 50],
      ],
      [
        [70, 50],
        [71, 51],
        [72, 50],
        [73, 49],
      ],
    ],
  };
  await put(feature("river", "Irtysh", course, { rank: 5 })); // from 3 + 5 × 0.7
  shown.clear();
  zoom = 5.9;
  assert.deepEqual(name(), {});
  zoom = 6;
  assert.deepEqual(name(), { Irtysh: "0px 0px" });
  const [{ _latlng: at }] = shown.keys();
  assert.deepEqual([at.lat, at.lng], [50, 72], "in the middle of its longest part");
});

test("a lake of the second rank has its name from 5.5 on", async () => {
  await put(feature("lake", "Zaysan", polygon([70, 45], [71, 45], [71, 46], [70, 45]), { label: [70, 46], rank: 2 }));
  shown.clear();
  for (const [at, names] of [
    [4.9, []],
    [5, ["Zaysan"]],
  ]) {
    zoom = at;
    assert.deepEqual(Object.keys(name()), names);
  }
});

test("a name that has no room, or is out of sight, is not there", async () => {
  await put(town("Astana", 51, 60), town("Far", 51, 81));
  assert.deepEqual(Object.keys(name()), ["Astana"]);
  assert.deepEqual(name([{ left: 100, top: 0, right: 300, bottom: 200 }]), {});
});

test("the larger town has room first, the other stands beside it", async () => {
  await put(town("Small", 51, 60, { zoom: 4 }), town("Large", 51, 60.5, { zoom: 3 })); // 10 px apart
  assert.deepEqual(name(), { Large: "25px 0px", Small: "-25px 0px" });
});

test("no more than sixty names stand at once", async () => {
  await put(...Array.from({ length: 70 }, (_, n) => town(`t${n}`, 54.5 - (n % 10) * 1.4, 51 + Math.floor(n / 10) * 4)));
  assert.equal(Object.keys(name()).length, 60);
});

test("a town at which a place is marked has no second name", async () => {
  await put(town("Almaty", 50, 60), town("Kaskelen", 50, 61));
  stage.marks.set("almaty", { at: L.latLng(50.1, 60) }); // 11.1 km off
  assert.deepEqual(Object.keys(name()), ["Kaskelen"]);
  stage.marks.set("kaskelen", { at: L.latLng(50.11, 61) }); // 12.2 km
  assert.deepEqual(Object.keys(name()), ["Kaskelen"]);
});

test("a city of the outlines lends its name of that day to the town, and stands no second time", async () => {
  const properties = { kind: "city", name_en: "Nur-Sultan", name_pl: "Nursułtan", label_zoom: 3 };
  stage.names = [{ properties, at: L.latLng(51.05, 60) }]; // 5.6 km
  await put(town("Astana", 51, 60));
  assert.deepEqual(Object.keys(name()), ["Nur-Sultan"]);
  assert.equal(properties.label_zoom, Infinity);
  stage.language = "pl";
  assert.deepEqual(Object.keys(name()), ["Nursułtan"]);
});

test("a lake that has a name among the outlines is not named twice, whatever stands before it", async () => {
  stage.names = [{ properties: { kind: "water", name_en: "Lake Balkhash" }, at: L.latLng(0, 0) }];
  const shore = polygon([70, 45], [71, 45], [71, 46], [70, 45]);
  const lake = (its) => feature("lake", its, shore, { label: [70, 46] });
  await put(lake("Balkhash"), lake("Alakol"));
  shown.clear();
  assert.deepEqual(Object.keys(name()), ["Alakol"]);
});

test("urban areas, and what has no name in English, are not named", async () => {
  const area = {
    type: "Polygon",
    coordinates: [
      [
        [70, 45],
        [71, 45],
        [71, 46],
        [70, 45],
      ],
    ],
  };
  await put(feature("urban", "Almaty", area, { label: [70, 46] }), town("", 51, 60));
  shown.clear();
  assert.deepEqual(name(), {});
});
