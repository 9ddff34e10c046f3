/* The base map: which outlines are drawn in which order, the corners that are looked at, and the names there are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { putLeaflet } from "./leaflet.mjs";

putLeaflet();
const { frameFor } = await import("../../statement_map/map_view/map/antimeridian.js");
const { drawBase } = await import("../../statement_map/map_view/map/base_map.js");
const { rewrite, stage } = await import("../../statement_map/map_view/map/stage.js");

const square = (west, south) => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south],
];
const outline = (kind, name_en, from, west, ...holes) => ({
  geometry: { type: "Polygon", coordinates: [square(west, 0), ...holes.map((hole) => square(hole, 0))] },
  properties: { kind, name_en, label_zoom: from, label_lat: 0.5, label_lon: west, name_pl: `${name_en} (pl)` },
});
const layers = [];
const panes = {};
stage.map = {
  createPane: (pane) => (panes[pane] = document.createElement("div")),
  addLayer(layer) {
    layer._icon = document.createElement("div");
    layers.push(layer);
  },
};
Object.assign(stage, { language: "en", lines: [], content: { places: [{ name: { en: "Almaty" } }] } });
frameFor([0, 20], []);
drawBase([
  outline("water", "Aral", 5, 1),
  outline("city", "Almaty", 6, 2),
  outline("city", "Astana", 4, 3),
  outline("region", "Mangystau", 3, 4, 9),
  outline("country", "Kazakhstan", 2, 5, 9),
]);
const shapes = layers.filter((layer) => layer instanceof L.GeoJSON).flatMap((layer) => layer.getLayers());

test("below all lies the sea, then countries, regions, cities and waters", () => {
  assert.ok(layers[0] instanceof L.Rectangle);
  assert.deepEqual(layers[0].options.className, "sea");
  assert.ok(
    layers[0].getBounds().contains(
      L.latLngBounds([
        [-90, -360],
        [90, 360],
      ]),
    ),
    "wherever the longitudes begin",
  );
  assert.deepEqual(
    shapes.map(({ options }) => options.className),
    ["country", "region", "city", "city", "water"].map((kind) => `outline outline-${kind}`),
  );
  assert.ok(shapes.every(({ options }) => options.pane === "outlines" && options.interactive === false));
  assert.deepEqual([panes.outlines.style.zIndex, panes.names.style.zIndex], ["150", "450"]);
});

test("a region has no holes, which are its cities; a country has", () => {
  const [country, region] = shapes.map((shape) => shape.getLatLngs()[0].length);
  assert.deepEqual([country, region], [2, 1]);
});

test("corners of all but cities are there to be looked at", () => {
  const at = stage.lines.map(({ lng }) => Math.floor(lng));
  assert.deepEqual(
    [...new Set(at)].toSorted((a, b) => a - b),
    [1, 2, 4, 5, 6, 9, 10],
  );
});

test("what shows from afar is named first, a city that is a place of the text not, and all in the language", () => {
  const names = () => stage.names.map(({ node }) => node.textContent);
  assert.deepEqual(names(), ["Kazakhstan", "Mangystau", "Astana", "Aral"]);
  assert.equal(stage.names[0].node.className, "name name-country");
  assert.deepEqual([stage.names[3].at.lat, stage.names[3].at.lng], [0.5, 1]);
  stage.language = "pl";
  rewrite();
  assert.equal(names()[0], "Kazakhstan (pl)");
  stage.language = "uk";
  rewrite();
  assert.equal(names()[0], "Kazakhstan", "where it has none in the language, that in English");
  const marks = layers.filter((layer) => layer instanceof L.Marker);
  assert.ok(marks.every((marker) => marker.getElement().getAttribute("aria-hidden") === "true"));
});
