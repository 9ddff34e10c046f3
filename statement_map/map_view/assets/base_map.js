/* The base map: outlines of countries, regions and waters, and their names. */
"use strict";

window.statementBaseMap = (() => {
  const stage = window.statementStage;
  const { element } = window.statementParts;
  const { inWords } = stage;

  /** The polygons of a feature; what crosses 180° is put together again, east of the rest. */
  function polygonsOf({ geometry }) {
    const polygons =
      geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const lons = polygons.flatMap(([outer]) => outer.map(([lon]) => lon));
    if (Math.min(...lons) > -150 || Math.max(...lons) < 150) return polygons;
    const shifted = polygons.map((rings) =>
      rings.map((ring) => ring.map(([lon, lat]) => [lon < -150 ? lon + 360 : lon, lat])),
    );
    return joinAt180(shifted);
  }

  /** GeoJSON cuts what crosses 180° in two (RFC 7946, 3.1.9): join halves that share the cut. */
  function joinAt180(polygons) {
    const joined = [];
    for (const polygon of polygons) {
      const half = cutAt180(polygon[0]);
      const other = half && joined.find(({ cut }) => cut && cut.every((lat, i) => Math.abs(lat - half.cut[i]) < 0.01));
      if (other) {
        const [low, high] = other.cut.map((lat) => [180, lat]);
        const [west, east] = other.polygon[0][0][0] < 180 ? [other.rest, half.rest] : [half.rest, other.rest];
        other.polygon = [[...west, low, ...east, high, west[0]]];
        other.cut = null;
      } else joined.push({ polygon, ...half });
    }
    return joined.map(({ polygon }) => polygon);
  }

  /** A ring that runs along 180°: the latitudes of its cut, and the points that are not on it. */
  function cutAt180(ring) {
    const points = ring.slice(0, -1);
    const lats = points.filter(([lon]) => lon === 180).map(([, lat]) => lat);
    if (lats.length < 2) return null;
    const start = points.findIndex(([lon], i) => lon !== 180 && points.at(i - 1)[0] === 180);
    const rest = [...points.slice(start), ...points.slice(0, start)].filter(([lon]) => lon !== 180);
    return { cut: [Math.min(...lats), Math.max(...lats)], rest };
  }

  function asFeature(polygons) {
    return { type: "Feature", geometry: { type: "MultiPolygon", coordinates: polygons } };
  }

  function drawBase(features) {
    const pane = stage.map.createPane("outlines");
    pane.style.zIndex = 150; // below the tiles: they cover the outlines when they come
    pane.style.pointerEvents = "none";
    const renderer = L.svg({ pane: "outlines", padding: 0.5 });
    const ranks = ["country", "region", "city", "water"];
    const sorted = [...features].sort(
      (a, b) => ranks.indexOf(a.properties.kind) - ranks.indexOf(b.properties.kind),
    );
    for (const feature of sorted) {
      // The holes of a region are its cities, whose limits here are out of date.
      const isRegion = feature.properties.kind === "region";
      const polygons = polygonsOf(feature).map((rings) => (isRegion ? rings.slice(0, 1) : rings));
      L.geoJSON(asFeature(polygons), {
        pane: "outlines",
        renderer,
        interactive: false,
        style: { className: `outline outline-${feature.properties.kind}` },
      }).addTo(stage.map);
    }
    drawNames(features);
  }

  /** Name what fits, the widest first; a name that would run into another one waits. */
  function drawNames(features) {
    const pane = stage.map.createPane("names");
    pane.style.zIndex = 450;
    pane.style.pointerEvents = "none";
    const marked = new Set(stage.content.places.map(({ name }) => name.en));
    const names = features
      .map(({ properties }) => properties)
      .filter(({ kind, name_en }) => kind !== "city" || !marked.has(name_en))
      .sort((a, b) => a.label_zoom - b.label_zoom)
      .map((properties) => {
        const node = element("span", { class: `name name-${properties.kind}` });
        const marker = L.marker([properties.label_lat, properties.label_lon], {
          pane: "names",
          interactive: false,
          keyboard: false,
          icon: L.divIcon({ className: "name-anchor", html: node, iconSize: [0, 0] }),
        }).addTo(stage.map);
        marker.getElement().setAttribute("aria-hidden", "true");
        return { properties, node };
      });
    const fit = () => {
      const zoom = stage.map.getZoom();
      const taken = [];
      for (const { properties: { label_zoom: from }, node } of names) node.hidden = zoom < from || zoom > from + 5;
      // All are measured before any is hidden: the browser then lays them out once.
      const boxes = names.filter(({ node }) => !node.hidden).map(({ node }) => [node, node.getBoundingClientRect()]);
      for (const [node, box] of boxes) {
        node.hidden = taken.some(
          (other) =>
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        );
        if (!node.hidden) taken.push(box);
      }
    };
    stage.map.on("zoomend", fit);
    inWords(() => {
      for (const { properties, node } of names) {
        node.textContent = properties[`name_${stage.language}`] ?? properties.name_en;
      }
      fit();
    });
  }

  return { drawBase, polygonsOf, asFeature };
})();
