/* The base map: outlines of countries, regions and waters, and their names. */
import { lonOf, polygonsOf } from "./antimeridian.js";
import { stage, inWords } from "./stage.js";
import { element, sure } from "../../browser/program/parts.js";

/** @type {(polygons: Polygon[]) => Drawable} */
export function asFeature(polygons) {
  return { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: polygons } };
}

/** @type {(features: Outline[]) => void} */
export function drawBase(features) {
  const pane = stage.map.createPane("outlines");
  pane.style.zIndex = "150"; // below the tiles: they cover the outlines when they come
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: "outlines", padding: 0.5 });
  L.rectangle(
    [
      [-90, -540],
      [90, 540],
    ],
    { pane: "outlines", renderer, interactive: false, className: "sea" },
  ).addTo(stage.map);
  const ranks = ["country", "region", "city", "water"];
  const sorted = features.toSorted((a, b) => ranks.indexOf(a.properties.kind) - ranks.indexOf(b.properties.kind));
  for (const feature of sorted) {
    // The holes of a region are its cities, whose limits here are out of date.
    const isRegion = feature.properties.kind === "region";
    const polygons = polygonsOf(feature).map((rings) => (isRegion ? rings.slice(0, 1) : rings));
    const options = {
      pane: "outlines",
      renderer,
      interactive: false,
      style: { className: `outline outline-${feature.properties.kind}` },
    };
    L.geoJSON(asFeature(polygons), options).addTo(stage.map);
    if (feature.properties.kind === "city") continue;
    for (const [lon, lat] of polygons.flat(2)) stage.lines.push(L.latLng(lat, lon));
  }
  drawNames(features);
}

/** The names of the base map, those that show from afar first; names.js finds room for them.
 *
 * @type {(features: Outline[]) => void}
 */
function drawNames(features) {
  const pane = stage.map.createPane("names");
  pane.style.zIndex = "450";
  pane.style.pointerEvents = "none";
  const marked = new Set(stage.content.places.map(({ name }) => name.en));
  stage.names = features
    .map(({ properties }) => properties)
    .filter(({ kind, name_en }) => kind !== "city" || !marked.has(name_en))
    .toSorted((a, b) => a.label_zoom - b.label_zoom)
    .map((properties) => {
      const node = element("span", { class: `name name-${properties.kind}` });
      const at = L.latLng(properties.label_lat, lonOf(properties.label_lon));
      const marker = L.marker(at, {
        pane: "names",
        interactive: false,
        keyboard: false,
        icon: L.divIcon({ className: "name-anchor", html: node, iconSize: [0, 0] }),
      }).addTo(stage.map);
      sure(marker.getElement()).setAttribute("aria-hidden", "true");
      return { properties, at, node };
    });
  inWords(() => {
    for (const { properties, node } of stage.names) {
      node.textContent = properties[`name_${stage.language}`] ?? properties.name_en;
    }
  });
}
