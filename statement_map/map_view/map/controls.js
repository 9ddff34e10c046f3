/* Buttons and panels on the map, and backgrounds from the internet. */
import { boxOf, foldPanels, makeRoom } from "./area.js";
import { fitNames } from "./names.js";
import { patchOf } from "./patterns.js";
import { refitPopup } from "./popups.js";
import { stage, corner, host, inWords, isWide, worded } from "./stage.js";
import { homeBounds, look, moveTo } from "./view.js";
import { element, fill, numberIn } from "../../browser/program/parts.js";

const PANEL_GAP_PX = 6; // between an open panel and the end of the map
const TILES = [
  {
    key: "osm",
    name: "OpenStreetMap",
    url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    maxZoom: 19,
    by: [["© OpenStreetMap contributors", "https://www.openstreetmap.org/copyright"]],
  },
  {
    key: "topo",
    name: "OpenTopoMap",
    url: "https://tile.opentopomap.org/{z}/{x}/{y}.png",
    maxZoom: 17,
    by: [
      ["© OpenStreetMap contributors", "https://www.openstreetmap.org/copyright"],
      ["SRTM", "https://lpdaac.usgs.gov/"],
      ["© OpenTopoMap (CC BY-SA)", "https://opentopomap.org/about"],
    ],
  },
];
const TILE_WAIT_MS = 6000; // without a tile after this, it is said that none come
const SEEN = ["now", "possible", "open"]; // what catches the eye is told while the legend is closed

export function drawControls() {
  makeRoom(host().statementMapStep?.covered);
  const home = tool("⌂", "map-home", () => {
    stage.aboutShown = "";
    look(homeBounds(), { isSeveral: true });
  });
  const tools = element("div", { class: "leaflet-bar tools" }, home);
  corner("topleft", tools);

  const follow = element("input", { type: "checkbox", checked: true });
  follow.addEventListener("change", () => {
    stage.following = follow.checked;
    stage.aboutShown = "";
    if (stage.following) moveTo(stage.content.events.find(({ id }) => id === stage.currentEvent));
  });
  const settings = element(
    "details",
    { class: "panel settings" },
    worded("summary", {}, "map-settings"),
    element("label", {}, follow, " ", worded("span", {}, "map-follow")),
  );
  corner("topright", settings);
  if (!stage.content.standalone) drawBackgrounds(tools, settings);
  drawLegend();
  stage.map.on("resize", fitPanels);
  stage.map.getContainer().addEventListener(
    "toggle",
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.matches(".panel")) unfolded(target);
    },
    true,
  );
}

/** One panel is open at a time; on a narrow map that, or a popup.
 *
 * @type {(panel: HTMLDetailsElement) => void}
 */
function unfolded(panel) {
  if (panel.open) {
    foldPanels(panel);
    if (!isWide()) stage.map.closePopup();
  }
  fitPanels();
  refitPopup();
  fitNames();
}

/** An open panel ends above what stands at the bottom. */
function fitPanels() {
  const bars = [...document.querySelectorAll(".leaflet-bottom > *")].map(boxOf);
  const bottom = Math.min(...bars.filter(({ left, right }) => right > left).map(({ top }) => top));
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const panels = document.querySelectorAll(".leaflet-top .panel");
  for (const panel of panels) {
    panel.style.maxHeight = panel.open ? `${bottom - boxOf(panel).top - PANEL_GAP_PX}px` : "";
  }
}

/** @type {(tools: HTMLElement, settings: HTMLElement) => void} */
function drawBackgrounds(tools, settings) {
  const online = tool("OSM", "map-switch-online", () => {
    background.value = background.value ? "" : TILES[0].key;
    background.dispatchEvent(new Event("change"));
  });
  tools.append(online);
  const background = element("select");
  inWords(() => {
    const chosen = background.value;
    background.replaceChildren(
      element("option", { value: "" }, stage.words["map-outlines"]),
      ...TILES.map(({ key, name }) => element("option", { value: key }, fill(stage.words["map-online"], { name }))),
    );
    background.value = chosen;
  });
  settings.append(element("label", {}, worded("span", {}, "map-background"), " ", background));
  const status = worded("p", { class: "panel status", role: "status", hidden: true }, "map-unreachable");
  corner("bottomleft", status);
  background.addEventListener("change", () => {
    online.setAttribute("aria-pressed", `${Boolean(background.value)}`);
    showTiles(background.value, status);
  });
}

/** @type {(sign: string, key: string, act: () => void) => HTMLElement} */
function tool(sign, key, act) {
  const button = element("button", { type: "button" }, sign);
  inWords(() => {
    button.title = stage.words[key];
    button.setAttribute("aria-label", stage.words[key]);
  });
  button.addEventListener("click", act);
  return button;
}

function drawLegend() {
  const inBrief = SEEN.map((state) => element("span", {}, patchOf(state), worded("span", {}, `map-legend-${state}`)));
  const brief = element("span", { class: "brief" }, ...inBrief);
  const rows = ["now", "possible", "open", "earlier", "later"].map((state) => {
    const shown = state === "open" ? "is-possible is-undated" : `is-${state}`;
    const glyph = element("span", { class: "glyph" });
    const sample = element("span", { class: `sample kind-site ${shown}`, "aria-hidden": true }, glyph);
    return element("li", {}, sample, patchOf(state), worded("span", {}, `state-${state}`));
  });
  for (const shape of ["current", "broken", "crowd", "radius", "area", "town"]) {
    const swatch = element("i", { class: `swatch-${shape}` }, shape === "crowd" ? numberIn(stage.language, 4) : "");
    const sample = element("span", { class: "sample", "aria-hidden": true }, swatch);
    rows.push(element("li", {}, sample, worded("span", {}, `map-legend-${shape}`)));
  }
  corner(
    "topright",
    element(
      "details",
      { class: "panel legend" },
      element("summary", {}, worded("span", {}, "map-legend"), brief),
      element("ul", {}, ...rows),
      element("ul", { class: "of-topics" }, ...topicRows()),
    ),
  );
}

/** The signs of the topics, in the order in which they are numbered.
 *
 * @type {() => HTMLElement[]}
 */
function topicRows() {
  return Object.entries(stage.content.topics).map(([id, title]) => {
    const sign = element("i", { class: `topic-sign shape-${stage.content.shapes[id]}` });
    const name = element("span");
    inWords(() => name.replaceChildren(...stage.tag(title)));
    return element("li", {}, element("span", { class: "sample", "aria-hidden": true }, sign), name);
  });
}

/** @type {(key: string, status: HTMLElement) => void} */
function showTiles(key, status) {
  stage.tiles?.remove();
  stage.tiles = null;
  status.hidden = true;
  stage.map.getContainer().classList.toggle("has-tiles", false);
  const source = TILES.find((each) => each.key === key);
  if (!source) return;
  const credit = source.by
    .map(([name, url]) => `<a href="${url}" target="_blank" rel="noopener">${name}</a>`)
    .join(", ");
  const layer = L.tileLayer(source.url, {
    maxZoom: source.maxZoom,
    attribution: credit,
    // OpenStreetMap's servers refuse requests that do not say where they come from.
    referrerPolicy: "strict-origin-when-cross-origin",
  });
  const failed = () => {
    if (stage.tiles === layer && !stage.map.getContainer().classList.contains("has-tiles")) status.hidden = false;
  };
  layer.on("tileload", () => {
    status.hidden = true;
    stage.map.getContainer().classList.add("has-tiles");
  });
  layer.on("tileerror", failed);
  setTimeout(failed, TILE_WAIT_MS);
  stage.tiles = layer.addTo(stage.map);
}
